"""Days: months that clamp, ages, and which holidays stop work, by whose rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

FRIDAY, SUNDAY = 5, 7


class DayKind(StrEnum):
    """Why a day is out of the ordinary."""

    NATIONAL = "nasional"
    JOINT_LEAVE = "cuti_bersama"
    SCHOOL = "sekolah"
    """School holidays: they close nothing, but a child's ruling may allow work only then."""
    OFFICE = "kantor"
    """A day on which this office plans no work, for a reason of its own."""
    ORDINARY = "hari_kerja"
    """Not a holiday after all: an operator's correction of the library."""


class HolidayRule(StrEnum):
    """What holidays mean for a case or a site; the law leaves it open, so it is data of both."""

    OFF = "libur"
    WORK = "tetap_kerja"
    """Hospitals work on holidays."""
    ONLY = "hanya_libur"
    """Only Sundays and school holidays, as PN Selayar ruled for a child; not on national holidays or joint
    leave, which are the child's and the site's own."""


CLOSING = frozenset({DayKind.NATIONAL, DayKind.JOINT_LEAVE, DayKind.OFFICE})


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day out of the ordinary: its kinds, its name, and whether its date is still an estimate."""

    kinds: frozenset[DayKind]
    name: str = ""
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days out of the ordinary of one office and region; every other day is an ordinary one."""

    holidays: Mapping[date, Holiday] = field(default_factory=dict)

    def kinds(self, day: date) -> frozenset[DayKind]:
        holiday = self.holidays.get(day)
        return holiday.kinds if holiday else frozenset()

    def name(self, day: date) -> str:
        """The name of a holiday, or '' for a day that has none."""
        holiday = self.holidays.get(day)
        return holiday.name if holiday else ""

    def estimated(self, day: date) -> bool:
        """Whether a holiday's date is only estimated, as those of feasts that follow the moon."""
        holiday = self.holidays.get(day)
        return holiday is not None and holiday.estimated

    def allows(self, day: date, rule: HolidayRule) -> bool:
        """Whether there is work on a day under a rule of a case or a site."""
        kinds = self.kinds(day)
        if DayKind.OFFICE in kinds:
            return False
        match rule:
            case HolidayRule.OFF:
                return not kinds & CLOSING
            case HolidayRule.WORK:
                return True
            case HolidayRule.ONLY:
                return not kinds & CLOSING and (day.isoweekday() == SUNDAY or DayKind.SCHOOL in kinds)


def is_working(day: date, calendar: Calendar) -> bool:
    """Whether an office works on a day: Monday to Friday, and neither a holiday nor a day off of its own."""
    return day.isoweekday() <= FRIDAY and not calendar.kinds(day) & CLOSING


def overridden(library: Mapping[date, Holiday], own: Iterable[tuple[date, DayKind, str]]) -> Calendar:
    """The library's holidays with an office's own days over them: a day that the office names is what the
    office says, and *hari kerja* makes an ordinary day of it. School holidays are beside all that: they
    replace nothing, and nothing replaces them."""
    days = dict(library)
    named: dict[date, list[tuple[DayKind, str]]] = {}
    for day, kind, name in own:
        named.setdefault(day, []).append((kind, name))
    for day, entries in named.items():
        holiday = _own_day(days.pop(day, None), entries)
        if holiday is not None:
            days[day] = holiday
    return Calendar(days)


def _own_day(before: Holiday | None, entries: Sequence[tuple[DayKind, str]]) -> Holiday | None:
    """What an office's entries make of a day; None: an ordinary one."""
    kinds = frozenset(kind for kind, _ in entries)
    school = kinds & {DayKind.SCHOOL}
    name = next((name for _, name in entries if name), before.name if before else "")
    if DayKind.ORDINARY in kinds:
        return Holiday(school, name) if school else None
    if kinds == school and before is not None:
        return Holiday(kinds | before.kinds, before.name or name, before.estimated)
    return Holiday(kinds, name)


def add_months(day: date, months: int) -> date:
    """The same day of a later month, clamped to its end: 31 August + 6 months → 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def months_end(first: date, months: int) -> date:
    """The last of so many months that begin on `first`: 2 January + 6 months → 1 July, and 31 August → 28
    February, where the month has no such day."""
    following = add_months(first, months)
    return following if following.day < first.day else following - timedelta(days=1)


def age_on(born_on: date, day: date) -> int:
    """Whole years of age; someone born on 29 February is a year older from 1 March on."""
    had_birthday = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (not had_birthday)


def _days_in(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day

"""Days: months that clamp, ages, and which holidays stop work, by whose rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

SUNDAY = 7


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
    """Only Sundays and holidays, those of schools included: what a ruling may say for a child."""


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

    def allows(self, day: date, rule: HolidayRule) -> bool:
        """Whether there is work on a day under a rule of a case or a site."""
        kinds = self.kinds(day)
        match rule:
            case HolidayRule.OFF:
                return not kinds & CLOSING
            case HolidayRule.WORK:
                return DayKind.OFFICE not in kinds
            case HolidayRule.ONLY:
                return day.isoweekday() == SUNDAY or bool(kinds - {DayKind.OFFICE})


def overridden(library: Mapping[date, Holiday], own: Iterable[tuple[date, DayKind, str]]) -> Calendar:
    """The library's holidays with an office's own days over them: a day that the office names is what the
    office says, and *hari kerja* makes an ordinary day of it."""
    days = dict(library)
    named: dict[date, list[tuple[DayKind, str]]] = {}
    for day, kind, name in own:
        named.setdefault(day, []).append((kind, name))
    for day, entries in named.items():
        kinds = frozenset(kind for kind, _ in entries)
        if DayKind.ORDINARY in kinds:
            days.pop(day, None)
            continue
        # School holidays lie beside a national one; they do not replace it.
        before = days.get(day)
        kept = before.kinds if before and kinds == {DayKind.SCHOOL} else frozenset[DayKind]()
        name = next((name for _, name in entries if name), before.name if before else "")
        days[day] = Holiday(kinds | kept, name)
    return Calendar(days)


def add_months(day: date, months: int) -> date:
    """The same day of a later month, clamped to its end: 31 August + 6 months → 28 February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def age_on(born_on: date, day: date) -> int:
    """Whole years of age; someone born on 29 February is a year older from 1 March on."""
    had_birthday = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (not had_birthday)


def _days_in(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day

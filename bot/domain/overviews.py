"""A week or month of an officer's clients, or of an office, in figures: by client, by site, by officer, and
the hours of the weeks before. Report, workbook and picture are made of the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.cases import CaseState, Programme
from bot.domain.months import month_days, month_of
from bot.domain.weeks import Period

WEEKS = 10
"""Bars that stand beside each other on half a page with their figures above them."""
WEEK = timedelta(days=7)
SITES_SHOWN = 10
"""Sites with a bar of their own; the others share one."""


class Course(StrEnum):
    """How a planned session went."""

    ATTENDED = "attended"
    EXCUSED = "excused"
    MISSED = "missed"
    """Nobody came, and nobody has said that it was excused."""
    ASKED = "asked"
    """Nobody came; the client asks to be excused, and nobody has decided."""
    CLOSED = "closed"
    """The site was."""
    HINDERED = "hindered"
    """An outage, or nothing could be sent to the client."""
    REJECTED = "rejected"
    """Recorded, and declared not right."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """How many sessions went how."""

    attended: int = 0
    excused: int = 0
    missed: int = 0
    closed: int = 0
    hindered: int = 0
    rejected: int = 0
    asked: int = 0

    @property
    def due(self) -> int:
        """Those to which somebody should have come: of the others people have said why not."""
        return self.attended + self.missed + self.rejected

    @property
    def any(self) -> bool:
        return self != Sessions()

    def __add__(self, other: Sessions) -> Sessions:
        return Sessions(
            self.attended + other.attended,
            self.excused + other.excused,
            self.missed + other.missed,
            self.closed + other.closed,
            self.hindered + other.hindered,
            self.rejected + other.rejected,
            self.asked + other.asked,
        )


def sessions_of(counts: Mapping[Course, int]) -> Sessions:
    """From counts by course."""
    return Sessions(**{course.value: counts.get(course, 0) for course in Course})


@dataclass(frozen=True, slots=True)
class Figures:
    """Sums of a period, of one case or of many; hours in minutes."""

    clients: int = 0
    credited: int = 0
    """For work of the period, with what was corrected of its days."""
    waiting: int = 0
    """For work of the period that nobody has confirmed yet."""
    surplus: int = 0
    sessions: Sessions = field(default_factory=Sessions)
    reports_due: int = 0
    reports_given: int = 0
    begun: int = 0
    ended: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFigures:
    """One case. `name` is the code for a child."""

    client: int
    name: str
    code: str
    """Beside a name; '' for a child."""
    programme: Programme
    officer: int | None
    served: int
    """All that is credited to it, as everybody reads it."""
    remaining: int | None
    ended: CaseState | None = None
    """How, where it was in the period."""
    figures: Figures
    suspended: bool = False
    """As of when the figures were made."""

    @property
    def total(self) -> int | None:
        return None if self.remaining is None else self.served + self.remaining


@dataclass(frozen=True, slots=True)
class OfficerFigures:
    """The clients of one officer, and how many matters of theirs are open: his own move, and others'."""

    officer: str
    figures: Figures
    act: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class SiteSessions:
    """The sessions of a site."""

    name: str
    sessions: Sessions


@dataclass(frozen=True, slots=True)
class WeekHours:
    """A week from its Monday: minutes that count, and those that nobody has confirmed."""

    monday: date
    credited: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What a report is made of, as of `made_at`. Of a whole office the cases are left out: their officers
    have them."""

    office: str
    officer: str
    """'' for the whole office."""
    code: str
    """The officer's; '' for the whole office."""
    zone: str
    first: date
    last: date
    made_at: datetime
    sums: Figures
    cases: tuple[CaseFigures, ...] = ()
    officers: tuple[OfficerFigures, ...] = ()
    sites: tuple[SiteSessions, ...] = ()
    weeks: tuple[WeekHours, ...] = ()

    @property
    def period(self) -> Period:
        return Period(self.first, self.last)

    @property
    def of_office(self) -> bool:
        return not self.officer

    @property
    def drawn(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.sites) or any(one.credited or one.waiting for one in self.weeks)


def is_month(period: Period) -> bool:
    return period == month_days(month_of(period.first))


def drawn_weeks(last: date) -> Period:
    """The weeks of which the hours are shown, up to that of a period's last day."""
    monday = last - timedelta(days=last.weekday())
    return Period(monday - WEEK * (WEEKS - 1), monday + timedelta(days=6))


def week_hours(
    shown: Period, credited: Mapping[date, int], waiting: Mapping[date, int]
) -> tuple[WeekHours, ...]:
    """The weeks of a period with what was credited and what waits of each of their days."""
    weeks = (shown.first + WEEK * number for number in range(((shown.last - shown.first).days + 1) // 7))
    return tuple(WeekHours(one, _within(one, credited), _within(one, waiting)) for one in weeks)


def _within(monday: date, minutes: Mapping[date, int]) -> int:
    return sum(count for day, count in minutes.items() if monday <= day < monday + WEEK)


def sum_of(cases: Iterable[CaseFigures]) -> Figures:
    """The sums of many cases; who has two is one client."""
    known = list(cases)
    figures = [one.figures for one in known]
    return Figures(
        clients=len({one.client for one in known}),
        credited=sum(one.credited for one in figures),
        waiting=sum(one.waiting for one in figures),
        surplus=sum(one.surplus for one in figures),
        sessions=sum((one.sessions for one in figures), Sessions()),
        reports_due=sum(one.reports_due for one in figures),
        reports_given=sum(one.reports_given for one in figures),
        begun=sum(one.begun for one in figures),
        ended=sum(one.ended for one in figures),
    )


def most_sessions_first(sites: Iterable[SiteSessions]) -> tuple[SiteSessions, ...]:
    """The sites with the most sessions first: of many, the others share a bar."""
    return tuple(sorted(sites, key=lambda one: (-_count(one.sessions), one.name)))


def _count(sessions: Sessions) -> int:
    return sessions.attended + sessions.excused + sessions.missed


def few(sites: Sequence[SiteSessions], others: str) -> list[SiteSessions]:
    """As many sites as have a bar of their own; what remains under one name."""
    if len(sites) <= SITES_SHOWN:
        return list(sites)
    shown, rest = sites[: SITES_SHOWN - 1], sites[SITES_SHOWN - 1 :]
    return [*shown, SiteSessions(others, sum((one.sessions for one in rest), Sessions()))]

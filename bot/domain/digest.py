"""The week of an officer's clients, or of a whole office: what concerns several of them, and its sums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.balance import Cap
from bot.domain.cases import Programme
from bot.domain.changes import Ended, Standing
from bot.domain.client_weeks import ClientWeek
from bot.domain.follow_ups import CALL_AFTER, FOLLOW_UP_AFTER
from bot.domain.gaps import NO_GAPS, Gaps
from bot.domain.law import Need
from bot.domain.offers import Offer
from bot.domain.outcomes import Outcome
from bot.domain.rated_sessions import NONE_RATED, Rated
from bot.domain.weeks import Period


@dataclass(frozen=True, slots=True)
class Draft:
    """A case that cannot begin yet, and what it lacks."""

    case_id: int
    name: str
    lacks: tuple[Need, ...]
    officer: str = ""
    """As of a client's week."""


@dataclass(frozen=True, slots=True)
class Crowded:
    """A site at which more people are planned at once than it takes; `cases` are those of this officer."""

    site: str
    zone: str
    capacity: int
    people: int
    at: datetime
    cases: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A client who came from another officer in the period, or went to one."""

    name: str
    other: str
    came: bool
    on: date


@dataclass(frozen=True, slots=True)
class DoubtedPin:
    """A site whose pin is asked about and not decided; `cases` are those of this officer who work there."""

    site: str
    zone: str
    day: date
    cases: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ThinSite:
    """A site where people are placed and at most one supervisor is appointed."""

    name: str
    supervisors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """An officer's clients, or those of the whole office, over a period, as of `made_at`. `week` is '' for a
    period that is no ISO week."""

    office: str
    officer: str
    zone: str
    week: str
    first: date
    last: date
    made_at: datetime
    clients: tuple[ClientWeek, ...] = ()
    drafts: tuple[Draft, ...] = ()
    crowded: tuple[Crowded, ...] = ()
    doubted_pins: tuple[DoubtedPin, ...] = ()
    moved: tuple[Moved, ...] = ()
    ended: tuple[Ended, ...] = ()
    """Counted in the report of the period, and not here among the clients."""
    thin_sites: tuple[ThinSite, ...] = ()
    """Of the whole office only: its head appoints the supervisors."""
    rated: Rated = NONE_RATED
    """Of the whole office only: what supervisors said of its sessions."""
    offers: tuple[Offer, ...] = ()
    """Without an answer as of `made_at`."""
    call_after: int = CALL_AFTER
    follow_up_after: int = FOLLOW_UP_AFTER
    """The misses in a row after which this office calls and follows up."""
    before: Standing | None = None
    """How the week before stood in the reader's last summary."""
    gaps: Gaps = NO_GAPS
    root: str = ""
    """Of all facts about these cases; only where the summary is kept."""
    left_behind: tuple[ClientWeek, ...] = ()
    """What is still decided here of clients who went to another Bapas, and nothing else of them: they count
    nowhere."""

    @property
    def of_office(self) -> bool:
        return not self.officer

    @property
    def period(self) -> Period:
        return Period(self.first, self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Sums over clients: hours of the period's work, hours that wait, sessions and reports of the period."""

    clients: int
    credited: int
    """With what was corrected."""
    corrected: int
    waiting: int
    surplus: int
    attended: int
    due: int
    late: int
    left_early: int
    reports_given: int
    reports_due: int


def totals(clients: Sequence[ClientWeek], period: Period) -> Totals:
    """The sums of a digest; `waiting` is that of the balances, so it includes earlier weeks."""
    worked = [one for client in clients for one in client.of_period(period)]
    reports = [one for client in clients for one in client.reports_in(period)]
    return Totals(
        clients=len({client.person for client in clients}),
        credited=sum(client.credited_in(period) for client in clients),
        corrected=sum(client.corrected for client in clients),
        waiting=sum(client.waiting for client in clients),
        surplus=sum(one.surplus for one in worked),
        attended=sum(client.started for client in clients),
        due=sum(client.due for client in clients),
        late=sum(one.outcome is Outcome.LATE for one in worked),
        left_early=sum(one.outcome is Outcome.LEFT_EARLY for one in worked),
        reports_given=sum(one.given for one in reports),
        reports_due=len(reports),
    )


def surplus_by_cause(clients: Sequence[ClientWeek], period: Period) -> dict[Cap | None, int]:
    """The surplus of the period's work, by its cause."""
    found: dict[Cap | None, int] = {}
    for one in (one for client in clients for one in client.of_period(period) if one.surplus):
        found[one.surplus_cap] = found.get(one.surplus_cap, 0) + one.surplus
    return dict(sorted(found.items(), key=lambda row: row[0] or ""))


def programme_key(programme: Programme) -> str:
    """The key of a programme's name."""
    return f"programme-{Programme(programme).value.replace('_', '-')}"

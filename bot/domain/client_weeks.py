"""What is known of one client's week, in figures that can be frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.balance import Cap
from bot.domain.cases import CaseState, Programme, local_day
from bot.domain.checkins import AttendanceState
from bot.domain.follow_ups import Step
from bot.domain.outcomes import Outcome
from bot.domain.pace import Forecast
from bot.domain.plans import Obstacle
from bot.domain.reports import Concern, ReportState
from bot.domain.sanity import Odd
from bot.domain.weeks import Period

OWN_WORDS_KEPT = "own-words-kept"
"""Stands for a child's free text, which might name somebody."""
REASON_KEPT = "reason-kept"
"""Likewise for what a supervisor wrote about a child."""


class Contact(StrEnum):
    """Whether messages reach a client; who never joined cannot be blamed for silence."""

    REACHED = "reached"
    NEVER = "never"
    """The invitation was never used."""
    LOST = "lost"
    """Every chat account of the client blocked the bot or is gone."""
    STOPPED = "stopped"
    """The client asked for no more messages."""
    WRONG_NUMBER = "wrong_number"
    """The phone on record turned out to be somebody else's."""
    SHARED = "shared"
    """He uses a post's phone and no other: it takes no messages for him."""


@dataclass(frozen=True, slots=True)
class ConsentWanted:
    """A child's consent that is missing: why (`Waits`), and whose turn it is."""

    why: str
    guardian: str = ""
    """The guardian's code."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A planned session nobody started; `answer` is what the client said: a key, own words, or ''."""

    day: date
    answer: str = ""
    rejected: bool = False
    """Somebody pressed start, and the supervisor says that nobody was there."""
    unreached: bool = False
    """Nothing could be sent to the client: it does not climb."""
    heard: bool = False
    """The client explained it, and it was not accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """One attendance as the week shows it; `far_m` is set where a location lay outside the site."""

    id: int
    day: date
    site: str
    zone: str
    started_at: datetime
    finished_at: datetime | None
    break_minutes: int
    credited: int
    surplus: int
    state: AttendanceState
    decided_at: datetime | None = None
    by_officer: bool = False
    reason: str = ""
    planned: bool = True
    accepted: bool = False
    outcome: Outcome | None = None
    """What became of its session."""
    closed_by_rule: bool = False
    far_m: int | None = None
    beyond: tuple[Obstacle, ...] = ()
    """What of its ruling it did not keep to."""
    surplus_cap: Cap | None = None
    """Why there is surplus."""

    @property
    def awaits_supervisor(self) -> bool:
        return self.state is AttendanceState.WAITING

    @property
    def awaits_officer(self) -> bool:
        """Confirmed work outside the plan counts only when the officer accepts it."""
        return self.state is AttendanceState.CONFIRMED and not (self.planned or self.accepted)


@dataclass(frozen=True, slots=True)
class Reported:
    """A report day and what came of it."""

    due_on: date
    state: ReportState
    reported_at: datetime | None = None
    answers: tuple[str, ...] = ()
    """In the order of the questions; empty for a child, whose words stay on his officer's card."""
    concerns: tuple[Concern, ...] = ()

    @property
    def given(self) -> bool:
        return self.state in (ReportState.DONE, ReportState.LATE)

    def came_in(self, period: Period, zone: str) -> bool:
        """Whether it came in the period, whichever day it was due."""
        came_on = local_day(self.reported_at, zone) if self.reported_at else self.due_on
        return self.given and came_on in period


@dataclass(frozen=True, slots=True)
class Calling:
    """A client who called for help, and is not done with; `taken_by` '' where nobody has it yet."""

    at: datetime
    taken_by: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """What a client or guardian wrote and nobody has read: since when, and whether a word in it cannot
    wait."""

    at: datetime
    worrying: bool = False
    by_guardian: bool = False
    """Whether it, or the word that cannot wait, is only the guardian's: that stands as his."""


class UndecidedKind(StrEnum):
    """What a client waits to hear about, and from whom."""

    EXCUSE = "excuse"
    CONTEST = "contest"
    CONTEST_HEAD = "contest-head"
    """A contest that the head of office decides."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """What a client asked for or objected to, about these days, both included."""

    kind: UndecidedKind
    first: date
    last: date
    id: int = 0
    """Of the request or the contest."""
    by: date | None = None
    """When the client expects the answer, or has promised the proof."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientWeek:
    """What is known of one case. `name` is a code for a child; the balance is the row that `/jam` reads."""

    case_id: int
    client_id: int = 0
    name: str
    number: str
    programme: Programme
    starts_on: date
    credited: int = 0
    waiting: int = 0
    surplus: int = 0
    remaining: int | None = None
    started: int = 0
    """Planned sessions of the period that were started, and whose record was not rejected."""
    rejected: int = 0
    """Those whose record was rejected: neither come nor missed."""
    misses: tuple[Miss, ...] = ()
    """Of the period, but for days of which the client asks to be excused, undecided."""
    in_a_row: tuple[Miss, ...] = ()
    """All since the client last came, also before the period, and also those when he could not be reached."""
    attended: tuple[Attended, ...] = ()
    """Of the period, and earlier ones that still wait for somebody or were decided in it."""
    reports: tuple[Reported, ...] = ()
    """Due or given in the period, earlier ones missed since the last report, that report, and those due."""
    contact: Contact = Contact.REACHED
    next_at: datetime | None = None
    ends_on: date | None = None
    placed_until: date | None = None
    """The last day of its placements."""
    state: CaseState = CaseState.ACTIVE
    closing_chosen: bool = False
    """The officer has chosen how the case ends; the head of office decides."""
    misfit: str = ""
    """Why the programme is not for this client after a correction of the person: the law's refusal."""
    forecast: Forecast | None = None
    """Where a case with hours is heading; None where there is nothing to tell."""
    code: str = ""
    officer: str = ""
    """Who guides the case, where the week is that of the whole office."""
    consent: ConsentWanted | None = None
    """Of a child without consent of a guardian."""
    steps: tuple[Step, ...] = ()
    """What was tried since the client last came, oldest first."""
    corrected: int = 0
    """Minutes by which an officer corrected the hours of the period's days."""
    calling: Calling | None = None
    """As of `made_at`, like what follows."""
    unread: Unread | None = None
    undecided: tuple[Undecided, ...] = ()
    odd: tuple[Odd, ...] = ()
    """Records of the last weeks that deserve a second look, where the period holds the newest of them."""

    @property
    def total(self) -> int | None:
        """Minutes that the order asks for; None where it has no total."""
        return None if self.remaining is None else self.credited + self.remaining

    @property
    def due(self) -> int:
        """Planned sessions of the period that are over or began, as far as it is decided that they count."""
        return self.started + self.rejected + len(self.misses)

    @property
    def unasked(self) -> tuple[Miss, ...]:
        """The misses in a row for which no request to be excused waits: such a request is decided first."""
        asked = [one for one in self.undecided if one.kind is UndecidedKind.EXCUSE]
        return tuple(
            miss for miss in self.in_a_row if not any(one.first <= miss.day <= one.last for one in asked)
        )

    @property
    def person(self) -> int:
        """Who it is: one person may have two cases (figures frozen earlier do not say)."""
        return self.client_id or -self.case_id

    def of_period(self, period: Period) -> tuple[Attended, ...]:
        return tuple(one for one in self.attended if one.day in period)

    def credited_in(self, period: Period) -> int:
        """Minutes credited for work done in the period, with what was corrected of its days."""
        return sum(one.credited for one in self.of_period(period)) + self.corrected

    def reports_in(self, period: Period) -> tuple[Reported, ...]:
        """Report days of the period that have come, and on which the client could be reached."""
        apart = (ReportState.DUE, ReportState.DROPPED, ReportState.UNREACHED)
        return tuple(one for one in self.reports if one.due_on in period and one.state not in apart)

    def reports_given_in(self, period: Period, zone: str) -> tuple[Reported, ...]:
        """Reports that came in the period: what they say is news, however late or early they came."""
        return tuple(one for one in self.reports if one.came_in(period, zone))

    @property
    def reports_missed_in_a_row(self) -> tuple[Reported, ...]:
        return self._since_the_last_given(ReportState.MISSED)

    @property
    def reports_unreached(self) -> tuple[Reported, ...]:
        """Days without a report on which nothing could be sent to the client."""
        return self._since_the_last_given(ReportState.UNREACHED)

    def _since_the_last_given(self, state: ReportState) -> tuple[Reported, ...]:
        last_given = max((one.due_on for one in self.reports if one.given), default=date.min)
        found = [one for one in self.reports if one.state is state and one.due_on > last_given]
        return tuple(sorted(found, key=lambda one: one.due_on))

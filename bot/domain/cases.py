"""Cases: the kinds of duty, the states of a case and who may change them, and when reports fall due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.calendar import add_months
from bot.domain.messages import Minutes, Refused
from bot.domain.people import Role


class Programme(StrEnum):
    """The legal kinds of duty; `law.RULES` says what each means."""

    COMMUNITY_WORK = "kerja_sosial"
    """Pidana kerja sosial, UU 1/2023 Pasal 85."""
    CHILD_SERVICE = "pelayanan_masyarakat_anak"
    """Pidana pelayanan masyarakat bagi anak, UU 11/2012 Pasal 71 and 76."""
    INTEGRATION = "integrasi"
    """PB, CB, CMB, asimilasi: reporting duty, Permenkumham 3/2018."""


class Source(StrEnum):
    """Which paper a start, an end or a place stands in: the law leaves open who sets them."""

    RULING = "putusan"
    PROSECUTOR = "penetapan_jaksa"
    DECISION = "surat_keputusan"
    HANDOVER = "berita_acara"


class PhotoRule(StrEnum):
    """Whether a check-in asks for a photo."""

    ALWAYS = "selalu"
    RANDOM = "acak"
    NEVER = "tidak"


class Interval(StrEnum):
    """How often a client reports."""

    WEEK = "minggu"
    FORTNIGHT = "dua_minggu"
    MONTH = "bulan"


class CaseState(StrEnum):
    """Only an active case is planned and reminded."""

    DRAFT = "draft"
    """Something is missing that the law needs; nothing is lost, nothing begins."""
    ACTIVE = "active"
    SUSPENDED = "suspended"
    AWAITING_CLOSING = "awaiting_closing"
    """*Menunggu penutupan*: the last day or the last hour has passed. No new sessions; what was done before
    can still be confirmed, and people decide how it ends."""
    COMPLETED = "completed"
    ENDED = "ended"
    """Ended without being completed (*berakhir belum selesai*)."""
    TRANSFERRED = "transferred"
    """Another Bapas goes on with it; here it is only read."""


OPEN_STATES = frozenset({CaseState.ACTIVE, CaseState.SUSPENDED, CaseState.AWAITING_CLOSING})
"""A case in these counts in summaries, and its hours can be confirmed."""
CLOSED_STATES = frozenset({CaseState.COMPLETED, CaseState.ENDED})
"""How people have closed it."""
OVER_STATES = CLOSED_STATES | {CaseState.TRANSFERRED}
"""Nothing more is planned or decided here: closed, or gone to another Bapas."""

_OFFICER = frozenset({Role.OFFICER})
_HEAD = frozenset({Role.HEAD})
_OFFERS = frozenset({Role.OFFICER, Role.HEAD})
_REGISTRAR = frozenset({Role.OFFICER, Role.OPERATOR})
_NOBODY: frozenset[Role] = frozenset()
"""No person's to make: the clock opens a closed case, after a correction."""
CHANGES: Mapping[tuple[CaseState, CaseState], frozenset[Role]] = {
    (CaseState.DRAFT, CaseState.ACTIVE): _REGISTRAR,
    (CaseState.ACTIVE, CaseState.SUSPENDED): _OFFICER,
    (CaseState.SUSPENDED, CaseState.ACTIVE): _OFFICER,
    (CaseState.ACTIVE, CaseState.AWAITING_CLOSING): _OFFICER,
    (CaseState.SUSPENDED, CaseState.AWAITING_CLOSING): _OFFICER,
    (CaseState.AWAITING_CLOSING, CaseState.ACTIVE): _REGISTRAR,
    (CaseState.AWAITING_CLOSING, CaseState.SUSPENDED): _REGISTRAR,
    (CaseState.AWAITING_CLOSING, CaseState.COMPLETED): _HEAD,
    (CaseState.AWAITING_CLOSING, CaseState.ENDED): _HEAD,
    (CaseState.COMPLETED, CaseState.AWAITING_CLOSING): _NOBODY,
    (CaseState.ENDED, CaseState.AWAITING_CLOSING): _NOBODY,
    (CaseState.DRAFT, CaseState.TRANSFERRED): _OFFERS,
    (CaseState.ACTIVE, CaseState.TRANSFERRED): _OFFERS,
    (CaseState.SUSPENDED, CaseState.TRANSFERRED): _OFFERS,
    (CaseState.AWAITING_CLOSING, CaseState.TRANSFERRED): _OFFERS,
}
"""Who may bring a case from one state to another. Without an actor it is the clock or an import, which may
do what an officer may, but never what a head of office decides."""


def check_change(before: CaseState, after: CaseState, role: Role | None) -> None:
    """Raises Refused for a change that does not exist, or is another role's to make."""
    roles = CHANGES.get((before, after))
    if roles is None:
        raise Refused("case-cannot-change")
    if role not in roles and (role is not None or roles == _HEAD):
        raise Refused("not-yours")


def check_closing(outcome: CaseState, remaining: int | None, *, over: bool) -> None:
    """Raises Refused for *selesai* while hours remain or, in a case without hours, before its last day is
    over; and for *berakhir belum selesai* when all hours are served."""
    if outcome not in CLOSED_STATES:
        raise Refused("case-cannot-change")
    if outcome is CaseState.COMPLETED and remaining:
        raise Refused("closing-hours-remain", remaining=Minutes(remaining))
    if outcome is CaseState.COMPLETED and remaining is None and not over:
        raise Refused("closing-period-runs")
    if outcome is CaseState.ENDED and remaining == 0:
        raise Refused("closing-hours-served")


class Cause(StrEnum):
    """Why a case changed its state where nobody gave a reason in words (`cause-…` in the locale)."""

    COMPLETE = "complete"
    """Everything is there that the law needs."""
    HOURS_FULL = "hours_full"
    PERIOD_OVER = "period_over"
    GOES_ON = "goes_on"
    """Hours are missing again, or the order is longer, before anybody chose how it ends."""
    CORRECTED = "corrected"
    """Something was corrected after the case was closed."""
    SERVED = "served"
    TAKEN_BACK = "taken_back"
    """A suspension was taken back at once."""


class Turn(StrEnum):
    """What days, hours and corrections make of a case without anybody's word."""

    AWAIT = "await"
    """Nothing is left to plan: people decide how it ends."""
    CHOICE_FALLS = "choice_falls"
    """The officer's choice rests on figures that are no longer so."""
    GO_ON = "go_on"
    REOPEN = "reopen"
    """A closed case was corrected: its letter no longer holds, and people decide anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a case stands, as far as its next turn depends on it."""

    state: CaseState
    over: bool = False
    """The last day has passed, or the hours are full."""
    chosen: bool = False
    """The officer chose how it ends, and the head has not decided."""
    by_itself: bool = False
    """It waits only because it was over; nobody ended it."""
    moved: bool = False
    """Hours or order are not those on which the choice, or the closing, rests."""


def turn_of(standing: Standing) -> Turn | None:
    """The turn that a case takes by itself, or None. Only what stopped by itself goes on by itself: a case
    that somebody ended, or that was closed, begins again only by a person's word."""
    match standing.state:
        case CaseState.ACTIVE | CaseState.SUSPENDED if standing.over:
            return Turn.AWAIT
        case CaseState.AWAITING_CLOSING if standing.chosen:
            return Turn.CHOICE_FALLS if standing.moved else None
        case CaseState.AWAITING_CLOSING if standing.by_itself and not standing.over:
            return Turn.GO_ON
        case CaseState.COMPLETED | CaseState.ENDED if standing.moved:
            return Turn.REOPEN
        case _:
            return None


def awaits_closing(ends_on: date | None, remaining: int | None, today: date) -> bool:
    """Whether an active case has nothing left to plan: its last day has passed, or its hours are full. A
    case without hours goes on to its last day."""
    return remaining == 0 or (ends_on is not None and today > ends_on)


def instant(day: date, at: time, zone: str) -> datetime:
    """A local wall-clock time as an instant in UTC (Indonesia has no summer time)."""
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))


def local_day(at: datetime, zone: str) -> date:
    """The calendar day of an instant in a zone."""
    return at.astimezone(ZoneInfo(zone)).date()


def next_due(due: date, every: Interval, anchor_day: int) -> date:
    """The report day after `due`. Months clamp to their end: 31 January → 28 February → 31 March, which
    is why the day of the first report (`anchor_day`) is kept."""
    match every:
        case Interval.WEEK:
            return due + timedelta(weeks=1)
        case Interval.FORTNIGHT:
            return due + timedelta(weeks=2)
        case Interval.MONTH:
            following = add_months(due.replace(day=1), 1)
            last = add_months(following, 1) - timedelta(days=1)
            return following.replace(day=min(anchor_day, last.day))

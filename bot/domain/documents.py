"""The papers of an office: what stands on an attendance list and on a client's card, and what a day was.

No official form for kerja sosial was found, nor who signs; the columns are those that offices use. What goes
to a site never says why somebody was excused, and no paper says a word about an offence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.absences import Absence
from bot.domain.cases import Programme
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.days import read_day
from bot.domain.outcomes import EXCUSED, Outcome
from bot.domain.people import Role
from bot.domain.weeks import Period, week_days


class DocumentKind(StrEnum):
    """As it is typed at a terminal, in a button's id, and in a name of a file's text (`document-title-…`)."""

    LIST = "attendance-list"
    CARD = "client-card"
    REPORT = "execution-report"


OF_A_CASE = frozenset({DocumentKind.CARD, DocumentKind.REPORT})
"""The others are of a site and a week."""
KIND_WORDS = {
    "daftar": DocumentKind.LIST,
    "hadir": DocumentKind.LIST,
    "list": DocumentKind.LIST,
    "kartu": DocumentKind.CARD,
    "card": DocumentKind.CARD,
    "laporan": DocumentKind.REPORT,
    "pelaksanaan": DocumentKind.REPORT,
    "report": DocumentKind.REPORT,
}
"""How each is called behind the command."""


def monday_of(day: date) -> date:
    """The first day of a day's week."""
    return day - timedelta(days=day.weekday())


def read_week(text: str, today: date) -> date | None:
    """The Monday of a week as it is typed: `2026-W17`, or any day of it. Raises NoSuchDay."""
    try:
        return week_days(text.upper()).first
    except ValueError:
        day = read_day(text, today) if text else None
        return monday_of(day) if day else None


class Form(StrEnum):
    """`pdf`: to print and sign; `xlsx`: the draft to edit."""

    PDF = "pdf"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which paper of whom; of a list also the week, by its Monday."""

    kind: DocumentKind
    about: int
    """A site, or a case."""
    week: date | None = None

    def media(self, form: Form, reader: int) -> str:
        """As a notice names it. The reader stands in it, for what he may read is asked when it is made."""
        monday = self.week.isoformat() if self.week else ""
        return f"document:{self.kind.value},{self.about},{monday},{form.value},{reader}"

    @classmethod
    def read(cls, media: str) -> tuple[Asked, Form, int]:
        """The inverse, of what follows `document:`."""
        kind, about, monday, form, reader = media.split(",")
        week = date.fromisoformat(monday) if monday else None
        return cls(DocumentKind(kind), int(about), week), Form(form), int(reader)


class Status(StrEnum):
    """What a session was, in a word of `document-status-…`; `expected` leaves the cell to the pen."""

    EXPECTED = "expected"
    WORKING = "working"
    WAITING = "waiting"
    AWAITS_OFFICER = "awaits-officer"
    PRESENT = "present"
    REJECTED = "rejected"
    EXCUSED = "excused"
    ABSENT = "absent"
    SITE_CLOSED = "site-closed"
    SYSTEM_FAILURE = "system-failure"


ATTENDED = frozenset({Status.WORKING, Status.WAITING, Status.AWAITS_OFFICER, Status.PRESENT})
"""He came, as far as nobody has said otherwise."""
_SAID = {
    Outcome.SITE_CLOSED: Status.SITE_CLOSED,
    Outcome.SYSTEM_FAILURE: Status.SYSTEM_FAILURE,
    **dict.fromkeys(EXCUSED, Status.EXCUSED),
}


def status_of_work(state: AttendanceState, outcome: Outcome | None, *, accepted: bool) -> Status:
    """Of something that was recorded; what a person said of it since stands. `accepted`: planned, or an
    officer has accepted it."""
    match state:
        case AttendanceState.OPEN:
            return Status.WORKING
        case AttendanceState.WAITING:
            return Status.WAITING
        case _ if outcome in _SAID:
            return _SAID[outcome]
        case AttendanceState.REJECTED:
            return Status.REJECTED
        case AttendanceState.CONFIRMED:
            return Status.PRESENT if accepted else Status.AWAITS_OFFICER


def status_of_plan(
    state: SessionState, outcome: Outcome | None, absence: Absence | None, *, asks: bool = False
) -> Status:
    """Of a session of which nothing was recorded. `asks`: he asks to be excused and nobody has decided, which
    a site reads as *izin* too."""
    if outcome in _SAID:
        return _SAID[outcome]
    if asks:
        return Status.EXCUSED
    return Status.ABSENT if state is SessionState.MISSED or absence is not None else Status.EXPECTED


class Note(StrEnum):
    """What is worth a word beside the hours, in `document-note-…`."""

    OUTSIDE_PLAN = "outside-plan"
    CLOSED_BY_RULE = "closed-by-rule"
    SURPLUS = "surplus"
    UNJUDGED = "unjudged"
    ASKED = "asked"
    UNREACHED = "unreached"
    OPENING = "opening"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A line of a paper: one session of one client, or work outside the plan; on a card also what counts
    without work (`day` None: served before). None leaves its cell empty."""

    day: date | None
    zone: str
    client: str = ""
    code: str = ""
    """Beside a name; '' where the code is all that is said."""
    site: str = ""
    planned: tuple[datetime, datetime] | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    break_minutes: int | None = None
    credited: int | None = None
    surplus: int = 0
    activity: str = ""
    status: Status | None = None
    confirmed_by: str = ""
    confirmed_role: Role | None = None
    officer: str = ""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Whose paper it is: the office's letterhead, and the minute in which the figures stood so."""

    office: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    zone: str
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceList:
    """A site's week, for signatures."""

    head: Head
    site: str
    code: str
    activity: str
    agency: str
    period: Period
    officer: str
    """Whose clients alone stand on it; '' for everybody's."""
    supervisors: tuple[str, ...]
    rows: tuple[Worked, ...]
    over: bool
    """Whether nobody can be added by hand any more."""

    @property
    def credited(self) -> int:
        return sum(row.credited or 0 for row in self.rows)

    @property
    def people(self) -> int:
        return len({(row.client, row.code) for row in self.rows})


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The figures of a case, in minutes, as everybody reads them."""

    total: int | None
    credited: int
    waiting: int
    surplus: int
    remaining: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientCard:
    """One case: its sessions up to today, the hours that count and by whose word, and what remains."""

    head: Head
    client: str
    code: str
    child: bool
    number: str
    """Of the case; '' for a child."""
    programme: Programme
    starts_on: date | None
    ends_on: date | None
    officer: str
    balance: Balance
    rows: tuple[Worked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExecutionReport:
    """How one case goes, for the prosecutor who supervises it: plan, done, remaining, and what was said of
    the sessions that nobody worked. Facts; it holds no opinion."""

    head: Head
    client: str
    code: str
    child: bool
    number: str
    """Of the case, and below it of its ruling; '' for a child."""
    ruling: str
    ruled_on: date | None
    court: str
    programme: Programme
    starts_on: date | None
    ends_on: date | None
    sites: tuple[str, ...]
    officer: str
    prosecutor: str
    balance: Balance
    attended: int
    """Planned sessions so far to which he came."""
    planned_ahead: int
    minutes_ahead: int
    missed: tuple[Worked, ...]

    def said(self, status: Status) -> int:
        """How many of the sessions that nobody worked were called this."""
        return sum(row.status is status for row in self.missed)

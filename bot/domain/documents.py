"""The papers of an office: what stands on an attendance list and on a client's card, and what a day was.

No official form for kerja sosial was found, nor who signs; the columns are those that offices use. What goes
to a site never says why somebody was excused, and no paper says a word about an offence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.cases import Programme
from bot.domain.days import read_day
from bot.domain.weeks import Period, week_days
from bot.domain.worked import Status, Worked


class DocumentKind(StrEnum):
    """As it is typed at a terminal, in a button's id, and in a name of a file's text (`document-title-…`)."""

    LIST = "attendance-list"
    CARD = "client-card"
    REPORT = "execution-report"
    LETTER = "letter"
    """Of a case that was completed, while it holds."""


OF_A_CASE = frozenset({DocumentKind.CARD, DocumentKind.REPORT, DocumentKind.LETTER})
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
    "surat": DocumentKind.LETTER,
    "letter": DocumentKind.LETTER,
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
    """`pdf`: to print and sign; `xlsx`, `docx`: the draft to edit (`draft_form`)."""

    PDF = "pdf"
    XLSX = "xlsx"
    DOCX = "docx"


def draft_form(kind: DocumentKind) -> Form:
    """A table is edited in Excel, prose in Word."""
    return Form.DOCX if kind is DocumentKind.LETTER else Form.XLSX


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletionLetter:
    """That a case was completed, for whomever the client shows it to; never why he had to."""

    head: Head
    contact: str
    """Of the office, for whoever doubts the letter where there is no page."""
    number: str
    code: str
    page: str
    """The address at which it is checked; '' where the office has none."""
    client: str
    """'' for a child: his name is written in by hand."""
    child_code: str
    file: str
    """What the file is called by: the client's code."""
    ruling: str
    ruled_on: date | None
    court: str
    programme: Programme
    minutes: int
    total: int | None
    from_on: date | None
    until_on: date

    @property
    def link(self) -> str:
        """What its QR holds."""
        return f"{self.page}/{self.code}" if self.page else ""

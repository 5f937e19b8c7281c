"""The papers of an office: what stands on an attendance list and on a client's card, and what a day was.

No official form for kerja sosial was found, nor who signs; the columns are those that offices use. What goes
to a site never says why somebody was excused, and no paper says a word about an offence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.cases import Programme
from bot.domain.days import read_day
from bot.domain.months import month_days, month_of, read_month
from bot.domain.weeks import Period, week_days, week_of
from bot.domain.worked import Status, Worked


class DocumentKind(StrEnum):
    """As it is typed at a terminal, in a button's id, and in a name of a file's text (`document-title-…`)."""

    LIST = "attendance-list"
    CARD = "client-card"
    REPORT = "execution-report"
    LETTER = "letter"
    """Of a case that was completed, while it holds."""
    FINAL = "final-report"
    BOOK = "guidance-book"
    REPORTS = "report-list"
    WEEKLY = "weekly-report"
    MONTHLY = "monthly-report"
    EVALUATION = "evaluation-report"
    """Of an office, or of an agency's sites, in a year or quarter."""


OF_A_CASE = frozenset(
    {
        DocumentKind.CARD,
        DocumentKind.REPORT,
        DocumentKind.FINAL,
        DocumentKind.BOOK,
        DocumentKind.LETTER,
    }
)
OF_AN_OFFICER = frozenset({DocumentKind.REPORTS, DocumentKind.WEEKLY, DocumentKind.MONTHLY})
"""And of a period; for a head also of the whole office. A list is of a site and a week."""
BY_MONTH = frozenset({DocumentKind.REPORTS, DocumentKind.MONTHLY})
"""The others that are of a period are of a week."""
WITH_CHARTS = frozenset({DocumentKind.WEEKLY, DocumentKind.MONTHLY})
"""In a chat their charts come as a picture, too."""
WHOLE_OFFICE = 0
"""In the place of an officer."""
KIND_WORDS = {
    "daftar": DocumentKind.LIST,
    "daftar hadir": DocumentKind.LIST,
    "hadir": DocumentKind.LIST,
    "list": DocumentKind.LIST,
    "kartu": DocumentKind.CARD,
    "card": DocumentKind.CARD,
    "laporan": DocumentKind.REPORT,
    "laporan pelaksanaan": DocumentKind.REPORT,
    "pelaksanaan": DocumentKind.REPORT,
    "report": DocumentKind.REPORT,
    "mingguan": DocumentKind.WEEKLY,
    "laporan mingguan": DocumentKind.WEEKLY,
    "weekly": DocumentKind.WEEKLY,
    "bulanan": DocumentKind.MONTHLY,
    "laporan bulanan": DocumentKind.MONTHLY,
    "monthly": DocumentKind.MONTHLY,
    "laporan akhir": DocumentKind.FINAL,
    "akhir": DocumentKind.FINAL,
    "buku": DocumentKind.BOOK,
    "buku bimbingan": DocumentKind.BOOK,
    "buku perkembangan": DocumentKind.BOOK,
    "buku perkembangan bimbingan": DocumentKind.BOOK,
    "lapor": DocumentKind.REPORTS,
    "lapor diri": DocumentKind.REPORTS,
    "daftar lapor": DocumentKind.REPORTS,
    "daftar lapor diri": DocumentKind.REPORTS,
    "surat": DocumentKind.LETTER,
    "letter": DocumentKind.LETTER,
    "evaluasi": DocumentKind.EVALUATION,
    "hasil evaluasi": DocumentKind.EVALUATION,
    "evaluation": DocumentKind.EVALUATION,
}
"""How each is called behind the command; the most words that name one are meant."""
MOST_WORDS = 3
WEEK_WORDS = {"minggu ini": 0, "minggu lalu": -1, "minggu depan": 1}


def kind_named(text: str) -> tuple[DocumentKind | None, str]:
    """The paper that these words begin with, and the words behind it."""
    words = text.split()
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        if kind := KIND_WORDS.get(" ".join(words[:count]).casefold()):
            return kind, " ".join(words[count:])
    return None, text


def monday_of(day: date) -> date:
    """The first day of a day's week."""
    return day - timedelta(days=day.weekday())


def read_week(text: str, today: date) -> date | None:
    """The Monday of a week as it is typed: `2026-W17`, any day of it, *minggu lalu*. Raises NoSuchDay."""
    if text.casefold() in WEEK_WORDS:
        return monday_of(today) + timedelta(weeks=WEEK_WORDS[text.casefold()])
    try:
        return week_days(text.upper()).first
    except ValueError:
        day = read_day(text, today) if text else None
        return monday_of(day) if day else None


def read_period(kind: DocumentKind, text: str, today: date) -> date | None:
    """The first day of the week or month of which a paper of this kind is, as it is typed. Raises
    NoSuchDay."""
    return read_month(text, today) if kind in BY_MONTH else read_week(text, today)


def with_period(kind: DocumentKind, text: str, today: date) -> tuple[str, date | None]:
    """A name and the first day of the period behind it, where the last words are one."""
    words = text.split()
    for count in range(min(MOST_WORDS, len(words)), 0, -1):
        if first := read_period(kind, " ".join(words[-count:]), today):
            return " ".join(words[:-count]), first
    return text, None


def period_of(kind: DocumentKind, day: date) -> Period:
    """The week or month of a day."""
    return month_days(month_of(day)) if kind in BY_MONTH else week_days(week_of(day))


def period_unit(kind: DocumentKind) -> str:
    """Of what a paper is, as it is asked for at a terminal; '' for a case."""
    if kind in OF_A_CASE:
        return ""
    if kind is DocumentKind.EVALUATION:
        return "quarter"
    return "month" if kind in BY_MONTH else "week"


class Form(StrEnum):
    """`pdf`: to print and sign; `xlsx`, `docx`: the draft to edit (`draft_form`); `png`: its
    charts."""

    PDF = "pdf"
    XLSX = "xlsx"
    DOCX = "docx"
    PNG = "png"


def draft_form(kind: DocumentKind) -> Form:
    """A table is edited in Excel, prose in Word."""
    return Form.DOCX if kind is DocumentKind.LETTER else Form.XLSX


@dataclass(frozen=True, slots=True)
class Asked:
    """Which paper of whom; of a week or month also its first day."""

    kind: DocumentKind
    about: int
    """A site, a case, or an officer (`WHOLE_OFFICE`: of everybody's clients)."""
    first: date | None = None

    def media(self, form: Form, reader: int) -> str:
        """As a notice names it. The reader stands in it, for what he may read is asked when it is made."""
        first = self.first.isoformat() if self.first else ""
        return f"document:{self.kind.value},{self.about},{first},{form.value},{reader}"

    @classmethod
    def read(cls, media: str) -> tuple[Asked, Form, int]:
        """The inverse, of what follows `document:`."""
        kind, about, day, form, reader = media.split(",")
        first = date.fromisoformat(day) if day else None
        return cls(DocumentKind(kind), int(about), first), Form(form), int(reader)


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

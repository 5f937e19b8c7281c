"""What people are asked about activities, clients and service (*evaluasi*, the third stage of the agreement
between Bapas and local government), and the index of satisfaction that is made of the answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from bot.domain.checkins import AttendanceState
from bot.domain.law import OF_AGE
from bot.domain.weeks import Period


class SessionWord(StrEnum):
    """How a session of a site went, in its supervisor's word."""

    SMOOTH = "smooth"
    FAIR = "fair"
    TROUBLED = "troubled"


ASKED_WITHIN = timedelta(days=3)
"""After its planned end; later nobody knows any more how a session went."""


def is_over(states: Collection[AttendanceState]) -> bool:
    """Whether somebody worked in a session, and the hours of nobody wait any more."""
    undecided = {AttendanceState.OPEN, AttendanceState.WAITING}
    return AttendanceState.CONFIRMED in states and not undecided & set(states)


def may_be_asked(states: Collection[AttendanceState], *, ends_at: datetime, decided_at: datetime) -> bool:
    """Whether the supervisor is asked how a session went, beside the answer to his last word on its hours."""
    return is_over(states) and decided_at - ends_at <= ASKED_WITHIN


class Rater(StrEnum):
    """Who is asked at the end of a case."""

    SUPERVISOR = "supervisor"
    CLIENT = "client"
    """Or the guardian of somebody who is not of age."""
    OFFICER = "officer"


class Question(StrEnum):
    """What is asked at the end of a case."""

    DISCIPLINE = "discipline"
    WORK = "work"
    ATTITUDE = "attitude"
    COMPLIANCE = "compliance"
    CHANGE = "change"
    PLACEMENT = "placement"
    """Whether site and work suited the client."""
    ACTIVITY = "activity"
    """How site and work were, for the client."""
    REQUIREMENTS = "requirements"
    PROCEDURE = "procedure"
    TIME = "time"
    COST = "cost"
    RESULT = "result"
    COMPETENCE = "competence"
    MANNER = "manner"
    COMPLAINTS = "complaints"
    FACILITIES = "facilities"
    REMARK = "remark"
    """In words, if he likes."""


ELEMENTS = (
    Question.REQUIREMENTS,
    Question.PROCEDURE,
    Question.TIME,
    Question.COST,
    Question.RESULT,
    Question.COMPETENCE,
    Question.MANNER,
    Question.COMPLAINTS,
    Question.FACILITIES,
)
"""The nine elements of service: PermenPANRB 14/2017, appendix, *unsur survei kepuasan masyarakat*."""
LOTS = 3
"""Each client is asked about a third of them, so that a form is four taps: three clients answer for all nine.
Fewer elements would be no index of the regulation, nine questions at the end of a duty no courtesy."""
OF_PERSON = (Question.DISCIPLINE, Question.WORK, Question.ATTITUDE)
OF_GUIDANCE = (Question.COMPLIANCE, Question.CHANGE, Question.PLACEMENT)
ABOUT_THE_PERSON = frozenset({*OF_PERSON, Question.COMPLIANCE, Question.CHANGE})
"""Answered in the words for a person's work: the lowest is *perlu dibimbing*."""
BEST, GOOD = 4, 3
"""The scale runs from 1 to 4 as in the regulation; from 3 on an answer is a good one."""
SKIPPED = 0
ENOUGH = 5
"""Answers of clients below which none is shown: with fewer, an answer could be guessed to be somebody's."""
LONGEST_REMARK = 500


def questions_for(rater: Rater, *, lot: int, at_site: bool) -> tuple[Question, ...]:
    """One after the other; `at_site`: whether he worked at one, which then is asked about too."""
    match rater:
        case Rater.SUPERVISOR:
            return (*OF_PERSON, Question.REMARK)
        case Rater.OFFICER:
            asked = OF_GUIDANCE if at_site else OF_GUIDANCE[:-1]
            return (*asked, Question.REMARK)
        case Rater.CLIENT:
            activity = (Question.ACTIVITY,) if at_site else ()
            return (*activity, *ELEMENTS[lot % LOTS :: LOTS], Question.REMARK)


def answers_himself(*, child: bool, age: int | None) -> bool:
    """Whether a client is asked himself; of one who is not of age, or a child of whom nobody knows the age,
    his guardian is, who agreed to his taking part (UU 27/2022 Pasal 25)."""
    return age >= OF_AGE if age is not None else not child


class Grade(StrEnum):
    """*Mutu pelayanan* by the converted index: PermenPANRB 14/2017, appendix, table of *nilai persepsi*."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"


LOWEST = ((Grade.A, Decimal("88.31")), (Grade.B, Decimal("76.61")), (Grade.C, Decimal("65.00")))
"""From which converted index a grade is given; below them all is D, from 25."""
CONVERSION = 25


@dataclass(frozen=True, slots=True)
class Tally:
    """Answers to one question: how many, their sum, and how many of them good."""

    answers: int = 0
    total: int = 0
    good: int = 0


@dataclass(frozen=True, slots=True)
class Index:
    """*Indeks Kepuasan Masyarakat*: 25–100 with two decimals, its grade, and the answers it rests on."""

    value: Decimal
    grade: Grade
    answers: int


def index_of(tallies: Mapping[Question, Tally]) -> Index | None:
    """The mean of the elements' means, each element weighing one ninth, times 25 (PermenPANRB 14/2017); None
    while an element has too few answers. The regulation prints the weight as 0,11; the exact ninth is meant,
    for four everywhere is 100."""
    each = [tallies.get(one, Tally()) for one in ELEMENTS]
    if any(one.answers < ENOUGH for one in each):
        return None
    mean = sum((Fraction(one.total, one.answers) for one in each), Fraction()) / len(ELEMENTS)
    value = converted(mean)
    return Index(value, grade_of(value), sum(one.answers for one in each))


def converted(mean: Fraction) -> Decimal:
    """A mean of 1–4 as 25–100, with two decimals."""
    return hundredths(mean * CONVERSION)


def hundredths(exact: Fraction) -> Decimal:
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(Decimal("0.01"), ROUND_HALF_UP)


def grade_of(value: Decimal) -> Grade:
    return next((grade for grade, lowest in LOWEST if value >= lowest), Grade.D)


def shown_quarters(answers: Sequence[int]) -> tuple[int, ...]:
    """Of which quarters of a year clients' answers stand together, by their places: of all, or, where what
    lies between those that are shown by themselves and the year would be somebody's, of those alone."""
    alone = tuple(place for place, count in enumerate(answers) if count >= ENOUGH)
    between = sum(count for count in answers if count < ENOUGH)
    return alone if alone and 0 < between < ENOUGH else tuple(range(len(answers)))


def of_year(quarters: Sequence[Tally]) -> Tally:
    """What is shown of a year, from its quarters."""
    shown = [quarters[place] for place in shown_quarters([one.answers for one in quarters])]
    return Tally(*(sum(getattr(one, name) for one in shown) for name in ("answers", "total", "good")))


class Span(StrEnum):
    """The time that results are shown of, up to today."""

    YEAR = "year"
    QUARTER = "quarter"


SPAN_WORDS = {
    "tahun": Span.YEAR,
    "tahun ini": Span.YEAR,
    "year": Span.YEAR,
    "triwulan": Span.QUARTER,
    "triwulan ini": Span.QUARTER,
    "quarter": Span.QUARTER,
}
"""As they are typed."""


def period_of(span: Span, today: date) -> Period:
    first = 1 if span is Span.YEAR else today.month - (today.month - 1) % 3
    return Period(date(today.year, first, 1), today)


def parts_of(span: Span, today: date) -> tuple[Period, ...]:
    """The quarters of the year up to a day; of a quarter itself alone."""
    last = period_of(Span.QUARTER, today)
    if span is Span.QUARTER:
        return (last,)
    firsts = [date(today.year, month, 1) for month in range(1, last.first.month + 1, 3)]
    over = (Period(first, after - timedelta(days=1)) for first, after in pairwise(firsts))
    return (*over, last)


def begun_on(first: date, today: date) -> tuple[Span, date]:
    """Which of the two began on this day, and the last day that is told of it: today, or its own where it is
    over. What begins with the year is the year, which is the same as its first quarter while that lasts."""
    span, months = (Span.YEAR, 12) if first.month == 1 else (Span.QUARTER, 3)
    after = (first + timedelta(days=31 * months)).replace(day=1)
    return span, min(today, after - timedelta(days=1))

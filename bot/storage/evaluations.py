"""What supervisors, clients and officers answered about activities, clients and service."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel, col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import AttendanceState
from bot.domain.evaluations import ABOUT_THE_PERSON, BEST, Question, Rater, SessionWord
from bot.domain.work_notes import RATINGS
from bot.storage.models import Attendance, Case, Person, Placement, Site, WorkSession, key, office, words
from bot.storage.selves import selves_of

LASTS = timedelta(days=90)
"""Days after which a form that nobody answered is not offered any more."""
PERSON_WORDS = {BEST - place: f"rating-{one.value}" for place, one in enumerate(RATINGS)}


class SessionRating(SQLModel, table=True):
    """How a session of a site went: one word for everybody who began together."""

    __tablename__ = "session_rating"

    __table_args__ = (UniqueConstraint("site_id", "starts_at"),)
    id: int = key()
    office_id: int = office()
    site_id: int = Field(foreign_key="site.id")
    starts_at: datetime
    day: date
    activity: str = ""
    word: SessionWord = Field(sa_type=words(SessionWord))
    by: int = Field(foreign_key="person.id")
    rated_at: datetime


class EvaluationForm(SQLModel, table=True):
    """What one person is asked at the end of one case, and how far he is; its answers lie apart."""

    __tablename__ = "evaluation_form"

    __table_args__ = (UniqueConstraint("case_id", "rater"),)
    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id")
    person_id: int = Field(foreign_key="person.id", index=True)
    rater: Rater = Field(sa_type=words(Rater))
    site_id: int | None = Field(default=None, foreign_key="site.id")
    """Where most of the hours were worked; None for a duty without a site."""
    activity: str = ""
    questions: list[str] = Field(default_factory=list, sa_type=JSON)
    step: int = 0
    """Which question is next."""
    made_at: datetime
    told_at: datetime | None = None
    """When a message of its own asked; None: none has."""
    done_at: datetime | None = None
    """Of a client the instant at which it was made: the true one would lead to his answers."""
    look_at: datetime | None = Field(default=None, index=True)
    """When the clock asks."""

    @property
    def question(self) -> Question | None:
        """The next one; None after the last."""
        asked = self.questions[self.step : self.step + 1]
        return Question(asked[0]) if asked and self.done_at is None else None


class EvaluationAnswer(SQLModel, table=True):
    """One answer. A client's names neither him nor his case, only the month, and where it is about a site,
    that; its number is drawn by lot, below zero: nobody can be asked about it."""

    __tablename__ = "evaluation_answer"

    __table_args__ = (UniqueConstraint("case_id", "question"),)
    id: int = key()
    office_id: int = office()
    case_id: int | None = Field(default=None, foreign_key="case.id")
    rater: Rater = Field(sa_type=words(Rater))
    site_id: int | None = Field(default=None, foreign_key="site.id", index=True)
    activity: str = ""
    question: Question = Field(sa_type=words(Question))
    value: int | None = None
    """1 to 4; None for words."""
    words: str = ""
    day: date = Field(index=True)
    look_at: datetime | None = Field(default=None, index=True)
    """When the words are erased."""


async def rating_of(session: AsyncSession, planned: WorkSession) -> SessionRating | None:
    """What was said of the session that this one belongs to."""
    query = select(SessionRating).where(
        SessionRating.site_id == planned.site_id,
        SessionRating.starts_at == planned.starts_at,
        SessionRating.office_id == planned.office_id,
    )
    return (await session.exec(query)).first()


async def form_by_id(session: AsyncSession, office_id: int, form_id: int) -> EvaluationForm | None:
    """A form of this office; its case is its lock."""
    query = select(EvaluationForm).where(EvaluationForm.id == form_id, EvaluationForm.office_id == office_id)
    return (await session.exec(query)).first()


async def open_forms(session: AsyncSession, who: Person, now: datetime) -> Sequence[EvaluationForm]:
    """What somebody can still answer of the last months, the oldest first."""
    query = select(EvaluationForm).where(
        EvaluationForm.office_id == who.office_id,
        col(EvaluationForm.person_id).in_(selves_of(who.id)),
        col(EvaluationForm.done_at).is_(None),
        EvaluationForm.made_at > now - LASTS,
    )
    return (await session.exec(query.order_by(col(EvaluationForm.id)))).all()


async def due_forms(session: AsyncSession, now: datetime, limit: int) -> Sequence[EvaluationForm]:
    """Forms that the clock asks about now, locked."""
    query = select(EvaluationForm).where(col(EvaluationForm.look_at) <= now)
    query = query.order_by(col(EvaluationForm.look_at), col(EvaluationForm.id)).limit(limit)
    return (await session.exec(query.with_for_update(key_share=True))).all()


async def due_words(session: AsyncSession, now: datetime, limit: int) -> Sequence[EvaluationAnswer]:
    """Remarks whose time is over."""
    query = select(EvaluationAnswer).where(col(EvaluationAnswer.look_at) <= now)
    return (await session.exec(query.order_by(col(EvaluationAnswer.id)).limit(limit))).all()


async def asked_since(session: AsyncSession, form: EvaluationForm, since: datetime) -> bool:
    """Whether another form of the same person was asked about since then and is not done."""
    query = select(EvaluationForm.id).where(
        EvaluationForm.person_id == form.person_id,
        EvaluationForm.office_id == form.office_id,
        EvaluationForm.id != form.id,
        col(EvaluationForm.told_at) > since,
        col(EvaluationForm.done_at).is_(None),
    )
    return (await session.exec(query.limit(1))).first() is not None


async def forms_of(session: AsyncSession, case: Case) -> Sequence[EvaluationForm]:
    """The forms of a case."""
    query = select(EvaluationForm).where(
        EvaluationForm.case_id == case.id, EvaluationForm.office_id == case.office_id
    )
    return (await session.exec(query.order_by(col(EvaluationForm.id)))).all()


async def evaluation_of(session: AsyncSession, case: Case) -> tuple[tuple[Rater, str, str], ...]:
    """What supervisor and officer answered about a case: who, and as keys of the locale question and answer.
    A client's answers belong to no case, and remarks are not among them."""
    query = select(EvaluationAnswer).where(
        EvaluationAnswer.case_id == case.id, EvaluationAnswer.office_id == case.office_id
    )
    rows = (await session.exec(query)).all()
    answers = {one.question: one.value for one in rows if one.value}
    raters = {one.question: Rater(one.rater) for one in rows}
    return tuple(
        (
            raters[one],
            f"evaluation-name-{one.value}",
            PERSON_WORDS[answers[one]] if one in ABOUT_THE_PERSON else f"evaluation-said-{answers[one]}",
        )
        for one in Question
        if one in answers
    )


async def values_of(session: AsyncSession, form: EvaluationForm) -> dict[str, int]:
    """What a supervisor or officer answered in this form."""
    query = select(EvaluationAnswer.question, EvaluationAnswer.value).where(
        EvaluationAnswer.case_id == form.case_id,
        EvaluationAnswer.office_id == form.office_id,
        EvaluationAnswer.rater == form.rater,
    )
    return {Question(one).value: value for one, value in (await session.exec(query)).all() if value}


async def main_site(session: AsyncSession, case: Case) -> Site | None:
    """Where most of a case's hours were confirmed."""
    minutes = func.sum(Attendance.credited + Attendance.surplus)
    query = (
        select(Attendance.site_id)
        .where(Attendance.case_id == case.id, Attendance.office_id == case.office_id)
        .where(Attendance.state == AttendanceState.CONFIRMED)
        .group_by(col(Attendance.site_id))
        .order_by(minutes.desc(), func.count().desc(), col(Attendance.site_id))
    )
    site_id = (await session.exec(query.limit(1))).first()
    return await session.get(Site, site_id) if site_id is not None else None


async def activity_at(session: AsyncSession, case: Case, site: Site) -> str:
    """What the client did there last."""
    query = select(Placement.activity).where(
        Placement.case_id == case.id, Placement.site_id == site.id, Placement.office_id == case.office_id
    )
    latest = (await session.exec(query.order_by(col(Placement.id).desc()).limit(1))).first()
    return latest or site.activity


async def decided_by(session: AsyncSession, case: Case, site: Site) -> dict[int, int]:
    """Who confirmed how often what a client worked at a site."""
    query = (
        select(Attendance.decided_by, func.count())
        .where(Attendance.case_id == case.id, Attendance.site_id == site.id)
        .where(Attendance.office_id == case.office_id, Attendance.state == AttendanceState.CONFIRMED)
        .group_by(col(Attendance.decided_by))
    )
    return {by: count for by, count in (await session.exec(query)).all() if by is not None}

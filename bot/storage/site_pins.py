"""A site's pins one after the other, the question whether one is wrong, and verdicts judged anew: so that
every verdict can be explained, and none is rewritten."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import JSON, ColumnElement, UniqueConstraint
from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.pins import STOPS_ASKING, AskedBy, PinSource, QuestionState
from bot.domain.places import Area, Circle, Polygon, Verdict
from bot.storage.models import Attendance, Evidence, Site, key, office, words

PIN_FIELDS = ("latitude", "longitude", "corners", "radius_m")


class SitePin(SQLModel, table=True):
    """Where a site's place and limit lay from a time on; the next row of the site ends it."""

    __tablename__ = "site_pin"

    id: int = key()
    office_id: int = office()
    site_id: int = Field(foreign_key="site.id", index=True)
    latitude: float | None = None
    longitude: float | None = None
    corners: list[list[float]] = Field(default_factory=list, sa_type=JSON)
    radius_m: int
    source: PinSource = Field(sa_type=words(PinSource))
    set_by: int | None = Field(default=None, foreign_key="person.id")
    """None: from the terminal, or not known."""
    set_at: datetime

    @property
    def area(self) -> Area:
        if self.corners:
            return Polygon(tuple((corner[0], corner[1]) for corner in self.corners), self.radius_m)
        return Circle(self.latitude, self.longitude, self.radius_m)


class PinQuestion(SQLModel, table=True):
    """Somebody, or several people's locations, say that a site's pin is wrong, and where it should be. Of a
    site at most one is open; an officer decides."""

    __tablename__ = "pin_question"

    id: int = key()
    office_id: int = office()
    site_id: int = Field(foreign_key="site.id", index=True)
    by: AskedBy = Field(sa_type=words(AskedBy))
    asked_by: int | None = Field(default=None, foreign_key="person.id")
    """None: nobody has said it in words."""
    day: date
    """The site's day on which it came up."""
    latitude: float
    longitude: float
    accuracy: float | None = None
    photo_id: int | None = Field(default=None, foreign_key="photo.id")
    """Of the place; only the office sees it."""
    evidence: list[int] = Field(default_factory=list, sa_type=JSON)
    """The locations that say so."""
    asked_at: datetime
    state: QuestionState = Field(sa_type=words(QuestionState))
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = None
    pin_id: int | None = Field(default=None, foreign_key="site_pin.id")
    """The pin that came of it."""
    joins: int | None = Field(default=None, foreign_key="pin_question.id", index=True)
    """The question that this one only adds a voice to."""
    look_at: datetime | None = Field(default=None, index=True)
    """When the clock must tell an officer, or what he reads has changed."""
    told_at: datetime | None = None
    """When an officer, or an operator, first heard of it."""

    @property
    def place(self) -> tuple[float, float]:
        return self.latitude, self.longitude


class Rejudgement(SQLModel, table=True):
    """A verdict judged anew against a later pin, because a person asked for it; the first one stays where it
    was given (`Evidence`)."""

    __table_args__ = (UniqueConstraint("evidence_id", "pin_id"),)

    id: int = key()
    office_id: int = office()
    evidence_id: int = Field(foreign_key="evidence.id", index=True)
    pin_id: int = Field(foreign_key="site_pin.id", index=True)
    old_verdict: Verdict = Field(sa_type=words(Verdict))
    old_distance_m: int | None = None
    new_verdict: Verdict = Field(sa_type=words(Verdict))
    new_distance_m: int | None = None
    by: int = Field(foreign_key="person.id")
    at: datetime


async def pin_in_doubt(session: AsyncSession, site: Site) -> bool:
    """Whether nobody should be asked for a better location at this site: its pin is being looked at (*pin
    perlu dicek*)."""
    query = select(PinQuestion.id).where(
        PinQuestion.site_id == site.id,
        PinQuestion.office_id == site.office_id,
        PinQuestion.state == QuestionState.OPEN,
        col(PinQuestion.by).in_(STOPS_ASKING),
    )
    return (await session.exec(query.limit(1))).first() is not None


def at_doubted_pin() -> ColumnElement[bool]:
    """Of an attendance: whether the pin of its site is being looked at, and a distance to it says little."""
    return (
        select(PinQuestion.id)
        .where(PinQuestion.site_id == Attendance.site_id, PinQuestion.office_id == Attendance.office_id)
        .where(PinQuestion.state == QuestionState.OPEN, col(PinQuestion.by).in_(STOPS_ASKING))
        .exists()
    )


async def open_question(session: AsyncSession, site: Site) -> PinQuestion | None:
    """What is asked about a site's pin and not decided; the caller holds the site's lock where it matters."""
    query = select(PinQuestion).where(
        PinQuestion.site_id == site.id,
        PinQuestion.office_id == site.office_id,
        PinQuestion.state == QuestionState.OPEN,
    )
    return (await session.exec(query.order_by(col(PinQuestion.id)).limit(1))).first()


async def question_by_id(session: AsyncSession, office_id: int, question_id: int) -> PinQuestion | None:
    query = select(PinQuestion).where(PinQuestion.id == question_id, PinQuestion.office_id == office_id)
    return (await session.exec(query.execution_options(populate_existing=True))).first()


async def kept_questions(session: AsyncSession, site: Site, since: datetime) -> Sequence[PinQuestion]:
    """After which somebody said that the pin stays."""
    query = select(PinQuestion).where(
        PinQuestion.site_id == site.id,
        PinQuestion.office_id == site.office_id,
        PinQuestion.state == QuestionState.KEPT,
        col(PinQuestion.decided_at) >= since,
    )
    return (await session.exec(query)).all()


async def voices(session: AsyncSession, question: PinQuestion) -> Sequence[PinQuestion]:
    """Others who said the same while it was asked about, oldest first."""
    query = select(PinQuestion).where(
        PinQuestion.joins == question.id, PinQuestion.office_id == question.office_id
    )
    return (await session.exec(query.order_by(col(PinQuestion.id)))).all()


async def put(session: AsyncSession, site: Site, question: PinQuestion, now: datetime) -> PinQuestion:
    """Let a question be decided upon; returns the one that stands. Of two about a site the earlier does,
    unless only the later stops Hadir from asking for better locations, or a supervisor corrects himself. The
    caller has locked the site."""
    standing = await open_question(session, site)
    session.add(question)
    question.state, question.look_at = QuestionState.OPEN, now
    await session.flush()
    if standing is None:
        return question
    last = question
    corrected = question.by is AskedBy.SUPERVISOR and question.asked_by == standing.asked_by
    if corrected or (question.by in STOPS_ASKING and standing.by not in STOPS_ASKING):
        standing, last = question, standing
    for voice in (last, *await voices(session, last)):
        voice.state, voice.joins, voice.look_at = QuestionState.JOINED, standing.id, None
    standing.look_at = now
    await session.flush()
    return standing


async def due_questions(session: AsyncSession, now: datetime, limit: int) -> Sequence[PinQuestion]:
    """Questions of which an officer must be told, locked."""
    query = select(PinQuestion).where(col(PinQuestion.look_at) <= now).order_by(col(PinQuestion.id))
    return (await session.exec(query.limit(limit).with_for_update(key_share=True))).all()


async def questions_at(
    session: AsyncSession, office_id: int, sites: Collection[int]
) -> Sequence[PinQuestion]:
    """Open questions about these sites, oldest first."""
    query = select(PinQuestion).where(
        PinQuestion.office_id == office_id,
        col(PinQuestion.site_id).in_(sites),
        PinQuestion.state == QuestionState.OPEN,
    )
    return (await session.exec(query.order_by(col(PinQuestion.id)))).all()


async def latest_pin(session: AsyncSession, site: Site) -> SitePin | None:
    """The pin as its history has it; None only before the first change of a site that was never noted."""
    query = select(SitePin).where(SitePin.site_id == site.id, SitePin.office_id == site.office_id)
    return (await session.exec(query.order_by(col(SitePin.id).desc()).limit(1))).first()


async def pin_at(session: AsyncSession, site: Site, at: datetime) -> SitePin | None:
    """The pin that a verdict of this time rests on, or None before the history begins."""
    query = select(SitePin).where(
        SitePin.site_id == site.id, SitePin.office_id == site.office_id, SitePin.set_at <= at
    )
    return (await session.exec(query.order_by(col(SitePin.id).desc()).limit(1))).first()


async def pin_before(session: AsyncSession, pin: SitePin) -> SitePin | None:
    """The one that it replaced."""
    query = select(SitePin).where(
        SitePin.site_id == pin.site_id, SitePin.office_id == pin.office_id, SitePin.id < pin.id
    )
    return (await session.exec(query.order_by(col(SitePin.id).desc()).limit(1))).first()


async def pin_by_id(session: AsyncSession, office_id: int, pin_id: int) -> SitePin | None:
    query = select(SitePin).where(SitePin.id == pin_id, SitePin.office_id == office_id)
    return (await session.exec(query)).first()


async def note_pin(
    session: AsyncSession, site: Site, source: PinSource, *, now: datetime, by: int | None = None
) -> SitePin:
    """Keep where a site's pin lies from now on, if that is news. What was asked about the earlier one has
    lost its sense."""
    latest = await latest_pin(session, site)
    if latest is not None and all(getattr(latest, one) == getattr(site, one) for one in PIN_FIELDS):
        return latest
    fields = {one: getattr(site, one) for one in PIN_FIELDS}
    pin = SitePin(office_id=site.office_id, site_id=site.id, source=source, set_by=by, set_at=now, **fields)
    session.add(pin)
    question = await open_question(session, site) if latest is not None else None
    if question is not None:
        question.state, question.decided_by, question.decided_at = QuestionState.OVERTAKEN, by, now
        question.look_at = None
    await session.flush()
    return pin


def judged_otherwise() -> ColumnElement[bool]:
    """Whether a piece of evidence was judged anew, and the latest word on it is not *outside* any more."""
    later = aliased(Rejudgement)
    newer = select(later.id).where(later.evidence_id == Rejudgement.evidence_id, later.id > Rejudgement.id)
    return (
        select(Rejudgement.id)
        .where(Rejudgement.evidence_id == Evidence.id, Rejudgement.new_verdict != Verdict.OUTSIDE)
        .where(~newer.exists())
        .correlate(Evidence)
        .exists()
    )

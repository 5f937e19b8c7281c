"""Calls for help as they are kept: read by the officer of the case and the head of office, by nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES, CaseState
from bot.domain.client_weeks import Calling
from bot.domain.help_calls import STANDING, HelpKind, HelpState
from bot.domain.people import Role
from bot.storage import leaves, queries
from bot.storage.digest_queries import belonging
from bot.storage.models import Case, Person, Photo, key, office, words
from bot.storage.voices import VoiceNote


class HelpCall(SQLModel, table=True):
    """A client asks for help: what it is about, his own words or voice, and what people did."""

    __tablename__ = "help_call"

    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id", index=True)
    client_id: int = Field(foreign_key="person.id", index=True)
    site_id: int | None = Field(default=None, foreign_key="site.id")
    """Where he works or last worked: the placement that can be stopped."""
    kind: HelpKind = Field(sa_type=words(HelpKind))
    also: str = ""
    """Kinds that were pressed after the call had left, in that order, with spaces between."""
    state: HelpState = Field(default=HelpState.DRAFT, sa_type=words(HelpState))
    words: str = ""
    phone: str = ""
    """The shared phone from which it came, as it was called then."""
    place_id: int | None = Field(default=None, foreign_key="evidence.id")
    """The last location that he sent with it; nobody at the site sees it."""
    begun_at: datetime
    called_at: datetime | None = None
    guardian_told: bool | None = None
    """What a child chose; None: nothing yet, and the guardian is not told."""
    taken_by: int | None = Field(default=None, foreign_key="person.id")
    taken_at: datetime | None = None
    closed_by: int | None = Field(default=None, foreign_key="person.id")
    closed_at: datetime | None = None
    outcome: str = ""
    asked: int = 0
    """How often the head was asked once more."""
    look_at: datetime | None = Field(default=None, index=True)
    """When a draft leaves as it is, or the head is asked once more."""

    @property
    def later_kinds(self) -> list[HelpKind]:
        """What it is about besides."""
        return [HelpKind(one) for one in self.also.split()]


class HelpVoice(SQLModel, table=True):
    """A recording that belongs to a call."""

    __tablename__ = "help_voice"

    id: int = key()
    office_id: int = office()
    call_id: int = Field(foreign_key="help_call.id", index=True)
    voice_id: int = Field(foreign_key="voice_note.id", index=True)


class HelpPhoto(SQLModel, table=True):
    """A photo that belongs to a call: it shows no work, and nobody at the site sees it."""

    __tablename__ = "help_photo"

    id: int = key()
    office_id: int = office()
    call_id: int = Field(foreign_key="help_call.id", index=True)
    photo_id: int = Field(foreign_key="photo.id", index=True)


async def locked_call(session: AsyncSession, office_id: int, call_id: int) -> tuple[HelpCall, Case] | None:
    """A call of this office as it stands now, its case locked before it."""
    query = select(HelpCall).where(HelpCall.id == call_id, HelpCall.office_id == office_id)
    call = (await session.exec(query)).first()
    case = await queries.locked_case(session, office_id, call.case_id) if call else None
    if call is None or case is None:
        return None
    await session.refresh(call)
    return call, case


async def draft_of(session: AsyncSession, case: Case) -> HelpCall | None:
    """The call that a client has begun and not sent; his case is locked."""
    query = select(HelpCall).where(
        HelpCall.case_id == case.id,
        HelpCall.office_id == case.office_id,
        HelpCall.state == HelpState.DRAFT,
    )
    return (await session.exec(query.with_for_update())).first()


async def may_answer(session: AsyncSession, who: Person, case: Case, now: datetime) -> bool:
    """Whoever guides the case today, and the head of its office."""
    if who.role is Role.HEAD:
        return who.office_id == case.office_id
    return who.role is Role.OFFICER and await leaves.answers_for(session, who, case, now)


async def of_case(session: AsyncSession, case: Case, limit: int) -> Sequence[HelpCall]:
    """The calls that people were told of, the latest first."""
    query = (
        select(HelpCall)
        .where(HelpCall.case_id == case.id, HelpCall.office_id == case.office_id)
        .where(col(HelpCall.state).in_([*STANDING, HelpState.CLOSED]))
        .order_by(col(HelpCall.id).desc())
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def standing_for(session: AsyncSession, who: Person, limit: int, now: datetime) -> Sequence[HelpCall]:
    """The calls that wait for this officer or head, those that nobody has taken first."""
    query = (
        select(HelpCall)
        .join(Case, col(Case.id) == col(HelpCall.case_id))
        .where(HelpCall.office_id == who.office_id, col(HelpCall.state).in_(list(STANDING)))
        .order_by(col(HelpCall.state), col(HelpCall.id))
        .limit(limit)
    )
    if who.role is not Role.HEAD:
        query = query.where(col(Case.officer_id).in_(await leaves.guided(session, who, now)))
    return (await session.exec(query)).all()


async def due_call(session: AsyncSession, now: datetime) -> HelpCall | None:
    """The call that has waited longest for the clock; not locked."""
    query = select(HelpCall).where(col(HelpCall.look_at) <= now)
    return (await session.exec(query.order_by(col(HelpCall.look_at), col(HelpCall.id)).limit(1))).first()


async def standing_of(session: AsyncSession, case: Case) -> HelpCall | None:
    """The latest call of a case that people know of and nobody has closed; the case is locked."""
    query = (
        select(HelpCall)
        .where(HelpCall.case_id == case.id, HelpCall.office_id == case.office_id)
        .where(col(HelpCall.state).in_(list(STANDING)))
        .order_by(col(HelpCall.id).desc())
    )
    return (await session.exec(query.limit(1))).first()


async def standing_in(session: AsyncSession, office_id: int, officer_id: int | None) -> dict[int, Calling]:
    """Case → its call that is not done with, of an officer's cases or of the whole office, also of those that
    went to another Bapas; one that nobody has taken before any other."""
    query = (
        select(HelpCall, Person)
        .join(Case, col(Case.id) == col(HelpCall.case_id))
        .outerjoin(Person, col(Person.id) == col(HelpCall.taken_by))
        .where(belonging(office_id, officer_id), HelpCall.office_id == office_id)
        .where(col(Case.state).in_([*OPEN_STATES, CaseState.TRANSFERRED]))
        .where(col(HelpCall.state).in_(list(STANDING)))
        .order_by(col(HelpCall.id).desc())
    )
    found: dict[int, Calling] = {}
    for call, by in (await session.exec(query)).all():
        known = found.get(call.case_id)
        if known is None or known.taken_by:
            found[call.case_id] = Calling(call.called_at or call.begun_at, by.shown if by else "")
    return found


async def left_open(session: AsyncSession, case: Case) -> list[Calling]:
    """When a case leaves for another Bapas: the calls in it that people know of and nobody has closed, oldest
    first, and who has them."""
    query = (
        select(HelpCall, Person)
        .outerjoin(Person, col(Person.id) == col(HelpCall.taken_by))
        .where(HelpCall.case_id == case.id, HelpCall.office_id == case.office_id)
        .where(col(HelpCall.state).in_(list(STANDING)))
        .order_by(col(HelpCall.id))
    )
    rows = (await session.exec(query)).all()
    return [Calling(call.called_at or call.begun_at, by.shown if by else "") for call, by in rows]


async def photos_of(session: AsyncSession, call: HelpCall) -> Sequence[Photo]:
    """Its photos, oldest first."""
    query = (
        select(Photo)
        .join(HelpPhoto, col(HelpPhoto.photo_id) == col(Photo.id))
        .where(HelpPhoto.call_id == call.id, HelpPhoto.office_id == call.office_id)
        .order_by(col(HelpPhoto.id))
    )
    return (await session.exec(query)).all()


async def with_photo(session: AsyncSession, photo: Photo) -> HelpCall | None:
    """The call that a photo belongs to."""
    query = (
        select(HelpCall)
        .join(HelpPhoto, col(HelpPhoto.call_id) == col(HelpCall.id))
        .where(HelpPhoto.photo_id == photo.id, HelpPhoto.office_id == photo.office_id)
    )
    return (await session.exec(query.limit(1))).first()


async def voices_of(session: AsyncSession, call: HelpCall) -> Sequence[VoiceNote]:
    """Its recordings, oldest first."""
    query = (
        select(VoiceNote)
        .join(HelpVoice, col(HelpVoice.voice_id) == col(VoiceNote.id))
        .where(HelpVoice.call_id == call.id, HelpVoice.office_id == call.office_id)
        .order_by(col(HelpVoice.id))
    )
    return (await session.exec(query)).all()

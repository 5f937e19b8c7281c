"""Excuse requests as they are kept: why, and with which proof, is for who guides the case, nobody else."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement
from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.excuse_requests import ExcuseReason, Proof, RequestState, Told
from bot.domain.messages import Refused
from bot.domain.outcomes import EXCUSED
from bot.storage import leaves, queries
from bot.storage.misses import only_rejected
from bot.storage.models import (
    Attendance,
    Case,
    Evidence,
    ExcusedSpan,
    Person,
    Photo,
    Site,
    WorkSession,
    key,
    office,
    words,
)
from bot.storage.voices import VoiceNote


class ExcuseRequest(SQLModel, table=True):
    """A client asks to be excused for days, both ends included; all his cases are meant."""

    __tablename__ = "excuse_request"

    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id", index=True)
    """Whose officer decides."""
    client_id: int = Field(foreign_key="person.id", index=True)
    filed_by: int = Field(foreign_key="person.id")
    """The client, or the guardian of a child."""
    reason: ExcuseReason | None = Field(default=None, sa_type=words(ExcuseReason))
    first: date | None = None
    last: date | None = None
    state: RequestState = Field(default=RequestState.DRAFT, sa_type=words(RequestState))
    told: Told | None = Field(default=None, sa_type=words(Told))
    proof: Proof = Field(default=Proof.NONE, sa_type=words(Proof))
    words: str = ""
    proof_on: date | None = None
    """When a proof is expected that comes later."""
    proof_asked: bool = False
    begun_at: datetime
    filed_at: datetime | None = None
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = None
    answer: str = ""
    """Why it was declined, which the client reads: a key of the locale, or the officer's words."""
    span_id: int | None = Field(default=None, foreign_key="excused_span.id", index=True)
    """The excuse that it became."""
    look_at: datetime | None = Field(default=None, index=True)
    """When a draft leaves as it is, or somebody is asked about the proof."""

    @property
    def days(self) -> tuple[date, date]:
        """First and last. Raises Refused for a draft without."""
        if self.first is None or self.last is None:
            raise Refused("choice-unknown")
        return self.first, self.last


class ExcuseProof(SQLModel, table=True):
    """A photo or a recording that belongs to a request."""

    __tablename__ = "excuse_proof"

    id: int = key()
    office_id: int = office()
    request_id: int = Field(foreign_key="excuse_request.id", index=True)
    photo_id: int | None = Field(default=None, foreign_key="photo.id", index=True)
    voice_id: int | None = Field(default=None, foreign_key="voice_note.id", index=True)


async def locked_request(
    session: AsyncSession, office_id: int, request_id: int
) -> tuple[ExcuseRequest, Case] | None:
    """A request of this office as it stands now, its case locked before it."""
    query = select(ExcuseRequest).where(ExcuseRequest.id == request_id, ExcuseRequest.office_id == office_id)
    request = (await session.exec(query)).first()
    case = await queries.locked_case(session, office_id, request.case_id) if request else None
    if request is None or case is None:
        return None
    await session.refresh(request)
    return request, case


async def drafts_of(session: AsyncSession, client: Person, by: Person) -> Sequence[ExcuseRequest]:
    """What somebody has begun for this client and nobody has been told of."""
    query = (
        select(ExcuseRequest)
        .where(ExcuseRequest.client_id == client.id, ExcuseRequest.office_id == client.office_id)
        .where(ExcuseRequest.filed_by == by.id, ExcuseRequest.state == RequestState.DRAFT)
    )
    return (await session.exec(query.order_by(col(ExcuseRequest.id)))).all()


async def beside(session: AsyncSession, request: ExcuseRequest) -> Sequence[ExcuseRequest]:
    """The days apart that were asked for together with a draft, and wait to leave with it."""
    begun = ExcuseRequest.begun_at == request.begun_at
    return await _together(session, request, RequestState.DRAFT, begun)


async def left_with(session: AsyncSession, request: ExcuseRequest) -> Sequence[ExcuseRequest]:
    """The days apart that left together with a request, and wait for a decision as it does."""
    filed = ExcuseRequest.filed_at == request.filed_at
    return await _together(session, request, RequestState.OPEN, filed)


async def _together(
    session: AsyncSession, request: ExcuseRequest, state: RequestState, at_once: bool
) -> Sequence[ExcuseRequest]:
    """Others of the same client by the same person, of the same instant (`at_once`), the first days first."""
    query = (
        select(ExcuseRequest)
        .where(ExcuseRequest.client_id == request.client_id, ExcuseRequest.filed_by == request.filed_by)
        .where(ExcuseRequest.office_id == request.office_id, ExcuseRequest.id != request.id)
        .where(ExcuseRequest.state == state, at_once)
        .order_by(col(ExcuseRequest.first))
    )
    return (await session.exec(query)).all()


async def open_of(session: AsyncSession, client_id: int, office_id: int) -> Sequence[ExcuseRequest]:
    """The requests of a client that wait for a decision, the first days first."""
    query = (
        select(ExcuseRequest)
        .where(ExcuseRequest.client_id == client_id, ExcuseRequest.office_id == office_id)
        .where(ExcuseRequest.state == RequestState.OPEN)
        .order_by(col(ExcuseRequest.first), col(ExcuseRequest.id))
    )
    return (await session.exec(query)).all()


async def open_for(session: AsyncSession, guardian: Person) -> Sequence[ExcuseRequest]:
    """Those that this guardian filed for the children he still answers for, likewise."""
    query = (
        select(ExcuseRequest)
        .join(Case, col(Case.id) == col(ExcuseRequest.case_id))
        .where(ExcuseRequest.filed_by == guardian.id, ExcuseRequest.office_id == guardian.office_id)
        .where(ExcuseRequest.state == RequestState.OPEN, Case.guardian_id == guardian.id)
        .order_by(col(ExcuseRequest.first), col(ExcuseRequest.id))
    )
    return (await session.exec(query)).all()


async def declined_since(session: AsyncSession, who: Person, since: datetime) -> Sequence[ExcuseRequest]:
    """The requests of this client, or that this guardian filed, which were declined since then and whose days
    were not asked for once more, the last one first."""
    again = aliased(ExcuseRequest)
    once_more = (
        select(again.id)
        .where(again.client_id == ExcuseRequest.client_id, again.id > ExcuseRequest.id)
        .where(col(again.state).in_((RequestState.OPEN, RequestState.APPROVED, RequestState.DECLINED)))
        .where(col(again.first) <= ExcuseRequest.last, col(again.last) >= ExcuseRequest.first)
    )
    query = (
        select(ExcuseRequest)
        .where(ExcuseRequest.office_id == who.office_id, ExcuseRequest.state == RequestState.DECLINED)
        .where((col(ExcuseRequest.client_id) == who.id) | (col(ExcuseRequest.filed_by) == who.id))
        .where(col(ExcuseRequest.decided_at) >= since, ~once_more.exists())
        .order_by(col(ExcuseRequest.decided_at).desc(), col(ExcuseRequest.id).desc())
    )
    return (await session.exec(query)).all()


async def declined_with(session: AsyncSession, who: Person, request: ExcuseRequest, since: datetime) -> bool:
    """Whether one that left together with a request was declined since then."""
    left = request.filed_at
    return any(left and one.filed_at == left for one in await declined_since(session, who, since))


async def asked_for(session: AsyncSession, client_id: int, office_id: int, day: date) -> bool:
    """Whether a client asks to be excused on this day, and nobody has decided."""
    return client_id in await asking(session, office_id, [client_id], day)


async def asking(
    session: AsyncSession, office_id: int, clients: Collection[int], day: date
) -> frozenset[int]:
    """Those of these clients who ask to be excused on this day."""
    query = (
        select(ExcuseRequest.client_id)
        .where(ExcuseRequest.office_id == office_id, col(ExcuseRequest.client_id).in_(clients))
        .where(ExcuseRequest.state == RequestState.OPEN)
        .where(col(ExcuseRequest.first) <= day, col(ExcuseRequest.last) >= day)
    )
    return frozenset((await session.exec(query)).all())


def undecided(work: type[WorkSession] = WorkSession) -> ColumnElement[bool]:
    """The client of a session asks to be excused on its day, and nobody has decided."""
    return (
        select(ExcuseRequest.id)
        .where(ExcuseRequest.client_id == work.client_id, ExcuseRequest.office_id == work.office_id)
        .where(ExcuseRequest.state == RequestState.OPEN)
        .where(col(ExcuseRequest.first) <= work.day, col(ExcuseRequest.last) >= work.day)
        .exists()
    )


async def undecided_among(session: AsyncSession, sessions: Collection[int]) -> frozenset[int]:
    """Those of these sessions for whose day an excuse waits to be decided."""
    query = select(WorkSession.id).where(col(WorkSession.id).in_(sessions), undecided())
    return frozenset((await session.exec(query)).all())


async def touched(
    session: AsyncSession, client_id: int, office_id: int, first: date, last: date, *, excused: bool = False
) -> Sequence[tuple[WorkSession, Site]]:
    """The sessions of these days that nobody has worked, as far as is known; also those that were dropped
    because he is `excused`."""
    nobody: ColumnElement[bool] = col(WorkSession.state).in_([SessionState.PLANNED, SessionState.MISSED])
    if excused:
        nobody |= col(WorkSession.outcome).in_(EXCUSED)
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(WorkSession.client_id == client_id, WorkSession.office_id == office_id)
        .where(WorkSession.day >= first, WorkSession.day <= last)
        .where(nobody | only_rejected())
        .order_by(col(WorkSession.starts_at), col(WorkSession.id))
    )
    return (await session.exec(query)).all()


async def begun_on(
    session: AsyncSession, client_id: int, office_id: int, first: date, last: date
) -> Sequence[tuple[Attendance, Site]]:
    """Work of these days that has begun, and that nobody rejected."""
    query = (
        select(Attendance, Site)
        .join(Site, col(Site.id) == col(Attendance.site_id))
        .where(Attendance.client_id == client_id, Attendance.office_id == office_id)
        .where(Attendance.day >= first, Attendance.day <= last)
        .where(Attendance.state != AttendanceState.REJECTED)
        .order_by(col(Attendance.started_at), col(Attendance.id))
    )
    return (await session.exec(query)).all()


async def span_of(session: AsyncSession, case: Case, day: date) -> int | None:
    """The latest excuse of a case that holds this day."""
    query = select(ExcusedSpan.id).where(
        ExcusedSpan.case_id == case.id, ExcusedSpan.first <= day, ExcusedSpan.last >= day
    )
    return (await session.exec(query.order_by(col(ExcusedSpan.id).desc()).limit(1))).first()


async def without_proofs(session: AsyncSession, photos: Sequence[Evidence]) -> list[Evidence]:
    """Those of these photos that a client did not name the proof of a request."""
    if not photos:
        return []
    query = select(ExcuseProof.photo_id).where(
        col(ExcuseProof.photo_id).in_([one.photo_id for one in photos]),
        ExcuseProof.office_id == photos[0].office_id,
    )
    proofs = set((await session.exec(query)).all())
    return [one for one in photos if one.photo_id not in proofs]


async def proofs_of(
    session: AsyncSession, request: ExcuseRequest
) -> tuple[Sequence[Photo], Sequence[VoiceNote]]:
    """Its photos and recordings, oldest first."""
    photos = (
        select(Photo)
        .join(ExcuseProof, col(ExcuseProof.photo_id) == col(Photo.id))
        .where(ExcuseProof.request_id == request.id, ExcuseProof.office_id == request.office_id)
        .order_by(col(ExcuseProof.id))
    )
    voices = (
        select(VoiceNote)
        .join(ExcuseProof, col(ExcuseProof.voice_id) == col(VoiceNote.id))
        .where(ExcuseProof.request_id == request.id, ExcuseProof.office_id == request.office_id)
        .order_by(col(ExcuseProof.id))
    )
    return (await session.exec(photos)).all(), (await session.exec(voices)).all()


async def is_proof(session: AsyncSession, note: VoiceNote) -> bool:
    """Whether a recording belongs to a request."""
    query = select(ExcuseProof.id).where(
        ExcuseProof.voice_id == note.id, ExcuseProof.office_id == note.office_id
    )
    return (await session.exec(query)).first() is not None


async def became(session: AsyncSession, span_ids: Collection[int]) -> Sequence[ExcuseRequest]:
    """The requests that became these excuses."""
    query = select(ExcuseRequest).where(col(ExcuseRequest.span_id).in_(span_ids))
    return (await session.exec(query.order_by(col(ExcuseRequest.id)))).all()


async def waiting_for(
    session: AsyncSession, who: Person, limit: int, now: datetime
) -> Sequence[ExcuseRequest]:
    """The requests that this officer decides today, the first days first."""
    query = (
        select(ExcuseRequest)
        .join(Case, col(Case.id) == col(ExcuseRequest.case_id))
        .where(ExcuseRequest.office_id == who.office_id, ExcuseRequest.state == RequestState.OPEN)
        .where(col(Case.officer_id).in_(await leaves.guided(session, who, now)))
        .order_by(col(ExcuseRequest.first), col(ExcuseRequest.id))
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def due_request(session: AsyncSession, now: datetime) -> ExcuseRequest | None:
    """The request that has waited longest for the clock; not locked."""
    query = select(ExcuseRequest).where(col(ExcuseRequest.look_at) <= now)
    order = (col(ExcuseRequest.look_at), col(ExcuseRequest.id))
    return (await session.exec(query.order_by(*order).limit(1))).first()


async def case_for(session: AsyncSession, client: Person) -> Case | None:
    """The case whose officer decides: the first that runs."""
    query = (
        select(Case)
        .where(Case.client_id == client.id, Case.office_id == client.office_id)
        .where(col(Case.state).in_(OPEN_STATES), col(Case.officer_id).is_not(None))
        .order_by(col(Case.id))
    )
    return (await session.exec(query.limit(1))).first()

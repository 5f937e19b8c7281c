"""What is asked of the records before a photo or a voice message may go: its cases, and open questions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain import contests
from bot.domain.cases import OVER_STATES
from bot.domain.checkins import AttendanceState
from bot.domain.contests import ContestState
from bot.domain.excuse_requests import RequestState
from bot.domain.help_calls import STANDING
from bot.domain.hours import EventKind
from bot.domain.incidents import IncidentState
from bot.domain.patterns import Answer
from bot.domain.pins import QuestionState
from bot.domain.retention import LONGEST, Facts
from bot.storage.events import case_stream
from bot.storage.excuse_requests import ExcuseProof, ExcuseRequest
from bot.storage.help_calls import with_photo
from bot.storage.identity import EnrolmentPhoto, last_check
from bot.storage.incidents import incident_with, people_of
from bot.storage.models import Attendance, Case, Consent, Contest, Event, Evidence, Photo, WorkSession
from bot.storage.patterns import Pattern
from bot.storage.signed_lists import SignedList
from bot.storage.site_pins import PinQuestion
from bot.storage.voices import VoiceNote

UNDECIDED = (AttendanceState.OPEN, AttendanceState.WAITING)
PIN_ASKED = (QuestionState.DRAFT, QuestionState.OPEN, QuestionState.JOINED)


async def due_photos(session: AsyncSession, now: datetime, limit: int) -> Sequence[Photo]:
    """Photos that want to be looked at, the longest due first."""
    query = select(Photo).where(col(Photo.look_at) <= now).order_by(col(Photo.look_at), col(Photo.id))
    return (await session.exec(query.limit(limit))).all()


async def due_voices(session: AsyncSession, now: datetime, limit: int) -> Sequence[VoiceNote]:
    """The same for voice messages."""
    query = select(VoiceNote).where(col(VoiceNote.look_at) <= now)
    return (await session.exec(query.order_by(col(VoiceNote.look_at), col(VoiceNote.id)).limit(limit))).all()


async def lock_cases(session: AsyncSession, cases: Collection[int]) -> None:
    """In the order in which everybody locks them."""
    query = select(Case.id).where(col(Case.id).in_(cases)).order_by(col(Case.id))
    (await session.exec(query.with_for_update(key_share=True))).all()


async def cases_of(session: AsyncSession, photo: Photo) -> list[int]:
    """The cases that a photo is about: one, several of a signed list or of a report from a site, none of a
    site's."""
    if photo.case_id is not None:
        return [photo.case_id]
    if (incident := await incident_with(session, photo)) is not None:
        return sorted(row.case_id for row in await people_of(session, incident))
    signed = await _list_of(session, photo)
    if signed is None:
        return []
    query = select(WorkSession.case_id).where(
        WorkSession.office_id == photo.office_id, col(WorkSession.id).in_(signed.ticked)
    )
    return sorted(set((await session.exec(query)).all()))


async def facts_of_photo(session: AsyncSession, photo: Photo, now: datetime) -> Facts:
    """What decides how long a photo is kept."""
    query = select(Evidence).where(Evidence.photo_id == photo.id, Evidence.office_id == photo.office_id)
    evidence = (await session.exec(query.limit(1))).first()
    if evidence is not None:
        check = await last_check(session, evidence)
        return Facts(
            received_at=photo.received_at,
            over_at=await over_at(session, [evidence.case_id]),
            likeness=check.verdict if check else None,
            keep_until=photo.keep_until,
            asked=await _asked(session, evidence.attendance_id, evidence.client_id, evidence.sent_at, now),
        )
    if (question := await _pin_question(session, photo)) is not None:
        return Facts(
            received_at=photo.received_at,
            over_at=question.decided_at or photo.received_at,
            asked=question.state in PIN_ASKED,
        )
    cases = await cases_of(session, photo)
    if (incident := await incident_with(session, photo)) is not None:
        return Facts(
            received_at=photo.received_at,
            over_at=await over_at(session, cases) if cases else photo.received_at,
            asked=incident.state is IncidentState.OPEN,
        )
    call = await with_photo(session, photo)
    return Facts(
        received_at=photo.received_at,
        over_at=await over_at(session, cases) if cases else photo.received_at,
        paper=bool(cases) and await _is_paper(session, photo),
        asked=(call is not None and call.state in STANDING)
        or await _is_disputed(session, col(Contest.photo_id) == photo.id, now)
        or await _proves(session, photo),
    )


async def facts_of_voice(session: AsyncSession, note: VoiceNote, now: datetime) -> Facts:
    """The same for a voice message."""
    return Facts(
        received_at=note.received_at,
        over_at=await over_at(session, [note.case_id]),
        asked=await _asked(session, note.attendance_id, note.client_id, note.sent_at, now)
        or await _is_disputed(session, col(Contest.id) == note.contest_id, now),
    )


async def over_at(session: AsyncSession, cases: Collection[int]) -> datetime | None:
    """When the last of these cases was closed or went to another Bapas; None while one goes on."""
    rows = (await session.exec(select(Case).where(col(Case.id).in_(cases)))).all()
    if any(case.state not in OVER_STATES for case in rows):
        return None
    streams = [case_stream(case.id) for case in rows]
    offices = {case.office_id for case in rows}
    query = select(func.max(Event.recorded_at)).where(
        col(Event.office_id).in_(offices),
        col(Event.stream).in_(streams),
        Event.kind == EventKind.CASE_STATE_CHANGED.value,
    )
    return (await session.exec(query)).one()


async def _asked(
    session: AsyncSession, attendance_id: int | None, client_id: int, sent_at: datetime, now: datetime
) -> bool:
    """Whether somebody has still to say a word on this work, or the client may still contest one; or whether
    an officer was asked what was odd in that month and has not found it out."""
    if attendance_id is not None:
        attendance = await session.get_one(Attendance, attendance_id)
        outside = attendance.session_id is None and attendance.accepted_by is None
        if attendance.state in UNDECIDED or (attendance.state is AttendanceState.CONFIRMED and outside):
            return True
        if attendance.decided_at and now - attendance.decided_at <= contests.OPEN_FOR:
            return True
        disputed = select(Contest.id).where(Contest.attendance_id == attendance_id, _disputed(now))
        if (await session.exec(disputed)).first() is not None:
            return True
    query = select(Pattern.id).where(
        Pattern.subject_id == client_id,
        Pattern.month == f"{sent_at:%Y-%m}",
        or_(col(Pattern.answer).is_(None), col(Pattern.answer) == Answer.UNKNOWN),
        Pattern.asked_at > now - LONGEST,
    )
    return (await session.exec(query.limit(1))).first() is not None


def _disputed(now: datetime) -> ColumnElement[bool]:
    """A contest waits, or new evidence may still open it."""
    dismissed = and_(
        col(Contest.state) == ContestState.DISMISSED,
        col(Contest.reopened_at).is_(None),
        col(Contest.decided_at) >= now - contests.OPEN_FOR,
    )
    return or_(col(Contest.state) == ContestState.OPEN, dismissed)


async def _is_disputed(session: AsyncSession, shown_by: ColumnElement[bool], now: datetime) -> bool:
    """Whether a photo or a recording is evidence of a contest on which somebody may still say a word."""
    query = select(Contest.id).where(shown_by, _disputed(now))
    return (await session.exec(query.limit(1))).first() is not None


async def _list_of(session: AsyncSession, photo: Photo) -> SignedList | None:
    query = select(SignedList).where(
        SignedList.photo_id == photo.id,
        SignedList.office_id == photo.office_id,
        col(SignedList.confirmed_at).is_not(None),
    )
    return (await session.exec(query.limit(1))).first()


async def _proves(session: AsyncSession, photo: Photo) -> bool:
    """Whether it is the proof of a request that nobody has decided."""
    query = (
        select(ExcuseRequest.id)
        .join(ExcuseProof, col(ExcuseProof.request_id) == col(ExcuseRequest.id))
        .where(ExcuseProof.photo_id == photo.id, ExcuseRequest.state == RequestState.OPEN)
    )
    return (await session.exec(query.limit(1))).first() is not None


async def _pin_question(session: AsyncSession, photo: Photo) -> PinQuestion | None:
    query = select(PinQuestion).where(
        PinQuestion.photo_id == photo.id, PinQuestion.office_id == photo.office_id
    )
    return (await session.exec(query.limit(1))).first()


async def _is_paper(session: AsyncSession, photo: Photo) -> bool:
    """The photo of enrolment, a guardian's signed form, or a list that people signed."""
    if photo.case_id is None:
        return True
    for query in (
        select(EnrolmentPhoto.id).where(EnrolmentPhoto.photo_id == photo.id),
        select(Consent.id).where(Consent.photo_id == photo.id),
    ):
        if (await session.exec(query.limit(1))).first() is not None:
            return True
    return False

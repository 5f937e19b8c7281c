"""What waits for a decision in an office, each kind asked for once, whatever the number of its officers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES, CaseState, local_day
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.closure_claims import ClaimState
from bot.domain.decisions import Decision, Waiting
from bot.domain.excuse_requests import WAITING_FOR_DECISION, RequestState
from bot.domain.hours import EventKind
from bot.domain.offers import FAR_ENOUGH
from bot.domain.outcomes import Outcome
from bot.domain.reports import midday
from bot.storage.closure_claims import ClosureClaim
from bot.storage.events import case_of, case_stream, told_by
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Attendance, Case, Event, Office, Person, WorkSession
from bot.storage.wishes import wishes_of

Row = tuple[Case, Person]
ANSWERS = (EventKind.MISS_ANSWERED, EventKind.ABSENCE_SAID, EventKind.SITE_CLOSED_CLAIM_DECIDED)
"""After which a miss has an answer that it did not have."""


async def waiting(session: AsyncSession, office: Office, now: datetime) -> list[Waiting]:
    """All of an office of which somebody may still be told (`FAR_ENOUGH`), the longest first."""
    found = [
        *await _excuses(session, office),
        *await _moves(session, office, now),
        *await _closed_sites(session, office),
        *await _outside_plan(session, office),
        *await _misses(session, office, now),
        *await _closings(session, office),
    ]
    return sorted(found, key=lambda one: (one.since, one.kind, one.id))


def _theirs(office: Office) -> tuple[ColumnElement[bool], ...]:
    """Of cases that are over nothing is decided any more."""
    return (
        col(Case.office_id) == office.id,
        col(Case.officer_id).is_not(None),
        col(Case.state).in_(OPEN_STATES),
    )


async def _excuses(session: AsyncSession, office: Office) -> list[Waiting]:
    """From when they came, or from the day on which a promised proof should have."""
    query = (
        select(ExcuseRequest, Case, Person)
        .join(Case, col(Case.id) == col(ExcuseRequest.case_id))
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(*_theirs(office), ExcuseRequest.state == RequestState.OPEN)
    )
    found = []
    for one, case, client in (await session.exec(query)).all():
        came = one.filed_at or one.begun_at
        since = max(came, midday(one.proof_on, office.zone)) if one.proof_on else came
        found.append(
            _waiting(
                Decision.EXCUSE, one.id, (case, client), since, office, day=midday(one.days[0], office.zone)
            )
        )
    return found


async def _moves(session: AsyncSession, office: Office, now: datetime) -> list[Waiting]:
    asked = await _last_asked(session, office, now - FAR_ENOUGH)
    known = await wishes_of(session, office.id, sorted({case for case, _ in asked}))
    query = (
        select(WorkSession, Case, Person)
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(*_theirs(office), Case.state == CaseState.ACTIVE)
        .where(col(WorkSession.id).in_(known.asked), WorkSession.state == SessionState.PLANNED)
        .where(col(WorkSession.starts_at) > now)
    )
    return [
        _waiting(Decision.MOVE, one.id, (case, client), asked[case.id, one.id], office, day=one.starts_at)
        for one, case, client in (await session.exec(query)).all()
        if (case.id, one.id) in asked
    ]


async def _last_asked(
    session: AsyncSession, office: Office, since: datetime
) -> Mapping[tuple[int, int], datetime]:
    """Case and session → when its client last asked for another day. What is older was told of long ago."""
    query = (
        select(Event)
        .where(Event.office_id == office.id, Event.kind == EventKind.MOVE_ASKED.value)
        .where(Event.happened_at >= since)
    )
    rows = (await session.exec(query.where(col(Event.payload).is_not(None)).order_by(col(Event.id)))).all()
    return {(case_of(one.stream), int(told_by(one)["session"])): one.happened_at for one in rows}


async def _closed_sites(session: AsyncSession, office: Office) -> list[Waiting]:
    query = (
        select(ClosureClaim, Case, Person)
        .join(Case, col(Case.id) == col(ClosureClaim.case_id))
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(*_theirs(office), ClosureClaim.state == ClaimState.OPEN)
    )
    return [
        _waiting(
            Decision.CLOSED_SITE,
            one.id,
            (case, client),
            one.claimed_at,
            office,
            day=midday(one.day, office.zone),
        )
        for one, case, client in (await session.exec(query)).all()
    ]


async def _outside_plan(session: AsyncSession, office: Office) -> list[Waiting]:
    """From the supervisor's word on."""
    query = (
        select(Attendance, Case, Person)
        .join(Case, col(Case.id) == col(Attendance.case_id))
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(*_theirs(office), Attendance.state == AttendanceState.CONFIRMED)
        .where(col(Attendance.session_id).is_(None), col(Attendance.accepted_by).is_(None))
    )
    return [
        _waiting(
            Decision.OUTSIDE_PLAN,
            one.id,
            (case, client),
            one.decided_at or one.started_at,
            office,
            day=one.started_at,
        )
        for one, case, client in (await session.exec(query)).all()
    ]


async def _misses(session: AsyncSession, office: Office, now: datetime) -> list[Waiting]:
    """What a client said of one, while nobody has said what becomes of it: from his last word on. A request
    to be excused waits as that (`_excuses`)."""
    answered = await _last_answered(session, office, now - FAR_ENOUGH)
    undecided = or_(col(WorkSession.outcome).is_(None), col(WorkSession.outcome) == Outcome.UNEXPLAINED)
    recent = or_(col(WorkSession.ends_at) >= now - FAR_ENOUGH, col(WorkSession.id).in_(answered))
    query = (
        select(WorkSession, Case, Person)
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(*_theirs(office), col(WorkSession.answer).not_in(("", WAITING_FOR_DECISION)), undecided)
        .where(WorkSession.state == SessionState.MISSED, col(WorkSession.ends_at) <= now, recent)
    )
    return [
        _waiting(
            Decision.MISS,
            one.id,
            (case, client),
            max(one.ends_at, answered.get(one.id, one.ends_at)),
            office,
            day=one.starts_at,
        )
        for one, case, client in (await session.exec(query)).all()
    ]


async def _last_answered(session: AsyncSession, office: Office, since: datetime) -> Mapping[int, datetime]:
    """Session → when something was last said for its client: by himself, by a supervisor whom he told, or by
    whoever found that the site was not closed."""
    query = (
        select(Event)
        .where(Event.office_id == office.id, col(Event.kind).in_([kind.value for kind in ANSWERS]))
        .where(Event.happened_at >= since)
    )
    rows = (await session.exec(query.where(col(Event.payload).is_not(None)).order_by(col(Event.id)))).all()
    return {int(told_by(one)["session"]): one.happened_at for one in rows}


async def _closings(session: AsyncSession, office: Office) -> list[Waiting]:
    """How it ends is for its officer to choose, and for the head to approve."""
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(*_theirs(office), Case.state == CaseState.AWAITING_CLOSING)
    )
    rows = (await session.exec(query)).all()
    turned = await _last_turns(session, office, [case.id for case, _ in rows])
    found = []
    for case, client in rows:
        if case.id in turned:
            kind = Decision.CLOSING if case.closing_outcome is None else Decision.CLOSING_OF_HEAD
            found.append(
                _waiting(kind, case.id, (case, client), turned[case.id], office, day=turned[case.id])
            )
    return found


async def _last_turns(
    session: AsyncSession, office: Office, cases: Collection[int]
) -> Mapping[int, datetime]:
    """Case → when it last came to wait for an end, or for the head."""
    kinds = (EventKind.CASE_STATE_CHANGED.value, EventKind.CLOSING_CHOSEN.value)
    query = (
        select(Event)
        .where(Event.office_id == office.id, col(Event.stream).in_([case_stream(one) for one in cases]))
        .where(col(Event.kind).in_(kinds))
        .order_by(col(Event.id))
    )
    rows: Sequence[Event] = (await session.exec(query)).all() if cases else ()
    return {case_of(one.stream): one.happened_at for one in rows}


def _waiting(
    kind: Decision, number: int, of: Row, since: datetime, office: Office, *, day: datetime
) -> Waiting:
    case, client = of
    return Waiting(kind, number, case.id, client.shown, case.guide_id, since, local_day(day, office.zone))


async def names_of(session: AsyncSession, officers: Collection[int]) -> Mapping[int, str]:
    """The officers whose decisions these are."""
    query = select(Person).where(col(Person.id).in_(officers))
    return {one.id: one.shown for one in (await session.exec(query)).all()}

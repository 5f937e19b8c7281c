"""The decisions that wait in cases which another officer has taken over: each comes to him as the card that
the former one had, for on that phone it decides nothing any more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import (
    cards,
    closing,
    contest_cards,
    excuse_cards,
    family_cards,
    help_call_cards,
    outcomes,
    signed_lists,
)
from bot.domain.answers import own_words
from bot.domain.cases import OVER_STATES, CaseState
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.contests import ContestState
from bot.domain.excuse_requests import RequestState
from bot.domain.help_calls import STANDING
from bot.domain.messages import Notice
from bot.domain.outcomes import Outcome
from bot.handlers import move_requests
from bot.handlers.newcomers import locked
from bot.storage import leaves, queries
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.help_calls import HelpCall
from bot.storage.models import Attendance, Case, Contest, Invitation, Person, Site, WorkSession

AHEAD = timedelta(days=2)
"""How far ahead officers are asked about a day on which nobody confirms; who was asked is looked up."""


async def anew(session: AsyncSession, cases: Sequence[Case], former: Person, now: datetime) -> list[Notice]:
    """One card each: first calls for help, then what a day or a person waits for, and what `/perlu` does not
    name; then the rest, each kind with the oldest first."""
    living = {one.id: one for one in cases if one.state not in OVER_STATES}
    all_of_them = {one.id: one for one in cases}
    return [
        *await _calls(session, all_of_them, now),
        *await _unattended(session, living, former.id, now),
        *(one for _, one in await move_requests.waiting(session, former.office_id, [*living.values()], now)),
        *await _locked(session, living),
        *await _excuse_requests(session, all_of_them),
        *await _contests(session, all_of_them),
        *await _outside_plan(session, living),
        *await family_cards.of_cases(session, former.office_id, living, now),
        *await _misses(session, living, now),
        *await _closings(session, living, now),
    ]


async def _calls(session: AsyncSession, cases: dict[int, Case], now: datetime) -> list[Notice]:
    """Calls for help that nobody has closed: whoever guides the client now is told of each at once."""
    query = (
        select(HelpCall)
        .where(col(HelpCall.case_id).in_(cases), col(HelpCall.state).in_(list(STANDING)))
        .order_by(col(HelpCall.id))
    )
    found = []
    for call in (await session.exec(query)).all():
        officer = await session.get_one(Person, cases[call.case_id].guide_id)
        client = await session.get_one(Person, call.client_id)
        card = await help_call_cards.card(session, call, await leaves.guide_today(session, officer, now))
        found.append(replace(card, params={"name": client.shown}))  # for the former officer's card
    return found


async def _unattended(
    session: AsyncSession, cases: dict[int, Case], former_id: int, now: datetime
) -> list[Notice]:
    """Days to come on which nobody confirms, of which the former officer was told."""
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(col(WorkSession.case_id).in_(cases), WorkSession.state == SessionState.PLANNED)
        .where(WorkSession.ends_at >= now, WorkSession.starts_at <= now + AHEAD)
        .order_by(col(WorkSession.starts_at), col(WorkSession.id))
    )
    found: dict[str, Notice] = {}
    for planned, site in (await session.exec(query)).all():
        before = signed_lists.asked_once(site, planned.day, former_id)
        if await queries.was_queued(session, former_id, before):
            for notice in await signed_lists.asked(session, cases[planned.case_id], planned, site, now):
                found.setdefault(notice.once, notice)
    return list(found.values())


async def _locked(session: AsyncSession, cases: dict[int, Case]) -> list[Notice]:
    """Clients and guardians who are locked out after too many wrong tries."""
    guides = {one.client_id: one.guide for one in cases.values()}
    guides |= {one.guardian_id: one.guide for one in cases.values() if one.guardian_id is not None}
    newest = select(func.max(Invitation.id)).where(col(Invitation.person_id).in_(guides))
    query = (
        select(Invitation, Person)
        .join(Person, col(Person.id) == col(Invitation.person_id))
        .where(col(Invitation.id).in_(newest.group_by(col(Invitation.person_id))))
        .where(col(Invitation.locked_at).is_not(None), col(Invitation.used_at).is_(None))
        .order_by(col(Invitation.locked_at))
    )
    rows = (await session.exec(query)).all()
    return [locked(invitation, person, guides[person.id]) for invitation, person in rows]


async def _contests(session: AsyncSession, cases: dict[int, Case]) -> list[Notice]:
    """Those that whoever guides the case decides; a head keeps his."""
    query = (
        select(Contest)
        .where(col(Contest.case_id).in_(cases), Contest.state == ContestState.OPEN)
        .where(~col(Contest.by_head))
        .order_by(col(Contest.answer_by), col(Contest.id))
    )
    found = []
    for contest in (await session.exec(query)).all():
        case = cases[contest.case_id]
        guide = await session.get_one(Person, case.guide_id)
        card = await contest_cards.card(session, case, contest, guide)
        found.append(replace(card, to=case.guide))
    return found


async def _excuse_requests(session: AsyncSession, cases: dict[int, Case]) -> list[Notice]:
    """Clients who ask to be excused."""
    query = (
        select(ExcuseRequest)
        .where(col(ExcuseRequest.case_id).in_(cases), ExcuseRequest.state == RequestState.OPEN)
        .order_by(col(ExcuseRequest.first), col(ExcuseRequest.id))
    )
    found = []
    for request in (await session.exec(query)).all():
        client = await session.get_one(Person, request.client_id)
        card = await excuse_cards.card(session, cases[request.case_id], request)
        found.append(replace(card, params={**card.params, "name": client.shown}))  # as above
    return found


async def _outside_plan(session: AsyncSession, cases: dict[int, Case]) -> list[Notice]:
    query = (
        select(Attendance, Site, Person)
        .join(Site, col(Site.id) == col(Attendance.site_id))
        .join(Person, col(Person.id) == col(Attendance.client_id))
        .where(col(Attendance.case_id).in_(cases), Attendance.state == AttendanceState.CONFIRMED)
        .where(col(Attendance.session_id).is_(None), col(Attendance.accepted_by).is_(None))
        .order_by(col(Attendance.started_at), col(Attendance.id))
    )
    return [
        await cards.outside_plan_card(session, cases[attendance.case_id], client, attendance, site)
        for attendance, site, client in (await session.exec(query)).all()
    ]


async def _misses(session: AsyncSession, cases: dict[int, Case], now: datetime) -> list[Notice]:
    """What clients said of a miss, while no officer has said what becomes of it."""
    undecided = or_(col(WorkSession.outcome).is_(None), col(WorkSession.outcome) == Outcome.UNEXPLAINED)
    query = (
        select(WorkSession)
        .where(col(WorkSession.case_id).in_(cases), WorkSession.answer != "", undecided)
        .where(col(WorkSession.state).in_([SessionState.PLANNED, SessionState.MISSED]))
        .where(WorkSession.starts_at <= now)
        .order_by(col(WorkSession.starts_at), col(WorkSession.id))
    )
    return [
        await outcomes.question(
            session, cases[planned.case_id], planned, "miss-told-officer", own_words(planned.answer)
        )
        for planned in (await session.exec(query)).all()
    ]


async def _closings(session: AsyncSession, cases: dict[int, Case], now: datetime) -> list[Notice]:
    """Cases that wait for an end; what was chosen waits for the head."""
    return [
        await closing.choice_card(session, case, await session.get_one(Person, case.client_id), now)
        for case in cases.values()
        if case.state is CaseState.AWAITING_CLOSING and case.closing_outcome is None
    ]

"""The cards that stand beside an officer's or head's work list: what waits for his decision, each with its
buttons."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import (
    cards,
    closing,
    closure_claims,
    contest_cards,
    excuse_cards,
    family_cards,
    help_calls,
    incident_cards,
    pin_cards,
)
from bot.domain.digest import Week
from bot.domain.messages import Line, Notice, Show, When
from bot.domain.people import Role
from bot.handlers import clients, office_transfer_cards, transfer_cards
from bot.storage import client_queries, contests, excuse_requests, incidents, leaves, queries, threads
from bot.storage import closure_claims as claims
from bot.storage import help_calls as calls
from bot.storage.models import Case, Person

DECISIONS = 5
"""Cards of one kind at once."""
WRITERS = 6
"""Clients who wrote, at once."""


async def first(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """Before everything else: who asks for help, and nobody has said that it is done; what happened at a site
    and he has not read; then, for an officer, who wrote and waits to be read."""
    standing = await calls.standing_for(session, who, DECISIONS, now)
    called = [await help_calls.card(session, call, who, show=Show.AGAIN) for call in standing]
    for one in await incidents.unread_by(session, who, DECISIONS):
        called.append(await incident_cards.card(session, one, who, now, show=Show.AGAIN))
    return [*called, *(await _unread(session, who, now) if who.role is Role.OFFICER else [])]


async def _unread(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """Since when, with a button to each."""
    found = await threads.unread_by(session, who, WRITERS, now)
    if not found:
        return []
    office = await queries.office_of(session, who.office_id)
    lines = [
        Line(
            "unread-line",
            {"name": one.client.shown, "count": one.count, "at": When(one.since, office.zone)},
        )
        for one in found
    ]
    choices = clients.buttons("message-to", [clients.numbered(one.case, one.client) for one in found])
    return [Notice(to=who.id, key="unread-heading", lines=tuple(lines), choices=choices)]


async def of_officer(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """What waits for an officer beside the sentences of his list."""
    officers = await leaves.guided(session, who, now)
    return [
        *await offers(session, who),
        *await _excuse_requests(session, who, now),
        *await _contests(session, who, now),
        *await pin_cards.waiting(session, who, now),
        *await family_cards.waiting(session, who.office_id, officers, now, most=DECISIONS),
        *await _closed_sites(session, who, officers, now),
    ]


async def of_head(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """Offers to the office, closings and contests that wait for its head."""
    waiting = await client_queries.chosen_closings(session, who.office_id, DECISIONS)
    closings = [replace(await closing.for_head(session, case, who), show=Show.AGAIN) for case in waiting]
    return [*await offers(session, who), *closings, *await _contests(session, who, now)]


async def offers(session: AsyncSession, who: Person) -> list[Notice]:
    """A card for each client offered to this officer, or to this Bapas; a head also sees who waits."""
    found = [
        *await transfer_cards.known(session, who, DECISIONS),
        *await office_transfer_cards.known(session, who, DECISIONS),
    ]
    to_answer = [replace(one, show=Show.AGAIN) for one in found if one.card]
    waiting = [one for one in found if not one.card] if who.role is Role.HEAD else []
    return [*to_answer, *waiting]  # an officer reads in his list what he waits for


async def _excuse_requests(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """A card for each client who asks to be excused."""
    found = []
    for request in await excuse_requests.waiting_for(session, who, DECISIONS, now):
        case = await session.get_one(Case, request.case_id)
        found.append(await excuse_cards.card(session, case, request, to=who, show=Show.AGAIN))
    return found


async def _closed_sites(
    session: AsyncSession, who: Person, officers: Collection[int], now: datetime
) -> list[Notice]:
    """The question for each site and day that clients found closed."""
    found = []
    for claim in await claims.open_in_cases(session, who.office_id, officers, DECISIONS):
        site = await queries.site_of(session, who.office_id, claim.site_id)
        found.append(await closure_claims.question(session, claim, site, who, now, firmly=True))
    return found


async def _contests(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """A card for each contest that this officer or head decides."""
    found = []
    for contest in await contests.waiting_for(session, who, DECISIONS, now):
        case = await session.get_one(Case, contest.case_id)
        found.append(await contest_cards.card(session, case, contest, who, show=Show.AGAIN))
    return found


async def outside_plan(session: AsyncSession, who: Person, week: Week, now: datetime) -> list[Notice]:
    """A card with two buttons for each piece of work outside the plan."""
    clients = (*week.clients, *week.left_behind)
    waiting = [one.id for client in clients for one in client.attended if one.awaits_officer]
    notices = []
    for attendance_id in waiting[:DECISIONS]:
        attendance = await queries.attendance_by_id(session, who.office_id, attendance_id)
        if attendance is None:
            continue
        found = await client_queries.case_for(session, who, attendance.case_id, now)
        if found is None:
            continue
        site = await queries.site_of(session, who.office_id, attendance.site_id)
        card = await cards.outside_plan_card(session, *found, attendance, site)
        notices.append(replace(card, to=who.id, show=Show.AGAIN))
    return notices

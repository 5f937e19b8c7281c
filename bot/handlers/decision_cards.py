"""The cards that stand beside an officer's or head's work list: what waits for his decision, each with its
buttons."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import (
    cards,
    closing,
    closure_claims,
    contest_cards,
    family_cards,
    help_call_cards,
    incident_cards,
    paging,
    pin_cards,
)
from bot.domain.digest import Week
from bot.domain.messages import Line, Notice, Param, Show, When
from bot.domain.pages import Page, page_of
from bot.domain.people import Role
from bot.handlers import clients, office_transfer_cards, transfer_cards
from bot.storage import client_queries, contests, incidents, leaves, queries, threads
from bot.storage import closure_claims as claims
from bot.storage import help_calls as calls
from bot.storage.closure_claims import ClosureClaim
from bot.storage.models import Case, Contest, Person

DECISIONS = 5
"""Cards of one kind at once; a message below them turns to the next."""
WRITERS = 6
"""Clients who wrote, on a page."""
MOST = 1000
"""More of one kind is not looked for."""


class Pile(StrEnum):
    """What waits in cards of one kind."""

    CALLS = "calls"
    INCIDENTS = "incidents"
    WRITERS = "writers"
    OFFERS = "offers"
    CONTESTS = "contests"
    PINS = "pins"
    FAMILY = "family"
    CLOSED = "closed"
    CLOSINGS = "closings"


FIRST = (Pile.CALLS, Pile.INCIDENTS, Pile.WRITERS)
"""Before everything else: who asks for help, and nobody has said that it is done; what happened at a site and
he has not read; then, for an officer, who wrote and waits to be read."""
OF_OFFICER = (Pile.OFFERS, Pile.PINS, Pile.FAMILY, Pile.CLOSED)
"""What waits for an officer beside the lines of his list."""
OF_HEAD = (Pile.OFFERS, Pile.CLOSINGS, Pile.CONTESTS)
"""Offers to the office, closings and contests that wait for its head."""


def piles(who: Person) -> tuple[Pile, ...]:
    """All that may wait for this person."""
    if who.role is Role.HEAD:
        return Pile.CALLS, Pile.INCIDENTS, *OF_HEAD
    return *FIRST, *OF_OFFICER


async def first(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    return await _all(session, who, FIRST, now)


async def of_officer(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    return await _all(session, who, OF_OFFICER, now)


async def of_head(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    return await _all(session, who, OF_HEAD, now)


async def _all(session: AsyncSession, who: Person, wanted: Collection[Pile], now: datetime) -> list[Notice]:
    mine = piles(who)
    return [card for pile in wanted if pile in mine for card in await page(session, who, pile, 0, now)]


async def page(session: AsyncSession, who: Person, pile: Pile, wanted: int, now: datetime) -> list[Notice]:
    """A page of one pile as it is now, or the nearest there is; nothing where nothing waits any more."""
    match pile:
        case Pile.CALLS:
            calling = await calls.standing_for(session, who, MOST, now)
            shown = page_of(len(calling), DECISIONS, wanted)
            found = [
                await help_call_cards.card(session, one, who, show=Show.AGAIN) for one in shown.cut(calling)
            ]
        case Pile.INCIDENTS:
            unread = await incidents.unread_by(session, who, MOST)
            shown = page_of(len(unread), DECISIONS, wanted)
            found = [
                await incident_cards.card(session, one, who, now, show=Show.AGAIN)
                for one in shown.cut(unread)
            ]
        case Pile.WRITERS:
            return await _writers(session, who, wanted, now)
        case Pile.CONTESTS:
            filed = await contests.waiting_for(session, who, MOST, now)
            shown = page_of(len(filed), DECISIONS, wanted)
            found = [await _contest(session, who, one) for one in shown.cut(filed)]
        case Pile.CLOSED:
            officers = await leaves.guided(session, who, now)
            claimed = await claims.open_in_cases(session, who.office_id, officers, MOST)
            shown = page_of(len(claimed), DECISIONS, wanted)
            found = [await _closed_site(session, who, one, now) for one in shown.cut(claimed)]
        case Pile.CLOSINGS:
            chosen = await client_queries.chosen_closings(session, who.office_id, MOST)
            shown = page_of(len(chosen), DECISIONS, wanted)
            found = [
                replace(await closing.for_head(session, case, who), show=Show.AGAIN)
                for case in shown.cut(chosen)
            ]
        case Pile.OFFERS | Pile.PINS | Pile.FAMILY:
            every = await _cards(session, who, pile, now)
            shown = page_of(len(every), DECISIONS, wanted)
            found = list(shown.cut(every))
    return [*found, *_turning(who, pile, shown)]


def _turning(who: Person, pile: Pile, shown: Page) -> list[Notice]:
    """Below the cards, where there are more than fit at once. 1 goes back, 2 goes on."""
    if shown.count == 1:
        return []
    pages: dict[str, Param] = {"page": shown.number + 1, "pages": shown.count}
    return [
        Notice(
            to=who.id,
            key=f"decisions-page-{Pile(pile).value}",
            params=pages,
            choices=tuple(paging.choices(f"decisions:{pile.value}", shown, after=0)),
            card=f"decisions:{pile.value}",
            show=Show.AGAIN,
        )
    ]


async def _cards(session: AsyncSession, who: Person, pile: Pile, now: datetime) -> list[Notice]:
    """The piles that come as cards."""
    if pile is Pile.PINS:
        return await pin_cards.waiting(session, who, now)
    if pile is Pile.FAMILY:
        officers = await leaves.guided(session, who, now)
        return await family_cards.waiting(session, who.office_id, officers, now, most=MOST)
    return await offers(session, who)


async def _writers(session: AsyncSession, who: Person, wanted: int, now: datetime) -> list[Notice]:
    """Since when, with a button to each."""
    found = await threads.unread_by(session, who, MOST, now)
    if not found:
        return []
    office = await queries.office_of(session, who.office_id)
    shown = page_of(len(found), WRITERS, wanted)
    writers = shown.cut(found)
    lines = [
        Line(
            "unread-line",
            {"name": one.client.shown, "count": one.count, "at": When(one.since, office.zone)},
        )
        for one in writers
    ]
    choices = clients.buttons("message-to", [clients.numbered(one.case, one.client) for one in writers])
    turning = paging.choices(f"decisions:{Pile.WRITERS.value}", shown, after=WRITERS)
    return [
        Notice(
            to=who.id,
            key="unread-heading",
            lines=(*lines, *paging.lines(shown)),
            choices=(*choices, *turning),
            card=f"decisions:{Pile.WRITERS.value}",
            show=Show.AGAIN,
        )
    ]


async def offers(session: AsyncSession, who: Person) -> list[Notice]:
    """A card for each client offered to this officer, or to this Bapas; a head also sees who waits."""
    found = [
        *await transfer_cards.known(session, who, MOST),
        *await office_transfer_cards.known(session, who, MOST),
    ]
    to_answer = [replace(one, show=Show.AGAIN) for one in found if one.card]
    waiting = [one for one in found if not one.card] if who.role is Role.HEAD else []
    return [*to_answer, *waiting]  # an officer reads in his list what he waits for


async def _closed_site(session: AsyncSession, who: Person, claim: ClosureClaim, now: datetime) -> Notice:
    """The question for a site and day that clients found closed."""
    site = await queries.site_of(session, who.office_id, claim.site_id)
    return await closure_claims.question(session, claim, site, who, now, firmly=True)


async def _contest(session: AsyncSession, who: Person, contest: Contest) -> Notice:
    case = await session.get_one(Case, contest.case_id)
    return await contest_cards.card(session, case, contest, who, show=Show.AGAIN)


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

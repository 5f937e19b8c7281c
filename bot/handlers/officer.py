"""An officer asks how the week is and how a client is, and decides on work outside the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, cards, kinship, paging, receipts
from bot.domain.cases import local_day
from bot.domain.checkins import AttendanceState
from bot.domain.messages import (
    Inbound,
    Line,
    Minutes,
    Notice,
    Param,
    Refused,
    Show,
    When,
    choice_numbers,
)
from bot.domain.pages import page_in, page_of
from bot.domain.people import Role
from bot.domain.weeks import Period
from bot.handlers import clients, head_lines
from bot.handlers.case_cards import card_of as card_of_client
from bot.handlers.client_cards import former_card
from bot.reports.digest_messages import summary_notice
from bot.reports.mondays import summarized
from bot.storage import client_queries, leaves, queries, transfers
from bot.storage.models import Attendance, Case, Person, Site

log = structlog.get_logger()

MATCHES = 8
"""Clients offered at once when a name fits several."""
MOST = 1000
"""More of them are not counted."""
FOUND = "client-found"
TOPIC = "client-name"
"""The question which client, which waits for a name or a code."""
LONGEST_ID = 64
"""Bytes of a button's id."""
DECLINED = "reason-outside-plan"


async def summary(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/ringkasan`: this week so far. Nothing is stored; Monday's digest stays what it said."""
    office = await queries.office_of(session, who.office_id)
    today = local_day(now, office.zone)
    monday = today - timedelta(days=today.weekday())
    notices = []
    for officer in await _guided(session, who, now):
        week = await summarized(session, office, officer, Period(monday, today), now)
        notice = summary_notice(week, who, whose=officer)
        keyboard = await cards.keyboard(session, who, now)
        if officer:
            notices.append(replace(notice, ask=keyboard))
            continue
        lines, longer = await head_lines.lines(session, office, now)
        whole = (*notice.lines, *lines)
        notices.append(replace(notice, lines=whole, choices=longer, ask=None if longer else keyboard))
    return notices


async def client_card(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/klien NAME`: by part of a name or by the code, among the cases that the officer guides today."""
    if not inbound.text.strip():
        await queries.ask_for_words(session, who, TOPIC, 0, now)
        return [Notice(to=who.id, key="client-ask-name")]
    return await _called(session, who, inbound.text.strip(), None, now)


async def name_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The name or code that was asked for; of nobody, it is asked for still."""
    found = await _called(session, who, inbound.text.strip(), None, now)
    await queries.forget_question(session, who)
    return found


async def turn_found(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Another page of the clients whose name fits, as they are now; what was typed stands in the button."""
    text = inbound.text.partition(":")[2].rpartition(":")[0]
    return await _called(session, who, text, page_in(inbound.text), now)


async def _called(
    session: AsyncSession, who: Person, text: str, wanted: int | None, now: datetime
) -> list[Notice]:
    """The card of the one, or a page of several. Where what was typed does not fit into a button, the first
    of them, and the question for more of the name."""
    if not text:
        raise Refused("client-ask-name")
    found = await client_queries.cases_called(session, who, text, MOST, now)
    if not found:
        if given := await transfers.left_by(session, who, MATCHES, now, called=text):
            return _given_away(who, given, [await former_card(session, who, given[0], now)])
        raise Refused("client-not-found", text=text[:60])
    if len(found) == 1:
        return [await card_of_client(session, who, *found[0], now)]
    page = page_of(len(found), MATCHES, wanted or 0)
    shown = tuple(page.cut(clients.buttons("client", [clients.numbered(*row) for row in found])))
    turning = tuple(paging.choices(f"{FOUND}:{text}", page, after=MATCHES))
    if any(len(one.id.encode()) > LONGEST_ID for one in turning):
        return [Notice(to=who.id, key="client-which-of-many", params={"count": len(shown)}, choices=shown)]
    return [
        Notice(
            to=who.id,
            key="client-which" if page.count == 1 else "client-which-page",
            params={"count": len(found)},
            lines=tuple(paging.lines(page)),
            choices=(*shown, *turning),
            card=FOUND if page.count > 1 else "",
            show=Show.AGAIN if wanted is None else Show.EDIT,
        )
    ]


async def client_by_choice(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    """A button with a client's name."""
    (case_id,) = choice_numbers(inbound.text, 1)
    found = await client_queries.case_for(session, who, case_id, now)
    if found is None:
        given = await transfers.left_by(session, who, 1, now, case_ids=[case_id])
        if not given:
            raise _not_yours(who)
        return [await former_card(session, who, given[0], now)]
    return [await card_of_client(session, who, *found, now)]


def _given_away(who: Person, given: Sequence[transfers.Left], only: list[Notice]) -> list[Notice]:
    """Clients whom this officer has given away: the card, or a button for each."""
    if len(given) == 1:
        return only
    choices = clients.buttons("client", [clients.numbered(one.case, one.client) for one in given])
    return [Notice(to=who.id, key="client-which", params={"count": len(choices)}, choices=choices)]


async def accept(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Work outside the plan counts."""
    return await _judge(session, who, inbound, now, accepted=True)


async def decline(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Work outside the plan does not count; it stays on record."""
    return await _judge(session, who, inbound, now, accepted=False)


async def _judge(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, *, accepted: bool
) -> list[Notice]:
    """Decide once; a later or second tap shows what was decided."""
    attendance_id, revision = choice_numbers(inbound.text, 2)
    attendance, case = await _to_decide(session, who, attendance_id, now)
    client = await session.get_one(Person, case.client_id)
    site = await queries.site_of(session, case.office_id, attendance.site_id)
    if attendance.state is not AttendanceState.CONFIRMED or attendance.accepted_by is not None:
        return [_decided(who, client, attendance, site)]
    if attendance.revision != revision:
        card = await cards.outside_plan_card(session, case, client, attendance, site)
        return [replace(card, to=who.id, show=Show.EDIT)]
    attendance.reject_reason = "" if accepted else DECLINED
    await attendances.judge_outside_plan(session, case, attendance, by=who.id, accepted=accepted, now=now)
    balance = await queries.balance_of(session, case)
    told = receipts.told_result(client, attendance, site, balance.remaining)
    return [_decided(who, client, attendance, site), told, *receipts.contest_offer(attendance)]


async def _to_decide(
    session: AsyncSession, who: Person, attendance_id: int, now: datetime
) -> tuple[Attendance, Case]:
    """Work outside the plan in a case that this officer guides today, locked. Raises Refused for anything
    else."""
    attendance = await queries.attendance_by_id(session, who.office_id, attendance_id)
    if attendance is None:
        raise _not_yours(who)
    case = await queries.locked_case(session, who.office_id, attendance.case_id)
    if case is None or not await leaves.answers_for(session, who, case, now):
        raise _not_yours(who)
    await kinship.check_officer(session, who, case)
    await session.refresh(attendance)
    undecided = attendance.state in (AttendanceState.OPEN, AttendanceState.WAITING)
    if attendance.session_id is not None or undecided:
        raise Refused("choice-unknown")
    return attendance, case


def _decided(who: Person, client: Person, attendance: Attendance, site: Site) -> Notice:
    """The card of work outside the plan, as it now stands."""
    params: dict[str, Param] = {
        "name": client.shown,
        "site": site.name,
        "day": When(attendance.started_at, site.zone),
        "credited": Minutes(attendance.credited),
    }
    accepted = attendance.state is AttendanceState.CONFIRMED
    key = "outside-plan-accepted" if accepted else "outside-plan-declined"
    return Notice(
        to=who.id,
        key=key,
        params=params,
        card=f"outside:{attendance.id}",
        show=Show.EDIT,
        toast=Line(key, params),
    )


async def _guided(session: AsyncSession, who: Person, now: datetime) -> Sequence[Person | None]:
    """Whose clients: an officer's own and those of whom he stands in for; a head's whole office."""
    return (who, *await leaves.away_today(session, who, now)) if who.role is Role.OFFICER else (None,)


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")

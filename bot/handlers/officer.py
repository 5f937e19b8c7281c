"""An officer asks who needs him, how the week is, how a client is; and decides on work outside the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, cards, closing, contests, help_calls, pin_cards, receipts
from bot.domain.cases import local_day
from bot.domain.checkins import AttendanceState
from bot.domain.digest import Week
from bot.domain.findings import Finding, Group, findings
from bot.domain.messages import (
    Ask,
    Choice,
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
from bot.domain.people import Role
from bot.domain.weeks import Period
from bot.handlers import clients, office_transfer_cards, transfer_cards
from bot.handlers.case_cards import card_of as card_of_client
from bot.handlers.client_cards import former_card
from bot.reports.summary import exceptions
from bot.reports.weekly import gather, summary_notice
from bot.storage import client_queries, leaves, queries, threads, transfers
from bot.storage import help_calls as calls
from bot.storage.models import Attendance, Case, Office, Person, Site

log = structlog.get_logger()

LOOK_BACK = timedelta(days=6)
"""`/perlu` looks at today and the six days before."""
BUTTONS = 6
"""Clients with a button under `/perlu`; the others open by `/klien`."""
MATCHES = 8
"""Clients offered when a name fits several."""
DECISIONS = 5
"""Cards of work outside the plan at once."""
DECLINED = "reason-outside-plan"
CARD_BELOW = {
    "digest-outside-plan": "needs-outside-plan",
    "digest-pin": "needs-pin",
    "digest-offer-asked": "needs-offer-asked",
    "digest-offer-all-asked": "needs-offer-all-asked",
}
"""Sentences about what is decided on a card that stands below them here."""


async def summary(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/ringkasan`: this week so far. Nothing is stored; Monday's digest stays what it said."""
    office = await queries.office_of(session, who.office_id)
    today = local_day(now, office.zone)
    monday = today - timedelta(days=today.weekday())
    notices = []
    for officer in await _guided(session, who, now):
        week = await gather(session, office, officer, Period(monday, today), now)
        notice = summary_notice(week, who, whose=officer)
        notices.append(replace(notice, ask=await cards.keyboard(session, who, now)))
    return notices


async def needs(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/perlu`: the exceptions now with the next step, a button to each client, and the open decisions; for a
    head of office the offers without an answer and the closings that wait for his word."""
    called = await _calls(session, who, now)
    if who.role is Role.HEAD:
        return [*called, *await _closings(session, who, now, quietly=bool(called))]
    asked = await _offers(session, who)
    office = await queries.office_of(session, who.office_id)
    notices = [*called, *await _unread(session, who, now)]
    for officer in (who, *await leaves.away_today(session, who, now)):
        notices += await _needs_of(session, who, officer, office, now)
    notices += [*asked, *await _contests(session, who, now), *await pin_cards.waiting(session, who, now)]
    return notices or [Notice(to=who.id, key="needs-nothing", ask=Ask.OFFICER)]


async def _needs_of(
    session: AsyncSession, who: Person, officer: Person, office: Office, now: datetime
) -> list[Notice]:
    """The exceptions of his own clients, or of those of an officer on leave, with the decisions to make."""
    today = local_day(now, office.zone)
    week = await gather(session, office, officer, Period(today - LOOK_BACK, today), now)
    found = [one for one in findings(week) if one.group is not Group.FINE]
    if not found:
        return []
    own = officer.id == who.id
    at: dict[str, Param] = {"at": When(now, office.zone)}
    heading = Notice(
        to=who.id,
        key="needs-heading" if own else "needs-heading-stand-in",
        params=at if own else at | {"officer": officer.shown},
        lines=tuple(_with_card(line) for line in exceptions(found)),
        choices=_buttons(week, found),
    )
    return [heading, *await _decisions(session, who, week, now)]


async def _calls(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """First of all: who asks for help, and nobody has said that it is done."""
    standing = await calls.standing_for(session, who, DECISIONS, now)
    return [await help_calls.card(session, call, who, show=Show.AGAIN) for call in standing]


async def _unread(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """Who wrote and waits to be read, since when, with a button to each."""
    found = await threads.unread_by(session, who, BUTTONS, now)
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


async def _closings(session: AsyncSession, who: Person, now: datetime, *, quietly: bool) -> list[Notice]:
    waiting = await client_queries.chosen_closings(session, who.office_id, DECISIONS)
    closings = [replace(await closing.for_head(session, case, who), show=Show.AGAIN) for case in waiting]
    found = [*await _offers(session, who), *closings, *await _contests(session, who, now)]
    if found or quietly:
        return found
    return [Notice(to=who.id, key="needs-no-closing", ask=Ask.HEAD)]


async def _offers(session: AsyncSession, who: Person) -> list[Notice]:
    """A card for each client offered to this officer, or to this Bapas; a head also sees who waits."""
    found = [
        *await transfer_cards.known(session, who, DECISIONS),
        *await office_transfer_cards.known(session, who, DECISIONS),
    ]
    to_answer = [replace(one, show=Show.AGAIN) for one in found if one.card]
    waiting = [one for one in found if not one.card] if who.role is Role.HEAD else []
    return [*to_answer, *waiting]  # an officer reads in his list what he waits for


async def _contests(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """A card for each contest that this officer or head decides."""
    found = []
    for contest in await contests.waiting_for(session, who, DECISIONS, now):
        case = await session.get_one(Case, contest.case_id)
        attendance = await session.get_one(Attendance, contest.attendance_id)
        card = await contests.card(session, case, contest, attendance, who)
        found.append(replace(card, show=Show.AGAIN))
    return found


async def client_card(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/klien NAME`: by part of a name or by the code, among the cases that the officer guides today."""
    text = inbound.text.strip()
    if not text:
        raise Refused("client-ask-name")
    found = await client_queries.cases_called(session, who, text, MATCHES + 1, now)
    if not found:
        if given := await transfers.left_by(session, who, MATCHES, now, called=text):
            return _given_away(who, given, [await former_card(session, who, given[0], now)])
        raise Refused("client-not-found", text=text[:60])
    if len(found) == 1:
        return [await card_of_client(session, who, *found[0], now)]
    key = "client-which" if len(found) <= MATCHES else "client-which-of-many"
    choices = clients.buttons("client", [clients.numbered(*row) for row in found[:MATCHES]])
    return [Notice(to=who.id, key=key, params={"count": len(choices)}, choices=choices)]


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


def _with_card(line: Line) -> Line:
    """Here the card to decide on comes right below; elsewhere `/perlu` is the step."""
    return Line(CARD_BELOW.get(line.key, line.key), line.params)


def _buttons(week: Week, found: list[Finding]) -> tuple[Choice, ...]:
    counted = (*week.clients, *week.left_behind)
    known = {one.case_id: clients.Numbered(one.case_id, one.name, one.number) for one in counted}
    known |= {one.case_id: clients.Numbered(one.case_id, one.name) for one in week.drafts}
    cases = list(dict.fromkeys(case for finding in found for case in finding.cases))
    return clients.buttons("client", [known[case] for case in cases[:BUTTONS]])


async def _decisions(session: AsyncSession, who: Person, week: Week, now: datetime) -> list[Notice]:
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


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")

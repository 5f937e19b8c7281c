"""A client has come from another Bapas: everybody concerned on both sides hears it, in his own words."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, office_transfers
from bot.domain.cases import CaseState
from bot.domain.messages import Ask, Choice, Line, Minutes, Notice, Param, Show, When
from bot.domain.people import Role
from bot.handlers.office_transfer_cards import answered_elsewhere, card_of, params_of, still_open
from bot.office_arrivals import Arrival
from bot.storage import account_queries, queries, threads
from bot.storage.models import Person
from bot.storage.office_transfers import OfficeTransfer


async def fell(session: AsyncSession, transfer: OfficeTransfer, by: Person) -> list[Notice]:
    """Nothing was left to take over."""
    people = [one.id for one in await office_transfers.receivers(session, transfer) if one.id != by.id]
    params = params_of(transfer)
    here = Notice(
        to=by.id,
        key="office-transfer-nothing-left",
        params=params,
        card=card_of(transfer),
        show=Show.EDIT,
    )
    return [here, *answered_elsewhere(transfer, people, "office-transfer-nothing-left", params)]


async def arrived(
    session: AsyncSession,
    transfer: OfficeTransfer,
    arrival: Arrival,
    officer: Person,
    by: Person,
    now: datetime,
) -> list[Notice]:
    """The new office, the client and his guardian, then the old office and the sites that expected him."""
    params = params_of(transfer) | {"officer": officer.shown, "code": arrival.client.code}
    colleagues = [one.id for one in await office_transfers.receivers(session, transfer) if one.id != by.id]
    taken = Notice(
        to=by.id, key="office-transfer-taken", params=params, card=card_of(transfer), show=Show.EDIT
    )
    return [
        taken,
        *answered_elsewhere(transfer, colleagues, "office-transfer-taken", params),
        *await _new_officer(session, transfer, arrival, officer, params, now),
        *await _client(session, arrival, officer, now),
        *await _guardians(session, arrival, officer, now),
        *await _old_office(session, transfer, arrival, params),
        *await _on_site(session, transfer, arrival, now),
    ]


async def _new_officer(
    session: AsyncSession,
    transfer: OfficeTransfer,
    arrival: Arrival,
    officer: Person,
    params: dict[str, Param],
    now: datetime,
) -> list[Notice]:
    """Who has come, with which hours, what is still decided where he comes from, what is missing, and the
    next step: a place to work."""
    lines: list[Line] = []
    choices: list[Choice] = []
    for case in arrival.cases:
        balance = await queries.balance_of(session, case)
        number: dict[str, Param] = {"number": case.number}
        if case.total_minutes is None:
            lines.append(Line("office-arrival-case", number))
        else:
            hours = {"credited": Minutes(balance.credited), "total": Minutes(case.total_minutes)}
            lines.append(Line("office-arrival-case-hours", number | hours))
        if case.state is CaseState.ACTIVE and case.total_minutes is not None:
            choices.append(Choice(f"placing:{case.id}", "choice-office-arrival-place"))
        choices.append(Choice(f"client:{case.id}", "choice-office-arrival-card"))
    lines += [line for one in transfer.offered for line in still_open(one)]
    lines += [
        Line(f"office-arrival-call-{state}", about)
        for state, about in await _calls(session, transfer, arrival)
    ]
    if not await account_queries.has_account(session, arrival.client):
        lines.append(Line("office-arrival-no-chat", {"code": arrival.client.code}))
    lines += [Line("office-arrival-guardian-stays", {"code": one.code}) for one in arrival.people.staying]
    lines += [Line("office-arrival-prosecutor", {"code": one.code}) for one in arrival.people.prosecutors]
    key = "office-arrival" if any(one.key == "choice-office-arrival-place" for one in choices) else None
    return [
        Notice(
            to=officer.id,
            key=key or "office-arrival-no-place",
            params=params,
            lines=tuple(lines),
            choices=tuple(choices),
        )
    ]


async def _client(session: AsyncSession, arrival: Arrival, officer: Person, now: datetime) -> list[Notice]:
    """He goes on in the same chat; what he had planned no longer holds."""
    params = await _whom_to_ask(session, officer)
    client = arrival.client
    keyboard = await cards.keyboard(session, client, now)
    works = any(case.total_minutes is not None for case in arrival.cases)
    key = "office-arrival-told-client" if works else "office-arrival-told-reporter"
    lines = await _unread(session, arrival.former)
    return [Notice(to=client.id, key=key, params=cards.greeting(client) | params, lines=lines, ask=keyboard)]


async def _unread(session: AsyncSession, author: Person) -> tuple[Line, ...]:
    """What he wrote to his former officer stays there; he should not think that it arrived."""
    return (Line("office-arrival-unread"),) if await threads.waits_to_be_read(session, author) else ()


async def _guardians(session: AsyncSession, arrival: Arrival, officer: Person, now: datetime) -> list[Notice]:
    params = await _whom_to_ask(session, officer) | {"code": arrival.client.code}
    staying = {one.id for one in arrival.people.staying}
    told = []
    for former, new in arrival.people.guardians:
        stays = new.id in staying
        to = former if stays else new
        key = "office-arrival-told-guardian-stays" if stays else "office-arrival-told-guardian"
        lines = await _unread(session, former)
        greeting = cards.greeting(to)
        told.append(Notice(to=to.id, key=key, params=greeting | params, lines=lines, ask=Ask.GUARDIAN))
    return told


async def _old_office(
    session: AsyncSession, transfer: OfficeTransfer, arrival: Arrival, params: dict[str, Param]
) -> list[Notice]:
    """His officers there, whoever offered him, and the heads. There he keeps his old code."""
    heads = await queries.staff(session, transfer.office_id, Role.HEAD)
    officers = {case.officer_id for case in arrival.left if case.officer_id is not None}
    people = {transfer.officer_id, transfer.asked_by, *officers, *(one.id for one in heads)}
    told = params | {"code": arrival.former.code}
    calls = await _calls(session, transfer, arrival)
    lines = tuple(Line(f"office-transfer-call-{state}", about) for state, about in calls)
    key = "office-transfer-accepted"
    return [Notice(to=one, key=key, params=told, lines=lines) for one in sorted(people)]


async def _calls(
    session: AsyncSession, transfer: OfficeTransfer, arrival: Arrival
) -> list[tuple[str, dict[str, Param]]]:
    """That he has called for help, and who sees to it: the Bapas that was called. What he said stays."""
    office = await queries.office_of(session, transfer.office_id)
    where: dict[str, Param] = {"from": transfer.from_office, "contact": office.contact}
    return [
        ("taken" if one.taken_by else "open", where | {"by": one.taken_by, "at": When(one.at, office.zone)})
        for one in arrival.calls
    ]


async def _on_site(
    session: AsyncSession, transfer: OfficeTransfer, arrival: Arrival, now: datetime
) -> list[Notice]:
    """The supervisors of the sessions that fell away, one message each."""
    params: dict[str, Param] = {"name": transfer.shown}
    told: dict[int, Notice] = {}
    sites = {row.site_id: row.day for row in reversed(arrival.expected)}
    for site_id, day in sorted(sites.items()):
        site = await queries.site_of(session, transfer.office_id, site_id)
        for one in await queries.supervisors_of(session, site, day, now):
            key = "office-transfer-told-site"
            told.setdefault(one.id, Notice(to=one.id, key=key, params=params | {"site": site.name}))
    return list(told.values())


async def _whom_to_ask(session: AsyncSession, officer: Person) -> dict[str, Param]:
    office = await queries.office_of(session, officer.office_id)
    return {"office": office.name, "officer": officer.shown, "contact": office.contact}

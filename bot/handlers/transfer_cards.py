"""What people read about a transfer: the answers once more, the question to the receiver, how it went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, transfers
from bot.domain.cases import OVER_STATES
from bot.domain.checkins import SessionState
from bot.domain.messages import Ask, Choice, Line, Notice, Param, Show
from bot.domain.people import Role
from bot.storage import account_queries, queries
from bot.storage import transfers as rows
from bot.storage.models import Case, Person, WorkSession
from bot.storage.transfers import Transfer

NAMES_SHOWN = 20
"""Clients of a whole transfer by name; all are counted."""
CARDS_SHOWN = 20
"""Decisions that wait and come at once; the others stand under `/perlu`."""


async def check(session: AsyncSession, transfer: Transfer, by: Person) -> Notice:
    """*Periksa dulu*, with *Kirim*."""
    about = str(transfer.id)
    choices = (
        Choice(f"transfer-send:{about}", "choice-transfer-send"),
        Choice(f"transfer-reason:{about}", "choice-transfer-reason"),
        Choice(f"transfer-withdraw:{about}", "choice-transfer-withdraw"),
    )
    params = await _params(session, transfer)
    return Notice(to=by.id, key=_key(transfer, "check"), params=params, choices=choices, card=_card(transfer))


async def sent(session: AsyncSession, transfer: Transfer, by: Person) -> list[Notice]:
    """Whoever offered it can take it back; the receiver is asked, and an officer whose head offered knows."""
    params = await _params(session, transfer) | {"by": by.shown}
    back = (Choice(f"transfer-withdraw:{transfer.id}", "choice-transfer-withdraw"),)
    told = [
        Notice(
            to=by.id,
            key="transfer-sent",
            params=params,
            choices=back,
            card=_card(transfer),
            show=Show.EDIT,
        )
    ]
    if by.id != transfer.officer_id:
        told.append(Notice(to=transfer.officer_id, key=_key(transfer, "for-you"), params=params))
    return [*told, await question(session, transfer)]


async def question(session: AsyncSession, transfer: Transfer) -> Notice:
    """The card of the receiver, with his two answers."""
    about = str(transfer.id)
    return Notice(
        to=transfer.to_id,
        key=_key(transfer, "asked"),
        params=await _params(session, transfer),
        choices=(
            Choice(f"transfer-accept:{about}", "choice-transfer-accept"),
            Choice(f"transfer-decline:{about}", "choice-transfer-decline"),
        ),
        card=_card(transfer),
    )


async def known(session: AsyncSession, who: Person, limit: int) -> list[Notice]:
    """The offers that nobody has answered, each with what this person can do."""
    notices = []
    for transfer in await rows.open_offers(session, who, limit):
        if transfer.to_id == who.id:
            notices.append(await question(session, transfer))
            continue
        back = (Choice(f"transfer-withdraw:{transfer.id}", "choice-transfer-withdraw"),)
        params = await _params(session, transfer)
        notices.append(Notice(to=who.id, key=_key(transfer, "waits"), params=params, choices=back))
    return notices


async def withdrawn(session: AsyncSession, transfer: Transfer, by: Person, *, asked: bool) -> list[Notice]:
    """Everybody who had heard of it."""
    params = await _params(session, transfer) | {"by": by.shown}
    people = (by.id, transfer.officer_id, transfer.asked_by, transfer.to_id) if asked else (by.id,)
    return [
        Notice(
            to=one,
            key=_key(transfer, "withdrawn"),
            params=params,
            card=_card(transfer),
            show=Show.EDIT if one in (by.id, transfer.to_id) else Show.NEW,
        )
        for one in dict.fromkeys(people)
    ]


async def declined(session: AsyncSession, transfer: Transfer, by: Person) -> list[Notice]:
    """The receiver, and whoever waits for his answer."""
    params = await _params(session, transfer)
    answer = Notice(
        to=by.id, key="transfer-declined-by-you", params=params, card=_card(transfer), show=Show.EDIT
    )
    others = sorted({transfer.officer_id, transfer.asked_by})
    return [answer, *(Notice(to=one, key=_key(transfer, "declined"), params=params) for one in others)]


async def fell(transfer: Transfer, by: Person) -> list[Notice]:
    """Nothing was left to take over."""
    return [Notice(to=by.id, key="transfer-nothing-left", card=_card(transfer), show=Show.EDIT)]


async def accepted(
    session: AsyncSession,
    transfer: Transfer,
    by: Person,
    cases: Sequence[Case],
    waiting: Sequence[Notice],
    now: datetime,
) -> list[Notice]:
    """The new officer with what waits for him, the former one, who offered it, the heads; then the clients,
    their guardians, and the supervisors who expect them."""
    living = [one for one in cases if one.state not in OVER_STATES]
    params = await _params(session, transfer, count=len({one.client_id for one in living}))
    answer = Notice(
        to=by.id,
        key=_key(transfer, "accepted-by-you"),
        params=params,
        card=_card(transfer),
        show=Show.EDIT,
        ask=Ask.OFFICER,
    )
    heads = await queries.staff(session, transfer.office_id, Role.HEAD)
    people = {transfer.officer_id, transfer.asked_by, *(one.id for one in heads)} - {by.id}
    key = _key(transfer, "accepted")
    return [
        answer,
        *_waiting(transfer, by, waiting),
        *(Notice(to=one, key=key, params=params) for one in sorted(people)),
        *await _clients(session, by, living),
        *await _on_site(session, by, living, now),
    ]


def _waiting(transfer: Transfer, by: Person, waiting: Sequence[Notice]) -> list[Notice]:
    """The decisions that wait; on the former officer's phone their cards lose their buttons, and say where
    that is decided."""
    left = [
        Notice(
            to=transfer.officer_id,
            key="transfer-card-moved",
            params={"name": one.params["name"], "to": by.shown},
            card=one.card,
            show=Show.EDIT_ONLY,
        )
        for one in waiting
        if one.card
    ]
    more = len(waiting) - CARDS_SHOWN
    rest = [Notice(to=by.id, key="transfer-more-waiting", params={"count": more})] if more > 0 else []
    return [*waiting[:CARDS_SHOWN], *rest, *left]


async def _clients(session: AsyncSession, officer: Person, cases: Sequence[Case]) -> list[Notice]:
    """Client and guardian hear who the officer is now, and where to ask."""
    office = await queries.office_of(session, officer.office_id)
    to: dict[str, Param] = {"officer": officer.shown, "contact": office.contact}
    told = []
    for client_id in dict.fromkeys(one.client_id for one in cases):
        client = await session.get_one(Person, client_id)
        told.append(Notice(to=client.id, key="transfer-told-client", params=cards.greeting(client) | to))
        if client.child:
            about = to | {"code": client.code}
            told += [
                Notice(to=one.id, key="transfer-told-guardian", params=cards.greeting(one) | about)
                for one in await account_queries.guardians_of(session, client)
            ]
    return told


async def _on_site(
    session: AsyncSession, officer: Person, cases: Sequence[Case], now: datetime
) -> list[Notice]:
    """Supervisors of the coming sessions, one message each."""
    query = (
        select(WorkSession.site_id, WorkSession.client_id, func.min(WorkSession.day))
        .where(col(WorkSession.case_id).in_([one.id for one in cases]))
        .where(WorkSession.office_id == officer.office_id, WorkSession.state == SessionState.PLANNED)
        .where(WorkSession.ends_at >= now)
        .group_by(col(WorkSession.site_id), col(WorkSession.client_id))
        .order_by(col(WorkSession.site_id), col(WorkSession.client_id))
    )
    expected: dict[int, dict[int, Line]] = {}
    for site_id, client_id, day in (await session.exec(query)).all():
        site = await queries.site_of(session, officer.office_id, site_id)
        client = await session.get_one(Person, client_id)
        for one in await queries.supervisors_of(session, site, day, now):
            line = Line("transfer-client", {"name": client.shown})
            expected.setdefault(one.id, {})[client.id] = line
    office = await queries.office_of(session, officer.office_id)
    params: dict[str, Param] = {"officer": officer.shown, "contact": office.contact}
    return [
        Notice(to=one, key="transfer-told-site", params=params, lines=tuple(lines.values()))
        for one, lines in expected.items()
    ]


def _key(transfer: Transfer, word: str) -> str:
    return f"transfer-{word}" if transfer.client_id is not None else f"transfer-all-{word}"


def _card(transfer: Transfer) -> str:
    return f"transfer:{transfer.id}"


async def _params(session: AsyncSession, transfer: Transfer, *, count: int | None = None) -> dict[str, Param]:
    officer, client, to = await transfers.people_of(session, transfer)
    if count is None:
        count = await rows.count_clients(session, transfer.office_id, officer.id)
    return {
        "name": client.shown if client else officer.shown,
        "from": officer.shown,
        "to": to.shown,
        "reason": transfer.reason,
        "count": count,
    }

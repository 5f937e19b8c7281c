"""Chat accounts and whose they are: bound, replaced, cut off; each a fact, and those concerned are told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.exposure import Exposure, exposure
from bot.domain.identity import Gone
from bot.domain.messages import Address, Notice, When
from bot.storage import account_queries, queries
from bot.storage.events import append, person_stream
from bot.storage.models import Dialogue, Invitation, Person, PersonAddress
from bot.storage.post import Outbox, OutboxState

LOST = "lost"
"""Why an account was cut off: the phone was lost, or is in other hands."""
NOT_HIS = "wrong_number"
"""Why an account was cut off: its holder says that it is somebody else's."""
REPLACED = "replaced"
"""Why an account was cut off: its person joined with another one."""
MERGED = "merged"
"""Why an account was cut off: its person had been entered twice, and has another one."""


async def bind(session: AsyncSession, person: Person, address: Address, now: datetime) -> list[Notice]:
    """Let this address speak for the person from now on. Another account of the same messenger is cut off:
    both it and whoever looks after the person are told."""
    old = await account_queries.accounts_of(session, person, address.channel)
    notices = await _cut(session, person, old, actor_id=person.id, reason=REPLACED, now=now)
    session.add(
        PersonAddress(
            office_id=person.office_id,
            person_id=person.id,
            channel=address.channel,
            external_id=address.id,
            bound_at=now,
        )
    )
    await session.flush()
    await _note(session, person, "account_bound", person.id, address.channel, now)
    if not old:
        return []
    keepers = await account_queries.keepers_of(session, person, now)
    told = {"name": person.shown, "code": person.code}
    return [*notices, *(Notice(to=one.id, key="account-replaced", params=told) for one in keepers)]


async def cut_off(session: AsyncSession, person: Person, *, by: Person | None, now: datetime) -> list[Notice]:
    """A lost phone: every account of the person is nobody's from now on, what waits for it is dropped, and
    links and codes that were not used end. The accounts themselves are told nothing but whom to ask."""
    accounts = await account_queries.accounts_of(session, person)
    unused = (col(Invitation.person_id) == person.id, col(Invitation.used_at).is_(None))
    await session.exec(
        update(Invitation).where(*unused, col(Invitation.expires_at) > now).values(expires_at=now)
    )
    if waiting := await session.get(Dialogue, person.id):
        await session.delete(waiting)
    return await _cut(session, person, accounts, actor_id=by.id if by else None, reason=LOST, now=now)


async def not_his(session: AsyncSession, person: Person, address: Address, now: datetime) -> list[Notice]:
    """*Salah nomor*: this account is nobody's from now on, and whoever looks after the person hears it."""
    rows = await account_queries.accounts_of(session, person, address.channel)
    here = [row for row in rows if row.external_id == address.id]
    await _cut(session, person, here, actor_id=person.id, reason=NOT_HIS, now=now)
    keepers = await account_queries.keepers_of(session, person, now)
    told = {"name": person.shown, "code": person.code}
    return [Notice(to=one.id, key="account-not-his", params=told) for one in keepers]


async def merge(
    session: AsyncSession,
    first: Person,
    second: Person,
    kept: Collection[int],
    *,
    by: Person,
    now: datetime,
) -> list[Notice]:
    """The accounts of two people who are one: those that are kept speak for the first from now on. The others
    are cut off, as a replaced one is; what still waits for them goes to the kept one of their messenger."""
    notices: list[Notice] = []
    for person in (first, second):
        for row in await account_queries.accounts_of(session, person):
            if row.id not in kept:
                await _goes_along(session, row, kept)
                notices += await _cut(session, person, [row], actor_id=by.id, reason=MERGED, now=now)
            elif person.id == second.id:
                row.person_id = first.id
                await _note(session, first, "account_bound", by.id, row.channel, now, reason=MERGED)
    await session.flush()
    return notices


async def _goes_along(session: AsyncSession, row: PersonAddress, kept: Collection[int]) -> None:
    query = select(PersonAddress).where(col(PersonAddress.id).in_(kept), PersonAddress.channel == row.channel)
    other = (await session.exec(query)).one()
    here = (col(Outbox.channel) == row.channel, col(Outbox.external_id) == row.external_id)
    waiting = update(Outbox).where(*here, col(Outbox.state) == OutboxState.QUEUED)
    await session.exec(waiting.values(external_id=other.external_id))


async def unreached(
    session: AsyncSession, account: PersonAddress, person: Person, now: datetime
) -> list[Notice]:
    """What whoever looks after a person hears of an account that takes no messages: of one that fails at most
    once a day. Who can be reached with another one is nobody's trouble."""
    if await account_queries.has_account(session, person):
        return []
    office = await queries.office_of(session, person.office_id)
    why = Gone(account.gone_why)
    since = now if why is Gone.STOPPED else local_day(now, office.zone)
    return [
        Notice(
            to=one.id,
            key=f"unreached-{why.value}",
            params={"name": person.shown, "code": person.code},
            once=f"unreached:{person.id}:{since.isoformat()}:{one.id}",
        )
        for one in await account_queries.keepers_of(session, person, now)
    ]


async def reached_again(session: AsyncSession, person: Person, now: datetime) -> list[Notice]:
    """Who was asked to call somebody that had stopped the messages hears that he takes them again. To be
    asked while the account is still stopped: nobody was told of one beside another that works."""
    if await account_queries.has_account(session, person):
        return []
    told = {"name": person.shown, "code": person.code}
    keepers = await account_queries.keepers_of(session, person, now)
    return [Notice(to=one.id, key="reached-again", params=told) for one in keepers]


async def sent_to(session: AsyncSession, person: Person) -> Exposure:
    """What the phones of a person show, as far as it is still known (90 days): for the operator, when
    somebody of the staff has lost one (UU 27/2022 Pasal 46: they are told within 3 × 24 hours)."""
    office = await queries.office_of(session, person.office_id)
    query = select(Outbox).where(
        Outbox.person_id == person.id,
        Outbox.office_id == person.office_id,
        col(Outbox.sent_at).is_not(None),
    )
    rows = (await session.exec(query.order_by(col(Outbox.id)))).all()
    sent = [(row.sent_at, row.content) for row in rows if row.sent_at is not None]
    called = await account_queries.called(session, person.office_id)
    return exposure(sent, office.zone, called, own=person.shown)


async def _cut(
    session: AsyncSession,
    person: Person,
    accounts: Sequence[PersonAddress],
    *,
    actor_id: int | None,
    reason: str,
    now: datetime,
) -> list[Notice]:
    office = await queries.office_of(session, person.office_id)
    notices = []
    for row in accounts:
        here = (col(Outbox.channel) == row.channel, col(Outbox.external_id) == row.external_id)
        waiting = update(Outbox).where(*here, col(Outbox.state) == OutboxState.QUEUED)
        await session.exec(waiting.values(state=OutboxState.DROPPED, problem="cut_off"))
        await session.delete(row)
        await _note(session, person, "account_cut_off", actor_id, row.channel, now, reason=reason)
        notices.append(
            Notice(
                to=Address(row.channel, row.external_id),
                key="account-no-longer",
                params={"contact": office.contact, "at": When(now, office.zone)},
            )
        )
    await session.flush()
    return notices


async def _note(
    session: AsyncSession,
    person: Person,
    kind: str,
    actor_id: int | None,
    channel: str,
    now: datetime,
    reason: str = "",
) -> None:
    await append(
        session,
        office_id=person.office_id,
        stream=person_stream(person.id),
        kind=kind,
        actor_id=actor_id,
        payload={"channel": channel},
        happened_at=now,
        now=now,
        reason=reason,
    )

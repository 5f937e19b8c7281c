"""The people around a client who goes to another Bapas, himself, guardian and prosecutor; their chats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import col, delete, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import registry, turns
from bot.domain.cases import OVER_STATES
from bot.domain.office_transfers import STILL_PRESSED, free_code, goes_along
from bot.domain.people import Role
from bot.domain.phones import HowEnded
from bot.storage import account_queries, phone_queries, queries, record_queries
from bot.storage.events import append, person_stream
from bot.storage.models import Case, Consent, Dialogue, Invitation, Office, Person
from bot.storage.phones import DeskPhone, DeskPhoneUser, HeldNotice
from bot.storage.post import Outbox, OutboxState

BROUGHT = {"name", "honorific", "child", "phone", "born_on", "locale", "role"} | {
    "home_latitude",
    "home_longitude",
}
"""What is true of somebody in any office."""
MOVED = "moved_office"
"""Why a chat account no longer speaks for somebody in his old office."""


@dataclass(slots=True)
class Brought:
    """The people of the old office who were written down in the new one, each with who he is there."""

    guardians: list[tuple[Person, Person]] = field(default_factory=list)
    staying: list[Person] = field(default_factory=list)
    """Guardians, as the new office knows them, whose chat stays with the old one: they answer for somebody
    else there."""
    prosecutors: list[Person] = field(default_factory=list)
    """Newly written down, without a chat."""


async def bring(
    session: AsyncSession, office: Office, person: Person, *, by: Person, now: datetime
) -> Person:
    """Somebody of another office, as a person of this one, under the same code where that is free."""
    taken = await record_queries.codes(session, office.id, Person)
    new = Person(
        **person.model_dump(include=BROUGHT), office_id=office.id, code=free_code(person.code, taken)
    )
    return await registry.register_person(session, new, now=now, actor_id=by.id)


async def bring_guardian(
    session: AsyncSession,
    office: Office,
    case: Case,
    client: Person,
    people: Brought,
    *,
    by: Person,
    now: datetime,
) -> int | None:
    """The guardian of a case, once for all cases of the client, with the consent that he has given. The photo
    of a signed form stays with the office that took it."""
    if case.guardian_id is None:
        return None
    former = await queries.locked_person(session, case.guardian_id)
    known = [new for old, new in people.guardians if old.id == former.id]
    if known:
        return known[0].id
    new = await bring(session, office, former, by=by, now=now)
    people.guardians.append((former, new))
    query = select(Consent).where(
        Consent.child_id == case.client_id,
        Consent.guardian_id == former.id,
        Consent.office_id == case.office_id,
    )
    if consent := (await session.exec(query)).first():
        session.add(
            Consent(
                office_id=office.id,
                child_id=client.id,
                guardian_id=new.id,
                version=consent.version,
                given_at=consent.given_at,
                channel=consent.channel,
            )
        )
        payload = {"guardian": new.id, "version": consent.version, "channel": consent.channel}
        await _note(session, client, "consent_given", payload, now, reason=MOVED)
    return new.id


async def bring_prosecutor(
    session: AsyncSession, office: Office, case: Case, people: Brought, *, by: Person, now: datetime
) -> int | None:
    """The prosecutor who supervises the work: the one whom this office knows under the same name with the
    same code or number, or written down anew, without a chat. A case could not begin without him."""
    if case.prosecutor_id is None:
        return None
    former = await session.get_one(Person, case.prosecutor_id)
    same = [col(Person.code) == former.code]
    if former.phone:
        same.append(col(Person.phone) == former.phone)
    query = select(Person).where(Person.office_id == office.id, Person.role == Role.PROSECUTOR)
    query = query.where(Person.name == former.name, or_(*same), col(Person.left_on).is_(None))
    if found := (await session.exec(query.limit(1))).first():
        return found.id
    new = await bring(session, office, former, by=by, now=now)
    people.prosecutors.append(new)
    return new.id


async def move_accounts(session: AsyncSession, former: Person, new: Person, now: datetime) -> None:
    """Somebody's chat speaks for him in the new office from now on, without a new invitation. What waits to
    be sent and stays true goes along; questions, links and shared phones of the old office end."""
    for row in await account_queries.accounts_of(session, former):
        row.office_id, row.person_id = new.office_id, new.id
        session.add(row)
        await _note(session, former, "account_cut_off", {"channel": row.channel}, now, reason=MOVED)
        await _note(session, new, "account_bound", {"channel": row.channel}, now, reason=MOVED)
    await _end_what_was_open(session, former, now)
    await _forward(session, former, new)
    await session.flush()


async def _end_what_was_open(session: AsyncSession, former: Person, now: datetime) -> None:
    if question := await session.get(Dialogue, former.id):
        await session.delete(question)
    unused = (col(Invitation.person_id) == former.id, col(Invitation.used_at).is_(None))
    links = update(Invitation).where(*unused, col(Invitation.expires_at) > now)
    await session.exec(links.values(expires_at=now))
    await session.exec(delete(HeldNotice).where(col(HeldNotice.person_id) == former.id))
    await session.exec(delete(DeskPhoneUser).where(col(DeskPhoneUser.person_id) == former.id))


async def settle_guardians(session: AsyncSession, office_id: int, people: Brought, now: datetime) -> None:
    """A guardian's chat goes along, unless he still answers for somebody in the old office: an account speaks
    for one person only."""
    for former, new in people.guardians:
        query = select(Case.id).where(Case.office_id == office_id, Case.guardian_id == former.id)
        query = query.where(col(Case.state).not_in(OVER_STATES))
        if (await session.exec(query.limit(1))).first() is None:
            await move_accounts(session, former, new, now)
        else:
            people.staying.append(new)


async def end_turns(session: AsyncSession, office_id: int, person_id: int, now: datetime) -> None:
    """It is no longer his turn at any shared phone. Phones are locked before their people, as everywhere."""
    query = (
        select(DeskPhone.id)
        .join(DeskPhoneUser, col(DeskPhoneUser.phone_id) == col(DeskPhone.id))
        .where(DeskPhoneUser.person_id == person_id, DeskPhone.office_id == office_id)
        .order_by(col(DeskPhone.id))
    )
    for phone_id in (await session.exec(query)).all():
        phone = await phone_queries.locked_phone(session, office_id, phone_id)
        turn = await phone_queries.current_turn(session, phone) if phone else None
        if phone is not None and turn is not None and turn.person_id == person_id:
            await turns.end(session, phone, turn, HowEnded.LEFT, now)


async def _forward(session: AsyncSession, former: Person, new: Person) -> None:
    """Messages that have not left: what is about the old plan is dropped, the rest is for the new person,
    without the buttons that only the old office understands."""
    query = select(Outbox).where(Outbox.person_id == former.id, Outbox.office_id == former.office_id)
    rows: Sequence[Outbox] = (
        await session.exec(query.where(Outbox.state == OutboxState.QUEUED).with_for_update())
    ).all()
    for row in rows:
        if row.only_if is None and goes_along(row.content["key"]):
            row.person_id, row.office_id = new.id, new.office_id
            if row.content["key"] not in STILL_PRESSED:
                row.content = {**row.content, "choices": []}
        else:
            row.state, row.problem = OutboxState.DROPPED, MOVED
        session.add(row)


async def _note(
    session: AsyncSession, person: Person, kind: str, payload: dict[str, object], now: datetime, reason: str
) -> None:
    await append(
        session,
        office_id=person.office_id,
        stream=person_stream(person.id),
        kind=kind,
        actor_id=None,
        payload=payload,
        happened_at=now,
        now=now,
        reason=reason,
    )

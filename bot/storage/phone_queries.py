"""The questions behind a shared phone: whose turn it is, who may use it, which phones an office has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES
from bot.domain.messages import Address
from bot.domain.people import Role
from bot.domain.phones import HowEnded, PhoneKind
from bot.storage import leaves, queries
from bot.storage.models import Case, Person
from bot.storage.phones import Assistance, DeskPhone, DeskPhoneUser, PhoneTurn
from bot.storage.selves import coded


async def phone_at(session: AsyncSession, address: Address) -> DeskPhone | None:
    """The shared phone with this account; its row is locked, before anybody's who uses it."""
    query = select(DeskPhone).where(DeskPhone.channel == address.channel, DeskPhone.external_id == address.id)
    return (await session.exec(query.with_for_update(key_share=True))).first()


async def phone_with_code(session: AsyncSession, code_hash: str) -> DeskPhone | None:
    """The shared phone whose unused link this is, locked."""
    query = select(DeskPhone).where(DeskPhone.token_hash == code_hash, col(DeskPhone.ended_at).is_(None))
    return (await session.exec(query.with_for_update(key_share=True))).first()


async def locked_phone(session: AsyncSession, office_id: int, phone_id: int) -> DeskPhone | None:
    """A shared phone of this office that was not ended, locked."""
    query = select(DeskPhone).where(DeskPhone.id == phone_id, DeskPhone.office_id == office_id)
    query = query.where(col(DeskPhone.ended_at).is_(None))
    return (await session.exec(query.with_for_update(key_share=True))).first()


async def phones_for(session: AsyncSession, who: Person) -> Sequence[DeskPhone]:
    """The shared phones that somebody may see: an operator his office's; an officer the posts, and what he
    declared himself."""
    query = select(DeskPhone).where(DeskPhone.office_id == who.office_id, col(DeskPhone.ended_at).is_(None))
    if who.role is not Role.OPERATOR:
        query = query.where(or_(col(DeskPhone.declared_by) == who.id, col(DeskPhone.kind) == PhoneKind.POST))
    return (await session.exec(query.order_by(col(DeskPhone.label), col(DeskPhone.id)))).all()


async def users_of(session: AsyncSession, phone: DeskPhone) -> Sequence[Person]:
    """Who may use a shared phone, by code."""
    query = (
        select(Person)
        .join(DeskPhoneUser, col(DeskPhoneUser.person_id) == col(Person.id))
        .where(DeskPhoneUser.phone_id == phone.id, Person.office_id == phone.office_id)
        .order_by(col(Person.code))
    )
    return (await session.exec(query)).all()


async def user_of(session: AsyncSession, phone: DeskPhone, person_id: int) -> Person | None:
    """Somebody by his id, if he may use this phone; who was merged is who he is now."""
    named = await queries.person_now(session, person_id)
    people = await users_of(session, phone) if named else ()
    return next((one for one in people if named is not None and one.id == named.id), None)


async def phones_of(session: AsyncSession, person: Person) -> Sequence[DeskPhone]:
    """The shared phones that somebody may use and that are connected."""
    query = (
        select(DeskPhone)
        .join(DeskPhoneUser, col(DeskPhoneUser.phone_id) == col(DeskPhone.id))
        .where(DeskPhoneUser.person_id == person.id, DeskPhone.office_id == person.office_id)
        .where(col(DeskPhone.external_id).is_not(None), col(DeskPhone.bound_at).is_not(None))
        .order_by(col(DeskPhone.label))
    )
    return (await session.exec(query)).all()


async def user_row(session: AsyncSession, phone: DeskPhone, person_id: int) -> DeskPhoneUser | None:
    query = select(DeskPhoneUser).where(
        DeskPhoneUser.phone_id == phone.id, DeskPhoneUser.person_id == person_id
    )
    return (await session.exec(query)).first()


async def current_turn(session: AsyncSession, phone: DeskPhone) -> PhoneTurn | None:
    """The turn that goes on at a phone."""
    query = select(PhoneTurn).where(PhoneTurn.phone_id == phone.id, col(PhoneTurn.ended_at).is_(None))
    return (await session.exec(query)).first()


async def last_turn(session: AsyncSession, phone: DeskPhone) -> PhoneTurn | None:
    """The latest turn at a phone, ended or not."""
    query = select(PhoneTurn).where(PhoneTurn.phone_id == phone.id).order_by(col(PhoneTurn.id).desc())
    return (await session.exec(query.limit(1))).first()


async def turns_since(
    session: AsyncSession, phone: DeskPhone, person_id: int, since: datetime
) -> Sequence[PhoneTurn]:
    """The turns of one person at a phone from an instant on, oldest first, those aside that were somebody
    else's."""
    query = (
        select(PhoneTurn)
        .where(PhoneTurn.phone_id == phone.id, PhoneTurn.person_id == person_id, PhoneTurn.began_at >= since)
        .where(col(PhoneTurn.how).is_distinct_from(HowEnded.WRONG_PERSON))
        .order_by(col(PhoneTurn.id))
    )
    return (await session.exec(query)).all()


async def turn_by_id(session: AsyncSession, phone: DeskPhone, turn_id: int) -> PhoneTurn | None:
    query = select(PhoneTurn).where(PhoneTurn.id == turn_id, PhoneTurn.phone_id == phone.id)
    return (await session.exec(query)).first()


async def done_in(session: AsyncSession, turn: PhoneTurn) -> Sequence[Assistance]:
    """What was sent in a turn, as far as it still stands."""
    query = select(Assistance).where(Assistance.turn_id == turn.id, col(Assistance.undone_at).is_(None))
    return (await session.exec(query.order_by(col(Assistance.id)))).all()


async def idle_turns(session: AsyncSession, now: datetime, limit: int) -> Sequence[tuple[int, int]]:
    """Phones with turns whose time is over, and the office of each."""
    query = (
        select(PhoneTurn.phone_id, PhoneTurn.office_id)
        .join(DeskPhone, col(DeskPhone.id) == col(PhoneTurn.phone_id))
        .where(col(PhoneTurn.look_at) <= now, col(DeskPhone.ended_at).is_(None))
        .order_by(col(PhoneTurn.phone_id))
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def may_add(session: AsyncSession, who: Person, code: str, now: datetime) -> Person | None:
    """A client with this code whom somebody may put on a shared phone: an officer only one whom he
    guides."""
    query = select(Person).where(
        Person.office_id == who.office_id,
        coded(code),
        Person.role == Role.CLIENT,
    )
    if who.role is not Role.OPERATOR:
        officers = await leaves.guided(session, who, now)
        own = select(Case.id).where(
            Case.client_id == Person.id,
            col(Case.officer_id).in_(officers),
            col(Case.state).in_(OPEN_STATES),
        )
        query = query.where(own.exists())
    return (await session.exec(query)).first()


async def family_phones(session: AsyncSession, people: Sequence[int]) -> Sequence[tuple[Person, DeskPhone]]:
    """The families' phones on which news can reach these people."""
    query = (
        select(Person, DeskPhone)
        .join(DeskPhoneUser, col(DeskPhoneUser.person_id) == col(Person.id))
        .join(DeskPhone, col(DeskPhone.id) == col(DeskPhoneUser.phone_id))
        .where(col(Person.id).in_(people), DeskPhone.kind == PhoneKind.FAMILY)
        .where(col(DeskPhone.external_id).is_not(None), col(DeskPhone.bound_at).is_not(None))
        .where(col(DeskPhone.gone_at).is_(None))
        .order_by(col(Person.id), col(DeskPhone.id))
    )
    return (await session.exec(query)).all()

"""A shared phone as officers and operators see it: what it is, who may use it, what can be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import turns
from bot.domain.messages import Ask, Choice, Line, Notice, Param, When, Word
from bot.domain.people import Role
from bot.domain.phones import shows_names
from bot.storage import client_queries, phone_queries, queries
from bot.storage.models import Office, Person
from bot.storage.phones import DeskPhone


def manages(who: Person, phone: DeskPhone) -> bool:
    """Whether somebody may rename or end it: who declared it, or an operator."""
    return who.role is Role.OPERATOR or phone.declared_by == who.id


def gone(phone: DeskPhone, now: datetime) -> Notice:
    """Nothing can be sent to a shared phone any more: told once a day."""
    once = f"phone-gone:{phone.id}:{now:%Y-%m-%d}"
    return Notice(to=phone.declared_by, key="pos-gone", params={"phone": phone.label}, once=once)


def unwanted(phone: DeskPhone, now: datetime) -> Notice:
    """Somebody at a shared phone wants no messages there, or says that it is somebody else's."""
    once = f"phone-unwanted:{phone.id}:{now:%Y-%m-%d}"
    return Notice(to=phone.declared_by, key="pos-unwanted", params={"phone": phone.label}, once=once)


async def ask_who(session: AsyncSession, phone: DeskPhone) -> list[Notice]:
    """A family reads its names; at a post nobody needs to know who else comes, so that a code is typed."""
    to = turns.address_of(phone)
    people = await phone_queries.users_of(session, phone)
    if not people:
        office = await queries.office_of(session, phone.office_id)
        return [Notice(to=to, key="phone-nobody-yet", params={"contact": office.contact}, ask=Ask.PHONE)]
    if not shows_names(phone.kind, len(people)):
        return [Notice(to=to, key="phone-who-code", ask=Ask.PHONE)]
    names = tuple(Choice(f"phone-user:{one.id}", "choice-name", {"name": one.shown}) for one in people)
    return [Notice(to=to, key="phone-who", choices=names)]


async def line(session: AsyncSession, phone: DeskPhone) -> Line:
    """One line of the list."""
    params: dict[str, Param] = {
        "phone": phone.label,
        "kind": Word(f"phone-kind-{phone.kind.value}"),
        "count": len(await phone_queries.users_of(session, phone)),
        "state": Word(_state(phone)),
    }
    return Line("pos-line", params)


def _state(phone: DeskPhone) -> str:
    if phone.bound_at is None:
        return "pos-state-unbound"
    return "pos-state-gone" if phone.gone_at else "pos-state-bound"


async def card(session: AsyncSession, who: Person, phone: DeskPhone) -> Notice:
    """The whole of it, with its buttons."""
    office = await queries.office_of(session, phone.office_id)
    declared = await session.get_one(Person, phone.declared_by)
    by: dict[str, Param] = {"by": declared.shown, "at": When(phone.declared_at, office.zone)}
    lines = [await line(session, phone), Line("pos-declared", by)]
    lines += await _people(session, who, phone)
    lines += await _used(session, phone, office)
    return Notice(
        to=who.id,
        key="pos-card",
        params={"phone": phone.label},
        lines=tuple(lines),
        choices=_choices(who, phone),
    )


async def _people(session: AsyncSession, who: Person, phone: DeskPhone) -> list[Line]:
    """An officer reads who of his own clients may use it, and how many others."""
    people = await phone_queries.users_of(session, phone)
    known: Sequence[Person] = people
    if who.role is not Role.OPERATOR:
        known = [one for one in people if await client_queries.guided_by(session, who, one)]
    lines = [_person(one) for one in known]
    others = len(people) - len(known)
    return [*lines, *([Line("pos-others", {"count": others})] if others else [])]


def _person(person: Person) -> Line:
    """A child is his code, and nothing else (UU 11/2012 Pasal 19)."""
    if person.child:
        return Line("pos-person-child", {"code": person.code})
    return Line("pos-person", {"code": person.code, "name": person.name})


async def _used(session: AsyncSession, phone: DeskPhone, office: Office) -> list[Line]:
    turn = await phone_queries.last_turn(session, phone)
    if turn is None:
        return []
    return [Line("pos-used", {"at": When(turn.used_at, office.zone)})]


def _choices(who: Person, phone: DeskPhone) -> tuple[Choice, ...]:
    people = Choice(f"pos-people:{phone.id}", "choice-pos-people")
    if not manages(who, phone):
        return (people,)
    link = () if phone.bound_at else (Choice(f"pos-link:{phone.id}", "choice-pos-link"),)
    return (
        people,
        Choice(f"pos-name:{phone.id}", "choice-pos-name"),
        *link,
        Choice(f"pos-end:{phone.id}:0", "choice-pos-end"),
    )

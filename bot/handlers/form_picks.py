"""Whom or what of the office a step may name: by code or part of a name, as far as it is his to name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.forms import Step
from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.imports import entitled
from bot.storage import queries, record_queries
from bot.storage.models import Case, Person, Site

SHOWN = 8
LOOKED_AT = 200
"""An officer has some tens of clients; so many of the office are looked at to find them."""
ROLES = {
    "klien": Role.CLIENT,
    "pk": Role.OFFICER,
    "jaksa": Role.PROSECUTOR,
    "wali": Role.GUARDIAN,
    "wali_dari": Role.CLIENT,
    "pengawas": Role.SUPERVISOR,
}


@dataclass(frozen=True, slots=True)
class Pick:
    """A record that a step may name: its id, its code or number, and the name to show with it."""

    id: int
    code: str
    name: str = ""


async def picks(
    session: AsyncSession, who: Person, step: Step, text: str, now: datetime, *, limit: int = SHOWN + 1
) -> list[Pick]:
    """What fits a text, or everything for an empty one; an exact code alone where it is one."""
    text = await queries.code_now(session, who.office_id, text)
    found = await _found(session, who, step, text, now)
    exact = [one for one in found if one.code.casefold() == text.casefold()]
    return exact or found[:limit]


async def picked(session: AsyncSession, who: Person, step: Step, number: int, now: datetime) -> Pick:
    """The record behind a button. Raises Refused for one that is not his to name."""
    found = await _found(session, who, step, "", now)
    pick = next((one for one in found if one.id == number), None)
    if pick is None:
        raise Refused("choice-unknown")
    return pick


async def called(session: AsyncSession, who: Person, step: Step, code: str) -> Pick:
    """What an answer names, to show it with its name."""
    for one in await record_queries.called(session, who.office_id, code):
        if isinstance(one, Person) and step.name in ROLES and one.role is ROLES[step.name]:
            return _person(one)
        if isinstance(one, Site) and step.name == "lokasi":
            return Pick(one.id, one.code, one.name)
        if isinstance(one, Case) and step.name == "perkara":
            return _case(one, await session.get_one(Person, one.client_id))
    return Pick(0, code)


async def _found(session: AsyncSession, who: Person, step: Step, text: str, now: datetime) -> list[Pick]:
    if step.name == "lokasi":
        sites = await record_queries.sites(session, who.office_id, text, LOOKED_AT)
        return [Pick(site.id, site.code, site.name) for site in sites]
    if step.name == "perkara":
        return await _cases(session, who, text, now)
    role, child = ROLES[step.name], True if step.name == "wali_dari" else None
    people = await record_queries.people(session, who.office_id, role, text, LOOKED_AT, child=child)
    return [_person(one) for one in people if await _may_find(session, who, one, text, now)]


async def _may_find(session: AsyncSession, who: Person, one: Person, text: str, now: datetime) -> bool:
    """A child or guardian is found by code only, unless he is this officer's own; a client only by who may
    name him."""
    if one.role not in (Role.CLIENT, Role.GUARDIAN):
        return True
    if await entitled.guides_child(session, who, one, now):
        return True
    by_code = one.code.casefold() == text.casefold()
    if one.role is Role.GUARDIAN:
        return by_code
    return who.role is Role.OPERATOR and (by_code or not one.child or not text)


async def _cases(session: AsyncSession, who: Person, text: str, now: datetime) -> list[Pick]:
    found = []
    for case, client in await record_queries.cases(session, who.office_id, text, LOOKED_AT):
        named = not client.child or text.casefold() in ("", client.code.casefold(), case.number.casefold())
        if await entitled.may(session, who, case, now) and (who.role is Role.OFFICER or named):
            found.append(_case(case, client))
    return found


def _person(person: Person) -> Pick:
    """A guardian is a code, as the child is whose parent he may be (UU 11/2012 Pasal 19)."""
    return Pick(person.id, person.code, "" if person.secret else person.name)


def _case(case: Case, client: Person) -> Pick:
    return Pick(case.id, case.number, client.shown)

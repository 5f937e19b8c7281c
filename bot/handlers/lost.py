"""*HP hilang*: whoever looks after a person cuts the lost phone off, at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import accounts, cards
from bot.domain.messages import Choice, Inbound, Line, Notice, Param, Refused, When, choice_numbers
from bot.domain.people import STAFF, Role
from bot.domain.reports import midday
from bot.domain.wishes import whose_phone
from bot.storage import account_queries, phone_queries, queries
from bot.storage.models import Person

log = structlog.get_logger()

MAY_INVITE = frozenset({Role.OFFICER, Role.OPERATOR})
"""Who gives the new invitation himself."""
DECIDE = frozenset({Role.SUPERVISOR, Role.OFFICER, Role.HEAD})
"""For whose word others wait."""
MATCHES = 8
"""People offered when a name fits several."""
DAYS_SHOWN = 14
WHOSE = "lost-whose"
"""The topic of the question whose phone is lost."""
WITH_A_LIST = STAFF | {Role.SUPERVISOR, Role.PROSECUTOR}
"""Whose phone shows other people: who cuts it off gets the list of what was sent there."""


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/hilang CODE` or part of a name: whose phone, and really?"""
    wanted = inbound.text.strip()
    question = await queries.question_to(session, who)
    asked = question is not None and question.topic == WHOSE
    if not wanted:
        return [await _ask_whose(session, who, now, other_waits=question is not None and not asked)]
    found = await account_queries.kept_by(session, who, now, called=wanted, limit=MATCHES)
    if not found:
        raise Refused("lost-nobody", text=wanted[:60])
    if asked:
        await queries.forget_question(session, who)
    exact = [one for one in found if one.code.casefold() == wanted.casefold()]
    if len(exact or found) == 1:
        return [await _sure(session, who, (exact or found)[0])]
    choices = tuple(Choice(f"lost:{one.id}", "choice-name", {"name": one.shown}) for one in found)
    return [Notice(to=who.id, key="lost-which", choices=choices)]


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The answer to *whose?*, read as behind the command; one that fits nobody may be given again."""
    return await begin(session, who, replace(inbound, text=whose_phone(inbound.text)), now)


async def chosen(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The same by button."""
    return [await _sure(session, who, await _kept(session, who, inbound, now))]


async def cut(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Cut off, links and codes void; whoever looks after the person hears it too."""
    person = await _kept(session, who, inbound, now)
    if choice_numbers(inbound.text, 2)[1] != await _newest(session, person):
        raise Refused("lost-other-phone", name=person.shown)
    seen, told = await cut_off(session, person, by=who, now=now)
    ask = await cards.keyboard(session, who, now)
    lines = (*_meanwhile(who, person), *seen)
    return [Notice(to=who.id, key="lost-cut", params=_whose(person), lines=lines, ask=ask), *told]


async def _ask_whose(session: AsyncSession, who: Person, now: datetime, *, other_waits: bool) -> Notice:
    """A question that waits for something else stays: beside it a code needs its *hilang*."""
    ask = await cards.keyboard(session, who, now)
    if other_waits:
        return Notice(to=who.id, key="lost-ask-for-name", ask=ask)
    await queries.ask_for_words(session, who, WHOSE, 0, now)
    return Notice(to=who.id, key="lost-ask-whose", ask=ask)


def _meanwhile(who: Person, person: Person) -> tuple[Line, ...]:
    """What becomes of his work until there is a new phone, and who gives the new invitation."""
    of_client = person.role is Role.CLIENT
    meanwhile = "client" if of_client else "staff" if person.role in DECIDE else "others"
    by = "you" if who.role in MAY_INVITE else "officer" if of_client else "operator"
    return Line(f"lost-meanwhile-{meanwhile}", _whose(person)), Line(f"lost-invited-by-{by}", _whose(person))


async def cut_off(
    session: AsyncSession, person: Person, *, by: Person | None, now: datetime
) -> tuple[tuple[Line, ...], list[Notice]]:
    """Cut off whose phone is lost: what it can show, and who is told, whoever did it aside."""
    person, seen = await queries.locked_person(session, person.id), await _seen(session, person)
    told = await accounts.cut_off(session, person, by=by, now=now)
    told += [
        Notice(to=one.id, key=_told_key(one), params=_whose(person), lines=seen)
        for one in await account_queries.keepers_of(session, person, now)
        if by is None or one.id != by.id
    ]
    return seen, told


def _told_key(reader: Person) -> str:
    return "lost-told" if reader.role in MAY_INVITE else "lost-told-others"


def _whose(person: Person) -> dict[str, Param]:
    return {"name": person.shown, "code": person.code}


async def _seen(session: AsyncSession, person: Person) -> tuple[Line, ...]:
    """What the phone can show, where it shows others."""
    if person.role not in WITH_A_LIST:
        return ()
    office = await queries.office_of(session, person.office_id)
    seen = await accounts.sent_to(session, person)
    if not seen.messages:
        return (Line("lost-showed-nothing"),)
    days = [
        Line("lost-showed-day", {"day": When(midday(day, office.zone), office.zone), "count": count})
        for day, count in seen.days[:DAYS_SHOWN]
    ]
    total: dict[str, Param] = {"count": seen.messages, "files": seen.files}
    people = [Line("lost-showed-people", {"people": ", ".join(seen.people)})] if seen.people else []
    return (Line("lost-showed", total), *days, *people)


async def _kept(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> Person:
    """The person of a button, if this one may cut his phone off. Raises Refused for anybody else's."""
    number = choice_numbers(inbound.text, 1)[0]
    found = await account_queries.kept_by(session, who, now, person_id=number, limit=1)
    if not found:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return found[0]


async def _sure(session: AsyncSession, who: Person, person: Person) -> Notice:
    """Really? The button is about the phone of this moment, not about one that joins later."""
    newest = await _newest(session, person)
    if not newest and (shared := await phone_queries.phones_of(session, person)):
        labels = ", ".join(one.label for one in shared)
        return Notice(to=who.id, key="lost-shared-phone", params=_whose(person) | {"phones": labels})
    about = f"{person.id}:{newest}"
    choices = (Choice(f"lost-cut:{about}", "choice-lost-cut"),)
    return Notice(to=who.id, key="lost-sure", params=_whose(person), choices=choices)


async def _newest(session: AsyncSession, person: Person) -> int:
    """The id of the newest account; 0 without one: then only links and codes end."""
    return max((one.id for one in await account_queries.accounts_of(session, person)), default=0)

"""An officer checks a client of his in or out, with a reason: the supervisor still confirms the hours."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import assisting
from bot.assistance import Help
from bot.domain.messages import Ask, Inbound, Notice, Refused, choice_numbers
from bot.domain.phones import Way
from bot.handlers import clients
from bot.storage import queries
from bot.storage.models import Case, Person

LONGEST = 300
"""Letters of a reason."""


async def present(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/hadirkan CODE REASON`."""
    name, _, reason = inbound.text.strip().partition(" ")
    found = await clients.called(session, who, name, command="hadirkan", entry="assist-officer", now=now)
    if isinstance(found, Notice):
        return [found]
    case, client = await clients.own(session, who, found[0].id, now)
    if not reason.strip():
        return await _ask(session, who, case, client, inbound, now)
    return await _assist(session, who, case, client, reason, inbound, now)


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Bantu hadir* on the client's card: the reason first."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    return await _ask(session, who, case, client, inbound, now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The reason."""
    await queries.forget_question(session, who)
    case, client = await clients.own(session, who, about, now)
    return await _assist(session, who, case, client, inbound.text, inbound, now)


async def _ask(
    session: AsyncSession, who: Person, case: Case, client: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    what = await assisting.due(session, case, inbound.sent_at)
    if what is None:
        raise Refused("assist-nothing-now", name=client.shown)
    await queries.ask_for_words(session, who, "assist-officer", case.id, now)
    return [Notice(to=who.id, key=f"assist-ask-reason-{what.moment.value}", params={"name": client.shown})]


async def _assist(
    session: AsyncSession,
    who: Person,
    case: Case,
    client: Person,
    reason: str,
    inbound: Inbound,
    now: datetime,
) -> list[Notice]:
    what = await assisting.due(session, case, inbound.sent_at)
    if what is None:
        raise Refused("assist-nothing-now", name=client.shown)
    help = Help(Way.OFFICER, who.id, inbound.sender, reason.strip()[:LONGEST])
    told = await assisting.assist(session, case, what, help, at=inbound.sent_at, now=now)
    attendance = what.attendance or await queries.latest_attendance(session, client, inbound.sent_at)
    assert attendance is not None  # noqa: S101  (it was just written)
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    return [assisting.noted(who, client, attendance, site, what.moment, Ask.OFFICER), *told]

"""*Ingatkan*: an officer has a client reminded of what is due today, and hears why not where he is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.hours import EventKind
from bot.domain.messages import (
    Ask,
    Choice,
    Inbound,
    Notice,
    Refused,
    When,
    choice_numbers,
)
from bot.domain.quiet_hours import too_soon
from bot.handlers import clients
from bot.handlers.due_reminders import reminder
from bot.quiet_hours import morning_of
from bot.storage import queries
from bot.storage.events import facts_of, record
from bot.storage.models import Case, Person


async def at_once(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """At once; in the quiet hours of the office it is offered for the morning instead."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    office = await queries.office_of(session, who.office_id)
    morning = morning_of(office, now)
    if morning is None:
        return await _nudge(session, who, case, client, now, now)
    await reminder(session, case, client, office, morning)
    return [
        Notice(
            to=who.id,
            key="nudge-quiet",
            params={"name": client.shown, "at": When(morning, office.zone)},
            choices=(Choice(f"nudge-morning:{case.id}", "choice-nudge-morning"),),
        )
    ]


async def in_the_morning(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """When the quiet hours are over; pressed after them, at once."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    office = await queries.office_of(session, who.office_id)
    morning = morning_of(office, now)
    return await _nudge(session, who, case, client, morning or now, now)


async def _nudge(
    session: AsyncSession, who: Person, case: Case, client: Person, leaves: datetime, now: datetime
) -> list[Notice]:
    """Raises Refused with the time at which a second one is possible: half an hour after the first."""
    office = await queries.office_of(session, who.office_id)
    facts = await facts_of(session, case, EventKind.NUDGED)
    again = too_soon(facts[0].happened_at if facts else None, leaves)
    if again is not None:
        raise Refused("nudge-too-soon", name=client.shown, at=When(again, office.zone))
    told = await reminder(session, case, client, office, leaves)
    later = leaves > now
    # Happened when it leaves, so that one of the night is not followed by another in the morning.
    await record(
        session,
        case,
        EventKind.NUDGED,
        actor_id=who.id,
        payload={"of": told.key},
        happened_at=leaves,
        now=now,
    )
    said = Notice(
        to=who.id,
        key="nudged-later" if later else "nudged",
        params={"name": client.shown, "at": When(leaves, office.zone)},
        ask=Ask.OFFICER,
    )
    return [said, replace(told, not_before=leaves)]

"""`/gabung`: one human being was entered twice, and the two records become one."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import doubles as steps
from bot.domain.answers import in_one
from bot.domain.doubles import LONGEST_REASON, MergingState
from bot.domain.messages import Inbound, Notice, Refused, choice_numbers
from bot.handlers import double_cards
from bot.storage import doubles, queries
from bot.storage.doubles import Merging
from bot.storage.models import Person

log = structlog.get_logger()


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/gabung K-01 K-17 REASON`: who stays, who goes into him, and why."""
    words = inbound.text.split()
    if len(words) < 2:
        raise Refused("double-how")
    first, second = [await _coded(session, who, code) for code in words[:2]]
    reason = in_one(" ".join(words[2:]), LONGEST_REASON)
    merging = await steps.draft(session, first, second, by=who, reason=reason, now=now)
    return [await _next(session, who, merging, now)]


async def reason_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Why: the two are shown side by side."""
    merging = await _open(session, who, about)
    merging.reason = in_one(inbound.text.strip(), LONGEST_REASON)
    return [await _next(session, who, merging, now)]


async def swap(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tukar*: the other one stays."""
    merging, first_id = await _tapped(session, who, inbound)
    if first_id == merging.first_id:
        await steps.swap(session, merging, by=who, now=now)
    return [await _next(session, who, merging, now, again=True)]


async def cancel(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batal*: two people they are."""
    merging, _ = await _tapped(session, who, inbound)
    merging.state, merging.decided_at = MergingState.CANCELLED, now
    await queries.forget_question(session, who)
    return [double_cards.cancelled(who, merging)]


async def merge(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Gabungkan*. A card on which another one was to stay is shown anew instead."""
    merging, first_id = await _tapped(session, who, inbound)
    if first_id != merging.first_id or not merging.reason:
        return [await _next(session, who, merging, now)]
    merged = await steps.merge(session, merging, by=who, now=now)
    return await double_cards.merged(session, who, merging, merged, now)


async def _coded(session: AsyncSession, who: Person, code: str) -> Person:
    """Raises Refused for a code that nobody of this office has."""
    found = await doubles.person_with_code(session, who.office_id, code)
    if found is None:
        raise Refused("double-unknown", text=code[:40])
    return found


async def _next(
    session: AsyncSession, who: Person, merging: Merging, now: datetime, *, again: bool = False
) -> Notice:
    """The reason where it is missing, else the answers."""
    if not merging.reason:
        await queries.ask_for_words(session, who, "double-reason", merging.id, now)
        return await double_cards.ask_reason(session, who, merging)
    await queries.forget_question(session, who)
    return await double_cards.check(session, who, merging, now, again=again)


async def _tapped(session: AsyncSession, who: Person, inbound: Inbound) -> tuple[Merging, int]:
    """The merging of a button, and who was to stay when it was drawn."""
    number, first_id = choice_numbers(inbound.text, 2)
    return await _open(session, who, number), first_id


async def _open(session: AsyncSession, who: Person, number: int) -> Merging:
    """One's own, not yet done. Raises Refused."""
    merging = await doubles.merging_by_id(session, who.office_id, number)
    if merging is None or merging.asked_by != who.id:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    if merging.state is MergingState.DONE:
        first, second = await steps.people_of(session, merging)
        raise Refused("double-already", code=second.code, into=first.code)
    if merging.state is MergingState.CANCELLED:
        raise Refused("double-cancelled-before")
    return merging

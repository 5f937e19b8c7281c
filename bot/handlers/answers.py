"""A client answers what happened when no check-in came; the answer is kept, a person decides."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, outcomes
from bot.domain.checkins import SessionState
from bot.domain.hours import EventKind
from bot.domain.messages import Ask, Inbound, Notice, Param, Refused, When, choice_numbers
from bot.handlers.day import own_case
from bot.storage import queries
from bot.storage.events import record
from bot.storage.models import Person, WorkSession


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of the three buttons."""
    session_id, number = choice_numbers(inbound.text, 2)
    if not 0 <= number < len(cards.MISS_REASONS):
        raise Refused("choice-unknown")
    return await _answered(session, who, session_id, cards.MISS_REASONS[number], now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The client's own words."""
    return await _answered(session, who, about, inbound.text.strip()[:500], now)


async def _answered(
    session: AsyncSession, who: Person, session_id: int, answer: str, now: datetime
) -> list[Notice]:
    planned = await queries.session_by_id(session, who.office_id, session_id)
    if planned is None or planned.client_id != who.id:
        raise Refused("not-yours")
    await queries.forget_question(session, who)
    if planned.state is SessionState.STARTED:
        return [Notice(to=who.id, key="miss-already-started", ask=await cards.keyboard(session, who, now))]
    case = await own_case(session, who, planned.case_id)
    planned.answer = answer
    await record(
        session,
        case,
        EventKind.MISS_ANSWERED,
        actor_id=who.id,
        payload={"session": planned.id, "day": planned.day.isoformat(), "words": answer},
        happened_at=now,
        now=now,
    )
    return [await _thanks(session, who, planned, answer), await _told_officer(session, who, planned, answer)]


async def _thanks(session: AsyncSession, who: Person, planned: WorkSession, answer: str) -> Notice:
    site = await queries.site_of(session, who.office_id, planned.site_id)
    key = "miss-answer-no-signal" if answer == cards.MISS_REASONS[0] else "miss-answer-kept"
    return Notice(to=who.id, key=key, params={"site": site.name}, ask=Ask.START)


async def _told_officer(session: AsyncSession, who: Person, planned: WorkSession, answer: str) -> Notice:
    case = await queries.locked_case(session, who.office_id, planned.case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    site = await queries.site_of(session, who.office_id, planned.site_id)
    params: dict[str, Param] = {
        "name": who.shown,
        "day": When(planned.starts_at, site.zone),
        "site": site.name,
        "reason": cards.own_words(answer),
    }
    return Notice(
        to=case.guide_id,
        key="miss-told-officer",
        params=params,
        choices=outcomes.choices(planned),
        card=f"outcome:{planned.id}",
    )

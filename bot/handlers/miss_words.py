"""*Bukan soal itu*: words that were taken for the explanation of a miss are a message to the officer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, outcomes
from bot.domain.answers import without
from bot.domain.checkins import SessionState
from bot.domain.hours import EventKind
from bot.domain.messages import Inbound, Line, Notice, Refused, Show, When, Word, choice_numbers
from bot.domain.outcomes import Outcome, may_be_explained
from bot.handlers import threads
from bot.handlers.day import own_case
from bot.storage import queries
from bot.storage.events import facts_of, record, told_by
from bot.storage.models import Case, Event, Person, WorkSession
from bot.threads import Said

STILL_ASKED = timedelta(hours=12)
"""So long after words about a miss the true reason is asked for."""


async def not_about_it(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """They explain nothing any more, and the officer reads both, also where he has decided on them. Another
    question that waits is still asked. Raises Refused for somebody else's, and the second time."""
    session_id, number = choice_numbers(inbound.text, 2)
    planned = await queries.session_by_id(session, who.office_id, session_id)
    if planned is None:
        raise Refused("not-yours")
    case = await own_case(session, who, planned.case_id)
    fact = await _said(session, case, session_id, number)
    words: str = told_by(fact)["words"]
    planned.answer = without(planned.answer, words)
    told = await _told_officer(session, case, planned, words)
    payload = {"session": planned.id, "day": planned.day.isoformat(), "fact": number}
    kind = EventKind.MISS_ANSWER_WITHDRAWN
    await record(session, case, kind, actor_id=who.id, payload=payload, happened_at=now, now=now)
    receipt, *others = await threads.send_beside(
        session, who, await threads.own_case(session, who, case.id), Said(words=words), now
    )
    recent = now - fact.happened_at <= STILL_ASKED
    lines = await _asked_again(session, who, planned, now) if recent else []
    return [replace(receipt, lines=(*receipt.lines, *lines)), *told, *others]


async def _told_officer(session: AsyncSession, case: Case, planned: WorkSession, words: str) -> list[Notice]:
    """His card says so; where he has decided, that stands until he says otherwise."""
    if may_be_explained(planned.state, planned.outcome):
        card = await outcomes.question(session, case, planned, "miss-told-officer-not", words)
        return [replace(card, show=Show.EDIT)]
    if planned.state is SessionState.STARTED or planned.outcome is None:
        return []
    card = await outcomes.question(session, case, planned, "miss-decided-on-not", words)
    stands = Word(f"outcome-{Outcome(planned.outcome).value}")
    return [replace(card, params={**card.params, "outcome": stands}, show=Show.AGAIN)]


async def _asked_again(session: AsyncSession, who: Person, planned: WorkSession, now: datetime) -> list[Line]:
    """What he writes next explains it, unless something else is asked; where nothing is left of what he said,
    he is asked once more."""
    question = await queries.question_to(session, who)
    if question is not None and (question.topic not in cards.MISS_TOPICS or question.about != planned.id):
        return []
    if not may_be_explained(planned.state, planned.outcome):
        return []
    await queries.ask_for_words(session, who, "miss-more" if planned.answer else "miss", planned.id, now)
    site = await queries.site_of(session, planned.office_id, planned.site_id)
    return [] if planned.answer else [Line("miss-not-explained", {"at": When(planned.starts_at, site.zone)})]


async def _said(session: AsyncSession, case: Case, session_id: int, number: int) -> Event:
    """What he had written about this session. Raises Refused where it is a message by now, or is none of
    his."""
    taken = await facts_of(session, case, EventKind.MISS_ANSWER_WITHDRAWN)
    if any(told_by(one).get("fact") == number for one in taken):
        raise Refused("message-was-sent")
    said = await facts_of(session, case, EventKind.MISS_ANSWERED)
    found = next((one for one in said if one.seq == number), None)
    if found is None or told_by(found).get("session") != session_id:
        raise Refused("choice-unknown")
    return found

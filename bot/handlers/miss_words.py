"""*Bukan soal itu*: words that were taken for the explanation of a miss are a message to the officer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import outcomes
from bot.domain.answers import without
from bot.domain.hours import EventKind
from bot.domain.messages import Inbound, Notice, Refused, Show, choice_numbers
from bot.domain.outcomes import may_be_explained
from bot.handlers import threads
from bot.handlers.day import own_case
from bot.storage import queries
from bot.storage.events import facts_of, record, told_by
from bot.storage.models import Case, Person


async def not_about_it(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """They explain nothing any more, where nobody has decided on them, and the officer reads both. Raises
    Refused for somebody else's, and the second time."""
    session_id, number = choice_numbers(inbound.text, 2)
    planned = await queries.session_by_id(session, who.office_id, session_id)
    if planned is None:
        raise Refused("not-yours")
    case = await own_case(session, who, planned.case_id)
    words = await _words(session, case, session_id, number)
    told = []
    if may_be_explained(planned.state, planned.outcome):
        planned.answer = without(planned.answer, words)
        card = await outcomes.question(session, case, planned, "miss-told-officer-not", words)
        told = [replace(card, show=Show.EDIT)]
    payload = {"session": planned.id, "day": planned.day.isoformat(), "fact": number}
    kind = EventKind.MISS_ANSWER_WITHDRAWN
    await record(session, case, kind, actor_id=who.id, payload=payload, happened_at=now, now=now)
    receipt, *others = await threads.written(session, who, case.id, words, now)
    return [receipt, *told, *others]


async def _words(session: AsyncSession, case: Case, session_id: int, number: int) -> str:
    """What he had written about this session. Raises Refused where it is a message by now, or is none of
    his."""
    taken = await facts_of(session, case, EventKind.MISS_ANSWER_WITHDRAWN)
    if any(told_by(one).get("fact") == number for one in taken):
        raise Refused("message-was-sent")
    said = await facts_of(session, case, EventKind.MISS_ANSWERED)
    told = next((told_by(one) for one in said if one.seq == number), {})
    if told.get("session") != session_id:
        raise Refused("choice-unknown")
    words: str = told["words"]
    return words

"""A client answers what happened when no check-in came; the answer is kept, a person decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, outcomes, worried_answers
from bot.domain.answers import in_one, own_words, reason_of, says_nothing, with_more
from bot.domain.cases import CLOSED_STATES
from bot.domain.checkins import SessionState
from bot.domain.hours import EventKind
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Param, Refused, When, choice_numbers
from bot.domain.outcomes import may_be_explained
from bot.handlers.day import own_case
from bot.storage import queries
from bot.storage.events import record
from bot.storage.models import Event, Person, WorkSession

LONGEST = 500
"""Letters of an answer."""


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of the three buttons. The same one again changes nothing; words may follow for a while."""
    session_id, number = choice_numbers(inbound.text, 2)
    if not 0 <= number < len(cards.MISS_REASONS):
        raise Refused("choice-unknown")
    planned, reason = await _asked_about(session, who, session_id), cards.MISS_REASONS[number]
    if (await own_case(session, who, planned.case_id)).state in CLOSED_STATES:
        raise Refused("miss-case-closed")
    if planned.state is SessionState.STARTED:
        return [await _started(session, who, now)]
    if reason_of(planned.answer) == reason:
        return [await _thanks(session, who, planned, reason)]
    await _keep(session, who, planned, reason, reason, now)
    await queries.ask_for_words(session, who, "miss-more", planned.id, now)
    thanks = await _thanks(session, who, planned, reason)
    return [thanks, await _told_officer(session, who, planned, "miss-told-officer", own_words(reason))]


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The client's own words; more may follow for a while, as after a button."""
    planned, words = await _asked_about(session, who, about), in_one(inbound.text.strip(), LONGEST)
    if says_nothing(words):
        return [await _asked_still(session, who, planned)]
    fact = await _keep(session, who, planned, words, words, now)
    await queries.ask_for_words(session, who, "miss-more", planned.id, now)
    thanks = await _thanks(session, who, planned, words)
    otherwise = _otherwise(planned, fact)
    thanks = replace(thanks, lines=(Line("miss-words-otherwise"),), choices=(*thanks.choices, otherwise))
    thanks = worried_answers.with_help(thanks, words)
    return [thanks, await _told_officer(session, who, planned, "miss-told-officer", words)]


async def more_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Words after the button, or after his first words, belong to the same answer."""
    planned, words = await _asked_about(session, who, about), in_one(inbound.text.strip(), LONGEST)
    if says_nothing(words):
        return [Notice(to=who.id, key="miss-more-still", params=await _which(session, planned))]
    fact = await _keep(session, who, planned, with_more(planned.answer, words), words, now)
    await queries.ask_for_words(session, who, "miss-more", planned.id, now)
    thanks = Notice(
        to=who.id,
        key="miss-answer-added",
        params=await _which(session, planned),
        lines=(Line("miss-words-otherwise"),),
        choices=(_otherwise(planned, fact),),
    )
    thanks = worried_answers.with_help(thanks, words)
    return [thanks, await _told_officer(session, who, planned, "miss-told-officer-more", words)]


async def still_asked(session: AsyncSession, who: Person, session_id: int) -> bool:
    """Whether words still explain this session: never in a case that is closed."""
    planned = await queries.session_by_id(session, who.office_id, session_id)
    if planned is None or planned.client_id != who.id:
        return False
    case = await own_case(session, who, planned.case_id)
    return case.state not in CLOSED_STATES and may_be_explained(planned.state, planned.outcome)


def _otherwise(planned: WorkSession, fact: Event) -> Choice:
    """*Bukan soal itu*, about these words."""
    return Choice(f"miss-not:{planned.id}:{fact.seq}", "choice-miss-not")


async def _which(session: AsyncSession, planned: WorkSession) -> dict[str, Param]:
    site = await queries.site_of(session, planned.office_id, planned.site_id)
    return {"at": When(planned.starts_at, site.zone), "site": site.name}


async def _asked_about(session: AsyncSession, who: Person, session_id: int) -> WorkSession:
    planned = await queries.session_by_id(session, who.office_id, session_id)
    if planned is None or planned.client_id != who.id:
        raise Refused("not-yours")
    return planned


async def _keep(
    session: AsyncSession, who: Person, planned: WorkSession, answer: str, words: str, now: datetime
) -> Event:
    """The row has the whole answer, the event what was said just now."""
    await queries.forget_question(session, who)
    case = await own_case(session, who, planned.case_id)
    planned.answer = answer
    return await record(
        session,
        case,
        EventKind.MISS_ANSWERED,
        actor_id=who.id,
        payload={"session": planned.id, "day": planned.day.isoformat(), "words": words},
        happened_at=now,
        now=now,
    )


async def _asked_still(session: AsyncSession, who: Person, planned: WorkSession) -> Notice:
    """*Ok* explains nothing: the question once more, with its buttons."""
    choices = cards.miss_choices(planned.id)
    return Notice(to=who.id, key="miss-asked-still", params=await _which(session, planned), choices=choices)


async def _started(session: AsyncSession, who: Person, now: datetime) -> Notice:
    return Notice(to=who.id, key="miss-already-started", ask=await cards.keyboard(session, who, now))


async def _thanks(session: AsyncSession, who: Person, planned: WorkSession, answer: str) -> Notice:
    params = await _which(session, planned)
    key = "miss-answer-no-signal" if answer == cards.MISS_REASONS[0] else "miss-answer-kept"
    if key == "miss-answer-no-signal":
        return Notice(to=who.id, key=key, params=params, ask=Ask.START)
    ask_for = (Choice(f"excuse-missed:{planned.id}", "choice-excuse-missed"),)
    return Notice(to=who.id, key=key, params=params, choices=ask_for)


async def _told_officer(
    session: AsyncSession, who: Person, planned: WorkSession, key: str, said: Param
) -> Notice:
    case = await queries.locked_case(session, who.office_id, planned.case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    card = await outcomes.question(session, case, planned, key, said)
    return replace(card, lines=worried_answers.marks(said)) if isinstance(said, str) else card

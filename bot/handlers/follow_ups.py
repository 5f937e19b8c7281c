"""An officer follows up a client who was away: what he tried, what came of it, until when he waits."""

from __future__ import annotations

from datetime import date, datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import follow_ups as steps
from bot.domain.answers import added
from bot.domain.days import day_number, day_of, read_day
from bot.domain.follow_ups import LONGEST_NOTE, OFFERED, FollowUpKind, FollowUpOutcome
from bot.domain.messages import Inbound, Notice, Refused, Show, choice_numbers
from bot.handlers import clients, follow_up_cards
from bot.storage import follow_ups, leaves, queries
from bot.storage.follow_ups import FollowUp
from bot.storage.models import Case, Person

log = structlog.get_logger()

DAY, UNTIL, NOTE = "follow-up-day", "follow-up-until", "follow-up-note"
"""The questions that wait for words: the day of a visit, another date, a note."""
OUTCOME, MORE = "follow-up-outcome", "follow-up-more"
"""Where words may be typed: to a question with buttons they are kept for the step, and below what was
recorded they are its note."""
DAYS_OFFERED = 3


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """What was tried, and what can be done next."""
    case, _ = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    return [await follow_up_cards.card(session, who, case, now)]


async def ask(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Sudah ditelepon*, or another step that was done: what came of it?"""
    case, _ = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    kind = _kind(inbound.text, 2)
    await queries.ask_for_words(session, who, OUTCOME, case.id, now, said=f"{kind.value}:")
    return [await follow_up_cards.question(session, who, case, kind)]


async def outcome_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Words where an outcome is asked for with buttons: they wait, and become the note of the step."""
    asked = await queries.question_to(session, who)
    case, _ = await clients.own(session, who, about, now)
    kind, _, before = (asked.said if asked else "").partition(":")
    words = added(before, inbound.text.strip(), LONGEST_NOTE)
    step_id = asked.step if asked else 0
    await queries.ask_for_words(session, who, OUTCOME, about, now, step=step_id, said=f"{kind}:{words}")
    step = (await _own(session, who, step_id, now))[0] if step_id else None
    return [await follow_up_cards.question_again(session, who, case, FollowUpKind(kind), step, words)]


async def _noted(
    session: AsyncSession, who: Person, case: Case, step: FollowUp, now: datetime
) -> list[Notice]:
    """The step that was just recorded, with the words that waited for it; more of them may follow."""
    asked = await queries.question_to(session, who)
    waited = asked is not None and (asked.topic, asked.about) == (OUTCOME, case.id)
    if asked is not None and waited and (words := asked.said.partition(":")[2]):
        await steps.note(session, case, step, words, by=who, now=now)
    await queries.ask_for_words(session, who, MORE, step.id, now)
    return [await _shown(session, who, case, step)]


async def others(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Langkah lain*."""
    case, _ = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    return [await follow_up_cards.other_steps(session, who, case)]


async def add(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """What came of a step done today. A second tap is answered once more; where somebody else has recorded
    one since, that is shown and nothing is added."""
    case_id, last = choice_numbers(inbound.text, 2)
    case, _ = await clients.own(session, who, case_id, now)
    kind = _kind(inbound.text, 3)
    outcome = _outcome(inbound.text, 4, kind)
    if await follow_up_cards.last_id(session, case) != last:
        return [await _already(session, who, case, kind, outcome, now)]
    step = await steps.add(session, case, kind, outcome, by=who, now=now)
    return await _noted(session, who, case, step, now)


async def _already(
    session: AsyncSession,
    who: Person,
    case: Case,
    kind: FollowUpKind,
    outcome: FollowUpOutcome,
    now: datetime,
) -> Notice:
    rows = await follow_ups.of_case(session, case)
    last = rows[-1] if rows else None
    if last is not None and (last.by, last.kind, last.outcome) == (who.id, kind, outcome):
        return await follow_up_cards.recorded(session, who, case, last)
    return (await _meanwhile(session, who, case, now))[0]


async def plan(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Rencana kunjungan*: on which day?"""
    case, _ = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    last = await follow_up_cards.last_id(session, case)
    await queries.ask_for_words(session, who, DAY, case.id, now, step=last)
    days = await steps.working_days(session, case, DAYS_OFFERED, now)
    buttons = [(day, f"follow-up-day:{case.id}:{last}:{day_number(day)}") for day in days]
    return [await follow_up_cards.which_day(session, who, case, buttons, "follow-up-ask-visit")]


async def plan_day(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The day of the visit, from the buttons."""
    case_id, last, number = choice_numbers(inbound.text, 3)
    return await _plan(session, who, case_id, last, day_of(number), now)


async def plan_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The same in words; what cannot be read is asked for again."""
    asked = await queries.question_to(session, who)
    case, _ = await clients.own(session, who, about, now)
    day = await _day(session, case, inbound.text, now)
    return await _plan(session, who, about, asked.step if asked else 0, day, now)


async def _plan(
    session: AsyncSession, who: Person, case_id: int, last: int, day: date, now: datetime
) -> list[Notice]:
    case, _ = await clients.own(session, who, case_id, now)
    kind, planned = FollowUpKind.VISIT, FollowUpOutcome.PLANNED
    if await follow_up_cards.last_id(session, case) != last:
        await queries.forget_question(session, who)
        return [await _already(session, who, case, kind, planned, now)]
    step = await steps.add(session, case, kind, planned, by=who, now=now, on=day)
    return await _noted(session, who, case, step, now)


async def result(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Catat hasil* of a planned step."""
    step, case = await _own(session, who, choice_numbers(inbound.text, 1)[0], now)
    if step.outcome is not FollowUpOutcome.PLANNED or step.taken_back_at is not None:
        return await _meanwhile(session, who, case, now)
    said = f"{FollowUpKind(step.kind).value}:"
    await queries.ask_for_words(session, who, OUTCOME, case.id, now, step=step.id, said=said)
    return [await follow_up_cards.planned_question(session, who, case, step)]


async def finish(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """What came of a planned step."""
    step_id, revision = choice_numbers(inbound.text, 2)
    step, case = await _own(session, who, step_id, now)
    outcome = _outcome(inbound.text, 3, step.kind)
    if stale := await _stale(session, who, case, step, revision, now):
        return stale if step.outcome is not outcome else [await _shown(session, who, case, step)]
    await steps.finish(session, case, step, outcome, by=who, now=now)
    return await _noted(session, who, case, step, now)


async def until(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ubah tanggal*: until when is he waited for, or on which day is the visit?"""
    step_id, revision = choice_numbers(inbound.text, 2)
    step, case = await _own(session, who, step_id, now)
    if stale := await _stale(session, who, case, step, revision, now):
        return stale
    await queries.ask_for_words(session, who, UNTIL, step.id, now, step=revision)
    days = await steps.working_days(session, case, DAYS_OFFERED, now)
    buttons = [(day, f"follow-up-until-day:{step.id}:{revision}:{day_number(day)}") for day in days]
    return [await follow_up_cards.which_day(session, who, case, buttons, "follow-up-ask-until")]


async def until_day(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A date from the buttons."""
    step_id, revision, number = choice_numbers(inbound.text, 3)
    return await _await(session, who, step_id, revision, day_of(number), now)


async def until_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A date in words; what cannot be read is asked for again."""
    asked = await queries.question_to(session, who)
    _, case = await _own(session, who, about, now)
    day = await _day(session, case, inbound.text, now)
    return await _await(session, who, about, asked.step if asked else 0, day, now)


async def _await(
    session: AsyncSession, who: Person, step_id: int, revision: int, day: date, now: datetime
) -> list[Notice]:
    step, case = await _own(session, who, step_id, now)
    if stale := await _stale(session, who, case, step, revision, now):
        return stale if step.reply_by != day else [await _shown(session, who, case, step)]
    await steps.await_until(session, case, step, day, by=who, now=now)
    await queries.forget_question(session, who)
    return [await _shown(session, who, case, step)]


async def note(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tambah catatan*."""
    step, case = await _own(session, who, choice_numbers(inbound.text, 1)[0], now)
    await queries.ask_for_words(session, who, NOTE, step.id, now)
    client = await session.get_one(Person, case.client_id)
    return [Notice(to=who.id, key="follow-up-ask-note", params={"name": client.shown})]


async def note_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The words, added to the step, which he can still undo as long as before; a second line is added too."""
    step, case = await _own(session, who, about, now)
    await steps.note(session, case, step, inbound.text, by=who, now=now)
    await queries.ask_for_words(session, who, MORE, step.id, now)
    if steps.may_undo(step, now):
        return [await follow_up_cards.recorded(session, who, case, step, show=Show.AGAIN)]
    return [await follow_up_cards.card(session, who, case, now)]


async def undo(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batalkan* within ten minutes; what was changed since is shown first."""
    step_id, revision = choice_numbers(inbound.text, 2)
    step, case = await _own(session, who, step_id, now)
    if step.taken_back_at is None and (stale := await _stale(session, who, case, step, revision, now)):
        return stale
    await steps.take_back(session, case, step, by=who, now=now)
    return [await follow_up_cards.card(session, who, case, now, show=Show.EDIT, key="follow-up-undone")]


async def _stale(
    session: AsyncSession, who: Person, case: Case, step: FollowUp, revision: int, now: datetime
) -> list[Notice]:
    """The card as it stands, where a step is not any more what the button showed."""
    if step.revision == revision and step.taken_back_at is None:
        return []
    await queries.forget_question(session, who)
    return await _meanwhile(session, who, case, now)


async def _meanwhile(session: AsyncSession, who: Person, case: Case, now: datetime) -> list[Notice]:
    return [await follow_up_cards.card(session, who, case, now, show=Show.EDIT, key="follow-up-meanwhile")]


async def _shown(session: AsyncSession, who: Person, case: Case, step: FollowUp) -> Notice:
    return await follow_up_cards.recorded(session, who, case, step)


async def _day(session: AsyncSession, case: Case, text: str, now: datetime) -> date:
    day = read_day(text, await steps.today(session, case, now))
    if day is None:
        raise Refused("follow-up-day-unreadable")
    return day


async def _own(session: AsyncSession, who: Person, step_id: int, now: datetime) -> tuple[FollowUp, Case]:
    """A step in a case that this officer guides today, locked. Raises Refused for anybody else's."""
    found = await follow_ups.locked_step(session, who.office_id, step_id)
    if found is None or not await leaves.guides(session, who, found[1], now):
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return found


def _kind(choice: str, place: int) -> FollowUpKind:
    word = _word(choice, place)
    if word not in set(FollowUpKind):
        raise Refused("choice-unknown")
    return FollowUpKind(word)


def _outcome(choice: str, place: int, kind: FollowUpKind) -> FollowUpOutcome:
    word = _word(choice, place)
    if word not in OFFERED[kind]:
        raise Refused("choice-unknown")
    return FollowUpOutcome(word)


def _word(choice: str, place: int) -> str:
    parts = choice.split(":")
    return parts[place] if len(parts) > place else ""

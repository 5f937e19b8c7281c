"""Words below a question of an evaluation that has buttons: the answer, where they plainly are one; else the
answers that there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain import said_answers
from bot.domain.answers import only_acknowledges, only_yes, wants_answer
from bot.domain.messages import Choice, Inbound, Kind, Line, Notice, Show, choices_from_json
from bot.domain.people import Role
from bot.domain.worries import tells_of_harm
from bot.handlers import evaluations, session_ratings
from bot.storage import screens
from bot.storage.models import Person
from bot.storage.post import Outbox

SESSION, FORM = "session-rate", "evaluation-answer"
FEWEST = 3
"""Answers; below the last question of a form, which is for words, there is one button."""


async def answered(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice] | None:
    """The button that the words are, with what becomes of the rest of them; None where they are none."""
    choices = await _asked(session, who, inbound)
    before = () if choices else await _session_asked_before(session, who, inbound)
    choices = choices or before
    said = said_answers.said(inbound.text, [one.key for one in choices])
    if said is None or (before and said.more) or (_of(choices) == FORM and _is_more(inbound.text)):
        return None
    chosen = next(one for one in choices if one.key == said.key)
    tapped = replace(inbound, kind=Kind.CHOICE, text=chosen.id)
    answer = session_ratings.rate if _of(choices) == SESSION else evaluations.answer
    notices = [
        replace(one, show=Show.AGAIN, toast=None) if one.to == who.id and one.show is Show.EDIT else one
        for one in await answer(session, who, tapped, now)
    ]
    if said.more:
        notices[0] = _with_more(notices[0], _of(choices))
    return notices


def _with_more(answer: Notice, entry: str) -> Notice:
    """What becomes of the other words: below a session's answer, above a form's next question."""
    if entry == SESSION:
        return replace(answer, lines=(*answer.lines, Line("session-rate-more")))
    return replace(answer, lines=(Line("evaluation-answer-more"), *answer.lines))


async def otherwise(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice] | None:
    """The answers that there are, once more, where one was asked for last and the words are none of them.
    *Benar* below a session's question says the confirmation again, to which that question was added."""
    choices = await _asked(session, who, inbound)
    if not choices or only_acknowledges(inbound.text) or wants_answer(inbound.text):
        return None
    if _of(choices) == SESSION and only_yes(inbound.text):
        return None
    shown = await _again(session, who, inbound, choices, now)
    if who.role is Role.SUPERVISOR:
        shown = replace(shown, lines=(*shown.lines, Line("evaluation-words-unsent")))
    return [shown]


async def _again(
    session: AsyncSession, who: Person, inbound: Inbound, choices: Sequence[Choice], now: datetime
) -> Notice:
    if _of(choices) == SESSION:
        in_place = tuple(replace(one, number=0) for one in choices)
        return Notice(to=who.id, key="session-which", choices=in_place)
    form_id = choices[0].id.split(":")[1]
    (card,) = await evaluations.show(session, who, replace(inbound, text=f"evaluation:{form_id}"), now)
    return replace(card, key="evaluation-which", params={})


async def _asked(session: AsyncSession, who: Person, inbound: Inbound) -> tuple[Choice, ...]:
    """The answers of the question that he was asked last, within a day."""
    last = await screens.last_with_choices(session, inbound.sender)
    if last is None or last.person_id != who.id or last.queued_at < inbound.received_at - screens.RECENT:
        return ()
    return _answers(last)


async def _session_asked_before(session: AsyncSession, who: Person, inbound: Inbound) -> tuple[Choice, ...]:
    """The same of the one session that he was asked about within a day, where other things were said since:
    its bare answers are words that mean nothing else."""
    since = inbound.received_at - screens.RECENT
    open_cards = await screens.still_open(session, inbound.sender, since, who.id)
    asked = {one[0].id.split(":")[1]: one for one in map(_answers, open_cards) if _of(one) == SESSION}
    return next(iter(asked.values())) if len(asked) == 1 else ()


def _answers(row: Outbox) -> tuple[Choice, ...]:
    found = [one for one in choices_from_json(row.content["choices"]) if _entry(one) in (SESSION, FORM)]
    return tuple(found) if len(found) >= FEWEST else ()


def _of(choices: Sequence[Choice]) -> str:
    return _entry(choices[0]) if choices else ""


def _entry(choice: Choice) -> str:
    return choice.id.partition(":")[0]


def _is_more(text: str) -> bool:
    """What a person should read is no answer to a form, which nobody reads today."""
    return tells_of_harm(text) or wants_answer(text)

"""The forms at the end of a case, answered button by button; each may be left out, or left alone."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, evaluation_cards, evaluations
from bot.domain.evaluations import BEST, SKIPPED, Question, Rater
from bot.domain.messages import Inbound, Notice, Refused, Show, choice_numbers
from bot.domain.people import Role
from bot.domain.said_answers import NOTHING, Said, said
from bot.handlers.decisions import not_yours
from bot.storage import evaluations as records
from bot.storage import queries
from bot.storage.evaluations import EvaluationForm
from bot.storage.models import Person

TOPIC = "evaluation-words"
OFFICERS = "evaluation-note"
"""The same question to an officer: whatever he does besides, it is over."""
PATIENCE = timedelta(minutes=10)


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/evaluasi` of whoever is asked: the oldest form that waits for him."""
    waiting = await records.open_forms(session, who, now)
    if not waiting:
        return [Notice(to=who.id, key="evaluation-none", ask=await cards.keyboard(session, who, now))]
    return [await _shown(session, waiting[0], who, now, Show.AGAIN)]


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The button below other news, or to the next form."""
    form = await _own(session, who, choice_numbers(inbound.text, 1)[0], now)
    return [await _shown(session, form, who, now, Show.AGAIN)]


async def answer(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of four, or *Lewati*; a tap on what was answered already shows where he is."""
    form_id, step, value = choice_numbers(inbound.text, 3)
    form = await _own(session, who, form_id, now)
    if value > BEST or (value and form.question is Question.REMARK):
        raise Refused("choice-unknown")
    if form.question is not None and step == form.step:
        await queries.forget_question(session, who)
        await evaluations.answer(session, form, value, by=who, now=now)
    return [await _shown(session, form, who, now, Show.EDIT)]


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A remark at the end. Where it may be a worry it stays as it is, and the way to somebody is shown.
    *Tidak ada pak* is the button, and no remark."""
    form, words = await _own(session, who, about, now), inbound.text.strip()
    if form.question is Question.REMARK and said(words, [NOTHING]) == Said(NOTHING):
        await queries.forget_question(session, who)
        await evaluations.answer(session, form, SKIPPED, by=who, now=now)
        return [await evaluation_cards.card(session, form, who, now)]
    await evaluations.remark(session, form, words, by=who, now=now)
    await queries.forget_question(session, who)
    card = await evaluation_cards.card(session, form, who, now)
    return [evaluation_cards.with_ways(card, Rater(form.rater), who, words)]


async def _shown(
    session: AsyncSession, form: EvaluationForm, who: Person, now: datetime, show: Show
) -> Notice:
    if form.question is Question.REMARK:
        topic = OFFICERS if who.role is Role.OFFICER else TOPIC
        await queries.ask_for_words(session, who, topic, form.id, now)
    return await evaluation_cards.card(session, form, who, now, show=show)


async def _own(session: AsyncSession, who: Person, form_id: int, now: datetime) -> EvaluationForm:
    """A form for this person, locked after its case. Raises Refused for any other."""
    form = await records.form_by_id(session, who.office_id, form_id)
    if form is None or not await evaluations.is_for(session, form, who, now):
        raise not_yours(who)
    await queries.locked_case(session, who.office_id, form.case_id)
    await session.refresh(form)
    return form

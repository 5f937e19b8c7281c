"""What somebody reads of a form: the question that is next, or thanks."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import worried_answers
from bot.domain.answers import wants_answer
from bot.domain.evaluations import ABOUT_THE_PERSON, BEST, SKIPPED, Question, Rater
from bot.domain.messages import Choice, Line, Notice, Param, Show
from bot.domain.people import Role
from bot.domain.work_notes import RATINGS, Rating
from bot.domain.worries import tells_of_harm, worth_reading
from bot.storage import evaluations
from bot.storage.evaluations import EvaluationForm
from bot.storage.models import Case, Person


async def card(
    session: AsyncSession, form: EvaluationForm, who: Person, now: datetime, *, show: Show = Show.AGAIN
) -> Notice:
    """One question at a time, in its place; what it is about is named below the first line only."""
    question = form.question
    if question is None:
        return await _thanks(session, form, who, now, show)
    if question is Question.REMARK:
        anonymous = (Line("evaluation-remark-anonymous"),) if form.rater is Rater.CLIENT else ()
        return _shown(form, who, show, "evaluation-remark", {}, anonymous)
    params: dict[str, Param] = {"step": form.step + 1, "count": len(form.questions) - 1}
    key = "evaluation-next" if form.step else f"evaluation-ask-{Rater(form.rater).value}"
    lines = [*await _about(session, form, who), Line(f"evaluation-question-{question.value}")]
    return _shown(form, who, show, key, params, tuple(lines))


def with_ways(card: Notice, rater: Rater, who: Person, words: str) -> Notice:
    """Nobody reads a remark today. A client's has no name, so that nobody can answer it: he always reads how
    to reach somebody, and chooses whether he is named. A supervisor reads it where his words may tell of harm
    or want an answer."""
    match rater:
        case Rater.CLIENT:
            return _to_somebody(card, who, worrying=worth_reading([words]))
        case Rater.SUPERVISOR if tells_of_harm(words):
            return replace(card, lines=(*card.lines, Line("evaluation-remark-incident")))
        case Rater.SUPERVISOR if wants_answer(words):
            return replace(card, lines=(*card.lines, Line("evaluation-remark-asked")))
        case _:
            return card


def _to_somebody(card: Notice, who: Person, *, worrying: bool) -> Notice:
    write = Choice("message-begin", "choice-message-begin")
    told = replace(
        card,
        lines=(*card.lines, Line("evaluation-remark-unread")),
        choices=(*card.choices, write),
    )
    if who.role is not Role.CLIENT:
        return told
    if worrying:
        return worried_answers.and_help(told)
    return replace(told, choices=(*told.choices, worried_answers.HELP))


def _shown(
    form: EvaluationForm, who: Person, show: Show, key: str, params: dict[str, Param], lines: tuple[Line, ...]
) -> Notice:
    return Notice(
        to=who.id, key=key, params=params, lines=lines, choices=_choices(form), card=_name(form), show=show
    )


async def _about(session: AsyncSession, form: EvaluationForm, who: Person) -> list[Line]:
    """Whom it is about; nobody needs to be told his own name."""
    case = await session.get_one(Case, form.case_id)
    client = await session.get_one(Person, case.client_id)
    own = client.id == who.id or client.id == form.person_id
    return [] if own else [Line("evaluation-about", {"name": client.shown})]


def _choices(form: EvaluationForm) -> tuple[Choice, ...]:
    question, about = form.question, f"evaluation-answer:{form.id}:{form.step}"
    skip = Choice(f"{about}:{SKIPPED}", "choice-evaluation-skip")
    match question:
        case Question.REMARK:
            return (Choice(f"{about}:{SKIPPED}", "choice-evaluation-nothing"),)
        case Question.COST:
            keys = [f"choice-cost-{value}" for value in range(BEST, 0, -1)]
        case _ if question in ABOUT_THE_PERSON:
            keys = [f"choice-rating-{Rating(one).value}" for one in RATINGS]
        case _:
            keys = [f"choice-service-{value}" for value in range(BEST, 0, -1)]
    answers = (Choice(f"{about}:{BEST - place}", key) for place, key in enumerate(keys))
    return (*answers, skip)


async def _thanks(
    session: AsyncSession, form: EvaluationForm, who: Person, now: datetime, show: Show
) -> Notice:
    """The end of one form, and the way to the next where others wait."""
    others = await evaluations.open_forms(session, who, now)
    count: dict[str, Param] = {"count": len(others)}
    return Notice(
        to=who.id,
        key="evaluation-thanks",
        lines=(Line("evaluation-more", count),) if others else (),
        choices=(Choice(f"evaluation:{others[0].id}", "choice-evaluation-more"),) if others else (),
        card=_name(form),
        show=show,
    )


def _name(form: EvaluationForm) -> str:
    return f"evaluation:{form.id}"

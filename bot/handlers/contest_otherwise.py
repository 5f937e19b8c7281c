"""*Jam lain*: whoever decides a contest types other times, sees what they come to, and says why."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import contest_grants, lifecycle
from bot.domain.answers import only_yes
from bot.domain.messages import Choice, Inbound, Notice, Refused, When, choice_numbers
from bot.domain.reports import midday
from bot.handlers import contest_decisions, contest_settlements
from bot.storage import queries
from bot.storage.contests import subject_of
from bot.storage.models import Case, Contest, Dialogue, Person

TOPIC, SURE = "contest-other", "contest-other-sure"
"""What is typed, and whether it is right so: then the step of the question is what was typed last."""


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """From when to when; of a correction, how many minutes."""
    contest_id = choice_numbers(inbound.text, 1)[0]
    contest, case = await contest_decisions.to_decide(session, who, contest_id, now)
    if known := await contest_settlements.overtaken(session, who, contest, case, now, upheld=True):
        return known
    subject = await subject_of(session, contest)
    await queries.ask_for_words(session, who, TOPIC, contest.id, now)
    client = await session.get_one(Person, case.client_id)
    key = "contest-ask-other" if subject.correction is None else "contest-ask-other-minutes"
    key = key if subject.opening is None else "contest-ask-other-hours"
    day = When(midday(contest.day, subject.zone), subject.zone)
    return [Notice(to=who.id, key=key, params={"name": client.shown, "day": day})]


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """What they come to, before anything is decided; typed again, the last word holds, and a plain yes is the
    button. Raises Refused for what cannot be read, ends before it begins, or is beyond the bounds of a
    correction."""
    contest, case = await contest_decisions.to_decide(session, who, about, now)
    if only_yes(inbound.text) and (question := await _shown(session, who, contest)):
        return await _reason(session, who, contest, case, question, now)
    subject = await subject_of(session, contest)
    typed = contest_grants.read(inbound.text, subject)
    granted = contest_grants.granted(contest, subject, typed, now)
    if subject.correction is not None:
        await lifecycle.check_replacement(session, case, subject.correction, granted.minutes or 0, now)
    await queries.ask_for_words(session, who, SURE, contest.id, now, step=typed)
    client = await session.get_one(Person, case.client_id)
    return [
        Notice(
            to=who.id,
            key="contest-other-preview",
            params={"name": client.shown},
            lines=(contest_grants.preview(contest, subject, granted),),
            choices=(
                Choice(f"contest-other-yes:{contest.id}", "choice-contest-other-yes"),
                Choice(f"contest-other:{contest.id}", "choice-contest-other-no"),
            ),
        )
    ]


async def confirm(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ya, itu*: the reason is asked for. Raises Refused where nothing was typed, or something else was asked
    since."""
    contest_id = choice_numbers(inbound.text, 1)[0]
    contest, case = await contest_decisions.to_decide(session, who, contest_id, now)
    question = await _shown(session, who, contest)
    if question is None:
        raise Refused("contest-other-again")
    return await _reason(session, who, contest, case, question, now)


async def _shown(session: AsyncSession, who: Person, contest: Contest) -> Dialogue | None:
    """The question below what was shown last; None where something else was asked since."""
    question = await queries.question_to(session, who)
    asked = question is not None and (question.topic, question.about) == (SURE, contest.id)
    return question if asked else None


async def _reason(
    session: AsyncSession, who: Person, contest: Contest, case: Case, question: Dialogue, now: datetime
) -> list[Notice]:
    step = contest_decisions.OTHERWISE + question.step
    return await contest_decisions.ask_reason(session, who, contest, case, step, now)

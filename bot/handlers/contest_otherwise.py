"""*Jam lain*: whoever decides a contest types other times, sees what they come to, and says why."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import contest_grants, lifecycle
from bot.domain.answers import only_yes
from bot.domain.hours import EventKind, Fact
from bot.domain.messages import Choice, Inbound, Line, Minutes, Notice, Refused, When, choice_numbers
from bot.domain.reports import midday
from bot.handlers import contest_decisions, contest_settlements
from bot.storage import queries
from bot.storage.contests import subject_of
from bot.storage.events import balance_now, balance_with
from bot.storage.models import Case, Contest, Dialogue, Person
from bot.storage.openings import Opening

TOPIC, SURE = "contest-other", "contest-other-sure"
"""What is typed, and whether it is right so: then the step of the question is what was typed last."""


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """From when to when; of a correction, how many minutes."""
    contest_id = choice_numbers(inbound.text, 1)[0]
    contest, case = await contest_decisions.to_decide(session, who, contest_id, now)
    if known := await contest_settlements.overtaken(session, who, contest, case, now, upheld=True):
        return known
    if changed := await contest_settlements.opening_changed(session, who, contest, case, inbound.text):
        return changed
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
            lines=(
                await _before_hadir(session, case, subject.opening, granted.minutes or 0, subject.zone)
                if subject.opening is not None
                else (contest_grants.preview(contest, subject, granted),)
            ),
            choices=(
                Choice(f"contest-other-yes:{contest.id}", "choice-contest-other-yes"),
                Choice(f"contest-other:{contest.id}", "choice-contest-other-no"),
            ),
        )
    ]


async def _before_hadir(
    session: AsyncSession, case: Case, opening: Opening, minutes: int, zone: str
) -> tuple[Line, ...]:
    """What hours before Hadir would do, with a word where they are more than the order asks for: then the
    case waits to be closed at once, and nothing takes that back."""
    before = await balance_now(session, case)
    after = await balance_with(session, case, Fact(EventKind.OPENING_BALANCE, {"minutes": minutes}))
    changed = {"earlier": Minutes(opening.minutes), "held": Minutes(minutes)}
    total = {"earlier": Minutes(before.credited), "held": Minutes(after.credited)}
    lines = [
        Line("contest-other-served-then", {**changed, "day": When(midday(opening.as_of, zone), zone)}),
        Line("adjust-then-total", {**total}),
    ]
    if case.total_minutes is not None and minutes > case.total_minutes:
        lines.append(Line("contest-other-above-order", {"total": Minutes(case.total_minutes)}))
    elif after.remaining == 0:
        lines.append(Line("contest-other-all-served"))
    return tuple(lines)


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

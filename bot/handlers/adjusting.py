"""An officer corrects the hours of a case: a reason, minutes and day in one line, a preview, *Simpan*."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, contest_cards, kinship, lifecycle
from bot.domain.adjustments import BOUNDS, Adjustment, AdjustmentReason
from bot.domain.answers import only_yes
from bot.domain.cases import local_day
from bot.domain.corrections import lacks_day, read_correction
from bot.domain.messages import (
    Ask,
    Choice,
    Inbound,
    Line,
    Minutes,
    Notice,
    Param,
    Refused,
    Show,
    When,
    Word,
    choice_numbers,
)
from bot.domain.reports import midday
from bot.handlers import clients, day_changes
from bot.storage import queries
from bot.storage.contests import open_of
from bot.storage.corrections import corrections_of
from bot.storage.models import Case, Dialogue, Office, Person

TOPIC = "adjust"
SURE = "adjust-sure"
"""The question whether it is right so: what was typed is shown, and counts with a yes."""
REASONS = tuple(AdjustmentReason)


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Which reason? The reason decides direction and size. What the client contests of this case stands
    first, for there the hours are decided too."""
    case = await _own(session, who, choice_numbers(inbound.text, 1)[0], now)
    client = await session.get_one(Person, case.client_id)
    contested, ways = await day_changes.contests(session, case)
    return [
        Notice(
            to=who.id,
            key="adjust-which-reason",
            params={"name": client.shown},
            lines=tuple(contested),
            choices=(*ways, *_reasons(case)),
        )
    ]


def _reasons(case: Case) -> tuple[Choice, ...]:
    return tuple(
        Choice(f"adjust-for:{case.id}:{number}", f"adjust-reason-{_word(reason)}")
        for number, reason in enumerate(REASONS)
    )


async def ask_minutes(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """How many minutes, which day, what about: in one line."""
    case_id, number = choice_numbers(inbound.text, 2)
    case = await _own(session, who, case_id, now)
    if number >= len(REASONS):
        raise Refused("choice-unknown")
    office = await queries.office_of(session, who.office_id)
    bounds = BOUNDS[REASONS[number]]
    await _await_words(session, who, case, number, now)
    params: dict[str, Param] = {
        "up": Minutes(bounds.up),
        "down": Minutes(bounds.down),
        "day": When(now, office.zone),
    }
    key = "adjust-ask" if bounds.up else "adjust-ask-down"
    return [Notice(to=who.id, key=key, params=params)]


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The correction itself, shown before it counts; what cannot be read is asked for once more, the reason
    is kept. A plain yes below that saves it; another line takes its place, also one that cannot be: then
    nothing is shown any more that a yes could mean."""
    question = await queries.question_to(session, who)
    assert question is not None  # noqa: S101  (these words answer it)
    case = await _own(session, who, about, now)
    if question.topic == SURE and only_yes(inbound.text):
        return await _save(session, who, case, question, now)
    try:
        return await _typed(session, who, case, question, inbound.text, now)
    except Refused as refused:
        await _await_words(session, who, case, question.step, now)
        others = _reasons(case) if refused.key == "adjustment-wrong-direction" else ()
        return [Notice(to=who.id, key=refused.key, params=refused.params, choices=others)]


async def _typed(
    session: AsyncSession, who: Person, case: Case, question: Dialogue, text: str, now: datetime
) -> list[Notice]:
    """What a line would do. Where the day holds a correction already, or its hours have moved since he began,
    that stands there too: two who enter the same would count it twice."""
    office = await queries.office_of(session, who.office_id)
    read = read_correction(text, local_day(now, office.zone))
    if read is None and lacks_day(text):
        raise Refused("adjust-no-day", day=When(now, office.zone))
    if read is None:
        raise Refused("adjust-unreadable")
    if not read.signed:
        raise Refused("adjust-which-way", minutes=Minutes(read.minutes), day=_at(read.day, office))
    adjustment = Adjustment(read.minutes, REASONS[question.step], read.day)
    await lifecycle.check_correction(session, case, adjustment, now)
    seen = int(question.said.partition(":")[0] or 0)
    known = await day_changes.lines(session, case, read.day, seen)
    await _await_words(session, who, case, question.step, now, typed=text)
    return [await _foreseen(session, who, case, adjustment, read.words, known)]


async def confirm(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Simpan*, or *Tetap koreksi* beside what he was shown. Raises Refused where nothing was typed, or it
    was saved."""
    case = await _own(session, who, choice_numbers(inbound.text, 1)[0], now)
    question = await queries.question_to(session, who)
    if question is None or (question.topic, question.about) != (SURE, case.id):
        raise Refused("choice-unknown")
    return await _save(session, who, case, question, now)


async def _save(
    session: AsyncSession, who: Person, case: Case, question: Dialogue, now: datetime
) -> list[Notice]:
    """What he typed counts. What moved since he was shown it is shown first."""
    seen, _, typed = question.said.partition(":")
    office = await queries.office_of(session, who.office_id)
    read = read_correction(typed, local_day(now, office.zone))
    if read is None:
        raise Refused("choice-unknown")
    adjustment = Adjustment(read.minutes, REASONS[question.step], read.day)
    await lifecycle.check_correction(session, case, adjustment, now)
    if changed := await day_changes.since(session, case, read.day, int(seen)):
        await _await_words(session, who, case, question.step, now, typed=typed)
        known = await day_changes.lines(session, case, read.day)
        return [await _foreseen(session, who, case, adjustment, read.words, [changed, *known])]
    return await _corrected(session, who, case, adjustment, read.words, now)


async def _await_words(
    session: AsyncSession, who: Person, case: Case, reason: int, now: datetime, *, typed: str = ""
) -> None:
    """The reason travels in the step; beside what was typed stands the last fact that he could know of."""
    seq = (await queries.balance_of(session, case)).seq
    topic = SURE if typed else TOPIC
    await queries.ask_for_words(session, who, topic, case.id, now, step=reason, said=f"{seq}:{typed}")


async def _foreseen(
    session: AsyncSession, who: Person, case: Case, adjustment: Adjustment, words: str, known: list[Line]
) -> Notice:
    """What it would do, and what is known of that day."""
    client = await session.get_one(Person, case.client_id)
    office = await queries.office_of(session, case.office_id)
    before, after = await lifecycle.foreseen(session, case, adjustment)
    way = "up" if adjustment.minutes > 0 else "down"
    day = _at(adjustment.day, office)
    lines = [
        Line(
            "adjust-then-day",
            {
                "day": day,
                "earlier": Minutes(before.by_day.get(adjustment.day, 0)),
                "held": Minutes(after.by_day.get(adjustment.day, 0)),
            },
        ),
        Line("adjust-then-total", {"earlier": Minutes(before.credited), "held": Minutes(after.credited)}),
    ]
    if words:
        lines.append(Line("adjust-then-words", {"words": words}))
    return Notice(
        to=who.id,
        key=f"adjust-again-{way}" if known else f"adjust-check-{way}",
        params={
            "name": client.shown,
            "minutes": Minutes(abs(adjustment.minutes)),
            "day": day,
            "reason": Word(f"adjust-reason-{_word(adjustment.reason)}"),
        },
        lines=(*known, *lines),
        choices=(Choice(f"adjust-yes:{case.id}", "choice-adjust-yes" if known else "choice-adjust-save"),),
    )


async def _corrected(
    session: AsyncSession, who: Person, case: Case, adjustment: Adjustment, words: str, now: datetime
) -> list[Notice]:
    before = (await queries.balance_of(session, case)).credited
    await lifecycle.adjust(session, case, adjustment, officer=who, words=words, now=now)
    await queries.forget_question(session, who)
    told = await _told(session, who, case, adjustment, before)
    for one in await open_of(session, case):
        if one.day == adjustment.day:
            told += await contest_cards.cards_for(session, case, one, now, show=Show.EDIT)
    return told


async def _told(
    session: AsyncSession, who: Person, case: Case, adjustment: Adjustment, before: int
) -> list[Notice]:
    """Officer and client hear the correction and the new figures: nothing moves behind anybody's back."""
    client = await session.get_one(Person, case.client_id)
    office = await queries.office_of(session, who.office_id)
    balance = await queries.balance_of(session, case)
    up = adjustment.minutes > 0
    params: dict[str, Param] = {
        "name": client.shown,
        "minutes": Minutes(abs(adjustment.minutes)),
        "day": _at(adjustment.day, office),
        "credited": Minutes(balance.credited),
    }
    lines = []
    if refilled := balance.credited - before - adjustment.minutes:
        lines.append(Line("adjusted-refilled", {"minutes": Minutes(refilled)}))
    if balance.remaining is not None:
        lines.append(Line("adjusted-remaining", {"remaining": Minutes(balance.remaining)}))
    latest = (await corrections_of(session, case))[0]
    told = Notice(
        to=client.id,
        key="adjusted-up-client" if up else "adjusted-down-client",
        params=params | cards.greeting(client),
        lines=tuple(lines),
        choices=(Choice(f"contest-corrected:{latest.event_id}", "choice-contest"),),
    )
    key = "adjusted-up" if up else "adjusted-down"
    return [Notice(to=who.id, key=key, params=params, lines=tuple(lines), ask=Ask.OFFICER), told]


def _at(day: date, office: Office) -> When:
    return When(midday(day, office.zone), office.zone)


def _word(reason: AdjustmentReason) -> str:
    return reason.value.replace("_", "-")


async def _own(session: AsyncSession, who: Person, case_id: int, now: datetime) -> Case:
    """A case of this officer that has hours, locked. Raises Refused for anything else, and for family."""
    case, _ = await clients.own(session, who, case_id, now)
    await kinship.check_officer(session, who, case)
    if case.total_minutes is None:
        raise Refused("adjust-no-hours")
    return case

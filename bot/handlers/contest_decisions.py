"""The officer or head decides a contest and says why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import (
    contest_cards,
    contest_grants,
    contest_verdicts,
    kinship,
    recordings,
)
from bot.domain.answers import in_one
from bot.domain.contests import ContestAbout, ContestState, Ruling
from bot.domain.messages import (
    Inbound,
    Notice,
    Refused,
    Show,
    choice_numbers,
)
from bot.domain.people import Role
from bot.handlers import (
    added_meanwhile,
    contest_results,
    contest_settlements,
    decided_meanwhile,
    entry_makers,
)
from bot.handlers.own_contests import not_yours
from bot.storage import corrections, leaves, queries
from bot.storage.contests import may_decide, subject_of
from bot.storage.corrections import Correction
from bot.storage.models import Case, Contest, Person
from bot.storage.voices import voices_of

LONGEST_WORDS = 1000
DISMISSED, UPHELD, OTHERWISE = 0, 1, 2
"""The steps of the question that waits for the reason; from the last on it holds what is granted, too."""


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The card of a contest, from elsewhere."""
    contest, case = await to_decide(session, who, choice_numbers(inbound.text, 1)[0], now)
    return [await contest_cards.card(session, case, contest, who, show=Show.AGAIN)]


async def uphold(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Akui jamnya*: the reason is asked for."""
    contest, case = await to_decide(session, who, choice_numbers(inbound.text, 1)[0], now)
    known = await contest_settlements.overtaken(session, who, contest, case, now, upheld=True)
    return known or await ask_reason(session, who, contest, case, UPHELD, now)


async def dismiss(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tetap ditolak*: likewise."""
    contest, case = await to_decide(session, who, choice_numbers(inbound.text, 1)[0], now)
    known = await contest_settlements.overtaken(session, who, contest, case, now, upheld=False)
    known = known or await contest_settlements.opening_changed(session, who, contest, case, inbound.text)
    return known or await ask_reason(session, who, contest, case, DISMISSED, now)


async def settle(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Sudah tercatat*: the record holds it by now, and no reason is needed."""
    contest, case = await to_decide(session, who, choice_numbers(inbound.text, 1)[0], now)
    return await contest_settlements.settled(session, who, contest, case, now)


async def listen(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Dengarkan*: what the client said of it aloud, oldest first, for whoever decides and nobody else."""
    contest, case = await contest_of(session, who, choice_numbers(inbound.text, 1)[0], now)
    if not await may_decide(session, case, contest, who, now):
        raise not_yours(who)
    client = await session.get_one(Person, case.client_id)
    zone = (await subject_of(session, contest)).zone
    spoken = await voices_of(session, contest)
    if not spoken:
        raise Refused("choice-unknown")
    return [recordings.played(note, by=client, zone=zone, to=who) for note in spoken]


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The reason, and with it the decision. The client hears it; whoever said the first word hears only that
    it was changed, never what the client wrote."""
    question = await queries.question_to(session, who)
    step = question.step if question is not None else DISMISSED
    await queries.forget_question(session, who)
    contest, case = await contest_of(session, who, about, now)
    reason = inbound.text.strip()
    if contest.state is not ContestState.OPEN:
        was = await decided_meanwhile.of_contest(session, contest)
        lines = (decided_meanwhile.written(reason),)
        return [Notice(to=who.id, key=was.key, params=was.params, lines=lines)]
    in_one(reason, LONGEST_WORDS)
    before = await subject_of(session, contest)
    maker = await entry_makers.of(session, case, contest, before)
    granted = contest_grants.granted(contest, before, step - OTHERWISE, now) if step > OTHERWISE else None
    ruling = (Ruling.DISMISSED, Ruling.UPHELD, Ruling.OTHERWISE)[min(step, OTHERWISE)]
    upheld = ruling is not Ruling.DISMISSED
    if known := await contest_settlements.overtaken(
        session, who, contest, case, now, upheld=upheld, written=reason
    ):
        return known
    included = await corrections.added_since(session, case, contest) if upheld else []
    if question is not None:
        read = question.said.partition("\n")[0]
        if read.partition("/")[2] != await added_meanwhile.seen_of_contest(session, case, contest):
            await _ask_for_reason(session, who, contest, case, step, included, now, written=reason)
            return [await added_meanwhile.contest_again(session, case, contest, who, reason)]
        if read.partition("/")[0] != _newest(included):
            return await ask_reason(session, who, contest, case, step, now, written=reason)
    await contest_verdicts.decide(
        session, case, contest, ruling, granted=granted, words=reason, by=who, now=now
    )
    return await contest_results.told(session, who, case, contest, before, included, now, maker=maker)


async def ask_reason(
    session: AsyncSession,
    who: Person,
    contest: Contest,
    case: Case,
    step: int,
    now: datetime,
    *,
    written: str = "",
) -> list[Notice]:
    """Why it is decided so; the step says how. Before hours are upheld he reads what was corrected of that
    day; what was corrected while he wrote is shown, and his words (`written`) are shown back to him."""
    included = await corrections.added_since(session, case, contest) if step else []
    await _ask_for_reason(session, who, contest, case, step, included, now, written=written)
    zone = (await subject_of(session, contest)).zone
    lines = await contest_cards.other_corrections(session, case, contest, zone) if step else []
    if written:
        lines.append(decided_meanwhile.written(written))
    client = await session.get_one(Person, case.client_id)
    key = "contest-ask-uphold" if step else "contest-ask-dismiss"
    if contest.about is not ContestAbout.REJECTED:
        key = "contest-ask-uphold-entry" if step else "contest-ask-dismiss-entry"
    return [Notice(to=who.id, key=key, params={"name": client.shown}, lines=tuple(lines))]


async def _ask_for_reason(
    session: AsyncSession,
    who: Person,
    contest: Contest,
    case: Case,
    step: int,
    included: Sequence[Correction],
    now: datetime,
    *,
    written: str,
) -> None:
    """The question holds what he has read, for what comes between, and what he wrote before he read it."""
    read = f"{_newest(included)}/{await added_meanwhile.seen_of_contest(session, case, contest)}"
    said = f"{read}\n{written}" if written else read
    await queries.ask_for_words(session, who, "contest-answer", contest.id, now, step, said)


async def still(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tetap begitu*: decided with what he wrote before he saw what was added."""
    contest_id = choice_numbers(inbound.text, 1)[0]
    question = await queries.question_to(session, who)
    asked = question is not None and (question.topic, question.about) == ("contest-answer", contest_id)
    reason = question.said.partition("\n")[2] if question and asked else ""
    if not reason:
        return await show(session, who, inbound, now)
    return await in_words(session, who, replace(inbound, text=reason), now, contest_id)


def _newest(included: Sequence[Correction]) -> str:
    """Which corrections he has read, for what comes between."""
    return str(included[-1].number) if included else ""


async def to_decide(
    session: AsyncSession, who: Person, contest_id: int, now: datetime
) -> tuple[Contest, Case]:
    """An open contest that this officer or head decides, its case locked. Raises Refused."""
    contest, case = await contest_of(session, who, contest_id, now)
    if not await may_decide(session, case, contest, who, now):
        raise not_yours(who)
    if contest.state is not ContestState.OPEN:
        raise await decided_meanwhile.of_contest(session, contest)
    return contest, case


async def contest_of(
    session: AsyncSession, who: Person, contest_id: int, now: datetime
) -> tuple[Contest, Case]:
    """A contest in the office of this officer or head that he has to do with, its case locked. Raises
    Refused."""
    contest = await session.get(Contest, contest_id)
    if contest is None or contest.office_id != who.office_id:
        raise not_yours(who)
    case = await queries.locked_case(session, who.office_id, contest.case_id)
    if case is None or not (who.role is Role.HEAD or await leaves.answers_for(session, who, case, now)):
        raise not_yours(who)
    await kinship.check_officer(session, who, case)
    await session.refresh(contest)
    return contest, case

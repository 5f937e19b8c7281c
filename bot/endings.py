"""How a case ends: it waits when nothing is left to plan, the officer chooses, the head of office approves;
a later correction opens it again. Nothing ends on missing data."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, letters
from bot.domain.cases import (
    CLOSED_STATES,
    OVER_STATES,
    CaseState,
    Cause,
    Standing,
    Turn,
    awaits_closing,
    check_closing,
    local_day,
    turn_of,
)
from bot.domain.checkins import UNDO
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.lifecycle import change_state, figures_of, note
from bot.planning import drop_unbegun, leave_out_the_next_hours
from bot.storage import leaves, queries
from bot.storage.events import facts_of, told_by
from bot.storage.models import Case, Event, Person
from bot.storage.outages import unheard
from bot.storage.selves import selves_of


async def settle(session: AsyncSession, case: Case, *, now: datetime) -> Turn | None:
    """Bring the state in line with days, hours and corrections; the clock does so after anything that moved
    them (`case.look_at`), and tells people. Returns the turn that the case took."""
    standing = await _standing(session, case, now)
    turn = turn_of(standing)
    match turn:
        case Turn.AWAIT:
            full = (await queries.balance_of(session, case)).remaining == 0
            why = Cause.HOURS_FULL if full else Cause.PERIOD_OVER
            await change_state(session, case, CaseState.AWAITING_CLOSING, actor=None, reason=why, now=now)
        case Turn.GO_ON:
            after = await _before_waiting(session, case)
            await change_state(session, case, after, actor=None, reason=Cause.GOES_ON, now=now)
        case Turn.CHOICE_FALLS:
            await _drop_choice(session, case, actor_id=None, reason=Cause.CORRECTED, now=now)
        case Turn.REOPEN:
            case.closing_outcome, case.closing_reason = None, ""
            after = CaseState.AWAITING_CLOSING
            await change_state(session, case, after, actor=None, reason=Cause.CORRECTED, now=now)
            await letters.revoke(session, case, now)
            await attendances.ask_again(session, case, now)
    return turn


async def choose(
    session: AsyncSession, case: Case, outcome: CaseState, *, officer: Person, reason: str, now: datetime
) -> int:
    """The officer's choice, *selesai* or *berakhir belum selesai* with a reason; the head decides. Returns
    the number of the choice, which the head's buttons carry.

    Raises Refused as `check_choice` does, without a reason, for the same choice again, or for a case
    that he does not guide.
    """
    if not await leaves.guides(session, officer, case, now):
        raise Refused("not-yours")
    await check_choice(session, case, outcome, now)
    if outcome is CaseState.ENDED and not reason.strip():
        raise Refused("closing-reason-missing")
    if (case.closing_outcome, case.closing_reason) == (outcome, reason):
        raise Refused("closing-already-chosen")
    if case.state is not CaseState.AWAITING_CLOSING:
        await change_state(session, case, CaseState.AWAITING_CLOSING, actor=officer, reason=reason, now=now)
    await drop_unbegun(session, case, now=now)
    case.closing_outcome, case.closing_reason = outcome, reason
    choice = {"outcome": outcome.value, "words": reason}
    payload = choice | await figures_of(session, case)
    return (await note(session, case, EventKind.CLOSING_CHOSEN, officer.id, payload, now)).seq


async def check_choice(session: AsyncSession, case: Case, outcome: CaseState, now: datetime) -> None:
    """Raises Refused for a case that is closed, while hours remain (or none do), or before the last day of a
    duty without hours."""
    if case.state in OVER_STATES:
        raise Refused("closing-is-closed")
    await _check_outcome(session, case, outcome, now)


async def ways(session: AsyncSession, case: Case, now: datetime) -> tuple[CaseState, ...]:
    """How a case that waits to be closed can end now."""
    possible = []
    for outcome in (CaseState.COMPLETED, CaseState.ENDED):
        with suppress(Refused):
            await check_choice(session, case, outcome, now)
            possible.append(outcome)
    return tuple(possible)


async def decide(
    session: AsyncSession, case: Case, choice: int, *, head: Person, approved: bool, now: datetime
) -> None:
    """The head of office approves the officer's choice of this number, or gives it back.

    Raises Refused where there is nothing to decide, where another choice was made or the figures moved
    since, or for anybody else.
    """
    outcome = case.closing_outcome
    if outcome is None or case.state is not CaseState.AWAITING_CLOSING:
        raise Refused("closing-nothing-to-decide")
    if head.role is not Role.HEAD:
        raise Refused("not-yours")
    chosen = await _latest_choice(session, case)
    if chosen is None or chosen.seq != choice or await _moved(session, case, chosen):
        raise Refused("closing-changed")
    if not approved:
        await _drop_choice(session, case, actor_id=head.id, reason="", now=now)
        return
    await _check_outcome(session, case, outcome, now)
    reason = case.closing_reason or Cause.SERVED
    await change_state(session, case, outcome, actor=head, reason=reason, now=now)
    await drop_unbegun(session, case, now=now)
    if outcome is CaseState.COMPLETED:
        await letters.issue(session, case, by=head, now=now)
    case.look_at = None


async def resume(session: AsyncSession, case: Case, *, officer: Person, reason: str, now: datetime) -> None:
    """A case that rests, or waits although days and hours are left, goes on by the officer's word.

    Raises Refused where nothing is left to plan, or for a case that runs or is closed.
    """
    if await _is_over(session, case, now):
        raise Refused("resume-nothing-left")
    if case.closing_outcome is not None and case.state is CaseState.AWAITING_CLOSING:
        await _drop_choice(session, case, actor_id=officer.id, reason=reason, now=now)
    await change_state(session, case, CaseState.ACTIVE, actor=officer, reason=reason, now=now)
    await leave_out_the_next_hours(session, case, now=now)
    case.look_at = now


async def turn_back(
    session: AsyncSession, case: Case, number: int, *, officer: Person, now: datetime
) -> None:
    """Take back a suspension or a going on of one's own, by its number (`turn_number`). Sessions of the next
    hours stay out, as after any rest: the client has read that he is not expected.

    Raises Refused after ten minutes, or where the case has moved on since.
    """
    changes = await facts_of(session, case, EventKind.CASE_STATE_CHANGED)
    last = changes[0] if changes else None
    mine = last is not None and last.actor_id in (await session.exec(selves_of(officer.id))).all()
    if last is None or not mine or last.seq != number:
        raise Refused("turn-back-too-late")
    if now - last.recorded_at - await unheard(session, last.recorded_at, now) > UNDO:
        raise Refused("turn-back-too-late")
    before = CaseState(told_by(last)["before"])
    if before is CaseState.ACTIVE:
        return await resume(session, case, officer=officer, reason=Cause.TAKEN_BACK, now=now)
    earlier = [told_by(one)["words"] for one in changes[1:] if told_by(one).get("after") == before.value]
    reason = earlier[0] if earlier else Cause.TAKEN_BACK
    await change_state(session, case, before, actor=officer, reason=reason, now=now)


async def turn_number(session: AsyncSession, case: Case) -> int:
    """The number of the latest change of state."""
    return (await facts_of(session, case, EventKind.CASE_STATE_CHANGED))[0].seq


async def may_resume(session: AsyncSession, case: Case, now: datetime) -> bool:
    """Whether *Lanjutkan* can be offered."""
    waits = case.state in (CaseState.SUSPENDED, CaseState.AWAITING_CLOSING)
    return waits and not await _is_over(session, case, now)


async def choice_number(session: AsyncSession, case: Case) -> int:
    """The number of the officer's latest choice."""
    chosen = await _latest_choice(session, case)
    return chosen.seq if chosen else 0


async def chooser(session: AsyncSession, case: Case) -> Person:
    """Who made the latest choice: the officer of the case, or whoever stood in for him then."""
    chosen = await _latest_choice(session, case)
    by = chosen.actor_id if chosen is not None and chosen.actor_id is not None else case.guide_id
    return await session.get_one(Person, by)


async def _standing(session: AsyncSession, case: Case, now: datetime) -> Standing:
    match case.state:
        case CaseState.ACTIVE | CaseState.SUSPENDED:
            return Standing(state=case.state, over=await _is_over(session, case, now))
        case CaseState.AWAITING_CLOSING if case.closing_outcome is not None:
            chosen = await _latest_choice(session, case)
            moved = chosen is not None and await _moved(session, case, chosen)
            return Standing(state=case.state, chosen=True, moved=moved)
        case CaseState.AWAITING_CLOSING:
            over = await _is_over(session, case, now)
            return Standing(state=case.state, over=over, by_itself=await _waits_by_itself(session, case))
        case CaseState.COMPLETED | CaseState.ENDED:
            closed = next(iter(await facts_of(session, case, EventKind.CASE_STATE_CHANGED)), None)
            moved = closed is not None and await _moved(session, case, closed)
            return Standing(state=case.state, moved=moved)
        case _:
            return Standing(state=case.state)


async def _is_over(session: AsyncSession, case: Case, now: datetime) -> bool:
    balance = await queries.balance_of(session, case)
    office = await queries.office_of(session, case.office_id)
    return awaits_closing(case.ends_on, balance.remaining, local_day(now, office.zone))


async def _check_outcome(session: AsyncSession, case: Case, outcome: CaseState, now: datetime) -> None:
    balance = await queries.balance_of(session, case)
    office = await queries.office_of(session, case.office_id)
    over = case.ends_on is None or local_day(now, office.zone) > case.ends_on
    check_closing(outcome, balance.remaining, over=over)


async def _latest_choice(session: AsyncSession, case: Case) -> Event | None:
    return next(iter(await facts_of(session, case, EventKind.CLOSING_CHOSEN)), None)


async def _moved(session: AsyncSession, case: Case, since: Event) -> bool:
    """Whether hours or order changed after a choice or a closing. What an earlier release wrote down of it
    holds no figures, and only the order can tell."""
    then = told_by(since)
    now = await figures_of(session, case)
    if any(name in then and then[name] != now[name] for name in now):
        return True
    order = next(iter(await facts_of(session, case, EventKind.CASE_OPENED)), None)
    return order is not None and order.seq > since.seq


async def _waits_by_itself(session: AsyncSession, case: Case) -> bool:
    change = next(iter(await facts_of(session, case, EventKind.CASE_STATE_CHANGED)), None)
    if change is None or change.actor_id is not None:
        return False
    return told_by(change).get("before") not in {state.value for state in CLOSED_STATES}


async def _before_waiting(session: AsyncSession, case: Case) -> CaseState:
    """Whether a case ran or rested before it waited to be closed."""
    change = next(iter(await facts_of(session, case, EventKind.CASE_STATE_CHANGED)), None)
    rested = change is not None and told_by(change).get("before") == CaseState.SUSPENDED.value
    return CaseState.SUSPENDED if rested else CaseState.ACTIVE


async def _drop_choice(
    session: AsyncSession, case: Case, *, actor_id: int | None, reason: str, now: datetime
) -> None:
    assert case.closing_outcome is not None  # noqa: S101  (looked at before)
    payload = {"outcome": case.closing_outcome.value, "words": reason}
    case.closing_outcome, case.closing_reason = None, ""
    await note(session, case, EventKind.CLOSING_RETURNED, actor_id, payload, now)

"""The life of a case: opened, begun, corrected, suspended, closed by people; each change a fact with its
actor and reason. Nothing ends on missing data."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.adjustments import Adjustment, check_adjustment
from bot.domain.cases import (
    CLOSED_STATES,
    CaseState,
    awaits_closing,
    check_change,
    check_closing,
    local_day,
)
from bot.domain.hours import Balance, EventKind
from bot.domain.law import Need, check_order, daily_cap, missing
from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.orders import order_of
from bot.planning import replan
from bot.reporting import plan_reports
from bot.storage import queries
from bot.storage.events import case_stream, facts_of, record
from bot.storage.models import Case, Event, Person

COMPLETE, CORRECTED, TIME_IS_UP = "complete", "corrected", "time_is_up"
"""Reasons of changes that nobody gave a reason for."""


async def open_case(session: AsyncSession, case: Case, *, actor_id: int | None, now: datetime) -> Case:
    """Add a case: active with its report days, or a draft where something is missing that the law needs.

    Raises Refused, with the bound, for what the rule of its ruling's day makes impossible.
    """
    client = await session.get_one(Person, case.client_id)
    check_order(order_of(case, client))
    session.add(case)
    await session.flush()
    await _record_order(session, case, actor_id, now, reason="")
    await _begin_if_complete(session, case, client, actor_id, now)
    return case


async def correct_case(session: AsyncSession, case: Case, *, actor_id: int | None, now: datetime) -> None:
    """After a change of a case: balance, plan and report days follow the order as it now stands. A draft
    that is complete begins; a case that was closed is opened again and its letter revoked.

    Raises Refused as `open_case` does."""
    client = await session.get_one(Person, case.client_id)
    check_order(order_of(case, client))
    await session.flush()
    await _record_order(session, case, actor_id, now, reason=CORRECTED)
    await _begin_if_complete(session, case, client, actor_id, now)
    await settle(session, case, actor_id=actor_id, reason=CORRECTED, now=now)
    await replan(session, case, now=now)
    await plan_reports(session, case, now=now)


async def lacks(session: AsyncSession, case: Case) -> tuple[Need, ...]:
    """*Yang kurang*: what must still be entered before a draft can begin."""
    client = await session.get_one(Person, case.client_id)
    return missing(order_of(case, client))


async def settle(
    session: AsyncSession, case: Case, *, actor_id: int | None, reason: str, now: datetime
) -> bool:
    """Bring the state in line with days and hours after anything that moved them; True when it changed.

    Last day or last hour over: no new sessions, people decide how it ends. Hours missing again in a case
    that waits to be closed, or was: it goes on as it did before (one that rested rests again), or is opened
    anew and its letter revoked.
    """
    balance = await queries.balance_of(session, case)
    office = await queries.office_of(session, case.office_id)
    over = awaits_closing(case.ends_on, balance.remaining, local_day(now, office.zone))
    match case.state:
        case CaseState.ACTIVE | CaseState.SUSPENDED if over:
            after = CaseState.AWAITING_CLOSING
        case CaseState.AWAITING_CLOSING if not over and case.closing_outcome is not CaseState.ENDED:
            case.closing_outcome, after = None, await _before_closing(session, case)
        case CaseState.COMPLETED if not over:
            await reopen(session, case, actor=None, reason=reason or CORRECTED, now=now)
            return True
        case _:
            return False
    await change_state(session, case, after, actor=None, reason=reason or TIME_IS_UP, now=now)
    return True


async def _before_closing(session: AsyncSession, case: Case) -> CaseState:
    """Whether a case ran or rested before it waited to be closed."""
    for change in await facts_of(session, case, EventKind.CASE_STATE_CHANGED):
        if change["after"] == CaseState.SUSPENDED:
            return CaseState.SUSPENDED
        if change["after"] == CaseState.ACTIVE:
            break
    return CaseState.ACTIVE


async def change_state(
    session: AsyncSession, case: Case, after: CaseState, *, actor: Person | None, reason: str, now: datetime
) -> None:
    """One step of a case's life, and the plan that follows from it.

    Raises Refused for a step that does not exist, or is another role's to take.
    """
    check_change(case.state, after, actor.role if actor else None)
    before, case.state, case.state_reason = case.state, after, reason
    session.add(case)
    await session.flush()
    payload = {"before": before.value, "after": after.value, "words": reason}
    await _record(session, case, EventKind.CASE_STATE_CHANGED, actor.id if actor else None, payload, now)
    await replan(session, case, now=now)
    await plan_reports(session, case, now=now)


async def choose_closing(
    session: AsyncSession, case: Case, outcome: CaseState, *, officer: Person, reason: str, now: datetime
) -> None:
    """The officer's choice, *selesai* or *berakhir belum selesai* with a reason; the head decides.

    Raises Refused while hours remain (or none do), without a reason, or for another officer's case.
    """
    if case.officer_id != officer.id:
        raise Refused("not-yours")
    balance = await queries.balance_of(session, case)
    office = await queries.office_of(session, case.office_id)
    over = case.ends_on is None or local_day(now, office.zone) > case.ends_on
    check_closing(outcome, balance.remaining, over=over)
    if outcome is CaseState.ENDED and not reason.strip():
        raise Refused("closing-reason-missing")
    if case.state is not CaseState.AWAITING_CLOSING:
        await change_state(session, case, CaseState.AWAITING_CLOSING, actor=officer, reason=reason, now=now)
    case.closing_outcome, case.closing_reason = outcome, reason
    payload = {"outcome": outcome.value, "words": reason}
    await _record(session, case, EventKind.CLOSING_CHOSEN, officer.id, payload, now)


async def decide_closing(
    session: AsyncSession, case: Case, *, head: Person, approved: bool, now: datetime
) -> None:
    """The head of office approves the officer's choice, or gives it back. Raises Refused where there is
    nothing to decide, or for anybody else."""
    outcome = case.closing_outcome
    if outcome is None or case.state is not CaseState.AWAITING_CLOSING:
        raise Refused("closing-nothing-to-decide")
    if head.role is not Role.HEAD:
        raise Refused("not-yours")
    if not approved:
        case.closing_outcome = None
        await _record(session, case, EventKind.CLOSING_RETURNED, head.id, {"outcome": outcome.value}, now)
        return
    await change_state(session, case, outcome, actor=head, reason=case.closing_reason, now=now)
    case.look_at = None


async def reopen(
    session: AsyncSession, case: Case, *, actor: Person | None, reason: str, now: datetime
) -> None:
    """A later correction: a closed case waits to be closed again, and its letter no longer holds."""
    if case.state not in CLOSED_STATES:
        return
    case.closing_outcome, case.closing_reason = None, ""
    await change_state(session, case, CaseState.AWAITING_CLOSING, actor=actor, reason=reason, now=now)
    await _record(
        session, case, EventKind.LETTER_REVOKED, actor.id if actor else None, {"words": reason}, now
    )


async def set_opening(
    session: AsyncSession,
    case: Case,
    minutes: int,
    *,
    as_of: date,
    basis: str,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Hours served before Hadir (*saldo awal*), with the paper they stand on; again, it replaces the first.

    Raises Refused for minutes above the order, below zero, or of a day to come.
    """
    office = await queries.office_of(session, case.office_id)
    if minutes < 0 or (case.total_minutes is not None and minutes > case.total_minutes):
        raise Refused("opening-above-order")
    if as_of > local_day(now, office.zone):
        raise Refused("opening-in-future")
    payload = {"minutes": minutes, "as_of": as_of.isoformat(), "basis": basis}
    await _record(session, case, EventKind.OPENING_BALANCE, actor_id, payload, now)
    await settle(session, case, actor_id=actor_id, reason="", now=now)
    await replan(session, case, now=now)


async def adjust(
    session: AsyncSession, case: Case, adjustment: Adjustment, *, officer: Person, words: str, now: datetime
) -> None:
    """The officer's correction of the hours, for a typed reason. Raises Refused where a bound is broken."""
    if case.officer_id != officer.id:
        raise Refused("not-yours")
    office = await queries.office_of(session, case.office_id)
    row = await queries.balance_of(session, case)
    balance = Balance(credited=row.credited, remaining=row.remaining)
    today = local_day(now, office.zone)
    check_adjustment(adjustment, balance, ruled_on=case.ruling_on, ends_on=case.ends_on, today=today)
    payload = {
        "adjustment": await _next_adjustment(session, case),
        "minutes": adjustment.minutes,
        "day": adjustment.day.isoformat(),
        "words": words,
    }
    await _record(
        session, case, EventKind.HOURS_ADJUSTED, officer.id, payload, now, reason=adjustment.reason.value
    )
    await reopen(session, case, actor=officer, reason=adjustment.reason.value, now=now)
    await settle(session, case, actor_id=officer.id, reason="", now=now)
    await replan(session, case, now=now)


async def _next_adjustment(session: AsyncSession, case: Case) -> int:
    query = (
        select(func.count())
        .select_from(Event)
        .where(Event.office_id == case.office_id, Event.stream == case_stream(case.id))
        .where(col(Event.kind) == EventKind.HOURS_ADJUSTED.value)
    )
    return (await session.exec(query)).one() + 1


async def _begin_if_complete(
    session: AsyncSession, case: Case, client: Person, actor_id: int | None, now: datetime
) -> None:
    if case.state is not CaseState.DRAFT or missing(order_of(case, client)):
        return
    actor = await session.get(Person, actor_id) if actor_id else None
    await change_state(session, case, CaseState.ACTIVE, actor=actor, reason=COMPLETE, now=now)


async def _record_order(
    session: AsyncSession, case: Case, actor_id: int | None, now: datetime, reason: str
) -> None:
    client = await session.get_one(Person, case.client_id)
    order = {"total_minutes": case.total_minutes, "daily_minutes": daily_cap(order_of(case, client))}
    await _record(session, case, EventKind.CASE_OPENED, actor_id, order, now, reason=reason)


async def _record(
    session: AsyncSession,
    case: Case,
    kind: EventKind,
    actor_id: int | None,
    payload: dict[str, Any],
    now: datetime,
    reason: str = "",
) -> None:
    await record(
        session, case, kind, actor_id=actor_id, payload=payload, happened_at=now, now=now, reason=reason
    )

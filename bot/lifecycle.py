"""The life of a case: opened, begun, corrected, suspended; each change a fact with its actor and reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.adjustments import Adjustment, check_adjustment
from bot.domain.balance import Balance
from bot.domain.cases import CaseState, Cause, check_change, local_day
from bot.domain.hours import EventKind, Fact
from bot.domain.law import Need, check_order, daily_cap, missing
from bot.domain.messages import Refused
from bot.domain.openings import check_opening
from bot.orders import order_of
from bot.planning import replan
from bot.reporting import plan_reports
from bot.storage import leaves, queries
from bot.storage.corrections import Correction
from bot.storage.events import balance_now, balance_with, balance_without, case_stream, record
from bot.storage.models import Case, Event, Person

NOT_ORDERED = {"id", "office_id", "state", "state_reason", "closing_outcome", "closing_reason", "look_at"}
"""The fields of a case that are none of its ruling's, its prosecutor's or its officer's to set."""


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
    that is complete begins. The clock looks at the case next: one that is full now waits to be closed, and
    one that was closed is opened again (`endings.settle`).

    Raises Refused as `open_case` does."""
    check_here(case)
    client = await session.get_one(Person, case.client_id)
    check_order(order_of(case, client))
    await session.flush()
    await _record_order(session, case, actor_id, now, reason=Cause.CORRECTED)
    await _begin_if_complete(session, case, client, actor_id, now)
    await replan(session, case, now=now)
    await plan_reports(session, case, now=now)


def check_here(case: Case) -> None:
    """Raises Refused for a case that another Bapas goes on with: here it is only read."""
    if case.state is CaseState.TRANSFERRED:
        raise Refused("case-elsewhere", number=case.number)


async def lacks(session: AsyncSession, case: Case) -> tuple[Need, ...]:
    """*Yang kurang*: what must still be entered before a draft can begin."""
    client = await session.get_one(Person, case.client_id)
    return missing(order_of(case, client))


async def change_state(
    session: AsyncSession, case: Case, after: CaseState, *, actor: Person | None, reason: str, now: datetime
) -> None:
    """One step of a case's life, and the plan that follows from it.

    Raises Refused for a step that does not exist, or is another role's to take.
    """
    check_change(case.state, after, actor.role if actor else None)
    before, case.state, case.state_reason = case.state, after, str(reason)
    session.add(case)
    await session.flush()
    change = {"before": before.value, "after": after.value, "words": case.state_reason}
    payload = change | await figures_of(session, case)
    await note(session, case, EventKind.CASE_STATE_CHANGED, actor.id if actor else None, payload, now)
    await replan(session, case, now=now)
    await plan_reports(session, case, now=now)


async def figures_of(session: AsyncSession, case: Case) -> dict[str, int | None]:
    """The figures on which a choice or a closing rests, kept with its fact."""
    balance = await queries.balance_of(session, case)
    return {"credited": balance.credited, "remaining": balance.remaining}


async def set_opening(
    session: AsyncSession,
    case: Case,
    minutes: int,
    *,
    as_of: date,
    basis: str,
    actor_id: int | None,
    now: datetime,
    contest_id: int | None = None,
) -> None:
    """Hours served before Hadir (*saldo awal*), with the paper they stand on; again, it replaces the first,
    also where the client contested it, and went to another Bapas meanwhile.

    Raises Refused for a day to come, one before the case, or one up to which Hadir knows of work itself;
    what is above the order is kept and not credited.
    """
    if contest_id is None:
        check_here(case)
    office = await queries.office_of(session, case.office_id)
    check_opening(
        minutes,
        as_of,
        zone=office.zone,
        today=local_day(now, office.zone),
        ruled_on=case.ruling_on,
        starts_on=case.starts_on,
        worked_on=await queries.first_work_on(session, case),
    )
    payload: dict[str, Any] = {"minutes": minutes, "as_of": as_of.isoformat(), "basis": basis}
    payload |= {"contest": contest_id} if contest_id is not None else {}
    await note(session, case, EventKind.OPENING_BALANCE, actor_id, payload, now)
    await replan(session, case, now=now)


async def carry_hours(
    session: AsyncSession, case: Case, minutes: int, *, basis: str, source: Mapping[str, Any], now: datetime
) -> None:
    """Minutes that were decided in a client's former Bapas after he came, more or fewer than he brought
    along. They count beside the opening balance, as part of it."""
    payload = {"minutes": minutes, "basis": basis, **source}
    await note(session, case, EventKind.HOURS_CARRIED, None, payload, now)
    await replan(session, case, now=now)


async def adjust(
    session: AsyncSession, case: Case, adjustment: Adjustment, *, officer: Person, words: str, now: datetime
) -> None:
    """The officer's correction of the hours, for a typed reason. Raises Refused where a bound is broken."""
    if not await leaves.guides(session, officer, case, now):
        raise Refused("not-yours")
    await check_correction(session, case, adjustment, now)
    await _note_adjustment(session, case, adjustment, {"words": words}, officer, now)
    await replan(session, case, now=now)


async def foreseen(session: AsyncSession, case: Case, adjustment: Adjustment) -> tuple[Balance, Balance]:
    """The balance as it stands, and as it would be with this correction."""
    more = Fact(EventKind.HOURS_ADJUSTED, await _told_of(session, case, adjustment))
    return await balance_now(session, case), await balance_with(session, case, more)


async def check_correction(session: AsyncSession, case: Case, adjustment: Adjustment, now: datetime) -> None:
    """Raises Refused where a bound is broken as the case stands now."""
    await _check(session, case, adjustment, await balance_now(session, case), now)


async def _check(
    session: AsyncSession, case: Case, adjustment: Adjustment, balance: Balance, now: datetime
) -> None:
    office = await queries.office_of(session, case.office_id)
    client = await session.get_one(Person, case.client_id)
    check_adjustment(
        adjustment,
        balance,
        daily=daily_cap(order_of(case, client)),
        ruled_on=case.ruling_on,
        ends_on=case.ends_on,
        today=local_day(now, office.zone),
    )


async def _note_adjustment(
    session: AsyncSession,
    case: Case,
    adjustment: Adjustment,
    told: Mapping[str, Any],
    by: Person,
    now: datetime,
) -> None:
    payload = {**await _told_of(session, case, adjustment), **told}
    reason = adjustment.reason.value
    await note(session, case, EventKind.HOURS_ADJUSTED, by.id, payload, now, reason=reason)


async def _told_of(session: AsyncSession, case: Case, adjustment: Adjustment) -> dict[str, Any]:
    number = await _next_adjustment(session, case)
    return {"adjustment": number, "minutes": adjustment.minutes, "day": adjustment.day.isoformat()}


async def take_back_adjustment(
    session: AsyncSession, case: Case, correction: Correction, *, by: Person, now: datetime
) -> None:
    """An officer's correction no longer counts: the client contested it and the head found him right."""
    payload = {"adjustment": correction.number, "minutes": correction.minutes}
    await note(session, case, EventKind.HOURS_ADJUSTMENT_TAKEN_BACK, by.id, payload, now)
    await replan(session, case, now=now)


async def replace_adjustment(
    session: AsyncSession,
    case: Case,
    correction: Correction,
    minutes: int,
    *,
    by: Person,
    contest_id: int,
    words: str,
    now: datetime,
) -> None:
    """Other minutes in the place of a correction that the client contested, for the same reason and day.
    Raises Refused as `check_replacement` does."""
    adjustment = await check_replacement(session, case, correction, minutes, now)
    await take_back_adjustment(session, case, correction, by=by, now=now)
    await _note_adjustment(session, case, adjustment, {"words": words, "contest": contest_id}, by, now)
    await replan(session, case, now=now)


async def check_replacement(
    session: AsyncSession, case: Case, correction: Correction, minutes: int, now: datetime
) -> Adjustment:
    """The bounds of a correction hold for what takes its place. Raises Refused where one is broken."""
    adjustment = Adjustment(minutes, correction.reason, correction.day)
    await _check(session, case, adjustment, await balance_without(session, case, correction.number), now)
    return adjustment


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
    await change_state(session, case, CaseState.ACTIVE, actor=actor, reason=Cause.COMPLETE, now=now)


async def _record_order(
    session: AsyncSession, case: Case, actor_id: int | None, now: datetime, reason: str
) -> None:
    """The whole order as it stands, so that every change of it has its history."""
    client = await session.get_one(Person, case.client_id)
    payload = {
        "total_minutes": case.total_minutes,
        "daily_minutes": daily_cap(order_of(case, client)),
        "order": case.model_dump(mode="json", exclude=NOT_ORDERED),
    }
    await note(session, case, EventKind.CASE_OPENED, actor_id, payload, now, reason=reason)


async def note(
    session: AsyncSession,
    case: Case,
    kind: EventKind,
    actor_id: int | None,
    payload: dict[str, Any],
    now: datetime,
    reason: str = "",
) -> Event:
    """Write a fact about the case itself, which happens as it is written."""
    return await record(
        session, case, kind, actor_id=actor_id, payload=payload, happened_at=now, now=now, reason=reason
    )

"""Cases whose hours, last day or plan moved: brought in line, planned anew, and people told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import closing, consents, credits, endings, totals
from bot.domain.cases import CaseState, instant
from bot.domain.messages import Notice
from bot.planning import replan
from bot.reporting import REPORTS_AHEAD, plan_reports
from bot.storage import office_transfers, queries
from bot.storage.models import Case, Office
from scheduler.after_all import work_after_all

AT_ONCE = 50
"""Cases a transaction: on SQLite everybody else waits while it writes."""
REPORTS_AGAIN = REPORTS_AHEAD / 2
"""How long the report days that are written down suffice."""


async def cases(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Look at the cases whose time has come. A miss or a rejection finds its hours another day, a full
    order or a last day stops the plan, and reporters get their next report days."""
    due = await _due(session, now)
    if not due:
        return None
    notices: list[Notice] = []
    for case, office in sorted(due, key=lambda row: row[0].id):
        notices += await _look(session, case, office, now)
    return notices


async def _due(session: AsyncSession, now: datetime) -> Sequence[tuple[Case, Office]]:
    query = (
        select(Case, Office)
        .join(Office, col(Office.id) == col(Case.office_id))
        .where(col(Case.look_at) <= now)
        .order_by(col(Case.look_at), col(Case.id))
        .limit(AT_ONCE)
    )
    return (await session.exec(query)).all()


async def _look(session: AsyncSession, case: Case, office: Office, now: datetime) -> list[Notice]:
    locked = await queries.locked_case(session, case.office_id, case.id)
    assert locked is not None  # noqa: S101  (it was just read)
    await session.refresh(case)
    notices = await credits.told_moved(session, case)
    notices += await totals.told_changed(session, case, now)
    turns = 0
    while (turn := await endings.settle(session, case, now=now)) is not None:
        notices += await closing.announced(session, case, turn, now=now)
        turns += 1
    if case.state is CaseState.TRANSFERRED:
        await _hours_moved(session, case, now)
    elif not turns:
        await replan(session, case, now=now)
        await plan_reports(session, case, now=now)
        notices += await work_after_all(session, case, office, now)
    case.look_at = _next_look(case, office, now)
    session.add(case)
    await session.flush()
    return [*notices, *await consents.news(session, case, office, now)]


async def _hours_moved(session: AsyncSession, case: Case, now: datetime) -> None:
    """Something was decided that had waited here: the case that goes on in another Bapas gets the hours."""
    if (move := await office_transfers.went(session, case)) is not None:
        move.look_at = now


def _next_look(case: Case, office: Office, now: datetime) -> datetime | None:
    if case.state not in (CaseState.ACTIVE, CaseState.SUSPENDED):
        return None
    moments = []
    if case.ends_on is not None:
        moments.append(instant(case.ends_on + timedelta(days=1), time(0), office.zone))
    if case.report_every is not None and case.state is CaseState.ACTIVE:
        moments.append(now + REPORTS_AGAIN)
    return min((at for at in moments if at > now), default=None)

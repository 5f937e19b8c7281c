"""Where cases are heading: the pace of many at once, from the same few questions for 1 or 250."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import and_, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState, local_day
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.pace import LOOK_BACK, Course, Forecast, allowed_days, forecast
from bot.domain.plans import Order, plan_case
from bot.orders import Circumstances, circumstances
from bot.storage.misses import climbs
from bot.storage.models import Attendance, Case, CaseBalance, Office, WorkSession

AT_ONCE = 20
"""Cases after which others of this process have their turn: those of a whole office take seconds."""


async def forecasts(
    session: AsyncSession, office: Office, cases: Sequence[Case], now: datetime
) -> dict[int, Forecast]:
    """Case → its pace; only for active cases that have hours to serve and a last day."""
    running = [case for case in cases if case.state is CaseState.ACTIVE and case.ends_on is not None]
    ids = [case.id for case in running]
    remaining = await _to_plan(session, ids)
    known = await circumstances(session, office.id, running, now)
    today = local_day(now, office.zone)
    planned = await _planned_lately(session, ids, today, now)
    credited = await _credited_lately(session, ids, today)
    found = {}
    for number, case in enumerate(running, 1):
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)
        left = remaining.get(case.id)
        if left is None or case.ends_on is None:
            continue
        begins = max(today, case.starts_on or today)
        own = known[case.id]
        first = max(today + timedelta(days=1), case.starts_on or date.min)
        course = Course(
            remaining=left,
            capacity=capacity_of(own, now),
            sessions_lately=len(planned[case.id]),
            planned_lately=sum(planned[case.id]),
            credited_lately=credited.get(case.id, 0),
            allowed_days=allowed_days(
                own.weeks, own.allowed, own.calendar, first=first, last=case.ends_on, after=now
            ),
            daily_cap=own.daily_minutes,
            ends_on=case.ends_on,
            placed=any(one.first <= one.last for one in own.weeks),
        )
        found[case.id] = forecast(course, begins)
    return found


def capacity_of(known: Circumstances, now: datetime) -> int:
    """What the weekly hours of a case can still bring, whatever it needs, in minutes."""
    made = plan_case(known.weeks, Order(None, known.daily_minutes, known.allowed), after=now)
    return sum(one.minutes for one in made.sessions)


async def _to_plan(session: AsyncSession, cases: Sequence[int]) -> Mapping[int, int | None]:
    """Case → the minutes for which a day must still be found: without those that wait for a word or are being
    worked, because a slow supervisor is no reason for alarm. None: no hours to serve."""
    query = select(CaseBalance).where(col(CaseBalance.case_id).in_(cases))
    rows = (await session.exec(query)).all()
    at_work = await _at_work(session, cases)
    return {
        row.case_id: None
        if row.remaining is None
        else max(row.remaining - row.waiting - at_work.get(row.case_id, 0), 0)
        for row in rows
    }


async def _at_work(session: AsyncSession, cases: Sequence[int]) -> Mapping[int, int]:
    """Case → the counted minutes of the planned sessions that are being worked."""
    query = (
        select(WorkSession)
        .join(Attendance, col(Attendance.session_id) == col(WorkSession.id))
        .where(col(WorkSession.case_id).in_(cases), Attendance.state == AttendanceState.OPEN)
    )
    minutes: dict[int, int] = defaultdict(int)
    for row in (await session.exec(query)).all():
        minutes[row.case_id] += row.counted
    return minutes


async def _planned_lately(
    session: AsyncSession, cases: Sequence[int], today: date, now: datetime
) -> Mapping[int, list[int]]:
    """Case → the counted minutes of each session that was missed and not excused, or whose attendance is
    decided: what an officer excused says nothing about habits."""
    decided = [AttendanceState.CONFIRMED, AttendanceState.REJECTED]
    query = (
        select(WorkSession)
        .outerjoin(Attendance, col(Attendance.session_id) == col(WorkSession.id))
        .where(col(WorkSession.case_id).in_(cases), WorkSession.day >= today - LOOK_BACK)
        .where(WorkSession.ends_at <= now)
        .where(
            or_(
                and_(col(WorkSession.state) == SessionState.MISSED, climbs()),
                and_(
                    col(WorkSession.state) == SessionState.STARTED,
                    col(Attendance.state).in_(decided),
                ),
            )
        )
    )
    planned: dict[int, list[int]] = defaultdict(list)
    for row in (await session.exec(query)).all():
        planned[row.case_id].append(row.counted)
    return planned


async def _credited_lately(session: AsyncSession, cases: Sequence[int], today: date) -> Mapping[int, int]:
    query = (
        select(Attendance.case_id, func.sum(Attendance.credited))
        .where(col(Attendance.case_id).in_(cases), Attendance.day >= today - LOOK_BACK)
        .group_by(col(Attendance.case_id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return {case: int(minutes) for case, minutes in rows}

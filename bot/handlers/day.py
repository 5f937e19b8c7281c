"""Where a client's day stands when a message comes: the case, the site, the session, and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances
from bot.domain.cases import CaseState
from bot.domain.checkins import AttendanceState, Meaning, Slot, Today, meaning, slot_for
from bot.domain.messages import Inbound, Point, Refused, choice_numbers
from bot.handlers.resting import Resting, resting, stopped
from bot.judging import judged
from bot.storage import queries
from bot.storage.models import Attendance, Case, Person, Site, WorkSession

FAR = 10**9
"""Metres; sorts sites without a pin last."""


@dataclass(frozen=True, slots=True)
class Day:
    """What a location would be about; `planned` is the session that it would start."""

    case: Case
    site: Site
    planned: WorkSession | None
    attendance: Attendance | None
    meaning: Meaning


async def day_of(session: AsyncSession, who: Person, inbound: Inbound) -> Day | Resting:
    """Judge a location by the state of the client's day, or say why nothing of his runs. Raises Refused where
    there is nothing to start."""
    at = inbound.sent_at
    planned = await queries.sessions_around(session, who, at)
    slot = slot_for(map(queries.slot_of, planned), at)
    attendance = await queries.latest_attendance(session, who, at)
    if attendance is not None:
        await _lock(session, who, attendance)
    means = meaning(await _today(session, who, attendance, slot, inbound.point), slot, at)
    if attendance is not None and means is not Meaning.START:
        site = await queries.site_of(session, who.office_id, attendance.site_id)
        case = await own_case(session, who, attendance.case_id)
        if means is Meaning.ASK_AGAIN and (stop := await stopped(session, case, site)):
            return stop
        return Day(case, site, None, attendance, means)
    chosen = next((one for one in planned if slot and one.id == slot.id), None)
    if chosen is not None:
        site = await queries.site_of(session, who.office_id, chosen.site_id)
        return Day(await own_case(session, who, chosen.case_id), site, chosen, None, means)
    placed = await queries.placed_at(session, who, at)
    if not placed:
        return await _unplaced(session, who, at)
    case_id, site = _nearest(placed, inbound.point)
    case = await own_case(session, who, case_id)
    return await stopped(session, case, site) or Day(case, site, None, None, means)


async def _today(
    session: AsyncSession, who: Person, attendance: Attendance | None, slot: Slot | None, point: Point | None
) -> Today | None:
    if attendance is None:
        return None
    planned = await queries.session_by_id(session, who.office_id, attendance.session_id)
    return Today(
        attendance.started_at,
        attendance.finished_at,
        attendances.planned_end(attendance, planned),
        attendance.session_id,
        attendance.state is AttendanceState.REJECTED,
        attendance.site_id,
        await _still_there(session, attendance, slot, point),
    )


async def _still_there(
    session: AsyncSession, attendance: Attendance, slot: Slot | None, point: Point | None
) -> bool:
    """Whether a location lies nearer to where somebody worked than to where he is expected next."""
    if slot is None or slot.site == attendance.site_id:
        return False
    here = await queries.site_of(session, attendance.office_id, attendance.site_id)
    there = await queries.site_of(session, attendance.office_id, slot.site)
    return _nearest([(0, there), (0, here)], point)[1].id == here.id


async def _unplaced(session: AsyncSession, who: Person, at: datetime) -> Resting:
    """Why a client who is placed nowhere now cannot start. Raises Refused where he only reports, where his
    place is not recorded yet, or where he has no case any more."""
    cases = await queries.open_cases(session, who)
    running = [case for case in cases if case.state is CaseState.ACTIVE]
    if running and all(case.total_minutes is None for case in cases):
        raise Refused("report-instead")
    rest = await resting(session, who, at)
    if rest is None:
        raise Refused("no-site" if cases else "no-active-case")
    return rest


def _nearest(placed: Sequence[tuple[int, Site]], point: Point | None) -> tuple[int, Site]:
    """Outside the plan work counts for the nearest of the client's sites."""

    def distance(entry: tuple[int, Site]) -> int:
        metres = judged(point, entry[1]).distance_m
        return FAR if metres is None else metres

    return min(placed, key=distance)


async def own_case(session: AsyncSession, who: Person, case_id: int) -> Case:
    """A case of this client, locked. Raises Refused for anybody else's."""
    case = await queries.locked_case(session, who.office_id, case_id)
    if case is None or case.client_id != who.id:
        raise Refused("not-yours")
    return case


async def own_attendance(session: AsyncSession, who: Person, inbound: Inbound) -> tuple[Attendance, Case]:
    """The client's attendance that a tapped choice names, as it stands. Raises Refused for anybody else's."""
    attendance = await queries.attendance_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if attendance is None or attendance.client_id != who.id:
        raise Refused("not-yours")
    return attendance, await _lock(session, who, attendance)


async def _lock(session: AsyncSession, who: Person, attendance: Attendance) -> Case:
    """A supervisor may be deciding at this moment: wait for his word, then read it."""
    case = await own_case(session, who, attendance.case_id)
    await session.refresh(attendance)
    return case

"""What stands behind every word of a supervisor: may he say it, and who must hear of it."""

from __future__ import annotations

from datetime import date, datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, kinship, lists, receipts
from bot.domain.cases import local_day
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Inbound, Notice, Refused, When, choice_numbers
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.storage import day_covers, leaves, queries
from bot.storage.leaves import stood_in
from bot.storage.models import Attendance, Case, Person, WorkSession
from bot.storage.pin_doubts import weigh

log = structlog.get_logger()


async def tapped(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> tuple[Attendance, Case]:
    return await decidable(session, who, choice_numbers(inbound.text, 1)[0], now)


async def decidable(
    session: AsyncSession, who: Person, attendance_id: int, now: datetime
) -> tuple[Attendance, Case]:
    """An attendance at a site of this supervisor, in his period, neither his own nor his family's; or of a
    client of this officer whose supervisors are all family. Raises Refused."""
    attendance = await queries.attendance_by_id(session, who.office_id, attendance_id)
    if attendance is None:
        raise not_yours(who)
    if who.role is Role.OFFICER:
        return attendance, await _instead_of_family(session, who, attendance, now)
    if not await queries.supervises(session, who, attendance.site_id, attendance.day, now):
        raise await not_his(session, who, attendance.site_id, attendance.day, now)
    case = await queries.locked_case(session, who.office_id, attendance.case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    await kinship.check(session, who, attendance.client_id, site, attendance.day, now)
    await session.refresh(attendance)
    return attendance, case


async def _instead_of_family(
    session: AsyncSession, who: Person, attendance: Attendance, now: datetime
) -> Case:
    """The case of work that nobody at its site may confirm, locked, for the officer who guides it."""
    case = await queries.locked_case(session, who.office_id, attendance.case_id)
    if case is None or not await leaves.answers_for(session, who, case, now):
        raise not_yours(who)
    await kinship.check_officer(session, who, case)
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    await session.refresh(attendance)
    decided = attendance.state in (AttendanceState.CONFIRMED, AttendanceState.REJECTED)
    falls = await kinship.falls_to_officer(session, site, attendance.day, attendance.client_id, now)
    if not falls and not decided:
        raise Refused("confirm-by-supervisor")
    return case


async def named_session(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> WorkSession:
    """The session that a choice names, at a site of this supervisor and in his period. Raises Refused."""
    planned = await queries.session_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if planned is None:
        raise not_yours(who)
    if not await queries.supervises(session, who, planned.site_id, planned.day, now):
        raise await not_his(session, who, planned.site_id, planned.day, now)
    return planned


async def case_unless_own(session: AsyncSession, who: Person, attendance: Attendance) -> Case | None:
    """The case, locked; None for himself and for his family."""
    if not await kinship.may_confirm(session, who, attendance.client_id):
        return None
    case = await queries.locked_case(session, who.office_id, attendance.case_id)
    await session.refresh(attendance)
    return case


async def tell(
    session: AsyncSession,
    case: Case,
    attendance: Attendance,
    *,
    closed_by_supervisor: bool = False,
    corrected: str = "",
) -> list[Notice]:
    """The client hears the result, with the times where they were `corrected` and why; work outside the plan
    goes on to the officer."""
    client = await session.get_one(Person, case.client_id)
    site = await queries.site_of(session, case.office_id, attendance.site_id)
    balance = await queries.balance_of(session, case)
    decider = await session.get(Person, attendance.decided_by) if attendance.decided_by else None
    told = [
        receipts.told_result(
            client,
            attendance,
            site,
            balance.remaining,
            closed_by_supervisor=closed_by_supervisor,
            corrected=corrected,
            by=decider.shown if decider else "",
        )
    ]
    told += receipts.contest_offer(attendance)
    undecided = attendance.state is AttendanceState.CONFIRMED and attendance.accepted_by is None
    if attendance.session_id is None and undecided:
        told.append(await cards.outside_plan_card(session, case, client, attendance, site))
    return told


async def redraw(session: AsyncSession, who: Person, attendance: Attendance, now: datetime) -> list[Notice]:
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    await weigh(session, site, attendance.day, now)
    planned = await queries.session_by_id(session, who.office_id, attendance.session_id)
    return await lists.redrawn_lists(session, planned, now=now) if planned else []


async def not_his(session: AsyncSession, who: Person, site_id: int, day: date, now: datetime) -> Refused:
    """Why somebody may not decide about a day at a site; a stand-in whose time is over hears who does now,
    one whose day was taken back by whom."""
    refused = not_yours(who)
    site = await queries.site_of(session, who.office_id, site_id)
    if by := await day_covers.taken_back_by(session, who, site, day):
        at = When(midday(day, site.zone), site.zone)
        return Refused("instead-over", site=site.name, day=at, by=by.shown)
    leave = await stood_in(session, who, site, day, now)
    if leave is None:
        return refused
    until = min(leave.last, local_day(leave.ended_at, site.zone)) if leave.ended_at else leave.last
    deciders = await queries.supervisors_of(session, site, day, now)
    return Refused(
        "stand-in-over",
        day=When(midday(until, site.zone), site.zone),
        decider=", ".join(one.shown for one in deciders) or "PK",
    )


def not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")

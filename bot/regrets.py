"""What was begun by mistake is undone, and who saw it hears so: a start, or all that was done under a wrong
name on a shared phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import agreements, attendances, cards, lists, turns
from bot.domain.checkins import (
    MISTAKEN_START,
    AttendanceState,
    Moment,
    receipt_number,
    session_steps,
)
from bot.domain.hours import EventKind
from bot.domain.messages import Line, Notice, Param, Show
from bot.domain.phones import WRONG_PERSON, HowEnded
from bot.domain.reports import ReportState, after_silence
from bot.reminding import habits_for
from bot.storage import account_queries, phone_queries, queries
from bot.storage.events import record
from bot.storage.models import Attendance, Case, Person, Report, Site, WorkSession
from bot.storage.phones import Assistance, DeskPhone, PhoneTurn


async def undo(
    session: AsyncSession, phone: DeskPhone, turn: PhoneTurn, now: datetime
) -> tuple[list[Line], list[Notice]]:
    """Take back what this turn began, finished and reported: a line for each, and what others are told. What
    a supervisor has seen meanwhile stays, and the line says to whom to speak. What was agreed to in another's
    name was not. The caller has locked the phone."""
    person = await queries.locked_person(session, turn.person_id)
    turns.speak(session, phone, turn)
    await agreements.undo_since(session, person, turn.began_at, now)
    lines: list[Line] = []
    notices: list[Notice] = []
    done = await phone_queries.done_in(session, turn)
    for attendance, rows in await _attendances(session, done):
        line, told = await _attendance(session, attendance, rows, now)
        lines.append(line)
        notices += told
    for row in done:
        if row.report_id is not None and (report := await session.get(Report, row.report_id)):
            line, told = await _report(session, report, row, now)
            lines.append(line)
            notices += told
        if row.evidence_id is not None:
            row.undone_at = now
    if turn.ended_at is None:
        await turns.end(session, phone, turn, HowEnded.WRONG_PERSON, now)
    return lines, notices


async def undo_mistaken_start(
    session: AsyncSession, case: Case, attendance: Attendance, now: datetime
) -> list[Notice]:
    """The client had not begun after all; returns what supervisors are told. The caller has locked the case
    and asked `attendances.may_undo_start`."""
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    site = await queries.site_of(session, attendance.office_id, attendance.site_id)
    by = attendance.client_id
    await _undo_start(session, case, attendance, planned, site, MISTAKEN_START, by, now)
    return await _withdrawn(session, attendance, planned, site, now)


async def _attendances(
    session: AsyncSession, done: Sequence[Assistance]
) -> list[tuple[Attendance, list[Assistance]]]:
    """The attendances that a turn touched, in the order of their cases, with what it did to each."""
    by_id: dict[int, list[Assistance]] = {}
    for row in done:
        if row.attendance_id is not None:
            by_id.setdefault(row.attendance_id, []).append(row)
    found = [(await session.get_one(Attendance, key), rows) for key, rows in by_id.items()]
    return sorted(found, key=lambda one: (one[0].case_id, one[0].id))


async def _attendance(
    session: AsyncSession, attendance: Attendance, rows: list[Assistance], now: datetime
) -> tuple[Line, list[Notice]]:
    case = await queries.locked_case(session, attendance.office_id, attendance.case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    await session.refresh(attendance)
    begun = any(row.moment is Moment.START for row in rows)
    number = attendance.start_receipt if begun else attendance.finish_receipt
    params: dict[str, Param] = {"number": receipt_number(number)}
    undecided = attendance.state in (AttendanceState.OPEN, AttendanceState.WAITING)
    if not undecided or (begun and attendance.present_by is not None):
        return Line("regret-decided", params), []
    if not begun and attendance.state is not AttendanceState.WAITING:
        return Line("regret-nothing-left", params), []
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    site = await queries.site_of(session, attendance.office_id, attendance.site_id)
    if begun:
        await _undo_start(session, case, attendance, planned, site, WRONG_PERSON, None, now)
    else:
        await attendances.undo_finish(session, case, attendance, planned, actor_id=None, now=now)
    for row in rows:
        row.undone_at = now
    await session.flush()
    told = await _withdrawn(session, attendance, planned, site, now)
    return Line("regret-start" if begun else "regret-finish", params), told


async def _undo_start(
    session: AsyncSession,
    case: Case,
    attendance: Attendance,
    planned: WorkSession | None,
    site: Site,
    reason: str,
    actor_id: int | None,
    now: datetime,
) -> None:
    office = await queries.office_of(session, case.office_id)
    look_at = None
    if planned is not None:
        habits = await habits_for(session, office, planned.client_id)
        steps = session_steps(queries.slot_of(planned), site.zone, habits)
        look_at = next((at for at, _ in steps if at > now), steps[-1][0])
    await attendances.undo_start(
        session, case, attendance, planned, look_at=look_at, reason=reason, actor_id=actor_id, now=now
    )


async def _withdrawn(
    session: AsyncSession, attendance: Attendance, planned: WorkSession | None, site: Site, now: datetime
) -> list[Notice]:
    """The supervisors' cards say that it was undone, and lose their buttons; nobody is asked to confirm
    it."""
    supervisors = await queries.supervisors_of(session, site, attendance.day, now)
    shown = [
        await cards.card(session, one, attendance, show=Show.EDIT)
        for one in supervisors
        if one.id != attendance.client_id
    ]
    redrawn = await lists.redrawn_lists(session, planned, now=now) if planned else []
    return [*shown, *(replace(one, show=Show.EDIT) for one in redrawn)]


async def _report(
    session: AsyncSession, report: Report, row: Assistance, now: datetime
) -> tuple[Line, list[Notice]]:
    """What was given is owed again; the officer hears of it where an answer had reached him at once."""
    case = await queries.locked_case(session, report.office_id, report.case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    await session.refresh(report)
    params: dict[str, Param] = {"number": receipt_number(report.receipt)}
    if report.state not in (ReportState.DONE, ReportState.LATE):
        return Line("regret-nothing-left", params), []
    told = bool(report.concerns)
    late = report.state is ReportState.LATE
    client = await session.get_one(Person, case.client_id)
    passed = after_silence(reached=await account_queries.has_account(session, client))
    report.state = passed if late else ReportState.DUE
    report.answers, report.concerns, report.reported_at, report.receipt = {}, [], None, 0
    report.look_at = None if late else report.closes_at
    report.revision += 1
    row.undone_at = now
    await record(
        session,
        case,
        EventKind.REPORT_UNDONE,
        actor_id=None,
        payload={"report": report.id, "due_on": report.due_on.isoformat(), "words": WRONG_PERSON},
        happened_at=now,
        now=now,
    )
    name: dict[str, Param] = {"name": client.shown}
    officer = [Notice(to=case.guide, key="regret-told-officer", params=name)] if told else []
    return Line("regret-report", params), officer

"""The roll call: the supervisor says who is here without a check-in, one by one or all who are left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, cards, kinship, lists
from bot.assistance import Help
from bot.domain.cases import OPEN_STATES
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.messages import Ask, Inbound, Line, Notice, Refused, When
from bot.domain.phones import NO_WORD, Way
from bot.handlers import day_lists, decisions
from bot.storage import queries, site_queries
from bot.storage.models import Attendance, Case, Person, Site, WorkSession


async def one_here(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Hadir* for someone without a check-in, or with one that was rejected: the supervisor's word opens
    the attendance. Of a session that was dropped it is work outside the plan, for the officer to judge."""
    planned = await decisions.named_session(session, who, inbound, now)
    site = await queries.site_of(session, who.office_id, planned.site_id)
    await kinship.check(session, who, planned.client_id, site, planned.day, now)
    if planned.starts_at > now:
        raise Refused("too-early-to-confirm")
    case = await _locked(session, planned)
    if case.state not in OPEN_STATES:
        raise Refused("present-case-closed")
    if await _has_begun(session, planned):
        again = await day_lists.again(session, who, site, planned, now)
        return again or await day_lists.today(session, who, inbound, now)
    attendance = await _begin(session, who, case, site, planned, inbound, now)
    return [
        await cards.card(session, who, attendance),
        _told(attendance, planned, site),
        *await decisions.redraw(session, who, attendance, now),
        *await day_lists.again(session, who, site, planned, now),
    ]


async def rest_here(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Sisanya hadir*: all who are expected at the same hour and have not begun. Who was called by mistake is
    on the list with all others, and his card says *Tidak benar*."""
    named = await decisions.named_session(session, who, inbound, now)
    if named.starts_at > now:
        raise Refused("too-early-to-confirm")
    site = await queries.site_of(session, who.office_id, named.site_id)
    missing = await site_queries.missing_of(session, named)
    told, begun = [], 0
    for planned in sorted((one for one, _ in missing), key=lambda one: one.case_id):
        if not await kinship.may_confirm(session, who, planned.client_id):
            continue
        case = await _locked(session, planned)
        if case.state not in OPEN_STATES or await _has_begun(session, planned):
            continue
        told.append(_told(await _begin(session, who, case, site, planned, inbound, now), planned, site))
        begun += 1
    drawn = await lists.redrawn_lists(session, named, now=now, to=who.id)
    drawn = drawn or await day_lists.again(session, who, site, named, now)
    toast = Line("tap-rest-here", {"count": begun})
    return [*(replace(one, toast=toast) if one.to == who.id else one for one in drawn), *told]


async def _locked(session: AsyncSession, planned: WorkSession) -> Case:
    """The case, locked, and the session as it stands then."""
    case = await queries.locked_case(session, planned.office_id, planned.case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    await session.refresh(planned)
    return case


async def _has_begun(session: AsyncSession, planned: WorkSession) -> bool:
    dropped = planned.state is SessionState.CANCELLED
    known = await (queries.unplanned_like if dropped else queries.attendance_for)(session, planned)
    return known is not None and known.state is not AttendanceState.REJECTED


async def _begin(
    session: AsyncSession,
    who: Person,
    case: Case,
    site: Site,
    planned: WorkSession,
    inbound: Inbound,
    now: datetime,
) -> Attendance:
    """From the planned start, and to the planned end where that has passed."""
    help = Help(Way.ROLL_CALL, who.id, inbound.sender, NO_WORD)
    attendance = await attendances.start(
        session,
        case,
        site,
        None if planned.state is SessionState.CANCELLED else planned,
        at=planned.starts_at,
        actor_id=who.id,
        photo_wanted=False,
        now=now,
        help=help,
    )
    await attendances.confirm_presence(session, case, attendance, by=who.id, now=now)
    if planned.ends_at <= now:
        await attendances.finish(
            session,
            case,
            attendance,
            at=planned.ends_at,
            actor_id=who.id,
            photo_wanted=False,
            now=now,
            help=help,
        )
    return attendance


def _told(attendance: Attendance, planned: WorkSession, site: Site) -> Notice:
    return Notice(
        to=attendance.client_id,
        key="marked-present",
        params={"day": When(planned.starts_at, site.zone), "site": site.name},
        ask=Ask.FINISH if attendance.finished_at is None else Ask.START,
    )

"""The roll call: the supervisor says who is here without a check-in, one by one or all who are left."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, cards, kinship, lists
from bot.assistance import Help
from bot.domain.cases import OPEN_STATES
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.messages import Ask, Inbound, Line, Notice, Refused, When
from bot.domain.phones import NO_WORD, Way
from bot.handlers import bulk, day_lists, decisions
from bot.handlers.bulk import Results, Row
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
    results, told = Results(), list[Notice]()
    missing = await site_queries.missing_of(session, named)
    for planned, client in sorted(missing, key=lambda row: row[0].case_id):
        await results.add(session, client, partial(_called, session, who, site, planned, inbound, told, now))
    if not missing:
        await _called_before(session, named, results)
    drawn = await lists.redrawn_lists(session, named, now=now, to=who.id)
    drawn = drawn or await day_lists.again(session, who, site, named, now)
    toast = Line("tap-rest-here", {"count": results.saved}) if results.saved else Line("tap-rest-none")
    shown = [replace(one, toast=toast) if one.to == who.id else one for one in drawn]
    return [*shown, *await bulk.told(session, who, results), *told]


async def _called(
    session: AsyncSession,
    who: Person,
    site: Site,
    planned: WorkSession,
    inbound: Inbound,
    told: list[Notice],
    now: datetime,
) -> Row | int:
    if not await kinship.may_confirm(session, who, planned.client_id):
        return Row.FAMILY
    case = await _locked(session, planned)
    if case.state not in OPEN_STATES:
        return Row.CLOSED
    begun = await queries.attendance_for(session, planned)
    if planned.state is SessionState.CANCELLED or begun is not None:
        return (begun.present_by if begun else None) or Row.CHANGED
    told.append(_told(await _begin(session, who, case, site, planned, inbound, now), planned, site))
    return Row.SAVED


async def _called_before(session: AsyncSession, named: WorkSession, results: Results) -> None:
    """Nobody is missing any more: who has said of whom that he is here."""
    for attendance, client in await queries.group_of(session, named):
        if attendance.present_by is not None:
            results.before[attendance.present_by].append(client.shown)


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

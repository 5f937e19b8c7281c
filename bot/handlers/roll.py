"""A supervisor looks at a whole day or group: today's list, the roll call, everybody at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, cards, lists
from bot.assistance import Help
from bot.domain.cases import OPEN_STATES, local_day
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.days import day_number
from bot.domain.messages import (
    Ask,
    Choice,
    Inbound,
    Line,
    Notice,
    Param,
    Refused,
    Show,
    When,
    Word,
    choice_numbers,
)
from bot.domain.phones import NO_WORD, Way
from bot.domain.reports import midday
from bot.handlers import decisions
from bot.storage import queries, site_queries
from bot.storage.models import Attendance, Case, Person, Site, WorkSession
from bot.storage.pin_doubts import weigh

EARLIER_DAYS = 7
"""Lists of days before yesterday at once; the others come when these are decided."""


async def today(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/daftar`: today's people at my sites, with buttons for those whose word is mine; of the day before who
    is still at work, past midnight, or waits for my word; and the days before it that still wait."""
    notices = []
    for before in (0, 1):
        for site in await site_queries.sites_of(session, who, now, before=before):
            notices += await _site_list(session, who, site, now, before=before)
    waiting = await site_queries.waiting_before(session, who, now)
    for site, day in waiting[:EARLIER_DAYS]:
        before = (local_day(now, site.zone) - day).days
        notices += await _site_list(session, who, site, now, before=before)
    if more := len(waiting[EARLIER_DAYS:]):
        notices.append(Notice(to=who.id, key="list-earlier-more", params={"count": more}, ask=Ask.SUPERVISOR))
    return notices or [Notice(to=who.id, key="list-empty", ask=Ask.SUPERVISOR)]


async def all_here(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Hadir semua* before the end: presence of everybody who has started."""
    planned = await _listed(session, who, inbound, now)
    group = await queries.group_of(session, planned)
    for attendance in sorted((one for one, _ in group), key=lambda one: one.case_id):
        if attendance.state is AttendanceState.OPEN and attendance.present_by is None:
            case = await decisions.case_unless_own(session, who, attendance)
            if case is not None and case.state in OPEN_STATES:
                await attendances.confirm_presence(session, case, attendance, by=who.id, now=now)
    return await _shown(session, who, planned, inbound, now, Line("tap-all-here"))


async def all_done(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Selesai semua*: the hours of everybody who has finished, and after the planned end also of those
    who said nothing: they end as planned. Before it, who still works is left for later."""
    planned = await _listed(session, who, inbound, now)
    notices, still_open = [], 0
    group = await queries.group_of(session, planned)
    for attendance in sorted((one for one, _ in group), key=lambda one: one.case_id):
        case = await decisions.case_unless_own(session, who, attendance)
        if case is None:
            continue
        closed = await _close_as_planned(session, who, case, attendance, now)
        still_open += attendance.state is AttendanceState.OPEN
        if attendance.state is AttendanceState.WAITING:
            await attendances.confirm_hours(session, case, attendance, by=who.id, now=now, together=True)
            notices += await decisions.tell(session, case, attendance, closed_by_supervisor=closed)
    shown = await _shown(session, who, planned, inbound, now, Line("tap-all-done"))
    if still_open:
        shown.append(Notice(to=who.id, key="list-some-still-open", params={"count": still_open}))
    return [*shown, *notices]


async def _close_as_planned(
    session: AsyncSession, who: Person, case: Case, attendance: Attendance, now: datetime
) -> bool:
    """Whether the supervisor's word ends this attendance at its planned end. Who came only after it is
    left alone: there would be no minute to confirm."""
    planned = await queries.session_by_id(session, who.office_id, attendance.session_id)
    if attendance.state is not AttendanceState.OPEN or planned is None or planned.ends_at > now:
        return False
    if attendance.started_at >= planned.ends_at:
        return False
    await attendances.finish(
        session, case, attendance, at=planned.ends_at, actor_id=who.id, photo_wanted=False, now=now
    )
    return True


async def _shown(
    session: AsyncSession, who: Person, planned: WorkSession, inbound: Inbound, now: datetime, toast: Line
) -> list[Notice]:
    """The list as it is now; of a group that has become too small for one, the day."""
    await weigh(session, await queries.site_of(session, who.office_id, planned.site_id), planned.day, now)
    drawn = await lists.redrawn_lists(session, planned, now=now, to=who.id)
    answered = [replace(one, toast=toast) if one.to == who.id else one for one in drawn]
    return answered or await today(session, who, inbound, now)


async def roll_call(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Hadir* for someone without a check-in, or with one that was rejected: the supervisor's word opens
    the attendance. Of a session that was dropped it is work outside the plan, for the officer to judge."""
    planned = await queries.session_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if planned is None:
        raise decisions.not_yours(who)
    if not await queries.supervises(session, who, planned.site_id, planned.day, now):
        raise await decisions.not_his(session, who, planned.site_id, planned.day, now)
    if planned.client_id == who.id:
        raise Refused("confirm-not-yourself")
    if planned.starts_at > now:
        raise Refused("too-early-to-confirm")
    case = await queries.locked_case(session, who.office_id, planned.case_id)
    site = await queries.site_of(session, who.office_id, planned.site_id)
    assert case is not None  # noqa: S101  (a foreign key)
    await session.refresh(planned)
    _check_goes_on(case)
    dropped = planned.state is SessionState.CANCELLED
    known = await (queries.unplanned_like if dropped else queries.attendance_for)(session, planned)
    if known is not None and known.state is not AttendanceState.REJECTED:
        return await _list_again(session, who, site, planned, now) or await today(session, who, inbound, now)
    within = None if dropped else planned
    help = Help(Way.ROLL_CALL, who.id, inbound.sender, NO_WORD)
    attendance = await attendances.start(
        session,
        case,
        site,
        within,
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
    client = await session.get_one(Person, planned.client_id)
    told = Notice(
        to=client.id,
        key="marked-present",
        params={"day": When(planned.starts_at, site.zone), "site": site.name},
        ask=Ask.FINISH if attendance.finished_at is None else Ask.START,
    )
    return [
        await cards.card(session, who, attendance),
        told,
        *await decisions.redraw(session, who, attendance, now),
        *await _list_again(session, who, site, planned, now),
    ]


async def _list_again(
    session: AsyncSession, who: Person, site: Site, planned: WorkSession, now: datetime
) -> list[Notice]:
    """The day's list after an answer: in its place, or, where nothing can be edited, as the last message, so
    that whoever goes on typing its numbers means its people."""
    before = (local_day(now, site.zone) - planned.day).days
    drawn = await _site_list(session, who, site, now, before=before) if before >= 0 else []
    return [replace(one, show=Show.EDIT) for one in drawn]


def _check_goes_on(case: Case) -> None:
    """Raises Refused for a case that people have closed: its officer must open it first."""
    if case.state not in OPEN_STATES:
        raise Refused("present-case-closed")


async def _listed(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> WorkSession:
    planned = await queries.session_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if planned is None:
        raise decisions.not_yours(who)
    if not await queries.supervises(session, who, planned.site_id, planned.day, now):
        raise await decisions.not_his(session, who, planned.site_id, planned.day, now)
    return planned


def _unfinished(attendance: Attendance | None) -> bool:
    return attendance is not None and attendance.state in (AttendanceState.OPEN, AttendanceState.WAITING)


async def _site_list(
    session: AsyncSession, who: Person, site: Site, now: datetime, *, before: int
) -> list[Notice]:
    day = local_day(now, site.zone) - timedelta(days=before)
    entries = await queries.site_day(session, site, day)
    outside = await queries.outside_plan(session, site, day)
    if before:
        entries = [row for row in entries if row[0].ends_at > now or _unfinished(row[2])]
        outside = [row for row in outside if _unfinished(row[0])]
    if not entries and not outside:
        return []
    begun = [one.id for _, _, one in entries if one] + [one.id for one, _ in outside]
    marks = await queries.to_look_at(session, begun)
    lines, choices = [], []
    for number, (planned, client, attendance) in enumerate(entries, 1):
        state = cards.state_word(attendance) if attendance else f"state-{SessionState(planned.state).value}"
        lines.append(
            Line(
                "day-line",
                {
                    "number": number,
                    "name": client.shown,
                    "start": When(planned.starts_at, site.zone),
                    "finish": When(planned.ends_at, site.zone),
                    "state": Word(state),
                    **cards.look(marks.get(attendance.id) if attendance else None),
                },
            )
        )
        choices += _entry_choice(number, planned, client, attendance, now)
    for number, (attendance, client) in enumerate(outside, 1):
        lines.append(
            Line(
                "day-line-earlier" if attendance.state is AttendanceState.REJECTED else "day-line-outside",
                {
                    "name": client.shown,
                    "start": When(attendance.started_at, site.zone),
                    "state": Word(cards.state_word(attendance)),
                    **cards.look(marks.get(attendance.id)),
                },
            )
        )
        choices.append(_opens(attendance, client, len(entries) + number))
    if not before and any(planned.ends_at > now for planned, _, _ in entries):
        last = len(entries) + len(outside) + 1
        choices.append(Choice(f"shut:{site.id}:{day_number(day)}", "choice-shut", number=last))
    params: dict[str, Param] = {"site": site.name, "at": When(midday(day, site.zone), site.zone)}
    return [
        Notice(
            to=who.id,
            key="day-heading",
            params=params,
            lines=tuple(lines),
            choices=tuple(choices),
            card=f"day:{site.id}:{day_number(day)}",
            show=Show.AGAIN,
        )
    ]


def _entry_choice(
    number: int, planned: WorkSession, client: Person, attendance: Attendance | None, now: datetime
) -> list[Choice]:
    """The choice has the number of its line, whoever above has none."""
    if attendance is not None and attendance.state is not AttendanceState.REJECTED:
        return [_opens(attendance, client, number)]
    if planned.starts_at <= now:
        return [Choice(f"present:{planned.id}", "choice-present", {"name": client.shown}, number)]
    return []


def _opens(attendance: Attendance, client: Person, number: int) -> Choice:
    return Choice(f"card:{attendance.id}", "choice-name", {"name": client.shown}, number)

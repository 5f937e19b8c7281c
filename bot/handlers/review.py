"""A supervisor confirms: card by card, or the whole list at once. Hours count only from here on."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, cards
from bot.domain.cases import local_day
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
from bot.storage import queries
from bot.storage.models import Attendance, Case, Person, Site, WorkSession

log = structlog.get_logger()

REASONS = ("reason-not-here", "reason-wrong-time", "reason-not-working")


async def today(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/daftar`: today's people at my sites, with buttons for those whose word is mine."""
    notices = []
    for site in await queries.sites_of_supervisor(session, who, now.date()):
        notices += await _site_list(session, who, site, now)
    return notices or [Notice(to=who.id, key="list-empty", ask=Ask.SUPERVISOR)]


async def right(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Benar* on a card: presence before the finish, the hours after it. A second tap changes nothing."""
    attendance, case = await _to_decide(session, who, inbound)
    if stale := await _stale(session, who, attendance, inbound):
        return stale
    if attendance.state is AttendanceState.OPEN:
        await attendances.confirm_presence(session, case, attendance, by=who.id, now=now)
        return [
            await cards.card(session, who, attendance, show=Show.EDIT),
            *await _redraw(session, who, attendance),
        ]
    return await _confirm(session, who, case, attendance, now)


async def wrong(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak benar* on a card: ask why, in buttons or words."""
    attendance, _ = await _to_decide(session, who, inbound)
    if stale := await _stale(session, who, attendance, inbound):
        return stale
    await queries.ask_for_words(session, who, "reject", attendance.id, now)
    client = await session.get_one(Person, attendance.client_id)
    about = f"{attendance.id}:{attendance.revision}"
    return [
        Notice(
            to=who.id,
            key="why-wrong",
            params={"name": client.shown},
            choices=tuple(
                Choice(f"reject:{about}:{number}", reason) for number, reason in enumerate(REASONS)
            ),
        )
    ]


async def reject(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A reason from the buttons."""
    attendance, case = await _to_decide(session, who, inbound)
    if stale := await _stale(session, who, attendance, inbound):
        return stale
    number = choice_numbers(inbound.text, 3)[2]
    if not 0 <= number < len(REASONS):
        raise Refused("choice-unknown")
    return await _reject(session, who, case, attendance, REASONS[number], now)


async def reject_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A reason in the supervisor's own words."""
    attendance, case = await _allowed(session, who, about)
    if attendance.state in (AttendanceState.CONFIRMED, AttendanceState.REJECTED):
        return [await cards.card(session, who, attendance, show=Show.EDIT)]
    return await _reject(session, who, case, attendance, inbound.text.strip()[:500], now)


async def open_card(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A name on the list opens the card."""
    attendance, _ = await _to_decide(session, who, inbound)
    return [await cards.card(session, who, attendance)]


async def all_here(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Hadir semua* before the end: presence of everybody who has started."""
    planned = await _listed(session, who, inbound)
    group = await queries.group_of(session, planned)
    for attendance in sorted((one for one, _ in group), key=lambda one: one.case_id):
        if attendance.state is AttendanceState.OPEN and attendance.present_by is None:
            case = await _case_unless_own(session, who, attendance)
            if case is not None:
                await attendances.confirm_presence(session, case, attendance, by=who.id, now=now)
    return await cards.redrawn_lists(session, planned, to=who.id) or await today(session, who, inbound, now)


async def all_done(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Selesai semua*: the hours of everybody who has finished; who still works is left for later."""
    planned = await _listed(session, who, inbound)
    notices, still_open = [], 0
    group = await queries.group_of(session, planned)
    for attendance in sorted((one for one, _ in group), key=lambda one: one.case_id):
        still_open += attendance.state is AttendanceState.OPEN
        if attendance.state is AttendanceState.WAITING:
            case = await _case_unless_own(session, who, attendance)
            if case is not None:
                await attendances.confirm_hours(session, case, attendance, by=who.id, now=now)
                notices += await _tell(session, case, attendance)
    lists = await cards.redrawn_lists(session, planned, to=who.id) or await today(session, who, inbound, now)
    if still_open:
        lists.append(Notice(to=who.id, key="list-some-still-open", params={"count": still_open}))
    return [*lists, *notices]


async def roll_call(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Hadir* for someone without a check-in: the supervisor's word opens the attendance."""
    planned = await queries.session_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if planned is None or not await queries.supervises(session, who, planned.site_id, planned.day):
        raise _not_yours(who)
    if planned.client_id == who.id:
        raise Refused("confirm-not-yourself")
    if planned.state is SessionState.STARTED:
        return await today(session, who, inbound, now)
    if planned.starts_at > now:
        raise Refused("too-early-to-confirm")
    case = await queries.locked_case(session, who.office_id, planned.case_id)
    site = await queries.site_of(session, who.office_id, planned.site_id)
    assert case is not None  # noqa: S101  (a foreign key)
    attendance = await attendances.start(
        session, case, site, planned, at=planned.starts_at, actor_id=who.id, photo_wanted=False, now=now
    )
    await attendances.confirm_presence(session, case, attendance, by=who.id, now=now)
    if planned.ends_at <= now:
        await attendances.finish(
            session, case, attendance, at=planned.ends_at, actor_id=who.id, photo_wanted=False, now=now
        )
    client = await session.get_one(Person, planned.client_id)
    told = Notice(
        to=client.id,
        key="marked-present",
        params={"day": When(planned.starts_at, site.zone), "site": site.name},
        ask=Ask.FINISH if attendance.finished_at is None else Ask.START,
    )
    return [await cards.card(session, who, attendance), told, *await _redraw(session, who, attendance)]


async def _confirm(
    session: AsyncSession, who: Person, case: Case, attendance: Attendance, now: datetime
) -> list[Notice]:
    await attendances.confirm_hours(session, case, attendance, by=who.id, now=now)
    answer = await cards.card(session, who, attendance, show=Show.EDIT)
    told = await _tell(session, case, attendance)
    return [answer, *told, *await _redraw(session, who, attendance)]


async def _reject(
    session: AsyncSession, who: Person, case: Case, attendance: Attendance, reason: str, now: datetime
) -> list[Notice]:
    await attendances.reject(session, case, attendance, by=who.id, reason=reason, now=now)
    await queries.forget_question(session, who)
    answer = await cards.card(session, who, attendance, show=Show.EDIT)
    told = await _tell(session, case, attendance)
    return [answer, *told, *await _redraw(session, who, attendance)]


async def _tell(session: AsyncSession, case: Case, attendance: Attendance) -> list[Notice]:
    """The client hears the result; work outside the plan goes on to the officer."""
    client = await session.get_one(Person, case.client_id)
    site = await queries.site_of(session, case.office_id, attendance.site_id)
    balance = await queries.balance_of(session, case)
    told = [cards.told_result(client, attendance, site, balance.remaining)]
    undecided = attendance.state is AttendanceState.CONFIRMED and attendance.accepted_by is None
    if attendance.session_id is None and undecided:
        told.append(await cards.outside_plan_card(session, case, client, attendance, site))
    return told


async def _redraw(session: AsyncSession, who: Person, attendance: Attendance) -> list[Notice]:
    planned = await queries.session_by_id(session, who.office_id, attendance.session_id)
    return await cards.redrawn_lists(session, planned) if planned else []


async def _stale(
    session: AsyncSession, who: Person, attendance: Attendance, inbound: Inbound
) -> list[Notice]:
    """A tap on a card that is no longer true shows the card as it is now."""
    if attendance.state in (AttendanceState.CONFIRMED, AttendanceState.REJECTED):
        return [await cards.card(session, who, attendance, show=Show.EDIT)]
    if attendance.state is AttendanceState.OPEN and attendance.present_by is not None:
        return [await cards.card(session, who, attendance, show=Show.EDIT)]
    if choice_numbers(inbound.text, 2)[1] != attendance.revision:
        fresh = await cards.card(session, who, attendance)
        return [Notice(to=who.id, key="card-changed"), fresh]
    return []


async def _to_decide(session: AsyncSession, who: Person, inbound: Inbound) -> tuple[Attendance, Case]:
    return await _allowed(session, who, choice_numbers(inbound.text, 1)[0])


async def _allowed(session: AsyncSession, who: Person, attendance_id: int) -> tuple[Attendance, Case]:
    """An attendance at a site of this supervisor, in his period, and not his own. Raises Refused."""
    attendance = await queries.attendance_by_id(session, who.office_id, attendance_id)
    if attendance is None or not await queries.supervises(session, who, attendance.site_id, attendance.day):
        raise _not_yours(who)
    if attendance.client_id == who.id:
        raise Refused("confirm-not-yourself")
    case = await queries.locked_case(session, who.office_id, attendance.case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    await session.refresh(attendance)
    return attendance, case


async def _case_unless_own(session: AsyncSession, who: Person, attendance: Attendance) -> Case | None:
    if attendance.client_id == who.id:
        return None
    case = await queries.locked_case(session, who.office_id, attendance.case_id)
    await session.refresh(attendance)
    return case


async def _listed(session: AsyncSession, who: Person, inbound: Inbound) -> WorkSession:
    planned = await queries.session_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if planned is None or not await queries.supervises(session, who, planned.site_id, planned.day):
        raise _not_yours(who)
    return planned


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")


async def _site_list(session: AsyncSession, who: Person, site: Site, now: datetime) -> list[Notice]:
    day = local_day(now, site.zone)
    entries = await queries.site_day(session, site, day)
    outside = await queries.outside_plan(session, site, day)
    if not entries and not outside:
        return []
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
                },
            )
        )
        choices += _entry_choice(planned, client, attendance, now)
    for attendance, client in outside:
        lines.append(
            Line("day-line-outside", {"name": client.shown, "start": When(attendance.started_at, site.zone)})
        )
        choices.append(Choice(f"card:{attendance.id}", "choice-name", {"name": client.shown}))
    if any(planned.ends_at > now for planned, _, _ in entries):
        choices.append(Choice(f"shut:{site.id}:{day_number(day)}", "choice-shut"))
    params: dict[str, Param] = {"site": site.name, "at": When(now, site.zone)}
    return [Notice(to=who.id, key="day-heading", params=params, lines=tuple(lines), choices=tuple(choices))]


def _entry_choice(
    planned: WorkSession, client: Person, attendance: Attendance | None, now: datetime
) -> list[Choice]:
    if attendance is not None:
        return [Choice(f"card:{attendance.id}", "choice-name", {"name": client.shown})]
    if planned.starts_at <= now:
        return [Choice(f"present:{planned.id}", "choice-present", {"name": client.shown})]
    return []

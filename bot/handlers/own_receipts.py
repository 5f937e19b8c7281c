"""A client's last receipts: what was recorded, who confirmed it, and what can still be said about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, contest_cards, contests
from bot.domain.cases import local_day
from bot.domain.checkins import UNDONE_STARTS, AttendanceState, SessionState, receipt_number
from bot.domain.messages import Choice, Inbound, Line, Minutes, Notice, Param, Refused, When, Word
from bot.domain.outcomes import EXCUSED, climbs
from bot.domain.reports import ReportState, midday
from bot.handlers import own_contests
from bot.storage import client_queries, office_transfers, queries
from bot.storage.corrections import Correction, corrections_of
from bot.storage.models import Attendance, Case, Person, Report, Site, WorkSession
from bot.storage.openings import opening_of

SHOWN = 10
LOOK_BACK = timedelta(days=365)
GIVEN = (ReportState.DONE, ReportState.LATE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list, and the button with which it can be contested, if it can."""

    at: datetime
    line: Line
    choice: Choice | None = None


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/riwayat`: what he contests and nobody has decided; then the last ten, newest first."""
    entries = await _entries(session, who, now)
    waiting = await own_contests.waiting(session, who)
    choices = []
    if waiting:
        choices.append(Choice("contest-mine", "choice-contest-mine"))
    if any(one.choice for one in entries):
        choices.append(Choice("receipts-wrong", "choice-receipts-wrong"))
    if await queries.placed_at(session, who, now):
        choices.append(Choice("claim", "choice-claim"))
    return [
        Notice(
            to=who.id,
            key="receipts-heading" if entries or waiting else "receipts-none",
            params=cards.greeting(who),
            lines=(*waiting, *(one.line for one in entries)),
            choices=tuple(choices),
            ask=None if choices else await cards.keyboard(session, who, now),
        )
    ]


async def which(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ada yang keliru?*: which of them. Raises Refused where nothing can be contested."""
    choices = tuple(one.choice for one in await _entries(session, who, now) if one.choice)
    if not choices:
        raise Refused("receipts-nothing-wrong")
    return [Notice(to=who.id, key="receipts-which", choices=choices)]


async def _entries(session: AsyncSession, who: Person, now: datetime) -> list[Entry]:
    """Of all his cases, also those in the Bapas that he came from."""
    found: list[Entry] = []
    for client in await office_transfers.selves_of(session, who):
        for case in await client_queries.cases_of(session, client):
            found += await _worked(session, case, now)
            found += await _missed(session, case, now)
            found += await _corrected(session, case, now)
            found += await _reported(session, case, now)
    latest = sorted(found, key=lambda one: one.at, reverse=True)[:SHOWN]
    return [*latest, *await _before(session, who, now)]


async def _before(session: AsyncSession, who: Person, now: datetime) -> list[Entry]:
    """The hours that he served before Hadir, below all else: they are no event of a day."""
    found = []
    for case in await queries.open_cases(session, who):
        opening = await opening_of(session, case)
        if opening is not None:
            office = await queries.office_of(session, case.office_id)
            line = Line("receipts-opening", contest_cards.opening_params(opening, office.zone))
            found.append(Entry(opening.at, line, await _contest_opening(session, case, now)))
    return found


async def _contest_opening(session: AsyncSession, case: Case, now: datetime) -> Choice | None:
    try:
        await contests.check_opening(session, case, now)
    except Refused:
        return None
    return Choice(f"contest-opening:{case.id}", "choice-receipt-opening")


async def _worked(session: AsyncSession, case: Case, now: datetime) -> list[Entry]:
    rows = await client_queries.last_attendances(session, case, SHOWN)
    shown = [(one, site) for one, site, _ in rows if one.reject_reason not in UNDONE_STARTS]
    return [
        Entry(one.started_at, await _of_work(session, one, site), await _contest(session, one, site, now))
        for one, site in shown
    ]


async def _contest(session: AsyncSession, attendance: Attendance, site: Site, now: datetime) -> Choice | None:
    day: dict[str, Param] = {"day": When(attendance.started_at, site.zone)}
    if attendance.state in cards.UNDECIDED:
        return Choice(f"claim-earlier:{attendance.id}", "choice-receipt", day)
    try:
        await contests.check_open(session, attendance, now)
    except Refused:
        return None
    return Choice(f"contest:{attendance.id}", "choice-receipt", day)


async def _contest_miss(
    session: AsyncSession, planned: WorkSession, site: Site, now: datetime
) -> Choice | None:
    day: dict[str, Param] = {"day": When(planned.starts_at, site.zone)}
    try:
        await contests.check_missed(session, planned, now)
    except Refused:
        return None
    return Choice(f"contest-miss:{planned.id}", "choice-receipt", day)


async def _of_work(session: AsyncSession, attendance: Attendance, site: Site) -> Line:
    numbers = [one for one in (attendance.start_receipt, attendance.finish_receipt) if one]
    decider = await session.get(Person, attendance.decided_by) if attendance.decided_by else None
    params: dict[str, Param] = {
        "start": When(attendance.started_at, site.zone),
        "site": site.name,
        "number": " / ".join(receipt_number(one) for one in numbers) or "–",
        "by": decider.shown if decider else "–",
    }
    if attendance.finished_at is None:
        rejected = attendance.state is AttendanceState.REJECTED
        return Line("receipts-start-rejected" if rejected else "receipts-open", params)
    params["finish"] = When(attendance.finished_at, site.zone)
    match attendance.state:
        case AttendanceState.REJECTED:
            return Line("receipts-rejected", params)
        case AttendanceState.CONFIRMED if attendance.session_id is None and not attendance.accepted_by:
            return Line("receipts-outside-plan", params)
        case AttendanceState.CONFIRMED:
            params["credited"] = Minutes(attendance.credited)
            if not attendance.penalty_minutes:
                return Line("receipts-confirmed", params)
            return Line("receipts-penalty", params | {"penalty": Minutes(attendance.penalty_minutes)})
        case _:
            return Line("receipts-waiting", params)


async def _missed(session: AsyncSession, case: Case, now: datetime) -> list[Entry]:
    office = await queries.office_of(session, case.office_id)
    since = local_day(now, office.zone) - LOOK_BACK
    rows = await client_queries.last_misses(session, case, since, SHOWN)
    missed = [(one, site) for one, site in rows if one.state is SessionState.MISSED]
    return [
        Entry(one.starts_at, _of_miss(one, site), await _contest_miss(session, one, site, now))
        for one, site in missed
    ]


def _of_miss(planned: WorkSession, site: Site) -> Line:
    params: dict[str, Param] = {"day": When(planned.starts_at, site.zone), "site": site.name}
    if climbs(planned.outcome):
        return Line("receipts-missed", params)
    if planned.outcome is None or planned.outcome in EXCUSED:
        return Line("receipts-excused", params)
    return Line("receipts-not-counted", params | {"outcome": Word(f"outcome-{planned.outcome.value}")})


async def _corrected(session: AsyncSession, case: Case, now: datetime) -> list[Entry]:
    """The officer's corrections of the hours, by when they were made."""
    office = await queries.office_of(session, case.office_id)
    return [
        Entry(
            one.at,
            await _of_correction(session, one, office.zone),
            await _contest_correction(session, case, one, office.zone, now),
        )
        for one in (await corrections_of(session, case))[:SHOWN]
    ]


async def _of_correction(session: AsyncSession, one: Correction, zone: str) -> Line:
    by = await session.get(Person, one.by) if one.by else None
    params, way = contest_cards.correction_params(one, zone, by), contest_cards.way(one)
    return Line(f"receipts-correction-back-{way}" if one.taken_back else f"receipts-correction-{way}", params)


async def _contest_correction(
    session: AsyncSession, case: Case, one: Correction, zone: str, now: datetime
) -> Choice | None:
    day: dict[str, Param] = {"day": When(midday(one.day, zone), zone)}
    try:
        await contests.check_corrected(session, case, one, now)
    except Refused:
        return None
    return Choice(f"contest-corrected:{one.event_id}", "choice-receipt-correction", day)


async def _reported(session: AsyncSession, case: Case, now: datetime) -> list[Entry]:
    office = await queries.office_of(session, case.office_id)
    rows = await client_queries.last_reports(session, case, local_day(now, office.zone), SHOWN)
    told = [one for one in rows if one.state in (*GIVEN, ReportState.MISSED)]
    return [
        Entry(one.reported_at or midday(one.due_on, office.zone), _of_report(one, office.zone))
        for one in told
    ]


def _of_report(report: Report, zone: str) -> Line:
    params: dict[str, Param] = {"day": When(midday(report.due_on, zone), zone)}
    if report.reported_at is None:
        return Line("receipts-report-missed", params)
    at: dict[str, Param] = {"at": When(report.reported_at, zone), "number": receipt_number(report.receipt)}
    return Line("receipts-report", params | at)

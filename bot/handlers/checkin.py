"""A client starts and finishes work: by a location, in any order with a photo, undone within ten minutes."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import (
    assistance,
    attendances,
    better_locations,
    cards,
    challenges,
    evidence,
    file_checks,
    lists,
    live_locations,
    receipts,
)
from bot.domain.cases import local_day
from bot.domain.checkins import PHOTO_BEFORE, UNDO, AttendanceState, Meaning, Moment
from bot.domain.messages import Ask, Choice, Inbound, Label, Notice, Refused, When, choice_numbers
from bot.handlers.day import Day, day_of, own_attendance, own_case
from bot.handlers.on_computer import on_computer
from bot.handlers.resting import Resting, kept, told, why_not
from bot.judging import judged
from bot.storage import queries
from bot.storage.closure_claims import without_claims
from bot.storage.excuse_requests import without_proofs
from bot.storage.models import Attendance, Case, Evidence, Person, Site, WorkSession
from bot.storage.positions import marks_before
from bot.storage.site_codes import uses_of


async def location(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A bare location: the state of the day decides what it means."""
    day = await day_of(session, who, inbound)
    if isinstance(day, Resting):
        return await kept(session, who, day, inbound, now)
    return await on_day(session, who, day, inbound, now)


async def on_day(
    session: AsyncSession, who: Person, day: Day, inbound: Inbound, now: datetime
) -> list[Notice]:
    """What a location or the code of a site (`Inbound.proof`) means on this day."""
    if (awaited := await _awaited(session, day, inbound)) is not None:
        assert day.attendance is not None  # noqa: S101  (somebody was asked about it)
        kept = await evidence.keep_location(session, day.case, day.site, inbound, day.attendance, None)
        return await better_locations.answered(session, day.attendance, kept, awaited, now)
    if inbound.live and day.attendance and await _only_shares(session, day.attendance, day.meaning, inbound):
        await evidence.keep_location(session, day.case, day.site, inbound, day.attendance, None)
        return [Notice(to=who.id, key="location-live-kept", ask=Ask.FINISH)]
    match day.meaning:
        case Meaning.START:
            return await _start(session, who, day, inbound, now)
        case Meaning.FINISH:
            return await _finish(session, who, day, inbound, now)
        case Meaning.REPEAT_START | Meaning.REPEAT_FINISH:
            return await _again(session, who, day, inbound, now)
        case Meaning.ASK_FINISH:
            return await _ask(session, who, day, inbound, "location-mid-session", "finish", now)
        case Meaning.ASK_AGAIN:
            over = day.attendance is not None and day.attendance.state is AttendanceState.REJECTED
            key = "location-after-rejection" if over else "location-after-finish"
            return await _ask(session, who, day, inbound, key, "restart", now)


async def _awaited(session: AsyncSession, day: Day, inbound: Inbound) -> Moment | None:
    """Whether this is the better location that was asked for; a start or finish that is due comes first."""
    due = day.meaning in (Meaning.START, Meaning.FINISH)
    if day.attendance is None or due or (inbound.point is None and inbound.proof is None):
        return None
    if day.attendance.photo_wanted or day.attendance.state is AttendanceState.REJECTED:
        return None
    return await better_locations.is_awaited(session, day.attendance, inbound.sent_at)


async def _only_shares(
    session: AsyncSession, attendance: Attendance, meaning: Meaning, inbound: Inbound
) -> bool:
    """Whoever begins to share his live location while he works says *I am here*, and not that work is over;
    from the planned end on it means what any location means."""
    if meaning not in (Meaning.ASK_FINISH, Meaning.FINISH):
        return False
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    return inbound.sent_at < attendances.planned_end(attendance, planned)


async def live(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A later sample of a live location: kept with the open attendance, without an answer. Where a better
    location is awaited, it may be that."""
    attendance = await queries.latest_attendance(session, who, inbound.sent_at)
    if attendance is None:
        return []
    case = await own_case(session, who, attendance.case_id)
    await session.refresh(attendance)
    awaited = await better_locations.is_awaited(session, attendance, inbound.sent_at)
    if attendance.state is not AttendanceState.OPEN and awaited is None:
        return []
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    verdict = judged(inbound.point, site)
    if not await live_locations.is_news(session, attendance, inbound, verdict, now):
        return []
    kept = await evidence.keep_location(session, case, site, inbound, attendance, None)
    if awaited is None or not await better_locations.take(session, attendance, kept, awaited, now):
        return []
    return await lists.for_supervisors(session, attendance, moment=awaited, now=now, quietly=True)


async def want_start(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/mulai`: ask for the location, or say what is already running."""
    attendance = await queries.latest_attendance(session, who, inbound.sent_at)
    if attendance and attendance.state is AttendanceState.OPEN:
        return await _continue(session, who, attendance, now)
    rest = await why_not(session, who, inbound.sent_at)
    if rest is not None:
        return await told(session, who, rest, now)
    if await cards.reports_only(session, who, now):
        raise Refused("report-instead")
    if Label.FROM_DESKTOP in inbound.labels:
        return await on_computer(session, who, None, inbound)
    return [Notice(to=who.id, key="ask-location-start", ask=Ask.START)]


async def want_finish(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/selesai`: ask for the location; the finish counts from it."""
    attendance = await queries.latest_attendance(session, who, inbound.sent_at)
    if attendance is None or not await _of_today(session, attendance, inbound.sent_at):
        if await cards.reports_only(session, who, now):
            raise Refused("report-instead")
        rest = await why_not(session, who, inbound.sent_at)
        if rest is not None:
            return await told(session, who, rest, now)
        return [Notice(to=who.id, key="nothing-open", ask=Ask.START)]
    if attendance.state is not AttendanceState.OPEN:
        return await _continue(session, who, attendance, now)
    choice = Choice(f"finish-now:{attendance.id}:{attendance.revision}", "choice-finish-now")
    if Label.FROM_DESKTOP in inbound.labels:
        return await on_computer(session, who, attendance, inbound, choice)
    return [Notice(to=who.id, key="ask-location-finish", choices=(choice,))]


async def finish_now(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Selesai kerja*, with the location that was asked about or without one: the supervisor decides."""
    attendance, case = await own_attendance(session, who, inbound)
    if attendance.state is not AttendanceState.OPEN:
        return await _continue(session, who, attendance, now)
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    at, named = inbound.sent_at, _location_named(inbound.text)
    for one in await _kept_locations(session, attendance):
        if one.id == named and at - one.sent_at <= UNDO:
            one.moment, at = Moment.FINISH, one.sent_at
    return await _close(session, who, case, site, attendance, at, now)


async def restart(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Mulai kerja lagi*: outside the plan, or the same session where its first record was rejected."""
    before, case = await own_attendance(session, who, inbound)
    latest = await queries.latest_attendance(session, who, inbound.sent_at)
    if latest and (latest.state is AttendanceState.OPEN or latest.id != before.id):
        return await _continue(session, who, latest, now)
    site = await queries.site_of(session, who.office_id, before.site_id)
    named = _location_named(inbound.text)
    kept = [one for one in await _kept_locations(session, before) if one.id == named]
    attendance = await attendances.start(
        session,
        case,
        site,
        await _session_again(session, before, inbound.sent_at),
        at=inbound.sent_at,
        actor_id=who.id,
        photo_wanted=evidence.wants_photo(case, inbound.sent_at, Moment.START),
        now=now,
    )
    for one in kept:
        one.attendance_id, one.moment = attendance.id, Moment.START
    return await _started(session, who, attendance, site, now)


async def only_location(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Hanya lokasi*: it stays with the evidence, and nothing changes."""
    attendance, _ = await own_attendance(session, who, inbound)
    ask = Ask.FINISH if attendance.state is AttendanceState.OPEN else Ask.START
    return [Notice(to=who.id, key="location-kept", ask=ask)]


async def undo(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Take a mistaken finish back, within ten minutes and before the supervisor has decided."""
    return await take_back_finish(session, who, *await own_attendance(session, who, inbound), now)


async def take_back_finish(
    session: AsyncSession, who: Person, attendance: Attendance, case: Case, now: datetime
) -> list[Notice]:
    """Raises Refused where it is too late."""
    if attendance.state is AttendanceState.OPEN:
        return [Notice(to=who.id, key="undone", ask=Ask.FINISH)]
    if not await attendances.may_still_undo(session, attendance, now):
        raise Refused("undo-too-late")
    planned = await queries.session_by_id(session, who.office_id, attendance.session_id)
    await attendances.undo_finish(session, case, attendance, planned, actor_id=who.id, now=now)
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    told = await lists.for_supervisors(session, attendance, moment=Moment.FINISH, now=now, quietly=True)
    return [Notice(to=who.id, key="undone", params={"site": site.name}, ask=Ask.FINISH), *told]


async def _start(
    session: AsyncSession, who: Person, day: Day, inbound: Inbound, now: datetime
) -> list[Notice]:
    kept = await queries.unattached_photos(session, who, inbound.sent_at - PHOTO_BEFORE)
    photos = await without_claims(session, await without_proofs(session, kept))
    attendance = await attendances.start(
        session,
        day.case,
        day.site,
        day.planned,
        at=inbound.sent_at,
        actor_id=who.id,
        photo_wanted=evidence.wants_photo(day.case, inbound.sent_at, Moment.START) and not photos,
        now=now,
    )
    marks = await marks_before(session, who, inbound.sent_at - PHOTO_BEFORE)
    for one in [*photos, *(mark for mark in marks if mark.case_id == day.case.id)]:
        one.attendance_id, one.moment = attendance.id, Moment.START
    for photo in photos:
        await file_checks.check(session, photo, now)
    await evidence.keep_location(session, day.case, day.site, inbound, attendance, Moment.START)
    return await _started(session, who, attendance, day.site, now)


async def _started(
    session: AsyncSession, who: Person, attendance: Attendance, site: Site, now: datetime
) -> list[Notice]:
    asked = await challenges.ask(session, who, attendance, Moment.START, now)
    if attendance.photo_wanted:
        return asked or [receipts.photo_request(who)]
    told = await lists.for_supervisors(session, attendance, moment=Moment.START, now=now)
    receipt = await receipts.receipt(session, who, attendance, site, Moment.START, now)
    better = await better_locations.ask(session, attendance, site, Moment.START, now)
    return [receipt, *better, *asked, *told]


async def _finish(
    session: AsyncSession, who: Person, day: Day, inbound: Inbound, now: datetime
) -> list[Notice]:
    assert day.attendance is not None  # noqa: S101  (a finish has a start)
    await evidence.keep_location(session, day.case, day.site, inbound, day.attendance, Moment.FINISH)
    return await _close(session, who, day.case, day.site, day.attendance, inbound.sent_at, now)


async def _close(
    session: AsyncSession,
    who: Person,
    case: Case,
    site: Site,
    attendance: Attendance,
    at: datetime,
    now: datetime,
) -> list[Notice]:
    await attendances.finish(
        session,
        case,
        attendance,
        at=at,
        actor_id=who.id,
        photo_wanted=evidence.wants_photo(case, at, Moment.FINISH),
        now=now,
    )
    asked = await challenges.ask(session, who, attendance, Moment.FINISH, now)
    if attendance.photo_wanted:
        return asked or [receipts.photo_request(who)]
    told = await lists.for_supervisors(session, attendance, moment=Moment.FINISH, now=now)
    receipt = await receipts.receipt(session, who, attendance, site, Moment.FINISH, now)
    better = await better_locations.ask(session, attendance, site, Moment.FINISH, now)
    return [receipt, *better, *asked, *told]


async def _again(
    session: AsyncSession, who: Person, day: Day, inbound: Inbound, now: datetime
) -> list[Notice]:
    assert day.attendance is not None  # noqa: S101  (a repeat has a first)
    kept = await evidence.keep_location(session, day.case, day.site, inbound, day.attendance, None)
    came = day.attendance.state is AttendanceState.OPEN and await assistance.word_came(
        session, day.attendance
    )
    if came:
        kept.moment = Moment.START
        await session.flush()
    again = await _continue(session, who, day.attendance, now)
    if inbound.proof is None and not came:
        return again
    moment = Moment.FINISH if day.attendance.finished_at else Moment.START
    shown = await lists.for_supervisors(session, day.attendance, moment=moment, now=now, quietly=True)
    return [*again, *shown]


async def _of_today(session: AsyncSession, attendance: Attendance, at: datetime) -> bool:
    """Whether it is open, or ended on the day of this message."""
    site = await queries.site_of(session, attendance.office_id, attendance.site_id)
    ended = attendance.finished_at or attendance.started_at
    return attendance.state is AttendanceState.OPEN or local_day(ended, site.zone) == local_day(at, site.zone)


async def _continue(
    session: AsyncSession, who: Person, attendance: Attendance, now: datetime
) -> list[Notice]:
    """What is still missing, or the same receipt again; a rejected record is over and has neither."""
    if attendance.state is AttendanceState.REJECTED:
        return [Notice(to=who.id, key="nothing-open-rejected", ask=Ask.START)]
    if attendance.photo_wanted:
        return [receipts.photo_request(who)]
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    moment = Moment.FINISH if attendance.finished_at else Moment.START
    return [await receipts.receipt(session, who, attendance, site, moment, now)]


async def _ask(
    session: AsyncSession, who: Person, day: Day, inbound: Inbound, key: str, verb: str, now: datetime
) -> list[Notice]:
    assert day.attendance is not None  # noqa: S101  (there is something to ask about)
    kept = await evidence.keep_location(session, day.case, day.site, inbound, day.attendance, None)
    about = f"{day.attendance.id}:{day.attendance.revision}:{kept.id}"
    first = Choice(f"finish-now:{about}", "choice-finish-now")
    if verb == "restart":
        first = Choice(f"restart:{about}", "choice-restart")
    params = {"at": When(inbound.sent_at, day.site.zone)}
    choices = (first, Choice(f"only-location:{about}", "choice-only-location"))
    asked = Notice(to=who.id, key=key, params=params, choices=choices)
    if day.attendance.state is not AttendanceState.OPEN:
        return [asked]
    # Of somebody who was called present it is the first word of his phone; when he came it does not say.
    if not await assistance.word_came(session, day.attendance):
        return [asked]
    shown = await lists.for_supervisors(session, day.attendance, moment=Moment.START, now=now, quietly=True)
    return [asked, *shown]


async def _session_again(session: AsyncSession, before: Attendance, at: datetime) -> WorkSession | None:
    """The session of a rejected attendance, while its planned time lasts."""
    if before.state is not AttendanceState.REJECTED:
        return None
    planned = await queries.session_by_id(session, before.office_id, before.session_id)
    return planned if planned and at <= planned.ends_at else None


def _location_named(choice_id: str) -> int:
    """The location that *Selesai kerja* was asked about, or 0 for a button that names none."""
    return choice_numbers(choice_id, 3)[2] if choice_id.count(":") >= 3 else 0


async def _kept_locations(session: AsyncSession, attendance: Attendance) -> list[Evidence]:
    """Locations and codes that came with this attendance and opened nothing yet."""
    codes = {one.evidence_id for one in await uses_of(session, attendance.office_id, attendance.id)}
    return [
        one
        for one in await queries.evidence_of(session, attendance)
        if one.moment is None and (one.verdict or one.id in codes)
    ]

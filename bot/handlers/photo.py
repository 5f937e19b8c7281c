"""A photo at any time: for the start or finish that waits for it, else kept until its location comes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import albums, attendances, better_locations, cards, challenges, file_checks, lists, receipts
from bot.domain.checkins import AttendanceState, Moment, Shows
from bot.domain.messages import Ask, Choice, Inbound, Label, Notice, Refused
from bot.evidence import keep_photo
from bot.handlers import awaited_proofs, challenge_answers, resting
from bot.handlers.day import own_case
from bot.storage import queries
from bot.storage.models import Attendance, Evidence, Person


async def photo(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A photo at any time: for the start or finish that waits for it, else kept until its location comes."""
    assert inbound.photo is not None  # noqa: S101  (the kind says so)
    if first := await albums.first_of(session, who, inbound):
        return await _joins(session, who, first, inbound, now)
    if inbound.photo.problem:
        problem = inbound.photo.problem.value.replace("_", "-")
        return [Notice(to=who.id, key=f"photo-problem-{problem}", lines=(receipts.photo_manners(who),))]
    attendance = await queries.latest_attendance(session, who, inbound.sent_at)
    challenge = await challenges.waiting(session, attendance)
    about = attendance if attendance and (challenge or takes_photo(attendance)) else None
    wanted = challenge is not None or (about is not None and about.photo_wanted is not None)
    if not wanted and (asked := await awaited_proofs.ask(session, who, inbound, now)):
        return asked
    cases = await queries.open_cases(session, who)
    if not cases and about is None:
        raise Refused("no-active-case")
    if about is None and await cards.reports_only(session, who, now):
        raise Refused("report-instead")
    case = await own_case(session, who, about.case_id if about else cases[0].id)
    moment = about.photo_wanted if about else None
    rest = None if about else await resting.why_not(session, who, inbound.sent_at)
    shows = Shows.UNSAID if rest else None
    evidence = await keep_photo(session, case, inbound, about, moment, shows=shows)
    if about is None:
        return await _kept_aside(session, who, evidence, rest, now)
    return await of_work(session, who, about, evidence, now)


async def of_work(
    session: AsyncSession, who: Person, about: Attendance, evidence: Evidence, now: datetime
) -> list[Notice]:
    """A photo that belongs to this work: what waited for it goes on."""
    challenge, moment = await challenges.waiting(session, about), about.photo_wanted
    late = Label.PHOTO_MISSING in evidence.labels
    if challenge:
        challenges.answer(challenge, evidence)
    if challenge and moment is None:
        return await challenge_answers.thanked(session, who, about, late=late, now=now)
    if moment is None:
        return await _added(session, who, about, evidence, now)
    return await _photo_arrived(session, who, about, evidence, moment, now)


async def _kept_aside(
    session: AsyncSession, who: Person, evidence: Evidence, rest: resting.Resting | None, now: datetime
) -> list[Notice]:
    """No work is open: its location is asked for, where it could begin any. While he is asked why he did not
    come it may as well be a letter, which is for the officer: that is a button."""
    asked = await queries.question_to(session, who)
    if asked is not None and asked.topic in cards.MISS_TOPICS:
        proof = Choice(f"excuse-photo:{evidence.id}:{asked.about}", "choice-excuse-photo")
        return [Notice(to=who.id, key="photo-kept-which", choices=(proof,))]
    if rest is not None:
        return await resting.photo_kept(session, who, rest, evidence, now)
    late = Label.PHOTO_MISSING in evidence.labels
    key = "photo-later-send-location" if late else "photo-kept-send-location"
    return [Notice(to=who.id, key=key, ask=Ask.START)]


async def turned_out_work(
    session: AsyncSession, who: Person, photos: Sequence[Evidence], now: datetime
) -> list[Notice]:
    """Photos that were asked about are of work: for what waits for them, else until their location comes."""
    attendance = await queries.latest_attendance(session, who, now)
    if attendance is None or not takes_photo(attendance):
        return [Notice(to=who.id, key="photo-kept-send-location", ask=Ask.START)]
    case = await own_case(session, who, attendance.case_id)
    moment = attendance.photo_wanted
    for one in photos:
        one.case_id, one.attendance_id, one.moment = case.id, attendance.id, moment
        await session.flush()
        await file_checks.check(session, one, now)
    if moment is None:
        return await _added(session, who, attendance, photos[-1], now)
    return await _photo_arrived(session, who, attendance, photos[-1], moment, now)


async def _joins(
    session: AsyncSession, who: Person, first: Evidence, inbound: Inbound, now: datetime
) -> list[Notice]:
    """The rest of an album belongs to what its first photo was sent for; that one was answered, and another
    that cannot be used need not be sent again."""
    assert inbound.photo is not None  # noqa: S101  (the kind says so)
    if inbound.photo.problem:
        return []
    if first.shows is Shows.UNSAID:
        case = await own_case(session, who, first.case_id)
        await keep_photo(session, case, inbound, None, None, shows=Shows.UNSAID)
    elif first.shows is Shows.PROOF:
        return await awaited_proofs.ask(session, who, inbound, now)
    else:
        case = await own_case(session, who, first.case_id)
        of = await session.get(Attendance, first.attendance_id) if first.attendance_id else None
        await keep_photo(session, case, inbound, of, first.moment)
    return []


def takes_photo(attendance: Attendance) -> bool:
    return attendance.state is AttendanceState.OPEN or attendance.photo_wanted is not None


async def _added(
    session: AsyncSession, who: Person, attendance: Attendance, evidence: Evidence, now: datetime
) -> list[Notice]:
    late = Label.PHOTO_MISSING in evidence.labels
    added = Notice(to=who.id, key="photo-not-fetched" if late else "photo-added", ask=Ask.FINISH)
    return [added, *await _shown(session, attendance, evidence, now)]


async def _shown(
    session: AsyncSession, attendance: Attendance, evidence: Evidence, now: datetime
) -> list[Notice]:
    """Only how a later photo came changes what is on the screen already."""
    if not evidence.labels:
        return []
    return await lists.for_supervisors(session, attendance, moment=Moment.START, now=now, quietly=True)


async def _photo_arrived(
    session: AsyncSession,
    who: Person,
    attendance: Attendance,
    evidence: Evidence,
    moment: Moment,
    now: datetime,
) -> list[Notice]:
    site = await queries.site_of(session, who.office_id, attendance.site_id)
    planned = await queries.session_by_id(session, who.office_id, attendance.session_id)
    attendance.photo_wanted = None
    attendance.look_at = (
        attendances.next_look(attendance, planned, now) if attendance.state is AttendanceState.OPEN else None
    )
    await session.flush()
    late = Label.PHOTO_MISSING in evidence.labels
    told = await lists.for_supervisors(session, attendance, moment=moment, now=now)
    answer = await receipts.receipt(session, who, attendance, site, moment, now)
    better = await better_locations.ask(session, attendance, site, moment, now)
    asked = await challenges.ask(session, who, attendance, moment, now)
    return [answer, *([Notice(to=who.id, key="photo-not-fetched")] if late else []), *better, *asked, *told]

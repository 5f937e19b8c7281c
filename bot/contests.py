"""Contests as a client files them: of any entry in his record, or of work that nobody recorded; once each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import kinship
from bot.domain.cases import OPEN_STATES
from bot.domain.checkins import UNDONE_STARTS, AttendanceState, SessionState
from bot.domain.contests import (
    ContestAbout,
    ContestState,
    about_of,
    answer_by,
    check_filing,
    look_at,
    may_reopen,
)
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.storage import queries
from bot.storage.contests import (
    claim_of_day,
    contest_of,
    contest_of_correction,
    contest_of_opening,
    contest_of_session,
    deciders,
    made_by_officer,
    open_for_officer,
    subject_of,
)
from bot.storage.corrections import Correction
from bot.storage.events import record
from bot.storage.models import Attendance, Case, Contest, Person, Photo, Site, WorkSession
from bot.storage.openings import Opening, opening_of
from bot.storage.outages import unheard
from bot.storage.voices import VoiceNote

DECIDED = (AttendanceState.CONFIRMED, AttendanceState.REJECTED)


async def check_open(session: AsyncSession, attendance: Attendance, now: datetime) -> None:
    """Raises Refused where this record cannot be contested (any more)."""
    said = attendance.state in DECIDED and attendance.reject_reason not in UNDONE_STARTS
    undecided = attendance.state is AttendanceState.CONFIRMED and not _accepted(attendance)
    known = await contest_of(session, attendance)
    said_at = attendance.decided_at if said and not undecided else None
    check_filing(said_at, known=known.state if known else None, now=await _counted(session, said_at, now))


async def _counted(session: AsyncSession, since: datetime | None, now: datetime) -> datetime:
    """Now, as far as the days of a contest are counted: not the time in which nobody could be heard."""
    return now if since is None else now - await unheard(session, since, now)


def _accepted(attendance: Attendance) -> bool:
    return attendance.session_id is not None or attendance.accepted_by is not None


async def check_missed(session: AsyncSession, planned: WorkSession, now: datetime) -> None:
    """The same for a session that counts as missed."""
    known = await contest_of_session(session, planned)
    over = planned.state is SessionState.PLANNED and planned.ends_at <= now
    said_at = planned.ends_at if over or planned.state is SessionState.MISSED else None
    check_filing(said_at, known=known.state if known else None, now=await _counted(session, said_at, now))


async def begin(session: AsyncSession, case: Case, attendance: Attendance, now: datetime) -> Contest:
    """A draft about a record. Raises Refused as `check_open` does."""
    await check_open(session, attendance, now)
    contest = await contest_of(session, attendance) or _draft(case, attendance.site_id, attendance.day, now)
    contest.about = about_of(attendance.state, attendance.penalty_minutes)
    contest.attendance_id = attendance.id
    return await _kept(session, contest)


async def begin_miss(session: AsyncSession, case: Case, planned: WorkSession, now: datetime) -> Contest:
    """A draft about a missed session. Raises Refused as `check_missed` does."""
    await check_missed(session, planned, now)
    contest = await contest_of_session(session, planned) or _draft(case, planned.site_id, planned.day, now)
    contest.about, contest.session_id = ContestAbout.MISS, planned.id
    return await _kept(session, contest)


async def begin_unrecorded(
    session: AsyncSession, case: Case, site: Site, day: date, now: datetime
) -> Contest:
    """A draft about a day of which nothing was recorded. Raises Refused for a second one."""
    known = await claim_of_day(session, case, site, day)
    check_filing(now, known=known.state if known else None, now=now)
    contest = known or _draft(case, site.id, day, now)
    contest.about = ContestAbout.UNRECORDED
    return await _kept(session, contest)


async def check_corrected(session: AsyncSession, case: Case, correction: Correction, now: datetime) -> None:
    """Raises Refused where a correction cannot be contested (any more): an officer's, or what the head put in
    the place of one."""
    if correction.taken_back:
        raise Refused("contest-was-decided")
    known = await contest_of_correction(session, case, correction.number)
    counted = await _counted(session, correction.at, now)
    check_filing(correction.at, known=known.state if known else None, now=counted)


async def begin_corrected(
    session: AsyncSession, case: Case, correction: Correction, now: datetime
) -> Contest:
    """A draft about a correction of hours. Raises Refused as `check_corrected` does, and where it is the
    head's and nobody else may decide."""
    await check_corrected(session, case, correction, now)
    known = await contest_of_correction(session, case, correction.number)
    contest = known or _draft(case, None, correction.day, now)
    contest.about, contest.correction, contest.by_head = ContestAbout.CORRECTION, correction.number, True
    kept = await _kept(session, contest)
    if correction.of_contest and not await deciders(session, case, contest, now):
        raise Refused("contest-nobody-else")
    return kept


async def check_opening(session: AsyncSession, case: Case, now: datetime) -> Opening:
    """The hours before Hadir, which a client may contest as long as his case is open: nobody told him of them
    on a day. Raises Refused where there are none, and for a second time."""
    opening = await opening_of(session, case)
    if opening is None or case.state not in OPEN_STATES:
        raise Refused("contest-nothing-to-contest")
    if opening.of_contest:
        raise Refused("contest-was-decided")
    known = await contest_of_opening(session, case)
    check_filing(now, known=known.state if known else None, now=now)
    return opening


async def begin_opening(session: AsyncSession, case: Case, now: datetime) -> Contest:
    """A draft about the hours before Hadir. Raises Refused as `check_opening` does."""
    opening = await check_opening(session, case, now)
    contest = await contest_of_opening(session, case) or _draft(case, None, opening.as_of, now)
    contest.about, contest.day = ContestAbout.OPENING, opening.as_of
    return await _kept(session, contest)


def _draft(case: Case, site_id: int | None, day: date, now: datetime) -> Contest:
    return Contest(
        office_id=case.office_id,
        case_id=case.id,
        site_id=site_id,
        day=day,
        state=ContestState.DRAFT,
        words="",
        filed_at=now,
        answer_by=day,
    )


async def _kept(session: AsyncSession, contest: Contest) -> Contest:
    session.add(contest)
    await session.flush()
    return contest


@dataclass(frozen=True, slots=True)
class Said:
    """What the client says of a contest at once: words, or a photo, or a recording."""

    words: str = ""
    photo: Photo | None = None
    voice: VoiceNote | None = None


async def file(
    session: AsyncSession, case: Case, contest: Contest, said: Said, *, by: Person, now: datetime
) -> None:
    """The client's own words, written or spoken: from now on somebody must decide. Raises Refused for what
    was sent before."""
    if contest.state is not ContestState.DRAFT:
        raise Refused("contest-waits" if contest.state is ContestState.OPEN else "contest-was-decided")
    subject = await subject_of(session, contest)
    officers = contest.about is ContestAbout.CORRECTION or await kinship.guided_by_family(session, case)
    contest.by_head = officers or await made_by_officer(session, case, subject)
    contest.filed_at = now
    await _open(session, case, contest, now)
    added = _added(contest, said) | _claimed(contest)
    await note(session, case, contest, EventKind.CONTEST_FILED, by, now, added)


async def to_heads(session: AsyncSession, case: Case) -> Sequence[Contest]:
    """What waits for this case's officer waits for the heads from now on: he is family. Those it concerns."""
    found = await open_for_officer(session, case)
    for contest in found:
        contest.by_head = True
    return found


async def _open(session: AsyncSession, case: Case, contest: Contest, now: datetime) -> None:
    office = await queries.office_of(session, case.office_id)
    contest.state, contest.chased = ContestState.OPEN, 0
    contest.answer_by = answer_by(now, office.zone)
    contest.look_at = look_at(contest.answer_by, office.zone)


async def complete(
    session: AsyncSession, case: Case, contest: Contest, said: Said, *, by: Person, now: datetime
) -> None:
    """More words, a witness, a photo or a recording, as long as nobody has decided."""
    check_undecided(contest)
    await note(session, case, contest, EventKind.CONTEST_COMPLETED, by, now, _added(contest, said))


async def reopen(
    session: AsyncSession, case: Case, contest: Contest, said: Said, *, by: Person, now: datetime
) -> None:
    """New evidence after a dismissal, once: the same people look again. Raises Refused."""
    await check_reopening(session, contest, now)
    await _open(session, case, contest, now)
    contest.reopened_at, contest.decided_at, contest.decided_by = now, None, None
    await note(session, case, contest, EventKind.CONTEST_REOPENED, by, now, _added(contest, said))


async def check_reopening(session: AsyncSession, contest: Contest, now: datetime) -> None:
    """Raises Refused where new evidence can no longer open it."""
    now = await _counted(session, contest.decided_at, now)
    state, reopened_at = contest.state, contest.reopened_at
    if not may_reopen(state, decided_at=contest.decided_at, reopened_at=reopened_at, now=now):
        raise Refused("contest-waits" if state is ContestState.OPEN else "contest-was-decided")


def _added(contest: Contest, said: Said) -> dict[str, Any]:
    contest.words = "\n".join(one for one in (contest.words, said.words) if one)
    added: dict[str, Any] = {"words": said.words}
    if said.photo is not None:
        contest.photo_id = said.photo.id
        added |= {"photo": said.photo.id, "sha256": said.photo.sha256}
    if said.voice is not None:
        said.voice.contest_id = contest.id
        added |= {"voice": said.voice.id, "sha256": said.voice.sha256}
    return added


async def complete_late(
    session: AsyncSession, case: Case, contest: Contest, said: Said, *, by: Person, now: datetime
) -> None:
    """What came when it was decided already is kept with it; whoever looks again reads it."""
    await note(session, case, contest, EventKind.CONTEST_COMPLETED, by, now, _added(contest, said))


async def withdraw(session: AsyncSession, case: Case, contest: Contest, *, by: Person, now: datetime) -> None:
    """The client takes it back, as long as nobody has decided."""
    check_undecided(contest)
    contest.state, contest.look_at = ContestState.WITHDRAWN, None
    await note(session, case, contest, EventKind.CONTEST_WITHDRAWN, by, now, {"words": ""})


async def lose_object(
    session: AsyncSession, case: Case, attendance: Attendance, *, by: Person, now: datetime
) -> Contest | None:
    """The rejection that a client contests was taken back: what he said is a draft again, so that he can
    contest what becomes of the record as if for the first time. The contest that waited, if one did."""
    contest = await contest_of(session, attendance)
    if contest is None or contest.state is not ContestState.OPEN:
        return None
    contest.state, contest.look_at = ContestState.DRAFT, None
    await note(session, case, contest, EventKind.CONTEST_DROPPED, by, now, {"words": ""})
    return contest


def lost_object(contest: Contest, record: Attendance | None) -> bool:
    """Whether the rejection that a draft is about does not stand any more."""
    return contest.about is ContestAbout.REJECTED and record is not None and not record.rejected


def check_undecided(contest: Contest) -> None:
    """Raises Refused for a contest that was decided or withdrawn."""
    if contest.state is not ContestState.OPEN:
        raise Refused("contest-was-decided")


def _claimed(contest: Contest) -> dict[str, Any]:
    if contest.claims_start is None or contest.claims_finish is None:
        return {}
    return {"start": contest.claims_start.isoformat(), "finish": contest.claims_finish.isoformat()}


async def note(
    session: AsyncSession,
    case: Case,
    contest: Contest,
    kind: EventKind,
    by: Person | None,
    now: datetime,
    said: Mapping[str, Any],
) -> None:
    """A fact about a contest; without a person it is the clock's. Not under the name `attendance`: it moves
    no hours, a confirmation beside it does."""
    about = {"contest": contest.id, "what": contest.about.value, "about": contest.attendance_id}
    if contest.correction is not None:
        about["correction"] = contest.correction
    payload = about | {"session": contest.session_id, "day": contest.day.isoformat(), **said}
    await record(
        session, case, kind, actor_id=by.id if by else None, payload=payload, happened_at=now, now=now
    )

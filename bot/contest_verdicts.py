"""Contests as they are decided, never by whoever made the entry; an upheld one becomes hours."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, contests, lifecycle
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.contests import ContestAbout, ContestState, Granted, Ruling
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.storage import corrections, queries
from bot.storage.contests import Subject, may_decide, recorded_on, site_words, subject_of
from bot.storage.corrections import Correction
from bot.storage.models import Attendance, Case, Contest, Person
from bot.storage.openings import Opening

REASON = "contest"
"""The closed word in the event of hours that an upheld contest confirmed."""


async def decide(
    session: AsyncSession,
    case: Case,
    contest: Contest,
    ruling: Ruling,
    *,
    granted: Granted | None = None,
    words: str,
    by: Person,
    now: datetime,
) -> None:
    """Let the hours count as the client says or (`granted`) otherwise, or leave the word as it is; each with
    a reason. What an officer has added for that day since the contest was filed is in the hours that are
    upheld, and no longer counts beside them.

    Raises Refused for a contest that is decided, for anybody else's, and where the work has no end yet: then
    the hours are entered as a correction.
    """
    contests.check_undecided(contest)
    if not await may_decide(session, case, contest, by, now):
        raise Refused("not-yours")
    upheld = ruling is not Ruling.DISMISSED
    if upheld:
        contest.grants_start, contest.grants_finish = (
            granted.times or (None, None) if granted else (None, None)
        )
        contest.grants_minutes = granted.minutes if granted else None
        for one in await corrections.added_since(session, case, contest):
            await lifecycle.take_back_adjustment(session, case, one, by=by, now=now)
        await _uphold(session, case, contest, words, by=by, now=now)
    contest.state = ContestState.UPHELD if upheld else ContestState.DISMISSED
    contest.decided_by, contest.decided_at, contest.answer = by.id, now, words
    contest.look_at = None
    kind = EventKind.CONTEST_UPHELD if upheld else EventKind.CONTEST_DISMISSED
    told = granted.told() if granted is not None and upheld else {}
    await contests.note(session, case, contest, kind, by, now, {"words": words} | told)


async def settle(
    session: AsyncSession, case: Case, contest: Contest, record: Attendance, *, by: Person, now: datetime
) -> None:
    """The record holds it by now, by the word of somebody else: it ends without a verdict, and moves
    nothing. Raises Refused for a contest that is decided, and for anybody else's."""
    contests.check_undecided(contest)
    if not await may_decide(session, case, contest, by, now):
        raise Refused("not-yours")
    contest.state, contest.look_at = ContestState.SETTLED, None
    contest.decided_by, contest.decided_at = by.id, now
    said = {"words": "", "record": record.id}
    await contests.note(session, case, contest, EventKind.CONTEST_SETTLED, by, now, said)


async def site_says(
    session: AsyncSession, case: Case, contest: Contest, *, worked: bool, by: Person, now: datetime
) -> None:
    """A supervisor's word on whether the client worked that day; it decides nothing, and takes no colleague's
    away. Raises Refused for a contest that is decided, and where he has said the same before."""
    contests.check_undecided(contest)
    if (await site_words(session, case, contest)).get(by.id) is worked:
        raise Refused("contest-site-said")
    contest.site_word, contest.site_word_by, contest.site_word_at = worked, by.id, now
    await contests.note(session, case, contest, EventKind.CONTEST_WITNESSED, by, now, {"worked": worked})


async def _uphold(
    session: AsyncSession, case: Case, contest: Contest, words: str, *, by: Person, now: datetime
) -> None:
    subject = await subject_of(session, contest)
    if subject.correction is not None:
        await _uncorrect(session, case, contest, subject.correction, words, by=by, now=now)
        return
    if subject.opening is not None:
        await _set_opening(session, case, contest, subject.opening, by=by, now=now)
        return
    if contest.about in (ContestAbout.MISS, ContestAbout.UNRECORDED):
        record = await _recorded(session, case, contest, subject, by, now)
        contest.attendance_id = record.id
    else:
        assert subject.attendance is not None  # noqa: S101  (what the contest is about)
        record = subject.attendance
        await session.refresh(record)
        await _set_right(session, contest, record)
    if record.session_id is None and record.accepted_by is None:
        await attendances.judge_outside_plan(session, case, record, by=by.id, accepted=True, now=now)
    penalty = record.penalty_minutes if contest.about is ContestAbout.TIMES else 0
    await attendances.confirm_hours(
        session,
        case,
        record,
        by=by.id,
        now=now,
        penalty_minutes=penalty,
        reason=REASON,
        basis={"contest": contest.id},
    )


async def _uncorrect(
    session: AsyncSession,
    case: Case,
    contest: Contest,
    correction: Correction,
    words: str,
    *,
    by: Person,
    now: datetime,
) -> None:
    """The officer's correction is taken back; other minutes may take its place."""
    if contest.grants_minutes is None:
        return await lifecycle.take_back_adjustment(session, case, correction, by=by, now=now)
    await lifecycle.replace_adjustment(
        session,
        case,
        correction,
        contest.grants_minutes,
        by=by,
        contest_id=contest.id,
        words=words,
        now=now,
    )


async def _set_opening(
    session: AsyncSession, case: Case, contest: Contest, opening: Opening, *, by: Person, now: datetime
) -> None:
    """Other hours before Hadir, up to the same day and by the same paper. Raises Refused where nobody has
    said how many."""
    if contest.grants_minutes is None:
        raise Refused("contest-other-again")
    await lifecycle.set_opening(
        session,
        case,
        contest.grants_minutes,
        as_of=opening.as_of,
        basis=opening.basis,
        actor_id=by.id,
        contest_id=contest.id,
        now=now,
    )


def _times(contest: Contest) -> tuple[datetime, datetime] | None:
    """From when to when he worked as it was decided: as somebody found, else as he claims."""
    if contest.grants_start is not None and contest.grants_finish is not None:
        return contest.grants_start, contest.grants_finish
    if contest.claims_start is not None and contest.claims_finish is not None:
        return contest.claims_start, contest.claims_finish
    return None


async def _set_right(session: AsyncSession, contest: Contest, record: Attendance) -> None:
    """The times that he contests become those that were found right; the events keep the earlier ones."""
    if times := _times(contest):
        record.started_at, record.finished_at = times
        planned = await queries.session_by_id(session, record.office_id, record.session_id)
        stayed = int((record.finished_at - record.started_at).total_seconds() // 60)
        record.break_minutes = planned.pause.taken(stayed) if planned is not None else 0
    if record.finished_at is None or await queries.begun_again(session, record):
        raise Refused("contest-without-end")


async def _recorded(
    session: AsyncSession, case: Case, contest: Contest, subject: Subject, by: Person, now: datetime
) -> Attendance:
    """The record of work that had none, from start to finish as it was decided. Raises Refused where it was
    recorded meanwhile."""
    times = _times(contest)
    assert subject.site is not None  # noqa: S101  (work has one)
    assert times is not None  # noqa: S101  (asked for before it could be sent)
    start, finish = times
    if subject.planned is not None and subject.planned.state is SessionState.STARTED:
        raise Refused("contest-overtaken")
    for other in await recorded_on(session, case, contest.day):
        running = other.state is AttendanceState.OPEN or other.finished_at is None
        if running or (other.started_at < finish and start < (other.finished_at or start)):
            raise Refused("contest-overtaken")
    record = await attendances.start(
        session, case, subject.site, subject.planned, at=start, actor_id=by.id, photo_wanted=False, now=now
    )
    await attendances.finish(session, case, record, at=finish, actor_id=by.id, photo_wanted=False, now=now)
    return record

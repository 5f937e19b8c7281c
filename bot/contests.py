"""Contests as they are filed and decided: never by whoever said the word that is contested."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances
from bot.domain.answers import own_words
from bot.domain.checkins import AttendanceState
from bot.domain.contests import ContestState, answer_by, check_filing
from bot.domain.hours import EventKind
from bot.domain.messages import Choice, Line, Notice, Param, Refused, When
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.storage import leaves, queries
from bot.storage.events import record
from bot.storage.models import Attendance, Case, Contest, Person


async def check_open(session: AsyncSession, attendance: Attendance, now: datetime) -> None:
    """Raises Refused where this work cannot be contested (any more)."""
    rejected = attendance.state is AttendanceState.REJECTED
    known = await contest_of(session, attendance)
    decided_at = attendance.decided_at if rejected else None
    check_filing(decided_at, known=known.state if known else None, now=now)


async def file(
    session: AsyncSession, case: Case, attendance: Attendance, words: str, *, by: Person, now: datetime
) -> Contest:
    """The client's words on work that was rejected. Raises Refused as `check_open` does."""
    await check_open(session, attendance, now)
    office = await queries.office_of(session, case.office_id)
    contest = Contest(
        office_id=case.office_id,
        case_id=case.id,
        attendance_id=attendance.id,
        words=words,
        filed_at=now,
        answer_by=answer_by(now, office.zone),
    )
    session.add(contest)
    await session.flush()
    await _record(session, case, contest, EventKind.CONTEST_FILED, by, words, now)
    return contest


async def deciders(session: AsyncSession, case: Case, attendance: Attendance, now: datetime) -> list[Person]:
    """Who decides: whoever guides the case today; where the contested word is an officer's, his own or a
    stand-in's, the heads of the office."""
    if case.officer_id is None or await by_officer(session, attendance):
        return list(await queries.staff(session, case.office_id, Role.HEAD))
    officer = await session.get_one(Person, case.officer_id)
    return [await leaves.guide_today(session, officer, now)]


async def by_officer(session: AsyncSession, attendance: Attendance) -> bool:
    """Whether an officer said the word that is contested."""
    decider = await session.get(Person, attendance.decided_by) if attendance.decided_by else None
    return decider is not None and decider.role is Role.OFFICER


async def decide(
    session: AsyncSession,
    case: Case,
    contest: Contest,
    attendance: Attendance,
    *,
    upheld: bool,
    words: str,
    by: Person,
    now: datetime,
) -> None:
    """Let the hours count, or leave the word as it is; both with a reason.

    Raises Refused for a contest that is decided, for anybody else's, and where the work has no end yet: then
    the hours are entered as a correction.
    """
    check_undecided(contest)
    if not await may_decide(session, case, attendance, by, now):
        raise Refused("not-yours")
    if upheld:
        await _reinstate(session, case, attendance, by=by, now=now)
    contest.state = ContestState.UPHELD if upheld else ContestState.DISMISSED
    contest.decided_by, contest.decided_at, contest.answer = by.id, now, words
    kind = EventKind.CONTEST_UPHELD if upheld else EventKind.CONTEST_DISMISSED
    await _record(session, case, contest, kind, by, words, now)


async def may_decide(
    session: AsyncSession, case: Case, attendance: Attendance, who: Person, now: datetime
) -> bool:
    """Whether somebody decides this: a head what an officer said, and who guides the case all else."""
    if case.officer_id is None or await by_officer(session, attendance):
        return who.role is Role.HEAD and who.office_id == case.office_id
    return await leaves.answers_for(session, who, case, now)


def check_undecided(contest: Contest) -> None:
    """Raises Refused for a contest that was decided or withdrawn."""
    if contest.state is not ContestState.OPEN:
        raise Refused("contest-was-decided")


async def withdraw(session: AsyncSession, case: Case, contest: Contest, *, by: Person, now: datetime) -> None:
    """The client takes it back, as long as nobody has decided."""
    check_undecided(contest)
    contest.state = ContestState.WITHDRAWN
    await _record(session, case, contest, EventKind.CONTEST_WITHDRAWN, by, "", now)


async def contest_of(session: AsyncSession, attendance: Attendance) -> Contest | None:
    query = select(Contest).where(
        Contest.attendance_id == attendance.id, Contest.office_id == attendance.office_id
    )
    return (await session.exec(query)).first()


async def waiting_for(session: AsyncSession, who: Person, limit: int, now: datetime) -> list[Contest]:
    """Open contests that this officer or head decides, the oldest first."""
    query = (
        select(Contest)
        .join(Case, col(Case.id) == col(Contest.case_id))
        .join(Attendance, col(Attendance.id) == col(Contest.attendance_id))
        .where(Contest.office_id == who.office_id, Contest.state == ContestState.OPEN)
        .order_by(col(Contest.id))
        .limit(limit)
    )
    officers = select(Person.id).where(Person.office_id == who.office_id, Person.role == Role.OFFICER)
    said_by_officer = func.coalesce(col(Attendance.decided_by), 0).in_(officers)
    if who.role is Role.HEAD:
        query = query.where(said_by_officer)
    else:
        guided = await leaves.guided(session, who, now)
        query = query.where(col(Case.officer_id).in_(guided), ~said_by_officer)
    return list((await session.exec(query)).all())


async def cards_for(session: AsyncSession, case: Case, contest: Contest, now: datetime) -> list[Notice]:
    """The question to whoever decides: what the client did, what was said of it, and his own words."""
    attendance = await session.get_one(Attendance, contest.attendance_id)
    return [
        await card(session, case, contest, attendance, one)
        for one in await deciders(session, case, attendance, now)
    ]


async def card(
    session: AsyncSession, case: Case, contest: Contest, attendance: Attendance, to: Person
) -> Notice:
    """One contest with its two buttons. A child is a code in it, as everywhere."""
    client = await session.get_one(Person, case.client_id)
    site = await queries.site_of(session, case.office_id, attendance.site_id)
    office = await queries.office_of(session, case.office_id)
    times: dict[str, Param] = {"start": When(attendance.started_at, site.zone), "site": site.name}
    lines = [Line("contest-card-start", times)]
    if attendance.finished_at is not None:
        finish = {"finish": When(attendance.finished_at, site.zone)}
        lines = [Line("contest-card-times", times | finish)]
    lines += [
        Line("contest-card-reason", {"reason": own_words(attendance.reject_reason)}),
        Line("contest-card-words", {"words": contest.words}),
        Line("contest-card-by", {"day": When(midday(contest.answer_by, office.zone), office.zone)}),
    ]
    return Notice(
        to=to.id,
        key="contest-card",
        params={"name": client.shown},
        lines=tuple(lines),
        choices=(
            Choice(f"contest-uphold:{contest.id}", "choice-contest-uphold"),
            Choice(f"contest-dismiss:{contest.id}", "choice-contest-dismiss"),
        ),
        card=f"contest:{contest.id}",
    )


async def _reinstate(
    session: AsyncSession, case: Case, attendance: Attendance, *, by: Person, now: datetime
) -> None:
    if attendance.finished_at is None or await queries.begun_again(session, attendance):
        raise Refused("contest-without-end")
    if attendance.session_id is None:
        await attendances.judge_outside_plan(session, case, attendance, by=by.id, accepted=True, now=now)
    await attendances.confirm_hours(session, case, attendance, by=by.id, now=now)


async def _record(
    session: AsyncSession,
    case: Case,
    contest: Contest,
    kind: EventKind,
    by: Person,
    words: str,
    now: datetime,
) -> None:
    # Not under the name `attendance`: this fact moves no hours, the confirmation beside it does.
    payload = {"contest": contest.id, "about": contest.attendance_id, "words": words}
    await record(session, case, kind, actor_id=by.id, payload=payload, happened_at=now, now=now)

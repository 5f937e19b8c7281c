"""Contests and what they are about: the questions to the database, and who decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import AttendanceState
from bot.domain.contests import ContestAbout, ContestState
from bot.domain.hours import EventKind
from bot.domain.people import Role
from bot.storage import corrections, leaves, openings, queries
from bot.storage.corrections import Correction
from bot.storage.events import facts_of, told_by
from bot.storage.models import Attendance, Case, Contest, Event, Person, Site, WorkSession
from bot.storage.openings import Opening


@dataclass(frozen=True, slots=True)
class Subject:
    """What a contest is about: the record, the missed session, the officer's correction or the hours before
    Hadir, or none of them where nobody recorded the day. Only the last two have no site."""

    zone: str
    site: Site | None
    attendance: Attendance | None
    planned: WorkSession | None
    correction: Correction | None = None
    opening: Opening | None = None

    @property
    def said_by(self) -> int | None:
        """Who made the entry that is contested, where somebody did."""
        if self.correction is not None:
            return self.correction.by
        if self.opening is not None:
            return self.opening.by
        return self.attendance.decided_by if self.attendance is not None else None

    @property
    def times(self) -> tuple[datetime, datetime | None] | None:
        """From when to when it stands there: as recorded, else as planned."""
        if self.attendance is not None:
            return self.attendance.started_at, self.attendance.finished_at
        return (self.planned.starts_at, self.planned.ends_at) if self.planned is not None else None


async def subject_of(session: AsyncSession, contest: Contest) -> Subject:
    if contest.site_id is None:
        office = await queries.office_of(session, contest.office_id)
        if contest.about is ContestAbout.OPENING:
            case = await session.get_one(Case, contest.case_id)
            opening = await openings.opening_of(session, case)
            return Subject(office.zone, None, None, None, opening=opening)
        return Subject(office.zone, None, None, None, await corrections.contested(session, contest))
    site = await queries.site_of(session, contest.office_id, contest.site_id)
    record = await session.get(Attendance, contest.attendance_id) if contest.attendance_id else None
    planned = await queries.session_by_id(session, contest.office_id, contest.session_id)
    return Subject(site.zone, site, record, planned)


async def contest_of(session: AsyncSession, attendance: Attendance) -> Contest | None:
    query = select(Contest).where(
        Contest.attendance_id == attendance.id, Contest.office_id == attendance.office_id
    )
    return (await session.exec(query)).first()


async def contest_of_session(session: AsyncSession, planned: WorkSession) -> Contest | None:
    query = select(Contest).where(Contest.session_id == planned.id, Contest.office_id == planned.office_id)
    return (await session.exec(query)).first()


async def contest_of_correction(session: AsyncSession, case: Case, number: int) -> Contest | None:
    query = select(Contest).where(
        Contest.case_id == case.id, Contest.office_id == case.office_id, Contest.correction == number
    )
    return (await session.exec(query)).first()


async def contest_of_opening(session: AsyncSession, case: Case) -> Contest | None:
    """What the client has said of his hours before Hadir."""
    query = select(Contest).where(
        Contest.case_id == case.id,
        Contest.office_id == case.office_id,
        Contest.about == ContestAbout.OPENING,
    )
    return (await session.exec(query.order_by(col(Contest.id).desc()))).first()


async def claim_of_day(session: AsyncSession, case: Case, site: Site, day: date) -> Contest | None:
    """What the client has said of a day that nobody recorded, at this site."""
    query = select(Contest).where(
        Contest.case_id == case.id,
        Contest.office_id == case.office_id,
        Contest.site_id == site.id,
        Contest.day == day,
        col(Contest.session_id).is_(None),
        or_(col(Contest.attendance_id).is_(None), Contest.state == ContestState.UPHELD),
    )
    return (await session.exec(query.order_by(col(Contest.id).desc()))).first()


async def recorded_on(session: AsyncSession, case: Case, day: date) -> Sequence[Attendance]:
    """What was recorded of a case on a day and nobody rejected."""
    query = select(Attendance).where(
        Attendance.case_id == case.id, Attendance.office_id == case.office_id, Attendance.day == day
    )
    rows = (await session.exec(query.order_by(col(Attendance.started_at)))).all()
    return [one for one in rows if not one.rejected]


async def recorded_meanwhile(session: AsyncSession, case: Case, contest: Contest) -> Attendance | None:
    """The work that the record holds by now where it held none: of the session that counts as missed, at the
    hours that he claims, or what is not rejected any more."""
    subject = await subject_of(session, contest)
    record = subject.attendance
    if contest.about is ContestAbout.REJECTED and record is not None:
        await session.refresh(record)
        return None if record.rejected else record
    if contest.about not in (ContestAbout.MISS, ContestAbout.UNRECORDED):
        return None
    start, finish = contest.claims_start, contest.claims_finish
    for one in await recorded_on(session, case, contest.day):
        same = subject.planned is not None and one.session_id == subject.planned.id
        since, until = one.started_at, one.finished_at
        if same or (start and finish and since < finish and (until is None or start < until)):
            return one
    return None


def stands(record: Attendance) -> bool:
    """Whether these hours count."""
    accepted = record.session_id is not None or record.accepted_by is not None
    return record.state is AttendanceState.CONFIRMED and accepted


async def sessions_on(session: AsyncSession, client: Person, day: date) -> Sequence[WorkSession]:
    """The sessions that were planned for a client on a day."""
    query = select(WorkSession).where(
        WorkSession.client_id == client.id,
        WorkSession.office_id == client.office_id,
        WorkSession.day == day,
    )
    return (await session.exec(query.order_by(col(WorkSession.starts_at)))).all()


async def due(session: AsyncSession, now: datetime, limit: int) -> Sequence[Contest]:
    """Contests that the clock must look at."""
    query = select(Contest).where(col(Contest.look_at) <= now).order_by(col(Contest.look_at), col(Contest.id))
    return (await session.exec(query.limit(limit))).all()


async def made_by_officer(session: AsyncSession, case: Case, subject: Subject) -> bool:
    """Whether an officer made the entry that is contested: decided on the work, said what a miss was, or
    entered the hours before Hadir."""
    if subject.said_by is not None:
        return await _by_officer(session, subject.said_by)
    planned = subject.planned
    said = await said_of_miss(session, case, planned) if planned is not None else None
    return await _by_officer(session, said.actor_id if said is not None else None)


async def _by_officer(session: AsyncSession, said_by: int | None) -> bool:
    maker = await session.get(Person, said_by) if said_by else None
    return maker is not None and maker.role is Role.OFFICER


async def said_of_miss(session: AsyncSession, case: Case, planned: WorkSession) -> Event | None:
    """The last word on what a missed session was (`outcome`, `why`), if anybody has said one."""
    said = await facts_of(session, case, EventKind.OUTCOME_SET)
    return next((one for one in said if told_by(one).get("session") == planned.id), None)


async def open_of_client(session: AsyncSession, client: Person) -> Sequence[Contest]:
    """What a client has contested and nobody has decided, the oldest first."""
    query = (
        select(Contest)
        .join(Case, col(Case.id) == col(Contest.case_id))
        .where(Contest.office_id == client.office_id, Case.client_id == client.id)
        .where(Contest.state == ContestState.OPEN)
    )
    return (await session.exec(query.order_by(col(Contest.id)))).all()


async def open_of(session: AsyncSession, case: Case) -> Sequence[Contest]:
    """What of this case nobody has decided yet, by day."""
    query = select(Contest).where(
        Contest.office_id == case.office_id, Contest.case_id == case.id, Contest.state == ContestState.OPEN
    )
    return (await session.exec(query.order_by(col(Contest.day), col(Contest.id)))).all()


async def open_for_officer(session: AsyncSession, case: Case) -> Sequence[Contest]:
    """What of this case waits for whoever guides it."""
    query = select(Contest).where(
        Contest.office_id == case.office_id,
        Contest.case_id == case.id,
        Contest.state == ContestState.OPEN,
        ~col(Contest.by_head),
    )
    return (await session.exec(query.order_by(col(Contest.id)))).all()


def for_head(case: Case, contest: Contest) -> bool:
    """Whether the head of office decides: what an officer made, and what nobody guides."""
    return contest.by_head or case.officer_id is None


async def deciders(session: AsyncSession, case: Case, contest: Contest, now: datetime) -> list[Person]:
    """Who decides: whoever guides the case today, or the heads of the office, but none who made the entry."""
    if for_head(case, contest):
        makers = await corrections.made_by(session, contest)
        heads = await queries.staff(session, case.office_id, Role.HEAD)
        return [one for one in heads if one.id not in makers]
    officer = await session.get_one(Person, case.guide_id)
    return [await leaves.guide_today(session, officer, now)]


async def may_decide(session: AsyncSession, case: Case, contest: Contest, who: Person, now: datetime) -> bool:
    """Whether somebody decides this contest."""
    if for_head(case, contest):
        if who.role is not Role.HEAD or who.office_id != case.office_id:
            return False
        return who.id not in await corrections.made_by(session, contest)
    return await leaves.answers_for(session, who, case, now)


async def waiting_for(session: AsyncSession, who: Person, limit: int, now: datetime) -> list[Contest]:
    """Open contests that this officer or head decides, the oldest first."""
    query = (
        select(Contest)
        .join(Case, col(Case.id) == col(Contest.case_id))
        .where(Contest.office_id == who.office_id, Contest.state == ContestState.OPEN)
        .order_by(col(Contest.id))
        .limit(limit)
    )
    if who.role is Role.HEAD:
        query = query.where(col(Contest.by_head))
        found = (await session.exec(query)).all()
        return [one for one in found if who.id not in await corrections.made_by(session, one)]
    guided = await leaves.guided(session, who, now)
    query = query.where(col(Case.officer_id).in_(guided), ~col(Contest.by_head))
    return list((await session.exec(query)).all())


async def site_words(session: AsyncSession, case: Case, contest: Contest) -> Mapping[int, bool]:
    """Person at the site → what he said last on whether the client worked that day, in the order of words."""
    said: dict[int, bool] = {}
    for fact in reversed(await facts_of(session, case, EventKind.CONTEST_WITNESSED)):
        told = told_by(fact)
        if told.get("contest") == contest.id and fact.actor_id is not None:
            said.pop(fact.actor_id, None)
            said[fact.actor_id] = bool(told["worked"])
    return said

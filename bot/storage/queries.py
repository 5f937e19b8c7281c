"""Questions to the database, each under its name. None of them crosses an office.

Rows are locked `FOR NO KEY UPDATE` (`key_share`): a plain `FOR UPDATE` would wait for everybody who has just
inserted a row that refers to this one, and two of those wait for each other for ever.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Integer, Text, and_, bindparam, cast, false, func, or_, true
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain.cases import CLOSED_STATES, OPEN_STATES, CaseState, local_day
from bot.domain.checkins import EARLY, LATE, UNDONE_STARTS, AttendanceState, SessionState, Slot, extension
from bot.domain.days import day_of
from bot.domain.messages import Address, Awaits, OnlyIf
from bot.domain.outages import LONGEST_WINDOW, lost
from bot.domain.outcomes import EXCUSED, said_by_a_person
from bot.domain.people import Role
from bot.domain.places import Verdict
from bot.domain.reports import OWED, ReportState
from bot.storage import leaves, mornings
from bot.storage.appointments import appointed, deciders
from bot.storage.models import (
    Attendance,
    Case,
    CaseBalance,
    Dialogue,
    Event,
    Evidence,
    Office,
    Person,
    PersonAddress,
    Placement,
    Report,
    Site,
    WorkSession,
)
from bot.storage.outages import outages_in
from bot.storage.phones import Assistance
from bot.storage.post import Inbox, InboxState, Outbox, OutboxState
from bot.storage.selves import coded, selves_of, speaks
from bot.storage.site_pins import judged_otherwise
from bot.storage.slips import SlipSheet

# People


async def person_at(session: AsyncSession, address: Address) -> Person | None:
    """Whose chat account this is; the row is locked, so one person's messages never race."""
    found = await account_at(session, address)
    return found[0] if found else None


async def account_at(session: AsyncSession, address: Address) -> tuple[Person, PersonAddress] | None:
    """The same, with the account itself. While his row was waited for he may have been merged, cut off, or
    taken by another Bapas: whose the account is is asked again once the row is locked, until both agree."""
    query = (
        select(Person, PersonAddress)
        .join(PersonAddress, col(PersonAddress.person_id) == col(Person.id))
        .where(PersonAddress.channel == address.channel, PersonAddress.external_id == address.id)
        .with_for_update(of=Person, key_share=True)
    )
    while (found := (await session.exec(query)).first()) is not None:
        whose = select(PersonAddress.person_id).where(PersonAddress.id == found[1].id)
        if (await session.exec(whose)).first() == found[0].id:
            break
        query = query.execution_options(populate_existing=True)
    return found


async def locked_person(session: AsyncSession, person_id: int) -> Person:
    """A person's row as it stands now, locked until the transaction ends; of somebody who was merged, the one
    that speaks for him."""
    query = select(Person).where(Person.id == person_id).with_for_update(key_share=True)
    person = (await session.exec(query.execution_options(populate_existing=True))).one()
    return person if person.merged_into is None else await locked_person(session, person.merged_into)


async def person_by_code(session: AsyncSession, office_id: int, code: str) -> Person | None:
    query = select(Person).where(Person.office_id == office_id, coded(code))
    return (await session.exec(query)).first()


async def code_now(session: AsyncSession, office_id: int, text: str) -> str:
    """What somebody typed; where it is a code from before a merge, the code of who speaks for him now."""
    person = await person_by_code(session, office_id, text.strip())
    return person.code if person else text


async def person_now(session: AsyncSession, person_id: int) -> Person | None:
    """The person behind a button; of somebody who was merged since, the one that speaks for him."""
    person = await session.get(Person, person_id)
    if person is None or person.merged_into is None:
        return person
    return await person_now(session, person.merged_into)


async def staff(session: AsyncSession, office_id: int, role: Role) -> Sequence[Person]:
    """Everybody of an office in a role."""
    query = select(Person).where(Person.office_id == office_id, Person.role == role, speaks())
    query = query.order_by(col(Person.id))
    return (await session.exec(query)).all()


async def supervisors_of(session: AsyncSession, site: Site, day: date, now: datetime) -> Sequence[Person]:
    """Who confirms at a site on a day and is told of it now: in place of who is on leave, his stand-in;
    nobody in place of who is away without one."""
    regular = await deciders(session, site, day, now)
    instead = await leaves.replaced_at(session, site, day, now)
    if not instead:
        return regular
    people = [one for one in (instead.get(one.id, one.id) for one in regular) if one is not None]
    found = select(Person).where(col(Person.id).in_(people), Person.office_id == site.office_id)
    return (await session.exec(found.order_by(col(Person.id)))).all()


async def supervised(session: AsyncSession, site: Site, day: date) -> bool:
    """Whether anybody is appointed at a site on a day."""
    return bool(await appointed(session, site, day))


async def supervises(session: AsyncSession, person: Person, site_id: int, day: date, now: datetime) -> bool:
    """Whether this person may confirm work of this day at this site now: appointed there, or after somebody
    who has left, or standing in for one of them, as long as the leave lasts."""
    site = await session.get(Site, site_id)
    if site is None or site.office_id != person.office_id:
        return False
    regular = {one.id for one in await deciders(session, site, day, now)}
    if person.id in regular:
        return True
    instead = await leaves.replaced_at(session, site, day, now)
    return any(instead.get(one) == person.id for one in regular)


async def has_left(session: AsyncSession, person: Person, now: datetime) -> bool:
    """Whether the last day of somebody of the staff is over."""
    if person.left_on is None:
        return False
    return local_day(now, (await office_of(session, person.office_id)).zone) > person.left_on


async def office_of(session: AsyncSession, office_id: int) -> Office:
    office = await session.get(Office, office_id)
    assert office is not None  # noqa: S101  (a foreign key)
    return office


# Cases


async def locked_case(session: AsyncSession, office_id: int, case_id: int) -> Case | None:
    """A case of this office, locked until the transaction ends: its facts are appended one by one."""
    query = (
        select(Case).where(Case.id == case_id, Case.office_id == office_id).with_for_update(key_share=True)
    )
    return (await session.exec(query)).first()


async def lock_due(
    session: AsyncSession, table: type[WorkSession | Attendance | Report], now: datetime, limit: int
) -> set[int]:
    """The cases of the rows that want to be looked at first, locked in the order of their ids, as everybody
    locks them, before anything else is touched: whoever holds a row or a site and then wants a case may wait
    for somebody who waits for him. The rows are read after it."""
    first = (col(table.look_at), col(table.id))
    due = select(table.case_id).where(col(table.look_at) <= now).order_by(*first).limit(limit)
    cases = set((await session.exec(due)).all())
    if cases:
        query = select(Case.id).where(col(Case.id).in_(cases)).order_by(col(Case.id))
        await session.exec(query.with_for_update(key_share=True))
    return cases


async def open_cases(session: AsyncSession, client: Person) -> Sequence[Case]:
    """The cases of a client that have begun and are not closed."""
    query = select(Case).where(
        Case.client_id == client.id, Case.office_id == client.office_id, col(Case.state).in_(OPEN_STATES)
    )
    return (await session.exec(query.order_by(col(Case.id)))).all()


async def closed_cases(session: AsyncSession, client: Person) -> Sequence[Case]:
    """The cases of a client that people have closed, completed or not."""
    query = select(Case).where(
        Case.client_id == client.id, Case.office_id == client.office_id, col(Case.state).in_(CLOSED_STATES)
    )
    return (await session.exec(query.order_by(col(Case.id)))).all()


async def balance_of(session: AsyncSession, case: Case) -> CaseBalance:
    """The stored balance: the only source of figures that people read."""
    row = await session.get(CaseBalance, case.id)
    return row or CaseBalance(case_id=case.id, office_id=case.office_id, seq=0, remaining=case.total_minutes)


async def first_work_on(session: AsyncSession, case: Case) -> date | None:
    """The first day on which a case was worked, as far as nobody has rejected it."""
    query = select(func.min(Attendance.day)).where(
        Attendance.case_id == case.id, Attendance.state != AttendanceState.REJECTED
    )
    return (await session.exec(query)).one()


async def site_of(session: AsyncSession, office_id: int, site_id: int) -> Site:
    site = await session.get(Site, site_id)
    assert site is not None  # noqa: S101  (a foreign key)
    assert site.office_id == office_id  # noqa: S101
    return site


async def placed_since(session: AsyncSession, case: Case, site: Site | None, day: date) -> bool:
    """Whether a case has a placement at a site, or at any, on this day or later."""
    query = select(Placement.id).where(Placement.case_id == case.id, Placement.until_on >= day)
    if site is not None:
        query = query.where(Placement.site_id == site.id)
    return (await session.exec(query.limit(1))).first() is not None


async def locked_site(session: AsyncSession, site_id: int) -> Site:
    """A site, locked: its supervisors' list is drawn by one transaction at a time."""
    query = select(Site).where(Site.id == site_id).with_for_update(key_share=True)
    return (await session.exec(query)).one()


async def placed_at(session: AsyncSession, client: Person, at: datetime) -> Sequence[tuple[int, Site]]:
    """The cases and sites at which a client is placed around an instant (a day of tolerance for zones)."""
    query = (
        select(Placement.case_id, Site)
        .join(Site, col(Placement.site_id) == col(Site.id))
        .join(Case, col(Placement.case_id) == col(Case.id))
        .where(
            Case.client_id == client.id, Case.office_id == client.office_id, Case.state == CaseState.ACTIVE
        )
        .where(Placement.from_on <= at.date() + timedelta(days=1))
        .where(Placement.until_on >= at.date() - timedelta(days=1))
        .order_by(col(Placement.id))
    )
    return (await session.exec(query)).all()


async def placed_no_more(session: AsyncSession, client: Person, now: datetime) -> bool:
    """Whether a client was placed somewhere, nowhere any more today, and nothing is planned for him."""
    office = await office_of(session, client.office_id)
    query = (
        select(func.max(col(Placement.until_on)))
        .join(Case, col(Placement.case_id) == col(Case.id))
        .where(Case.client_id == client.id, Case.office_id == client.office_id)
    )
    until = (await session.exec(query)).one()
    over = until is not None and until < local_day(now, office.zone)
    return over and not await expected(session, client, now)


async def expected(session: AsyncSession, client: Person, now: datetime) -> bool:
    """Whether a session is planned for a client that is not over."""
    query = (
        select(WorkSession.id)
        .where(WorkSession.client_id == client.id, WorkSession.office_id == client.office_id)
        .where(WorkSession.state == SessionState.PLANNED, WorkSession.ends_at > now)
    )
    return (await session.exec(query.limit(1))).first() is not None


# Sessions and attendances


def slot_of(row: WorkSession) -> Slot:
    """A session as the rules want it."""
    return Slot(row.id, row.starts_at, row.ends_at, row.site_id)


async def sessions_around(session: AsyncSession, client: Person, at: datetime) -> Sequence[WorkSession]:
    """Planned sessions that a location sent at `at` could start: not yet started, or still going on after
    their first record was rejected. Where there is none, those that an outage has kept open for longer."""
    around = await _around(session, client, at, LATE)
    if around:
        return around
    outages = await outages_in(session, at - LONGEST_WINDOW, at)
    longest = lost(outages, at - LONGEST_WINDOW, at)
    wider = await _around(session, client, at, LATE + longest) if outages else ()
    return [one for one in wider if at <= one.ends_at + LATE + extension(slot_of(one), outages)]


async def _around(
    session: AsyncSession, client: Person, at: datetime, late: timedelta
) -> Sequence[WorkSession]:
    rejected = (
        select(Attendance.id)
        .where(Attendance.session_id == WorkSession.id, Attendance.state == AttendanceState.REJECTED)
        .exists()
    )
    waiting = col(WorkSession.state).in_([SessionState.PLANNED, SessionState.MISSED])
    query = (
        select(WorkSession)
        .where(WorkSession.client_id == client.id, WorkSession.office_id == client.office_id)
        .where(or_(waiting, and_(col(WorkSession.ends_at) >= at, rejected)))
        .where(WorkSession.starts_at <= at + EARLY, WorkSession.ends_at >= at - late)
        .order_by(col(WorkSession.starts_at))
    )
    return (await session.exec(query)).all()


async def next_session(session: AsyncSession, client: Person, after: datetime) -> WorkSession | None:
    """A client's next planned session that starts at `after` or later."""
    query = (
        select(WorkSession)
        .where(WorkSession.client_id == client.id, WorkSession.office_id == client.office_id)
        .where(WorkSession.state == SessionState.PLANNED, WorkSession.starts_at >= after)
        .order_by(col(WorkSession.starts_at))
        .limit(1)
    )
    return (await session.exec(query)).first()


async def latest_attendance(session: AsyncSession, client: Person, at: datetime) -> Attendance | None:
    """The attendance that a message sent at `at` is about: one still open, else the last of 20 hours. Of
    one day it is the one recorded last: a roll call may date it before a start that was rejected."""
    mine = (Attendance.client_id == client.id, Attendance.office_id == client.office_id)
    query = (
        select(Attendance)
        .where(*mine, col(Attendance.reject_reason).not_in(UNDONE_STARTS))
        .where(
            or_(
                col(Attendance.state) == AttendanceState.OPEN,
                col(Attendance.started_at) > at - timedelta(hours=20),
            )
        )
        .order_by(
            (col(Attendance.state) == AttendanceState.OPEN).desc(),
            col(Attendance.day).desc(),
            col(Attendance.id).desc(),
        )
        .limit(1)
    )
    return (await session.exec(query)).first()


async def attendance_by_id(session: AsyncSession, office_id: int, attendance_id: int) -> Attendance | None:
    query = select(Attendance).where(Attendance.id == attendance_id, Attendance.office_id == office_id)
    return (await session.exec(query)).first()


async def session_by_id(session: AsyncSession, office_id: int, session_id: int | None) -> WorkSession | None:
    planned = await session.get(WorkSession, session_id) if session_id is not None else None
    return planned if planned and planned.office_id == office_id else None


async def begun_again(session: AsyncSession, attendance: Attendance) -> bool:
    """Whether a rejected attendance gave its place to a later one of the same day."""
    query = select(Attendance.id).where(
        Attendance.case_id == attendance.case_id,
        Attendance.day == attendance.day,
        col(Attendance.id) > attendance.id,
    )
    return attendance.session_id is None and (await session.exec(query)).first() is not None


async def attendance_for(session: AsyncSession, planned: WorkSession) -> Attendance | None:
    """What happened in a session, if anything."""
    query = select(Attendance).where(
        Attendance.session_id == planned.id, Attendance.office_id == planned.office_id
    )
    return (await session.exec(query)).first()


async def unplanned_like(session: AsyncSession, planned: WorkSession) -> Attendance | None:
    """Work outside the plan that was recorded in place of a session that was dropped."""
    query = (
        select(Attendance)
        .where(Attendance.case_id == planned.case_id, Attendance.office_id == planned.office_id)
        .where(Attendance.site_id == planned.site_id, Attendance.started_at == planned.starts_at)
        .where(col(Attendance.session_id).is_(None))
        .order_by(col(Attendance.id).desc())
    )
    return (await session.exec(query)).first()


async def group_of(session: AsyncSession, planned: WorkSession) -> Sequence[tuple[Attendance, Person]]:
    """Who has started the same session (same site, same start), in order of arrival."""
    query = (
        select(Attendance, Person)
        .join(WorkSession, col(Attendance.session_id) == col(WorkSession.id))
        .join(Person, col(Person.id) == col(Attendance.client_id))
        .where(WorkSession.site_id == planned.site_id, WorkSession.office_id == planned.office_id)
        .where(WorkSession.starts_at == planned.starts_at)
        .order_by(col(Attendance.started_at), col(Attendance.id))
    )
    return (await session.exec(query)).all()


async def site_day(
    session: AsyncSession, site: Site, day: date
) -> Sequence[tuple[WorkSession, Person, Attendance | None]]:
    """The planned sessions of a site on a day, with what has happened, by start and code; also those that
    were dropped because somebody is excused."""
    query = (
        select(WorkSession, Person, Attendance)
        .join(Person, col(Person.id) == col(WorkSession.client_id))
        .outerjoin(Attendance, col(Attendance.session_id) == col(WorkSession.id))
        .where(
            WorkSession.site_id == site.id, WorkSession.office_id == site.office_id, WorkSession.day == day
        )
        .where(or_(col(WorkSession.state) != SessionState.CANCELLED, col(WorkSession.outcome).in_(EXCUSED)))
        .order_by(col(WorkSession.starts_at), col(Person.code), col(WorkSession.id))
    )
    return (await session.exec(query)).all()


async def outside_plan(session: AsyncSession, site: Site, day: date) -> Sequence[tuple[Attendance, Person]]:
    """Work outside the plan at a site on a day."""
    query = (
        select(Attendance, Person)
        .join(Person, col(Person.id) == col(Attendance.client_id))
        .where(Attendance.site_id == site.id, Attendance.office_id == site.office_id, Attendance.day == day)
        .where(col(Attendance.session_id).is_(None), col(Attendance.reject_reason).not_in(UNDONE_STARTS))
        .order_by(col(Attendance.started_at))
    )
    return (await session.exec(query)).all()


async def evidence_of(session: AsyncSession, attendance: Attendance) -> Sequence[Evidence]:
    """Locations and photos of an attendance, oldest first."""
    query = select(Evidence).where(Evidence.attendance_id == attendance.id).order_by(col(Evidence.id))
    return (await session.exec(query)).all()


async def to_look_at(
    session: AsyncSession, attendances: Sequence[int], *, distances: bool = True
) -> dict[int, int]:
    """Attendance → metres, where a start or finish lay outside the site, or 0 where only a label asks for
    a look; who has neither is missing. Without `distances` only labels do: the pin says too little."""
    outside = and_(
        col(Evidence.verdict) == Verdict.OUTSIDE,
        col(Evidence.moment).is_not(None),
        ~judged_otherwise(),
        true() if distances else false(),
    )
    labelled = cast(Evidence.labels, Text) != "[]"
    wanted = (col(Evidence.attendance_id).in_(attendances), or_(outside, labelled))
    marks: dict[int, int] = {}
    for one, far in (await session.exec(select(Evidence, outside).where(*wanted))).all():
        metres = one.distance_m or 0 if far else 0
        if one.attendance_id is not None:
            marks[one.attendance_id] = max(metres, marks.get(one.attendance_id, 0))
    return marks


async def finished_by_another(session: AsyncSession, attendance: Attendance) -> Person | None:
    """Who said when the work ended, where that was not the client himself: a supervisor, or the office."""
    if attendance.finished_at is None or attendance.closed_by_rule:
        return None
    finish = await session.get(Event, attendance.finish_receipt)
    himself = (await session.exec(selves_of(attendance.client_id))).all()
    if finish is None or finish.actor_id is None or finish.actor_id in himself:
        return None
    return await session.get(Person, finish.actor_id)


async def unattached_photos(session: AsyncSession, client: Person, since: datetime) -> Sequence[Evidence]:
    """Photos that came before their location, and not under somebody else's name."""
    undone = (
        select(Assistance.id)
        .where(Assistance.evidence_id == Evidence.id, col(Assistance.undone_at).is_not(None))
        .exists()
    )
    query = (
        select(Evidence)
        .where(~undone)
        .where(Evidence.client_id == client.id, Evidence.office_id == client.office_id)
        .where(col(Evidence.attendance_id).is_(None), col(Evidence.photo_id).is_not(None))
        .where(col(Evidence.shows).is_(None), Evidence.sent_at >= since)
        .order_by(col(Evidence.id))
    )
    return (await session.exec(query)).all()


async def open_report(session: AsyncSession, client: Person, opens: date) -> Report | None:
    """The report that is due, or can still be given though its day has passed; of several the latest, because
    that is the one that people were reminded of."""
    query = (
        select(Report)
        .where(Report.client_id == client.id, Report.office_id == client.office_id)
        .where(col(Report.state).in_(OWED), Report.due_on <= opens)
        .order_by(col(Report.due_on).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()


async def report_by_id(session: AsyncSession, office_id: int, report_id: int) -> Report | None:
    query = select(Report).where(Report.id == report_id, Report.office_id == office_id)
    return (await session.exec(query)).first()


async def last_given_report(session: AsyncSession, client: Person) -> Report | None:
    """The latest report day for which something was given."""
    query = (
        select(Report)
        .where(Report.client_id == client.id, Report.office_id == client.office_id)
        .where(col(Report.state).in_([ReportState.DONE, ReportState.LATE]))
        .order_by(col(Report.due_on).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()


async def next_report(session: AsyncSession, client: Person) -> Report | None:
    """The next report that is still due."""
    query = (
        select(Report)
        .where(Report.client_id == client.id, Report.office_id == client.office_id)
        .where(Report.state == ReportState.DUE)
        .order_by(col(Report.due_on))
        .limit(1)
    )
    return (await session.exec(query)).first()


# Questions that wait for words


async def question_to(session: AsyncSession, who: Person) -> Dialogue | None:
    """The question that this person's next free text answers."""
    return await session.get(Dialogue, who.id)


async def ask_for_words(
    session: AsyncSession, who: Person, topic: str, about: int, now: datetime, step: int = 0, said: str = ""
) -> None:
    """Remember what was asked; the latest question replaces an earlier one."""
    await forget_question(session, who)
    question = Dialogue(
        person_id=who.id,
        office_id=who.office_id,
        topic=topic,
        about=about,
        step=step,
        said=said,
        asked_at=now,
    )
    session.add(question)
    await session.flush()


async def forget_question(session: AsyncSession, who: Person) -> None:
    """The question was answered, or something else was done."""
    await session.exec(delete(Dialogue).where(col(Dialogue.person_id) == who.id))


# Outbox


async def next_in_lane(session: AsyncSession, row_id: int) -> Inbox | None:
    """The row, locked, when it is pending and no older one of its sender is; else None.

    The last word on order: a row goes from pending to an end and never back, so an older one that is not
    pending in our sight is committed, and of two processes with the same row the second waits for the first
    and then finds it ended. The lock of the lane only saves both from doing the work.
    """
    older = aliased(Inbox)
    before_it = (
        select(older.id)
        .where(older.lane == Inbox.lane, older.state == InboxState.PENDING, older.id < Inbox.id)
        .exists()
    )
    query = select(Inbox).where(Inbox.id == row_id, Inbox.state == InboxState.PENDING, ~before_it)
    return (await session.exec(query.with_for_update(of=Inbox))).first()


def _may_leave(row: type[Outbox]) -> ColumnElement[bool]:
    """What had its hour when it was queued needs no look at the clock: of two processes one may be behind,
    and would send first what was written later."""
    not_before, queued_at = col(row.not_before), col(row.queued_at)
    now = bindparam("now", type_=SQLModel.metadata.tables["outbox"].c.not_before.type)
    return or_(not_before.is_(None), not_before <= queued_at, not_before <= now)


def _unsent() -> SelectOfScalar[Outbox]:
    earlier = aliased(Outbox)
    before_it = (
        select(earlier.id)
        .where(earlier.channel == Outbox.channel, earlier.external_id == Outbox.external_id)
        .where(col(earlier.state).in_([OutboxState.QUEUED, OutboxState.SENDING]), earlier.id < Outbox.id)
        .where(_may_leave(earlier))
        .exists()
    )
    return (
        select(Outbox)
        .where(Outbox.channel == bindparam("to"), Outbox.state == OutboxState.QUEUED, ~before_it)
        .where(col(Outbox.external_id).not_in(bindparam("not_to", expanding=True)))
        .where(_may_leave(Outbox))
        .order_by(col(Outbox.rank), col(Outbox.id))
        .limit(bindparam("at_most", type_=Integer()))
        .with_for_update(of=Outbox, skip_locked=True)
    )


UNSENT = _unsent()
"""Built once: every round of a courier asks it."""


async def unsent(
    session: AsyncSession, channel: str, *, not_to: Sequence[str], limit: int, now: datetime
) -> Sequence[Outbox]:
    """Rows that may leave, locked: per address the oldest only, answers first. One that a transaction is
    about to drop stays out of it."""
    about = {"to": channel, "not_to": list(not_to), "at_most": limit, "now": now}
    return (await session.exec(UNSENT, params=about)).all()


async def count_queued(session: AsyncSession, channel: str, now: datetime) -> int:
    """Rows that wait for nothing but to be carried."""
    query = select(func.count()).select_from(Outbox)
    query = query.where(Outbox.channel == channel, Outbox.state == OutboxState.QUEUED, _may_leave(Outbox))
    return (await session.exec(query, params={"now": now})).one()


async def message_of_card(session: AsyncSession, row: Outbox) -> str:
    """The channel's id of the last message with this card at this address, or ''."""
    query = (
        select(Outbox.message)
        .where(Outbox.channel == row.channel, Outbox.external_id == row.external_id)
        .where(Outbox.card == row.card, Outbox.state == OutboxState.SENT)
        .order_by(col(Outbox.id).desc())
        .limit(1)
    )
    return (await session.exec(query)).first() or ""


async def has_card(session: AsyncSession, person_id: int, card: str) -> bool:
    """Whether a message with this card was sent to a person, or will be."""
    query = (
        select(Outbox.id)
        .where(Outbox.person_id == person_id, Outbox.card == card)
        .where(col(Outbox.state).not_in([OutboxState.DROPPED, OutboxState.FAILED]))
        .limit(1)
    )
    return (await session.exec(query)).first() is not None


async def was_queued(session: AsyncSession, person_id: int, once: str) -> bool:
    """Whether a notice with this name was queued for a person."""
    query = select(Outbox.id).where(
        Outbox.person_id == person_id, col(Outbox.once).startswith(f"{once}@", autoescape=True)
    )
    return (await session.exec(query.limit(1))).first() is not None


async def _works_on(session: AsyncSession, client_id: int, day: date | None) -> bool:
    query = select(WorkSession.id).where(WorkSession.client_id == client_id, WorkSession.day == day)
    query = query.where(WorkSession.state == SessionState.PLANNED)
    return (await session.exec(query.limit(1))).first() is not None


async def _awaits_a_word(session: AsyncSession, only_if: OnlyIf) -> bool:
    planned = await session.get(WorkSession, only_if.id)
    if planned is None or planned.revision != only_if.revision:
        return False
    if planned.state is SessionState.PLANNED:
        return True
    silent = not said_by_a_person(planned.outcome) and not planned.answer and planned.absence is None
    return planned.state is SessionState.MISSED and silent


async def still_holds(session: AsyncSession, only_if: OnlyIf) -> bool:
    """Whether a notice still applies, read in the transaction that marks it as sending."""
    match Awaits(only_if.awaits):
        case Awaits.SESSION:
            planned = await session.get(WorkSession, only_if.id)
            return planned is not None and (planned.state, planned.revision) == (
                SessionState.PLANNED,
                only_if.revision,
            )
        case Awaits.WORD:
            return await _awaits_a_word(session, only_if)
        case Awaits.ATTENDANCE:
            attendance = await session.get(Attendance, only_if.id)
            return attendance is not None and attendance.revision == only_if.revision
        case Awaits.CASE:
            case = await session.get(Case, only_if.id)
            return case is not None and case.state is CaseState.AWAITING_CLOSING
        case Awaits.SLIPS:
            sheet = await session.get(SlipSheet, only_if.id)
            return sheet is not None and sheet.sealed is not None
        case Awaits.MORNING:
            return await mornings.still_awaits(session, only_if.id, day_of(only_if.revision))
        case Awaits.FREE_DAY:
            return not await _works_on(session, only_if.id, day_of(only_if.revision))
        case Awaits.REPORT:
            report = await session.get(Report, only_if.id)
            awaited = report is not None and report.state in OWED
            return awaited and report is not None and report.revision == only_if.revision

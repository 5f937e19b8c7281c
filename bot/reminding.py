"""When the clock reminds a client: by his office's offsets and his own wish, in the zone of the place, out of
the quiet hours."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Mapped
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.checkins import Habits, SessionState, Slot, next_look, session_steps
from bot.domain.quiet_hours import Quiet
from bot.domain.reminders import MORE_BEFORE_REPORT, Reminding, before_report, offsets_for
from bot.domain.reports import ReportState
from bot.storage import queries
from bot.storage.events import append, person_stream
from bot.storage.models import Office, Person, Report, Site, WorkSession

A_MOMENT = timedelta(seconds=1)


def habits_of(office: Office, client: Person) -> Habits:
    """What an office and a client have chosen, as the rules of a session want it."""
    return Habits(
        reminders=offsets_for(office.reminders, client.reminders),
        grace=timedelta(minutes=office.grace_minutes),
        quiet=_quiet(office),
    )


async def habits_for(session: AsyncSession, office: Office, client_id: int) -> Habits:
    """The same, of a client known by his number."""
    return habits_of(office, await session.get_one(Person, client_id))


def first_look(slot: Slot, zone: str, habits: Habits, now: datetime) -> datetime | None:
    """When the clock must first look at a planned session."""
    return next_look(session_steps(slot, zone, habits), now)


def report_reminders(office: Office, client: Person, due_on: date, closes_at: datetime) -> list[datetime]:
    """When a client is reminded of a report, earliest first."""
    offsets = offsets_for(office.report_reminders, client.reminders, MORE_BEFORE_REPORT, days_only=True)
    last_on = local_day(closes_at - A_MOMENT, office.zone)
    return before_report(offsets, due_on, last_on, office.zone, _quiet(office))


def report_look(
    office: Office, client: Person, due_on: date, closes_at: datetime, after: datetime
) -> datetime:
    """When the clock must next look at a report: its next reminder, or its end."""
    reminders = report_reminders(office, client, due_on, closes_at)
    return next((at for at in reminders if at > after), closes_at)


async def choose(
    session: AsyncSession, client: Person, reminding: Reminding, by: Person, now: datetime
) -> Person:
    """A client is reminded otherwise from now on; what is due at this moment still comes. Returns him."""
    person = await queries.locked_person(session, client.id)
    if person.reminders == reminding:
        return person
    person.reminders = reminding
    await append(
        session,
        office_id=person.office_id,
        stream=person_stream(person.id),
        kind="reminders_chosen",
        actor_id=by.id,
        payload={"reminders": reminding.value},
        happened_at=now,
        now=now,
    )
    office = await queries.office_of(session, person.office_id)
    await look_again(session, office, now, of=[person.id])
    return person


async def look_again(
    session: AsyncSession, office: Office, now: datetime, *, of: Collection[int] | None = None
) -> None:
    """Bring the looks to come in line with what was chosen, for these clients or for all of an office."""
    await session.flush()
    await _sessions_again(session, office, now, of)
    await _reports_again(session, office, now, of)


async def _sessions_again(
    session: AsyncSession, office: Office, now: datetime, of: Collection[int] | None
) -> None:
    coming = (
        select(WorkSession, Site, Person)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .join(Person, col(Person.id) == col(WorkSession.client_id))
        .where(WorkSession.office_id == office.id, WorkSession.state == SessionState.PLANNED)
        .where(col(WorkSession.starts_at) > now, col(WorkSession.look_at) > now)
        .where(*_theirs(col(WorkSession.client_id), of))
        .order_by(col(WorkSession.case_id), col(WorkSession.id))
    )
    for planned, site, client in (await session.exec(coming)).all():
        slot = queries.slot_of(planned)
        planned.look_at = first_look(slot, site.zone, habits_of(office, client), now)


async def _reports_again(
    session: AsyncSession, office: Office, now: datetime, of: Collection[int] | None
) -> None:
    coming = (
        select(Report, Person)
        .join(Person, col(Person.id) == col(Report.client_id))
        .where(Report.office_id == office.id, Report.state == ReportState.DUE)
        .where(col(Report.closes_at) > now, col(Report.look_at) > now)
        .where(*_theirs(col(Report.client_id), of))
        .order_by(col(Report.case_id), col(Report.id))
    )
    for report, client in (await session.exec(coming)).all():
        report.look_at = report_look(office, client, report.due_on, report.closes_at, now)


def _theirs(column: Mapped[int], of: Collection[int] | None) -> list[ColumnElement[bool]]:
    return [] if of is None else [column.in_(of)]


def _quiet(office: Office) -> Quiet:
    return Quiet(office.quiet_from, office.quiet_until, office.zone)

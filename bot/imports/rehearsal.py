"""A dry run needs a stage: a copy of an office's register in memory, forgotten afterwards."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from sqlmodel import SQLModel, col, func, insert, select

from bot.domain.checkins import AttendanceState
from bot.domain.hours import EventKind
from bot.storage.database import Database
from bot.storage.leaves import Leave
from bot.storage.models import (
    Attendance,
    CalendarDay,
    Case,
    Event,
    Office,
    Person,
    PersonAddress,
    Placement,
    Site,
    SiteClosure,
    SiteSupervisor,
)
from bot.storage.record_queries import BOUND, REGISTERED

REGISTER: tuple[type[SQLModel], ...] = (
    Office, Person, PersonAddress, Leave, Site, SiteClosure, SiteSupervisor, CalendarDay, Case, Placement,
    Attendance, Event,
)  # fmt: skip
"""All that decides whether a row is accepted and what it changes; each refers only to those before it (who
was merged, to who was not). Of attendances only a case's first: whether they would count twice."""

KINDS = (EventKind.OPENING_BALANCE.value, REGISTERED, BOUND)
"""Of the events: whether an opening balance is new, who registered somebody, and who has joined once."""

WITHOUT: Mapping[type[SQLModel], dict[str, None]] = {Attendance: {"session_id": None}}
"""What refers to records that are left behind."""


@asynccontextmanager
async def stage(database: Database, office_id: int) -> AsyncIterator[Database]:
    """A database with this office's register and nothing else. The real one is only read, so that nothing in
    it can change and nobody waits."""
    copy = Database("sqlite+aiosqlite://")
    try:
        async with copy.engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)
        records = await _register(database, office_id)
        async with copy.transaction() as session:
            for table in REGISTER:
                if records[table]:
                    await session.exec(insert(table), params=records[table])
        yield copy
    finally:
        await copy.close()


async def _register(database: Database, office_id: int) -> dict[type[SQLModel], list[dict[str, Any]]]:
    """What refers to others is read before them, so that none is missing that is added meanwhile."""
    records = {}
    async with database.reading() as session:
        for table in reversed(REGISTER):
            columns: Any = table
            mine = columns.id if table is Office else columns.office_id
            query = select(table).where(mine == office_id)
            if table is Event:
                query = query.where(col(Event.kind).in_(KINDS))
            if table is Attendance:
                query = query.where(col(Attendance.id).in_(_first_work(office_id)))
            if table is Person:
                query = query.order_by(col(Person.merged_into).is_not(None))
            rows = (await session.exec(query)).all()
            records[table] = [row.model_dump() | WITHOUT.get(table, {}) for row in rows]
    return records


def _first_work(office_id: int) -> Any:
    """The ids of each case's attendances of its first day of work (`queries.first_work_on`)."""
    mine = (Attendance.office_id == office_id, Attendance.state != AttendanceState.REJECTED)
    first = (
        select(col(Attendance.case_id).label("case_id"), func.min(Attendance.day).label("day"))
        .where(*mine)
        .group_by(col(Attendance.case_id))
        .subquery()
    )
    same = (Attendance.case_id == first.c.case_id, Attendance.day == first.c.day)
    return select(Attendance.id).where(*mine, *same)

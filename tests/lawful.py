"""What a case must hold to begin, for tests that are about something else."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import Interval, Programme
from bot.domain.checkins import SessionState
from bot.domain.people import Role
from bot.holidays_id import holidays
from bot.storage.models import Case, Person, WorkSession

RULED_ON = date(2026, 2, 26)


async def lawful(session: AsyncSession, office_id: int, programme: Programme) -> dict[str, Any]:
    """The fields that a programme's rule needs, beside hours, period, client and officer."""
    fields: dict[str, Any] = {
        "ruling_number": "1/Pid.B/2026/PN (contoh)",
        "ruling_on": RULED_ON,
        "court": "PN (contoh)",
    }
    match programme:
        case Programme.COMMUNITY_WORK:
            fields["prosecutor_id"] = (await _somebody(session, office_id, "JK-L", Role.PROSECUTOR)).id
        case Programme.CHILD_SERVICE:
            fields["guardian_id"] = (await _somebody(session, office_id, "W-L", Role.GUARDIAN)).id
            fields |= {
                "session_minutes": 480,
                "allowed_weekdays": "1234567",
                "window_starts": time(6),
                "window_ends": time(20),
            }
        case Programme.INTEGRATION:
            fields |= {"report_every": Interval.MONTH, "first_report_on": date(2026, 12, 1)}
    return fields


def closed_days(first: date, last: date) -> frozenset[date]:
    """The holidays of the years from `first` to `last`."""
    return frozenset(holidays(range(first.year, last.year + 1)))


async def coming(session: AsyncSession, case: Case, after: datetime) -> list[WorkSession]:
    """The planned sessions of a case that begin later than `after`."""
    query = (
        select(WorkSession)
        .where(WorkSession.case_id == case.id, WorkSession.starts_at > after)
        .where(WorkSession.state == SessionState.PLANNED)
        .order_by(col(WorkSession.starts_at))
    )
    return list((await session.exec(query)).all())


async def _somebody(session: AsyncSession, office_id: int, code: str, role: Role) -> Person:
    query = select(Person).where(Person.office_id == office_id, Person.code == code)
    person = (await session.exec(query)).first()
    if person is None:
        person = Person(office_id=office_id, code=code, name=f"{code} (contoh)", role=role)
        session.add(person)
        await session.flush()
    return person

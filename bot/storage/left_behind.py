"""What was waiting when a client went to another Bapas, and is still decided in the one that he left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState
from bot.domain.help_calls import STANDING
from bot.storage.digest_queries import awaits_a_word, belonging, missed_since_he_came
from bot.storage.help_calls import HelpCall
from bot.storage.models import Attendance, Case, Person, Site, WorkSession


async def attendances(
    session: AsyncSession, office_id: int, officer_id: int | None, last: date
) -> Sequence[tuple[Case, Person, Attendance, Site]]:
    """Those up to a day that wait for the supervisor's word or, outside the plan, the officer's."""
    query = (
        select(Case, Person, Attendance, Site)
        .join(Person, col(Person.id) == col(Case.client_id))
        .join(Attendance, col(Attendance.case_id) == col(Case.id))
        .join(Site, col(Site.id) == col(Attendance.site_id))
        .where(_gone(office_id, officer_id), awaits_a_word(), Attendance.day <= last)
        .order_by(col(Person.code), col(Attendance.started_at), col(Attendance.id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return rows


async def claims(
    session: AsyncSession, office_id: int, officer_id: int | None, until: datetime
) -> Sequence[tuple[Case, Person, WorkSession]]:
    """Misses of which the client gave a reason that no officer has judged."""
    query = (
        select(Case, Person, WorkSession)
        .join(Person, col(Person.id) == col(Case.client_id))
        .join(WorkSession, col(WorkSession.case_id) == col(Case.id))
        .where(_gone(office_id, officer_id), WorkSession.answer != "")
        .where(missed_since_he_came(office_id, until))
        .order_by(col(Person.code), col(WorkSession.starts_at))
    )
    return (await session.exec(query)).all()


async def calling(
    session: AsyncSession, office_id: int, officer_id: int | None
) -> Sequence[tuple[Case, Person]]:
    """Cases with a call for help that is not done with: the Bapas that was called sees to it."""
    stands = select(HelpCall.id).where(HelpCall.case_id == Case.id, col(HelpCall.state).in_(list(STANDING)))
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(_gone(office_id, officer_id), stands.exists())
        .order_by(col(Person.code), col(Case.id))
    )
    return (await session.exec(query)).all()


def _gone(office_id: int, officer_id: int | None) -> ColumnElement[bool]:
    return and_(belonging(office_id, officer_id), col(Case.state) == CaseState.TRANSFERRED)

"""The report days of a month, of one officer's clients or of everybody's. The number of questions does not
depend on how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState
from bot.domain.reports import ReportState
from bot.domain.weeks import Period
from bot.storage.digest_queries import belonging
from bot.storage.models import Case, ExcusedSpan, Person, Report
from bot.storage.phones import Assistance


async def due_in(
    session: AsyncSession, office_id: int, officer_id: int | None, period: Period
) -> Sequence[tuple[Report, Case, Person, str | None]]:
    """The report days of a period that are still owed or were given, and the shared phone on which each was
    given."""
    query = (
        select(Report, Case, Person, Assistance.label)
        .join(Case, col(Case.id) == col(Report.case_id))
        .join(Person, col(Person.id) == col(Case.client_id))
        .outerjoin(Assistance, _helped())
        .where(belonging(office_id, officer_id), Report.office_id == office_id)
        .where(col(Report.due_on) >= period.first, col(Report.due_on) <= period.last)
        .where(Report.state != ReportState.DROPPED)
        .order_by(col(Report.due_on), col(Report.id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return rows


async def of_case(session: AsyncSession, case: Case, until: date) -> Sequence[tuple[Report, str | None]]:
    """The report days of a case up to a day, the oldest first, as in `due_in`."""
    query = (
        select(Report, Assistance.label)
        .outerjoin(Assistance, _helped())
        .where(Report.case_id == case.id, Report.office_id == case.office_id)
        .where(Report.due_on <= until, Report.state != ReportState.DROPPED)
        .order_by(col(Report.due_on))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return rows


def _helped() -> Any:
    return (col(Assistance.report_id) == col(Report.id)) & col(Assistance.undone_at).is_(None)


async def reporting(
    session: AsyncSession, office_id: int, officer_id: int | None, period: Period
) -> Sequence[tuple[Case, Person]]:
    """The cases at work in a period whose client reports."""
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(belonging(office_id, officer_id), Case.state == CaseState.ACTIVE)
        .where(col(Case.report_every).is_not(None))
        .where(or_(col(Case.starts_on).is_(None), col(Case.starts_on) <= period.last))
        .where(or_(col(Case.ends_on).is_(None), col(Case.ends_on) >= period.first))
    )
    return (await session.exec(query)).all()


async def excused_in(
    session: AsyncSession, office_id: int, officer_id: int | None, period: Period
) -> Sequence[tuple[ExcusedSpan, Case, Person]]:
    """The days of a period on which a client who reports is excused."""
    query = (
        select(ExcusedSpan, Case, Person)
        .join(Case, col(Case.id) == col(ExcusedSpan.case_id))
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(belonging(office_id, officer_id), col(Case.report_every).is_not(None))
        .where(col(ExcusedSpan.first) <= period.last, col(ExcusedSpan.last) >= period.first)
        .order_by(col(ExcusedSpan.first), col(ExcusedSpan.id))
    )
    return (await session.exec(query)).all()

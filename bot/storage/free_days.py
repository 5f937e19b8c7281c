"""Who might expect work on a day and has none, in a few questions for an office."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain.cases import CaseState
from bot.domain.checkins import SessionState
from bot.domain.days import day_number
from bot.domain.outcomes import EXCUSED
from bot.storage.models import Case, Office, Placement, Site, WorkSession
from bot.storage.post import Outbox, OutboxState

EXPECTED = (SessionState.PLANNED, SessionState.STARTED)
LEFT = (OutboxState.SENDING, OutboxState.SENT, OutboxState.UNKNOWN)
"""What may have been read."""


async def due_office(session: AsyncSession, now: datetime) -> Office | None:
    """An office whose evening has come, or that has no time for it yet, locked."""
    query = (
        select(Office)
        .where(or_(col(Office.evenings_at).is_(None), col(Office.evenings_at) <= now))
        .order_by(col(Office.id))
        .limit(1)
        .with_for_update(key_share=True)
    )
    return (await session.exec(query)).first()


async def without_work(session: AsyncSession, office: Office, zone: str, day: date) -> Sequence[Case]:
    """The running cases placed in a zone on a weekday, of clients of whom no work is planned that day."""
    planned = select(WorkSession.client_id).where(
        WorkSession.office_id == office.id, WorkSession.day == day, col(WorkSession.state).in_(EXPECTED)
    )
    named = (
        select(Placement.case_id)
        .join(Site, col(Site.id) == col(Placement.site_id))
        .where(Placement.office_id == office.id, Site.zone == zone)
        .where(Placement.from_on <= day, Placement.until_on >= day)
        .where(col(Placement.weekdays).contains(str(day.isoweekday())))
    )
    query = (
        select(Case)
        .where(Case.office_id == office.id, Case.state == CaseState.ACTIVE)
        .where(or_(col(Case.id).in_(named), col(Case.id).in_(_moved(office, zone, day))))
        .where(col(Case.client_id).not_in(planned))
        .order_by(col(Case.client_id), col(Case.id))
    )
    return (await session.exec(query)).all()


async def moved_from(session: AsyncSession, office: Office, zone: str, day: date) -> Collection[int]:
    """The cases from which people took the work of a day, for another day or for good."""
    return set((await session.exec(_moved(office, zone, day))).all())


def _moved(office: Office, zone: str, day: date) -> SelectOfScalar[int]:
    excused = col(WorkSession.outcome).in_(EXCUSED)
    return (
        select(WorkSession.case_id)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(WorkSession.office_id == office.id, WorkSession.day == day, Site.zone == zone)
        .where(WorkSession.state == SessionState.CANCELLED, col(WorkSession.agreed))
        .where(or_(col(WorkSession.outcome).is_(None), ~excused))
    )


async def told_since(
    session: AsyncSession, clients: Collection[int], keys: Collection[str], since: datetime
) -> Collection[int]:
    """Those of these clients to whom one of these messages went since then."""
    query = (
        select(Outbox.person_id)
        .where(col(Outbox.person_id).in_(clients), col(Outbox.queued_at) >= since)
        .where(col(Outbox.content)["key"].as_string().in_(keys))
    )
    return {one for one in (await session.exec(query)).all() if one is not None}


def free_once(client_id: int, day: date) -> str:
    """The name under which somebody hears, once, that a client has no work on a day."""
    return f"no-work:{client_id}:{day_number(day)}"


async def told_free(session: AsyncSession, case: Case, day: date) -> Collection[int]:
    """Whether client and guardian of a case were told that there is no work on a day: those who were."""
    query = (
        select(Outbox.person_id)
        .where(col(Outbox.person_id).in_([case.client_id, case.guardian_id]))
        .where(col(Outbox.once).startswith(free_once(case.client_id, day)))
        .where(col(Outbox.state).in_(LEFT))
    )
    return {one for one in (await session.exec(query)).all() if one is not None}

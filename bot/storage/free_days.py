"""Who might expect work on a day and has none, in a few questions for an office."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain.cases import CaseState
from bot.domain.checkins import SessionState
from bot.domain.days import day_number
from bot.domain.free_days import Eve
from bot.domain.outcomes import EXCUSED
from bot.storage.models import Case, Office, Person, Placement, Site, WorkSession
from bot.storage.post import Outbox, OutboxState

EXPECTED = (SessionState.PLANNED, SessionState.STARTED)
LEFT = (OutboxState.SENDING, OutboxState.SENT, OutboxState.UNKNOWN)
"""What may have been read."""
GOES_ON = ("case-resumed-client", "placement-resumed-client")
"""Each of them says when work is next."""


async def clients_without_work(
    session: AsyncSession, office: Office, eve: Eve, after: int, limit: int
) -> Sequence[int]:
    """The next clients, by number, who are placed on a day in the zones of its eve, or from whom its work was
    taken, and of whom none is planned then."""
    query = (
        select(Case.client_id)
        .where(*_without_work(office, eve), Case.client_id > after)
        .distinct()
        .order_by(col(Case.client_id))
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def cases_without_work(
    session: AsyncSession, office: Office, eve: Eve, clients: Collection[int]
) -> Sequence[tuple[Case, Person]]:
    """The cases of such clients on account of which they are."""
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(*_without_work(office, eve), col(Case.client_id).in_(clients))
        .order_by(col(Case.client_id), col(Case.id))
    )
    return (await session.exec(query)).all()


async def moved_from(
    session: AsyncSession, office: Office, eve: Eve, clients: Collection[int]
) -> Collection[int]:
    """The cases of these clients from which people took the work of a day, for another day or for good."""
    query = _moved(office, eve).where(col(WorkSession.client_id).in_(clients))
    return set((await session.exec(query)).all())


def _without_work(office: Office, eve: Eve) -> tuple[ColumnElement[bool], ...]:
    planned = select(WorkSession.client_id).where(
        WorkSession.office_id == office.id,
        WorkSession.day == eve.day,
        col(WorkSession.state).in_(EXPECTED),
    )
    named = (
        select(Placement.case_id)
        .join(Site, col(Site.id) == col(Placement.site_id))
        .where(Placement.office_id == office.id, col(Site.zone).in_(eve.zones))
        .where(Placement.from_on <= eve.day, Placement.until_on >= eve.day)
        .where(col(Placement.weekdays).contains(str(eve.day.isoweekday())))
    )
    return (
        col(Case.office_id) == office.id,
        col(Case.state) == CaseState.ACTIVE,
        or_(col(Case.id).in_(named), col(Case.id).in_(_moved(office, eve))),
        col(Case.client_id).not_in(planned),
    )


def _moved(office: Office, eve: Eve) -> SelectOfScalar[int]:
    excused = col(WorkSession.outcome).in_(EXCUSED)
    return (
        select(WorkSession.case_id)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(WorkSession.office_id == office.id, WorkSession.day == eve.day)
        .where(col(Site.zone).in_(eve.zones))
        .where(WorkSession.state == SessionState.CANCELLED, col(WorkSession.agreed))
        .where(or_(col(WorkSession.outcome).is_(None), ~excused))
    )


async def next_work(
    session: AsyncSession, office: Office, clients: Collection[int], after: datetime
) -> Mapping[int, tuple[WorkSession, Site]]:
    """Client → his next planned session that starts at `after` or later."""
    other = aliased(WorkSession)
    first = (
        select(other.id)
        .where(other.client_id == WorkSession.client_id, other.office_id == office.id)
        .where(other.state == SessionState.PLANNED, other.starts_at >= after)
        .order_by(col(other.starts_at))
        .limit(1)
        .correlate(WorkSession)
        .scalar_subquery()
    )
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(col(WorkSession.client_id).in_(clients), WorkSession.office_id == office.id)
        .where(WorkSession.state == SessionState.PLANNED, WorkSession.starts_at >= after)
        .where(col(WorkSession.id) == first)
    )
    return {planned.client_id: (planned, site) for planned, site in (await session.exec(query)).all()}


async def told_since(
    session: AsyncSession, clients: Collection[int], keys: Collection[str], since: datetime
) -> Sequence[tuple[int, Mapping[str, Any]]]:
    """Which of these messages went to which of these clients since then, as the outbox keeps them."""
    query = (
        select(col(Outbox.person_id), col(Outbox.content))
        .where(col(Outbox.person_id).in_(clients), col(Outbox.queued_at) >= since)
        .where(col(Outbox.content)["key"].as_string().in_(keys))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return rows


def free_once(client_id: int, day: date) -> str:
    """The name under which somebody hears, once, that a client has no work on a day."""
    return f"no-work:{client_id}:{day_number(day)}"


def dropped_once(planned: WorkSession) -> str:
    """Under which name people hear, once a revision, that a session is off of which they were reminded."""
    return f"dropped:{planned.id}:"


async def told_free(session: AsyncSession, case: Case, planned: WorkSession) -> Collection[int]:
    """Client and guardian of a case, if they were told that there is no work on the day of a session, or that
    it is off, and not since then that the case or the placement goes on."""
    later = aliased(Outbox)
    goes_on = select(later.id).where(
        later.person_id == Outbox.person_id,
        col(later.id) > Outbox.id,
        col(later.content)["key"].as_string().in_(GOES_ON),
    )
    once = col(Outbox.once)
    query = (
        select(Outbox.person_id)
        .where(col(Outbox.person_id).in_([case.client_id, case.guardian_id]))
        .where(
            or_(
                once.startswith(free_once(case.client_id, planned.day)),
                once.startswith(dropped_once(planned)),
            )
        )
        .where(col(Outbox.state).in_(LEFT), ~goes_on.correlate(Outbox).exists())
    )
    return {one for one in (await session.exec(query)).all() if one is not None}

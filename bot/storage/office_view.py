"""What a head of office must know of his officers and sites; nobody's client is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import SessionState
from bot.domain.contests import ContestState
from bot.domain.excuse_requests import RequestState
from bot.domain.help_calls import HelpState
from bot.domain.threads import Side
from bot.domain.transfers import TransferState
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.help_calls import HelpCall
from bot.storage.models import Attendance, Case, Contest, Person, Site, WorkSession
from bot.storage.threads import ThreadMessage
from bot.storage.transfers import Transfer


async def unanswered(session: AsyncSession, office_id: int, before: datetime) -> list[tuple[Person, int]]:
    """The officers whose clients wait for an answer since before that time, with how many answers: contests,
    excuses, messages, calls for help. Whoever owes most stands first."""
    asked = (
        _counted(office_id, Contest.case_id, col(Contest.filed_at) < before).where(
            Contest.state == ContestState.OPEN, col(Contest.by_head).is_(False)
        ),
        _counted(office_id, ExcuseRequest.case_id, col(ExcuseRequest.filed_at) < before).where(
            ExcuseRequest.state == RequestState.OPEN
        ),
        _counted(office_id, ThreadMessage.case_id, col(ThreadMessage.sent_at) < before).where(
            col(ThreadMessage.read_at).is_(None), ThreadMessage.side != Side.OFFICE
        ),
        _counted(office_id, HelpCall.case_id, col(HelpCall.called_at) < before).where(
            HelpCall.state == HelpState.OPEN
        ),
    )
    owed: Counter[int] = Counter()
    for query in asked:
        owed.update(dict((await session.exec(query)).all()))
    officers = [(await session.get_one(Person, one), count) for one, count in owed.items()]
    return sorted(officers, key=lambda row: (-row[1], row[0].code))


def _counted(office_id: int, case_id: Any, *when: Any) -> Any:
    return (
        select(Case.officer_id, func.count())
        .join_from(Case, case_id.class_, case_id == col(Case.id))
        .where(Case.office_id == office_id, col(Case.officer_id).is_not(None), *when)
        .group_by(col(Case.officer_id))
    )


async def silent_sites(
    session: AsyncSession, office_id: int, since: datetime, now: datetime
) -> Sequence[Site]:
    """The sites where sessions were planned to begin since then and nobody said anything about hours, by
    name."""
    planned = select(WorkSession.site_id).where(
        WorkSession.office_id == office_id,
        WorkSession.state != SessionState.CANCELLED,
        WorkSession.starts_at >= since,
        WorkSession.ends_at <= now,
    )
    heard = select(Attendance.site_id).where(
        Attendance.office_id == office_id, col(Attendance.decided_at) >= since
    )
    query = select(Site).where(Site.office_id == office_id, col(Site.id).in_(planned))
    return (await session.exec(query.where(col(Site.id).not_in(heard)).order_by(col(Site.name)))).all()


async def transfers_since(session: AsyncSession, office_id: int, since: datetime) -> tuple[int, int]:
    """How many offers of clients between officers wait, and how many were accepted since then."""
    query = select(
        func.count().filter(col(Transfer.state) == TransferState.OFFERED),
        func.count().filter(col(Transfer.state) == TransferState.ACCEPTED, col(Transfer.decided_at) >= since),
    ).where(Transfer.office_id == office_id)
    waiting, done = (await session.exec(query)).one()
    return waiting, done

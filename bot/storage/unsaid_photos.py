"""Photos of which a client has not said yet whether they are of his work."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import Shows
from bot.domain.excuse_requests import RequestState
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Evidence, Person


async def unsaid_of(session: AsyncSession, client: Person) -> Sequence[Evidence]:
    """All of them, the oldest first."""
    query = (
        select(Evidence)
        .where(Evidence.client_id == client.id, Evidence.office_id == client.office_id)
        .where(Evidence.shows == Shows.UNSAID)
        .order_by(col(Evidence.id))
    )
    return (await session.exec(query)).all()


async def unsaid_since(session: AsyncSession, request: ExcuseRequest) -> Sequence[Evidence]:
    """Those that came since a client asked to be excused, as long as nobody has decided: they may be its
    proof."""
    if request.state is not RequestState.OPEN or request.filed_at is None:
        return []
    query = (
        select(Evidence)
        .where(Evidence.client_id == request.client_id, Evidence.office_id == request.office_id)
        .where(Evidence.shows == Shows.UNSAID, Evidence.received_at >= request.filed_at)
        .order_by(col(Evidence.id))
    )
    return (await session.exec(query)).all()

"""Photos that were sent together arrive one by one: the first is answered, the others join it."""

from __future__ import annotations

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Inbound
from bot.storage.models import Evidence, Person


async def first_of(session: AsyncSession, who: Person, inbound: Inbound) -> Evidence | None:
    """What the first photo of this one's album was kept as; None where this is the first, or came alone."""
    if not inbound.album:
        return None
    query = (
        select(Evidence)
        .where(Evidence.office_id == who.office_id, Evidence.client_id == who.id)
        .where(Evidence.album == inbound.album, col(Evidence.photo_id).is_not(None))
        .order_by(col(Evidence.id))
        .limit(1)
    )
    return (await session.exec(query)).first()

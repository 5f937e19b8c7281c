"""Offices at which the clock has to look, by an instant of their own for each thing."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import or_
from sqlalchemy.orm import Mapped
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import Office


async def due_office(session: AsyncSession, look_at: Mapped[datetime | None], now: datetime) -> Office | None:
    """One whose instant has come, or that has none yet, locked."""
    query = (
        select(Office)
        .where(or_(look_at.is_(None), look_at <= now))
        .order_by(col(Office.id))
        .limit(1)
        .with_for_update(key_share=True)
    )
    return (await session.exec(query)).first()

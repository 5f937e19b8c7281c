"""A client's code, large, to be shown at the site: a child is known there by nothing else."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.messages import Inbound, Notice
from bot.storage.models import Person


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/kodesaya`, for every client: a grown-up too may rather show a code than say a name."""
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="own-code", params={"code": who.code}, media=f"code:{who.id}", ask=ask)]

"""Somebody changed a message that he had sent: what counts is what he sent first."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Inbound, Label, Notice
from bot.storage.flags import raise_flag
from bot.storage.models import Person
from bot.storage.positions import sent_as


async def edited(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The first version stands; whoever confirms evidence sees that there was another."""
    evidence = await sent_as(session, who, inbound)
    if evidence is None:
        return [Notice(to=who.id, key="edit-ignored")]
    await raise_flag(session, evidence, Label.EDITED, now, tell=True)
    return [Notice(to=who.id, key="edit-noted")]

"""Work that a client began before he went to another Bapas: it is ended there, and he is answered here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Inbound, Notice
from bot.handlers.routes import Handler
from bot.storage.at_work import self_at_work
from bot.storage.models import Person


def where_he_works(handler: Handler) -> Handler:
    """The same handler, for the office in which his work runs."""

    async def handled(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
        there = await self_at_work(session, who, inbound.sent_at)
        notices = await handler(session, there, inbound, now)
        return [replace(one, to=who.id) if one.to == there.id else one for one in notices]

    return handled

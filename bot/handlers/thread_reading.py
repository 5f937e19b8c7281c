"""*Sudah dibaca*: an officer has read what a client wrote, and nothing more than what was shown to him."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, threads
from bot.domain.messages import Inbound, Notice, Show, choice_numbers
from bot.handlers import clients
from bot.handlers.thread_answers import theirs
from bot.storage import queries
from bot.storage import threads as ask
from bot.storage.models import Person


async def done(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Under one message: that one, and earlier ones that came to him too."""
    message, case = await theirs(session, who, choice_numbers(inbound.text, 1)[0], now)
    read = await threads.read(session, case, who, now, up_to=message.id, since=message.id - 1)
    client = await session.get_one(Person, case.client_id)
    card = f"{ask.CARD}{message.id}"
    closed = Notice(to=who.id, key="message-closed", params={"name": client.shown}, card=card, show=Show.EDIT)
    return [closed, *read]


async def page_done(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Under a page of the thread: everything up to its end. Nothing is awaited any more."""
    case_id, last = choice_numbers(inbound.text, 2)
    case, client = await clients.own(session, who, case_id, now)
    await queries.forget_question(session, who)
    read = await threads.read(session, case, who, now, up_to=last)
    keyboard = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="message-closed", params={"name": client.shown}, ask=keyboard), *read]

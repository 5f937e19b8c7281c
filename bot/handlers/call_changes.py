"""What came from a client while somebody writes what became of his call for help."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import help_call_cards
from bot.domain.help_calls import STANDING
from bot.domain.messages import Line
from bot.domain.threads import Side
from bot.storage import help_calls as calls
from bot.storage.help_calls import HelpCall
from bot.storage.threads import ThreadMessage


async def size(session: AsyncSession, call: HelpCall) -> int:
    """Grows with whatever belongs to a call: words, recordings, photos, a place."""
    voices, photos = await calls.voices_of(session, call), await calls.photos_of(session, call)
    return len(call.words) + len(voices) + len(photos) + (call.place_id or 0)


async def since(session: AsyncSession, call: HelpCall, at: datetime, seen: int) -> list[Line]:
    """What is new, for whoever answers calls: of a message only that there is one. Empty where nothing is."""
    lines = []
    if await size(session, call) != seen:
        lines += await help_call_cards.said(session, call)
    query = select(HelpCall).where(HelpCall.case_id == call.case_id, HelpCall.office_id == call.office_id)
    query = query.where(HelpCall.id != call.id, col(HelpCall.called_at) > at)
    query = query.where(col(HelpCall.state).in_(list(STANDING)))
    for other in (await session.exec(query.order_by(col(HelpCall.id)))).all():
        lines += [Line("call-closing-other"), *await help_call_cards.said(session, other)]
    written = select(ThreadMessage.id).where(
        ThreadMessage.case_id == call.case_id,
        ThreadMessage.office_id == call.office_id,
        ThreadMessage.side != Side.OFFICE,
        col(ThreadMessage.sent_at) > at,
    )
    if (await session.exec(written.limit(1))).first() is not None:
        lines.append(Line("call-closing-message"))
    return lines

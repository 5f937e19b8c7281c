"""A supervisor says in one tap how a session went; nothing else follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, lists, session_ratings
from bot.domain.evaluations import SessionWord
from bot.domain.messages import Inbound, Line, Notice, Refused, Show
from bot.handlers import decisions
from bot.storage import queries
from bot.storage.models import Person


async def rate(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Below a list or a card, once the hours are decided; a second answer changes nothing."""
    planned = await decisions.named_session(session, who, inbound, now)
    word = (*inbound.text.split(":"), "", "")[2]
    if word not in set(SessionWord):
        raise Refused("choice-unknown")
    rating = await session_ratings.rate(session, planned, SessionWord(word), by=who, now=now)
    drawn = await lists.redrawn_lists(session, planned, now=now, to=who.id)
    if not drawn:
        attendance = await queries.attendance_for(session, planned)
        assert attendance is not None  # noqa: S101  (it was rated)
        drawn = [await cards.card(session, who, attendance, show=Show.EDIT)]
    toast = Line(f"session-rated-{SessionWord(rating.word).value}")
    return [replace(one, toast=toast) if one.to == who.id else one for one in drawn]

"""What a client writes or says under an excuse that was declined: it reaches the officer, its days named."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import excuse_cards
from bot.domain.answers import has_word
from bot.domain.excuse_requests import RequestState
from bot.domain.messages import Inbound, Notice
from bot.handlers import excuse_requests, threads
from bot.storage import excuse_requests as ask
from bot.storage import queries
from bot.storage import threads as messages
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Person

ANSWERED_WITHIN = timedelta(hours=12)
"""So long after a no plain words are about it; who is refused in the evening answers in the morning."""


async def is_over(session: AsyncSession, who: Person, request_id: int) -> bool:
    """Whether the request of a question that still waits was decided or withdrawn: words add nothing to it
    any more."""
    found = await ask.locked_request(session, who.office_id, request_id)
    return found is None or found[0].state not in (RequestState.DRAFT, RequestState.OPEN)


async def said(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The first words after a no; what follows goes on in the thread. Nothing where none was declined
    lately."""
    request = await ask.declined_since(session, who, now - ANSWERED_WITHIN)
    if request is None or request.decided_at is None or not has_word(inbound.text):
        return []
    since = request.decided_at
    if await messages.last_arrived(session, who, since) or await messages.last_by(session, who, since):
        return []
    return await _sent(session, who, request, inbound, now)


async def aloud(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A recording for a request: a proof of it, or, once it is declined, likewise."""
    found = await ask.locked_request(session, who.office_id, about)
    if found is None or found[0].state is not RequestState.DECLINED:
        return await excuse_requests.aloud(session, who, inbound, now, about)
    return await _sent(session, who, found[0], inbound, now)


async def _sent(
    session: AsyncSession, who: Person, request: ExcuseRequest, inbound: Inbound, now: datetime
) -> list[Notice]:
    office = await queries.office_of(session, request.office_id)
    span = excuse_cards.span(*request.days, office.zone)
    return await threads.about_excuse(session, who, request.case_id, inbound, span, now)

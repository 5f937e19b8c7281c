"""What a client writes or says under an excuse that was declined: it reaches the officer, its days named."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.answers import has_word
from bot.domain.excuse_requests import NO_ANSWERED_WITHIN, RequestState
from bot.domain.messages import Inbound, Notice
from bot.handlers import awaited_proofs, excuse_requests, threads
from bot.storage import excuse_requests as ask
from bot.storage import queries
from bot.storage import threads as messages
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Dialogue, Person


async def is_over(session: AsyncSession, who: Person, question: Dialogue) -> bool:
    """Whether the request of a question that still waits was decided or withdrawn, or one that left with it
    declined since it was asked: words add nothing to it any more."""
    found = await ask.locked_request(session, who.office_id, question.about)
    if found is None or found[0].state not in (RequestState.DRAFT, RequestState.OPEN):
        return True
    return await ask.declined_with(session, who, found[0], question.asked_at)


async def said(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The first words after a no; what follows goes on in the thread. Nothing where none was declined
    lately."""
    request = await _last_declined(session, who, now)
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


async def unasked(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice] | None:
    """A recording where nothing is asked and no other proof is on its way: about the no of these hours, which
    nobody at the site hears; None where there was none."""
    request = await _last_declined(session, who, now)
    if request is None or inbound.voice is None or inbound.voice.kept is None:
        return None
    if await queries.question_to(session, who) or await awaited_proofs.promised(session, who, ""):
        return None
    return await _sent(session, who, request, inbound, now)


async def _sent(
    session: AsyncSession, who: Person, request: ExcuseRequest, inbound: Inbound, now: datetime
) -> list[Notice]:
    case = await threads.own_case(session, who, request.case_id)
    message = await threads.content(session, who, case, inbound)
    return await threads.about_excuse(session, who, case, message, request.days, now)


async def _last_declined(session: AsyncSession, who: Person, now: datetime) -> ExcuseRequest | None:
    """The last no of these hours."""
    declined = await ask.declined_since(session, who, now - NO_ANSWERED_WITHIN)
    return declined[0] if declined else None

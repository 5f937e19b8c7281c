"""Lets an excuse request leave that was only begun, and asks about a proof that has not come."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, excuse_cards, excuse_requests
from bot.domain.excuse_requests import Proof, RequestState
from bot.domain.messages import Choice, Notice, Refused, Show
from bot.domain.outages import ONE_DAY, report_closes
from bot.storage import excuse_requests as ask
from bot.storage import queries
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Case, Person
from bot.storage.outages import outages_in

NEXT_DAY = timedelta(days=1)


async def requests(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """What is due about one of them; None when there is nothing."""
    due = await ask.due_request(session, now)
    found = await ask.locked_request(session, due.office_id, due.id) if due else None
    if found is None:
        return None
    request, of = found
    if request.look_at is None or request.look_at > now:
        return []  # somebody was quicker
    match request.state:
        case RequestState.DRAFT:
            return await _left(session, of, request, now)
        case RequestState.OPEN:
            return await _proof_missing(session, of, request, now)
        case _:
            request.look_at = None
            return []


async def _left(session: AsyncSession, case: Case, request: ExcuseRequest, now: datetime) -> list[Notice]:
    """Nobody said anything of a proof: it leaves as it is, and one that comes later is added."""
    if request.reason is None:
        excuse_requests.drop(request)
        return []
    try:
        filed = await excuse_requests.file_with_others(
            session, case, request, proof=Proof.NONE, by=None, now=now
        )
    except Refused:
        excuse_requests.drop(request)  # its days were excused, or asked for, in the meantime
        return []
    receipts = [await excuse_cards.receipt(session, one, one.filed_by, show=Show.AGAIN) for one in filed]
    return [*receipts, *[await excuse_cards.card(session, case, one) for one in filed]]


async def _proof_missing(
    session: AsyncSession, case: Case, request: ExcuseRequest, now: datetime
) -> list[Notice]:
    """On its day the client is reminded, once; a day later the officer decides without it."""
    if request.look_at is not None:
        final = report_closes(
            request.look_at, await outages_in(session, request.look_at - ONE_DAY, request.look_at)
        )
        if now < final:
            request.look_at = final
            return []
    if request.proof_asked:
        request.look_at = None
        return [await excuse_cards.card(session, case, request, show=Show.AGAIN, key="excuse-card-overdue")]
    request.proof_asked, request.look_at = True, now + NEXT_DAY
    to = await session.get_one(Person, request.filed_by)
    office = await queries.office_of(session, request.office_id)
    return [
        Notice(
            to=to.id,
            key="excuse-proof-reminder",
            params=cards.greeting(to) | excuse_cards.span(*request.days, office.zone),
            choices=(Choice(f"excuse-add:{request.id}", "choice-excuse-add"),),
            once=f"excuse-proof:{request.id}:{request.proof_on}",
        )
    ]

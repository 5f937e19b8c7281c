"""The questions of an excuse request, one after the other: why, in which words, which days, which proof."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, excuse_cards, excuse_requests, worried_answers
from bot.domain.cases import local_day
from bot.domain.days import day_number
from bot.domain.excuse_requests import ExcuseReason, Proof, RequestState
from bot.domain.messages import Choice, Line, Notice, Show, When
from bot.domain.reports import midday
from bot.storage import excuse_requests as ask
from bot.storage import queries
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Case, Person

TOPIC = "excuse"
PATIENCE = timedelta(minutes=30)
REASON, WORDS, DAYS, PROOF, PROOF_OF_ALL = 0, 1, 2, 3, 4
"""What is awaited, as the step of the question; the last, of all days that left together."""
OFFERED = (Proof.OFFICER_KNOWS, Proof.LATER, Proof.NONE)


async def next_question(
    session: AsyncSession, who: Person, case: Case, request: ExcuseRequest, now: datetime
) -> list[Notice]:
    """What is still to be said of a draft."""
    client = await session.get_one(Person, request.client_id)
    if request.reason is None:
        await queries.ask_for_words(session, who, TOPIC, request.id, now, REASON)
        return [_ask_reason(who, client, request)]
    photos, voices = await ask.proofs_of(session, request)
    said = request.words or photos or voices
    if request.reason is ExcuseReason.OTHER and not said:
        await queries.ask_for_words(session, who, TOPIC, request.id, now, WORDS)
        return [Notice(to=who.id, key="excuse-ask-words", card=_card(request))]
    if request.first is None or request.last is None:
        await queries.ask_for_words(session, who, TOPIC, request.id, now, DAYS)
        return [await _ask_days(session, who, client, request, now)]
    if photos or voices:
        return await file(session, who, case, request, Proof.NONE, now)
    await queries.ask_for_words(session, who, TOPIC, request.id, now, PROOF)
    return [await _ask_proof(session, who, request)]


def _card(request: ExcuseRequest) -> str:
    """The questions replace each other."""
    return f"excuse-own:{request.id}"


def _ask_reason(who: Person, client: Person, request: ExcuseRequest) -> Notice:
    choices = tuple(
        Choice(f"excuse-reason:{request.id}:{one.value}", f"choice-excuse-reason-{ExcuseReason(one).value}")
        for one in ExcuseReason
    )
    own = client.id == who.id
    key = "excuse-ask-reason" if own else "excuse-ask-reason-child"
    params = cards.greeting(who) if own else {"name": client.shown}
    return Notice(to=who.id, key=key, params=params, choices=choices, card=_card(request))


async def _ask_days(
    session: AsyncSession, who: Person, client: Person, request: ExcuseRequest, now: datetime
) -> Notice:
    """The next session's day, today, or several; typed days are understood at once."""
    office = await queries.office_of(session, request.office_id)
    today = local_day(now, office.zone)
    following = await queries.next_session(session, client, now)
    days = [following.day] if following else []
    days += [today] if today not in days else []
    choices = [
        Choice(
            f"excuse-day:{request.id}:{day_number(day)}",
            "choice-excuse-today" if day == today else "choice-excuse-day",
            {"day": When(midday(day, office.zone), office.zone)},
        )
        for day in days
    ]
    several = Choice(f"excuse-days:{request.id}", "choice-excuse-days")
    return Notice(
        to=who.id, key="excuse-ask-days", choices=(*choices, several), card=_card(request), show=Show.AGAIN
    )


async def _ask_proof(session: AsyncSession, who: Person, request: ExcuseRequest) -> Notice:
    office = await queries.office_of(session, request.office_id)
    rows = await ask.touched(session, request.client_id, office.id, *request.days)
    begun = await ask.begun_on(session, request.client_id, office.id, *request.days)
    at_work = who.id == request.client_id and any(one.finished_at is None for one, _ in begun)
    leaves = (Line("excuse-at-work"),) if at_work else ()
    planned = await excuse_cards.days_of(session, request, rows)
    others = []
    for one in await ask.beside(session, request):
        also = await ask.touched(session, one.client_id, office.id, *one.days)
        others.append(Line("excuse-ask-proof-also", excuse_cards.span(*one.days, office.zone)))
        others += await excuse_cards.days_of(session, one, also)
    return Notice(
        to=who.id,
        key="excuse-ask-proof",
        params=excuse_cards.span(*request.days, office.zone),
        lines=(*planned, *others, *leaves, Line("excuse-ask-proof-how")),
        choices=tuple(
            Choice(f"excuse-proof:{request.id}:{one.value}", f"choice-excuse-proof-{Proof(one).value}")
            for one in OFFERED
        ),
        card=_card(request),
        show=Show.AGAIN,
    )


async def file(
    session: AsyncSession,
    who: Person,
    case: Case,
    request: ExcuseRequest,
    proof: Proof,
    now: datetime,
    on: date | None = None,
) -> list[Notice]:
    """The request leaves: a receipt, and the card for whoever guides the case. While a proof is on its way,
    what is sent next belongs to it, and its day may be said at once."""
    await queries.forget_question(session, who)
    filed = await excuse_requests.file_with_others(
        session, case, request, proof=proof, by=who, now=now, on=on
    )
    if proof is not Proof.OFFICER_KNOWS and on is None:
        step = PROOF if len(filed) == 1 else PROOF_OF_ALL
        await queries.ask_for_words(session, who, TOPIC, request.id, now, step)
    await session.flush()
    receipts = [await excuse_cards.receipt(session, one, who.id, show=Show.AGAIN) for one in filed]
    return [*receipts, *[await excuse_cards.card(session, case, one) for one in filed]]


async def asked_about(session: AsyncSession, who: Person, request: ExcuseRequest) -> list[ExcuseRequest]:
    """What he is asked about: this request, or all that left together with it."""
    question = await queries.question_to(session, who)
    if question is None or question.topic != TOPIC or question.step != PROOF_OF_ALL:
        return [request]
    return [request, *await ask.left_with(session, request)]


async def completed(
    session: AsyncSession,
    who: Person,
    case: Case,
    request: ExcuseRequest,
    now: datetime,
    others: Sequence[ExcuseRequest] = (),
) -> list[Notice]:
    """Something was added: a draft goes on, and of an open request, and others that it was added to, the
    officer sees it."""
    if request.state is RequestState.DRAFT:
        return await next_question(session, who, case, request, now)
    requests = [request, *others]
    lines = await days_of(session, requests)
    added = Notice(to=who.id, key="excuse-added", lines=lines, ask=await cards.keyboard(session, who, now))
    if who.id == request.client_id:
        added = worried_answers.with_help(added, request.words)
    more = [
        await excuse_cards.card(session, case, one, show=Show.AGAIN, key="excuse-card-more")
        for one in requests
    ]
    return [added, *more]


async def days_of(session: AsyncSession, requests: Sequence[ExcuseRequest]) -> tuple[Line, ...]:
    """Of which days something is."""
    office = await queries.office_of(session, requests[0].office_id)
    return tuple(Line("excuse-of-days", excuse_cards.span(*one.days, office.zone)) for one in requests)

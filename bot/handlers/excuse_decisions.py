"""The officer decides an excuse request: one tap grants it; where he declines, the client reads why."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, excuse_cards, excuse_requests, recordings
from bot.domain.answers import in_one, own_words
from bot.domain.cases import CaseState, local_day
from bot.domain.excuse_requests import Declined, RequestState
from bot.domain.messages import Choice, Inbound, Line, Notice, Param, Refused, Show, When, choice_numbers
from bot.handlers import added_meanwhile, decided_meanwhile, excusing
from bot.storage import excuse_requests as ask
from bot.storage import leaves, queries
from bot.storage.client_queries import awaited_session
from bot.storage.client_queries import cases_of as cases_of_client
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Case, Person, Photo
from bot.storage.unsaid_photos import unsaid_since

log = structlog.get_logger()

TOPIC = "excuse-declined"
LONGEST_REASON = 300


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The card of a request, from elsewhere."""
    request, case = await theirs_to_decide(session, who, choice_numbers(inbound.text, 1)[0], now)
    return [await excuse_cards.card(session, case, request, to=who, show=Show.AGAIN)]


async def approve(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Setujui*: excused in all cases of the client that this officer guides. Ten minutes are left to take it
    back."""
    request, case = await theirs_to_decide(session, who, choice_numbers(inbound.text, 1)[0], now)
    if request.state is not RequestState.OPEN:
        return await overtaken(session, who, case, request)
    client = await session.get_one(Person, request.client_id)
    cases = await cases_of(session, who, case, client, now)
    return await excusing.excused(session, who, client, cases, *request.days, words="", now=now)


async def cases_of(session: AsyncSession, who: Person, case: Case, client: Person, now: datetime) -> set[int]:
    """The case of a request, and the others of this client that this officer guides; once he is with another
    Bapas, those that went there with it."""
    if case.state is CaseState.TRANSFERRED:
        others = [one for one in await cases_of_client(session, client) if one.state is case.state]
    else:
        others = list(await queries.open_cases(session, client))
    return {case.id, *[one.id for one in others if await leaves.answers_for(session, who, one, now)]}


async def ask_why(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tolak*: the client will read why, and a guardian who filed it."""
    request, case = await theirs_to_decide(session, who, choice_numbers(inbound.text, 1)[0], now)
    if request.state is not RequestState.OPEN:
        return await overtaken(session, who, case, request)
    seen = await added_meanwhile.seen_of_excuse(session, request)
    await queries.ask_for_words(session, who, TOPIC, request.id, now, said=seen)
    client = await session.get_one(Person, request.client_id)
    choices = tuple(
        Choice(f"excuse-why:{request.id}:{one.value}:{seen}", f"reason-declined-{Declined(one).value}")
        for one in Declined
    )
    reads = (Line("excuse-ask-why-guardian"),) if request.filed_by != client.id else ()
    about: dict[str, Param] = {"name": client.shown}
    return [Notice(to=who.id, key="excuse-ask-why", params=about, lines=reads, choices=choices)]


async def by_reason(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of the reasons."""
    request, case = await theirs_to_decide(session, who, choice_numbers(inbound.text, 1)[0], now)
    word, seen = (*inbound.text.split(":")[2:4], "", "")[:2]
    if word not in set(Declined):
        raise Refused("choice-unknown")
    reason = f"reason-declined-{Declined(word).value}"
    if added := await _added(session, who, case, request, reason, seen, now):
        return added
    return await _decline(session, who, case, request, reason, now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The officer's own words."""
    question = await queries.question_to(session, who)
    seen = question.said.partition("\n")[0] if question else ""
    request, case = await theirs_to_decide(session, who, about, now)
    reason = in_one(inbound.text.strip(), LONGEST_REASON)
    if request.state is not RequestState.OPEN:
        return await overtaken(session, who, case, request, reason)
    if added := await _added(session, who, case, request, reason, seen, now):
        return added
    return await _decline(session, who, case, request, reason, now)


async def still(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tetap tolak*: with what he wrote before he saw what was added."""
    request_id = choice_numbers(inbound.text, 1)[0]
    question = await queries.question_to(session, who)
    asked = question is not None and (question.topic, question.about) == (TOPIC, request_id)
    seen, _, reason = question.said.partition("\n") if question and asked else ("", "", "")
    if not reason:
        return await ask_why(session, who, inbound, now)
    request, case = await theirs_to_decide(session, who, request_id, now)
    if added := await _added(session, who, case, request, reason, seen, now):
        return added
    return await _decline(session, who, case, request, reason, now)


async def _added(
    session: AsyncSession,
    who: Person,
    case: Case,
    request: ExcuseRequest,
    reason: str,
    seen: str,
    now: datetime,
) -> list[Notice]:
    """Something came in since he was asked why: it is shown, and the question stands with what he wrote."""
    is_now = await added_meanwhile.seen_of_excuse(session, request)
    if request.state is not RequestState.OPEN or seen in ("", is_now):
        return []
    await queries.ask_for_words(session, who, TOPIC, request.id, now, said=f"{is_now}\n{reason}")
    return [await added_meanwhile.excuse_again(session, case, request, who, reason)]


async def overtaken(
    session: AsyncSession, who: Person, case: Case, request: ExcuseRequest, words: str = ""
) -> list[Notice]:
    """Who comes second reads who has decided, and his own words; whoever taps his own decision once more
    only sees the card."""
    await queries.forget_question(session, who)
    if request.decided_by == who.id and not words:
        return [await excuse_cards.card(session, case, request, to=who, show=Show.EDIT)]
    was = await decided_meanwhile.of_excuse(session, request)
    lines = (decided_meanwhile.written(words),) if words else ()
    return [
        Notice(to=who.id, key=was.key, params=was.params, lines=lines),
        await excuse_cards.card(session, case, request, to=who, show=Show.EDIT_ONLY),
    ]


async def _decline(
    session: AsyncSession, who: Person, case: Case, request: ExcuseRequest, reason: str, now: datetime
) -> list[Notice]:
    if request.state is not RequestState.OPEN:
        return await overtaken(session, who, case, request)
    await queries.forget_question(session, who)
    await excuse_requests.decline(session, case, request, reason, by=who, now=now)
    client = await session.get_one(Person, request.client_id)
    office = await queries.office_of(session, case.office_id)
    told: dict[str, Param] = excuse_cards.span(*request.days, office.zone) | {"reason": own_words(reason)}
    return [
        await excuse_cards.card(session, case, request, to=who, show=Show.EDIT),
        Notice(
            to=client.id,
            key="excuse-declined-client",
            params=cards.greeting(client) | told,
            lines=await _next(session, client, case, request, now),
            ask=await cards.keyboard(session, client, now),
        ),
        *await excusing.told_filer(session, client, request, "excuse-declined-guardian", own_words(reason)),
    ]


async def _next(
    session: AsyncSession, client: Person, case: Case, request: ExcuseRequest, now: datetime
) -> tuple[Line, ...]:
    """When he is expected, and what he can still do; nothing here where another Bapas plans his days."""
    if case.state is CaseState.TRANSFERRED:
        return ()
    return (*await _stands(session, client, request, now), Line("excuse-declined-next"))


async def _stands(
    session: AsyncSession, client: Person, request: ExcuseRequest, now: datetime
) -> tuple[Line, ...]:
    """When he is expected: today, where he asked about today and its session is not over; else next."""
    office = await queries.office_of(session, request.office_id)
    first, last = request.days
    today = local_day(now, office.zone)
    planned = await awaited_session(session, client, now) if first <= today <= last else None
    if planned is None or planned.day != today:
        return await cards.next_day(session, client, now)
    site = await queries.site_of(session, client.office_id, planned.site_id)
    times: dict[str, Param] = {
        "start": When(planned.starts_at, site.zone),
        "finish": When(planned.ends_at, site.zone),
    }
    return (Line("excuse-declined-today", times | {"site": site.name}),)


async def proofs(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Lihat bukti*: the photos and recordings, oldest first; of what was erased by now that is said."""
    request, _ = await theirs_to_decide(session, who, choice_numbers(inbound.text, 1)[0], now)
    client = await session.get_one(Person, request.client_id)
    office = await queries.office_of(session, request.office_id)
    photos, voices = await ask.proofs_of(session, request)
    unsaid = [await session.get_one(Photo, one.photo_id) for one in await unsaid_since(session, request)]
    notices = []
    for photo in [*photos, *unsaid]:
        about: dict[str, Param] = {"name": client.shown, "at": When(photo.received_at, office.zone)}
        media = f"photo-full:{photo.id}" if photo.file else ""
        key = "excuse-proof-here" if media else "excuse-proof-gone"
        notices.append(Notice(to=who.id, key=key, params=about, media=media))
    notices += [recordings.played(note, by=client, zone=office.zone, to=who) for note in voices]
    if not notices:
        raise Refused("choice-unknown")
    return notices


async def theirs_to_decide(
    session: AsyncSession, who: Person, request_id: int, now: datetime
) -> tuple[ExcuseRequest, Case]:
    """A request that this officer decides today, its case locked, also of a client who has gone to another
    Bapas since. Raises Refused for any other, and for a draft that nobody has sent."""
    found = await ask.locked_request(session, who.office_id, request_id)
    sent = found is not None and found[0].filed_at is not None
    if found is None or not sent or not await leaves.answers_for(session, who, found[1], now):
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return found

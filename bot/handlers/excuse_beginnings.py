"""How an excuse request begins: by `/izin`, for a child, after a miss, or with the photo of a letter."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import excuse_cards, excuse_requests
from bot.domain.answers import own_words, reason_of
from bot.domain.cases import local_day
from bot.domain.checkins import Shows
from bot.domain.excuse_requests import ExcuseReason, Wish, read_wish
from bot.domain.messages import Ask, Choice, Inbound, Notice, Refused, Show, choice_numbers
from bot.domain.people import Role
from bot.handlers.excuse_steps import next_question
from bot.storage import excuse_requests as ask
from bot.storage import guardian_queries, queries
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.identity import evidence_by_id
from bot.storage.models import Case, Person, Photo

log = structlog.get_logger()

SICK = "reason-sick"
"""The answer to a miss that says the reason of a request too."""


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/izin`, with as much behind it as somebody likes: `/izin sakit 20/04 22/04 demam`. What waits already
    is shown first, to be completed or withdrawn."""
    if who.role is Role.GUARDIAN:
        return await _for_child(session, who, inbound, now)
    case = await _case_of(session, who)
    waiting = await ask.open_of(session, who.id, who.office_id)
    if waiting and not inbound.text.strip():
        last = waiting[-1].id
        return [
            await excuse_cards.receipt(session, one, who.id, show=Show.AGAIN, more=one.id == last)
            for one in waiting
        ]
    return await _begun(session, who, case, inbound.text, now)


async def another(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Izin lain*, beside one that waits."""
    if who.role is Role.GUARDIAN:
        return await _for_child(session, who, inbound, now)
    return await _begun(session, who, await _case_of(session, who), "", now)


async def _for_child(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Which child? With one only there is no question."""
    wards = {child.id: (case, child) for case, child in await guardian_queries.wards(session, who)}
    if not wards:
        return [Notice(to=who.id, key="guardian-no-child", ask=Ask.GUARDIAN)]
    if len(wards) > 1:
        choices = tuple(
            Choice(f"excuse-for:{case.id}", "choice-name", {"name": child.shown})
            for case, child in wards.values()
        )
        return [Notice(to=who.id, key="guardian-which", choices=choices)]
    ((case, _),) = wards.values()
    text = inbound.text if inbound.command else ""
    return await _begun(session, who, case, text, now)


async def for_ward(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of several children."""
    case = await queries.locked_case(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if case is None or case.guardian_id != who.id:
        raise _not_yours(who)
    return await _begun(session, who, case, "", now)


async def missed(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ajukan izin* under the answer to a miss: the day is known, and often the reason; what was answered
    stays."""
    request, case = await _of_miss(session, who, choice_numbers(inbound.text, 1)[0], now)
    return await next_question(session, who, case, request, now)


async def photo_of_miss(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Bukti izin* under a photo that came while a miss was asked about: it is no photo of work."""
    evidence_id, session_id = choice_numbers(inbound.text, 2)
    shown = await evidence_by_id(session, who.office_id, evidence_id)
    if shown is None or shown.client_id != who.id or shown.photo_id is None:
        raise _not_yours(who)
    taken = shown.attendance_id is not None or shown.shows is Shows.PROOF
    if taken or not await ask.without_proofs(session, [shown]):
        raise Refused("excuse-photo-used")
    request, case = await _of_miss(session, who, session_id, now)
    said, shown.shows, shown.said = shown.said, Shows.PROOF, ""
    kept = await session.get_one(Photo, shown.photo_id)
    await excuse_requests.add(session, request, words=said, photo=kept)
    return await next_question(session, who, case, request, now)


async def _of_miss(
    session: AsyncSession, who: Person, session_id: int, now: datetime
) -> tuple[ExcuseRequest, Case]:
    """A draft for the day of a session, with what was answered about it. Raises Refused as `set_days`
    does."""
    planned = await queries.session_by_id(session, who.office_id, session_id)
    if planned is None or planned.client_id != who.id:
        raise _not_yours(who)
    case = await _case_of(session, who)
    reason = ExcuseReason.SICK if reason_of(planned.answer) == SICK else None
    said = own_words(planned.answer)
    words = said if isinstance(said, str) else ""
    return await _draft_of(session, who, case, Wish(reason, (planned.day, planned.day), words), now), case


async def _begun(session: AsyncSession, who: Person, case: Case, text: str, now: datetime) -> list[Notice]:
    office = await queries.office_of(session, who.office_id)
    request = await _draft_of(session, who, case, read_wish(text, local_day(now, office.zone)), now)
    return await next_question(session, who, case, request, now)


async def _draft_of(
    session: AsyncSession, who: Person, case: Case, wish: Wish, now: datetime
) -> ExcuseRequest:
    request = await excuse_requests.begin(
        session, case, by=who, reason=wish.reason, words=wish.words, now=now
    )
    if wish.days:
        await excuse_requests.set_spans(session, case, request, (wish.days, *wish.others), now)
    return request


async def _case_of(session: AsyncSession, client: Person) -> Case:
    """The case whose officer decides, locked. Raises Refused where none runs."""
    found = await ask.case_for(session, client)
    case = await queries.locked_case(session, client.office_id, found.id) if found else None
    if case is None:
        raise Refused("no-active-case")
    return case


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")

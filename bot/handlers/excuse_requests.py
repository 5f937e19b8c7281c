"""`/izin`: a client, or a child's guardian, asks to be excused; an officer decides, no site learns why."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, excuse_cards, excuse_requests, recordings, worried_answers
from bot.domain.cases import local_day
from bot.domain.days import day_of, read_day
from bot.domain.excuse_requests import (
    ExcuseReason,
    Proof,
    RequestState,
    Wish,
    check_proof_day,
    read_days,
    read_wish,
)
from bot.domain.messages import (
    Inbound,
    Notice,
    Param,
    Refused,
    Show,
    When,
    choice_numbers,
)
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.evidence import keep_picture
from bot.handlers import awaited_proofs
from bot.handlers.excuse_steps import (
    DAYS,
    PROOF,
    PROOF_OF_ALL,
    REASON,
    TOPIC,
    asked_about,
    completed,
    days_of,
    file,
    next_question,
)
from bot.storage import excuse_requests as ask
from bot.storage import queries
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Case, Person

log = structlog.get_logger()

ASKED_AGAIN = "again"
ONE_WEEK = timedelta(days=7)
"""How far ahead the example of a date lies."""


async def by_reason(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of the reasons."""
    request, case = await _draft(session, who, choice_numbers(inbound.text, 1)[0])
    word = inbound.text.split(":")[2:3]
    if not word or word[0] not in set(ExcuseReason):
        raise Refused("choice-unknown")
    request.reason = ExcuseReason(word[0])
    return await next_question(session, who, case, request, now)


async def by_day(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One day from the buttons."""
    request_id, number = choice_numbers(inbound.text, 2)
    request, case = await _draft(session, who, request_id)
    day = day_of(number)
    await excuse_requests.set_days(session, case, request, day, day, now)
    return await next_question(session, who, case, request, now)


async def several_days(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Beberapa hari*: to be typed."""
    request, _ = await _draft(session, who, choice_numbers(inbound.text, 1)[0])
    await queries.ask_for_words(session, who, TOPIC, request.id, now, DAYS)
    return [Notice(to=who.id, key="excuse-ask-span")]


async def by_proof(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*PK sudah tahu*, *Bukti menyusul* or *Tanpa bukti*: the request leaves."""
    request, case = await _draft(session, who, choice_numbers(inbound.text, 1)[0])
    word = inbound.text.split(":")[2:3]
    if not word or word[0] not in set(Proof):
        raise Refused("choice-unknown")
    return await file(session, who, case, request, Proof(word[0]), now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Why, which days, until when a proof comes, or a word more: by what was asked."""
    question = await queries.question_to(session, who)
    step = question.step if question else PROOF
    request, case = await _own(session, who, about)
    office = await queries.office_of(session, who.office_id)
    today = local_day(now, office.zone)
    if step == REASON:
        return await _wished(session, who, case, request, read_wish(inbound.text.strip(" .!"), today), now)
    if step == DAYS:
        await excuse_requests.set_spans(session, case, request, read_days(inbound.text, today), now)
        return await next_question(session, who, case, request, now)
    proof = step in (PROOF, PROOF_OF_ALL)
    if proof and (day := read_day(inbound.text, today)):
        return await _proof_on(session, who, case, request, day, now)
    requests = await asked_about(session, who, request)
    await queries.forget_question(session, who)
    for one in requests:
        await excuse_requests.add(session, one, words=inbound.text.strip())
    if proof and await _waits_for_day(session, request) and question and not question.said:
        return await _day_once_more(session, who, case, requests, step, now)
    return await completed(session, who, case, request, now, requests[1:])


async def _waits_for_day(session: AsyncSession, request: ExcuseRequest) -> bool:
    """Whether a proof is on its way, of which he could say when it comes."""
    photos, voices = await ask.proofs_of(session, request)
    later = request.state is RequestState.OPEN and request.proof is Proof.LATER
    return later and not photos and not voices


async def _day_once_more(
    session: AsyncSession, who: Person, case: Case, requests: list[ExcuseRequest], step: int, now: datetime
) -> list[Notice]:
    """His words are kept, and were perhaps meant for a day (*minggu depan*): it is asked for once more."""
    request = requests[0]
    assert request.proof_on is not None  # noqa: S101  (a proof that comes later has its day)
    await queries.ask_for_words(session, who, TOPIC, request.id, now, step, ASKED_AGAIN)
    office = await queries.office_of(session, who.office_id)
    today = local_day(now, office.zone)
    params: dict[str, Param] = {
        "day": When(midday(request.proof_on, office.zone), office.zone),
        "example": When(midday(today + ONE_WEEK, office.zone), office.zone),
    }
    more = [
        await excuse_cards.card(session, case, one, show=Show.AGAIN, key="excuse-card-more")
        for one in requests
    ]
    added = Notice(to=who.id, key="excuse-added-no-day", params=params)
    return [worried_answers.with_help(added, request.words) if who.role is Role.CLIENT else added, *more]


async def _wished(
    session: AsyncSession, who: Person, case: Case, request: ExcuseRequest, wish: Wish, now: datetime
) -> list[Notice]:
    """What is typed where a reason could be pressed: as behind the command. Words without one of the reasons
    are a reason of his own; a day alone leaves the reason to be said."""
    if wish.reason or wish.words:
        request.reason = wish.reason or ExcuseReason.OTHER
    await excuse_requests.add(session, request, words=wish.words)
    if wish.days:
        await excuse_requests.set_spans(session, case, request, (wish.days, *wish.others), now)
    return await next_question(session, who, case, request, now)


async def _proof_on(
    session: AsyncSession, who: Person, case: Case, request: ExcuseRequest, day: date, now: datetime
) -> list[Notice]:
    """The day on which the proof comes, of all days that left together where they are asked about."""
    office = await queries.office_of(session, who.office_id)
    check_proof_day(day, local_day(now, office.zone))
    if request.state is RequestState.DRAFT:
        return await file(session, who, case, request, Proof.LATER, now, day)
    excuse_requests.check_undecided(request)
    requests = await asked_about(session, who, request)
    for one in requests:
        excuse_requests.expect_proof(one, day, office.zone)
    await queries.forget_question(session, who)
    params = {"day": When(midday(day, office.zone), office.zone)}
    keys = await cards.keyboard(session, who, now)
    lines = await days_of(session, requests) if len(requests) > 1 else ()
    kept = Notice(to=who.id, key="excuse-proof-day-kept", params=params, lines=lines, ask=keys)
    return [kept, *[await excuse_cards.card(session, case, one, show=Show.EDIT) for one in requests]]


async def photo(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A photo of a letter, a prescription, a summons, with what stands under it; kept for the officer,
    compared with nothing."""
    assert inbound.photo is not None  # noqa: S101  (the kind says so)
    if inbound.photo.problem:
        problem = inbound.photo.problem.value.replace("_", "-")
        return [Notice(to=who.id, key=f"photo-problem-{problem}")]
    request, case = await _own(session, who, about)
    question = await queries.question_to(session, who)
    declined = question and await ask.declined_with(session, who, request, question.asked_at)
    if who.role is Role.CLIENT and (declined or request.state is RequestState.DECLINED):
        return await awaited_proofs.ask(session, who, inbound, now)
    excuse_requests.check_undecided(request)
    kept = await keep_picture(session, case.office_id, inbound, case_id=case.id)
    requests = await asked_about(session, who, request)
    for one in requests:
        await excuse_requests.add(session, one, words=inbound.text.strip(), photo=kept)
    return await completed(session, who, case, request, now, requests[1:])


async def aloud(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The same, spoken."""
    request, case = await _own(session, who, about)
    excuse_requests.check_undecided(request)
    note = await recordings.keep(session, who, inbound, case)
    requests = await asked_about(session, who, request)
    for one in requests:
        await excuse_requests.add(session, one, voice=note)
    return await completed(session, who, case, request, now, requests[1:])


async def more(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tambah bukti*, as long as nobody has decided."""
    request, _ = await _own(session, who, choice_numbers(inbound.text, 1)[0])
    excuse_requests.check_undecided(request)
    await queries.ask_for_words(session, who, TOPIC, request.id, now, PROOF)
    return [Notice(to=who.id, key="excuse-ask-more")]


async def withdraw(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tarik izin*, as long as nobody has decided."""
    request, case = await _own(session, who, choice_numbers(inbound.text, 1)[0])
    known = request.state is RequestState.OPEN
    await excuse_requests.withdraw(session, case, request, by=who, now=now)
    await queries.forget_question(session, who)
    keys = await cards.keyboard(session, who, now)
    answer = Notice(
        to=who.id, key="excuse-withdrawn", ask=keys, card=f"excuse-own:{request.id}", show=Show.AGAIN
    )
    return [answer, *([await excuse_cards.card(session, case, request, show=Show.EDIT)] if known else [])]


async def _draft(session: AsyncSession, who: Person, request_id: int) -> tuple[ExcuseRequest, Case]:
    request, case = await _own(session, who, request_id)
    if request.state is not RequestState.DRAFT:
        raise Refused("excuse-request-sent")
    return request, case


async def _own(session: AsyncSession, who: Person, request_id: int) -> tuple[ExcuseRequest, Case]:
    """A request of this client, or one that this guardian filed, its case locked. Raises Refused for anybody
    else's."""
    found = await ask.locked_request(session, who.office_id, request_id)
    if found is None or who.id not in (found[0].client_id, found[0].filed_by):
        raise _not_yours(who)
    if who.role is Role.GUARDIAN and found[1].guardian_id != who.id:
        raise _not_yours(who)
    return found


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")

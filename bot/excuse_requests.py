"""Excuse requests as they are filed, completed, decided, withdrawn; nothing of them reaches a site."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.answers import added, in_one
from bot.domain.cases import local_day
from bot.domain.excuse_requests import (
    WAITING_FOR_DECISION,
    ExcuseReason,
    Proof,
    RequestState,
    asked_about_at,
    check_days,
    left_by_itself,
    proof_day,
    told,
)
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.orders import excused_spans
from bot.storage import excuse_requests as ask
from bot.storage import queries
from bot.storage.events import record
from bot.storage.excuse_requests import ExcuseProof, ExcuseRequest
from bot.storage.models import Case, ExcusedSpan, Person, Photo, WorkSession
from bot.storage.voices import VoiceNote

LONGEST_WORDS = 1000


async def begin(
    session: AsyncSession, case: Case, *, by: Person, reason: ExcuseReason | None, words: str, now: datetime
) -> ExcuseRequest:
    """A draft, in place of any that the same person left undone."""
    client = await session.get_one(Person, case.client_id)
    for before in await ask.drafts_of(session, client, by):
        drop(before)
    request = ExcuseRequest(
        office_id=case.office_id,
        case_id=case.id,
        client_id=case.client_id,
        filed_by=by.id,
        reason=reason,
        words=in_one(words, LONGEST_WORDS),
        begun_at=now,
    )
    session.add(request)
    await session.flush()
    return request


def drop(request: ExcuseRequest) -> None:
    """A draft of which nobody was told."""
    request.state, request.look_at = RequestState.WITHDRAWN, None


async def set_days(
    session: AsyncSession, case: Case, request: ExcuseRequest, first: date, last: date, now: datetime
) -> None:
    """The days of a draft; from here on it leaves by itself.

    Raises Refused for days that are none, that were excused before, or of which one is asked for already.
    """
    office = await queries.office_of(session, case.office_id)
    check_days(first, last, local_day(now, office.zone))
    await _check_free(session, case, first, last)
    request.first, request.last, request.look_at = first, last, left_by_itself(now)


async def set_spans(
    session: AsyncSession,
    case: Case,
    request: ExcuseRequest,
    spans: Sequence[tuple[date, date]],
    now: datetime,
) -> None:
    """Days apart from each other: the first are those of this draft, each of the others has a draft beside
    it, which leaves with it. Raises Refused as `set_days` does."""
    first, *others = spans
    await set_days(session, case, request, *first, now)
    for one in others:
        other = ExcuseRequest(
            office_id=request.office_id,
            case_id=request.case_id,
            client_id=request.client_id,
            filed_by=request.filed_by,
            begun_at=request.begun_at,
        )
        await set_days(session, case, other, *one, now)
        other.look_at = None
        session.add(other)
    await session.flush()


async def _check_free(session: AsyncSession, case: Case, first: date, last: date) -> None:
    spans = (await excused_spans(session, [case.id]))[case.id]
    if any(one.first <= first and last <= one.last for one in spans):
        raise Refused("excuse-known-already")
    for one in await ask.open_of(session, case.client_id, case.office_id):
        if one.first is not None and one.last is not None and one.first <= last and first <= one.last:
            raise Refused("excuse-asked-already")


async def file(
    session: AsyncSession,
    case: Case,
    request: ExcuseRequest,
    *,
    proof: Proof,
    by: Person | None,
    now: datetime,
    on: date | None = None,
) -> None:
    """From now on the officer knows, and the misses of these days climb no ladder. The fact says neither why
    nor with which proof. Without a person the clock sent it. `on`: the day of a proof that comes later.
    Raises Refused as `set_days` does."""
    first, last = request.days
    await _check_free(session, case, first, last)
    office = await queries.office_of(session, case.office_id)
    today = local_day(now, office.zone)
    rows = await ask.touched(session, case.client_id, case.office_id, first, last)
    request.told = told(rows[0][0].starts_at if rows else None, first, now, today)
    request.state, request.filed_at, request.look_at = RequestState.OPEN, now, None
    request.proof = proof
    if proof is Proof.LATER:
        expect_proof(request, on or proof_day(today), office.zone)
    for planned, _ in rows:
        if planned.starts_at <= now:
            planned.answer = planned.answer or WAITING_FOR_DECISION
    days = {"first": first.isoformat(), "last": last.isoformat(), "told": request.told.value}
    await _record(session, case, request, EventKind.EXCUSE_ASKED, by, now, days)


async def file_with_others(
    session: AsyncSession,
    case: Case,
    request: ExcuseRequest,
    *,
    proof: Proof,
    by: Person | None,
    now: datetime,
    on: date | None = None,
) -> list[ExcuseRequest]:
    """A draft leaves, and what was asked for together with it: with the same reason, words and proofs. Of the
    others a day that was excused or asked for meanwhile needs no request. Raises Refused as `file` does."""
    others = await ask.beside(session, request)
    await file(session, case, request, proof=proof, by=by, now=now, on=on)
    photos, voices = await ask.proofs_of(session, request)
    filed = [request]
    for one in others:
        one.reason, one.words = request.reason, request.words
        try:
            await file(session, case, one, proof=proof, by=by, now=now, on=on)
        except Refused:
            drop(one)
            continue
        for kept in photos:
            await add(session, one, photo=kept)
        for note in voices:
            await add(session, one, voice=note)
        filed.append(one)
    await session.flush()
    return filed


def expect_proof(request: ExcuseRequest, day: date, zone: str) -> None:
    """Somebody is asked about the proof on this day."""
    request.proof, request.proof_on, request.proof_asked = Proof.LATER, day, False
    request.look_at = asked_about_at(day, zone)


async def add(
    session: AsyncSession,
    request: ExcuseRequest,
    *,
    words: str = "",
    photo: Photo | None = None,
    voice: VoiceNote | None = None,
) -> None:
    """Complete a request. Raises Refused for one that is decided or withdrawn."""
    check_undecided(request)
    if words:
        request.words = added(request.words, words, LONGEST_WORDS)
    if photo is not None or voice is not None:
        session.add(
            ExcuseProof(
                office_id=request.office_id,
                request_id=request.id,
                photo_id=photo.id if photo else None,
                voice_id=voice.id if voice else None,
            )
        )
        if request.state is RequestState.OPEN:
            request.look_at = None  # what was to be asked about has come
    await session.flush()


def check_undecided(request: ExcuseRequest) -> None:
    """Raises Refused for a request that is decided or withdrawn."""
    if request.state not in (RequestState.DRAFT, RequestState.OPEN):
        raise Refused("excuse-request-over")


async def withdraw(
    session: AsyncSession, case: Case, request: ExcuseRequest, *, by: Person, now: datetime
) -> None:
    """Taken back, as long as nobody has decided: the sessions stand as if nothing had been asked."""
    check_undecided(request)
    if request.state is RequestState.DRAFT:
        drop(request)
        return
    for planned in await _held(session, case, request):
        if planned.answer == WAITING_FOR_DECISION:
            planned.answer = ""
    request.state, request.look_at = RequestState.WITHDRAWN, None
    await _record(session, case, request, EventKind.EXCUSE_WITHDRAWN, by, now)


async def approve(
    session: AsyncSession,
    case: Case,
    request: ExcuseRequest,
    span: int | None,
    *,
    by: Person,
    now: datetime,
) -> None:
    """It became this excuse, or its days were excused before."""
    request.state, request.span_id = RequestState.APPROVED, span
    request.decided_by, request.decided_at, request.look_at = by.id, now, None
    await _record(session, case, request, EventKind.EXCUSE_APPROVED, by, now)


async def grant_part(
    session: AsyncSession,
    case: Case,
    request: ExcuseRequest,
    days: Collection[date],
    answer: str,
    *,
    by: Person,
    now: datetime,
) -> None:
    """Some of its days are excused, and were written down before; of the others holds what holds of days
    that are declined. Raises Refused for a request that is decided or withdrawn."""
    check_undecided(request)
    for planned in await _held(session, case, request):
        if planned.day not in days:
            planned.answer = ""
    request.state, request.answer, request.look_at = RequestState.APPROVED, answer, None
    request.decided_by, request.decided_at = by.id, now
    request.span_id = await ask.span_of(session, case, min(days))
    told = {"days": " ".join(one.isoformat() for one in sorted(days))}
    await _record(session, case, request, EventKind.EXCUSE_APPROVED, by, now, told)


async def decline(
    session: AsyncSession, case: Case, request: ExcuseRequest, answer: str, *, by: Person, now: datetime
) -> None:
    """Not accepted: what is to come stands, and what was missed is a miss again. Raises Refused for a request
    that is decided or withdrawn."""
    check_undecided(request)
    for planned in await _held(session, case, request):
        planned.answer = ""  # the facts keep what was said
    request.state, request.answer, request.look_at = RequestState.DECLINED, answer, None
    request.decided_by, request.decided_at = by.id, now
    await _record(session, case, request, EventKind.EXCUSE_DECLINED, by, now)


async def reopen(session: AsyncSession, spans: Sequence[ExcusedSpan]) -> Sequence[ExcuseRequest]:
    """An excuse is taken back: the requests that became it wait again. Before the excuse is gone."""
    found = await ask.became(session, [one.id for one in spans])
    for request in found:
        request.state, request.span_id = RequestState.OPEN, None
        request.decided_by, request.decided_at, request.answer = None, None, ""
    await session.flush()
    return found


async def _held(session: AsyncSession, case: Case, request: ExcuseRequest) -> list[WorkSession]:
    """The sessions of its days that are not excused by anybody else's word."""
    first, last = request.days
    return [one for one, _ in await ask.touched(session, case.client_id, case.office_id, first, last)]


async def _record(
    session: AsyncSession,
    case: Case,
    request: ExcuseRequest,
    kind: EventKind,
    by: Person | None,
    now: datetime,
    more: dict[str, str] | None = None,
) -> None:
    payload = {"request": request.id, **(more or {})}
    actor = by.id if by else None
    await record(session, case, kind, actor_id=actor, payload=payload, happened_at=now, now=now)

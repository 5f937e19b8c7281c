"""Photos for a client's claim that his site is closed. Where work that he began before waits for its photo
too, he is asked which of the two it is."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import challenges, closure_claims, file_checks
from bot.domain.messages import Choice, Inbound, Notice, Refused, choice_numbers
from bot.evidence import keep_photo, keep_picture
from bot.handlers import photo
from bot.handlers.closure_claims import awaits_place, claim, kept
from bot.handlers.day import own_case
from bot.storage import closure_claims as claims
from bot.storage import queries
from bot.storage.closure_claims import ClosureClaim
from bot.storage.identity import evidence_by_id
from bot.storage.models import Attendance, Case, Evidence, Person, Photo, Site

log = structlog.get_logger()


async def first(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A photo where his location was asked for: it is a claim all the same."""
    question = await queries.question_to(session, who)
    return await _sent(session, who, inbound, about, question.asked_at if question else now, now)


async def later(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A photo after he has said it. What he has begun since then is work, and so is its photo."""
    one = await claims.claim_by_id(session, who.office_id, about)
    if one is None or one.client_id != who.id:
        raise _not_yours(who)
    return await _sent(session, who, inbound, one.session_id, one.claimed_at, now)


async def _sent(
    session: AsyncSession, who: Person, inbound: Inbound, session_id: int, since: datetime, now: datetime
) -> list[Notice]:
    assert inbound.photo is not None  # noqa: S101  (the kind says so)
    if inbound.photo.problem:
        problem = inbound.photo.problem.value.replace("_", "-")
        return [Notice(to=who.id, key=f"photo-problem-{problem}")]
    work = await queries.latest_attendance(session, who, inbound.sent_at)
    if work is not None and work.started_at > since:
        await queries.forget_question(session, who)
        return await photo.photo(session, who, inbound, now)
    if work is not None and (work.photo_wanted or await challenges.waiting(session, work)):
        return await _which(session, who, inbound, work, session_id)
    one, site, asked = await claim(session, who, session_id, None, "", now)
    case = await own_case(session, who, one.case_id)
    shown = await keep_picture(session, one.office_id, inbound, case_id=case.id)
    return await _belongs(session, who, case, one, site, shown, now, asked=asked, album=inbound.album)


async def _which(
    session: AsyncSession, who: Person, inbound: Inbound, work: Attendance, session_id: int
) -> list[Notice]:
    """Kept, and asked about; of an album once."""
    case = await own_case(session, who, work.case_id)
    asked = bool(inbound.album) and await claims.asked_about(session, who, inbound.album)
    evidence = await keep_photo(session, case, inbound, None, None)
    choices = (
        Choice(f"closed-photo-work:{evidence.id}:{work.id}", "choice-closed-photo-work"),
        Choice(f"closed-photo-gate:{evidence.id}:{session_id}", "choice-closed-photo-gate"),
    )
    return [] if asked else [Notice(to=who.id, key="closed-photo-which", choices=choices)]


async def of_work(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Foto kerja*: the work has what it waited for."""
    evidence_id, work_id = choice_numbers(inbound.text, 2)
    sent = await _unnamed(session, who, evidence_id)
    work = await session.get(Attendance, work_id)
    if work is None or work.client_id != who.id:
        raise _not_yours(who)
    await own_case(session, who, work.case_id)
    await session.refresh(work)
    for one in sent:
        one.attendance_id, one.moment = work.id, work.photo_wanted
        await file_checks.check(session, one, now)
    return await photo.of_work(session, who, work, sent[0], now)


async def of_gate(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Foto lokasi tutup*: it goes with the claim, and is nobody's evidence of work."""
    evidence_id, session_id = choice_numbers(inbound.text, 2)
    sent = await _unnamed(session, who, evidence_id)
    one, site, notices = await claim(session, who, session_id, None, "", now)
    case = await own_case(session, who, one.case_id)
    for evidence in reversed(sent):
        shown = await session.get_one(Photo, evidence.photo_id)
        told = await _belongs(session, who, case, one, site, shown, now, asked=notices)
        notices = told[1:]
    return told


async def _belongs(
    session: AsyncSession,
    who: Person,
    case: Case,
    one: ClosureClaim,
    site: Site,
    shown: Photo,
    now: datetime,
    *,
    asked: list[Notice],
    album: str = "",
) -> list[Notice]:
    """A photo of the closed gate goes to the officer; the client reads it once, whatever the album holds."""
    question = await queries.question_to(session, who)
    joins = bool(album) and question is not None and question.said == album
    one.photo_id = shown.id
    key = "closed-photo-kept-place" if await awaits_place(session, one, now) else "closed-photo-kept"
    answer = await kept(session, who, one, site, "closed-kept-photo" if asked else key, now, album)
    to_officer = Notice(
        to=case.guide,
        key="closed-photo",
        params=closure_claims.about(site, one.day) | {"name": who.shown},
        media=f"photo:{shown.id}",
    )
    return [*([] if joins else [answer]), *asked, to_officer]


async def _unnamed(session: AsyncSession, who: Person, evidence_id: int) -> list[Evidence]:
    """The photo that he was asked about, first, with the others of its album. Raises Refused for another's,
    and where he has said it before."""
    shown = await evidence_by_id(session, who.office_id, evidence_id)
    if shown is None or shown.client_id != who.id or shown.photo_id is None:
        raise _not_yours(who)
    if shown.attendance_id is not None or not await claims.without_claims(session, [shown]):
        raise Refused("closed-photo-used")
    beside = await claims.asked_about(session, who, shown.album) if shown.album else []
    return [shown, *(one for one in beside if one.id != shown.id)]


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")

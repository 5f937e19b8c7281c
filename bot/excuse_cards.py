"""An excuse request as its officer decides it, and as whoever filed it reads it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import worried_answers
from bot.domain.answers import own_words
from bot.domain.excuse_requests import MOST_PICKED, ExcuseReason, Proof, RequestState, Told
from bot.domain.messages import Choice, Guide, Line, Notice, Param, Show, When, Word
from bot.domain.reports import midday
from bot.storage import excuse_requests as ask
from bot.storage import queries
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Case, Office, Person, Site, WorkSession
from bot.storage.unsaid_photos import unsaid_since

SESSIONS_SHOWN = 5


def name_of(request: ExcuseRequest) -> str:
    """One message a request, which changes with it."""
    return f"excuse-asked:{request.id}"


def span(first: date, last: date, zone: str) -> dict[str, Param]:
    """The days as a sentence says them."""
    return {
        "days": (last - first).days + 1,
        "first": When(midday(first, zone), zone),
        "last": When(midday(last, zone), zone),
    }


async def card(
    session: AsyncSession,
    case: Case,
    request: ExcuseRequest,
    *,
    to: Person | None = None,
    show: Show = Show.NEW,
    key: str = "excuse-card",
) -> Notice:
    """The question for whoever guides the case; its first line says nothing: it shows on a lock screen."""
    client = await session.get_one(Person, request.client_id)
    office = await queries.office_of(session, request.office_id)
    rows = await ask.touched(session, client.id, office.id, *request.days, excused=True)
    photos, voices = await ask.proofs_of(session, request)
    unsaid = await unsaid_since(session, request)
    lines = [
        Line("excuse-card-who", {"name": client.shown} | span(*request.days, office.zone)),
        Line(
            "excuse-card-reason",
            {"reason": Word(f"excuse-reason-{ExcuseReason(request.reason or ExcuseReason.OTHER).value}")},
        ),
        *([Line("excuse-card-words", {"words": request.words})] if request.words else []),
        *(worried_answers.marks(request.words) if request.state is RequestState.OPEN else ()),
        *([Line("excuse-card-by-guardian")] if request.filed_by != client.id else []),
        Line(f"excuse-card-told-{Told(request.told or Told.AFTER).value}"),
        *await days_of(session, request, rows),
        _proof(request, office, len(photos), len(voices)),
        *([Line("excuse-card-unsaid", {"count": len(unsaid)})] if unsaid else []),
        *await _stands(session, request, office),
    ]
    return Notice(
        to=to.id if to else Guide(case.guide_id),
        key=key,
        lines=tuple(lines),
        choices=_choices(request, proofs=bool(photos or voices or unsaid)),
        card=name_of(request),
        show=show,
    )


async def days_of(
    session: AsyncSession, request: ExcuseRequest, rows: Sequence[tuple[WorkSession, Site]]
) -> list[Line]:
    """What is planned on its days, and what of them is under way or done."""
    begun = await ask.begun_on(session, request.client_id, request.office_id, *request.days)
    lines = [
        Line("excuse-begun", {"at": When(one.started_at, site.zone), "site": site.name})
        for one, site in begun[:SESSIONS_SHOWN]
    ]
    return [*lines, *(_sessions(rows) if rows or not begun else [])]


def _sessions(rows: Sequence[tuple[WorkSession, Site]]) -> list[Line]:
    """The sessions that are touched, the first ones by name."""
    if not rows:
        return [Line("excuse-no-sessions")]
    lines = [
        Line("excuse-session", {"at": When(planned.starts_at, site.zone), "site": site.name})
        for planned, site in rows[:SESSIONS_SHOWN]
    ]
    more = len(rows) - SESSIONS_SHOWN
    return [*lines, *([Line("excuse-sessions-more", {"count": more})] if more > 0 else [])]


def _proof(request: ExcuseRequest, office: Office, photos: int, voices: int) -> Line:
    if photos or voices:
        return Line("excuse-card-proofs", {"photos": photos, "voices": voices})
    if request.proof is Proof.LATER and request.proof_on is not None:
        day = When(midday(request.proof_on, office.zone), office.zone)
        return Line(
            "excuse-card-proof-late" if request.proof_asked else "excuse-card-proof-later", {"day": day}
        )
    known = request.proof is Proof.OFFICER_KNOWS
    return Line("excuse-card-officer-knows" if known else "excuse-card-no-proof")


async def _stands(session: AsyncSession, request: ExcuseRequest, office: Office) -> list[Line]:
    """What became of it, where something has."""
    if request.state is RequestState.WITHDRAWN:
        return [Line("excuse-card-withdrawn")]
    if request.decided_by is None or request.decided_at is None:
        return []
    decider = await session.get_one(Person, request.decided_by)
    by: dict[str, Param] = {"by": decider.shown, "at": When(request.decided_at, office.zone)}
    if request.state is RequestState.DECLINED:
        return [Line("excuse-card-declined", by | {"reason": own_words(request.answer)})]
    if request.answer:
        return [Line("excuse-card-part", by | {"reason": own_words(request.answer)})]
    return [Line("excuse-card-approved", by)]


def _choices(request: ExcuseRequest, *, proofs: bool) -> tuple[Choice, ...]:
    look = (Choice(f"excuse-proofs:{request.id}", "choice-excuse-proofs"),) if proofs else ()
    if request.state is not RequestState.OPEN:
        return look
    first, last = request.days
    some = (Choice(f"excuse-part:{request.id}", "choice-excuse-part"),)
    decide = (
        Choice(f"excuse-approve:{request.id}", "choice-excuse-approve"),
        *(some if 0 < (last - first).days < MOST_PICKED else ()),
        Choice(f"excuse-decline:{request.id}", "choice-excuse-decline"),
    )
    return (*decide, *look)


async def receipt(
    session: AsyncSession, request: ExcuseRequest, to: int, *, show: Show = Show.NEW, more: bool = False
) -> Notice:
    """What was asked, for whoever filed it: to complete or withdraw; `more`: or to ask for other days."""
    office = await queries.office_of(session, request.office_id)
    rows = await ask.touched(session, request.client_id, office.id, *request.days)
    late = request.proof is Proof.LATER and request.proof_on is not None
    lines = await days_of(session, request, rows)
    if late and request.look_at is not None and request.proof_on is not None:
        day = When(midday(request.proof_on, office.zone), office.zone)
        lines.append(Line("excuse-filed-proof-later", {"day": day}))
    another = (Choice("excuse-new", "choice-excuse-new"),) if more else ()
    filed = Notice(
        to=to,
        key="excuse-filed",
        params=span(*request.days, office.zone),
        lines=tuple(lines),
        choices=(
            Choice(f"excuse-add:{request.id}", "choice-excuse-add"),
            Choice(f"excuse-withdraw:{request.id}", "choice-excuse-withdraw"),
            *another,
        ),
        card=f"excuse-own:{request.id}",
        show=show,
    )
    return worried_answers.with_help(filed, request.words) if to == request.client_id else filed

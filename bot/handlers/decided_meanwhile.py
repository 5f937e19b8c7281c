"""What whoever comes second reads: who has decided meanwhile, and what; his own words are shown back."""

from __future__ import annotations

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import endings
from bot.domain.answers import own_words
from bot.domain.contests import ContestState
from bot.domain.excuse_requests import RequestState
from bot.domain.hours import EventKind
from bot.domain.messages import Line, Notice, Param, Refused, When, Word
from bot.storage import queries
from bot.storage.events import facts_of, told_by
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Case, Contest, Person


def written(words: Param) -> Line:
    """Words that were not kept, for him to copy."""
    return Line("written-meanwhile", {"words": words})


async def of_contest(session: AsyncSession, contest: Contest) -> Refused:
    """A contest that waits no more, as its deciders read it."""
    if contest.state is ContestState.DRAFT:
        return Refused("contest-dropped-meanwhile")
    if contest.decided_by is None or contest.decided_at is None:
        return Refused("contest-withdrawn-meanwhile")
    office = await queries.office_of(session, contest.office_id)
    by = await session.get_one(Person, contest.decided_by)
    upheld = contest.state is ContestState.UPHELD
    at = When(contest.decided_at, office.zone)
    if contest.state is ContestState.SETTLED:
        return Refused("contest-settled-meanwhile", by=by.shown, at=at)
    return Refused(
        "contest-decided-meanwhile",
        by=by.shown,
        at=at,
        verdict=Word("contest-verdict-upheld" if upheld else "contest-verdict-dismissed"),
        reason=contest.answer,
    )


async def of_excuse(session: AsyncSession, request: ExcuseRequest) -> Refused:
    """An excuse request that waits no more, as whoever guides the case reads it."""
    if request.decided_by is None or request.decided_at is None:
        return Refused("excuse-withdrawn-meanwhile")
    office = await queries.office_of(session, request.office_id)
    by = await session.get_one(Person, request.decided_by)
    in_part = request.state is RequestState.APPROVED and request.answer
    verdict = Word(f"excuse-verdict-{'part' if in_part else request.state.value}")
    params: dict[str, Param] = {
        "by": by.shown,
        "at": When(request.decided_at, office.zone),
        "verdict": verdict,
    }
    if not request.answer:
        return Refused("excuse-decided-meanwhile", **params)
    return Refused("excuse-decided-meanwhile-why", **params, reason=own_words(request.answer))


async def of_closing(session: AsyncSession, case: Case) -> tuple[Line, ...]:
    """How somebody chose that the case ends, and why; the head has not decided."""
    (latest, *_) = await facts_of(session, case, EventKind.CLOSING_CHOSEN)
    client = await session.get_one(Person, case.client_id)
    office = await queries.office_of(session, case.office_id)
    chosen = Line(
        "closing-chosen-meanwhile",
        {
            "name": client.shown,
            "by": (await endings.chooser(session, case)).shown,
            "at": When(latest.happened_at, office.zone),
            "outcome": Word(f"closing-outcome-{told_by(latest)['outcome']}"),
        },
    )
    reason = case.closing_reason
    return (chosen, *([Line("closing-reason", {"reason": reason})] if reason else []))


async def of_case(session: AsyncSession, who: Person, case: Case, words: str) -> Notice:
    """A case that somebody, or the clock, has taken to another state while he wrote his reason."""
    client = await session.get_one(Person, case.client_id)
    office = await queries.office_of(session, case.office_id)
    (latest, *_) = await facts_of(session, case, EventKind.CASE_STATE_CHANGED)
    by = await session.get(Person, latest.actor_id) if latest.actor_id else None
    at = When(latest.happened_at, office.zone)
    state = Word(f"case-state-{case.state.value.replace('_', '-')}")
    lines = (
        [Line("case-changed-by", {"by": by.shown, "reason": told_by(latest).get("words", "")})] if by else []
    )
    return Notice(
        to=who.id,
        key="case-changed-meanwhile",
        params={"name": client.shown, "state": state, "at": at},
        lines=(*lines, written(words)),
    )

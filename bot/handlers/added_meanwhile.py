"""What came in while somebody wrote his decision: it is shown, with his words, before anything is decided."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import contest_cards, excuse_cards
from bot.domain.answers import own_words
from bot.domain.messages import Choice, Line, Notice, Show
from bot.handlers import decided_meanwhile
from bot.storage import excuse_requests as ask
from bot.storage.contests import site_words, subject_of
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Case, Contest, Person, WorkSession
from bot.storage.unsaid_photos import unsaid_since
from bot.storage.voices import voices_of


async def seen_of_excuse(session: AsyncSession, request: ExcuseRequest) -> str:
    """What there is to know of a request now; another text where something was added since."""
    photos, voices = await ask.proofs_of(session, request)
    unsaid = await unsaid_since(session, request)
    return f"{len(request.words)}.{len(photos)}.{len(voices)}.{len(unsaid)}"


async def seen_of_contest(session: AsyncSession, case: Case, contest: Contest) -> str:
    """The same of a contest: what the client sent, what the site said, what the miss is said to be, and how
    many hours before Hadir there are."""
    said = await site_words(session, case, contest)
    site = "".join(f"{'+' if worked else '-'}{person}" for person, worked in said.items())
    spoken = await voices_of(session, contest)
    planned = await session.get(WorkSession, contest.session_id) if contest.session_id else None
    outcome = planned.outcome if planned is not None else None
    before = (await subject_of(session, contest)).opening
    opening = before.minutes if before is not None else ""
    return f"{len(contest.words)}.{contest.photo_id or 0}.{len(spoken)}.{site}.{outcome or ''}{opening}"


async def excuse_again(
    session: AsyncSession, case: Case, request: ExcuseRequest, who: Person, reason: str
) -> Notice:
    """Its card with what was added; to decline it all the same is one tap."""
    card = await excuse_cards.card(session, case, request, to=who, show=Show.AGAIN, key="excuse-card-more")
    still = Choice(f"excuse-still:{request.id}", "choice-excuse-still")
    decline = f"excuse-decline:{request.id}"
    lines = (decided_meanwhile.written(own_words(reason)), Line("excuse-not-declined-yet"))
    choices = tuple(still if one.id == decline else one for one in card.choices)
    return replace(card, lines=(*card.lines, *lines), choices=choices)


async def excuse_in_part_again(
    session: AsyncSession, case: Case, request: ExcuseRequest, who: Person, reason: str
) -> Notice:
    """Likewise where some of its days were ticked: they stand, and wait for the reason."""
    card = await excuse_cards.card(session, case, request, to=who, show=Show.AGAIN, key="excuse-card-more")
    lines = (decided_meanwhile.written(own_words(reason)), Line("excuse-part-not-yet"))
    return replace(card, lines=(*card.lines, *lines))


async def contest_again(
    session: AsyncSession, case: Case, contest: Contest, who: Person, reason: str
) -> Notice:
    """Likewise of a contest, decided as he had chosen."""
    card = await contest_cards.card(session, case, contest, who, show=Show.AGAIN)
    still = Choice(f"contest-still:{contest.id}", "choice-contest-still")
    lines = (decided_meanwhile.written(reason), Line("contest-not-decided-yet"))
    return replace(card, key="contest-card-more", lines=(*card.lines, *lines), choices=(still, *card.choices))

"""What of one case waits for a decision, with the way to it, and why its misses were called what they are."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import excuse_cards
from bot.domain.client_weeks import Undecided, UndecidedKind
from bot.domain.hours import EventKind
from bot.domain.messages import Choice, Line, Param, When, Word
from bot.domain.outcomes import Outcome, climbs
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.storage import excuse_requests
from bot.storage.events import facts_of, told_by
from bot.storage.models import Case, Office, Person, Site, WorkSession
from bot.storage.undecided import undecided_in

OPENED = {
    UndecidedKind.EXCUSE: ("excuse-show", "choice-excuse-show"),
    UndecidedKind.CONTEST: ("contest-show", "choice-contest-show"),
    UndecidedKind.CONTEST_HEAD: ("contest-show", "choice-contest-show"),
}
"""What opens the card on which each is decided, and the words of its button."""
OPENED_AT_ONCE = 3


async def waiting(session: AsyncSession, case: Case) -> tuple[Undecided, ...]:
    """Requests to be excused and contests that nobody has decided."""
    found = await undecided_in(session, col(Case.id) == case.id)
    return found.get(case.id, ())


def lines(found: Sequence[Undecided], office: Office) -> list[Line]:
    """A line for each."""
    return [
        Line(f"client-card-asked-{one.kind.value}", excuse_cards.span(one.first, one.last, office.zone))
        for one in found
    ]


def choices(found: Sequence[Undecided], office: Office, who: Person, *, own: bool) -> list[Choice]:
    """A button to each that the reader decides, the first ones of many: an officer in the cases that he
    guides today, a head what no officer decides."""
    his = [one for one in found if (who.role is Role.HEAD if one.kind is UndecidedKind.CONTEST_HEAD else own)]
    return [_opened(one, office) for one in his[:OPENED_AT_ONCE]]


def _opened(one: Undecided, office: Office) -> Choice:
    entry, label = OPENED[one.kind]
    return Choice(f"{entry}:{one.id}", label, {"day": When(midday(one.first, office.zone), office.zone)})


async def missed(
    session: AsyncSession, case: Case, rows: Sequence[tuple[WorkSession, Site]], *, own: bool
) -> list[Line]:
    """Each miss with what it was said to be; what the client explained, or asks to be excused for, is called
    so until somebody has judged it. An officer's reason may be an illness: only whoever guides the case reads
    it (`own`)."""
    whys = await _reasons(session, case) if own and rows else {}
    asked = await excuse_requests.undecided_among(session, [planned.id for planned, _ in rows])
    lines = []
    for planned, site in rows:
        lines.append(_miss(planned, site, asked=planned.id in asked))
        said, why = whys.get(planned.id, ("", ""))
        if why and said == planned.outcome and not _unjudged(planned):
            lines.append(Line("client-card-missed-why", {"why": why}))
    return lines


def _miss(planned: WorkSession, site: Site, *, asked: bool) -> Line:
    outcome = Outcome(planned.outcome or Outcome.UNEXPLAINED)
    word = Word("miss-unjudged" if _unjudged(planned) else f"outcome-{outcome.value}")
    if asked and climbs(planned.outcome):
        word = Word("miss-asked")
    params: dict[str, Param] = {
        "start": When(planned.starts_at, site.zone),
        "site": site.name,
        "outcome": word,
    }
    return Line("client-card-missed", params)


def _unjudged(planned: WorkSession) -> bool:
    """Explained, and nobody has decided on what was said."""
    return climbs(planned.outcome) and bool(planned.answer)


async def _reasons(session: AsyncSession, case: Case) -> dict[int, tuple[str, str]]:
    """Session → what an officer last said of it, and the reason that he wrote for that."""
    latest: dict[int, tuple[str, str]] = {}
    for fact in await facts_of(session, case, EventKind.OUTCOME_SET):
        told = told_by(fact)
        latest.setdefault(told.get("session", 0), (told.get("outcome", ""), told.get("why", "")))
    return latest

"""Asks officer or supervisor for another day of a session: wished by its client, or because its site was
closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import moves, outlooks
from bot.domain.days import day_number
from bot.domain.messages import Choice, Guide, Line, Notice, Param, Show, When
from bot.domain.moves import stretch_on
from bot.domain.outcomes import Outcome
from bot.storage import wishes
from bot.storage.models import Case, Person, Site, WorkSession


@dataclass(frozen=True, slots=True)
class Wish:
    """A session that waits for another day, and where it would be."""

    case: Case
    planned: WorkSession
    site: Site


async def undecided(
    session: AsyncSession, office_id: int, cases: Sequence[Case], now: datetime
) -> list[Wish]:
    """The requests that nobody has answered, and the hours of closed sites that found no other day; the
    earliest first."""
    known = {one.id: one for one in cases}
    found = []
    for planned, site in await wishes.undecided(session, office_id, cases, now):
        case = known[planned.case_id]
        if planned.outcome is Outcome.SITE_CLOSED:
            ahead = await outlooks.outlooks(session, [case], now)
            if case.id not in ahead or not ahead[case.id].shortfall:
                continue
        found.append(Wish(case, planned, site))
    return found


async def waiting(
    session: AsyncSession, office_id: int, cases: Sequence[Case], now: datetime
) -> list[tuple[Case, Notice]]:
    """The card of each."""
    found = await undecided(session, office_id, cases, now)
    words = (await wishes.wishes_of(session, office_id, [one.id for one in cases])).words
    return [(one.case, await asked(session, one, now, words.get(one.planned.id, ""))) for one in found]


async def asked(session: AsyncSession, wish: Wish, now: datetime, words: str) -> Notice:
    """The card of one, with the client's words."""
    client = await session.get_one(Person, wish.case.client_id)
    return await make_up(session, wish.case, client, wish.planned, wish.site, now, words=words)


async def make_up(
    session: AsyncSession,
    case: Case,
    client: Person,
    planned: WorkSession,
    site: Site,
    now: datetime,
    *,
    words: str = "",
) -> Notice:
    """The days for one of them, for whoever guides the case; also for hours whose site was closed."""
    days = await moves.offered(session, case, planned, site, now=now)
    return request(case.guide, client, planned, site, days, words=words)


def request(
    to: int | Guide,
    client: Person,
    planned: WorkSession,
    site: Site,
    days: Sequence[date],
    *,
    words: str = "",
    once: str = "",
    show: Show = Show.NEW,
) -> Notice:
    """A button for each free day, under the client's words; a tap is checked again."""
    movable = moves.movable(planned, site)
    choices = tuple(
        Choice(
            f"move-to:{planned.id}:{planned.revision}:{day_number(day)}",
            "choice-move-to",
            {"at": When(stretch_on(day, movable, site.zone)[0], site.zone)},
        )
        for day in days
    )
    params: dict[str, Param] = {
        "name": client.shown,
        "at": When(planned.starts_at, site.zone),
        "site": site.name,
        "code": client.code,
    }
    if planned.outcome is Outcome.SITE_CLOSED:
        key = "make-up" if days else "make-up-no-day"
    else:
        key = "move-request" if days else "move-request-no-day"
        choices += (Choice(f"move-no:{planned.id}:{planned.revision}", "choice-move-no"),)
    lines = (Line("move-why", {"words": words}),) if words else ()
    return Notice(
        to=to, key=key, params=params, lines=lines, choices=choices, card=card(planned), once=once, show=show
    )


def card(planned: WorkSession) -> str:
    """One message a request; it is replaced when somebody decides."""
    return f"move:{planned.id}"

"""Asks officer or supervisor for another day of a session: wished by its client, or because its site was
closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import moves
from bot.domain.days import day_number
from bot.domain.messages import Choice, Guide, Notice, Param, When
from bot.domain.moves import stretch_on
from bot.domain.outcomes import Outcome
from bot.storage.models import Case, Person, Site, WorkSession


async def make_up(
    session: AsyncSession, case: Case, client: Person, planned: WorkSession, site: Site, now: datetime
) -> Notice:
    """Days for hours that found none after their site was closed, for whoever guides the case."""
    days = await moves.offered(session, case, planned, site, now=now)
    return request(case.guide, client, planned, site, days)


def request(
    to: int | Guide, client: Person, planned: WorkSession, site: Site, days: Sequence[date], *, once: str = ""
) -> Notice:
    """A button for each free day; a tap is checked again."""
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
    key = "move-request" if days else "move-request-no-day"
    if planned.outcome is Outcome.SITE_CLOSED:
        key = "make-up" if days else "make-up-no-day"
    return Notice(to=to, key=key, params=params, choices=choices, card=card(planned), once=once)


def card(planned: WorkSession) -> str:
    """One message a request; it is replaced when somebody decides."""
    return f"move:{planned.id}"

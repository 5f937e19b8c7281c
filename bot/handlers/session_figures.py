"""The figures of a client's card that come from sessions: those still planned, and those nobody came to."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Line, Minutes, Param, When
from bot.domain.pages import Page, page_of
from bot.handlers import undecided_lines
from bot.storage import figures, leaves, queries
from bot.storage.miss_counts import Misses, count_misses
from bot.storage.models import Case, Person

LINES = 8
"""A page; with their words about eight hundred letters."""


async def remaining(
    session: AsyncSession, case: Case, wanted: int, now: datetime
) -> tuple[Page, int, list[Line]]:
    """What the ruling asks for, less what counts; then the sessions in which it is planned."""
    balance = await queries.balance_of(session, case)
    count, _ = await figures.planned_ahead(session, case, now, skip=0, limit=0)
    page = page_of(count, LINES, wanted)
    _, ahead = await figures.planned_ahead(session, case, now, skip=page.number * LINES, limit=LINES)
    lines = [
        Line("figure-of-order", {"total": Minutes(case.total_minutes or 0)}),
        Line("figure-less-credited", {"credited": Minutes(balance.credited)}),
        Line("figure-planned", {"count": count}),
    ]
    for planned, site in ahead:
        length = int((planned.ends_at - planned.starts_at).total_seconds() // 60)
        params: dict[str, Param] = {
            "day": When(planned.starts_at, site.zone),
            "site": site.name,
            "minutes": Minutes(length),
        }
        lines.append(Line("figure-line-planned", params))
    return page, balance.remaining or 0, lines


async def missed(
    session: AsyncSession, who: Person, case: Case, wanted: int, now: datetime
) -> tuple[Page, Line, list[Line]]:
    """The sessions nobody came to, each with what it was said to be; an officer's reason for himself. Those
    for which an excuse is asked are counted apart until it is decided."""
    misses = await count_misses(session, case)
    page = page_of(misses.absent + misses.asked, LINES, wanted)
    rows = await figures.missed(session, case, skip=page.number * LINES, limit=LINES)
    own = await leaves.guides(session, who, case, now)
    lines = [*asked_line(misses), *await undecided_lines.missed(session, case, rows, own=own)]
    return page, Line("figure-sum-times", {"count": misses.absent}), lines


def missed_lines(misses: Misses) -> list[Line]:
    """How often nobody came; nothing of never."""
    absent = [Line("figures-missed", {"count": misses.absent})] if misses.absent else []
    return [*absent, *asked_line(misses)]


def asked_line(misses: Misses) -> list[Line]:
    """For how many an excuse is asked that nobody has decided."""
    return [Line("figures-asked", {"count": misses.asked})] if misses.asked else []

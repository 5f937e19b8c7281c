"""What an officer reads of a day before a correction of its hours counts beside it."""

from __future__ import annotations

from datetime import date

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import contest_cards
from bot.domain.messages import Line, Minutes, Param, When
from bot.domain.reports import midday
from bot.storage import corrections, queries
from bot.storage.events import balance_as_of, balance_now
from bot.storage.models import Case, Person


async def lines(session: AsyncSession, case: Case, day: date, seen: int | None = None) -> list[Line]:
    """The corrections that the day holds, whoever made them; and, after the fact of number `seen`, what else
    has moved of its hours. Empty where there is nothing to know."""
    office = await queries.office_of(session, case.office_id)
    held = await corrections.standing_on(session, case, day)
    found = []
    for one in held:
        by = await session.get(Person, one.by) if one.by else None
        params = contest_cards.correction_params(one, office.zone, by) | {"at": When(one.at, office.zone)}
        found.append(Line(f"adjust-held-{contest_cards.way(one)}", params))
    changed = await since(session, case, day, seen) if seen is not None else None
    return [changed, *found] if changed else found


async def since(session: AsyncSession, case: Case, day: date, seen: int) -> Line | None:
    """How the hours of a day have moved after the fact of this number; None where they have not."""
    before = (await balance_as_of(session, case, seen)).by_day.get(day, 0)
    after = (await balance_now(session, case)).by_day.get(day, 0)
    if before == after:
        return None
    office = await queries.office_of(session, case.office_id)
    params: dict[str, Param] = {
        "earlier": Minutes(before),
        "held": Minutes(after),
        "day": When(midday(day, office.zone), office.zone),
    }
    return Line("adjust-day-moved", params)

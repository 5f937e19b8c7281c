"""What an officer reads of a day before a correction of its hours counts beside it."""

from __future__ import annotations

from datetime import date

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import contest_cards
from bot.domain.messages import Choice, Line, Minutes, Param, When
from bot.domain.reports import midday
from bot.storage import corrections, queries
from bot.storage.contests import for_head, open_of
from bot.storage.events import balance_as_of, balance_now
from bot.storage.models import Case, Contest, Office, Person


async def lines(session: AsyncSession, case: Case, day: date, seen: int | None = None) -> list[Line]:
    """The corrections that the day holds, whoever made them, and what the client contests of it; and, after
    the fact of number `seen`, what else has moved of its hours. Empty where there is nothing to know."""
    office = await queries.office_of(session, case.office_id)
    held = await corrections.standing_on(session, case, day)
    found = []
    for one in held:
        by = await session.get(Person, one.by) if one.by else None
        params = contest_cards.correction_params(one, office.zone, by) | {"at": When(one.at, office.zone)}
        found.append(Line(f"adjust-held-{contest_cards.way(one)}", params))
    contested = [one for one in await open_of(session, case) if one.day == day]
    found += [_contested(one, case, office) for one in contested]
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
        "day": _at(day, office),
    }
    return Line("adjust-day-moved", params)


async def contests(session: AsyncSession, case: Case) -> tuple[list[Line], list[Choice]]:
    """What the client contests of this case and nobody has decided, with the way to what waits for its
    officer: there the hours are decided once."""
    office = await queries.office_of(session, case.office_id)
    found = await open_of(session, case)
    ways = [
        Choice(f"contest-show:{one.id}", "choice-contest-show", {"day": _at(one.day, office)})
        for one in found
        if not for_head(case, one)
    ]
    return [_contested(one, case, office) for one in found], ways


def _contested(contest: Contest, case: Case, office: Office) -> Line:
    key = "adjust-contest-head" if for_head(case, contest) else "adjust-contest"
    return Line(key, {"day": _at(contest.day, office)})


def _at(day: date, office: Office) -> When:
    return When(midday(day, office.zone), office.zone)

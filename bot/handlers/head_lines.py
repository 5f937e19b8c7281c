"""Under a head's summary: officers without answers, silent sites, transfers. No client is named."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.calendar import is_working
from bot.domain.cases import local_day
from bot.domain.messages import Choice, Line
from bot.orders import calendar_of
from bot.storage import office_view
from bot.storage.models import Office

WORKING_DAYS = 2
"""An answer that is owed for longer stands here."""
FAR_BACK = timedelta(days=21)
"""More than the longest row of days off."""
SILENT = timedelta(days=7)
NAMED = 8
"""Officers and sites named at once; a button opens all of them."""


class Listing(StrEnum):
    """What can be opened whole."""

    UNANSWERED = "unanswered"
    SILENT = "silent"


async def rows(session: AsyncSession, office: Office, listing: Listing, now: datetime) -> list[Line]:
    """The officers who owe answers, whoever owes most first, or the silent sites by name."""
    if listing is Listing.UNANSWERED:
        owing = await office_view.unanswered(session, office.id, await _before(session, office, now))
        return [Line("head-officer", {"officer": one.shown, "count": count}) for one, count in owing]
    silent = await office_view.silent_sites(session, office.id, now - SILENT, now)
    return [Line("head-site", {"site": one.name}) for one in silent]


async def lines(
    session: AsyncSession, office: Office, now: datetime
) -> tuple[list[Line], tuple[Choice, ...]]:
    """Nothing where all is answered, heard and settled; a button to each list that is longer than this."""
    found: list[Line] = []
    longer: list[Choice] = []
    for listing in Listing:
        all_of_them = await rows(session, office, listing, now)
        if all_of_them:
            heading = Line(f"head-listed-{Listing(listing).value}", {"count": len(all_of_them)})
            found += [heading, *all_of_them[:NAMED]]
        if len(all_of_them) > NAMED:
            label = f"choice-head-{Listing(listing).value}"
            longer.append(Choice(f"head-list:{listing.value}", label, {"count": len(all_of_them)}))
    waiting, done = await office_view.transfers_since(session, office.id, now - SILENT)
    if waiting or done:
        found.append(Line("head-transfers", {"waiting": waiting, "done": done}))
    return found, tuple(longer)


async def _before(session: AsyncSession, office: Office, now: datetime) -> datetime:
    """The same hour two working days ago."""
    today = local_day(now, office.zone)
    calendar = await calendar_of(session, office.id, today - FAR_BACK, today)
    day, left = today, WORKING_DAYS
    while left and today - day < FAR_BACK:
        left -= is_working(day, calendar)
        day -= timedelta(days=1)
    return now - (today - day)

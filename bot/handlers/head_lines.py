"""Under a head's summary: officers without answers, silent sites, transfers. No client is named."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.calendar import is_working
from bot.domain.cases import local_day
from bot.domain.messages import Line
from bot.orders import calendar_of
from bot.storage import office_view
from bot.storage.models import Office

WORKING_DAYS = 2
"""An answer that is owed for longer stands here."""
FAR_BACK = timedelta(days=21)
"""More than the longest row of days off."""
SILENT = timedelta(days=7)
NAMED = 8
"""Officers and sites named; the count is of all."""


async def lines(session: AsyncSession, office: Office, now: datetime) -> list[Line]:
    """Nothing where all is answered, heard and settled."""
    found: list[Line] = []
    owing = await office_view.unanswered(session, office.id, await _before(session, office, now))
    if owing:
        found.append(Line("head-unanswered", {"count": len(owing)}))
        found += [
            Line("head-officer", {"officer": one.shown, "count": count}) for one, count in owing[:NAMED]
        ]
    silent = await office_view.silent_sites(session, office.id, now - SILENT, now)
    if silent:
        names = ", ".join(one.name for one in silent[:NAMED]) + (", …" if len(silent) > NAMED else "")
        found.append(Line("head-silent", {"count": len(silent), "names": names}))
    waiting, done = await office_view.transfers_since(session, office.id, now - SILENT)
    if waiting or done:
        found.append(Line("head-transfers", {"waiting": waiting, "done": done}))
    return found


async def _before(session: AsyncSession, office: Office, now: datetime) -> datetime:
    """The same hour two working days ago."""
    today = local_day(now, office.zone)
    calendar = await calendar_of(session, office.id, today - FAR_BACK, today)
    day, left = today, WORKING_DAYS
    while left and today - day < FAR_BACK:
        left -= is_working(day, calendar)
        day -= timedelta(days=1)
    return now - (today - day)

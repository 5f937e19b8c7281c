"""The calendar of an office: the library's holidays under what its operators have entered."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.calendar import Calendar, overridden
from bot.holidays_id import holidays
from bot.storage.models import CalendarDay


async def calendar_of(
    session: AsyncSession, office_id: int, first: date, last: date, region: str = ""
) -> Calendar:
    """The days out of the ordinary from `first` to `last` in a region; '' knows what holds everywhere."""
    query = (
        select(CalendarDay)
        .where(CalendarDay.office_id == office_id, CalendarDay.day >= first, CalendarDay.day <= last)
        .where(col(CalendarDay.region).in_(["", region]))
        .order_by(col(CalendarDay.id))
    )
    own = [(row.day, row.kind, row.name) for row in (await session.exec(query)).all()]
    return overridden(holidays(range(first.year, last.year + 1)), own)

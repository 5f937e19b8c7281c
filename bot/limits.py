"""Asks of attendances whether they kept within their ruling; the calendar is asked once for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.calendar import Calendar, HolidayRule
from bot.domain.limits import beyond
from bot.domain.messages import Words
from bot.domain.plans import Obstacle
from bot.orders import allowed_of, calendars_of
from bot.storage.models import Attendance, Case, Person, Site

Row = tuple[Case, Person, Attendance, Site]
Beyond = dict[int, tuple[Obstacle, ...]]
"""Attendance → what of its ruling it did not keep to; who kept to everything is missing."""


async def beyond_ruling(
    session: AsyncSession, case: Case, client: Person, attendance: Attendance, site: Site
) -> Beyond:
    """The same of one attendance. Work that was planned lies on an allowed day already, so the calendar is
    only asked where a ruling names holidays."""
    if attendance.session_id is not None and case.holiday_rule is not HolidayRule.ONLY:
        return judged([(case, client, attendance, site)], {})
    return await all_beyond(session, case.office_id, [(case, client, attendance, site)])


async def all_beyond(session: AsyncSession, office_id: int, rows: Sequence[Row]) -> Beyond:
    """What attendances did not keep to; one question, whatever their number."""
    if not rows:
        return {}
    days = [attendance.day for _, _, attendance, _ in rows]
    regions = {site.region for _, _, _, site in rows}
    return judged(rows, await calendars_of(session, office_id, regions, min(days), max(days)))


def judged(rows: Sequence[Row], calendars: Mapping[str, Calendar]) -> Beyond:
    found = {}
    for case, client, one, site in rows:
        calendar = calendars.get(site.region, Calendar())
        what = beyond(one.day, one.started_at, one.finished_at, site.zone, allowed_of(case, client), calendar)
        if what:
            found[one.id] = what
    return found


def in_words(what: Sequence[Obstacle]) -> Words:
    return Words(tuple(f"obstacle-{one.value}" for one in what))

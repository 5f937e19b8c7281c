"""Takes what a row of `lokasi` says of days: when the site is closed, and who confirms there and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot import registry
from bot.domain.cases import local_day
from bot.domain.closures import check_hours
from bot.domain.days import NoSuchDay
from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.domain.spans import WHOLE_DAY, Span
from bot.imports.cells import YEARS, CellProblem, Row
from bot.imports.dates import days_between, written_period
from bot.imports.hours import window
from bot.imports.known import Known
from bot.storage.models import Person, Site, SiteSupervisor

_PERIOD = re.compile(r"(.*?)\s*\(([^()]*)\)")
_CLOCK = r"\d{1,2}[.:]\d{2}"
_WITH_HOURS = re.compile(rf"(?P<days>.+?)[\s,]+(?:pukul\s+|jam\s+)?(?P<hours>{_CLOCK}\s*[-–]\s*{_CLOCK})")
Closed = tuple[date, Span]
"""A day, and which hours of it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A code, and the days from and to which somebody is appointed; None: open."""

    code: str
    from_on: date | None = None
    until_on: date | None = None


def named(row: Row, column: str) -> list[Named]:
    """`PL-01; PL-02 (01/05/2026 - 31/07/2026)`: codes, some with a period that may be open at one end."""
    return [_named(part, column) for part in row.codes(column)]


def closed_days(row: Row, column: str) -> set[Closed] | None:
    """`17/04/2026; 22/06/2026 - 26/06/2026; 30/06/2026 10.00-12.00` as days, each whole or with its hours; a
    dash is none, an empty cell says nothing."""
    parts = row.codes(column)
    if not parts:
        return set() if row.clears(column) else None
    return {closed for part in parts for closed in _closed(part, column)}


def _closed(part: str, column: str) -> Iterator[Closed]:
    found = _WITH_HOURS.fullmatch(part)
    hours = window(Row({column: found["hours"]}), column) if found else None
    try:
        hours = check_hours(hours or WHOLE_DAY)
    except Refused as no:
        raise CellProblem(column, no.key, **no.params) from None
    span = Row({column: found["days"] if found else part}).span(column)
    yield from ((day, hours) for day in days_between(*span)) if span else ()


async def take_closed_days(known: Known, site: Site, row: Row) -> None:
    """The `tutup` of a row: what the workbook knows to be closed is exactly this from today on."""
    closed = closed_days(row, "tutup")
    if closed is not None:
        await registry.close_days(known.session, site, closed, now=known.now, actor_id=known.actor_id)


async def take_supervisors(known: Known, row: Row) -> None:
    """The `pengawas` of a row of `lokasi`, once the people are known: exactly these from today on, those with
    a period within it."""
    wanted = [(one, known.person(one.code, "pengawas", Role.SUPERVISOR)) for one in named(row, "pengawas")]
    site = known.named(Site, row, "kode", "import-site-unknown")
    today = local_day(known.now, site.zone)
    current = await registry.appointments(known.session, site, today)
    stays = {(await _appointed(known, site, *one, current, today)).id for one in wanted}
    for one in current:
        if one.id not in stays:
            await registry.dismiss(
                known.session, one, until_on=today - timedelta(days=1), now=known.now, actor_id=known.actor_id
            )


async def _appointed(
    known: Known, site: Site, one: Named, person: Person, current: Sequence[SiteSupervisor], today: date
) -> SiteSupervisor:
    mine = [row for row in current if row.person_id == person.id]
    since = next((row.from_on for row in mine if row.from_on <= today), today)
    period = (one.from_on or since, one.until_on)
    kept = next((row for row in mine if (row.from_on, row.until_on) == period), None)
    return kept or await registry.appoint(
        known.session,
        site,
        person,
        from_on=period[0],
        until_on=period[1],
        now=known.now,
        actor_id=known.actor_id,
    )


def _named(part: str, column: str) -> Named:
    found = _PERIOD.fullmatch(part)
    if found is None:
        return Named(part)
    try:
        period = written_period(found[2])
    except NoSuchDay as no:
        raise CellProblem(column, no.key, **no.params) from None
    if period is None or any(day is not None and day.year not in YEARS for day in period):
        raise CellProblem(column, "import-not-a-period")
    first, last = period
    if first is not None and last is not None and last < first:
        raise CellProblem(column, "import-days-reversed")
    return Named(found[1], first, last)

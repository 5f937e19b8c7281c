"""Takes rows of the sheet `kalender`: what the office says of a day, over the library's holidays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlmodel import col, select

from bot.domain.calendar import CLOSING, DayKind
from bot.holidays_id import ESTIMATED, holidays
from bot.imports.cells import CellProblem, Row
from bot.imports.dates import days_between
from bot.imports.known import Known
from bot.storage.models import CalendarDay

REPLACES = {DayKind.ORDINARY: CLOSING, **dict.fromkeys(CLOSING, frozenset({DayKind.ORDINARY}))}
"""A day cannot be a holiday and no holiday: what is said later stands. School holidays are beside that."""


async def take_day(known: Known, row: Row) -> None:
    """A row of `kalender`: a day, or several in a row, each stored by itself. A dash as its kind takes back
    what the office said of them.

    What the library says anyway, word for word, is not stored: the untouched template changes nothing, and
    an estimated date stays the library's until the office confirms or corrects it.
    """
    row.needed("tanggal")
    span, region = row.span("tanggal"), row.place("wilayah") or ""
    assert span is not None  # noqa: S101  (the cell is filled)
    kind = None if row.clears("jenis") else row.one_of("jenis", DayKind)
    if kind is None and not row.clears("jenis"):
        raise CellProblem("jenis", "import-cell-empty")
    before = await _said(known, span, region)
    for day in days_between(*span):
        if kind is None:
            await _take_back(known, before[day])
            continue
        name = row.text("keterangan") or ""
        new = CalendarDay(office_id=known.office.id, day=day, kind=kind, region=region, name=name)
        if not _known_anyway(new):
            await _take_back(known, [one for one in before[day] if one.kind in REPLACES.get(kind, ())])
            _write(known, before[day], new, clears=row.clears("keterangan"))


def says_nothing_new(row: Row) -> bool:
    """Whether a row only repeats what the library says of its days, as the empty workbook does."""
    span, kind = row.span("tanggal"), None if row.clears("jenis") else row.one_of("jenis", DayKind)
    if span is None or kind is None:
        return False
    name, region = row.text("keterangan") or "", row.place("wilayah") or ""
    days = (
        CalendarDay(office_id=0, day=day, kind=kind, region=region, name=name) for day in days_between(*span)
    )
    return all(map(_known_anyway, days))


async def _said(known: Known, span: tuple[date, date], region: str) -> Mapping[date, list[CalendarDay]]:
    """What the office has said of these days in a region."""
    query = select(CalendarDay).where(
        CalendarDay.office_id == known.office.id, col(CalendarDay.day).between(*span)
    )
    days: dict[date, list[CalendarDay]] = defaultdict(list)
    for one in (await known.session.exec(query)).all():
        if _same(one.region, region):
            days[one.day].append(one)
    return days


async def _take_back(known: Known, rows: Iterable[CalendarDay]) -> None:
    for one in rows:
        await known.session.delete(one)
        known.plans_outdated = True


def estimated(name: str) -> str:
    """The name of a holiday whose date is still an estimate, as the workbook shows it."""
    return f"{name}{ESTIMATED}"


def _write(known: Known, rows: list[CalendarDay], new: CalendarDay, *, clears: bool) -> None:
    before = next((one for one in rows if one.kind is new.kind), None)
    if before is None:
        known.session.add(new)
        known.plans_outdated = True
    elif before.name != new.name and (new.name or clears):
        before.name = new.name
        known.session.add(before)


def _known_anyway(new: CalendarDay) -> bool:
    holiday = holidays([new.day.year]).get(new.day)
    if holiday is None or new.kind not in holiday.kinds or new.region:
        return False
    return new.name == (estimated(holiday.name) if holiday.estimated else holiday.name)


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()

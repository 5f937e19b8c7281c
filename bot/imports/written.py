"""Writes what is stored as people write it in a cell: whatever stands here is read back as the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, time, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Any

from bot.domain.people import Role
from bot.domain.spans import WHOLE_DAY, Span
from bot.imports.cells import MOST_DAYS, CellProblem, Row, YesNo
from bot.imports.columns import RoleWord
from bot.imports.fields import Field
from bot.storage.models import Person, SiteSupervisor

DAY_NAMES = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")
PLACES = 7
"""Decimals of a degree: a centimetre."""


def cell(value: object) -> str:
    """A value by its type; None is an empty cell."""
    match value:
        case None:
            return ""
        case bool():
            return (YesNo.YES if value else YesNo.NO).value
        case StrEnum():
            return value.value
        case date():
            return f"{value:%d/%m/%Y}"
        case time():
            return f"{value:%H.%M}"
        case float():
            return f"{value:.{PLACES}f}".rstrip("0").rstrip(".").replace(".", ",")
        case _:
            return str(value)


def field_cell(field: Field, value: Any) -> str:
    """The cell of a field in its own column."""
    return "" if value is None else SPECIAL.get(field.column, cell)(value)


def field_cells(record: object, fields: Iterable[Field]) -> dict[str, str]:
    """The cells of a record's fields."""
    return {field.column: field_cell(field, getattr(record, field.name)) for field in fields}


def keepable(record: object, fields: Iterable[Field], cells: Mapping[str, str]) -> dict[str, str]:
    """The cells without those that would not be read as what is stored; an empty cell keeps it."""
    kept = dict(cells)
    for field in fields:
        stored, read = getattr(record, field.name), None
        with suppress(CellProblem):
            read = field.read(Row(cells), field.column)
        if read is None or read != stored:
            kept[field.column] = ""
    return kept


def hours(minutes: int) -> str:
    """`7,5`: hours with as many decimals as give these minutes again."""
    return f"{minutes / 60:.4f}".rstrip("0").rstrip(".").replace(".", ",")


def weekdays(digits: str) -> str:
    """`14` as `Sen; Kam`, days in a row from the third on as `Sen-Jum`."""
    days = sorted(map(int, digits))
    runs = [[day for _, day in run] for _, run in groupby(enumerate(days), lambda one: one[1] - one[0])]
    return "; ".join(part for run in runs for part in _run(run))


def _run(days: list[int]) -> list[str]:
    names = [DAY_NAMES[day - 1] for day in days]
    return [f"{names[0]}-{names[-1]}"] if len(names) > 2 else names


def opening(stored: Mapping[str, Sequence[Sequence[str]]]) -> str:
    """Opening hours, days with the same ones together: `Sen-Kam 08.00-16.00; Jum 08.00-11.30`."""
    together: dict[tuple[str, ...], str] = {}
    for day, spans in sorted(stored.items()):
        key = tuple(map(_span, spans))
        together[key] = together.get(key, "") + day
    parts = [
        f"{weekdays(days).replace('; ', ', ')} {span}" for spans, days in together.items() for span in spans
    ]
    return "; ".join(parts)


def _span(span: Sequence[str]) -> str:
    return window(time.fromisoformat(span[0]), time.fromisoformat(span[1]))


def window(starts: time, ends: time) -> str:
    """`08.00-17.00`; to the last minute of a day as `24.00`."""
    last = "24.00" if ends == WHOLE_DAY[1] else f"{ends:%H.%M}"
    return f"{starts:%H.%M}-{last}"


def corners(points: Iterable[Sequence[float]]) -> str:
    """`-5.417,119.4436; …`, with decimal points."""
    return "; ".join(",".join(cell(degree).replace(",", ".") for degree in point) for point in points)


SPECIAL: Mapping[str, Callable[[Any], str]] = {
    "jam_total": hours,
    "jam_per_hari": hours,
    "hari_diizinkan": weekdays,
    "hari": weekdays,
    "buka": opening,
    "titik": corners,
}
"""Columns that are written otherwise than the type of their value says."""


def role(person: Person) -> str:
    """The role as the workbook names it."""
    if person.role is Role.CLIENT and person.child:
        return RoleWord.CHILD.value
    return RoleWord[person.role.name].value


def spans(days: Iterable[date]) -> str:
    """Days as `17/04/2026; 22/06/2026 - 26/06/2026`."""
    return "; ".join(_days(run) for run in _runs(sorted(days)))


def closed_days(closed: Iterable[tuple[date, Span]]) -> str:
    """The same, then the days of which only hours are closed: `30/06/2026 10.00-12.00`."""
    days = sorted(closed)
    hours = [f"{cell(day)} {window(*span)}" for day, span in days if span != WHOLE_DAY]
    whole = spans(day for day, span in days if span == WHOLE_DAY)
    return "; ".join([*([whole] if whole else []), *hours])


def _runs(days: Sequence[date]) -> Iterator[list[date]]:
    for _, run in groupby(enumerate(days), lambda one: one[1] - timedelta(days=one[0])):
        found = [day for _, day in run]
        yield from (found[at : at + MOST_DAYS] for at in range(0, len(found), MOST_DAYS))


def _days(run: list[date]) -> str:
    return cell(run[0]) if len(run) == 1 else f"{cell(run[0])} - {cell(run[-1])}"


def supervisors(rows: Sequence[tuple[SiteSupervisor, str]], today: date) -> str:
    """Appointments with their codes as `PL-01; PL-02 (01/05/2026 - 31/07/2026)`: a code alone is appointed
    already, and until further notice."""
    several = {code for _, code in rows if [other for _, other in rows].count(code) > 1}
    return "; ".join(
        code
        if row.until_on is None and row.from_on <= today and code not in several
        else f"{code} ({cell(row.from_on)} - {cell(row.until_on)})".replace(" )", ")")
        for row, code in rows
    )

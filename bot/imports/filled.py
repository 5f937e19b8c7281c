"""The workbook with what is stored: corrected and imported again; unchanged, it changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.calendar import CLOSING, DayKind
from bot.domain.cases import local_day
from bot.domain.entering import Matter, may_correct, tie_to_case, tie_to_site
from bot.domain.people import Role
from bot.imports import entitled
from bot.imports.columns import CASES, COLUMNS, DAYS, PEOPLE, SITES
from bot.imports.register import Register, read_register, sheets_of, shown_cells
from bot.imports.template import Rows, holiday_rows
from bot.imports.written import cell
from bot.storage import record_queries
from bot.storage.models import CalendarDay, Person

OF_OFFICERS = (SITES, PEOPLE, CASES, "penempatan")
"""The sheets of an officer's workbook: the calendar is the whole office's."""


def sheets_for(reader: Person | None) -> tuple[str, ...]:
    """The sheets of somebody's workbook; nobody is the terminal, where everything is written."""
    return OF_OFFICERS if reader is not None and reader.role is Role.OFFICER else tuple(COLUMNS)


async def filled_rows(
    session: AsyncSession, office_id: int, now: datetime, reader: Person | None = None
) -> Mapping[str, Rows]:
    """What is stored, a row a record: for an officer what he may correct, for others the whole office."""
    whole = (await read_register(session, office_id)).open_only()
    own = reader is not None and reader.role is Role.OFFICER
    register = await _correctable(session, whole, reader, now) if own and reader is not None else whole
    cases = {case.id: case for case in whole.cases}
    rows = {
        name: [shown_cells(row, cases) for _, row in sorted(found.items())]
        for name, found in sheets_of(register, now).items()
    }
    rows[DAYS] = _days(register, local_day(now, register.office.zone))
    return {name: rows[name] for name in sheets_for(reader)}


async def _correctable(session: AsyncSession, whole: Register, who: Person, now: datetime) -> Register:
    """What the table of rights lets an officer correct. Of people who have no case with him only those whom
    he registered: a client who is nobody's yet is found by his code, in no list."""
    hands = await entitled.hands_of(session, who, now)
    cases = [
        one
        for one in whole.cases
        if may_correct(who.role, Matter.CASE, tie_to_case(entitled.guided(one), hands))
    ]
    sites = [
        one
        for one in whole.sites
        if may_correct(who.role, Matter.SITE, tie_to_site(whole.officers_at(one), hands))
    ]
    registered = await record_queries.registered_people(session, who.office_id, hands.selves)
    people = [one.id for one in registered if await entitled.may(session, who, one, now)]
    return whole.only(cases, sites, people)


def _days(register: Register, today: date) -> list[dict[str, str]]:
    """The library's days of this year and the next as the office corrected them, and its own."""
    own = [one for one in register.days if one.day.year >= today.year]
    overruled = {(one.day, kind) for one in own if not one.region for kind in _overrules(one)}
    library = [
        row for row in holiday_rows(today.year) if (_day_of(row), DayKind(row["jenis"])) not in overruled
    ]
    return sorted(library + [_row(one) for one in own], key=lambda row: (_day_of(row), row["jenis"]))


def _overrules(one: CalendarDay) -> frozenset[DayKind]:
    return CLOSING if one.kind is DayKind.ORDINARY else frozenset({one.kind})


def _row(one: CalendarDay) -> dict[str, str]:
    return {
        "tanggal": cell(one.day),
        "jenis": one.kind.value,
        "wilayah": one.region,
        "keterangan": one.name,
    }


def _day_of(row: Mapping[str, str]) -> date:
    day, month, year = map(int, row["tanggal"].split("/"))
    return date(year, month, day)

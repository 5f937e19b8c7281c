"""An office's register as the cells of a workbook: what stands in each column, sheet by sheet."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, TypeVar

from sqlmodel import SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OVER_STATES, local_day
from bot.domain.hours import EventKind
from bot.domain.people import Role
from bot.imports.case_rows import CASE
from bot.imports.columns import CASES, PEOPLE
from bot.imports.fields import Field
from bot.imports.person_rows import PERSON
from bot.imports.placement_rows import PLACEMENT
from bot.imports.site_rows import SITE
from bot.imports.written import (
    cell,
    closed_days,
    field_cells,
    hours,
    keepable,
    role,
    supervisors,
    window,
)
from bot.storage.events import case_stream
from bot.storage.models import (
    CalendarDay,
    Case,
    Event,
    Office,
    Person,
    Placement,
    Site,
    SiteClosure,
    SiteSupervisor,
)

Record = TypeVar("Record", bound=SQLModel)
FIELDS: Mapping[type[SQLModel], tuple[Field, ...]] = {
    Site: SITE,
    Person: PERSON,
    Case: CASE,
    Placement: PLACEMENT,
}
WHEREABOUTS = frozenset({"rumah_lintang", "rumah_bujur"})
SECRET = frozenset({"nama"}) | WHEREABOUTS
"""What of a child and a parent stays secret in every list (UU 11/2012 Pasal 19)."""


@dataclass(frozen=True, slots=True)
class Written:
    """A record as a row: what names it, its cells, and which of them stay secret."""

    code: str
    cells: Mapping[str, str]
    secret: frozenset[str]
    record: SQLModel


Sheets = Mapping[str, Mapping[str, Written]]
"""Sheet → the code in small letters → row."""


@dataclass(frozen=True, slots=True)
class Register:
    """Everything of an office that a workbook can say, as it stands."""

    office: Office
    people: Mapping[int, Person]
    sites: Sequence[Site]
    cases: Sequence[Case]
    placements: Sequence[Placement]
    appointed: Mapping[int, Sequence[SiteSupervisor]]
    closed: Mapping[int, Sequence[SiteClosure]]
    openings: Mapping[str, Mapping[str, Any]]
    days: Sequence[CalendarDay]
    listed: frozenset[int | None] | None = None
    """The people who get a row; None: everybody."""

    def only(self, cases: Sequence[Case], sites: Sequence[Site], people: Iterable[int]) -> Register:
        """These cases with their clients, guardians and placements, these sites, and these people too."""
        mine = {case.id for case in cases}
        about = {one for case in cases for one in (case.client_id, case.guardian_id)}
        return replace(
            self,
            cases=cases,
            sites=sites,
            placements=[one for one in self.placements if one.case_id in mine],
            listed=frozenset({*about, *people}),
        )

    def officers_at(self, site: Site) -> set[int]:
        """Whose clients are placed at a site."""
        officers = {case.id: case.officer_id for case in self.cases}
        found = {officers.get(one.case_id) for one in self.placements if one.site_id == site.id}
        return {one for one in found if one is not None}

    def open_only(self) -> Register:
        """Without cases that are over: they are corrected one by one, by people who know why."""
        cases = [case for case in self.cases if case.state not in OVER_STATES]
        running = {case.id for case in cases}
        placements = [one for one in self.placements if one.case_id in running]
        return replace(self, cases=cases, placements=placements)


async def read_register(session: AsyncSession, office_id: int) -> Register:
    """The whole register of an office."""

    async def rows(table: type[Record], *conditions: Any) -> Sequence[Record]:
        columns: Any = table
        query = select(table).where(columns.office_id == office_id, *conditions).order_by(columns.id)
        return (await session.exec(query)).all()

    opening = await rows(Event, col(Event.kind) == EventKind.OPENING_BALANCE.value)
    return Register(
        office=await session.get_one(Office, office_id),
        people={person.id: person for person in await rows(Person)},
        sites=await rows(Site),
        cases=await rows(Case),
        placements=await rows(Placement),
        appointed=_by(await rows(SiteSupervisor), lambda one: one.site_id),
        closed=_by(await rows(SiteClosure, col(SiteClosure.closed_by).is_(None)), lambda one: one.site_id),
        openings={one.stream: json.loads(one.payload) for one in opening if one.payload},
        days=await rows(CalendarDay),
    )


def sheets_of(register: Register, now: datetime) -> dict[str, dict[str, Written]]:
    """Every sheet but the calendar's, each row with all its columns, secret ones too."""
    codes = {key: person.code for key, person in register.people.items()}
    numbers = {case.id: case.number for case in register.cases}
    places = {site.id: site.code for site in register.sites}
    wards = _wards(register, codes)
    return {
        "lokasi": _named(
            (site.code, site, _site(register, site, codes, now), frozenset()) for site in register.sites
        ),
        PEOPLE: _named(
            (one.code, one, {"peran": role(one), "wali_dari": wards.get(one.id, "")}, secret_of(one))
            for one in register.people.values()
            if one.merged_into is None and (register.listed is None or one.id in register.listed)
        ),
        CASES: _named(
            (case.number, case, _case(register, case, codes), frozenset()) for case in register.cases
        ),
        "penempatan": _named(
            (one.code, one, {"perkara": numbers[one.case_id], "lokasi": places[one.site_id]}, frozenset())
            for one in register.placements
            if one.case_id in numbers
        ),
    }


def secret_of(person: Person) -> frozenset[str]:
    """The columns of a person that nobody reads in a list."""
    return SECRET if person.child or person.role is Role.GUARDIAN else frozenset()


def shown_cells(row: Written, cases: Mapping[int, Case]) -> dict[str, str]:
    """The cells for a workbook that leaves the house: a child and a parent are a code and live nowhere;
    a cell that would be read as something else than is stored is left empty, which keeps it. So are the
    days of a placement that lasts as long as its case, for it shall follow when the case is prolonged."""
    record = row.record
    cells = keepable(record, FIELDS[type(record)], row.cells)
    if row.secret:
        cells |= {"nama": row.code, **dict.fromkeys(WHEREABOUTS, "")}
    if isinstance(record, Placement) and (case := cases.get(record.case_id)) is not None:
        ends = {"mulai": record.from_on == case.starts_on, "selesai": record.until_on == case.ends_on}
        cells |= {column: "" for column, follows in ends.items() if follows}
    return cells


def _named(
    rows: Iterable[tuple[str, SQLModel, Mapping[str, str], frozenset[str]]],
) -> dict[str, Written]:
    found = {}
    for code, record, more, secret in rows:
        name = "nomor" if isinstance(record, Case) else "kode"
        cells = {name: code} | field_cells(record, FIELDS[type(record)]) | dict(more)
        found[code.lower()] = Written(code, cells, secret, record)
    return found


def _site(register: Register, site: Site, codes: Mapping[int, str], now: datetime) -> dict[str, str]:
    today = local_day(now, site.zone)
    rows = [
        (row, codes[row.person_id])
        for row in register.appointed.get(site.id, ())
        if row.person_id in codes and (row.until_on is None or row.until_on >= today)
    ]
    closed = [(row.day, row.hours) for row in register.closed.get(site.id, ()) if row.day >= today]
    return {"tutup": closed_days(closed), "pengawas": supervisors(rows, today)}


def _case(register: Register, case: Case, codes: Mapping[int, str]) -> dict[str, str]:
    people = {"klien": case.client_id, "pk": case.officer_id, "jaksa": case.prosecutor_id}
    cells = {column: codes.get(one or 0, "") for column, one in people.items()}
    if case.window_starts is not None and case.window_ends is not None:
        cells["jendela_waktu"] = window(case.window_starts, case.window_ends)
    opening = register.openings.get(case_stream(case.id))
    if opening is not None:
        as_of = date.fromisoformat(opening["as_of"])
        told = {"jam_sudah_diakui": hours(opening["minutes"]), "per_tanggal": cell(as_of)}
        cells |= told | {"dasar": opening["basis"]}
    return {"jendela_waktu": "", "jam_sudah_diakui": "", "per_tanggal": "", "dasar": ""} | cells


def _wards(register: Register, codes: Mapping[int, str]) -> dict[int, str]:
    """The clients of each guardian, all of whose cases name him: one column cannot say more."""
    guardians: dict[int, set[int | None]] = defaultdict(set)
    for case in register.cases:
        if case.state not in OVER_STATES:
            guardians[case.client_id].add(case.guardian_id)
    wards: dict[int, list[str]] = defaultdict(list)
    for client, found in guardians.items():
        only = found.pop() if len(found) == 1 else None
        if only is not None and client in codes:
            wards[only].append(codes[client])
    return {guardian: "; ".join(sorted(clients)) for guardian, clients in wards.items()}


def _by(rows: Iterable[Record], of: Callable[[Record], int]) -> dict[int, list[Record]]:
    found: dict[int, list[Record]] = defaultdict(list)
    for row in rows:
        found[of(row)].append(row)
    return found

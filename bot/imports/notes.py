"""Says what of a workbook was accepted and still deserves a look: nothing is lost, and nothing is silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sqlmodel import col, func, select

from bot.domain.births import doubt
from bot.domain.cases import OPEN_STATES
from bot.domain.law import check_person
from bot.domain.messages import Line, Minutes, Param, Refused
from bot.domain.people import Role
from bot.imports.batches import Numbered
from bot.imports.cells import Row
from bot.imports.columns import CASES, DAYS, PEOPLE, SITES, RoleWord
from bot.imports.register import Sheets
from bot.orders import order_of
from bot.storage.database import Database
from bot.storage.models import Case, Person, Site, SiteSupervisor

AT_ONCE = 500


async def regions_without_site(database: Database, office_id: int, rows: Sequence[Numbered]) -> list[Line]:
    """Regions of the calendar in which the office has no site: their days hold nowhere. One line a region,
    at its first row; a slip of spelling looks exactly like this."""
    named: dict[str, tuple[int, str]] = {}
    for number, row in rows:
        region = row.place("wilayah")
        if region and not row.clears("jenis"):
            named.setdefault(region.casefold(), (number, region))
    if not named:
        return []
    async with database.reading() as session:
        query = select(Site.region).where(Site.office_id == office_id).distinct()
        regions = {region.casefold() for region in (await session.exec(query)).all()}
    return [
        Line("import-region-without-site", {"sheet": DAYS, "row": number, "region": region})
        for name, (number, region) in named.items()
        if name not in regions
    ]


async def sites_with_few_supervisors(
    database: Database, office_id: int, rows: Sequence[Numbered], today: date
) -> list[Line]:
    """Sites at which nobody confirms, or one person alone: his leave or illness would stop it."""
    numbers = {row.needed("kode").lower(): number for number, row in rows}
    found: list[tuple[int, Line]] = []
    lasts = col(SiteSupervisor.until_on).is_(None) | (col(SiteSupervisor.until_on) >= today)
    async with database.reading() as session:
        for start in range(0, len(numbers), AT_ONCE):
            codes = list(numbers)[start : start + AT_ONCE]
            counted = func.count(func.distinct(SiteSupervisor.person_id))
            query = (
                select(Site.code, counted)
                .outerjoin(SiteSupervisor, (col(SiteSupervisor.site_id) == col(Site.id)) & lasts)
                .where(Site.office_id == office_id, func.lower(Site.code).in_(codes))
                .group_by(col(Site.code))
                .having(counted <= 1)
            )
            for code, count in (await session.exec(query)).all():
                row = numbers[code.lower()]
                where: dict[str, Param] = {"sheet": SITES, "row": row, "code": code}
                key = "import-one-supervisor" if count else "import-no-supervisor"
                found.append((row, Line(key, where)))
    return [line for _, line in sorted(found, key=lambda one: one[0])]


async def clients_to_look_at(
    database: Database, office_id: int, rows: Sequence[Numbered], today: date
) -> list[Line]:
    """Clients whose age speaks against their role (`births.doubt`), and open cases whose programme is not for
    their client: a correction of the person may bring it to light, and is believed."""
    numbers = {row.needed("kode").lower(): number for number, row in rows}
    cells = dict(rows)
    found: list[tuple[int, Line]] = []
    async with database.reading() as session:
        for start in range(0, len(numbers), AT_ONCE):
            codes = list(numbers)[start : start + AT_ONCE]
            query = (
                select(Person, Case)
                .outerjoin(Case, (col(Case.client_id) == col(Person.id)) & col(Case.state).in_(OPEN_STATES))
                .where(Person.office_id == office_id, Person.role == Role.CLIENT)
                .where(func.lower(Person.code).in_(codes))
                .order_by(col(Person.id), col(Case.id))
            )
            rows_found = (await session.exec(query)).all()
            for client in {client.id: client for client, _ in rows_found}.values():
                row = numbers[client.code.lower()]
                if odd := doubt(client.born_on, today, child=_said_child(cells[row], client)):
                    found.append((row, Line(f"import-doubt-{odd.value}", {"sheet": PEOPLE, "row": row})))
            for client, case in rows_found:
                row = numbers[client.code.lower()]
                found += [(row, line) for line in _outside(client, case, row)]
    return [line for _, line in sorted(found, key=lambda one: one[0])]


def _said_child(row: Row, client: Person) -> bool:
    """Whether people call him a child: a birth date by itself makes him one, and that is worth a look."""
    role = row.one_of("peran", RoleWord)
    return role is RoleWord.CHILD if role or row.text("tanggal_lahir") else client.child


def _outside(client: Person, case: Case | None, row: int) -> Iterator[Line]:
    if case is None:
        return
    try:
        check_person(order_of(case, client))
    except Refused as no:
        where: dict[str, Param] = {"sheet": PEOPLE, "row": row, "number": case.number}
        yield Line("import-person-outside-programme", where)
        yield Line(no.key, no.params)


async def openings_above_order(database: Database, office_id: int, rows: Sequence[Numbered]) -> list[Line]:
    """Hours served before Hadir that are more than the order: kept as written, credited up to the order."""
    told = {row.needed("nomor").lower(): (number, row.minutes("jam_sudah_diakui")) for number, row in rows}
    opened = {code: (number, minutes) for code, (number, minutes) in told.items() if minutes}
    found: list[tuple[int, Line]] = []
    async with database.reading() as session:
        for start in range(0, len(opened), AT_ONCE):
            numbers = list(opened)[start : start + AT_ONCE]
            query = select(Case.number, Case.total_minutes).where(
                Case.office_id == office_id, func.lower(Case.number).in_(numbers)
            )
            for code, total in (await session.exec(query)).all():
                row, minutes = opened[code.lower()]
                if total is not None and minutes > total:
                    params: dict[str, Param] = {"minutes": Minutes(minutes), "total": Minutes(total)}
                    line = Line("import-opening-above-order", {"sheet": CASES, "row": row, **params})
                    found.append((row, line))
    return [line for _, line in sorted(found, key=lambda one: one[0])]


def guardians_replaced(rows: Sequence[Numbered], before: Sheets, after: Sheets) -> list[Line]:
    """Children for whom another guardian answers now: the consent of the one before ends."""
    numbers = {row.needed("kode").lower(): number for number, row in rows}
    old, new = _guardians(before), _guardians(after)
    moved = sorted(child for child in old if child in new and old[child] != new[child])
    return [
        Line(
            "import-guardian-replaced",
            {
                "sheet": PEOPLE,
                "row": numbers.get(new[child].lower(), 0),
                "code": child,
                "old": old[child],
                "new": new[child],
            },
        )
        for child in moved
    ]


def _guardians(sheets: Sheets) -> dict[str, str]:
    """The guardian of each child, by their codes."""
    return {
        child: row.cells["kode"]
        for row in sheets[PEOPLE].values()
        for child in row.cells["wali_dari"].split("; ")
        if child
    }

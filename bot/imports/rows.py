"""Takes one row of a sheet into the office: new by its code, or corrected; an empty cell changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlmodel import SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import registry
from bot.domain.cases import Interval, PhotoRule, Programme, local_day
from bot.domain.people import Honorific, Role
from bot.imports.cells import CellProblem, Row
from bot.storage import queries
from bot.storage.models import Case, Office, Person, Placement, Site, SiteSupervisor

Record = TypeVar("Record", bound=SQLModel)


class RoleWord(StrEnum):
    """Roles as the workbook names them."""

    CLIENT = "klien"
    CHILD = "anak"
    GUARDIAN = "wali"
    SUPERVISOR = "pengawas"
    OFFICER = "pk"
    HEAD = "kepala"
    PROSECUTOR = "jaksa"
    AGENCY = "dinas"
    OPERATOR = "operator"


async def take_site(session: AsyncSession, office: Office, row: Row, now: datetime) -> None:
    """A row of `lokasi`; latitude and longitude come together or not at all."""
    latitude, longitude = row.number("lintang"), row.number("bujur")
    if (latitude is None) != (longitude is None):
        raise CellProblem("lintang", "import-half-a-pin")
    if (
        latitude is not None
        and longitude is not None
        and not (-90 <= latitude <= 90 and -180 <= longitude <= 180)
    ):
        raise CellProblem("lintang", "import-not-on-earth")
    zone = row.text("zona") or office.zone
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        raise CellProblem("zona", "import-zone-unknown") from None
    radius = row.number("radius_m")
    values = {
        "name": row.needed("nama"),
        "activity": row.text("kegiatan"),
        "agency": row.text("dinas"),
        "address": row.text("alamat"),
        "latitude": latitude,
        "longitude": longitude,
        "radius_m": None if radius is None else round(radius),
        "zone": zone,
    }
    site = await _by_code(session, Site, office, row.needed("kode"))
    if site is None:
        new = Site(office_id=office.id, code=row.needed("kode"), **_given(values))
        await registry.register_site(session, new, now=now)
    elif changes := _changed(site, values):
        await registry.note_change(session, site, changes, now=now)


async def take_supervisors(session: AsyncSession, office: Office, row: Row, now: datetime) -> None:
    """The `pengawas` of a row of `lokasi`, once the people are known."""
    site = await _known(session, Site, office, row, "kode")
    for code in row.codes("pengawas"):
        person = await queries.person_by_code(session, office.id, code)
        if person is None or person.role is not Role.SUPERVISOR:
            raise CellProblem("pengawas", "import-person-unknown", code=code)
        query = select(SiteSupervisor).where(
            SiteSupervisor.site_id == site.id, SiteSupervisor.person_id == person.id
        )
        if (await session.exec(query)).first() is None:
            await registry.appoint(session, site, person, from_on=local_day(now, site.zone), now=now)


async def take_person(session: AsyncSession, office: Office, row: Row, now: datetime) -> None:
    """A row of `orang`; `anak` is a client whose name stays secret."""
    word = row.one_of("peran", RoleWord)
    if word is None:
        raise CellProblem("peran", "import-cell-empty")
    role = Role.CLIENT if word is RoleWord.CHILD else Role[word.name]
    values = {
        "name": row.needed("nama"),
        "role": role,
        "child": word is RoleWord.CHILD,
        "honorific": row.one_of("sapaan", Honorific),
        "phone": row.text("telepon"),
        "born_on": row.day("tanggal_lahir"),
        "locale": row.text("bahasa"),
    }
    person = await _by_code(session, Person, office, row.needed("kode"))
    if person is None:
        new = Person(office_id=office.id, code=row.needed("kode"), **_given(values))
        await registry.register_person(session, new, now=now)
    elif changes := _changed(person, values):
        await registry.settle_role(session, person, now=now)
        await registry.note_change(session, person, changes, now=now)


async def take_case(session: AsyncSession, office: Office, row: Row, now: datetime) -> None:
    """A row of `perkara`. Raises Refused for hours outside the law."""
    client = await _person(session, office, row, "klien", Role.CLIENT)
    officer = await _person(session, office, row, "pk", Role.OFFICER)
    prosecutor = await _person(session, office, row, "jaksa", Role.PROSECUTOR) if row.text("jaksa") else None
    values = {
        "client_id": client.id,
        "officer_id": officer.id,
        "prosecutor_id": prosecutor.id if prosecutor else None,
        "programme": row.one_of("program", Programme) or _missing("program"),
        "ruling_number": row.text("putusan_nomor"),
        "ruling_on": row.day("putusan_tanggal"),
        "court": row.text("pengadilan"),
        "total_minutes": row.minutes("jam_total"),
        "daily_minutes": row.minutes("jam_per_hari"),
        "starts_on": row.needed_day("mulai"),
        "ends_on": row.needed_day("selesai"),
        "photo_rule": row.one_of("foto", PhotoRule),
        "report_every": row.one_of("lapor_setiap", Interval),
        "first_report_on": row.day("lapor_pertama"),
    }
    query = select(Case).where(Case.office_id == office.id, Case.number == row.needed("nomor"))
    case = (await session.exec(query.with_for_update())).first()
    if case is None:
        new = Case(office_id=office.id, number=row.needed("nomor"), **_given(values))
        await registry.open_case(session, new, actor_id=None, now=now)
    elif _changed(case, values):
        await registry.correct_case(session, case, actor_id=None, now=now)


async def take_placement(session: AsyncSession, office: Office, row: Row, now: datetime) -> None:
    """A row of `penempatan`; its sessions are planned at once."""
    query = select(Case).where(Case.office_id == office.id, Case.number == row.needed("perkara"))
    case = (await session.exec(query.with_for_update())).first()
    if case is None:
        raise CellProblem("perkara", "import-case-unknown", code=row.needed("perkara"))
    site = await _known(session, Site, office, row, "lokasi")
    pause = row.number("istirahat_menit")
    values = {
        "case_id": case.id,
        "site_id": site.id,
        "activity": row.text("kegiatan"),
        "weekdays": row.weekdays("hari"),
        "starts": row.clock("jam_mulai"),
        "ends": row.clock("jam_selesai"),
        "break_minutes": None if pause is None else round(pause),
        "from_on": row.day("mulai") or case.starts_on,
        "until_on": row.day("selesai") or case.ends_on,
    }
    placement = await _by_code(session, Placement, office, row.needed("kode"))
    if placement is None:
        new = Placement(office_id=office.id, code=row.needed("kode"), **_given(values))
        await registry.place(session, case, new, now=now)
    elif _changed(placement, values):
        await registry.place(session, case, placement, now=now)


def _missing(column: str) -> Any:
    raise CellProblem(column, "import-cell-empty")


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _changed(record: SQLModel, values: Mapping[str, Any]) -> dict[str, Any]:
    """Write the given values that differ; returns them."""
    changes = {name: value for name, value in _given(values).items() if getattr(record, name) != value}
    for name, value in changes.items():
        setattr(record, name, value)
    return changes


async def _by_code(session: AsyncSession, table: type[Record], office: Office, code: str) -> Record | None:
    columns: Any = table
    query = select(table).where(columns.office_id == office.id, columns.code == code)
    return (await session.exec(query)).first()


async def _known(session: AsyncSession, table: type[Record], office: Office, row: Row, column: str) -> Record:
    found = await _by_code(session, table, office, row.needed(column))
    if found is None:
        raise CellProblem(column, "import-site-unknown", code=row.needed(column))
    return found


async def _person(session: AsyncSession, office: Office, row: Row, column: str, role: Role) -> Person:
    person = await queries.person_by_code(session, office.id, row.needed(column))
    if person is None or person.role is not role:
        raise CellProblem(column, "import-person-unknown", code=row.needed(column))
    return person

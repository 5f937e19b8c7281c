"""Writes what a record holds as cells of the workbook, so that one record can be corrected cell by cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import registry
from bot.domain.cases import local_day
from bot.domain.forms import FormKind
from bot.domain.people import Role
from bot.domain.spans import Span, always
from bot.imports import written
from bot.imports.case_rows import CASE, last_opening
from bot.imports.fields import Field
from bot.imports.person_rows import PERSON
from bot.imports.placement_rows import PLACEMENT
from bot.imports.site_rows import SITE
from bot.storage import account_queries
from bot.storage.models import Case, Person, Placement, Site, SiteSupervisor

FIELDS: Mapping[FormKind, Sequence[Field]] = {
    FormKind.PERSON: PERSON,
    FormKind.SITE: SITE,
    FormKind.CASE: CASE,
    FormKind.PLACEMENT: PLACEMENT,
}
Record = Person | Site | Case | Placement


def cell(column: str, value: Any) -> str:
    """A value as it would be typed into its column."""
    return "" if value is None else written.SPECIAL.get(column, written.cell)(value)


def window(span: Span) -> str:
    """`08.00-17.00`."""
    return written.window(*span)


async def cells_of(session: AsyncSession, kind: FormKind, record: Record, now: datetime) -> dict[str, str]:
    """What a record holds, by column."""
    known = {field.column: getattr(record, field.name) for field in FIELDS[kind]}
    cells = {column: cell(column, value) for column, value in known.items()}
    match record:
        case Person():
            return cells | await _of_person(session, record)
        case Site():
            return cells | await _of_site(session, record, now)
        case Case():
            return cells | await _of_case(session, record)
        case Placement():
            return cells | await _of_placement(session, record)


async def _of_person(session: AsyncSession, person: Person) -> dict[str, str]:
    wards = await account_queries.wards_of(session, person) if person.role is Role.GUARDIAN else ()
    return {
        "kode": person.code,
        "peran": written.role(person),
        "wali_dari": "; ".join(ward.code for ward in wards),
    }


async def _of_site(session: AsyncSession, site: Site, now: datetime) -> dict[str, str]:
    rows = await registry.appointments(session, site, local_day(now, site.zone))
    named = [_appointed(row, (await session.get_one(Person, row.person_id)).code) for row in rows]
    return {
        "kode": site.code,
        "pengawas": "; ".join(named),
        "buka": "" if dict(site.hours) == always() else written.opening(site.open_hours),
    }


async def _of_case(session: AsyncSession, case: Case) -> dict[str, str]:
    minutes, as_of, basis = await last_opening(session, case) or (None, None, "")
    hours = (case.window_starts, case.window_ends)
    return {
        "nomor": case.number,
        "klien": await _code(session, case.client_id),
        "pk": await _code(session, case.officer_id),
        "jaksa": await _code(session, case.prosecutor_id),
        "wali": await _code(session, case.guardian_id),
        "jendela_waktu": window((hours[0], hours[1])) if hours[0] and hours[1] else "",
        "jam_sudah_diakui": cell("jam_sudah_diakui", minutes),
        "per_tanggal": cell("per_tanggal", as_of),
        "dasar": basis,
    }


async def _of_placement(session: AsyncSession, placement: Placement) -> dict[str, str]:
    case = await session.get_one(Case, placement.case_id)
    site = await session.get_one(Site, placement.site_id)
    return {"kode": placement.code, "perkara": case.number, "lokasi": site.code}


async def _code(session: AsyncSession, person_id: int | None) -> str:
    return "" if person_id is None else (await session.get_one(Person, person_id)).code


def _appointed(row: SiteSupervisor, code: str) -> str:
    return code if row.until_on is None else f"{code} ({row.from_on:%d/%m/%Y} - {row.until_on:%d/%m/%Y})"

"""Takes one row of a sheet into the office: new by its code, or corrected; an empty cell changes nothing."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot import lifecycle, registry
from bot.domain.cases import Interval, PhotoRule, Programme, local_day
from bot.domain.people import Honorific, Role
from bot.imports.cells import CellProblem, Row
from bot.imports.columns import RoleWord
from bot.imports.fields import Field, change, complete, read
from bot.imports.known import Known, Record
from bot.imports.safeguards import check_client, check_kept, check_pin, check_role
from bot.storage import queries
from bot.storage.models import Case, Person, Placement, Site


def _zone(row: Row, column: str) -> str | None:
    name = row.text(column)
    try:
        return None if name is None else ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise CellProblem(column, "import-zone-unknown") from None


def _language(row: Row, column: str) -> str | None:
    name = row.text(column)
    if name is not None and not re.fullmatch(r"[a-z]{2,3}", name.casefold()):
        raise CellProblem(column, "import-language-unknown")
    return name and name.casefold()


SITE = (
    Field("name", "nama", required=True),
    Field("activity", "kegiatan", required=True),
    Field("agency", "dinas"),
    Field("address", "alamat"),
    Field("latitude", "lintang", Row.number),
    Field("longitude", "bujur", Row.number),
    Field("radius_m", "radius_m", partial(Row.whole, least=20, most=20_000)),
    Field("zone", "zona", _zone),
)
PERSON = (
    Field("name", "nama", required=True),
    Field("honorific", "sapaan", partial(Row.one_of, closed_set=Honorific)),
    Field("phone", "telepon"),
    Field("born_on", "tanggal_lahir", Row.day),
    Field("locale", "bahasa", _language),
)
CASE = (
    Field("programme", "program", partial(Row.one_of, closed_set=Programme), required=True),
    Field("ruling_number", "putusan_nomor"),
    Field("ruling_on", "putusan_tanggal", Row.day),
    Field("court", "pengadilan"),
    Field("total_minutes", "jam_total", Row.minutes),
    Field("daily_minutes", "jam_per_hari", Row.minutes),
    Field("starts_on", "mulai", Row.day, required=True),
    Field("ends_on", "selesai", Row.day, required=True),
    Field("photo_rule", "foto", partial(Row.one_of, closed_set=PhotoRule)),
    Field("report_every", "lapor_setiap", partial(Row.one_of, closed_set=Interval)),
    Field("first_report_on", "lapor_pertama", Row.day),
)
PLACEMENT = (
    Field("activity", "kegiatan"),
    Field("weekdays", "hari", Row.weekdays, required=True),
    Field("starts", "jam_mulai", Row.clock, required=True),
    Field("ends", "jam_selesai", Row.clock, required=True),
    Field("break_minutes", "istirahat_menit", partial(Row.whole, least=0, most=600)),
    Field("from_on", "mulai", Row.day),
    Field("until_on", "selesai", Row.day),
)


async def take_site(known: Known, row: Row) -> None:
    """A row of `lokasi`; latitude and longitude come together or not at all."""
    defaults = {"zone": known.office.zone}
    values = read(row, Site, SITE, defaults)
    check_pin(values)
    site = known.get(Site, row.needed("kode"))
    if site is None:
        values = complete(values, SITE, defaults)
        new = Site(office_id=known.office.id, code=row.needed("kode"), **values)
        known.add(await registry.register_site(known.session, new, now=known.now))
    elif changes := change(site, values):
        await registry.correct_site(known.session, site, changes, now=known.now)


async def take_supervisors(known: Known, row: Row) -> None:
    """The `pengawas` of a row of `lokasi`, once the people are known: exactly these from today on."""
    codes = row.codes("pengawas")
    if not codes and not row.clears("pengawas"):
        return
    site = _known(known, Site, row, "kode", "import-site-unknown")
    wanted = [_person(known, code, "pengawas", Role.SUPERVISOR) for code in codes]
    today = local_day(known.now, site.zone)
    current = await registry.appointments(known.session, site, today)
    for person in wanted:
        if person.id not in {one.person_id for one in current}:
            await registry.appoint(known.session, site, person, from_on=today, now=known.now)
    for one in current:
        if one.person_id not in {person.id for person in wanted}:
            await registry.dismiss(known.session, one, until_on=today - timedelta(days=1), now=known.now)


async def take_person(known: Known, row: Row) -> None:
    """A row of `orang`; `anak` is a client whose name stays secret."""
    values = read(row, Person, PERSON, {})
    word = row.one_of("peran", RoleWord)
    if word is not None:
        values["role"] = Role.CLIENT if word is RoleWord.CHILD else Role[word.name]
        values["child"] = word is RoleWord.CHILD
    person = known.get(Person, row.needed("kode"))
    if person is None:
        if word is None:
            raise CellProblem("peran", "import-cell-empty")
        new = Person(office_id=known.office.id, code=row.needed("kode"), **complete(values, PERSON, {}))
        known.add(await registry.register_person(known.session, new, now=known.now))
        return
    await check_role(known.session, person, values)
    if changes := change(person, values):
        await registry.settle_role(known.session, person, now=known.now)
        await registry.note_change(known.session, person, changes, now=known.now)


async def take_case(known: Known, row: Row) -> None:
    """A row of `perkara`. Raises Refused for hours outside the law."""
    case = known.get(Case, row.needed("nomor"))
    values = read(row, Case, CASE, {}) | _people_of(known, row)
    if case is None:
        for name, column in (("client_id", "klien"), ("officer_id", "pk")):
            if name not in values:
                raise CellProblem(column, "import-cell-empty")
        case = Case(office_id=known.office.id, number=row.needed("nomor"), **complete(values, CASE, {}))
        await check_client(known.session, case)
        known.add(await lifecycle.open_case(known.session, case, actor_id=None, now=known.now))
        return
    check_kept(case, "client_id", values.get("client_id", case.client_id), "klien", "import-client-fixed")
    if change(case, values):
        await check_client(known.session, case)
        await lifecycle.correct_case(known.session, case, actor_id=None, now=known.now)


async def take_placement(known: Known, row: Row) -> None:
    """A row of `penempatan`; its sessions are planned with it. Without days it lasts as long as the case."""
    placement = known.get(Placement, row.needed("kode"))
    case = await _case_of(known, row, placement)
    defaults = {"case_id": case.id, "from_on": case.starts_on, "until_on": case.ends_on}
    values = read(row, Placement, PLACEMENT, defaults)
    if placement is None or row.text("lokasi"):
        values["site_id"] = _known(known, Site, row, "lokasi", "import-site-unknown").id
    if placement is None:
        values = complete(values, PLACEMENT, defaults)
        placement = Placement(office_id=known.office.id, code=row.needed("kode"), **values)
    else:
        check_kept(placement, "case_id", case.id, "perkara", "import-case-fixed")
        if not change(placement, values):
            return
    await registry.register_placement(known.session, case, placement)
    known.add(placement)
    known.unplanned[case.id] = case


def _people_of(known: Known, row: Row) -> dict[str, int | None]:
    """The client, officer and prosecutor that a row of `perkara` names."""
    found: dict[str, int | None] = {}
    for name, column, role in (
        ("client_id", "klien", Role.CLIENT),
        ("officer_id", "pk", Role.OFFICER),
        ("prosecutor_id", "jaksa", Role.PROSECUTOR),
    ):
        if code := row.text(column):
            found[name] = _person(known, code, column, role).id
    if row.clears("jaksa"):
        found["prosecutor_id"] = None
    return found


async def _case_of(known: Known, row: Row, placement: Placement | None) -> Case:
    """The case that a row of `penempatan` names, or that its placement already has."""
    if placement is not None and row.text("perkara") is None:
        case = await queries.locked_case(known.session, placement.office_id, placement.case_id)
        assert case is not None  # noqa: S101  (a foreign key)
        return case
    return _known(known, Case, row, "perkara", "import-case-unknown")


def _known(known: Known, table: type[Record], row: Row, column: str, problem: str) -> Record:
    found = known.get(table, row.needed(column))
    if found is None:
        raise CellProblem(column, problem, code=row.needed(column))
    return found


def _person(known: Known, code: str, column: str, role: Role) -> Person:
    person = known.get(Person, code)
    if person is None or person.role is not role:
        raise CellProblem(column, "import-person-unknown", code=code)
    return person

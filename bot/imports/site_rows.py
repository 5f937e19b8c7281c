"""Takes rows of the sheet `lokasi`: places of work, when they are open, and who confirms there."""

from __future__ import annotations

from functools import partial

from bot import registry
from bot.domain.calendar import HolidayRule
from bot.imports.cells import CellProblem, Row
from bot.imports.columns import ZONES
from bot.imports.fields import Field, change, complete, read
from bot.imports.hours import corners, opening
from bot.imports.known import Known
from bot.imports.safeguards import check_pin
from bot.imports.site_days import take_closed_days
from bot.storage.models import Site, stored_hours


def _zone(row: Row, column: str) -> str | None:
    name = row.text(column)
    if name is not None and name not in ZONES:
        raise CellProblem(column, "import-zone-unknown")
    return name


def _open_hours(row: Row, column: str) -> dict[str, list[list[str]]] | None:
    hours = opening(row, column)
    return None if hours is None else stored_hours(hours)


SITE = (
    Field("name", "nama", required=True),
    Field("activity", "kegiatan", required=True),
    Field("agency", "dinas"),
    Field("address", "alamat"),
    Field("region", "wilayah", Row.place),
    Field("latitude", "lintang", Row.number),
    Field("longitude", "bujur", Row.number),
    Field("corners", "titik", corners),
    Field("radius_m", "radius_m", partial(Row.whole, least=20, most=20_000)),
    Field("zone", "zona", _zone),
    Field("open_hours", "buka", _open_hours),
    Field("holiday_rule", "aturan_libur", partial(Row.one_of, closed_set=HolidayRule)),
    Field("capacity", "kapasitas", partial(Row.whole, least=1, most=10_000)),
    Field("for_children", "untuk_anak", Row.yes_or_no),
)
PIN = {"latitude": "lintang", "longitude": "bujur"}


async def take_site(known: Known, row: Row) -> None:
    """A row of `lokasi`; latitude and longitude come together or not at all."""
    defaults = {"zone": known.office.zone}
    values = read(row, Site, SITE, defaults)
    check_pin(values, PIN)
    site = known.get(Site, row.needed("kode"))
    if site is None:
        values = complete(values, SITE, defaults)
        new = Site(office_id=known.office.id, code=row.needed("kode"), **values)
        by = known.actor_id
        site = known.add(await registry.register_site(known.session, new, now=known.now, actor_id=by))
    elif changes := change(site, values):
        await registry.correct_site(known.session, site, changes, now=known.now, actor_id=known.actor_id)
    await take_closed_days(known, site, row)

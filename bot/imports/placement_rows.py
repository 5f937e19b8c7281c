"""Takes rows of the sheet `penempatan`: a case's weekly hours at a site."""

from __future__ import annotations

from functools import partial
from typing import Any

from bot import registry
from bot.imports.cells import CellProblem, Row
from bot.imports.fields import Field, change, complete, read
from bot.imports.known import Known
from bot.imports.safeguards import check_kept
from bot.storage import queries
from bot.storage.models import Case, Placement, Site

_break = partial(Row.whole, least=0, most=600)

PLACEMENT = (
    Field("activity", "kegiatan"),
    Field("weekdays", "hari", Row.weekdays, required=True),
    Field("starts", "jam_mulai", Row.clock, required=True),
    Field("ends", "jam_selesai", Row.clock, required=True),
    Field("break_minutes", "istirahat_menit", _break),
    Field("break_after", "istirahat_setelah_menit", _break),
    Field("break_counted", "istirahat_dihitung", Row.yes_or_no),
    Field("every_weeks", "setiap_minggu", partial(Row.whole, least=1, most=2)),
    Field("from_on", "mulai", Row.day),
    Field("until_on", "selesai", Row.day),
)


async def take_placement(known: Known, row: Row) -> None:
    """A row of `penempatan`; its sessions are planned with it. Without days it lasts as long as the case,
    also when that is prolonged later (`registry.follow_period`); a draft that has none yet is waited for:
    the row is reported, and comes in with the completed book."""
    placement = known.get(Placement, row.needed("kode"))
    case = await _case_of(known, row, placement)
    defaults = {"case_id": case.id} | _days_of(case)
    values = read(row, Placement, PLACEMENT, defaults)
    if placement is None or row.text("lokasi"):
        values["site_id"] = known.named(Site, row, "lokasi", "import-site-unknown").id
    if placement is None:
        values = complete(values, PLACEMENT, defaults)
        for name, column in (("from_on", "mulai"), ("until_on", "selesai")):
            if name not in values:
                raise CellProblem(column, "import-placement-without-days")
        placement = Placement(office_id=known.office.id, code=row.needed("kode"), **values)
    else:
        check_kept(placement, "case_id", case.id, "perkara", "import-case-fixed")
        if not change(placement, values):
            return
    await registry.register_placement(known.session, case, placement)
    known.add(placement)
    known.unplanned[case.id] = case


def _days_of(case: Case) -> dict[str, Any]:
    days = {"from_on": case.starts_on, "until_on": case.ends_on}
    return {name: day for name, day in days.items() if day is not None}


async def _case_of(known: Known, row: Row, placement: Placement | None) -> Case:
    """The case that the row names, or that its placement already has."""
    if placement is not None and row.text("perkara") is None:
        case = await queries.locked_case(known.session, placement.office_id, placement.case_id)
        assert case is not None  # noqa: S101  (a foreign key)
        return case
    return known.named(Case, row, "perkara", "import-case-unknown")

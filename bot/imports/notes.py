"""Says what of a workbook was accepted and still deserves a look: nothing is lost, and nothing is silent."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import select

from bot.domain.messages import Line
from bot.imports.batches import Numbered
from bot.imports.columns import DAYS
from bot.storage.database import Database
from bot.storage.models import Site


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

"""The column `buka` of a workbook: what a site keeps of it, and the plans that follow."""

from __future__ import annotations

from pathlib import Path

from sqlmodel import select

from bot.storage.database import Database
from bot.storage.models import Site
from tests.storage.test_import import counts, new_office
from tests.storage.test_import_law import OFFICE, PLACED, PLACES, Rows, planned, problems, taken

ALWAYS = {day: [["00:00", "23:59"]] for day in "1234567"}
SHORT_FRIDAY = {day: [["08:00", "16:00"]] for day in "1234"} | {"5": [["08:00", "11:30"]]}


def opened(cell: str) -> dict[str, Rows]:
    return {"lokasi": [["kode", "buka"], ["L-01", cell]]}


async def open_hours(database: Database) -> dict[str, list[list[str]]]:
    async with database.reading() as session:
        return (await session.exec(select(Site))).one().open_hours


async def days_planned(database: Database) -> set[int]:
    """The weekdays of the sessions to come; the placement names Monday and Thursday, 08.00–11.00."""
    return {one.day.isoweekday() for one in await planned(database, "1/2026")}


async def test_a_site_is_open_always_until_the_book_says_more(database: Database, tmp_path: Path) -> None:
    await new_office(database)
    assert problems(await taken(database, tmp_path, OFFICE)) == []
    assert await open_hours(database) == ALWAYS

    await taken(database, tmp_path, opened("Sen-Kam 08.00-16.00; Jum 08.00-11.30"))
    assert await open_hours(database) == SHORT_FRIDAY
    await taken(database, tmp_path, opened(""))
    assert await open_hours(database) == SHORT_FRIDAY
    await taken(database, tmp_path, opened("-"))
    assert await open_hours(database) == ALWAYS


async def test_other_hours_plan_anew_and_the_same_in_other_words_change_nothing(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    await taken(database, tmp_path, OFFICE)
    assert await days_planned(database) == {1, 4}

    await taken(database, tmp_path, opened("Sen-Rab 08.00-16.00; Kam 08.00-10.00; Kam 13.00-16.00"))
    assert await days_planned(database) == {1}
    before = await counts(database)
    same = "Kam 13.00-16.00; Kam 08.00-10.00\nSenin s.d. Rabu pukul 8 - 16"
    assert problems(await taken(database, tmp_path, opened(same))) == []
    assert await counts(database) == before

    await taken(database, tmp_path, opened("-"))
    assert await days_planned(database) == {1, 4}


async def test_a_wrong_part_changes_nothing_of_the_site(database: Database, tmp_path: Path) -> None:
    await new_office(database)
    await taken(database, tmp_path, OFFICE)
    result = await taken(database, tmp_path, opened("Sen-Kam 08.00-16.00; Jumlah 08.00-11.30"))

    assert problems(result) == [("lokasi", 2, "buka", "import-not-opening")]
    assert await open_hours(database) == ALWAYS


async def test_a_placement_is_refused_where_one_of_its_days_is_too_short(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    place: Rows = [
        [*PLACES[0], "buka"],
        [*PLACES[1], "Sen-Kam 08.00-16.00; Jum 08.00-11.30; Jum 13.30-16.00"],
    ]
    slots: Rows = [
        PLACED[0],
        ["P-01", "1/2026", "L-01", "Kam; Jum", "08.00", "11.30"],
        ["P-02", "1/2026", "L-01", "Jum", "13.30", "16.00"],
        ["P-03", "1/2026", "L-01", "Kam; Jum", "08.00", "12.00"],
        ["P-04", "1/2026", "L-01", "Jum", "11.00", "14.00"],
        ["P-05", "1/2026", "L-01", "Sab", "08.00", "11.00"],
    ]
    result = await taken(database, tmp_path, OFFICE | {"lokasi": place, "penempatan": slots})
    assert problems(result) == [("penempatan", row, "hari", "placement-site-not-open") for row in (4, 5, 6)]

"""What Monday's message attaches: workbook, report and picture say what its text says, to each reader."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image
from python_calamine import CalamineWorkbook
from sqlmodel import select

from bot.domain.cases import Programme
from bot.domain.people import Role
from bot.domain.weeks import next_digest_at
from bot.reports.digest_files import report_from
from bot.reports.documents import period_report
from bot.reports.documents.paper import pdf
from bot.reports.papers import SHIPPED
from bot.storage.models import Digest, Person
from tests.conversations.case_life import works
from tests.conversations.conftest import Cast
from tests.harness import Letter, World, at, sentences
from tests.papers import words_in

CHILD = "Nama Rahasia"


def rows(letter: Letter, sheet: str) -> list[dict[str, Any]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(letter.content))
    titles, *found = book.get_sheet_by_name(sheet).to_python()
    return [dict(zip(map(str, titles), row, strict=True)) for row in found]


async def monday(world: World, person: Person) -> dict[str, Letter]:
    """What somebody finds on Monday morning, by key."""
    await world.passes(at(27, 9))
    return {one.key: one for one in await world.letters(person) if one.key.startswith("digest")}


async def a_head(world: World, cast: Cast) -> Person:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    async with world.database.transaction() as session:
        found = await session.get_one(Person, head.id)
        found.look_at = next_digest_at(world.clock.now(), cast.office.zone)
    return head


async def test_text_workbook_report_and_picture_have_the_same_figures(world: World, cast: Cast) -> None:
    await works(world, cast, 23)
    letters = await monday(world, cast.officer)
    words = words_in(letters["digest-attached-report"].content)

    assert "3 jam diakui, hadir 1 dari 1 jadwal" in letters["digest-heading"].text
    (client,) = rows(letters["digest-file"], "Klien")
    assert (client["Jam diakui minggu ini"], client["Sisa jam"]) == (3, 39)
    for said in (
        "Jam diakui dalam masa ini : 3 jam",
        "Jadwal yang harus dihadiri : 1",
        "Dihadiri : 1",
        "1 Budi (contoh) K-01 3 3/42 1/1",
        "Kantor Desa L1 1 · 0 · 0",
        "Dari : Sen 20/04/2026",
    ):
        assert said in words, said
    picture = Image.open(io.BytesIO(letters["digest-attached-chart"].content))
    assert picture.format == "PNG"
    assert not letters["digest-attached-chart"].document


async def test_what_leaves_later_says_what_was_frozen(world: World, cast: Cast) -> None:
    await works(world, cast, 23)
    await world.passes(at(27, 9))
    async with world.database.reading() as session:
        (digest,) = (await session.exec(select(Digest).where(Digest.officer_id == cast.officer.id))).all()
    await world.phone(cast.officer).taps_id(f"adjust-for:{cast.case.id}:2")
    await world.phone(cast.officer).writes("-30 23/4 istirahat")
    await world.phone(cast.officer).taps("💾 Simpan")

    facts = report_from(digest.figures, cast.office)
    assert facts is not None
    printed = pdf(period_report.paper(facts), sentences(), locale="id", folder=SHIPPED)
    assert "Jam diakui dalam masa ini : 3 jam" in words_in(printed)


async def test_a_head_has_totals_and_officers_and_no_client(world: World, cast: Cast) -> None:
    head = await a_head(world, cast)
    await works(world, cast, 23)
    letters = await monday(world, head)

    assert list(letters) == [
        "digest-heading",
        "digest-attached-outline",
        "digest-attached-report",
        "digest-attached-chart",
    ]
    words = words_in(letters["digest-attached-report"].content)
    (row,) = rows(letters["digest-attached-outline"], "Laporan Mingguan")
    assert (row["PK"], row["Klien"], row["Jam masa ini"], row["Hadir"]) == (cast.officer.shown, 1, 3, 1)
    assert cast.officer.shown in words
    assert "Budi" not in words
    assert letters["digest-attached-report"].document == "laporan-mingguan-2026-W17.pdf"


async def test_a_child_is_a_code_and_nothing_shows_on_a_lock_screen(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-07", Role.CLIENT, name=CHILD, child=True)
    await world.case(child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE, total_hours=60)
    letters = await monday(world, cast.officer)

    assert "A-07" in words_in(letters["digest-attached-report"].content)
    for letter in letters.values():
        first = f"{letter.text.splitlines()[0]} {letter.document}"
        for word in (CHILD, "Budi", "perkara", "pidana"):
            assert word not in first
    assert CHILD not in words_in(letters["digest-attached-report"].content)


async def test_who_guides_nobody_gets_no_report(world: World, cast: Cast) -> None:
    idle = await world.person(cast.office, "PK-09", Role.OFFICER)
    async with world.database.transaction() as session:
        found = await session.get_one(Person, idle.id)
        found.look_at = next_digest_at(world.clock.now(), cast.office.zone)
    letters = await monday(world, idle)
    assert list(letters) == ["digest-heading", "digest-file"]

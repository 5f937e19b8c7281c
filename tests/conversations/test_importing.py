"""Workbooks by chat: shown before they are saved, saved once, as the person who sent them, and erased."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook
from sqlmodel import col, select

from bot.domain.cases import Programme
from bot.domain.people import Role
from bot.domain.uploads import LARGEST_FILE, UploadState
from bot.storage.models import Case, Event, Person
from bot.storage.uploads import Upload
from tests.conversations.conftest import Cast
from tests.harness import Letter, World, at
from tests.rules.test_packed_books import OLE, bomb, far

Rows = list[list[object]]
PEOPLE: list[object] = ["kode", "nama", "peran", "telepon", "tanggal_lahir"]


def book(**sheets: Rows) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"strings_to_formulas": False}) as written:
        for name, rows in sheets.items():
            page = written.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return file.getvalue()


GOOD = book(
    orang=[
        PEOPLE,
        ["K-01", "", "", "0811-0000-0000", ""],
        ["K-50", '=HYPERLINK("http://contoh")', "klien", "", "17/08/1990"],
        ["K-51", "Sari (contoh)", "raja", "", ""],
    ]
)


@pytest.fixture
async def operator(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "OP-01", Role.OPERATOR)


async def sends(world: World, person: Person, content: bytes, name: str = "Data Juli.xlsx") -> Letter:
    """Send a file, and read the last answer after it was looked at."""
    await world.phone(person).sends_file(name, content)
    await world.clerk_works()
    return await world.last(person)


async def uploads(world: World) -> list[tuple[UploadState, bool]]:
    """Each with its state, and whether its file can still be opened."""
    async with world.database.reading() as session:
        rows = (await session.exec(select(Upload).order_by(col(Upload.id)))).all()
    return [(row.state, row.key is not None) for row in rows]


def kept(world: World) -> list[Path]:
    folder = world.house.settings.media_dir
    return sorted(folder.iterdir()) if folder.exists() else []


async def names(world: World) -> dict[str, str]:
    async with world.database.reading() as session:
        return {one.code: one.name for one in (await session.exec(select(Person))).all()}


async def facts(world: World, after: int = 0) -> list[Event]:
    async with world.database.reading() as session:
        query = select(Event).where(Event.id > after).order_by(col(Event.id))
        return list((await session.exec(query)).all())


def sheets_of(letter: Letter) -> dict[str, Rows]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(letter.content))
    tables = {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}
    return {name: [list(row) for row in table] for name, table in tables.items()}


async def test_a_workbook_is_shown_first_and_saved_once(world: World, cast: Cast, operator: Person) -> None:
    await world.phone(operator).sends_file("Data Juli.xlsx", GOOD)
    assert (await world.last(operator)).key == "upload-received"
    await world.clerk_works()

    preview = await world.last(operator)
    assert [button.label for button in preview.buttons] == ["💾 Simpan", "❌ Batal"]
    for words in (
        "orang: 1 baru, 1 berubah, 0 tetap, 1 belum diterima",
        "Lembar orang, baris 2, kolom telepon: (kosong) → 0811-0000-0000",
        "Lembar orang, baris 4, kolom peran belum diterima",
        "Pilih salah satu: klien, anak",
    ):
        assert words in preview.text
    assert "K-50" not in await names(world)
    known = (await facts(world))[-1].id

    await world.phone(operator).taps("💾 Simpan")
    assert (await world.last(operator)).key == "upload-saving"
    await world.clerk_works()
    assert (await world.last(operator)).key == "upload-saved"
    assert (await names(world))["K-50"] == '=HYPERLINK("http://contoh")'
    new = await facts(world, known)
    assert [one.kind for one in new] == ["person_changed", "person_registered", "workbook_imported"]
    assert {one.actor_id for one in new} == {operator.id}
    assert await uploads(world) == [(UploadState.SAVED, False)]
    assert kept(world) == []

    await world.phone(operator).taps_id(preview.buttons[0].id)
    assert (await world.last(operator)).key == "upload-is-saved"
    await world.phone(operator).taps_id(preview.buttons[1].id)
    assert (await world.last(operator)).key == "upload-is-saved"
    await world.clerk_works()
    assert len(await facts(world, known)) == 3


async def test_what_somebody_changed_after_the_preview_is_shown_again(
    world: World, cast: Cast, operator: Person
) -> None:
    await sends(world, operator, GOOD)
    phone = world.phone(cast.officer)
    for step in ("/ubah K-01", "✏️ Ubah", "✏️ nomor HP", "0811-0000-0009", "💾 Simpan"):
        await (phone.writes(step) if step[0] in "/0" else phone.taps(step))
    await world.phone(operator).taps("💾 Simpan")
    await world.clerk_works()

    again = await world.last(operator)
    assert again.key == "upload-preview-again"
    assert "kolom telepon: 0811-0000-0009 → 0811-0000-0000" in again.text
    assert "K-50" not in await names(world)
    await world.phone(operator).taps("💾 Simpan")
    await world.clerk_works()
    assert (await world.last(operator)).key == "upload-saved"
    assert "K-50" in await names(world)


async def test_two_taps_at_once_save_once(world: World, cast: Cast, operator: Person) -> None:
    preview = await sends(world, operator, GOOD)
    await world.phone(operator).taps_id(preview.buttons[0].id)
    await world.phone(operator).taps_id(preview.buttons[0].id)
    assert (await world.last(operator)).key == "upload-is-saving"
    await world.clerk_works()
    assert [one.kind for one in await facts(world)].count("workbook_imported") == 1


async def test_what_is_cancelled_changes_nothing_and_is_erased(
    world: World, cast: Cast, operator: Person
) -> None:
    await sends(world, operator, GOOD)
    assert len(kept(world)) == 1
    before = await facts(world)
    await world.phone(operator).taps("❌ Batal")
    await world.clerk_works()

    assert (await world.last(operator)).key == "upload-cancelled"
    assert await facts(world) == before
    assert await uploads(world) == [(UploadState.CANCELLED, False)]
    assert kept(world) == []
    await world.phone(operator).taps_id("upload-save:1")
    assert (await world.last(operator)).key == "upload-is-cancelled"


async def test_what_waits_a_day_is_erased(world: World, cast: Cast, operator: Person) -> None:
    await sends(world, operator, GOOD)
    await world.passes(at(21, 11))
    assert await uploads(world) == [(UploadState.PREVIEWED, True)]
    await world.passes(at(21, 13))
    await world.clerk_works()
    assert await uploads(world) == [(UploadState.EXPIRED, False)]
    assert kept(world) == []
    async with world.database.reading() as session:
        assert (await session.exec(select(Upload))).one().result is None

    await world.phone(operator).taps_id("upload-save:1")
    assert (await world.last(operator)).key == "upload-is-expired"


async def test_a_workbook_never_lies_in_clear(world: World, cast: Cast, operator: Person) -> None:
    csv = b"kode;nama;peran\nK-60;Nama Rahasia (contoh);klien\n"
    await sends(world, operator, csv, "orang.csv")
    (file,) = kept(world)
    assert b"Rahasia" not in file.read_bytes()


async def test_a_csv_file_with_semicolons_and_one_that_changes_nothing(
    world: World, cast: Cast, operator: Person
) -> None:
    csv = b"kode;nama;peran\nK-60;Baru (contoh);klien\n"
    await sends(world, operator, csv, "Daftar Klien.CSV")
    await world.phone(operator).taps("💾 Simpan")
    await world.clerk_works()
    assert (await names(world))["K-60"] == "Baru (contoh)"

    again = await sends(world, operator, csv, "orang.csv")
    assert (again.key, again.buttons) == ("upload-preview-nothing", ())
    assert await uploads(world) == [(UploadState.SAVED, False), (UploadState.NOTHING, False)]


BAD: dict[str, tuple[str, bytes, str]] = {
    "a letter": ("surat.pdf", b"%PDF-1.7", "book-wrong-type"),
    "without a name": ("", b"x", "book-wrong-type"),
    "old Excel": ("data.xls", OLE, "book-old-excel"),
    "old Excel, renamed": ("data.xlsx", OLE, "book-old-excel"),
    "locked": ("data.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "book-locked"),
    "corrupt": ("data.xlsx", GOOD[:-300], "book-damaged"),
    "no workbook": ("data.xlsx", b"hello", "book-damaged"),
    "a bomb": ("data.xlsx", b"bomb", "book-too-large"),
    "far cells": ("data.xlsx", b"far", "book-far-cell"),
    "other sheets": ("data.xlsx", book(lain=[["a"]]), "book-no-sheet"),
    "other columns": ("data.csv", b"a;b\n1;2\n", "book-no-sheet"),
}


@pytest.mark.parametrize("name", BAD)
async def test_a_file_that_is_no_workbook_hears_why(
    world: World, cast: Cast, operator: Person, name: str
) -> None:
    filename, content, key = BAD[name]
    content = {b"bomb": bomb, b"far": far}.get(content, lambda: content)()
    letter = await sends(world, operator, content, filename)
    assert (letter.key, letter.buttons) == (key, ())
    assert kept(world) == []


async def test_a_file_that_is_too_large_is_not_taken(world: World, cast: Cast, operator: Person) -> None:
    phone = world.phone(operator)
    await phone.sends_file("data.xlsx", b"", size=LARGEST_FILE + 1)
    assert (await world.last(operator)).key == "book-too-large"
    await phone.sends_file("data.xlsx", bytes(LARGEST_FILE + 1), size=10)
    assert (await world.last(operator)).key == "book-too-large"
    assert await uploads(world) == []


async def test_a_file_that_cannot_be_had_is_asked_for_again(
    world: World, cast: Cast, operator: Person
) -> None:
    world.channel.fetch_failures = 3
    assert (await sends(world, operator, GOOD)).key == "book-not-fetched"
    world.channel.fetch_failures = 1
    assert (await sends(world, operator, GOOD)).key == "upload-preview"


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.OPERATOR, Role.OFFICER}))
async def test_a_document_of_anybody_else_is_not_even_fetched(world: World, cast: Cast, role: Role) -> None:
    person = await world.person(cast.office, "X-01", role)
    world.channel.fetch_failures = 9
    assert (await sends(world, person, GOOD)).key.startswith("file-not-read")
    assert world.channel.fetch_failures == 9


async def test_a_workbook_of_another_is_nobodys_to_save(world: World, cast: Cast, operator: Person) -> None:
    preview = await sends(world, operator, GOOD)
    office = await world.office("BPS-BDG")
    others = [
        cast.officer,
        await world.person(cast.office, "OP-02", Role.OPERATOR),
        await world.person(office, "OP-77", Role.OPERATOR),
    ]
    for other in others:
        for button in preview.buttons:
            await world.phone(other).taps_id(button.id)
            assert (await world.last(other)).key == "choice-unknown"
    assert await uploads(world) == [(UploadState.PREVIEWED, True)]


async def test_an_officer_brings_in_only_what_is_his(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    theirs = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(theirs, other, cast.site)
    sent = book(
        orang=[
            PEOPLE,
            ["PK-01", "", "kepala"],
            ["K-02", "Lain (contoh)"],
            ["K-50", "Baru (contoh)", "klien"],
        ],
        perkara=[["nomor", "klien", "program", "pk"], ["K-02/2026", "", "", "PK-01"]],
        kalender=[["tanggal", "jenis"], ["13/05/2026", "kantor"]],
    )
    preview = await sends(world, cast.officer, sent)
    assert preview.text.count("belum diterima:") >= 4
    await world.phone(cast.officer).taps("💾 Simpan")
    await world.clerk_works()

    assert (await world.last(cast.officer)).key == "upload-saved"
    found = await names(world)
    assert (found["K-50"], found["K-02"]) == ("Baru (contoh)", theirs.name)
    async with world.database.reading() as session:
        guides = (await session.exec(select(Case.officer_id).order_by(col(Case.id)))).all()
        officer = (await session.exec(select(Person).where(Person.code == "PK-01"))).one()
    assert list(guides) == [cast.officer.id, other.id]
    assert officer.role is Role.OFFICER


async def test_others_hear_once_of_the_supervisors_in_an_officers_workbook(
    world: World, cast: Cast, operator: Person
) -> None:
    new: list[list[object]] = [[f"PL-{n}", "Baru (contoh)", "pengawas"] for n in range(20, 32)]
    sent = book(orang=[PEOPLE, *new])
    for _ in range(2):
        await sends(world, cast.officer, sent)
        await world.phone(cast.officer).taps("💾 Simpan")
        await world.clerk_works()
    assert await world.keys(operator) == ["new-supervisors"]
    told = (await world.last(operator)).text
    assert "• Baru (contoh) (PL-29)\n• dan 2 orang lain\n" in told


async def test_rights_are_asked_again_when_it_is_saved(world: World, cast: Cast, operator: Person) -> None:
    await sends(world, operator, GOOD)
    await world.phone(operator).taps("💾 Simpan")
    async with world.database.transaction() as session:
        (await session.get_one(Person, operator.id)).role = Role.AGENCY
    await world.clerk_works()
    assert "K-50" not in await names(world)
    assert await uploads(world) == [(UploadState.CANCELLED, False)]


async def test_the_empty_and_the_filled_workbook(world: World, cast: Cast, operator: Person) -> None:
    await world.phone(operator).writes("/impor")
    empty = await world.last(operator)
    assert (empty.key, empty.document) == ("upload-how", "buku-impor.xlsx")
    assert list(sheets_of(empty)) == ["lokasi", "orang", "perkara", "penempatan", "kalender", "petunjuk"]

    await world.phone(operator).taps("📄 Data terisi")
    whole = await world.last(operator)
    assert [row[0] for row in sheets_of(whole)["orang"]] == [
        *("kode*", "JK-L", "K-01", "OP-01", "PK-01", "PL-01")
    ]
    assert (await facts(world))[-1].kind == "workbook_exported"

    await world.phone(cast.officer).writes("impor isi")
    his = await world.last(cast.officer)
    assert [row[0] for row in sheets_of(his)["orang"]] == ["kode*", "K-01"]
    assert list(sheets_of(his)) == ["lokasi", "orang", "perkara", "penempatan", "petunjuk"]

    for person, letter in ((operator, whole), (cast.officer, his)):
        assert (await sends(world, person, letter.content)).key == "upload-preview-nothing"


async def test_a_childs_name_is_in_no_message_and_no_file(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-01", Role.CLIENT, name="Rahasia (contoh)", child=True)
    await world.case(child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE)
    await world.phone(cast.officer).writes("/impor isi")
    filled = await world.last(cast.officer)
    assert "Rahasia" not in str(sheets_of(filled))

    rows: Rows = [[code, "Benar Sekali (contoh)", "", "0811-0000-0007"] for code in ["A-01", *["A-01"] * 8]]
    preview = await sends(world, cast.officer, book(orang=[PEOPLE, *rows]))
    assert preview.buttons
    listed = await world.letter(cast.officer, "upload-list")
    said = " ".join([letter.text for letter in await world.letters(cast.officer)] + [str(sheets_of(listed))])
    assert "kolom nama: (dirahasiakan) → (dirahasiakan)" in said
    assert "Rahasia" not in said
    assert "Benar Sekali" not in said


async def test_a_long_list_comes_as_a_document(world: World, cast: Cast, operator: Person) -> None:
    wrong: Rows = [[f"K-{number}", "Klien (contoh)", "raja"] for number in range(100, 140)]
    preview = await sends(world, operator, book(orang=[PEOPLE, *wrong, ["K-01", "", "", "0811-0000-0000"]]))
    assert "… dan 35 lagi" in preview.text
    listed = await world.letter(operator, "upload-list")
    assert listed.document == "daftar-impor.xlsx"
    sheets = sheets_of(listed)
    assert list(sheets) == ["belum diterima", "berubah", "perlu dilihat"]
    assert sheets["belum diterima"][0] == ["lembar", "baris", "kolom", "alasan"]
    assert [row[1] for row in sheets["belum diterima"][1:]] == list(range(2, 42))
    assert sheets["berubah"][1] == ["orang", 42, "telepon", "(kosong)", "0811-0000-0000"]


CLIENTS: Rows = [[f"K-{number}", "Klien (contoh)", "klien"] for number in range(100, 260)]
MANY = book(orang=[PEOPLE, *CLIENTS])


class PowerCut(BaseException):
    """What ends a process in the middle."""


async def test_how_far_it_is_stands_in_one_message(world: World, cast: Cast, operator: Person) -> None:
    world.house.clerk.tell_every = 0
    await sends(world, operator, MANY)
    await world.phone(operator).taps("💾 Simpan")
    saving = asyncio.create_task(world.house.clerk.work())
    while not saving.done():
        await world.carry()
        await asyncio.sleep(0)
    await world.clerk_works()
    letters = await world.letters(operator)
    told = [one for one in letters if one.key == "upload-progress"]
    assert all(one.edited and "160 baris" in one.text for one in told)
    assert bool(told) == world.channel.caps.edit
    assert letters[-1].key == "upload-saved"


async def test_a_saving_that_is_killed_goes_on(world: World, cast: Cast, operator: Person) -> None:
    await sends(world, operator, MANY)
    await world.phone(operator).taps("💾 Simpan")

    async def dies(done: int, total: int) -> None:
        raise PowerCut

    clerk = world.house.clerk
    clerk._teller = lambda upload: dies  # type: ignore[method-assign]
    with pytest.raises(PowerCut):
        await clerk.work()
    assert await uploads(world) == [(UploadState.SAVING, True)]
    assert sum(code.startswith("K-1") for code in await names(world)) == 50

    again = await world.reborn(world.clock.now())
    await again.clerk_works()
    assert (await again.outbox())[-1].content["key"] == "upload-saved-rest"
    assert await uploads(again) == [(UploadState.SAVED, False)]
    registered = [one.stream for one in await facts(again) if one.kind == "person_registered"]
    assert len(registered) == len(set(registered)) == 160 + 4

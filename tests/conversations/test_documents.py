"""`/dokumen`: the attendance list of a site and week, the card of a case; on paper and as a draft."""

from __future__ import annotations

import io
import zipfile
from datetime import date, time, timedelta
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from bot.domain.cases import Programme
from bot.domain.leaves import LeaveState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.outcomes import MISSED
from bot.storage import queries
from bot.storage.leaves import Leave
from bot.storage.models import Office, Person, SiteSupervisor
from tests.conversations.case_life import short_order, works
from tests.conversations.conftest import Cast
from tests.conversations.test_outcomes import of_day
from tests.harness import Letter, World, at
from tests.papers import pages_in, words_in


async def papers(world: World, person: Person, said: str) -> tuple[Letter, Letter]:
    """What somebody gets who asks in words: the paper and its draft."""
    await world.phone(person).writes(said)
    letters = [one for one in await world.letters(person) if one.document]
    return letters[-2], letters[-1]


def table(draft: Letter) -> list[dict[str, Any]]:
    titles, *rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(draft.content)).get_sheet_by_index(0).to_python()
    )
    return [dict(zip(map(str, titles), row, strict=True)) for row in rows]


def notes(draft: Letter) -> dict[str, Any]:
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(draft.content)).get_sheet_by_name("Keterangan")
    return {str(label): value for label, value, *_ in sheet.to_python()}


async def balance(world: World, cast: Cast) -> tuple[int, int | None]:
    async with world.database.reading() as session:
        row = await queries.balance_of(session, cast.case)
    return row.credited, row.remaining


async def test_an_officer_chooses_kind_and_week_and_gets_paper_and_draft(world: World, cast: Cast) -> None:
    await works(world, cast, 23)
    phone = world.phone(cast.officer)
    await phone.writes("/dokumen")
    assert (await world.last(cast.officer)).key == "document-which"
    await phone.taps("🗒 Daftar hadir")
    assert (await world.last(cast.officer)).key == "document-which-week"
    await phone.taps("📅 Minggu ini")

    paper, draft = (await world.letters(cast.officer))[-2:]
    assert (paper.document, draft.document) == (
        "daftar-hadir-L1-2026-W17.pdf",
        "daftar-hadir-L1-2026-W17.xlsx",
    )
    said = words_in(paper.content)
    for word in (
        "Bapas Contoh",
        "Budi (contoh)",
        "Kam 23/04/2026",
        "08.00",
        "11.00",
        "3 jam",
        "hadir",
        "Paraf",
    ):
        assert word in said, word
    (row,) = table(draft)
    assert row["Tanggal"] == date(2026, 4, 23)
    assert (row["Jam masuk"], row["Jam keluar"]) == (time(8), time(11))
    assert (row["Jam diakui"], row["Status"]) == (3, "hadir")
    assert row["Pengawas lokasi"] == cast.supervisor.name


async def test_the_numbers_of_the_buttons_and_words_do_the_same(world: World, cast: Cast) -> None:
    for said in ("dokumen", "1", "1"):
        await world.phone(cast.officer).writes(said)
    assert (await world.last(cast.officer)).document == "daftar-hadir-L1-2026-W17.xlsx"
    for said, file in (
        ("dokumen daftar l1 2026-W18", "daftar-hadir-L1-2026-W18"),
        ("/dokumen daftar desa 13/04", "daftar-hadir-L1-2026-W16"),
        ("/dokumen kartu budi", "kartu-kehadiran-K-01"),
    ):
        paper, draft = await papers(world, cast.officer, said)
        assert (paper.document, draft.document) == (f"{file}.pdf", f"{file}.xlsx")


@pytest.mark.parametrize("said", ["/dokumen daftar nirwana", "/dokumen kartu nobody"])
async def test_what_is_not_found_is_said(world: World, cast: Cast, said: str) -> None:
    await world.phone(cast.officer).writes(said)
    assert (await world.last(cast.officer)).key in {"document-site-unknown", "document-client-unknown"}


async def test_a_list_before_the_week_is_for_the_pen(world: World, cast: Cast) -> None:
    paper, draft = await papers(world, cast.supervisor, "/dokumen L1 23/04")
    (row,) = table(draft)
    assert (row["Kode/nama klien"], row["Jam masuk"], row["Jam diakui"], row["Status"]) == (
        "Budi (contoh)",
        "",
        "",
        "",
    )
    assert (row["Jadwal mulai"], row["Jadwal selesai"]) == (time(8), time(11))
    assert "0 menit" not in words_in(paper.content)


async def test_the_card_shows_every_hour_and_the_sums_are_the_balance(world: World, cast: Cast) -> None:
    await short_order(world, cast, 12)
    await works(world, cast, 23)
    await world.phone(cast.officer).taps_id(f"adjust-for:{cast.case.id}:2")
    await world.phone(cast.officer).writes("-30 23/4 istirahat")
    await world.phone(cast.officer).taps("💾 Simpan")
    world.clock.moment = at(30, 13)
    await world.passes(at(30, 13))

    paper, draft = await papers(world, cast.officer, "/dokumen kartu K-01")
    credited, remaining = await balance(world, cast)
    rows = table(draft)
    assert round(sum(row["Jam diakui"] or 0 for row in rows) * 60) == credited
    assert [row["Catatan"] for row in rows] == ["sebelum tercatat di sini", "", "koreksi jam", ""]
    assert [row["Status"] for row in rows] == ["", "hadir", "", "tidak hadir"]
    assert round(notes(draft)["Jam diakui"] * 60) == credited
    assert round(notes(draft)["Sisa jam"] * 60) == remaining
    assert "32 jam 30 menit" in words_in(paper.content)


async def test_the_report_for_the_prosecutor_holds_plan_done_and_what_was_said_of_misses(
    world: World, cast: Cast
) -> None:
    await works(world, cast, 23)
    await world.phone(cast.officer).writes("/izinkan K-01 30/04 sakit")
    await world.passes(at(8, 12, month=5))
    await world.phone(cast.officer).writes("/dokumen")
    await world.phone(cast.officer).taps("📑 Laporan ke jaksa")

    paper, draft = (await world.letters(cast.officer))[-2:]
    assert (paper.document, draft.document) == (
        "laporan-pelaksanaan-K-01.pdf",
        "laporan-pelaksanaan-K-01.xlsx",
    )
    credited, remaining = await balance(world, cast)
    figures = notes(draft)
    assert (figures["Jam diakui"] * 60, figures["Sisa jam"] * 60) == (credited, remaining)
    assert (figures["Jadwal sampai hari ini"], figures["Dihadiri"]) == (3, 1)
    assert (figures["Izin"], figures["Tidak hadir"]) == (1, 1)
    assert figures["Jadwal berikutnya"] * 3 == figures["Jam pada jadwal berikutnya"]
    assert [row["Status"] for row in table(draft)] == ["izin", "tidak hadir"]
    words = words_in(paper.content)
    assert "1/Pid.B/2026/PN (contoh)" in words
    assert "sakit" not in words


async def test_the_final_report_holds_every_hour_and_every_miss_and_the_sums_are_the_balance(
    world: World, cast: Cast
) -> None:
    await short_order(world, cast, 12)
    await works(world, cast, 23)
    await world.phone(cast.officer).taps_id(f"adjust-for:{cast.case.id}:2")
    await world.phone(cast.officer).writes("-30 23/4 istirahat")
    await world.phone(cast.officer).taps("💾 Simpan")
    await world.phone(cast.officer).writes("/izinkan K-01 30/04 sakit")
    await world.passes(at(8, 12, month=5))

    paper, draft = await papers(world, cast.officer, "/dokumen laporan akhir budi")
    assert (paper.document, draft.document) == ("laporan-akhir-K-01.pdf", "laporan-akhir-K-01.xlsx")
    credited, remaining = await balance(world, cast)
    book = CalamineWorkbook.from_filelike(io.BytesIO(draft.content))
    sheets = (book.get_sheet_by_index(place).to_python() for place in range(3))
    (_, done), (_, *counted), (_, *missed) = sheets
    minutes = [round(hours * 60) for hours in (table(draft)[0]["Jam diakui"], *(row[2] for row in counted))]
    assert minutes == [180, 42 * 60 - 12 * 60, -30]
    assert sum(minutes) == credited
    assert [row[3] for row in counted] == ["sebelum tercatat di sini", "Jam keliru"]
    assert [row[6] for row in missed] == ["izin", "tidak hadir"]
    words = words_in(paper.content)
    assert "Keadaan perkara : berjalan" in words
    assert f"Sisa jam : {(remaining or 0) // 60} jam 30 menit" in words
    for private in ("sakit", "istirahat "):
        assert private not in words + str(done) + str(counted)


@pytest.mark.parametrize("kind", ["client-card", "execution-report"])
async def test_a_miss_that_is_not_settled_is_no_verdict(world: World, cast: Cast, kind: str) -> None:
    """Explained and not judged; and of somebody to whom nothing can be sent."""
    silent = await world.person(cast.office, "K-02", Role.CLIENT, name="Sunyi", enrolled=False)
    case = await world.case(silent, cast.officer, cast.site)
    await world.passes(at(23, 9, 5))
    await world.phone(cast.budi).writes("anak saya masuk rumah sakit")
    await world.passes(at(23, 13))

    for about, *said in (
        (cast.case, "tidak hadir", "sudah dijelaskan, belum dinilai PK"),
        (case, "tak terjangkau", ""),
    ):
        await world.phone(cast.officer).taps_id(f"document-case:{about.id}:{kind}")
        draft = await world.last(cast.officer)
        assert [(row["Status"], row["Catatan"]) for row in table(draft)] == [tuple(said)]
        assert "rumah sakit" not in str(table(draft))


@pytest.mark.parametrize(("proof", "said"), [(True, "ada bukti"), (False, "tanpa bukti")])
async def test_a_default_stands_with_what_was_asked_and_proved_and_nobodys_words(
    world: World, cast: Cast, proof: bool, said: str
) -> None:
    await world.phone(cast.budi).writes("/izin sakit 23/04 demam tinggi")
    await world.phone(cast.budi).taps("📨 Kirim tanpa bukti")
    if proof:
        await world.phone(cast.budi).taps("📎 Tambah bukti")
        await world.phone(cast.budi).sends_photo()
    await world.passes(at(23, 13))
    draft = await report_of(world, cast)
    assert [(row["Status"], row["Catatan"]) for row in table(draft)] == [("izin belum diputus", said)]
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.officer).writes("suratnya bukan dari dokter")
    draft = await report_of(world, cast)
    told = [(row["Status"], row["Catatan"]) for row in table(draft)]
    assert told == [("tidak hadir", f"permohonan izin tidak diterima, {said}")]
    assert not {"demam", "sakit", "dokter"} & set(str(table(draft)).casefold().split())


async def test_an_explanation_that_was_not_accepted_is_said_to_be_so(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9, 5))
    await world.phone(cast.budi).writes("motor saya mogok")
    await world.passes(at(23, 13))
    planned = await of_day(world, 23)
    unexplained = MISSED.index(Outcome.UNEXPLAINED)
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:{unexplained}:none")
    await world.phone(cast.officer).writes("tidak ada bengkel di sana")
    draft = await report_of(world, cast)
    assert [row["Catatan"] for row in table(draft)] == ["penjelasan tidak diterima"]


async def report_of(world: World, cast: Cast) -> Letter:
    """The draft of the laporan pelaksanaan as it is now."""
    await world.phone(cast.officer).taps_id(f"document-case:{cast.case.id}:execution-report")
    return await world.last(cast.officer)


@pytest.mark.parametrize("kind", ["laporan", "laporan akhir"])
async def test_who_could_not_be_reached_is_counted_by_itself(world: World, cast: Cast, kind: str) -> None:
    silent = await world.person(cast.office, "K-02", Role.CLIENT, name="Sunyi", enrolled=False)
    await world.case(silent, cast.officer, cast.site)
    await world.passes(at(23, 13))
    paper, _ = await papers(world, cast.officer, f"/dokumen {kind} sunyi")
    words = words_in(paper.content)
    assert "Tidak hadir : 0" in words
    assert "Tak terjangkau : 1" in words


async def asks_to_be_excused(world: World, cast: Cast) -> None:
    """With a letter, for the session of that day."""
    phone = world.phone(cast.budi)
    await phone.writes("/izin")
    await phone.taps("🤒 Sakit")
    await phone.taps("📅 Kam 23 Apr")
    await phone.sends_photo(text="surat dokter")


@pytest.mark.parametrize("kind", ["laporan", "laporan akhir", "mingguan", "bulanan"])
async def test_an_excuse_that_nobody_has_decided_is_counted_by_itself(
    world: World, cast: Cast, kind: str
) -> None:
    await asks_to_be_excused(world, cast)
    await world.passes(at(23, 13))
    whose = "budi" if "laporan" in kind else "2026-04" if kind == "bulanan" else "minggu ini"
    await world.phone(cast.officer).writes(f"/dokumen {kind} {whose}")
    paper = next(one for one in await world.letters(cast.officer) if (one.document or "").endswith(".pdf"))
    words = words_in(paper.content)
    assert "Tidak hadir : 0" in words
    assert "Izin belum diputus : 1" in words
    assert "izin belum diputus" in words


async def test_an_excuse_is_one_word_and_gives_no_reason(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/izinkan K-01 23/04 sakit")
    paper, draft = await papers(world, cast.supervisor, "/dokumen L1 23/04")
    assert [row["Status"] for row in table(draft)] == ["izin"]
    assert "sakit" not in words_in(paper.content)


async def test_a_child_is_a_code_everywhere(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-07", Role.CLIENT, name="Nama Rahasia", child=True)
    await world.case(child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE, total_hours=60)
    for said in (
        "/dokumen daftar L1",
        "/dokumen laporan A-07",
        "/dokumen laporan akhir A-07",
        "/dokumen kartu A-07",
    ):
        await world.phone(cast.officer).writes(said)
        if "daftar" in said:
            await world.phone(cast.officer).taps("📅 Minggu ini")
        paper, draft = [one for one in await world.letters(cast.officer) if one.document][-2:]
        words = words_in(paper.content)
        assert "A-07" in words
        assert "Rahasia" not in words + paper.text + draft.text + paper.document
        assert not any("Rahasia" in str(row) for row in (table(draft), notes(draft)))
    assert "Orang tua/wali" in words
    assert "A-07/2026" not in words


async def test_neither_file_names_nor_first_lines_say_anything(world: World, cast: Cast) -> None:
    for said in ("/dokumen daftar L1 20/04", "/dokumen kartu K-01"):
        for letter in await papers(world, cast.officer, said):
            first = letter.text.splitlines()[0]
            for word in ("Budi", "Bapas", "perkara", "pidana", "klien"):
                assert word.casefold() not in f"{first} {letter.document}".casefold()


async def test_an_officer_has_his_own_clients_on_a_list_and_the_others_have_all(
    world: World, cast: Cast
) -> None:
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    tono = await world.person(cast.office, "K-02", Role.CLIENT, name="Tono (contoh)")
    await world.case(tono, other, cast.site)
    both = {"Budi (contoh)", "Tono (contoh)"}
    for person, said, who in (
        (cast.officer, "/dokumen daftar L1 20/04", {"Budi (contoh)"}),
        (other, "/dokumen daftar L1 20/04", {"Tono (contoh)"}),
        (head, "/dokumen daftar L1 20/04", both),
        (cast.supervisor, "/dokumen L1 20/04", both),
    ):
        _, draft = await papers(world, person, said)
        assert {row["Kode/nama klien"] for row in table(draft)} == who


async def test_what_is_somebody_elses_is_refused(world: World, cast: Cast) -> None:
    strange = await world.person(cast.office, "PK-09", Role.OFFICER)
    elsewhere = await world.person(cast.office, "PL-09", Role.SUPERVISOR)
    abroad = await world.person(await world.office("BPS-2"), "KB-02", Role.HEAD)
    site, week, card = "document-site", "document-week", "document-case"
    for person, entry in (
        (strange, f"{site}:{cast.site.id}"),
        (strange, f"{week}:{cast.site.id}:20260420"),
        (strange, f"{card}:{cast.case.id}:client-card"),
        (elsewhere, f"{site}:{cast.site.id}"),
        (elsewhere, f"{week}:{cast.site.id}:20260420"),
        (abroad, f"{week}:{cast.site.id}:20260420"),
        (abroad, f"{card}:{cast.case.id}:client-card"),
        (cast.supervisor, "document:client-card"),
    ):
        await world.phone(person).taps_id(entry)
        assert (await world.last(person)).key == "not-yours", (person.code, entry)
    await world.phone(cast.supervisor).taps_id(f"{card}:{cast.case.id}:client-card")
    assert (await world.last(cast.supervisor)).key == "not-for-you"


async def test_a_supervisor_has_the_days_on_which_the_site_is_his(world: World, cast: Cast) -> None:
    """Somebody who came in the middle of the week reads nobody's name of the days before."""
    await world.case(
        await world.person(cast.office, "K-02", Role.CLIENT, name="Tono (contoh)"),
        cast.officer,
        cast.site,
        weekdays="2",
    )
    new = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    async with world.database.transaction() as session:
        session.add(
            SiteSupervisor(
                office_id=cast.office.id,
                site_id=cast.site.id,
                person_id=new.id,
                from_on=date(2026, 4, 22),
            )
        )
    world.clock.moment = at(22, 12)
    _, draft = await papers(world, new, "/dokumen L1 22/04")
    assert [row["Kode/nama klien"] for row in table(draft)] == ["Budi (contoh)"]


async def test_a_stand_in_has_the_clients_of_whom_he_stands_in_for(world: World, cast: Cast) -> None:
    colleague = await world.person(cast.office, "PK-03", Role.OFFICER)
    async with world.database.transaction() as session:
        session.add(
            Leave(
                office_id=cast.office.id,
                person_id=cast.officer.id,
                stand_in_id=colleague.id,
                first=date(2026, 4, 20),
                last=date(2026, 4, 24),
                state=LeaveState.ACCEPTED,
                asked_by=cast.officer.id,
                asked_at=at(20, 8),
            )
        )
    paper, _ = await papers(world, colleague, "/dokumen kartu K-01")
    assert paper.document == "kartu-kehadiran-K-01.pdf"


async def test_a_head_is_asked_for_a_name(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await world.phone(head).writes("/dokumen")
    await world.phone(head).taps("🪪 Kartu kehadiran")
    assert (await world.last(head)).key == "document-ask-name"
    paper, _ = await papers(world, head, "/dokumen kartu budi")
    assert pages_in(paper.content) == 1


async def test_many_clients_and_sites_are_turned_page_by_page(world: World, cast: Cast) -> None:
    for number in range(2, 12):
        site = await world.site(cast.office, code=f"L{number:02d}")
        client = await world.person(cast.office, f"K-{number:02d}", Role.CLIENT, name=f"Orang {number}")
        await world.case(client, cast.officer, site)
    phone = world.phone(cast.officer)
    for kind, key in (("attendance-list", "document-which-site"), ("client-card", "document-which-client")):
        await phone.taps_id(f"document:{kind}")
        assert (await world.last(cast.officer)).key == key
        await phone.taps_id(f"document:{kind}:p1")
        assert "2 dari 2" in (await world.last(cast.officer)).text
    await phone.writes("/dokumen kartu orang")
    assert (await world.last(cast.officer)).key == "document-which-client-of-many"


def first_sheet(book: Letter) -> str:
    """Its XML."""
    with zipfile.ZipFile(io.BytesIO(book.content)) as parts:
        return parts.read("xl/worksheets/sheet1.xml").decode()


async def test_what_people_wrote_is_no_formula_and_the_sheet_is_ready_to_filter(
    world: World, cast: Cast
) -> None:
    async with world.database.transaction() as session:
        (await session.get_one(Person, cast.budi.id)).name = '=HYPERLINK("http://x","y")'
    _, draft = await papers(world, cast.supervisor, "/dokumen L1 23/04")
    assert table(draft)[0]["Kode/nama klien"] == '=HYPERLINK("http://x","y")'
    sheet = first_sheet(draft)
    assert "<f>" not in sheet
    assert '<autoFilter ref="A1:S2"/>' in sheet
    assert 'state="frozen"' in sheet


async def test_an_office_has_its_letterhead_on_both(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        office = await session.get_one(Office, cast.office.id)
        office.letterhead_above, office.letterhead_below = (
            "KEMENTERIAN CONTOH\nKANTOR WILAYAH",
            "Jalan Contoh 1",
        )
    paper, draft = await papers(world, cast.officer, "/dokumen kartu K-01")
    words = words_in(paper.content)
    assert words.startswith("KEMENTERIAN CONTOH KANTOR WILAYAH Bapas Contoh Jalan Contoh 1")
    assert "Jalan Contoh 1" in str(
        CalamineWorkbook.from_filelike(io.BytesIO(draft.content)).get_sheet_by_index(1).to_python()
    )


async def test_work_outside_the_plan_waits_for_the_officer_on_the_list(world: World, cast: Cast) -> None:
    world.clock.moment = at(21, 9)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(21, 9) + timedelta(hours=2)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).taps("🏁 Selesai kerja")
    await world.phone(cast.supervisor).taps("✅ Benar")
    _, draft = await papers(world, cast.supervisor, "/dokumen L1 21/04")
    first, second = table(draft)
    assert (first["Status"], first["Catatan"], first["Jam diakui"]) == ("menunggu PK", "di luar jadwal", "")
    assert second["Status"] == ""


async def test_a_start_that_was_taken_back_leaves_no_word_on_paper(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).writes("/batalmulai")
    _, draft = await papers(world, cast.supervisor, "/dokumen L1 23/04")
    assert [(row["Status"], row["Jam masuk"]) for row in table(draft)] == [("", "")]
    _, draft = await papers(world, cast.officer, "/dokumen kartu K-01")
    assert table(draft) == []

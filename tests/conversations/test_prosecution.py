"""A prosecutor reads how his own cases stand."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from bot.domain.cases import Programme
from bot.domain.checkins import SessionState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.models import Person, WorkSession
from tests.conversations.case_life import short_order
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.papers import words_in


async def prosecutor_of(world: World, cast: Cast) -> Person:
    person = await world.person(cast.office, "JK-01", Role.PROSECUTOR)
    async with world.database.transaction() as session:
        case = await queries.locked_case(session, cast.office.id, cast.case.id)
        assert case is not None
        case.prosecutor_id = person.id
        session.add(case)
    return person


async def test_a_prosecutor_sees_papers_hours_pace_and_misses(world: World, cast: Cast) -> None:
    jaksa = await prosecutor_of(world, cast)
    await short_order(world, cast, 6)
    await world.passes(at(23, 12, 1))
    await world.phone(jaksa).writes("/perkara K-01/2026")

    card = (await world.last(jaksa)).text
    assert card.startswith("⚖️ Budi (contoh)")
    assert "Putusan " in card
    assert "36 jam diakui dari 42 jam, sisa 6 jam" in card
    assert "setiap minggu" in card
    assert "Tidak hadir: 1 kali, 0 di antaranya" in card
    assert "📞" not in card


async def test_a_prosecutor_takes_the_report_on_his_own_cases_himself(world: World, cast: Cast) -> None:
    jaksa = await prosecutor_of(world, cast)
    await short_order(world, cast, 6)
    child = await world.person(cast.office, "A-07", Role.CLIENT, name="Nama Rahasia", child=True)
    await world.case(
        child,
        cast.officer,
        cast.site,
        programme=Programme.CHILD_SERVICE,
        total_hours=60,
        prosecutor_id=jaksa.id,
    )
    await world.phone(jaksa).writes("/perkara K-01/2026")
    await world.phone(jaksa).taps("📄 Ambil laporan")
    paper = await world.last(jaksa)
    assert (paper.key, paper.document) == ("document-ready-prosecutor", "laporan-pelaksanaan-K-01.pdf")
    assert "Sisa jam : 6 jam" in words_in(paper.content)

    await world.phone(jaksa).writes("/dokumen")
    assert (await world.last(jaksa)).key == "document-which-client"
    await world.phone(jaksa).taps("A-07")
    letter = await world.last(jaksa)
    assert letter.document == "laporan-pelaksanaan-A-07.pdf"
    words = words_in(letter.content)
    assert "Rahasia" not in words + letter.text
    assert "A-07/2026" not in words
    for said in ("/dokumen laporan budi", "/dokumen K-01/2026", "/dokumen a-07"):
        await world.phone(jaksa).writes(said)
        assert (await world.last(jaksa)).key == "document-ready-prosecutor", said
    await world.phone(jaksa).writes("/dokumen rahasia")
    assert (await world.last(jaksa)).key == "prosecuted-not-found"


async def test_what_is_another_prosecutors_or_not_for_one_is_refused(world: World, cast: Cast) -> None:
    jaksa = await prosecutor_of(world, cast)
    other = await world.person(cast.office, "JK-09", Role.PROSECUTOR)
    for person, entry, key in (
        (other, f"document-case:{cast.case.id}:execution-report", "not-yours"),
        (jaksa, f"document-case:{cast.case.id}:client-card", "not-yours"),
        (jaksa, "document:client-card", "not-yours"),
        (jaksa, f"document-site:{cast.site.id}", "not-for-you"),
        (jaksa, f"document-period:{cast.officer.id}:20260401:report-list", "not-for-you"),
    ):
        await world.phone(person).taps_id(entry)
        assert (await world.last(person)).key == key, entry
    for said, key in (("/dokumen", "prosecuted-none"), ("/dokumen budi", "prosecuted-not-found")):
        await world.phone(other).writes(said)
        assert (await world.last(other)).key == key


async def test_a_reviewed_miss_stays_a_miss_with_its_outcome(world: World, cast: Cast) -> None:
    jaksa = await prosecutor_of(world, cast)
    await world.passes(at(23, 12, 1))
    async with world.database.reading() as session:
        (missed,) = (
            await session.exec(select(WorkSession).where(WorkSession.day == date(2026, 4, 23)))
        ).all()
    await world.phone(cast.officer).taps_id(f"outcome:{missed.id}:1")
    await world.phone(cast.officer).writes("dirawat, ada suratnya")
    await world.phone(jaksa).writes("/perkara K-01/2026")

    card = (await world.last(jaksa)).text
    assert "Tidak hadir: 1 kali, 1 di antaranya dengan keterangan yang diterima" in card
    assert "dirawat" not in card


async def test_a_prosecutor_chooses_from_his_own_cases_only(world: World, cast: Cast) -> None:
    jaksa = await prosecutor_of(world, cast)
    other = await world.person(cast.office, "JK-09", Role.PROSECUTOR)
    await world.phone(other).writes("/perkara")
    assert (await world.last(other)).key == "prosecuted-none"
    await world.phone(other).writes("/perkara K-01/2026")
    assert (await world.last(other)).key == "prosecuted-not-found"
    await world.phone(jaksa).writes("📁 Perkara saya")
    await world.phone(jaksa).taps("Budi (contoh)")

    assert (await world.last(jaksa)).key == "prosecuted-card"


async def test_a_long_list_turns_its_pages_and_an_old_button_still_leads_somewhere(
    world: World, cast: Cast
) -> None:
    jaksa = await prosecutor_of(world, cast)
    for number in range(2, 11):
        client = await world.person(cast.office, f"K-{number:02}", Role.CLIENT)
        await world.case(client, cast.officer, None, prosecutor_id=jaksa.id)
    await world.phone(jaksa).writes("/perkara")

    first = await world.last(jaksa)
    assert "Halaman 1 dari 2" in first.text
    await world.phone(jaksa).taps("▶️ Berikutnya")
    second = await world.last(jaksa)
    assert "Halaman 2 dari 2" in second.text
    await world.phone(jaksa).taps("K-10 (contoh)")
    assert (await world.last(jaksa)).text.startswith("⚖️ K-10 (contoh)")
    await world.phone(jaksa).taps_id("prosecuted-page:p99")

    assert (await world.last(jaksa)).text == second.text


async def test_a_miss_stands_with_its_outcome_and_an_illness_is_only_a_permission(
    world: World, cast: Cast
) -> None:
    jaksa = await prosecutor_of(world, cast)
    async with world.database.transaction() as session:
        planned = await session.get_one(WorkSession, 1)
        planned.state, planned.outcome = SessionState.MISSED, Outcome.SICK
    await world.phone(jaksa).writes("/perkara K-01/2026")

    card = (await world.last(jaksa)).text
    assert ", Kantor Desa L1: izin" in card
    assert "sakit" not in card


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (Outcome.SITE_CLOSED, "Tidak hadir: 0 kali\n"),
        (Outcome.SYSTEM_FAILURE, "Tidak hadir: 0 kali\n"),
        (Outcome.UNREACHED, "Tidak hadir: 1 kali, 0 di antaranya dengan keterangan yang diterima\n"),
    ],
)
async def test_what_was_no_fault_of_his_is_no_accepted_explanation(
    world: World, cast: Cast, outcome: Outcome, told: str
) -> None:
    jaksa = await prosecutor_of(world, cast)
    async with world.database.transaction() as session:
        planned = await session.get_one(WorkSession, 1)
        planned.state, planned.outcome = SessionState.MISSED, outcome
    await world.phone(jaksa).writes("/perkara K-01/2026")

    card = (await world.last(jaksa)).text
    assert told in card
    unreached = "Di antaranya 1 kali tak terjangkau oleh pesan\n"
    assert (unreached in card) is (outcome is Outcome.UNREACHED)


async def test_a_miss_that_was_explained_is_not_without_explanation_until_it_is_judged(
    world: World, cast: Cast
) -> None:
    jaksa = await prosecutor_of(world, cast)
    await world.passes(at(23, 12, 1))
    await world.phone(cast.budi).taps("🤒 Sakit")
    await world.phone(jaksa).writes("/perkara K-01/2026")

    card = (await world.last(jaksa)).text
    assert "Tidak hadir: 1 kali, 0 di antaranya" in card
    assert "Dijelaskan klien, belum dinilai PK: 1 kali" in card
    assert ", Kantor Desa L1: sudah dijelaskan, belum dinilai PK" in card
    assert "tanpa keterangan" not in card
    assert "sakit" not in card.casefold()

    await world.phone(cast.officer).taps("❔ Tanpa keterangan")
    await world.phone(cast.officer).writes("tidak ada suratnya")
    await world.phone(jaksa).writes("/perkara K-01/2026")
    judged = (await world.last(jaksa)).text
    assert "Tidak hadir: 1 kali, 0 di antaranya" in judged
    assert ", Kantor Desa L1: keterangannya tidak diterima" in judged
    assert "Dijelaskan klien" not in judged


async def test_why_a_case_rests_is_not_the_prosecutors_to_read(world: World, cast: Cast) -> None:
    jaksa = await prosecutor_of(world, cast)
    await world.phone(cast.officer).taps_id(f"suspend:{cast.case.id}")
    await world.phone(cast.officer).writes("dirawat di rumah sakit")
    await world.phone(jaksa).writes("/perkara K-01/2026")

    card = (await world.last(jaksa)).text
    assert "⏸ Ditunda" in card
    assert "dirawat" not in card

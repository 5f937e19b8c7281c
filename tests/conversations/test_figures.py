"""Every number of a client's card opens, for whoever may read the card and for nobody else."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from PIL import Image
from sqlmodel import select

from bot.domain.cases import PhotoRule, Programme
from bot.domain.checkins import SessionState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.outcomes import MISSED
from bot.storage.models import WorkSession
from tests.conversations.conftest import Cast
from tests.conversations.test_comparison import shown_to
from tests.conversations.test_long_lists import fit
from tests.harness import World, at


async def worked(world: World, cast: Cast, day: int, until: int = 11) -> None:
    world.clock.moment = at(day, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(day, until)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).taps("🏁 Selesai kerja")


async def test_each_number_of_the_card_opens_to_what_it_comes_from(world: World, cast: Cast) -> None:
    await worked(world, cast, 23)
    await world.phone(cast.supervisor).taps("✅ Benar")
    await worked(world, cast, 24, until=10)
    phone = world.phone(cast.officer)
    await phone.writes("/klien Budi")
    card = await world.last(cast.officer)
    assert "▓░░░░░░░░░" in card.text
    await phone.taps("🔎 Rincian")
    await phone.taps("✅ Jam diakui")

    credited = (await world.last(cast.officer)).text
    assert "Jumlah: 3 jam" in credited
    assert "Kam 23 Apr, Kantor Desa L1: 3 jam, dikonfirmasi Pl-01 (contoh), No. " in credited
    await phone.types("⏳ Menunggu")
    waiting = await world.last(cast.officer)
    assert "2 jam, belum diputuskan, No. " in waiting.text
    assert "🎯 Sisa jam" in str(waiting)
    assert "⏳ Menunggu" not in str(waiting)
    await phone.types("🎯 Sisa jam")
    remaining = (await world.last(cast.officer)).text
    assert "Jumlah: 39 jam" in remaining
    assert "Menurut putusan: 42 jam\nSudah diakui: 3 jam\nSudah dijadwalkan 13 kali:" in remaining


async def test_a_long_list_turns_its_pages_and_an_old_button_still_leads_somewhere(
    world: World, cast: Cast
) -> None:
    phone = world.phone(cast.officer)
    await phone.taps_id(f"figure:{cast.case.id}:remaining")
    first = (await world.last(cast.officer)).text
    assert "Halaman 1 dari 2" in first
    await phone.types("▶️ Berikutnya")
    second = await world.last(cast.officer)
    assert "Halaman 2 dari 2" in second.text
    await phone.taps_id(f"figure:{cast.case.id}:remaining:p77")

    assert (await world.last(cast.officer)).text == second.text


async def test_the_chart_is_a_picture_that_names_nobody(world: World, cast: Cast) -> None:
    await worked(world, cast, 23)
    await world.phone(cast.officer).taps_id(f"figures:{cast.case.id}")
    await world.phone(cast.officer).taps("📊 Grafik")

    assert (await world.last(cast.officer)).has_photo
    assert Image.open(io.BytesIO(shown_to(world, cast.officer))).width == 900


async def test_the_last_photos_stand_beside_each_other_for_his_officer_only(world: World, cast: Cast) -> None:
    andi = await world.person(cast.office, "K-02", Role.CLIENT, name="Andi (contoh)", child=True)
    case = await world.case(
        andi, cast.officer, cast.site, photo=PhotoRule.ALWAYS, programme=Programme.CHILD_SERVICE
    )
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    for day in (23, 30):
        world.clock.moment = at(day, 8)
        await world.phone(andi).sends_location()
        await world.phone(andi).sends_photo()
    await world.phone(cast.officer).taps_id(f"figures:{case.id}")
    await world.phone(cast.officer).taps("🖼 Bukti")
    await world.phone(head).taps_id(f"figures:{case.id}")

    letter = await world.last(cast.officer)
    assert letter.has_photo
    assert "1. Kam 23 Apr" in letter.text
    assert "Andi" not in letter.text
    assert [one.id for one in (await world.last(head)).buttons if "photos" in one.id] == []


async def test_the_summary_agrees_with_the_card_after_a_correction(world: World, cast: Cast) -> None:
    await worked(world, cast, 23)
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.phone(cast.officer).taps_id(f"adjust-for:{cast.case.id}:0")
    await world.phone(cast.officer).writes("+60 23/04/2026 sampai pukul dua belas, menurut kepala desa")
    await world.phone(cast.officer).taps("💾 Simpan")
    await world.phone(cast.officer).writes("/klien budi")
    assert "4 jam diakui" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).writes("/ringkasan")

    said = (await world.last(cast.officer)).text
    assert "4 jam diakui" in said
    assert "Termasuk koreksi jam: ditambah 1 jam." in said
    assert "minggu ini 4 jam" in said or "Minggu yang tenang" in said


async def test_the_misses_open_to_the_days_and_what_they_were_said_to_be(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    phone = world.phone(cast.officer)
    await phone.taps_id(f"figures:{cast.case.id}")
    assert "Tidak hadir" not in (await world.last(cast.officer)).text
    await world.passes(at(7, 13, month=5))
    async with world.database.reading() as session:
        missed = (
            await session.exec(select(WorkSession).where(WorkSession.state == SessionState.MISSED))
        ).all()
    await phone.taps_id(f"outcome:{missed[0].id}:{MISSED.index(Outcome.SICK)}")
    await phone.writes("demam, kata istrinya")
    await phone.writes("/klien budi")
    await phone.types("🔎 Rincian")
    assert "Tidak hadir: 3 kali" in (await world.last(cast.officer)).text
    await phone.types("🚫 Tidak hadir")

    assert (await world.last(cast.officer)).text.splitlines() == [
        "🔎 Budi (contoh) · tidak hadir",
        "Jumlah: 3 kali",
        "• Kam 7 Mei pukul 08.00, Kantor Desa L1: tanpa keterangan",
        "• Kam 30 Apr pukul 08.00, Kantor Desa L1: tanpa keterangan",
        "• Kam 23 Apr pukul 08.00, Kantor Desa L1: sakit",
        "Alasan PK: “demam, kata istrinya”",
    ]
    await world.phone(head).taps_id(f"figure:{cast.case.id}:missed")
    read = (await world.last(head)).text
    assert "Kam 23 Apr pukul 08.00, Kantor Desa L1: sakit" in read
    assert "demam" not in read


@pytest.mark.parametrize("size", [8, 9, 75])
async def test_many_misses_come_in_pages(world: World, cast: Cast, size: int) -> None:
    async with world.database.transaction() as session:
        one = (await session.exec(select(WorkSession).where(WorkSession.case_id == cast.case.id))).first()
        assert one is not None
        like = one.model_dump(exclude={"id", "day", "starts_at", "ends_at", "state", "look_at"})
        for back in range(1, size + 1):
            starts = at(20, 8) - timedelta(days=back)
            when = {"day": starts.date(), "starts_at": starts, "ends_at": starts + timedelta(hours=3)}
            session.add(WorkSession(**(like | when), state=SessionState.MISSED))
    await world.phone(cast.officer).taps_id(f"figure:{cast.case.id}:missed")
    days = (await world.last(cast.officer)).text.count("• ")
    for page in range(1, -(-size // 8)):
        await world.phone(cast.officer).writes("2")
        shown = (await world.last(cast.officer)).text
        assert f"Halaman {page + 1} dari {-(-size // 8)}" in shown
        days += shown.count("• ")

    assert days == size
    assert fit(world)

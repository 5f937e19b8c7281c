"""A week in which people type numbers and words only, as on a phone without buttons."""

from __future__ import annotations

from sqlmodel import select

from bot.domain.people import Role
from bot.storage import queries
from bot.storage.models import Attendance
from tests.conversations.conftest import Cast
from tests.conversations.test_review import group
from tests.harness import World, at


async def test_from_an_excuse_to_confirmed_hours(world: World, cast: Cast) -> None:
    client, officer = world.phone(cast.budi), world.phone(cast.officer)
    await client.writes("izin")
    for label in ("👪 Keluarga", "📅 Kam 23 Apr", "📨 Kirim tanpa bukti"):
        await client.types(label)
    await officer.types("✅ Setujui")
    assert "excused-told-client" in await world.keys(cast.budi)
    if world.channel.caps.edit:
        assert "• Kam 23 Apr pukul 08.00" in (await world.last(cast.officer)).text

    supervisor = world.phone(cast.supervisor)
    for hour in (8, 11):
        world.clock.moment = at(30, hour)
        await client.sends_location()
        await supervisor.types("✅ Benar")
    await client.writes("jam")
    assert "Sudah diakui: 3 jam" in (await world.last(cast.budi)).text
    await officer.writes("klien budi")
    assert "3 jam diakui dari 42 jam" in (await world.last(cast.officer)).text


async def test_a_group_from_the_roll_to_its_hours(world: World, cast: Cast) -> None:
    others = [await world.person(cast.office, f"K-{number:02}", Role.CLIENT) for number in range(2, 6)]
    cases = [cast.case, *[await world.case(one, cast.officer, cast.site) for one in others]]
    world.clock.moment = at(23, 8)
    for person in (cast.budi, *others[:-1]):
        await world.phone(person).sends_location()
    supervisor = world.phone(cast.supervisor)
    await supervisor.types("✅ Hadir semua")
    world.clock.moment = at(23, 9)
    await supervisor.writes("daftar")
    await supervisor.types("✅ Hadir: K-05 (contoh)")
    await world.passes(at(23, 11, 5))
    await supervisor.types("✅ Selesai semua")

    async with world.database.reading() as session:
        credited = [(await queries.balance_of(session, case)).credited for case in cases]
    assert credited == [180] * 5


async def test_a_rejection_is_contested_and_upheld(world: World, cast: Cast) -> None:
    client, supervisor, officer = (world.phone(one) for one in (cast.budi, cast.supervisor, cast.officer))
    for hour in (8, 11):
        world.clock.moment = at(23, hour)
        await client.sends_location()
    await supervisor.types("❌ Tidak benar")
    await supervisor.types("🚫 Tidak di lokasi")
    await supervisor.writes("2")
    assert "result-rejected" in await world.keys(cast.budi)
    await client.types("✋ Saya keberatan")
    await client.writes("Saya di belakang gedung sampai selesai")
    await officer.types("✅ Akui jamnya")
    await officer.writes("Kepala desa membenarkan")

    async with world.database.reading() as session:
        assert (await queries.balance_of(session, cast.case)).credited == 180
    assert "result-confirmed" in await world.keys(cast.budi)
    await client.types("✅ Sudah benar")
    assert (await world.last(cast.budi)).key == "total-right-kept"


async def test_a_number_that_a_card_has_slid_under_asks_which_is_meant(world: World, cast: Cast) -> None:
    _, siti = await group(world, cast, 2)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    assert (await world.last(cast.supervisor)).key == "why-wrong"
    await world.phone(siti).sends_location()
    assert (await world.last(cast.supervisor)).key == "card"
    await world.phone(cast.supervisor).writes("1")

    asked = await world.last(cast.supervisor)
    assert asked.key == "which-card"
    assert [one.label for one in asked.buttons] == [
        "🚫 Tidak di lokasi: Budi (contoh) (08.00)",
        f"✅ Benar: {siti.name} (08.00)",
    ]
    async with world.database.reading() as session:
        assert {one.present_by for one in (await session.exec(select(Attendance))).all()} == {None}
    await world.phone(cast.supervisor).writes("1")
    assert "Budi" in (await world.last(cast.supervisor)).text


async def test_a_step_of_follow_up_from_the_card(world: World, cast: Cast) -> None:
    officer = world.phone(cast.officer)
    await officer.writes("klien budi")
    await officer.types("🧭 Tindak lanjut")
    await officer.types("📞 Sudah ditelepon")
    assert (await world.last(cast.officer)).key == "follow-up-ask-outcome"

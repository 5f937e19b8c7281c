"""A month of two people as it is lived on the simplest phone: nobody taps, everybody types numbers (and the
words that only he can say), on both kinds of messenger."""

from __future__ import annotations

from bot.domain.people import Role
from tests.conversations.conftest import Cast
from tests.conversations.test_review import balance
from tests.harness import World, at


async def test_the_whole_flow_by_numbers(world: World, cast: Cast) -> None:
    client, supervisor, officer = map(world.phone, (cast.budi, cast.supervisor, cast.officer))
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    case = await world.case(siti, cast.officer, cast.site)

    # Thursday: one comes by phone, the other is called by the supervisor; both are confirmed.
    world.clock.moment = at(23, 8)
    await client.sends_location()
    world.clock.moment = at(23, 8, 20)
    await supervisor.writes("daftar")
    await supervisor.types("✅ Hadir: Siti (contoh)")
    await world.passes(at(23, 12, 5))
    await supervisor.writes("daftar")
    await supervisor.types("Siti (contoh)")
    await supervisor.types("✅ Benar")
    assert (await balance(world, case)).credited == 180
    await supervisor.writes("daftar")
    await supervisor.types("Budi (contoh)")
    await supervisor.types("❌ Tidak benar")
    await supervisor.types("🚫 Tidak di lokasi")
    await supervisor.types("❌ Ya, catat")

    # He objects; the officer says yes with a reason; he checks the new total.
    await client.types("✋ Saya keberatan")
    await client.writes("Saya kerja sampai jam 11, Pak Dusun melihat")
    await officer.types("✅ Akui jamnya")
    await officer.writes("Pak Dusun membenarkan")
    assert (await balance(world, cast.case)).credited == 180
    assert (await world.last(cast.budi)).key == "result-confirmed"
    await client.types("✅ Sudah benar")

    # He asks to be excused; the officer approves it from the alert.
    await client.writes("izin")
    await client.types("🤒 Sakit")
    await client.types("📅 Kam 30 Apr")
    await client.types("📨 Kirim tanpa bukti")
    await officer.types("✅ Setujui")
    assert (await world.last(cast.budi)).key == "excused-told-client"
    if world.channel.caps.edit:
        assert "• Kam 30 Apr pukul 08.00" in (await world.last(cast.officer)).text

    # What needs the officer, a client's card, and a step of follow-up.
    await officer.writes("perlu")
    await officer.writes("klien Siti")
    assert (await world.last(cast.officer)).key == "client-card"
    await officer.types("🧭 Tindak lanjut")
    await officer.types("📞 Sudah ditelepon")
    assert "follow-up" in (await world.last(cast.officer)).key

"""A week in which people type numbers and words only, as on a phone without buttons."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.domain.messages import choices_from_json
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.models import Attendance, Person
from bot.wording import numbered
from tests.conversations.conftest import Cast
from tests.conversations.test_every_list import Crowd
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


LAST_PAGES = {
    "a prosecutor's cases": ("prosecutor", "prosecuted-page:p2"),
    "posters": ("operator", "poster-page:p2"),
    "sites of a message": ("officer", "circular-sites:p2"),
    "contests": ("officer", "decisions:contests:p0"),
    "excuse requests": ("officer", "decisions:excuses:p3"),
    "calls for help": ("head", "decisions:calls:p0"),
    "leaves": ("head", "leave-page:p0"),
    "silent sites": ("head", "head-list:silent:p0"),
    "picked clients": ("officer", "circular-pick-page:1:p2"),
}


@pytest.mark.parametrize(("reader", "page"), LAST_PAGES.values(), ids=LAST_PAGES)
async def test_a_page_of_few_buttons_says_its_numbers_too(
    world: World, cast: Cast, reader: str, page: str
) -> None:
    """On a phone of few buttons; a wide one shows each, and numbers would only lengthen its lists."""
    crowd = Crowd(world, cast, 17)
    await crowd.enter()
    person: Person = cast.officer if reader == "officer" else getattr(crowd, reader)
    if "pick" in page:
        await world.phone(person).writes("/kirim")
        await world.phone(person).types("☑️ Pilih sendiri")
    await world.phone(person).taps_id(page)

    shown = [row for row in await world.outbox() if row.external_id == person.code][-1]
    choices = choices_from_json(shown.content["choices"])
    labels = {n: world.house.texts.render(one.key, one.params, locale="id") for n, one in numbered(choices)}
    before = await world.last(person)
    in_place = list(labels) == list(range(1, len(labels) + 1))
    narrow = world.channel.caps.choices <= 3
    for number, label in labels.items():
        assert (f"\n{number}. {label}" in before.text) is (narrow and not (in_place and len(labels) <= 3))
    turn = next(n for n, one in labels.items() if one in ("◀️ Sebelumnya", "▶️ Berikutnya"))
    await world.phone(person).writes(str(turn))
    after = await world.last(person)
    assert (after.text, after.buttons) != (before.text, before.buttons)


async def test_ticking_two_days_says_the_number_of_the_next_step(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/izin keluarga 23/04 24/04 hajatan")
    await world.phone(cast.budi).types("📨 Kirim tanpa bukti")
    await world.phone(cast.officer).types("☑️ Sebagian")
    await world.phone(cast.officer).types("⬜ Kam 23 Apr")
    text = (await world.last(cast.officer)).text
    if world.channel.caps.choices > 3:
        assert "Balas dengan nomor" not in text
        return
    number = next(line.partition(".")[0] for line in text.splitlines() if line.endswith("➡️ Lanjut"))
    await world.phone(cast.officer).writes(number)
    assert (await world.last(cast.officer)).key == "excuse-part-ask-why"


async def test_a_number_under_the_work_list_is_one_of_the_list(world: World, cast: Cast) -> None:
    client, officer = world.phone(cast.budi), world.phone(cast.officer)
    await world.passes(at(23, 12))
    await client.writes("/ganti")
    await client.writes("1")
    await officer.writes("perlu")
    assert (await world.last(cast.officer)).key == "needs-heading"
    await officer.writes("1")

    assert (await world.last(cast.officer)).key == "move-request"
    assert "move-done" not in await world.keys(cast.officer)


async def test_what_cannot_be_taken_back_is_asked_about_once_more(world: World, cast: Cast) -> None:
    client, officer = world.phone(cast.budi), world.phone(cast.officer)
    await client.writes("/ganti")
    await client.writes("1")
    await officer.writes("1")
    assert (await world.last(cast.officer)).key == "number-sure"
    assert "move-done" not in await world.keys(cast.officer)
    await officer.writes("1")

    assert "move-done" in await world.keys(cast.officer)
    assert "move-told-client" in await world.keys(cast.budi)


async def test_a_command_leaves_what_an_officer_was_asked(world: World, cast: Cast) -> None:
    officer = world.phone(cast.officer)
    await world.phone(cast.budi).writes("/pesan Apakah besok libur?")
    await officer.taps("↩️ Balas")
    await officer.writes("perlu")
    assert "question-left-aside" in await world.keys(cast.officer)
    await officer.writes("sudah saya lihat")

    assert "message-from-office" not in await world.keys(cast.budi)


@pytest.mark.parametrize(
    ("said", "key"), [("klien yusuf", "client-card"), ("pesan yusuf besok jam 8", "message-offer-client")]
)
async def test_a_clients_name_behind_a_command_is_no_message_to_another(
    world: World, cast: Cast, said: str, key: str
) -> None:
    yusuf = await world.person(cast.office, "K-02", Role.CLIENT, name="Yusuf Latif")
    await world.case(yusuf, cast.officer, cast.site)
    officer = world.phone(cast.officer)
    await world.phone(cast.budi).writes("/pesan Apakah besok libur?")
    await officer.taps("↩️ Balas")
    await officer.writes(said)

    assert (await world.last(cast.officer)).key == key
    assert "message-from-office" not in await world.keys(cast.budi)


async def test_a_number_below_a_card_that_came_in_under_a_list_asks_which_is_meant(
    world: World, cast: Cast
) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, cast.site)
    officer = world.phone(cast.officer)
    await world.phone(cast.budi).writes("/pesan boleh saya pindah lokasi?")
    await officer.writes("/perlu")
    world.clock.moment += timedelta(minutes=2)
    await asks_for_thursday(world, sari)
    assert (await world.last(cast.officer)).key == "excuse-card"
    await officer.writes("1")

    assert (await world.last(cast.officer)).key == "which-card"
    assert "excused-told-client" not in await world.keys(sari)


async def asks_for_thursday(world: World, client: Person) -> None:
    await world.phone(client).writes("/izin")
    for label in ("🤒 Sakit", "📅 Kam 23 Apr", "📨 Kirim tanpa bukti"):
        await world.phone(client).taps(label)


async def test_a_number_sent_twice_takes_nothing_back(world: World, cast: Cast) -> None:
    officer = world.phone(cast.officer)
    await asks_for_thursday(world, cast.budi)
    for _ in range(3):
        await officer.writes("1")
        world.clock.moment += timedelta(seconds=3)
    assert (await world.last(cast.officer)).key == "number-sure"
    assert "excuse-undone-client" not in await world.keys(cast.budi)
    world.clock.moment += timedelta(minutes=1)
    await officer.writes("1")
    assert "excuse-undone" in await world.keys(cast.officer)

"""A one-use link binds a phone to a person; everybody else learns nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.domain.people import Role
from bot.invitations import VALID_FOR, invite
from bot.storage.models import Event, Invitation, Person, PersonAddress
from tests.conversations.conftest import Cast
from tests.harness import World

NUMBER = "0812-3456-7890"
AS_SHARED = "6281234567890"
"""The same number as a messenger shares it."""


async def agrees(world: World, phone: str, number: str = AS_SHARED) -> None:
    """Press *Setuju*, and share the phone's own number."""
    await world.phone(phone).taps("✅ Setuju")
    await world.phone(phone).shares_contact(number)


async def link_for(world: World, person: Person) -> str:
    async with world.database.transaction() as session:
        return await invite(session, person, world.clock.now())


@pytest.fixture
async def sari(world: World, cast: Cast) -> Person:
    return await world.person(
        cast.office, "K-02", Role.CLIENT, name="Sari (contoh)", enrolled=False, phone=NUMBER
    )


async def test_a_link_shows_the_notice_and_agreeing_enrols(world: World, sari: Person) -> None:
    token = await link_for(world, sari)
    await world.phone("new").writes(f"/start {token}")
    notice = await world.last("new")
    assert notice.key == "notice-of-data-use"
    assert "Sari" not in notice.text
    assert "dihapus 90 hari setelah perkara selesai" in notice.text
    await agrees(world, "new")

    assert "welcome-client" in await world.keys("new")
    async with world.database.reading() as session:
        (event,) = (await session.exec(select(Event).where(Event.kind == "notice_agreed"))).all()
        (invitation,) = (await session.exec(select(Invitation))).all()
    assert '"version"' in (event.payload or "")
    assert invitation.used_at == world.clock.now()
    assert token not in invitation.token_hash


async def test_a_used_link_gives_a_kind_answer_and_nothing_else(world: World, sari: Person) -> None:
    token = await link_for(world, sari)
    await world.phone("new").writes(f"/start {token}")
    await agrees(world, "new")
    await world.phone("thief").writes(f"/start {token}")

    assert await world.keys("thief") == ["invitation-used"]


async def test_an_expired_link_asks_for_a_new_one(world: World, sari: Person) -> None:
    token = await link_for(world, sari)
    world.clock.moment += VALID_FOR + timedelta(seconds=1)
    await world.phone("new").writes(f"/start {token}")

    assert await world.keys("new") == ["invitation-expired"]


async def test_a_new_link_voids_the_earlier_one(world: World, sari: Person) -> None:
    first = await link_for(world, sari)
    await link_for(world, sari)
    await world.phone("new").writes(f"/start {first}")

    assert await world.keys("new") == ["invitation-expired"]


@pytest.mark.parametrize("token", ["guess", "x" * 64, "../../etc", "👻"])
async def test_a_guessed_link_is_unknown(world: World, sari: Person, token: str) -> None:
    await world.phone("new").writes(f"/start {token}")

    assert await world.keys("new") == ["invitation-unknown"]


async def test_a_link_opened_on_another_phone_is_not_used(world: World, cast: Cast, sari: Person) -> None:
    token = await link_for(world, sari)
    await world.phone(cast.supervisor).writes(f"/start {token}")
    assert await world.keys(cast.supervisor) == ["invitation-foreign"]
    await world.phone("new").writes(f"/start {token}")
    await agrees(world, "new")

    assert "welcome-client" in await world.keys("new")


async def test_agreeing_needs_the_phone_that_opened_the_link(world: World, sari: Person) -> None:
    token = await link_for(world, sari)
    await world.phone("new").writes(f"/start {token}")
    async with world.database.reading() as session:
        (invitation,) = (await session.exec(select(Invitation))).all()
    await world.phone("guesser").taps_id(f"agree:{invitation.id}")

    assert await world.keys("guesser") == ["invitation-open-again"]
    async with world.database.reading() as session:
        addresses = (await session.exec(select(PersonAddress.external_id))).all()
    assert "guesser" not in addresses


async def test_two_people_racing_for_one_link(world: World, sari: Person) -> None:
    token = await link_for(world, sari)
    await world.phone("first").writes(f"/start {token}")
    await world.phone("second").writes(f"/start {token}")
    await agrees(world, "second")
    await world.phone("first").taps("✅ Setuju")

    assert (await world.last("first")).key == "invitation-used"
    assert "welcome-client" in await world.keys("second")


async def test_who_lost_the_link_to_another_phone_opens_it_again(world: World, sari: Person) -> None:
    token = await link_for(world, sari)
    await world.phone("first").writes(f"/start {token}")
    await world.phone("second").writes(f"/start {token}")
    await world.phone("first").taps("✅ Setuju")
    assert (await world.last("first")).key == "invitation-open-again"
    await world.phone("first").writes(f"/start {token}")
    await agrees(world, "first")

    assert "welcome-client" in await world.keys("first")


@pytest.mark.parametrize("what", ["words", "sticker", "place", "photo", "command"])
async def test_a_stranger_learns_only_how_to_reach_the_office(world: World, cast: Cast, what: str) -> None:
    phone = world.phone("stranger")
    match what:
        case "words":
            await phone.writes("halo ini siapa")
        case "sticker":
            await phone.sends_sticker()
        case "place":
            await phone.sends_location()
        case "photo":
            await phone.sends_photo()
        case "command":
            await phone.writes("/daftar")
    answer = await world.last("stranger")
    assert answer.key == "stranger"
    assert "0411-000111" in answer.text
    assert "Bapas" not in answer.text


async def test_a_blocked_phone_is_remembered_and_comes_back(world: World, cast: Cast) -> None:
    await world.hears(**{"from": cast.budi.code}, kind="blocked")
    async with world.database.reading() as session:
        (row,) = (
            await session.exec(select(PersonAddress).where(PersonAddress.external_id == cast.budi.code))
        ).all()
    assert row.gone_at is not None
    await world.phone(cast.budi).writes("jam")
    assert (await world.last(cast.budi)).key == "hours-heading"


@pytest.mark.parametrize("said", ["halo", "selamat pagi pak", "what is this", "besok libur?"])
async def test_anything_else_gets_one_helpful_answer(world: World, cast: Cast, said: str) -> None:
    await world.phone(cast.budi).writes(said)

    assert await world.keys(cast.budi) == ["not-understood-start"]


@pytest.mark.parametrize(
    ("said", "key"), [("Tolong saya!", "help"), ("help", "help"), ("practice", "practice-place")]
)
async def test_a_wish_is_understood_in_other_words(world: World, cast: Cast, said: str, key: str) -> None:
    await world.phone(cast.budi).writes(said)

    assert await world.keys(cast.budi) == [key]


async def test_a_sticker_gets_one_helpful_answer(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).sends_sticker()

    assert await world.keys(cast.budi) == ["not-understood-start"]


async def test_before_agreeing_whatever_is_said_leads_to_the_button(world: World, sari: Person) -> None:
    token = await link_for(world, sari)
    await world.phone("new").writes(f"/start {token}")
    for said in ("halo", "/jam", "bantuan"):
        await world.phone("new").writes(said)
        answer = await world.last("new")
        assert answer.key == "press-agree"
        assert [button.label for button in answer.buttons] == ["✅ Setuju"]
        assert "0411-000111" in answer.text
    await world.phone("new").writes("setuju")

    assert (await world.last("new")).key == "prove-contact"


@pytest.mark.parametrize("said", ["Setuju", "ya"])
async def test_agreeing_may_be_typed(world: World, sari: Person, said: str) -> None:
    token = await link_for(world, sari)
    await world.phone("new").writes(f"/start {token}")
    await world.phone("new").writes(said)

    assert (await world.last("new")).key == "prove-contact"


async def test_who_reopens_his_own_link_gets_his_menu(world: World, sari: Person) -> None:
    token = await link_for(world, sari)
    await world.phone("new").writes(f"/start {token}")
    await agrees(world, "new")
    await world.phone("new").writes(f"/start {token}")

    assert (await world.last("new")).key == "already-enrolled"
    message = world.channel.delivered[-1].message
    assert next(key.label for row in message.keyboard for key in row) == "📍 Mulai kerja"
    assert [name for name, _ in message.menu][:2] == ["mulai", "selesai"]


ALWAYS = ("latihan", "bahasa", "data", "bantuan")
CLIENTS = (
    "mulai",
    "selesai",
    "izin",
    "jam",
    "riwayat",
    "lapor",
    "kodesaya",
    "pengingat",
    "tanpalokasi",
    "lokasitutup",
    "lokasisalah",
    "pesan",
    "darurat",
    *ALWAYS,
)
SUPERVISORS = ("daftar", "kode", "kejadian", "pengganti", "dokumen", "lokasisalah", "cuti", *ALWAYS)
OFFICERS = (
    "perlu",
    "klien",
    "pesan",
    "kirim",
    "ringkasan",
    "daftarkan",
    "undang",
    "impor",
    "konfirmasi",
    "poster",
    "dokumen",
    "pindah",
    "pola",
    "cuti",
    *ALWAYS,
)
HEADS = ("perlu", "ringkasan", "evaluasi", "klien", "dokumen", "pindah", "cuti", *ALWAYS)


@pytest.mark.parametrize(
    ("role", "commands", "key"),
    [
        (Role.CLIENT, CLIENTS, "welcome-client"),
        (Role.SUPERVISOR, SUPERVISORS, "welcome-supervisor"),
        (Role.OFFICER, OFFICERS, "welcome-officer"),
        (Role.HEAD, HEADS, "welcome-head"),
        (Role.PROSECUTOR, ("perkara", "dokumen", *ALWAYS), "welcome-prosecutor"),
        (Role.OPERATOR, ("daftarkan", "undang", "impor", "poster", "gabung", *ALWAYS), "welcome-operator"),
        (Role.AGENCY, ("ringkasan", "evaluasi", *ALWAYS), "welcome-agency"),
        (Role.GUARDIAN, ("jadwal", "izin", "surat", "pesan", *ALWAYS), "welcome-guardian"),
    ],
)
async def test_each_role_gets_its_own_menu_of_commands(
    world: World, cast: Cast, role: Role, commands: tuple[str, ...], key: str
) -> None:
    person = await world.person(cast.office, "X-01", role, enrolled=False, phone=NUMBER)
    token = await link_for(world, person)
    await world.phone("new").writes(f"/start {token}")
    await agrees(world, "new")

    assert key in await world.keys("new")
    menus = [one.message.menu for one in world.channel.delivered if one.message.menu]
    assert tuple(name for name, _ in menus[-1]) == commands


async def test_the_head_has_keys_for_what_he_may_do(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await world.phone(head).writes("selamat pagi")
    assert (await world.last(head)).key == "not-understood-head"
    await world.phone(head).writes("Ringkasan")

    assert (await world.last(head)).key == "summary-heading"
    keys = [key.label for row in world.channel.delivered[-1].message.keyboard for key in row]
    assert keys == ["🔔 Perlu saya", "📊 Ringkasan", "🙋 Minta bantuan"]


@pytest.mark.parametrize("kind", ["voice", "file"])
async def test_what_nobody_can_read_here_is_asked_for_otherwise(world: World, cast: Cast, kind: str) -> None:
    await world.hears(**{"from": cast.budi.code}, kind=kind)

    answer = await world.last(cast.budi)
    assert "tulis dengan kata-kata" in answer.text

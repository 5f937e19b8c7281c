"""A guardian may say no, take a consent back, or be replaced: kept, told once, and no duty changes."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.domain.people import Role
from bot.storage.models import Consent, Event, Person, PersonAddress
from tests.conversations.conftest import Cast
from tests.conversations.test_enrol import agrees, link_for
from tests.conversations.test_proving import facts, family, newcomer
from tests.conversations.test_registering import says
from tests.harness import World, at

SETUJU, TIDAK = "✅ Setuju", "🙅 Tidak setuju"


async def consents(world: World) -> list[Consent]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Consent))).all())


async def count(world: World, person: Person | str, key: str) -> int:
    return (await world.keys(person)).count(key)


async def asked(world: World, cast: Cast) -> tuple[Person, Person]:
    """A guardian who has joined, with the question before him."""
    guardian, child = await family(world, cast, enrolled=True)
    await world.phone("small").writes(f"/start {await link_for(world, child)}")
    return guardian, child


@pytest.mark.parametrize("said", [TIDAK, "tidak setuju", "Saya tidak setuju."])
async def test_a_no_is_kept_and_told_once_and_the_mind_may_change(
    world: World, cast: Cast, said: str
) -> None:
    guardian, child = await asked(world, cast)
    await world.phone(guardian).taps(said)
    await world.phone(guardian).taps_id(f"consent-no:{child.id}")

    assert (await world.last(guardian)).key == "consent-refused"
    assert await count(world, cast.officer, "consent-refused-told") == 1
    (no,) = await facts(world, "consent_refused")
    assert (no.actor_id, no.stream) == (guardian.id, f"person:{child.id}")
    assert json.loads(no.payload or "")["version"]
    await world.phone(cast.officer).writes("klien A-07")
    assert "W-07 tidak setuju" in (await world.last(cast.officer)).text
    await world.phone(guardian).taps(SETUJU)
    assert (await world.last(guardian)).key == "consent-kept"
    assert len(await consents(world)) == 1


async def test_a_bare_no_is_asked_about_and_later_says_what_can_be_typed(world: World, cast: Cast) -> None:
    guardian, _ = await asked(world, cast)
    await world.phone(guardian).writes("jadwal")
    await world.phone(guardian).writes("Tidak")
    question = await world.last(guardian)
    assert (question.key, [one.label for one in question.buttons]) == ("consent-asked", [SETUJU, TIDAK])
    assert "90 hari setelah perkara selesai" in question.text
    await world.phone(guardian).taps(SETUJU)
    await world.phone(guardian).writes("tidak mau")

    assert (await world.last(guardian)).key == "consent-no-alone"
    assert len(await consents(world)) == 1


@pytest.mark.parametrize("way", ["words", "the old card"])
async def test_a_consent_is_taken_back_and_the_childs_account_stays(
    world: World, cast: Cast, way: str
) -> None:
    guardian, child = await asked(world, cast)
    await world.phone(guardian).taps(SETUJU)
    await world.phone("small").writes(f"/start {await link_for(world, child)}")
    await agrees(world, "small")
    if way == "words":
        await world.phone(guardian).writes("Cabut persetujuan")
        assert len(await consents(world)) == 1
        await world.phone(guardian).taps("✋ Cabut persetujuan")
    else:
        await world.phone(guardian).taps(TIDAK)

    assert (await world.last(guardian)).key == "consent-withdrawn"
    assert await consents(world) == []
    assert await count(world, cast.officer, "consent-withdrawn-told") == 1
    (fact,) = await facts(world, "consent_withdrawn")
    assert json.loads(fact.payload or "")["given"]
    await world.phone("small").writes("jam")
    assert (await world.last("small")).key == "hours-heading"
    await world.phone(cast.officer).writes("klien A-07")
    assert "mencabut persetujuan" in (await world.last(cast.officer)).text


async def test_the_childs_link_asks_the_guardian_once_a_day(world: World, cast: Cast) -> None:
    guardian, child = await asked(world, cast)
    token = await link_for(world, child)
    for _ in range(3):
        await world.phone("small").writes(f"/start {token}")
    assert await count(world, guardian, "consent-asked") == 1
    world.clock.moment = at(24, 9)
    await world.phone("small").writes(f"/start {token}")
    assert await count(world, guardian, "consent-asked") == 2
    await world.phone(guardian).taps(TIDAK)
    world.clock.moment = at(25, 9)
    await world.phone("small").writes(f"/start {token}")
    assert await count(world, guardian, "consent-asked") == 2


@pytest.mark.parametrize("said", ["tidak", "Stop", "tidak setuju", TIDAK])
async def test_a_newcomer_says_no_and_may_come_back_by_the_same_link(
    world: World, cast: Cast, said: str
) -> None:
    guardian, _ = await family(world, cast, enrolled=False)
    token = await link_for(world, guardian)
    await world.phone("big").writes(f"/start {token}")
    await world.phone("big").taps(said)
    await world.phone("big").writes("tidak")

    answer = (await world.last("big")).text
    assert "Kewajiban Anaknya tetap berjalan" in answer
    assert cast.office.contact in answer
    assert await count(world, cast.officer, "newcomer-declined-told") == 1
    assert len(await facts(world, "notice_declined")) == 1
    await world.phone(cast.officer).writes("klien A-07")
    assert "W-07 tidak setuju" in (await world.last(cast.officer)).text
    await world.phone("big").writes(f"/start {token}")
    await agrees(world, "big", "6281200000001")
    assert "welcome-guardian" in await world.keys("big")
    assert len(await consents(world)) == 1


async def test_help_on_the_way_in_names_the_office_and_then_the_step(world: World, cast: Cast) -> None:
    await newcomer(world, cast)
    await world.phone("new").writes("/bantuan")

    assert (await world.keys("new"))[-2:] == ["newcomer-help", "prove-contact"]
    assert cast.office.contact in (await world.letter("new", "newcomer-help")).text


@pytest.mark.parametrize(
    ("said", "answer", "told"),
    [
        ("salah nomor", "newcomer-wrong-number", "newcomer-wrong-number-told"),
        ("stop", "newcomer-declined", "newcomer-declined-told"),
    ],
)
async def test_who_is_locked_out_may_still_say_that_it_is_not_for_him(
    world: World, cast: Cast, said: str, answer: str, told: str
) -> None:
    await newcomer(world, cast)
    for _ in range(5):
        await world.phone("new").shares_contact("6281999999999")
    await world.phone("new").writes(said)

    assert (await world.last("new")).key == answer
    assert await count(world, cast.officer, told) == 1
    async with world.database.reading() as session:
        assert (
            await session.exec(select(PersonAddress).where(PersonAddress.external_id == "new"))
        ).all() == []
        assert (await session.exec(select(Event).where(Event.kind == "account_bound"))).all() == []


async def test_a_client_who_writes_the_words_of_a_guardian_is_answered_as_ever(
    world: World, cast: Cast
) -> None:
    assert cast.budi.role is Role.CLIENT
    await world.phone(cast.budi).writes("tidak setuju")

    assert (await world.last(cast.budi)).key == "not-understood-start"


async def registers_another(world: World, cast: Cast) -> None:
    """W-08 is registered as guardian of A-07, up to the card."""
    phone = world.phone(cast.officer)
    await says(phone, "/daftarkan orang", "👪 Wali", "Tersembunyi (contoh)", "Ibu", "0811-0000-0008")
    await says(phone, "A-07")


async def test_another_guardian_ends_the_consent_of_the_one_before_and_all_hear_it(
    world: World, cast: Cast
) -> None:
    guardian, child = await asked(world, cast)
    await world.phone(guardian).taps(SETUJU)
    await registers_another(world, cast)
    card = (await world.last(cast.officer)).text
    assert "A-07 sudah punya wali W-07 yang menyetujui" in card
    await world.phone(cast.officer).taps("💾 Simpan")
    saved = await world.last(cast.officer)
    assert "ajak walinya W-08 dulu" in saved.text
    assert "✉️ Undang" in [one.label for one in saved.buttons]
    assert await consents(world) == []
    await world.passes(world.clock.now() + timedelta(minutes=1))
    await world.passes(world.clock.now() + timedelta(minutes=1))

    assert await count(world, guardian, "guardian-no-longer") == 1
    assert await count(world, cast.officer, "guardian-replaced") == 0
    (fact,) = await facts(world, "guardian_replaced")
    assert (fact.actor_id, fact.stream) == (cast.officer.id, f"person:{child.id}")


async def test_a_guardian_who_has_joined_is_asked_by_the_clock_once(world: World, cast: Cast) -> None:
    guardian, _ = await family(world, cast, enrolled=True)
    await world.passes(at(22, 9))
    await world.passes(at(23, 9))

    assert await count(world, guardian, "consent-asked") == 1


async def test_a_grown_up_with_a_running_case_is_made_a_child_with_a_warning(
    world: World, cast: Cast
) -> None:
    phone = world.phone(cast.officer)
    await says(phone, "/ubah K-01", "✏️ Ubah", "✏️ Peran", "🧒 Anak")
    card = (await world.last(cast.officer)).text
    assert "⚠️ Perkara" in card
    assert "bukan untuk Anak" in card
    await phone.taps("💾 Simpan")
    await phone.writes("perlu")

    assert "K-01" in (await world.letter(cast.officer, "needs-heading")).text


async def test_a_child_is_invited_after_its_guardian(world: World, cast: Cast) -> None:
    guardian, _ = await family(world, cast, enrolled=False)
    officer = world.phone(cast.officer)
    await officer.writes("undang A-07")
    first = await world.last(cast.officer)
    assert first.key == "invite-guardian-first"
    assert "ajak walinya W-07 dulu" in first.text
    await officer.taps("✉️ Undang walinya")
    assert "invite-ready" in await world.keys(cast.officer)
    await officer.writes("undang")
    assert "• A-07: ajak walinya W-07 dulu" in (await world.last(cast.officer)).text
    await officer.taps_id("slips")
    assert (await world.last(cast.officer)).key == "slips-guardians-first"
    await officer.writes("perlu")
    needs = (await world.letter(cast.officer, "needs-heading")).text
    assert "A-07 berjalan tanpa persetujuan wali" in needs
    assert "Belum bergabung" not in needs
    assert guardian.name not in needs


async def test_a_wrong_number_and_a_stop_name_their_own_step(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, cast.site)
    await world.phone(sari).writes("salah nomor")
    await world.phone(sari).taps("Ya, salah nomor")
    await world.phone(cast.budi).writes("stop")
    await world.phone(cast.officer).writes("perlu")

    needs = (await world.letter(cast.officer, "needs-heading")).text
    assert "perbaiki nomornya dengan tombol ✏️" in needs
    assert "Minta pesan dihentikan: Budi (contoh)" in needs
    await world.phone(cast.officer).types("✏️ Sari (contoh)")
    assert "K-02" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).writes("undang")
    assert (
        'Sari (contoh) (K-02): nomornya salah. Perbaiki: ketik "ubah K-02"'
        in (await world.last(cast.officer)).text
    )


async def test_a_guardians_location_may_be_only_a_location(world: World, cast: Cast) -> None:
    guardian, _ = await family(world, cast, enrolled=True)
    world.clock.moment = at(23, 8)
    await world.phone(guardian).sends_location()
    await world.phone(guardian).taps("📍 Hanya lokasi")

    assert (await world.last(guardian)).key == "guardian-location-kept"

"""What happens at a site reaches whoever guides those concerned at once, with the photo, and nobody else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import select

from bot.domain.cases import Programme
from bot.domain.incidents import IncidentState
from bot.domain.people import Role
from bot.storage.events import stream_events
from bot.storage.incidents import Incident
from bot.storage.models import Person, Site
from tests.conversations.case_life import facts
from tests.conversations.conftest import Cast
from tests.harness import World, at, jpeg

WORDS = "tersandung di tangga, lututnya luka"


@pytest.fixture
async def head(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "KB-01", Role.HEAD, name="Rahma (contoh)")


async def begins(world: World, cast: Cast, kind: str = "💢 Keributan") -> None:
    """The supervisor, on a day on which Budi works."""
    world.clock.moment = at(23, 9)
    await world.phone(cast.supervisor).writes("/kejadian")
    await world.phone(cast.supervisor).taps(kind)


async def incident(world: World) -> Incident:
    async with world.database.reading() as session:
        return (await session.exec(select(Incident))).one()


async def texts(world: World, person: Person) -> str:
    return "\n".join(one.text for one in await world.letters(person))


async def test_the_officer_of_whom_it_concerns_hears_at_once_and_the_reporter_who_has_read_it(
    world: World, cast: Cast, head: Person
) -> None:
    agency = await world.person(cast.office, "DN-01", Role.AGENCY)
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    await world.case(siti, other, cast.site)
    await begins(world, cast)
    await world.phone(cast.supervisor).taps("⬜ Budi (contoh)")
    await world.phone(cast.supervisor).writes(WORDS)

    card = await world.last(cast.officer)
    assert card.key == "incident-card"
    assert f"Katanya: {WORDS}" in card.text
    assert "Terlibat: Budi (contoh)" in card.text
    assert "Budi" not in card.text.splitlines()[0]
    for outsider in (agency, other, head, siti, cast.budi):
        assert "tersandung" not in await texts(world, outsider)
    assert (await world.last(cast.supervisor)).key == "incident-sent"
    await world.phone(cast.officer).writes("/perlu")
    await world.phone(cast.officer).taps("✅ Sudah saya baca")
    assert "sudah membaca laporan kejadian" in (await world.last(cast.supervisor)).text
    await world.passes(world.clock.now() + timedelta(hours=1))
    assert await world.letters(head) == []
    async with world.database.reading() as session:
        events = await stream_events(session, cast.office.id, f"site:{cast.site.id}")
    assert [one.kind for one in events] == ["incident_reported", "incident_read"]
    assert "tangga" not in "".join(one.payload or "" for one in events)
    assert (await facts(world, cast)).count("incident_reported") == 1
    await world.phone(cast.officer).writes("/klien K-01")
    assert "keributan" in (await world.last(cast.officer)).text


async def test_of_an_accident_the_head_hears_too_and_every_officer_where_nobody_is_named(
    world: World, cast: Cast, head: Person
) -> None:
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    await world.case(await world.person(cast.office, "K-02", Role.CLIENT), other, cast.site)
    await begins(world, cast, "🚑 Kecelakaan")
    await world.phone(cast.supervisor).writes("atap gudang roboh")

    for reader in (cast.officer, other, head):
        assert "atap gudang roboh" in (await world.last(reader)).text


async def test_what_nobody_has_read_for_half_an_hour_reaches_the_head_once(
    world: World, cast: Cast, head: Person
) -> None:
    await begins(world, cast)
    await world.phone(cast.supervisor).writes(WORDS)
    await world.passes(world.clock.now() + timedelta(minutes=29))
    assert await world.letters(head) == []
    await world.passes(world.clock.now() + timedelta(hours=3))

    assert [one.key for one in await world.letters(head)] == ["incident-unanswered"]
    assert f"Belum membaca: {cast.officer.shown}" in (await world.last(head)).text
    await world.phone(head).taps("✅ Sudah saya baca")
    assert (await incident(world)).state is IncidentState.READ


async def test_a_photo_goes_along_before_and_after_the_words_but_not_of_a_child_to_others(
    world: World, cast: Cast, head: Person
) -> None:
    child = await world.person(cast.office, "A-01", Role.CLIENT, name="Nama Rahasia", child=True)
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    await world.case(child, other, cast.site, programme=Programme.CHILD_SERVICE)
    await begins(world, cast, "🚑 Kecelakaan")
    phone = world.phone(cast.supervisor)
    for name in ("⬜ Budi (contoh)", "⬜ A-01"):
        await phone.taps(name)
    await phone.sends_photo()
    assert (await world.last(cast.supervisor)).key == "incident-photo-kept"
    await phone.writes(WORDS)
    await phone.sends_photo()

    assert (await world.last(cast.supervisor)).key == "incident-added"
    told = "\n".join([await texts(world, one) for one in (cast.officer, other, head, cast.supervisor)])
    assert "Rahasia" not in told
    assert "dan 1 klien PK lain" in (await world.last(other)).text
    for reader in (cast.officer, other, head):
        kept_back = "Fotonya hanya untuk PK dari Anak" in (await world.last(reader)).text
        assert kept_back is (reader is not other)
        await world.phone(reader).taps_id(f"incident-photos:{(await incident(world)).id}")
        last = (await world.last(reader)).key
        assert last == ("incident-photo" if reader is other else "incident-card-photo-kept")


async def test_what_stands_under_a_photo_goes_along(world: World, cast: Cast) -> None:
    await begins(world, cast)
    await world.phone(cast.supervisor).sends_photo(text="motornya")
    await world.phone(cast.supervisor).taps("📨 Kirim tanpa kata")
    assert "Katanya: motornya" in (await world.last(cast.officer)).text
    await world.phone(cast.supervisor).sends_photo(text="tangganya")
    card = await world.last(cast.officer)
    assert "motornya" in card.text
    assert "tangganya" in card.text


async def test_a_recording_is_kept_with_whom_it_concerns(world: World, cast: Cast) -> None:
    await begins(world, cast)
    phone = world.phone(cast.supervisor)
    await phone.sends_voice()
    assert (await world.last(cast.supervisor)).key == "incident-voice-for-whom"
    await phone.writes("k-01")
    await phone.sends_voice()

    assert "ada dalam rekaman" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).taps("🎧 Dengarkan")
    assert (await world.last(cast.officer)).key == "voice-here"


async def test_what_was_only_begun_leaves_by_itself_or_is_taken_back(world: World, cast: Cast) -> None:
    await begins(world, cast)
    await world.phone(cast.supervisor).writes("batal")
    await world.passes(world.clock.now() + timedelta(minutes=40))
    assert await world.letters(cast.officer) == []
    await begins(world, cast, "🚑 Kecelakaan")
    await world.passes(world.clock.now() + timedelta(minutes=6))

    assert (await world.last(cast.supervisor)).key == "incident-sent-by-itself"
    assert "Terkirim tanpa kata" in (await world.last(cast.officer)).text


async def test_at_several_sites_it_is_asked_which_and_numbers_are_enough(world: World, cast: Cast) -> None:
    from bot.registry import appoint

    second = await world.site(cast.office, code="L2")
    async with world.database.transaction() as session:
        site = await session.get_one(Site, second.id)
        await appoint(session, site, cast.supervisor, from_on=date(2026, 4, 1), now=world.clock.now())
    world.clock.moment = at(23, 9)
    phone = world.phone(cast.supervisor)
    await phone.writes("/kejadian")
    await phone.writes("2")
    assert (await world.last(cast.supervisor)).key == "incident-which-site"
    await phone.writes("1")
    await phone.writes("1")
    assert "Terlibat: Budi (contoh)" in (await world.last(cast.supervisor)).text
    await phone.writes(WORDS)

    assert "tersandung" in (await world.last(cast.officer)).text


@pytest.mark.parametrize("said", ["budi", "Pak Budi", "k 01"])
async def test_a_bare_name_says_whom_it_concerns_and_what_happened_is_asked(
    world: World, cast: Cast, said: str
) -> None:
    await begins(world, cast)
    await world.phone(cast.supervisor).writes(said)
    asked = await world.last(cast.supervisor)
    assert asked.key == "incident-ask-words"
    assert "Terlibat: Budi (contoh)" in asked.text
    assert await world.letters(cast.officer) == []
    await world.phone(cast.supervisor).writes("Budi jatuh dari tangga")

    card = (await world.last(cast.officer)).text
    assert "Terlibat: Budi (contoh)" in card
    assert "Katanya: Budi jatuh dari tangga" in card


async def test_a_name_of_several_is_left_to_their_buttons(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "K-02", Role.CLIENT, name="Budi Santoso")
    await world.case(other, cast.officer, cast.site)
    await begins(world, cast)
    await world.phone(cast.supervisor).writes("budi")

    assert "Ada beberapa orang bernama “budi”." in (await world.last(cast.supervisor)).text
    assert await world.letters(cast.officer) == []


async def test_words_after_it_has_left_reach_those_who_read_it(world: World, cast: Cast) -> None:
    await begins(world, cast)
    await world.phone(cast.supervisor).writes(WORDS)
    await world.phone(cast.supervisor).writes("sudah dibawa ke puskesmas")
    assert (await world.last(cast.supervisor)).key == "incident-added"
    await world.phone(cast.supervisor)._says(kind="photo", photo=photo(world), text="motornya")

    card = (await world.last(cast.officer)).text
    assert f"{WORDS}\nsudah dibawa ke puskesmas\nmotornya" in card
    assert (await world.last(cast.officer)).has_photo


async def test_a_bare_acknowledgement_is_kept_and_rings_nobody(world: World, cast: Cast) -> None:
    await begins(world, cast)
    await world.phone(cast.supervisor).writes(WORDS)
    await world.phone(cast.officer).taps("✅ Sudah saya baca")
    before = [one.text for one in await world.letters(cast.officer) if not one.edited]
    await world.phone(cast.supervisor).writes("ok pak, terima kasih")

    assert (await world.last(cast.supervisor)).key == "incident-heard"
    assert [one.text for one in await world.letters(cast.officer) if not one.edited] == before
    if world.channel.caps.edit:
        assert f"{WORDS}\nok pak, terima kasih" in (await world.last(cast.officer)).text
    await world.phone(cast.supervisor).writes("ok pak, dia sudah sadar")
    assert "dia sudah sadar" in (await world.last(cast.officer)).text
    assert "ok pak, terima kasih" in (await world.last(cast.officer)).text


async def test_words_after_it_left_by_itself_reach_them_too(world: World, cast: Cast) -> None:
    await begins(world, cast)
    await world.phone(cast.supervisor).writes("budi")
    await world.passes(world.clock.now() + timedelta(minutes=6))
    await world.phone(cast.supervisor).writes(WORDS)

    assert (await world.last(cast.supervisor)).key == "incident-added"
    assert f"Katanya: {WORDS}" in (await world.last(cast.officer)).text


async def test_the_words_under_the_first_photo_are_what_happened(world: World, cast: Cast) -> None:
    await begins(world, cast)
    await world.phone(cast.supervisor)._says(kind="photo", photo=photo(world), text="pagar roboh")

    assert (await world.last(cast.supervisor)).key == "incident-sent"
    assert "Katanya: pagar roboh" in (await world.last(cast.officer)).text


def photo(world: World) -> str:
    name = f"photo-{len(world.channel.files)}"
    world.channel.files[name] = jpeg(len(world.channel.files))
    return name

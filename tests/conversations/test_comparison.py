"""Which two faces stand beside each other, before whom, and what the word on them does to the photo."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest
from PIL import Image
from sqlmodel import col, select

from bot.domain.cases import PhotoRule, Programme
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.storage.flags import Flag
from bot.storage.identity import EnrolmentPhoto, IdentityCheck
from bot.storage.models import Case, Evidence, Person, Photo
from tests.conversations.conftest import Cast
from tests.conversations.test_shared_phones import Shared, a_phone
from tests.harness import World, at
from tests.scenes import saved

RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 30), (30, 30, 200), (210, 200, 40)
AT_ENROLMENT = {"K-01": RED, "K-02": GREEN}
DAY = timedelta(days=1)


def plain(colour: tuple[int, int, int]) -> bytes:
    """A photo that is told from others by its colour."""
    return saved(Image.new("RGB", (640, 480), colour))


def sides(content: bytes) -> list[tuple[int, int, int]]:
    """The colours left and right, each the nearest of ours."""
    image = Image.open(io.BytesIO(content)).convert("RGB")
    seen = [image.crop((x, 50, x + 1, 51)).tobytes() for x in (image.width // 4, image.width * 3 // 4)]
    ours = (RED, GREEN, BLUE, YELLOW)
    return [
        min(ours, key=lambda one: sum(abs(a - b) for a, b in zip(one, each, strict=True))) for each in seen
    ]


async def enrolled(world: World, cast: Cast, *codes: str) -> None:
    for code in codes:
        await world.phone(cast.officer).writes(f"/fotodaftar {code}")
        await world.phone(cast.officer).sends_photo(plain(AT_ENROLMENT[code]), name=f"pendaftaran {code}")


def shown_to(world: World, person: Person) -> bytes:
    """The newest picture on somebody's phone."""
    mine = [one.message.attachment for one in world.channel.delivered if one.to == person.code]
    return next(one.content for one in reversed(mine) if one is not None and one.picture)


@pytest.fixture
async def odd(world: World, cast: Cast) -> Cast:
    """Budi has a photo of enrolment, and today's came after a forwarded location: a reason to look."""
    await enrolled(world, cast, "K-01")
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(labels=(Label.FORWARDED,))
    await world.phone(cast.budi).sends_photo(plain(BLUE), name="hari ini")
    return cast


async def test_officer_and_supervisor_see_enrolment_left_and_today_right(world: World, odd: Cast) -> None:
    await world.phone(odd.supervisor).taps("👥 Bandingkan foto")
    assert (await world.last(odd.supervisor)).key == "identity-ask"
    assert sides(shown_to(world, odd.supervisor)) == [RED, BLUE]

    await world.phone(odd.officer).writes("/bandingkan K-01")
    assert (await world.last(odd.officer)).key == "identity-ask"
    assert sides(shown_to(world, odd.officer)) == [RED, BLUE]


async def test_without_a_reason_to_look_a_supervisor_is_not_asked(world: World, cast: Cast) -> None:
    await enrolled(world, cast, "K-01")
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).sends_photo(plain(BLUE))
    labels = [button.label for button in (await world.letter(cast.supervisor, "card")).buttons]
    assert "👥 Bandingkan foto" not in labels


END_OF_CASE = datetime(2026, 8, 30, 16, tzinfo=UTC)
"""Midnight after the last day, in Makassar."""


@pytest.mark.parametrize(
    ("words", "until", "asked_about"),
    [
        pytest.param(["✅ Sama"], at(23, 8) + 90 * DAY, False, id="same"),
        pytest.param(["❌ Tidak sama"], END_OF_CASE + 180 * DAY, True, id="not the same"),
        pytest.param(["❓ Ragu"], END_OF_CASE + 180 * DAY, False, id="unsure"),
        pytest.param(["✅ Sama", "❓ Ragu"], END_OF_CASE + 180 * DAY, False, id="the last word counts"),
        pytest.param(["❌ Tidak sama", "✅ Sama"], at(23, 8) + 90 * DAY, True, id="cleared up"),
    ],
)
@pytest.mark.parametrize("by", ["officer", "supervisor"])
async def test_the_word_says_how_long_the_photo_is_kept(
    world: World, odd: Cast, by: str, words: list[str], until: datetime, asked_about: bool
) -> None:
    for word in words:
        if by == "officer":
            await world.phone(odd.officer).writes("/bandingkan K-01")
        else:
            await world.phone(odd.supervisor).taps("👥 Bandingkan foto")
        await world.phone(odd.officer if by == "officer" else odd.supervisor).taps(word)

    async with world.database.reading() as session:
        enrolment = (await session.exec(select(EnrolmentPhoto.photo_id))).one()
        kept = {one.id: one.keep_until for one in (await session.exec(select(Photo))).all()}
        flags = (await session.exec(select(Flag).where(Flag.label == Label.PERSON_DOUBTED))).all()
    assert kept.pop(enrolment) is None
    assert list(kept.values()) == [until]
    assert bool(flags) is asked_about


async def test_a_childs_face_is_not_compared_whatever_lies_there(world: World, cast: Cast) -> None:
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN)
    ani = await world.person(cast.office, "A-01", Role.CLIENT, child=True)
    case = await world.case(
        ani,
        cast.officer,
        cast.site,
        photo=PhotoRule.ALWAYS,
        programme=Programme.CHILD_SERVICE,
        guardian_id=guardian.id,
    )
    world.clock.moment = at(23, 8)
    await world.phone(ani).sends_location(labels=(Label.FORWARDED,))
    await world.phone(ani).sends_photo(plain(BLUE))
    async with world.database.transaction() as session:
        evidence = (await session.exec(select(Evidence).where(col(Evidence.photo_id).is_not(None)))).one()
        assert evidence.photo_id is not None
        session.add(
            EnrolmentPhoto(
                office_id=case.office_id,
                client_id=ani.id,
                photo_id=evidence.photo_id,
                by=cast.officer.id,
                taken_at=at(20, 12),
            )
        )
    for who, entries in (
        (cast.supervisor, [f"compare-here:{evidence.attendance_id}", f"identity:{evidence.id}:0"]),
        (cast.officer, [f"compare:{case.id}", f"identity:{evidence.id}:0"]),
    ):
        for entry in entries:
            await world.phone(who).taps_id(entry)
            assert not (await world.last(who)).has_photo
    assert not any(one.has_photo for one in await world.letters(cast.supervisor))
    async with world.database.reading() as session:
        assert (await session.exec(select(IdentityCheck))).all() == []


@pytest.fixture
async def family(world: World, cast: Cast) -> Shared:
    """Budi and Sari share a phone; both have a photo of enrolment, and a case that asks for photos."""
    shared = await a_phone(world, cast, "HP keluarga Budi", "🏠 Di keluarga")
    async with world.database.transaction() as session:
        for case in (await session.exec(select(Case))).all():
            case.photo_rule = PhotoRule.ALWAYS
    await enrolled(world, cast, "K-01", "K-02")
    return shared


async def test_on_a_shared_phone_each_is_compared_with_himself(
    world: World, cast: Cast, family: Shared
) -> None:
    world.clock.moment = at(23, 8)
    for name, colour in (("Budi (contoh)", BLUE), ("Sari (contoh)", YELLOW)):
        await family.phone.taps(name)
        await family.phone.sends_location()
        await family.phone.sends_photo(plain(colour), name=name)
        await family.phone.writes("ganti-orang")

    for code, pair in (("K-01", [RED, BLUE]), ("K-02", [GREEN, YELLOW])):
        await world.phone(cast.officer).writes(f"/bandingkan {code}")
        assert sides(shown_to(world, cast.officer)) == pair


async def test_a_photo_under_the_wrong_name_is_nobodys_to_compare(
    world: World, cast: Cast, family: Shared
) -> None:
    world.clock.moment = at(23, 8)
    await family.phone.taps("Budi (contoh)")
    await family.phone.sends_location()
    await family.phone.sends_photo(plain(YELLOW), name="Sari sebagai Budi")
    await world.phone(cast.officer).writes("/bandingkan K-01")
    before = (await world.last(cast.officer)).buttons
    await family.phone.taps("↩️ Salah orang")
    assert await world.letter(family.code, "phone-wrong-undone")

    await world.phone(cast.officer).writes("/bandingkan K-01")
    assert (await world.last(cast.officer)).key == "identity-nothing-to-compare"
    await world.phone(cast.officer).taps_id(before[0].id)  # a comparison that was on the screen before
    assert (await world.last(cast.officer)).key == "identity-nothing-to-compare"
    async with world.database.reading() as session:
        assert (await session.exec(select(IdentityCheck))).all() == []

    await family.phone.taps("Sari (contoh)")
    await family.phone.sends_location()
    await family.phone.sends_photo(plain(YELLOW), name="Sari")
    await world.phone(cast.officer).writes("/bandingkan K-02")
    assert sides(shown_to(world, cast.officer)) == [GREEN, YELLOW]


async def test_a_finish_under_the_wrong_name_leaves_the_photo_of_the_start(
    world: World, cast: Cast, family: Shared
) -> None:
    for hour, colour in ((8, BLUE), (11, YELLOW)):
        world.clock.moment = at(23, hour)
        await family.phone.taps("Budi (contoh)")
        await family.phone.sends_location()
        await family.phone.sends_photo(plain(colour), name=f"pukul {hour}")
        if hour == 8:
            await family.phone.writes("ganti-orang")
    await family.phone.taps("↩️ Salah orang")

    await world.phone(cast.officer).writes("/bandingkan K-01")
    assert sides(shown_to(world, cast.officer)) == [RED, BLUE]
    await world.phone(cast.supervisor).taps("🔍 Foto besar")
    assert sides(shown_to(world, cast.supervisor)) == [BLUE, BLUE]

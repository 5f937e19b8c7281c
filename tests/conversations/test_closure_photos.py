"""A photo of a closed gate belongs to the claim, also as the first answer; a photo of work stays one."""

from __future__ import annotations

from datetime import date, time

from sqlmodel import select

from bot.domain.cases import PhotoRule
from bot.domain.people import Role
from bot.registry import place
from bot.storage.models import Attendance, Case, Evidence, Person, Photo, Placement
from tests.conversations.conftest import Cast
from tests.conversations.test_closure_claims import claim_of, claims, says
from tests.harness import World, at

WORK, GATE = "📷 Foto kerja", "🚧 Foto lokasi tutup"


async def evidence(world: World) -> list[Evidence]:
    """What is kept with a photo as evidence of work, or of nothing yet."""
    async with world.database.reading() as session:
        rows = (await session.exec(select(Evidence))).all()
    return [one for one in rows if one.photo_id is not None]


async def photos(world: World) -> int:
    async with world.database.reading() as session:
        return len((await session.exec(select(Photo))).all())


async def test_a_photo_as_the_first_answer_is_the_claim(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 30)
    await world.phone(cast.budi).writes("/lokasitutup")
    await world.phone(cast.budi).sends_photo()

    assert (await world.last(cast.budi)).key == "closed-kept-photo"
    assert (await world.last(cast.supervisor)).key == "closed-question-softly"
    assert (await world.last(cast.officer)).key == "closed-photo"
    assert (await claim_of(world, cast.budi)).photo_id is not None
    assert await evidence(world) == []
    await world.phone(cast.budi).sends_location()
    assert (await world.last(cast.budi)).key == "closed-place-kept"
    await world.phone(cast.budi).sends_location()
    assert (await world.last(cast.budi)).key == "receipt-start"


async def test_an_album_is_answered_once_and_the_officer_has_all_of_it(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 30)
    await world.phone(cast.budi).writes("/lokasitutup")
    before = await world.queued()
    for _ in range(3):
        await world.phone(cast.budi).sends_photo(album="gerbang")

    assert await world.keys(cast.budi, after=before) == ["closed-kept-photo"]
    assert (await world.keys(cast.officer, after=before)).count("closed-photo") == 3
    assert (len(await claims(world)), await evidence(world)) == (1, [])


async def test_what_he_began_after_it_is_work_and_so_is_its_photo(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(siti, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    await says(world, siti)
    world.clock.moment = at(23, 8, 40)
    await world.phone(siti).sends_location()
    await world.phone(siti).sends_photo()

    assert (await world.last(siti)).key == "receipt-start"
    assert (await claim_of(world, siti)).photo_id is None


async def begun_and_closed(world: World, cast: Cast) -> Person:
    """Siti's start in the morning waits for its photo, and she says that the site of the afternoon is
    closed."""
    siti = await world.person(cast.office, "K-02", Role.CLIENT)
    case = await world.case(siti, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    afternoon = await world.site(cast.office, cast.supervisor, code="L2")
    async with world.database.transaction() as session:
        placement = Placement(
            office_id=cast.office.id,
            code="P-L2",
            case_id=case.id,
            site_id=afternoon.id,
            weekdays="4",
            starts=time(13),
            ends=time(16),
            from_on=date(2026, 3, 2),
            until_on=date(2026, 8, 30),
        )
        await place(session, await session.get_one(Case, case.id), placement, now=world.clock.now())
    world.clock.moment = at(23, 8)
    await world.phone(siti).sends_location()
    await world.phone(siti).writes("/lokasitutup")
    return siti


async def test_where_a_start_waits_for_a_photo_too_he_is_asked_and_says_work(
    world: World, cast: Cast
) -> None:
    siti = await begun_and_closed(world, cast)
    await world.phone(siti).sends_photo()
    assert (await world.last(siti)).key == "closed-photo-which"
    assert (await photos(world), await claims(world)) == (1, [])
    await world.phone(siti).taps(WORK)

    assert (await world.last(siti)).key == "receipt-start"
    async with world.database.reading() as session:
        work = (await session.exec(select(Attendance))).one()
    assert ([one.attendance_id for one in await evidence(world)], work.photo_wanted) == ([work.id], None)
    await world.phone(siti).taps(GATE)
    assert (await world.last(siti)).key == "closed-photo-used"


async def test_or_says_that_it_is_the_gate_and_the_start_still_waits_for_its_own(
    world: World, cast: Cast
) -> None:
    siti = await begun_and_closed(world, cast)
    await world.phone(siti).sends_photo()
    await world.phone(siti).taps(GATE)

    assert (await world.last(siti)).key == "closed-kept-photo"
    assert (await world.last(cast.officer)).key == "closed-photo"
    assert (await claim_of(world, siti)).photo_id == (await evidence(world))[0].photo_id
    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance))).one().photo_wanted is not None
    await world.phone(siti).taps(WORK)
    assert (await world.last(siti)).key == "closed-photo-used"

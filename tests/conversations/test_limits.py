"""Work outside the ruling's days or hours that happened is kept, and put as a question before people."""

from __future__ import annotations

from datetime import time

from sqlmodel import select

from bot.domain.cases import Programme
from bot.domain.people import Role
from bot.storage.models import Case, CaseBalance, Person
from tests.conversations.conftest import Cast
from tests.harness import World, at

WEEKDAY, WINDOW = "hari yang tidak diizinkan putusan", "di luar jam yang diizinkan putusan"


async def child_of_sundays(world: World, cast: Cast) -> Person:
    """A child who may work on Sundays from 08.00 to 12.00."""
    child = await world.person(cast.office, "A-01", Role.CLIENT, name="Nama Rahasia", child=True)
    await world.case(
        child,
        cast.officer,
        cast.site,
        programme=Programme.CHILD_SERVICE,
        session_minutes=180,
        daily_hours=None,
        window_starts=time(8),
        window_ends=time(12),
        allowed_weekdays="67",
        weekdays="7",
    )
    return child


async def works(world: World, child: Person, day: int, since: int, until: tuple[int, int]) -> None:
    world.clock.moment = at(day, since)
    await world.phone(child).sends_location()
    world.clock.moment = at(day, *until)
    await world.phone(child).sends_location()
    if (await world.last(child)).key == "location-mid-session":
        await world.phone(child).taps("🏁 Selesai kerja")


async def asks(world: World, cast: Cast, command: str) -> str:
    before = len(await world.letters(cast.officer))
    await world.phone(cast.officer).writes(command)
    return "\n".join(one.text for one in (await world.letters(cast.officer))[before:])


async def test_a_forbidden_day_is_asked_about_and_kept(world: World, cast: Cast) -> None:
    child = await child_of_sundays(world, cast)
    await works(world, child, 23, 19, (22, 0))
    card = await world.last(cast.supervisor)
    assert f"⚠️ Perlu dilihat: {WEEKDAY}, {WINDOW}" in card.text.replace(" dan ", ", ")
    assert ("A-01" in card.text, "Rahasia" in card.text) == (True, False)
    await world.phone(cast.supervisor).taps("✅ Benar")

    decision = await world.last(cast.officer)
    assert (decision.key, WEEKDAY in decision.text) == ("outside-plan", True)
    assert f"⚠️ {WEEKDAY}" in await asks(world, cast, "/klien A-01")
    await world.phone(cast.officer).taps_id(decision.buttons[0].id)
    async with world.database.reading() as session:
        case = (await session.exec(select(Case).where(Case.client_id == child.id))).one()
        assert (await session.get_one(CaseBalance, case.id)).credited == 180


async def test_a_session_that_overran_its_window_is_told_to_the_officer(world: World, cast: Cast) -> None:
    child = await child_of_sundays(world, cast)
    await works(world, child, 26, 7, (12, 55))
    assert WINDOW in (await world.last(cast.supervisor)).text
    assert f"Kerja A-01 Min 26 Apr di Kantor Desa L1 ({WINDOW}): apakah memang terjadi?" in await asks(
        world, cast, "/perlu"
    )
    await world.phone(cast.supervisor).taps("✅ Benar")

    text = await asks(world, cast, "/perlu")
    assert f"({WINDOW}) sudah dikonfirmasi pengawas. Langkah: tanyakan sebabnya" in text
    assert "Rahasia" not in text
    assert WINDOW in await asks(world, cast, "/ringkasan")


async def test_work_within_the_ruling_raises_no_question(world: World, cast: Cast) -> None:
    child = await child_of_sundays(world, cast)
    await works(world, child, 26, 8, (11, 0))
    assert "Perlu dilihat" not in (await world.last(cast.supervisor)).text
    await world.phone(cast.supervisor).taps("✅ Benar")

    assert "putusan" not in await asks(world, cast, "/perlu")

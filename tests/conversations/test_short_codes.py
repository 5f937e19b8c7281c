"""Who cannot open a link types a code; who only guesses is not listened to for a while."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.domain.people import Role
from bot.domain.short_codes import grouped
from bot.invitations import VALID_FOR, renew
from bot.storage.guesses import ALLOWED, REMEMBERED, CodeGuess
from bot.storage.models import Event, Invitation, Person
from tests.conversations.conftest import Cast
from tests.conversations.test_enrol import NUMBER, agrees
from tests.harness import World

WRONG = "K7M4P-9RWTD"


@pytest.fixture
async def sari(world: World, cast: Cast) -> Person:
    return await world.person(
        cast.office, "K-02", Role.CLIENT, name="Sari (contoh)", enrolled=False, phone=NUMBER
    )


async def code_for(world: World, person: Person, by: Person | None = None) -> str:
    async with world.database.transaction() as session:
        return (await renew(session, person, by=by, now=world.clock.now())).code


async def guesses(world: World) -> int:
    async with world.database.reading() as session:
        return len((await session.exec(select(CodeGuess))).all())


@pytest.mark.parametrize("typed", ["/start {}", "start {}", "{}", "lower", "spaces"])
async def test_a_code_opens_the_invitation_however_it_is_typed(
    world: World, sari: Person, typed: str
) -> None:
    code = await code_for(world, sari)
    said = {"lower": code.lower(), "spaces": f" {code[:5]} {code[5:]} "}.get(
        typed, typed.format(grouped(code))
    )
    await world.phone("new").writes(said)
    assert (await world.last("new")).key == "notice-of-data-use"
    await agrees(world, "new")

    assert "welcome-client" in await world.keys("new")
    assert await guesses(world) == 0


async def test_link_and_code_are_one_invitation(world: World, sari: Person) -> None:
    code = await code_for(world, sari)
    await world.phone("new").writes(code)
    await agrees(world, "new")
    await world.phone("thief").writes(code)

    assert await world.keys("thief") == ["invitation-used"]


async def test_a_code_ends_with_its_link(world: World, sari: Person) -> None:
    first = await code_for(world, sari)
    last = await code_for(world, sari)
    await world.phone("new").writes(first)
    world.clock.moment += VALID_FOR
    await world.phone("new").writes(last)

    assert await world.keys("new") == ["invitation-expired", "invitation-expired"]


async def test_only_hashes_and_who_invited_are_kept(world: World, cast: Cast, sari: Person) -> None:
    code = await code_for(world, sari, by=cast.officer)
    async with world.database.reading() as session:
        (row,) = (await session.exec(select(Invitation))).all()
        (event,) = (await session.exec(select(Event).where(Event.kind == "invited"))).all()

    assert row.made_by == cast.officer.id
    assert (event.actor_id, event.stream) == (cast.officer.id, f"person:{sari.id}")
    assert code not in f"{row.code_hash}{row.token_hash}{event.payload}"


async def test_a_wrong_code_gets_a_kind_answer(world: World, sari: Person) -> None:
    await world.phone("new").writes(WRONG)

    answer = await world.last("new")
    assert answer.key == "code-unknown"
    assert "Periksa lagi huruf dan angkanya" in answer.text
    assert await guesses(world) == 1


@pytest.mark.parametrize("slip", ["K7M4P-9RWT", "K7M4P-9RW0D"])
async def test_a_slip_of_the_finger_is_no_guess(world: World, sari: Person, slip: str) -> None:
    await world.phone("new").writes(slip)

    assert await world.keys("new") == ["code-unknown"]
    assert await guesses(world) == 0


async def test_after_five_wrong_codes_even_the_right_one_is_not_looked_at_and_he_hears_until_when(
    world: World, sari: Person
) -> None:
    code = await code_for(world, sari)
    for _ in range(ALLOWED):
        await world.phone("guesser").writes(WRONG)
    await world.phone("guesser").writes(code)
    assert await world.keys("guesser") == ["code-unknown"] * ALLOWED + ["code-wait"]
    answer = (await world.last("guesser")).text
    assert ("belum diperiksa" in answer, "Sen 20 Apr pukul 13.00 WITA" in answer) == (True, True)
    assert await guesses(world) == ALLOWED
    again = await world.reborn(world.clock.now())
    await again.phone("guesser").writes(f"/start {code}")
    assert (await again.outbox())[-1].content["key"] == "code-wait"
    await again.phone("owner").writes(code)

    assert (await again.outbox())[-1].content["key"] == "notice-of-data-use"


async def test_an_hour_later_the_code_is_looked_up_again(world: World, sari: Person) -> None:
    code = await code_for(world, sari)
    for _ in range(ALLOWED):
        await world.phone("new").writes(WRONG)
    await world.passes(world.clock.now() + REMEMBERED)
    assert await guesses(world) == 0
    await world.phone("new").writes(code)

    assert (await world.last("new")).key == "notice-of-data-use"


async def test_who_is_registered_may_not_guess_either(world: World, cast: Cast, sari: Person) -> None:
    code = await code_for(world, sari)
    for _ in range(ALLOWED):
        await world.phone(cast.budi).writes(f"/start {WRONG}")
    await world.phone(cast.budi).writes(f"/start {code}")

    assert await world.keys(cast.budi) == ["code-unknown"] * ALLOWED + ["code-wait"]


async def test_a_link_is_no_guess(world: World, sari: Person) -> None:
    for _ in range(ALLOWED + 1):
        await world.phone("new").writes(f"/start {'x' * 24}")
    code = await code_for(world, sari)
    await world.phone("new").writes(code)

    assert (await world.last("new")).key == "notice-of-data-use"


async def test_a_code_used_up_by_time_is_no_guess(world: World, sari: Person) -> None:
    code = await code_for(world, sari)
    world.clock.moment += VALID_FOR + timedelta(hours=1)
    await world.phone("new").writes(code)

    assert await guesses(world) == 0


@pytest.mark.parametrize("typed", ["ketik kode {}", "kode {}", "Kode: {}", "spelled", "apart"])
async def test_a_code_is_heard_as_people_type_it_also_while_another_link_is_open(
    world: World, cast: Cast, sari: Person, typed: str
) -> None:
    other = await world.person(cast.office, "K-03", Role.CLIENT, enrolled=False)
    await world.phone("new").writes(grouped(await code_for(world, other)))
    code = grouped(await code_for(world, sari))
    said = {"spelled": " ".join(code.lower()), "apart": code.replace("-", " - ")}.get(
        typed, typed.format(code)
    )
    await world.phone("new").writes(said)
    await agrees(world, "new")

    assert await world.keys("new") != []
    assert "Sari" in (await world.letter("new", "welcome-client")).text

"""What a client contests is entered meanwhile: whoever decides sees it, and ends it truthfully."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.domain.contests import ContestState
from bot.storage.models import Attendance, Contest
from tests.conversations.case_life import facts
from tests.conversations.conftest import Cast
from tests.conversations.test_contests import credited
from tests.conversations.test_contests_of_anything import finds, misses
from tests.conversations.test_two_at_once import contests_thursday
from tests.harness import World

SETTLE, RIGHT, STAYS = "☑️ Sudah tercatat", "✅ Klien benar", "❌ Catatan tetap"


async def contest(world: World) -> Contest:
    async with world.database.reading() as session:
        return (await session.exec(select(Contest))).one()


async def recorded_by_the_site(world: World, cast: Cast) -> None:
    """The supervisor finds the session of the 23rd that nobody said a word of, calls him present and confirms
    it."""
    await called_present(world, cast)
    async with world.database.reading() as session:
        work = (await session.exec(select(Attendance))).one()
    await world.phone(cast.supervisor).taps_id(f"right:{work.id}:{work.revision}")


async def called_present(world: World, cast: Cast) -> None:
    planned = (await contest(world)).session_id
    await world.phone(cast.supervisor).taps_id(f"present:{planned}")


async def test_a_miss_that_was_recorded_meanwhile_is_ended_as_settled(world: World, cast: Cast) -> None:
    await contests_thursday(world, cast)
    await recorded_by_the_site(world, cast)
    assert await credited(world, cast) == 180
    await world.phone(cast.officer).taps(RIGHT)

    card = await world.last(cast.officer)
    assert "Sudah tercatat sementara itu: pukul 08.00–11.00, 3 jam diakui oleh Pl-01 (contoh)" in card.text
    assert [one.label for one in card.buttons] == [SETTLE]
    await world.phone(cast.officer).taps(SETTLE)
    done = await world.last(cast.officer)
    assert (done.key, done.text.splitlines()[-1]) == ("contest-settled", "Klien diberi tahu.")
    told = await world.last(cast.budi)
    assert told.key == "contest-settled-client"
    assert "Pukul 08.00–11.00, 3 jam diakui." in told.text
    assert "Jumlah jam diakui sekarang: 3 jam." in told.text
    assert ((await contest(world)).state, (await facts(world, cast))[-1]) == (
        ContestState.SETTLED,
        "contest_settled",
    )
    assert await credited(world, cast) == 180
    await world.phone(cast.officer).taps(SETTLE)
    assert (await world.last(cast.officer)).key == "contest-settled-meanwhile"
    await world.phone(cast.officer).writes("/perlu")
    assert "keberatan" not in (await world.last(cast.officer)).text


@pytest.mark.parametrize("label", [RIGHT, STAYS])
async def test_recorded_while_the_reason_is_written_the_words_are_shown_back(
    world: World, cast: Cast, label: str
) -> None:
    await contests_thursday(world, cast)
    await world.phone(cast.officer).taps(label)
    await recorded_by_the_site(world, cast)
    await world.phone(cast.officer).writes("saksi membenarkan")

    card = await world.last(cast.officer)
    assert card.key == "contest-card"
    assert "Tulisan Anda, untuk disalin: saksi membenarkan" in card.text
    assert (await contest(world)).state is ContestState.OPEN
    await world.phone(cast.officer).taps(SETTLE)
    assert (await world.last(cast.budi)).key == "contest-settled-client"


async def test_work_that_nobody_recorded_and_somebody_enters(world: World, cast: Cast) -> None:
    await misses(world, cast)
    await finds(world, cast, "✋ Kam 23 Apr")
    await world.phone(cast.budi).writes("8.00-10.00")
    await world.phone(cast.budi).writes("saya kerja, HP ketinggalan")
    await world.phone(cast.officer).taps_id(f"contest-settle:{(await contest(world)).id}")
    assert RIGHT in [one.label for one in (await world.last(cast.officer)).buttons]
    await recorded_by_the_site(world, cast)
    await world.phone(cast.officer).taps_id(f"contest-other:{(await contest(world)).id}")
    assert [one.label for one in (await world.last(cast.officer)).buttons] == [SETTLE]


async def test_what_waits_for_the_supervisor_is_said_and_not_ended_yet(world: World, cast: Cast) -> None:
    await contests_thursday(world, cast)
    await called_present(world, cast)
    await world.phone(cast.officer).taps(RIGHT)

    card = await world.last(cast.officer)
    assert "Sudah tercatat sementara itu, mulai pukul 08.00, dan menunggu konfirmasi" in card.text
    assert [one.label for one in card.buttons] == [STAYS]

"""Monday at seven: what an officer reads, the buttons below it, and that every week is told once."""

from __future__ import annotations

import asyncio

import pytest
from sqlmodel import select, update

from bot.channel import Outcome, Retry, Unknown
from bot.storage.models import Digest
from bot.storage.post import Outbox, OutboxState
from tests.conversations.conftest import Cast
from tests.harness import World, at

NEXT = at(4, 7, month=5)


async def digests(world: World) -> list[str]:
    async with world.database.reading() as session:
        return sorted(one.week for one in (await session.exec(select(Digest))).all())


async def after_a_week_of_silence(world: World, cast: Cast) -> None:
    await world.passes(at(27, 6, 59))
    await world.passes(at(27, 7))


async def test_a_summary_has_the_next_step_as_a_button_and_the_way_to_the_list(
    world: World, cast: Cast
) -> None:
    await after_a_week_of_silence(world, cast)
    text = next(one for one in await world.letters(cast.officer) if one.key == "digest-heading")
    assert "Budi (contoh)" in text.text

    await world.phone(cast.officer).taps("📋 Buka daftar")
    assert "needs-heading" in await world.keys(cast.officer)


async def test_a_button_of_a_client_opens_what_he_needs(world: World, cast: Cast) -> None:
    await after_a_week_of_silence(world, cast)
    (row,) = [one for one in await world.outbox() if one.content["key"] == "digest-heading"]
    choices = [choice[0] for choice in row.content["choices"]]
    before = len(await world.keys(cast.officer))
    await world.phone(cast.officer).taps_id(choices[0])

    assert choices[-1] == "needs"
    assert choices[0].split(":")[1] == str(cast.case.id)
    assert "choice-unknown" not in await world.keys(cast.officer, after=before)


async def test_a_restart_during_sending_marks_the_summary_and_sends_it_no_third_time(
    world: World, cast: Cast
) -> None:
    await world.passes(at(27, 6, 59))
    world.clock.moment = at(27, 7)
    await world.house.rounds.tick()
    async with world.database.transaction() as session:
        await session.exec(
            update(Outbox)
            .where(Outbox.state == OutboxState.QUEUED)  # type: ignore[arg-type]
            .values(state=OutboxState.SENDING, attempts=1)
        )
    later = await world.reborn(at(27, 7, 5))
    await later.carry()
    again = await later.reborn(at(27, 7, 10))
    await again.house.rounds.tick()
    await again.carry()

    told = [one.message.text for one in later.channel.delivered if one.to == cast.officer.code]
    assert told[0].startswith("(dikirim ulang)\n📋 Ringkasan mingguan")
    assert not [one for one in again.channel.delivered if "Ringkasan mingguan" in one.message.text]
    assert await digests(world) == ["2026-W17"]


async def test_two_processes_at_once_write_a_week_once(world: World, cast: Cast) -> None:
    await world.passes(at(27, 6, 59))
    world.clock.moment = at(27, 7)
    twin = await world.reborn(at(27, 7))
    await asyncio.gather(*(one.house.rounds.tick() for one in (world, twin, world, twin)))
    await asyncio.gather(world.carry(), twin.carry())

    assert await digests(world) == ["2026-W17"]
    delivered = [*world.channel.delivered, *twin.channel.delivered]
    assert sum("Ringkasan mingguan" in one.message.text for one in delivered) == 1


@pytest.mark.parametrize("outcome", [Retry(), Unknown()], ids=["not arrived", "answer lost"])
async def test_a_failed_summary_is_sent_again_and_the_next_week_comes_once(
    world: World, cast: Cast, outcome: Outcome
) -> None:
    await world.passes(at(27, 6, 59))
    world.channel.outcomes.append(outcome)
    await world.passes(at(27, 7))
    await world.passes(NEXT)
    await world.passes(at(4, 9, month=5))

    assert (await world.keys(cast.officer)).count("digest-heading") == 2
    assert await digests(world) == ["2026-W17", "2026-W18"]

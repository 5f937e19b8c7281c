"""Told to stop, a process ends soon, and leaves nothing in doubt."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from bot.channel import Message, Outcome
from bot.domain.messages import Notice, Resend
from bot.storage.post import OutboxState
from tests.cluster.conftest import Pair, running, until
from tests.cluster.test_lost_connections import answers, writes
from tests.harness import World


async def reminded(pair: Pair) -> None:
    """A message that must not be repeated waits in the outbox."""
    world = pair.first
    async with world.database.transaction() as session:
        notice = Notice(to=pair.budi.id, key="list-empty", resend=Resend.NEVER)
        await world.house.desk._outbox.take(session, [notice], now=world.clock.now())


async def states(pair: Pair) -> list[OutboxState]:
    return [row.state for row in await pair.first.outbox()]


@pytest.mark.parametrize("turns", range(0, 60, 3))
async def test_it_ends_at_whatever_moment_it_is_told(pair: Pair, turns: int) -> None:
    for _ in range(3):
        await reminded(pair)
    async with running(pair.first):
        for _ in range(4):
            await writes(pair, pair.first, "jam")
        for _ in range(turns):
            await asyncio.sleep(0)

    assert OutboxState.SENDING not in await states(pair)


@dataclass(slots=True)
class Slow:
    """The way to the messenger, which takes until it is opened."""

    world: World
    begun: asyncio.Event
    opened: asyncio.Event

    @classmethod
    def of(cls, world: World) -> Slow:
        slow = cls(world, asyncio.Event(), asyncio.Event())
        send = world.channel.send

        async def slowly(to: str, message: Message) -> Outcome:
            slow.begun.set()
            await slow.opened.wait()
            return await send(to, message)

        world.channel.send = slowly  # type: ignore[method-assign]
        return slow


async def test_what_is_under_way_when_it_is_told_to_stop_still_arrives(pair: Pair) -> None:
    way = Slow.of(pair.first)
    await reminded(pair)
    async with running(pair.first):
        await way.begun.wait()
        assert await states(pair) == [OutboxState.SENDING]
        asyncio.get_running_loop().call_later(0.1, way.opened.set)

    assert await states(pair) == [OutboxState.SENT]
    assert len(pair.arrived) == 1


async def test_the_other_goes_on_as_soon_as_one_has_stopped(pair: Pair) -> None:
    async with running(pair.first):
        await writes(pair, pair.first, "jam")
        await answers(pair, 1)
        async with running(pair.second):
            await asyncio.sleep(0)
        assert pair.second.channel.delivered == []
    async with running(pair.second):
        await writes(pair, pair.second, "jam")
        await answers(pair, 2)

    assert len(pair.second.channel.delivered) == 1


async def test_who_lost_the_lead_reports_what_arrived_and_it_is_not_repeated(pair: Pair) -> None:
    way = Slow.of(pair.first)
    await reminded(pair)
    async with running(pair.first):
        await way.begun.wait()
        await pair.cut("query ILIKE '%advisory%' OR query = 'SELECT true'")
        async with running(pair.second):

            async def taken_over() -> bool:
                return await states(pair) == [OutboxState.UNKNOWN]

            await until(taken_over)
            way.opened.set()

            async def reported() -> bool:
                return await states(pair) == [OutboxState.SENT]

            await until(reported)

    assert len(pair.arrived) == 1

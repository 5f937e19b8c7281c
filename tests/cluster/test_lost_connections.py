"""The database may go away at any moment; the process goes on by itself when it is back."""

from __future__ import annotations

import asyncio
import itertools
import json

from sqlmodel import select

from bot.channels.inbox import RawUpdate
from bot.storage.post import Inbox, InboxState, OutboxState
from tests.cluster.conftest import Pair, running, until
from tests.databases import Server
from tests.harness import World

numbers = itertools.count(1)


async def writes(pair: Pair, world: World, word: str) -> None:
    """Budi writes a command, and this process receives it."""
    number = str(next(numbers))
    said = {"id": number, "from": pair.budi.code, "kind": "command", "command": word}
    update = RawUpdate(number, pair.budi.code, json.dumps(said))
    await world.house.inbox.store(world.channel.name, [update])


async def answers(pair: Pair, count: int) -> None:
    """So many messages have arrived, and are known to have."""

    async def come() -> bool:
        return sum(row.state is OutboxState.SENT for row in await pair.first.outbox()) >= count

    await until(come)


async def test_after_its_connections_were_cut_a_process_goes_on(pair: Pair) -> None:
    async with running(pair.first):
        for count in range(1, 5):
            await writes(pair, pair.first, "jam")
            await answers(pair, count)
            await pair.cut()

    assert len(pair.arrived) == 4


async def test_after_a_restart_of_postgresql_a_process_goes_on(pair: Pair, postgres_server: Server) -> None:
    async with running(pair.first, pair.second):
        await writes(pair, pair.first, "jam")
        await answers(pair, 1)
        await asyncio.to_thread(postgres_server.stop)
        await asyncio.to_thread(postgres_server.start)
        await writes(pair, pair.second, "jam")
        await answers(pair, 2)

    async with pair.first.database.reading() as session:
        rows = (await session.exec(select(Inbox))).all()
    assert [(row.state, row.attempts) for row in rows] == [(InboxState.DONE, 0)] * 2
    assert len(pair.arrived) == 2


async def test_chores_run_again_after_the_connections_were_cut(pair: Pair) -> None:
    await pair.first.house.rounds.tick()
    await pair.cut()
    pair.first.clock.moment = pair.first.clock.moment.replace(minute=1)
    await pair.first.house.rounds.tick()

    assert pair.first.house.rounds.last == pair.first.clock.moment


async def test_of_two_processes_one_leads_also_after_the_leaders_lock_was_lost(pair: Pair) -> None:
    async with running(pair.first):
        await writes(pair, pair.first, "jam")
        await answers(pair, 1)
        async with running(pair.second):
            for count in range(2, 12):
                await pair.cut("query ILIKE '%advisory%'")
                await writes(pair, pair.first, "jam")
                await writes(pair, pair.second, "data")
                await answers(pair, 2 * count - 1)

    assert len(pair.arrived) == 21

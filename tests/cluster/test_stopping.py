"""Told to stop, a process ends soon, and leaves nothing in doubt."""

from __future__ import annotations

import asyncio
import itertools
import json

import pytest

from bot.channels.inbox import RawUpdate
from tests.cluster.conftest import Pair, running
from tests.harness import World

numbers = itertools.count(1)


async def writes(pair: Pair, world: World, word: str) -> None:
    """Budi writes a command, and this process receives it."""
    number = str(next(numbers))
    said = {"id": number, "from": pair.budi.code, "kind": "command", "command": word}
    update = RawUpdate(number, pair.budi.code, json.dumps(said))
    await world.house.inbox.store(world.channel.name, [update])


@pytest.mark.parametrize("turns", range(0, 60, 3))
async def test_it_ends_at_whatever_moment_it_is_told(pair: Pair, turns: int) -> None:
    async with running(pair.first):
        for _ in range(4):
            await writes(pair, pair.first, "jam")
        for _ in range(turns):
            await asyncio.sleep(0)

"""Writes that come together are committed together; nobody's row is lost or fails for another's fault."""

from __future__ import annotations

import asyncio

import pytest

from bot.channels.gathered import Gathered


class Table:
    """Takes rows when it is told to; refuses any transaction with a bad one."""

    def __init__(self) -> None:
        self.transactions: list[list[str]] = []
        self.open = asyncio.Event()
        self.asked = asyncio.Event()
        self.gathered = Gathered(self._write)

    async def _write(self, rows: list[str]) -> None:
        self.asked.set()
        await self.open.wait()
        if "bad" in rows:
            raise ValueError("bad")
        self.transactions.append(list(rows))

    async def adding(self, *rows: str) -> list[asyncio.Task[None]]:
        """Tasks that add a row each: the first is writing, the others wait."""
        first = asyncio.create_task(self.gathered.add([rows[0]]))
        await self.asked.wait()
        others = [asyncio.create_task(self.gathered.add([row])) for row in rows[1:]]
        await asyncio.sleep(0)
        return [first, *others]


async def test_whoever_comes_while_a_transaction_runs_joins_the_next() -> None:
    table = Table()
    tasks = await table.adding("a", "b", "c")
    table.open.set()
    await asyncio.gather(*tasks)

    assert table.transactions == [["a"], ["b", "c"]]


async def test_a_row_that_cannot_be_written_fails_only_its_own_caller() -> None:
    table = Table()
    tasks = await table.adding("a", "b", "bad", "c")
    table.open.set()
    results = await asyncio.gather(*tasks, return_exceptions=True)

    assert [type(one) for one in results] == [type(None), type(None), ValueError, type(None)]
    assert table.transactions == [["a"], ["b"], ["c"]]


async def test_when_the_caller_who_writes_is_cancelled_the_next_one_writes() -> None:
    table = Table()
    tasks = await table.adding("a", "b", "c")
    table.open.set()
    await tasks[0]
    table.open.clear()
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.gather(tasks[1], return_exceptions=True)
    table.open.set()
    await tasks[2]

    assert table.transactions == [["a"], ["b", "c"]]


@pytest.mark.parametrize("count", [1, 5])
async def test_one_after_another_is_a_transaction_each(count: int) -> None:
    table = Table()
    table.open.set()
    for number in range(count):
        await table.gathered.add([str(number)])

    assert len(table.transactions) == count

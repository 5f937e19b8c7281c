"""One sender's messages are handled once and in order, also where no lock holds any more."""

from __future__ import annotations

import asyncio

import pytest
from sqlmodel import col, select

from bot.domain.messages import Inbound
from bot.storage.lead import Lead, LeadLost
from bot.storage.post import Inbox, InboxState
from tests.cluster.conftest import Pair
from tests.cluster.test_lost_connections import writes
from tests.harness import World


async def rows(pair: Pair) -> list[Inbox]:
    async with pair.first.database.reading() as session:
        return list((await session.exec(select(Inbox).order_by(col(Inbox.id)))).all())


def said(world: World, row: Inbox) -> Inbound:
    inbound = world.channel.parse(row.raw, row.received_at)
    assert inbound
    return inbound


async def test_a_message_waits_until_the_older_ones_of_its_sender_are_done(pair: Pair) -> None:
    await writes(pair, pair.first, "jam")
    await writes(pair, pair.second, "data")
    older, newer = await rows(pair)

    assert await pair.second.house.desk.hear(newer.id, said(pair.second, newer)) is None
    assert await pair.first.house.desk.hear(older.id, said(pair.first, older)) is not None
    assert await pair.second.house.desk.hear(newer.id, said(pair.second, newer)) is not None
    assert [row.content["key"] for row in await pair.first.outbox()] == ["hours-none", "own-data"]


async def test_two_processes_with_the_same_message_answer_it_once(pair: Pair) -> None:
    await writes(pair, pair.first, "jam")
    (row,) = await rows(pair)
    heard = await asyncio.gather(
        *(world.house.desk.hear(row.id, said(world, row)) for world in (pair.first, pair.second) * 3)
    )

    assert sorted(one is not None for one in heard) == [False] * 5 + [True]
    assert [row.state for row in await rows(pair)] == [InboxState.DONE]
    assert len(await pair.first.outbox()) == 1


async def test_who_gives_up_late_does_not_touch_what_is_done(pair: Pair) -> None:
    await writes(pair, pair.first, "jam")
    await pair.first.house.inbox.drain()
    (row,) = await rows(pair)
    await pair.second.house.desk.give_up(row.id, None, "TimeoutError", pair.second.clock.now())

    assert [row.state for row in await rows(pair)] == [InboxState.DONE]


async def test_the_lead_is_taken_once_and_lost_with_its_connection(pair: Pair) -> None:
    first, second = (Lead(world.database, "something") for world in (pair.first, pair.second))
    assert (await first.ours(), await second.ours()) == (True, False)
    await pair.cut("query ILIKE '%advisory%' OR query = 'SELECT true'")
    assert await second.ours()

    with pytest.raises(LeadLost):
        async with first.transaction():
            raise AssertionError("two lead")
    assert (await first.ours(), await second.ours()) == (False, True)
    async with second.transaction():
        pass
    await second.hand_over()
    assert await first.ours()


async def test_who_takes_over_waits_for_the_transaction_of_the_one_before(pair: Pair) -> None:
    first, second = (Lead(world.database, "something") for world in (pair.first, pair.second))
    assert await first.ours()
    order: list[str] = []

    async def take_over() -> None:
        assert await second.ours()
        async with second.transaction():
            order.append("second")

    async with first.transaction():
        await pair.cut("query = 'SELECT true'")
        task = asyncio.create_task(take_over())
        done, _ = await asyncio.wait([task], timeout=0.3)
        assert not done
        order.append("first")
    await task

    assert order == ["first", "second"]

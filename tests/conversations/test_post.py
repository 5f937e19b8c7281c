"""Nothing is lost, nothing counts twice: inbox, outbox and the ends a send can have."""

from __future__ import annotations

import json

import pytest
from sqlmodel import select, update

from bot.channel import Gone, NeedsTemplate, Outcome, Refused, Retry, Unknown
from bot.channels.inbox import TRIES, RawUpdate
from bot.courier import TRIES as MOST_TRIES
from bot.domain.messages import Notice, Resend
from bot.domain.people import Role
from bot.storage.models import PersonAddress
from bot.storage.post import Inbox, InboxState, Outbox, OutboxState
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def inbox(world: World) -> list[Inbox]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Inbox))).all())


async def test_a_done_update_keeps_only_its_key(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("jam")

    (row,) = await inbox(world)
    assert (row.state, row.raw) == (InboxState.DONE, "")


@pytest.mark.parametrize(
    ("outcome", "state", "deliveries"),
    [
        pytest.param(Retry(), OutboxState.SENT, 1, id="not arrived: again"),
        pytest.param(Retry(0.01), OutboxState.SENT, 1, id="too fast: again when allowed"),
        pytest.param(Unknown(), OutboxState.SENT, 1, id="answer lost: the same receipt again"),
        pytest.param(Refused("bad"), OutboxState.FAILED, 0, id="never accepted"),
        pytest.param(NeedsTemplate(), OutboxState.FAILED, 0, id="outside the window"),
        pytest.param(Gone(), OutboxState.DROPPED, 0, id="blocked"),
    ],
)
async def test_a_send_can_end_in_many_ways(
    world: World, cast: Cast, outcome: Outcome, state: OutboxState, deliveries: int
) -> None:
    world.channel.outcomes.append(outcome)
    await world.phone(cast.budi).writes("jam")

    (row,) = await world.outbox()
    assert row.state is state
    assert len(world.channel.delivered) == deliveries


async def test_a_reminder_that_may_have_arrived_is_not_repeated(world: World, cast: Cast) -> None:
    world.channel.outcomes.append(Unknown())
    await world.passes(at(22, 18))

    (row,) = await world.outbox()
    assert row.state is OutboxState.UNKNOWN
    assert world.channel.delivered == []


async def test_a_digest_that_may_have_arrived_is_marked(world: World, cast: Cast) -> None:
    await world.passes(at(27, 6, 59))
    world.channel.outcomes.append(Unknown())
    await world.passes(at(27, 7))

    texts = [one.message.text for one in world.channel.delivered if one.to == cast.officer.code]
    assert texts[0].startswith("(dikirim ulang)")


async def test_a_blocked_contact_gets_nothing_more(world: World, cast: Cast) -> None:
    world.channel.outcomes.append(Gone())
    await world.passes(at(23, 7))

    async with world.database.reading() as session:
        query = select(PersonAddress).where(PersonAddress.external_id == cast.budi.code)
        (address,) = (await session.exec(query)).all()
    assert address.gone_at is not None
    told = [(row.external_id, row.content["key"]) for row in await world.outbox()]
    assert told == [
        (cast.budi.code, "reminder-day"),
        (cast.officer.code, "unreached-blocked"),
        (cast.supervisor.code, "morning"),
    ]


async def test_rows_left_sending_by_a_dead_process_follow_their_rule(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        writer = world.house.desk._outbox
        await writer.take(session, [Notice(to=cast.budi.id, key="location-kept")], now=world.clock.now())
        await writer.take(
            session,
            [Notice(to=cast.supervisor.id, key="list-empty", resend=Resend.NEVER)],
            now=world.clock.now(),
        )
    async with world.database.transaction() as session:
        await session.exec(update(Outbox).values(state=OutboxState.SENDING, attempts=1))
    await world.carry()

    assert [row.state for row in await world.outbox()] == [OutboxState.SENT, OutboxState.UNKNOWN]


async def test_one_bad_message_is_set_aside_and_the_others_go_on(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "OP-01", Role.OPERATOR)
    broken = json.dumps({"id": "1", "from": cast.budi.code, "kind": "no such kind"})
    updates = [RawUpdate("b1", cast.budi.code, broken)]
    updates.append(RawUpdate("b2", "K-99", json.dumps({"id": "2", "from": "K-99", "kind": "other"})))
    await world.house.inbox.store(world.channel.name, updates)
    await world.settle()

    rows = {row.external_id: row for row in await inbox(world)}
    assert (rows["b1"].state, rows["b1"].attempts) == (InboxState.SET_ASIDE, TRIES)
    assert rows["b2"].state is InboxState.DONE
    assert await world.keys("K-99") == ["stranger"]
    assert head.id


async def test_one_senders_messages_stay_in_order(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    said = [
        {"id": str(number), "from": cast.budi.code, "kind": "text", "text": text}
        for number, text in enumerate(["jam", "data", "bantuan", "jam", "data"])
    ]
    updates = [RawUpdate(f"o{one['id']}", cast.budi.code, json.dumps(one)) for one in said]
    await world.house.inbox.store(world.channel.name, updates)
    await world.settle()

    assert await world.keys(cast.budi) == ["hours-heading", "own-data", "help", "hours-heading", "own-data"]


async def test_a_process_that_dies_again_and_again_does_not_use_up_the_tries(
    world: World, cast: Cast
) -> None:
    async with world.database.transaction() as session:
        notices = [Notice(to=cast.budi.id, key="location-kept")]
        await world.house.desk._outbox.take(session, notices, now=world.clock.now())
        await session.exec(update(Outbox).values(state=OutboxState.SENDING, attempts=MOST_TRIES))
    await world.carry()

    assert [row.state for row in await world.outbox()] == [OutboxState.SENT]

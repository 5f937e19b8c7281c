"""Silence is noticed: who runs the machine hears what stands still, once, and which messages failed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from pydantic import SecretStr

from bot.checkup import list_failed
from bot.domain.people import Role
from bot.settings import Settings
from bot.storage.models import Person
from bot.storage.outages import heard
from bot.storage.post import Inbox, InboxState, Outbox, OutboxState
from bot.watch import Watch
from tests.conversations.conftest import Cast
from tests.harness import World, sentences

MINUTES = timedelta(minutes=1)
ALL_WELL = {"inbox": True, "outbox": True, "messenger": True}


@pytest.fixture
async def operator(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "OP-01", Role.OPERATOR)


@pytest.fixture
def watch(world: World) -> Watch:
    house = world.house
    return Watch(world.database, house.desk, house.rounds, world.clock)


async def looks(world: World, watch: Watch) -> None:
    await watch.look()
    await world.carry()


def came(world: World, **more: Any) -> Inbox:
    fields: dict[str, Any] = {"bot": "1", "channel": "double", "external_id": "x", "lane": "1:double:K-01"}
    return Inbox(**(fields | {"raw": "{}", "received_at": world.clock.now()} | more))


def goes(world: World, **more: Any) -> Outbox:
    fields: dict[str, Any] = {"channel": "double", "external_id": "K-01", "rank": 1, "resend": "never"}
    return Outbox(**(fields | {"content": {"key": "help"}, "queued_at": world.clock.now()} | more))


async def enters(world: World, *rows: Inbox | Outbox) -> None:
    async with world.database.transaction() as session:
        session.add_all(rows)


async def test_where_all_moves_nothing_is_said(
    world: World, cast: Cast, operator: Person, watch: Watch
) -> None:
    await world.phone(cast.budi).writes("/jam")
    await world.house.rounds.tick()
    world.clock.moment += 9 * MINUTES
    await looks(world, watch)
    assert await watch.still() == ALL_WELL
    assert await world.keys(operator) == []


async def test_what_came_in_and_is_not_handled_is_told_once(
    world: World, cast: Cast, operator: Person, watch: Watch
) -> None:
    await enters(world, came(world))
    world.clock.moment += 10 * MINUTES
    await looks(world, watch)
    assert await world.keys(operator) == []
    world.clock.moment += MINUTES
    for _ in range(3):
        await looks(world, watch)
    told = await world.last(operator)
    assert await world.keys(operator) == ["stands-still"]
    assert "Sejak Sen 20 Apr pukul 12.00 WITA: pesan masuk tidak diproses" in told.text
    assert await watch.still() == ALL_WELL | {"inbox": False}


async def test_what_does_not_leave_is_seen_and_a_slow_address_is_no_silence(
    world: World, cast: Cast, operator: Person, watch: Watch
) -> None:
    later = world.clock.now() + 60 * MINUTES
    await enters(world, goes(world), goes(world, not_before=later))
    world.clock.moment += 11 * MINUTES
    assert await watch.still() == ALL_WELL | {"outbox": False}

    await enters(world, goes(world, state=OutboxState.SENT, sent_at=world.clock.now()))
    assert await watch.still() == ALL_WELL
    await watch.look()
    assert "stands-still" not in [row.content["key"] for row in await world.outbox()]


async def test_a_messenger_that_is_not_heard_and_a_clock_that_stands_are_told(
    world: World, cast: Cast, operator: Person, watch: Watch
) -> None:
    async with world.database.transaction() as session:
        await heard(session, "double", world.clock.now())
    await world.house.rounds.tick()
    world.clock.moment += 11 * MINUTES
    await looks(world, watch)
    texts = " ".join(one.text for one in await world.letters(operator))
    assert "tidak ada yang terdengar dari Telegram" in texts
    assert "pengingat dan tugas berkala tidak berjalan" in texts
    assert await watch.still() == ALL_WELL | {"messenger": False}


async def test_where_no_operator_has_joined_the_head_hears_it(world: World, cast: Cast, watch: Watch) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await world.person(cast.office, "OP-01", Role.OPERATOR, enrolled=False)
    await enters(world, came(world))
    world.clock.moment += 11 * MINUTES
    await looks(world, watch)
    assert await world.keys(head) == ["stands-still"]
    assert await world.keys(cast.officer) == []


async def test_what_failed_is_listed_without_a_word_of_it(world: World, cast: Cast) -> None:
    await enters(
        world,
        came(world, state=InboxState.SET_ASIDE, problem="KeyError", raw='{"text": "rahasia"}'),
        goes(world, state=OutboxState.FAILED, problem="BadRequest", external_id="K-77"),
    )
    settings = Settings(
        _env_file=None,
        database_url=world.database.engine.url.render_as_string(hide_password=False),
        secret_key=SecretStr("k" * 43),  # type: ignore[call-arg]
    )
    said: list[str] = []

    def say(key: str, **params: str | int) -> None:
        said.append(sentences().render(f"cli-{key}", params, locale="id"))

    assert await list_failed(settings, 50, say, sentences()) == 0
    assert sorted(said) == [
        "keluar no. 1 · Sen 20 Apr pukul 12.00 WITA · untuk – · help · BadRequest",
        "masuk no. 1 · Sen 20 Apr pukul 12.00 WITA · dari K-01 · KeyError",
    ]

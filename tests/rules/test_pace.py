"""The pace a messenger allows: bursts for one chat, a stream for the bot."""

from __future__ import annotations

import math

import pytest

from bot.channel import Rate
from bot.pace import Pace

TELEGRAM = Rate(bot=30, chat=1, chat_burst=5)


def a_pace(rate: Rate | None) -> Pace:
    """Asked at one instant, second 100."""
    return Pace(rate, lambda: 100.0)


def waits(pace: Pace, chats: list[str]) -> list[float]:
    """Seconds until each of these messages may leave."""
    return [round(pace.take_turn(chat) - 100, 3) for chat in chats]


def test_a_chat_takes_a_burst_and_then_one_a_second() -> None:
    pace = a_pace(Rate(bot=math.inf, chat=1, chat_burst=5))
    assert waits(pace, ["budi"] * 7) == [0, 0, 0, 0, 0, 1, 2]


def test_the_bot_sends_at_its_rate_whoever_it_is_for() -> None:
    chats = [str(number) for number in range(31)]
    assert waits(a_pace(TELEGRAM), chats)[-1] == 1.0


def test_without_a_rate_nothing_waits() -> None:
    pace = a_pace(None)
    assert waits(pace, ["budi"] * 50) == [0.0] * 50
    assert (pace.room(0.25) > 1000, pace.busy(0.25), pace.opens_in(0.25)) == (True, [], math.inf)


def test_room_is_what_the_bot_may_send_in_that_time() -> None:
    pace = a_pace(TELEGRAM)
    assert pace.room(0.2) == 6
    for number in range(30):
        pace.take_turn(str(number))
    assert pace.room(0.2) == 0
    assert pace.opens_in(0.2) == pytest.approx(0.9)


def test_a_chat_beyond_its_burst_is_busy() -> None:
    pace = a_pace(TELEGRAM)
    for _ in range(7):
        pace.take_turn("budi")
    pace.take_turn("siti")
    assert pace.busy(0.2) == ["budi"]

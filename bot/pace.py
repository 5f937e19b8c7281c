"""The pace a messenger allows, in real time: it has nothing to do with the civil clock."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from bot.channel import Rate


class Pace:
    """When the next message may leave (generic cell rate algorithm, one cell for the bot, one a chat)."""

    def __init__(self, rate: Rate | None, seconds: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._seconds = seconds
        self._bot = 0.0
        self._chats: dict[str, float] = {}

    def take_turn(self, chat: str) -> float:
        """The instant, on the monotonic clock, at which a message to this chat may leave; it is taken."""
        now = self._seconds()
        if self._rate is None:
            return now
        due = max(now, self._bot, self._chats.get(chat, 0.0) - self._slack)
        self._bot = due + 1 / self._rate.bot
        self._chats[chat] = max(due, self._chats.get(chat, 0.0)) + 1 / self._rate.chat
        return due

    def room(self, seconds: float) -> int:
        """How many more messages may leave within so many seconds."""
        if self._rate is None:
            return 1_000_000
        now = self._seconds()
        return max(0, math.ceil(round((now + seconds - max(now, self._bot)) * self._rate.bot, 6)))

    def busy(self, seconds: float) -> list[str]:
        """Chats to which nothing may leave within so many seconds."""
        now = self._seconds()
        self._chats = {chat: until for chat, until in self._chats.items() if until > now}
        return [chat for chat, until in self._chats.items() if until - self._slack > now + seconds]

    def opens_in(self, seconds: float) -> float:
        """How long until there is room again where there is little now; infinite where there is enough."""
        now = self._seconds()
        waits = [self._bot - seconds / 2 - now]
        waits += [until - self._slack - seconds - now for until in self._chats.values()]
        return min((wait for wait in waits if wait > 0), default=math.inf)

    @property
    def _slack(self) -> float:
        return (self._rate.chat_burst - 1) / self._rate.chat if self._rate else 0.0

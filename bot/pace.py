"""The pace a messenger allows, in real time: it has nothing to do with the civil clock."""

from __future__ import annotations

import time

from bot.channel import Rate


class Pace:
    """When the next message may leave (generic cell rate algorithm, one cell for the bot, one a chat)."""

    def __init__(self, rate: Rate | None) -> None:
        self._rate = rate
        self._bot = 0.0
        self._chats: dict[str, float] = {}

    def wait_for(self, chat: str) -> float:
        """Seconds to wait before sending to this chat; the turn is taken by asking."""
        if self._rate is None:
            return 0.0
        now = time.monotonic()
        self._forget_rested(now)
        slack = (self._rate.chat_burst - 1) / self._rate.chat
        due = max(now, self._bot, self._chats.get(chat, 0.0) - slack)
        self._bot = due + 1 / self._rate.bot
        self._chats[chat] = max(due, self._chats.get(chat, 0.0)) + 1 / self._rate.chat
        return due - now

    def _forget_rested(self, now: float) -> None:
        if len(self._chats) > 10_000:
            self._chats = {chat: at for chat, at in self._chats.items() if at > now}

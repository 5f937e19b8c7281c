"""What the page is told as it happens: Server-Sent Events with numbers to resume from."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator

from simulator.shapes import JsonObject

REMEMBERED = 5000
PING_SECONDS = 15


class Feed:
    def __init__(self) -> None:
        self.last = 0
        self.closed = False
        self._events: deque[tuple[int, str, JsonObject]] = deque(maxlen=REMEMBERED)
        self._news = asyncio.Event()
        self._listeners = 0

    def publish(self, event: str, data: JsonObject) -> None:
        self.last += 1
        self._events.append((self.last, event, data))
        if self._listeners:
            self._news.set()

    def close(self) -> None:
        self.closed = True
        self._news.set()

    async def stream(self, after: int | None) -> AsyncIterator[bytes]:
        """Events after number `after` (None: from now on); a forgotten gap begins with `reset`."""
        seen = self.last if after is None or after > self.last else after
        self._listeners += 1
        try:
            yield b"retry: 1000\n\n"
            if self._events and seen + 1 < self._events[0][0]:
                yield rendered(self._events[0][0] - 1, "reset", {})
                seen = self._events[0][0] - 1
            while not self.closed:
                if batch := self._after(seen):
                    seen = batch[-1][0]
                    yield b"".join(rendered(*one) for one in batch)
                    continue
                self._news.clear()
                try:
                    await asyncio.wait_for(self._news.wait(), PING_SECONDS)
                except TimeoutError:
                    yield b": ping\n\n"
        finally:
            self._listeners -= 1

    def _after(self, seen: int) -> list[tuple[int, str, JsonObject]]:
        if not self._events or self.last <= seen:
            return []
        first = self._events[0][0]
        return [self._events[i] for i in range(max(0, seen + 1 - first), len(self._events))]


def rendered(number: int, event: str, data: JsonObject) -> bytes:
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"id: {number}\nevent: {event}\ndata: {body}\n\n".encode()

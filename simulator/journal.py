"""What happened, in order: every call, update, fault and jump of the clock."""

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from simulator.shapes import JsonObject, present

Kind = Literal["call", "update", "fault", "clock"]
LONGEST = 500_000
"""Older entries fall out, so that a benchmark cannot fill the memory."""


@dataclass(slots=True)
class Entry:
    """One line. `performed` = the call had its effect; `delivered` = its answer went out to the client.

    A send that was performed but not delivered is the *answer lost* of real life: the person has the
    message and the client does not know.
    """

    n: int
    at: datetime
    kind: Kind
    bot: int | None = None
    method: str | None = None
    chat: int | None = None
    request: JsonObject | None = None
    status: int | None = None
    answer: bytes | None = None
    performed: bool | None = None
    delivered: bool | None = None
    fault: str | None = None
    update: JsonObject | None = None

    def line(self) -> JsonObject:
        return present(
            n=self.n,
            at=self.at.isoformat(),
            kind=self.kind,
            bot=self.bot,
            method=self.method,
            chat=self.chat,
            request=self.request,
            status=self.status,
            response=readable(self.answer),
            performed=self.performed,
            delivered=self.delivered,
            fault=self.fault,
            update=self.update,
        )


def readable(answer: bytes | None) -> Any:
    """The answer as JSON, or as text when it was none (a gateway's HTML page)."""
    if answer is None:
        return None
    try:
        return json.loads(answer)
    except ValueError:
        return answer.decode(errors="replace")


class Journal:
    def __init__(self) -> None:
        self.last = 0
        self._entries: deque[Entry] = deque(maxlen=LONGEST)

    def add(self, kind: Kind, at: datetime, **facts: Any) -> Entry:
        self.last += 1
        entry = Entry(self.last, at, kind, **facts)
        self._entries.append(entry)
        return entry

    def after(self, n: int) -> Iterator[Entry]:
        """Entries with a number above `n`, oldest first."""
        if not self._entries or self.last <= n:
            return iter(())
        skip = max(0, n + 1 - self._entries[0].n)
        return (self._entries[i] for i in range(skip, len(self._entries)))

    def forget(self) -> None:
        """Drops all entries; the numbers go on."""
        self._entries.clear()

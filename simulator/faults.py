"""Things that go wrong on purpose: seeded, per method and chat, by count or by chance."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast, get_args

from simulator.errors import DoorError
from simulator.shapes import JsonObject, present

FaultKind = Literal["too_many_requests", "bad_gateway", "hang", "answer_lost", "duplicate_update"]

BAD_GATEWAY = (
    b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    b"<center><h1>502 Bad Gateway</h1></center>\r\n"
    b"<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"
)
"""What stands before the real server answers when it is restarted: HTML, not Telegram's envelope."""


@dataclass(slots=True)
class Fault:
    """`times` left (None: without end); `seconds` = retry_after or the length of a hang."""

    method: str
    kind: FaultKind
    times: int | None = None
    probability: float = 1.0
    seconds: float | None = None
    chat: int | None = None

    def line(self) -> JsonObject:
        return present(
            method=self.method,
            kind=self.kind,
            times=self.times,
            probability=self.probability,
            seconds=self.seconds,
            chat=self.chat,
        )


class Faults:
    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - repeatable on purpose
        self._faults: list[Fault] = []

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._faults)

    def add(self, fault: Fault) -> None:
        self._faults.append(fault)

    def clear(self) -> None:
        self._faults.clear()

    def strike_call(self, method: str, chat: int | None) -> Fault | None:
        """The fault that hits this call, now counted, or None."""
        if not self._faults:
            return None
        return self._strike(method, chat, updates=False)

    def strike_update(self, chat: int) -> Fault | None:
        """The fault that hits the delivery of this update, or None."""
        if not self._faults:
            return None
        return self._strike("getUpdates", chat, updates=True)

    def _strike(self, method: str, chat: int | None, *, updates: bool) -> Fault | None:
        for fault in self._faults:
            if (fault.kind == "duplicate_update") is not updates:
                continue
            if fault.method != "*" and fault.method.lower() != method.lower():
                continue
            if fault.chat is not None and fault.chat != chat:
                continue
            if fault.times == 0 or self._chance.random() >= fault.probability:
                continue
            if fault.times is not None:
                fault.times -= 1
                self._faults = [left for left in self._faults if left.times != 0]
            return fault
        return None


def read_fault(body: JsonObject) -> Fault:
    kind, method = body.get("kind"), body.get("method", "*")
    if kind not in get_args(FaultKind) or not isinstance(method, str):
        raise DoorError(400, f"kind is one of {', '.join(get_args(FaultKind))}; method is a name or *")
    if body.get("times") is not None and body.get("probability") is not None:
        raise DoorError(400, "times or probability, not both")
    times = None if body.get("probability") is not None else int(body.get("times") or 1)
    return Fault(
        method=method,
        kind=cast(FaultKind, kind),
        times=times,
        probability=1.0 if body.get("probability") is None else float(body["probability"]),
        seconds=None if body.get("seconds") is None else float(body["seconds"]),
        chat=None if body.get("chat") is None else int(body["chat"]),
    )

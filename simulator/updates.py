"""Updates on their way to a bot: kept until confirmed (core.telegram.org/bots/api#getting-updates)."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from simulator.errors import ApiError, conflict
from simulator.shapes import JsonObject

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""core.telegram.org/bots/api#getupdates: kinds a bot must ask for."""


@dataclass(frozen=True, slots=True)
class Update:
    id: int
    person: int
    kind: str
    body: JsonObject
    seen: Callable[[], None] | None = None
    """Called when the bot has fetched it (the second tick on the phone)."""


class UpdateQueue:
    """The queue of one bot. `put_next` tells a webhook that there is something to carry."""

    def __init__(self, first_id: int, doubles: Callable[[Update], bool]) -> None:
        self.pending: dict[int, Update] = {}
        self.allowed: frozenset[str] | None = None
        self.next_id = first_id
        self.put_next: Callable[[], None] | None = None
        self._doubles = doubles
        self._ghosts: list[Update] = []
        self._handed = 0
        self._poll: asyncio.Future[None] | None = None

    @property
    def is_polled(self) -> bool:
        """Whether a long poll waits right now."""
        return self._poll is not None

    def wants(self, kind: str) -> bool:
        return kind not in NOT_BY_DEFAULT if self.allowed is None else kind in self.allowed

    def remember_allowed(self, kinds: Iterable[str] | None) -> None:
        """None: the earlier choice stays; an empty list: everything but the kinds one must ask for."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def take_id(self) -> int:
        self.next_id += 1
        return self.next_id - 1

    def put(self, update: Update) -> None:
        self.pending[update.id] = update
        self.wake()
        if self.put_next is not None:
            self.put_next()

    def wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)

    def abort_poll(self, error: ApiError) -> None:
        """Ends a waiting long poll with `error`."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(error)
        self._poll = None

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Update]:  # noqa: ASYNC109 - the Bot API's name
        """A second poller ends the first one's wait with 409, as on the real server."""
        self.abort_poll(
            conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running"
            )
        )
        self.forget_before(offset)
        found = self._page(limit)
        if found or timeout <= 0:
            return found
        waiter = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(timeout):
                await waiter
        except TimeoutError:
            return []
        finally:
            if self._poll is waiter:
                self._poll = None
        return self._page(limit)

    def forget_before(self, offset: int) -> None:
        """A positive offset confirms all before it; a negative one keeps that many from the end."""
        if offset < 0:
            gone = list(self.pending)[:offset]
        else:
            gone = [number for number in self.pending if number < offset]
        for number in gone:
            del self.pending[number]

    def drop(self, number: int) -> None:
        self.pending.pop(number, None)

    def clear(self) -> None:
        self.pending.clear()
        self._ghosts.clear()

    def hand_out(self, update: Update) -> None:
        """Notes that the bot has it; a duplicate fault lets it come once more, even after it is confirmed."""
        if update.id > self._handed:
            self._handed = update.id
            if self._doubles(update):
                self._ghosts.append(update)
        if update.seen is not None:
            update.seen()

    def take_ghosts(self) -> list[Update]:
        ghosts, self._ghosts = self._ghosts, []
        return ghosts

    def _page(self, limit: int) -> list[Update]:
        page = self.take_ghosts()
        for update in self.pending.values():
            if len(page) >= limit:
                break
            page.append(update)
            self.hand_out(update)
        return sorted(page, key=lambda update: update.id)  # a double of what never arrived comes no earlier

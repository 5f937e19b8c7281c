"""Everything the simulator holds, joined: bots, people, clock, files, faults, journal, feed."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterable
from typing import Protocol

from simulator.bots import Bot, BotProfile, make_bots
from simulator.clock import SimClock
from simulator.errors import DoorError
from simulator.faults import Faults
from simulator.feed import Feed
from simulator.files import FileStore
from simulator.journal import Journal
from simulator.scene import Scene, empty_scene
from simulator.shapes import JsonObject
from simulator.updates import Update
from simulator.world import Chat, Kept, World


class Connection(Protocol):
    """A client's connection as the HTTP server holds it; needed to drop it without an answer."""

    client: tuple[str, int] | None
    transport: asyncio.Transport


class Simulation:
    def __init__(self, *, bots: dict[str, BotProfile], clock: SimClock, seed: int) -> None:
        if not bots:
            raise ValueError("at least one bot is needed")
        self.clock = clock
        self.seed = seed
        self.world = World()
        self.files = FileStore(seed)
        self.faults = Faults(seed)
        self.journal = Journal()
        self.feed = Feed()
        self.bots = make_bots(bots, seed, self._doubles)
        self.chance = random.Random(f"simulation {seed}")  # noqa: S311 - repeatable on purpose
        self.callbacks: dict[str, tuple[Chat, int]] = {}
        """Id of a tap → chat and simulated unix time."""
        self.drawn = 0
        """Sample photos sent so far: each is drawn a little differently."""
        self.closing = asyncio.Event()
        self.connections: Iterable[Connection] = ()
        self.on_reply: Callable[[Bot, JsonObject], Awaitable[None]] = _ignore
        """What a webhook's answer asks for; the Bot API puts itself here."""
        self.begin_anew: Callable[[], Awaitable[None]] = self._reset
        """What the reset of the door does. Who embeds the simulator may put more here, around `reset`."""
        self.scene: Scene = empty_scene(self.first_bot)
        clock.on_jump(self._clock_jumped)

    @property
    def first_bot(self) -> Bot:
        return next(iter(self.bots.values()))

    def bot(self, bot_id: int | None) -> Bot:
        """The bot with this id, or the first one."""
        if bot_id is None:
            return self.first_bot
        for bot in self.bots.values():
            if bot.id == bot_id:
                return bot
        raise DoorError(404, "no such bot")

    def keep(self, bot: Bot, chat: Chat, kept: Kept) -> None:
        """Puts a new message into the chat and onto the phone."""
        chat.messages[kept.message["message_id"]] = kept
        self.show(bot, chat, kept)

    def show(self, bot: Bot, chat: Chat, kept: Kept) -> None:
        self.feed.publish("message", {"person": chat.person.id, "message": kept.shown(), "bot": bot.id})

    def tell(self, bot: Bot, chat: Chat, kind: str, body: JsonObject, kept: Kept | None = None) -> None:
        """Hands the bot an update, if it wants this kind."""
        if not bot.queue.wants(kind):
            return
        number = bot.queue.take_id()
        update = {"update_id": number, kind: body}
        person = chat.person.id
        self.journal.add("update", self.clock.now(), bot=bot.id, method=kind, chat=person, update=update)

        def seen() -> None:
            if kept is not None and kept.out and not kept.read:
                kept.read = True
                self.show(bot, chat, kept)

        bot.queue.put(Update(number, person, kind, update, seen))

    def set_scene(self, scene: Scene) -> None:
        self.scene = scene
        scene.people_into(self.world)
        self.feed.publish("scene", {})

    def reset(self) -> None:
        """Forgets people, chats, files, faults and journal. Bots keep what they set; numbers go on."""
        self.world.forget()
        self.files.forget()
        self.faults.clear()
        self.journal.forget()
        self.callbacks.clear()
        for bot in self.bots.values():
            bot.queue.clear()
        self.scene.people_into(self.world)
        self.feed.publish("reset", {})

    async def _reset(self) -> None:
        self.reset()

    def clock_state(self) -> JsonObject:
        now = self.clock.now().astimezone(self.scene.zone)
        return {"now": now.isoformat(timespec="seconds"), "revision": self.clock.revision}

    async def close(self) -> None:
        """Ends every wait: long polls, hangs, feeds, webhooks. The server calls it before it stops."""
        self.closing.set()
        self.feed.close()
        self.clock.wake()
        for bot in self.bots.values():
            bot.queue.wake()
            if bot.webhook is not None:
                await bot.webhook.close()
                bot.webhook = None

    def _doubles(self, update: Update) -> bool:
        fault = self.faults.strike_update(update.person)
        if fault is None:
            return False
        self.journal.add(
            "fault", self.clock.now(), fault=fault.kind, chat=update.person, update={"update_id": update.id}
        )
        return True

    def _clock_jumped(self) -> None:
        state = self.clock_state()
        self.journal.add("clock", self.clock.now(), request=state)
        self.feed.publish("clock", state)


async def _ignore(bot: Bot, call: JsonObject) -> None:
    return None

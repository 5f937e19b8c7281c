"""One call of a bot, and whom it is addressed to."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from simulator.bots import Bot
from simulator.errors import bad_request, forbidden
from simulator.params import Params
from simulator.simulation import Simulation
from simulator.world import Chat


@dataclass(slots=True)
class Call:
    sim: Simulation
    bot: Bot
    params: Params


@dataclass(frozen=True, slots=True)
class Described:
    """A result that the server explains, as it does for webhooks."""

    result: Any
    description: str


Handler = Callable[[Call], Awaitable[Any]]


def named_chat(call: Call) -> Chat:
    """The chat of `chat_id`, whether or not the bot may write to it."""
    given = call.params.values.get("chat_id")
    if given is None or given == "":
        raise bad_request("chat_id is empty")
    try:
        person = call.sim.world.people[int(given)]
    except (KeyError, ValueError, TypeError):
        raise bad_request("chat not found") from None
    return call.sim.world.chat(call.bot.id, person.id)


def writable_chat(call: Call) -> Chat:
    """A bot never writes first, nor to who blocked it (core.telegram.org/bots#how-do-bots-work)."""
    chat = named_chat(call)
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    return chat

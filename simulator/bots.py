"""The bots that are served: who they are, what they told the server about themselves, their updates."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.shapes import JsonObject
from simulator.updates import Update, UpdateQueue
from simulator.webhooks import Webhook
from simulator.world import Person

REAL_TOKEN = re.compile(r"\d{8,10}:[A-Za-z0-9_-]{35}")
"""What BotFather gives. The simulator must never hold one."""
SIM_TOKEN = re.compile(r"\d+:.+")


class RealToken(ValueError):
    """A token that looks real was given to the simulator."""


@dataclass(frozen=True, slots=True)
class BotProfile:
    username: str = "hadir_simulasi_bot"
    first_name: str = "Hadir (simulasi)"


@dataclass(slots=True)
class Bot:
    token: str
    profile: BotProfile
    queue: UpdateQueue
    webhook: Webhook | None = None
    next_message_id: int = 1
    commands: dict[tuple[str, int, str], list[JsonObject]] = field(default_factory=dict)
    """(scope, chat or 0, language or "") → commands."""
    menus: dict[int, JsonObject] = field(default_factory=dict)
    """Chat (0 = default) → menu button."""
    words: dict[tuple[str, str], str] = field(default_factory=dict)
    """(name, description or short_description, language) → text."""
    id: int = field(init=False)
    user: JsonObject = field(init=False)

    def __post_init__(self) -> None:
        self.id = int(self.token.partition(":")[0])
        self.user = {
            "id": self.id,
            "is_bot": True,
            "first_name": self.profile.first_name,
            "username": self.profile.username,
        }

    @property
    def token_hint(self) -> str:
        """Enough to tell which bot it is, not enough to be it."""
        return f"{self.id}:…"

    def take_message_id(self) -> int:
        self.next_message_id += 1
        return self.next_message_id - 1

    def commands_for(self, person: Person) -> list[JsonObject]:
        """core.telegram.org/bots/api#determining-list-of-commands, for a private chat."""
        for scope, chat in (("chat", person.id), ("all_private_chats", 0), ("default", 0)):
            for language in (person.language_code, ""):
                if commands := self.commands.get((scope, chat, language)):
                    return commands
        return []


def make_bots(
    profiles: dict[str, BotProfile], seed: int, doubles: Callable[[Update], bool]
) -> dict[str, Bot]:
    """One bot a token, by token. Refuses real tokens and what is not a token at all."""
    bots: dict[str, Bot] = {}
    for token, profile in profiles.items():
        if REAL_TOKEN.fullmatch(token):
            raise RealToken(
                "this token looks real; the simulator takes made-up ones like 1000001:SIMULASI-demo"
            )
        if not SIM_TOKEN.fullmatch(token):
            raise ValueError("a token is a number, a colon and letters, like 1000001:SIMULASI-demo")
        first_update = 100_000_000 + seed % 1000 * 100_000
        bots[token] = Bot(token, profile, UpdateQueue(first_update, doubles))
    return bots

"""People with phones, their chats with the bots, and the messages in them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from simulator.shapes import JsonObject, present


@dataclass(slots=True)
class Person:
    """Someone with a phone; his id is also the id of his private chat."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    phone: str | None = None
    language_code: str = "id"
    offline: bool = False
    user: JsonObject = field(init=False)
    chat: JsonObject = field(init=False)

    def __post_init__(self) -> None:
        name = present(first_name=self.first_name, last_name=self.last_name, username=self.username)
        self.user = {"id": self.id, "is_bot": False, **name, "language_code": self.language_code}
        self.chat = {"id": self.id, **name, "type": "private"}


@dataclass(slots=True)
class Kept:
    """A message as the chat keeps it: what the Bot API shows, and what only the phone knows."""

    message: JsonObject
    out: bool
    """True when the person wrote it."""
    edited: bool = False
    deleted: bool = False
    read: bool = False
    pressed: list[str] = field(default_factory=list)
    offered: set[str] = field(default_factory=set)
    """Data of every button the message ever had: a phone may show an old keyboard a moment longer."""
    fixed: bool = False
    """Sent with other than inline buttons: no edits (core.telegram.org/bots/api#updating-messages)."""

    def shown(self) -> JsonObject:
        sim = {
            "out": self.out,
            "edited": self.edited,
            "deleted": self.deleted,
            "pressed": list(self.pressed),
            "read": self.read,
        }
        return {**self.message, "sim": sim}


@dataclass(slots=True)
class Chat:
    """One person's private chat with one bot."""

    person: Person
    bot: int
    messages: dict[int, Kept] = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    reply_keyboard: JsonObject | None = None
    force_reply: int | None = None
    typing_until: float = 0.0
    """On the simulated clock, unix time."""

    def unread(self) -> int:
        return sum(not (kept.out or kept.read or kept.deleted) for kept in self.messages.values())

    def found(self, message_id: int | None) -> Kept | None:
        """The message, unless it never was or was deleted."""
        kept = self.messages.get(message_id) if message_id is not None else None
        return None if kept is None or kept.deleted else kept


class World:
    def __init__(self) -> None:
        self.people: dict[int, Person] = {}
        self._chats: dict[tuple[int, int], Chat] = {}
        self._next_person = 101

    def add(self, person: Person) -> None:
        """A new person, or new facts about a known one."""
        self.people[person.id] = person
        for chat in self.chats_of(person.id):
            chat.person = person

    def free_id(self) -> int:
        while self._next_person in self.people:
            self._next_person += 1
        return self._next_person

    def chat(self, bot: int, person: int) -> Chat:
        """The chat of the two, empty when they never met; the person must exist."""
        key = (bot, person)
        chat = self._chats.get(key)
        if chat is None:
            chat = self._chats[key] = Chat(self.people[person], bot)
        return chat

    def chats_of(self, person: int) -> Iterator[Chat]:
        return (chat for (_, owner), chat in self._chats.items() if owner == person)

    def chats_with(self, bot: int) -> Iterator[Chat]:
        return (chat for (owner, _), chat in self._chats.items() if owner == bot)

    def forget(self) -> None:
        self.people.clear()
        self._chats.clear()
        self._next_person = 101

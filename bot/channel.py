"""What a messenger can do, what is handed to it, and how a send can end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.domain.invitations import Door
from bot.domain.keyboards import Key
from bot.domain.messages import Inbound


@dataclass(frozen=True, slots=True)
class Rate:
    """A messenger's pace: messages a second for the bot and for one chat, and how many may come at once."""

    bot: float
    chat: float
    chat_burst: int


LINES_OF_A_LIST = 10


@dataclass(frozen=True, slots=True)
class Caps:
    """A channel's abilities, as data; nothing above the channels asks which messenger it is."""

    choices: int
    """Buttons under one message."""
    label_length: int
    text_limit: int
    """Letters of a text, counted in UTF-16 units."""
    caption_limit: int
    edit: bool
    toast: int
    """Letters of a short sentence that answers a tap over the screen; 0 where there is no such thing."""
    ask_location: bool
    """A key that sends the position."""
    accuracy: bool
    live_location: bool
    rate: Rate | None = None

    @property
    def types_numbers(self) -> bool:
        """Whether lists are answered by typing: there are fewer buttons than a list has lines."""
        return self.choices < LINES_OF_A_LIST


@dataclass(frozen=True, slots=True)
class Button:
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class LabelledKey:
    key: Key
    label: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message; a picture is shown, anything else is a document."""

    filename: str
    content: bytes
    picture: bool
    anew: bool = False
    """It is another each time: an edit of the message changes the picture too, not only the words."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a notice's `media` became: a file, if there is one, and parameters of its sentence that were kept
    apart from it because nobody may read them in the outbox."""

    attachment: Attachment | None = None
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Message:
    """A notice in words, ready for one address."""

    text: str
    buttons: tuple[Button, ...] = ()
    keyboard: tuple[tuple[LabelledKey, ...], ...] = ()
    attachment: Attachment | None = None
    menu: tuple[tuple[str, str], ...] = ()
    """Commands and their descriptions, for this chat from now on; empty: as they are."""
    edits: str = ""
    """The channel's id of the message to change instead of sending a new one."""
    or_nothing: bool = False
    """Whether nothing is sent where that message cannot be changed any more."""


@dataclass(frozen=True, slots=True)
class Sent:
    """It arrived; `message` is the channel's id of it."""

    message: str


@dataclass(frozen=True, slots=True)
class Retry:
    """It did not arrive; try this address again after so many seconds (0: by the usual back-off)."""

    after: float = 0


@dataclass(frozen=True, slots=True)
class Gone:
    """The person blocked the bot or the account no longer exists."""


@dataclass(frozen=True, slots=True)
class NeedsTemplate:
    """Outside the channel's window: only an approved template may be sent."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The channel will never take this message; `why` is its reason, for the log."""

    why: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The answer was lost: the person may have the message, or not."""


Outcome = Sent | Retry | Gone | NeedsTemplate | Refused | Unknown


class NotReached(Exception):
    """The messenger has not said yet who the bot is; worth another try."""


class FetchFailed(Exception):
    """The bytes of a photo or a document could not be had just now; worth another try."""


class Channel(Protocol):
    """One messenger."""

    name: str
    caps: Caps

    async def send(self, to: str, message: Message) -> Outcome:
        """Deliver a message to an address of this channel. Never raises for what the network does."""
        ...

    async def fetch(self, ref: str) -> bytes:
        """The bytes of a photo or a document. Raises FetchFailed."""
        ...

    async def door(self) -> Door:
        """How a newcomer finds the bot here. Raises NotReached."""
        ...

    async def acknowledge(self, inbound: Inbound, said: str) -> None:
        """Stop the spinner of a tapped button, where the messenger shows one, and say something short over
        the screen if there is anything to say. Best effort."""
        ...

    def parse(self, raw: str, received_at: datetime) -> Inbound | None:
        """What someone said, or None for an update that means nothing here. A tap has no time of its own
        and takes `received_at`."""
        ...

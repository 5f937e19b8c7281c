"""A messenger that can be talked to: it speaks plain JSON, and fails when it is told to."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.channel import Caps, FetchFailed, Message, Outcome, Sent
from bot.channels.telegram import CAPS
from bot.domain.invitations import Door
from bot.domain.messages import (
    Address,
    Inbound,
    IncomingFile,
    IncomingPhoto,
    IncomingVoice,
    Kind,
    Label,
    Point,
)

WIDE = replace(CAPS, rate=None)
"""Telegram's abilities, without its pace."""
NARROW = Caps(
    choices=3,
    label_length=20,
    text_limit=1024,
    caption_limit=1024,
    edit=False,
    toast=0,
    ask_location=False,
    accuracy=False,
    live_location=False,
)
"""A messenger with three short buttons and no edits, as WhatsApp is."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message as it arrived."""

    to: str
    message: Message
    edited: bool


class DoubleChannel:
    """Implements `Channel` in memory."""

    name = "double"

    def __init__(self, caps: Caps) -> None:
        self.caps = caps
        self.delivered: list[Delivered] = []
        self.outcomes: deque[Outcome] = deque()
        """How the next sends end, before the usual *sent*."""
        self.files: dict[str, bytes] = {}
        self.fetch_failures = 0
        self.acknowledged: list[str] = []
        self.toasts: list[str] = []
        """What was said over the screen, to a tap."""

    async def send(self, to: str, message: Message) -> Outcome:
        if self.outcomes:
            outcome = self.outcomes.popleft()
            if not isinstance(outcome, Sent):
                return outcome
        self.delivered.append(Delivered(to, message, bool(message.edits)))
        return Sent(message.edits or str(len(self.delivered)))

    async def fetch(self, ref: str) -> bytes:
        if self.fetch_failures > 0:
            self.fetch_failures -= 1
            raise FetchFailed("told to")
        return self.files[ref]

    async def door(self) -> Door:
        return Door("Kabar", "@hadir_uji", "https://kabar.example/hadir_uji?mulai=")

    async def acknowledge(self, inbound: Inbound, said: str) -> None:
        if inbound.tap:
            self.acknowledged.append(inbound.tap)
        if said:
            self.toasts.append(said)

    def parse(self, raw: str, received_at: datetime) -> Inbound | None:
        said: dict[str, Any] = json.loads(raw)
        point = said.pop("point", None)
        photo = said.pop("photo", None)
        file = said.pop("file", None)
        voice = said.pop("voice", None)
        accuracy = point[2] if point and self.caps.accuracy else None
        return Inbound(
            id=said["id"],
            sender=Address(self.name, said["from"]),
            kind=Kind(said["kind"]),
            sent_at=datetime.fromisoformat(said["at"]) if "at" in said else received_at,
            received_at=received_at,
            text=said.get("text", ""),
            command=said.get("command", ""),
            point=Point(point[0], point[1], accuracy) if point else None,
            photo=IncomingPhoto(photo, (f"unique-{photo}",)) if photo else None,
            file=IncomingFile(**file) if file else None,
            voice=IncomingVoice(**voice) if voice else None,
            labels=frozenset(Label(one) for one in said.get("labels", [])),
            message=said.get("message", said["id"]),
            album=said.get("album", ""),
            reply_to=said.get("reply_to", ""),
            live=said.get("live", False),
            contact_phone=said.get("contact", ""),
            contact_own=said.get("own", False),
            tap=said.get("tap", ""),
            tapped=said.get("tapped", ""),
        )

"""From a Telegram update to what someone said (core.telegram.org/bots/api#update)."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from telegram import Bot, CallbackQuery, ChatMemberUpdated, Message, Update
from telegram.constants import ChatMemberStatus, ChatType

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

CHANNEL = "telegram"
PICTURE_MARK = "p"
"""Follows the id of a message that is a picture: its caption is edited, not its text."""
PICTURE_TYPES = ("image/jpeg", "image/png", "image/webp")


def sender_of(update: dict[str, Any]) -> str:
    """Whose lane a raw update belongs to: the id of the person who caused it, or '' if nobody did."""
    for part in update.values():
        if isinstance(part, dict) and isinstance(sender := part.get("from"), dict):
            return str(sender.get("id", ""))
    return ""


def inbound_of(raw: str, bot: Bot, received_at: datetime) -> Inbound | None:
    """What the update says, or None when it is not from a private chat or means nothing here.

    `received_at` stands in for the time of a tap, which has none of its own.
    """
    update = Update.de_json(json.loads(raw), bot)
    if update.callback_query:
        return _tap(update.update_id, update.callback_query, received_at)
    if update.my_chat_member:
        return _membership(update.update_id, update.my_chat_member, received_at)
    if update.message:
        return _message(update.update_id, update.message, received_at)
    if update.edited_message:
        return _edit(update.update_id, update.edited_message, received_at)
    return None


def _tap(update_id: int, query: CallbackQuery, received_at: datetime) -> Inbound:
    return Inbound(
        id=str(update_id),
        sender=Address(CHANNEL, str(query.from_user.id)),
        kind=Kind.CHOICE,
        sent_at=received_at,
        received_at=received_at,
        text=query.data or "",
        tap=query.id,
        tapped=_message_id(query),
        language=query.from_user.language_code or "",
    )


def _message_id(query: CallbackQuery) -> str:
    """The tapped message by the name that the courier knows it by."""
    if query.message is None:
        return ""
    picture = isinstance(query.message, Message) and bool(query.message.photo or query.message.document)
    return f"{query.message.message_id}{PICTURE_MARK if picture else ''}"


def _membership(update_id: int, change: ChatMemberUpdated, received_at: datetime) -> Inbound | None:
    if change.chat.type != ChatType.PRIVATE:
        return None
    blocked = change.new_chat_member.status in (ChatMemberStatus.BANNED, ChatMemberStatus.LEFT)
    return Inbound(
        id=str(update_id),
        sender=Address(CHANNEL, str(change.from_user.id)),
        kind=Kind.BLOCKED if blocked else Kind.UNBLOCKED,
        sent_at=change.date,
        received_at=received_at,
    )


def _message(update_id: int, message: Message, received_at: datetime) -> Inbound | None:
    if message.chat.type != ChatType.PRIVATE or message.from_user is None:
        return None
    said: dict[str, Any] = {"kind": Kind.OTHER}
    if message.location:
        live = "live_period" in message.location.to_dict()
        said = {"kind": Kind.LOCATION, "point": _point(message), "live": live}
    elif photo := _photo(message):
        said = {"kind": Kind.PHOTO, "photo": photo, "text": message.caption or ""}
    elif message.voice or message.audio or message.video_note:
        said = {"kind": Kind.VOICE, "voice": _voice(message)}
    elif message.document or message.video:
        said = {"kind": Kind.FILE, "file": _file(message)}
    elif message.contact:
        said = {
            "kind": Kind.CONTACT,
            "contact_phone": message.contact.phone_number,
            "contact_own": message.contact.user_id == message.from_user.id,
        }
    elif message.text is not None:
        said = _text(message.text)
    return Inbound(
        id=str(update_id),
        sender=Address(CHANNEL, str(message.from_user.id)),
        sent_at=message.date,
        received_at=received_at,
        labels=_labels(message),
        message=str(message.message_id),
        album=message.media_group_id or "",
        reply_to=str(message.reply_to_message.message_id) if message.reply_to_message else "",
        language=message.from_user.language_code or "",
        **said,
    )


def _edit(update_id: int, message: Message, received_at: datetime) -> Inbound | None:
    """A live location moves by edits; any other edit is only noticed."""
    whole = _message(update_id, message, received_at)
    if whole is None or whole.kind is Kind.OTHER:
        return None
    sent_at = message.edit_date or message.date
    live = whole.kind is Kind.LOCATION
    return Inbound(
        id=whole.id,
        sender=whole.sender,
        kind=Kind.LIVE if live else Kind.EDITED,
        sent_at=sent_at,
        received_at=received_at,
        point=whole.point,
        labels=whole.labels,
        message=whole.message,
        language=whole.language,
    )


def _text(text: str) -> dict[str, Any]:
    if not text.startswith("/"):
        return {"kind": Kind.TEXT, "text": text}
    word, _, rest = text[1:].partition(" ")
    return {"kind": Kind.COMMAND, "command": word.split("@")[0].casefold(), "text": rest.strip()}


def _point(message: Message) -> Point:
    location = message.location
    assert location is not None  # noqa: S101
    return Point(location.latitude, location.longitude, location.horizontal_accuracy)


def _photo(message: Message) -> IncomingPhoto | None:
    """The largest size to fetch, and the unique id of every size, which all betray a reuse."""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return IncomingPhoto(largest.file_id, tuple(size.file_unique_id for size in message.photo))
    document = message.document
    if document and document.mime_type in PICTURE_TYPES:
        return IncomingPhoto(document.file_id, (document.file_unique_id,))
    return None


def _file(message: Message) -> IncomingFile | None:
    """A document; a film is none."""
    document = message.document
    if document is None:
        return None
    return IncomingFile(document.file_id, document.file_name or "", document.file_size or 0)


KEY_SIGN = "📍"
"""Every key that sends a position begins with it, in every language; a test compares."""


def _voice(message: Message) -> IncomingVoice | None:
    """A recording; music is none, and a film in a circle shows a face that nobody asked for."""
    voice = message.voice
    if voice is None:
        return None
    seconds = int(voice.to_dict().get("duration", 0))
    return IncomingVoice(voice.file_id, seconds, voice.file_size or 0)


def _labels(message: Message) -> frozenset[Label]:
    found = {
        Label.FORWARDED: message.forward_origin is not None,
        Label.VIA_BOT: message.via_bot is not None,
        Label.SCHEDULED: bool(message.is_from_offline),
        Label.PICKED_PLACE: message.venue is not None,
        Label.AS_DOCUMENT: message.document is not None,
        # Telegram Web and Desktop cannot answer a location key and send its words instead.
        Label.FROM_DESKTOP: (message.text or "").startswith(KEY_SIGN),
    }
    return frozenset(label for label, present in found.items() if present)

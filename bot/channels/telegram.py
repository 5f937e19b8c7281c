"""Telegram: messages out, files in, and the ends a send can have (core.telegram.org/bots/api)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
)
from telegram.constants import FileSizeLimit, MessageLimit
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channel import (
    Caps,
    FetchFailed,
    Gone,
    Message,
    NotReached,
    Outcome,
    Rate,
    Refused,
    Retry,
    Sent,
    Unknown,
)
from bot.channels.telegram_http import AiohttpRequest, NotSent
from bot.channels.telegram_in import CHANNEL, PICTURE_MARK, inbound_of
from bot.domain.invitations import Door
from bot.domain.keyboards import Wants
from bot.domain.messages import Inbound

log = structlog.get_logger()

CAPS = Caps(
    choices=60,
    label_length=64,
    text_limit=MessageLimit.MAX_TEXT_LENGTH,
    caption_limit=MessageLimit.CAPTION_LENGTH,
    edit=True,
    toast=200,
    ask_location=True,
    accuracy=True,
    live_location=True,
    rate=Rate(bot=30, chat=1, chat_burst=5),
)
"""About 30 messages a second for a bot and one a second for a chat, short bursts allowed (bots/faq)."""

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
"""A link may hold where somebody is who calls for help: for a preview a third party would be asked for it."""
UNAUTHORIZED_REST = 60.0


NOT_EDITABLE = ("can't be edited", "not found", "no text in the message", "no caption in the message")
"""Why Telegram will not edit a message: then it is sent as a new one."""


class Telegram:
    """The Telegram channel; `bot` is python-telegram-bot's, on our own request class."""

    name = CHANNEL

    def __init__(self, token: str, api_url: str, *, caps: Caps = CAPS) -> None:
        self.caps = caps
        self._polling = AiohttpRequest(connections=2, read_seconds=40.0)
        self.bot = Bot(
            token,
            base_url=f"{api_url.rstrip('/')}/bot",
            base_file_url=f"{api_url.rstrip('/')}/file/bot",
            request=AiohttpRequest(),
            get_updates_request=self._polling,
        )

    async def open(self) -> None:
        """Connect and learn who the bot is."""
        await self.bot.initialize()

    async def close(self) -> None:
        """Give the connections back."""
        await self.bot.shutdown()

    async def raw_updates(self, offset: int, seconds: int, allowed: list[str]) -> list[dict[str, Any]]:
        """Updates as they come, unparsed, so that they can be stored before anything else happens."""
        question = urlencode({"offset": offset, "timeout": seconds, "allowed_updates": json.dumps(allowed)})
        answer = await self._polling.post(
            f"{self.bot.base_url}/getUpdates?{question}", read_timeout=seconds + 15
        )
        assert isinstance(answer, list)  # noqa: S101  (the Bot API says so)
        return answer

    def parse(self, raw: str, received_at: datetime) -> Inbound | None:
        """What someone said, or None."""
        return inbound_of(raw, self.bot, received_at)

    async def fetch(self, ref: str) -> bytes:
        """A file's bytes; never more than Telegram lets a bot download. Raises FetchFailed."""
        try:
            file = await self.bot.get_file(ref)
            if (file.file_size or 0) > FileSizeLimit.FILESIZE_DOWNLOAD:
                raise FetchFailed("too large")
            content = bytes(await file.download_as_bytearray())
        except TelegramError as error:
            raise FetchFailed(type(error).__name__) from None
        if file.file_size and len(content) != file.file_size:
            raise FetchFailed("cut short")
        return content

    async def door(self) -> Door:
        """The bot's name, and its deep link (core.telegram.org/bots/features#deep-linking). Raises
        NotReached."""
        try:
            await self.bot.initialize()  # does nothing once it has answered
        except TelegramError as error:
            raise NotReached(type(error).__name__) from None
        return Door("Telegram", f"@{self.bot.username}", f"https://t.me/{self.bot.username}?start=")

    async def acknowledge(self, inbound: Inbound, said: str) -> None:
        """Stop the spinner of a tapped button, with a short sentence over the chat; harmless when lost."""
        if not inbound.tap:
            return
        try:
            await self.bot.answer_callback_query(inbound.tap, text=said or None)
        except TelegramError as error:
            log.info("telegram.tap_not_acknowledged", error=type(error).__name__)

    async def send(self, to: str, message: Message) -> Outcome:
        """Deliver, and say how it ended. A 5xx before the Bot API means that nothing was done."""
        try:
            sent = Sent(await self._deliver(int(to), message))
        except RetryAfter as error:
            seconds = error.retry_after
            return Retry(float(seconds) if isinstance(seconds, int | float) else seconds.total_seconds())
        except Forbidden:
            return Gone()
        except InvalidToken:
            log.error("telegram.token_refused")
            return Retry(UNAUTHORIZED_REST)
        except BadRequest as error:
            return Gone() if "chat not found" in error.message.lower() else Refused(error.message)
        except NotSent:
            return Retry()
        except TimedOut:
            return Unknown()
        except NetworkError:
            return Retry()
        if message.menu:
            await self._set_menu(to, message.menu)
        return sent

    async def _set_menu(self, to: str, menu: Sequence[tuple[str, str]]) -> None:
        """The message has arrived; a menu that could not be set is no reason to send it again."""
        try:
            await self.set_commands(menu, chat=to)
        except TelegramError as error:
            log.info("telegram.menu_not_set", error=type(error).__name__)

    async def set_commands(
        self, commands: Sequence[tuple[str, str]], *, chat: str = "", language: str = ""
    ) -> None:
        """The menu of commands, for everybody or for one chat."""
        scope = BotCommandScopeChat(int(chat)) if chat else None
        menu = [BotCommand(name, description) for name, description in commands]
        await self.bot.set_my_commands(menu, scope=scope, language_code=language or None)

    async def describe(self, about: str, short: str, *, language: str = "") -> None:
        """What stands in an empty chat, and on the bot's page. Written only where it is another: Telegram
        lets a bot change its own words seldom. Without them the bot works as well."""
        code = language or None
        try:
            if (await self.bot.get_my_description(code)).description != about:
                await self.bot.set_my_description(about, code)
            if (await self.bot.get_my_short_description(code)).short_description != short:
                await self.bot.set_my_short_description(short, code)
        except TelegramError as error:
            log.warning("telegram.not_described", error=type(error).__name__)

    async def own_name(self) -> str:
        """How the bot is called above its chats; '' where nobody can say at the moment."""
        try:
            return (await self.bot.get_my_name()).name
        except TelegramError as error:
            log.warning("telegram.name_not_read", error=type(error).__name__)
            return ""

    async def rename(self, name: str) -> None:
        """Give the bot another name; Telegram lets that happen a few times a day."""
        try:
            await self.bot.set_my_name(name)
        except TelegramError as error:
            log.warning("telegram.not_renamed", error=type(error).__name__)

    async def _deliver(self, chat: int, message: Message) -> str:
        if message.edits:
            try:
                return await self._edit(chat, message)
            except BadRequest as error:
                if "not modified" in error.message:
                    return message.edits
                if message.or_nothing or not _not_editable(error):
                    raise
        return await self._new(chat, message)

    async def _edit(self, chat: int, message: Message) -> str:
        buttons, number = _inline(message), int(message.edits.rstrip(PICTURE_MARK))
        if message.edits.endswith(PICTURE_MARK):
            caption, file = message.text[: MessageLimit.CAPTION_LENGTH], message.attachment
            if file is not None and file.anew:
                media = InputMediaPhoto(file.content, caption=caption, filename=file.filename)
                await self.bot.edit_message_media(media, chat, number, reply_markup=buttons)
            else:
                await self.bot.edit_message_caption(chat, number, caption=caption, reply_markup=buttons)
        else:
            await self.bot.edit_message_text(
                message.text, chat, number, reply_markup=buttons, link_preview_options=NO_PREVIEW
            )
        return message.edits

    async def _new(self, chat: int, message: Message) -> str:
        markup, file = _inline(message) or _keyboard(message), message.attachment
        if file is None:
            sent = await self.bot.send_message(
                chat, message.text, reply_markup=markup, link_preview_options=NO_PREVIEW
            )
            return str(sent.message_id)
        content = InputFile(file.content, filename=file.filename)
        if file.picture:
            sent = await self.bot.send_photo(chat, content, caption=message.text, reply_markup=markup)
            return f"{sent.message_id}{PICTURE_MARK}"
        sent = await self.bot.send_document(chat, content, caption=message.text, reply_markup=markup)
        return f"{sent.message_id}{PICTURE_MARK}"


def _not_editable(error: BadRequest) -> bool:
    return any(reason in error.message for reason in NOT_EDITABLE)


def _inline(message: Message) -> InlineKeyboardMarkup | None:
    if not message.buttons:
        return None
    buttons = [InlineKeyboardButton(one.label, callback_data=one.id) for one in message.buttons]
    width = 2 if len(buttons) > 3 else 1
    return InlineKeyboardMarkup([buttons[at : at + width] for at in range(0, len(buttons), width)])


def _keyboard(message: Message) -> ReplyKeyboardMarkup | None:
    if not message.keyboard:
        return None
    rows = [
        [
            KeyboardButton(
                one.label,
                request_location=one.key.wants is Wants.LOCATION or None,
                request_contact=one.key.wants is Wants.CONTACT or None,
            )
            for one in row
        ]
        for row in message.keyboard
    ]
    return ReplyKeyboardMarkup(rows, resize_keyboard=True, is_persistent=True)

"""What people do with their phones, as messages and updates (core.telegram.org/bots/api#message, #update)."""

from dataclasses import dataclass
from typing import Any

from simulator.bots import Bot
from simulator.entities import found_entities
from simulator.errors import DoorError
from simulator.files import Photo, StoredFile
from simulator.methods.sending import without_reply
from simulator.shapes import JsonObject, present, utf16_length
from simulator.simulation import Simulation
from simulator.world import Chat, Kept

LIVE_FOREVER = 0x7FFFFFFF


@dataclass(frozen=True, slots=True)
class Phone:
    """One person's phone, open at the chat with one bot."""

    sim: Simulation
    bot: Bot
    chat: Chat

    def start(self, payload: str | None = None) -> Kept:
        """Presses Start, unblocking first (core.telegram.org/bots/features#deep-linking)."""
        if self.chat.blocked:
            self.block(blocked=False)
        return self.text(f"/start {payload}" if payload else "/start")

    def text(self, text: str, *, reply_to: int | None = None, forwarded: bool = False) -> Kept:
        text = text.strip()
        if not text:
            raise DoorError(400, "an empty text cannot be sent")
        if utf16_length(text) > 4096:
            raise DoorError(400, "a text has at most 4096 letters")
        entities = found_entities(text) or None
        return self.say(present(text=text, entities=entities), reply_to=reply_to, forwarded=forwarded)

    def location(self, place: JsonObject, *, forwarded: bool = False) -> Kept:
        """A pinned place has no accuracy, the own position may; with `live_period` it moves."""
        return self.say({"location": place}, forwarded=forwarded)

    def move(self, message_id: int, place: JsonObject, *, stop: bool) -> Kept:
        """A step of a live location, as an `edited_message`."""
        kept = self.chat.found(message_id)
        if kept is None or "location" not in kept.message or not kept.out:
            raise DoorError(404, "no such live location")
        period = kept.message["location"].get("live_period")
        if period is None or not self._still_live(kept.message["date"], period):
            raise DoorError(409, "this live location is over")
        if not stop:
            place = place | {"live_period": period}
        kept.message = kept.message | {"edit_date": self.sim.clock.stamp(), "location": place}
        kept.edited = True
        self.sim.show(self.bot, self.chat, kept)
        self.sim.tell(self.bot, self.chat, "edited_message", kept.message)
        return kept

    def venue(self, place: JsonObject, title: str, address: str) -> Kept:
        return self.say({"location": place, "venue": {"location": place, "title": title, "address": address}})

    def photo(self, photo: Photo, caption: str | None, *, forwarded: bool = False) -> Kept:
        content = {"photo": [size.photo_size() for size in photo]} | captioned(caption)
        return self.say(content, forwarded=forwarded)

    def document(self, document: StoredFile, caption: str | None, *, forwarded: bool = False) -> Kept:
        return self.say({"document": document.document()} | captioned(caption), forwarded=forwarded)

    def contact(self, contact: JsonObject | None = None) -> Kept:
        """His own contact (then with his own user_id), or somebody else's."""
        person = self.chat.person
        own = present(
            phone_number=person.phone or f"628110000{person.id}",
            first_name=person.first_name,
            last_name=person.last_name,
            user_id=person.id,
        )
        return self.say({"contact": contact or own})

    def sticker(self) -> Kept:
        """core.telegram.org/bots/api#sticker; the picture itself cannot be downloaded."""
        size = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}
        ids = {"file_id": "CAACAgUAAxkBAAESIMULASI", "file_unique_id": "AgADSIMULASI", "file_size": 20_000}
        return self.say({"sticker": size | {"emoji": "👍", "set_name": "Simulasi"} | ids})

    def tap(self, message_id: int, data: str) -> str:
        """Presses an inline button; the id of the callback query."""
        self._must_reach()
        kept = self.chat.found(message_id)
        if kept is None or data not in kept.offered:
            raise DoorError(409, "no such button")
        number = str(self.sim.chance.randrange(10**17, 10**19))
        self.sim.callbacks[number] = (self.chat, self.sim.clock.stamp())
        kept.pressed.append(data)
        self.sim.show(self.bot, self.chat, kept)
        query = {
            "id": number,
            "from": self.chat.person.user,
            "message": kept.message,
            "chat_instance": str(self.bot.id * 1_000_003 + self.chat.person.id),
            "data": data,
        }
        self.sim.tell(self.bot, self.chat, "callback_query", query)
        return number

    def block(self, *, blocked: bool) -> None:
        """Blocks or unblocks the bot, which hears of it (core.telegram.org/bots/api#chatmemberupdated)."""
        if self.chat.blocked is blocked:
            return
        self.chat.blocked = blocked
        member: JsonObject = {"user": self.bot.user, "status": "member"}
        banned: JsonObject = {"user": self.bot.user, "status": "kicked", "until_date": 0}
        old, new = (member, banned) if blocked else (banned, member)
        change = {
            "chat": self.chat.person.chat,
            "from": self.chat.person.user,
            "date": self.sim.clock.stamp(),
            "old_chat_member": old,
            "new_chat_member": new,
        }
        person = self.chat.person.id
        self.sim.feed.publish("blocked", {"person": person, "blocked": blocked, "bot": self.bot.id})
        self.sim.tell(self.bot, self.chat, "my_chat_member", change)

    def read(self) -> None:
        for kept in self.chat.messages.values():
            if not kept.out:
                kept.read = True

    def say(self, content: JsonObject, *, reply_to: int | None = None, forwarded: bool = False) -> Kept:
        self._must_reach()
        message: JsonObject = {
            "message_id": self.bot.take_message_id(),
            "from": self.chat.person.user,
            "chat": self.chat.person.chat,
            "date": self.sim.clock.stamp(),
        }
        if forwarded:
            message["forward_origin"] = self._somebody_else()
        if reply_to is not None:
            answered = self.chat.found(reply_to)
            if answered is None:
                raise DoorError(404, "the message to reply to is gone")
            message["reply_to_message"] = without_reply(answered.message)
        message.update(content)
        self.chat.started = True
        self.chat.force_reply = None
        self._tuck_away_keyboard()
        kept = Kept(message, out=True)
        self.sim.keep(self.bot, self.chat, kept)
        self.sim.tell(self.bot, self.chat, "message", message, kept)
        return kept

    def _must_reach(self) -> None:
        if self.chat.blocked:
            raise DoorError(409, "this person has blocked the bot")

    def _still_live(self, since: int, period: int) -> bool:
        return period == LIVE_FOREVER or self.sim.clock.stamp() <= since + period

    def _somebody_else(self) -> JsonObject:
        """core.telegram.org/bots/api#messageoriginhiddenuser"""
        return {
            "type": "hidden_user",
            "date": self.sim.clock.stamp() - 3600,
            "sender_user_name": "Orang lain",
        }

    def _tuck_away_keyboard(self) -> None:
        """A one-time keyboard goes away with its first use."""
        keyboard: Any = self.chat.reply_keyboard
        if keyboard and keyboard.get("one_time_keyboard"):
            self.chat.reply_keyboard = None
            self.sim.feed.publish(
                "keyboard", {"person": self.chat.person.id, "reply_keyboard": None, "bot": self.bot.id}
            )


def captioned(caption: str | None) -> JsonObject:
    if not caption:
        return {}
    return present(caption=caption, caption_entities=found_entities(caption) or None)

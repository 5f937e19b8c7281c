"""Messages that a bot sends (core.telegram.org/bots/api#available-methods)."""

from typing import Any

from simulator.entities import LONGEST_CAPTION, LONGEST_TEXT, read_text
from simulator.errors import bad_request
from simulator.files import Photo, StoredFile
from simulator.keyboards import Markup, callback_datas, read_markup
from simulator.methods.call import Call, writable_chat
from simulator.params import Params, Upload
from simulator.shapes import JsonObject, utf16_length
from simulator.world import Chat, Kept

CHAT_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)
TYPING_SECONDS = 5
"""core.telegram.org/bots/api#sendchataction: shown for 5 seconds or less."""


async def send_message(call: Call) -> JsonObject:
    chat = writable_chat(call)
    content = message_text(call.params)
    if options := call.params.decoded("link_preview_options", "can't parse link preview options JSON object"):
        content["link_preview_options"] = options
    return post(call, chat, content)


async def send_photo(call: Call) -> JsonObject:
    chat = writable_chat(call)
    caption = message_caption(call.params)
    photo = await resolve_photo(call, call.params.values.get("photo"), "photo")
    return post(call, chat, photo_content(photo) | caption)


async def send_document(call: Call) -> JsonObject:
    chat = writable_chat(call)
    caption = message_caption(call.params)
    document = resolve_document(call, call.params.values.get("document"), "document")
    return post(call, chat, {"document": document.document()} | caption)


async def send_location(call: Call) -> JsonObject:
    chat = writable_chat(call)
    return post(call, chat, {"location": location(call.params)})


async def send_chat_action(call: Call) -> bool:
    chat = writable_chat(call)
    action = (call.params.text("action") or "").lower()
    if action not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.typing_until = call.sim.clock.stamp() + TYPING_SECONDS
    call.sim.feed.publish(
        "typing", {"person": chat.person.id, "action": action, "seconds": TYPING_SECONDS, "bot": call.bot.id}
    )
    return True


def post(call: Call, chat: Chat, content: JsonObject) -> JsonObject:
    """Puts the bot's message into the chat, with what it answers and its buttons."""
    markup = read_markup(call.params)
    answered = answered_message(call.params, chat)
    number = call.bot.take_message_id()
    message: JsonObject = {
        "message_id": number,
        "from": call.bot.user,
        "chat": chat.person.chat,
        "date": call.sim.clock.stamp(),
    }
    if answered is not None:
        message["reply_to_message"] = answered
    message.update(content)
    if call.params.flag("protect_content"):
        message["has_protected_content"] = True
    kept = Kept(message, out=False)
    if markup.inline is not None:
        message["reply_markup"] = markup.inline
        kept.offered = callback_datas(markup.inline)
    chat.typing_until = 0.0
    call.sim.keep(call.bot, chat, kept)
    change_input_field(call, chat, kept, markup)
    return message


def change_input_field(call: Call, chat: Chat, kept: Kept, markup: Markup) -> None:
    """Keyboards that are not part of the message (core.telegram.org/bots/api#replykeyboardmarkup)."""
    if not (markup.reply or markup.removes or markup.forces_reply):
        return
    kept.fixed = True
    if markup.forces_reply:
        chat.force_reply = kept.message["message_id"]
        return
    chat.reply_keyboard = markup.reply
    call.sim.feed.publish(
        "keyboard", {"person": chat.person.id, "reply_keyboard": markup.reply, "bot": call.bot.id}
    )


def answered_message(params: Params, chat: Chat) -> JsonObject | None:
    """core.telegram.org/bots/api#replyparameters; the answered message comes without its own."""
    if "reply_parameters" in params.values:
        given = params.decoded("reply_parameters", "can't parse reply parameters JSON object") or {}
        number, tolerant = given.get("message_id"), bool(given.get("allow_sending_without_reply"))
    else:
        number, tolerant = params.integer("reply_to_message_id"), params.flag("allow_sending_without_reply")
    if not number:
        return None
    kept = chat.found(int(number))
    if kept is None:
        if tolerant:
            return None
        raise bad_request("message to be replied not found")
    return without_reply(kept.message)


def without_reply(message: JsonObject) -> JsonObject:
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def message_text(params: Params) -> JsonObject:
    text, entities = read_text(params, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def message_caption(params: Params) -> JsonObject:
    text, entities = read_text(params, "caption", "caption_entities")
    if utf16_length(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def location(params: Params) -> JsonObject:
    """core.telegram.org/bots/api#location"""
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("wrong location specified" if latitude is not None else "latitude is empty")
    found: JsonObject = {"latitude": latitude, "longitude": longitude}
    accuracy = params.number("horizontal_accuracy")
    if accuracy is not None:
        found["horizontal_accuracy"] = accuracy
    if period := params.integer("live_period"):
        found["live_period"] = period
    return found


def photo_content(photo: Photo) -> JsonObject:
    return {"photo": [size.photo_size() for size in photo]}


async def resolve_photo(call: Call, given: Any, field: str) -> Photo:
    found = resolve(call, given, field, "photo")
    if isinstance(found, Upload):
        return await call.sim.files.add_photo(found.data)
    photo = call.sim.files.photo(found.id)
    if photo is None:
        raise bad_request("type of file mismatch")
    return photo


def resolve_document(call: Call, given: Any, field: str) -> StoredFile:
    found = resolve(call, given, field, "document")
    if isinstance(found, Upload):
        return call.sim.files.add_document(found.data, name=found.name, mime=found.content_type)
    if call.sim.files.photo(found.id) is not None:
        raise bad_request("type of file mismatch")
    return found


def resolve(call: Call, given: Any, field: str, kind: str) -> Upload | StoredFile:
    """An upload, an `attach://` name or a file_id (core.telegram.org/bots/api#sending-files)."""
    uploads = call.params.files
    if given is None:
        if field in uploads:
            return uploads[field]
        raise bad_request(f"there is no {kind} in the request")
    name = str(given)
    if name.startswith("attach://"):
        if name[9:] in uploads:
            return uploads[name[9:]]
        raise bad_request(f"there is no {kind} in the request")
    if name.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = call.sim.files.find(name)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return stored

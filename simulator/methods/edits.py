"""Messages that a bot changes (core.telegram.org/bots/api#updating-messages)."""

from typing import Any

from simulator.errors import bad_request
from simulator.keyboards import callback_datas, read_inline
from simulator.methods.call import Call, writable_chat
from simulator.methods.sending import (
    message_caption,
    message_text,
    photo_content,
    resolve_document,
    resolve_photo,
)
from simulator.params import Params
from simulator.shapes import JsonObject
from simulator.world import Chat, Kept

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup "
    "are exactly the same as a current content and reply markup of the message"
)
TEXT = ("text", "entities", "link_preview_options")
CAPTION = ("caption", "caption_entities")
MEDIA = ("photo", "document")


async def edit_message_text(call: Call) -> JsonObject:
    chat, kept = editable(call)
    content = message_text(call.params)
    if "text" not in kept.message:
        raise bad_request("there is no text in the message to edit")
    if options := call.params.decoded("link_preview_options", "can't parse link preview options JSON object"):
        content["link_preview_options"] = options
    return change(call, chat, kept, gone=TEXT, content=content)


async def edit_message_caption(call: Call) -> JsonObject:
    chat, kept = editable(call)
    content = message_caption(call.params)
    if not any(name in kept.message for name in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    return change(call, chat, kept, gone=CAPTION, content=content)


async def edit_message_media(call: Call) -> JsonObject:
    chat, kept = editable(call)
    media = call.params.decoded("media", "can't parse media JSON object")
    if not isinstance(media, dict):
        raise bad_request("media must be an object")
    content = await media_content(call, media)
    return change(call, chat, kept, gone=(*TEXT, *CAPTION, *MEDIA), content=content)


async def edit_message_reply_markup(call: Call) -> JsonObject:
    chat, kept = editable(call)
    return change(call, chat, kept, gone=(), content={})


async def media_content(call: Call, media: dict[str, Any]) -> JsonObject:
    """core.telegram.org/bots/api#inputmedia, photo and document."""
    caption = message_caption(Params(media))
    match media.get("type"):
        case "photo":
            return photo_content(await resolve_photo(call, media.get("media"), "media")) | caption
        case "document":
            return {"document": resolve_document(call, media.get("media"), "media").document()} | caption
        case other:
            raise bad_request(f"can't parse InputMedia: the simulator cannot edit into {other}")


def editable(call: Call) -> tuple[Chat, Kept]:
    chat = writable_chat(call)
    number = call.params.integer("message_id")
    if number is None:
        raise bad_request("message identifier is not specified")
    kept = chat.found(number)
    if kept is None:
        raise bad_request("message to edit not found")
    if kept.out or kept.fixed:
        raise bad_request("message can't be edited")
    return chat, kept


def change(call: Call, chat: Chat, kept: Kept, *, gone: tuple[str, ...], content: JsonObject) -> JsonObject:
    """The message with new content and buttons; an edit that changes nothing is an error.

    Leaving out `reply_markup` takes the buttons away. Only a change of content is marked as an edit.
    """
    inline = read_inline(call.params)
    old = kept.message
    same_content = all(old.get(name) == content.get(name) for name in gone)
    if same_content and old.get("reply_markup") == inline:
        raise bad_request(NOT_MODIFIED)
    message = {name: value for name, value in old.items() if name not in (*gone, "reply_markup", "edit_date")}
    if not same_content:
        message["edit_date"] = call.sim.clock.stamp()
        kept.edited = True
    elif "edit_date" in old:
        message["edit_date"] = old["edit_date"]
    message.update(content)
    if inline is not None:
        message["reply_markup"] = inline
        kept.offered = kept.offered | callback_datas(inline)
    kept.message = message
    call.sim.show(call.bot, chat, kept)
    return message

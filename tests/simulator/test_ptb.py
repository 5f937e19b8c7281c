"""An unmodified python-telegram-bot against every method."""

import io
from datetime import timedelta

import pytest
from PIL import Image
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    MenuButtonCommands,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    Update,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter

from .conftest import BUDI, SITI, Door, Place

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("✅ Benar", callback_data="ok:1")]])


def jpeg(width: int = 1600, height: int = 1200) -> bytes:
    picture = Image.new("RGB", (width, height), (90, 140, 120))
    exif = Image.Exif()
    exif[0x010E] = "rahasia"
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


async def test_the_bot_knows_itself(bot: Bot) -> None:
    me = await bot.get_me()

    assert (me.id, me.is_bot, me.username) == (1000001, True, "hadir_simulasi_bot")
    assert me.can_join_groups is True


async def test_a_text_with_buttons_arrives(bot: Bot, started: Door) -> None:
    sent = await bot.send_message(
        BUDI, "<b>Halo</b> Budi &amp; kawan", parse_mode="HTML", reply_markup=BUTTONS
    )

    assert sent.text == "Halo Budi & kawan"
    assert sent.entities[0].type == "bold"
    assert sent.reply_markup == BUTTONS
    assert (sent.chat.id, sent.chat.type, sent.from_user and sent.from_user.is_bot) == (BUDI, "private", True)
    shown = (await started.chat(BUDI))["messages"][-1]
    assert shown["text"] == "Halo Budi & kawan"
    assert shown["sim"] == {"out": False, "edited": False, "deleted": False, "pressed": [], "read": False}


async def test_keyboards_change_the_input_field(bot: Bot, started: Door) -> None:
    keyboard = ReplyKeyboardMarkup(
        [
            [KeyboardButton("📍 Mulai kerja", request_location=True)],
            [KeyboardButton("Kontak", request_contact=True)],
        ],
        resize_keyboard=True,
    )
    sent = await bot.send_message(BUDI, "Mulai?", reply_markup=keyboard)
    shown = (await started.chat(BUDI))["reply_keyboard"]

    assert sent.reply_markup is None
    assert shown["keyboard"][0][0] == {"text": "📍 Mulai kerja", "request_location": True}

    await bot.send_message(BUDI, "Terima kasih", reply_markup=ReplyKeyboardRemove())
    assert (await started.chat(BUDI))["reply_keyboard"] is None


async def test_a_forced_reply_is_a_reply(bot: Bot, started: Door) -> None:
    asked = await bot.send_message(BUDI, "Alasannya?", reply_markup=ForceReply())
    await started.acts(BUDI, "text", text="Hujan")

    said = (await bot.get_updates())[-1].message
    assert said is not None
    assert said.reply_to_message is not None
    assert said.reply_to_message.message_id == asked.message_id


async def test_the_bot_replies(bot: Bot, started: Door) -> None:
    said = await started.acts(BUDI, "text", text="Halo")
    sent = await bot.send_message(BUDI, "Ya", reply_parameters=ReplyParameters(said["message_id"]))

    assert sent.reply_to_message is not None
    assert sent.reply_to_message.text == "Halo"
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(BUDI, "Ya", reply_parameters=ReplyParameters(999))
    tolerant = ReplyParameters(999, allow_sending_without_reply=True)
    assert (await bot.send_message(BUDI, "Ya", reply_parameters=tolerant)).reply_to_message is None


async def test_a_photo_goes_out_and_again_by_its_id(bot: Bot, started: Door) -> None:
    sent = await bot.send_photo(BUDI, jpeg(), caption="Bukti #kerja", reply_markup=BUTTONS)
    again = await bot.send_photo(BUDI, sent.photo[-1].file_id)

    assert [max(size.width, size.height) for size in sent.photo] == [90, 320, 800, 1280]
    assert sent.caption == "Bukti #kerja"
    assert sent.caption_entities[0].type == "hashtag"
    assert [size.file_unique_id for size in again.photo] == [size.file_unique_id for size in sent.photo]


async def test_a_photo_comes_in_without_its_exif(bot: Bot, started: Door) -> None:
    picture = {"file": ("foto.jpg", jpeg(), "image/jpeg")}
    await started.ask("POST", f"/people/{BUDI}/photo", files=picture, data={"caption": "ini"})
    said = (await bot.get_updates())[-1].message
    assert said is not None
    largest = await bot.get_file(said.photo[-1].file_id)
    loaded = Image.open(io.BytesIO(bytes(await largest.download_as_bytearray())))

    assert said.caption == "ini"
    assert loaded.size == (1280, 960)
    assert not loaded.getexif()


async def test_a_document_keeps_its_bytes(bot: Bot, started: Door) -> None:
    original = jpeg(400, 300)
    await started.ask(
        "POST",
        f"/people/{BUDI}/photo",
        files={"file": ("asli.jpg", original, "image/jpeg")},
        data={"as_document": "true"},
    )
    said = (await bot.get_updates())[-1].message
    assert said is not None
    assert said.document is not None
    received = bytes(await (await said.document.get_file()).download_as_bytearray())
    sent = await bot.send_document(BUDI, b"isi", filename="minggu.xlsx", caption="Ringkasan")

    assert received == original
    assert (said.document.file_name, said.document.mime_type) == ("asli.jpg", "image/jpeg")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.file_size) == ("minggu.xlsx", 3)


async def test_a_small_photo_has_only_sizes_it_can_fill(bot: Bot, started: Door) -> None:
    sent = await bot.send_photo(BUDI, jpeg(400, 300))

    assert [(size.width, size.height) for size in sent.photo] == [(90, 68), (320, 240), (400, 300)]


async def test_a_location_goes_out(bot: Bot, started: Door) -> None:
    sent = await bot.send_location(BUDI, -5.41, 119.44, horizontal_accuracy=12)

    assert sent.location is not None
    assert (sent.location.latitude, sent.location.horizontal_accuracy) == (-5.41, 12)


async def test_typing_shows_until_the_message(bot: Bot, started: Door) -> None:
    assert await bot.send_chat_action(BUDI, "typing")
    assert (await started.chat(BUDI))["typing"] is True
    await bot.send_message(BUDI, "Halo")
    assert (await started.chat(BUDI))["typing"] is False


async def test_edits(bot: Bot, started: Door) -> None:
    sent = await bot.send_message(BUDI, "Satu", reply_markup=BUTTONS)

    edited = await bot.edit_message_text("Dua", BUDI, sent.message_id)
    assert not isinstance(edited, bool)
    assert (edited.text, edited.reply_markup, edited.message_id) == ("Dua", None, sent.message_id)
    assert edited.edit_date is not None
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await bot.edit_message_text("Dua", BUDI, sent.message_id)
    again = await bot.edit_message_reply_markup(BUDI, sent.message_id, reply_markup=BUTTONS)
    assert not isinstance(again, bool)
    assert again.reply_markup == BUTTONS
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await bot.edit_message_caption(BUDI, sent.message_id, caption="x")


async def test_edits_of_media(bot: Bot, started: Door) -> None:
    sent = await bot.send_photo(BUDI, jpeg(), caption="a")

    captioned = await bot.edit_message_caption(BUDI, sent.message_id, caption="b")
    assert not isinstance(captioned, bool)
    assert captioned.caption == "b"
    swapped = await bot.edit_message_media(
        InputMediaPhoto(jpeg(500, 500), caption="c"), BUDI, sent.message_id
    )
    assert not isinstance(swapped, bool)
    assert (swapped.caption, swapped.photo[-1].width) == ("c", 500)
    filed = await bot.edit_message_media(InputMediaDocument(b"x", filename="x.txt"), BUDI, sent.message_id)
    assert not isinstance(filed, bool)
    assert filed.document is not None
    assert (filed.photo, filed.document.file_name) == ((), "x.txt")


async def test_deleting(bot: Bot, started: Door) -> None:
    sent = await bot.send_message(BUDI, "Sebentar")

    assert await bot.delete_message(BUDI, sent.message_id)
    assert [m for m in (await started.chat(BUDI))["messages"] if m["message_id"] == sent.message_id] == []
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(BUDI, sent.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", BUDI, sent.message_id)


async def test_a_tap_and_its_answer(bot: Bot, started: Door) -> None:
    sent = await bot.send_message(BUDI, "Benar?", reply_markup=BUTTONS)
    tapped = await started.acts(BUDI, "tap", message_id=sent.message_id, data="ok:1")
    query = (await bot.get_updates())[-1].callback_query

    assert query is not None
    assert (query.id, query.data, query.from_user.id) == (tapped["callback_query_id"], "ok:1", BUDI)
    assert query.message is not None
    assert query.message.message_id == sent.message_id
    assert await query.answer("Tercatat")
    assert (await started.chat(BUDI))["messages"][-1]["sim"]["pressed"] == ["ok:1"]


async def test_commands_of_a_chat_come_before_those_of_all(bot: Bot, started: Door) -> None:
    await bot.set_my_commands([BotCommand("bantuan", "Bantuan")], scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands([BotCommand("mulai", "Mulai kerja")], scope=BotCommandScopeChat(BUDI))

    assert (await started.chat(BUDI))["commands"] == [{"command": "mulai", "description": "Mulai kerja"}]
    assert await bot.get_my_commands(scope=BotCommandScopeChat(BUDI)) == (BotCommand("mulai", "Mulai kerja"),)
    await bot.delete_my_commands(scope=BotCommandScopeChat(BUDI))
    assert [one["command"] for one in (await started.chat(BUDI))["commands"]] == ["bantuan"]


async def test_the_bot_describes_itself(bot: Bot, started: Door) -> None:
    assert await bot.set_my_description("Untuk absen")
    assert (await bot.get_my_description()).description == "Untuk absen"
    assert await bot.set_my_short_description("Absen", language_code="id")
    assert (await bot.get_my_short_description("id")).short_description == "Absen"
    assert await bot.set_my_name("Hadir")
    assert (await bot.get_my_name()).name == "Hadir"
    assert await bot.set_chat_menu_button(BUDI, MenuButtonCommands())
    assert (await bot.get_chat_menu_button(BUDI)).type == "commands"


async def test_the_bot_looks_at_a_chat(bot: Bot, started: Door) -> None:
    chat = await bot.get_chat(SITI)

    assert (chat.first_name, chat.username, chat.active_usernames) == (
        "Siti",
        "siti_contoh",
        ("siti_contoh",),
    )


async def test_webhook_settings(bot: Bot, door: Door) -> None:
    assert (await bot.get_webhook_info()).url == ""
    assert await bot.set_webhook("http://127.0.0.1:9/x", allowed_updates=[Update.MESSAGE], max_connections=3)
    info = await bot.get_webhook_info()

    assert (info.url, info.max_connections, info.allowed_updates) == ("http://127.0.0.1:9/x", 3, ("message",))
    assert await bot.delete_webhook()


async def test_errors_reach_the_library_as_its_own(
    bot: Bot, started: Door, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(999, "x")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(SITI, "x")
    await started.acts(BUDI, "block", blocked=True)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(BUDI, "x")
    await started.post("/faults", method="getMe", kind="too_many_requests", seconds=3)
    with pytest.raises(RetryAfter) as waiting:
        await bot.get_me()
    assert waiting.value.retry_after == timedelta(seconds=3)
    stranger = Bot("5:lain", base_url=f"{place.url}/bot")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()

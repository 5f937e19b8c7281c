"""Calls as any client sends them, limits, and the real server's words."""

import json
from typing import Any

import httpx
import pytest

from .conftest import BUDI, OTHER_TOKEN, SITI, TOKEN, Door, RawBot

API = f"/bot{TOKEN}"
INLINE = {"inline_keyboard": [[{"text": "Benar", "callback_data": "ok"}]]}


async def test_query_form_multipart_and_json_say_the_same(http: httpx.AsyncClient, started: Door) -> None:
    said = {"chat_id": str(BUDI), "text": "Halo & selamat", "reply_markup": json.dumps(INLINE)}
    nothing = {"berkas": ("kosong.txt", b"x")}
    answers = [
        await http.get(f"{API}/sendMessage", params=said),
        await http.post(f"{API}/sendMessage", data=said),
        await http.post(f"{API}/sendMessage", data=said, files=nothing),
        await http.post(f"{API}/sendMessage", json=said),
        await http.post(
            f"{API}/SENDMESSAGE", json={"chat_id": BUDI, "text": said["text"], "reply_markup": INLINE}
        ),
    ]

    results = [answer.json()["result"] for answer in answers]
    assert [(one["text"], one["reply_markup"]) for one in results] == [("Halo & selamat", INLINE)] * 5
    numbers = [one["message_id"] for one in results]
    assert numbers == sorted(set(numbers))


async def test_the_envelope_of_a_refusal(http: httpx.AsyncClient, started: Door) -> None:
    answer = await http.post(f"{API}/sendMessage", json={"chat_id": 999, "text": "x"})

    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot5:lain/getMe", 401, "Unauthorized"),
        ("/botlain/getMe", 404, "Not Found"),
        (f"{API}/getYou", 404, "Not Found"),
        (f"{API}/", 404, "Not Found"),
        (f"{API}/sendPoll", 501, "Not Implemented: the simulator does not have sendPoll yet"),
        (f"/file/bot{TOKEN}/photos/none.jpg", 404, "Not Found"),
        ("/file/bot5:lain/photos/none.jpg", 401, "Unauthorized"),
    ],
)
async def test_what_is_not_there(http: httpx.AsyncClient, path: str, status: int, description: str) -> None:
    answer = await http.get(path)

    assert answer.status_code == status
    assert answer.json() == {"ok": False, "error_code": status, "description": description}


def one_button(**fields: Any) -> str:
    return json.dumps({"inline_keyboard": [[fields]]})


@pytest.mark.parametrize(
    ("params", "words"),
    [
        pytest.param({"chat_id": None}, "chat_id is empty", id="no chat"),
        pytest.param({"chat_id": "@budi"}, "chat not found", id="a name"),
        pytest.param({"text": " \n "}, "message text is empty", id="blank"),
        pytest.param({"text": "a" * 4097}, "message is too long", id="too long"),
        pytest.param({"text": "😀" * 2049}, "message is too long", id="too long in UTF-16"),
        pytest.param({"parse_mode": "Prosa"}, "unsupported parse_mode", id="mode"),
        pytest.param(
            {"text": "<x>a</x>", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
            id="tag",
        ),
        pytest.param(
            {"text": "<b>a", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
            id="open tag",
        ),
        pytest.param(
            {"reply_markup": one_button(text="a", callback_data="é" * 33)},
            "BUTTON_DATA_INVALID",
            id="66 bytes",
        ),
        pytest.param(
            {"reply_markup": one_button(text="a", callback_data="")},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
            id="empty data",
        ),
        pytest.param(
            {"reply_markup": one_button(callback_data="a")},
            "can't parse inline keyboard button: Can't find field \"text\"",
            id="no text",
        ),
        pytest.param({"reply_markup": "[]"}, "object expected as reply markup", id="markup is a list"),
        pytest.param(
            {"reply_markup": "{"}, "can't parse reply keyboard markup JSON object", id="markup is not JSON"
        ),
        pytest.param({"reply_parameters": {"message_id": 77}}, "message to be replied not found", id="reply"),
    ],
)
async def test_send_message_refuses(raw: RawBot, started: Door, params: dict[str, Any], words: str) -> None:
    said = {"chat_id": BUDI, "text": "Halo"} | params

    assert await raw.refusal("sendMessage", **said) == f"Bad Request: {words}"


async def test_the_longest_that_goes(raw: RawBot, started: Door) -> None:
    markup = one_button(text="a", callback_data="é" * 32)

    sent = await raw.result("sendMessage", chat_id=BUDI, text="😀" * 2048, reply_markup=markup)
    assert sent["text"] == "😀" * 2048


async def test_who_cannot_be_written_to(raw: RawBot, started: Door) -> None:
    words = "Forbidden: bot can't initiate conversation with a user"
    assert await raw.refusal("sendMessage", chat_id=SITI, text="x") == words

    await started.acts(BUDI, "block", blocked=True)
    assert (
        await raw.refusal("sendMessage", chat_id=BUDI, text="x") == "Forbidden: bot was blocked by the user"
    )
    await started.acts(BUDI, "block", blocked=False)
    assert (await raw("sendMessage", chat_id=BUDI, text="x"))["ok"]


async def test_bots_do_not_share_chats(http: httpx.AsyncClient, raw: RawBot, started: Door) -> None:
    other = RawBot(http, OTHER_TOKEN)

    assert await other.refusal("sendMessage", chat_id=BUDI, text="x") == (
        "Forbidden: bot can't initiate conversation with a user"
    )
    await started.ask("POST", f"/people/{BUDI}/start?bot=1000002", json={})
    assert (await other.result("sendMessage", chat_id=BUDI, text="x"))["from"]["username"] == "lain_bot"
    assert [m["text"] for m in (await started.chat(BUDI))["messages"]] == ["/start"]


@pytest.mark.parametrize(
    ("method", "params", "words"),
    [
        ("editMessageText", {"text": "x"}, "message identifier is not specified"),
        ("editMessageText", {"text": "x", "message_id": 77}, "message to edit not found"),
        ("deleteMessage", {"message_id": 77}, "message to delete not found"),
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendPhoto", {"photo": "AgAC"}, "wrong file identifier/HTTP URL specified"),
        ("sendDocument", {"document": "http://contoh.id/a.pdf"}, "failed to get HTTP URL content"),
        ("sendDocument", {}, "there is no document in the request"),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
        ("setMyCommands", {"commands": [{"command": "Mulai!", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        (
            "setMyCommands",
            {"commands": [{"command": "mulai", "description": ""}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            "query is too old and response timeout expired or query ID is invalid",
        ),
    ],
)
async def test_other_methods_refuse(
    raw: RawBot, started: Door, method: str, params: dict[str, Any], words: str
) -> None:
    assert await raw.refusal(method, chat_id=BUDI, **params) == f"Bad Request: {words}"


async def test_what_cannot_be_edited(raw: RawBot, started: Door) -> None:
    said = (await started.acts(BUDI, "text", text="punya Budi"))["message_id"]
    keyboard = {"keyboard": [["Mulai"]]}
    fixed = await raw.result("sendMessage", chat_id=BUDI, text="x", reply_markup=keyboard)

    for number in (said, fixed["message_id"]):
        refusal = await raw.refusal("editMessageText", chat_id=BUDI, message_id=number, text="y")
        assert refusal == "Bad Request: message can't be edited"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "file must be non-empty"),
        (b"not a picture", "IMAGE_PROCESS_FAILED"),
        (
            b"x" * 10_485_761,
            "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ],
    ids=["empty", "no picture", "too big"],
)
async def test_photos_that_do_not_go(http: httpx.AsyncClient, started: Door, data: bytes, words: str) -> None:
    picture = {"photo": ("foto.jpg", data, "image/jpeg")}
    answer = await http.post(f"{API}/sendPhoto", data={"chat_id": str(BUDI)}, files=picture)

    assert answer.json()["description"] == f"Bad Request: {words}"


async def test_a_long_caption_does_not_go(raw: RawBot, started: Door) -> None:
    refusal = await raw.refusal("sendDocument", chat_id=BUDI, document="x", caption="a" * 1025)

    assert refusal == "Bad Request: message caption is too long"


async def test_a_large_file_cannot_be_downloaded(http: httpx.AsyncClient, raw: RawBot, started: Door) -> None:
    large = {"document": ("besar.bin", b"x" * (20 * 1024 * 1024 + 1), "application/octet-stream")}
    sent = await http.post(f"{API}/sendDocument", data={"chat_id": str(BUDI)}, files=large)
    file_id = sent.json()["result"]["document"]["file_id"]

    assert await raw.refusal("getFile", file_id=file_id) == "Bad Request: file is too big"


async def test_a_tap_can_be_answered_for_ten_minutes(raw: RawBot, started: Door) -> None:
    sent = await raw.result("sendMessage", chat_id=BUDI, text="Benar?", reply_markup=INLINE)
    tapped = await started.acts(BUDI, "tap", message_id=sent["message_id"], data="ok")
    number = tapped["callback_query_id"]

    assert await raw.refusal("answerCallbackQuery", callback_query_id=number, text="a" * 201) == (
        "Bad Request: MESSAGE_TOO_LONG"
    )
    assert await raw.result("answerCallbackQuery", callback_query_id=number) is True
    await started.post("/clock", advance_seconds=3600)
    assert await raw.refusal("answerCallbackQuery", callback_query_id=number) == (
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    )


async def test_after_48_hours_a_message_stays(raw: RawBot, started: Door) -> None:
    sent = await raw.result("sendMessage", chat_id=BUDI, text="x")
    await started.post("/clock", advance_seconds=49 * 3600)

    refusal = await raw.refusal("deleteMessage", chat_id=BUDI, message_id=sent["message_id"])
    assert refusal == "Bad Request: message can't be deleted for everyone"


async def test_entities_count_in_utf16(raw: RawBot, started: Door) -> None:
    sent = await raw.result("sendMessage", chat_id=BUDI, text="😀 <b>é</b> /mulai 1/2", parse_mode="HTML")

    assert sent["entities"] == [
        {"type": "bold", "offset": 3, "length": 1},
        {"type": "bot_command", "offset": 5, "length": 6},
    ]


async def test_an_edit_without_buttons_takes_them_away(raw: RawBot, started: Door) -> None:
    sent = await raw.result("sendMessage", chat_id=BUDI, text="x", reply_markup=INLINE)
    bare = await raw.result("editMessageReplyMarkup", chat_id=BUDI, message_id=sent["message_id"])

    assert "reply_markup" not in bare
    assert "edit_date" not in bare
    refusal = await raw.refusal("editMessageReplyMarkup", chat_id=BUDI, message_id=sent["message_id"])
    assert refusal == (
        "Bad Request: message is not modified: specified new message content and reply markup "
        "are exactly the same as a current content and reply markup of the message"
    )

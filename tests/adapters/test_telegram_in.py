"""Updates as Telegram really sends them, through unmodified python-telegram-bot types."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Bot

from bot.channels.telegram_in import KEY_SIGN, inbound_of, sender_of
from bot.domain.keyboards import KEYBOARDS, Wants
from bot.domain.messages import Address, Kind, Label, Point
from bot.texts import Texts

RECEIVED = datetime(2026, 4, 23, 0, 5, tzinfo=UTC)
SENT = 1776902100
"""23 April 2026, 07.55 in Makassar."""
SENDER: dict[str, Any] = {
    "id": 101,
    "is_bot": False,
    "first_name": "Budi",
    "language_code": "id",
}
CHAT: dict[str, Any] = {"id": 101, "first_name": "Budi", "type": "private"}


def update(**content: Any) -> dict[str, Any]:
    message = {"message_id": 7, "from": SENDER, "chat": CHAT, "date": SENT} | content
    return {"update_id": 5001, "message": message}


PHOTO = [
    {"file_id": "small", "file_unique_id": "u1", "file_size": 1253, "width": 90, "height": 67},
    {"file_id": "large", "file_unique_id": "u3", "file_size": 98765, "width": 1280, "height": 960},
    {"file_id": "middle", "file_unique_id": "u2", "file_size": 23456, "width": 320, "height": 240},
]
FORWARDED = {"type": "hidden_user", "sender_user_name": "X", "date": SENT - 99}
LOCATION = {"latitude": -5.417231, "longitude": 119.443918}


def parsed(raw: dict[str, Any]) -> Any:
    return inbound_of(json.dumps(raw), Bot("1:TEST"), RECEIVED)


def test_a_location_from_the_button_has_no_accuracy() -> None:
    inbound = parsed(update(location=LOCATION))
    assert inbound.kind is Kind.LOCATION
    assert inbound.point == Point(-5.417231, 119.443918, None)
    assert inbound.sender == Address("telegram", "101")
    assert inbound.sent_at == datetime(2026, 4, 22, 23, 55, tzinfo=UTC)
    assert inbound.received_at == RECEIVED


def test_a_live_location_has_one_and_moves_by_edits() -> None:
    live = LOCATION | {"horizontal_accuracy": 12.5, "live_period": 900, "heading": 90}
    assert parsed(update(location=live)).point.accuracy == 12.5
    edited = update(location=live, edit_date=SENT + 30)
    moved = parsed({"update_id": 5002, "edited_message": edited["message"]})
    assert (moved.kind, moved.sent_at.timestamp()) == (Kind.LIVE, SENT + 30)


def test_a_photo_is_fetched_in_its_largest_size_and_known_by_all() -> None:
    inbound = parsed(update(photo=PHOTO, caption="halaman"))
    assert (inbound.kind, inbound.photo.ref) == (Kind.PHOTO, "large")
    assert inbound.photo.unique_ids == ("u1", "u3", "u2")


@pytest.mark.parametrize(
    ("mime", "kind"),
    [
        ("image/jpeg", Kind.PHOTO),
        ("image/png", Kind.PHOTO),
        ("application/pdf", Kind.FILE),
        ("image/svg+xml", Kind.FILE),
    ],
)
def test_a_document_is_a_photo_when_it_says_so(mime: str, kind: Kind) -> None:
    document = {"file_id": "d", "file_unique_id": "ud", "mime_type": mime, "file_name": "a"}
    inbound = parsed(update(document=document))
    assert inbound.kind is kind
    assert (Label.AS_DOCUMENT in inbound.labels) is True


@pytest.mark.parametrize(
    ("content", "label"),
    [
        pytest.param(
            {"forward_origin": {"type": "hidden_user", "sender_user_name": "X", "date": SENT - 99}},
            Label.FORWARDED,
            id="forwarded",
        ),
        pytest.param({"via_bot": {"id": 9, "is_bot": True, "first_name": "G"}}, Label.VIA_BOT, id="via bot"),
        pytest.param({"is_from_offline": True}, Label.SCHEDULED, id="scheduled"),
        pytest.param(
            {"venue": {"location": LOCATION, "title": "Kantor", "address": "Jl."}},
            Label.PICKED_PLACE,
            id="venue",
        ),
    ],
)
def test_how_a_location_came_is_labelled(content: dict[str, Any], label: Label) -> None:
    assert parsed(update(location=LOCATION, **content)).labels == {label}


@pytest.mark.parametrize("content", [{"is_from_offline": True}, {"forward_origin": FORWARDED}])
def test_how_a_photo_came_is_labelled(content: dict[str, Any]) -> None:
    (label,) = parsed(update(photo=PHOTO, **content)).labels
    assert label is (Label.SCHEDULED if "is_from_offline" in content else Label.FORWARDED)


def test_a_photo_as_a_file_says_so() -> None:
    document = {"file_id": "d", "file_unique_id": "ud", "mime_type": "image/jpeg", "file_name": "IMG_1.jpg"}
    inbound = parsed(update(document=document))
    assert (inbound.kind, inbound.labels) == (Kind.PHOTO, {Label.AS_DOCUMENT})


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("📍 Mulai kerja", {Label.FROM_DESKTOP}, id="the key that a computer cannot press"),
        pytest.param("Mulai kerja", set(), id="typed by a person"),
        pytest.param("⏱ Jam saya", set(), id="a key that sends its words on a phone too"),
    ],
)
def test_the_words_of_a_location_key_come_from_a_computer(text: str, labels: set[Label]) -> None:
    assert parsed(update(text=text)).labels == labels


def test_only_keys_that_send_a_position_carry_the_sign() -> None:
    texts = Texts()
    for key in (key for rows in KEYBOARDS.values() for row in rows for key in row):
        for locale in texts.locales:
            label = texts.render(key.label, {}, locale=locale)
            assert label.startswith(KEY_SIGN) is (key.wants is Wants.LOCATION), label


def test_an_edit_names_the_message_that_was_changed() -> None:
    changed = update(photo=PHOTO, caption="baru", edit_date=SENT + 60)["message"]
    inbound = parsed({"update_id": 5003, "edited_message": changed})
    assert (inbound.kind, inbound.message) == (Kind.EDITED, "7")


@pytest.mark.parametrize(
    ("text", "command", "rest"),
    [("/start abc_-1", "start", "abc_-1"), ("/Mulai", "mulai", ""), ("/jam@hadir_bot", "jam", "")],
)
def test_a_command_with_its_arguments(text: str, command: str, rest: str) -> None:
    inbound = parsed(update(text=text))
    assert (inbound.kind, inbound.command, inbound.text) == (Kind.COMMAND, command, rest)


def test_a_tap_takes_the_time_of_its_arrival() -> None:
    query = {
        "id": "4382bfdwdsb323b2d9",
        "from": SENDER,
        "chat_instance": "-123",
        "data": "right:12:3",
        "message": update(text="x")["message"],
    }
    inbound = parsed({"update_id": 5003, "callback_query": query})
    assert (inbound.kind, inbound.text, inbound.tap) == (Kind.CHOICE, "right:12:3", "4382bfdwdsb323b2d9")
    assert inbound.sent_at == RECEIVED
    assert inbound.tapped == "7"


def test_a_tap_under_a_picture_names_it_as_the_courier_does() -> None:
    query = {
        "id": "1",
        "from": SENDER,
        "chat_instance": "-1",
        "data": "x",
        "message": update(photo=PHOTO)["message"],
    }
    assert parsed({"update_id": 5003, "callback_query": query}).tapped == "7p"


def test_a_tap_under_a_message_of_long_ago_still_names_it() -> None:
    gone = {"message_id": 7, "chat": CHAT, "date": 0}
    query = {"id": "1", "from": SENDER, "chat_instance": "-1", "data": "x", "message": gone}
    assert parsed({"update_id": 5003, "callback_query": query}).tapped == "7"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"voice": {"file_id": "v", "file_unique_id": "uv", "duration": 3}}, Kind.VOICE),
        (
            {"video": {"file_id": "v", "file_unique_id": "uv", "duration": 3, "width": 9, "height": 9}},
            Kind.FILE,
        ),
        (
            {
                "sticker": {
                    "file_id": "s",
                    "file_unique_id": "us",
                    "type": "regular",
                    "width": 9,
                    "height": 9,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            Kind.OTHER,
        ),
    ],
)
def test_what_cannot_be_read_says_what_it_is(content: dict[str, Any], kind: Kind) -> None:
    assert parsed(update(**content)).kind is kind


@pytest.mark.parametrize(("status", "kind"), [("kicked", Kind.BLOCKED), ("member", Kind.UNBLOCKED)])
def test_blocking_is_heard(status: str, kind: Kind) -> None:
    bot = {"id": 1, "is_bot": True, "first_name": "Hadir", "username": "hadir_bot"}
    new = {"status": status, "user": bot} | ({"until_date": 0} if status == "kicked" else {})
    change = {
        "chat": CHAT,
        "from": SENDER,
        "date": SENT,
        "old_chat_member": {"status": "member", "user": bot},
        "new_chat_member": new,
    }
    assert parsed({"update_id": 5004, "my_chat_member": change}).kind is kind


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param({"update_id": 1}, id="nothing we know"),
        pytest.param(
            {
                "update_id": 2,
                "message": {
                    "message_id": 1,
                    "date": SENT,
                    "from": SENDER,
                    "chat": {"id": -100, "type": "group", "title": "G"},
                    "text": "hai",
                },
            },
            id="a group",
        ),
    ],
)
def test_what_means_nothing_here_is_left_out(raw: dict[str, Any]) -> None:
    assert parsed(raw) is None


def test_the_lane_is_the_senders() -> None:
    assert sender_of(update(text="x")) == "101"
    assert sender_of({"update_id": 1}) == ""

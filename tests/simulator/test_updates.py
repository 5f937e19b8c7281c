"""getUpdates as the documentation describes it, and the updates that people cause."""

import asyncio
from datetime import timedelta
from typing import Any

import httpx
import pytest
import telegram

from .conftest import BUDI, SITI, TOKEN, Door, RawBot, Waiting


async def say(door: Door, *texts: str) -> None:
    for text in texts:
        await door.acts(BUDI, "text", text=text)


def texts(updates: list[Any]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_stay_until_an_offset_confirms_them(raw: RawBot, started: Door) -> None:
    await say(started, "satu", "dua", "tiga")
    first = await raw.updates()

    assert texts(first) == ["satu", "dua", "tiga"]
    assert await raw.updates() == first
    numbers = [update["update_id"] for update in first]
    assert numbers == list(range(numbers[0], numbers[0] + 3))
    assert texts(await raw.updates(offset=numbers[1])) == ["dua", "tiga"]
    assert texts(await raw.updates()) == ["dua", "tiga"]
    assert await raw.updates(offset=numbers[2] + 1) == []


async def test_a_negative_offset_keeps_the_last(raw: RawBot, started: Door) -> None:
    await say(started, "satu", "dua", "tiga")

    assert texts(await raw.updates(offset=-2)) == ["dua", "tiga"]
    assert texts(await raw.updates()) == ["dua", "tiga"]


async def test_limit(raw: RawBot, started: Door) -> None:
    await say(started, "satu", "dua", "tiga")

    assert texts(await raw.updates(limit=2)) == ["satu", "dua"]


async def test_a_long_poll_ends_with_the_first_update(raw: RawBot, started: Door, waiting: Waiting) -> None:
    polling = asyncio.create_task(raw.updates(timeout=50))
    await waiting()
    await say(started, "halo")

    assert texts(await asyncio.wait_for(polling, 5)) == ["halo"]


async def test_a_long_poll_ends_empty_when_its_time_is_over(raw: RawBot, started: Door) -> None:
    assert await raw.updates(timeout=1) == []


async def test_the_second_poller_ends_the_first(raw: RawBot, started: Door, waiting: Waiting) -> None:
    first = asyncio.create_task(raw("getUpdates", timeout=50))
    await waiting()
    second = asyncio.create_task(raw("getUpdates", timeout=50))

    assert await asyncio.wait_for(first, 5) == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    await say(started, "halo")
    assert (await asyncio.wait_for(second, 5))["ok"]


async def test_a_poller_that_leaves_takes_nothing_with_it(
    http: httpx.AsyncClient, raw: RawBot, started: Door, waiting: Waiting
) -> None:
    polling = asyncio.create_task(http.post(f"/bot{TOKEN}/getUpdates", json={"timeout": 50}))
    await waiting()
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    await say(started, "halo")

    assert texts(await raw.updates()) == ["halo"]


async def test_allowed_updates_are_remembered(raw: RawBot, started: Door) -> None:
    await raw.updates(allowed_updates=["callback_query"])
    await say(started, "tidak didengar")
    assert await raw.updates() == []

    await raw.updates(allowed_updates=[])
    await say(started, "didengar")
    assert texts(await raw.updates()) == ["didengar"]


async def test_no_polling_beside_a_webhook(raw: RawBot, started: Door) -> None:
    await raw.result("setWebhook", url="http://127.0.0.1:9/x")

    assert await raw.refusal("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    await raw.result("deleteWebhook", drop_pending_updates=True)
    assert await raw.updates() == []


async def test_fetching_is_the_second_tick(raw: RawBot, started: Door) -> None:
    await say(started, "halo")
    assert (await started.chat(BUDI))["messages"][-1]["sim"]["read"] is False
    await raw.updates()
    assert (await started.chat(BUDI))["messages"][-1]["sim"]["read"] is True


async def test_start_with_a_deep_link(raw: RawBot, door: Door) -> None:
    await door.acts(SITI, "start", payload="undangan_1")
    message = (await raw.updates())[-1]["message"]

    assert message["text"] == "/start undangan_1"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert message["from"] == {
        "id": SITI,
        "is_bot": False,
        "first_name": "Siti",
        "username": "siti_contoh",
        "language_code": "id",
    }


async def test_blocking_and_starting_again(raw: RawBot, started: Door) -> None:
    await started.acts(BUDI, "block", blocked=True)
    assert (await started.ask("POST", f"/people/{BUDI}/text", json={"text": "x"})).status_code == 409
    await started.acts(BUDI, "start")
    kicked, back, message = await raw.updates()

    change = kicked["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")
    assert change["new_chat_member"]["user"]["id"] == 1000001
    assert back["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert message["message"]["text"] == "/start"


async def test_a_live_location_moves_and_stops(raw: RawBot, started: Door) -> None:
    here = {"latitude": -5.41, "longitude": 119.44, "horizontal_accuracy": 8}
    sent = await started.acts(BUDI, "location", **here, live_period=900)
    live = f"live/{sent['message_id']}"
    await started.acts(BUDI, live, latitude=-5.42, longitude=119.45, horizontal_accuracy=9)
    await started.acts(BUDI, live, latitude=-5.43, longitude=119.46, stop=True)
    first, moved, stopped = await raw.updates()

    assert first["message"]["location"] == here | {"live_period": 900}
    assert moved["edited_message"]["message_id"] == sent["message_id"]
    assert moved["edited_message"]["location"] == {
        "latitude": -5.42,
        "longitude": 119.45,
        "horizontal_accuracy": 9,
        "live_period": 900,
    }
    assert moved["edited_message"]["edit_date"] >= first["message"]["date"]
    assert stopped["edited_message"]["location"] == {"latitude": -5.43, "longitude": 119.46}
    over = await started.ask("POST", f"/people/{BUDI}/{live}", json={"latitude": 1, "longitude": 1})
    assert over.status_code == 409


async def test_a_live_location_is_over_after_its_period(started: Door) -> None:
    sent = await started.acts(BUDI, "location", latitude=-5.41, longitude=119.44, live_period=60)
    await started.post("/clock", advance_seconds=120)

    path = f"/people/{BUDI}/live/{sent['message_id']}"
    assert (await started.ask("POST", path, json={"latitude": 1, "longitude": 1})).status_code == 409


PLACE = {"latitude": -5.41, "longitude": 119.44}
SAID: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("text", {"text": "halo"}, {"text": "halo"}),
    ("location", PLACE, {"location": PLACE}),
    ("venue", PLACE | {"title": "Masjid", "address": "Takalar"}, {"location": PLACE}),
    (
        "contact",
        {"own": True},
        {"contact": {"phone_number": "628111", "first_name": "Budi", "last_name": "Contoh", "user_id": BUDI}},
    ),
    (
        "contact",
        {"phone_number": "62899", "first_name": "Ani"},
        {"contact": {"phone_number": "62899", "first_name": "Ani"}},
    ),
    ("sticker", {}, {}),
    ("photo", {"sample": "taman-1", "caption": "/selesai"}, {"caption": "/selesai"}),
    ("photo", {"sample": "taman-1", "as_document": True}, {}),
]


@pytest.mark.parametrize(
    ("action", "body", "fields"), SAID, ids=[f"{one[0]}-{i}" for i, one in enumerate(SAID)]
)
async def test_what_people_send_survives_a_library(
    raw: RawBot,
    started: Door,
    action: str,
    body: dict[str, Any],
    fields: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    await started.acts(BUDI, action, **body)
    update = (await raw.updates())[-1]

    assert {name: update["message"][name] for name in fields} == fields
    parsed = telegram.Update.de_json(update, None)
    assert without_library_extras(parsed.to_dict()) == update


def without_library_extras(update: dict[str, Any]) -> dict[str, Any]:
    """python-telegram-bot writes these two even where the server leaves them out."""
    for name in (
        "delete_chat_photo",
        "group_chat_created",
        "supergroup_chat_created",
        "channel_chat_created",
    ):
        update["message"].pop(name, None)
    return update


async def test_a_forwarded_place_says_so(raw: RawBot, started: Door) -> None:
    await started.acts(BUDI, "location", **PLACE, forwarded=True)
    message = (await raw.updates())[-1]["message"]
    parsed = telegram.Message.de_json(message, None)

    assert isinstance(parsed.forward_origin, telegram.MessageOriginHiddenUser)
    assert parsed.forward_origin.date < parsed.date
    assert timedelta(hours=1) == parsed.date - parsed.forward_origin.date


async def test_people_reply(raw: RawBot, started: Door) -> None:
    sent = await raw.result("sendMessage", chat_id=BUDI, text="Kenapa?")
    await started.acts(BUDI, "text", text="Hujan", reply_to_message_id=sent["message_id"])

    assert (await raw.updates())[-1]["message"]["reply_to_message"] == sent


async def test_a_double_of_what_never_arrived_comes_no_earlier_than_what_was_said_before(
    raw: RawBot, started: Door
) -> None:
    await started.post("/faults", method="getUpdates", kind="duplicate_update", times=3)
    await say(started, "satu", "dua")
    await raw.updates()  # the bot dies before it has stored them

    assert texts(await raw.updates()) == ["satu", "satu", "dua", "dua"]

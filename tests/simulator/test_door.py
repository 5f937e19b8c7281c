"""The door: people, scene, clock, feed, samples, files; and who may use it."""

import asyncio
import io
import json
from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from PIL import Image

from simulator.app import create_app
from simulator.bots import BotProfile, RealToken
from simulator.clock import SimClock
from simulator.samples import SAMPLES, draw_sample

from .conftest import BUDI, SITI, TOKEN, Door, Place, RawBot

SCENE = {
    "title": "Bapas Makassar (contoh)",
    "zone": "Asia/Makassar",
    "phones": [
        {"person": 201, "role": "client", "label": "Klien: Ani (contoh)", "start_link": "T1", "hint": "Mulai"}
    ],
    "places": [{"name": "Masjid", "latitude": -5.4, "longitude": 119.4, "radius_m": 100}],
}


async def test_people(door: Door) -> None:
    added = await door.post("/people", first_name="Cakra")

    assert added["id"] not in (BUDI, SITI)
    people = await door.get("/people")
    assert people[0] == {
        "id": BUDI,
        "first_name": "Budi",
        "last_name": "Contoh",
        "phone": "628111",
        "language_code": "id",
        "blocked": {"1000001": False, "1000002": False},
        "offline": False,
    }
    assert [person["first_name"] for person in people] == ["Budi", "Siti", "Cakra"]


async def test_a_scene_makes_its_people(door: Door) -> None:
    put = await door.ask("PUT", "/scene", json=SCENE)
    scene = await door.get("/scene")

    assert put.json() == scene
    assert scene["bot"] == {
        "username": "hadir_simulasi_bot",
        "first_name": "Hadir (simulasi)",
        "token_hint": "1000001:…",
    }
    assert scene["map"] == {"latitude": -5.4, "longitude": 119.4}
    assert (await door.get("/people"))[-1]["first_name"] == "Ani (contoh)"


async def test_reset_forgets_all_but_the_scene(raw: RawBot, started: Door) -> None:
    await started.ask("PUT", "/scene", json=SCENE)
    await started.post("/faults", method="getMe", kind="hang")
    await started.post("/reset")

    assert [person["id"] for person in await started.get("/people")] == [201]
    assert await started.get("/journal") == []
    assert await started.get("/faults") == []
    assert await raw.updates() == []


async def test_unread_until_read(raw: RawBot, started: Door) -> None:
    await raw("sendMessage", chat_id=BUDI, text="satu")
    await raw("sendMessage", chat_id=BUDI, text="dua")

    assert (await started.chat(BUDI))["unread"] == 2
    assert await started.acts(BUDI, "read") == {"unread": 0}
    assert (await started.chat(BUDI))["unread"] == 0


async def test_only_buttons_that_were_there_can_be_tapped(raw: RawBot, started: Door) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]}
    sent = await raw.result("sendMessage", chat_id=BUDI, text="x", reply_markup=markup)
    tap = {"message_id": sent["message_id"], "data": "b"}

    assert (await started.ask("POST", f"/people/{BUDI}/tap", json=tap)).status_code == 409


async def test_a_stale_button_can_still_be_tapped(raw: RawBot, started: Door) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]}
    sent = await raw.result("sendMessage", chat_id=BUDI, text="x", reply_markup=markup)
    await raw.result("editMessageText", chat_id=BUDI, message_id=sent["message_id"], text="y")
    await started.acts(BUDI, "tap", message_id=sent["message_id"], data="a")

    query = (await raw.updates())[-1]["callback_query"]
    assert (query["data"], query["message"]["text"]) == ("a", "y")


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/people/999/text", {"text": "x"}, 404),
        (f"/people/{BUDI}/text", {"text": ""}, 400),
        (f"/people/{BUDI}/text", {"text": "x", "reply_to_message_id": 99}, 404),
        (f"/people/{BUDI}/location", {"latitude": 1}, 400),
        (f"/people/{BUDI}/location", {"latitude": 91, "longitude": 0}, 400),
        (f"/people/{BUDI}/photo", {"sample": "gajah"}, 404),
        (f"/people/{BUDI}/live/77", {"latitude": 1, "longitude": 1}, 404),
        ("/people", {}, 400),
        ("/clock", {"to": "tomorrow"}, 400),
        ("/clock", {"now": "besok"}, 400),
    ],
)
async def test_the_door_says_what_is_wrong(door: Door, path: str, body: dict[str, Any], status: int) -> None:
    response = await door.ask("POST", path, json=body)

    assert response.status_code == status
    assert isinstance(response.json()["error"], str)


@pytest.mark.parametrize(
    ("origin", "status"),
    [("http://jahat.example", 403), ("null", 403), ("http://127.0.0.1:1", 403), ("own", 200), (None, 200)],
)
async def test_only_its_own_page_may_use_the_door(
    place: Place, door: Door, origin: str | None, status: int
) -> None:
    headers = {} if origin is None else {"Origin": place.url if origin == "own" else origin}
    response = await door.ask("POST", f"/people/{BUDI}/text", json={"text": "x"}, headers=headers)

    assert response.status_code == status


async def test_a_foreign_name_for_this_machine_is_foreign(door: Door) -> None:
    headers = {"Origin": "http://jahat.example", "Host": "jahat.example"}

    assert (await door.ask("POST", "/reset", headers=headers)).status_code == 403


async def test_the_clock_moves_and_wakes_who_waits(door: Door) -> None:
    before = await door.get("/clock")
    waiting = asyncio.create_task(door.get(f"/clock?after={before['revision']}"))
    moved = await door.post("/clock", advance_seconds=3600)

    assert before["now"].startswith("2026-04-23T15:40:")
    assert moved["revision"] == before["revision"] + 1
    assert (await asyncio.wait_for(waiting, 5))["revision"] == moved["revision"]
    assert await door.get(f"/clock?after={before['revision']}") == await door.get("/clock")


async def test_to_monday_morning(door: Door, raw: RawBot) -> None:
    assert (await door.post("/clock", to="monday-07"))["now"] == "2026-04-27T07:00:00+08:00"
    assert (await door.post("/clock", to="monday-07"))["now"] == "2026-05-04T07:00:00+08:00"
    await door.acts(BUDI, "start")
    sent = (await raw.updates())[-1]["message"]["date"]
    assert 0 <= sent - datetime(2026, 5, 3, 23, tzinfo=UTC).timestamp() < 60


async def events(http: httpx.AsyncClient, headers: dict[str, str] | None = None) -> AsyncGenerator[Any, None]:
    async with http.stream("GET", "/sim/feed", headers=headers) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        fields: dict[str, str] = {}
        async for line in response.aiter_lines():
            if line:
                name, _, value = line.partition(": ")
                fields[name] = value
            elif "data" in fields:
                yield int(fields["id"]), fields["event"], json.loads(fields["data"])
                fields = {}
            else:
                fields = {}
                yield 0, "open", {}


async def test_the_feed_tells_what_happens(http: httpx.AsyncClient, raw: RawBot, started: Door) -> None:
    feed = events(http)
    assert (await anext(feed))[1] == "open"
    await raw("sendChatAction", chat_id=BUDI, action="typing")
    await raw("sendMessage", chat_id=BUDI, text="a", reply_markup={"keyboard": [["Mulai"]]})
    await started.acts(BUDI, "block", blocked=True)
    await started.post("/clock", advance_seconds=1)
    heard = [await anext(feed) for _ in range(5)]
    await feed.aclose()

    assert [event for _, event, _ in heard] == ["typing", "message", "keyboard", "blocked", "clock"]
    assert heard[1][2]["person"] == BUDI
    assert heard[1][2]["message"]["sim"]["out"] is False
    assert heard[2][2]["reply_keyboard"] == {"keyboard": [[{"text": "Mulai"}]]}
    numbers = [number for number, _, _ in heard]
    assert numbers == list(range(numbers[0], numbers[0] + 5))

    again = events(http, {"Last-Event-ID": str(numbers[2])})
    assert (await anext(again))[1] == "open"
    assert await anext(again) == heard[3]
    await again.aclose()


async def test_an_answered_tap_shows_its_words(http: httpx.AsyncClient, raw: RawBot, started: Door) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "a"}]]}
    sent = await raw.result("sendMessage", chat_id=BUDI, text="x", reply_markup=markup)
    tapped = await started.acts(BUDI, "tap", message_id=sent["message_id"], data="a")
    feed = events(http)
    await anext(feed)
    await raw("answerCallbackQuery", **tapped, text="Tercatat", show_alert=True)
    callback, toast = await anext(feed), await anext(feed)
    await feed.aclose()

    assert (callback[1], callback[2]["callback_query_id"]) == ("callback", tapped["callback_query_id"])
    assert (toast[1], toast[2]["text"], toast[2]["show_alert"]) == ("toast", "Tercatat", True)


async def test_samples_are_listed_and_drawn(http: httpx.AsyncClient, door: Door) -> None:
    listed = await door.get("/samples")
    drawn = await http.get(f"/sim/samples/{listed[0]['name']}.jpg")

    assert len(listed) >= 6
    assert set(listed[0]["title"]) == {"id", "en"}
    assert drawn.headers["content-type"] == "image/jpeg"
    assert Image.open(io.BytesIO(drawn.content)).size == (1280, 960)


def test_two_photos_of_one_sample_differ_and_repeat_with_their_seed() -> None:
    sample = SAMPLES["kebersihan-1"]

    assert draw_sample(sample, 1, 1) == draw_sample(sample, 1, 1)
    assert draw_sample(sample, 1, 1) != draw_sample(sample, 1, 2)
    assert draw_sample(sample, 1, 1) != draw_sample(sample, 2, 1)


async def test_files_for_the_page(http: httpx.AsyncClient, started: Door) -> None:
    sent = await http.post(
        f"/bot{TOKEN}/sendDocument",
        data={"chat_id": str(BUDI)},
        files={"document": ("Rekap minggu.xlsx", b"isi", "application/x-contoh")},
    )
    file_id = sent.json()["result"]["document"]["file_id"]
    shown = await http.get(f"/sim/file/{file_id}")

    assert (shown.content, shown.headers["content-type"]) == (b"isi", "application/x-contoh")
    assert shown.headers["content-disposition"] == "attachment; filename*=UTF-8''Rekap%20minggu.xlsx"
    assert (await http.get("/sim/file/none")).status_code == 404


async def test_the_page_is_served(http: httpx.AsyncClient) -> None:
    page = await http.get("/")

    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")


def test_a_real_looking_token_is_refused() -> None:
    with pytest.raises(RealToken):
        create_app(bots={"123456789:AAE-abcdefghijklmnopqrstuvwxyz_1234": BotProfile()})
    with pytest.raises(ValueError, match="at least one bot"):
        create_app(bots={})


def test_the_clock_wants_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        SimClock(datetime(2026, 4, 23))  # noqa: DTZ001

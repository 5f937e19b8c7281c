"""Faults: what the client sees, what was done, and what the journal tells."""

import asyncio
from typing import Any

import httpx
import pytest

from .conftest import BUDI, OTHER_TOKEN, TOKEN, Door, RawBot

SEND = f"/bot{TOKEN}/sendMessage"
SAID = {"chat_id": BUDI, "text": "Tercatat"}


async def calls(door: Door, method: str) -> list[Any]:
    return [
        line for line in await door.get("/journal") if line["kind"] == "call" and line["method"] == method
    ]


async def bot_texts(door: Door) -> list[str]:
    return [m["text"] for m in (await door.chat(BUDI))["messages"] if not m["sim"]["out"]]


async def test_too_many_requests(http: httpx.AsyncClient, started: Door) -> None:
    await started.post("/faults", method="sendMessage", kind="too_many_requests", times=1, seconds=7)
    answer = await http.post(SEND, json=SAID)

    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "7"
    assert answer.json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    assert (await http.post(SEND, json=SAID)).status_code == 200
    assert await bot_texts(started) == ["Tercatat"]


async def test_bad_gateway_is_html_and_does_nothing(http: httpx.AsyncClient, started: Door) -> None:
    await started.post("/faults", method="*", kind="bad_gateway")
    answer = await http.post(SEND, json=SAID)

    assert (answer.status_code, answer.headers["content-type"]) == (502, "text/html")
    assert "<h1>502 Bad Gateway</h1>" in answer.text
    assert await bot_texts(started) == []
    line = (await calls(started, "sendMessage"))[-1]
    assert (line["fault"], line["performed"], line["delivered"]) == ("bad_gateway", False, True)


async def test_a_lost_answer_leaves_the_message(http: httpx.AsyncClient, started: Door) -> None:
    await started.post("/faults", method="sendMessage", kind="answer_lost", times=1)

    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        await http.post(SEND, json=SAID)
    assert await bot_texts(started) == ["Tercatat"]
    (line,) = await calls(started, "sendMessage")
    assert (line["fault"], line["performed"], line["delivered"]) == ("answer_lost", True, False)
    assert line["response"]["result"]["text"] == "Tercatat"


async def test_a_hang_does_nothing_for_who_leaves(http: httpx.AsyncClient, started: Door) -> None:
    await started.post("/faults", method="sendMessage", kind="hang")

    with pytest.raises(httpx.ReadTimeout):
        await http.post(SEND, json=SAID, timeout=0.2)
    assert await bot_texts(started) == []
    assert await calls(started, "sendMessage") == []


async def test_a_short_hang_is_only_slow(http: httpx.AsyncClient, started: Door) -> None:
    await started.post("/faults", method="sendMessage", kind="hang", seconds=0.1)

    assert (await http.post(SEND, json=SAID)).status_code == 200


async def test_an_update_comes_twice(raw: RawBot, started: Door) -> None:
    await started.post("/faults", method="getUpdates", kind="duplicate_update", times=1)
    await started.acts(BUDI, "text", text="halo")
    (first,) = await raw.updates()
    again = await raw.updates(offset=first["update_id"] + 1)

    assert again == [first]
    assert await raw.updates(offset=first["update_id"] + 1) == []


async def test_a_fault_keeps_to_its_chat_and_bot(http: httpx.AsyncClient, raw: RawBot, started: Door) -> None:
    await started.post("/faults", method="sendMessage", kind="bad_gateway", chat=999, times=5)

    assert (await http.post(SEND, json=SAID)).status_code == 200
    assert (await RawBot(http, OTHER_TOKEN)("getMe"))["ok"]


async def test_chance_is_seeded(http: httpx.AsyncClient, started: Door) -> None:
    await started.post("/faults", method="getMe", kind="too_many_requests", probability=0.5)
    answers = [(await http.get(f"/bot{TOKEN}/getMe")).status_code for _ in range(40)]

    assert 8 < answers.count(429) < 32
    assert (await started.get("/faults"))[0]["probability"] == 0.5
    await started.ask("DELETE", "/faults")
    assert await started.get("/faults") == []


@pytest.mark.parametrize(
    "body",
    [{"kind": "earthquake"}, {"kind": "hang", "method": 5}, {"kind": "hang", "times": 1, "probability": 1}],
)
async def test_faults_that_are_none(door: Door, body: dict[str, Any]) -> None:
    assert (await door.ask("POST", "/faults", json=body)).status_code == 400


async def test_the_journal_tells_all_in_order(raw: RawBot, started: Door) -> None:
    before = (await started.get("/journal"))[-1]["n"]
    await started.acts(BUDI, "text", text="halo")
    await raw("sendMessage", **SAID)
    await started.post("/clock", advance_seconds=60)
    lines = await started.get(f"/journal?after={before}")

    assert [(line["kind"], line.get("method"), line.get("chat")) for line in lines] == [
        ("update", "message", BUDI),
        ("call", "sendMessage", BUDI),
        ("clock", None, None),
    ]
    assert lines[0]["update"]["message"]["text"] == "halo"
    call = lines[1]
    assert (call["request"], call["status"], call["performed"], call["delivered"]) == (SAID, 200, True, True)
    assert [line["n"] for line in lines] == [before + 1, before + 2, before + 3]


async def test_a_lost_poll_loses_no_update(http: httpx.AsyncClient, raw: RawBot, started: Door) -> None:
    await started.acts(BUDI, "text", text="halo")
    await started.post("/faults", method="getUpdates", kind="answer_lost")
    lost = await asyncio.gather(http.post(f"/bot{TOKEN}/getUpdates", json={}), return_exceptions=True)

    assert isinstance(lost[0], httpx.RemoteProtocolError | httpx.ReadError)
    assert [update["message"]["text"] for update in await raw.updates()] == ["halo"]

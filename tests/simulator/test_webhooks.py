"""Webhooks: secret, order, retries, and a method call as the answer."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from simulator import webhooks
from simulator.app import create_app
from simulator.bots import BotProfile
from simulator.serving import serving

from .conftest import BUDI, SITI, Door, Place, RawBot


class Listener:
    """A bot that listens; it says what stands first in `answers`, then 200."""

    def __init__(self) -> None:
        self.heard: asyncio.Queue[tuple[str | None, Any]] = asyncio.Queue()
        self.answers: list[Response] = []

    async def hear(self, request: Request) -> Response:
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        await self.heard.put((secret, await request.json()))
        return self.answers.pop(0) if self.answers else Response()

    async def next(self) -> Any:
        return (await asyncio.wait_for(self.heard.get(), 5))[1]


@pytest.fixture
async def listener() -> AsyncIterator[tuple[Listener, str]]:
    found = Listener()
    app = Starlette(routes=[Route("/hook", found.hear, methods=["POST"])])
    app.state.simulation = create_app(bots={"9:x": BotProfile()}).state.simulation
    async with serving(app) as url:
        yield found, f"{url}/hook"


async def test_an_update_with_its_secret(raw: RawBot, started: Door, listener: tuple[Listener, str]) -> None:
    bot, url = listener
    envelope = await raw("setWebhook", url=url, secret_token="rahasia_1")
    await started.acts(BUDI, "text", text="halo")
    secret, update = await asyncio.wait_for(bot.heard.get(), 5)

    assert envelope == {"ok": True, "result": True, "description": "Webhook was set"}
    assert (secret, update["message"]["text"]) == ("rahasia_1", "halo")


async def test_what_waited_for_polling_goes_to_the_webhook(
    raw: RawBot, started: Door, listener: tuple[Listener, str]
) -> None:
    bot, url = listener
    await started.acts(BUDI, "text", text="tadi")
    await raw("setWebhook", url=url)

    assert (await bot.next())["message"]["text"] == "tadi"


async def test_a_refused_update_comes_again_and_holds_only_its_person(
    raw: RawBot, started: Door, place: Place, listener: tuple[Listener, str]
) -> None:
    bot, url = listener
    await raw("setWebhook", url=url)
    hook = place.sim.first_bot.webhook
    assert hook is not None
    hook.first_pause = 0.3
    bot.answers = [Response(status_code=500), Response()]
    await started.acts(BUDI, "text", text="satu")
    first = await bot.next()
    await started.acts(BUDI, "text", text="dua")
    await started.acts(SITI, "start")

    assert (await bot.next())["message"]["from"]["id"] == SITI
    info = await raw.result("getWebhookInfo")
    assert info["pending_update_count"] >= 2
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert await bot.next() == first
    assert (await bot.next())["message"]["text"] == "dua"


async def test_a_duplicate_is_posted_twice(
    raw: RawBot, started: Door, listener: tuple[Listener, str]
) -> None:
    bot, url = listener
    await raw("setWebhook", url=url)
    await started.post("/faults", method="getUpdates", kind="duplicate_update")
    await started.acts(BUDI, "text", text="halo")

    assert await bot.next() == await bot.next()


async def test_an_answer_may_be_a_call(
    raw: RawBot, started: Door, place: Place, listener: tuple[Listener, str]
) -> None:
    bot, url = listener
    await raw("setWebhook", url=url)
    bot.answers = [JSONResponse({"method": "sendMessage", "chat_id": BUDI, "text": "Diterima"})]
    await started.acts(BUDI, "text", text="halo")
    await bot.next()
    await started.acts(BUDI, "text", text="lagi")
    await bot.next()

    assert "Diterima" in [m["text"] for m in (await started.chat(BUDI))["messages"]]


async def test_an_answer_may_end_the_webhook(
    raw: RawBot, started: Door, listener: tuple[Listener, str]
) -> None:
    bot, url = listener
    await raw("setWebhook", url=url)
    bot.answers = [JSONResponse({"method": "deleteWebhook"})]
    await started.acts(BUDI, "text", text="halo")
    await bot.next()
    await started.acts(BUDI, "text", text="lagi")

    async with asyncio.timeout(5):
        while (await raw("getWebhookInfo"))["result"]["url"]:
            pass
    assert [update["message"]["text"] for update in await raw.updates(timeout=2)] == ["lagi"]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "ftp://127.0.0.1/x"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://api.telegram.org/x"},
            "bad webhook: the simulator calls loopback addresses only",
        ),
        (
            {"url": "http://127.0.0.1:9/x", "secret_token": "a b"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_webhooks_that_are_refused(raw: RawBot, params: dict[str, Any], words: str) -> None:
    assert await raw.refusal("setWebhook", **params) == f"Bad Request: {words}"


async def test_set_and_deleted_again(raw: RawBot) -> None:
    url = "http://127.0.0.1:9/x"
    said = [
        (await raw(method, **params))["description"]
        for method, params in [
            ("setWebhook", {"url": url}),
            ("setWebhook", {"url": url}),
            ("deleteWebhook", {}),
            ("setWebhook", {"url": ""}),
        ]
    ]

    assert said == [
        "Webhook was set",
        "Webhook is already set",
        "Webhook was deleted",
        "Webhook is already deleted",
    ]
    assert webhooks.LONGEST_PAUSE >= 30

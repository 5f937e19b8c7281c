"""`/bot<token>/<method>` and `/file/bot<token>/<path>`: the hot path, as plain ASGI."""

import asyncio
import json
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any, TypeVar

from starlette.types import Receive, Scope, Send

from simulator.bots import SIM_TOKEN, Bot
from simulator.errors import ApiError, not_built, not_found, too_many_requests, unauthorized
from simulator.faults import BAD_GATEWAY, Fault
from simulator.journal import Entry
from simulator.methods import METHODS, NOT_BUILT, Call, Described
from simulator.params import Params, read_params
from simulator.shapes import JsonObject
from simulator.simulation import Simulation

JSON = (b"content-type", b"application/json")
HTML = (b"content-type", b"text/html")
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
T = TypeVar("T")


@dataclass(slots=True)
class Answer:
    status: int
    body: bytes
    content_type: tuple[bytes, bytes] = JSON
    retry_after: int | None = None


class Gone(Exception):
    """The client left, or the server closes, before there was an answer."""


class BotApi:
    def __init__(self, sim: Simulation) -> None:
        self.sim = sim
        sim.on_reply = self.reply

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        token, _, method = scope["path"].removeprefix("/bot").partition("/")
        bot = self.sim.bots.get(token)
        if bot is None:
            await respond(send, refusal(unauthorized() if SIM_TOKEN.fullmatch(token) else not_found()))
            return
        try:
            params = await read_params(scope, receive)
        except ApiError as error:
            self._note(bot, method, Params(), refusal(error), performed=False)
            await respond(send, refusal(error))
            return
        try:
            await self._serve(bot, method, params, scope, receive, send)
        except Gone:
            await self._drop(scope, receive)

    async def reply(self, bot: Bot, call: JsonObject) -> None:
        """A call that came as the answer to a webhook: performed, its result told to nobody."""
        method = call.pop("method")
        params = Params(call)
        answer = await self._perform(bot, method, params)
        self._note(bot, method, params, answer, performed=answer.status == 200)

    async def _serve(
        self, bot: Bot, method: str, params: Params, scope: Scope, receive: Receive, send: Send
    ) -> None:
        fault = self.sim.faults.strike_call(method, params.integer("chat_id"))
        if fault is not None:
            await self._suffer(fault, bot, method, params, receive, send)
            if fault.kind != "hang":
                return
        if params.values.get("timeout") and method.lower() == "getupdates":
            answer = await unless_gone(self._perform(bot, method, params), self.sim.closing, receive)
        else:
            answer = await self._perform(bot, method, params)
        entry = self._note(bot, method, params, answer, performed=answer.status == 200)
        await respond(send, answer)
        entry.delivered = True

    async def _suffer(
        self, fault: Fault, bot: Bot, method: str, params: Params, receive: Receive, send: Send
    ) -> None:
        """429 and 502: not done. Hang: done only if the client is still there. Answer lost: done."""
        answer: Answer | None = None
        performed = False
        match fault.kind:
            case "too_many_requests":
                answer = refusal(too_many_requests(round(fault.seconds or 1)))
            case "bad_gateway":
                answer = Answer(502, BAD_GATEWAY, HTML)
            case "answer_lost":
                lost = await self._perform(bot, method, params)
                performed = lost.status == 200
                self._note(bot, method, params, lost, performed=performed).fault = fault.kind
        self.sim.journal.add(
            "fault",
            self.sim.clock.now(),
            bot=bot.id,
            method=method,
            chat=params.integer("chat_id"),
            fault=fault.kind,
            performed=performed,
        )
        if answer is not None:
            entry = self._note(bot, method, params, answer, performed=False)
            entry.fault = fault.kind
            await respond(send, answer)
            entry.delivered = True
        elif fault.kind == "hang":
            await unless_gone(asyncio.sleep(fault.seconds or 3600), self.sim.closing, receive)
        else:
            raise Gone

    async def _perform(self, bot: Bot, method: str, params: Params) -> Answer:
        handler = METHODS.get(method) or METHODS.get(method.lower())
        try:
            if handler is None:
                real = NOT_BUILT.get(method.lower())
                raise not_found() if real is None else not_built(real)
            result = await handler(Call(self.sim, bot, params))
        except ApiError as error:
            return refusal(error)
        if type(result) is Described:
            envelope: JsonObject = {"ok": True, "result": result.result, "description": result.description}
        else:
            envelope = {"ok": True, "result": result}
        return Answer(200, encode(envelope).encode())

    def _note(self, bot: Bot, method: str, params: Params, answer: Answer, *, performed: bool) -> Entry:
        request = params.values
        if params.files:
            uploads = {
                name: {"file_name": one.name, "size": len(one.data)} for name, one in params.files.items()
            }
            request = request | uploads
        return self.sim.journal.add(
            "call",
            self.sim.clock.now(),
            bot=bot.id,
            method=method,
            chat=params.integer("chat_id"),
            request=request,
            status=answer.status,
            answer=answer.body,
            performed=performed,
            delivered=False,
        )

    async def _drop(self, scope: Scope, receive: Receive) -> None:
        """Closes the connection; on a server that does not let us, waits until the client leaves."""
        for connection in list(self.sim.connections):
            if connection.client == scope["client"]:
                connection.transport.abort()
        await until_gone(receive)


class FileDownload:
    """core.telegram.org/bots/api#getfile"""

    def __init__(self, sim: Simulation) -> None:
        self.sim = sim

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        token, _, path = scope["path"].removeprefix("/file/bot").partition("/")
        if token not in self.sim.bots:
            await respond(send, refusal(unauthorized() if SIM_TOKEN.fullmatch(token) else not_found()))
            return
        stored = self.sim.files.at(path)
        if stored is None:
            await respond(send, refusal(not_found()))
        else:
            await respond(send, Answer(200, stored.data, (b"content-type", b"application/octet-stream")))


def refusal(error: ApiError) -> Answer:
    envelope: JsonObject = {"ok": False, "error_code": error.code, "description": error.description}
    if error.retry_after is not None:
        envelope["parameters"] = {"retry_after": error.retry_after}
    return Answer(error.code, encode(envelope).encode(), retry_after=error.retry_after)


async def respond(send: Send, answer: Answer) -> None:
    headers = [answer.content_type, (b"content-length", str(len(answer.body)).encode())]
    if answer.retry_after is not None:
        headers.append((b"retry-after", str(answer.retry_after).encode()))
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": answer.body})


async def unless_gone(work: Awaitable[T], closing: asyncio.Event, receive: Receive) -> T:
    """The result of `work`, or Gone as soon as the client leaves or the server closes."""
    working: asyncio.Future[T] = asyncio.ensure_future(work)
    others: list[asyncio.Task[Any]] = [
        asyncio.create_task(until_gone(receive)),
        asyncio.create_task(closing.wait()),
    ]
    try:
        await asyncio.wait((working, *others), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise Gone
        return working.result()
    finally:
        for task in (working, *others):
            task.cancel()
        await asyncio.gather(working, *others, return_exceptions=True)


async def until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass

"""`python -m benchmarks.stub`: a Bot API server that accepts everything at once, in a process of its own.

It prints its port, then one JSON line for each call that changes something: what, to which chat, and when it
arrived on the machine's monotonic clock.
"""

from __future__ import annotations

import asyncio
import io
import itertools
import json
import re
import sys
import time
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web
from PIL import Image, ImageFilter

WIDTH, HEIGHT = 1280, 960
"""What Telegram makes of a phone's photo."""
SENDS = ("sendMessage", "sendPhoto", "editMessageText", "editMessageCaption")
ME = {"id": 1000001, "is_bot": True, "first_name": "Hadir", "username": "hadir_bot"}
PART = re.compile(rb'name="(\w+)"\r\n(?:[^\r\n]+\r\n)*\r\n(-?\d+)\r\n')
"""A part of a multipart form whose value is a number."""


class Stub:
    """Answers with valid envelopes; keeps nothing."""

    def __init__(self) -> None:
        self._photo = picture()
        self._numbers = itertools.count(1)

    async def answer(self, request: web.BaseRequest) -> web.Response:
        """One call, or the download of a photo."""
        if request.path.startswith("/file/"):
            return web.Response(body=self._photo_of(request.path), content_type="image/jpeg")
        method, body = request.path.rpartition("/")[2], await request.read()
        at, form = time.monotonic(), _form(request, body)
        if method in SENDS or method == "setWebhook":
            line = {"at": at, "method": method, "chat": int(form.get("chat_id", 0)), "url": form.get("url")}
            sys.stdout.write(json.dumps(line) + "\n")
            sys.stdout.flush()
        return web.json_response({"ok": True, "result": self._result(method, form)})

    def _result(self, method: str, form: dict[str, str]) -> Any:
        if method == "getMe":
            return ME
        if method in ("getMyName", "getMyDescription", "getMyShortDescription"):
            return {"name": "Hadir", "description": "", "short_description": ""}
        if method == "getFile":
            name = form["file_id"]
            path = f"photos/{name}.jpg"
            return {
                "file_id": name,
                "file_unique_id": name,
                "file_size": len(self._photo_of(path)),
                "file_path": path,
            }
        return self._message(method, form) if method in SENDS else True

    def _photo_of(self, path: str) -> bytes:
        return self._photo + path.rpartition("/")[2].encode()

    def _message(self, method: str, form: dict[str, str]) -> dict[str, Any]:
        number = int(form.get("message_id", 0)) or next(self._numbers)
        chat = {"id": int(form["chat_id"]), "type": "private", "first_name": "Seseorang"}
        message: dict[str, Any] = {"message_id": number, "date": 1_772_600_000, "chat": chat, "from": ME}
        if method == "sendPhoto":
            size = {"file_id": f"sent-{number}", "file_unique_id": f"s{number}"}
            return message | {"photo": [size | {"width": WIDTH, "height": HEIGHT}]}
        return message | {"text": form.get("text", "")}


def picture() -> bytes:
    """A JPEG of about 150 KB, as a photo of a place comes from Telegram. It is too plain to be known again,
    and each client's has bytes of its own behind it: none is taken for another's."""
    noise = Image.effect_noise((WIDTH, HEIGHT), 40).convert("RGB").filter(ImageFilter.GaussianBlur(1))
    light = Image.linear_gradient("L").resize((WIDTH, HEIGHT)).convert("RGB")
    out = io.BytesIO()
    Image.blend(noise, light, 0.5).save(out, "JPEG", quality=80)
    return out.getvalue()


def _form(request: web.BaseRequest, body: bytes) -> dict[str, str]:
    if request.content_type == "multipart/form-data":
        return {name.decode(): number.decode() for name, number in PART.findall(body)}
    return dict(parse_qsl(body.decode()))


async def serve() -> None:
    """On a free port of this machine, until the parent closes stdin."""
    runner = web.ServerRunner(web.Server(Stub().answer, access_log=None))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve())

"""What a call brings: query, form, multipart or JSON, read as the real server reads them.

core.telegram.org/bots/api#making-requests: four ways; lists and objects travel as JSON strings.
"""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.types import Receive, Scope

from simulator.errors import ApiError, bad_request, too_large

LARGEST_BODY = 52 * 1024 * 1024
"""A document of 50 MB and its form."""


@dataclass(frozen=True, slots=True)
class Upload:
    name: str
    content_type: str
    data: bytes


@dataclass(slots=True)
class Params:
    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        value = self.values.get(name)
        if value is None or isinstance(value, str):
            return value
        return json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int | None = None) -> int | None:
        value = self.values.get(name)
        if value is None or value == "" or isinstance(value, bool):
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            return default

    def number(self, name: str) -> float | None:
        value = self.values.get(name)
        try:
            return None if value is None or value == "" else float(value)
        except (TypeError, ValueError):
            return None

    def flag(self, name: str) -> bool:
        value = self.values.get(name, False)
        return value if isinstance(value, bool) else str(value).lower() in ("true", "yes", "1")

    def decoded(self, name: str, words: str) -> Any:
        """A list or object, sent natively or as a JSON string; `words` is the error when it is neither."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(words) from None


async def read_params(scope: Scope, receive: Receive) -> Params:
    values: dict[str, Any] = {}
    if query := scope["query_string"]:
        values.update(parse_qsl(query.decode("latin-1"), keep_blank_values=True))
    if scope["method"] == "GET":
        return Params(values)
    content_type = declared = b""
    for name, content in scope["headers"]:
        if name == b"content-type":
            content_type = content
        elif name == b"content-length":
            declared = content
    if declared and int(declared) > LARGEST_BODY:
        raise too_large()
    body = await read_body(receive)
    if content_type.startswith(b"application/json"):
        values.update(from_json(body))
    elif content_type.startswith(b"multipart/form-data"):
        return await from_multipart(scope, body, values)
    elif body and content_type.startswith(b"application/x-www-form-urlencoded"):
        values.update(from_form(body))
    return Params(values)


async def read_body(receive: Receive) -> bytes:
    message = await receive()
    body: bytes = message.get("body", b"")
    if not message.get("more_body"):
        return body
    parts, size = [body], len(body)
    while message.get("more_body"):
        message = await receive()
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > LARGEST_BODY:
            raise too_large()
    return b"".join(parts)


def from_json(body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    try:
        values = json.loads(body)
    except ValueError:
        raise bad_request("can't parse JSON request body") from None
    if not isinstance(values, dict):
        raise bad_request("JSON object expected in the request body")
    return {name: value for name, value in values.items() if value is not None}


def from_form(body: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(body.decode(), keep_blank_values=True)
    except UnicodeDecodeError:
        raise bad_request("strings must be encoded in UTF-8") from None


async def from_multipart(scope: Scope, body: bytes, values: dict[str, Any]) -> Params:
    async def stream() -> Any:
        yield body
        yield b""

    params = Params(values)
    try:
        form = await MultiPartParser(Headers(scope=scope), stream()).parse()
    except MultiPartException as broken:
        raise ApiError(400, f"Bad Request: {broken.message}") from None
    try:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                params.files[name] = Upload(
                    value.filename or name,
                    value.content_type or "application/octet-stream",
                    await value.read(),
                )
            else:
                params.values[name] = value
    finally:
        await form.close()
    return params

"""The JSON that travels: objects exactly as the Bot API page documents them."""

from typing import Any

JsonObject = dict[str, Any]
"""One Bot API object. Never changed after it was sent or stored: an edit makes a new one."""


def present(**fields: object) -> JsonObject:
    """An object without its absent fields: the Bot API leaves them out, it sends no null."""
    return {name: value for name, value in fields.items() if value is not None}


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, in which the Bot API counts (core.telegram.org/bots/api#messageentity)."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2

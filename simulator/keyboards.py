"""Buttons under messages and the input field (core.telegram.org/bots/api#inlinekeyboardmarkup)."""

from dataclasses import dataclass
from typing import Any

from simulator.errors import bad_request
from simulator.params import Params
from simulator.shapes import JsonObject

LONGEST_CALLBACK_DATA = 64
"""In bytes, not letters (core.telegram.org/bots/api#inlinekeyboardbutton)."""

INLINE_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)


@dataclass(frozen=True, slots=True)
class Markup:
    """At most one is set: inline buttons stay with the message, the others change the input field."""

    inline: JsonObject | None = None
    reply: JsonObject | None = None
    removes: bool = False
    forces_reply: bool = False


NO_MARKUP = Markup()


def read_markup(params: Params) -> Markup:
    if not params.values.get("reply_markup"):
        return NO_MARKUP
    given = params.decoded("reply_markup", "can't parse reply keyboard markup JSON object")
    if not isinstance(given, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in given:
        return Markup(inline=inline_keyboard(given["inline_keyboard"]))
    if "keyboard" in given:
        return Markup(reply=reply_keyboard(given))
    return Markup(removes=bool(given.get("remove_keyboard")), forces_reply=bool(given.get("force_reply")))


def read_inline(params: Params) -> JsonObject | None:
    """The markup of an edit: inline buttons or none (core.telegram.org/bots/api#updating-messages)."""
    markup = read_markup(params)
    if markup.reply or markup.removes or markup.forces_reply:
        raise bad_request("inline keyboard expected")
    return markup.inline


def inline_keyboard(rows: Any) -> JsonObject | None:
    """The keyboard as the message carries it, or None when it has no button."""
    kept = [[inline_button(button) for button in row] for row in rows_of(rows, "inline keyboard") if row]
    return {"inline_keyboard": kept} if kept else None


def inline_button(button: Any) -> JsonObject:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not isinstance(button["text"], str):
        raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
    data = button.get("callback_data")
    if data is not None and not isinstance(data, str):
        raise bad_request('can\'t parse inline keyboard button: Field "callback_data" must be of type String')
    if not any(name in button and button[name] != "" for name in INLINE_ACTIONS) and not any(
        name.startswith("switch_inline") for name in button
    ):
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if data is not None and len(data.encode()) > LONGEST_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    return {name: value for name, value in button.items() if value is not None}


def reply_keyboard(given: JsonObject) -> JsonObject | None:
    kept = [[reply_button(button) for button in row] for row in rows_of(given["keyboard"], "keyboard") if row]
    if not kept:
        return None
    return {name: value for name, value in given.items() if value is not None} | {"keyboard": kept}


def reply_button(button: Any) -> JsonObject:
    if isinstance(button, str):
        return {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request("can't parse keyboard button: Can't find field \"text\"")
    return {name: value for name, value in button.items() if value is not None}


def rows_of(rows: Any, name: str) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f"can't parse {name} markup JSON object: {name} rows must be Arrays")
    return rows


def callback_datas(markup: JsonObject | None) -> set[str]:
    """What the buttons of this inline keyboard would send."""
    if markup is None:
        return set()
    return {
        button["callback_data"]
        for row in markup["inline_keyboard"]
        for button in row
        if "callback_data" in button
    }

"""What a bot is and says about itself: getMe, commands, menu button, descriptions; and whom it talks to."""

import re
from typing import Any

from simulator.errors import bad_request
from simulator.methods.call import Call, named_chat
from simulator.shapes import JsonObject, present, utf16_length

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")
WIDE_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
LONGEST = {"name": 64, "description": 512, "short_description": 120}


async def get_me(call: Call) -> JsonObject:
    """core.telegram.org/bots/api#getme, with the fields of User that only it returns."""
    return call.bot.user | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_chat(call: Call) -> JsonObject:
    """core.telegram.org/bots/api#chatfullinfo: the fields that are always there, and the names."""
    person = named_chat(call).person
    return present(
        **person.chat,
        active_usernames=[person.username] if person.username else None,
        accent_color_id=person.id % 7,
        max_reaction_count=11,
        accepted_gift_types={
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    )


async def set_my_commands(call: Call) -> bool:
    given = call.params.decoded("commands", "can't parse commands JSON object")
    if not isinstance(given, list):
        raise bad_request("can't parse commands JSON object: expected an Array of BotCommand")
    if len(given) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    call.bot.commands[scope_key(call)] = [bot_command(one) for one in given]
    tell_phones(call)
    return True


async def get_my_commands(call: Call) -> list[JsonObject]:
    return call.bot.commands.get(scope_key(call), [])


async def delete_my_commands(call: Call) -> bool:
    call.bot.commands.pop(scope_key(call), None)
    tell_phones(call)
    return True


def bot_command(given: Any) -> JsonObject:
    """core.telegram.org/bots/api#botcommand"""
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    command = str(given.get("command", "")).removeprefix("/")
    description = str(given.get("description", ""))
    if not COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= utf16_length(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": description}


def scope_key(call: Call) -> tuple[str, int, str]:
    """core.telegram.org/bots/api#botcommandscope"""
    scope = call.params.decoded("scope", "can't parse BotCommandScope") or {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    language = call.params.text("language_code") or ""
    if kind in WIDE_SCOPES:
        return str(kind), 0, language
    if kind not in CHAT_SCOPES:
        raise bad_request("unsupported type specified")
    try:
        person = call.sim.world.people[int(scope["chat_id"])]
    except (KeyError, ValueError, TypeError):
        raise bad_request("chat not found") from None
    return str(kind), person.id, language


def tell_phones(call: Call) -> None:
    for chat in call.sim.world.chats_with(call.bot.id):
        call.sim.feed.publish("commands", {"person": chat.person.id, "bot": call.bot.id})


async def set_chat_menu_button(call: Call) -> bool:
    """core.telegram.org/bots/api#setchatmenubutton"""
    button = call.params.decoded("menu_button", "can't parse MenuButton") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("commands", "web_app", "default"):
        raise bad_request("MenuButton has unsupported type")
    call.bot.menus[menu_chat(call)] = button
    return True


async def get_chat_menu_button(call: Call) -> JsonObject:
    menus = call.bot.menus
    return menus.get(menu_chat(call)) or menus.get(0) or {"type": "commands"}


def menu_chat(call: Call) -> int:
    return named_chat(call).person.id if call.params.values.get("chat_id") else 0


async def set_my_name(call: Call) -> bool:
    return set_words(call, "name")


async def get_my_name(call: Call) -> JsonObject:
    return words(call, "name", default=call.bot.profile.first_name)


async def set_my_description(call: Call) -> bool:
    return set_words(call, "description")


async def get_my_description(call: Call) -> JsonObject:
    return words(call, "description")


async def set_my_short_description(call: Call) -> bool:
    return set_words(call, "short_description")


async def get_my_short_description(call: Call) -> JsonObject:
    return words(call, "short_description")


def set_words(call: Call, kind: str) -> bool:
    text = call.params.text(kind) or ""
    if utf16_length(text) > LONGEST[kind]:
        raise bad_request(f"{kind.replace('_', ' ')} is too long")
    call.bot.words[(kind, call.params.text("language_code") or "")] = text
    return True


def words(call: Call, kind: str, default: str = "") -> JsonObject:
    language = call.params.text("language_code") or ""
    text = call.bot.words.get((kind, language)) or call.bot.words.get((kind, "")) or default
    return {kind: text}

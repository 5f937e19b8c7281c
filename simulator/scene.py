"""The example that is played, as the embedding application describes it: zone, phones, places."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from simulator.bots import Bot
from simulator.errors import DoorError
from simulator.shapes import JsonObject
from simulator.world import Person, World


@dataclass(frozen=True, slots=True)
class Scene:
    document: JsonObject
    zone: ZoneInfo

    def people_into(self, world: World) -> None:
        """Makes the missing people; a label like "Klien: Budi (contoh)" gives the first name."""
        for phone in self.document["phones"]:
            if phone["person"] not in world.people:
                world.add(person_of(phone))


def person_of(phone: JsonObject) -> Person:
    label = str(phone.get("label") or phone.get("role") or f"Orang {phone['person']}")
    return Person(
        id=phone["person"],
        first_name=str(phone.get("first_name") or label.rpartition(":")[2].strip()),
        last_name=phone.get("last_name"),
        username=phone.get("username"),
        phone=phone.get("phone"),
        language_code=str(phone.get("language_code") or "id"),
    )


def empty_scene(bot: Bot) -> Scene:
    return read_scene({"title": bot.profile.first_name}, bot)


def read_scene(given: Any, bot: Bot) -> Scene:
    """Checked and completed; the bot's own facts are filled in, whatever was given."""
    if not isinstance(given, dict):
        raise DoorError(400, "the scene is an object")
    phones, places = given.get("phones") or [], given.get("places") or []
    if not isinstance(phones, list) or not all(
        isinstance(one, dict) and isinstance(one.get("person"), int) for one in phones
    ):
        raise DoorError(400, "phones is a list of objects with a number `person`")
    name = given.get("zone") or "Asia/Makassar"
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, TypeError):
        raise DoorError(400, f"unknown zone {name}") from None
    facts = {
        "username": bot.profile.username,
        "first_name": bot.profile.first_name,
        "token_hint": bot.token_hint,
    }
    centre = given.get("map") or (places[0] if places else {"latitude": -5.1477, "longitude": 119.4327})
    document = given | {
        "title": given.get("title") or bot.profile.first_name,
        "zone": name,
        "bot": facts,
        "phones": [{"role": "", "label": "", "start_link": None, "hint": ""} | one for one in phones],
        "places": places,
        "map": {"latitude": centre["latitude"], "longitude": centre["longitude"]},
    }
    return Scene(document, zone)

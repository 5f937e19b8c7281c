"""What the people do with their phones, each at a moment of his own."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterable
from random import Random

from PIL import Image

from simulator.files import Photo
from simulator.phones import Phone
from tests.crash.town import Client, Team

PHOTO_FIRST = 0.3
"""So many take the photo before they send the location."""


class Crowd:
    """Everybody acts once, spread over a while."""

    def __init__(self, random: Random, *, seconds: float) -> None:
        self._random = random
        self._seconds = seconds
        self._photos = 0

    async def check_in(self, teams: Iterable[Team]) -> None:
        """Location, and the photo where the case asks for it, in either order."""
        clients = [client for team in teams for client in team.clients]
        await self._spread(clients, early_photos=True)

    async def check_out(self, teams: Iterable[Team]) -> None:
        """Location, then the photo where the case asks for it."""
        clients = [client for team in teams for client in team.clients]
        await self._spread(clients, early_photos=False)

    async def confirm(self, teams: Iterable[Team]) -> None:
        """Supervisors press what stands under their newest messages."""
        for team in teams:
            for message, data in buttons(team.supervisor, "right" if len(team.clients) < 3 else "all-done"):
                team.supervisor.tap(message, data)
                await asyncio.sleep(self._random.random() * 0.2)

    async def _spread(self, clients: list[Client], *, early_photos: bool) -> None:
        self._random.shuffle(clients)
        async with asyncio.TaskGroup() as acting:
            for client in clients:
                early = early_photos and self._random.random() < PHOTO_FIRST
                acting.create_task(self._acts(client, early))
                await asyncio.sleep(self._seconds / len(clients) * 2 * self._random.random())

    async def _acts(self, client: Client, photo_first: bool) -> None:
        if client.photo and photo_first:
            await self._takes_photo(client)
        latitude, longitude = client.here
        place = {"latitude": latitude, "longitude": longitude, "horizontal_accuracy": 12}
        client.phone.location(place)
        if client.photo and not photo_first:
            await asyncio.sleep(self._random.random() * 2)
            await self._takes_photo(client)

    async def _takes_photo(self, client: Client) -> None:
        self._photos += 1
        photo: Photo = await client.phone.sim.files.add_photo(jpeg(self._photos))
        client.phone.photo(photo, None)


def buttons(phone: Phone, verb: str) -> list[tuple[int, str]]:
    """The newest button of this kind for each thing it is about: message id and data."""
    newest: dict[str, tuple[int, str]] = {}
    for number, kept in phone.chat.messages.items():
        rows = kept.message.get("reply_markup", {}).get("inline_keyboard", [])
        for data in (button["callback_data"] for row in rows for button in row):
            if data.startswith(f"{verb}:"):
                newest[data.split(":")[1]] = (number, data)
    return list(newest.values())


def jpeg(number: int) -> bytes:
    """A small photo, different for each number."""
    picture = Image.new("RGB", (320, 240), (number * 37 % 255, number * 91 % 255, 90))
    picture.paste((255, number % 255, 0), (number % 200, 20, number % 200 + 60, 80))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()

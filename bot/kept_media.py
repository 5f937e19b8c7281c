"""What lies encrypted in files, as people get it: photos drawn anew, voices as they were spoken."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

import structlog

from bot.channel import Attachment
from bot.storage.database import Database
from bot.storage.keys import to_open
from bot.storage.models import Photo
from bot.storage.photos import PhotoError, PhotoStore
from bot.storage.pictures import beside, shown
from bot.storage.voices import VoiceNote

log = structlog.get_logger()

Draw = Callable[[bytes], bytes]


class KeptMedia:
    """Opens files off the event loop; nothing of what is gone."""

    def __init__(self, database: Database, photos: PhotoStore) -> None:
        self._database = database
        self._photos = photos

    async def photo(self, photo_id: int, draw: Draw) -> Attachment | None:
        """One photo, drawn as large as it is wanted."""
        picture = await self._drawn(photo_id, draw)
        return Attachment("foto.jpg", picture, picture=True) if picture else None

    async def photos(self, photo_ids: Sequence[int]) -> Attachment | None:
        """Several photos beside each other; one that is gone leaves the others."""
        drawn = [one for photo_id in photo_ids if (one := await self._drawn(photo_id, shown))]
        if not drawn:
            return None
        picture = drawn[0] if len(drawn) == 1 else await asyncio.to_thread(beside, drawn)
        return Attachment("foto.jpg", picture, picture=True)

    async def _drawn(self, photo_id: int, draw: Draw) -> bytes | None:
        """None for a photo that is not, or no longer, to be had: its message arrives without it. A file that
        is gone may just have been replaced by a smaller one: then it is asked for once more."""
        error: PhotoError | None = None
        for _ in range(2):
            try:
                async with self._database.reading() as session:
                    photo = await session.get(Photo, photo_id)
                    if photo is None or not photo.file:
                        return None
                    file, key = photo.file, await to_open(session, self._photos.ring, photo)
                return await asyncio.to_thread(self._opened, draw, file, key)
            except PhotoError as problem:
                error = problem
        log.error("photo.not_shown", photo=photo_id, error=type(error).__name__)
        return None

    def _opened(self, draw: Draw, file: str, key: bytes) -> bytes:
        return draw(self._photos.open(file, key))

    async def voice(self, voice_id: int) -> Attachment | None:
        """A recording in the messenger's own format."""
        async with self._database.reading() as session:
            note = await session.get(VoiceNote, voice_id)
            if note is None or not note.key:
                return None
            key = await to_open(session, self._photos.ring, note)
        content = await asyncio.to_thread(self._photos.open, note.file, key)
        return Attachment("pesan-suara.ogg", content, picture=False)

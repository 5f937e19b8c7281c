"""What lies encrypted in files, as people get it: photos drawn anew, voices as they were spoken."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.channel import Attachment
from bot.storage.database import Database
from bot.storage.keys import to_open
from bot.storage.models import Photo
from bot.storage.photos import PhotoStore, shown
from bot.storage.pictures import beside
from bot.storage.voices import VoiceNote


class KeptMedia:
    """Opens files off the event loop; nothing of what is gone."""

    def __init__(self, database: Database, photos: PhotoStore) -> None:
        self._database = database
        self._photos = photos

    async def photos(self, photo_ids: Sequence[int]) -> Attachment | None:
        """One photo, or several beside each other; one that is gone leaves the others."""
        async with self._database.reading() as session:
            found = [await session.get(Photo, one) for one in photo_ids]
            photos = [one for one in found if one is not None and one.file]
            files = [(one.file, await to_open(session, self._photos.ring, one)) for one in photos]
        if not files:
            return None
        return Attachment("foto.jpg", await asyncio.to_thread(self._drawn, files), picture=True)

    def _drawn(self, files: Sequence[tuple[str, bytes]]) -> bytes:
        pictures = [shown(self._photos.open(*one)) for one in files]
        return pictures[0] if len(pictures) == 1 else beside(pictures)

    async def voice(self, voice_id: int) -> Attachment | None:
        """A recording in the messenger's own format."""
        async with self._database.reading() as session:
            note = await session.get(VoiceNote, voice_id)
            if note is None or not note.key:
                return None
            key = await to_open(session, self._photos.ring, note)
        content = await asyncio.to_thread(self._photos.open, note.file, key)
        return Attachment("pesan-suara.ogg", content, picture=False)

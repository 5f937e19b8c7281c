"""Renders what a notice's `media` names: a photo from its encrypted file, a workbook from frozen figures."""

from __future__ import annotations

import asyncio

from bot.channel import Attachment
from bot.reports.excel import workbook_of
from bot.storage.database import Database
from bot.storage.models import Digest, Photo
from bot.storage.photos import PhotoStore, shown
from bot.texts import Texts


class StoredMedia:
    """Loads media after the commit, off the event loop where it is heavy."""

    def __init__(self, database: Database, photos: PhotoStore, texts: Texts) -> None:
        self._database = database
        self._photos = photos
        self._texts = texts

    async def load(self, media: str, locale: str) -> Attachment | None:
        """The file for `photo:ID` or `digest:ID`, or None when it no longer exists."""
        kind, _, number = media.partition(":")
        match kind:
            case "photo":
                return await self._photo(int(number))
            case "digest":
                return await self._digest(int(number), locale)
            case _:
                raise ValueError("unknown kind of media")

    async def _photo(self, photo_id: int) -> Attachment | None:
        async with self._database.reading() as session:
            photo = await session.get(Photo, photo_id)
        if photo is None or not photo.file:
            return None
        picture = await asyncio.to_thread(lambda: shown(self._photos.open(photo.file, photo.key)))
        return Attachment("foto.jpg", picture, picture=True)

    async def _digest(self, digest_id: int, locale: str) -> Attachment | None:
        async with self._database.reading() as session:
            digest = await session.get(Digest, digest_id)
        if digest is None:
            return None
        content = await asyncio.to_thread(workbook_of, digest.figures, self._texts, locale)
        return Attachment(f"ringkasan-{digest.week}.xlsx", content, picture=False)

"""Renders what a notice's `media` names: a photo from its encrypted file, a workbook from frozen figures."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Mapping, Sequence

from bot.channel import Attachment
from bot.clock import Clock
from bot.domain.cases import local_day
from bot.domain.uploads import UPLOADERS
from bot.imports import filled_rows, sheets_for, template
from bot.imports.listing import listing
from bot.imports.template import Rows
from bot.reports.excel import workbook_of
from bot.storage.database import Database
from bot.storage.models import Digest, Office, Person, Photo
from bot.storage.photos import PhotoStore, shown
from bot.storage.uploads import Upload
from bot.texts import Texts


class StoredMedia:
    """Loads media after the commit, off the event loop where it is heavy."""

    def __init__(self, database: Database, photos: PhotoStore, texts: Texts, clock: Clock) -> None:
        self._database = database
        self._photos = photos
        self._texts = texts
        self._clock = clock

    async def load(self, media: str, locale: str) -> Attachment | None:
        """The file for `photo:ID`, `digest:ID`, `upload:ID` (its list), `template:PERSON` or `filled:PERSON`,
        or None when it no longer exists."""
        kind, _, number = media.partition(":")
        match kind:
            case "photo":
                return await self._photo(int(number))
            case "digest":
                return await self._digest(int(number), locale)
            case "upload":
                return await self._listing(int(number), locale)
            case "template" | "filled":
                return await self._workbook(int(number), filled=kind == "filled")
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

    async def _listing(self, upload_id: int, locale: str) -> Attachment | None:
        async with self._database.reading() as session:
            upload = await session.get(Upload, upload_id)
        if upload is None or upload.result is None:
            return None
        content = await asyncio.to_thread(listing, upload.result, self._texts, locale)
        return Attachment("daftar-impor.xlsx", content, picture=False)

    async def _workbook(self, person_id: int, *, filled: bool) -> Attachment | None:
        """What this person may read, asked at the moment in which it is sent."""
        now, rows = self._clock.now(), None
        async with self._database.reading() as session:
            person = await session.get_one(Person, person_id)
            office = await session.get_one(Office, person.office_id)
            if person.role not in UPLOADERS:
                return None
            if filled:
                rows = await filled_rows(session, person.office_id, now, person)
        year = local_day(now, office.zone).year
        content = await asyncio.to_thread(_written, year, rows, sheets_for(person))
        return Attachment("data-bapas.xlsx" if filled else "buku-impor.xlsx", content, picture=False)


def _written(year: int, rows: Mapping[str, Rows] | None, sheets: Sequence[str]) -> bytes:
    buffer = io.BytesIO()
    template(buffer, year=year, rows=rows, sheets=sheets)
    return buffer.getvalue()

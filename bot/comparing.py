"""Finds the photos that one is like: of all an office has by their hashes, of the latest piece by piece."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from bot.domain.photos import LOOKS_LIKE
from bot.storage import photo_prints
from bot.storage.database import Database
from bot.storage.keys import to_open
from bot.storage.models import Photo
from bot.storage.photos import PhotoError, PhotoStore

if TYPE_CHECKING:  # numpy takes a tenth of a second to load: only who compares photos loads it
    from PIL.Image import Image

    from bot.storage.likeness import Gallery, Likeness
    from bot.storage.parts import Windows

SEVERAL = 5
"""Older photos that a new one is laid upon at most, the likest first: each takes a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Compared:
    """`hashes` and `middle`: the prints to keep of a photo, empty where there is too little to recognise it
    by. `alike` and `similar`: other photos with the bits by which they differ (`Likenesses`). Alike is
    only what proved to be the very picture: a steady hand and a still wall have as near a hash."""

    hashes: bytes = b""
    middle: bytes = b""
    alike: Mapping[int, int] = field(default_factory=dict)
    similar: Mapping[int, int] = field(default_factory=dict)


class Comparison:
    """The hashes of whole offices stay in memory, 40 bytes each; whatever takes time runs in threads."""

    def __init__(self, database: Database, photos: PhotoStore) -> None:
        self._database = database
        self._photos = photos
        self.galleries: dict[int, Gallery] = {}
        """By office."""

    async def compared(self, photo: Photo, now: datetime) -> Compared:
        """Raises PhotoError where the photo cannot be had."""
        content = await self._content(photo)
        read = await asyncio.to_thread(_read, content)
        if read is None or not read[1].own:
            return Compared()
        grey, likeness, middle = read
        alike = await self._alike(photo, likeness.sought)
        windows, bits = await self._suspected(photo, grey, likeness.sought, alike, now)
        likest = sorted(bits, key=lambda other: bits[other])[:SEVERAL]
        proven = {other for other in likest if await self._shown(windows, other)}
        sure = {other: bits[other] for other in alike if other in proven}
        similar = {other: bits[other] for other in {*alike, *proven} - set(sure)}
        return Compared(likeness.own, middle, sure, similar)

    async def _content(self, photo: Photo) -> bytes:
        async with self._database.reading() as session:
            key = await to_open(session, self._photos.ring, photo)
        return await asyncio.to_thread(self._photos.open, photo.file, key)

    async def _alike(self, photo: Photo, sought: bytes) -> dict[int, int]:
        from bot.storage.likeness import Gallery

        gallery = self.galleries.setdefault(photo.office_id, Gallery())
        await catch_up(self._database, photo.office_id, gallery)
        return await asyncio.to_thread(gallery.near, sought)

    async def _suspected(
        self, photo: Photo, grey: Image, sought: bytes, alike: Mapping[int, int], now: datetime
    ) -> tuple[Windows, dict[int, int]]:
        """The photos that may show the same, with their bits: those alike, and of the latest whatever has a
        hash or a middle that is like."""
        async with self._database.reading() as session:
            rows = await photo_prints.lately(session, photo, now)
        windows, bits = await asyncio.to_thread(seen, grey, sought, rows)
        return windows, {**bits, **alike}

    async def _shown(self, windows: Windows, photo_id: int) -> bool:
        """Whether an older photo proves to be the very picture; one that is gone proves nothing."""
        from bot.storage.likeness import grey_of

        async with self._database.reading() as session:
            photo = await session.get_one(Photo, photo_id)
        try:
            content = await self._content(photo)
            return await asyncio.to_thread(lambda: windows.show(grey_of(content)))
        except (PhotoError, ValueError):
            return False


async def catch_up(database: Database, office_id: int, gallery: Gallery) -> None:
    """Add what was written since the gallery was last filled."""
    while True:
        async with database.reading() as session:
            prints = await photo_prints.prints_after(session, office_id, gallery.newest)
        if not prints:
            return
        _add(gallery, [(photo_id, hashes) for _, photo_id, hashes in prints])
        gallery.newest = prints[-1][0]


def _add(gallery: Gallery, prints: Sequence[tuple[int, bytes]]) -> None:
    from bot.storage.likeness import BYTES

    ids = [photo_id for photo_id, hashes in prints for _ in range(len(hashes) // BYTES)]
    gallery.add(ids, b"".join(hashes for _, hashes in prints))


def _read(content: bytes) -> tuple[Image, Likeness, bytes] | None:
    """None for what is no picture that can be drawn; its bytes are compared all the same."""
    from bot.storage.likeness import grey_of, likeness_in
    from bot.storage.parts import middle_of

    try:
        grey = grey_of(content)
    except ValueError:
        return None
    return grey, likeness_in(grey), middle_of(grey)


def seen(
    grey: Image, sought: bytes, others: Sequence[tuple[int, bytes, bytes]]
) -> tuple[Windows, dict[int, int]]:
    """A new photo in greys seen through its windows, and which of the others (photo, hashes, middle) may show
    the same, with their bits."""
    from bot.storage.likeness import Gallery
    from bot.storage.parts import Windows

    gallery, windows = Gallery(), Windows(grey)
    _add(gallery, [(photo_id, hashes) for photo_id, hashes, _ in others])
    bits = gallery.near(sought, LOOKS_LIKE)
    parts = windows.near({photo_id: middle for photo_id, _, middle in others if middle})
    for photo_id, distance in parts.items():
        bits[photo_id] = min(distance, bits.get(photo_id, distance))
    return windows, bits

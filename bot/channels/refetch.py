"""Fetches photos that could not be had when they came: the check-in went on without them."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping, Sequence
from datetime import timedelta

import structlog
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import file_checks
from bot.channel import Channel, FetchFailed
from bot.clock import Clock
from bot.domain.messages import Label, Picture
from bot.evidence import FETCH_AGAIN_AFTER, fill_in
from bot.storage.database import Database
from bot.storage.models import Evidence, Photo
from bot.storage.photos import PhotoStore

log = structlog.get_logger()

TRIES = 10
"""Each pause is twice the one before: about 17 hours in all."""
PATROL = 20.0
"""Seconds between two looks."""


class PhotoFetcher:
    """Tries again in the background; the label *foto belum terambil* goes when the photo has come."""

    def __init__(
        self, database: Database, channels: Mapping[str, Channel], photos: PhotoStore, clock: Clock
    ) -> None:
        self._database = database
        self._channels = channels
        self._photos = photos
        self._clock = clock

    async def run(self) -> None:
        """Look now and then, for ever."""
        while True:
            try:
                await self.fetch_due()
            except Exception as error:  # the edge of this task
                log.error("refetch.failed", error=type(error).__name__)
            await asyncio.sleep(PATROL)

    async def fetch_due(self) -> int:
        """Fetch what is due; returns how many photos came."""
        async with self._database.reading() as session:
            query = select(Photo).where(col(Photo.retry_at) <= self._clock.now()).limit(20)
            due: Sequence[Photo] = (await session.exec(query)).all()
        return sum([await self._fetch(photo) for photo in due])

    async def _fetch(self, photo: Photo) -> bool:
        try:
            content = await self._channels[photo.channel].fetch(photo.ref)
        except FetchFailed:
            await self._later(photo.id)
            return False
        kept = await asyncio.to_thread(self._photos.keep, secrets.token_hex(16), content)
        async with self._database.transaction() as session:
            row = await session.get_one(Photo, photo.id)
            row.retry_at = None
            if not isinstance(kept, Picture):
                await _relabel(session, row.id, Label.PHOTO_UNREADABLE)
                return False
            now = self._clock.now()
            await fill_in(session, row, kept, self._photos.ring, now)
            for one in await _relabel(session, row.id, None):
                row.compare_at = now
                await file_checks.note(session, one, row, kept.claims, now, tell=True)
        return True

    async def _later(self, photo_id: int) -> None:
        async with self._database.transaction() as session:
            row = await session.get_one(Photo, photo_id)
            row.attempts += 1
            pause: timedelta = FETCH_AGAIN_AFTER * 2**row.attempts
            row.retry_at = self._clock.now() + pause if row.attempts < TRIES else None


async def _relabel(session: AsyncSession, photo_id: int, label: Label | None) -> Sequence[Evidence]:
    """What the photo is evidence of; another, of a signed list, is of nothing."""
    evidence = (await session.exec(select(Evidence).where(Evidence.photo_id == photo_id))).all()
    for one in evidence:
        kept = {each for each in one.labels if each != Label.PHOTO_MISSING}
        one.labels = sorted(kept | ({label.value} if label else set()))
    return evidence

"""Erases photos and voice messages whose time is over, at night and in silence: their label says so."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Notice
from bot.domain.retention import Erasure, next_look
from bot.storage import queries
from bot.storage import retention as records
from bot.storage.models import Photo
from bot.storage.photo_erasure import erase_photo, erase_voice
from bot.storage.voices import VoiceNote

BATCH = 20
"""Each wants half a dozen questions to the database, and on SQLite nobody else writes meanwhile."""


async def retention(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Look at the next photos and voice messages: they are erased, or looked at again in a later night."""
    photos = await records.due_photos(session, now, BATCH)
    voices = await records.due_voices(session, now, BATCH)
    if not photos and not voices:
        return None
    cases = {case for photo in photos for case in await records.cases_of(session, photo)}
    await records.lock_cases(session, cases | {note.case_id for note in voices})
    for photo in photos:
        await session.refresh(photo, with_for_update={"key_share": True})
        await _photo(session, photo, now)
    for note in voices:
        await session.refresh(note, with_for_update={"key_share": True})
        await _voice(session, note, now)
    await session.flush()
    return []


async def _photo(session: AsyncSession, photo: Photo, now: datetime) -> None:
    if not photo.key:  # it was never to be had, or is gone
        photo.look_at = None
        return
    facts = await records.facts_of_photo(session, photo, now)
    photo.look_at = next_look(facts, await _after_case(session, photo.office_id), now)
    if photo.look_at is None:
        await erase_photo(session, photo, why=Erasure.TIME_OVER, now=now)


async def _voice(session: AsyncSession, note: VoiceNote, now: datetime) -> None:
    if not note.key:
        note.look_at = None
        return
    facts = await records.facts_of_voice(session, note, now)
    note.look_at = next_look(facts, await _after_case(session, note.office_id), now)
    if note.look_at is None:
        await erase_voice(session, note, why=Erasure.TIME_OVER, now=now)


async def _after_case(session: AsyncSession, office_id: int) -> timedelta:
    return timedelta(days=(await queries.office_of(session, office_id)).keep_photos_days)

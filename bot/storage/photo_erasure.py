"""Erases photos and voices: a forgotten data key opens no file, in no backup of the folder either."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_
from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.hours import EventKind
from bot.domain.messages import Label
from bot.storage.events import record
from bot.storage.models import Case, Evidence, Person, Photo, PhotoUpload
from bot.storage.photo_prints import PhotoPrint, PhotoReuse
from bot.storage.voices import VoiceNote


async def kept_photos(session: AsyncSession, client: Person, before: datetime) -> Sequence[Photo]:
    """A client's photos that came before a moment and can still be had, locked."""
    evidence = select(Evidence.photo_id).where(
        Evidence.office_id == client.office_id, Evidence.client_id == client.id
    )
    query = (
        select(Photo)
        .where(Photo.office_id == client.office_id, col(Photo.id).in_(evidence))
        .where(Photo.received_at < before, col(Photo.key) != b"")
        .order_by(col(Photo.id))
        .with_for_update()
    )
    return (await session.exec(query)).all()


async def erase_photo(
    session: AsyncSession, photo: Photo, *, actor_id: int | None, reason: str, now: datetime
) -> str:
    """Forget the key of a photo and whatever it could be known by; returns its file, to be removed once this
    is committed. That it was there, and was erased, stays a fact of its case; the chain goes on verifying."""
    file = photo.file
    await session.exec(delete(PhotoPrint).where(col(PhotoPrint.photo_id) == photo.id))
    await session.exec(delete(PhotoUpload).where(col(PhotoUpload.photo_id) == photo.id))
    about = or_(col(PhotoReuse.photo_id) == photo.id, col(PhotoReuse.other_id) == photo.id)
    await session.exec(delete(PhotoReuse).where(about))
    photo.file, photo.key, photo.sha256, photo.ref = "", b"", "", ""
    photo.retry_at = photo.compare_at = None
    for one in (await session.exec(select(Evidence).where(Evidence.photo_id == photo.id))).all():
        one.labels = sorted({*one.labels, Label.PHOTO_ERASED.value})
    if photo.case_id is not None:
        what = {"photo": photo.id}
        await _told(session, photo.case_id, EventKind.PHOTO_ERASED, what, actor_id, reason, now)
    await session.flush()
    return file


async def erase_voice(
    session: AsyncSession, note: VoiceNote, *, actor_id: int | None, reason: str, now: datetime
) -> str:
    """The same for a voice message."""
    file = note.file
    note.file, note.key, note.sha256 = "", b"", ""
    what = {"voice": note.id}
    await _told(session, note.case_id, EventKind.VOICE_ERASED, what, actor_id, reason, now)
    return file


async def _told(
    session: AsyncSession,
    case_id: int,
    kind: EventKind,
    what: dict[str, int],
    actor_id: int | None,
    reason: str,
    now: datetime,
) -> None:
    case = await session.get_one(Case, case_id)
    await record(
        session, case, kind, actor_id=actor_id, payload=what, happened_at=now, now=now, reason=reason
    )

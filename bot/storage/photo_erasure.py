"""Erases photos and voices: a forgotten data key opens no file, in no backup of the folder either."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_
from sqlmodel import SQLModel, col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.hours import EventKind
from bot.domain.messages import KeptFile, Label
from bot.domain.retention import Erasure
from bot.storage.database import Database
from bot.storage.events import append, record
from bot.storage.excuse_requests import ExcuseProof, ExcuseRequest
from bot.storage.help_calls import HelpCall, HelpPhoto
from bot.storage.identity import EnrolmentPhoto
from bot.storage.keys import KeyRing, OfficeKey, at_rest
from bot.storage.models import Case, Evidence, Office, Person, Photo, PhotoUpload, key
from bot.storage.photo_prints import PhotoPrint, PhotoReuse
from bot.storage.photos import PhotoStore
from bot.storage.retention import cases_of
from bot.storage.signed_lists import signed_for
from bot.storage.voices import VoiceNote

BATCH = 100


class ErasedFile(SQLModel, table=True):
    """A file that no key opens any more, until it is gone from the disk too."""

    __tablename__ = "erased_file"

    id: int = key()
    file: str


async def kept_photos(session: AsyncSession, client: Person, before: datetime) -> Sequence[Photo]:
    """A client's photos that came before a moment and can still be had, locked: of his work, of his
    enrolment, the proofs of what he asked for, his calls for help, and of signed lists on which nobody else
    was ticked."""
    evidence = select(Evidence.photo_id).where(
        Evidence.office_id == client.office_id, Evidence.client_id == client.id
    )
    enrolment = select(EnrolmentPhoto.photo_id).where(
        EnrolmentPhoto.office_id == client.office_id, EnrolmentPhoto.client_id == client.id
    )
    proofs = (
        select(ExcuseProof.photo_id)
        .join(ExcuseRequest, col(ExcuseRequest.id) == col(ExcuseProof.request_id))
        .where(ExcuseRequest.office_id == client.office_id, ExcuseRequest.client_id == client.id)
    )
    called = (
        select(HelpPhoto.photo_id)
        .join(HelpCall, col(HelpCall.id) == col(HelpPhoto.call_id))
        .where(HelpCall.office_id == client.office_id, HelpCall.client_id == client.id)
    )
    own = [one.photo_id for one, others in await signed_for(session, client, before) if not others]
    mine = or_(*(col(Photo.id).in_(some) for some in (evidence, enrolment, proofs, called, own)))
    query = (
        select(Photo)
        .where(Photo.office_id == client.office_id, mine)
        .where(Photo.received_at < before, col(Photo.key) != b"")
        .order_by(col(Photo.id))
        .with_for_update()
    )
    return (await session.exec(query)).all()


async def erase_photo(
    session: AsyncSession, photo: Photo, *, why: Erasure, words: str = "", now: datetime
) -> None:
    """Forget the key of a photo and whatever it could be known by; `remove_files` removes its file once this
    is committed. That it was there, and was erased, stays a fact of its case; the chain goes on verifying."""
    _forget_file(session, photo.file)
    await session.exec(delete(PhotoPrint).where(col(PhotoPrint.photo_id) == photo.id))
    await session.exec(delete(PhotoUpload).where(col(PhotoUpload.photo_id) == photo.id))
    about = or_(col(PhotoReuse.photo_id) == photo.id, col(PhotoReuse.other_id) == photo.id)
    await session.exec(delete(PhotoReuse).where(about))
    photo.file, photo.key, photo.sha256, photo.ref = "", b"", "", ""
    photo.claims = {}
    photo.retry_at = photo.compare_at = photo.look_at = None
    for one in (await session.exec(select(Evidence).where(Evidence.photo_id == photo.id))).all():
        one.labels, one.said = sorted({*one.labels, Label.PHOTO_ERASED.value}), ""
    what: dict[str, int | str] = {"photo": photo.id, "words": words}
    for case_id in await cases_of(session, photo):
        await _told(session, case_id, EventKind.PHOTO_ERASED, what, why, now)
    await session.flush()


async def replace_file(
    session: AsyncSession, photo: Photo, copy: KeptFile, ring: KeyRing, now: datetime
) -> None:
    """Keep a copy in place of what came; that is erased."""
    _forget_file(session, photo.file)
    photo.key = await at_rest(session, ring, photo.office_id, copy.key, now)
    photo.file = copy.file


async def erase_voice(
    session: AsyncSession, note: VoiceNote, *, why: Erasure, words: str = "", now: datetime
) -> None:
    """The same for a voice message."""
    _forget_file(session, note.file)
    note.file, note.key, note.sha256, note.look_at = "", b"", "", None
    what: dict[str, int | str] = {"voice": note.id, "words": words}
    await _told(session, note.case_id, EventKind.VOICE_ERASED, what, why, now)


async def erase_some_of_office(session: AsyncSession, office: Office, now: datetime) -> int:
    """A batch of what an office keeps; returns how many were erased, 0 when nothing is left."""
    photos = select(Photo).where(Photo.office_id == office.id, col(Photo.key) != b"")
    voices = select(VoiceNote).where(VoiceNote.office_id == office.id, col(VoiceNote.key) != b"")
    found = (await session.exec(photos.order_by(col(Photo.id)).limit(BATCH).with_for_update())).all()
    heard = (await session.exec(voices.order_by(col(VoiceNote.id)).limit(BATCH).with_for_update())).all()
    for photo in found:
        await erase_photo(session, photo, why=Erasure.OFFICE_ERASED, now=now)
    for note in heard:
        await erase_voice(session, note, why=Erasure.OFFICE_ERASED, now=now)
    return len(found) + len(heard)


async def erase_keys(session: AsyncSession, office: Office, words: str, now: datetime) -> None:
    """Forget the keys of an office, which is a fact of it: from here on nothing that lay under them opens."""
    (await session.exec(select(Office).where(Office.id == office.id).with_for_update())).one()
    await session.exec(delete(OfficeKey).where(col(OfficeKey.office_id) == office.id))
    await append(
        session,
        office_id=office.id,
        stream=f"office:{office.id}",
        kind="office_keys_erased",
        actor_id=None,
        payload={"words": words},
        happened_at=now,
        now=now,
    )


async def remove_files(database: Database, store: PhotoStore) -> None:
    """Remove what was erased from the disk. Killed in between, the next call goes on."""
    while True:
        async with database.reading() as session:
            rows = (await session.exec(select(ErasedFile).order_by(col(ErasedFile.id)).limit(BATCH))).all()
        if not rows:
            return
        for row in rows:
            await asyncio.to_thread(store.erase, row.file)
        async with database.transaction() as session:
            await session.exec(delete(ErasedFile).where(col(ErasedFile.id).in_([row.id for row in rows])))


def _forget_file(session: AsyncSession, file: str) -> None:
    if file:
        session.add(ErasedFile(file=file))


async def _told(
    session: AsyncSession,
    case_id: int,
    kind: EventKind,
    what: dict[str, int | str],
    why: Erasure,
    now: datetime,
) -> None:
    case = (await session.exec(select(Case).where(Case.id == case_id).with_for_update(key_share=True))).one()
    await record(session, case, kind, actor_id=None, payload=what, happened_at=now, now=now, reason=why)

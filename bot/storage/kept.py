"""Whatever lies in a file under a data key: photos, voice messages, workbooks. Sealed links of invitations do
not: they live for days, and are renewed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from sqlalchemy import ColumnElement, LargeBinary, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.keys import RESTING, starts_with
from bot.storage.models import Photo
from bot.storage.uploads import Upload
from bot.storage.voices import VoiceNote

KeptRow = Photo | VoiceNote | Upload
KEPT: tuple[type[KeptRow], ...] = (Photo, VoiceNote, Upload)
BATCH = 500


async def not_under(
    session: AsyncSession, table: type[KeptRow], office_id: int, key_id: int | None, after: int, limit: int
) -> Sequence[KeptRow]:
    """The next rows of an office whose data key is not under this key of it, locked."""
    query = select(table).where(col(table.office_id) == office_id, col(table.id) > after, *_has_key(table))
    if key_id is not None:
        query = query.where(_begins(table, starts_with(key_id)) != starts_with(key_id))
    query = query.order_by(col(table.id)).limit(limit).with_for_update()
    return cast(Sequence[KeptRow], (await session.exec(query)).all())


async def any_under(session: AsyncSession, key_id: int) -> bool:
    """Whether anything still lies under this key of an office."""
    beginning = starts_with(key_id)
    for table in KEPT:
        query = select(col(table.id)).where(_begins(table, beginning) == beginning).limit(1)
        if (await session.exec(query)).first() is not None:
            return True
    return False


async def count_old(session: AsyncSession) -> int:
    """How many data keys lie under SECRET_KEY itself, from before offices had keys."""
    total = 0
    for table in KEPT:
        old = select(func.count(col(table.id))).where(*_has_key(table), _begins(table, RESTING) != RESTING)
        total += (await session.exec(old)).one()
    return total


def _has_key(table: type[KeptRow]) -> tuple[ColumnElement[bool], ...]:
    return col(table.key) != b"", col(table.key).is_not(None)


def _begins(table: type[KeptRow], beginning: bytes) -> ColumnElement[bytes]:
    return func.substr(col(table.key), 1, len(beginning), type_=LargeBinary)

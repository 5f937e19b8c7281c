"""Workbooks that were sent by chat, until they are saved, cancelled or a day old."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel, and_, col, func, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Address
from bot.domain.people import Role
from bot.domain.uploads import KEPT, OPEN, WORK, UploadState
from bot.storage.models import Person, PersonAddress, key, office, words
from bot.storage.oldest import Oldest


class Upload(SQLModel, table=True):
    """A workbook as it came, encrypted on disk; forgetting `key` erases it, in every backup too."""

    id: int = key()
    office_id: int = office()
    person_id: int = Field(foreign_key="person.id", index=True)
    name: str
    """What the file is, by its ending; never the sender's name for it, which may name a person."""
    file: str
    key: bytes | None = None
    sha256: str
    size: int
    state: UploadState = Field(default=UploadState.RECEIVED, sa_type=words(UploadState), index=True)
    received_at: datetime
    attempts: int = 0
    result: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
    """What the rehearsal or the import said, frozen for the list that goes with it."""


async def role_at(session: AsyncSession, address: Address) -> Role | None:
    """The role of whoever writes from an address; None for a stranger."""
    query = (
        select(Person.role)
        .join(PersonAddress, col(PersonAddress.person_id) == col(Person.id))
        .where(PersonAddress.channel == address.channel, PersonAddress.external_id == address.id)
    )
    role = (await session.exec(query)).first()
    return Role(role) if role else None


async def own_upload(session: AsyncSession, who: Person, upload_id: int) -> Upload | None:
    """Somebody's own workbook, locked; None for anybody else's."""
    query = select(Upload).where(
        Upload.id == upload_id, Upload.office_id == who.office_id, Upload.person_id == who.id
    )
    return (await session.exec(query.with_for_update())).first()


async def locked_upload(session: AsyncSession, upload: Upload) -> Upload:
    """The row as it stands now, locked."""
    query = select(Upload).where(Upload.id == upload.id, Upload.office_id == upload.office_id)
    return (await session.exec(query.with_for_update())).one()


async def waiting(session: AsyncSession) -> Sequence[Upload]:
    """Each office's oldest workbook with which there is something to do."""
    query = select(Upload).where(col(Upload.state).in_(WORK)).order_by(col(Upload.id))
    oldest: dict[int, Upload] = {}
    for upload in (await session.exec(query)).all():
        oldest.setdefault(upload.office_id, upload)
    return list(oldest.values())


async def to_erase(session: AsyncSession) -> Sequence[Upload]:
    """Workbooks whose key is forgotten and whose file still lies there."""
    query = select(Upload).where(col(Upload.key).is_(None), Upload.file != "").limit(100)
    return (await session.exec(query)).all()


WAITED = col(Upload.state) == UploadState.PREVIEWED
ENDED = and_(col(Upload.state).not_in(OPEN), col(Upload.result).is_not(None))
OLDEST = Oldest(select(func.min(Upload.received_at)).where(or_(WAITED, ENDED)), KEPT)


async def expire(session: AsyncSession, now: datetime) -> int:
    """End what waited a day, and forget what ended ones said; returns how many rows changed."""
    old = col(Upload.received_at) <= now - KEPT
    expired = {"state": UploadState.EXPIRED, "key": None}
    changed = (await session.exec(update(Upload).where(old, WAITED).values(**expired))).rowcount
    return changed + (await session.exec(update(Upload).where(old, ENDED).values(result=None))).rowcount

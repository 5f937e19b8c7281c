"""Slips that wait to be sent: their links are sealed until then, and gone as soon as they have arrived."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, LargeBinary
from sqlmodel import Field, SQLModel, col, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.invitations import Slip
from bot.storage.models import key, office
from bot.storage.oldest import Oldest
from bot.storage.sealing import Seal

KEPT = timedelta(hours=1)
"""How long links may wait for a messenger that does not answer."""
KINDS = frozenset({"slips", "invite-qr", "invite-text"})
"""What a notice's `media` can be made of: slips to print, one picture, one text; `KIND:ID`."""


class SlipSheet(SQLModel, table=True):
    """Slips for one message. `sealed` holds them until the message has arrived, or for an hour."""

    __tablename__ = "slip_sheet"

    id: int = key()
    office_id: int = office()
    for_id: int = Field(foreign_key="person.id")
    """Who asked for them and gets the message."""
    people: list[int] = Field(sa_type=JSON)
    """Whom they invite; nobody where it is the link of a shared phone."""
    made_at: datetime
    sealed: bytes | None = Field(default=None, sa_type=LargeBinary)


OLDEST = Oldest(select(func.min(SlipSheet.made_at)).where(col(SlipSheet.sealed).is_not(None)), KEPT)


def sealed(slips: Sequence[Slip], seal: Seal, office_id: int) -> bytes:
    """The slips as they are kept."""
    plain = [asdict(slip) | {"until": slip.until.isoformat()} for slip in slips]
    return seal.close(json.dumps(plain).encode(), _name(office_id))


def opened(sheet: SlipSheet, seal: Seal) -> list[Slip]:
    """The slips of a sheet; none where they are gone. Raises BrokenSeal."""
    if sheet.sealed is None:
        return []
    plain: list[dict[str, Any]] = json.loads(seal.open(sheet.sealed, _name(sheet.office_id)))
    return [Slip(**one | {"until": datetime.fromisoformat(one["until"])}) for one in plain]


async def forget(session: AsyncSession, media: str) -> None:
    """The message with this `media` has arrived: what was sealed for it is erased."""
    kind, _, number = media.partition(":")
    if kind in KINDS:
        await session.exec(update(SlipSheet).where(col(SlipSheet.id) == int(number)).values(sealed=None))


async def left_over(session: AsyncSession, now: datetime, limit: int) -> Sequence[SlipSheet]:
    """Sheets whose message has not arrived within the hour, the oldest first."""
    query = (
        select(SlipSheet)
        .where(col(SlipSheet.sealed).is_not(None), SlipSheet.made_at <= now - KEPT)
        .order_by(col(SlipSheet.id))
        .limit(limit)
        .with_for_update(key_share=True)
    )
    return (await session.exec(query)).all()


def _name(office_id: int) -> str:
    return f"slips of office {office_id}"

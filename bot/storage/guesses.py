"""Wrong codes, counted for each account: whoever tries many in an hour is not listened to for a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Index
from sqlmodel import Field, SQLModel, col, delete, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Address
from bot.storage.models import key
from bot.storage.oldest import Oldest

REMEMBERED = timedelta(hours=1)
ALLOWED = 5
"""Wrong codes within that time; the next are not even looked up."""


class CodeGuess(SQLModel, table=True):
    """One wrong code of one account. It belongs to no office: nobody knows which was meant."""

    __tablename__ = "code_guess"
    __table_args__ = (Index("ix_code_guess_account", "channel", "external_id"),)

    id: int = key()
    channel: str
    external_id: str
    at: datetime = Field(index=True)


OLDEST = Oldest(select(func.min(CodeGuess.at)), REMEMBERED)


async def closed_until(session: AsyncSession, sender: Address, now: datetime) -> datetime | None:
    """Until when this account, which has guessed wrong too often of late, is not listened to; else None."""
    query = (
        select(CodeGuess.at)
        .where(CodeGuess.channel == sender.channel, CodeGuess.external_id == sender.id)
        .where(CodeGuess.at > now - REMEMBERED)
        .order_by(col(CodeGuess.at).desc())
        .offset(ALLOWED - 1)
        .limit(1)
    )
    earliest = (await session.exec(query)).first()
    return earliest + REMEMBERED if earliest else None


def note(session: AsyncSession, sender: Address, now: datetime) -> None:
    """Remember a wrong code; what it was is not kept."""
    session.add(CodeGuess(channel=sender.channel, external_id=sender.id, at=now))


async def forget_old(session: AsyncSession, now: datetime) -> int:
    """Erase what no longer counts; returns how many."""
    old = delete(CodeGuess).where(col(CodeGuess.at) <= now - REMEMBERED)
    return (await session.exec(old)).rowcount

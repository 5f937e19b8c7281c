"""Until when all that people sent has been stored, and the ledger of the times in which that stood still."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.outages import FRESH, NOTICED, Outage, lost
from bot.storage.models import key
from bot.storage.post import Inbox, InboxState


class Heard(SQLModel, table=True):
    """A messenger: everything that its server had received until `at` lies in the inbox."""

    channel: str = Field(primary_key=True)
    at: datetime


class OutageRow(SQLModel, table=True):
    """A time in which nobody could be heard over this messenger."""

    __tablename__ = "outage"

    id: int = key()
    channel: str
    begins: datetime
    ends: datetime = Field(index=True)
    told_to: int = 0
    """The last office whose people have been told."""
    look_at: datetime | None = Field(default=None, index=True)
    """When the clock goes on with telling; None: everybody has been told."""


async def heard(session: AsyncSession, channel: str, now: datetime) -> OutageRow | None:
    """Everything sent until `now` has been stored. Returns the outage that has ended with it, if there was
    one."""
    query = select(Heard).where(Heard.channel == channel).with_for_update()
    known = (await session.exec(query)).first()
    if known is None:
        session.add(Heard(channel=channel, at=now))
        return None
    before, known.at = known.at, max(known.at, now)
    if now - before < NOTICED:
        return None
    outage = OutageRow(channel=channel, begins=before, ends=now, look_at=now)
    session.add(outage)
    await session.flush()
    return outage


async def is_fresh(session: AsyncSession, now: datetime) -> bool:
    """Whether windows may be judged: what people sent may otherwise still be on its way to us, or wait
    to be handled. What goes on failing waits only until it is set aside."""
    oldest = await _heard_until(session)
    if oldest is None:
        return True
    waits = select(Inbox.id).where(Inbox.state == InboxState.PENDING, Inbox.received_at <= oldest).limit(1)
    return now - oldest <= FRESH and (await session.exec(waits)).first() is None


async def unheard(session: AsyncSession, since: datetime, now: datetime) -> timedelta:
    """How much of the time since then nobody could be heard: a window in which something may be said or
    taken back is longer by it. A tap may be handled before the outage that held it up is in the ledger."""
    known = [*await outages_in(session, since, now)]
    oldest = await _heard_until(session)
    if oldest is not None and now - oldest >= NOTICED:
        known.append(Outage(oldest, now))
    return lost(known, since, now)


async def _heard_until(session: AsyncSession) -> datetime | None:
    return (await session.exec(select(Heard.at).order_by(col(Heard.at)).limit(1))).first()


async def outages_in(session: AsyncSession, first: datetime, last: datetime) -> Sequence[Outage]:
    """The outages that lie in this time or reach into it."""
    query = select(OutageRow).where(OutageRow.ends > first, OutageRow.begins < last)
    return [Outage(one.begins, one.ends) for one in (await session.exec(query)).all()]


async def to_tell(session: AsyncSession, now: datetime) -> OutageRow | None:
    """The oldest outage of which not everybody has been told, locked."""
    query = select(OutageRow).where(col(OutageRow.look_at) <= now).order_by(col(OutageRow.id)).limit(1)
    return (await session.exec(query.with_for_update())).first()

"""People whom Hadir does not know: they learn how to reach the office, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Address, Inbound, Notice
from bot.handlers.newcomers import newcomer_at, still_missing
from bot.storage.models import Office, Person


@dataclass(frozen=True, slots=True)
class Stranger:
    """An address that belongs to nobody; `language` is what the messenger says of the account."""

    address: Address
    language: str = "id"


async def unknown(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """Whatever a stranger sends: ask for the link. With one office here, its contact is given too. Who has
    opened a link is told what is still missing."""
    if (newcomer := await newcomer_at(session, inbound.sender, now)) is not None:
        return [still_missing(newcomer)]
    offices = (await session.exec(select(Office).order_by(col(Office.id)).limit(2))).all()
    if len(offices) == 1:
        return [Notice(to=inbound.sender, key="stranger", params={"contact": offices[0].contact})]
    return [Notice(to=inbound.sender, key="stranger-many-offices")]

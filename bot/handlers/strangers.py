"""People whom Hadir does not know: they learn how to reach the office, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Address, Choice, Inbound, Notice
from bot.storage.models import Invitation, Office, Person


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
    if (opened := await _opened(session, inbound.sender, now)) is not None:
        invitation, office = opened
        choice = Choice(f"agree:{invitation.id}", "choice-agree")
        params = {"contact": office.contact}
        return [Notice(to=inbound.sender, key="press-agree", params=params, choices=(choice,))]
    offices = (await session.exec(select(Office).order_by(col(Office.id)).limit(2))).all()
    if len(offices) == 1:
        return [Notice(to=inbound.sender, key="stranger", params={"contact": offices[0].contact})]
    return [Notice(to=inbound.sender, key="stranger-many-offices")]


async def _opened(session: AsyncSession, address: Address, now: datetime) -> tuple[Invitation, Office] | None:
    """The invitation whose notice this address has read last, if it can still be agreed to."""
    query = (
        select(Invitation, Office)
        .join(Office, col(Office.id) == col(Invitation.office_id))
        .where(Invitation.opened_channel == address.channel, Invitation.opened_by == address.id)
        .where(col(Invitation.used_at).is_(None), Invitation.expires_at > now)
        .order_by(col(Invitation.id).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()

"""What a person should look at in a piece of evidence, and why: stored, never decided by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel, col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Label
from bot.storage.models import Evidence, key, office, words


class Flag(SQLModel, table=True):
    """A question about a piece of evidence, with its reason. Its label stands in `Evidence.labels` too."""

    __table_args__ = (UniqueConstraint("evidence_id", "label"),)

    id: int = key()
    office_id: int = office()
    evidence_id: int = Field(foreign_key="evidence.id", index=True)
    label: Label = Field(sa_type=words(Label))
    other_id: int | None = Field(default=None, foreign_key="evidence.id")
    """The other piece of evidence that it is about, where there is one."""
    figures: dict[str, int] = Field(default_factory=dict, sa_type=JSON)
    """The measures behind it: metres, seconds, how many; the names of a sentence's parameters."""
    raised_at: datetime
    tell_at: datetime | None = Field(default=None, index=True)
    """Since when a card that is already on a screen does not show it yet."""


async def raise_flag(
    session: AsyncSession,
    evidence: Evidence,
    label: Label,
    now: datetime,
    *,
    other: Evidence | None = None,
    figures: Mapping[str, int] | None = None,
    tell: bool = False,
) -> bool:
    """Write a question down, once: of each kind the first stands. Returns whether it is new. `tell`: its card
    may be on a screen already, and is drawn anew."""
    await session.flush()
    # Somebody else may ask the same about it at this moment: what he wrote is read first.
    await session.refresh(evidence, with_for_update={"key_share": True})
    if label.value in evidence.labels:
        return False
    evidence.labels = sorted({*evidence.labels, label.value})
    session.add(evidence)
    await session.flush()
    session.add(
        Flag(
            office_id=evidence.office_id,
            evidence_id=evidence.id,
            label=label,
            other_id=other.id if other else None,
            figures=dict(figures or {}),
            raised_at=now,
            tell_at=now if tell else None,
        )
    )
    await session.flush()
    return True


async def withdraw(session: AsyncSession, evidence: Evidence, labels: Collection[Label]) -> None:
    """Forget questions about something that never was: a finish that was taken back."""
    gone = {one.value for one in labels} & set(evidence.labels)
    if not gone:
        return
    await session.exec(delete(Flag).where(col(Flag.evidence_id) == evidence.id, col(Flag.label).in_(gone)))
    evidence.labels = sorted(set(evidence.labels) - gone)
    await session.flush()


async def forget_about(session: AsyncSession, gone: Collection[int]) -> None:
    """Evidence that is about to be erased takes its questions along, and those that other evidence raised by
    comparison with it."""
    await session.exec(delete(Flag).where(col(Flag.evidence_id).in_(gone)))
    compared = select(Flag, Evidence).join(Evidence, col(Evidence.id) == col(Flag.evidence_id))
    for flag, evidence in (await session.exec(compared.where(col(Flag.other_id).in_(gone)))).all():
        await withdraw(session, evidence, [flag.label])


async def flags_of(
    session: AsyncSession, office_id: int, evidence: Iterable[Evidence]
) -> Sequence[tuple[Flag, datetime | None]]:
    """The questions about these pieces of evidence, oldest first, each with when the other piece was sent."""
    ids = [one.id for one in evidence if one.labels]
    if not ids:
        return []
    other = aliased(Evidence)
    query = (
        select(Flag, other.sent_at)
        .outerjoin(other, col(other.id) == col(Flag.other_id))
        .where(Flag.office_id == office_id, col(Flag.evidence_id).in_(ids))
        .order_by(col(Flag.id))
    )
    return (await session.exec(query)).all()


async def untold(session: AsyncSession, now: datetime, limit: int) -> Sequence[tuple[Flag, Evidence]]:
    """Questions that no card shows yet, oldest first, locked."""
    query = (
        select(Flag, Evidence)
        .join(Evidence, col(Evidence.id) == col(Flag.evidence_id))
        .where(col(Flag.tell_at) <= now)
        .order_by(col(Flag.id))
        .limit(limit)
        .with_for_update(of=Flag, skip_locked=True)
    )
    return (await session.exec(query)).all()

"""What a person should look at in a piece of evidence, and why: stored, never decided by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel, col, select
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


async def raise_flag(
    session: AsyncSession,
    evidence: Evidence,
    label: Label,
    now: datetime,
    *,
    other: Evidence | None = None,
    figures: Mapping[str, int] | None = None,
) -> bool:
    """Write a question down, once: of each kind the first stands. Returns whether it is new."""
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
        )
    )
    await session.flush()
    return True


async def flags_of(session: AsyncSession, office_id: int, evidence: Iterable[Evidence]) -> Sequence[Flag]:
    """The questions about these pieces of evidence, oldest first."""
    ids = [one.id for one in evidence if one.labels]
    if not ids:
        return []
    query = (
        select(Flag).where(Flag.office_id == office_id, col(Flag.evidence_id).in_(ids)).order_by(col(Flag.id))
    )
    return (await session.exec(query)).all()

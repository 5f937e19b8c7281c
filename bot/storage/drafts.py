"""Half-done answers of somebody who registers or corrects one record; a restart does not lose them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel, col, delete, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.forms import IDLE, FormKind
from bot.storage.models import Person, key, office, words
from bot.storage.oldest import Oldest


class DraftForm(SQLModel, table=True):
    """One draft a person. `answers` of a correction are only those that were changed."""

    __tablename__ = "draft_form"

    id: int = key()
    office_id: int = office()
    person_id: int = Field(foreign_key="person.id", unique=True)
    kind: FormKind = Field(sa_type=words(FormKind))
    about: int | None = None
    """The id of the record that is corrected; None: a new one."""
    answers: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    asking: str = ""
    """The step whose answer is waited for; empty: the answers are being checked."""
    revision: int = 0
    started_at: datetime
    changed_at: datetime = Field(index=True)


OLDEST = Oldest(select(func.min(DraftForm.changed_at)), IDLE)


async def draft_of(session: AsyncSession, who: Person, now: datetime) -> DraftForm | None:
    """What somebody is filling in; one that lay idle too long is gone."""
    query = select(DraftForm).where(DraftForm.person_id == who.id, DraftForm.office_id == who.office_id)
    draft = (await session.exec(query)).first()
    if draft is not None and now - draft.changed_at >= IDLE:
        await forget_draft(session, who)
        return None
    return draft


async def begin_draft(
    session: AsyncSession,
    who: Person,
    kind: FormKind,
    answers: dict[str, str],
    now: datetime,
    *,
    about: int | None = None,
) -> DraftForm:
    """A new draft; an earlier one is thrown away."""
    await forget_draft(session, who)
    draft = DraftForm(
        office_id=who.office_id,
        person_id=who.id,
        kind=kind,
        about=about,
        answers=answers,
        started_at=now,
        changed_at=now,
    )
    session.add(draft)
    await session.flush()
    return draft


async def forget_draft(session: AsyncSession, who: Person) -> None:
    """It is saved, or thrown away."""
    await session.exec(delete(DraftForm).where(col(DraftForm.person_id) == who.id))
    await session.flush()


async def forget_idle(session: AsyncSession, now: datetime) -> bool:
    """Delete what lay idle too long; whether there was any."""
    idle = (await session.exec(select(DraftForm.id).where(DraftForm.changed_at <= now - IDLE))).all()
    if idle:
        await session.exec(delete(DraftForm).where(col(DraftForm.id).in_(idle)))
    return bool(idle)

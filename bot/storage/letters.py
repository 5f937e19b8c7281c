"""Letters of cases that were completed: numbered without a gap in an office and year, one valid a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, UniqueConstraint, or_
from sqlmodel import Field, SQLModel, col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import Case, Office, Person, key, office


class Letter(SQLModel, table=True):
    """One letter, with what it says: a correction revokes it, and another one is issued later."""

    __table_args__ = (UniqueConstraint("office_id", "year", "count"),)
    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id", index=True)
    year: int
    count: int
    """Of its office and year, from 1; never used twice, also where it was revoked."""
    number: str
    """As it stands on the letter."""
    code: str = Field(unique=True)
    """By which anybody can ask whether it holds. In clear, for a letter is printed more than once; it shows
    nothing that does not stand in this row."""
    minutes: int
    """Credited when it was issued."""
    total_minutes: int | None
    """Ordered; None for a duty without hours."""
    from_on: date | None
    until_on: date
    issued_at: datetime
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What the public page may say of a letter."""

    holds: bool
    minutes: int | None
    """None for a duty without hours."""
    office: str


async def next_count(session: AsyncSession, home: Office, year: int) -> int:
    """The next number of an office and year. Its row is locked, so that two who approve at once wait for
    each other and no number is left out."""
    lock = select(Office.id).where(Office.id == home.id).with_for_update(key_share=True)
    await session.exec(lock)
    last = select(func.max(Letter.count)).where(Letter.office_id == home.id, Letter.year == year)
    return ((await session.exec(last)).one() or 0) + 1


async def last_of(session: AsyncSession, case: Case) -> Letter | None:
    """The latest letter of a case, whether it holds or not."""
    query = select(Letter).where(Letter.case_id == case.id, Letter.office_id == case.office_id)
    return (await session.exec(query.order_by(col(Letter.id).desc()).limit(1))).first()


async def valid_of(session: AsyncSession, case: Case) -> Letter | None:
    """The letter of a case that holds."""
    last = await last_of(session, case)
    return last if last is not None and last.revoked_at is None else None


async def standing_of(session: AsyncSession, code: str) -> Checked | None:
    """What is known of the letter with this code, in one question whatever the answer is."""
    query = select(Letter, Office.name).join(Office, col(Office.id) == col(Letter.office_id))
    found = (await session.exec(query.where(Letter.code == code))).first()
    if found is None:
        return None
    letter, name = found
    minutes = None if letter.total_minutes is None else letter.minutes
    return Checked(letter.revoked_at is None, minutes, name)


async def own_cases(session: AsyncSession, who: Person) -> Sequence[Case]:
    """The cases of somebody, as client or as a child's guardian, whose letter holds."""
    query = (
        select(Case)
        .join(Letter, col(Letter.case_id) == col(Case.id))
        .where(Case.office_id == who.office_id, _concerns(who), col(Letter.revoked_at).is_(None))
        .order_by(col(Case.id))
    )
    return (await session.exec(query)).all()


async def own_case(session: AsyncSession, who: Person, case_id: int) -> tuple[Case, Person] | None:
    """A case and its client, if it is this client's own, or that of a child for whom this guardian
    answers."""
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(Case.id == case_id, Case.office_id == who.office_id, _concerns(who))
    )
    return (await session.exec(query)).first()


def _concerns(who: Person) -> ColumnElement[bool]:
    return or_(col(Case.client_id) == who.id, col(Case.guardian_id) == who.id)

"""One human being who was entered twice: which record speaks for him, and whose an old code is."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from bot.storage.models import Person


def speaks() -> ColumnElement[bool]:
    """Whether a person was not merged into another one: only he is listed, invited, written to, counted."""
    return col(Person.merged_into).is_(None)


def coded(code: str) -> ColumnElement[bool]:
    """Whether a person has this code, or took in somebody who had it. Every code that people type is looked
    up by this: an old code finds whoever it was merged into."""
    wanted, gone = code.lower(), aliased(Person)
    had = select(gone.id).where(gone.merged_into == Person.id, func.lower(gone.code) == wanted)
    return and_(speaks(), or_(func.lower(Person.code) == wanted, had.correlate(Person).exists()))


def selves_of(person_id: int) -> SelectOfScalar[int]:
    """The ids of a person: his own, and those under which history knows him."""
    return select(Person.id).where(or_(col(Person.id) == person_id, col(Person.merged_into) == person_id))

"""The root of many chains of facts: one hash that changes when any fact in them does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from sqlalchemy import ColumnElement, String, and_, cast, func, literal, tuple_
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.events import case_of, case_stream
from bot.storage.models import Case, Event

Head = tuple[str, int, bytes]
"""A stream, the number of its last fact, and that fact's hash, which covers all before it."""


def root_of(heads: Iterable[Head]) -> str:
    """SHA-256 over the heads in the order of their streams, in hexadecimal; '' where there is none."""
    rows = sorted(heads)
    if not rows:
        return ""
    told = hashlib.sha256()
    for stream, seq, last in rows:
        told.update(f"{stream} {seq} {last.hex()}\n".encode())
    return told.hexdigest()


async def heads_of(session: AsyncSession, office_id: int, cases: ColumnElement[bool]) -> list[Head]:
    """The last fact of each of an office's cases."""
    stream = literal("case:") + cast(col(Case.id), String)
    any_of_it = aliased(Event)
    newest = (  # the end of an index, whatever lies behind it
        select(func.max(any_of_it.seq))
        .where(any_of_it.office_id == office_id, any_of_it.stream == stream)
        .correlate(Case)
        .scalar_subquery()
    )
    query = (
        select(Event.stream, Event.seq, Event.hash)
        .join(Case, and_(col(Event.stream) == stream, col(Event.seq) == newest))
        .where(cases, Event.office_id == office_id)
    )
    return list((await session.exec(query)).all())


def kept(heads: Iterable[Head]) -> dict[str, int]:
    """What must be kept to compute the root again later: case → the number of its last fact."""
    return {str(case_of(stream)): seq for stream, seq, _ in heads}


async def root_again(session: AsyncSession, office_id: int, numbers: Mapping[str, int]) -> str:
    """The root as it is computed today of the facts that were the last ones then."""
    last = [(case_stream(int(case)), seq) for case, seq in numbers.items()]
    query = select(Event.stream, Event.seq, Event.hash).where(Event.office_id == office_id)
    facts = query.where(tuple_(col(Event.stream), col(Event.seq)).in_(last))
    return root_of((await session.exec(facts)).all())

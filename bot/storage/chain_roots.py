"""The root of many chains of facts: one hash that changes when any fact in them does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, func, literal
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.events import case_of, case_stream
from bot.storage.models import Case, Digest, Event, Office, Person

ROOT, FACTS = "root", "facts"
"""Where a digest's row has them."""
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


def kept(heads: Sequence[Head]) -> dict[str, Any]:
    """What a digest's row keeps to be asked about later: the root, and what it was computed from, case by
    case: with the root alone nobody could say where a record was changed."""
    return {ROOT: root_of(heads), FACTS: {case_of(stream): [seq, last.hex()] for stream, seq, last in heads}}


def heads_from(figures: Mapping[str, Any]) -> list[Head]:
    """The heads that a digest's row has kept, in the order of their cases."""
    facts = sorted((int(case), seq, last) for case, (seq, last) in figures[FACTS].items())
    return [(case_stream(case), seq, bytes.fromhex(last)) for case, seq, last in facts]


async def digests_with(session: AsyncSession, beginning: str) -> Sequence[tuple[Digest, Person, Office]]:
    """The digests whose root begins so, with their reader, the earliest first: of a week in which nothing
    happened the root is that of the week before, and one officer's may be that of his office."""
    query = (
        select(Digest, Person, Office)
        .join(Person, col(Person.id) == col(Digest.officer_id))
        .join(Office, col(Office.id) == col(Digest.office_id))
        .where(col(Digest.figures)[ROOT].as_string().startswith(beginning))
        .order_by(col(Digest.week), col(Digest.id))
    )
    return (await session.exec(query)).all()

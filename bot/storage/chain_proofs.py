"""Whether the facts that a digest's root covers still stand. Hadir changes none of them; whoever has the
database in his hands could."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.chain_roots import ROOT, Head, heads_from, root_of
from bot.storage.events import GENESIS, case_of, fits_itself, is_erased
from bot.storage.models import Case, Digest, Event, Person


class Fault(StrEnum):
    """What is wrong with a record, as far as its chain shows."""

    GONE = "gone"
    """A fact is not there any more."""
    CHANGED = "changed"
    """A fact is not what its own hash, or that of the next one, was computed of."""
    REWRITTEN = "rewritten"
    """All hashes fit one another, but the last fact is not the one that the digest has kept."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The first fault in a record: at which of its facts, and when that says it was recorded."""

    fault: Fault
    seq: int
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CaseName:
    """Whose record it is: the client's code and the case's number; '' where the case itself is gone."""

    id: int
    client: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of all that a digest covers."""

    cases: int
    facts: int
    broken: tuple[tuple[CaseName, Broken], ...]
    erased: tuple[tuple[CaseName, int], ...]
    """Facts whose contents were erased: that they were told, when and by whom still stands."""
    listed: bool
    """Whether the digest's own list of facts is still that of its root."""

    @property
    def stands(self) -> bool:
        return self.listed and not self.broken


async def proof_of(session: AsyncSession, digest: Digest) -> Proof:
    """Read every fact up to those that the root was computed of, record by record."""
    heads = heads_from(digest.figures)
    facts, broken, erased = 0, dict[int, Broken](), dict[int, int]()
    for head in heads:
        events = await _events_to(session, digest.office_id, head)
        case, fault = case_of(head[0]), next(_faults(events, head), None)
        facts += len(events)
        if fault is not None:
            broken[case] = fault
        if gone := sum(is_erased(one) for one in events):
            erased[case] = gone
    names = await _names(session, broken.keys() | erased.keys())
    return Proof(
        cases=len(heads),
        facts=facts,
        broken=tuple((one, broken[one.id]) for one in names if one.id in broken),
        erased=tuple((one, erased[one.id]) for one in names if one.id in erased),
        listed=root_of(heads) == digest.figures[ROOT],
    )


async def _events_to(session: AsyncSession, office_id: int, head: Head) -> Sequence[Event]:
    stream, last, _ = head
    query = select(Event).where(Event.office_id == office_id, Event.stream == stream, Event.seq <= last)
    return (await session.exec(query.order_by(col(Event.seq)))).all()


def _faults(events: Sequence[Event], head: Head) -> Iterator[Broken]:
    """What does not fit, in the order in which it is told. A fact that fits itself and not the one before it
    was chained to another: that one is what was changed."""
    _, last, fingerprint = head
    there = {one.seq for one in events}
    yield from (Broken(Fault.GONE, seq) for seq in range(1, last + 1) if seq not in there)
    before, earlier = GENESIS, None
    for event in events:
        if not fits_itself(event):
            yield Broken(Fault.CHANGED, event.seq, event.recorded_at)
        if event.prev_hash != before:
            changed = earlier or event
            yield Broken(Fault.CHANGED, changed.seq, changed.recorded_at)
        before, earlier = event.hash, event
    if before != fingerprint:
        yield Broken(Fault.REWRITTEN, last)


async def _names(session: AsyncSession, cases: Set[int]) -> list[CaseName]:
    """By the client's code; those that are gone first."""
    query = (
        select(Case.id, Person.code, Case.number)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(col(Case.id).in_(cases))
    )
    found = [CaseName(*row) for row in (await session.exec(query)).all()]
    gone = [CaseName(case) for case in cases - {one.id for one in found}]
    return sorted([*gone, *found], key=lambda one: (one.client, one.number, one.id))

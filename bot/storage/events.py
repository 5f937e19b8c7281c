"""Facts: appended once, chained, never changed; and the balance that follows from a case's facts."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.balance import Balance, Credit, balance_of
from bot.domain.entries import Entries, entries_of
from bot.domain.hours import EventKind, Fact, fold
from bot.domain.hours import told as told_of
from bot.storage.models import Attendance, Case, CaseBalance, Event
from bot.storage.phones import via_of

NOTHING = Credit()
GENESIS = b"\0" * 32
"""What the first event of a stream is chained to."""


def case_stream(case_id: int) -> str:
    return f"case:{case_id}"


def case_of(stream: str) -> int:
    """The inverse."""
    return int(stream.partition(":")[2])


def phone_stream(phone_id: int) -> str:
    return f"phone:{phone_id}"


def person_stream(person_id: int) -> str:
    return f"person:{person_id}"


def commitment_of(salt: bytes, payload: str) -> bytes:
    """SHA-256 of salt and payload text: what remains, and verifies, after both are erased."""
    return hashlib.sha256(salt + payload.encode()).digest()


def hash_of(event: Event) -> bytes:
    """The chained hash over header, commitment and the hash before; never over re-serialised JSON."""
    header = [
        event.office_id,
        event.stream,
        event.seq,
        event.kind,
        event.actor_id,
        event.reason,
        event.happened_at.astimezone(UTC).isoformat(),
        event.recorded_at.astimezone(UTC).isoformat(),
    ]
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode() + event.commitment + event.prev_hash).digest()


async def append(
    session: AsyncSession,
    *,
    office_id: int,
    stream: str,
    kind: str,
    actor_id: int | None,
    payload: Mapping[str, Any],
    happened_at: datetime,
    now: datetime,
    reason: str = "",
) -> Event:
    """Add one fact to a stream. The caller holds the stream's lock (the case's or person's row).

    `reason` is a word of a closed set; people's own words belong in `payload`, which can be erased. What came
    from a shared phone says from which.
    """
    if via := via_of(session):
        payload = {**payload, "phone": {"id": via.phone_id, "label": via.label}}
    latest = select(Event).where(Event.office_id == office_id, Event.stream == stream)
    last = (await session.exec(latest.order_by(col(Event.seq).desc()).limit(1))).first()
    text, salt = json.dumps(payload, ensure_ascii=False, sort_keys=True), secrets.token_bytes(16)
    event = Event(
        office_id=office_id,
        stream=stream,
        seq=last.seq + 1 if last else 1,
        kind=kind,
        actor_id=actor_id,
        reason=reason,
        happened_at=happened_at.astimezone(UTC),
        recorded_at=now.astimezone(UTC),
        payload=text,
        salt=salt,
        commitment=commitment_of(salt, text),
        prev_hash=last.hash if last else GENESIS,
        hash=b"",
    )
    event.hash = hash_of(event)
    session.add(event)
    await session.flush()
    return event


async def stream_events(session: AsyncSession, office_id: int, stream: str) -> Sequence[Event]:
    """All facts of a stream, oldest first."""
    query = select(Event).where(Event.office_id == office_id, Event.stream == stream).order_by(col(Event.seq))
    return (await session.exec(query)).all()


def is_erased(event: Event) -> bool:
    """Whether what it told was erased; that it was told, when and by whom still stands."""
    return event.salt is None or event.payload is None


def fits_itself(event: Event) -> bool:
    """Whether an event's contents and header are those that its own hash was computed of."""
    told = is_erased(event) or commitment_of(event.salt or b"", event.payload or "") == event.commitment
    return told and hash_of(event) == event.hash


def broken_link(events: Sequence[Event]) -> int | None:
    """The seq of the first event that does not verify, or None. Erased payloads are no break."""
    before = GENESIS
    for event in events:
        if event.prev_hash != before or not fits_itself(event):
            return event.seq
        before = event.hash
    return None


async def record(
    session: AsyncSession,
    case: Case,
    kind: EventKind,
    *,
    actor_id: int | None,
    payload: Mapping[str, Any],
    happened_at: datetime,
    now: datetime,
    reason: str = "",
) -> Event:
    """Add a fact to a case and store the balance that follows, in the same transaction."""
    event = await append(
        session,
        office_id=case.office_id,
        stream=case_stream(case.id),
        kind=kind,
        actor_id=actor_id,
        payload=payload,
        happened_at=happened_at,
        now=now,
        reason=reason,
    )
    if kind in MOVES_HOURS:
        await refold(session, case, about=payload.get("attendance"))
    if kind in MOVES_PLAN:
        case.look_at = now
    return event


MOVES_HOURS = frozenset(
    {
        EventKind.CASE_OPENED,
        EventKind.OPENING_BALANCE,
        EventKind.HOURS_CARRIED,
        EventKind.HOURS_ADJUSTED,
        EventKind.HOURS_ADJUSTMENT_TAKEN_BACK,
        EventKind.CHECKED_OUT,
        EventKind.CLOSED_BY_RULE,
        EventKind.CHECK_OUT_UNDONE,
        EventKind.CHECK_IN_UNDONE,
        EventKind.HOURS_CONFIRMED,
        EventKind.HOURS_REJECTED,
        EventKind.REJECTION_TAKEN_BACK,
        EventKind.OUTSIDE_PLAN_ACCEPTED,
        EventKind.OUTSIDE_PLAN_DECLINED,
    }
)
"""Kinds after which the balance may differ; the others need no fold."""
FOLDED = MOVES_HOURS | {EventKind.CHECKED_IN}
"""What the fold reads: a start alone moves nothing yet, but says whether the work was planned."""
MOVES_PLAN = (
    MOVES_HOURS - {EventKind.CHECKED_OUT, EventKind.CHECK_OUT_UNDONE, EventKind.CHECK_IN_UNDONE}
) | {
    EventKind.SESSION_MISSED,
    EventKind.OUTCOME_SET,
    EventKind.EXCUSE_TAKEN_BACK,
    EventKind.SITE_CLOSED,
    EventKind.SITE_REOPENED,
    EventKind.PLACEMENT_STOPPED,
    EventKind.PLACEMENT_RESUMED,
}
"""Kinds after which the clock looks at the case: hours may be full, or must find another day."""


async def refold(session: AsyncSession, case: Case, *, about: int | None = None) -> Balance:
    """Replay a case's events into its stored balance and the credit of each attendance. What moved of other
    attendances than the one that the last event is `about` is noted, for the client to hear of it."""
    told = await _facts(session, case)
    balance = _folded(told)
    row = await session.get(CaseBalance, case.id)
    if row is None:
        row = CaseBalance(case_id=case.id, office_id=case.office_id, seq=0)
        session.add(row)
    row.seq = told[-1][0] if told else 0
    row.credited, row.waiting = balance.credited, balance.waiting
    row.surplus, row.remaining = balance.surplus, balance.remaining
    row.opening, row.adjusted = balance.opening, balance.adjusted
    await _store_credits(session, case, balance, about)
    return balance


async def balance_now(session: AsyncSession, case: Case) -> Balance:
    """The balance with what each day holds, which no row keeps."""
    return _folded(await _facts(session, case))


async def balance_as_of(session: AsyncSession, case: Case, seq: int) -> Balance:
    """The balance as it was after the fact of this number."""
    return _folded([one for one in await _facts(session, case) if one[0] <= seq])


async def balance_without(session: AsyncSession, case: Case, adjustment: int) -> Balance:
    """The same, were this correction taken back."""
    back = Fact(EventKind.HOURS_ADJUSTMENT_TAKEN_BACK, {"adjustment": adjustment})
    return fold([*_as_facts(await _facts(session, case)), back])


async def balance_with(session: AsyncSession, case: Case, more: Fact) -> Balance:
    """The same, were this added: a correction, or other hours before Hadir."""
    return fold([*_as_facts(await _facts(session, case)), more])


async def entries_now(session: AsyncSession, case: Case) -> Entries:
    """Each figure of the balance as the entries that it is the sum of."""
    order, stretches = told_of(_as_facts(await _facts(session, case)))
    return entries_of(stretches, balance_of(stretches, order))


def _folded(told: Sequence[tuple[int, str, str | None]]) -> Balance:
    return fold(_as_facts(told))


def _as_facts(told: Sequence[tuple[int, str, str | None]]) -> Iterator[Fact]:
    return (Fact(EventKind(kind), json.loads(payload or "{}")) for _, kind, payload in told)


async def _facts(session: AsyncSession, case: Case) -> Sequence[tuple[int, str, str | None]]:
    """What the fold reads of a case's events, in order; whole rows would cost three times as much."""
    query = (
        select(Event.seq, Event.kind, Event.payload)
        .where(Event.office_id == case.office_id, Event.stream == case_stream(case.id))
        .where(col(Event.kind).in_(sorted(kind.value for kind in FOLDED)))
        .order_by(col(Event.seq))
    )
    return (await session.exec(query)).all()


async def facts_of(session: AsyncSession, case: Case, kind: EventKind) -> Sequence[Event]:
    """A case's facts of one kind, the latest first."""
    query = (
        select(Event)
        .where(Event.office_id == case.office_id, Event.stream == case_stream(case.id))
        .where(Event.kind == kind.value)
        .order_by(col(Event.seq).desc())
    )
    return (await session.exec(query)).all()


def told_by(event: Event) -> Mapping[str, Any]:
    """The payload of a fact; empty where it was erased."""
    told: Mapping[str, Any] = json.loads(event.payload or "{}")
    return told


async def _store_credits(session: AsyncSession, case: Case, balance: Balance, about: int | None) -> None:
    rows = (await session.exec(select(Attendance).where(Attendance.case_id == case.id))).all()
    for row in rows:
        credit = balance.by_attendance.get(row.id, NOTHING)
        told = row.credited if row.told_minutes is None else row.told_minutes
        row.told_minutes = None if row.id == about or told == credit.credited else told
        row.credited, row.surplus, row.surplus_cap = credit.credited, credit.surplus, credit.cap
    await session.flush()

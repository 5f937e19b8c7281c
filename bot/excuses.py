"""Excuses a client for whole days, and takes that back while it may have been a slip."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import UNDO, SessionState
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.domain.outcomes import MEANINGS, Outcome
from bot.domain.reports import ReportState
from bot.planning import cancel, replan
from bot.reminding import first_look, habits_for
from bot.reporting import plan_reports, report_rows, was_told
from bot.storage import leaves, queries
from bot.storage.events import facts_of, record, told_by
from bot.storage.misses import only_rejected
from bot.storage.models import Case, ExcusedSpan, Person, Report, WorkSession
from bot.storage.outages import unheard

LONGEST_SPAN = 92
"""Days that one excuse may last."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A report day that an excuse shifts; `to` is None where nothing is owed for it any more."""

    usual: date
    to: date | None


@dataclass(frozen=True, slots=True)
class Excused:
    """What an excuse changed in one case: sessions that are dropped, misses that no longer count, reports."""

    span: int
    case_id: int
    dropped: Sequence[WorkSession]
    forgiven: int
    reports: Sequence[Moved]


async def excuse(
    session: AsyncSession,
    case: Case,
    first: date,
    last: date,
    *,
    words: str,
    by: Person | None,
    now: datetime,
) -> Excused | None:
    """Excuse a client for these days, both included: what was planned is dropped and finds another day,
    what was missed no longer counts as a miss, and a report is due after them. What an officer has said of a
    session before stays said. None where all these days were excused before. Nobody's deed (`by`) where his
    former Bapas excused him.

    Raises Refused for a span that is reversed, or longer than three months.
    """
    if last < first:
        raise Refused("period-reversed")
    if (last - first).days >= LONGEST_SPAN:
        raise Refused("excuse-too-long", most=LONGEST_SPAN)
    if await _known(session, case, first, last):
        return None
    span = ExcusedSpan(
        office_id=case.office_id,
        case_id=case.id,
        first=first,
        last=last,
        reason=words,
        by=by.id if by else None,
    )
    session.add(span)
    await session.flush()
    sessions = await _within(session, case, first, last)
    payload = {
        "span": span.id,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "outcome": Outcome.PERMITTED.value,
        "words": words,
        "sessions": [_session_before(one) for one in sessions],
    }
    dropped = [one for one in sessions if one.state is SessionState.PLANNED]
    forgiven = [one for one in sessions if one.state is SessionState.MISSED and _open(one)]
    for planned in sessions:
        if _open(planned):
            planned.outcome = Outcome.PERMITTED
    for planned in dropped:
        cancel(planned)
    payload["reports"], moved = await _report_days(session, case, now)
    await _record(session, case, EventKind.OUTCOME_SET, payload, by, now, reason=Outcome.PERMITTED.value)
    return Excused(span.id, case.id, dropped, len(forgiven), moved)


async def take_back(
    session: AsyncSession, span: ExcusedSpan, case: Case, *, by: Person, now: datetime
) -> Sequence[WorkSession]:
    """Everything is as it was before the excuse, but for what people have done since. Returns the sessions
    that stand again. Raises Refused after ten minutes."""
    facts = [
        one
        for one in await facts_of(session, case, EventKind.OUTCOME_SET)
        if told_by(one).get("span") == span.id
    ]
    excused_at = facts[0].happened_at if facts else None
    if excused_at is None or now - excused_at - await unheard(session, excused_at, now) > UNDO:
        raise Refused("excuse-undo-too-late")
    before = told_by(facts[0])
    await _reports_restored(session, case, before["reports"], now)
    await session.delete(span)
    await session.flush()
    known = before["sessions"]
    stood = [*known, *await _excused_since(session, case, span, {one["id"] for one in known})]
    again = [row for row in [await _restored(session, one, case, now) for one in stood] if row]
    payload = {"span": span.id, "first": span.first.isoformat(), "last": span.last.isoformat()}
    await _record(session, case, EventKind.EXCUSE_TAKEN_BACK, payload, by, now)
    await replan(session, case, now=now)
    await plan_reports(session, case, now=now)
    return again


async def granted_since(
    session: AsyncSession, case: Case, since: datetime
) -> list[tuple[ExcusedSpan, datetime]]:
    """The excuses of a case that were written then or later and still hold, each with when."""
    facts = [one for one in await facts_of(session, case, EventKind.OUTCOME_SET) if one.happened_at >= since]
    written = [(told_by(one).get("span"), one.happened_at) for one in reversed(facts)]
    spans = [(await session.get(ExcusedSpan, number), at) for number, at in written if number is not None]
    return [(span, at) for span, at in spans if span is not None]


async def spans_with(
    session: AsyncSession, by: Person, span_id: int, now: datetime
) -> Sequence[tuple[ExcusedSpan, Case]]:
    """An excuse, with those of the same client's other cases that were written with it; their cases locked.
    Raises Refused where it was taken back, or is in no case that this officer guides."""
    span = await session.get(ExcusedSpan, span_id)
    if span is None:
        raise Refused("excuse-undo-gone")
    first = await queries.locked_case(session, by.office_id, span.case_id)
    if first is None or not await leaves.answers_for(session, by, first, now):
        raise Refused("not-yours")
    query = (
        select(ExcusedSpan, Case)
        .join(Case, col(Case.id) == col(ExcusedSpan.case_id))
        .where(
            Case.client_id == first.client_id,
            Case.office_id == by.office_id,
            Case.officer_id == first.officer_id,
        )
        .where(ExcusedSpan.first == span.first, ExcusedSpan.last == span.last)
        .order_by(col(Case.id))
    )
    found = (await session.exec(query)).all()
    for _, case in found:
        await queries.locked_case(session, by.office_id, case.id)
    return found


def _open(planned: WorkSession) -> bool:
    """Whether nobody has said yet what became of a session."""
    return planned.outcome is None or MEANINGS[planned.outcome].needs_follow_up


def _session_before(planned: WorkSession) -> Mapping[str, Any]:
    return {"id": planned.id, "state": planned.state.value, "outcome": planned.outcome}


async def _excused_since(
    session: AsyncSession, case: Case, span: ExcusedSpan, known: Collection[int]
) -> list[Mapping[str, Any]]:
    """The sessions of its days that this excuse held back only later: their site was closed, and was opened
    again. As they would stand without it."""
    query = (
        select(WorkSession)
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(WorkSession.day >= span.first, WorkSession.day <= span.last)
        .where(WorkSession.outcome == Outcome.PERMITTED, col(WorkSession.id).not_in(known))
    )
    rows = (await session.exec(query)).all()
    held = [one for one in rows if not await _known(session, case, one.day, one.day)]
    states = {SessionState.CANCELLED: SessionState.PLANNED, SessionState.MISSED: SessionState.MISSED}
    return [
        {"id": one.id, "state": states[one.state], "outcome": None} for one in held if one.state in states
    ]


async def _restored(
    session: AsyncSession, before: Mapping[str, Any], case: Case, now: datetime
) -> WorkSession | None:
    """A session as it was; who has been called present or heard in between is left alone."""
    planned = await queries.session_by_id(session, case.office_id, before["id"])
    if planned is None or planned.state not in (SessionState.CANCELLED, SessionState.MISSED):
        return None
    if planned.outcome is Outcome.PERMITTED:
        planned.outcome = Outcome(before["outcome"]) if before["outcome"] else None
    if planned.state is SessionState.MISSED or before["state"] != SessionState.PLANNED:
        return None
    site = await queries.site_of(session, case.office_id, planned.site_id)
    habits = await habits_for(session, await queries.office_of(session, case.office_id), planned.client_id)
    planned.state = SessionState.PLANNED
    planned.revision += 1
    planned.look_at = first_look(queries.slot_of(planned), site.zone, habits, now)
    return planned


async def _report_days(
    session: AsyncSession, case: Case, now: datetime
) -> tuple[list[Mapping[str, Any]], list[Moved]]:
    """Plan the report days anew, and say how those that changed stood before."""
    office = await queries.office_of(session, case.office_id)
    client = await session.get_one(Person, case.client_id)
    before = {row.id: _report_before(row) for row in await report_rows(session, case)}
    await plan_reports(session, case, now=now)
    after = {row.id: row for row in await report_rows(session, case)}
    changed = [
        one for number, one in before.items() if number in after and one != _report_before(after[number])
    ]
    moved = []
    for one in changed:
        row = after[one["id"]]
        was_told(row, office, client, now)
        to = row.due_on if row.state is ReportState.DUE else None
        moved.append(Moved(date.fromisoformat(one["due_on"]), to))
    gone = [
        Moved(date.fromisoformat(one["due_on"]), None)
        for number, one in before.items()
        if number not in after
    ]
    return changed, [*moved, *gone]


def _report_before(row: Report) -> Mapping[str, Any]:
    return {
        "id": row.id,
        "state": row.state.value,
        "due_on": row.due_on.isoformat(),
        "shifted_from": row.shifted_from.isoformat() if row.shifted_from else None,
        "closes_at": row.closes_at.isoformat(),
    }


async def _reports_restored(
    session: AsyncSession, case: Case, before: Sequence[Mapping[str, Any]], now: datetime
) -> None:
    office = await queries.office_of(session, case.office_id)
    client = await session.get_one(Person, case.client_id)
    rows = {row.id: row for row in await report_rows(session, case)}
    for one in before:
        row = rows.get(one["id"])
        if row is None or row.answers or row.state not in (ReportState.DUE, ReportState.DROPPED):
            continue
        row.state, row.due_on = ReportState(one["state"]), date.fromisoformat(one["due_on"])
        row.shifted_from = date.fromisoformat(one["shifted_from"]) if one["shifted_from"] else None
        row.closes_at = datetime.fromisoformat(one["closes_at"])
        row.revision += 1
        row.look_at = now
        was_told(row, office, client, now)
    await session.flush()


async def _known(session: AsyncSession, case: Case, first: date, last: date) -> bool:
    query = select(ExcusedSpan).where(
        ExcusedSpan.case_id == case.id, ExcusedSpan.first <= first, ExcusedSpan.last >= last
    )
    return (await session.exec(query)).first() is not None


async def _within(session: AsyncSession, case: Case, first: date, last: date) -> Sequence[WorkSession]:
    """The sessions of these days that nobody has worked, as far as is known."""
    nobody = col(WorkSession.state).in_([SessionState.PLANNED, SessionState.MISSED])
    query = (
        select(WorkSession)
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(WorkSession.day >= first, WorkSession.day <= last)
        .where(or_(nobody, only_rejected()))
        .order_by(col(WorkSession.starts_at))
    )
    return (await session.exec(query)).all()


async def _record(
    session: AsyncSession,
    case: Case,
    kind: EventKind,
    payload: Mapping[str, Any],
    by: Person | None,
    now: datetime,
    reason: str = "",
) -> None:
    actor = by.id if by else None
    await record(
        session, case, kind, actor_id=actor, payload=payload, happened_at=now, now=now, reason=reason
    )

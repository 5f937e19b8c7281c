"""How often nobody came in a case, by what is known of it: one count for everybody who reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain import outcomes
from bot.domain.checkins import SessionState
from bot.domain.outcomes import ABSENT, EXCUSED, Outcome
from bot.storage.excuse_requests import undecided
from bot.storage.misses import climbs, only_rejected
from bot.storage.models import Case, WorkSession

_SETTLED = tuple(outcome for outcome in ABSENT if not outcomes.climbs(outcome))


@dataclass(frozen=True, slots=True)
class Misses:
    """Days on which a client was expected and did not come (`outcomes.ABSENT`), among them those excused by
    an officer, those of which nothing could be sent to him, and those of which he has said something that
    nobody has judged; and, apart from them, those
    for which he asks to be excused, undecided: until then they count as nothing; and those of which what was
    recorded was called not right, and nobody has said yet that it was a miss."""

    absent: int = 0
    excused: int = 0
    unreached: int = 0
    explained: int = 0
    asked: int = 0
    rejected: int = 0


def absent() -> ColumnElement[bool]:
    """A session that counts as a miss, whatever is thought of it."""
    return and_(_nobody(), or_(and_(climbs(), ~undecided()), col(WorkSession.outcome).in_(_SETTLED)))


def asked() -> ColumnElement[bool]:
    """A session to which nobody came, and for whose day an excuse waits to be decided."""
    return and_(_nobody(), climbs(), undecided())


async def count_misses(session: AsyncSession, case: Case) -> Misses:
    """All misses of a case."""
    return (await by_case(session, col(WorkSession.case_id) == case.id)).get(case.id, Misses())


async def by_case(session: AsyncSession, sessions: ColumnElement[bool]) -> dict[int, Misses]:
    """Case → the misses among these sessions."""
    query = (
        select(
            col(WorkSession.case_id),
            func.count().filter(absent()),
            func.count().filter(_nobody(), col(WorkSession.outcome).in_(EXCUSED)),
            func.count().filter(_nobody(), col(WorkSession.outcome) == Outcome.UNREACHED),
            func.count().filter(absent(), climbs(), col(WorkSession.answer) != ""),
            func.count().filter(asked()),
            func.count().filter(only_rejected(), col(WorkSession.outcome).is_(None)),
        )  # type: ignore[call-overload]
        .where(sessions, or_(_nobody(), only_rejected()))
        .group_by(col(WorkSession.case_id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return {case_id: Misses(*counts) for case_id, *counts in rows}


def _nobody() -> ColumnElement[bool]:
    """Missed, or said to be by who judged a rejected record."""
    said = and_(only_rejected(), col(WorkSession.outcome).is_not(None))
    return or_(col(WorkSession.state) == SessionState.MISSED, said)

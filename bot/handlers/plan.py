"""`/rencana`: how the plan of a case comes out, tried without changing anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState
from bot.domain.checkins import SessionState
from bot.domain.law import missing
from bot.domain.messages import (
    Ask,
    Inbound,
    Line,
    Minutes,
    Notice,
    When,
    Word,
    Words,
    choice_numbers,
)
from bot.domain.plans import LeftOut, Obstacle, Plan
from bot.domain.reports import midday
from bot.handlers import clients
from bot.orders import circumstances, order_of
from bot.planning import preview
from bot.storage.models import Case, Person, Placement, Site, WorkSession

SESSIONS_SHOWN = 6
DAYS_SHOWN = 8
"""Days left out with their reasons, and then a count."""


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/rencana NAME`, or the code."""
    found = await clients.called(session, who, inbound.text, command="/rencana", entry="plan", now=now)
    return [found] if isinstance(found, Notice) else [await _plan(session, who, *found, now)]


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of several clients."""
    found = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    return [await _plan(session, who, *found, now)]


@dataclass(frozen=True, slots=True)
class _Session:
    starts_at: datetime
    ends_at: datetime
    minutes: int
    site: Site


async def _plan(session: AsyncSession, who: Person, case: Case, client: Person, now: datetime) -> Notice:
    made = await preview(session, case, now=now)
    placed = (await circumstances(session, case.office_id, [case], now))[case.id].placed
    planned = [
        _Session(one.starts_at, one.ends_at, one.minutes, placed[one.placement][1]) for one in made.sessions
    ]
    planned += [
        _Session(row.starts_at, row.ends_at, row.counted, placed[row.placement_id][1])
        for row in await _agreed(session, case, now)
    ]
    planned.sort(key=lambda one: one.starts_at)
    lines = [
        *_draft(case, client),
        *_sessions(planned),
        *_left_out(made.left_out, placed),
        *_outlook(case, client, made, placed),
    ]
    params = {"name": client.shown}
    return Notice(to=who.id, key="plan-heading", params=params, lines=tuple(lines), ask=Ask.OFFICER)


async def _agreed(session: AsyncSession, case: Case, now: datetime) -> Sequence[WorkSession]:
    """Sessions that people moved: the planner leaves them alone, and they count."""
    query = (
        select(WorkSession)
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(WorkSession.state == SessionState.PLANNED, WorkSession.starts_at > now)
        .where(col(WorkSession.agreed).is_(True))
    )
    return (await session.exec(query)).all()


def _draft(case: Case, client: Person) -> Iterator[Line]:
    """What must be entered first: without it, the rest is only how it would be."""
    if case.state is CaseState.DRAFT:
        lacks = missing(order_of(case, client))
        needs = Words(tuple(f"need-{need.value.replace('_', '-')}" for need in lacks))
        yield Line("plan-draft", {"lacks": needs})


def _sessions(planned: Sequence[_Session]) -> Iterator[Line]:
    if not planned:
        return
    first, last = planned[0], planned[-1]
    yield Line(
        "plan-total",
        {
            "count": len(planned),
            "first": When(first.starts_at, first.site.zone),
            "last": When(last.starts_at, last.site.zone),
            "planned": Minutes(sum(one.minutes for one in planned)),
        },
    )
    for one in planned[:SESSIONS_SHOWN]:
        yield Line(
            "plan-session",
            {
                "start": When(one.starts_at, one.site.zone),
                "finish": When(one.ends_at, one.site.zone),
                "site": one.site.name,
            },
        )
    if len(planned) > SESSIONS_SHOWN:
        yield Line("plan-more-sessions", {"count": len(planned) - SESSIONS_SHOWN})


def _left_out(days: Sequence[LeftOut], placed: Mapping[int, tuple[Placement, Site]]) -> Iterator[Line]:
    if not days:
        return
    yield Line("plan-left-out")
    for one in days[:DAYS_SHOWN]:
        zone = placed[one.placement][1].zone
        day = When(midday(one.day, zone), zone)
        if one.obstacle is Obstacle.HOLIDAY and one.holiday:
            key = "plan-left-out-holiday-estimated" if one.estimated else "plan-left-out-holiday"
            yield Line(key, {"day": day, "holiday": one.holiday})
        else:
            reason = Word(f"obstacle-{one.obstacle.value}")
            yield Line("plan-left-out-day", {"day": day, "reason": reason})
    if len(days) > DAYS_SHOWN:
        yield Line("plan-more-days", {"count": len(days) - DAYS_SHOWN})


def _outlook(
    case: Case, client: Person, made: Plan, placed: Mapping[int, tuple[Placement, Site]]
) -> Iterator[Line]:
    """Whether the hours fit, and the next step where they do not."""
    if case.state not in (CaseState.ACTIVE, CaseState.DRAFT):
        yield Line("plan-not-active")
    elif not placed:
        draft = case.state is CaseState.DRAFT
        yield Line("plan-no-placement-yet" if draft else "plan-no-placement", {"code": client.code})
    elif made.shortfall:
        yield Line("plan-short", {"short": Minutes(made.shortfall), "code": client.code})
    elif case.total_minutes is not None:
        yield Line("plan-enough")

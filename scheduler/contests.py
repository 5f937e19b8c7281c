"""Contests that nobody answered by their day: whoever decides is reminded once, then the head hears of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, contest_cards
from bot.contests import note
from bot.domain.cases import local_day
from bot.domain.contests import LONGER, Chase, ContestState, look_at, next_chase, wait_until
from bot.domain.hours import EventKind
from bot.domain.messages import Notice, Param, Show, When
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.storage import contests as stored
from bot.storage import queries
from bot.storage.models import Case, Contest, Office, Person

AT_ONCE = 25
"""Contests a transaction: on SQLite everybody else waits while it writes."""


async def contests(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Look at the contests whose time has come; None when there is none."""
    due = await stored.due(session, now, AT_ONCE)
    if not due:
        return None
    notices: list[Notice] = []
    for contest in sorted(due, key=lambda one: one.case_id):
        notices += await _look(session, contest, now)
    await session.flush()
    return notices


async def _look(session: AsyncSession, contest: Contest, now: datetime) -> list[Notice]:
    case = await queries.locked_case(session, contest.office_id, contest.case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    await session.refresh(contest)
    if contest.state is not ContestState.OPEN:
        contest.look_at = None
        return []
    office = await queries.office_of(session, contest.office_id)
    chase = next_chase(
        contest.chased,
        contest.answer_by,
        by_head=stored.for_head(case, contest),
        now=now,
        zone=office.zone,
    )
    match chase:
        case Chase.WAIT:
            contest.look_at = wait_until(contest.answer_by, now=now, zone=office.zone)
            return []
        case Chase.REMIND:
            return await _remind(session, case, contest, office, now)
        case Chase.TELL_HEAD:
            contest.chased, contest.look_at = 2, None
            return await _tell_head(session, case, contest)
        case Chase.NONE:
            contest.look_at = None
            return []


async def _remind(
    session: AsyncSession, case: Case, contest: Contest, office: Office, now: datetime
) -> list[Notice]:
    """The card once more to whoever decides, and a later day to the client: told once."""
    once = f"contest-late:{contest.id}:{contest.answer_by}"
    contest.chased, contest.answer_by = 1, local_day(now, office.zone) + LONGER
    contest.look_at = look_at(contest.answer_by, office.zone)
    client = await session.get_one(Person, case.client_id)
    by = {"answer_by": contest.answer_by.isoformat()}
    await note(session, case, contest, EventKind.CONTEST_LATE, None, now, by)
    day: dict[str, Param] = {"day": When(midday(contest.answer_by, office.zone), office.zone)}
    again = await contest_cards.cards_for(session, case, contest, now, show=Show.AGAIN)
    told = Notice(
        to=client.id, key="contest-late-client", params=cards.greeting(client) | day, once=f"{once}:client"
    )
    return [told, *(replace(one, key="contest-card-late", once=f"{once}:{one.to}") for one in again)]


async def _tell_head(session: AsyncSession, case: Case, contest: Contest) -> list[Notice]:
    client = await session.get_one(Person, case.client_id)
    officer = await session.get_one(Person, case.guide_id)
    params: dict[str, Param] = {"name": client.shown, "officer": officer.shown}
    once = f"contest-late-head:{contest.id}:{contest.answer_by}"
    heads = await queries.staff(session, case.office_id, Role.HEAD)
    return [
        Notice(to=one.id, key="contest-late-head", params=params, once=f"{once}:{one.id}") for one in heads
    ]

"""What officer, client and head read when a case waits to be closed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.cases import CaseState
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Ask, Awaits, Choice, Line, Minutes, Notice, OnlyIf, Param, Word
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.models import Attendance, Case, Person


async def announced(session: AsyncSession, case: Case, *, now: datetime) -> list[Notice]:
    """*Menunggu penutupan*: the officer gets the choice, the client hears that nothing new is planned."""
    client = await session.get_one(Person, case.client_id)
    told = Notice(to=client.id, key="closing-told-client", params=cards.greeting(client), ask=Ask.OTHERS)
    return [await choice_card(session, case, client), told]


async def choice_card(session: AsyncSession, case: Case, client: Person) -> Notice:
    """How the case stands, what is still open in it, and the two ways to end it."""
    balance = await queries.balance_of(session, case)
    lines = [_hours(balance.credited, balance.remaining), *await _open_items(session, case, balance.waiting)]
    served = Choice(f"close-served:{case.id}", "choice-close-served")
    unserved = Choice(f"close-unserved:{case.id}", "choice-close-unserved")
    return Notice(
        to=case.guide_id,
        key="closing-card",
        params={"name": client.shown},
        lines=tuple(lines),
        choices=(unserved if balance.remaining else served,),
        card=f"closing:{case.id}",
        only_if=OnlyIf(Awaits.CASE, case.id, 0),
    )


async def for_head(session: AsyncSession, case: Case) -> list[Notice]:
    """The officer's choice, for the heads of the office to approve or give back."""
    client = await session.get_one(Person, case.client_id)
    officer = await session.get_one(Person, case.guide_id)
    balance = await queries.balance_of(session, case)
    outcome = CaseState(case.closing_outcome or CaseState.ENDED)
    lines = [_hours(balance.credited, balance.remaining)]
    if case.closing_reason:
        lines.append(Line("closing-reason", {"reason": case.closing_reason}))
    lines += await _open_items(session, case, balance.waiting)
    params: dict[str, Param] = {
        "name": client.shown,
        "officer": officer.shown,
        "outcome": Word(f"closing-outcome-{outcome.value}"),
    }
    return [
        Notice(
            to=head.id,
            key="closing-for-head",
            params=params,
            lines=tuple(lines),
            choices=(
                Choice(f"close-approve:{case.id}", "choice-close-approve"),
                Choice(f"close-return:{case.id}", "choice-close-return"),
            ),
            card=f"closing:{case.id}",
        )
        for head in await queries.staff(session, case.office_id, Role.HEAD)
    ]


async def decided(session: AsyncSession, case: Case, *, approved: bool) -> list[Notice]:
    """Officer and client hear what the head decided; the client only when it is final."""
    client = await session.get_one(Person, case.client_id)
    params: dict[str, Param] = {"name": client.shown}
    if not approved:
        return [Notice(to=case.guide_id, key="closing-returned", params=params)]
    key = "closing-final-served" if case.state is CaseState.COMPLETED else "closing-final-unserved"
    told = Notice(to=client.id, key=key, params=cards.greeting(client), ask=Ask.OTHERS)
    return [Notice(to=case.guide_id, key="closing-approved", params=params), told]


def _hours(credited: int, remaining: int | None) -> Line:
    if remaining is None:
        return Line("closing-no-hours")
    total = Minutes(credited + remaining)
    return Line("closing-hours", {"credited": Minutes(credited), "total": total})


async def _open_items(session: AsyncSession, case: Case, waiting: int) -> list[Line]:
    """What may still change the hours: a confirmation or an acceptance that nobody has given."""
    unconfirmed = await _count(session, case, AttendanceState.OPEN, AttendanceState.WAITING)
    undecided = (
        select(func.count())
        .select_from(Attendance)
        .where(Attendance.case_id == case.id, Attendance.state == AttendanceState.CONFIRMED)
        .where(col(Attendance.session_id).is_(None), col(Attendance.accepted_by).is_(None))
    )
    lines = []
    if unconfirmed:
        lines.append(Line("closing-unconfirmed", {"count": unconfirmed, "waiting": Minutes(waiting)}))
    if outside := (await session.exec(undecided)).one():
        lines.append(Line("closing-outside-plan", {"count": outside}))
    return lines or [Line("closing-nothing-open")]


async def _count(session: AsyncSession, case: Case, *states: AttendanceState) -> int:
    query = select(func.count()).select_from(Attendance).where(Attendance.case_id == case.id)
    return (await session.exec(query.where(col(Attendance.state).in_(states)))).one()

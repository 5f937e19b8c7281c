"""Leave is offered to a stand-in, accepted or declined, withdrawn, ended; each step a fact of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import instant, local_day
from bot.domain.leaves import HOLDS_A_PLACE, STANDING_IN, LeaveState, check_span, hand_back_at
from bot.domain.messages import Param, Refused, When
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.storage import queries
from bot.storage.events import append
from bot.storage.leaves import Leave, promised, standing
from bot.storage.models import Person, Site, SiteSupervisor

EVE_AT = time(9)
"""When, on the day before, whoever waits for an answer learns that there is none."""


async def offer(
    session: AsyncSession,
    person: Person,
    stand_in: Person | None,
    first: date,
    last: date,
    *,
    sites: Sequence[Site] = (),
    by: Person,
    now: datetime,
) -> Leave:
    """Ask somebody to stand in; without anybody, a supervisor only says that he will be away. A head of
    office may do it for somebody who cannot.

    Raises Refused for days that are no leave, for anybody but a colleague of the same role and office, and
    where either of them is away or needed then.
    """
    office = await queries.office_of(session, person.office_id)
    today = local_day(now, office.zone)
    by_head = by.role is Role.HEAD
    check_span(first, last, today, by_head=by_head)
    _check_people(person, stand_in, by)
    covered = sorted({site.id for site in sites})
    await _check_person(session, person, first, last, covered)
    if stand_in is not None:
        await _check_stand_in(session, stand_in, first, last)
    leave = Leave(
        office_id=person.office_id,
        person_id=person.id,
        stand_in_id=stand_in.id if stand_in else None,
        first=first,
        last=last,
        sites=covered,
        state=LeaveState.OFFERED if stand_in else LeaveState.UNCOVERED,
        asked_by=by.id,
        asked_at=now,
        look_at=_first_look(first, last, office.zone, now),
    )
    session.add(leave)
    await session.flush()
    await note(session, leave, "leave_offered" if stand_in else "leave_uncovered", by.id, now)
    return leave


async def decide(session: AsyncSession, leave: Leave, *, accepted: bool, by: Person, now: datetime) -> None:
    """The stand-in says yes or no; only a yes gives him any right.

    Raises Refused for anybody else, and where it was decided, withdrawn or is past.
    """
    if leave.stand_in_id != by.id:
        raise Refused("not-yours")
    office = await queries.office_of(session, leave.office_id)
    if leave.state is not LeaveState.OFFERED or leave.last < local_day(now, office.zone):
        raise Refused("leave-not-open")
    if accepted:
        await _check_stand_in(session, by, leave.first, leave.last)
        await _check_not_promised(session, leave.person_id, by, leave.first, leave.last)
    leave.state = LeaveState.ACCEPTED if accepted else LeaveState.DECLINED
    leave.decided_at, leave.look_at = now, hand_back_at(leave.last, office.zone)
    await note(session, leave, f"leave_{leave.state.value}", by.id, now)


async def end(session: AsyncSession, leave: Leave, *, by: Person, now: datetime) -> bool:
    """Withdraw what has not begun, or end what runs; returns whether a stand-in had begun.

    Raises Refused for anybody but the person and the head of office.
    """
    if not (leave.person_id == by.id or by.role is Role.HEAD):
        raise Refused("not-yours")
    if leave.state in (LeaveState.WITHDRAWN, LeaveState.OVER):
        raise Refused("leave-not-open")
    office = await queries.office_of(session, leave.office_id)
    stood_in = leave.state is LeaveState.ACCEPTED or leave.given_up
    begun = stood_in and leave.first <= local_day(now, office.zone)
    leave.state = LeaveState.OVER if begun else LeaveState.WITHDRAWN
    leave.ended_at, leave.look_at = leave.ended_at or now, None
    await note(session, leave, "leave_ended" if begun else "leave_withdrawn", by.id, now)
    return begun


async def step_down(session: AsyncSession, leave: Leave, *, by: Person, now: datetime) -> None:
    """The stand-in takes his word back: his rights end at once, and the leave goes on without anybody. What
    he did until then is told when it is over.

    Raises Refused for anybody else, and where he does not stand in any more.
    """
    if leave.stand_in_id != by.id:
        raise Refused("not-yours")
    office = await queries.office_of(session, leave.office_id)
    today = local_day(now, office.zone)
    if leave.state is not LeaveState.ACCEPTED or leave.last < today:
        raise Refused("leave-not-open")
    leave.state, leave.ended_at = LeaveState.DECLINED, now
    if today < leave.first:
        leave.look_at = None  # he did nothing yet
    await note(session, leave, "leave_stepped_down", by.id, now)


async def replace_stand_in(
    session: AsyncSession, leave: Leave, stand_in: Person, *, by: Person, now: datetime
) -> Leave:
    """A head asks somebody else for what is left of a leave; whoever was asked before is free.

    Raises Refused as `offer` does, and for a leave that is over.
    """
    person = await session.get_one(Person, leave.person_id)
    if by.role is not Role.HEAD or by.office_id != leave.office_id or by.id == leave.stand_in_id:
        raise Refused("not-yours")
    zone = (await queries.office_of(session, leave.office_id)).zone
    today = local_day(now, zone)
    if leave.state not in HOLDS_A_PLACE or leave.last < today or leave.stand_in_id == stand_in.id:
        raise Refused("leave-not-open")
    if await end(session, leave, by=by, now=now):
        leave.look_at = hand_back_at(leave.last, zone)
    sites = [await queries.site_of(session, leave.office_id, one) for one in leave.sites]
    first = max(leave.first, today)
    return await offer(session, person, stand_in, first, leave.last, sites=sites, by=by, now=now)


async def is_away(session: AsyncSession, person: Person, first: date, last: date) -> bool:
    """Whether somebody is on leave himself on some of these days."""
    own = await standing(session, person, first, states=HOLDS_A_PLACE)
    return any(one.meets(first, last) for one in own)


async def run_out(session: AsyncSession, leave: Leave, now: datetime) -> None:
    """The last day has passed. What nobody accepted stays as it was: it tells that nobody stood in."""
    leave.look_at = None
    if leave.state is LeaveState.ACCEPTED:
        leave.state, leave.ended_at = LeaveState.OVER, now
        await note(session, leave, "leave_over", None, now)


async def colleagues(session: AsyncSession, person: Person, first: date, last: date) -> list[Person]:
    """Who could stand in: the same role in the same office, and not away himself on any of these days."""
    people = [
        one for one in await queries.staff(session, person.office_id, person.role) if one.id != person.id
    ]
    free = []
    for one in people:
        away = [leave for leave in await standing(session, one, first) if leave.meets(first, last)]
        if not away:
            free.append(one)
    return free


async def colleague_called(session: AsyncSession, person: Person, text: str) -> Person:
    """The one colleague of the same role with this code, or this text in his name. Raises Refused."""
    wanted = (await queries.code_now(session, person.office_id, text)).strip().casefold()
    people = [
        one for one in await queries.staff(session, person.office_id, person.role) if one.id != person.id
    ]
    found = [one for one in people if one.code.casefold() == wanted] or [
        one for one in people if wanted and wanted in one.name.casefold()
    ]
    if len(found) != 1:
        key = "leave-several-called" if found else "leave-nobody-called"
        raise Refused(key, text=text.strip()[:40])
    return found[0]


async def _others(session: AsyncSession, person: Person) -> list[Person]:
    staff = await queries.staff(session, person.office_id, person.role)
    return [one for one in staff if one.id != person.id and one.left_on is None]


async def sites_of(session: AsyncSession, person: Person, first: date, last: date) -> Sequence[Site]:
    """The sites at which a supervisor is appointed on some of these days."""
    appointed = (
        select(SiteSupervisor.site_id)
        .where(SiteSupervisor.person_id == person.id, SiteSupervisor.from_on <= last)
        .where(col(SiteSupervisor.until_on).is_(None) | (col(SiteSupervisor.until_on) >= first))
    )
    query = select(Site).where(col(Site.id).in_(appointed), Site.office_id == person.office_id)
    return (await session.exec(query.order_by(col(Site.id)))).all()


def day_at(day: date, zone: str) -> When:
    """A day as sentences want it."""
    return When(midday(day, zone), zone)


def span(first: date, last: date, zone: str) -> dict[str, Param]:
    """The days of a leave as sentences want them; one day is named once."""
    return {
        "first": day_at(first, zone),
        "last": day_at(last, zone),
        "days": (last - first).days + 1,
    }


async def note(session: AsyncSession, leave: Leave, kind: str, actor_id: int | None, now: datetime) -> None:
    """Keep a step as a fact of the leave."""
    payload = {
        "person": leave.person_id,
        "stand_in": leave.stand_in_id,
        "first": leave.first.isoformat(),
        "last": leave.last.isoformat(),
        "sites": leave.sites,
    }
    await append(
        session,
        office_id=leave.office_id,
        stream=f"leave:{leave.id}",
        kind=kind,
        actor_id=actor_id,
        payload=payload,
        happened_at=now,
        now=now,
    )


def _first_look(first: date, last: date, zone: str, now: datetime) -> datetime:
    eve = instant(first - timedelta(days=1), EVE_AT, zone)
    return eve if eve > now else hand_back_at(last, zone)


def _check_people(person: Person, stand_in: Person | None, by: Person) -> None:
    may_ask = by.id == person.id or (by.role is Role.HEAD and by.office_id == person.office_id)
    if not may_ask or person.role not in STANDING_IN:
        raise Refused("not-yours")
    if stand_in is None:
        if person.role is not Role.SUPERVISOR:
            raise Refused("leave-officer-needs-stand-in")
        return
    if stand_in.id == person.id:
        raise Refused("leave-not-yourself")
    if (stand_in.office_id, stand_in.role) != (person.office_id, person.role):
        raise Refused("not-yours")


async def _check_person(
    session: AsyncSession, person: Person, first: date, last: date, sites: Collection[int]
) -> None:
    for other in await standing(session, person, first, states=HOLDS_A_PLACE):
        if other.meets(first, last, sites):
            office = await queries.office_of(session, person.office_id)
            raise Refused("leave-overlaps", **span(other.first, other.last, office.zone))
    for other in await promised(session, person, first, last):
        away = await session.get_one(Person, other.person_id)
        raise Refused("leave-you-stand-in", name=away.shown)


async def _check_stand_in(session: AsyncSession, stand_in: Person, first: date, last: date) -> None:
    """Whoever stands in is there himself."""
    if await is_away(session, stand_in, first, last):
        raise Refused("leave-stand-in-away", name=stand_in.shown)


async def _check_not_promised(
    session: AsyncSession, person_id: int, by: Person, first: date, last: date
) -> None:
    """Meanwhile the person may have agreed to stand in for somebody else: no chain of stand-ins."""
    person = await session.get_one(Person, person_id)
    if await promised(session, person, first, last):
        raise Refused("leave-chain", name=person.shown)

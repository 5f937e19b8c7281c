"""Who is on leave, who stands in for him, and therefore: who guides a case, who confirms at a site, today.

A leave gives rights only while it is accepted and lasts: from its first day to the end of its last, by the
clock of the office (an officer's) or of the site (a supervisor's). Whoever is away keeps his own rights, and
gets no messages. Nobody stands in across offices.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import JSON, and_, or_
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState, local_day
from bot.domain.leaves import AWAY, HOLDS_A_PLACE, LeaveState
from bot.storage.models import Case, Office, Person, Site, key, office, words

DAY = timedelta(days=1)


class Leave(SQLModel, table=True):
    """Somebody is away from `first` to `last`, both included; `stand_in_id` is whoever was asked."""

    id: int = key()
    office_id: int = office()
    person_id: int = Field(foreign_key="person.id", index=True)
    stand_in_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    first: date
    last: date
    sites: list[int] = Field(default_factory=list, sa_type=JSON)
    """Which of a supervisor's sites it covers; empty: all of his."""
    state: LeaveState = Field(sa_type=words(LeaveState))
    asked_by: int = Field(foreign_key="person.id")
    asked_at: datetime
    decided_at: datetime | None = None
    ended_at: datetime | None = None
    look_at: datetime | None = Field(default=None, index=True)
    """When it is over, and whoever returns reads what was done; None once he has."""

    def on(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def given_up(self) -> bool:
        """Whether somebody stood in and stopped before the end, and who is away has not read of it yet."""
        return self.ended_at is not None and self.look_at is not None

    def covers(self, site_id: int) -> bool:
        return not self.sites or site_id in self.sites

    def meets(self, first: date, last: date, sites: Collection[int] = ()) -> bool:
        """Whether it shares a day, and a site, with another span."""
        together = not self.sites or not sites or bool(set(self.sites) & set(sites))
        return together and self.first <= last and first <= self.last


# Officers


async def guided(session: AsyncSession, who: Person, now: datetime) -> frozenset[int]:
    """Whose cases this officer guides today: his own, and those of everybody for whom he stands in."""
    today = await _today(session, who.office_id, now)
    running = await _running(session, who.office_id, today, today, (LeaveState.ACCEPTED,))
    return frozenset({who.id, *(leave.person_id for leave in running if leave.stand_in_id == who.id)})


async def guides(session: AsyncSession, who: Person, case: Case, now: datetime) -> bool:
    """Whether this person guides this case today: as its officer, or as his stand-in. Nobody guides here what
    another Bapas goes on with."""
    return case.state is not CaseState.TRANSFERRED and await answers_for(session, who, case, now)


async def answers_for(session: AsyncSession, who: Person, case: Case, now: datetime) -> bool:
    """The same, also of a case that went to another Bapas: what was waiting here is still his to decide."""
    if case.office_id != who.office_id or case.officer_id is None:
        return False
    return case.officer_id == who.id or case.officer_id in await guided(session, who, now)


async def guide_today(session: AsyncSession, officer: Person, now: datetime) -> Person:
    """Who hears what concerns the cases of an officer today: himself, or his stand-in."""
    found = await stand_ins(session, [officer.id], now)
    return await session.get_one(Person, found.get(officer.id, officer.id))


async def stand_ins(session: AsyncSession, officers: Collection[int], now: datetime) -> dict[int, int]:
    """Officer → stand-in, of those who are on leave today; the others are missing."""
    query = (
        select(Leave, Office.zone)
        .join(Office, col(Office.id) == col(Leave.office_id))
        .where(Leave.state == LeaveState.ACCEPTED, col(Leave.person_id).in_(officers))
        .where(Leave.first <= now.date() + DAY, Leave.last >= now.date() - DAY)
        .order_by(col(Leave.id))
    )
    rows = (await session.exec(query)).all()
    return {
        leave.person_id: leave.stand_in_id
        for leave, zone in rows
        if leave.stand_in_id is not None and leave.on(local_day(now, zone))
    }


async def away_today(session: AsyncSession, who: Person, now: datetime) -> Sequence[Person]:
    """The officers for whom this one stands in today."""
    others = await guided(session, who, now) - {who.id}
    query = select(Person).where(col(Person.id).in_(others), Person.office_id == who.office_id)
    return (await session.exec(query.order_by(col(Person.id)))).all() if others else ()


# Supervisors


async def replaced_at(session: AsyncSession, site: Site, day: date, now: datetime) -> dict[int, int | None]:
    """Supervisor → stand-in at a site, or None for who is away without one: both today and the day of the
    work lie in the leave, because the right of a stand-in ends with his last day."""
    today = local_day(now, site.zone)
    states = (LeaveState.ACCEPTED, LeaveState.UNCOVERED)
    running = await _running(session, site.office_id, today, day, states)
    return {leave.person_id: leave.stand_in_id for leave in running if leave.covers(site.id)}


async def lasting(session: AsyncSession, office_id: int, today: date) -> Sequence[Leave]:
    """The leaves of an office for which others stand in today, or nobody does; supervisors' among them."""
    return await _running(session, office_id, today, today, (LeaveState.ACCEPTED, LeaveState.UNCOVERED))


async def covering(session: AsyncSession, who: Person, now: datetime) -> Sequence[Leave]:
    """The accepted leaves in which this person stands in around now; the sites' own clocks decide."""
    near = select(Leave).where(
        Leave.office_id == who.office_id,
        Leave.stand_in_id == who.id,
        Leave.state == LeaveState.ACCEPTED,
        Leave.first <= now.date() + DAY,
        Leave.last >= now.date() - DAY,
    )
    return (await session.exec(near.order_by(col(Leave.id)))).all()


async def stood_in(session: AsyncSession, who: Person, site: Site, day: date, now: datetime) -> Leave | None:
    """The leave in which this person stood in at a site on a day, where that is over; None for anybody who
    never did."""
    query = select(Leave).where(
        Leave.office_id == who.office_id,
        Leave.stand_in_id == who.id,
        col(Leave.decided_at).is_not(None),
        Leave.first <= day,
        Leave.last >= day,
    )
    leaves = (await session.exec(query.order_by(col(Leave.id).desc()))).all()
    ended = (one for one in leaves if one.ended_at or one.last < local_day(now, site.zone))
    declined = LeaveState.DECLINED
    return next(
        (one for one in ended if one.covers(site.id) and (one.state is not declined or one.ended_at)), None
    )


async def away_from(session: AsyncSession, site: Site, day: date) -> list[Leave]:
    """The leaves of people who are away from a site on a day, whoever stands in for them."""
    return [leave for leave in await away_on(session, site.office_id, day) if leave.covers(site.id)]


async def away_on(session: AsyncSession, office_id: int, day: date) -> Sequence[Leave]:
    """The leaves of an office that lie on a day, also those that are over by now."""
    query = select(Leave).where(
        Leave.office_id == office_id,
        col(Leave.state).in_(AWAY | {LeaveState.OVER}),
        Leave.first <= day,
        Leave.last >= day,
    )
    return (await session.exec(query)).all()


# Leaves


async def leave_by_id(session: AsyncSession, office_id: int, leave_id: int) -> Leave | None:
    """A leave of this office, locked: its facts are appended one by one."""
    query = select(Leave).where(Leave.id == leave_id, Leave.office_id == office_id)
    return (await session.exec(query.with_for_update(key_share=True))).first()


async def standing(
    session: AsyncSession, person: Person, since: date, *, states: Iterable[LeaveState] = HOLDS_A_PLACE
) -> Sequence[Leave]:
    """The leaves of a person that last until a day or longer, the earliest first."""
    query = (
        select(Leave)
        .where(Leave.office_id == person.office_id, Leave.person_id == person.id, Leave.last >= since)
        .where(col(Leave.state).in_(list(states)))
        .order_by(col(Leave.first), col(Leave.id))
    )
    return (await session.exec(query)).all()


async def untold(session: AsyncSession, person: Person, today: date) -> Sequence[Leave]:
    """The leaves of a person of which he has not read what was done: over, or given up by the stand-in."""
    over = and_(col(Leave.state) == LeaveState.ACCEPTED, col(Leave.last) < today)
    query = (
        select(Leave)
        .where(Leave.office_id == person.office_id, Leave.person_id == person.id)
        .where(col(Leave.look_at).is_not(None), or_(over, col(Leave.ended_at).is_not(None)))
        .with_for_update(key_share=True)
    )
    return (await session.exec(query)).all()


async def of_office(session: AsyncSession, office_id: int, since: date) -> Sequence[Leave]:
    """The leaves of an office that last until a day or longer, the earliest first."""
    query = select(Leave).where(
        Leave.office_id == office_id, Leave.last >= since, col(Leave.state).in_(HOLDS_A_PLACE)
    )
    return (await session.exec(query.order_by(col(Leave.first), col(Leave.id)))).all()


async def promised(session: AsyncSession, person: Person, first: date, last: date) -> Sequence[Leave]:
    """The leaves of others in which a person has agreed to stand in on some of these days."""
    query = select(Leave).where(
        Leave.office_id == person.office_id,
        Leave.stand_in_id == person.id,
        Leave.state == LeaveState.ACCEPTED,
        Leave.first <= last,
        Leave.last >= first,
    )
    return (await session.exec(query)).all()


async def due(session: AsyncSession, now: datetime, limit: int) -> Sequence[Leave]:
    """Leaves whose last day has passed, locked."""
    query = (
        select(Leave)
        .where(col(Leave.look_at) <= now)
        .order_by(col(Leave.look_at), col(Leave.id))
        .limit(limit)
        .with_for_update(key_share=True)
    )
    return (await session.exec(query)).all()


async def _today(session: AsyncSession, office_id: int, now: datetime) -> date:
    return local_day(now, (await session.get_one(Office, office_id)).zone)


async def _running(
    session: AsyncSession, office_id: int, one: date, other: date, states: Sequence[LeaveState]
) -> Sequence[Leave]:
    """The leaves of an office in these states in which both days lie."""
    query = select(Leave).where(
        Leave.office_id == office_id,
        col(Leave.state).in_(states),
        Leave.first <= min(one, other),
        Leave.last >= max(one, other),
    )
    return (await session.exec(query.order_by(col(Leave.id)))).all()

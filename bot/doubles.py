"""One human being was entered twice: the second record goes into the first, with everything current.

What was done stays where it was written, under the old code. It is not undone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import col, or_, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import accounts
from bot.domain.cases import CLOSED_STATES, OPEN_STATES, CaseState, local_day
from bot.domain.doubles import BY_OFFICERS, MergingState, Weekly, kept, meetings
from bot.domain.hours import EventKind
from bot.domain.law import check_order
from bot.domain.leaves import HOLDS_A_PLACE
from bot.domain.messages import Notice, Refused, Word
from bot.domain.people import Role
from bot.leaves import day_at
from bot.orders import order_of
from bot.storage import double_moves, doubles, queries
from bot.storage.doubles import Merging
from bot.storage.events import append, case_stream, person_stream
from bot.storage.leaves import Leave
from bot.storage.models import Case, Invitation, Person, Placement

FILLED = ("phone", "born_on", "home_latitude", "home_longitude")
"""What the first takes from the second where it has nothing itself."""
MOMENT = timedelta(minutes=1)
"""Longer than anything takes that had begun to write about the second record."""
OVER = CLOSED_STATES | {CaseState.TRANSFERRED}


@dataclass(frozen=True, slots=True)
class Merged:
    """What is to be told: who is who, the cases that named the second, and what its accounts hear."""

    first: Person
    second: Person
    cases: Sequence[Case]
    told: Sequence[Notice]
    meets: Sequence[int]
    """The weekdays on which he now has hours twice at the same time."""


async def draft(
    session: AsyncSession, first: Person, second: Person, *, by: Person, reason: str, now: datetime
) -> Merging:
    """Put it together; nothing changes yet. Raises Refused as `check` does."""
    await check(session, first, second, by, now)
    merging = Merging(
        office_id=by.office_id,
        first_id=first.id,
        second_id=second.id,
        asked_by=by.id,
        reason=reason,
        asked_at=now,
    )
    session.add(merging)
    await session.flush()
    return merging


async def swap(session: AsyncSession, merging: Merging, *, by: Person, now: datetime) -> None:
    """The other one stays. Raises Refused as `check` does."""
    merging.first_id, merging.second_id = merging.second_id, merging.first_id
    first, second = await people_of(session, merging)
    await check(session, first, second, by, now)
    await session.flush()


async def merge(session: AsyncSession, merging: Merging, *, by: Person, now: datetime) -> Merged:
    """Do it, in this transaction: links first, then the people in the order of their ids, their cases, their
    sites, as everybody locks them. Raises Refused as `check` does, and where the second's cases cannot be the
    first's (his birth date)."""
    await _void_links(session, merging.second_id, now)
    first, second = await doubles.locked_pair(session, merging)
    await check(session, first, second, by, now)
    await _void_links(session, second.id, now)
    cases = await doubles.locked_cases(session, second)
    fill(first, second)
    _check_law(first, second, cases)
    meeting = await meets(session, first, second, now)
    for site_id in await double_moves.appointed_at(session, second):
        await queries.locked_site(session, site_id)
    both = await doubles.accounts_of(session, first, second)
    staying = kept(both)
    lost = [one for one in both if one.id not in staying]
    told = await accounts.merge(session, first, second, staying, by=by, now=now)
    second.merged_into, second.look_at = first.id, None
    cut = {first.id if one.stays else second.id for one in lost}
    sites = await double_moves.move(session, first, second, cut=cut, now=now)
    merging.state, merging.decided_at, merging.look_at = MergingState.DONE, now, now + MOMENT
    await session.flush()
    streams = [person_stream(first.id), person_stream(second.id), *_streams(cases, sites)]
    await _note(session, streams, merging, first, second, by, now)
    return Merged(first, second, cases, told, meeting)


async def follow_up(session: AsyncSession, merging: Merging, *, now: datetime) -> None:
    """What had begun to be written about the second before it was merged, and was there only after it (a case
    registered in the same moment), goes to whoever speaks for it now."""
    merging.look_at = None
    _, second = await doubles.locked_pair(session, merging)
    first = await queries.locked_person(session, second.id)
    cases = await doubles.locked_cases(session, second)
    for site_id in await double_moves.appointed_at(session, second):
        await queries.locked_site(session, site_id)
    sites = await double_moves.move(session, first, second, cut=(), now=now)
    await _note(session, _streams(cases, sites), merging, first, second, None, now)


def fill(first: Person, second: Person) -> list[str]:
    """What is empty in the first is taken from the second; returns the names of it."""
    taken = [name for name in FILLED if getattr(first, name) in (None, "") and getattr(second, name)]
    for name in taken:
        setattr(first, name, getattr(second, name))
    return taken


async def people_of(session: AsyncSession, merging: Merging) -> tuple[Person, Person]:
    """Who stays, and who goes into him."""
    return (
        await session.get_one(Person, merging.first_id),
        await session.get_one(Person, merging.second_id),
    )


async def check(session: AsyncSession, first: Person, second: Person, by: Person, now: datetime) -> None:
    """Raises Refused for the same record twice, one that was merged before, two roles, a child and a
    grown-up, somebody who has left where the other has not, two who stand in for each other, and for whomever
    this person may not merge."""
    codes = {"first": first.code, "second": second.code}
    if first.id == second.id:
        raise Refused("double-same", code=first.code)
    for one in (first, second):
        if one.merged_into is not None:
            now_is = await session.get_one(Person, one.merged_into)
            raise Refused("double-already", code=one.code, into=now_is.code)
    await _check_rights(session, first, second, by)
    if first.role is not second.role:
        roles = {"one": Word(f"role-{first.role.value}"), "other": Word(f"role-{second.role.value}")}
        raise Refused("double-roles", **codes, **roles)
    if first.child != second.child:
        raise Refused("double-child", child=(first if first.child else second).code)
    if first.left_on is not None and second.left_on is None:
        raise Refused("double-has-left", **codes)
    await _check_leaves(session, first, second, now)


async def meets(session: AsyncSession, first: Person, second: Person, now: datetime) -> list[int]:
    """The weekdays on which both have hours at the same time, in cases that run: one must be ended, for hours
    belong to cases, and nobody is in two places."""
    office = await queries.office_of(session, first.office_id)
    today = local_day(now, office.zone)
    weeks = [await _weeks(session, one, today) for one in (first, second)]
    return meetings(*weeks)


async def _weeks(session: AsyncSession, client: Person, today: date) -> list[Weekly]:
    query = (
        select(Placement)
        .join(Case, col(Case.id) == col(Placement.case_id))
        .where(Case.client_id == client.id, col(Case.state).in_(OPEN_STATES), Placement.until_on >= today)
    )
    return [
        Weekly(frozenset(map(int, one.weekdays)), one.starts, one.ends, one.from_on, one.until_on)
        for one in (await session.exec(query)).all()
    ]


async def _check_rights(session: AsyncSession, first: Person, second: Person, by: Person) -> None:
    """An officer's are clients and guardians all of whose cases are his own; a stand-in merges nobody, for
    his right ends with a day."""
    if not first.office_id == second.office_id == by.office_id:
        raise Refused("not-yours")
    if by.role is Role.OPERATOR:
        return
    if by.role is not Role.OFFICER or not {first.role, second.role} <= BY_OFFICERS:
        raise Refused("double-for-operator")
    cases = [case for one in (first, second) for case in await doubles.cases_of(session, one)]
    if not cases or any(case.officer_id != by.id for case in cases):
        raise Refused("double-not-all-yours", first=first.code, second=second.code)


async def _check_leaves(session: AsyncSession, first: Person, second: Person, now: datetime) -> None:
    office = await queries.office_of(session, first.office_id)
    query = select(Leave).where(
        or_(
            (col(Leave.person_id) == first.id) & (col(Leave.stand_in_id) == second.id),
            (col(Leave.person_id) == second.id) & (col(Leave.stand_in_id) == first.id),
        ),
        col(Leave.state).in_(HOLDS_A_PLACE),
        Leave.last >= local_day(now, office.zone),
    )
    leave = (await session.exec(query.limit(1))).first()
    if leave is not None:
        last = day_at(leave.last, office.zone)
        raise Refused("double-stands-in", first=first.code, second=second.code, last=last)


def _check_law(first: Person, second: Person, cases: Sequence[Case]) -> None:
    """Raises Refused for a case that the law does not have for the first's birth date."""
    if first.born_on == second.born_on:
        return
    for case in cases:
        if case.client_id == second.id and case.state not in OVER:
            check_order(order_of(case, first))


async def _void_links(session: AsyncSession, person_id: int, now: datetime) -> None:
    unused = (col(Invitation.person_id) == person_id, col(Invitation.used_at).is_(None))
    await session.exec(
        update(Invitation).where(*unused, col(Invitation.expires_at) > now).values(expires_at=now)
    )


def _streams(cases: Sequence[Case], sites: Sequence[int]) -> list[str]:
    return [*(case_stream(one.id) for one in cases), *(f"site:{one}" for one in sites)]


async def _note(
    session: AsyncSession,
    streams: Sequence[str],
    merging: Merging,
    first: Person,
    second: Person,
    by: Person | None,
    now: datetime,
) -> None:
    """A fact of both people, and of each case and site that named the second. It moves no hours."""
    payload = {
        "merging": merging.id,
        "first": first.id,
        "second": second.id,
        "codes": [first.code, second.code],
        "words": merging.reason,
    }
    for stream in streams:
        await append(
            session,
            office_id=first.office_id,
            stream=stream,
            kind=EventKind.DOUBLES_MERGED.value,
            actor_id=by.id if by else None,
            payload=payload,
            happened_at=now,
            now=now,
        )

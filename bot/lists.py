"""What supervisors see of a session: cards, or from the third person on one list that edits itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, group_lists, kinship, paging
from bot.domain.checkins import AttendanceState, Moment
from bot.domain.messages import Line, Notice, Show
from bot.group_lists import Group
from bot.storage import queries, screens
from bot.storage.models import Attendance, Case, Person, Site, WorkSession


async def for_supervisors(
    session: AsyncSession,
    attendance: Attendance,
    *,
    moment: Moment,
    now: datetime,
    quietly: bool = False,
    in_group: bool = True,
) -> list[Notice]:
    """What the site's supervisors see after a start or finish: a card, or from the third person on one
    list that edits itself. `quietly` changes what is on the screen without a new message; without
    `in_group` the list is left to whoever draws it once for many changes."""
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    site = await queries.locked_site(session, attendance.site_id)
    group = await group_lists.group(session, planned) if planned else None
    instead = await for_officer(session, attendance, site, now, quietly=quietly)
    if group is None:
        show = Show.EDIT_ONLY if quietly else Show.NEW if moment is Moment.START else Show.AGAIN
        deciders = await kinship.deciders(session, site, attendance.day, attendance.client_id, now)
        return [*[await cards.card(session, one, attendance, show=show) for one in deciders], *instead]
    if not in_group:
        return instead
    supervisors = await _others(session, site, attendance, now)
    if moment is Moment.START and not quietly:
        return [await _first(session, one, group, site, now) for one in supervisors]
    return [*[await _again(session, one, group, site, now) for one in supervisors], *instead]


async def for_officer(
    session: AsyncSession, attendance: Attendance, site: Site, now: datetime, *, quietly: bool = False
) -> list[Notice]:
    """The same card for whoever guides the case, once hours wait that only the client's family could
    confirm."""
    client_id, waits = attendance.client_id, attendance.state is AttendanceState.WAITING
    if not waits or not await kinship.falls_to_officer(session, site, attendance.day, client_id, now):
        return []
    case = await session.get_one(Case, attendance.case_id)
    officer = await session.get_one(Person, case.guide_id)
    card = await cards.card(session, officer, attendance, show=Show.EDIT_ONLY if quietly else Show.AGAIN)
    why = Line("card-instead-of-family")
    return [replace(card, to=case.guide, lines=(*card.lines[:-1], why, card.lines[-1]))]


async def closing_lists(
    session: AsyncSession, planned: WorkSession, *, now: datetime, why: str = "end"
) -> list[Notice]:
    """At the end of a session of a group: one message with *Selesai semua*, once for each reason."""
    group = await group_lists.group(session, planned)
    if group is None:
        return []
    site = await queries.locked_site(session, planned.site_id)
    return [
        replace(group_lists.drawn(one, site, group, Show.AGAIN, now), once=_closing(group, one, why))
        for one in await queries.supervisors_of(session, site, planned.day, now)
    ]


async def lists_at_start(
    session: AsyncSession, planned: WorkSession, attendance: Attendance, *, now: datetime
) -> list[Notice]:
    """The hour has begun: the list, in its place, offers to call the rest. Once for the whole group."""
    group = await queries.group_of(session, planned)
    if not group or group[0][0].id != attendance.id:
        return []
    return await redrawn_lists(session, planned, now=now)


async def redrawn_lists(
    session: AsyncSession, planned: WorkSession, *, now: datetime, to: int | None = None
) -> list[Notice]:
    """The list again after a change; for `to` as an answer, for the others where it can be edited."""
    group = await group_lists.group(session, planned)
    if group is None:
        return []
    site = await queries.locked_site(session, planned.site_id)
    return [
        await _where_it_was(session, one, group, site, Show.EDIT, now)
        if one.id == to
        else await _again(session, one, group, site, now)
        for one in await queries.supervisors_of(session, site, planned.day, now)
    ]


async def turned(
    session: AsyncSession, planned: WorkSession, supervisor: Person, number: int, now: datetime
) -> list[Notice]:
    """Another page of the list; nothing where the group has become too small for one."""
    group = await group_lists.group(session, planned)
    if group is None:
        return []
    site = await queries.site_of(session, planned.office_id, planned.site_id)
    return [group_lists.drawn(supervisor, site, group, Show.EDIT, now, number=number)]


async def _where_it_was(
    session: AsyncSession, supervisor: Person, group: Group, site: Site, show: Show, now: datetime
) -> Notice:
    """The list with the page that stands on the supervisor's screen: others' news turns no page."""
    several = len(group.people) > paging.SIZE
    number = await screens.page_on_screen(session, supervisor.id, group.name) if several else 0
    return group_lists.drawn(supervisor, site, group, show, now, number=number)


async def _others(session: AsyncSession, site: Site, attendance: Attendance, now: datetime) -> list[Person]:
    """The supervisors of the day; nobody confirms himself."""
    people = await queries.supervisors_of(session, site, attendance.day, now)
    return [one for one in people if one.id != attendance.client_id]


async def _first(
    session: AsyncSession, supervisor: Person, group: Group, site: Site, now: datetime
) -> Notice:
    """The first list is a message of its own; asked of the outbox, because people are counted when they
    start and shown when their photo has come."""
    known = await queries.has_card(session, supervisor.id, group.name)
    show = Show.EDIT_ONLY if known else Show.EDIT
    return await _where_it_was(session, supervisor, group, site, show, now)


async def _again(
    session: AsyncSession, supervisor: Person, group: Group, site: Site, now: datetime
) -> Notice:
    """The list in its place; but once everybody is done, a message of its own asks for the hours, because
    an edit rings nobody, and a channel that cannot edit would show nothing at all."""
    once = _closing(group, supervisor, "end")
    asks = group.over(now) and bool(group.in_state(AttendanceState.WAITING))
    if asks and not await queries.was_queued(session, supervisor.id, once):
        return replace(group_lists.drawn(supervisor, site, group, Show.AGAIN, now), once=once)
    return await _where_it_was(session, supervisor, group, site, Show.EDIT_ONLY, now)


def _closing(group: Group, supervisor: Person, why: str) -> str:
    return f"{group.name}:{why}:{supervisor.id}"

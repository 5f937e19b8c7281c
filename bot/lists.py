"""What supervisors see of a session: cards, or from the third person on one list that edits itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.checkins import LIST_FROM, AttendanceState, Moment
from bot.domain.messages import Choice, Line, Notice, Param, Show, When, Word
from bot.storage import queries
from bot.storage.models import Attendance, Person, Site, WorkSession


async def for_supervisors(
    session: AsyncSession, attendance: Attendance, *, moment: Moment, now: datetime, quietly: bool = False
) -> list[Notice]:
    """What the site's supervisors see after a start or finish: a card, or from the third person on one
    list that edits itself. `quietly` changes what is on the screen without a new message."""
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    site = await queries.locked_site(session, attendance.site_id)
    supervisors = await _others(session, site, attendance)
    if planned is not None:
        group = await queries.group_of(session, planned)
        if len(group) >= LIST_FROM:
            may_begin = moment is Moment.START and not quietly
            shows = [await _list_show(session, one, planned, may_begin=may_begin) for one in supervisors]
            return [
                _list(one, site, planned, group, show, final=False)
                for one, show in zip(supervisors, shows, strict=True)
            ]
    show = Show.EDIT_ONLY if quietly else Show.NEW
    return [await cards.card(session, one, attendance, show=show) for one in supervisors]


async def closing_lists(session: AsyncSession, planned: WorkSession) -> list[Notice]:
    """At the end of a session of a group: one message with *Selesai semua*, once."""
    group = await queries.group_of(session, planned)
    if len(group) < LIST_FROM:
        return []
    site = await queries.locked_site(session, planned.site_id)
    supervisors = await queries.supervisors_of(session, site, planned.day)
    return [_list(one, site, planned, group, Show.NEW, final=True) for one in supervisors]


async def redrawn_lists(
    session: AsyncSession, planned: WorkSession, *, to: int | None = None
) -> list[Notice]:
    """The list again after a change; for `to` as an answer, for the others only where it can be edited."""
    group = await queries.group_of(session, planned)
    if len(group) < LIST_FROM:
        return []
    site = await queries.locked_site(session, planned.site_id)
    return [
        _list(one, site, planned, group, Show.EDIT if one.id == to else Show.EDIT_ONLY, final=True)
        for one in await queries.supervisors_of(session, site, planned.day)
    ]


async def _others(session: AsyncSession, site: Site, attendance: Attendance) -> list[Person]:
    """The supervisors of the day; nobody confirms himself."""
    people = await queries.supervisors_of(session, site, attendance.day)
    return [one for one in people if one.id != attendance.client_id]


async def _list_show(
    session: AsyncSession, supervisor: Person, planned: WorkSession, *, may_begin: bool
) -> Show:
    """The first list is a message of its own; asked of the outbox, because people are counted when they
    start and shown when their photo has come."""
    known = await queries.has_card(session, supervisor.id, list_name(planned))
    return Show.EDIT if may_begin and not known else Show.EDIT_ONLY


def list_name(planned: WorkSession) -> str:
    """One list a site and start: everybody who begins together stands on it."""
    return f"list:{planned.site_id}:{planned.starts_at:%Y%m%d%H%M}"


def _list(
    supervisor: Person,
    site: Site,
    planned: WorkSession,
    group: Sequence[tuple[Attendance, Person]],
    show: Show,
    *,
    final: bool,
) -> Notice:
    lines = tuple(_list_line(number, *entry, site) for number, entry in enumerate(group, 1))
    finished = final or all(attendance.finished_at for attendance, _ in group)
    undecided = [one for one, _ in group if one.state in (AttendanceState.OPEN, AttendanceState.WAITING)]
    absent_mark = [one for one in undecided if one.present_by is None]
    choices: list[Choice] = []
    if finished and undecided:
        choices.append(Choice(f"all-done:{planned.id}", "choice-all-done"))
    elif absent_mark:
        choices.append(Choice(f"all-here:{planned.id}", "choice-all-here"))
    choices += [
        Choice(f"card:{attendance.id}", "choice-name", {"name": person.shown}) for attendance, person in group
    ]
    return Notice(
        to=supervisor.id,
        key="list-heading",
        params={"site": site.name, "at": When(planned.starts_at, site.zone), "count": len(group)},
        lines=lines,
        choices=tuple(choices),
        card=list_name(planned),
        show=show,
    )


def _list_line(number: int, attendance: Attendance, person: Person, site: Site) -> Line:
    params: dict[str, Param] = {
        "number": number,
        "name": person.shown,
        "start": When(attendance.started_at, site.zone),
        "state": Word(cards.state_word(attendance)),
    }
    if attendance.finished_at is None:
        return Line("list-line-open", params)
    return Line("list-line", params | {"finish": When(attendance.finished_at, site.zone)})

"""What supervisors see of a session: cards, or from the third person on one list that edits itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, kinship
from bot.domain.checkins import LIST_FROM, AttendanceState, Moment
from bot.domain.messages import Choice, Line, Notice, Param, Show, When, Word
from bot.storage import queries, site_queries
from bot.storage.models import Attendance, Case, Person, Site, WorkSession
from bot.storage.site_pins import pin_in_doubt


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
    group = await _group(session, planned) if planned else None
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
    group = await _group(session, planned)
    if group is None:
        return []
    site = await queries.locked_site(session, planned.site_id)
    return [
        replace(_list(one, site, group, Show.AGAIN, now), once=_closing(group, one, why))
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
    group = await _group(session, planned)
    if group is None:
        return []
    site = await queries.locked_site(session, planned.site_id)
    return [
        _list(one, site, group, Show.EDIT, now)
        if one.id == to
        else await _again(session, one, group, site, now)
        for one in await queries.supervisors_of(session, site, planned.day, now)
    ]


NAMED = 12
"""So many who are missing are named; of more, the others are only counted."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Everybody who has begun the same session, and what somebody should look at."""

    planned: WorkSession
    people: Sequence[tuple[Attendance, Person]]
    marks: Mapping[int, int]
    missing: Sequence[Person]
    """Who is expected at the same hour and has not begun."""
    pin_checked: bool = False
    """Whether distances say little: the site's pin is being looked at."""

    @property
    def name(self) -> str:
        """One list a site and start: everybody who begins together stands on it."""
        return f"list:{self.planned.site_id}:{self.planned.starts_at:%Y%m%d%H%M}"

    def in_state(self, *states: AttendanceState) -> list[Attendance]:
        return [one for one, _ in self.people if one.state in states]

    def over(self, now: datetime) -> bool:
        """Whether the hours can be asked about: the planned end has passed, or nobody works any more."""
        return self.planned.ends_at <= now or not self.in_state(AttendanceState.OPEN)


async def _group(session: AsyncSession, planned: WorkSession) -> _Group | None:
    """None for one or two people: they have cards."""
    people = await queries.group_of(session, planned)
    if len(people) < LIST_FROM:
        return None
    site = await queries.site_of(session, planned.office_id, planned.site_id)
    checked = await pin_in_doubt(session, site)
    marks = await queries.to_look_at(session, [one.id for one, _ in people], distances=not checked)
    missing = [person for _, person in await site_queries.missing_of(session, planned)]
    return _Group(planned, people, marks, missing, checked)


async def _others(session: AsyncSession, site: Site, attendance: Attendance, now: datetime) -> list[Person]:
    """The supervisors of the day; nobody confirms himself."""
    people = await queries.supervisors_of(session, site, attendance.day, now)
    return [one for one in people if one.id != attendance.client_id]


async def _first(
    session: AsyncSession, supervisor: Person, group: _Group, site: Site, now: datetime
) -> Notice:
    """The first list is a message of its own; asked of the outbox, because people are counted when they
    start and shown when their photo has come."""
    known = await queries.has_card(session, supervisor.id, group.name)
    return _list(supervisor, site, group, Show.EDIT_ONLY if known else Show.EDIT, now)


async def _again(
    session: AsyncSession, supervisor: Person, group: _Group, site: Site, now: datetime
) -> Notice:
    """The list in its place; but once everybody is done, a message of its own asks for the hours, because
    an edit rings nobody, and a channel that cannot edit would show nothing at all."""
    once = _closing(group, supervisor, "end")
    asks = group.over(now) and bool(group.in_state(AttendanceState.WAITING))
    if asks and not await queries.was_queued(session, supervisor.id, once):
        return replace(_list(supervisor, site, group, Show.AGAIN, now), once=once)
    return _list(supervisor, site, group, Show.EDIT_ONLY, now)


def _closing(group: _Group, supervisor: Person, why: str) -> str:
    return f"{group.name}:{why}:{supervisor.id}"


def _list(supervisor: Person, site: Site, group: _Group, show: Show, now: datetime) -> Notice:
    return Notice(
        to=supervisor.id,
        key="list-heading",
        params={
            "site": site.name,
            "at": When(group.planned.starts_at, site.zone),
            "count": len(group.people),
        },
        lines=(*_people(group, site), *_missing(group), *_remarks(group)),
        choices=(*_for_all(group, supervisor, now), *_names(group)),
        card=group.name,
        show=show,
    )


def _people(group: _Group, site: Site) -> Iterator[Line]:
    for number, (attendance, person) in enumerate(group.people, 1):
        params: dict[str, Param] = {
            "number": number,
            "name": person.shown,
            "start": When(attendance.started_at, site.zone),
            "state": Word(cards.state_word(attendance)),
            **cards.look(group.marks.get(attendance.id)),
        }
        if attendance.finished_at is None:
            yield Line("list-line-open", params)
        else:
            yield Line("list-line", params | {"finish": When(attendance.finished_at, site.zone)})


def _missing(group: _Group) -> Iterator[Line]:
    if group.missing:
        names = ", ".join(one.shown for one in group.missing[:NAMED])
        names += ", …" if len(group.missing) > NAMED else ""
        yield Line("list-missing", {"count": len(group.missing), "names": names})


def _remarks(group: _Group) -> Iterator[Line]:
    """What the bulk buttons would pass over: a mark is a question, and the officer sees it too."""
    undecided = group.in_state(AttendanceState.OPEN, AttendanceState.WAITING)
    if group.pin_checked:
        yield Line("list-pin-checked")
    if marked := sum(one.id in group.marks for one in undecided):
        yield Line("list-to-look-at", {"count": marked})
    if by_rule := sum(one.closed_by_rule for one in group.in_state(AttendanceState.WAITING)):
        yield Line("list-closed-by-rule", {"count": by_rule})


def _for_all(group: _Group, supervisor: Person, now: datetime) -> Iterator[Choice]:
    working = group.in_state(AttendanceState.OPEN)
    others = [one for one in group.missing if one.id != supervisor.id]
    if others and group.planned.starts_at <= now:
        last = len(group.people) + 3
        yield Choice(f"rest-here:{group.planned.id}", "choice-rest-here", {"count": len(others)}, last)
    if not group.over(now) and any(one.present_by is None for one in working):
        yield Choice(f"all-here:{group.planned.id}", "choice-all-here", number=len(group.people) + 1)
    if group.in_state(AttendanceState.WAITING) or (working and group.over(now)):
        yield Choice(f"all-done:{group.planned.id}", "choice-all-done", number=len(group.people) + 2)


def _names(group: _Group) -> Iterator[Choice]:
    """Each with the number of its line."""
    for number, (attendance, person) in enumerate(group.people, 1):
        yield Choice(f"card:{attendance.id}", "choice-name", {"name": person.shown}, number)

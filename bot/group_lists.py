"""The list of a group: everybody who has begun the same session, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, paging, session_ratings
from bot.domain.checkins import LIST_FROM, AttendanceState
from bot.domain.messages import Choice, Line, Notice, Param, Show, When, Word
from bot.domain.pages import Page
from bot.session_ratings import Asked
from bot.storage import queries, site_queries
from bot.storage.models import Attendance, Person, Site, WorkSession
from bot.storage.site_pins import pin_in_doubt

NAMED = 12
"""So many who are missing are named; of more, the others are only counted."""


@dataclass(frozen=True, slots=True)
class Group:
    """Everybody who has begun the same session, and what somebody should look at."""

    planned: WorkSession
    people: Sequence[tuple[Attendance, Person]]
    marks: Mapping[int, int]
    missing: Sequence[Person]
    """Who is expected at the same hour and has not begun."""
    pin_checked: bool = False
    """Whether distances say little: the site's pin is being looked at."""
    asked: Asked = session_ratings.NOTHING
    """How it went, or the question."""

    @property
    def name(self) -> str:
        """One list a site and start: everybody who begins together stands on it."""
        return f"list:{self.planned.site_id}:{self.planned.starts_at:%Y%m%d%H%M}"

    def in_state(self, *states: AttendanceState) -> list[Attendance]:
        return [one for one, _ in self.people if one.state in states]

    def over(self, now: datetime) -> bool:
        """Whether the hours can be asked about: the planned end has passed, or nobody works any more."""
        return self.planned.ends_at <= now or not self.in_state(AttendanceState.OPEN)


async def group(session: AsyncSession, planned: WorkSession) -> Group | None:
    """None for one or two people: they have cards."""
    people = await queries.group_of(session, planned)
    if len(people) < LIST_FROM:
        return None
    site = await queries.site_of(session, planned.office_id, planned.site_id)
    checked = await pin_in_doubt(session, site)
    marks = await queries.to_look_at(session, [one.id for one, _ in people], distances=not checked)
    missing = [person for _, person in await site_queries.missing_of(session, planned)]
    asked = await session_ratings.of_group(session, planned, [one for one, _ in people])
    return Group(planned, people, marks, missing, checked, asked)


def drawn(
    supervisor: Person, site: Site, group: Group, show: Show, now: datetime, *, number: int = 0
) -> Notice:
    """The list with this page of it; what is for everybody stands on each and counts everybody."""
    shown = paging.page(number, len(group.people))
    return Notice(
        to=supervisor.id,
        key="list-heading",
        params={
            "site": site.name,
            "at": When(group.planned.starts_at, site.zone),
            "count": len(group.people),
            **paging.param(shown),
        },
        lines=(
            *_people(group, site, shown),
            *paging.lines(shown),
            *_missing(group),
            *_remarks(group),
            *group.asked.lines,
        ),
        choices=(
            *_for_all(group, supervisor, now),
            *_names(group, shown),
            *paging.choices(f"list-page:{group.planned.id}", shown, after=len(group.people) + 3),
            *group.asked.choices,
        ),
        card=group.name,
        show=show,
    )


def _people(group: Group, site: Site, shown: Page) -> Iterator[Line]:
    for number, (attendance, person) in enumerate(shown.cut(group.people), shown.first):
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


def _missing(group: Group) -> Iterator[Line]:
    if group.missing:
        names = ", ".join(one.shown for one in group.missing[:NAMED])
        names += ", …" if len(group.missing) > NAMED else ""
        yield Line("list-missing", {"count": len(group.missing), "names": names})


def _remarks(group: Group) -> Iterator[Line]:
    """What the bulk buttons would pass over: a mark is a question, and the officer sees it too."""
    undecided = group.in_state(AttendanceState.OPEN, AttendanceState.WAITING)
    if group.pin_checked:
        yield Line("list-pin-checked")
    if marked := sum(one.id in group.marks for one in undecided):
        yield Line("list-to-look-at", {"count": marked})
    if by_rule := sum(one.closed_by_rule for one in group.in_state(AttendanceState.WAITING)):
        yield Line("list-closed-by-rule", {"count": by_rule})


def _for_all(group: Group, supervisor: Person, now: datetime) -> Iterator[Choice]:
    working = group.in_state(AttendanceState.OPEN)
    others = [one for one in group.missing if one.id != supervisor.id]
    if others and group.planned.starts_at <= now:
        last = len(group.people) + 3
        yield Choice(f"rest-here:{group.planned.id}", "choice-rest-here", {"count": len(others)}, last)
    if not group.over(now) and any(one.present_by is None for one in working):
        yield Choice(f"all-here:{group.planned.id}", "choice-all-here", number=len(group.people) + 1)
    if group.in_state(AttendanceState.WAITING) or (working and group.over(now)):
        yield Choice(f"all-done:{group.planned.id}", "choice-all-done", number=len(group.people) + 2)


def _names(group: Group, shown: Page) -> Iterator[Choice]:
    """Each with the number of its line."""
    for number, (attendance, person) in enumerate(shown.cut(group.people), shown.first):
        yield Choice(f"card:{attendance.id}", "choice-name", {"name": person.shown}, number)

"""The day of a site as its supervisor reads it: who is expected, who is here, whose hours wait."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, paging
from bot.domain.cases import local_day
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.days import day_number
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Param, Show, When, Word
from bot.domain.outcomes import EXCUSED
from bot.domain.reports import midday
from bot.storage import absences, excuse_requests, queries, site_queries
from bot.storage.models import Attendance, Person, Site, WorkSession

EARLIER_DAYS = 7
"""Lists of days before yesterday at once; the others come when these are decided."""


async def today(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/daftar`: today's people at my sites, with buttons for those whose word is mine; of the day before who
    is still at work, past midnight, or waits for my word; and the days before it that still wait."""
    notices = []
    for before in (0, 1):
        for site in await site_queries.sites_of(session, who, now, before=before):
            notices += await _site_list(session, who, site, now, before=before)
    waiting = await site_queries.waiting_before(session, who, now)
    for site, day in waiting[:EARLIER_DAYS]:
        before = (local_day(now, site.zone) - day).days
        notices += await _site_list(session, who, site, now, before=before)
    if more := len(waiting[EARLIER_DAYS:]):
        notices.append(Notice(to=who.id, key="list-earlier-more", params={"count": more}, ask=Ask.SUPERVISOR))
    asked = await _unsaid(session, who, now)
    return [*asked, *(notices or [await _empty(session, who, now)])]


async def _empty(session: AsyncSession, who: Person, now: datetime) -> Notice:
    """Nobody today; the days to come, where he has a site."""
    sites = await site_queries.sites_of(session, who, now)
    choices = (Choice("coming", "choice-coming"),) if sites else ()
    return Notice(to=who.id, key="list-empty", choices=choices, ask=Ask.SUPERVISOR)


async def _unsaid(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """Above the lists: of how many at which site nobody has said a word though their session is over."""
    notices = []
    for site in await site_queries.sites_of(session, who, now):
        if count := len(await absences.unsaid(session, who, site, now)):
            about: dict[str, Param] = {"site": site.name, "count": count}
            choice = Choice(f"unsaid:{site.id}", "choice-unsaid", {"count": count})
            card = f"unsaid:{site.id}"
            notices.append(
                Notice(
                    to=who.id, key="unsaid-ask", params=about, choices=(choice,), card=card, show=Show.AGAIN
                )
            )
    return notices


async def again(
    session: AsyncSession, who: Person, site: Site, planned: WorkSession, now: datetime
) -> list[Notice]:
    """The day's list after an answer about a session, at its page: in its place, or, where nothing can be
    edited, as the last message, so that whoever goes on typing its numbers means its people."""
    before = (local_day(now, site.zone) - planned.day).days
    if before < 0:
        return []
    drawn = await _site_list(session, who, site, now, before=before, at=planned)
    return [replace(one, show=Show.EDIT) for one in drawn]


async def answered(session: AsyncSession, who: Person, planned: WorkSession, now: datetime) -> list[Notice]:
    """The list of an earlier day where it stands, after everybody on it was answered for at once: what is
    left of it, or that nothing is."""
    site = await queries.site_of(session, who.office_id, planned.site_id)
    if planned.day >= local_day(now, site.zone):
        return []
    left = await again(session, who, site, planned, now) or [_nothing_left(who, site, planned.day)]
    return [replace(one, show=Show.EDIT_ONLY) for one in left]


def _nothing_left(who: Person, site: Site, day: date) -> Notice:
    return Notice(
        to=who.id,
        key="day-answered",
        params={"site": site.name, "at": When(midday(day, site.zone), site.zone)},
        card=_card(site, day),
    )


async def turned(
    session: AsyncSession, who: Person, site: Site, day: date, number: int, now: datetime
) -> list[Notice]:
    """Another page of a day's list; of a day that waits for nothing any more there is none."""
    before = (local_day(now, site.zone) - day).days
    drawn = await _site_list(session, who, site, now, before=before, number=number) if before >= 0 else []
    return [replace(one, show=Show.EDIT) for one in drawn]


def _unfinished(attendance: Attendance | None) -> bool:
    return attendance is not None and attendance.state in (AttendanceState.OPEN, AttendanceState.WAITING)


def _waits(attendance: Attendance | None) -> bool:
    return attendance is not None and attendance.state is AttendanceState.WAITING


async def _site_list(
    session: AsyncSession,
    who: Person,
    site: Site,
    now: datetime,
    *,
    before: int,
    number: int = 0,
    at: WorkSession | None = None,
) -> list[Notice]:
    """A day of a site: the page of this number, or the one with a session."""
    day = local_day(now, site.zone) - timedelta(days=before)
    entries = await queries.site_day(session, site, day)
    outside = await queries.outside_plan(session, site, day)
    if before:
        entries = [row for row in entries if row[0].ends_at > now or _unfinished(row[2])]
        outside = [row for row in outside if _unfinished(row[0])]
    asking = await excuse_requests.asking(session, site.office_id, [one.id for _, one, _ in entries], day)
    rows = [_Row(*row, asks=row[1].id in asking) for row in entries] + [
        _Row(None, client, one) for one, client in outside
    ]
    if not rows:
        return []
    shown = paging.page(number, len(rows))
    if at is not None:
        place = next((place for place, row in enumerate(rows, 1) if row.planned is at), 1)
        shown = paging.page_with(place, len(rows))
    looked_at = shown.cut(rows)
    marks = await queries.to_look_at(session, [row.attendance.id for row in looked_at if row.attendance])
    choices = [one for place, row in enumerate(looked_at, shown.first) for one in _choice(row, place, now)]
    for_all = _for_all(rows, who, site, day, now, today=not before)
    choices = [*for_all, *choices] if before else [*choices, *for_all]
    last = max([len(rows), *(one.number for one in choices)])
    choices += paging.choices(f"day-page:{site.id}:{day_number(day)}", shown, after=last)
    about: dict[str, Param] = {"site": site.name, "at": When(midday(day, site.zone), site.zone)}
    lines = [_line(row, place, site, marks) for place, row in enumerate(looked_at, shown.first)]
    return [
        Notice(
            to=who.id,
            key="day-heading",
            params={**about, **paging.param(shown)},
            lines=(*lines, *paging.lines(shown)),
            choices=tuple(choices),
            card=_card(site, day),
            show=Show.AGAIN,
        )
    ]


def _card(site: Site, day: date) -> str:
    return f"day:{site.id}:{day_number(day)}"


@dataclass(frozen=True, slots=True)
class _Row:
    """Somebody on the list: expected, with what has happened, or at work outside the plan."""

    planned: WorkSession | None
    client: Person
    attendance: Attendance | None
    asks: bool = False
    """He asks to be excused, and nobody has decided."""


def _line(row: _Row, number: int, site: Site, marks: Mapping[int, int]) -> Line:
    looked = cards.look(marks.get(row.attendance.id) if row.attendance else None)
    about: dict[str, Param] = {"number": number, "name": row.client.shown, "state": _state(row), **looked}
    if row.planned is not None:
        start, finish = When(row.planned.starts_at, site.zone), When(row.planned.ends_at, site.zone)
        about |= {"start": start, "finish": finish}
        if row.planned.activity:
            return Line("day-line-work", about | {"activity": row.planned.activity})
        return Line("day-line", about)
    assert row.attendance is not None  # noqa: S101  (outside the plan there is nothing else)
    rejected = row.attendance.state is AttendanceState.REJECTED
    start = When(row.attendance.started_at, site.zone)
    return Line("day-line-earlier" if rejected else "day-line-outside", about | {"start": start})


def _state(row: _Row) -> Word:
    """Who is excused is on leave here; why is not for the site."""
    if row.attendance is not None:
        return Word(cards.state_word(row.attendance))
    assert row.planned is not None  # noqa: S101  (one of the two)
    if row.planned.outcome in EXCUSED or row.asks:
        return Word("state-excused")
    if row.planned.absence is not None:
        return Word(f"state-absent-{row.planned.absence.value}")
    return Word(f"state-{SessionState(row.planned.state).value}")


def _for_all(
    rows: Sequence[_Row], who: Person, site: Site, day: date, now: datetime, *, today: bool
) -> list[Choice]:
    """What is about the whole day, whatever page is shown, with numbers behind everybody's. Of an earlier day
    it stands first, as on the list of a group: there is nothing else to do."""
    planned = [row.planned for row in rows if row.planned and row.planned.state is not SessionState.CANCELLED]
    choices = []
    if today and any(one.ends_at > now for one in planned):
        choices.append(Choice(f"shut:{site.id}:{day_number(day)}", "choice-shut"))
    if any(_awaited(row) for row in rows):
        choices.append(Choice(f"absent-who:{site.id}:{day_number(day)}", "choice-absent"))
    for first, count in _rests(rows, who, now):
        choices.append(Choice(f"rest-here:{first.id}", "choice-rest-here", {"count": count}))
    if today:
        choices.append(Choice("coming", "choice-coming"))
    else:
        choices += _done(rows, who, site, now)
    return [replace(one, number=number) for number, one in enumerate(choices, len(rows) + 1)]


def _done(rows: Sequence[_Row], who: Person, site: Site, now: datetime) -> list[Choice]:
    """*Selesai semua* of an earlier day, for each hour at which several began and wait; of some hours each
    says which it is."""
    waiting = defaultdict(list)
    for row in rows:
        over = row.planned is not None and (row.planned.ends_at <= now or _waits(row.attendance))
        if row.planned and over and row.client.id != who.id and _unfinished(row.attendance):
            waiting[row.planned.starts_at].append(row.planned)
    groups = [some[0] for some in waiting.values() if len(some) > 1]
    if len(groups) == 1:
        return [Choice(f"all-done:{groups[0].id}", "choice-all-done")]
    return [
        Choice(f"all-done:{one.id}", "choice-all-done-at", {"at": When(one.starts_at, site.zone)})
        for one in groups
    ]


def _rests(rows: Sequence[_Row], who: Person, now: datetime) -> list[tuple[WorkSession, int]]:
    """Of each hour at which several were expected and have not begun the first, and how many they are."""
    waiting = defaultdict(list)
    for row in rows:
        if row.planned and _awaited(row) and row.planned.starts_at <= now and row.client.id != who.id:
            waiting[row.planned.starts_at].append(row.planned)
    return [(some[0], len(some)) for some in waiting.values() if len(some) > 1]


def _awaited(row: _Row) -> bool:
    """Whether somebody has not begun, and nobody has said why."""
    return row.attendance is None and row.planned is not None and not row.asks and expected(row.planned)


def expected(planned: WorkSession) -> bool:
    """Whether a session that nobody has begun still waits for a word: neither dropped nor excused, and the
    supervisor has not said that nobody came."""
    waits = planned.state in (SessionState.PLANNED, SessionState.MISSED)
    return waits and planned.outcome not in EXCUSED and planned.absence is None


def _choice(row: _Row, number: int, now: datetime) -> list[Choice]:
    """The choice has the number of its line, whoever above has none."""
    attendance, planned = row.attendance, row.planned
    name: dict[str, Param] = {"name": row.client.shown}
    if attendance is not None and (planned is None or attendance.state is not AttendanceState.REJECTED):
        return [Choice(f"card:{attendance.id}", "choice-name", name, number)]
    if planned is None or planned.starts_at > now or planned.state is SessionState.CANCELLED:
        return []
    return [Choice(f"present:{planned.id}", "choice-present", name, number)]

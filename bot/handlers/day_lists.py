"""The day of a site as its supervisor reads it: who is expected, who is here, whose hours wait."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.cases import local_day
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.days import day_number
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Param, Show, When, Word
from bot.domain.reports import midday
from bot.storage import queries, site_queries
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
    return notices or [Notice(to=who.id, key="list-empty", ask=Ask.SUPERVISOR)]


async def again(
    session: AsyncSession, who: Person, site: Site, planned: WorkSession, now: datetime
) -> list[Notice]:
    """The day's list after an answer: in its place, or, where nothing can be edited, as the last message, so
    that whoever goes on typing its numbers means its people."""
    before = (local_day(now, site.zone) - planned.day).days
    drawn = await _site_list(session, who, site, now, before=before) if before >= 0 else []
    return [replace(one, show=Show.EDIT) for one in drawn]


def _unfinished(attendance: Attendance | None) -> bool:
    return attendance is not None and attendance.state in (AttendanceState.OPEN, AttendanceState.WAITING)


async def _site_list(
    session: AsyncSession, who: Person, site: Site, now: datetime, *, before: int
) -> list[Notice]:
    day = local_day(now, site.zone) - timedelta(days=before)
    entries = await queries.site_day(session, site, day)
    outside = await queries.outside_plan(session, site, day)
    if before:
        entries = [row for row in entries if row[0].ends_at > now or _unfinished(row[2])]
        outside = [row for row in outside if _unfinished(row[0])]
    if not entries and not outside:
        return []
    begun = [one.id for _, _, one in entries if one] + [one.id for one, _ in outside]
    marks = await queries.to_look_at(session, begun)
    lines, choices = [], []
    for number, (planned, client, attendance) in enumerate(entries, 1):
        state = cards.state_word(attendance) if attendance else f"state-{SessionState(planned.state).value}"
        lines.append(
            Line(
                "day-line",
                {
                    "number": number,
                    "name": client.shown,
                    "start": When(planned.starts_at, site.zone),
                    "finish": When(planned.ends_at, site.zone),
                    "state": Word(state),
                    **cards.look(marks.get(attendance.id) if attendance else None),
                },
            )
        )
        choices += _entry_choice(number, planned, client, attendance, now)
    for number, (attendance, client) in enumerate(outside, 1):
        lines.append(
            Line(
                "day-line-earlier" if attendance.state is AttendanceState.REJECTED else "day-line-outside",
                {
                    "name": client.shown,
                    "start": When(attendance.started_at, site.zone),
                    "state": Word(cards.state_word(attendance)),
                    **cards.look(marks.get(attendance.id)),
                },
            )
        )
        choices.append(_opens(attendance, client, len(entries) + number))
    if not before and any(planned.ends_at > now for planned, _, _ in entries):
        last = len(entries) + len(outside) + 1
        choices.append(Choice(f"shut:{site.id}:{day_number(day)}", "choice-shut", number=last))
    for number, (planned, count) in enumerate(_rests(entries, who, now), len(entries) + len(outside) + 2):
        choices.append(Choice(f"rest-here:{planned.id}", "choice-rest-here", {"count": count}, number))
    params: dict[str, Param] = {"site": site.name, "at": When(midday(day, site.zone), site.zone)}
    return [
        Notice(
            to=who.id,
            key="day-heading",
            params=params,
            lines=tuple(lines),
            choices=tuple(choices),
            card=f"day:{site.id}:{day_number(day)}",
            show=Show.AGAIN,
        )
    ]


def _rests(
    entries: Sequence[tuple[WorkSession, Person, Attendance | None]], who: Person, now: datetime
) -> list[tuple[WorkSession, int]]:
    """Of each hour at which several were expected and have not begun the first, and how many they are."""
    waiting = defaultdict(list)
    for planned, client, attendance in entries:
        expected = planned.state in (SessionState.PLANNED, SessionState.MISSED) and attendance is None
        if expected and planned.starts_at <= now and client.id != who.id:
            waiting[planned.starts_at].append(planned)
    return [(some[0], len(some)) for some in waiting.values() if len(some) > 1]


def _entry_choice(
    number: int, planned: WorkSession, client: Person, attendance: Attendance | None, now: datetime
) -> list[Choice]:
    """The choice has the number of its line, whoever above has none."""
    if attendance is not None and attendance.state is not AttendanceState.REJECTED:
        return [_opens(attendance, client, number)]
    if planned.starts_at <= now:
        return [Choice(f"present:{planned.id}", "choice-present", {"name": client.shown}, number)]
    return []


def _opens(attendance: Attendance, client: Person, number: int) -> Choice:
    return Choice(f"card:{attendance.id}", "choice-name", {"name": client.shown}, number)

"""The weeks before the example begins, lived through day by day by the same functions that serve people."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, cards, evidence, session_ratings
from bot.domain.cases import instant, local_day
from bot.domain.checkins import Moment
from bot.domain.evaluations import SessionWord, is_over
from bot.domain.messages import Address, Inbound, Kind, Point
from bot.domain.reports import STEPS
from bot.example.cast import BEGINS_ON, SITES, ZONE, Ground
from bot.example.story import ANSWERS, REPORTS, STORIES, USUAL, WORDS, Extra, Story
from bot.handlers import answers, report
from bot.storage import queries
from bot.storage.models import Attendance, Case, CaseBalance, Person, Report, Site, WorkSession
from scheduler import attendances as forgotten
from scheduler import reports, sessions

CHANNEL = "example"
"""The chat accounts of before: no messenger serves them."""
EVENING = time(20)
WORD_AT = time(18)
"""When the last hours of a day are decided."""
METRES_A_DEGREE = 111_320


@dataclass(frozen=True, slots=True)
class Company:
    """The rows of the example, by code."""

    people: Mapping[str, Person]
    sites: Mapping[str, Site]
    cases: Mapping[str, Case]
    """By the client's code."""
    balances: Sequence[CaseBalance]
    """Held, so that the session reads each of them once and not at every event."""


async def live_through(session: AsyncSession, company: Company, random: Random, *, now: datetime) -> None:
    """Everything from the first day to `now`: each day its work, and in the evening the clock's chores."""
    planned = await _by_day(session, company)
    day, today = BEGINS_ON, local_day(now, ZONE)
    while day < today:
        for client, one in planned[day]:
            await _work(session, company, client, one, random)
        await _words(session, company, planned[day])
        await _extras(session, company, day, random)
        await _reports(session, company, day, random)
        await _clock(session, instant(day, EVENING, ZONE))
        await _answers(session, company, planned[day])
        day += timedelta(days=1)
    await _clock(session, now)


async def _by_day(session: AsyncSession, company: Company) -> Mapping[date, list[tuple[str, WorkSession]]]:
    codes = {case.id: client for client, case in company.cases.items()}
    in_order = select(WorkSession).order_by(col(WorkSession.starts_at), col(WorkSession.id))
    by_day: dict[date, list[tuple[str, WorkSession]]] = defaultdict(list)
    for row in (await session.exec(in_order)).all():
        by_day[row.day].append((codes[row.case_id], row))
    return by_day


async def _clock(session: AsyncSession, at: datetime) -> None:
    """What the chores do; nobody is told, because the example's phones do not exist yet."""
    for chore in (sessions.sessions, forgotten.attendances, reports.reports):
        await chore(session, at)  # once: fewer are due than a chore takes in one batch


async def _work(
    session: AsyncSession, company: Company, client: str, planned: WorkSession, random: Random
) -> None:
    story = STORIES.get(client, USUAL)
    if planned.day in story.missed:
        return
    starts, finishes = _times(story, planned, random)
    attendance = await _begin(session, company, client, planned, starts, random)
    if planned.day in story.forgotten:
        return
    await _end(session, company, client, attendance, finishes, random)
    await _decide(session, company, client, attendance, finishes, random)


def _times(story: Story, planned: WorkSession, random: Random) -> tuple[datetime, datetime]:
    early, late = random.randint(-7, 4), random.randint(-3, 9)
    if story.full_days:
        early, late = -abs(early), abs(late)
    late = story.overtime.get(planned.day, late)
    return planned.starts_at + timedelta(minutes=early), planned.ends_at + timedelta(minutes=late)


async def _begin(
    session: AsyncSession, company: Company, client: str, planned: WorkSession, at: datetime, random: Random
) -> Attendance:
    case, story = company.cases[client], STORIES.get(client, USUAL)
    site = _site(company, planned.site_id)
    attendance = await attendances.start(
        session,
        case,
        site,
        planned,
        at=at,
        actor_id=_speaker(company, client, site).id,
        photo_wanted=False,
        now=at,
    )
    if not story.roll_call:
        metres = 2_350 if planned.day in story.far else site.radius_m * 0.6 * random.random()
        said = _location(client, site, at, metres, random)
        await evidence.keep_location(session, case, site, said, attendance, Moment.START)
    return attendance


async def _end(
    session: AsyncSession, company: Company, client: str, attendance: Attendance, at: datetime, random: Random
) -> None:
    case, site = company.cases[client], _site(company, attendance.site_id)
    if not STORIES.get(client, USUAL).roll_call:
        said = _location(client, site, at, site.radius_m * 0.7 * random.random(), random)
        await evidence.keep_location(session, case, site, said, attendance, Moment.FINISH)
    await attendances.finish(
        session,
        case,
        attendance,
        at=at,
        actor_id=_speaker(company, client, site).id,
        photo_wanted=False,
        now=at,
    )


async def _decide(
    session: AsyncSession, company: Company, client: str, attendance: Attendance, at: datetime, random: Random
) -> None:
    """The supervisor's word, some time after the finish."""
    story, case = STORIES.get(client, USUAL), company.cases[client]
    by = _supervisor(company, _site(company, attendance.site_id)).id
    now = at + timedelta(minutes=random.randint(4, 70))
    if attendance.day in story.rejected:
        reason = story.rejected[attendance.day]
        await attendances.reject(session, case, attendance, by=by, reason=reason, now=now)
    elif attendance.day not in story.unconfirmed:
        await attendances.confirm_hours(session, case, attendance, by=by, now=now)


async def _words(session: AsyncSession, company: Company, planned: list[tuple[str, WorkSession]]) -> None:
    """How it went, in the supervisor's word, once the hours of all are decided."""
    for one in {(row.site_id, row.starts_at): row for _, row in planned}.values():
        site = _site(company, one.site_id)
        word = WORDS.get(site.code, {}).get(one.day, SessionWord.SMOOTH)
        states = [attendance.state for attendance, _ in await queries.group_of(session, one)]
        if word is not None and is_over(states):
            at = instant(one.day, WORD_AT, ZONE)
            await session_ratings.rate(session, one, word, by=_supervisor(company, site), now=at)


async def _extras(session: AsyncSession, company: Company, day: date, random: Random) -> None:
    for client, story in STORIES.items():
        for extra in story.extras:
            if extra.day == day:
                await _extra(session, company, client, extra, random)


async def _extra(session: AsyncSession, company: Company, client: str, extra: Extra, random: Random) -> None:
    case, site = company.cases[client], company.sites[extra.site]
    at = instant(extra.day, extra.starts, ZONE)
    person = company.people[client]
    attendance = await attendances.start(
        session, case, site, None, at=at, actor_id=person.id, photo_wanted=False, now=at
    )
    said = _location(client, site, at, 30, random)
    await evidence.keep_location(session, case, site, said, attendance, Moment.START)
    finish = at + timedelta(minutes=extra.minutes)
    await _end(session, company, client, attendance, finish, random)
    await _decide(session, company, client, attendance, finish, random)
    if extra.accepted is not None:
        await attendances.judge_outside_plan(
            session,
            case,
            attendance,
            by=case.guide_id,
            accepted=extra.accepted,
            now=finish + timedelta(hours=2),
        )


async def _answers(session: AsyncSession, company: Company, planned: list[tuple[str, WorkSession]]) -> None:
    """Why they did not come, for those who say so."""
    for client, one in planned:
        answer = STORIES.get(client, USUAL).missed.get(one.day)
        if answer:
            at = instant(one.day, time(20, 30), ZONE)
            who = company.people[client]
            number = cards.MISS_REASONS.index(answer)
            said = _said(client, at, Kind.CHOICE, text=f"miss:{one.id}:{number}")
            await answers.by_choice(session, who, said, at)


async def _reports(session: AsyncSession, company: Company, day: date, random: Random) -> None:
    for client, given in REPORTS.items():
        for due, on in given.items():
            if on == day:
                await _report(session, company, client, due, on, random)


async def _report(
    session: AsyncSession, company: Company, client: str, due: date, on: date, random: Random
) -> None:
    who, case = company.people[client], company.cases[client]
    query = select(Report).where(Report.case_id == case.id, Report.due_on == due)
    row = (await session.exec(query)).one()
    at = instant(on, time(19, random.randint(0, 40)), ZONE)
    for number, words in enumerate(ANSWERS):
        moment = at + timedelta(minutes=number)
        said = _said(client, moment, Kind.TEXT, text=random.choice(words))
        await report.answer(session, who, said, moment, row.id)
    for number in range(len(ANSWERS), len(STEPS)):
        moment = at + timedelta(minutes=number)
        said = _said(client, moment, Kind.CHOICE, text=f"report-answer:{row.id}:{number}:0")
        await report.by_choice(session, who, said, moment)


def _speaker(company: Company, client: str, site: Site) -> Person:
    """Who presses the button: without a phone, the supervisor."""
    roll_call = STORIES.get(client, USUAL).roll_call
    return _supervisor(company, site) if roll_call else company.people[client]


def _supervisor(company: Company, site: Site) -> Person:
    return company.people[_ground(site).supervisor]


def _ground(site: Site) -> Ground:
    return next(one for one in SITES if one.code == site.code)


def _site(company: Company, site_id: int) -> Site:
    return next(site for site in company.sites.values() if site.id == site_id)


def _location(client: str, site: Site, at: datetime, metres: float, random: Random) -> Inbound:
    """A location so far from the pin, in any direction, as good as a phone gives it."""
    pin = _ground(site)
    angle = random.uniform(0, 2 * math.pi)
    north, east = metres * math.cos(angle), metres * math.sin(angle)
    wide = METRES_A_DEGREE * math.cos(math.radians(pin.latitude))
    point = Point(
        round(pin.latitude + north / METRES_A_DEGREE, 6),
        round(pin.longitude + east / wide, 6),
        round(random.uniform(6, 34), 1),
    )
    return _said(client, at, Kind.LOCATION, point=point)


def _said(client: str, at: datetime, kind: Kind, *, text: str = "", point: Point | None = None) -> Inbound:
    return Inbound(
        id=f"{client}-{at.isoformat()}",
        sender=Address(CHANNEL, client),
        kind=kind,
        sent_at=at,
        received_at=at,
        text=text,
        point=point,
    )

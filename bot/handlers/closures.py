"""*Lokasi tutup*: a supervisor or officer closes a site for a day or some hours, with a reason; everybody
concerned hears it at once, an officer in one message."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, closures, hearing, lists, outlooks, reopenings
from bot.closed_sessions import Touched, concerned
from bot.domain.answers import in_one, own_words
from bot.domain.cases import local_day
from bot.domain.checkins import Moment
from bot.domain.closures import clock_number, hours_of, names_clock, read_hours
from bot.domain.days import day_number, day_of, read_day
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Param, Refused, When, choice_numbers
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.domain.spans import WHOLE_DAY, Span
from bot.handlers import closure_news as news
from bot.handlers.move_requests import make_up
from bot.handlers.named_sites import site_and_day
from bot.storage import leaves, queries, site_queries
from bot.storage.models import Person, Site

log = structlog.get_logger()

YESTERDAY = timedelta(days=1)
SHOWN_AHEAD = timedelta(days=6)
"""Days offered to a supervisor beside today."""
DAYS_SHOWN = 3
LONGEST_REASON = 300


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/tutup`: a supervisor chooses among his sites' days with work, or names one; an officer names site
    and day; both may name hours."""
    hours, words = read_hours(inbound.text)
    if who.role is Role.SUPERVISOR:
        return await _days_of_sites(session, who, words, hours, now)
    site, day = await site_and_day(session, who, words, now, ask="shut-ask-code")
    return await ask_reason(session, who, site, day, now, hours=hours)


async def choose(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A site and a day: why?"""
    site_id, number = choice_numbers(inbound.text, 2)
    site, hours = await own_site(session, who, site_id), hours_behind(inbound.text, 2)
    return await ask_reason(session, who, site, day_of(number), now, hours=hours)


async def by_reason(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A reason from the buttons."""
    site_id, number, reason = choice_numbers(inbound.text, 3)
    if reason >= len(closures.REASONS):
        raise Refused("choice-unknown")
    site, hours = await own_site(session, who, site_id), hours_behind(inbound.text, 3)
    why = closures.REASONS[reason]
    return await close_for(session, who, site, day_of(number), why, now, hours=hours or WHOLE_DAY)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Another reason, in words, also with hours in it; the day, and hours that were said before, stand with
    the question."""
    question = await queries.question_to(session, who)
    day = day_of(question.step if question else 0)
    hours, reason = hours_behind(question.said if question else "", 0), inbound.text.strip()
    if hours is None and names_clock(reason):
        hours, rest = read_hours(reason)
        reason = rest or reason
    site = await own_site(session, who, about)
    return await close_for(
        session, who, site, day, in_one(reason, LONGEST_REASON), now, hours=hours or WHOLE_DAY
    )


async def undo(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Open the day again, or the hours, within ten minutes."""
    site_id, number = choice_numbers(inbound.text, 2)
    site, day = await own_site(session, who, site_id), day_of(number)
    await _check_allowed(session, who, site, day, now)
    hours = hours_behind(inbound.text, 2) or WHOLE_DAY
    touched = await reopenings.reopen(session, site, day, hours=hours, by=who, now=now)
    await outlooks.outlooks(session, [one.case for one in touched], now)
    readers = [who, *await news.staff(session, site, day, touched, now, but=who)]
    heard = await hearing.heard(session, *[one.client for one in touched])
    standing = (*await news.standing(session, site, day), *heard)
    told = [await _undone(session, one, site, day, standing, now) for one in readers]
    return [told[0], *[news.undone(one, site) for one in touched], *told[1:]]


async def _undone(
    session: AsyncSession, to: Person, site: Site, day: date, standing: tuple[Line, ...], now: datetime
) -> Notice:
    """It is open again, as far as nothing else closes it."""
    ask = await cards.keyboard(session, to, now)
    return Notice(to=to.id, key="shut-undone", params=_about(site, day), lines=standing, ask=ask)


async def _days_of_sites(
    session: AsyncSession, who: Person, text: str, hours: Span | None, now: datetime
) -> list[Notice]:
    """The days to choose from at each site: one that is named, or those with work around today; work may
    have begun yesterday evening, or been missed then."""
    notices = []
    for site in await site_queries.sites_of(session, who, now):
        today = local_day(now, site.zone)
        days = await site_queries.days_with_work(session, site, today - YESTERDAY, today + SHOWN_AHEAD)
        days = sorted({today, *days})
        if text:
            named = read_day(text, today)
            if named is None:
                raise Refused("day-not-understood", text=text[:40])
            closures.check_day(site, named, now)
            days = [named]
        mine = [day for day in days if await queries.supervises(session, who, site.id, day, now)]
        choices = tuple(_shut(site, day, hours) for day in mine[:DAYS_SHOWN])
        notices.append(Notice(to=who.id, key="shut-which", params={"site": site.name}, choices=choices))
    return notices or [Notice(to=who.id, key="list-empty", ask=Ask.SUPERVISOR)]


def _shut(site: Site, day: date, hours: Span | None) -> Choice:
    at = When(midday(day, site.zone), site.zone)
    return Choice(f"shut:{site.id}:{day_number(day)}{behind(hours)}", "choice-shut-day", {"day": at})


async def ask_reason(
    session: AsyncSession, who: Person, site: Site, day: date, now: datetime, *, hours: Span | None = None
) -> list[Notice]:
    """Why? And, where nobody has named hours, whether it is not the whole day; with how many people it is
    about. Raises Refused."""
    await check_closing(session, who, site, day, hours or WHOLE_DAY, now)
    about = f"{site.id}:{day_number(day)}"
    said = behind(hours)
    await queries.ask_for_words(session, who, "shut", site.id, now, day_number(day), said)
    choices = [Choice(f"shut-why:{about}:{n}{said}", reason) for n, reason in enumerate(closures.REASONS)]
    if hours is None:
        choices.append(Choice(f"shut-hours:{about}", "choice-shut-hours"))
    key = "shut-ask-reason" if hours is None else "shut-ask-reason-hours"
    params = _about(site, day) | news.clocks(site, day, hours)
    count = await concerned(session, site, day, hours or WHOLE_DAY, now)
    lines = (Line("shut-concerned", {"count": count}),)
    return [Notice(to=who.id, key=key, params=params, lines=lines, choices=tuple(choices))]


async def check_closing(
    session: AsyncSession, who: Person, site: Site, day: date, hours: Span, now: datetime
) -> None:
    """Raises Refused where this person may not close it then, or it is closed already."""
    await _check_allowed(session, who, site, day, now)
    closures.check_day(site, day, now)
    await closures.check_open(session, site, day, hours)


async def close_for(
    session: AsyncSession,
    who: Person,
    site: Site,
    day: date,
    reason: str,
    now: datetime,
    *,
    hours: Span = WHOLE_DAY,
) -> list[Notice]:
    """Close it, and tell everybody concerned. Raises Refused for who may not."""
    await _check_allowed(session, who, site, day, now)
    await queries.forget_question(session, who)
    touched = await closures.close(session, site, day, hours=hours, reason=reason, by=who, now=now)
    some = None if hours == WHOLE_DAY else hours
    params = _about(site, day) | news.clocks(site, day, some)
    params |= {"by": who.shown, "reason": own_words(reason)}
    undo = Choice(f"shut-undo:{site.id}:{day_number(day)}{behind(some)}", "choice-shut-undo")
    ahead = await outlooks.outlooks(session, [one.case for one in touched], now)
    lines = news.lines_for(who, touched, site, ahead, await leaves.guided(session, who, now))
    heard = await hearing.heard(session, *[one.client for one in touched])
    done, told = ("shut-done-hours", "shut-told-staff-hours") if some else ("shut-done", "shut-told-staff")
    notices = [Notice(to=who.id, key=done, params=params, lines=(*lines, *heard), choices=(undo,))]
    for one in touched:
        notices.append(await news.told(session, one, site, reason, ahead, now))
    for person in await news.staff(session, site, day, touched, now, but=who):
        officers = await leaves.guided(session, person, now)
        his = [one for one in touched if person.role is not Role.OFFICER or one.case.officer_id in officers]
        lines = news.lines_for(person, his, site, ahead, officers)
        keyboard = await cards.keyboard(session, person, now)
        notices.append(Notice(to=person.id, key=told, params=params, lines=lines, ask=keyboard))
    for one in touched:
        dropped = one.attendance is None and one.left is None
        if one.planned is not None and dropped and news.short(one, ahead):
            notices.append(await make_up(session, one.case, one.client, one.planned, site, now))
    return notices + await _cards(session, touched, now)


async def _cards(session: AsyncSession, touched: Sequence[Touched], now: datetime) -> list[Notice]:
    """Work that ended now is confirmed as usual; of a group's list, which is redrawn for each, the last."""
    last: dict[tuple[str, str], Notice] = {}
    for one in touched:
        if one.attendance is not None and one.left is None:
            for notice in await lists.for_supervisors(session, one.attendance, moment=Moment.FINISH, now=now):
                last[(str(notice.to), notice.card)] = notice
    return list(last.values())


def _about(site: Site, day: date) -> dict[str, Param]:
    return {"site": site.name, "day": When(midday(day, site.zone), site.zone)}


def behind(hours: Span | None) -> str:
    """What the id of a button carries of hours; nothing of a whole day."""
    return "".join(f":{clock_number(at)}" for at in hours or ())


def hours_behind(choice_id: str, numbers: int) -> Span | None:
    """The inverse, behind so many other numbers. Raises Refused."""
    if choice_id.count(":") <= numbers:
        return None
    *_, starts, ends = choice_numbers(choice_id, numbers + 2)
    return hours_of(starts, ends)


async def own_site(session: AsyncSession, who: Person, site_id: int) -> Site:
    """A site of this person's office. Raises Refused."""
    site = await site_queries.site_by_id(session, who, site_id)
    if site is None:
        raise _not_yours(who)
    return site


async def _check_allowed(session: AsyncSession, who: Person, site: Site, day: date, now: datetime) -> None:
    if not await site_queries.may_close(session, who, site, day, now):
        raise _not_yours(who)


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")

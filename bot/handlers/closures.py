"""*Lokasi tutup*: a supervisor or officer closes a site for a day or some hours, with a reason; everybody
concerned hears it at once, an officer in one message."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, closure_claims, closures, hearing, lists, outlooks, reopenings
from bot.closed_sessions import Touched, concerned
from bot.domain.answers import own_words
from bot.domain.checkins import Moment
from bot.domain.closures import clock_number, hours_of
from bot.domain.days import day_number, day_of
from bot.domain.messages import Choice, Inbound, Line, Notice, Param, Refused, When, choice_numbers
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.domain.spans import WHOLE_DAY, Span
from bot.handlers import closure_news as news
from bot.handlers.move_requests import make_up
from bot.storage import leaves, queries, site_queries
from bot.storage.models import Person, Site

log = structlog.get_logger()

LONGEST_REASON = 300


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
    waits = any(one.claimed for one in touched)
    asked = await closure_claims.asked_again(session, site, day, now) if waits else []
    return [told[0], *[news.undone(one, site) for one in touched], *told[1:], *asked]


async def _undone(
    session: AsyncSession, to: Person, site: Site, day: date, standing: tuple[Line, ...], now: datetime
) -> Notice:
    """It is open again, as far as nothing else closes it."""
    ask = await cards.keyboard(session, to, now)
    return Notice(to=to.id, key="shut-undone", params=about(site, day), lines=standing, ask=ask)


async def ask_reason(
    session: AsyncSession, who: Person, site: Site, day: date, now: datetime, *, hours: Span | None = None
) -> list[Notice]:
    """Why? And, where nobody has named hours, whether it is not the whole day; with how many people it is
    about. Raises Refused."""
    if known := await closed_already(session, who, site, day, hours or WHOLE_DAY, now):
        return known
    where = f"{site.id}:{day_number(day)}"
    said = behind(hours)
    await queries.ask_for_words(session, who, "shut", site.id, now, day_number(day), said)
    choices = [Choice(f"shut-why:{where}:{n}{said}", reason) for n, reason in enumerate(closures.REASONS)]
    if hours is None:
        choices.append(Choice(f"shut-hours:{where}", "choice-shut-hours"))
    key = "shut-ask-reason" if hours is None else "shut-ask-reason-hours"
    params = about(site, day) | news.clocks(site, day, hours)
    count = await concerned(session, site, day, hours or WHOLE_DAY, now)
    lines = (Line("shut-concerned", {"count": count}),)
    return [Notice(to=who.id, key=key, params=params, lines=lines, choices=tuple(choices))]


async def closed_already(
    session: AsyncSession, who: Person, site: Site, day: date, hours: Span, now: datetime
) -> list[Notice]:
    """What he hears where somebody has closed it before him; nothing where it is open. Raises Refused where
    this person may not close it then."""
    await _check_allowed(session, who, site, day, now)
    closures.check_day(site, day, now)
    try:
        await closures.check_open(session, site, day, hours)
    except closures.ClosedAlready as known:
        return [await news.already(session, who, site, known.by, now)]
    return []


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
    try:
        touched = await closures.close(session, site, day, hours=hours, reason=reason, by=who, now=now)
    except closures.ClosedAlready as known:
        return [await news.already(session, who, site, known.by, now)]
    some = None if hours == WHOLE_DAY else hours
    params = about(site, day) | news.clocks(site, day, some)
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


def about(site: Site, day: date) -> dict[str, Param]:
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

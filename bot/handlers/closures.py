"""*Lokasi tutup*: a supervisor or officer closes a site for a day, with a reason; everybody concerned hears
it at once, an officer in one message."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, closures, lists, outlooks
from bot.closures import Touched
from bot.domain.answers import own_words
from bot.domain.cases import local_day
from bot.domain.checkins import Moment
from bot.domain.days import day_number, day_of, read_day
from bot.domain.messages import Ask, Choice, Inbound, Notice, Param, Refused, When, choice_numbers
from bot.domain.people import Role
from bot.domain.reports import midday
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
    and day."""
    if who.role is Role.SUPERVISOR:
        return await _days_of_sites(session, who, inbound.text.strip(), now)
    site, day = await site_and_day(session, who, inbound.text, now, ask="shut-ask-code")
    return await _ask_reason(session, who, site, day, now)


async def choose(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A site and a day: why?"""
    site_id, number = choice_numbers(inbound.text, 2)
    return await _ask_reason(session, who, await _site(session, who, site_id), day_of(number), now)


async def by_reason(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A reason from the buttons."""
    site_id, number, reason = choice_numbers(inbound.text, 3)
    if reason >= len(closures.REASONS):
        raise Refused("choice-unknown")
    site = await _site(session, who, site_id)
    return await close_for(session, who, site, day_of(number), closures.REASONS[reason], now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Another reason, in words; the day stands with the question."""
    question = await queries.question_to(session, who)
    day = day_of(question.step if question else 0)
    reason = inbound.text.strip()[:LONGEST_REASON]
    return await close_for(session, who, await _site(session, who, about), day, reason, now)


async def undo(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Open the day again, within ten minutes."""
    site_id, number = choice_numbers(inbound.text, 2)
    site, day = await _site(session, who, site_id), day_of(number)
    await _check_allowed(session, who, site, day, now)
    touched = await closures.reopen(session, site, day, by=who, now=now)
    await outlooks.outlooks(session, [one.case for one in touched], now)
    params = _about(site, day)
    answer = Notice(to=who.id, key="shut-undone", params=params, ask=await cards.keyboard(session, who, now))
    staff = [
        Notice(to=one.id, key="shut-undone", params=params, ask=await cards.keyboard(session, one, now))
        for one in await news.staff(session, site, day, touched, now, but=who)
    ]
    return [answer, *[news.undone(one, site) for one in touched], *staff]


async def _days_of_sites(session: AsyncSession, who: Person, text: str, now: datetime) -> list[Notice]:
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
        choices = tuple(_shut(site, day) for day in mine[:DAYS_SHOWN])
        notices.append(Notice(to=who.id, key="shut-which", params={"site": site.name}, choices=choices))
    return notices or [Notice(to=who.id, key="list-empty", ask=Ask.SUPERVISOR)]


def _shut(site: Site, day: date) -> Choice:
    at = When(midday(day, site.zone), site.zone)
    return Choice(f"shut:{site.id}:{day_number(day)}", "choice-shut-day", {"day": at})


async def _ask_reason(
    session: AsyncSession, who: Person, site: Site, day: date, now: datetime
) -> list[Notice]:
    await _check_allowed(session, who, site, day, now)
    closures.check_day(site, day, now)
    if await site_queries.closure_of(session, site, day) is not None:
        raise Refused("shut-already", site=site.name)
    await queries.ask_for_words(session, who, "shut", site.id, now, day_number(day))
    about = f"{site.id}:{day_number(day)}"
    choices = tuple(Choice(f"shut-why:{about}:{n}", reason) for n, reason in enumerate(closures.REASONS))
    return [Notice(to=who.id, key="shut-ask-reason", params=_about(site, day), choices=choices)]


async def close_for(
    session: AsyncSession, who: Person, site: Site, day: date, reason: str, now: datetime
) -> list[Notice]:
    """Close it, and tell everybody concerned. Raises Refused for who may not."""
    await _check_allowed(session, who, site, day, now)
    await queries.forget_question(session, who)
    touched = await closures.close(session, site, day, reason=reason, by=who, now=now)
    params = _about(site, day) | {"by": who.shown, "reason": own_words(reason)}
    undo = Choice(f"shut-undo:{site.id}:{day_number(day)}", "choice-shut-undo")
    ahead = await outlooks.outlooks(session, [one.case for one in touched], now)
    lines = news.lines_for(who, touched, site, ahead, await leaves.guided(session, who, now))
    notices = [Notice(to=who.id, key="shut-done", params=params, lines=lines, choices=(undo,))]
    for one in touched:
        notices.append(await news.told(session, one, site, reason, ahead, now))
    for person in await news.staff(session, site, day, touched, now, but=who):
        officers = await leaves.guided(session, person, now)
        his = [one for one in touched if person.role is not Role.OFFICER or one.case.officer_id in officers]
        lines = news.lines_for(person, his, site, ahead, officers)
        keyboard = await cards.keyboard(session, person, now)
        notices.append(Notice(to=person.id, key="shut-told-staff", params=params, lines=lines, ask=keyboard))
    for one in touched:
        if one.planned is not None and one.attendance is None and news.short(one, ahead):
            notices.append(await make_up(session, one.case, one.client, one.planned, site, now))
    return notices + await _cards(session, touched, now)


async def _cards(session: AsyncSession, touched: Sequence[Touched], now: datetime) -> list[Notice]:
    """Work that ended now is confirmed as usual; of a group's list, which is redrawn for each, the last."""
    last: dict[tuple[str, str], Notice] = {}
    for one in touched:
        if one.attendance is not None:
            for notice in await lists.for_supervisors(session, one.attendance, moment=Moment.FINISH, now=now):
                last[(str(notice.to), notice.card)] = notice
    return list(last.values())


def _about(site: Site, day: date) -> dict[str, Param]:
    return {"site": site.name, "day": When(midday(day, site.zone), site.zone)}


async def _site(session: AsyncSession, who: Person, site_id: int) -> Site:
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

"""Closing a site for some hours: `🕐 Jam tertentu`, from now on or as somebody writes them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.answers import in_one
from bot.domain.cases import local_day
from bot.domain.closures import read_hours
from bot.domain.days import day_of
from bot.domain.messages import Choice, Inbound, Notice, Param, Refused, When, choice_numbers
from bot.domain.reports import midday
from bot.domain.spans import WHOLE_DAY
from bot.handlers import closures
from bot.storage import queries
from bot.storage.models import Person

TOPIC = "shut-hours"


async def ask(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """From when to when? Of today it may be from now on."""
    site_id, number = choice_numbers(inbound.text, 2)
    site, day = await closures.own_site(session, who, site_id), day_of(number)
    await closures.check_closing(session, who, site, day, WHOLE_DAY, now)
    await queries.ask_for_words(session, who, TOPIC, site.id, now, number)
    today = day == local_day(now, site.zone)
    choices = (Choice(f"shut-now:{site.id}:{number}", "choice-shut-now"),) if today else ()
    params: dict[str, Param] = {"site": site.name, "day": When(midday(day, site.zone), site.zone)}
    return [Notice(to=who.id, key="shut-ask-hours", params=params, choices=choices)]


async def from_now(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """From this minute until the end of the day."""
    site_id, number = choice_numbers(inbound.text, 2)
    site, day = await closures.own_site(session, who, site_id), day_of(number)
    local = now.astimezone(ZoneInfo(site.zone))
    if day != local.date():
        raise Refused("choice-unknown")
    hours = (local.time().replace(second=0, microsecond=0), WHOLE_DAY[1])
    return await closures.ask_reason(session, who, site, day, now, hours=hours)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The hours, with the reason behind them or without. Raises Refused for what is none."""
    question = await queries.question_to(session, who)
    day = day_of(question.step if question else 0)
    hours, reason = read_hours(inbound.text)
    if hours is None:
        raise Refused("shut-hours-unreadable", text=inbound.text.strip()[:40])
    site = await closures.own_site(session, who, about)
    if not reason:
        return await closures.ask_reason(session, who, site, day, now, hours=hours)
    reason = in_one(reason, closures.LONGEST_REASON)
    return await closures.close_for(session, who, site, day, reason, now, hours=hours)

"""Closing a site for some hours: `🕐 Jam tertentu`, from now on or as somebody writes them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.closures import read_closing
from bot.domain.days import day_of
from bot.domain.messages import Choice, Inbound, Notice, Param, Refused, When, choice_numbers
from bot.domain.reports import midday
from bot.domain.spans import WHOLE_DAY
from bot.handlers import closures, typed_closures
from bot.storage import queries
from bot.storage.models import Person

TOPIC = "shut-hours"


async def ask(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """From when to when? Of today it may be from now on."""
    site_id, number = choice_numbers(inbound.text, 2)
    site, day = await closures.own_site(session, who, site_id), day_of(number)
    if known := await closures.closed_already(session, who, site, day, WHOLE_DAY, now):
        return known
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
    """The hours, with the reason behind them or without; a day that is written with them is the day. Raises
    Refused for what is none."""
    question = await queries.question_to(session, who)
    site = await closures.own_site(session, who, about)
    said, hours, reason = read_closing(inbound.text, local_day(now, site.zone))
    if hours is None:
        raise Refused("shut-hours-unreadable", text=inbound.text.strip()[:40])
    day = said or day_of(question.step if question else 0)
    if not reason:
        return await closures.ask_reason(session, who, site, day, now, hours=hours)
    return await typed_closures.ask(session, who, [(site, [day])], hours, reason, now)

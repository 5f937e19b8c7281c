"""What is typed of a closing: the reason, also with hours in it. Hours and reason that came together are
shown once more, with how many people it is about, and close with one tap."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.closed_sessions import concerned
from bot.domain.answers import in_one, only_no, only_yes
from bot.domain.cases import local_day
from bot.domain.closures import names_clock, read_closing, read_hours
from bot.domain.days import day_number, day_of
from bot.domain.messages import Choice, Inbound, Line, Notice, Param, When, choice_numbers
from bot.domain.reports import midday
from bot.domain.spans import WHOLE_DAY, Span
from bot.handlers import closure_news as news
from bot.handlers import closures
from bot.storage import queries
from bot.storage.models import Dialogue, Person, Site

SURE = "shut-sure"
"""The question whether it is right so; it holds the reason, which no button could carry."""


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Another reason, in words, also with hours in it; the day, and hours that were said before, stand with
    the question."""
    question = await queries.question_to(session, who)
    day = day_of(question.step if question else 0)
    hours, reason = closures.hours_behind(question.said if question else "", 0), inbound.text.strip()
    site = await closures.own_site(session, who, about)
    if hours is None and names_clock(reason):
        said, found, rest = read_closing(reason, local_day(now, site.zone))
        if found is not None:
            return await ask(session, who, [(site, [said or day])], found, rest or reason, now)
    reason = in_one(reason, closures.LONGEST_REASON)
    return await closures.close_for(session, who, site, day, reason, now, hours=hours or WHOLE_DAY)


async def ask(
    session: AsyncSession,
    who: Person,
    places: Sequence[tuple[Site, Sequence[date]]],
    hours: Span,
    reason: str,
    now: datetime,
) -> list[Notice]:
    """Is it right so? Of each site a day, or the days it may be, with how many people each is about; what is
    closed already says by whom. Raises Refused for what he may not close."""
    reason = in_one(reason, closures.LONGEST_REASON)
    notices: list[Notice] = []
    asked: list[tuple[Site, date]] = []
    for site, days in places:
        known = {day: await closures.closed_already(session, who, site, day, hours, now) for day in days}
        still = [day for day, told in known.items() if not told]
        asked += [(site, day) for day in still]
        if still:
            notices.append(await _sure(session, who, site, still, hours, reason, now))
        elif days:
            notices += known[days[0]]
    if asked:
        site, day = asked[0]
        step = day_number(day) if len(asked) == 1 else 0
        said = f"{closures.behind(hours)} {reason}"
        await queries.ask_for_words(session, who, SURE, site.id, now, step, said)
    return notices


async def _sure(
    session: AsyncSession,
    who: Person,
    site: Site,
    days: Sequence[date],
    hours: Span,
    reason: str,
    now: datetime,
) -> Notice:
    params: dict[str, Param] = closures.about(site, days[0]) | news.clocks(site, days[0], hours)
    params |= {"reason": reason}
    counts = [await concerned(session, site, day, hours, now) for day in days]
    ids = [f"{SURE}:{site.id}:{day_number(day)}{closures.behind(hours)}" for day in days]
    if len(days) == 1:
        about = (Line("shut-concerned", {"count": counts[0]}), Line("shut-sure-else"))
        yes = Choice(ids[0], "choice-shut-sure")
        return Notice(to=who.id, key="shut-sure", params=params, lines=about, choices=(yes,))
    at = [When(midday(day, site.zone), site.zone) for day in days]
    lines = tuple(
        Line("shut-sure-day", {"day": one, "count": count}) for one, count in zip(at, counts, strict=True)
    )
    choices = tuple(Choice(name, "choice-shut-day", {"day": one}) for name, one in zip(ids, at, strict=True))
    return Notice(to=who.id, key="shut-sure-which", params=params, lines=lines, choices=choices)


async def sure(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The one tap. A button whose reason is not known any more asks for it."""
    site_id, number = choice_numbers(inbound.text, 2)
    site, hours = await closures.own_site(session, who, site_id), closures.hours_behind(inbound.text, 2)
    question = await queries.question_to(session, who)
    known = _said(question) if question is not None and question.topic == SURE else None
    if known is None or known[0] != hours:
        return await closures.ask_reason(session, who, site, day_of(number), now, hours=hours)
    return await closures.close_for(session, who, site, day_of(number), known[1], now, hours=known[0])


async def sure_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """*Ya* is the tap, *tidak* leaves it; other words are the reason, or the hours, as they should be."""
    question = await queries.question_to(session, who)
    assert question is not None  # noqa: S101  (these words answer it)
    hours, reason = _said(question)
    words = inbound.text.strip()
    if only_no(words):
        await queries.forget_question(session, who)
        return [Notice(to=who.id, key="question-left")]
    site = await closures.own_site(session, who, about)
    if not question.step:
        return [Notice(to=who.id, key="shut-sure-tap")]
    day = day_of(question.step)
    if only_yes(words):
        return await closures.close_for(session, who, site, day, reason, now, hours=hours)
    found, rest = read_hours(words) if names_clock(words) else (None, words)
    return await ask(session, who, [(site, [day])], found or hours, rest or reason, now)


def _said(question: Dialogue) -> tuple[Span, str]:
    """The hours and the reason that the question holds."""
    hours, _, reason = question.said.partition(" ")
    return closures.hours_behind(hours, 0) or WHOLE_DAY, reason

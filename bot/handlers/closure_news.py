"""What people hear when a site is closed for a day or some hours, or opened again: each client, each officer,
each supervisor in one message."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.closed_sessions import Touched
from bot.closures import closing_fact
from bot.domain.answers import own_words
from bot.domain.closures import Stretch, stretch_of
from bot.domain.messages import Ask, Line, Minutes, Notice, Param, When, Word
from bot.domain.people import Role
from bot.domain.spans import Span
from bot.outlooks import Outlook
from bot.storage import leaves, queries
from bot.storage.models import Person, Site, SiteClosure
from bot.storage.site_queries import closures_of

A_MINUTE = timedelta(minutes=1)
"""Times in a sentence have no seconds: work that lasted less shows no stretch."""


async def told(
    session: AsyncSession,
    one: Touched,
    site: Site,
    reason: str,
    outlooks: Mapping[int, Outlook],
    now: datetime,
) -> Notice:
    """The client hears that it is not his miss, and when he is expected next, or who sees to it."""
    why: dict[str, Param] = {"site": site.name, "reason": own_words(reason)}
    if one.left is not None:
        key = "shut-told-shorter" if one.attendance is None else "shut-told-shorter-working"
        return Notice(
            to=one.client.id, key=key, params=cards.greeting(one.client) | why | times(one.left, site)
        )
    if one.attendance is not None:
        ended = one.attendance.finished_at or now
        params = cards.greeting(one.client) | why | {"at": When(ended, site.zone)}
        return Notice(to=one.client.id, key="shut-told-working", params=params, ask=Ask.START)
    params = cards.greeting(one.client) | why | {"at": When(one.starts_at, site.zone)}
    following = await queries.next_session(session, one.client, now)
    lines: list[Line] = []
    if following is not None:
        lines.append(Line("shut-next", {"next": When(following.starts_at, site.zone)}))
    elif short(one, outlooks):
        lines.append(Line("shut-next-by-officer"))
    return Notice(
        to=one.client.id,
        key="shut-told-missed" if one.missed else "shut-told-client",
        params=params,
        lines=tuple(lines),
        ask=await cards.keyboard(session, one.client, now),
    )


def undone(one: Touched, site: Site) -> Notice:
    """The client hears that it was a slip."""
    params = cards.greeting(one.client) | {"at": When(one.starts_at, site.zone), "site": site.name}
    if one.claimed and one.attendance is None:
        return Notice(to=one.client.id, key="shut-undone-claim", params=params)
    if one.left is not None:
        return Notice(to=one.client.id, key="shut-undone-shorter", params=params | times(one.left, site))
    if one.attendance is not None:
        return Notice(to=one.client.id, key="shut-undone-working", params=params, ask=Ask.FINISH)
    if one.missed:
        return Notice(to=one.client.id, key="shut-undone-missed", params=params)
    return Notice(to=one.client.id, key="shut-undone-client", params=params, ask=Ask.START)


async def standing(session: AsyncSession, site: Site, day: date) -> tuple[Line, ...]:
    """What else is closed that day, and by whom."""
    return tuple(
        [
            Line(
                "shut-standing" if one.all_day else "shut-standing-hours",
                {"by": await closed_by(session, one)} | clocks(site, day, None if one.all_day else one.hours),
            )
            for one in await closures_of(session, site, day)
        ]
    )


async def already(
    session: AsyncSession, who: Person, site: Site, known: Sequence[SiteClosure], now: datetime
) -> Notice:
    """Whoever closes what is closed hears who did it before him: for which hours, when, and why."""
    lines = [await _known(session, site, one) for one in known]
    ask = await cards.keyboard(session, who, now)
    return Notice(to=who.id, key="shut-already", params={"site": site.name}, lines=tuple(lines), ask=ask)


async def _known(session: AsyncSession, site: Site, one: SiteClosure) -> Line:
    """A closure that stands; one from the office's own data is for whole days, and has no hour."""
    reason: Param = own_words(one.reason) if one.reason else Word("shut-no-reason")
    params: dict[str, Param] = {"by": await closed_by(session, one), "reason": reason}
    fact = await closing_fact(session, site, one.day, one.hours)
    if one.closed_by is None or fact is None:
        return Line("shut-known-office", params)
    params |= {"at": When(fact[0], site.zone)} | clocks(site, one.day, None if one.all_day else one.hours)
    return Line("shut-known" if one.all_day else "shut-known-hours", params)


async def closed_by(session: AsyncSession, closure: SiteClosure) -> Param:
    """Who closed it; days known long before come from the office's own data."""
    if closure.closed_by is None:
        return Word("shut-by-office")
    return (await session.get_one(Person, closure.closed_by)).shown


def clocks(site: Site, day: date, hours: Span | None) -> dict[str, Param]:
    """The hours in which it is closed, for a sentence; nothing of a whole day."""
    return times(stretch_of(day, hours, site.zone), site) if hours else {}


def times(stretch: Stretch, site: Site) -> dict[str, Param]:
    """From when to when, by the site's clock."""
    return {"start": When(stretch[0], site.zone), "finish": When(stretch[1], site.zone)}


def short(one: Touched, outlooks: Mapping[int, Outlook]) -> bool:
    """Whether hours of this case find no day any more."""
    return one.case.id in outlooks and outlooks[one.case.id].shortfall > 0


def lines_for(
    reader: Person,
    touched: Sequence[Touched],
    site: Site,
    outlooks: Mapping[int, Outlook],
    officers: Collection[int],
) -> tuple[Line, ...]:
    """Everybody touched in a line; under the cases of these `officers` the reader, who guides them, reads
    what the plan does now."""
    lines: list[Line] = []
    told_of: set[int] = set()
    for one in touched:
        lines.append(_line(one, site))
        own = reader.role is Role.OFFICER and one.case.officer_id in officers
        if own and one.case.id in outlooks and one.case.id not in told_of:
            lines += _outlook(one, outlooks[one.case.id], site)
        told_of.add(one.case.id)
    return tuple(lines) or (Line("shut-nobody"),)


def _line(one: Touched, site: Site) -> Line:
    params: dict[str, Param] = {"name": one.client.shown, "start": When(one.starts_at, site.zone)}
    if one.left is not None:
        return Line("shut-line-shorter", params | times(one.left, site))
    if one.attendance is not None and one.attendance.finished_at is not None:
        at_once = one.attendance.finished_at - one.starts_at < A_MINUTE
        key = "shut-line-stopped-at-once" if at_once else "shut-line-stopped"
        return Line(key, params | {"finish": When(one.attendance.finished_at, site.zone)})
    return Line("shut-line-missed" if one.missed else "shut-line-dropped", params)


def _outlook(one: Touched, outlook: Outlook, site: Site) -> Iterator[Line]:
    if outlook.shortfall:
        short: dict[str, Param] = {"short": Minutes(outlook.shortfall), "code": one.client.code}
        # Work that was broken off has no session any more that another day could take.
        yield Line("shut-plan-short" if one.attendance is None else "plan-short", short)
    elif outlook.last is not None:
        yield Line("shut-plan-last", {"last": When(outlook.last.starts_at, site.zone)})


async def staff(
    session: AsyncSession, site: Site, day: date, touched: Sequence[Touched], now: datetime, *, but: Person
) -> list[Person]:
    """The other supervisors of the day, and whoever guides a client there, once."""
    people = {one.id: one for one in await queries.supervisors_of(session, site, day, now)}
    for officer_id in sorted({one.case.guide_id for one in touched}):
        guide = await leaves.guide_today(session, await session.get_one(Person, officer_id), now)
        people[guide.id] = guide
    people.pop(but.id, None)
    return list(people.values())

"""Who hears that a supervisor leaves, and what still waits when he has left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.messages import Ask, Guide, Line, Notice, Param, When
from bot.leaves import day_at
from bot.storage import appointments, queries, site_queries
from bot.storage.models import Person, Site

DAY = timedelta(days=1)


async def sites_after(
    session: AsyncSession, sites: Sequence[Site], on: date, successor: Person | None
) -> list[Line]:
    """Who confirms at each site after somebody's last day."""
    lines = []
    for site in sites:
        if successor is not None:
            lines.append(Line("departed-handed-over", {"site": site.name, "name": successor.shown}))
        else:
            another = await queries.supervised(session, site, on + DAY)
            lines.append(Line("departed-ended" if another else "departed-nobody", {"site": site.name}))
    return lines


async def announced(
    session: AsyncSession, person: Person, on: date, sites: Sequence[Site], successor: Person | None
) -> list[Notice]:
    """The leaver, his successor and the officers of whoever is placed at these sites hear of it, once."""
    if not sites:
        return []
    office = await queries.office_of(session, person.office_id)
    lines = tuple(await sites_after(session, sites, on, successor))
    about: dict[str, Param] = {"day": day_at(on, office.zone), "other": person.shown}
    told = [
        Notice(
            to=person.id,
            key="departure-told-leaver",
            params=cards.greeting(person) | about,
            lines=lines,
            ask=Ask.SUPERVISOR,
        )
    ]
    if successor is not None:
        params = cards.greeting(successor) | about | {"first": day_at(on + DAY, office.zone)}
        his = tuple(Line("departure-site", {"site": site.name}) for site in sites)
        key = "departure-told-successor"
        told.append(Notice(to=successor.id, key=key, params=params, lines=his, ask=Ask.SUPERVISOR))
    by_officer: dict[int, list[Line]] = {}
    for site, line in zip(sites, lines, strict=True):
        for officer in await site_queries.officers_at(session, site, on + DAY):
            by_officer.setdefault(officer, []).append(line)
    return told + [
        Notice(to=Guide(officer), key="departure-told-officer", params=about, lines=tuple(his))
        for officer, his in by_officer.items()
    ]


async def still_waiting(session: AsyncSession, person: Person, now: datetime) -> list[Notice]:
    """What nobody has decided when a supervisor's last day is over: whoever came after him hears how much it
    is; where nobody did, the officers hear which signed lists to send."""
    heirs: Counter[int] = Counter()
    left_to_officers: dict[int, Counter[tuple[str, str, When]]] = {}
    for attendance, case, site in await appointments.undecided_under(session, person):
        deciders = await appointments.deciders(session, site, attendance.day, now)
        then = await appointments.appointed(session, site, attendance.day)
        heirs.update(one.id for one in deciders if one not in then and one.id != attendance.client_id)
        if not deciders:
            list_of_day = (site.name, site.code, day_at(attendance.day, site.zone))
            left_to_officers.setdefault(case.guide_id, Counter())[list_of_day] += 1
    told = []
    for heir_id, count in heirs.items():
        heir = await session.get_one(Person, heir_id)
        params = cards.greeting(heir) | {"other": person.shown, "count": count}
        told.append(Notice(to=heir_id, key="departure-waiting", params=params, ask=Ask.SUPERVISOR))
    for officer, lists in left_to_officers.items():
        lines = tuple(
            Line("departure-list", {"site": name, "code": code, "day": day, "count": count})
            for (name, code, day), count in lists.items()
        )
        params = {"other": person.shown, "count": lists.total()}
        told.append(Notice(to=Guide(officer), key="departure-waiting-officer", params=params, lines=lines))
    return told

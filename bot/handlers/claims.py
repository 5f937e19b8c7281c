"""*Ada yang terlewat?*: a client says that he worked on a day that was never recorded."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import contests
from bot.domain.cases import local_day
from bot.domain.checkins import SessionState
from bot.domain.contests import check_claimed_day
from bot.domain.days import day_number, day_of, read_day
from bot.domain.messages import Choice, Inbound, Notice, Param, Refused, When, choice_numbers
from bot.domain.outages import ONE_DAY
from bot.domain.reports import midday
from bot.handlers import own_contests
from bot.handlers.contests import ask_times
from bot.storage import client_queries, queries
from bot.storage import contests as stored
from bot.storage.models import Case, Office, Person, Site
from bot.storage.outages import unheard

DAY = "claim-day"
"""The topic of its question."""


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Which day. Raises Refused for who is placed nowhere."""
    if not await _placed(session, who, now):
        raise Refused("claim-no-site")
    await queries.ask_for_words(session, who, DAY, 0, now)
    office = await queries.office_of(session, who.office_id)
    example: dict[str, Param] = {"day": When(now - timedelta(days=2), office.zone)}
    return [Notice(to=who.id, key="claim-ask-day", params=example)]


async def day(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The day: a session that counts as missed is contested; of a day without any he says where he worked."""
    office = await queries.office_of(session, who.office_id)
    on = _read(inbound.text, local_day(now, office.zone))
    await _check_day(session, on, office, now)
    await queries.forget_question(session, who)
    for planned in await stored.sessions_on(session, who, on):
        if planned.state is SessionState.PLANNED and planned.ends_at > now:
            raise Refused("claim-still-on")
        if planned.state in (SessionState.MISSED, SessionState.PLANNED):
            _, case = await own_contests.planned(session, who, planned.id)
            return await ask_times(session, who, await contests.begin_miss(session, case, planned, now), now)
    sites = await _placed(session, who, midday(on, office.zone))
    if not sites:
        raise Refused("claim-no-site")
    if len(sites) > 1:
        choices = tuple(
            Choice(f"claim-site:{site.id}:{day_number(on)}", "choice-name", {"name": site.name})
            for _, site in sites
        )
        return [Notice(to=who.id, key="claim-which-site", choices=choices)]
    return await _claim(session, who, *sites[0], on, now)


async def _check_day(session: AsyncSession, on: date, office: Office, now: datetime) -> None:
    """Raises Refused for a day to come, or too far back: a day further where nobody could be heard since."""
    lost = await unheard(session, midday(on, office.zone), now)
    check_claimed_day(on, local_day(now, office.zone), longer=ONE_DAY if lost else timedelta())


def _read(text: str, today: date) -> date:
    """Raises Refused for what is no day."""
    on = read_day(text.strip(" .!"), today)
    if on is None:
        raise Refused("claim-day-unreadable")
    return on


async def at_site(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Where he worked, of several sites. Raises Refused for one where he is not placed."""
    site_id, number = choice_numbers(inbound.text, 2)
    on = day_of(number)
    office = await queries.office_of(session, who.office_id)
    await _check_day(session, on, office, now)
    for case, site in await _placed(session, who, midday(on, office.zone)):
        if site.id == site_id:
            return await _claim(session, who, case, site, on, now)
    raise own_contests.not_yours(who)


async def _claim(
    session: AsyncSession, who: Person, case: Case, site: Site, on: date, now: datetime
) -> list[Notice]:
    """What was recorded of that day is contested in its own place, not claimed again."""
    locked = await queries.locked_case(session, who.office_id, case.id)
    assert locked is not None  # noqa: S101  (a foreign key)
    recorded = await stored.recorded_on(session, locked, on)
    if recorded:
        day: dict[str, Param] = {"day": When(recorded[0].started_at, site.zone)}
        choices = tuple(Choice(f"contest:{one.id}", "choice-contest") for one in recorded[:1])
        return [Notice(to=who.id, key="claim-was-recorded", params=day, choices=choices)]
    return await ask_times(session, who, await contests.begin_unrecorded(session, locked, site, on, now), now)


async def _placed(session: AsyncSession, who: Person, at: datetime) -> list[tuple[Case, Site]]:
    """The cases and sites at which he is placed then, each site once."""
    found: dict[int, tuple[Case, Site]] = {}
    cases = {case.id: case for case in await client_queries.cases_of(session, who)}
    for case_id, site in await queries.placed_at(session, who, at):
        found.setdefault(site.id, (cases[case_id], site))
    return list(found.values())

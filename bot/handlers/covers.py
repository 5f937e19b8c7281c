"""Where nobody confirms at a site on a day, an officer asks a supervisor from elsewhere, who agrees first."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import registry
from bot.domain.cases import local_day
from bot.domain.days import day_number, day_of
from bot.domain.messages import Ask, Choice, Inbound, Notice, Refused, Show, choice_numbers
from bot.domain.people import Role
from bot.handlers import unattended
from bot.storage import leaves, queries, site_queries
from bot.storage.models import Person, Site

SUPERVISORS_SHOWN = 8


async def cover(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Cari pengganti*: which supervisor of the office?"""
    site, day = await unattended.about(session, who, inbound)
    await _check_cover(session, who, site, day, now)
    people = await queries.staff(session, who.office_id, Role.SUPERVISOR)
    away = {leave.person_id for leave in await leaves.away_on(session, who.office_id, day)}
    choices = [
        Choice(f"cover-by:{site.id}:{day_number(day)}:{one.id}", "choice-name", {"name": one.shown})
        for one in people
        if one.id not in away
    ]
    if not choices:
        raise Refused("cover-nobody")
    shown = tuple(choices[:SUPERVISORS_SHOWN])
    return [Notice(to=who.id, key="cover-ask-who", params=unattended.params(site, day), choices=shown)]


async def cover_by(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of them is asked, and agrees first."""
    site, day = await unattended.about(session, who, inbound)
    await _check_cover(session, who, site, day, now)
    person = await queries.person_now(session, choice_numbers(inbound.text, 3)[2])
    if person is None or (person.office_id, person.role) != (who.office_id, Role.SUPERVISOR):
        raise unattended.not_yours(who)
    about = f"{site.id}:{day_number(day)}:{who.id}"
    params = unattended.params(site, day)
    return [
        Notice(to=who.id, key="cover-asked", params=params | {"name": person.shown}, ask=Ask.OFFICER),
        Notice(
            to=person.id,
            key="cover-question",
            params=params | {"by": who.shown},
            choices=(
                Choice(f"cover-yes:{about}", "choice-leave-accept"),
                Choice(f"cover-no:{about}", "choice-leave-decline"),
            ),
            card=f"cover:{site.id}:{day}",
            once=_asked(site, day, who.id),
        ),
    ]


async def cover_yes(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """He confirms at the site on that day."""
    site, day, officer = await _question(session, who, inbound)
    if await site_queries.confirmers(session, site, day, now):
        raise Refused("cover-found")
    await registry.appoint(session, site, who, from_on=day, until_on=day, now=now)
    return _answered(who, officer, site, day, "cover-agreed")


async def cover_no(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """He cannot."""
    site, day, officer = await _question(session, who, inbound)
    return _answered(who, officer, site, day, "cover-declined")


def _answered(who: Person, officer: Person, site: Site, day: date, key: str) -> list[Notice]:
    params = unattended.params(site, day) | {"name": who.shown}
    about = f"{site.id}:{day_number(day)}"
    again = (Choice(f"cover:{about}", "choice-cover"), Choice(f"signed:{about}", "choice-signed-list"))
    agreed = key == "cover-agreed"
    mine = "cover-agreed-by-you" if agreed else "cover-declined-by-you"
    card = f"cover:{site.id}:{day}"
    return [
        Notice(to=who.id, key=mine, params=params, card=card, show=Show.EDIT, ask=Ask.SUPERVISOR),
        Notice(to=officer.id, key=key, params=params, choices=() if agreed else again),
    ]


async def _question(session: AsyncSession, who: Person, inbound: Inbound) -> tuple[Site, date, Person]:
    """What this supervisor was really asked, and by whom: a button alone appoints nobody."""
    site_id, number, officer_id = choice_numbers(inbound.text, 3)
    site, day = await unattended.site_of(session, who, site_id), day_of(number)
    if not await queries.was_queued(session, who.id, _asked(site, day, officer_id)):
        raise unattended.not_yours(who)
    return site, day, await session.get_one(Person, officer_id)


def _asked(site: Site, day: date, officer_id: int) -> str:
    return f"cover:{site.id}:{day}:{officer_id}"


async def _check_cover(session: AsyncSession, who: Person, site: Site, day: date, now: datetime) -> None:
    if not await site_queries.may_close(session, who, site, day, now):
        raise unattended.not_yours(who)
    if day < local_day(now, site.zone):
        raise Refused("leave-past")
    if await site_queries.confirmers(session, site, day, now):
        raise Refused("cover-found")

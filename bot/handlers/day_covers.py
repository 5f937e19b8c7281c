"""`/pengganti`: a supervisor lets a colleague confirm at his site for one day, by a link of his own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, invitations, registry
from bot.domain.answers import in_one
from bot.domain.cases import instant, local_day
from bot.domain.day_covers import LONGEST_NAME, codes_meant, name_and_number, same_name
from bot.domain.days import NoSuchDay, day_number, day_of, read_day
from bot.domain.messages import Choice, Inbound, Line, Notice, Param, Refused, choice_numbers
from bot.domain.people import Role
from bot.handlers import inviting, unattended
from bot.storage import joining, leaves, queries, site_queries
from bot.storage.day_covers import standing_in
from bot.storage.models import Person, Site

log = structlog.get_logger()

TOPIC, DAY, NEW = "instead", "instead-day", "instead-new"
"""The questions of its conversation: who, before that for which day, and who of the same name."""
MOST_CALLED = 2
PATIENCE = timedelta(hours=1)


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Today or tomorrow, at one of his sites?"""
    notices = await _which_day(session, who, now)
    if not notices:
        raise Refused("incident-no-site")
    await queries.ask_for_words(session, who, DAY, 0, now)
    return notices


async def _which_day(
    session: AsyncSession, who: Person, now: datetime, only: date | None = None
) -> list[Notice]:
    notices = []
    for site in await site_queries.sites_of(session, who, now):
        today, choices = local_day(now, site.zone), []
        for day in (today, today + timedelta(days=1)):
            if only in (None, day) and await queries.supervises(session, who, site.id, day, now):
                about = unattended.params(site, day)
                choices.append(Choice(f"instead:{site.id}:{day_number(day)}", "choice-instead", about))
        asked: dict[str, Param] = {"site": site.name}
        if choices or only is None:
            notices.append(Notice(to=who.id, key="instead-when", params=asked, choices=tuple(choices)))
    return notices


async def day_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """*Hari ini*, *besok* or a date; of several sites it is asked at which."""
    office = await queries.office_of(session, who.office_id)
    try:
        day = read_day(inbound.text, local_day(now, office.zone))
    except NoSuchDay:
        day = None
    asked = await _which_day(session, who, now, only=day) if day else []
    if not asked:
        raise Refused("instead-day-not-understood")
    if len(asked) == 1:
        return await choose(session, who, replace(inbound, text=asked[0].choices[0].id), now)
    return asked


async def choose(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A site and a day: who? Whoever was named for it before is pointed out."""
    site_id, number = choice_numbers(inbound.text, 2)
    site, day = await _own(session, who, site_id, number, now)
    await queries.ask_for_words(session, who, TOPIC, site.id, now, day_number(day))
    lines = await _others(session, site, day)
    return [Notice(to=who.id, key="instead-who", params=unattended.params(site, day), lines=tuple(lines))]


async def _others(session: AsyncSession, site: Site, day: date, besides: int = 0) -> list[Line]:
    """Who stands in that day too."""
    names = [one.shown for one in await standing_in(session, site, day) if one.id != besides]
    return [Line("instead-others", {"names": ", ".join(names)})] if names else []


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The code of a supervisor of the office, who needs no link; or name and number of somebody new. A code
    that nobody has is asked again; with the name of a supervisor he may be meant, so that is asked."""
    question = await queries.question_to(session, who)
    site, day = await _own(session, who, about, question.step if question else 0, now)
    said = inbound.text.strip()
    if (known := await _by_code(session, who, said)) is not None:
        return await _named(session, who, known, site, day, now)
    if codes_meant(said):
        raise Refused("instead-code-unknown", code=said)
    name, _ = name_and_number(said)
    called = [
        one
        for one in await joining.supervisors(session, who.office_id)
        if same_name(one.name, name) and one.id != who.id
    ]
    if not called:
        return await _somebody_new(session, who, said, site, day, now)
    choices = [
        Choice(
            f"instead-known:{site.id}:{day_number(day)}:{one.id}",
            "choice-case",
            {"number": one.code, "name": one.shown},
        )
        for one in called[:MOST_CALLED]
    ]
    new = Choice(f"instead-new:{site.id}:{day_number(day)}", "choice-instead-new")
    return [Notice(to=who.id, key="instead-which", params={"name": name}, choices=(*choices, new))]


async def _by_code(session: AsyncSession, who: Person, said: str) -> Person | None:
    for code in codes_meant(said) or (said,):
        if (found := await joining.supervisor_called(session, who.office_id, code)) is not None:
            return found
    return None


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The supervisor whose name was written."""
    site_id, number, person_id = choice_numbers(inbound.text, 3)
    site, day = await _own(session, who, site_id, number, now)
    for one in await joining.supervisors(session, who.office_id):
        if one.id == person_id:
            return await _named(session, who, one, site, day, now)
    raise _not_yours(who)


async def somebody_new(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Orang lain*: somebody new who has the name of a supervisor; name and number once more."""
    site_id, number = choice_numbers(inbound.text, 2)
    site, day = await _own(session, who, site_id, number, now)
    await queries.ask_for_words(session, who, NEW, site.id, now, day_number(day))
    return [Notice(to=who.id, key="instead-new", params=unattended.params(site, day))]


async def new_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """His name and number."""
    question = await queries.question_to(session, who)
    site, day = await _own(session, who, about, question.step if question else 0, now)
    if codes_meant(inbound.text):
        raise Refused("instead-name-missing")
    return await _somebody_new(session, who, inbound.text, site, day, now)


async def _named(
    session: AsyncSession, who: Person, known: Person, site: Site, day: date, now: datetime
) -> list[Notice]:
    if known.id == who.id:
        raise Refused("instead-yourself")
    await queries.forget_question(session, who)
    told = await _appointed(session, who, known, site, day, now)
    if await joining.has_joined(session, known):
        return told
    office = await queries.office_of(session, who.office_id)
    return [*told, *await inviting.carried(session, who, known, office, now)]


async def _somebody_new(
    session: AsyncSession, who: Person, said: str, site: Site, day: date, now: datetime
) -> list[Notice]:
    person = await _new(session, who, said, now)
    await queries.forget_question(session, who)
    told = await _appointed(session, who, person, site, day, now)
    office = await queries.office_of(session, who.office_id)
    over = instant(day + timedelta(days=1), time(0), site.zone)
    return [*told, *await inviting.carried(session, who, person, office, now, over)]


async def _appointed(
    session: AsyncSession, who: Person, person: Person, site: Site, day: date, now: datetime
) -> list[Notice]:
    await registry.appoint(session, site, person, from_on=day, until_on=day, now=now, actor_id=who.id)
    return await _told(session, who, person, site, day, now)


async def _new(session: AsyncSession, who: Person, text: str, now: datetime) -> Person:
    name, number = name_and_number(text)
    if not name:
        raise Refused("instead-name-missing")
    in_one(name, LONGEST_NAME)
    taken = 1
    while await queries.person_by_code(session, who.office_id, f"PG-{taken}") is not None:
        taken += 1
    person = Person(
        office_id=who.office_id, code=f"PG-{taken}", name=name, role=Role.SUPERVISOR, phone=number
    )
    return await registry.register_person(session, person, now=now, actor_id=who.id)


async def _told(
    session: AsyncSession, who: Person, person: Person, site: Site, day: date, now: datetime
) -> list[Notice]:
    """He who asked, the stand-in where he is here already, and whoever guides somebody at the site."""
    params = unattended.params(site, day) | {"name": person.shown, "by": who.shown}
    undo = Choice(f"instead-end:{site.id}:{day_number(day)}:{person.id}", "choice-instead-end")
    lines = await _others(session, site, day, besides=person.id)
    told = [Notice(to=who.id, key="instead-done", params=params, lines=tuple(lines), choices=(undo,))]
    if await joining.has_joined(session, person):
        keys = await cards.keyboard(session, person, now)
        told.append(Notice(to=person.id, key="instead-you", params=params, ask=keys))
    guides = await _guides(session, site, day, now)
    return [*told, *(Notice(to=one, key="instead-told-officer", params=params) for one in guides)]


async def _guides(session: AsyncSession, site: Site, day: date, now: datetime) -> list[int]:
    """Whoever guides somebody at the site."""
    guides = []
    for officer_id in await site_queries.officers_at(session, site, day):
        guide = await leaves.guide_today(session, await session.get_one(Person, officer_id), now)
        guides.append(guide.id)
    return list(dict.fromkeys(guides))


async def end(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batalkan*: he confirms nothing there any more; what he has confirmed stays his. He and whoever heard
    that he comes hear it."""
    site_id, number, person_id = choice_numbers(inbound.text, 3)
    site, day = await _own(session, who, site_id, number, now)
    for row in await registry.appointments(session, site, day):
        if (row.person_id, row.from_on, row.until_on) == (person_id, day, day):
            before = day - timedelta(days=1)
            await registry.dismiss(session, row, until_on=before, now=now, actor_id=who.id)
            await invitations.end_unused(session, person_id, now)
            return await _ended(session, who, person_id, site, day, now)
    raise _not_yours(who)


async def _ended(
    session: AsyncSession, who: Person, person_id: int, site: Site, day: date, now: datetime
) -> list[Notice]:
    person = await session.get_one(Person, person_id)
    params = unattended.params(site, day) | {"name": person.shown, "by": who.shown}
    told = [
        Notice(to=who.id, key="instead-ended", params=params, ask=await cards.keyboard(session, who, now))
    ]
    if await joining.has_joined(session, person):
        keys = await cards.keyboard(session, person, now)
        told.append(Notice(to=person.id, key="instead-ended-you", params=params, ask=keys))
    guides = await _guides(session, site, day, now)
    return [*told, *(Notice(to=one, key="instead-ended-officer", params=params) for one in guides)]


async def _own(
    session: AsyncSession, who: Person, site_id: int, number: int, now: datetime
) -> tuple[Site, date]:
    """A site of this supervisor, today or tomorrow. Raises Refused for any other."""
    site, day = await unattended.site_of(session, who, site_id), day_of(number)
    today = local_day(now, site.zone)
    if not await queries.supervises(session, who, site.id, day, now):
        raise _not_yours(who)
    if not today <= day <= today + timedelta(days=1):
        raise Refused("leave-past")
    return site, day


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")

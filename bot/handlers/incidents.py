"""`/kejadian`: a supervisor says what happened at his site; whoever guides those concerned hears at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, help_calls, incident_cards, incidents, recordings
from bot.domain.answers import leaves_question, only_acknowledges
from bot.domain.incidents import MORE_WITHIN, IncidentKind, IncidentState, Named, named_in
from bot.domain.messages import (
    Choice,
    Inbound,
    Line,
    Notice,
    Param,
    Refused,
    Show,
    choice_numbers,
)
from bot.evidence import keep_picture
from bot.storage import incidents as ask
from bot.storage import queries, site_queries
from bot.storage.incidents import Incident
from bot.storage.models import Person, Site

log = structlog.get_logger()

TOPIC, MORE = "incident", "incident-more"
"""The questions of its conversation: what happened; and, once it is sent, what else."""
PATIENCE: timedelta = MORE_WITHIN
NAMES_SHOWN = 20
"""Buttons of people; of a longer list the code or name is written."""


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """What is it about? The numbers for any hour come at once."""
    if not await site_queries.sites_of(session, who, now):
        raise Refused("incident-no-site")
    office = await queries.office_of(session, who.office_id)
    choices = tuple(
        Choice(f"incident-kind:{kind.value}", f"choice-incident-{kind.value}") for kind in IncidentKind
    )
    lines = (Line("call-numbers", {"numbers": help_calls.numbers(office)}),)
    return [Notice(to=who.id, key="incident-offer", lines=lines, choices=choices)]


async def by_kind(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """What happened; at which site, where he has several today."""
    kind = _kind(inbound.text.split(":")[1:2])
    sites = await site_queries.sites_of(session, who, now)
    if not sites:
        raise Refused("incident-no-site")
    if len(sites) == 1:
        return await _begun(session, who, sites[0], kind, now)
    choices = tuple(
        Choice(f"incident-site:{one.id}:{kind.value}", "choice-name", {"name": one.name}) for one in sites
    )
    return [Notice(to=who.id, key="incident-which-site", choices=choices)]


async def by_site(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of his sites."""
    site_id = choice_numbers(inbound.text, 1)[0]
    kind = _kind(inbound.text.split(":")[2:3])
    for site in await site_queries.sites_of(session, who, now):
        if site.id == site_id:
            return await _begun(session, who, site, kind, now)
    raise _not_yours(who)


def _kind(said: Sequence[str]) -> IncidentKind:
    if not said or said[0] not in set(IncidentKind):
        raise Refused("choice-unknown")
    return IncidentKind(said[0])


async def _begun(
    session: AsyncSession, who: Person, site: Site, kind: IncidentKind, now: datetime
) -> list[Notice]:
    incident = await incidents.begin(session, who, site, kind, now)
    return [await _draft(session, who, incident, site, now, show=Show.NEW)]


async def _draft(
    session: AsyncSession, who: Person, incident: Incident, site: Site, now: datetime, *, show: Show
) -> Notice:
    """What is asked: words or a recording; before that, whom it concerns."""
    await queries.ask_for_words(session, who, TOPIC, incident.id, now)
    people = await incidents.at_work(session, incident, site)
    named = {row.case_id for row in await ask.people_of(session, incident)}
    names = [
        Choice(
            f"incident-who:{incident.id}:{case_id}",
            "choice-ticked" if case_id in named else "choice-unticked",
            {"name": client.shown},
        )
        for case_id, client in people[:NAMES_SHOWN]
    ]
    last = (
        Choice(f"incident-send:{incident.id}", "choice-help-send"),
        Choice(f"incident-drop:{incident.id}", "choice-help-drop"),
    )
    lines = [Line("incident-ask-who")] if people else []
    if named:
        shown = [client.shown for case_id, client in people if case_id in named]
        lines.append(Line("incident-named", {"names": ", ".join(shown)}))
    return Notice(
        to=who.id,
        key="incident-ask-words",
        params={"site": site.name},
        lines=tuple(lines),
        choices=(*names, *last),
        card=f"incident:{incident.id}",
        show=show,
    )


async def name(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Somebody is concerned, or after all not."""
    incident_id, case_id = choice_numbers(inbound.text, 2)
    incident, site = await _own_draft(session, who, incident_id)
    people = dict(await incidents.at_work(session, incident, site))
    if case_id not in people:
        raise _not_yours(who)
    return await _named(session, who, incident, site, case_id, people[case_id], now)


async def _named(
    session: AsyncSession,
    who: Person,
    incident: Incident,
    site: Site,
    case_id: int,
    client: Person,
    now: datetime,
) -> list[Notice]:
    await incidents.toggle(session, incident, case_id, client)
    await session.flush()
    return [await _draft(session, who, incident, site, now, show=Show.EDIT)]


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A code or name of the list says whom it concerns; whatever else is what happened, and sends it. What is
    written after that is added."""
    incident, site = await _own(session, who, about)
    said = inbound.text.strip()
    if incident.state is not IncidentState.DRAFT:
        return await _more_words(session, who, incident, said, now)
    if leaves_question(said):
        return await _dropped(session, who, incident, now)
    people = await incidents.at_work(session, incident, site)
    named = named_in(said, {case_id: (client.code, client.shown) for case_id, client in people})
    if named:
        return await _named_in_words(session, who, incident, site, named, now)
    await incidents.add(session, incident, now, words=said)
    return await _sent(session, who, incident, site, now)


async def _named_in_words(
    session: AsyncSession, who: Person, incident: Incident, site: Site, named: Named, now: datetime
) -> list[Notice]:
    """Only names were written: nothing is sent yet, and what happened is asked. A name that fits several
    people is left to their buttons."""
    concerned = {row.case_id for row in await ask.people_of(session, incident)}
    for case_id, client in await incidents.at_work(session, incident, site):
        if case_id in named.cases - concerned:
            await incidents.toggle(session, incident, case_id, client)
    await session.flush()
    draft = await _draft(session, who, incident, site, now, show=Show.AGAIN)
    several = [Line("incident-several", {"name": one}) for one in named.several]
    return [replace(draft, lines=(*draft.lines, *several))]


async def _more_words(
    session: AsyncSession, who: Person, incident: Incident, said: str, now: datetime
) -> list[Notice]:
    """What is written after the report has left, by itself or not, reaches those who read it. A bare *ok pak*
    stands on their card, and rings nobody."""
    if leaves_question(said):
        raise Refused("incident-was-sent")
    await incidents.add(session, incident, now, words=said)
    if only_acknowledges(said):
        ask_for = await cards.keyboard(session, who, now)
        kept = Notice(to=who.id, key="incident-heard", ask=ask_for)
        return [kept, *await incident_cards.for_readers(session, incident, now, show=Show.EDIT_ONLY)]
    return await _added(session, who, incident, now)


async def without_words(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Kirim tanpa kata*."""
    incident, site = await _own_draft(session, who, choice_numbers(inbound.text, 1)[0])
    return await _sent(session, who, incident, site, now)


async def aloud(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """What happened, spoken. A recording is kept with a case, so somebody must be named first."""
    incident, site = await _own(session, who, about)
    named = sorted(row.case_id for row in await ask.people_of(session, incident))
    case = await queries.locked_case(session, who.office_id, named[0]) if named else None
    if case is None:
        return [Notice(to=who.id, key="incident-voice-for-whom")]
    note = await recordings.keep(session, who, inbound, case)
    await incidents.add(session, incident, now, voice_id=note.id)
    if incident.state is IncidentState.DRAFT:
        return await _sent(session, who, incident, site, now)
    return await _added(session, who, incident, now)


async def picture(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A photo, before or after it was sent; it is nobody's evidence of work. What is written under it are
    words like any other."""
    assert inbound.photo is not None  # noqa: S101  (the kind says so)
    if inbound.photo.problem:
        problem = inbound.photo.problem.value.replace("_", "-")
        return [Notice(to=who.id, key=f"photo-problem-{problem}")]
    incident, _ = await _own(session, who, about)
    photo = await keep_picture(session, incident.office_id, inbound)
    await incidents.add(session, incident, now, photo_id=photo.id)
    if inbound.text.strip():
        return await in_words(session, who, inbound, now, about)
    if incident.state is IncidentState.DRAFT:
        return [Notice(to=who.id, key="incident-photo-kept")]
    return await _added(session, who, incident, now)


async def _sent(
    session: AsyncSession, who: Person, incident: Incident, site: Site, now: datetime
) -> list[Notice]:
    if not await incidents.send(session, incident, by=who, now=now):
        raise Refused("incident-was-sent")
    await queries.ask_for_words(session, who, MORE, incident.id, now)
    told = ", ".join(person.shown for _, person in await ask.readers_of(session, incident))
    office = await queries.office_of(session, who.office_id)
    params: dict[str, Param] = {"names": told} if told else {"contact": office.contact}
    lines = (
        Line("incident-more"),
        Line("incident-more-child"),
        Line("call-numbers", {"numbers": help_calls.numbers(office)}),
    )
    receipt = Notice(
        to=who.id,
        key="incident-sent" if told else "incident-sent-nobody",
        params=params,
        lines=lines,
        ask=await cards.keyboard(session, who, now),
        card=f"incident:{incident.id}",
        show=Show.AGAIN,
    )
    return [receipt, *await incident_cards.for_readers(session, incident, now)]


async def _added(session: AsyncSession, who: Person, incident: Incident, now: datetime) -> list[Notice]:
    ask_for = await cards.keyboard(session, who, now)
    added = Notice(to=who.id, key="incident-added", ask=ask_for)
    return [added, *await incident_cards.for_readers(session, incident, now, show=Show.AGAIN)]


async def drop(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak jadi*, while nobody knows of it."""
    incident, _ = await _own(session, who, choice_numbers(inbound.text, 1)[0])
    return await _dropped(session, who, incident, now)


async def _dropped(session: AsyncSession, who: Person, incident: Incident, now: datetime) -> list[Notice]:
    await queries.forget_question(session, who)
    incidents.drop(incident)
    keys = await cards.keyboard(session, who, now)
    card = f"incident:{incident.id}"
    return [Notice(to=who.id, key="call-dropped", ask=keys, card=card, show=Show.AGAIN)]


async def _own(session: AsyncSession, who: Person, incident_id: int) -> tuple[Incident, Site]:
    """A report of this supervisor. Raises Refused for anybody else's."""
    incident = await ask.incident_by_id(session, who.office_id, incident_id)
    if incident is None or incident.reported_by != who.id:
        raise _not_yours(who)
    return incident, await queries.site_of(session, who.office_id, incident.site_id)


async def _own_draft(session: AsyncSession, who: Person, incident_id: int) -> tuple[Incident, Site]:
    """The same, while nobody has been told."""
    incident, site = await _own(session, who, incident_id)
    if incident.state is not IncidentState.DRAFT:
        raise Refused("incident-was-sent")
    return incident, site


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")

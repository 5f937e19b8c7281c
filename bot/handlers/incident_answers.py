"""What officer and head do with a report from a site: read it, hear it, look at its photos."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, incident_cards, incidents, recordings
from bot.domain.messages import Inbound, Notice, Refused, Show, choice_numbers
from bot.storage import incidents as ask
from bot.storage import queries
from bot.storage.incidents import Incident
from bot.storage.models import Person
from bot.storage.voices import voice_by_id

log = structlog.get_logger()


async def read(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Sudah saya baca*: the supervisor hears who has."""
    incident = await _theirs(session, who, inbound, now)
    first = await incidents.read(session, incident, by=who, now=now)
    shown = await incident_cards.card(session, incident, who, now, show=Show.EDIT)
    if not first:
        return [shown]
    reporter = await session.get_one(Person, incident.reported_by)
    site = await queries.site_of(session, incident.office_id, incident.site_id)
    told = Notice(
        to=reporter.id,
        key="incident-was-read",
        params={"by": who.shown, "site": site.name},
        ask=await cards.keyboard(session, reporter, now),
    )
    return [shown, told]


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The card once more, as it now stands."""
    incident = await _theirs(session, who, inbound, now)
    return [await incident_cards.card(session, incident, who, now, show=Show.AGAIN)]


async def photos(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Lihat foto*."""
    return await incident_cards.photos(session, await _theirs(session, who, inbound, now), who, now)


async def listen(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Dengarkan*."""
    incident = await _theirs(session, who, inbound, now)
    note = await voice_by_id(session, who.office_id, incident.voice_id or 0)
    if note is None:
        raise Refused("choice-unknown")
    reporter = await session.get_one(Person, incident.reported_by)
    site = await queries.site_of(session, incident.office_id, incident.site_id)
    return [recordings.played(note, by=reporter, zone=site.zone, to=who)]


async def _theirs(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> Incident:
    """A report that this officer or head may read. Raises Refused for any other."""
    incident = await ask.incident_by_id(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if incident is None or not await ask.may_read(session, who, incident, now):
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return incident

"""What happens at a site, as a supervisor reports it and the office reads it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.answers import whole, with_more
from bot.domain.cases import local_day
from bot.domain.hours import EventKind
from bot.domain.incidents import (
    MORE_WITHIN,
    TOLD,
    IncidentKind,
    IncidentState,
    head_hears_at_once,
    head_told_at,
    sent_by_itself,
)
from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.storage import incidents, leaves, queries, site_queries
from bot.storage.events import append, record
from bot.storage.incidents import Incident, IncidentPerson, IncidentPhoto, IncidentReader
from bot.storage.models import Case, Person, Site

LONGEST_WORDS = 2000
REPORTED, READ = "incident_reported", "incident_read"
"""Facts of the site; each case that it concerns has its own."""


async def begin(
    session: AsyncSession, who: Person, site: Site, kind: IncidentKind, now: datetime
) -> Incident:
    """A kind was pressed: without another word it leaves by itself. Another kind or site pressed meanwhile
    corrects the first; it is one report."""
    begun = await incidents.draft_by(session, who)
    if begun is not None:
        if begun.site_id != site.id:
            for row in await incidents.people_of(session, begun):
                await session.delete(row)
        begun.kind, begun.site_id = kind, site.id
        return begun
    incident = Incident(
        office_id=site.office_id,
        site_id=site.id,
        day=local_day(now, site.zone),
        reported_by=who.id,
        kind=kind,
        begun_at=now,
        look_at=sent_by_itself(now),
    )
    session.add(incident)
    await session.flush()
    return incident


async def at_work(session: AsyncSession, incident: Incident, site: Site) -> list[tuple[int, Person]]:
    """Whom it may concern: case and client of everybody on the site's list of that day, by code."""
    planned = await queries.site_day(session, site, incident.day)
    others = await queries.outside_plan(session, site, incident.day)
    found = {one.case_id: client for one, client, _ in planned}
    found |= {one.case_id: client for one, client in others}
    people = [(case_id, client) for case_id, client in found.items() if client.id != incident.reported_by]
    return sorted(people, key=lambda one: (one[1].code, one[0]))


async def toggle(session: AsyncSession, incident: Incident, case_id: int, client: Person) -> None:
    """Somebody is concerned, or after all not."""
    for row in await incidents.people_of(session, incident):
        if row.case_id == case_id:
            await session.delete(row)
            return
    session.add(
        IncidentPerson(
            office_id=incident.office_id, incident_id=incident.id, case_id=case_id, client_id=client.id
        )
    )


def drop(incident: Incident) -> None:
    """The supervisor takes back what nobody has been told. Raises Refused once people know."""
    if incident.state is not IncidentState.DRAFT:
        raise Refused("incident-was-sent")
    incident.state, incident.look_at = IncidentState.DROPPED, None


async def send(session: AsyncSession, incident: Incident, *, by: Person | None, now: datetime) -> bool:
    """From now on people know of it. The facts say that there was something, not what was said. Without a
    person the clock sent it. False for one that was sent or dropped before."""
    cases = [
        case
        for row in sorted(await incidents.people_of(session, incident), key=lambda row: row.case_id)
        if (case := await queries.locked_case(session, incident.office_id, row.case_id)) is not None
    ]
    site = await queries.locked_site(session, incident.site_id)
    await incidents.locked_incident(session, incident)
    if incident.state is not IncidentState.DRAFT:
        return False
    incident.state, incident.sent_at, incident.look_at = IncidentState.OPEN, now, head_told_at(now)
    for reader in await _readers(session, incident, cases, site, now):
        session.add(
            IncidentReader(office_id=incident.office_id, incident_id=incident.id, person_id=reader.id)
        )
    await session.flush()
    actor = by.id if by else None
    payload: dict[str, Any] = {"incident": incident.id, "kind": IncidentKind(incident.kind).value}
    for case in cases:
        await record(
            session,
            case,
            EventKind.INCIDENT_REPORTED,
            actor_id=actor,
            payload=payload,
            happened_at=now,
            now=now,
        )
    await _note(session, incident, REPORTED, actor, payload | {"cases": [one.id for one in cases]}, now)
    return True


async def _readers(
    session: AsyncSession, incident: Incident, cases: Sequence[Case], site: Site, now: datetime
) -> list[Person]:
    """Whoever guides somebody it concerns, or, where nobody is named, somebody who is at the site that day
    or at least placed there; the head of an accident, and where there is no officer."""
    guides = {one.officer_id for one in cases if one.officer_id is not None}
    if not cases:
        expected = [case_id for case_id, _ in await at_work(session, incident, site)]
        found = [await session.get(Case, case_id) for case_id in expected]
        guides = {one.officer_id for one in found if one is not None and one.officer_id is not None}
        guides = guides or set(await site_queries.officers_at(session, site, incident.day))
    people: dict[int, Person] = {}
    for officer_id in sorted(guides):
        guide = await leaves.guide_today(session, await session.get_one(Person, officer_id), now)
        people[guide.id] = guide
    if head_hears_at_once(IncidentKind(incident.kind), people):
        people |= {one.id: one for one in await queries.staff(session, incident.office_id, Role.HEAD)}
    return list(people.values())


async def add(
    session: AsyncSession,
    incident: Incident,
    now: datetime,
    *,
    words: str = "",
    voice_id: int | None = None,
    photo_id: int | None = None,
) -> None:
    """Words, a recording or a photo that belong to it. Raises Refused where that comes too late."""
    if incident.state is IncidentState.DROPPED or now - incident.begun_at > MORE_WITHIN:
        raise Refused("incident-too-late")
    if words:
        more = with_more(incident.words, words) if incident.words else words
        incident.words = whole(more, LONGEST_WORDS)
    if voice_id is not None:
        incident.voice_id = voice_id
    if photo_id is not None:
        session.add(IncidentPhoto(office_id=incident.office_id, incident_id=incident.id, photo_id=photo_id))
    await session.flush()


async def read(session: AsyncSession, incident: Incident, *, by: Person, now: datetime) -> bool:
    """*Sudah saya baca*; False where he has said so before."""
    await queries.locked_site(session, incident.site_id)
    await incidents.locked_incident(session, incident)
    rows = await incidents.readers_of(session, incident)
    own = next((row for row, person in rows if person.id == by.id), None)
    if own is not None and own.read_at is not None:
        return False
    if own is None:
        own = IncidentReader(office_id=incident.office_id, incident_id=incident.id, person_id=by.id)
        session.add(own)
    own.read_at = now
    await session.flush()
    await _note(session, incident, READ, by.id, {"incident": incident.id}, now)
    missing = await unread(session, incident)
    if by.role is Role.HEAD or not missing:
        incident.state, incident.look_at = IncidentState.READ, None
    return True


async def unread(session: AsyncSession, incident: Incident) -> list[Person]:
    """The officers who were told and have not said that they have read it; of an office without, the head."""
    rows = await incidents.readers_of(session, incident)
    officers = [(row, one) for row, one in rows if one.role is Role.OFFICER] or rows
    return [one for row, one in officers if row.read_at is None]


async def tell_head(session: AsyncSession, incident: Incident) -> list[Person]:
    """Half an hour has passed: the heads hear, once more or for the first time; only once. Returns them."""
    incident.look_at = None
    if incident.state not in TOLD:
        return []
    told = {person.id for _, person in await incidents.readers_of(session, incident)}
    heads = await queries.staff(session, incident.office_id, Role.HEAD)
    for head in heads:
        if head.id not in told:
            session.add(
                IncidentReader(office_id=incident.office_id, incident_id=incident.id, person_id=head.id)
            )
    await session.flush()
    return list(heads)


async def _note(
    session: AsyncSession,
    incident: Incident,
    kind: str,
    actor_id: int | None,
    payload: dict[str, Any],
    now: datetime,
) -> None:
    await append(
        session,
        office_id=incident.office_id,
        stream=f"site:{incident.site_id}",
        kind=kind,
        actor_id=actor_id,
        payload=payload,
        happened_at=now,
        now=now,
    )

"""Registers offices, people, sites and placements: refuses what law or ruling forbids, plans the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.law import check_period, check_session, rule_of, session_cap
from bot.domain.messages import Refused
from bot.domain.people import READ_THE_WEEK
from bot.domain.pins import PinSource
from bot.domain.plans import Plan, slot_minutes
from bot.domain.spans import Span, fits, within
from bot.domain.weeks import next_digest_at
from bot.lifecycle import check_here
from bot.orders import allowed_of, order_of, slots_of
from bot.planning import replan
from bot.storage import queries
from bot.storage.events import append, person_stream
from bot.storage.models import Case, Office, Person, Placement, Site, SiteClosure, SiteSupervisor
from bot.storage.site_pins import PIN_FIELDS, note_pin


async def open_office(
    session: AsyncSession, *, code: str, name: str, zone: str, contact: str, now: datetime
) -> Office:
    """Add an office with the habits that it can change later."""
    office = Office(code=code, name=name, zone=zone, contact=contact)
    session.add(office)
    await session.flush()
    await _note(session, office.id, f"office:{office.id}", "office_opened", {"code": code}, now)
    return office


async def register_person(
    session: AsyncSession, person: Person, *, now: datetime, actor_id: int | None = None
) -> Person:
    """Add a person; the first digest of an officer or head comes on the next Monday."""
    session.add(person)
    await session.flush()
    await settle_role(session, person, now=now)
    payload = {"code": person.code, "role": person.role.value}
    await _note(
        session, person.office_id, person_stream(person.id), "person_registered", payload, now, actor_id
    )
    return person


async def settle_role(session: AsyncSession, person: Person, *, now: datetime) -> None:
    """Make the clock look at whoever reads the week, and at nobody else but who leaves (`departures`)."""
    if person.left_on is not None:
        return
    if person.role not in READ_THE_WEEK:
        person.look_at = None
    elif person.look_at is None:
        office = await queries.office_of(session, person.office_id)
        person.look_at = next_digest_at(now, office.zone)
    await session.flush()


async def register_site(
    session: AsyncSession, site: Site, *, now: datetime, actor_id: int | None = None
) -> Site:
    """Add a place of work; without a pin no location is judged there."""
    session.add(site)
    await session.flush()
    await _note(
        session, site.office_id, f"site:{site.id}", "site_registered", {"code": site.code}, now, actor_id
    )
    await note_pin(session, site, PinSource.REGISTERED, now=now, by=actor_id)
    return site


async def correct_site(
    session: AsyncSession,
    site: Site,
    changes: Mapping[str, Any],
    *,
    now: datetime,
    actor_id: int | None = None,
    source: PinSource = PinSource.CORRECTED,
) -> None:
    """After a change of a site: sessions follow its zone, its kind of work and its opening hours; its pin is
    kept beside the earlier ones."""
    await note_change(session, site, changes, now=now, actor_id=actor_id)
    if changes.keys() & set(PIN_FIELDS):
        await note_pin(session, site, source, now=now, by=actor_id)
    if changes.keys() & PLANNED_BY:
        await _replan_site(session, site, now=now)


async def _replan_site(session: AsyncSession, site: Site, *, now: datetime) -> None:
    placed = select(Placement.case_id).where(Placement.site_id == site.id).distinct()
    for case_id in sorted((await session.exec(placed)).all()):
        case = await queries.locked_case(session, site.office_id, case_id)
        if case is not None:
            await replan(session, case, now=now)


PLANNED_BY = frozenset({"zone", "activity", "region", "open_hours", "holiday_rule", "for_children"})
"""What of a site its sessions follow."""


async def close_days(
    session: AsyncSession,
    site: Site,
    closed: Collection[tuple[date, Span]],
    *,
    now: datetime,
    actor_id: int | None = None,
) -> None:
    """Let a site be closed on these days, or in these hours of them, known long before; what nobody closed by
    hand and is not among them is open again. Days that are past stay as they were. Nobody is told: for a day
    that people count on there is `closures.close`."""
    rows = (await session.exec(select(SiteClosure).where(SiteClosure.site_id == site.id))).all()
    today = local_day(now, site.zone)
    gone = [
        row
        for row in rows
        if row.closed_by is None and row.day >= today and (row.day, row.hours) not in closed
    ]
    kept = [row for row in rows if row not in gone]
    known, whole = {(row.day, row.hours) for row in kept}, {row.day for row in kept if row.all_day}
    new = sorted(one for one in set(closed) - known if one[0] >= today and one[0] not in whole)
    for row in gone:
        await session.delete(row)
    session.add_all(
        SiteClosure(office_id=site.office_id, site_id=site.id, day=day, starts=starts, ends=ends)
        for day, (starts, ends) in new
    )
    if gone or new:
        await session.flush()
        await note_change(session, site, {"closed_days": new}, now=now, actor_id=actor_id)
        await _replan_site(session, site, now=now)


async def appointments(session: AsyncSession, site: Site, day: date) -> Sequence[SiteSupervisor]:
    """Who is appointed at a site on a day or later."""
    query = select(SiteSupervisor).where(
        SiteSupervisor.site_id == site.id,
        or_(col(SiteSupervisor.until_on).is_(None), col(SiteSupervisor.until_on) >= day),
    )
    return (await session.exec(query.order_by(col(SiteSupervisor.id)))).all()


async def appoint(
    session: AsyncSession,
    site: Site,
    supervisor: Person,
    *,
    from_on: date,
    until_on: date | None = None,
    now: datetime,
    actor_id: int | None = None,
) -> SiteSupervisor:
    """Let someone confirm at a site from a day on, or to a day too; what was said of an appointment from that
    same day is replaced."""
    query = select(SiteSupervisor).where(
        SiteSupervisor.site_id == site.id,
        SiteSupervisor.person_id == supervisor.id,
        SiteSupervisor.from_on == from_on,
    )
    row = (await session.exec(query)).first()
    if row is not None and row.until_on == until_on:
        return row
    row = row or SiteSupervisor(
        office_id=site.office_id, site_id=site.id, person_id=supervisor.id, from_on=from_on
    )
    row.until_on = until_on
    session.add(row)
    await session.flush()
    payload = {"supervisor": supervisor.id, "from": from_on.isoformat()}
    if until_on is not None:
        payload["until"] = until_on.isoformat()
    await _note(session, site.office_id, f"site:{site.id}", "supervisor_appointed", payload, now, actor_id)
    return row


async def dismiss(
    session: AsyncSession, row: SiteSupervisor, *, until_on: date, now: datetime, actor_id: int | None = None
) -> None:
    """Let someone confirm at a site no longer than to a day, that day included."""
    row.until_on = until_on
    payload = {"supervisor": row.person_id, "until": until_on.isoformat()}
    await _note(session, row.office_id, f"site:{row.site_id}", "supervisor_dismissed", payload, now, actor_id)


async def place(session: AsyncSession, case: Case, placement: Placement, *, now: datetime) -> Plan:
    """Add a placement, or take over its changes, and plan the case anew.

    Raises Refused for hours that law or ruling do not let a session have (UU 1/2023 Pasal 85 (5): eight) or
    without any, and for days and times that the ruling or the site does not allow.
    """
    await register_placement(session, case, placement)
    return await replan(session, case, now=now)


async def register_placement(session: AsyncSession, case: Case, placement: Placement) -> None:
    """The same without planning, for callers who plan a case once for several placements."""
    await check_placement(session, case, placement)
    session.add(placement)
    await session.flush()


async def follow_period(
    session: AsyncSession, case: Case, *, starts_on: date | None, ends_on: date | None
) -> None:
    """Placements that began or ended with their case, on these days, still do after its days were corrected:
    one that was given no days of its own lasts as long as the case."""
    for placement in (await session.exec(select(Placement).where(Placement.case_id == case.id))).all():
        if placement.from_on == starts_on and case.starts_on is not None:
            placement.from_on = case.starts_on
        if placement.until_on == ends_on and case.ends_on is not None:
            placement.until_on = case.ends_on
    await session.flush()


async def check_placement(session: AsyncSession, case: Case, placement: Placement) -> None:
    """Raises Refused where the law, the ruling or the calendar makes a placement impossible."""
    check_here(case)
    check_period(placement.from_on, placement.until_on)
    client = await session.get_one(Person, case.client_id)
    site = await queries.site_of(session, case.office_id, placement.site_id)
    slots, allowed = slots_of(placement, site), allowed_of(case, client)
    order = order_of(case, client)
    check_session(rule_of(order), slot_minutes(slots), session_minutes=session_cap(order))
    if not slots.weekdays <= allowed.weekdays:
        raise Refused("placement-day-not-allowed")
    if not within(slots.hours, allowed.window):
        raise Refused("placement-outside-window")
    if not all(fits(slots.hours, site.hours.get(day, ())) for day in slots.weekdays):
        raise Refused("placement-site-not-open")
    if client.child and not site.for_children:
        raise Refused("placement-not-for-children")


async def note_change(
    session: AsyncSession,
    row: Person | Site,
    changes: Mapping[str, Any],
    *,
    now: datetime,
    actor_id: int | None = None,
) -> None:
    """Keep as a fact which fields of a person or site were changed; the values stand in the row."""
    stream = person_stream(row.id) if isinstance(row, Person) else f"site:{row.id}"
    kind = "person_changed" if isinstance(row, Person) else "site_changed"
    await _note(session, row.office_id, stream, kind, {"fields": sorted(changes)}, now, actor_id)


async def _note(
    session: AsyncSession,
    office_id: int,
    stream: str,
    kind: str,
    payload: Mapping[str, Any],
    now: datetime,
    actor_id: int | None = None,
) -> None:
    await append(
        session,
        office_id=office_id,
        stream=stream,
        kind=kind,
        actor_id=actor_id,
        payload=payload,
        happened_at=now,
        now=now,
    )

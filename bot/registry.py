"""Registers offices, people, sites, cases and placements: refuses what the law forbids, plans the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import Planned, instant, net_minutes
from bot.domain.hours import EventKind
from bot.domain.law import check_order, check_period, check_session
from bot.domain.people import Role
from bot.domain.weeks import next_digest_at
from bot.planning import plan_reports, plan_sessions, replan
from bot.storage import queries
from bot.storage.events import append, person_stream, record
from bot.storage.models import Case, Event, Office, Person, Placement, Site, SiteSupervisor, WorkSession


async def open_office(
    session: AsyncSession, *, code: str, name: str, zone: str, contact: str, now: datetime
) -> Office:
    """Add an office with the habits that it can change later."""
    office = Office(code=code, name=name, zone=zone, contact=contact)
    session.add(office)
    await session.flush()
    await _note(session, office.id, f"office:{office.id}", "office_opened", {"code": code}, now)
    return office


async def register_person(session: AsyncSession, person: Person, *, now: datetime) -> Person:
    """Add a person; an officer's first digest comes on the next Monday."""
    session.add(person)
    await session.flush()
    await settle_role(session, person, now=now)
    payload = {"code": person.code, "role": person.role.value}
    await _note(session, person.office_id, person_stream(person.id), "person_registered", payload, now)
    return person


async def settle_role(session: AsyncSession, person: Person, *, now: datetime) -> None:
    """Make the clock look at officers, and at nobody else."""
    if person.role is not Role.OFFICER:
        person.look_at = None
    elif person.look_at is None:
        office = await queries.office_of(session, person.office_id)
        person.look_at = next_digest_at(now, office.zone)
    await session.flush()


async def register_site(session: AsyncSession, site: Site, *, now: datetime) -> Site:
    """Add a place of work; without a pin no location is judged there."""
    session.add(site)
    await session.flush()
    await _note(session, site.office_id, f"site:{site.id}", "site_registered", {"code": site.code}, now)
    return site


async def correct_site(
    session: AsyncSession, site: Site, changes: Mapping[str, Any], *, now: datetime
) -> None:
    """After a change of a site: sessions follow its zone and its kind of work."""
    await note_change(session, site, changes, now=now)
    if changes.keys() & {"zone", "activity"}:
        placed = select(Placement.case_id).where(Placement.site_id == site.id).distinct()
        for case_id in sorted((await session.exec(placed)).all()):
            case = await queries.locked_case(session, site.office_id, case_id)
            if case is not None:
                await plan_sessions(session, case, now=now)


async def appointments(session: AsyncSession, site: Site, day: date) -> Sequence[SiteSupervisor]:
    """Who is appointed at a site on a day or later."""
    query = select(SiteSupervisor).where(
        SiteSupervisor.site_id == site.id,
        or_(col(SiteSupervisor.until_on).is_(None), col(SiteSupervisor.until_on) >= day),
    )
    return (await session.exec(query.order_by(col(SiteSupervisor.id)))).all()


async def appoint(
    session: AsyncSession, site: Site, supervisor: Person, *, from_on: date, now: datetime
) -> SiteSupervisor:
    """Let someone confirm at a site from a day on; a dismissal of that same day is taken back."""
    query = select(SiteSupervisor).where(
        SiteSupervisor.site_id == site.id,
        SiteSupervisor.person_id == supervisor.id,
        SiteSupervisor.from_on == from_on,
    )
    row = (await session.exec(query)).first() or SiteSupervisor(
        office_id=site.office_id, site_id=site.id, person_id=supervisor.id, from_on=from_on
    )
    row.until_on = None
    session.add(row)
    await session.flush()
    payload = {"supervisor": supervisor.id, "from": from_on.isoformat()}
    await _note(session, site.office_id, f"site:{site.id}", "supervisor_appointed", payload, now)
    return row


async def dismiss(session: AsyncSession, row: SiteSupervisor, *, until_on: date, now: datetime) -> None:
    """Let someone confirm at a site no longer than to a day, that day included."""
    row.until_on = until_on
    payload = {"supervisor": row.person_id, "until": until_on.isoformat()}
    await _note(session, row.office_id, f"site:{row.site_id}", "supervisor_dismissed", payload, now)


async def open_case(session: AsyncSession, case: Case, *, actor_id: int | None, now: datetime) -> Case:
    """Add a case with its balance and report days.

    Raises Refused for hours outside the law: UU 1/2023 Pasal 85 (8–240 hours, at most 8 a day) and
    UU 11/2012 Pasal 76 (7–120 hours, a day's hours as the ruling says).
    """
    check_case(case)
    session.add(case)
    await session.flush()
    await _record_order(session, case, actor_id, now, reason="")
    await plan_reports(session, case, now=now)
    return case


async def correct_case(session: AsyncSession, case: Case, *, actor_id: int | None, now: datetime) -> None:
    """After a change of a case: the balance follows the order as it now stands, and so does the plan.

    Raises Refused as `open_case` does."""
    check_case(case)
    await session.flush()
    await _record_order(session, case, actor_id, now, reason="corrected")
    await plan_sessions(session, case, now=now)
    await plan_reports(session, case, now=now)


def check_case(case: Case) -> None:
    """Raises Refused where the law or the calendar makes a case impossible."""
    check_period(case.starts_on, case.ends_on)
    check_order(case.programme, case.total_minutes, case.daily_minutes)


async def place(
    session: AsyncSession, case: Case, placement: Placement, *, now: datetime
) -> list[WorkSession]:
    """Add a placement, or take over its changes, and plan the case anew; returns all its coming sessions.

    Raises Refused for a session that no day can hold (UU 1/2023 Pasal 85: 8 hours) or without hours.
    """
    await register_placement(session, case, placement)
    return await replan(session, case, now=now)


async def register_placement(session: AsyncSession, case: Case, placement: Placement) -> None:
    """The same without planning, for callers who plan a case once for several placements."""
    check_placement(case, placement)
    session.add(placement)
    await session.flush()


def check_placement(case: Case, placement: Placement) -> None:
    """Raises Refused where the law or the calendar makes a placement impossible."""
    check_period(placement.from_on, placement.until_on)
    check_session(case.programme, counted_minutes(placement))


def counted_minutes(placement: Placement) -> int:
    """The minutes of one session that count: from start to end, without the break."""
    day = placement.from_on
    end_day = day if placement.ends > placement.starts else date.fromordinal(day.toordinal() + 1)
    whole = Planned(day, instant(day, placement.starts, "UTC"), instant(end_day, placement.ends, "UTC"))
    return net_minutes(whole.minutes, placement.break_minutes)


async def note_change(
    session: AsyncSession, row: Person | Site, changes: Mapping[str, Any], *, now: datetime
) -> None:
    """Keep as a fact which fields of a person or site were changed; the values stand in the row."""
    stream = person_stream(row.id) if isinstance(row, Person) else f"site:{row.id}"
    kind = "person_changed" if isinstance(row, Person) else "site_changed"
    await _note(session, row.office_id, stream, kind, {"fields": sorted(changes)}, now)


async def _record_order(
    session: AsyncSession, case: Case, actor_id: int | None, now: datetime, reason: str
) -> Event:
    order = {"total_minutes": case.total_minutes, "daily_minutes": case.daily_minutes}
    return await record(
        session,
        case,
        EventKind.CASE_OPENED,
        actor_id=actor_id,
        payload=order,
        happened_at=now,
        now=now,
        reason=reason,
    )


async def _note(
    session: AsyncSession, office_id: int, stream: str, kind: str, payload: Mapping[str, Any], now: datetime
) -> None:
    await append(
        session,
        office_id=office_id,
        stream=stream,
        kind=kind,
        actor_id=None,
        payload=payload,
        happened_at=now,
        now=now,
    )

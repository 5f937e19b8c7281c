"""Who stands in for a day at a site, and whose standing in was taken back again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.events import told_by
from bot.storage.models import Event, Person, Site, SiteSupervisor


async def standing_in(session: AsyncSession, site: Site, day: date) -> Sequence[Person]:
    """Who was named for this day at a site, and for no other."""
    query = (
        select(Person)
        .join(SiteSupervisor, col(SiteSupervisor.person_id) == col(Person.id))
        .where(SiteSupervisor.site_id == site.id, SiteSupervisor.office_id == site.office_id)
        .where(SiteSupervisor.from_on == day, SiteSupervisor.until_on == day)
        .order_by(col(SiteSupervisor.id))
    )
    return (await session.exec(query)).all()


async def taken_back_by(session: AsyncSession, who: Person, site: Site, day: date) -> Person | None:
    """Who took it back that this person stands in at a site on a day; None where nobody did."""
    row = select(SiteSupervisor.id).where(
        SiteSupervisor.site_id == site.id,
        SiteSupervisor.person_id == who.id,
        SiteSupervisor.from_on == day,
        col(SiteSupervisor.until_on) < day,
    )
    if (await session.exec(row)).first() is None:
        return None
    query = select(Event).where(
        Event.office_id == site.office_id,
        Event.stream == f"site:{site.id}",
        Event.kind == "supervisor_dismissed",
    )
    for event in (await session.exec(query.order_by(col(Event.seq).desc()))).all():
        if told_by(event).get("supervisor") == who.id and event.actor_id is not None:
            return await session.get(Person, event.actor_id)
    return None

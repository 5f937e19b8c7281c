"""Lets a report from a site leave that was only begun, and tells the head of one that nobody has read."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import incident_cards as shown
from bot import incidents as steps
from bot.domain.incidents import IncidentState
from bot.domain.messages import Notice
from bot.storage import incidents as ask
from bot.storage import queries
from bot.storage.incidents import Incident


async def incidents(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """What is due about one of them; None when there is nothing."""
    due = await ask.due_incident(session, now)
    if due is None:
        return None
    if due.state is IncidentState.DRAFT:
        return await _left(session, due, now)
    await ask.locked_incident(session, due)
    if due.look_at is None or due.look_at > now:
        return []  # somebody was quicker
    return await shown.head_told(session, due, await steps.tell_head(session, due), now)


async def _left(session: AsyncSession, incident: Incident, now: datetime) -> list[Notice]:
    """Nobody wrote more: it leaves as it is."""
    if not await steps.send(session, incident, by=None, now=now):
        return []  # somebody was quicker
    site = await queries.site_of(session, incident.office_id, incident.site_id)
    told = Notice(to=incident.reported_by, key="incident-sent-by-itself", params={"site": site.name})
    return [told, *await shown.for_readers(session, incident, now)]

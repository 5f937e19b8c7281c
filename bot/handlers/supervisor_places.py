"""A supervisor sends his own location, unasked: how far he is from his sites is kept with its time."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import NOT_FRESH, Ask, Inbound, Notice, Param
from bot.domain.places import usable_accuracy
from bot.judging import judged
from bot.storage import site_queries
from bot.storage.models import Person
from bot.storage.supervisor_places import SupervisorPlace


async def location(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Only the distances are kept, for each site at which he confirms today. He is told what they are for."""
    if inbound.labels & NOT_FRESH or inbound.point is None:
        return [Notice(to=who.id, key="place-not-fresh", ask=Ask.SUPERVISOR)]
    off = usable_accuracy(inbound.point.accuracy) or 0
    known = [
        (metres, site)
        for site in await site_queries.sites_of(session, who, now)
        if (metres := judged(inbound.point, site).distance_m) is not None
    ]
    if not known:
        return [Notice(to=who.id, key="place-no-site", ask=Ask.SUPERVISOR)]
    for metres, site in known:
        session.add(
            SupervisorPlace(
                office_id=who.office_id,
                person_id=who.id,
                site_id=site.id,
                metres=max(0, round(metres - off)),
                sent_at=inbound.sent_at,
            )
        )
    nearest, site = min(known, key=lambda one: one[0])
    params: dict[str, Param] = {"site": site.name, "metres": nearest}
    return [Notice(to=who.id, key="place-kept", params=params, ask=Ask.SUPERVISOR)]

"""A holiday or closure that was taken back: whoever was told that there is no work hears that there is."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.checkins import SessionState
from bot.domain.messages import Ask, Awaits, Notice, OnlyIf, Param, Resend, When
from bot.quiet_hours import held, morning_of
from bot.storage import free_days
from bot.storage.models import Case, Office, Person, Site, WorkSession

TOLD_AHEAD = timedelta(days=2)
"""Nobody is told earlier of a day without work."""


async def work_after_all(session: AsyncSession, case: Case, office: Office, now: datetime) -> list[Notice]:
    """Client and guardian, each where he had been told; by day."""
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(WorkSession.case_id == case.id, WorkSession.state == SessionState.PLANNED)
        .where(col(WorkSession.starts_at) > now, col(WorkSession.starts_at) < now + TOLD_AHEAD)
    )
    client = await session.get_one(Person, case.client_id)
    notices: list[Notice] = []
    for planned, site in (await session.exec(query)).all():
        told = await free_days.told_free(session, case, planned)
        notices += [_notice(planned, client, site, person) for person in sorted(told)]
    return held(notices, morning_of(office, now))


def _notice(planned: WorkSession, client: Person, site: Site, to: int) -> Notice:
    at: dict[str, Param] = {"at": When(planned.starts_at, site.zone), "site": site.name}
    own = to == client.id
    return Notice(
        to=to,
        key="work-after-all" if own else "guardian-work-after-all",
        params=at | (cards.greeting(client) if own else {"name": client.shown}),
        ask=Ask.START if own else Ask.GUARDIAN,
        once=f"work-after-all:{planned.id}:{planned.revision}:{to}",
        only_if=OnlyIf(Awaits.SESSION, planned.id, planned.revision, planned.starts_at.isoformat()),
        resend=Resend.NEVER,
    )

"""Asks the officer about a client's word that a site was closed, where nobody at the site has answered."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import closure_claims as steps
from bot.domain.closure_claims import ClaimState
from bot.domain.messages import Notice
from bot.storage import closure_claims as ask
from bot.storage import queries


async def closure_claims(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """What is due about one of them; None when there is nothing."""
    due = await ask.due_claim(session, now)
    if due is None:
        return None
    await queries.locked_case(session, due.office_id, due.case_id)
    await session.refresh(due)
    due.look_at = None
    if due.state is not ClaimState.OPEN:
        return []
    site = await queries.site_of(session, due.office_id, due.site_id)
    return await steps.to_officers(session, [due], due, site, now)

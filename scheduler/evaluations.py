"""The morning after a case was closed its supervisor and client are asked about it; in time, remarks are
erased."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import evaluation_cards, evaluations
from bot.domain.messages import Notice
from bot.storage import evaluations as records
from bot.storage.models import Person

AT_ONCE = 100


async def evaluations_due(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """The first question of each form that is due; None when there was nothing to do."""
    forms = await records.due_forms(session, now, AT_ONCE)
    over = await records.due_words(session, now, AT_ONCE)
    if not forms and not over:
        return None
    for one in over:
        one.words, one.look_at = "", None
    notices = []
    for form in forms:
        if await evaluations.is_to_be_asked(session, form, now):
            person = await session.get_one(Person, form.person_id)
            notices.append(await evaluation_cards.card(session, form, person, now))
    await session.flush()
    return notices

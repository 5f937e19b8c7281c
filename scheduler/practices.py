"""Ends a practice that was left alone, so that a later location means work again."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.messages import Notice
from bot.domain.practice import LASTS, PIN, PRACTICE
from bot.storage.models import Dialogue, Person
from bot.storage.oldest import Oldest

BATCH = 500
OF_PRACTICE = col(Dialogue.topic).in_([PRACTICE, PIN])
LEFT_ALONE = Oldest(select(func.min(Dialogue.asked_at)).where(OF_PRACTICE), LASTS)


async def practices(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """At most 500 of them; each person hears it with the usual keys."""
    query = select(Dialogue).where(OF_PRACTICE, Dialogue.asked_at <= now - LASTS)
    rows = (await session.exec(query.limit(BATCH).with_for_update(skip_locked=True))).all()
    if not rows:
        return None
    notices = []
    for row in rows:
        person = await session.get_one(Person, row.person_id)
        ask = await cards.keyboard(session, person, now)
        notices.append(Notice(to=person.id, key="practice-over", ask=ask))
        await session.delete(row)
    return notices

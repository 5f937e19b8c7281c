"""Accounts that nothing can be sent to any more: somebody of the office hears it, once."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import accounts
from bot.domain.messages import Notice
from bot.storage.models import Person, PersonAddress
from bot.storage.oldest import Oldest

BATCH = 500
GONE_UNTOLD = (col(PersonAddress.gone_at).is_not(None), col(PersonAddress.gone_told).is_(False))
UNTOLD = Oldest(select(func.min(PersonAddress.gone_at)).where(*GONE_UNTOLD))


async def contacts(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Tell whoever looks after a person that his messages do not arrive: at most once a day, however often
    an account comes and goes. Who can be reached with another account is nobody's trouble."""
    query = (
        select(PersonAddress, Person)
        .join(Person, col(Person.id) == col(PersonAddress.person_id))
        .where(*GONE_UNTOLD)
        .order_by(col(PersonAddress.id))
        .limit(BATCH)
        .with_for_update(of=PersonAddress, skip_locked=True)
    )
    rows = (await session.exec(query)).all()
    if not rows:
        return None
    notices: list[Notice] = []
    for account, person in rows:
        account.gone_told = True
        notices += await accounts.unreached(session, account, person, now)
    return notices

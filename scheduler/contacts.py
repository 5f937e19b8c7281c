"""Accounts that nothing can be sent to any more: somebody of the office hears it, once."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.identity import Gone
from bot.domain.messages import Notice
from bot.storage import account_queries, queries
from bot.storage.models import Person, PersonAddress

BATCH = 500


async def contacts(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Tell whoever looks after a person that his messages do not arrive: at most once a day, however often
    an account comes and goes. Who can be reached with another account is nobody's trouble."""
    query = (
        select(PersonAddress, Person)
        .join(Person, col(Person.id) == col(PersonAddress.person_id))
        .where(col(PersonAddress.gone_at).is_not(None), col(PersonAddress.gone_told).is_(False))
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
        if not await account_queries.has_account(session, person):
            notices += await _told(session, account, person, now)
    return notices


async def _told(session: AsyncSession, account: PersonAddress, person: Person, now: datetime) -> list[Notice]:
    office = await queries.office_of(session, person.office_id)
    day = local_day(now, office.zone).isoformat()
    return [
        Notice(
            to=one.id,
            key=f"unreached-{Gone(account.gone_why).value}",
            params={"name": person.shown, "code": person.code},
            once=f"unreached:{person.id}:{day}:{one.id}",
        )
        for one in await account_queries.keepers_of(session, person, now)
    ]

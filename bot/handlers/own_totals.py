"""A client says whether the hours that he was told are right."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import totals
from bot.domain.messages import Choice, Inbound, Notice, Param, Show, choice_numbers
from bot.domain.totals import TotalWord
from bot.handlers import own_contests
from bot.storage.models import Person


async def right(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Sudah benar*: his officer reads it on the card."""
    case, client = await own_contests.case(session, who, choice_numbers(inbound.text, 1)[0])
    await totals.answer(session, case, TotalWord.RIGHT, by=client, now=now)
    return [Notice(to=who.id, key="total-right-kept", card=f"total:{case.id}", show=Show.AGAIN)]


async def wrong(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Belum benar*: his officer hears of it once, and he is shown how to say which day it is."""
    case, client = await own_contests.case(session, who, choice_numbers(inbound.text, 1)[0])
    new = await totals.answer(session, case, TotalWord.WRONG, by=client, now=now)
    way = (Choice("receipts-wrong", "choice-receipts-wrong"), Choice("claim", "choice-claim"))
    kept = Notice(to=who.id, key="total-wrong-kept", choices=way, card=f"total:{case.id}", show=Show.AGAIN)
    if not new or case.officer_id is None:
        return [kept]
    name: dict[str, Param] = {"name": client.shown}
    return [kept, Notice(to=case.guide, key="total-wrong-officer", params=name)]

"""The head opens a list that her summary only begins: officers who owe answers, sites that are silent."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, paging
from bot.domain.messages import Inbound, Notice, Refused, Show
from bot.domain.pages import page_in
from bot.handlers import head_lines
from bot.handlers.head_lines import Listing
from bot.storage import queries
from bot.storage.models import Person


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A page as the list is now, or the nearest there is."""
    wanted = inbound.text.split(":")[1:2]
    listing = next((one for one in Listing if [one.value] == wanted), None)
    if listing is None:
        raise Refused("choice-unknown")
    office = await queries.office_of(session, who.office_id)
    rows = await head_lines.rows(session, office, listing, now)
    if not rows:
        return [Notice(to=who.id, key="head-list-empty", ask=await cards.keyboard(session, who, now))]
    page = paging.page(page_in(inbound.text) or 0, len(rows))
    return [
        Notice(
            to=who.id,
            key=f"head-listed-{Listing(listing).value}",
            params={"count": len(rows)},
            lines=(*page.cut(rows), *paging.lines(page)),
            choices=tuple(paging.choices(f"head-list:{listing.value}", page, after=0)),
            card=f"head-list:{listing.value}",
            show=Show.EDIT if page_in(inbound.text) else Show.AGAIN,
        )
    ]

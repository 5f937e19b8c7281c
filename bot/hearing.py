"""Whether those whom something concerns can be written to at all: whoever decided it reads so under his
answer, and tells in person who is not reached here."""

from __future__ import annotations

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Line
from bot.storage import account_queries, office_transfers
from bot.storage.models import Person


async def heard(session: AsyncSession, *clients: Person) -> tuple[Line, ...]:
    """A line for whoever decided about these clients and lets them know: that they are told, or whom he has
    to tell himself. Where nobody is concerned there is nothing to say."""
    if not clients:
        return ()
    people = {one.id: one for one in clients}.values()
    missed = [one.shown for one in people if not await _reached(session, one)]
    if missed:
        return (Line("clients-unreached", {"names": ", ".join(missed)}),)
    return (Line("clients-told", {"count": len(people)}),)


async def _reached(session: AsyncSession, client: Person) -> bool:
    """Whether a message reaches him, also with another Bapas by now."""
    if await account_queries.has_account(session, client):
        return True
    return bool(await office_transfers.addresses_of(session, [client.id]))

"""Lets a call for help leave that was only begun, and asks the head about one that nobody has taken."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import help_calls as steps
from bot.domain.help_calls import HelpState
from bot.domain.messages import Notice
from bot.storage import help_calls as ask
from bot.storage.help_calls import HelpCall
from bot.storage.models import Case, Person


async def help_calls(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """What is due about one of them; None when there is nothing."""
    due = await ask.due_call(session, now)
    found = await ask.locked_call(session, due.office_id, due.id) if due else None
    if found is None:
        return None
    call, of = found
    if call.look_at is None or call.look_at > now:
        return []  # somebody was quicker
    match call.state:
        case HelpState.DRAFT:
            return await _left(session, of, call, now)
        case HelpState.OPEN:
            return await steps.ask_again(session, of, call, now)
        case _:
            call.look_at = None
            return []


async def _left(session: AsyncSession, case: Case, call: HelpCall, now: datetime) -> list[Notice]:
    """Nobody wrote more: it leaves as it is, and words that come later are added."""
    await steps.send(session, case, call, by=None, now=now)
    told = await steps.receipt(session, case, call, "call-sent-by-itself", now)
    client = await session.get_one(Person, call.client_id)
    told = steps.with_guardian(told, client, case, call)
    return [told, *await steps.cards_for(session, case, call, now)]

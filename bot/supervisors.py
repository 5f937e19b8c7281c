"""Supervisors confirm the hours of an officer's clients: others hear of those whom he registers himself."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Line, Notice
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.models import Person

SHOWN = 10
HEAR = (Role.OPERATOR, Role.HEAD)


async def news(session: AsyncSession, by: Person, new: Sequence[Person]) -> list[Notice]:
    """What operators and heads of office read of supervisors whom an officer has registered, or made of
    somebody who was there: one message each, however many they are."""
    if by.role is not Role.OFFICER or not new:
        return []
    lines = [Line("new-supervisor", {"name": one.shown, "code": one.code}) for one in new[:SHOWN]]
    if len(new) > SHOWN:
        lines.append(Line("new-supervisors-more", {"count": len(new) - SHOWN}))
    lines.append(Line("new-supervisors-know"))
    about = {"name": by.shown, "code": by.code}
    readers = [one for role in HEAR for one in await queries.staff(session, by.office_id, role)]
    return [Notice(to=one.id, key="new-supervisors", params=about, lines=tuple(lines)) for one in readers]

"""What a client hears of his answer to a request for fingers, and what his supervisor sees of it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, challenges, lists, receipts
from bot.domain.checkins import Moment
from bot.domain.messages import Inbound, Notice
from bot.handlers.day import own_attendance
from bot.storage.models import Attendance, Person


async def thanked(
    session: AsyncSession, who: Person, attendance: Attendance, *, late: bool, now: datetime
) -> list[Notice]:
    """The photo is kept; nothing else changes. `late`: it could not be fetched yet."""
    ask = await cards.keyboard(session, who, now)
    thanks = Notice(to=who.id, key="photo-not-fetched" if late else "challenge-thanks", ask=ask)
    return [thanks, *await lists.for_supervisors(session, attendance, moment=Moment.FINISH, now=now)]


async def cannot(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak bisa*, for whatever reason: it is enough. A photo that the case itself asks for is still asked
    for."""
    attendance, _ = await own_attendance(session, who, inbound)
    challenge = await challenges.waiting(session, attendance)
    if challenge:
        challenge.cannot_at = now
        await session.flush()
    if attendance.photo_wanted:
        return [receipts.photo_request(who)]
    ask = await cards.keyboard(session, who, now)
    answer = Notice(to=who.id, key="challenge-cannot", ask=ask)
    if challenge is None:
        return [answer]
    seen = await lists.for_supervisors(session, attendance, moment=Moment.FINISH, now=now, quietly=True)
    return [answer, *seen]

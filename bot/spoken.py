"""What a supervisor's card says of voice messages about the work: that there are some, and a button."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Choice, Line
from bot.storage.models import Attendance, Person
from bot.storage.voices import voices_about


@dataclass(frozen=True, slots=True)
class Spoken:
    """Lines and buttons of a card."""

    lines: tuple[Line, ...] = ()
    choices: tuple[Choice, ...] = ()


async def heard_on_card(session: AsyncSession, client: Person, attendance: Attendance) -> Spoken:
    """The newest can be heard; a child's voice never reaches a site (UU 11/2012 Pasal 19)."""
    notes = [] if client.child else await voices_about(session, attendance)
    if not notes:
        return Spoken()
    listen = Choice(f"voice-listen:{notes[-1].id}", "choice-voice-listen")
    return Spoken((Line("card-voice", {"count": len(notes)}),), (listen,))

"""A button or question left on the phone of an officer whose client has moved: who has him now."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.domain.transfers import about_of
from bot.handlers import office_marks
from bot.storage import abouts, leaves, transfers
from bot.storage.models import Person
from bot.storage.office_transfers import came


async def kinder(session: AsyncSession, who: Person, refused: Refused, name: str, now: datetime) -> Refused:
    """Instead of *not yours*: to whom the case went, where this officer has given it away himself, or the one
    for whom he stands in today."""
    if refused.key != "not-yours":
        return refused
    if who.role in (Role.CLIENT, Role.GUARDIAN) and (move := await came(session, who.id, who.office_id)):
        return Refused("office-transfer-old-button", office=move.from_office)
    about = about_of(name) if who.role is Role.OFFICER else None
    case_id = await abouts.case_about(session, who.office_id, *about) if about else None
    if gone := await office_marks.gone_to(session, who, case_id):
        return Refused("office-transfer-moved-on", name=gone[0], office=gone[1])
    if case_id is None:
        return refused
    for officer in (who, *await leaves.away_today(session, who, now)):
        if given := await transfers.left_by(session, officer, 1, now, case_ids=[case_id]):
            return Refused("transfer-moved-on", name=given[0].client.shown, officer=given[0].officer.shown)
    return refused

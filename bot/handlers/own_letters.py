"""The letter at the end of a case, for whom it is about: the client himself, or a child's guardian."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.documents import Asked, DocumentKind, Form
from bot.domain.messages import Inbound, Notice, Refused
from bot.domain.phones import PhoneKind
from bot.reports.papers import can_print
from bot.storage import letters
from bot.storage.models import Case, Person
from bot.storage.phones import DeskPhone, via_of


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/surat`: each letter of his that holds, as it is printed; else when there is one."""
    cases = await letters.own_cases(session, who)
    if not cases:
        raise Refused("letter-own-none")
    if await _at_a_post(session):
        raise Refused("letter-own-on-post")
    keyboard = await cards.keyboard(session, who, now)
    *first, last = [await _letter(session, who, case) for case in cases]
    return [*first, Notice(to=who.id, key=last.key, params=last.params, media=last.media, ask=keyboard)]


async def _at_a_post(session: AsyncSession) -> bool:
    """A letter has a name on it, and stays in the chat of the phone on which it was opened."""
    via = via_of(session)
    return via is not None and (await session.get_one(DeskPhone, via.phone_id)).kind is PhoneKind.POST


async def _letter(session: AsyncSession, who: Person, case: Case) -> Notice:
    letter = await letters.valid_of(session, case)
    params = {"number": letter.number if letter else ""}
    if not can_print():
        return Notice(to=who.id, key="letter-own-cannot-print", params=params)
    media = Asked(DocumentKind.LETTER, case.id).media(Form.PDF, who.id)
    return Notice(to=who.id, key="letter-own", params=params, media=media)

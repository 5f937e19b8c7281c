"""The one-use link that makes a phone a shared one, and the number on the phone that has opened it."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.identity import mark_of
from bot.domain.invitations import Slip
from bot.domain.messages import Awaits, Choice, Notice, OnlyIf, Param, Show, When
from bot.domain.phones import number_shown
from bot.invitations import VALID_FOR, hash_of_code, new_code
from bot.storage import queries
from bot.storage.models import Person
from bot.storage.phones import DeskPhone
from bot.storage.sealing import seal_of
from bot.storage.slips import SlipSheet, sealed

DECOYS = 2
"""Numbers that stand beside the right one."""


async def new_link(session: AsyncSession, who: Person, phone: DeskPhone, now: datetime) -> Notice:
    """A new one-use link, as a picture, to tap and to type. Its short code is all of it: whoever opens it is
    shown nobody before he was let in."""
    code = new_code()
    phone.token_hash, phone.token_ends_at = hash_of_code(code), now + VALID_FOR
    await session.flush()
    office = await queries.office_of(session, who.office_id)
    only = Slip(
        greeting="",
        name=phone.label,
        person="",
        token=code,
        code=code,
        until=phone.token_ends_at,
        zone=office.zone,
        contact=office.contact,
        locale=who.locale,
    )
    sheet = SlipSheet(office_id=office.id, for_id=who.id, people=[], made_at=now)
    sheet.sealed = sealed([only], seal_of(session), office.id)
    session.add(sheet)
    await session.flush()
    params: dict[str, Param] = {
        "phone": phone.label,
        "until": When(phone.token_ends_at, office.zone),
        "link": "",  # filled in when it is carried, as the code: the outbox must not hold them
        "code": "",
    }
    awaits = OnlyIf(Awaits.SLIPS, sheet.id, 0)
    return Notice(to=who.id, key="pos-link", params=params, media=f"invite-qr:{sheet.id}", only_if=awaits)


def number_of(phone: DeskPhone) -> int:
    """The number on the screen of a phone that has opened the link and waits to be let in."""
    return number_shown(phone.token_hash or "", phone.channel or "", phone.external_id or "")


def mark_of_opening(phone: DeskPhone) -> int:
    """Tells which account has opened the link: a card about one that did before is out of date."""
    return mark_of(phone.token_hash or "", phone.channel or "", phone.external_id or "")


def which_number(phone: DeskPhone) -> Notice:
    """Whoever declared the phone picks the number that he reads on it, standing beside."""
    right, mark = number_of(phone), mark_of_opening(phone)
    numbers = sorted(
        {right, *secrets.SystemRandom().sample([n for n in range(10, 100) if n != right], DECOYS)}
    )
    return Notice(
        to=phone.declared_by,
        key="pos-which-number",
        params={"phone": phone.label},
        choices=tuple(
            Choice(f"pos-let-in:{phone.id}:{number}:{mark}", "choice-number", {"number": str(number)})
            for number in numbers
        ),
        card=f"pos-let-in:{phone.id}",
        show=Show.AGAIN,
    )

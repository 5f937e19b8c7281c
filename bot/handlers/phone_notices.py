"""Who is at a shared phone for the first time reads the notice of data use, before anything else of his."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import agreements, turns
from bot.domain.messages import Ask, Inbound, Line, Notice, Param, choice_numbers, choices_from_json
from bot.domain.phones import may_answer
from bot.handlers.newcomers import notice_to
from bot.storage import account_queries, phone_queries, queries, screens
from bot.storage.models import Person
from bot.storage.phones import DeskPhone

AGREE = "phone-agree:"
"""How the button *Setuju* of a notice begins."""
MINUTE = 60
"""Seconds: a button says to the minute when its notice was shown."""


async def show(session: AsyncSession, phone: DeskPhone, person: Person, now: datetime) -> list[Notice]:
    """In his own language, and for whom: on this phone it may have been somebody else's name."""
    turns.speak_before(session, phone, person)
    office = await queries.office_of(session, phone.office_id)
    about = f"{person.id}:{int(now.timestamp()) // MINUTE}"
    return [notice_to(person.id, office, _whose(person), f"{AGREE}{about}", f"phone-disagree:{about}")]


async def first(session: AsyncSession, phone: DeskPhone, inbound: Inbound, now: datetime) -> Notice | None:
    """For who begins to work while the notice of data use waits for him: *Setuju* first, with its buttons as
    they were. None where no notice is the last thing that was asked."""
    last = await screens.last_with_choices(session, inbound.sender)
    choices = choices_from_json(last.content["choices"]) if last else ()
    if not choices or not choices[0].id.startswith(AGREE):
        return None
    person = await reader(session, phone, choices[0].id, now)
    if person is None:
        return None
    turns.speak_before(session, phone, person)
    office = await queries.office_of(session, phone.office_id)
    contact: dict[str, Param] = {"contact": office.contact}
    return Notice(to=person.id, key="press-agree", params=contact, lines=_whose(person), choices=choices)


def _whose(person: Person) -> tuple[Line, ...]:
    return (Line("receipt-whose", {"name": person.shown}),)


async def reader(session: AsyncSession, phone: DeskPhone, button: str, now: datetime) -> Person | None:
    """Who answers the notice that he has just been shown, locked; None for a button of before."""
    person_id, shown = choice_numbers(button, 2)
    person = await phone_queries.user_of(session, phone, person_id)
    if person is None or not may_answer(datetime.fromtimestamp(shown * MINUTE, UTC), now):
        return None
    return await queries.locked_person(session, person.id)


async def agreed(
    session: AsyncSession, phone: DeskPhone, person: Person, sent_at: datetime, now: datetime
) -> None:
    """*Setuju*: kept with version, time, channel and phone."""
    turns.speak_before(session, phone, person)
    await agreements.keep(
        session,
        person,
        phone.channel or "",
        agreed_at=sent_at,
        now=now,
        reason=agreements.ON_A_SHARED_PHONE,
    )


async def declined(session: AsyncSession, phone: DeskPhone, person: Person, now: datetime) -> list[Notice]:
    """*Tidak setuju*: kept, told once to whoever looks after him, and his name leads back."""
    turns.speak_before(session, phone, person)
    office = await queries.office_of(session, phone.office_id)
    contact: dict[str, Param] = {"contact": office.contact}
    answer = Notice(to=person.id, key="phone-declined", params=contact, ask=Ask.PHONE)
    if not await agreements.decline(session, person, phone.channel or "", now):
        return [answer]
    about: dict[str, Param] = {"name": person.shown, "code": person.code, "phone": phone.label}
    keepers = await account_queries.keepers_of(session, person, now)
    return [answer, *(Notice(to=one.id, key="phone-declined-told", params=about) for one in keepers)]

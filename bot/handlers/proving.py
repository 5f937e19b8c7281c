"""A newcomer shows whose phone it is: by its number, by a birth date, or with the officer beside."""

from __future__ import annotations

import secrets
from datetime import datetime
from random import Random

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.days import NoSuchDay, full_day
from bot.domain.identity import WRONG_TRIES, SecondFactor, asks_for_person, same_number
from bot.domain.messages import Ask, Choice, Inbound, Notice, Param, Show
from bot.handlers.joining import join
from bot.handlers.newcomers import Newcomer, hold, in_person, newcomer_at, shows_number
from bot.handlers.strangers import Stranger, unknown
from bot.storage import account_queries
from bot.storage.models import Person

NUMBERS = range(10, 100)
DECOYS = 2
"""Numbers that stand beside the right one on the officer's card."""
AGAIN_AFTER_S = 10 * 60


async def contact(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """A shared contact: the newcomer's own number is compared with the one on file; somebody else's proves
    nothing and costs nothing."""
    newcomer = await _proving(session, inbound, now)
    if newcomer is None or newcomer.factor is not SecondFactor.CONTACT:
        return await unknown(session, who, inbound, now)
    if not inbound.contact_own:
        return [Notice(to=newcomer.address, key="contact-not-own", ask=Ask.CONTACT)]
    if same_number(newcomer.person.phone, inbound.contact_phone):
        return await join(session, newcomer, by=None, now=now)
    return await _wrong(session, newcomer, "contact-not-on-file", now)


async def words(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """Words of a stranger: the birth date of a newcomer who was asked for it, or anything else."""
    newcomer = await _proving(session, inbound, now)
    if newcomer is not None and asks_for_person(inbound.text, newcomer.factor):
        return await with_officer(session, who, inbound, now)
    if newcomer is None or newcomer.factor is not SecondFactor.BIRTH_DATE:
        return await unknown(session, who, inbound, now)
    choices = (in_person(newcomer),)
    try:
        day = full_day(inbound.text)
    except NoSuchDay as no:
        return [Notice(to=newcomer.address, key=no.key, params=no.params, choices=choices)]
    if day is None:
        return [Notice(to=newcomer.address, key="birth-date-unreadable", choices=choices)]
    if day == newcomer.person.born_on:
        return await join(session, newcomer, by=None, now=now)
    return await _wrong(session, newcomer, "birth-date-not-on-file", now)


async def with_officer(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """*PK hadir langsung*: a number on this phone, to be picked by whoever looks after the person and stands
    beside. The way in for whoever has neither number nor date. Asked again, the number stays, and the card
    comes again to whoever it is by now."""
    newcomer = await _proving(session, inbound, now)
    if newcomer is None:
        return await unknown(session, who, inbound, now)
    keepers = await account_queries.keepers_of(session, newcomer.person, now)
    if not keepers:
        contact: dict[str, Param] = {"contact": newcomer.office.contact}
        return [Notice(to=newcomer.address, key="nobody-to-vouch", params=contact)]
    if not newcomer.invitation.shown_number:
        newcomer.invitation.shown_number = secrets.choice(NUMBERS)
    return [shows_number(newcomer), *(vouch_card(one, newcomer, now) for one in keepers)]


def _with_decoys(newcomer: Newcomer) -> list[int]:
    """The number shown among others, which are the same each time: two cards must not tell which it is."""
    shown = newcomer.invitation.shown_number
    others = [number for number in NUMBERS if number != shown]
    chance = Random(f"{newcomer.invitation.token_hash}:{shown}")  # noqa: S311  (the number itself is secret)
    return sorted([*chance.sample(others, DECOYS), shown])


def vouch_card(keeper: Person, newcomer: Newcomer, now: datetime) -> Notice:
    """Which number does the phone show? Once in ten minutes, however often it is asked for."""
    about, person = newcomer.invitation.id, newcomer.person
    return Notice(
        to=keeper.id,
        key="vouch-which-number",
        params={"name": person.shown, "code": person.code},
        choices=tuple(
            Choice(f"vouch:{about}:{number}:{newcomer.mark}", "choice-number", {"number": str(number)})
            for number in _with_decoys(newcomer)
        ),
        card=f"vouch:{about}",
        show=Show.AGAIN,
        once=f"vouch:{about}:{newcomer.mark}:{keeper.id}:{int(now.timestamp()) // AGAIN_AFTER_S}",
    )


async def _proving(session: AsyncSession, inbound: Inbound, now: datetime) -> Newcomer | None:
    """A newcomer who has agreed and whose proof is awaited; None also where the link is locked."""
    newcomer = await newcomer_at(session, inbound.sender, now)
    if newcomer is None or newcomer.invitation.agreed_at is None or newcomer.invitation.locked_at is not None:
        return None
    return newcomer


async def _wrong(session: AsyncSession, newcomer: Newcomer, key: str, now: datetime) -> list[Notice]:
    """One try less; after the last the link is locked until somebody of the office has looked."""
    invitation = newcomer.invitation
    invitation.wrong_tries += 1
    if invitation.wrong_tries < WRONG_TRIES:
        by_contact = newcomer.factor is SecondFactor.CONTACT
        return [
            Notice(
                to=newcomer.address,
                key=key,
                params={
                    "left": WRONG_TRIES - invitation.wrong_tries,
                    "contact": newcomer.office.contact,
                },
                ask=Ask.CONTACT if by_contact else None,
                choices=() if by_contact else (in_person(newcomer),),
            )
        ]
    return await hold(session, newcomer, now)

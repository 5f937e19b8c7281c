"""A newcomer on the way in: which invitation an address has opened, and what is still missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.consents import NOTICE_VERSION
from bot.domain.identity import SecondFactor, factor_for, mark_of
from bot.domain.messages import Address, Ask, Choice, Guide, Line, Notice
from bot.domain.people import Role
from bot.storage import account_queries
from bot.storage.models import Invitation, Office, Person


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An address that has opened an invitation, and whose it is."""

    address: Address
    invitation: Invitation
    person: Person
    office: Office

    @property
    def mark(self) -> int:
        """Of the request for somebody to vouch that is open now."""
        return mark_of(self.invitation.token_hash, str(self.invitation.shown_number))

    @property
    def factor(self) -> SecondFactor:
        """What proves that the phone is in the right hands."""
        wish = SecondFactor(self.office.second_factor)
        return factor_for(wish, phone=self.person.phone, born_on=self.person.born_on)


async def newcomer_at(session: AsyncSession, address: Address, now: datetime) -> Newcomer | None:
    """Who is about to join with this address, or None where nothing was opened or its time is over."""
    found = await account_queries.opened_by(session, address)
    if found is None or (found[0].expires_at <= now and found[0].locked_at is None):
        return None
    return Newcomer(address, *found)


async def notice_of_data_use(session: AsyncSession, newcomer: Newcomer) -> Notice:
    """What is kept, why, how long, and whom to ask (UU 27/2022 Pasal 21); a guardian reads it for a child."""
    office, person = newcomer.office, newcomer.person
    wards = await account_queries.wards_of(session, person) if person.role is Role.GUARDIAN else ()
    lines = tuple(Line("notice-for-child", {"code": child.code}) for child in wards)
    about = newcomer.invitation.id
    return notice_to(newcomer.address, office, lines, f"agree:{about}", f"disagree:{about}")


def notice_to(
    reader: Address | int, office: Office, lines: tuple[Line, ...], agree: str, disagree: str
) -> Notice:
    """The notice of an office, with a yes and a no under it."""
    return Notice(
        to=reader,
        key="notice-of-data-use",
        params={
            "office": office.name,
            "contact": office.contact,
            "version": NOTICE_VERSION,
            "days": office.keep_photos_days,
        },
        lines=lines,
        choices=(Choice(agree, "choice-agree"), Choice(disagree, "choice-disagree")),
    )


def still_missing(newcomer: Newcomer) -> Notice:
    """The one step that comes next for a newcomer who did something else."""
    invitation, contact = newcomer.invitation, {"contact": newcomer.office.contact}
    to = newcomer.address
    if invitation.locked_at is not None:
        return Notice(to=to, key="invitation-locked", params=contact)
    if invitation.agreed_at is None:
        choice = Choice(f"agree:{invitation.id}", "choice-agree")
        return Notice(to=to, key="press-agree", params=contact, choices=(choice,))
    if invitation.shown_number:
        return shows_number(newcomer)
    match newcomer.factor:
        case SecondFactor.CONTACT:
            return Notice(to=to, key="prove-contact", params=contact, ask=Ask.CONTACT)
        case SecondFactor.BIRTH_DATE:
            return Notice(to=to, key="prove-birth-date", params=contact, choices=(in_person(newcomer),))
        case SecondFactor.IN_PERSON:
            return Notice(to=to, key="prove-in-person", params=contact, choices=(in_person(newcomer),))


async def hold(session: AsyncSession, newcomer: Newcomer, now: datetime) -> list[Notice]:
    """After too many wrong tries of any kind: the link is locked until somebody of the office has looked."""
    invitation, person = newcomer.invitation, newcomer.person
    invitation.locked_at, invitation.shown_number = now, 0
    keepers = await account_queries.keepers_of(session, person, now)
    return [still_missing(newcomer), *(locked(invitation, person, one.id) for one in keepers)]


def locked(invitation: Invitation, person: Person, to: int | Guide) -> Notice:
    """The card of whoever looks after the person: only somebody of the office opens the lock."""
    return Notice(
        to=to,
        key="enrolment-locked",
        params={"name": person.shown, "code": person.code},
        choices=(Choice(f"unlock:{invitation.id}", "choice-unlock"),),
        card=f"unlock:{invitation.id}",
    )


def in_person(newcomer: Newcomer) -> Choice:
    """The button for whoever has no number or date that fits, and has the officer beside him."""
    return Choice(f"langsung:{newcomer.invitation.id}", "choice-in-person")


def shows_number(newcomer: Newcomer) -> Notice:
    """The number that the officer, standing beside, picks on his own phone."""
    return Notice(
        to=newcomer.address,
        key="shows-number",
        params={
            "number": str(newcomer.invitation.shown_number),
            "contact": newcomer.office.contact,
        },
    )

"""What anybody can ask: own data, a human; and one helpful answer to everything else."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, receipts
from bot.domain.messages import Ask, Choice, Inbound, Kind, Line, Notice, Param, Word
from bot.domain.people import Role
from bot.handlers.newcomers import newcomer_at
from bot.handlers.strangers import Stranger, unknown
from bot.storage import queries
from bot.storage.models import Office, Person


async def own_data(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/data`: what is kept about the person, and whom to ask about it."""
    office = await queries.office_of(session, who.office_id)
    params: dict[str, Param] = {
        "name": cards.greeting(who)["name"],
        "role": Word(f"role-{Role(who.role).value}"),
        "phone": who.phone or "–",
        "office": office.name,
        "contact": office.contact,
    }
    return [Notice(to=who.id, key="own-data", params=params, ask=await cards.keyboard(session, who, now))]


async def human(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """`/bantuan`: how to reach a human, and what can be said here."""
    if isinstance(who, Stranger):
        return await _for_newcomer(session, who, inbound, now)
    office = await queries.office_of(session, who.office_id)
    role = Role(who.role)
    known = role in cards.WITH_WORDS_OF_THEIR_OWN
    ask = await cards.keyboard(session, who, now)
    line = Line(f"help-{role.value}" if known else "help-others")
    if ask is Ask.REPORT:
        line = Line("help-client-report")
    if role is Role.CLIENT:
        return [_for_client(who, office, line)]
    write = (Choice("message-begin", "choice-message-begin"),) if role is Role.GUARDIAN else ()
    contact: dict[str, Param] = {"contact": office.contact}
    return [
        Notice(
            to=who.id, key="help", params=contact, lines=(line,), choices=write, ask=None if write else ask
        )
    ]


def _for_client(who: Person, office: Office, line: Line) -> Notice:
    """A client can call for help here, at any hour, or write to his officer."""
    choices = (Choice("help-call", "choice-help-call"), Choice("message-begin", "choice-message-begin"))
    return Notice(to=who.id, key="help", params={"contact": office.contact}, lines=(line,), choices=choices)


async def _for_newcomer(
    session: AsyncSession, who: Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """Whoever is on the way in reads whom to ask, and then the step that comes next; one who is locked out
    reads both in one message."""
    step = await unknown(session, who, inbound, now)
    newcomer = await newcomer_at(session, inbound.sender, now)
    if newcomer is None or newcomer.invitation.locked_at is not None:
        return step
    contact = newcomer.office.contact
    return [Notice(to=newcomer.address, key="newcomer-help", params={"contact": contact}), *step]


async def file(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A file that is no photo (PDF, SVG, video): what to send instead."""
    ask = await cards.keyboard(session, who, now)
    if who.role is Role.CLIENT:
        return [Notice(to=who.id, key="file-not-read", lines=(receipts.photo_manners(who),), ask=ask)]
    office = await queries.office_of(session, who.office_id)
    key = "file-not-read-supervisor" if who.role is Role.SUPERVISOR else "file-not-read-others"
    return [Notice(to=who.id, key=key, params={"contact": office.contact}, ask=ask)]


async def fallback(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Whatever else comes: say what can be done now."""
    ask = await cards.keyboard(session, who, now)
    words = ask
    if ask is Ask.START and not await queries.expected(session, who, now):
        words = Ask.RESTING
    return [Notice(to=who.id, key=f"not-understood-{words.value}", params=cards.greeting(who), ask=ask)]


async def not_for_you(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A command or button of another role: nothing is shown, and what is possible is said."""
    if inbound.kind is Kind.PHOTO:
        return await file(session, who, inbound, now)
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="not-for-you", ask=ask)]

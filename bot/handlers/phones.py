"""A shared phone asks who uses it; then it is his, until somebody else comes or he was the wrong one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import agreements, cards, regrets, turns
from bot.domain import short_codes, site_codes
from bot.domain.messages import Ask, Choice, Inbound, Kind, Line, Notice, Refused, choice_numbers
from bot.domain.phones import REGRET, HowEnded, PhoneKind, may_undo, plain_code, shows_names
from bot.handlers import phone_cards, phone_links, phone_notices
from bot.handlers.strangers import Stranger
from bot.invitations import hash_of_code
from bot.storage import account_queries, guesses, phone_queries, queries
from bot.storage.models import Person
from bot.storage.outages import unheard
from bot.storage.phones import DeskPhone, PhoneTurn, via_of


async def bound(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice] | None:
    """The link of a shared phone, opened or typed as its short code: a link can be forwarded, so nobody is
    shown before whoever declared it has seen the phone and picked the number on it (`posts.let_in`). Whoever
    opened the link last is asked about. None where it is another link, or too many codes were guessed.
    Raises Refused on somebody's own phone: an account is one or the other."""
    code = short_codes.read(inbound.text)
    if code is None or await guesses.closed_until(session, inbound.sender, now):
        return None
    phone = await phone_queries.phone_with_code(session, hash_of_code(code))
    if phone is None:
        return None
    if isinstance(who, Person):
        raise Refused("phone-link-personal", phone=phone.label)
    if phone.token_ends_at is None or phone.token_ends_at <= now:
        raise Refused("invitation-expired")
    phone.channel, phone.external_id = inbound.sender.channel, inbound.sender.id
    return [_shows_number(phone), phone_links.which_number(phone)]


def _shows_number(phone: DeskPhone) -> Notice:
    return Notice(
        to=turns.address_of(phone),
        key="phone-shows-number",
        params={"number": str(phone_links.number_of(phone)), "phone": phone.label},
    )


async def nobody(session: AsyncSession, phone: DeskPhone, inbound: Inbound, now: datetime) -> list[Notice]:
    """Whatever comes while nobody's name is chosen: first of all, who is it?"""
    match inbound.kind:
        case Kind.BLOCKED if phone.bound_at is not None:
            return [phone_cards.gone(phone, now)]
        case Kind.BLOCKED | Kind.UNBLOCKED | Kind.LIVE | Kind.EDITED:
            return []
        case _ if phone.bound_at is None:
            return [_shows_number(phone)]
        case Kind.CHOICE if inbound.text.startswith("phone-user:"):
            return await _chosen_from_list(session, phone, inbound, now)
        case Kind.CHOICE if inbound.text.startswith("phone-agree:"):
            return await _agreed(session, phone, inbound, now)
        case Kind.CHOICE if inbound.text.startswith("phone-disagree:"):
            return await _declined(session, phone, inbound, now)
        case Kind.CHOICE if inbound.text.startswith("phone-wrong:"):
            return await _regret(session, phone, choice_numbers(inbound.text, 1)[0], inbound, now)
        case Kind.COMMAND if inbound.command in ("bantuan", "stop", "salahnomor"):
            office = await queries.office_of(session, phone.office_id)
            params = {"contact": office.contact}
            unwanted = [phone_cards.unwanted(phone, now)] if inbound.command != "bantuan" else []
            return [Notice(to=inbound.sender, key="phone-help", params=params, ask=Ask.PHONE), *unwanted]
        case Kind.COMMAND if inbound.command == "start" and site_codes.read_link(inbound.text):
            first_who = Notice(to=inbound.sender, key="site-code-who-first", ask=Ask.PHONE)
            return [first_who, *await phone_cards.ask_who(session, phone)]
        case Kind.TEXT if inbound.text.strip():
            return await _chosen_in_words(session, phone, inbound, now)
        case Kind.LOCATION | Kind.PHOTO | Kind.FILE if first := await phone_notices.first(
            session, phone, inbound, now
        ):
            return [first]
        case _:
            return [*await _ended_idle(session, phone, inbound), *await phone_cards.ask_who(session, phone)]


async def change(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/ganti-orang`: the turn is over."""
    phone, turn = await _here(session, inbound, "phone-your-own")
    await turns.end(session, phone, turn, HowEnded.LEFT, now)
    done = Notice(to=inbound.sender, key="phone-left", ask=Ask.PHONE)
    return [done, *await phone_cards.ask_who(session, phone)]


async def wrong(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Salah orang*: what was done under this name is undone, for ten minutes, also in a turn before."""
    phone, _ = await _here(session, inbound, "choice-unknown")
    return await _regret(session, phone, choice_numbers(inbound.text, 1)[0], inbound, now)


async def chosen_before(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A name on an older list, or *Setuju* once more: it is this person's turn already, or somebody else must
    end his first."""
    _, turn = await _here(session, inbound, "choice-unknown")
    if choice_numbers(inbound.text, 1)[0] != who.id:
        raise Refused("phone-in-use")
    return await _greeting(session, who, turn, now)


async def disagree(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak setuju* after all, under the notice that he agreed to: his turn is over."""
    phone, turn = await _here(session, inbound, "choice-unknown")
    if choice_numbers(inbound.text, 1)[0] != who.id:
        raise Refused("phone-in-use")
    await turns.end(session, phone, turn, HowEnded.LEFT, now)
    return await phone_notices.declined(session, phone, who, now)


async def _here(session: AsyncSession, inbound: Inbound, refusal: str) -> tuple[DeskPhone, PhoneTurn]:
    """The shared phone that this message came from. Raises Refused for a phone of one's own."""
    phone = await phone_queries.phone_at(session, inbound.sender) if via_of(session) else None
    turn = await phone_queries.current_turn(session, phone) if phone else None
    if phone is None or turn is None:
        raise Refused(refusal)
    return phone, turn


async def _regret(
    session: AsyncSession, phone: DeskPhone, turn_id: int, inbound: Inbound, now: datetime
) -> list[Notice]:
    turn = await phone_queries.turn_by_id(session, phone, turn_id)
    if turn is None:
        raise Refused("choice-unknown")
    if turn.how is HowEnded.WRONG_PERSON:
        return await phone_cards.ask_who(session, phone)
    current = await phone_queries.current_turn(session, phone)
    if current is not None and current.id != turn.id:
        raise Refused("phone-in-use")
    if not may_undo(turn.began_at, now - await unheard(session, turn.began_at, now)):
        office = await queries.office_of(session, phone.office_id)
        raise Refused("phone-wrong-too-late", contact=office.contact)
    lines: list[Line] = []
    told: list[Notice] = []
    for one in await phone_queries.turns_since(session, phone, turn.person_id, now - REGRET):
        undone, others = await regrets.undo(session, phone, one, now)
        lines, told = lines + undone, told + others
    key = "phone-wrong-undone" if lines else "phone-wrong-nothing"
    said = Notice(to=inbound.sender, key=key, lines=tuple(lines), ask=Ask.PHONE)
    return [said, *await phone_cards.ask_who(session, phone), *told]


async def _ended_idle(session: AsyncSession, phone: DeskPhone, inbound: Inbound) -> list[Notice]:
    """Told once, without saying whose turn it was."""
    turn = await phone_queries.last_turn(session, phone)
    if turn is None or turn.ended_at is None or turn.told:
        return []
    turn.told = True
    key = "phone-idle-wiped" if turn.wiped else "phone-idle"
    return [Notice(to=inbound.sender, key=key, ask=Ask.PHONE)]


async def _chosen_from_list(
    session: AsyncSession, phone: DeskPhone, inbound: Inbound, now: datetime
) -> list[Notice]:
    chosen = await phone_queries.user_of(session, phone, choice_numbers(inbound.text, 1)[0])
    if chosen is None or phone.kind is not PhoneKind.FAMILY:
        raise Refused("phone-code-unknown")
    return await _choose(session, phone, chosen, now)


async def _chosen_in_words(
    session: AsyncSession, phone: DeskPhone, inbound: Inbound, now: datetime
) -> list[Notice]:
    people = await phone_queries.users_of(session, phone)
    said = await queries.code_now(session, phone.office_id, inbound.text)
    chosen = _called(people, said, phone.kind)
    if chosen is not None:
        return await _choose(session, phone, chosen, now)
    told = await _ended_idle(session, phone, inbound)
    looks_like_a_code = len(inbound.text.split()) == 1 and not shows_names(phone.kind, len(people))
    if told or not people or not looks_like_a_code:
        return [*told, *await phone_cards.ask_who(session, phone)]
    raise Refused("phone-code-unknown")


def _called(people: Sequence[Person], text: str, kind: PhoneKind) -> Person | None:
    """By code everywhere, without its hyphen only where that fits nobody else; in a family a grown-up also by
    a name that fits only him."""
    said = text.strip().casefold()
    coded = [one for one in people if one.code.casefold() == said] or [
        one for one in people if plain_code(one.code) == plain_code(said)
    ]
    if len(coded) == 1 or kind is not PhoneKind.FAMILY:
        return coded[0] if len(coded) == 1 else None
    named = [one for one in people if not one.child and said in one.name.casefold()]
    return named[0] if len(named) == 1 else None


async def _choose(session: AsyncSession, phone: DeskPhone, person: Person, now: datetime) -> list[Notice]:
    """His turn begins when he has agreed to the notice of data use; a child's only when a guardian has
    (UU 27/2022 Pasal 25)."""
    chosen = await queries.locked_person(session, person.id)
    if chosen.child and await account_queries.consent_for(session, chosen) is None:
        office = await queries.office_of(session, phone.office_id)
        return [Notice(to=turns.address_of(phone), key="guardian-first", params={"contact": office.contact})]
    before = await phone_queries.last_turn(session, phone)
    if before is not None:
        before.told = True
    if not await agreements.stands(session, chosen):
        return await phone_notices.show(session, phone, chosen, now)
    turn = await turns.begin(session, phone, chosen, now)
    greeted = await _greeting(session, chosen, turn, now)
    return [*greeted, *await turns.news_for(session, chosen, now)]


async def _agreed(session: AsyncSession, phone: DeskPhone, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Setuju* begins his turn; pressed later it may be somebody else, who says first who he is."""
    person = await phone_notices.reader(session, phone, inbound.text, now)
    if person is None or await agreements.stands(session, person):
        return await phone_cards.ask_who(session, phone)
    await phone_notices.agreed(session, phone, person, inbound.sent_at, now)
    return await _choose(session, phone, person, now)


async def _declined(session: AsyncSession, phone: DeskPhone, inbound: Inbound, now: datetime) -> list[Notice]:
    person = await phone_notices.reader(session, phone, inbound.text, now)
    if person is None:
        return await phone_cards.ask_who(session, phone)
    return await phone_notices.declined(session, phone, person, now)


async def _greeting(session: AsyncSession, person: Person, turn: PhoneTurn, now: datetime) -> list[Notice]:
    """With the way back first, and then the keys of this person."""
    ask = await cards.keyboard(session, person, now)
    choice = Choice(f"phone-wrong:{turn.id}", "choice-wrong-person")
    return [
        Notice(to=person.id, key="phone-hello", params=cards.greeting(person), choices=(choice,)),
        Notice(to=person.id, key="phone-go-on", ask=ask),
    ]

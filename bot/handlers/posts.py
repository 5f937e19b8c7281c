"""An officer or operator declares a shared phone (`/pos`): a link binds it, codes say who may use it."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, turns
from bot.domain.answers import in_one
from bot.domain.messages import (
    Ask,
    Choice,
    Inbound,
    Notice,
    Param,
    Refused,
    choice_numbers,
)
from bot.domain.phones import LONGEST_LABEL, HowEnded, PhoneKind, codes_in, label_of
from bot.handlers import phone_cards, phone_links
from bot.storage import phone_queries, queries
from bot.storage.events import append, phone_stream
from bot.storage.models import Person
from bot.storage.phones import DeskPhone, DeskPhoneUser

log = structlog.get_logger()

KINDS = (PhoneKind.POST, PhoneKind.FAMILY)
"""By their number in a button."""
SHOWN = 8
"""Phones with a button in the list."""


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/pos`: the shared phones. `/pos LABEL`: the one of this name, or a new one."""
    label = label_of(inbound.text)
    phones = await phone_queries.phones_for(session, who)
    if label:
        known = next((one for one in phones if one.label.casefold() == label.casefold()), None)
        return (
            [await phone_cards.card(session, who, known)]
            if known
            else await _declare(session, who, label, now)
        )
    if not phones:
        return [Notice(to=who.id, key="pos-none", ask=await cards.keyboard(session, who, now))]
    lines = tuple([await phone_cards.line(session, one) for one in phones])
    choices = tuple(
        Choice(f"pos-open:{one.id}", "choice-name", {"name": one.label}) for one in phones[:SHOWN]
    )
    return [Notice(to=who.id, key="pos-heading", lines=lines, choices=choices)]


async def open_card(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One shared phone: what it is, who may use it, what can be done."""
    phone = await _seen(session, who, choice_numbers(inbound.text, 1)[0])
    return [await phone_cards.card(session, who, phone)]


async def set_kind(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """At a post or in a family: now it is declared, and its link is shown."""
    phone_id, number = choice_numbers(inbound.text, 2)
    phone = await _managed(session, who, phone_id)
    if number >= len(KINDS):
        raise Refused("choice-unknown")
    if phone.token_hash is not None or phone.bound_at is not None:
        return [await phone_cards.card(session, who, phone)]
    phone.kind = KINDS[number]
    await _fact(session, phone, "phone_kind_set", who, now, {"kind": phone.kind.value})
    return [await phone_links.new_link(session, who, phone, now), await _ask_people(session, who, phone, now)]


async def ask_people(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ubah orang*."""
    phone = await _seen(session, who, choice_numbers(inbound.text, 1)[0])
    return [await _ask_people(session, who, phone, now)]


async def people_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """`K-01; K-02; -K-03`: who may use the phone from now on, and who no longer."""
    await queries.forget_question(session, who)
    phone = await _seen(session, who, about)
    added, taken = codes_in(inbound.text)
    refused = [code for code in added if not await _add(session, who, phone, code, now)]
    refused += [code for code in taken if not await _take(session, who, phone, code, now)]
    card = await phone_cards.card(session, who, phone)
    if not refused:
        return [card]
    codes = {"codes": ", ".join(code[:20] for code in refused[:10])}
    return [card, Notice(to=who.id, key="pos-codes-refused", params=codes)]


async def ask_name(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ganti nama*."""
    phone = await _managed(session, who, choice_numbers(inbound.text, 1)[0])
    await queries.ask_for_words(session, who, "pos-name", phone.id, now)
    return [Notice(to=who.id, key="pos-ask-name", params={"phone": phone.label})]


async def name_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The new name; what was written before keeps the old one."""
    await queries.forget_question(session, who)
    phone = await _managed(session, who, about)
    before, phone.label = phone.label, in_one(label_of(inbound.text), LONGEST_LABEL) or phone.label
    await _fact(session, phone, "phone_renamed", who, now, {"label": phone.label, "before": before})
    return [await phone_cards.card(session, who, phone)]


async def new_link(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tautan baru*, while no account is bound; the earlier one ends."""
    phone = await _managed(session, who, choice_numbers(inbound.text, 1)[0])
    if phone.bound_at is not None:
        return [await phone_cards.card(session, who, phone)]
    return [await phone_links.new_link(session, who, phone, now)]


async def let_in(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The number on the phone in front of him: the right one binds the account that has opened the link;
    after a wrong one the link must be opened again. A card about an earlier opening is no answer."""
    phone_id, number, mark = choice_numbers(inbound.text, 3)
    phone = await _managed(session, who, phone_id)
    if phone.bound_at is not None:
        return [await phone_cards.card(session, who, phone)]
    if phone.external_id is None or phone.token_ends_at is None or phone.token_ends_at <= now:
        raise Refused("pos-number-over", phone=phone.label)
    label: dict[str, Param] = {"phone": phone.label}
    there = turns.address_of(phone)
    if mark != phone_links.mark_of_opening(phone):
        raise Refused("pos-number-older", phone=phone.label)
    if number != phone_links.number_of(phone):
        phone.channel, phone.external_id = None, None
        wrong = Notice(to=there, key="phone-open-again")
        return [Notice(to=who.id, key="pos-number-wrong", params=label), wrong]
    phone.bound_at, phone.token_hash, phone.token_ends_at = now, None, None
    await _fact(session, phone, "phone_bound", who, now, {"channel": phone.channel or ""})
    ready = Notice(to=there, key="phone-ready", params=label, ask=Ask.PHONE, menu=True)
    done = Notice(to=who.id, key="pos-bound", params=label)
    return [done, ready, *await phone_cards.ask_who(session, phone)]


async def end(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Akhiri*, and once more to be sure: the account is nobody's; what was written from it stays."""
    phone_id, sure = choice_numbers(inbound.text, 2)
    phone = await _managed(session, who, phone_id)
    label: dict[str, Param] = {"phone": phone.label}
    if not sure:
        choice = Choice(f"pos-end:{phone.id}:1", "choice-pos-end")
        return [Notice(to=who.id, key="pos-end-sure", params=label, choices=(choice,))]
    if turn := await phone_queries.current_turn(session, phone):
        await turns.end(session, phone, turn, HowEnded.TAKEN_OFF, now)
    there = [Notice(to=turns.address_of(phone), key="phone-ended")] if phone.external_id else []
    phone.ended_at, phone.channel, phone.external_id, phone.token_hash = now, None, None, None
    await _fact(session, phone, "phone_ended", who, now, {"label": phone.label})
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="pos-ended", params=label, ask=ask), *there]


async def _declare(session: AsyncSession, who: Person, label: str, now: datetime) -> list[Notice]:
    phone = DeskPhone(
        office_id=who.office_id,
        label=in_one(label, LONGEST_LABEL),
        kind=PhoneKind.POST,
        declared_by=who.id,
        declared_at=now,
    )
    session.add(phone)
    await session.flush()
    await _fact(session, phone, "phone_declared", who, now, {"label": phone.label})
    choices = tuple(
        Choice(f"pos-kind:{phone.id}:{number}", f"choice-pos-{kind.value}")
        for number, kind in enumerate(KINDS)
    )
    return [Notice(to=who.id, key="pos-ask-kind", params={"phone": phone.label}, choices=choices)]


async def _ask_people(session: AsyncSession, who: Person, phone: DeskPhone, now: datetime) -> Notice:
    await queries.ask_for_words(session, who, "pos-people", phone.id, now)
    return Notice(to=who.id, key="pos-ask-people", params={"phone": phone.label})


async def _add(session: AsyncSession, who: Person, phone: DeskPhone, code: str, now: datetime) -> bool:
    """Whether this client may be added; one who is there already counts as added."""
    person = await phone_queries.may_add(session, who, code, now)
    if person is None:
        return False
    if await phone_queries.user_row(session, phone, person.id) is None:
        row = DeskPhoneUser(
            office_id=phone.office_id, phone_id=phone.id, person_id=person.id, added_by=who.id, added_at=now
        )
        session.add(row)
        await _fact(session, phone, "phone_person_added", who, now, {"person": person.id})
    return True


async def _take(session: AsyncSession, who: Person, phone: DeskPhone, code: str, now: datetime) -> bool:
    """Whether this client could be taken off; his turn ends with it."""
    person = await phone_queries.may_add(session, who, code, now)
    row = await phone_queries.user_row(session, phone, person.id) if person else None
    if person is None or row is None:
        return False
    turn = await phone_queries.current_turn(session, phone)
    if turn is not None and turn.person_id == person.id:
        await turns.end(session, phone, turn, HowEnded.TAKEN_OFF, now)
    await session.delete(row)
    await _fact(session, phone, "phone_person_taken_off", who, now, {"person": person.id})
    return True


async def _seen(session: AsyncSession, who: Person, phone_id: int) -> DeskPhone:
    """A shared phone that this person may see, locked. Raises Refused for any other."""
    phone = await phone_queries.locked_phone(session, who.office_id, phone_id)
    if phone is None or phone.id not in {one.id for one in await phone_queries.phones_for(session, who)}:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return phone


async def _managed(session: AsyncSession, who: Person, phone_id: int) -> DeskPhone:
    """One that he has declared himself; an operator: any of his office. Raises Refused."""
    phone = await _seen(session, who, phone_id)
    if not phone_cards.manages(who, phone):
        raise Refused("not-yours")
    return phone


async def _fact(
    session: AsyncSession, phone: DeskPhone, kind: str, who: Person, now: datetime, payload: dict[str, object]
) -> None:
    await append(
        session,
        office_id=phone.office_id,
        stream=phone_stream(phone.id),
        kind=kind,
        actor_id=who.id,
        payload=payload,
        happened_at=now,
        now=now,
    )

"""`/pindah`: a client, or all of an officer's, to another officer of the office, who agrees first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import transfers as steps
from bot.domain.answers import in_one
from bot.domain.messages import Choice, Inbound, Notice, Refused, choice_numbers
from bot.domain.people import Role
from bot.domain.transfers import ALL, LONGEST_REASON
from bot.handlers import office_transfer_cards, transfer_cards, waiting_cards
from bot.handlers.transfer_subjects import EVERYBODY, not_yours, own_draft, subject
from bot.storage import office_transfers, queries, transfers
from bot.storage.models import Person
from bot.storage.transfers import Transfer

SHOWN = 8
"""Clients or colleagues with a button; the others by code or name."""


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/pindah`, with as much behind it as somebody likes: `/pindah K-01 PK-02 tugas belajar`."""
    words = inbound.text.split()
    if not words:
        offers = await transfer_cards.known(session, who, SHOWN)
        offers += await office_transfer_cards.known(session, who, SHOWN)
        return [*offers, await _ask_client(session, who, now)]
    named, to, reason = await _parts(session, who, words)
    about = await _subject_called(session, who, named)
    if isinstance(about, Notice):
        return [about]
    officer, client = about
    if to is None:
        return [await _ask_to(session, who, officer, client, now)]
    transfer = await steps.draft(session, officer, client, to, by=who, reason=reason, now=now)
    return [await _next(session, who, transfer, now)]


async def client_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Which client: a code or name; what is behind it is read as after the command."""
    await queries.forget_question(session, who)
    return await begin(session, who, inbound, now)


async def client_by_choice(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    """Which client, from the buttons."""
    officer, client = await subject(session, who, *choice_numbers(inbound.text, 2))
    return [await _ask_to(session, who, officer, client, now)]


async def to_by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """To which officer, from the buttons."""
    client_id, officer_id, to_id = choice_numbers(inbound.text, 3)
    officer, client = await subject(session, who, client_id, officer_id)
    to = await queries.person_now(session, to_id)
    if to is None:
        raise not_yours(who)
    transfer = await steps.draft(session, officer, client, to, by=who, reason="", now=now)
    return [await _next(session, who, transfer, now)]


async def to_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """To which officer, by code or name."""
    question = await queries.question_to(session, who)
    officer, client = await subject(session, who, about, question.step if question else 0)
    wanted = (await queries.code_now(session, who.office_id, inbound.text)).strip().casefold()
    people = await steps.colleagues(session, officer, now)
    found = [one for one in people if one.code.casefold() == wanted] or [
        one for one in people if wanted in one.name.casefold()
    ]
    if len(found) != 1:
        raise Refused("transfer-nobody-called", text=inbound.text.strip()[:40])
    transfer = await steps.draft(session, officer, client, found[0], by=who, reason="", now=now)
    return [await _next(session, who, transfer, now)]


async def change_reason(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ubah alasan*: only this is asked again."""
    transfer = await _transfer(session, who, choice_numbers(inbound.text, 1)[0])
    return [await _ask_reason(session, who, own_draft(who, transfer), now)]


async def reason_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Why: the answers are shown once more."""
    transfer = own_draft(who, await _transfer(session, who, about))
    transfer.reason = in_one(inbound.text.strip(), LONGEST_REASON)
    return [await _next(session, who, transfer, now)]


async def send(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Kirim*: the receiver is asked."""
    transfer = await _transfer(session, who, choice_numbers(inbound.text, 1)[0])
    await steps.send(session, transfer, by=who, now=now)
    return await transfer_cards.sent(session, transfer, who)


async def withdraw(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batalkan*, as long as nobody has answered."""
    transfer = await _transfer(session, who, choice_numbers(inbound.text, 1)[0])
    asked = await steps.withdraw(session, transfer, by=who, now=now)
    return await transfer_cards.withdrawn(session, transfer, who, asked=asked)


async def accept(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Terima*: from now on they are his."""
    transfer = await _transfer(session, who, choice_numbers(inbound.text, 1)[0])
    cases = await steps.accept(session, transfer, by=who, now=now)
    if not cases:
        return await transfer_cards.fell(transfer, who)
    former = await session.get_one(Person, transfer.officer_id)
    clients = {case.client_id for case in cases}
    offers = await office_transfers.offers_of(session, who.office_id, who.id, transfer.client_id)
    waiting = await waiting_cards.anew(session, cases, former, now)
    await steps.overtaken(session, who, [one.card for one in waiting if one.card])
    waiting += [office_transfer_cards.waits(one, who) for one in offers if one.client_id in clients]
    return await transfer_cards.accepted(session, transfer, who, cases, waiting, now)


async def decline(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak bisa*: no reason is asked for."""
    transfer = await _transfer(session, who, choice_numbers(inbound.text, 1)[0])
    await steps.decline(session, transfer, by=who, now=now)
    return await transfer_cards.declined(session, transfer, who)


async def _parts(session: AsyncSession, who: Person, words: list[str]) -> tuple[str, Person | None, str]:
    """Who is meant, to whom, and why. The receiver is the first officer's code behind the first word."""
    for number, word in enumerate(words[1:], start=1):
        found = await queries.person_by_code(session, who.office_id, word)
        if found is not None and found.role is Role.OFFICER:
            rest = words[number + 1 :]
            if rest and rest[0].casefold() == ALL:
                rest = rest[1:]
            return " ".join(words[:number]), found, in_one(" ".join(rest), LONGEST_REASON)
    named = words[:-1] if len(words) > 1 and words[-1].casefold() == ALL else words
    return " ".join(named), None, ""


async def _subject_called(
    session: AsyncSession, who: Person, text: str
) -> tuple[Person, Person | None] | Notice:
    """An officer by his code (all of his clients), or a client by code or name; several: buttons."""
    officer = await queries.person_by_code(session, who.office_id, text)
    if officer is not None and officer.role is Role.OFFICER:
        return await subject(session, who, EVERYBODY, officer.id)
    found = await transfers.clients_called(session, who, text, SHOWN + 1)
    if not found:
        raise Refused("transfer-client-unknown", text=text[:40])
    if len(found) == 1:
        client, officer_id = found[0]
        return await session.get_one(Person, officer_id), client
    choices = _clients(found)
    return Notice(to=who.id, key="transfer-which", params={"count": len(choices)}, choices=choices)


async def _ask_client(session: AsyncSession, who: Person, now: datetime) -> Notice:
    await queries.ask_for_words(session, who, "transfer-client", 0, now)
    if who.role is Role.HEAD:
        return Notice(to=who.id, key="transfer-ask-whom")
    found = await transfers.clients_called(session, who, "", SHOWN)
    return Notice(to=who.id, key="transfer-ask-client", choices=_clients(found))


def _clients(found: Sequence[tuple[Person, int]]) -> tuple[Choice, ...]:
    return tuple(
        Choice(f"transfer-client:{client.id}:{officer}", "choice-name", {"name": client.shown})
        for client, officer in found[:SHOWN]
    )


async def _ask_to(
    session: AsyncSession, who: Person, officer: Person, client: Person | None, now: datetime
) -> Notice:
    client_id = client.id if client else EVERYBODY
    await queries.ask_for_words(session, who, "transfer-to", client_id, now, officer.id)
    about = f"transfer-to:{client_id}:{officer.id}"
    people = await steps.colleagues(session, officer, now)
    choices = tuple(Choice(f"{about}:{one.id}", "choice-name", {"name": one.shown}) for one in people[:SHOWN])
    if client and await office_transfers.other_offices(session, who.office_id):
        choices += (Choice(f"office-transfer:{client.id}:{officer.id}", "choice-office-transfer"),)
    count = await transfers.count_clients(session, who.office_id, officer.id)
    key = "transfer-ask-to" if client else "transfer-all-ask-to"
    name = client.shown if client else officer.shown
    return Notice(to=who.id, key=key, params={"name": name, "count": count}, choices=choices)


async def _next(session: AsyncSession, who: Person, transfer: Transfer, now: datetime) -> Notice:
    """The reason where it is missing, else the answers once more."""
    if not transfer.reason:
        return await _ask_reason(session, who, transfer, now)
    await queries.forget_question(session, who)
    return await transfer_cards.check(session, transfer, who)


async def _ask_reason(session: AsyncSession, who: Person, transfer: Transfer, now: datetime) -> Notice:
    await queries.ask_for_words(session, who, "transfer-reason", transfer.id, now)
    return Notice(to=who.id, key="transfer-ask-reason")


async def _transfer(session: AsyncSession, who: Person, transfer_id: int) -> Transfer:
    found = await transfers.transfer_by_id(session, who.office_id, transfer_id)
    if found is None:
        raise not_yours(who)
    return found

"""Every message and every tick comes in here: one transaction, then the post."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, handlers, languages, turns, typed
from bot.courier import Courier
from bot.domain.identity import Gone
from bot.domain.messages import Address, Inbound, Kind, Notice, Refused, Show
from bot.domain.people import STAFF, Role
from bot.domain.phones import HowEnded
from bot.domain.uploads import UPLOADERS
from bot.handlers import leaving
from bot.handlers.strangers import Stranger
from bot.outbox import OutboxWriter
from bot.storage import phone_queries, queries
from bot.storage.database import Database
from bot.storage.models import Person
from bot.storage.phones import DeskPhone, via_of
from bot.storage.post import InboxState
from bot.storage.sealing import Seal
from bot.storage.uploads import role_at
from bot.wording import Wording

log = structlog.get_logger()

Chore = Callable[[AsyncSession, datetime], Awaitable[list[Notice] | None]]
"""What the clock does to a batch of due rows; None when nothing was due."""


class Desk:
    """Opens the transaction, lets a handler or a chore answer, hands the notices to the outbox, commits,
    and only then calls the couriers."""

    def __init__(
        self,
        database: Database,
        wording: Wording,
        outbox: OutboxWriter,
        couriers: list[Courier],
        seal: Seal,
    ) -> None:
        self._database = database
        self._wording = wording
        self._outbox = outbox
        self._couriers = couriers
        self._seal = seal
        self._languages = wording.texts.own_names()

    async def hear(self, row_id: int, inbound: Inbound) -> str | None:
        """Answer one message and mark its inbox row as done. Returns what to say to a tap that only changed
        something on the screen, or ''. None, and nothing is done, when it is not its turn: a row done before,
        or one of a sender whose older message still waits."""
        async with self._database.transaction() as session:
            row = await queries.next_in_lane(session, row_id)
            if row is None:
                return None
            self._seal.lend(session)
            languages.lend(session, self._languages)
            who = await self._who(session, inbound)
            notices = await self._answer(session, who, inbound)
            locale = _locale(who)
            via = via_of(session)
            await self._outbox.take(
                session,
                notices,
                now=inbound.received_at,
                answering=inbound.sender,
                locale=locale,
                tapped=inbound.tapped,
                speaking=via.person_id if via else None,
            )
            row.state, row.raw = InboxState.DONE, ""
        self._call_couriers()
        return self._toast(who, notices, locale) if inbound.tap else ""

    async def skip(self, row_id: int) -> None:
        """Mark an update that means nothing here as done."""
        async with self._database.transaction() as session:
            if row := await queries.next_in_lane(session, row_id):
                row.state, row.raw = InboxState.DONE, ""

    async def give_up(self, row_id: int, sender: Address | None, problem: str, now: datetime) -> None:
        """Set a message aside that failed again and again: the person gets an answer, staff are told."""
        async with self._database.transaction() as session:
            row = await queries.next_in_lane(session, row_id)
            if row is None:
                return
            row.state, row.problem = InboxState.SET_ASIDE, problem
            if sender is not None:
                person = await queries.person_at(session, sender)
                known = person or await phone_queries.phone_at(session, sender)
                notices = [Notice(to=sender, key="could-not-process")]
                notices += await self._alarms(session, known, row_id)
                locale = person.locale if person else "id"
                await self._outbox.take(session, notices, now=now, answering=sender, locale=locale)
        self._call_couriers()

    async def tick(self, chore: Chore, now: datetime) -> int:
        """Run a chore batch by batch until nothing is due; returns the number of batches."""
        batches = 0
        while await self.do(chore, now):
            batches += 1
        return batches

    async def do(self, deed: Chore, now: datetime) -> bool:
        """One transaction of work that nobody said, and its notices; whether there was anything to do."""
        async with self._database.transaction() as session:
            notices = await deed(session, now)
            if notices is not None:
                await self._outbox.take(session, notices, now=now)
        if notices is not None:
            self._call_couriers()
        return notices is not None

    async def takes_files(self, sender: Address) -> bool:
        """Whether a document of this sender is worth fetching."""
        async with self._database.reading() as session:
            return await role_at(session, sender) in UPLOADERS

    async def _who(self, session: AsyncSession, inbound: Inbound) -> Person | Stranger | DeskPhone:
        account = await queries.account_at(session, inbound.sender)
        if account is not None:
            person, address = account
            if inbound.kind is not Kind.BLOCKED and address.gone_why is not Gone.STOPPED:
                address.comes_back(inbound.received_at)
            if not await queries.has_left(session, person, inbound.received_at):
                return person
        elif (phone := await phone_queries.phone_at(session, inbound.sender)) is not None:
            return await self._at_phone(session, phone, inbound)
        language = inbound.language if inbound.language in self._wording.texts.locales else "id"
        return Stranger(inbound.sender, language)

    async def _at_phone(
        self, session: AsyncSession, phone: DeskPhone, inbound: Inbound
    ) -> Person | DeskPhone:
        """Whose turn it is at a shared phone; the phone itself while it is nobody's. A turn that was idle is
        over before anything is read, whether or not the clock has seen it."""
        phone.gone_at = inbound.received_at if inbound.kind is Kind.BLOCKED else None
        await turns.end_if_idle(session, phone, inbound.received_at)
        turn = await phone_queries.current_turn(session, phone)
        if turn is None or inbound.kind in (Kind.BLOCKED, Kind.UNBLOCKED):
            return phone
        if inbound.kind is Kind.TEXT and await turns.calls_another(session, phone, turn, inbound.text):
            await turns.end(session, phone, turn, HowEnded.LEFT, inbound.received_at)
            return phone
        person = await queries.locked_person(session, turn.person_id)
        if person.id != turn.person_id:
            await session.refresh(turn)  # he was merged while his row was waited for
        turns.used(turn, inbound.received_at)
        turns.speak(session, phone, turn)
        return person

    async def _answer(
        self, session: AsyncSession, who: Person | Stranger | DeskPhone, inbound: Inbound
    ) -> list[Notice]:
        understood = await typed.understood(session, self._wording, who, inbound, _locale(who))
        if isinstance(who, Person) and await leaving.stopped(session, who, inbound):
            first = await leaving.meet(session, who, understood)
            return (
                leaving.still_stopped(inbound)
                if first is None
                else [*first, *await self._handled(session, who, understood)]
            )
        notices = await self._handled(session, who, understood)
        return _aloud(who, notices) if understood.kind is not inbound.kind else notices

    async def _handled(
        self, session: AsyncSession, who: Person | Stranger | DeskPhone, understood: Inbound
    ) -> list[Notice]:
        try:
            async with session.begin_nested():
                return await handlers.answer(session, who, understood, understood.received_at)
        except Refused as no:
            log.info("refused", entry=handlers.entry(understood), key=no.key)
            if not isinstance(who, Person):
                return [Notice(to=understood.sender, key=no.key, params=no.params)]
            ask = await cards.keyboard(session, who, understood.received_at)
            return [Notice(to=who.id, key=no.key, params=no.params, ask=ask)]

    def _toast(self, who: Person | Stranger | DeskPhone, notices: list[Notice], locale: str) -> str:
        said = [one.toast for one in notices if one.toast and isinstance(who, Person) and one.to == who.id]
        return self._wording.texts.render(said[0].key, said[0].params, locale=locale) if said else ""

    async def _alarms(
        self, session: AsyncSession, known: Person | DeskPhone | None, row_id: int
    ) -> list[Notice]:
        if known is None:
            return []
        people = [
            one
            for role in STAFF - {Role.OFFICER}
            for one in await queries.staff(session, known.office_id, role)
        ]
        return [Notice(to=one.id, key="staff-message-set-aside", params={"row": row_id}) for one in people]

    def _call_couriers(self) -> None:
        for courier in self._couriers:
            courier.wake()


def _aloud(who: Person | Stranger | DeskPhone, notices: list[Notice]) -> list[Notice]:
    """Who typed reads the answer at the end of the chat: a change further up is for a finger."""
    at = next((n for n, one in enumerate(notices) if isinstance(who, Person) and one.to == who.id), None)
    if at is None or notices[at].show is not Show.EDIT:
        return notices
    return [*notices[:at], replace(notices[at], show=Show.AGAIN), *notices[at + 1 :]]


def _locale(who: Person | Stranger | DeskPhone) -> str:
    """The language of an answer; a shared phone that is nobody's at the moment speaks Indonesian."""
    match who:
        case Stranger():
            return who.language
        case Person():
            return who.locale
        case _:
            return "id"

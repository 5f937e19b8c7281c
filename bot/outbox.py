"""Notices become rows of the outbox, in the transaction that caused them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel, col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, onscreen
from bot.channel import Channel
from bot.domain.messages import (
    Address,
    Ask,
    Choice,
    Guide,
    Notice,
    Param,
    Resend,
    Show,
    notice_to_json,
)
from bot.domain.office_transfers import HEARD_LATER, STILL_PRESSED
from bot.storage import leaves, phone_queries, queries
from bot.storage import office_transfers as gone
from bot.storage.models import Person, PersonAddress
from bot.storage.phones import DeskPhone, HeldNotice
from bot.storage.post import Outbox, OutboxState
from bot.wording import Wording

OUTBOX = SQLModel.metadata.tables["outbox"]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Someone a notice goes to: the address, and the language it is read in."""

    address: Address
    locale: str
    person: Person | None
    shared: bool = False
    """A shared phone, on which it is this person's turn."""
    family: bool = False
    """A phone of his family's, and he is not at it: what is for him waits, and a neutral word is sent."""
    gone: bool = False
    """He is a client of another Bapas by now: he hears only what was still decided in this one."""


class OutboxWriter:
    """Queues notices: one row a message and address, answers ranked before announcements."""

    def __init__(self, wording: Wording, channels: Mapping[str, Channel]) -> None:
        self._wording = wording
        self._channels = channels

    async def take(
        self,
        session: AsyncSession,
        notices: Iterable[Notice],
        *,
        now: datetime,
        answering: Address | None = None,
        locale: str = "id",
        tapped: str = "",
        speaking: int | None = None,
    ) -> int:
        """Add rows for these notices; returns how many. `answering` is the address that just wrote: what
        is meant for its person goes there only. `locale` is the language of a stranger, `tapped` the
        message under which a button was pressed, `speaking` the person for whom that address spoke where it
        is a shared phone."""
        queued, notices = 0, await _to_guides(session, notices, now)
        notices = [await _with_keys(session, one, now) for one in notices]
        known = await self._known_readers(session, notices, answering, speaking, now)
        for notice in notices:
            to = notice.to
            assert not isinstance(to, Guide)  # noqa: S101  (resolved above)
            for reader in self._at(to, locale) if isinstance(to, Address) else known[to]:
                if reader.gone:
                    if notice.key not in HEARD_LATER:
                        continue
                    choices = notice.choices if notice.key in STILL_PRESSED else ()
                    notice = replace(notice, choices=choices, ask=None, card="", show=Show.NEW)
                if reader.family:
                    queued += await self._hold(session, notice, reader, now)
                    continue
                rank = 0 if reader.address == answering else 1
                under = tapped if reader.address == answering else ""
                for one in await self._with_others(session, notice, reader, under):
                    queued += await self._queue(session, one, reader, rank, now)
        return queued

    def _at(self, address: Address, locale: str) -> Sequence[_Reader]:
        """Nobody where the messenger is no longer served."""
        return [_Reader(address, locale, None)] if address.channel in self._channels else []

    async def _with_others(
        self, session: AsyncSession, notice: Notice, reader: _Reader, tapped: str
    ) -> list[Notice]:
        """The notice, and what it does to other messages on the same screen."""
        if not self._channels[reader.address.channel].caps.edit:
            return [replace(notice, show=Show.NEW) if notice.show is Show.AGAIN else notice]
        if notice.show is Show.AGAIN:
            if notice.once and await onscreen.queued_once(session, _once(notice, reader.address)):
                return []
            await _drop_overtaken(session, notice.card, reader.address)
            before = await onscreen.retired(session, notice, reader.address)
            return [*([before] if before else []), replace(notice, show=Show.NEW)]
        beside = await onscreen.beside_the_edit(session, notice, reader.address, tapped)
        return [notice, *([beside] if beside else [])]

    async def _known_readers(
        self,
        session: AsyncSession,
        notices: Sequence[Notice],
        answering: Address | None,
        speaking: int | None,
        now: datetime,
    ) -> Mapping[int, Sequence[_Reader]]:
        """The reachable addresses of everybody who is written to, by person: where he just wrote; else his
        own; else the phones of his family. Never a post."""
        found: dict[int, list[_Reader]] = {one.to: [] for one in notices if isinstance(one.to, int)}
        if not found:
            return found
        query = (
            select(Person, PersonAddress)
            .join(PersonAddress, col(PersonAddress.person_id) == col(Person.id))
            .where(col(Person.id).in_(found), col(PersonAddress.gone_at).is_(None))
            .order_by(col(PersonAddress.id))
        )
        for person, row in (await session.exec(query)).all():
            if row.channel in self._channels and not await queries.has_left(session, person, now):
                address = Address(row.channel, row.external_id)
                found[person.id].append(_Reader(address, person.locale, person))
        if speaking in found and answering is not None:
            person = await session.get_one(Person, speaking)
            found[speaking] = [_Reader(answering, person.locale, person, shared=True)]
        for person, phone in await self._families(session, found):
            address = Address(phone.channel or "", phone.external_id or "")
            found[person.id].append(_Reader(address, person.locale, person, family=True))
        await self._merged(session, found, answering, speaking, now)
        for to, person, row in await gone.addresses_of(session, [to for to in found if not found[to]]):
            if row.channel in self._channels:
                address = Address(row.channel, row.external_id)
                found[to].append(_Reader(address, person.locale, person, gone=True))
        return {
            to: [one for one in readers if one.address == answering and not one.family] or readers
            for to, readers in found.items()
        }

    async def _merged(
        self,
        session: AsyncSession,
        found: dict[int, list[_Reader]],
        answering: Address | None,
        speaking: int | None,
        now: datetime,
    ) -> None:
        """Who was merged reads under the record that speaks for him: rows of history still name the old."""
        without = [to for to, readers in found.items() if not readers]
        if not without:
            return
        rows = select(Person).where(col(Person.id).in_(without), col(Person.merged_into).is_not(None))
        for person in (await session.exec(rows)).all():
            instead = Notice(to=person.merged_into or 0, key="")
            known = await self._known_readers(session, [instead], answering, speaking, now)
            found[person.id] = list(known[instead.to]) if isinstance(instead.to, int) else []

    async def _families(
        self, session: AsyncSession, found: Mapping[int, Sequence[_Reader]]
    ) -> Sequence[tuple[Person, DeskPhone]]:
        without = [to for to, readers in found.items() if not readers]
        rows = await phone_queries.family_phones(session, without) if without else []
        return [(person, phone) for person, phone in rows if phone.channel in self._channels]

    async def _hold(self, session: AsyncSession, notice: Notice, reader: _Reader, now: datetime) -> int:
        """A family's phone is told that there is something, and for whom; what it is waits for his name.
        What only changes the screen needs no word."""
        person = reader.person
        if person is None or notice.show in (Show.EDIT, Show.EDIT_ONLY):
            return 0
        queued = await self._queue(session, _for_family(notice, person), reader, 1, now)
        if queued:
            only_if = asdict(notice.only_if) if notice.only_if else None
            held = HeldNotice(
                office_id=person.office_id,
                person_id=person.id,
                content=notice_to_json(notice),
                only_if=only_if,
                held_at=now,
            )
            session.add(held)
            await session.flush()
        return queued

    async def _queue(
        self, session: AsyncSession, notice: Notice, reader: _Reader, rank: int, now: datetime
    ) -> int:
        notice = replace(notice, shared=reader.shared)
        if notice.card and notice.show is not Show.NEW:
            overtaken = await _drop_overtaken(session, notice.card, reader.address)
            if Show.EDIT in overtaken:  # it might have been the first message of this card
                notice = replace(notice, show=Show.EDIT)
        caps = self._channels[reader.address.channel].caps
        queued = 0
        for number, part in enumerate(self._wording.parts(notice, caps, reader.locale)):
            values = self._row(part, reader, rank, now, suffix=f"#{number}" if number else "")
            queued += await _insert(session, values)
        return queued

    def _row(
        self, notice: Notice, reader: _Reader, rank: int, now: datetime, suffix: str
    ) -> dict[str, object]:
        once = _once(notice, reader.address, suffix) if notice.once else None
        return {
            "office_id": reader.person.office_id if reader.person else None,
            "person_id": reader.person.id if reader.person else None,
            "channel": reader.address.channel,
            "external_id": reader.address.id,
            "locale": reader.locale,
            "rank": rank,
            "content": notice_to_json(notice),
            "card": notice.card,
            "once": once,
            "only_if": asdict(notice.only_if) if notice.only_if else None,
            "resend": notice.resend,
            "state": OutboxState.QUEUED,
            "repeated": False,
            "queued_at": now,
            "attempts": 0,
            "not_before": notice.not_before,
            "message": "",
            "problem": "",
        }


async def _to_guides(session: AsyncSession, notices: Iterable[Notice], now: datetime) -> list[Notice]:
    """What is for whoever guides a case: to its officer, or to his stand-in where he is on leave."""
    notices = list(notices)
    officers = {one.to.officer for one in notices if isinstance(one.to, Guide)}
    instead = await leaves.stand_ins(session, officers, now) if officers else {}
    return [
        replace(one, to=instead.get(one.to.officer, one.to.officer)) if isinstance(one.to, Guide) else one
        for one in notices
    ]


async def _with_keys(session: AsyncSession, notice: Notice, now: datetime) -> Notice:
    """The key for a start only to whom may start something now: not while he works, not where he is placed
    nowhere any more."""
    if notice.ask is not Ask.START or not isinstance(notice.to, int):
        return notice
    person = await session.get_one(Person, notice.to)
    return replace(notice, ask=await cards.keyboard(session, person, now))


_NEUTRAL = {
    "reminder-early": "family-reminder-early",
    "reminder-day": "family-reminder-day",
    "reminder-day-again": "family-reminder-day",
    "reminder-hour": "family-reminder-hour",
    "reminder-late": "family-reminder-late",
}
"""Reminders that help also where they are only passed on: the time, without place or kind."""


def _for_family(notice: Notice, person: Person) -> Notice:
    """What a family's phone shows of a notice: for whom, and a button with his name."""
    choice = Choice(f"phone-user:{person.id}", "choice-name", {"name": person.shown})
    params: dict[str, Param] = {"name": person.shown}
    key = _NEUTRAL.get(notice.key, "family-news")
    if key != "family-news":
        params["at"] = notice.params["at"]
    return Notice(
        to=person.id,
        key=key,
        params=params,
        choices=(choice,),
        once=notice.once,
        only_if=notice.only_if,
        resend=Resend.NEVER,
        not_before=notice.not_before,
    )


def _once(notice: Notice, address: Address, suffix: str = "") -> str:
    return f"{notice.once}{suffix}@{address.channel}:{address.id}"


async def _insert(session: AsyncSession, values: dict[str, object]) -> int:
    connection = await session.connection()
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(OUTBOX).on_conflict_do_nothing(index_elements=["once"])
    return (await connection.execute(statement, values)).rowcount


async def _drop_overtaken(session: AsyncSession, card: str, address: Address) -> set[Show]:
    """An unsent edit of the same card is out of date now; returns how those would have been shown."""
    statement = (
        update(Outbox)
        .where(
            col(Outbox.channel) == address.channel,
            col(Outbox.external_id) == address.id,
            col(Outbox.card) == card,
            col(Outbox.state) == OutboxState.QUEUED,
            col(Outbox.content)["show"].as_string() != Show.NEW.value,
        )
        .values(state=OutboxState.DROPPED, problem="overtaken")
        .returning(col(Outbox.content))
    )
    return {Show(content["show"]) for content in (await session.exec(statement)).scalars()}

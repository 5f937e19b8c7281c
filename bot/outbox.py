"""Notices become rows of the outbox, in the transaction that caused them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import SQLModel, col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import onscreen
from bot.channel import Channel
from bot.domain.messages import Address, Guide, Notice, Show, notice_to_json
from bot.storage import leaves, queries
from bot.storage.models import Person, PersonAddress
from bot.storage.post import Outbox, OutboxState
from bot.wording import Wording

OUTBOX = SQLModel.metadata.tables["outbox"]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Someone a notice goes to: the address, and the language it is read in."""

    address: Address
    locale: str
    person: Person | None


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
    ) -> int:
        """Add rows for these notices; returns how many. `answering` is the address that just wrote: what
        is meant for its person goes there only. `locale` is the language of a stranger, `tapped` the
        message under which a button was pressed."""
        queued, notices = 0, await _to_guides(session, notices, now)
        known = await self._known_readers(session, notices, answering, now)
        for notice in notices:
            to = notice.to
            assert not isinstance(to, Guide)  # noqa: S101  (resolved above)
            for reader in [_Reader(to, locale, None)] if isinstance(to, Address) else known[to]:
                rank = 0 if reader.address == answering else 1
                under = tapped if reader.address == answering else ""
                for one in await self._with_others(session, notice, reader, under):
                    queued += await self._queue(session, one, reader, rank, now)
        return queued

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
        self, session: AsyncSession, notices: Sequence[Notice], answering: Address | None, now: datetime
    ) -> Mapping[int, Sequence[_Reader]]:
        """The reachable addresses of everybody who is written to, by person."""
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
        return {
            to: [one for one in readers if one.address == answering] or readers
            for to, readers in found.items()
        }

    async def _queue(
        self, session: AsyncSession, notice: Notice, reader: _Reader, rank: int, now: datetime
    ) -> int:
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

"""Messages between clients, their guardians and the office: one thread a client, whoever guides him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Index, and_, case, func, text
from sqlmodel import Field, SQLModel, col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain import client_weeks
from bot.domain.cases import CaseState
from bot.domain.messages import Address, Show
from bot.domain.threads import Side
from bot.storage import leaves, queries
from bot.storage.digest_queries import theirs
from bot.storage.models import Case, Person, key, office, words
from bot.storage.oldest import Oldest
from bot.storage.post import Outbox, OutboxState


class ThreadMessage(SQLModel, table=True):
    """One message. Without `sent_at` it is a draft that its writer has not decided to send: nobody reads
    it."""

    __tablename__ = "thread_message"
    __table_args__ = (
        Index(
            "ix_thread_message_unsent",
            "written_at",
            sqlite_where=text("sent_at IS NULL"),
            postgresql_where=text("sent_at IS NULL"),
        ),
    )

    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id", index=True)
    client_id: int = Field(foreign_key="person.id", index=True)
    side: Side = Field(sa_type=words(Side))
    author_id: int = Field(foreign_key="person.id")
    to_id: int | None = Field(default=None, foreign_key="person.id")
    """Whom the office wrote to: the client, or the guardian; None: whoever guides the case."""
    words: str = ""
    template: str = ""
    photo_id: int | None = Field(default=None, foreign_key="photo.id")
    voice_id: int | None = Field(default=None, foreign_key="voice_note.id")
    phone: str = ""
    """The shared phone from which it came, as it was called then."""
    worrying: bool = False
    written_at: datetime
    sent_at: datetime | None = None
    read_by: int | None = Field(default=None, foreign_key="person.id")
    read_at: datetime | None = None


DRAFT_KEPT = timedelta(days=1)
OF_CLIENTS = (Side.CLIENT, Side.GUARDIAN)


@dataclass(frozen=True, slots=True)
class Unread:
    """A client whose words nobody at the office has read."""

    case: Case
    client: Person
    count: int
    since: datetime


async def locked_message(
    session: AsyncSession, office_id: int, message_id: int
) -> tuple[ThreadMessage, Case] | None:
    """A message of this office as it stands now, its case locked before it."""
    query = select(ThreadMessage).where(ThreadMessage.id == message_id, ThreadMessage.office_id == office_id)
    message = (await session.exec(query)).first()
    case = await queries.locked_case(session, office_id, message.case_id) if message else None
    if message is None or case is None:
        return None
    await session.refresh(message)
    return message, case


async def draft_since(session: AsyncSession, author: Person, since: datetime) -> ThreadMessage | None:
    """What somebody wrote after that and did not send."""
    query = select(ThreadMessage).where(
        ThreadMessage.author_id == author.id,
        ThreadMessage.office_id == author.office_id,
        col(ThreadMessage.sent_at).is_(None),
        ThreadMessage.written_at >= since,
    )
    return (await session.exec(query.order_by(col(ThreadMessage.id).desc()).limit(1))).first()


async def forget_drafts(session: AsyncSession, author: Person) -> None:
    """What somebody wrote and did not send; only the newest can still be sent."""
    drafts = (col(ThreadMessage.author_id) == author.id, col(ThreadMessage.sent_at).is_(None))
    await session.exec(delete(ThreadMessage).where(*drafts))


OLDEST = Oldest(
    select(func.min(ThreadMessage.written_at)).where(col(ThreadMessage.sent_at).is_(None)), DRAFT_KEPT
)


async def forget_old_drafts(session: AsyncSession, now: datetime) -> int:
    """What was not sent within a day is nobody's to read; returns how many."""
    old = (col(ThreadMessage.sent_at).is_(None), col(ThreadMessage.written_at) <= now - DRAFT_KEPT)
    return (await session.exec(delete(ThreadMessage).where(*old))).rowcount


def _thread(case: Case) -> SelectOfScalar[ThreadMessage]:
    """What was sent in a client's thread, also about his other cases in this office."""
    return select(ThreadMessage).where(
        ThreadMessage.client_id == case.client_id,
        ThreadMessage.office_id == case.office_id,
        col(ThreadMessage.sent_at).is_not(None),
    )


async def latest(session: AsyncSession, case: Case, limit: int) -> Sequence[ThreadMessage]:
    """The last messages of a client's thread, oldest first."""
    query = _thread(case).order_by(col(ThreadMessage.id).desc()).limit(limit)
    return list(reversed((await session.exec(query)).all()))


TO_OFFICE = ("message-new", "message-to-read")
"""How a message of a client or guardian begins."""
FROM_OFFICE = ("message-from-office", "message-from-office-guardian")
"""How a message of the office begins, to one or to many."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A message of the office that reached a client or guardian; `message` is None for one to many."""

    at: datetime
    message: ThreadMessage | None


async def last_arrived(session: AsyncSession, who: Person, since: datetime) -> Arrived | None:
    """The last message of the office that reached him, if that was since then: what was written at night
    comes in the morning."""
    begins = col(Outbox.content)["key"].as_string()
    query = (
        select(Outbox)
        .where(Outbox.person_id == who.id, Outbox.office_id == who.office_id)
        .where(begins.in_(FROM_OFFICE), col(Outbox.sent_at) >= since)
        .order_by(col(Outbox.sent_at).desc(), col(Outbox.id).desc())
    )
    row = (await session.exec(query.limit(1))).first()
    if row is None or row.sent_at is None:
        return None
    number = row.card.removeprefix(CARD) if row.card.startswith(CARD) else ""
    return Arrived(row.sent_at, await session.get(ThreadMessage, int(number)) if number else None)


async def last_by(session: AsyncSession, who: Person, since: datetime) -> ThreadMessage | None:
    """The last message that this person sent, if that was since then."""
    query = (
        select(ThreadMessage)
        .where(ThreadMessage.office_id == who.office_id, ThreadMessage.author_id == who.id)
        .where(col(ThreadMessage.sent_at) >= since)
        .order_by(col(ThreadMessage.sent_at).desc(), col(ThreadMessage.id).desc())
    )
    return (await session.exec(query.limit(1))).first()


async def after(session: AsyncSession, case: Case, message_id: int) -> Sequence[ThreadMessage]:
    """What was sent in a client's thread after this message, oldest first."""
    query = _thread(case).where(ThreadMessage.id > message_id).order_by(col(ThreadMessage.id))
    return (await session.exec(query)).all()


async def unread_of(session: AsyncSession, case: Case, *, up_to: int) -> Sequence[ThreadMessage]:
    """What client and guardian wrote about a case, and nobody has read, up to a message."""
    query = (
        select(ThreadMessage)
        .where(ThreadMessage.case_id == case.id, ThreadMessage.office_id == case.office_id)
        .where(col(ThreadMessage.side).in_(OF_CLIENTS), ThreadMessage.id <= up_to)
        .where(col(ThreadMessage.sent_at).is_not(None), col(ThreadMessage.read_at).is_(None))
        .order_by(col(ThreadMessage.id))
    )
    return (await session.exec(query)).all()


async def shown_to(
    session: AsyncSession, case: Case, reader: Person, *, up_to: int, since: int
) -> Sequence[ThreadMessage]:
    """What nobody has read up to a message, as far as this reader had it before him: what came `since` on one
    screen, earlier messages each on a card of its own."""
    unread = await unread_of(session, case, up_to=up_to)
    cards = select(Outbox.card).where(
        Outbox.person_id == reader.id,
        Outbox.state == OutboxState.SENT,
        col(Outbox.card).in_([f"{CARD}{one.id}" for one in unread if one.id <= since]),
    )
    shown = set((await session.exec(cards)).all())
    return [one for one in unread if one.id > since or f"{CARD}{one.id}" in shown]


async def unread_in(
    session: AsyncSession, office_id: int, officer_id: int | None
) -> dict[int, client_weeks.Unread]:
    """Case → since when something that client or guardian wrote waits to be read, of an officer's cases or of
    the whole office."""
    worrying = func.max(case((col(ThreadMessage.worrying), 1), else_=0))
    of_client = col(ThreadMessage.side) == Side.CLIENT
    own = func.max(case((and_(of_client, col(ThreadMessage.worrying)), 2), (of_client, 1), else_=0))
    query = (
        select(col(ThreadMessage.case_id), func.min(col(ThreadMessage.sent_at)), worrying, own)
        .join(Case, col(Case.id) == col(ThreadMessage.case_id))
        .where(theirs(office_id, officer_id), ThreadMessage.office_id == office_id)
        .where(col(ThreadMessage.side).in_(OF_CLIENTS))
        .where(col(ThreadMessage.sent_at).is_not(None), col(ThreadMessage.read_at).is_(None))
        .group_by(col(ThreadMessage.case_id))
    )
    rows = (await session.exec(query)).all()
    return {
        case_id: client_weeks.Unread(at, bool(worry), by_guardian=own < 1 + worry)
        for case_id, at, worry, own in rows
        if at is not None
    }


async def waits_to_be_read(session: AsyncSession, author: Person) -> bool:
    """Whether something that this client or guardian wrote was read by nobody yet."""
    query = (
        select(ThreadMessage.id)
        .where(ThreadMessage.author_id == author.id, ThreadMessage.office_id == author.office_id)
        .where(col(ThreadMessage.side).in_(OF_CLIENTS))
        .where(col(ThreadMessage.sent_at).is_not(None), col(ThreadMessage.read_at).is_(None))
    )
    return (await session.exec(query.limit(1))).first() is not None


async def unread_by(session: AsyncSession, who: Person, limit: int, now: datetime) -> list[Unread]:
    """The clients of this officer, and of those for whom he stands in, who wait to be read, longest first."""
    officers = await leaves.guided(session, who, now)
    since = func.min(col(ThreadMessage.sent_at))
    query = (
        select(Case, Person, func.count(), since)
        .join(Case, col(Case.id) == col(ThreadMessage.case_id))
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(ThreadMessage.office_id == who.office_id, col(Case.officer_id).in_(officers))
        .where(Case.state != CaseState.TRANSFERRED, col(ThreadMessage.side).in_(OF_CLIENTS))
        .where(col(ThreadMessage.sent_at).is_not(None), col(ThreadMessage.read_at).is_(None))
        .group_by(col(Case.id), col(Person.id))
        .order_by(since, col(Case.id))
        .limit(limit)
    )
    rows = (await session.exec(query)).all()
    return [Unread(case, client, count, at) for case, client, count, at in rows if at is not None]


async def last_told(session: AsyncSession, address: Address) -> Outbox | None:
    """What was said last to an address, what only changed further up aside."""
    shown = col(Outbox.content)["show"].as_string()
    query = (
        select(Outbox)
        .where(Outbox.channel == address.channel, Outbox.external_id == address.id)
        .where(Outbox.state == OutboxState.SENT, shown.in_([Show.NEW.value, Show.AGAIN.value]))
        .order_by(col(Outbox.id).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()


async def replied_to(session: AsyncSession, address: Address, shown: str) -> int | None:
    """The message of a thread that stands in the messenger's message of this id, or None for any other."""
    row = await _shown(session, address, shown)
    return int(row.card.removeprefix(CARD)) if row and row.card.startswith(CARD) else None


async def replied_to_many(session: AsyncSession, address: Address, shown: str) -> bool:
    """Whether a message to many stands in the messenger's message of this id."""
    row = await _shown(session, address, shown)
    return row is not None and row.content["key"] in FROM_OFFICE and not row.card.startswith(CARD)


async def _shown(session: AsyncSession, address: Address, shown: str) -> Outbox | None:
    query = select(Outbox).where(
        Outbox.channel == address.channel,
        Outbox.external_id == address.id,
        Outbox.message == shown,
    )
    return (await session.exec(query.order_by(col(Outbox.id)).limit(1))).first() if shown else None


CARD = "message:"

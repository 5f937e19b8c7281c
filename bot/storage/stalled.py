"""What stands still or went wrong between people and Hadir: questions for whoever runs the machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.people import Role
from bot.storage.models import Person, PersonAddress
from bot.storage.outages import Heard
from bot.storage.post import Inbox, InboxState, Outbox, OutboxState


@dataclass(frozen=True, slots=True)
class Waiting:
    """Since when each of them stands still; None: it does not, or nothing is known of it."""

    inbox: datetime | None
    """The oldest message that nobody has handled."""
    outbox: datetime | None
    """The oldest message that should have left, where none has left after it was queued."""
    messenger: datetime | None
    """Until when everything was heard."""


async def waiting(session: AsyncSession, now: datetime, silent: timedelta) -> Waiting:
    """How it stands now. Whether anything left is asked only where something has waited for so long."""
    pending = select(func.min(Inbox.received_at)).where(Inbox.state == InboxState.PENDING)
    due = or_(col(Outbox.not_before).is_(None), col(Outbox.not_before) <= now)
    since = func.min(func.coalesce(Outbox.not_before, Outbox.queued_at))
    queued = select(since).where(Outbox.state == OutboxState.QUEUED, due)
    oldest = (await session.exec(queued)).one()
    late = oldest if oldest is not None and now - oldest > silent else None
    return Waiting(
        inbox=(await session.exec(pending)).one(),
        outbox=None if late and await _any_left(session, late) else oldest,
        messenger=(await session.exec(select(func.min(Heard.at)))).one(),
    )


async def _any_left(session: AsyncSession, since: datetime) -> bool:
    query = select(Outbox.id).where(Outbox.state == OutboxState.SENT, col(Outbox.sent_at) >= since)
    return (await session.exec(query.limit(1))).first() is not None


@dataclass(frozen=True, slots=True)
class Failed:
    """A message that people must look at; of its words nothing."""

    number: int
    at: datetime
    incoming: bool
    code: str
    """Whose it is, where that is known."""
    kind: str
    """The key of an outgoing one."""
    why: str


async def failed(session: AsyncSession, limit: int) -> Sequence[Failed]:
    """What came in and could not be handled, and what could not be sent, newest first."""
    address = select(PersonAddress.external_id, PersonAddress.channel, Person.code).join(
        Person, col(Person.id) == col(PersonAddress.person_id)
    )
    known = {(channel, one): code for one, channel, code in (await session.exec(address)).all()}
    came = select(Inbox).where(Inbox.state == InboxState.SET_ASIDE).order_by(col(Inbox.id).desc())
    went = select(Outbox).where(Outbox.state == OutboxState.FAILED).order_by(col(Outbox.id).desc())
    rows = [
        *(
            Failed(one.id, one.received_at, True, known.get(_sender(one), ""), "", one.problem)
            for one in (await session.exec(came.limit(limit))).all()
        ),
        *(
            Failed(
                one.id,
                one.queued_at,
                False,
                known.get((one.channel, one.external_id), ""),
                one.content["key"],
                one.problem,
            )
            for one in (await session.exec(went.limit(limit))).all()
        ),
    ]
    return sorted(rows, key=lambda one: one.at, reverse=True)[:limit]


def _sender(one: Inbox) -> tuple[str, str]:
    """A lane is `BOT:CHANNEL:SENDER`."""
    return one.channel, one.lane.rpartition(":")[2]


async def count_failed(session: AsyncSession) -> tuple[int, int]:
    """How many came in and could not be handled, and how many could not be sent."""
    came = select(func.count()).where(Inbox.state == InboxState.SET_ASIDE)
    went = select(func.count()).where(Outbox.state == OutboxState.FAILED)
    return (await session.exec(came)).one(), (await session.exec(went)).one()


async def keepers(session: AsyncSession) -> Sequence[Person]:
    """Who hears that something stands still: the operators with an account; where an office has none, its
    heads."""
    query = (
        select(Person)
        .join(PersonAddress, col(PersonAddress.person_id) == col(Person.id))
        .where(col(Person.role).in_([Role.OPERATOR, Role.HEAD]), col(PersonAddress.gone_at).is_(None))
        .order_by(col(Person.id))
        .distinct()
    )
    people = (await session.exec(query)).all()
    served = {one.office_id for one in people if one.role is Role.OPERATOR}
    return [one for one in people if one.role is Role.OPERATOR or one.office_id not in served]

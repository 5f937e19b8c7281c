"""What is current and refers to the second of two records of one human being refers to the first then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlmodel import SQLModel, col, delete, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.doubles import Term, joined
from bot.domain.forms import FormKind
from bot.domain.leaves import HOLDS_A_PLACE
from bot.domain.transfers import TransferState
from bot.storage.doubles import MOVES
from bot.storage.drafts import DraftForm
from bot.storage.leaves import Leave
from bot.storage.models import Consent, Dialogue, Person, SiteSupervisor
from bot.storage.phones import DeskPhoneUser
from bot.storage.post import Outbox
from bot.storage.signed_lists import SignedList
from bot.storage.transfers import Handover, Transfer

OPEN = (TransferState.DRAFT, TransferState.OFFERED)


async def move(
    session: AsyncSession, first: Person, second: Person, *, cut: Collection[int], now: datetime
) -> list[int]:
    """Let everything current of the second be the first's; `cut`: which of both lost an account. Returns the
    sites whose supervisor this concerns. The caller has locked the people, the cases and then the sites."""
    for table, names in MOVES.items():
        for name in names:
            column = getattr(table, name)
            await session.exec(update(table).where(column == second.id).values(**{name: first.id}))
    await session.exec(update(Outbox).where(col(Outbox.person_id) == second.id).values(person_id=first.id))
    await _move_unless_there(session, DeskPhoneUser, "person_id", "phone_id", first, second)
    await _move_unless_there(session, Consent, "child_id", "guardian_id", first, second)
    await _move_unless_there(session, Consent, "guardian_id", "child_id", first, second)
    await _offers(session, first, second, now)
    await _marks(session, first, second)
    unconfirmed = (col(SignedList.officer_id) == second.id, col(SignedList.confirmed_at).is_(None))
    standing = (col(Leave.asked_by) == second.id, col(Leave.state).in_(HOLDS_A_PLACE))
    await session.exec(update(Leave).where(*standing).values(asked_by=first.id))
    await session.exec(update(SignedList).where(*unconfirmed).values(officer_id=first.id))
    await _half_done(session, first, second, cut)
    return await _terms(session, first, second)


async def appointed_at(session: AsyncSession, person: Person) -> Sequence[int]:
    """The sites at which somebody was ever appointed, in the order of their ids."""
    query = select(SiteSupervisor.site_id).where(SiteSupervisor.person_id == person.id)
    return sorted(set((await session.exec(query)).all()))


async def _move_unless_there(
    session: AsyncSession, table: type[SQLModel], name: str, beside: str, first: Person, second: Person
) -> None:
    """A row that the first has already is enough."""
    mine, other = getattr(table, name), getattr(table, beside)
    there = (await session.exec(select(other).where(mine == first.id))).all()
    await session.exec(delete(table).where(mine == second.id, other.in_(there)))
    await session.exec(update(table).where(mine == second.id).values(**{name: first.id}))


async def _offers(session: AsyncSession, first: Person, second: Person, now: datetime) -> None:
    """Open offers of clients; one from the one to the other has lost its sense."""
    pair = (first.id, second.id)
    between = (
        col(Transfer.officer_id).in_(pair),
        col(Transfer.to_id).in_(pair),
        col(Transfer.state).in_(OPEN),
    )
    withdrawn = {"state": TransferState.WITHDRAWN, "decided_at": now}
    await session.exec(update(Transfer).where(*between).values(**withdrawn))
    for name in ("client_id", "officer_id", "to_id", "asked_by"):
        theirs = (getattr(Transfer, name) == second.id, col(Transfer.state).in_(OPEN))
        await session.exec(update(Transfer).where(*theirs).values(**{name: first.id}))


async def _marks(session: AsyncSession, first: Person, second: Person) -> None:
    """What both sides of a move may still read; a move from the one to the other stays as it was written."""
    pair = (first.id, second.id)
    for name, other in (("officer_id", Handover.to_id), ("to_id", Handover.officer_id)):
        theirs = (getattr(Handover, name) == second.id, col(other).not_in(pair))
        await session.exec(update(Handover).where(*theirs).values(**{name: first.id}))


async def _half_done(session: AsyncSession, first: Person, second: Person, cut: Collection[int]) -> None:
    """A question that waits, and answers not yet saved: those of an account that is cut off are forgotten, of
    two the first's stay. Whoever is correcting the second record begins anew."""
    for table in (Dialogue, DraftForm):
        gone = [one.id for one in (first, second) if one.id in cut]
        await session.exec(delete(table).where(col(table.person_id).in_(gone)))
        waiting = (await session.exec(select(table.person_id).where(table.person_id == first.id))).first()
        if waiting is not None:
            await session.exec(delete(table).where(col(table.person_id) == second.id))
        await session.exec(update(table).where(col(table.person_id) == second.id).values(person_id=first.id))
    correcting = (col(DraftForm.kind) == FormKind.PERSON, col(DraftForm.about) == second.id)
    await session.exec(delete(DraftForm).where(*correcting))


async def _terms(session: AsyncSession, first: Person, second: Person) -> list[int]:
    """At each of the second's sites one list of terms, in which no day is named twice."""
    sites = await appointed_at(session, second)
    query = select(SiteSupervisor).where(
        col(SiteSupervisor.site_id).in_(sites), col(SiteSupervisor.person_id).in_((first.id, second.id))
    )
    by_site: dict[int, list[SiteSupervisor]] = defaultdict(list)
    for row in (await session.exec(query.order_by(col(SiteSupervisor.id)))).all():
        by_site[row.site_id].append(row)
        await session.delete(row)
    await session.flush()
    session.add_all(new for site_id, rows in by_site.items() for new in _joined(site_id, rows, first))
    await session.flush()
    return list(by_site)


def _joined(site_id: int, rows: Sequence[SiteSupervisor], person: Person) -> Iterator[SiteSupervisor]:
    for term in joined(Term(row.from_on, row.until_on) for row in rows):
        yield SiteSupervisor(
            office_id=person.office_id,
            site_id=site_id,
            person_id=person.id,
            from_on=term.first,
            until_on=term.until,
        )

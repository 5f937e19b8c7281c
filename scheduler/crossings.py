"""Hours and excuses that were decided in a client's former Bapas after he left it: carried over, and told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, carried_excuses, excuse_cards, office_arrivals
from bot.domain.messages import Ask, Line, Minutes, Notice, Param, When
from bot.storage import office_transfers, queries
from bot.storage.models import Case, ExcusedSpan, Person, WorkSession
from bot.storage.office_transfers import OfficeTransfer


async def crossings(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """One move at a time: the cases on both sides are locked in the order of their ids, then the move."""
    move = await office_transfers.to_carry(session, now)
    if move is None:
        return None
    cases = sorted(number for one in move.offered for number in (one.case_id, one.new_case_id) if number)
    query = select(Case.id).where(col(Case.id).in_(cases)).order_by(col(Case.id))
    await session.exec(query.with_for_update(key_share=True))
    await office_transfers.lock(session, move)
    changed = await office_arrivals.carry(session, move, now)
    excused = await carried_excuses.carry(session, move, now)
    move.look_at = excused.later
    return [
        *[notice for case, minutes in changed for notice in await _told(session, move, case, minutes)],
        *[notice for came in excused.came for notice in await _excused(session, move, *came, now)],
    ]


async def _told(session: AsyncSession, move: OfficeTransfer, case: Case, minutes: int) -> list[Notice]:
    """The client, and whoever guides the case."""
    client = await session.get_one(Person, case.client_id)
    balance = await queries.balance_of(session, case)
    params: dict[str, Param] = {
        "office": move.from_office,
        "minutes": Minutes(abs(minutes)),
        "credited": Minutes(balance.credited),
    }
    word = "more" if minutes > 0 else "fewer"
    told = [Notice(to=client.id, key=f"office-hours-{word}", params=cards.greeting(client) | params)]
    if case.officer_id is not None:
        about = params | {"name": client.shown, "code": client.code}
        told.append(Notice(to=case.guide, key=f"office-hours-{word}-officer", params=about))
    return told


async def _excused(
    session: AsyncSession,
    move: OfficeTransfer,
    case: Case,
    span: ExcusedSpan,
    dropped: Sequence[WorkSession],
    now: datetime,
) -> list[Notice]:
    """Whoever guides the case, and the supervisors who expected him; he himself has heard it from there."""
    client = await session.get_one(Person, case.client_id)
    office = await queries.office_of(session, case.office_id)
    told = []
    if case.officer_id is not None:
        about: dict[str, Param] = {"name": client.shown, "code": client.code, "office": move.from_office}
        lines = (Line("excused-sessions", {"count": len(dropped)}),) if dropped else ()
        params = about | excuse_cards.span(span.first, span.last, office.zone)
        told.append(Notice(to=case.guide, key="office-excused-officer", params=params, lines=lines))
    for planned in dropped:
        site = await queries.site_of(session, case.office_id, planned.site_id)
        line = Line("excused-line", {"at": When(planned.starts_at, site.zone), "site": site.name})
        told += [
            Notice(
                to=one.id,
                key="excused-told-site",
                params={"name": client.shown},
                lines=(line,),
                ask=Ask.SUPERVISOR,
            )
            for one in await queries.supervisors_of(session, site, planned.day, now)
        ]
    return told

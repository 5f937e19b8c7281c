"""Where a case came from, or went to, when the other side is another Bapas."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState
from bot.domain.messages import Line, Param, When
from bot.domain.people import Role
from bot.storage import office_transfers, queries
from bot.storage.models import Case, Person
from bot.storage.office_transfers import OfficeTransfer


async def lines(session: AsyncSession, case: Case) -> list[Line]:
    """The mark of a case that crossed, on its card."""
    if case.state is CaseState.TRANSFERRED:
        move = await office_transfers.went(session, case)
        return [await _line(session, case, move, "office-mark-went", move.to_office)] if move else []
    move = await brought(session, case)
    if move is None:
        return []
    number = next(one.number for one in move.offered if one.new_case_id == case.id)
    line = await _line(session, case, move, "office-mark-came", move.from_office)
    return [Line(line.key, {**line.params, "number": number})]


async def brought(session: AsyncSession, case: Case) -> OfficeTransfer | None:
    """The move by which a case came here."""
    move = await office_transfers.came(session, case.client_id, case.office_id)
    return move if move and any(one.new_case_id == case.id for one in move.offered) else None


async def gone_to(session: AsyncSession, who: Person, case_id: int | None) -> tuple[str, str] | None:
    """Client and Bapas of a case of this office that another one goes on with."""
    case = await session.get(Case, case_id) if case_id is not None else None
    if case is None or case.office_id != who.office_id or case.state is not CaseState.TRANSFERRED:
        return None
    if who.role is Role.OFFICER and case.officer_id != who.id:
        return None
    move = await office_transfers.went(session, case)
    return (move.shown, move.to_office) if move else None


async def _line(session: AsyncSession, case: Case, move: OfficeTransfer, key: str, other: str) -> Line:
    office = await queries.office_of(session, case.office_id)
    at: datetime = move.decided_at or move.asked_at
    params: dict[str, Param] = {"office": other, "at": When(at, office.zone)}
    return Line(key, params)

"""What a client may contest: his own work, here or in the Bapas that he came from, and nobody else's."""

from __future__ import annotations

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.contests import ContestState
from bot.domain.messages import Line, Param, Refused, When
from bot.domain.reports import midday
from bot.storage import corrections, office_transfers, queries
from bot.storage.contests import open_of_client, subject_of
from bot.storage.corrections import Correction
from bot.storage.models import Attendance, Case, Contest, Person, WorkSession

log = structlog.get_logger()


async def record(session: AsyncSession, who: Person, attendance_id: int) -> tuple[Attendance, Case, Person]:
    """Work of this client, its case locked, and who he is to the Bapas where he did it. Raises Refused."""
    for client in await office_transfers.selves_of(session, who):
        attendance = await queries.attendance_by_id(session, client.office_id, attendance_id)
        if attendance is not None and attendance.client_id == client.id:
            case = await _locked(session, client, attendance.case_id)
            await session.refresh(attendance)
            return attendance, case, client
    raise not_yours(who)


async def planned(session: AsyncSession, who: Person, session_id: int) -> tuple[WorkSession, Case]:
    """A session of this client, its case locked. Raises Refused."""
    for client in await office_transfers.selves_of(session, who):
        found = await queries.session_by_id(session, client.office_id, session_id)
        if found is not None and found.client_id == client.id:
            case = await _locked(session, client, found.case_id)
            await session.refresh(found)
            return found, case
    raise not_yours(who)


async def correction(session: AsyncSession, who: Person, event_id: int) -> tuple[Correction, Case]:
    """An officer's correction of this client's hours, the case locked. Raises Refused."""
    office_id, case_id = await corrections.case_of(session, event_id) or (0, 0)
    for client in await office_transfers.selves_of(session, who):
        if client.office_id != office_id:
            continue
        case = await _locked(session, client, case_id)
        told = await corrections.corrections_of(session, case) if case.client_id == client.id else []
        if found := next((one for one in told if one.event_id == event_id), None):
            return found, case
    raise not_yours(who)


async def contest(session: AsyncSession, who: Person, contest_id: int) -> tuple[Contest, Case, Person]:
    """A contest that this client began, its case locked. Raises Refused."""
    found = await session.get(Contest, contest_id)
    for client in await office_transfers.selves_of(session, who):
        if found is None or found.office_id != client.office_id:
            continue
        case = await _locked(session, client, found.case_id)
        if case.client_id == client.id:
            await session.refresh(found)
            return found, case, client
    raise not_yours(who)


async def case(session: AsyncSession, who: Person, case_id: int) -> tuple[Case, Person]:
    """A case of this client, locked. Raises Refused."""
    for client in await office_transfers.selves_of(session, who):
        found = await queries.locked_case(session, client.office_id, case_id)
        if found is not None and found.client_id == client.id:
            return found, client
    raise not_yours(who)


async def draft(session: AsyncSession, who: Person, contest_id: int) -> tuple[Contest, Case, Person]:
    """The same, not sent yet. Raises Refused."""
    found, case, client = await contest(session, who, contest_id)
    if found.state is not ContestState.DRAFT:
        raise Refused("contest-waits" if found.state is ContestState.OPEN else "contest-was-decided")
    return found, case, client


async def waiting(session: AsyncSession, who: Person) -> list[Line]:
    """Of each contest that waits, its day and by when it is answered."""
    lines = []
    for client in await office_transfers.selves_of(session, who):
        for found in await open_of_client(session, client):
            zone = (await subject_of(session, found)).zone
            days: dict[str, Param] = {
                "day": When(midday(found.day, zone), zone),
                "until": When(midday(found.answer_by, zone), zone),
            }
            lines.append(Line("contest-waiting", days))
    return lines


async def _locked(session: AsyncSession, client: Person, case_id: int) -> Case:
    case = await queries.locked_case(session, client.office_id, case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    return case


def not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")

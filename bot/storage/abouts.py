"""What is about a case: the ids that buttons and cards name, and back from such an id to the case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.transfers import About
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.help_calls import HelpCall
from bot.storage.models import Attendance, Case, Contest, ExcusedSpan, Invitation, WorkSession

_INVITED = or_(
    col(Case.client_id) == col(Invitation.person_id), col(Case.guardian_id) == col(Invitation.person_id)
)
"""An invitation is about the cases of its client, or of its guardian's child."""


async def things_of(session: AsyncSession, cases: Sequence[int]) -> Mapping[About, frozenset[int]]:
    """The ids of all that a card can be about, of these cases."""
    of = {
        About.ATTENDANCE: (Attendance.id, Attendance.case_id),
        About.SESSION: (WorkSession.id, WorkSession.case_id),
        About.CONTEST: (Contest.id, Contest.case_id),
        About.EXCUSE: (ExcusedSpan.id, ExcusedSpan.case_id),
        About.EXCUSE_REQUEST: (ExcuseRequest.id, ExcuseRequest.case_id),
        About.HELP_CALL: (HelpCall.id, HelpCall.case_id),
    }
    found = {About.CASE: frozenset(cases)}
    for about, (number, case_id) in of.items():
        found[about] = frozenset((await session.exec(select(number).where(col(case_id).in_(cases)))).all())
    invited = select(Invitation.id).join(Case, _INVITED).where(col(Case.id).in_(cases))
    found[About.INVITATION] = frozenset((await session.exec(invited)).all())
    return found


async def case_about(session: AsyncSession, office_id: int, about: About, number: int) -> int | None:
    """The case that a button of this office is about."""
    tables: Mapping[
        About, type[Attendance | WorkSession | Contest | ExcusedSpan | ExcuseRequest | HelpCall]
    ] = {
        About.ATTENDANCE: Attendance,
        About.SESSION: WorkSession,
        About.CONTEST: Contest,
        About.EXCUSE: ExcusedSpan,
        About.EXCUSE_REQUEST: ExcuseRequest,
        About.HELP_CALL: HelpCall,
    }
    if about is About.CASE:
        return number
    if about is About.INVITATION:
        invited = select(Case.id).join(Invitation, _INVITED).where(Invitation.id == number)
        invited = invited.where(Case.office_id == office_id).order_by(col(Case.id).desc()).limit(1)
        return (await session.exec(invited)).first()
    table = tables[about]
    query = select(table.case_id).where(table.id == number, table.office_id == office_id)
    return (await session.exec(query)).first()

"""Steps of follow-up as they are kept: added one by one, taken back within minutes, never deleted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import AttendanceState
from bot.domain.follow_ups import FollowUpKind, FollowUpOutcome, Silence, Step, climbing, standing
from bot.domain.outcomes import Outcome
from bot.domain.reports import ReportState
from bot.storage import queries
from bot.storage.digest_queries import missed_since_he_came, theirs
from bot.storage.models import Attendance, Case, Report, WorkSession, key, office, words


class FollowUp(SQLModel, table=True):
    """What somebody did, or plans to do, because a client was away."""

    __tablename__ = "follow_up"

    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id", index=True)
    kind: FollowUpKind = Field(sa_type=words(FollowUpKind))
    outcome: FollowUpOutcome = Field(sa_type=words(FollowUpOutcome))
    done_on: date
    reply_by: date | None = None
    note: str = ""
    """The officer's words; for officer, stand-in and head."""
    by: int = Field(foreign_key="person.id")
    recorded_at: datetime
    revision: int = 0
    """Grows with each change, so that a button of before changes nothing."""
    taken_back_at: datetime | None = None

    def step(self) -> Step:
        """As the rules need it."""
        return Step(self.kind, self.outcome, self.done_on, self.reply_by, self.recorded_at)


async def of_case(session: AsyncSession, case: Case) -> Sequence[FollowUp]:
    """All steps of a case that were not taken back, oldest first."""
    query = select(FollowUp).where(
        FollowUp.case_id == case.id,
        FollowUp.office_id == case.office_id,
        col(FollowUp.taken_back_at).is_(None),
    )
    return (await session.exec(query.order_by(col(FollowUp.id)))).all()


async def came_at(session: AsyncSession, case: Case) -> datetime | None:
    """When the client last began work that nobody rejected, or last reported; None: never."""
    return (await _came(session, case.office_id, [case.id])).get(case.id)


async def silence(session: AsyncSession, case: Case, now: datetime) -> Silence:
    """How often in a row the client has not come, or not reported, without a word."""
    missed = select(WorkSession.answer, WorkSession.outcome).where(
        WorkSession.case_id == case.id, missed_since_he_came(case.office_id, now)
    )
    sessions = (await session.exec(missed.order_by(col(WorkSession.starts_at)))).all()
    answers = [answer for answer, outcome in sessions if outcome is not Outcome.UNREACHED]
    of_case = (Report.case_id == case.id, Report.office_id == case.office_id)
    given = select(func.max(Report.due_on)).where(
        *of_case, col(Report.state).in_([ReportState.DONE, ReportState.LATE])
    )
    last = (await session.exec(given)).one() or date.min
    count = select(func.count()).select_from(Report)
    count = count.where(*of_case, Report.state == ReportState.MISSED, Report.due_on > last)
    reports = (await session.exec(count)).one()
    unreached = bool(sessions) and not answers and not reports
    return Silence(max(climbing(answers), reports), unreached=unreached)


async def locked_step(session: AsyncSession, office_id: int, step_id: int) -> tuple[FollowUp, Case] | None:
    """A step of this office as it stands now, its case locked before it; also one that was taken back."""
    query = select(FollowUp).where(FollowUp.id == step_id, FollowUp.office_id == office_id)
    step = (await session.exec(query)).first()
    case = await queries.locked_case(session, office_id, step.case_id) if step else None
    if step is None or case is None:
        return None
    await session.refresh(step)
    return step, case


async def standing_of(
    session: AsyncSession, office_id: int, officer_id: int | None
) -> dict[int, tuple[Step, ...]]:
    """Case → its steps since the client last came, of an officer's cases or of the whole office: three
    questions, whatever their number."""
    query = (
        select(FollowUp)
        .join(Case, col(Case.id) == col(FollowUp.case_id))
        .where(theirs(office_id, officer_id), FollowUp.office_id == office_id)
        .where(col(FollowUp.taken_back_at).is_(None))
        .order_by(col(FollowUp.id))
    )
    steps: dict[int, list[Step]] = defaultdict(list)
    for row in (await session.exec(query)).all():
        steps[row.case_id].append(row.step())
    came = await _came(session, office_id, list(steps)) if steps else {}
    return {case: standing(of, came.get(case)) for case, of in steps.items()}


async def _came(session: AsyncSession, office_id: int, cases: Sequence[int]) -> dict[int, datetime]:
    worked = (
        select(Attendance.case_id, func.max(Attendance.started_at))
        .where(Attendance.office_id == office_id, col(Attendance.case_id).in_(cases))
        .where(Attendance.state != AttendanceState.REJECTED)
        .group_by(col(Attendance.case_id))
    )
    reported = (
        select(Report.case_id, func.max(Report.reported_at))
        .where(Report.office_id == office_id, col(Report.case_id).in_(cases))
        .where(col(Report.reported_at).is_not(None))
        .group_by(col(Report.case_id))
    )
    rows: list[Any] = [*(await session.exec(worked)).all(), *(await session.exec(reported)).all()]
    latest: dict[int, datetime] = {}
    for case, at in rows:
        latest[case] = max(at, latest.get(case, at))
    return latest

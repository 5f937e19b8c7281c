"""Somebody checks a client in or out for him: stored with who, why and from which phone. Hours still need the
supervisor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, evidence, lists
from bot.assistance import Help
from bot.domain.cases import OPEN_STATES, CaseState
from bot.domain.checkins import AttendanceState, Moment, SessionState, receipt_number, slot_for
from bot.domain.messages import Ask, Choice, Notice, Param, Refused, When
from bot.storage import queries
from bot.storage.models import Attendance, Case, Evidence, Person, Site, WorkSession
from bot.storage.phones import Assistance
from bot.storage.selves import selves_of

LOCATION_LASTS = timedelta(minutes=30)
"""A location of the helper's this old still belongs to what he then says."""


@dataclass(frozen=True, slots=True)
class Due:
    """What could be sent for a client now: the start of a planned session, or the finish of his work."""

    moment: Moment
    planned: WorkSession | None = None
    attendance: Attendance | None = None

    @property
    def number(self) -> int:
        """What tells this one from any other of its kind, for a button."""
        found = self.attendance or self.planned
        assert found is not None  # noqa: S101  (one of the two)
        return found.id


async def due(session: AsyncSession, case: Case, at: datetime) -> Due | None:
    """What a helper could send for the client of this case, or None. Work outside the plan is the client's
    own to begin."""
    client = await session.get_one(Person, case.client_id)
    latest = await queries.latest_attendance(session, client, at)
    if latest is not None and latest.state is AttendanceState.OPEN:
        finishable = latest.case_id == case.id and case.state in OPEN_STATES
        return Due(Moment.FINISH, attendance=latest) if finishable else None
    if case.state is not CaseState.ACTIVE:
        return None
    around = [one for one in await queries.sessions_around(session, client, at) if one.case_id == case.id]
    slot = slot_for(map(queries.slot_of, around), at)
    return next((Due(Moment.START, planned=one) for one in around if slot and one.id == slot.id), None)


async def choices(session: AsyncSession, case: Case, now: datetime) -> Sequence[Choice]:
    """The officer's button on the card of a client who could be checked in or out now."""
    found = await due(session, case, now)
    return (Choice(f"assist-officer:{case.id}", "choice-assist-officer"),) if found else ()


async def assist(
    session: AsyncSession, case: Case, what: Due, help: Help, *, at: datetime, now: datetime
) -> list[Notice]:
    """Store the start or finish and tell site and client; the helper is answered by `noted`. The caller
    holds the case's lock, and has asked `due` since."""
    if what.attendance is None:
        attendance, site = await _start(session, case, what, help, at, now)
    else:
        attendance, site = await _finish(session, case, what.attendance, help, at, now)
    for one in await _locations(session, case, help, at):
        await evidence.attach(session, one, attendance, site, what.moment, now)
    await session.flush()
    told = await lists.for_supervisors(session, attendance, moment=what.moment, now=now)
    return [_told(attendance, site, what.moment, help), *told]


async def _start(
    session: AsyncSession, case: Case, what: Due, help: Help, at: datetime, now: datetime
) -> tuple[Attendance, Site]:
    planned = what.planned
    assert planned is not None  # noqa: S101  (a start has a plan)
    if planned.state not in (SessionState.PLANNED, SessionState.MISSED, SessionState.STARTED):
        raise Refused("assist-nothing")
    site = await queries.site_of(session, case.office_id, planned.site_id)
    attendance = await attendances.start(
        session, case, site, planned, at=at, actor_id=help.by, photo_wanted=False, now=now, help=help
    )
    return attendance, site


async def _finish(
    session: AsyncSession, case: Case, attendance: Attendance, help: Help, at: datetime, now: datetime
) -> tuple[Attendance, Site]:
    site = await queries.site_of(session, case.office_id, attendance.site_id)
    await attendances.finish(
        session, case, attendance, at=at, actor_id=help.by, photo_wanted=False, now=now, help=help
    )
    return attendance, site


async def take_back(
    session: AsyncSession, who: Person, case: Case, attendance: Attendance, now: datetime
) -> list[Notice]:
    """A finish that this helper sent is taken back as the client may take back his own; client and site see
    it. The caller holds the case's lock. Raises Refused for a finish of anybody else, and too late."""
    if await last_with_help(session, case, who, Moment.FINISH, attendance.id) is None:
        raise Refused("assist-nothing")
    if not await attendances.may_still_undo(session, attendance, now):
        raise Refused("undo-too-late")
    planned = await queries.session_by_id(session, case.office_id, attendance.session_id)
    await attendances.undo_finish(session, case, attendance, planned, actor_id=who.id, now=now)
    told = await lists.for_supervisors(session, attendance, moment=Moment.FINISH, now=now, quietly=True)
    return [Notice(to=attendance.client_id, key="assist-told-undone", ask=Ask.FINISH), *told]


def not_noted(who: Person, client: Person, ask: Ask) -> Notice:
    """The helper's answer when he takes it back instead of giving a reason."""
    return Notice(to=who.id, key="assist-not-noted", params={"name": client.shown}, ask=ask)


def noted(
    who: Person,
    client: Person,
    attendance: Attendance,
    site: Site,
    moment: Moment,
    ask: Ask,
    now: datetime,
) -> Notice:
    """The helper's receipt; asked for again, the same one, with the button that takes a finish back while
    that is possible."""
    finish = moment is Moment.FINISH
    at = attendance.finished_at if finish and attendance.finished_at else attendance.started_at
    params: dict[str, Param] = {
        "name": client.shown,
        "at": When(at, site.zone),
        "site": site.name,
        "number": receipt_number(attendance.finish_receipt if finish else attendance.start_receipt),
    }
    key = "assist-noted-finish" if finish else "assist-noted-start"
    if not finish or not attendances.may_undo(attendance, now):
        return Notice(to=who.id, key=key, params=params, ask=ask)
    undo = Choice(f"assist-undo:{attendance.id}", "choice-undo")
    return Notice(to=who.id, key=key, params=params, choices=(undo,))


async def last_with_help(
    session: AsyncSession, case: Case, who: Person, moment: Moment, number: int
) -> Attendance | None:
    """What this helper has sent already where he is asked about a session (a start) or an attendance."""
    about = Attendance.session_id == number if moment is Moment.START else Attendance.id == number
    query = (
        select(Attendance)
        .join(Assistance, col(Assistance.attendance_id) == col(Attendance.id))
        .where(Attendance.case_id == case.id, Attendance.office_id == case.office_id, about)
        .where(col(Assistance.by).in_(selves_of(who.id)), Assistance.moment == moment)
        .where(col(Assistance.undone_at).is_(None))
    )
    return (await session.exec(query)).first()


def _told(attendance: Attendance, site: Site, moment: Moment, help: Help) -> Notice:
    """The client hears who has sent it for him."""
    finish = moment is Moment.FINISH
    at = attendance.finished_at if finish and attendance.finished_at else attendance.started_at
    params: dict[str, Param] = {"at": When(at, site.zone), "site": site.name}
    key = f"assist-told-{help.way.value}-{moment.value}"
    return Notice(to=attendance.client_id, key=key, params=params, ask=Ask.START if finish else Ask.FINISH)


async def _locations(session: AsyncSession, case: Case, help: Help, at: datetime) -> Sequence[Evidence]:
    """Where the helper was, as far as he has sent it a moment ago."""
    query = (
        select(Evidence)
        .join(Assistance, col(Assistance.evidence_id) == col(Evidence.id))
        .where(Evidence.case_id == case.id, Evidence.office_id == case.office_id)
        .where(col(Evidence.attendance_id).is_(None), Evidence.sent_at >= at - LOCATION_LASTS)
        .where(col(Assistance.by).in_(selves_of(help.by)), col(Evidence.shows).is_(None))
        .order_by(col(Evidence.id))
    )
    return (await session.exec(query)).all()

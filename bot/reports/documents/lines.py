"""The lines that papers have in common: what was recorded of somebody's work, and what was planned and
not."""

from __future__ import annotations

from datetime import datetime

from bot.domain.checkins import AttendanceState
from bot.domain.documents import Head
from bot.domain.outcomes import climbs
from bot.domain.worked import Claim, Note, Worked, notes_of, status_of_plan, status_of_work
from bot.storage.models import Attendance, Office, Person, Site, WorkSession


def head_of(office: Office, *, made_at: datetime) -> Head:
    """The head of a paper that is made now."""
    return Head(
        office=office.name,
        above=tuple(office.letterhead_above.splitlines()),
        below=tuple(office.letterhead_below.splitlines()),
        zone=office.zone,
        made_at=made_at,
    )


def of_work(
    attendance: Attendance,
    site: Site,
    planned: WorkSession | None,
    *,
    client: Person | None = None,
    officer: Person | None = None,
    by: Person | None = None,
) -> Worked:
    """A line of something that was recorded; `by`: who decided on its hours. Only confirmed hours are a
    number."""
    accepted = planned is not None or attendance.accepted_by is not None
    counts = attendance.state is AttendanceState.CONFIRMED and accepted
    decided = by is not None and attendance.state is AttendanceState.CONFIRMED
    return Worked(
        day=attendance.day,
        zone=site.zone,
        client=client.shown if client else "",
        code=code_of(client),
        site=site.name,
        planned=(planned.starts_at, planned.ends_at) if planned else None,
        started_at=attendance.started_at,
        finished_at=None if attendance.without_end else attendance.finished_at,
        break_minutes=attendance.break_minutes if attendance.finished_at else None,
        credited=attendance.credited if counts else None,
        surplus=attendance.surplus,
        activity=(planned.activity if planned else "") or site.activity,
        status=status_of_work(attendance.state, planned.outcome if planned else None, accepted=accepted),
        confirmed_by=by.shown if by and decided else "",
        confirmed_role=by.role if by and decided else None,
        officer=officer.shown if officer else "",
        notes=_notes(attendance, planned=planned is not None),
    )


def of_plan(
    planned: WorkSession,
    site: Site,
    *,
    client: Person | None = None,
    officer: Person | None = None,
    asks: bool = False,
    claim: Claim | None = None,
) -> Worked:
    """A line of a session of which nothing was recorded. `claim`: for whoever guides the case, who also reads
    what the client brought forward; a site does not."""
    own = claim is not None
    notes = tuple(notes_of(claim, undecided=asks, absent=climbs(planned.outcome))) if claim else ()
    return Worked(
        day=planned.day,
        zone=site.zone,
        client=client.shown if client else "",
        code=code_of(client),
        site=site.name,
        planned=(planned.starts_at, planned.ends_at),
        activity=planned.activity or site.activity,
        status=status_of_plan(planned.state, planned.outcome, planned.absence, asks=asks, own=own),
        officer=officer.shown if officer else "",
        notes=notes,
    )


def code_of(client: Person | None) -> str:
    """Beside a name; a child has no other word."""
    return "" if client is None or client.secret else client.code


def _notes(attendance: Attendance, *, planned: bool) -> tuple[Note, ...]:
    notes = []
    if not planned and not attendance.rejected:
        notes.append(Note.OUTSIDE_PLAN)
    if attendance.closed_by_rule:
        notes.append(Note.CLOSED_BY_RULE)
    if attendance.penalty_minutes:
        notes.append(Note.PENALTY)
    return tuple(notes)

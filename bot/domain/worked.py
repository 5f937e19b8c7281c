"""What became of a session, in one word and a few notes, and the line that a paper has of it. A site never
reads why somebody is excused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.absences import Absence
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.outcomes import EXCUSED, Outcome
from bot.domain.people import Role


class Status(StrEnum):
    """What a session was, in a word of `document-status-…`; `expected` leaves the cell to the pen."""

    EXPECTED = "expected"
    WORKING = "working"
    WAITING = "waiting"
    AWAITS_OFFICER = "awaits-officer"
    PRESENT = "present"
    REJECTED = "rejected"
    EXCUSED = "excused"
    ABSENT = "absent"
    ASKED = "asked"
    """He asks to be excused, and nobody has decided; a site reads `excused`."""
    UNREACHED = "unreached"
    """Nothing could be sent to him: no verdict. A site, where nobody came, reads `absent`."""
    SITE_CLOSED = "site-closed"
    SYSTEM_FAILURE = "system-failure"


ATTENDED = frozenset({Status.WORKING, Status.WAITING, Status.AWAITS_OFFICER, Status.PRESENT})
"""He came, as far as nobody has said otherwise."""
_SAID = {
    Outcome.SITE_CLOSED: Status.SITE_CLOSED,
    Outcome.SYSTEM_FAILURE: Status.SYSTEM_FAILURE,
    **dict.fromkeys(EXCUSED, Status.EXCUSED),
}


def status_of_work(state: AttendanceState, outcome: Outcome | None, *, accepted: bool) -> Status:
    """Of something that was recorded; what a person said of it since stands. `accepted`: planned, or an
    officer has accepted it."""
    match state:
        case AttendanceState.OPEN:
            return Status.WORKING
        case AttendanceState.WAITING:
            return Status.WAITING
        case _ if outcome in _SAID:
            return _SAID[outcome]
        case AttendanceState.REJECTED:
            return Status.REJECTED
        case AttendanceState.CONFIRMED:
            return Status.PRESENT if accepted else Status.AWAITS_OFFICER


def status_of_plan(
    state: SessionState,
    outcome: Outcome | None,
    absence: Absence | None,
    *,
    asks: bool = False,
    own: bool = False,
) -> Status:
    """Of a session of which nothing was recorded. `asks`: he asks to be excused and nobody has decided, which
    a site reads as *izin* too. `own`: for whoever guides the case."""
    if outcome in _SAID:
        return _SAID[outcome]
    if own and outcome is Outcome.UNREACHED:
        return Status.UNREACHED
    if asks:
        return Status.ASKED if own else Status.EXCUSED
    return Status.ABSENT if state is SessionState.MISSED or absence is not None else Status.EXPECTED


class Note(StrEnum):
    """What is worth a word beside the hours, in `document-note-…`."""

    OUTSIDE_PLAN = "outside-plan"
    CLOSED_BY_RULE = "closed-by-rule"
    PENALTY = "penalty"
    UNJUDGED = "unjudged"
    EXCUSE_DECLINED = "excuse-declined"
    EXPLANATION_DECLINED = "explanation-declined"
    PROVED = "proved"
    UNPROVED = "unproved"
    OPENING = "opening"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a client brought forward about a session that he did not work."""

    asked: bool = False
    """He asked to be excused for its day."""
    proved: bool = False
    """With a proof, whatever it is worth."""
    answered: bool = False
    """He explained it, and nobody has judged that."""
    disbelieved: bool = False
    """He explained it, and a person did not accept it."""


def notes_of(claim: Claim, *, undecided: bool, absent: bool) -> Iterator[Note]:
    """The facts of a claim without anybody's words, that a miss is not read as silence: what was asked or
    explained, with a proof or without, and that it was not accepted. `undecided`: of the request; `absent`:
    nobody has excused the session."""
    if claim.asked:
        if absent and not undecided:
            yield Note.EXCUSE_DECLINED
        yield Note.PROVED if claim.proved else Note.UNPROVED
    elif absent and claim.disbelieved:
        yield Note.EXPLANATION_DECLINED
    if absent and claim.answered and not undecided:
        yield Note.UNJUDGED


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A line of a paper: one session of one client, or work outside the plan; on a card also what counts
    without work (`day` None: served before). None leaves its cell empty."""

    day: date | None
    zone: str
    client: str = ""
    code: str = ""
    """Beside a name; '' where the code is all that is said."""
    site: str = ""
    planned: tuple[datetime, datetime] | None = None
    started_at: datetime | None = None
    finished_at: datetime | None = None
    break_minutes: int | None = None
    credited: int | None = None
    surplus: int = 0
    activity: str = ""
    status: Status | None = None
    confirmed_by: str = ""
    confirmed_role: Role | None = None
    officer: str = ""
    notes: tuple[Note, ...] = ()

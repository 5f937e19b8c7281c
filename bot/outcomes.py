"""What became of sessions that nobody worked: an officer's word on a miss."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.absences import Absence
from bot.domain.checkins import SessionState
from bot.domain.hours import EventKind
from bot.domain.messages import Choice, Notice, Param, Refused, When
from bot.domain.outcomes import MEANINGS, Outcome, offered, said_by_a_person
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.events import facts_of, record, told_by
from bot.storage.models import Case, Person, WorkSession

NOTHING_SAID = "none"
MISSED = offered(Role.OFFICER)
"""What an officer may say of a session that nobody worked, in the order of the buttons."""


def choices(planned: WorkSession) -> tuple[Choice, ...]:
    """A button for each outcome of a miss; it carries what somebody had said of it by then."""
    said = planned.outcome if said_by_a_person(planned.outcome) else None
    before = Outcome(said).value if said else NOTHING_SAID
    return tuple(
        Choice(f"outcome:{planned.id}:{number}:{before}", f"choice-outcome-{outcome.value}")
        for number, outcome in enumerate(MISSED)
    )


async def question(session: AsyncSession, case: Case, planned: WorkSession, key: str, said: Param) -> Notice:
    """What the client says of a miss, for whoever guides the case, with a button for each outcome."""
    client = await session.get_one(Person, planned.client_id)
    site = await queries.site_of(session, planned.office_id, planned.site_id)
    params: dict[str, Param] = {
        "name": client.shown,
        "day": When(planned.starts_at, site.zone),
        "site": site.name,
        "reason": said,
    }
    return Notice(to=case.guide, key=key, params=params, choices=choices(planned), card=card(planned))


def changed_since(planned: WorkSession, choice_id: str, outcome: Outcome) -> bool:
    """Whether somebody has said something else of a miss since a button was made (one without this part is
    older than the part)."""
    before = choice_id.split(":")[3:4]
    if not before or not said_by_a_person(planned.outcome) or planned.outcome is outcome:
        return False
    return before[0] != Outcome(planned.outcome or outcome).value


def card(planned: WorkSession) -> str:
    """One message a miss; it is replaced when somebody decides."""
    return f"outcome:{planned.id}"


async def reviewed(session: AsyncSession, case: Case, planned: WorkSession) -> bool:
    """Whether an officer has said of a session what stands there; else the clock has."""
    told = [told_by(one) for one in await facts_of(session, case, EventKind.OUTCOME_SET)]
    last = next((one for one in told if one.get("session") == planned.id), None)
    return last is not None and last.get("outcome") == planned.outcome


async def check_open(session: AsyncSession, planned: WorkSession, now: datetime) -> None:
    """Raises Refused for a session that somebody worked, that is still to come (unless the client has told
    the supervisor that he does not), or that was dropped. Where
    the supervisor rejected what was recorded, nobody is known to have been there."""
    if planned.state is SessionState.STARTED:
        recorded = await queries.attendance_for(session, planned)
        if recorded is None or not recorded.rejected:
            raise Refused("decided-was-there")
        return
    told = planned.absence is Absence.TOLD
    waits = planned.state is SessionState.PLANNED and (planned.starts_at <= now or told)
    if not waits and planned.state is not SessionState.MISSED:
        raise Refused("decided-not-open")


async def decide(
    session: AsyncSession,
    case: Case,
    planned: WorkSession,
    outcome: Outcome,
    *,
    by: Person,
    now: datetime,
    why: str = "",
) -> bool:
    """An officer says what became of a session, and why; False where that stood there before: then the client
    hears nothing, and a reason for what the clock has written is kept. A miss stays a miss, with its outcome;
    a session that is not over yet stays open: who comes late is still heard."""
    await check_open(session, planned, now)
    accepted = not MEANINGS[outcome].needs_follow_up
    stood = planned.outcome is outcome and (accepted or not planned.answer)
    if stood and (accepted or not why):
        return False
    payload = {
        "session": planned.id,
        "day": planned.day.isoformat(),
        "outcome": outcome.value,
        "words": planned.answer,
        "why": why,
    }
    planned.outcome = outcome
    if not accepted:
        planned.answer = ""  # a reason that is not accepted no longer holds the ladder; the facts keep it
    await record(
        session,
        case,
        EventKind.OUTCOME_SET,
        actor_id=by.id,
        payload=payload,
        happened_at=now,
        now=now,
        reason=outcome.value,
    )
    return not stood

"""What becomes of a session that nobody has started: its client is asked, then it is missed, unless nothing
could be sent to him, he was told not to come, or a person has said why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, kinship
from bot.domain.absences import Absence
from bot.domain.checkins import SessionState, SessionStep
from bot.domain.excuse_requests import WAITING_FOR_DECISION
from bot.domain.hours import EventKind
from bot.domain.messages import Ask, Awaits, Choice, Notice, OnlyIf, Param, When
from bot.domain.outcomes import MEANINGS, Outcome, silence
from bot.planning import cancel
from bot.storage import account_queries, queries
from bot.storage.events import record
from bot.storage.free_days import told_free
from bot.storage.models import Case, Person, Site, WorkSession

ASKED_FOR = timedelta(days=3)
"""So long after a session the question what happened still helps."""


async def ask(
    session: AsyncSession, planned: WorkSession, client: Person, site: Site, now: datetime
) -> list[Notice]:
    """No check-in after the grace: first doubt the network, then ask; the answer goes to the officer."""
    case = await _still_awaited(session, planned)
    if case is None or planned.outcome is Outcome.SITE_CLOSED:
        return []  # a person has said why, or the client himself
    if await account_queries.has_account(session, client):  # else he reads no question
        await queries.ask_for_words(session, client, "miss", planned.id, now)
    await _record(session, case, planned, EventKind.MISS_ASKED, now)
    params: dict[str, Param] = {"at": When(planned.starts_at, site.zone), "site": site.name}
    return [
        Notice(
            to=client.id,
            key="miss-question",
            params=cards.greeting(client) | params,
            choices=cards.miss_choices(planned.id),
            once=f"miss:{planned.id}:{planned.revision}",
            only_if=OnlyIf(Awaits.WORD, planned.id, planned.revision, _asked_until(planned).isoformat()),
        )
    ]


def _asked_until(planned: WorkSession) -> datetime:
    """What could not leave before the session was over still helps: until it is answered it is silence."""
    return planned.ends_at + ASKED_FOR


async def miss(
    session: AsyncSession,
    planned: WorkSession,
    client: Person,
    site: Site,
    silent: Outcome,
    now: datetime,
) -> list[Notice]:
    """The session is over and nobody came: supervisors may still say that the client was there. Where nothing
    could be sent to the client or heard of him (`silent`), nothing is said against him: the supervisor's word
    decides."""
    case = await _still_awaited(session, planned)
    if case is None:
        return []
    said = planned.outcome is not None
    planned.state, planned.outcome = SessionState.MISSED, planned.outcome or silent
    await _record(session, case, planned, EventKind.SESSION_MISSED, now)
    if (said and not MEANINGS[planned.outcome].needs_follow_up) or planned.absence is not None:
        return []  # the officer has said what became of it, or the supervisor that nobody came
    params: dict[str, Param] = {
        "name": client.shown,
        "site": site.name,
        "at": When(planned.starts_at, site.zone),
    }
    guardian = [] if silent is Outcome.SYSTEM_FAILURE else _guardian_asked(case, planned, client, site)
    return guardian + [
        Notice(
            to=one.id,
            key="miss-ask-supervisor",
            params=params,
            choices=(
                Choice(f"present:{planned.id}", "choice-was-present"),
                Choice(f"absent:{planned.id}", "choice-absent"),
            ),
            once=f"missed:{planned.id}:{planned.revision}:{one.id}",
        )
        for one in await kinship.deciders(session, site, planned.day, client.id, now)
    ]


def _guardian_asked(case: Case, planned: WorkSession, client: Person, site: Site) -> list[Notice]:
    """A guardian reads that nobody came, as a question: the supervisor may still say otherwise."""
    if case.guardian_id is None:
        return []
    return [
        Notice(
            to=case.guardian_id,
            key="guardian-missed",
            params={"name": client.shown, "at": When(planned.starts_at, site.zone)},
            ask=Ask.GUARDIAN,
            once=f"missed-guardian:{planned.id}:{planned.revision}",
        )
    ]


async def waits_for_excuse(session: AsyncSession, planned: WorkSession, now: datetime) -> list[Notice]:
    """The session is over, and whether he is excused is still to be decided: until then it climbs no ladder,
    and nobody at the site is asked about it."""
    case = await _still_awaited(session, planned)
    if case is None:
        return []
    planned.state, planned.outcome = SessionState.MISSED, planned.outcome or silence(reached=True)
    planned.answer = planned.answer or WAITING_FOR_DECISION
    await _record(session, case, planned, EventKind.SESSION_MISSED, now)
    return []


async def _still_awaited(session: AsyncSession, planned: WorkSession) -> Case | None:
    """The case, locked first as everywhere, or None when a check-in came in between."""
    case = await queries.locked_case(session, planned.office_id, planned.case_id)
    await session.flush()
    await session.refresh(planned)
    return case if planned.state is SessionState.PLANNED else None


async def _record(
    session: AsyncSession, case: Case, planned: WorkSession, kind: EventKind, now: datetime
) -> None:
    payload = {"session": planned.id, "day": planned.day.isoformat()}
    await record(session, case, kind, actor_id=None, payload=payload, happened_at=now, now=now)


async def called_off(session: AsyncSession, planned: WorkSession) -> bool:
    """Whether somebody was told on the eve that there is no work that day, and no person has said what became
    of it."""
    case = await session.get_one(Case, planned.case_id)
    said = planned.outcome is not None or planned.absence is not None
    return not said and bool(await told_free(session, case, planned))


async def left_out(session: AsyncSession, planned: WorkSession, now: datetime) -> list[Notice]:
    """Who was told not to come has missed nothing: the hours find another day."""
    case = await _still_awaited(session, planned)
    if case is not None:
        cancel(planned)
        planned.agreed, case.look_at = True, now  # the planner leaves it alone
    return []


async def was_reached(
    session: AsyncSession,
    planned: WorkSession,
    client: Person,
    steps: Sequence[tuple[datetime, SessionStep]],
) -> bool:
    """Whether a word of this session could reach its client: a reminder, or at the latest the question why
    he has not begun. Who can be reached only after that has heard nothing of it."""
    if not await account_queries.has_account(session, client):
        return False
    if planned.absence is Absence.TOLD:  # he knew of it, and was reminded of nothing
        return True
    asked = min((at for at, one in steps if one is SessionStep.MISS_QUESTION), default=planned.ends_at)
    first = min(at for at, _ in steps)
    return await account_queries.was_reachable(session, client, first, min(asked, planned.ends_at))

"""Sessions that nobody has started: reminded twice, then asked about, then missed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, kinship, signed_lists
from bot.domain.absences import Absence
from bot.domain.checkins import (
    SessionState,
    SessionStep,
    due_step,
    extension,
    next_look,
    session_steps,
)
from bot.domain.excuse_requests import WAITING_FOR_DECISION
from bot.domain.hours import EventKind
from bot.domain.messages import Ask, Awaits, Choice, Notice, OnlyIf, Param, Resend, When
from bot.domain.outages import Outage
from bot.domain.outcomes import EXCUSED, MEANINGS, Outcome, silence
from bot.domain.reminders import days_ahead, helps_until, reminder_words
from bot.planning import cancel
from bot.quiet_hours import held, morning_of
from bot.reminding import habits_of
from bot.storage import account_queries, guardian_queries, queries
from bot.storage.events import record
from bot.storage.excuse_requests import asked_for
from bot.storage.free_days import dropped_once, told_free
from bot.storage.models import Case, Office, Person, Site, WorkSession
from bot.storage.outages import outages_in

BATCH = 50
ASKED_FOR = timedelta(days=3)
"""So long after a session the question what happened still helps."""
"""Sessions a transaction: on SQLite everybody who checks in waits for its end."""


async def sessions(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Look at the sessions whose time has come, some at a time, and do the one step that helps now."""
    due = await _due(session, now)
    if not due:
        return None
    outages = await outages_in(session, min(planned.starts_at for planned, *_ in due), now)
    notices: list[Notice] = []
    for planned, client, site, office in sorted(due, key=lambda row: row[0].case_id):
        told = await _step(session, planned, client, site, office, outages, now)
        notices += held(told, _morning(planned, office, now))
    return notices


def _morning(planned: WorkSession, office: Office, now: datetime) -> datetime | None:
    """When to speak of a session, where that is not now: whoever works at night is awake, and of what begins
    before the morning nobody could be told in time."""
    morning = morning_of(office, now)
    goes_on = morning is not None and planned.starts_at < morning and planned.ends_at > now
    return None if goes_on else morning


async def _due(session: AsyncSession, now: datetime) -> Sequence[tuple[WorkSession, Person, Site, Office]]:
    """What is due, read after its cases were locked."""
    cases = await queries.lock_due(session, WorkSession, now, BATCH)
    if not cases:
        return ()
    query = (
        select(WorkSession, Person, Site, Office)
        .join(Person, col(Person.id) == col(WorkSession.client_id))
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .join(Office, col(Office.id) == col(WorkSession.office_id))
        .where(col(WorkSession.look_at) <= now, col(WorkSession.case_id).in_(cases))
        .order_by(col(WorkSession.look_at), col(WorkSession.id))
        .limit(BATCH)
    )
    return (await session.exec(query)).all()


async def _step(
    session: AsyncSession,
    planned: WorkSession,
    client: Person,
    site: Site,
    office: Office,
    outages: Sequence[Outage],
    now: datetime,
) -> list[Notice]:
    slot = queries.slot_of(planned)
    steps = session_steps(slot, site.zone, habits_of(office, client), outages)
    since, planned.look_at = planned.look_at or now, next_look(steps, now)
    if planned.state is not SessionState.PLANNED:
        planned.look_at = None
        dropped = planned.state is SessionState.CANCELLED
        return await _dropped(session, planned, client, site, now) if dropped else []
    step = due_step(steps, since, now)
    if await asked_for(session, client.id, office.id, planned.day):
        return await _asked_to_be_excused(session, planned, now) if step is SessionStep.MISSED else []
    if step is not SessionStep.MISSED and _stays_away(planned):
        return []
    if step in (SessionStep.MISS_QUESTION, SessionStep.MISSED) and await _called_off(session, planned):
        return await _left_out(session, planned, now) if step is SessionStep.MISSED else []
    match step:
        case SessionStep.REMINDER if now < planned.starts_at:
            past = [at for at, one in steps if one is SessionStep.REMINDER and at <= now]
            ahead = days_ahead(planned.starts_at, _morning(planned, office, now) or now, site.zone)
            until = helps_until(planned.starts_at, ahead, site.zone)
            only_if = OnlyIf(Awaits.SESSION, planned.id, planned.revision, until.isoformat())
            told = _reminder(planned, client, site, reminder_words(ahead, len(past)), past[-1], only_if)
            guardian = await _for_guardian(session, planned, client, site, ahead, only_if)
            return [told, *guardian, *await _unattended(session, planned, site, now)]
        case SessionStep.MISS_QUESTION:
            return await _ask(session, planned, client, site, now)
        case SessionStep.MISSED:
            reached = await _was_reached(session, planned, client, steps)
            silent = silence(reached=reached, lost=extension(slot, outages))
            return await _miss(session, planned, client, site, silent, now)
        case _:  # nothing, or a reminder that comes too late to help
            return []


async def _called_off(session: AsyncSession, planned: WorkSession) -> bool:
    """Whether somebody was told on the eve that there is no work that day, and no person has said what became
    of it."""
    case = await session.get_one(Case, planned.case_id)
    said = planned.outcome is not None or planned.absence is not None
    return not said and bool(await told_free(session, case, planned))


async def _left_out(session: AsyncSession, planned: WorkSession, now: datetime) -> list[Notice]:
    """Who was told not to come has missed nothing: the hours find another day."""
    case = await _still_awaited(session, planned)
    if case is not None:
        cancel(planned)
        planned.agreed, case.look_at = True, now  # the planner leaves it alone
    return []


async def _was_reached(
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


def _stays_away(planned: WorkSession) -> bool:
    """Whether a client need not be reminded or asked: he is excused, or has told the supervisor."""
    return planned.outcome in EXCUSED or planned.absence is Absence.TOLD


async def _dropped(
    session: AsyncSession, planned: WorkSession, client: Person, site: Site, now: datetime
) -> list[Notice]:
    """The plan no longer holds a session of which people were reminded: they need not come."""
    at: dict[str, Param] = {"at": When(planned.starts_at, site.zone)}
    once = f"{dropped_once(planned)}{planned.revision}"
    told = Notice(
        to=client.id,
        key="session-dropped",
        params=cards.greeting(client) | at,
        lines=await cards.next_day(session, client, now),
        ask=await cards.keyboard(session, client, now),
        once=once,
    )
    for_site = [
        Notice(
            to=one.id,
            key="session-dropped-site",
            params=at | {"name": client.shown, "site": site.name},
            once=f"{once}:{one.id}",
        )
        for one in await queries.supervisors_of(session, site, planned.day, now)
        if one.id != client.id
    ]
    case = await session.get_one(Case, planned.case_id)
    for_guardian = [
        Notice(
            to=guardian,
            key="guardian-session-dropped",
            params=at | {"name": client.shown},
            lines=told.lines,
            ask=Ask.GUARDIAN,
            once=f"{once}:guardian",
        )
        for guardian in await _passes_on(session, case, client)
    ]
    return [told, *for_guardian, *for_site]


async def _passes_on(session: AsyncSession, case: Case, client: Person) -> list[int]:
    """The guardian, where the client has no chat of his own that takes messages."""
    if case.guardian_id is None or await guardian_queries.has_own_chat(session, client):
        return []
    return [case.guardian_id]


async def _unattended(session: AsyncSession, planned: WorkSession, site: Site, now: datetime) -> list[Notice]:
    """Where nobody is there to confirm, the officer hears of it while something can still be done."""
    case = await session.get_one(Case, planned.case_id)
    return await signed_lists.asked(session, case, planned, site, now)


def _reminder(
    planned: WorkSession, client: Person, site: Site, key: str, due: datetime, only_if: OnlyIf
) -> Notice:
    params = cards.greeting(client) | {"at": When(planned.starts_at, site.zone), "site": site.name}
    return Notice(
        to=client.id,
        key=key,
        params=params,
        ask=Ask.START,
        once=f"remind:{planned.id}:{planned.revision}:{due.astimezone(UTC):%Y-%m-%dT%H:%M}",
        only_if=only_if,
        resend=Resend.NEVER,
    )


async def _for_guardian(
    session: AsyncSession, planned: WorkSession, client: Person, site: Site, ahead: int, only_if: OnlyIf
) -> list[Notice]:
    """Once, on the eve or what is left of it: he tells the client."""
    case = await session.get_one(Case, planned.case_id)
    return [
        Notice(
            to=guardian,
            key="guardian-reminder" if ahead else "guardian-reminder-today",
            params={"name": client.shown, "at": When(planned.starts_at, site.zone)},
            ask=Ask.GUARDIAN,
            once=f"remind-guardian:{planned.id}:{planned.revision}",
            only_if=only_if,
            resend=Resend.NEVER,
        )
        for guardian in await _passes_on(session, case, client)
        if ahead <= 1
    ]


async def _ask(
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


async def _miss(
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


async def _asked_to_be_excused(session: AsyncSession, planned: WorkSession, now: datetime) -> list[Notice]:
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

"""Sessions to come, step by step: reminders, what people hear where one is off, and after its grace its miss
(`scheduler.misses`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, signed_lists
from bot.domain.absences import Absence
from bot.domain.checkins import (
    SessionState,
    SessionStep,
    due_step,
    extension,
    next_look,
    session_steps,
)
from bot.domain.messages import Ask, Awaits, Notice, OnlyIf, Param, Resend, When
from bot.domain.outages import Outage
from bot.domain.outcomes import EXCUSED, silence
from bot.domain.reminders import days_ahead, helps_until, reminder_words
from bot.quiet_hours import held, morning_of
from bot.reminding import habits_of
from bot.storage import guardian_queries, queries
from bot.storage.excuse_requests import asked_for
from bot.storage.free_days import dropped_once
from bot.storage.models import Case, Office, Person, Site, WorkSession
from bot.storage.outages import outages_in
from scheduler.misses import ask, called_off, left_out, miss, waits_for_excuse, was_reached

BATCH = 50
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
        return await waits_for_excuse(session, planned, now) if step is SessionStep.MISSED else []
    if step is not SessionStep.MISSED and _stays_away(planned):
        return []
    if step in (SessionStep.MISS_QUESTION, SessionStep.MISSED) and await called_off(session, planned):
        return await left_out(session, planned, now) if step is SessionStep.MISSED else []
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
            return await ask(session, planned, client, site, now)
        case SessionStep.MISSED:
            reached = await was_reached(session, planned, client, steps)
            silent = silence(reached=reached, lost=extension(slot, outages))
            return await miss(session, planned, client, site, silent, now)
        case _:  # nothing, or a reminder that comes too late to help
            return []


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

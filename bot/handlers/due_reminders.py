"""What a client can be reminded of now, and why not where nothing is due."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.cases import CaseState, local_day
from bot.domain.checkins import SessionState
from bot.domain.messages import Ask, Awaits, Choice, Notice, OnlyIf, Refused, Resend, When
from bot.domain.reports import midday
from bot.storage import account_queries, excuse_requests, nudges, queries
from bot.storage.models import Case, Office, Person


async def reminder(session: AsyncSession, case: Case, client: Person, office: Office, at: datetime) -> Notice:
    """What is due at that time, in the words of the clock's own reminder. Raises Refused with the reason
    where nothing is, or where nothing reaches him."""
    if case.state is not CaseState.ACTIVE:
        raise Refused("nudge-resting", name=client.shown)
    if not await account_queries.has_account(session, client):
        raise Refused("nudge-unreachable", name=client.shown)
    today = local_day(at, office.zone)
    if await nudges.excused_on(session, case, today):
        raise Refused("nudge-excused", name=client.shown)
    if await excuse_requests.asked_for(session, client.id, client.office_id, today):
        raise Refused("nudge-asked", name=client.shown)
    sessions = await nudges.sessions_on(session, case, today)
    for planned, site in sessions:
        if planned.state is SessionState.PLANNED and planned.ends_at > at:
            early = planned.starts_at > at
            until = (planned.starts_at if early else planned.ends_at).isoformat()
            return Notice(
                to=client.id,
                key="reminder-hour" if early else "reminder-late",
                params=cards.greeting(client) | {"at": When(planned.starts_at, site.zone), "site": site.name},
                ask=Ask.START,
                only_if=OnlyIf(Awaits.SESSION, planned.id, planned.revision, until),
                resend=Resend.NEVER,
            )
    report = await queries.open_report(session, client, today)
    if report is not None:
        return Notice(
            to=client.id,
            key="report-reminder",
            params=cards.greeting(client) | {"day": When(midday(report.due_on, office.zone), office.zone)},
            ask=Ask.REPORT,
            only_if=OnlyIf(Awaits.REPORT, report.id, report.revision, report.closes_at.isoformat()),
            resend=Resend.NEVER,
        )
    done = any(planned.state is SessionState.STARTED for planned, _ in sessions)
    raise Refused("nudge-done" if done else "nudge-nothing-due", name=client.shown)


async def choices(
    session: AsyncSession, case: Case, client: Person, office: Office, now: datetime
) -> list[Choice]:
    """The button on a card, only where it would remind of something."""
    try:
        await reminder(session, case, client, office, now)
    except Refused:
        return []
    return [Choice(f"nudge:{case.id}", "choice-nudge")]

"""A client's own hours: done, waiting, surplus, remaining, and what comes next."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.balance import surplus_word
from bot.domain.bars import bar
from bot.domain.cases import CaseState, local_day
from bot.domain.hours import EventKind
from bot.domain.messages import Inbound, Line, Minutes, Notice, Param, When
from bot.domain.reports import midday
from bot.handlers import case_lines, own_contests
from bot.storage import client_queries, queries
from bot.storage.events import facts_of
from bot.storage.models import Case, Person

CLOSED_SHOWN = timedelta(days=365)
"""How long `/jam` tells of a case that was closed."""


async def hours(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/jam`: done, waiting, surplus, remaining; the figures of the digest. A case that was closed in the
    last year still has its own; who has several reads which is which."""
    cases = await queries.open_cases(session, who)
    counted = [
        (case, [*figures, *await case_lines.for_client(session, case, who, now)])
        for case in cases
        if (figures := await _hours_of(session, case))
    ]
    counted += await _closed(session, who, now)
    lines: list[Line] = []
    for case, told in counted:
        lines += [Line("hours-of-case", {"number": case.number})] if len(counted) > 1 else []
        lines += told
    key = "hours-heading" if lines else "reports-heading"
    if any(case.report_every for case in cases):
        lines += await _report_of(session, who, now)
    lines += await own_contests.waiting(session, who)
    following = await client_queries.awaited_session(session, who, now)
    if following:
        site = await queries.site_of(session, who.office_id, following.site_id)
        when: dict[str, Param] = {"at": When(following.starts_at, site.zone), "site": site.name}
        until = {"until": When(following.ends_at, site.zone)}
        late = following.starts_at <= now
        lines.append(Line("hours-now", when | until) if late else Line("hours-next", when))
    elif any(case.state is CaseState.ACTIVE and case.total_minutes is not None for case in cases):
        lines.append(Line("hours-nothing-planned"))
    key = key if lines else "hours-none"
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key=key, params=cards.greeting(who), lines=tuple(lines), ask=ask)]


async def _closed(session: AsyncSession, who: Person, now: datetime) -> list[tuple[Case, list[Line]]]:
    """How cases ended, and with which hours."""
    office = await queries.office_of(session, who.office_id)
    closed: list[tuple[Case, list[Line]]] = []
    for case in await queries.closed_cases(session, who):
        changes = await facts_of(session, case, EventKind.CASE_STATE_CHANGED)
        if changes and now - changes[0].happened_at <= CLOSED_SHOWN:
            day = When(changes[0].happened_at, office.zone)
            ended = Line(f"hours-closed-{case.state.value}", {"day": day})
            closed.append((case, [ended, *await _hours_of(session, case)]))
    return closed


async def _hours_of(session: AsyncSession, case: Case) -> list[Line]:
    """What counts hours; a duty to report only has none."""
    balance = await queries.balance_of(session, case)
    if case.total_minutes is None and not (balance.credited or balance.waiting or balance.surplus):
        return []
    lines = [
        *_bar(case, balance.credited),
        Line("hours-done", {"credited": Minutes(balance.credited)}),
        *await case_lines.opening(session, case, balance),
        Line("hours-waiting", {"waiting": Minutes(balance.waiting)}),
    ]
    for cap, minutes in await client_queries.surplus_causes(session, case):
        lines.append(Line("hours-surplus", {"surplus": Minutes(minutes), "cause": surplus_word(cap)}))
    if balance.remaining is not None and case.total_minutes is not None:
        of = {"remaining": Minutes(balance.remaining), "total": Minutes(case.total_minutes)}
        lines.append(Line("hours-remaining", of))
    return lines


def _bar(case: Case, credited: int) -> list[Line]:
    """The share as a picture of letters; the lines below say the same in words."""
    if not case.total_minutes:
        return []
    drawn: dict[str, Param] = {"bar": bar(credited, case.total_minutes), "credited": Minutes(credited)}
    return [Line("hours-bar", drawn | {"total": Minutes(case.total_minutes)})]


async def _report_of(session: AsyncSession, who: Person, now: datetime) -> list[Line]:
    """The report that is awaited, or the day of the next one."""
    office = await queries.office_of(session, who.office_id)
    awaited = await queries.open_report(session, who, local_day(now, office.zone))
    report = awaited or await queries.next_report(session, who)
    if report is None:
        return []
    day = {"day": When(midday(report.due_on, office.zone), office.zone)}
    return [Line("hours-report-awaited" if awaited else "hours-report-next", day)]

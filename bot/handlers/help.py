"""What anybody can ask: hours, own data, a human; and one helpful answer to everything else."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, receipts
from bot.domain.balance import surplus_word
from bot.domain.cases import CaseState, local_day
from bot.domain.hours import EventKind
from bot.domain.messages import Ask, Choice, Inbound, Kind, Line, Minutes, Notice, Param, When, Word
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.handlers import case_lines
from bot.handlers.newcomers import newcomer_at
from bot.handlers.strangers import Stranger, unknown
from bot.storage import client_queries, queries
from bot.storage.events import facts_of
from bot.storage.models import Case, Office, Person

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
    following = await queries.next_session(session, who, now)
    if following:
        site = await queries.site_of(session, who.office_id, following.site_id)
        when: dict[str, Param] = {"at": When(following.starts_at, site.zone), "site": site.name}
        lines.append(Line("hours-next", when))
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


async def _report_of(session: AsyncSession, who: Person, now: datetime) -> list[Line]:
    """The report that is awaited, or the day of the next one."""
    office = await queries.office_of(session, who.office_id)
    awaited = await queries.open_report(session, who, local_day(now, office.zone))
    report = awaited or await queries.next_report(session, who)
    if report is None:
        return []
    day = {"day": When(midday(report.due_on, office.zone), office.zone)}
    return [Line("hours-report-awaited" if awaited else "hours-report-next", day)]


async def own_data(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/data`: what is kept about the person, and whom to ask about it."""
    office = await queries.office_of(session, who.office_id)
    params: dict[str, Param] = {
        "name": cards.greeting(who)["name"],
        "role": Word(f"role-{Role(who.role).value}"),
        "phone": who.phone or "–",
        "office": office.name,
        "contact": office.contact,
    }
    return [Notice(to=who.id, key="own-data", params=params, ask=await cards.keyboard(session, who, now))]


async def human(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """`/bantuan`: how to reach a human, and what can be said here."""
    if isinstance(who, Stranger):
        return await _for_newcomer(session, who, inbound, now)
    office = await queries.office_of(session, who.office_id)
    role = Role(who.role)
    known = role in cards.WITH_WORDS_OF_THEIR_OWN
    ask = await cards.keyboard(session, who, now)
    line = Line(f"help-{role.value}" if known else "help-others")
    if ask is Ask.REPORT:
        line = Line("help-client-report")
    if role is Role.CLIENT:
        return [_for_client(who, office, line)]
    return [Notice(to=who.id, key="help", params={"contact": office.contact}, lines=(line,), ask=ask)]


def _for_client(who: Person, office: Office, line: Line) -> Notice:
    """A client can call for help here, at any hour."""
    choices = (Choice("help-call", "choice-help-call"),)
    return Notice(to=who.id, key="help", params={"contact": office.contact}, lines=(line,), choices=choices)


async def _for_newcomer(
    session: AsyncSession, who: Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """Whoever is on the way in reads whom to ask, and then the step that comes next; one who is locked out
    reads both in one message."""
    step = await unknown(session, who, inbound, now)
    newcomer = await newcomer_at(session, inbound.sender, now)
    if newcomer is None or newcomer.invitation.locked_at is not None:
        return step
    contact = newcomer.office.contact
    return [Notice(to=newcomer.address, key="newcomer-help", params={"contact": contact}), *step]


async def file(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A file that is no photo (PDF, SVG, video): what to send instead."""
    ask = await cards.keyboard(session, who, now)
    if who.role is Role.CLIENT:
        return [Notice(to=who.id, key="file-not-read", lines=(receipts.photo_manners(who),), ask=ask)]
    office = await queries.office_of(session, who.office_id)
    key = "file-not-read-supervisor" if who.role is Role.SUPERVISOR else "file-not-read-others"
    return [Notice(to=who.id, key=key, params={"contact": office.contact}, ask=ask)]


async def fallback(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Whatever else comes: say what can be done now."""
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key=f"not-understood-{ask.value}", params=cards.greeting(who), ask=ask)]


async def not_for_you(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A command or button of another role: nothing is shown, and what is possible is said."""
    if inbound.kind is Kind.PHOTO:
        return await file(session, who, inbound, now)
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="not-for-you", ask=ask)]

"""`/perlu`: what needs an officer now, what waits for others, how many are fine; each with the next step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.client_buttons import ways_on
from bot.domain.digest import Week
from bot.domain.finding import Finding, Group
from bot.domain.findings import findings, groups_of
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Param, Refused, Show, When, choice_numbers
from bot.domain.pages import page_in
from bot.domain.people import Role
from bot.domain.weeks import Period
from bot.domain.work_list import Listed, in_order, listed
from bot.handlers import decision_cards, decision_lines, site_contacts
from bot.handlers.decision_cards import Pile
from bot.reports.summary import exceptions, fine_line
from bot.reports.weekly import gather
from bot.storage import leaves, queries
from bot.storage.models import Office, Person

log = structlog.get_logger()

LOOK_BACK = timedelta(days=6)
"""`/perlu` looks at today and the six days before."""
BUTTONS = 6
"""On a page; clients without one open by `/klien`."""
HERE = {
    "digest-call-open": "needs-call-open",
    "digest-call-taken": "needs-call-taken",
    "digest-unread": "needs-unread",
    "digest-unread-worrying": "needs-unread-worrying",
    "digest-outside-plan": "needs-outside-plan",
    "digest-pin": "needs-pin",
    "digest-offer-asked": "needs-offer-asked",
    "digest-offer-all-asked": "needs-offer-all-asked",
    "digest-never-joined": "needs-never-joined",
    "digest-wrong-number": "needs-wrong-number",
    "digest-no-placement": "needs-no-placement",
    "digest-no-plan": "needs-no-plan",
    "digest-draft": "needs-draft",
}
"""Sentences whose next step is on a card above them here, or on a button below."""
DECIDED = frozenset({"digest-asked-excuse", "digest-asked-contest"})
"""Sentences that stand here as lines of their own, each with its card (`decision_lines`)."""
LISTED = frozenset({"excuses", "moves", "contests"})
"""Piles of cards that are lines of the list by now: an old button to their next page shows it."""


async def needs(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The list of an officer, whose lines open the cards, last: it is what a number means that is typed under
    it. Above it, who cannot wait, and the cards of what is no client's. For a head of office the calls for
    help, the offers without an answer and the closings that wait for his word."""
    called = await decision_cards.first(session, who, now)
    if who.role is Role.HEAD:
        decisions = [*called, *await decision_cards.of_head(session, who, now)]
        return decisions or [Notice(to=who.id, key="needs-none-head", ask=Ask.HEAD)]
    decisions = await decision_cards.of_officer(session, who, now)
    office = await queries.office_of(session, who.office_id)
    waiting = await decision_lines.waiting(session, who, office, now)
    below: list[Notice] = []
    lists: list[Notice] = []
    calm: list[Line] = []
    for officer in (who, *await leaves.away_today(session, who, now)):
        week = await _week(session, office, officer, now)
        found = _sentences(week, waiting.get(officer.id, ()))
        page = listed(found, 1)
        if page.findings:
            lists.append(await _heading(session, who, officer, office, week, found, page, now))
            below += await decision_cards.outside_plan(session, who, week, now)
        elif officer.id == who.id:
            calm = _fine(week, found)
    if called or lists or decisions:
        return [*called, *below, *decisions, *lists]
    return [Notice(to=who.id, key="needs-nothing", lines=tuple(calm), ask=Ask.OFFICER)]


async def more(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The next cards of one kind; where all of them were decided meanwhile, a word."""
    wanted = inbound.text.split(":")[1:2]
    pile = next((one for one in decision_cards.piles(who) if [one.value] == wanted), None)
    if pile is None and who.role is Role.OFFICER and LISTED.issuperset(wanted):
        return await needs(session, who, inbound, now)
    if pile is None:
        raise Refused("choice-unknown")
    found = await decision_cards.page(session, who, pile, page_in(inbound.text) or 0, now)
    if pile is Pile.WRITERS:
        found = [replace(one, show=Show.EDIT) for one in found]
    return found or [Notice(to=who.id, key="decisions-none")]


async def turn(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Another page, as the list is now; a button of a list that was longer opens its last page."""
    officer_id, number = choice_numbers(inbound.text, 2)
    officers = {one.id: one for one in (who, *await leaves.away_today(session, who, now))}
    if officer_id not in officers:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    officer, office = officers[officer_id], await queries.office_of(session, who.office_id)
    week = await _week(session, office, officer, now)
    waiting = await decision_lines.waiting(session, who, office, now)
    found = _sentences(week, waiting.get(officer.id, ()))
    page = listed(found, number)
    if not page.findings:
        return [Notice(to=who.id, key="needs-nothing", lines=tuple(_fine(week, found)), ask=Ask.OFFICER)]
    shown = await _heading(session, who, officer, office, week, found, page, now)
    return [replace(shown, show=Show.EDIT)]


async def _week(session: AsyncSession, office: Office, officer: Person, now: datetime) -> Week:
    today = local_day(now, office.zone)
    return await gather(session, office, officer, Period(today - LOOK_BACK, today), now)


async def _heading(
    session: AsyncSession,
    who: Person,
    officer: Person,
    office: Office,
    week: Week,
    found: Sequence[Finding],
    page: Listed,
    now: datetime,
) -> Notice:
    """A page of his own clients, or of those of an officer on leave."""
    own = officer.id == who.id
    at: dict[str, Param] = {"at": When(now, office.zone)}
    shown = await site_contacts.added(session, who, week, page.findings, now)
    lines = [_counts(found), *(_with_card(line) for line in exceptions(shown))]
    if page.number == page.last:
        lines += _fine(week, found)
    if page.last > 1:
        lines.append(Line("needs-page", {"page": page.number, "pages": page.last}))
    return Notice(
        to=who.id,
        key="needs-heading" if own else "needs-heading-stand-in",
        params=at if own else at | {"officer": officer.shown},
        lines=tuple(lines),
        choices=(*ways_on(week, shown, BUTTONS), *_turning(officer, page)),
        card=f"needs:{officer.id}",
        show=Show.AGAIN,
    )


def _sentences(week: Week, waiting: Sequence[Finding]) -> list[Finding]:
    """What waits for his decision, and what the week shows beside it."""
    return in_order([*waiting, *(one for one in findings(week) if one.line.key not in DECIDED)])


def _counts(found: Sequence[Finding]) -> Line:
    """How many sentences of each kind all pages have."""
    return Line(
        "needs-counts",
        {group.value: sum(one.group is group for one in found) for group in (Group.ACT, Group.WAITING)},
    )


def _fine(week: Week, found: Sequence[Finding]) -> list[Line]:
    """How many are fine, and the figures of the week, in one line."""
    groups = groups_of(week, found)
    fine = {one.person for one in week.clients if groups[one.case_id] is Group.FINE}
    return [fine_line(week, len(fine))] if fine else []


def _with_card(line: Line) -> Line:
    """Here the next step is a button below, or a card above; elsewhere `/perlu` is the step."""
    return Line(HERE.get(line.key, line.key), line.params)


def _turning(officer: Person, page: Listed) -> Iterator[Choice]:
    if page.number < page.last:
        yield Choice(f"needs-page:{officer.id}:{page.number + 1}", "choice-needs-next")
    elif page.last > 1:
        yield Choice(f"needs-page:{officer.id}:1", "choice-needs-first")

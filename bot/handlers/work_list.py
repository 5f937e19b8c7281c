"""`/perlu`: what needs an officer now, what waits for others, how many are fine; each with the next step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.digest import Week
from bot.domain.finding import Finding, Group
from bot.domain.findings import findings, groups_of
from bot.domain.follow_ups import FollowUpKind
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Param, Refused, Show, When, choice_numbers
from bot.domain.pages import page_in
from bot.domain.people import Role
from bot.domain.weeks import Period
from bot.domain.work_list import Entry, Listed, entries_of, listed
from bot.handlers import clients, decision_cards
from bot.handlers.decision_cards import Pile
from bot.reports.summary import exceptions, fine_line
from bot.reports.weekly import gather
from bot.storage import leaves, queries
from bot.storage.models import Office, Person

log = structlog.get_logger()

LOOK_BACK = timedelta(days=6)
"""`/perlu` looks at today and the six days before."""
BUTTONS = 6
"""Clients with a button on a page; the others open by `/klien`."""
CARD_BELOW = {
    "digest-call-open": "needs-call-open",
    "digest-call-taken": "needs-call-taken",
    "digest-unread": "needs-unread",
    "digest-unread-worrying": "needs-unread-worrying",
    "digest-outside-plan": "needs-outside-plan",
    "digest-pin": "needs-pin",
    "digest-offer-asked": "needs-offer-asked",
    "digest-offer-all-asked": "needs-offer-all-asked",
}
"""Sentences about what is decided on a card that stands above or below them here."""
ON_CARDS = frozenset({"digest-asked-excuse", "digest-asked-contest"})
"""Sentences that are left out here: their cards with the buttons stand below."""
LABELS = {
    Entry.CALL: {"choice-name": "choice-name-call", "choice-case": "choice-case-call"},
    Entry.FOLLOW_UP: {"choice-name": "choice-name-follow-up", "choice-case": "choice-case-follow-up"},
}
"""How a client's button looks where it does not open his card."""


async def needs(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A card for each decision, and the first page of the list, which comes last: it is what a number means
    that is typed under it; for a head of office the calls for help, the
    offers without an answer and the closings that wait for his word."""
    called = await decision_cards.first(session, who, now)
    if who.role is Role.HEAD:
        decisions = [*called, *await decision_cards.of_head(session, who, now)]
        return decisions or [Notice(to=who.id, key="needs-none-head", ask=Ask.HEAD)]
    decisions = await decision_cards.of_officer(session, who, now)
    office = await queries.office_of(session, who.office_id)
    below: list[Notice] = []
    lists: list[Notice] = []
    calm: list[Line] = []
    for officer in (who, *await leaves.away_today(session, who, now)):
        week = await _week(session, office, officer, now)
        page = listed(_sentences(week), 1)
        if page.findings:
            lists.append(_heading(who, officer, office, week, page, now))
            below += await decision_cards.outside_plan(session, who, week, now)
        elif officer.id == who.id:
            calm = _fine(week)
    if called or lists or decisions:
        return [*called, *below, *decisions, *lists]
    return [Notice(to=who.id, key="needs-nothing", lines=tuple(calm), ask=Ask.OFFICER)]


async def more(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The next cards of one kind; where all of them were decided meanwhile, a word."""
    wanted = inbound.text.split(":")[1:2]
    pile = next((one for one in decision_cards.piles(who) if [one.value] == wanted), None)
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
    office = await queries.office_of(session, who.office_id)
    week = await _week(session, office, officers[officer_id], now)
    page = listed(_sentences(week), number)
    if not page.findings:
        return [Notice(to=who.id, key="needs-nothing", lines=tuple(_fine(week)), ask=Ask.OFFICER)]
    shown = _heading(who, officers[officer_id], office, week, page, now)
    return [replace(shown, show=Show.EDIT)]


async def _week(session: AsyncSession, office: Office, officer: Person, now: datetime) -> Week:
    today = local_day(now, office.zone)
    return await gather(session, office, officer, Period(today - LOOK_BACK, today), now)


def _heading(who: Person, officer: Person, office: Office, week: Week, page: Listed, now: datetime) -> Notice:
    """A page of his own clients, or of those of an officer on leave."""
    own = officer.id == who.id
    at: dict[str, Param] = {"at": When(now, office.zone)}
    lines = [_with_card(line) for line in exceptions(page.findings)]
    if page.number == page.last:
        lines += _fine(week)
    if page.last > 1:
        lines.append(Line("needs-page", {"page": page.number, "pages": page.last}))
    return Notice(
        to=who.id,
        key="needs-heading" if own else "needs-heading-stand-in",
        params=at if own else at | {"officer": officer.shown},
        lines=tuple(lines),
        choices=(*_buttons(week, page), *_turning(officer, page)),
        card=f"needs:{officer.id}",
        show=Show.AGAIN,
    )


def _sentences(week: Week) -> list[Finding]:
    return [one for one in findings(week) if one.line.key not in ON_CARDS]


def _fine(week: Week) -> list[Line]:
    """How many are fine, and the figures of the week, in one line."""
    groups = groups_of(week, findings(week))
    fine = {one.person for one in week.clients if groups[one.case_id] is Group.FINE}
    return [fine_line(week, len(fine))] if fine else []


def _with_card(line: Line) -> Line:
    """Here the card to decide on comes right below; elsewhere `/perlu` is the step."""
    return Line(CARD_BELOW.get(line.key, line.key), line.params)


def _buttons(week: Week, page: Listed) -> Iterator[Choice]:
    """A button for each client of the page; where somebody must be called, it asks what came of the call."""
    counted = (*week.clients, *week.left_behind)
    known = {one.case_id: clients.Numbered(one.case_id, one.name, one.number) for one in counted}
    known |= {one.case_id: clients.Numbered(one.case_id, one.name) for one in week.drafts}
    entries = entries_of(page.findings, BUTTONS)
    for choice, (case, entry) in zip(
        clients.buttons("client", [known[one] for one in entries]), entries.items(), strict=True
    ):
        yield choice if entry is Entry.CARD else _tried(choice, case, entry)


def _tried(choice: Choice, case: int, entry: Entry) -> Choice:
    call = f":{FollowUpKind.CALL.value}" if entry is Entry.CALL else ""
    return replace(choice, id=f"{entry.value}:{case}{call}", key=LABELS[entry][choice.key])


def _turning(officer: Person, page: Listed) -> Iterator[Choice]:
    if page.number < page.last:
        yield Choice(f"needs-page:{officer.id}:{page.number + 1}", "choice-needs-next")
    elif page.last > 1:
        yield Choice(f"needs-page:{officer.id}:1", "choice-needs-first")

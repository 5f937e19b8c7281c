"""An officer says what became of a missed session, or excuses a client for several days; people are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, outcomes
from bot.domain.cases import local_day
from bot.domain.days import names_year, read_day
from bot.domain.messages import (
    Ask,
    Choice,
    Inbound,
    Line,
    Notice,
    Param,
    Refused,
    Show,
    When,
    Word,
    choice_numbers,
)
from bot.domain.outcomes import Outcome
from bot.domain.reports import midday
from bot.storage import client_queries, queries
from bot.storage.models import Case, Person, WorkSession

log = structlog.get_logger()

LONGEST_REASON = 300
MOST_CASES = 20
LONG_PAST = timedelta(days=31)
"""Days that ended earlier may be meant for another year, unless the year was written."""


async def choose(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """What can be said of a miss, each with its hint."""
    planned, case = await _own(session, who, choice_numbers(inbound.text, 1)[0])
    await outcomes.check_open(session, planned, now)
    client = await session.get_one(Person, case.client_id)
    lines = tuple(
        Line("decided-option", {"outcome": _name(outcome), "hint": _hint(outcome)})
        for outcome in outcomes.MISSED
    )
    return [
        Notice(
            to=who.id,
            key="decided-ask",
            params={"name": client.shown, "day": await _day(session, planned)},
            lines=lines,
            choices=outcomes.choices(planned),
            card=_card(planned),
        )
    ]


async def decide(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of them; it can be changed later. A repeat is answered and tells the client nothing twice."""
    session_id, number = choice_numbers(inbound.text, 2)
    planned, case = await _own(session, who, session_id)
    if number >= len(outcomes.MISSED):
        raise Refused("choice-unknown")
    outcome = outcomes.MISSED[number]
    changed = await outcomes.decide(session, case, planned, outcome, by=who, now=now)
    client = await session.get_one(Person, case.client_id)
    params: dict[str, Param] = {
        "day": await _day(session, planned),
        "outcome": _name(outcome),
        "hint": _hint(outcome),
    }
    answer = Notice(
        to=who.id,
        key="decided-done",
        params=params | {"name": client.shown},
        choices=(Choice(f"outcomes:{planned.id}", "choice-decide-again"),),
        card=_card(planned),
        show=Show.EDIT,
    )
    if not changed:
        return [answer]
    keyboard = await cards.keyboard(session, client, now)
    told = cards.greeting(client) | params
    return [answer, Notice(to=client.id, key="decided-told-client", params=told, ask=keyboard)]


async def excuse(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/izinkan CODE FIRST [LAST] REASON`: all cases of the client, both days included."""
    office = await queries.office_of(session, who.office_id)
    today = local_day(now, office.zone)
    code, first, last, words = _read(inbound.text, today)
    span: dict[str, Param] = {
        "first": When(midday(first, office.zone), office.zone),
        "last": When(midday(last, office.zone), office.zone),
    }
    if last < today - LONG_PAST and not names_year(inbound.text.split()[1]):
        raise Refused("excuse-long-past", code=code, **span)
    found = [
        row
        for row in await client_queries.cases_called(session, who, code, MOST_CASES)
        if row[1].code.casefold() == code.casefold()
    ]
    if not found:
        raise Refused("client-not-found", text=code[:60])
    client = found[0][1]
    dropped: list[WorkSession] = []
    repeated = True
    for case_id in sorted(case.id for case, _ in found):
        case = await queries.locked_case(session, who.office_id, case_id)
        assert case is not None  # noqa: S101  (it was just found)
        of_case = await outcomes.excuse(session, case, first, last, words=words, by=who, now=now)
        repeated = repeated and of_case is None
        dropped += of_case or ()
    if repeated:
        return [Notice(to=who.id, key="excused-already", params=span | {"name": client.shown})]
    done = span | {"name": client.shown, "count": len(dropped)}
    keyboard = await cards.keyboard(session, client, now)
    return [
        Notice(to=who.id, key="excused-done", params=done, ask=Ask.OFFICER),
        Notice(to=client.id, key="excused-told-client", params=cards.greeting(client) | span, ask=keyboard),
        *await _told_on_site(session, client, dropped),
    ]


def _read(text: str, today: date) -> tuple[str, date, date, str]:
    """Code, first and last day, reason. Raises Refused with an example for anything else."""
    words = text.split()
    first = read_day(words[1], today) if len(words) > 1 else None
    if first is None:
        raise Refused("excuse-usage")
    last = read_day(words[2], today) if len(words) > 2 else None
    reason = " ".join(words[2 if last is None else 3 :])
    if not reason:
        raise Refused("excuse-usage")
    return words[0], first, last or first, reason[:LONGEST_REASON]


async def _told_on_site(
    session: AsyncSession, client: Person, dropped: Sequence[WorkSession]
) -> list[Notice]:
    """Supervisors hear who will not come, one message each; why is not theirs to know."""
    expected: dict[int, dict[int, Line]] = {}
    for planned in dropped:
        site = await queries.site_of(session, client.office_id, planned.site_id)
        line = Line("excused-line", {"at": When(planned.starts_at, site.zone), "site": site.name})
        for supervisor in await queries.supervisors_of(session, site, planned.day):
            expected.setdefault(supervisor.id, {})[planned.id] = line
    return [
        Notice(
            to=supervisor,
            key="excused-told-site",
            params={"name": client.shown},
            lines=tuple(lines.values()),
            ask=Ask.SUPERVISOR,
        )
        for supervisor, lines in expected.items()
        if supervisor != client.id
    ]


def _name(outcome: Outcome) -> Word:
    return Word(f"outcome-{outcome.value}")


def _hint(outcome: Outcome) -> Word:
    return Word(f"outcome-hint-{outcome.value}")


async def _day(session: AsyncSession, planned: WorkSession) -> When:
    site = await queries.site_of(session, planned.office_id, planned.site_id)
    return When(planned.starts_at, site.zone)


def _card(planned: WorkSession) -> str:
    return f"outcome:{planned.id}"


async def _own(session: AsyncSession, who: Person, session_id: int) -> tuple[WorkSession, Case]:
    """A session in a case of this officer, locked. Raises Refused for anybody else's."""
    planned = await queries.session_by_id(session, who.office_id, session_id)
    case = await queries.locked_case(session, who.office_id, planned.case_id) if planned else None
    if planned is None or case is None or case.officer_id != who.id:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    await session.refresh(planned)
    return planned, case

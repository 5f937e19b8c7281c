"""An officer says what became of a missed session; the client is told."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, hearing, outcomes
from bot.domain.answers import in_one
from bot.domain.cases import CaseState
from bot.domain.messages import (
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
from bot.domain.outcomes import Outcome, needs_reason
from bot.handlers import decided_meanwhile
from bot.storage import excuse_requests as requests
from bot.storage import leaves, queries
from bot.storage.models import Case, Person, WorkSession

log = structlog.get_logger()

WHY = "outcome-why"
LONGEST_REASON = 500
ANYWAY = ":anyway"
"""Said though an excuse for that day waits, which was shown."""


async def choose(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """What can be said of a miss, each with its hint."""
    planned, case = await _own(session, who, choice_numbers(inbound.text, 1)[0], now)
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
            card=outcomes.card(planned),
        )
    ]


async def decide(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of them; it can be changed later. Where the client gave no reason, or his is not accepted, the
    officer's own is asked for. A repeat is answered and tells the client nothing twice."""
    session_id, number = choice_numbers(inbound.text, 2)
    planned, case = await _own(session, who, session_id, now)
    if number >= len(outcomes.MISSED):
        raise Refused("choice-unknown")
    outcome = outcomes.MISSED[number]
    if outcomes.changed_since(planned, inbound.text, outcome):
        return [await _meanwhile(session, who, case, planned)]
    anyway = inbound.text.endswith(ANYWAY)
    if not anyway and (first := await _excuse_first(session, who, case, planned, number)):
        return [first]
    said = planned.outcome if await outcomes.reviewed(session, case, planned) else None
    stood = said if planned.outcome is Outcome.UNEXPLAINED else planned.outcome
    if needs_reason(outcome, stood, planned.answer):
        return [await _ask_why(session, who, case, planned, number, now, anyway=anyway)]
    return await _decide(session, who, case, planned, outcome, "", now)


async def why_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Why he says so."""
    question = await queries.question_to(session, who)
    planned, case = await _own(session, who, about, now)
    await queries.forget_question(session, who)
    number = question.step if question else 0
    outcome = outcomes.MISSED[number]
    asked_of = question.said if question else ""
    if outcomes.changed_since(planned, f"outcome:{planned.id}:0:{asked_of}", outcome):
        return [await _meanwhile(session, who, case, planned)]
    why = in_one(inbound.text.strip(), LONGEST_REASON)
    anyway = asked_of.endswith(ANYWAY)
    if not anyway and (first := await _excuse_first(session, who, case, planned, number, why)):
        return [first]
    return await _decide(session, who, case, planned, outcome, why, now)


async def _meanwhile(session: AsyncSession, who: Person, case: Case, planned: WorkSession) -> Notice:
    """What somebody else has said of it since; to change that takes another look."""
    client = await session.get_one(Person, case.client_id)
    about: dict[str, Param] = {"name": client.shown, "day": await _day(session, planned)}
    return Notice(
        to=who.id,
        key="decided-meanwhile",
        params=about | {"outcome": _name(Outcome(planned.outcome or Outcome.UNEXPLAINED))},
        choices=(Choice(f"outcomes:{planned.id}", "choice-decide-again"),),
        card=outcomes.card(planned),
        show=Show.EDIT,
    )


async def _excuse_first(
    session: AsyncSession, who: Person, case: Case, planned: WorkSession, number: int, words: str = ""
) -> Notice | None:
    """The client asks to be excused for that day, and nobody has decided: it is not without explanation."""
    if outcomes.MISSED[number] is not Outcome.UNEXPLAINED:
        return None
    waiting = [
        one
        for one in await requests.open_of(session, case.client_id, case.office_id)
        if one.days[0] <= planned.day <= one.days[1]
    ]
    if not waiting:
        return None
    client = await session.get_one(Person, case.client_id)
    day = await _day(session, planned)
    before = Outcome(planned.outcome).value if planned.outcome else outcomes.NOTHING_SAID
    return Notice(
        to=who.id,
        key="decided-excuse-first",
        params={"name": client.shown, "day": day, "outcome": _name(outcomes.MISSED[number])},
        lines=(decided_meanwhile.written(words),) if words else (),
        choices=(
            *(Choice(f"excuse-show:{one.id}", "choice-excuse-show", {"day": day}) for one in waiting),
            Choice(f"outcome:{planned.id}:{number}:{before}{ANYWAY}", "choice-outcome-anyway"),
        ),
    )


async def _ask_why(
    session: AsyncSession,
    who: Person,
    case: Case,
    planned: WorkSession,
    number: int,
    now: datetime,
    *,
    anyway: bool,
) -> Notice:
    await outcomes.check_open(session, planned, now)
    stood = Outcome(planned.outcome).value if planned.outcome else "none"
    stood += ANYWAY if anyway else ""
    await queries.ask_for_words(session, who, WHY, planned.id, now, step=number, said=stood)
    client = await session.get_one(Person, case.client_id)
    about: dict[str, Param] = {"name": client.shown, "day": await _day(session, planned)}
    return Notice(
        to=who.id, key="decided-ask-why", params=about | {"outcome": _name(outcomes.MISSED[number])}
    )


async def _decide(
    session: AsyncSession,
    who: Person,
    case: Case,
    planned: WorkSession,
    outcome: Outcome,
    why: str,
    now: datetime,
) -> list[Notice]:
    changed = await outcomes.decide(session, case, planned, outcome, by=who, now=now, why=why)
    client = await session.get_one(Person, case.client_id)
    params: dict[str, Param] = {
        "day": await _day(session, planned),
        "outcome": _name(outcome),
        "hint": _hint(outcome),
    }
    heard = await hearing.heard(session, client) if changed else (Line("decided-client-not-again"),)
    answer = Notice(
        to=who.id,
        key="decided-done",
        params=params | {"name": client.shown},
        lines=(*((Line("decided-why", {"why": why}),) if why else ()), *heard),
        choices=(Choice(f"outcomes:{planned.id}", "choice-decide-again"),),
        card=outcomes.card(planned),
        show=Show.EDIT,
    )
    if not changed:
        return [answer]
    return [answer, await _told(session, case, client, planned, outcome, params, why, now)]


async def _told(
    session: AsyncSession,
    case: Case,
    client: Person,
    planned: WorkSession,
    outcome: Outcome,
    params: dict[str, Param],
    why: str,
    now: datetime,
) -> Notice:
    """The client reads what it counts as; where his reason is not accepted, or he gave none, also the
    officer's, and how he says that it was otherwise."""
    told = cards.greeting(client) | params
    if outcome is not Outcome.UNEXPLAINED or case.state is CaseState.TRANSFERRED:
        keyboard = await cards.keyboard(session, client, now)
        return Notice(to=client.id, key="decided-told-client", params=told, ask=keyboard)
    reason = (Line("decided-why", {"why": why}),) if why else ()
    return Notice(
        to=client.id,
        key="decided-told-unexplained",
        params=told,
        lines=(*reason, Line("decided-otherwise")),
        choices=(Choice(f"contest-miss:{planned.id}", "choice-contest"),),
    )


def _name(outcome: Outcome) -> Word:
    return Word(f"outcome-{outcome.value}")


def _hint(outcome: Outcome) -> Word:
    return Word(f"outcome-hint-{outcome.value}")


async def _day(session: AsyncSession, planned: WorkSession) -> When:
    site = await queries.site_of(session, planned.office_id, planned.site_id)
    return When(planned.starts_at, site.zone)


async def _own(
    session: AsyncSession, who: Person, session_id: int, now: datetime
) -> tuple[WorkSession, Case]:
    """A session in a case that this officer guides today, locked; also of one that went to another Bapas, for
    what was missed here is decided here. Raises Refused for anybody else's."""
    planned = await queries.session_by_id(session, who.office_id, session_id)
    case = await queries.locked_case(session, who.office_id, planned.case_id) if planned else None
    if planned is None or case is None or not await leaves.answers_for(session, who, case, now):
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    await session.refresh(planned)
    return planned, case

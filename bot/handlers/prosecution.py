"""`/perkara`: how the cases of a prosecutor stand. He supervises the sentence, so he reads figures and
facts of his own cases, and nothing else."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.cases import CaseState
from bot.domain.digest import programme_key
from bot.domain.messages import Choice, Inbound, Line, Notice, Refused, Word, choice_numbers
from bot.handlers import case_lines
from bot.storage import client_queries, queries
from bot.storage.models import Case, Person

log = structlog.get_logger()

SHOWN = 8
"""Cases with a button; the others are listed with their number, by which they open."""
LISTED = 50


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/perkara`: a button or a line for each own case; `/perkara NUMBER`: that one."""
    wanted = inbound.text.strip()
    found = await client_queries.prosecuted(session, who, wanted, LISTED + 1)
    if not found:
        raise Refused("prosecuted-not-found" if wanted else "prosecuted-none", text=wanted[:60])
    if wanted:
        return [await _card(session, who, *found[0], now)]
    key = "prosecuted-which" if len(found) <= SHOWN else "prosecuted-which-of-many"
    choices = tuple(
        Choice(f"prosecuted:{case.id}", "choice-name", {"name": client.shown})
        for case, client in found[:SHOWN]
    )
    others = [
        Line("prosecuted-other", {"number": case.number, "name": client.shown})
        for case, client in found[SHOWN:LISTED]
    ]
    others += [Line("prosecuted-more")] if len(found) > LISTED else []
    return [Notice(to=who.id, key=key, params={"count": len(choices)}, choices=choices, lines=tuple(others))]


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A button with a client's name."""
    case = await session.get(Case, choice_numbers(inbound.text, 1)[0])
    if case is None or case.office_id != who.office_id or case.prosecutor_id != who.id:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return [await _card(session, who, case, await session.get_one(Person, case.client_id), now)]


async def _card(session: AsyncSession, who: Person, case: Case, client: Person, now: datetime) -> Notice:
    """Papers, hours, pace and misses; no opinion, no telephone number, and not why a case rests: that may be
    somebody's illness."""
    office = await queries.office_of(session, case.office_id)
    officer = await session.get(Person, case.officer_id) if case.officer_id else None
    misses = await client_queries.count_misses(session, case)
    lines = [
        Line("client-card-case", {"number": case.number, "code": client.code}),
        *case_lines.of_order(case, office.zone, secret=False),
        *await case_lines.state(
            session, case, office, now, why=case.state is not CaseState.SUSPENDED, steps=False
        ),
        *await case_lines.hours(session, case),
    ]
    if case.state is not CaseState.DRAFT:
        lines.append(
            Line("prosecuted-misses", {"unexplained": misses.unexplained, "excused": misses.excused})
        )
    if misses.asked:
        lines.append(Line("prosecuted-asked", {"count": misses.asked}))
    if officer is not None:
        lines.append(Line("prosecuted-officer", {"officer": officer.shown}))
    return Notice(
        to=who.id,
        key="prosecuted-card",
        params={"name": client.shown, "programme": Word(programme_key(case.programme))},
        lines=tuple(lines),
        ask=await cards.keyboard(session, who, now),
    )

"""Which card a case has: the full one, or that of a case with which another Bapas goes on."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.cases import CaseState
from bot.domain.digest import programme_key
from bot.domain.messages import Notice, Word
from bot.handlers import case_lines, client_cards, office_marks
from bot.storage import leaves, queries
from bot.storage.models import Case, Person


async def card_of(session: AsyncSession, who: Person, case: Case, client: Person, now: datetime) -> Notice:
    """The card of a case for somebody who may read it."""
    if case.state is CaseState.TRANSFERRED:
        return await _gone(session, who, case, client, now)
    return await client_cards.client_card(session, who, case, client, now)


async def _gone(session: AsyncSession, who: Person, case: Case, client: Person, now: datetime) -> Notice:
    """Where he went and since when, and what happened here; buttons only for a miss that is still decided
    here, and a child is a code."""
    office = await queries.office_of(session, case.office_id)
    decides = await leaves.answers_for(session, who, case, now)
    choices = await client_cards.claims(session, case) if decides else ()
    identity = client_cards.identity(case, client, office, own=False)
    return Notice(
        to=who.id,
        key="client-card",
        params={"name": client.shown, "programme": Word(programme_key(case.programme))},
        lines=(
            *await office_marks.lines(session, case),
            *await case_lines.state(session, case, office, now),
            *(one for one in identity if one.key != "client-card-phone"),
            *await case_lines.hours(session, case),
            *await client_cards.lately(session, case, client, secret=client.child),
        ),
        choices=choices,
        ask=None if choices else await cards.keyboard(session, who, now),
    )

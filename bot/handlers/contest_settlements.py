"""A contest that the record has overtaken: whoever decides sees what it holds by now, and ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, contest_cards, contest_verdicts, hearing, totals
from bot.domain.cases import CaseState
from bot.domain.messages import Line, Minutes, Notice, Param, Show, When, choice_numbers
from bot.domain.reports import midday
from bot.handlers import decided_meanwhile
from bot.storage import queries
from bot.storage.contests import recorded_meanwhile, stands, subject_of
from bot.storage.models import Case, Contest, Person


async def overtaken(
    session: AsyncSession,
    who: Person,
    contest: Contest,
    case: Case,
    now: datetime,
    *,
    upheld: bool,
    written: str = "",
) -> list[Notice]:
    """Its card anew, where it can no longer be decided so, with the words that he wrote meanwhile; nothing
    where it can."""
    known = await recorded_meanwhile(session, case, contest)
    if known is None or not (upheld or stands(known)):
        return []
    card = await contest_cards.card(session, case, contest, who, show=Show.AGAIN)
    lines = (decided_meanwhile.written(written),) if written else ()
    return [replace(card, lines=(*card.lines, *lines))]


async def opening_changed(
    session: AsyncSession, who: Person, contest: Contest, case: Case, choice_id: str
) -> list[Notice]:
    """Its card anew, where the hours before Hadir are others than on the card that he pressed; nothing where
    they stand, or the button does not say."""
    opening = (await subject_of(session, contest)).opening
    shown = choice_id.split(":")[2:3]
    if opening is None or not shown or shown == [str(opening.minutes)]:
        return []
    card = await contest_cards.card(session, case, contest, who, show=Show.AGAIN)
    _, earlier = choice_numbers(choice_id, 2)
    changed = Line("contest-card-opening-changed", {"earlier": Minutes(earlier)})
    return [replace(card, lines=(*card.lines, changed))]


async def settled(
    session: AsyncSession, who: Person, contest: Contest, case: Case, now: datetime
) -> list[Notice]:
    """*Sudah tercatat*: the client hears which hours stand, with the new total. Where the record has none
    (any more), the card says how it stands."""
    known = await recorded_meanwhile(session, case, contest)
    if known is None or not stands(known):
        return [await contest_cards.card(session, case, contest, who, show=Show.AGAIN)]
    await contest_verdicts.settle(session, case, contest, known, by=who, now=now)
    client = await session.get_one(Person, case.client_id)
    zone = (await subject_of(session, contest)).zone
    day: dict[str, Param] = {"day": When(midday(contest.day, zone), zone)}
    gone = case.state is CaseState.TRANSFERRED  # the total is the new Bapas's to tell
    balance = await queries.balance_of(session, case)
    card = f"contest:{contest.id}"
    done = Notice(
        to=who.id,
        key="contest-settled",
        params=day | {"name": client.shown},
        lines=await hearing.heard(session, client),
        card=card,
        show=Show.AGAIN,
    )
    told = Notice(
        to=client.id,
        key="contest-settled-client",
        params=cards.greeting(client) | day | contest_cards.recorded_params(known, zone),
        lines=() if gone else (Line("total-now", {"credited": Minutes(balance.credited)}),),
        choices=() if gone else await totals.tell(session, case, final=False, now=now),
        card=card,
        show=Show.AGAIN,
    )
    return [done, told]

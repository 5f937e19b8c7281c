"""The site's supervisor says whether the client worked on a contested day; it decides nothing."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import contest_cards, contest_verdicts, kinship
from bot.domain.messages import Inbound, Notice, Show, choice_numbers
from bot.handlers.own_contests import not_yours
from bot.storage import queries
from bot.storage.models import Contest, Person


async def seen(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ya, bekerja*, from the site."""
    return await _site_says(session, who, inbound, now, worked=True)


async def unseen(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak*, likewise."""
    return await _site_says(session, who, inbound, now, worked=False)


async def _site_says(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, *, worked: bool
) -> list[Notice]:
    """Raises Refused for another site's, and for himself or his family."""
    contest = await session.get(Contest, choice_numbers(inbound.text, 1)[0])
    if contest is None or contest.office_id != who.office_id or contest.site_id is None:
        raise not_yours(who)
    if not await queries.supervises(session, who, contest.site_id, contest.day, now):
        raise not_yours(who)
    case = await queries.locked_case(session, who.office_id, contest.case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    site = await queries.site_of(session, who.office_id, contest.site_id)
    await kinship.check(session, who, case.client_id, site, contest.day, now)
    await session.refresh(contest)
    await contest_verdicts.site_says(session, case, contest, worked=worked, by=who, now=now)
    key = "contest-site-yes" if worked else "contest-site-no"
    thanks = Notice(to=who.id, key=key, card=f"contest-site:{contest.id}", show=Show.EDIT)
    shown = await contest_cards.cards_for(session, case, contest, now, show=Show.EDIT)
    return [thanks, *shown]

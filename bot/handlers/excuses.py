"""An officer excuses a client for several days, or takes that back; everybody whom it touches is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, excuse_cards, excuse_requests, excuses
from bot.domain.answers import in_one
from bot.domain.cases import local_day
from bot.domain.days import names_year, read_day
from bot.domain.messages import Inbound, Notice, Refused, Show, choice_numbers
from bot.handlers import clients, excusing
from bot.storage import client_queries, queries
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Case, Person

LONGEST_REASON = 300
MOST_CASES = 20
LONG_PAST = timedelta(days=31)
"""Days that ended earlier may be meant for another year, unless the year was written."""


async def excuse(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/izinkan CODE FIRST [LAST] REASON`: all cases of the client, both days included."""
    office = await queries.office_of(session, who.office_id)
    today = local_day(now, office.zone)
    code, first, last, words = _read(inbound.text, today)
    span = excusing.days(first, last, office)
    if last < today - LONG_PAST and not names_year(inbound.text.split()[1]):
        raise Refused("excuse-long-past", code=code, **span)
    code = await queries.code_now(session, who.office_id, code)
    found = [
        row
        for row in clients.here(await client_queries.cases_called(session, who, code, MOST_CASES, now))
        if row[1].code.casefold() == code.casefold()
    ]
    if not found:
        raise Refused("client-not-found", text=code[:60])
    cases = [case.id for case, _ in found]
    return await excusing.excused(session, who, found[0][1], cases, first, last, words=words, now=now)


async def take_back(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batalkan izin*, within ten minutes: a slip of the date or the code."""
    (span_id,) = choice_numbers(inbound.text, 1)
    office = await queries.office_of(session, who.office_id)
    found = await excuses.spans_with(session, who, span_id, now)
    client = await session.get_one(Person, found[0][1].client_id)
    first, last = found[0][0].first, found[0][0].last
    span = excusing.days(first, last, office)
    begun = await excusing.undecided_work(session, client, {case.id for _, case in found}, first, last)
    asked = await excuse_requests.reopen(session, [one for one, _ in found])
    again = [
        planned
        for one, case in found
        for planned in await excuses.take_back(session, one, case, by=who, now=now)
    ]
    return [
        Notice(
            to=who.id,
            key="excuse-undone",
            params=span | {"name": client.shown},
            card=f"excused:{span_id}",
            show=Show.EDIT,
        ),
        *await _ask_again(session, asked),
        Notice(
            to=client.id,
            key="excuse-undone-client",
            params=cards.greeting(client) | span,
            ask=await cards.keyboard(session, client, now),
        ),
        *await excusing.told_on_site(session, client, again, "excuse-undone-site", now),
        *await excusing.told_of_work(session, client, begun, "excuse-undone-site-begun", now),
    ]


async def _ask_again(session: AsyncSession, asked: Sequence[ExcuseRequest]) -> list[Notice]:
    """What the client had asked for waits again."""
    return [
        await excuse_cards.card(session, await session.get_one(Case, one.case_id), one, show=Show.AGAIN)
        for one in asked
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
    return words[0], first, last or first, in_one(reason, LONGEST_REASON)

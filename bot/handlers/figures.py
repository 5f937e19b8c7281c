"""Every number of a client's card opens: the list of what it comes from, page by page, and a chart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.balance import surplus_word
from bot.domain.checkins import receipt_number
from bot.domain.entries import Entries, Entry
from bot.domain.messages import (
    Choice,
    Inbound,
    Line,
    Minutes,
    Notice,
    Param,
    Refused,
    Show,
    When,
    Word,
    Words,
    choice_numbers,
)
from bot.domain.pages import Page, page_in, page_of
from bot.domain.reports import midday
from bot.handlers import case_lines, evidence_views, office_marks, session_figures
from bot.handlers.session_figures import LINES
from bot.storage import client_queries, figures, queries
from bot.storage.corrections import corrections_of
from bot.storage.events import entries_now
from bot.storage.figures import Work
from bot.storage.miss_counts import count_misses
from bot.storage.models import Case, Office, Person

log = structlog.get_logger()


class Figure(StrEnum):
    """The numbers of a card."""

    CREDITED = "credited"
    WAITING = "waiting"
    SURPLUS = "surplus"
    ADJUSTED = "adjusted"
    REMAINING = "remaining"
    MISSED = "missed"


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Rincian* on a client's card: his figures with a button each, the chart, the photos."""
    case, client = await _readable(session, who, choice_numbers(inbound.text, 1)[0], now)
    lines = await case_lines.hours(session, case)
    misses = await count_misses(session, case)
    photos = await evidence_views.choices(session, who, case, client, now)
    chart = [Choice(f"chart:{case.id}", "choice-chart")]
    return [
        Notice(
            to=who.id,
            key="figures",
            params={"name": client.shown},
            lines=(*lines, *session_figures.missed_lines(misses)),
            choices=(*await _openings(session, case), *chart, *photos),
        )
    ]


async def _openings(
    session: AsyncSession, case: Case, *, beside: Figure | None = None, after: int = 0
) -> list[Choice]:
    """A button for each number, or for those beside the one that is open; `after`: the last number that is
    typed for something else."""
    misses = await count_misses(session, case)
    told = [*await _told(session, case), *([Figure.MISSED] if misses.absent + misses.asked else [])]
    return [
        Choice(f"figure:{case.id}:{one.value}", f"choice-figure-{Figure(one).value}", number=number)
        for number, one in enumerate((one for one in told if one is not beside), after + 1)
    ]


async def _told(session: AsyncSession, case: Case) -> list[Figure]:
    """The numbers of hours that there is something to say about."""
    balance = await queries.balance_of(session, case)
    amounts = {
        Figure.CREDITED: balance.credited,
        Figure.WAITING: balance.waiting,
        Figure.SURPLUS: balance.surplus,
        Figure.ADJUSTED: balance.adjusted,
        Figure.REMAINING: balance.remaining,
    }
    return [figure for figure, minutes in amounts.items() if minutes]


async def show_one(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A figure: its entries, the newest first, and a button for each of the others. A page that is no more
    shows the last there is."""
    (case_id,) = choice_numbers(inbound.text, 1)
    parts = inbound.text.split(":")
    case, client = await _readable(session, who, case_id, now)
    if len(parts) < 3 or parts[2] not in set(Figure):
        raise Refused("choice-unknown")
    figure, wanted = Figure(parts[2]), page_in(inbound.text)
    if figure is Figure.REMAINING:
        page, minutes, lines = await session_figures.remaining(session, case, wanted or 0, now)
        total = _sum(minutes)
    elif figure is Figure.MISSED:
        page, total, lines = await session_figures.missed(session, who, case, wanted or 0, now)
    else:
        entries = _entries(await entries_now(session, case), figure)
        page = page_of(len(entries), LINES, wanted or 0)
        total = _sum(sum(one.minutes for one in entries))
        lines = await _lines(session, case, figure, page.cut(list(reversed(entries))))
    pages: dict[str, Param] = {"page": page.number + 1, "pages": page.count}
    turning = _turning(f"figure:{case.id}:{figure.value}", page)
    choices = (*turning, *await _openings(session, case, beside=figure, after=TURNING if turning else 0))
    return [
        Notice(
            to=who.id,
            key="figure",
            params={"name": client.shown, "figure": Word(f"figure-name-{Figure(figure).value}")},
            lines=(
                total,
                *(lines or [Line("figure-nothing")]),
                *([Line("figure-page", pages)] if page.count > 1 else []),
            ),
            choices=choices,
            ask=None if choices else await cards.keyboard(session, who, now),
            card=f"figure:{case.id}:{figure.value}",
            show=Show.AGAIN if wanted is None else Show.EDIT,
        )
    ]


TURNING = 2
"""The numbers that turn pages."""


def _turning(entry: str, page: Page) -> tuple[Choice, ...]:
    """Its numbers stay the same on every page: 1 goes back, 2 goes on."""
    back = Choice(f"{entry}:p{page.number - 1}", "choice-page-back", number=1)
    on = Choice(f"{entry}:p{page.number + 1}", "choice-page-on", number=TURNING)
    return (*((back,) if page.has_before else ()), *((on,) if page.has_after else ()))


def _sum(minutes: int) -> Line:
    return Line("figure-sum" if minutes >= 0 else "figure-sum-less", {"minutes": Minutes(abs(minutes))})


def _entries(entries: Entries, figure: Figure) -> Sequence[Entry]:
    found = {
        Figure.CREDITED: entries.credited,
        Figure.WAITING: entries.waiting,
        Figure.SURPLUS: entries.surplus,
        Figure.ADJUSTED: entries.adjusted,
    }
    return found[figure]


async def _lines(session: AsyncSession, case: Case, figure: Figure, entries: Sequence[Entry]) -> list[Line]:
    office = await queries.office_of(session, case.office_id)
    work = await figures.work_of(session, case, [one.attendance for one in entries if one.attendance])
    return [
        _of_work(one, work[one.attendance], figure)
        if one.attendance in work
        else await _of_order(session, case, one, office)
        for one in entries
    ]


def _of_work(entry: Entry, work: Work, figure: Figure) -> Line:
    attendance = work.attendance
    numbers = [one for one in (attendance.start_receipt, attendance.finish_receipt) if one]
    params: dict[str, Param] = {
        "day": When(attendance.started_at, work.site.zone),
        "site": work.site.name,
        "minutes": Minutes(entry.minutes),
        "number": " / ".join(receipt_number(one) for one in numbers) or "–",
    }
    if figure is Figure.WAITING:
        return Line("figure-line-waiting", params)
    params["by"] = work.by.shown if work.by else "–"
    if figure is Figure.SURPLUS:
        return Line("figure-line-surplus", params | {"cause": surplus_word(entry.cap)})
    return Line("figure-line-work", params)


async def _of_order(session: AsyncSession, case: Case, entry: Entry, office: Office) -> Line:
    """What counts without an attendance: served before, or an officer's correction with its reasons."""
    minutes: dict[str, Param] = {"minutes": Minutes(abs(entry.minutes))}
    if entry.day is None:
        move = await office_marks.brought(session, case)
        return (
            Line("figure-line-brought", minutes | {"office": move.from_office})
            if move
            else Line("figure-line-before", minutes)
        )
    stand = [one for one in await corrections_of(session, case) if not one.taken_back]
    of_day = [one for one in stand if one.day == entry.day]
    reasons = dict.fromkeys(f"adjust-reason-{one.reason.value.replace('_', '-')}" for one in of_day)
    actor = next((one.by for one in of_day if one.by), None)
    by = await session.get(Person, actor) if actor else None
    minutes |= {
        "day": When(midday(entry.day, office.zone), office.zone),
        "reason": Words(tuple(reasons)),
        "by": by.shown if by else "–",
    }
    return Line("figure-line-more" if entry.minutes > 0 else "figure-line-less", minutes)


async def chart(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The weeks of a case as a picture; it names nobody."""
    case, client = await _readable(session, who, choice_numbers(inbound.text, 1)[0], now)
    return [
        Notice(
            to=who.id,
            key="chart",
            params={"name": client.shown},
            media=f"chart:{case.id}",
            ask=await cards.keyboard(session, who, now),
        )
    ]


async def _readable(session: AsyncSession, who: Person, case_id: int, now: datetime) -> tuple[Case, Person]:
    """A case that this officer guides today, or any of a head's office. Raises Refused for any other."""
    found = await client_queries.case_for(session, who, case_id, now)
    if found is None:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return found

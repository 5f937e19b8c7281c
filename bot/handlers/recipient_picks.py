"""*Pilih sendiri* under `/kirim`: an officer ticks one by one who gets a message."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import paging
from bot.domain.messages import Choice, Inbound, Notice, Param, Refused, Show, choice_numbers
from bot.domain.pages import page_in, page_of
from bot.handlers import circulars
from bot.storage import circulars as stored
from bot.storage.circulars import Circular, Whom
from bot.storage.models import Person

SIZE = 8
"""Clients on a page."""
DONE = SIZE + 1
"""The number that is typed for *Lanjut*, on every page; ◀️ and ▶️ follow it."""


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The first page of his clients, none of them ticked."""
    rows = await stored.guided_clients(session, who, now)
    if not rows:
        raise Refused("circular-nobody")
    circular = Circular(office_id=who.office_id, by=who.id, whom=Whom.PICKED, drafted_at=now)
    session.add(circular)
    await session.flush()
    return [_page(who, circular, rows, 0, Show.NEW)]


async def tick(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """On or off; the page stays. Raises Refused for anybody whom he does not guide."""
    circular_id, person_id = choice_numbers(inbound.text, 2)
    circular, rows = await _picking(session, who, circular_id, now)
    place = next((place for place, one in enumerate(rows) if one.id == person_id), None)
    if place is None:
        raise circulars.not_yours(who)
    circular.people = sorted(set(circular.people) ^ {person_id})
    return [_page(who, circular, rows, place // SIZE, Show.EDIT)]


async def turn(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Another page; the ticks of all pages stand."""
    circular, rows = await _picking(session, who, choice_numbers(inbound.text, 1)[0], now)
    return [_page(who, circular, rows, page_in(inbound.text) or 0, Show.EDIT)]


async def done(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Lanjut*: the words are asked for. Raises Refused where nobody is ticked."""
    circular, rows = await _picking(session, who, choice_numbers(inbound.text, 1)[0], now)
    circular.people = _ticked(circular, rows)
    if not circular.people:
        raise Refused("circular-none-picked")
    return await circulars.ask(session, who, circular, now)


async def _picking(
    session: AsyncSession, who: Person, circular_id: int, now: datetime
) -> tuple[Circular, Sequence[Person]]:
    """A message of his that was not sent, and the clients whom he guides today. Raises Refused."""
    circular = await circulars.unsent(session, who, circular_id)
    if circular.whom is not Whom.PICKED:
        raise circulars.not_yours(who)
    rows = await stored.guided_clients(session, who, now)
    if not rows:
        raise Refused("circular-nobody")
    return circular, rows


def _ticked(circular: Circular, rows: Sequence[Person]) -> list[int]:
    """Without those who are no longer his."""
    return [one.id for one in rows if one.id in circular.people]


def _page(who: Person, circular: Circular, rows: Sequence[Person], wanted: int, show: Show) -> Notice:
    shown = page_of(len(rows), SIZE, wanted)
    people = [
        Choice(
            f"circular-tick:{circular.id}:{one.id}",
            "choice-ticked" if one.id in circular.people else "choice-unticked",
            {"name": one.shown},
        )
        for one in shown.cut(rows)
    ]
    count: dict[str, Param] = {"count": len(_ticked(circular, rows)), "all": len(rows)}
    return Notice(
        to=who.id,
        key="circular-pick",
        params=count,
        lines=tuple(paging.lines(shown)),
        choices=(
            *people,
            Choice(f"circular-picked:{circular.id}", "choice-tick-done", number=DONE),
            *paging.choices(f"circular-pick-page:{circular.id}", shown, after=DONE),
        ),
        card=f"circular-pick:{circular.id}",
        show=show,
    )

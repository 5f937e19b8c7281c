"""Decisions that wait too long: whose they are hears it after two working days, the head after two more; each
reader in one message a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.decisions import Asked, Decision, Waiting, asked_on, next_morning
from bot.domain.messages import Choice, Guide, Line, Notice, Param, When, Word
from bot.domain.offers import FAR_ENOUGH
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.orders import calendar_of
from bot.storage import decisions as ask
from bot.storage import queries
from bot.storage.models import Office
from bot.storage.office_clocks import due_office

NAMED = 6
OPENS = {
    Decision.EXCUSE: ("excuse-show:{id}", "choice-listed-excuse-day"),
    Decision.MOVE: ("move-show:{id}", "choice-listed-move-day"),
    Decision.CLOSED_SITE: ("decisions:closed", "choice-wait-closed"),
    Decision.OUTSIDE_PLAN: ("decisions:excuses", "choice-wait-all"),
}
"""What the officer's button opens; where it is not said here, the client's card."""


async def decisions(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """What is due in one office; None when there is nothing. A new office is looked at from its next morning
    on."""
    office = await due_office(session, col(Office.decisions_at), now)
    if office is None:
        return None
    first, office.decisions_at = office.decisions_at, next_morning(now, office.zone)
    session.add(office)
    told = await _told(session, office, first, now) if first is not None else []
    await session.flush()
    return told


async def _told(session: AsyncSession, office: Office, first: datetime, now: datetime) -> list[Notice]:
    found = await ask.waiting(session, office, now)
    if not found:
        return []
    oldest = local_day(found[0].since, office.zone)
    calendar = await calendar_of(session, office.id, oldest, local_day(now, office.zone) + FAR_ENOUGH)
    officers: dict[int, list[Waiting]] = defaultdict(list)
    for_head: list[Waiting] = []
    for one in found:
        for asked in asked_on(one.kind, one.since, calendar, office.zone, first=first, now=now):
            (for_head if asked is Asked.HEAD else officers[one.officer_id]).append(one)
    day = local_day(now, office.zone).isoformat()
    return [
        *(_to_officer(officer, his, office, day) for officer, his in officers.items()),
        *(await _to_heads(session, for_head, office, day) if for_head else []),
    ]


def _to_officer(officer: int, his: Sequence[Waiting], office: Office, day: str) -> Notice:
    opened = {}
    for one in his[:NAMED]:
        opens, label = OPENS.get(one.kind, (f"client:{one.case_id}", "choice-name"))
        choice = Choice(opens.format(id=one.id), label, _on_button(one, office))
        opened[choice.id] = choice
    return Notice(
        to=Guide(officer),
        key="decisions-wait",
        params={"count": len(his)},
        lines=(*(Line("waits-for-word", _about(one, office)) for one in his[:NAMED]), *_more(his)),
        choices=tuple(opened.values()),
        once=f"decisions:{officer}:{day}",
    )


async def _to_heads(
    session: AsyncSession, found: Sequence[Waiting], office: Office, day: str
) -> list[Notice]:
    """With whose each is: he is reminded, not passed over."""
    heads = await queries.staff(session, office.id, Role.HEAD)
    names = await ask.names_of(session, {one.officer_id for one in found})
    lines = [
        Line("waits-for-word-head", _about(one, office) | {"officer": names[one.officer_id]})
        for one in found[:NAMED]
    ]
    cases = {one.case_id: one.name for one in found}
    opens = [Choice(f"client:{case}", "choice-name", {"name": name}) for case, name in cases.items()]
    return [
        Notice(
            to=one.id,
            key="decisions-wait-head",
            params={"count": len(found)},
            lines=(*lines, *_more(found)),
            choices=tuple(opens)[:NAMED],
            once=f"decisions:{one.id}:{day}",
        )
        for one in heads
        if one.left_on is None
    ]


def _more(found: Sequence[Waiting]) -> tuple[Line, ...]:
    more = len(found) - NAMED
    return (Line("chase-more", {"count": more}),) if more > 0 else ()


def _about(one: Waiting, office: Office) -> dict[str, Param]:
    return {
        "what": Word(f"decision-{one.kind.value.replace('_', '-')}"),
        "name": one.name,
        "day": When(midday(one.day, office.zone), office.zone),
        "since": When(one.since, office.zone),
    }


def _on_button(one: Waiting, office: Office) -> dict[str, Param]:
    return {"name": one.name, "day": When(midday(one.day, office.zone), office.zone)}

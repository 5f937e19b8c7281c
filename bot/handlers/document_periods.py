"""The papers of an officer and a period: of whose clients, and which week or month."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.days import day_number, day_of
from bot.domain.documents import (
    BY_MONTH,
    OF_AN_OFFICER,
    WHOLE_OFFICE,
    Asked,
    DocumentKind,
    period_of,
    with_period,
)
from bot.domain.messages import Choice, Inbound, Line, Notice, Param, Refused, When, Word, choice_numbers
from bot.domain.months import month_of
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.handlers.document_letters import SHOWN, listed, named_paper, not_yours, sent
from bot.reports.documents import access
from bot.reports.documents.access import Whose
from bot.storage import queries
from bot.storage.models import Person

DAY = timedelta(days=1)


async def by_officer(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """An officer, or the whole office: which week or month."""
    (officer_id,), kind = choice_numbers(inbound.text, 1), _kind_in(inbound.text, 2)
    return [_periods(who, kind, await _whose(session, who, kind, officer_id, now), now)]


async def by_period(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A week or month of an officer or of the whole office, by a day of it."""
    (officer_id, day), kind = choice_numbers(inbound.text, 2), _kind_in(inbound.text, 3)
    return await _paper(
        session, who, kind, await _whose(session, who, kind, officer_id, now), day_of(day), now
    )


def _kind_in(text: str, place: int) -> DocumentKind:
    """The kind in this place of a button's id. Raises Refused for one that nobody made."""
    parts = text.split(":")
    if len(parts) <= place or parts[place] not in OF_AN_OFFICER:
        raise Refused("choice-unknown")
    return DocumentKind(parts[place])


async def _whose(
    session: AsyncSession, who: Person, kind: DocumentKind, officer_id: int, now: datetime
) -> Whose:
    whose = await access.whose_for(session, who, kind, officer_id, now)
    if whose is None:
        raise not_yours(who)
    return whose


async def officers(
    session: AsyncSession, who: Person, kind: DocumentKind, text: str, now: datetime, page: int = 0
) -> list[Notice]:
    """Of whose clients, where there is more than one to choose from; or which week or month; with one behind
    the name, that paper at once."""
    office = await queries.office_of(session, who.office_id)
    name, first = text, None
    found = await access.officers_for(session, who, text, now)
    if text and not found:
        name, first = with_period(kind, text, local_day(now, office.zone))
        found = await access.officers_for(session, who, name, now)
    if name and not found:
        raise Refused("document-period-unknown", text=text[:60], **named_paper(kind))
    if who.role is not Role.HEAD and not name and first:
        found = [who]
    whole = who.role is Role.HEAD and not name
    if first and (whole or len(found) == 1):
        return await _paper(session, who, kind, Whose(office, None if whole else found[0]), first, now)
    if len(found) == 1 and not whole:
        return [_periods(who, kind, Whose(office, found[0]), now)]
    named = [
        Choice(f"document-officer:{one.id}:{kind.value}", "choice-document-officer", {"name": one.shown})
        for one in found
    ]
    everybody = Choice(f"document-officer:{WHOLE_OFFICE}:{kind.value}", "choice-document-whole-office")
    return [
        listed(
            who, "document-which-officer", named[:SHOWN] if name else named, kind, page, (everybody,) * whole
        )
    ]


def _periods(who: Person, kind: DocumentKind, whose: Whose, now: datetime) -> Notice:
    """This one and the one before; any other is typed."""
    this = period_of(kind, local_day(now, whose.office.zone))
    last = period_of(kind, this.first - DAY)
    unit = "month" if kind in BY_MONTH else "week"
    params: dict[str, Param] = {
        **named_paper(kind),
        "name": whose.officer.shown if whose.officer else Word("document-whole-office"),
        "example": _typed(who, kind, whose, period_of(kind, last.first - DAY).first),
    }
    return Notice(
        to=who.id,
        key=f"document-which-period-{unit}",
        params=params,
        choices=tuple(
            Choice(
                f"document-period:{whose.id}:{day_number(period.first)}:{kind.value}",
                f"choice-document-{name}-{unit}",
            )
            for name, period in (("this", this), ("last", last))
        ),
    )


def _typed(who: Person, kind: DocumentKind, whose: Whose, first: date) -> str:
    """How an earlier one is asked for in words."""
    day = month_of(first) if kind in BY_MONTH else f"{first:%d/%m}"
    return f"{whose.officer.code} {day}" if whose.officer and whose.officer.id != who.id else day


async def _paper(
    session: AsyncSession, who: Person, kind: DocumentKind, whose: Whose, day: date, now: datetime
) -> list[Notice]:
    period = period_of(kind, day)
    first, last = (
        When(midday(one, whose.office.zone), whose.office.zone) for one in (period.first, period.last)
    )
    ready = Line("document-ready-period", {**named_paper(kind), "first": first, "last": last})
    return await sent(session, who, Asked(kind, whose.id, period.first), ready, now)

"""What comes of evaluations as a paper and a workbook: since when."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.documents import WHOLE_OFFICE, Asked, DocumentKind
from bot.domain.evaluations import SPAN_WORDS, Span, period_of
from bot.domain.messages import Choice, Inbound, Line, Notice, Refused, When
from bot.domain.reports import midday
from bot.handlers.document_letters import sent
from bot.storage import queries
from bot.storage.models import Person


async def spans(session: AsyncSession, who: Person, text: str, now: datetime) -> list[Notice]:
    """The year or the quarter, as it was typed or to choose from."""
    if span := SPAN_WORDS.get(text.casefold()):
        return await _paper(session, who, span, now)
    choices = (
        Choice(f"document-evaluation:{one.value}", f"choice-evaluation-{Span(one).value}") for one in Span
    )
    return [Notice(to=who.id, key="document-which-span", choices=tuple(choices))]


async def by_span(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The button of one of the two."""
    word = (*inbound.text.split(":"), "")[1]
    if word not in set(Span):
        raise Refused("choice-unknown")
    return await _paper(session, who, Span(word), now)


async def _paper(session: AsyncSession, who: Person, span: Span, now: datetime) -> list[Notice]:
    """As much of it as is this person's to read is asked when it is made."""
    zone = (await queries.office_of(session, who.office_id)).zone
    first = period_of(span, local_day(now, zone)).first
    ready = Line("document-ready-evaluation", {"since": When(midday(first, zone), zone)})
    return await sent(session, who, Asked(DocumentKind.EVALUATION, WHOLE_OFFICE, first), ready, now)

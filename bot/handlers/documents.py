"""`/dokumen`: which paper, of whom or of which site, officer, week and month, or since when; then to print
as PDF, and as a draft to edit."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.documents import OF_A_CASE, OF_AN_OFFICER, DocumentKind, kind_named
from bot.domain.messages import Choice, Inbound, Notice, Refused
from bot.domain.pages import page_in
from bot.handlers.document_cases import clients
from bot.handlers.document_evaluations import spans
from bot.handlers.document_letters import not_yours
from bot.handlers.document_periods import officers
from bot.handlers.document_sites import sites
from bot.reports.documents import access
from bot.storage.models import Person


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/dokumen`: which kind, where there is more than one; `/dokumen KIND WHOM [WHEN]`, or WHOM alone of the
    only kind: that paper."""
    kind, rest = kind_named(inbound.text)
    kinds = access.kinds_for(who)
    if kind in kinds:
        return await _of_kind(session, who, kind, rest, now)
    if len(kinds) == 1:
        return await _of_kind(session, who, kinds[0], inbound.text.strip(), now)
    choices = tuple(Choice(f"document:{one.value}", f"choice-paper-{one.value}") for one in kinds)
    return [Notice(to=who.id, key="document-which", choices=choices)]


async def by_kind(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A kind, or another page of whom there is to choose from."""
    parts = inbound.text.split(":")
    if len(parts) < 2 or parts[1] not in set(DocumentKind):
        raise Refused("choice-unknown")
    kind = DocumentKind(parts[1])
    if kind not in access.kinds_for(who):
        raise not_yours(who)
    return await _of_kind(session, who, kind, "", now, page_in(inbound.text) or 0)


async def _of_kind(
    session: AsyncSession, who: Person, kind: DocumentKind, text: str, now: datetime, page: int = 0
) -> list[Notice]:
    if kind in OF_A_CASE:
        return await clients(session, who, kind, text, now, page)
    if kind in OF_AN_OFFICER:
        return await officers(session, who, kind, text, now, page)
    if kind is DocumentKind.EVALUATION:
        return await spans(session, who, text, now)
    return await sites(session, who, text, now, page)

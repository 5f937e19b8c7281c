"""The papers of a client's case: whose."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, letters
from bot.domain.cases import CaseState
from bot.domain.documents import OF_A_CASE, Asked, DocumentKind
from bot.domain.messages import Choice, Inbound, Line, Notice, Refused, choice_numbers
from bot.domain.people import Role
from bot.handlers.document_letters import MOST, SHOWN, listed, named_paper, not_yours, sent
from bot.reports.documents import access
from bot.storage.models import Case, Person


async def by_case(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A client's paper of a kind."""
    (case_id,), parts = choice_numbers(inbound.text, 1), inbound.text.split(":")
    if len(parts) < 3 or parts[2] not in OF_A_CASE:
        raise Refused("choice-unknown")
    kind = DocumentKind(parts[2])
    found = await access.case_for(session, who, kind, case_id, now)
    if found is None:
        raise not_yours(who)
    return await _of_case(session, who, kind, *found, now)


async def clients(
    session: AsyncSession, who: Person, kind: DocumentKind, text: str, now: datetime, page: int = 0
) -> list[Notice]:
    """The clients to choose from, or the paper of the only one. A head's are too many to turn their pages."""
    if not text and who.role is Role.HEAD:
        keyboard = await cards.keyboard(session, who, now)
        return [Notice(to=who.id, key="document-ask-name", params=named_paper(kind), ask=keyboard)]
    found = await access.cases_for(session, who, kind, text, MOST, now)
    if kind is DocumentKind.LETTER and len(found) > 1:
        found = [one for one in found if one[0].state is CaseState.COMPLETED]
        if not found:
            raise Refused("letter-nobody-yet")
    if not found and who.role is Role.PROSECUTOR:
        raise Refused("prosecuted-not-found" if text else "prosecuted-none", text=text[:60])
    if not found and kind is DocumentKind.BOOK:
        raise Refused("document-nobody-reports", text=text[:60])
    if not found:
        raise Refused("document-client-unknown", text=text[:60])
    if len(found) == 1:
        return await _of_case(session, who, kind, *found[0], now)
    named = [
        Choice(f"document-case:{case.id}:{kind.value}", "choice-document-client", {"name": client.shown})
        for case, client in found
    ]
    if text:
        many = len(named) > SHOWN
        key = "document-which-client-of-many" if many else "document-which-client"
        return [Notice(to=who.id, key=key, params=named_paper(kind), choices=tuple(named[:SHOWN]))]
    return [listed(who, "document-which-client", named, kind, page)]


async def _of_case(
    session: AsyncSession, who: Person, kind: DocumentKind, case: Case, client: Person, now: datetime
) -> list[Notice]:
    ready = Line(_ready(who, kind), {"name": client.shown})
    if kind is DocumentKind.LETTER:
        ready = Line("letter-ready", {"name": client.shown, "number": await _number(session, who, case, now)})
    signs = who.role is not Role.PROSECUTOR
    return await sent(session, who, Asked(kind, case.id), ready, now, draft=signs)


async def _number(session: AsyncSession, who: Person, case: Case, now: datetime) -> str:
    """Of the letter of a case; one that was completed before there were letters gets its own now. Raises
    Refused for any other."""
    letter = await letters.letter_for(session, case, by=who, now=now)
    if letter is None:
        client = await session.get_one(Person, case.client_id)
        raise Refused("letter-not-yet", name=client.shown)
    return letter.number


def _ready(who: Person, kind: DocumentKind) -> str:
    """What is said with the paper: who only reads it, who keeps it, who hands it over."""
    if who.role is Role.PROSECUTOR:
        return "document-ready-prosecutor"
    return "document-ready-book" if kind is DocumentKind.BOOK else "document-ready-case"

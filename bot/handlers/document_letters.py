"""What the parts of `/dokumen` have in common: whom there is to choose from, and the paper with its draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, paging
from bot.domain.documents import WITH_CHARTS, Asked, DocumentKind, Form, draft_form
from bot.domain.messages import Choice, Line, Notice, Param, Refused, Show, Word
from bot.domain.pages import page_of
from bot.reports.papers import can_print
from bot.storage.models import Person

log = structlog.get_logger()

SHOWN = 8
"""Sites, clients or officers with a button on a page; any is found by its name or code."""
MOST = 1000


def listed(
    who: Person,
    key: str,
    named: Sequence[Choice],
    kind: DocumentKind,
    wanted: int,
    above: Sequence[Choice] = (),
) -> Notice:
    """A page of whom there is to choose from; `above`: what stands on every page."""
    page = page_of(len(named), SHOWN, wanted)
    return Notice(
        to=who.id,
        key=key,
        params=named_paper(kind),
        lines=tuple(paging.lines(page)),
        choices=(
            *above,
            *page.cut(named),
            *paging.choices(f"document:{kind.value}", page, after=SHOWN + len(above)),
        ),
        card="documents",
        show=Show.AGAIN,
    )


def named_paper(kind: DocumentKind) -> dict[str, Param]:
    """The name of a paper, and what is typed to get it."""
    return {"paper": Word(f"document-title-{kind.value}"), "typed": Word(f"document-typed-{kind.value}")}


async def sent(
    session: AsyncSession, who: Person, asked: Asked, ready: Line, now: datetime, *, draft: bool = True
) -> list[Notice]:
    """To print, and below it the draft for whoever signs; where nothing prints, the draft alone and why."""
    keyboard = await cards.keyboard(session, who, now)
    sheet, printed = asked.media(draft_form(asked.kind), who.id), asked.media(Form.PDF, who.id)
    if not can_print() and draft_form(asked.kind) is not Form.XLSX:
        raise Refused("letter-cannot-print")
    if not can_print():
        return [Notice(to=who.id, key="document-cannot-print", media=sheet, ask=keyboard)]
    paper = Notice(to=who.id, key=ready.key, params=ready.params, media=printed, ask=keyboard)
    if not draft:
        return [paper]
    told = "document-numbers" if asked.kind is DocumentKind.EVALUATION else "document-draft"
    chart = Notice(to=who.id, key="digest-attached-chart", media=asked.media(Form.PNG, who.id))
    return [
        replace(paper, ask=None),
        *([chart] if asked.kind in WITH_CHARTS else []),
        Notice(to=who.id, key=told, media=sheet, ask=keyboard),
    ]


def not_yours(who: Person) -> Refused:
    """He may not read it, or it is not there."""
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")

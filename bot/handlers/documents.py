"""`/dokumen`: which paper, of whom or of which site and week; then to print as PDF, and as a draft to
edit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, letters, paging
from bot.domain.cases import CaseState, local_day
from bot.domain.days import day_number, day_of
from bot.domain.documents import (
    KIND_WORDS,
    OF_A_CASE,
    Asked,
    DocumentKind,
    Form,
    draft_form,
    monday_of,
    read_week,
)
from bot.domain.messages import (
    Choice,
    Inbound,
    Line,
    Notice,
    Param,
    Refused,
    Show,
    When,
    Word,
    choice_numbers,
)
from bot.domain.pages import page_in, page_of
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.reports.documents import access
from bot.reports.papers import can_print
from bot.storage import client_queries, queries, site_queries
from bot.storage.models import Case, Person, Site

log = structlog.get_logger()

SHOWN = 8
"""Sites or clients with a button on a page; any is found by its name or code."""
MOST = 1000
WEEK = timedelta(weeks=1)


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/dokumen`: which kind, where there is more than one; `/dokumen KIND WHOM [DAY]`, or WHOM alone of the
    only kind: that paper."""
    first, _, rest = inbound.text.strip().partition(" ")
    kinds = access.kinds_for(who)
    kind = KIND_WORDS.get(first.casefold())
    if kind in kinds:
        return await _of_kind(session, who, kind, rest.strip(), now)
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
        raise _not_yours(who)
    return await _of_kind(session, who, kind, "", now, page_in(inbound.text) or 0)


async def by_site(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A site: which of its weeks."""
    site = await site_queries.site_by_id(session, who, choice_numbers(inbound.text, 1)[0])
    this = monday_of(local_day(now, site.zone)) if site else date.min
    if site is None or not await access.part_of(session, who, site, this, now):
        raise _not_yours(who)
    return [_weeks(who, site, now)]


async def by_week(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A week of a site, by a day of it."""
    site_id, day = choice_numbers(inbound.text, 2)
    site = await site_queries.site_by_id(session, who, site_id)
    if site is None:
        raise _not_yours(who)
    return await _list(session, who, site, monday_of(day_of(day)), now)


async def by_case(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A client's paper of a kind."""
    (case_id,), parts = choice_numbers(inbound.text, 1), inbound.text.split(":")
    if len(parts) < 3 or parts[2] not in OF_A_CASE:
        raise Refused("choice-unknown")
    kind = DocumentKind(parts[2])
    found = await access.case_for(session, who, kind, case_id, now)
    if found is None:
        raise _not_yours(who)
    return await _of_case(session, who, kind, *found, now)


async def _of_kind(
    session: AsyncSession, who: Person, kind: DocumentKind, text: str, now: datetime, page: int = 0
) -> list[Notice]:
    if kind is DocumentKind.LIST:
        return await _sites(session, who, text, now, page)
    return await _clients(session, who, kind, text, now, page)


async def _sites(session: AsyncSession, who: Person, text: str, now: datetime, page: int) -> list[Notice]:
    """The sites to choose from, or the weeks of the only one; with a day behind it, that week at once."""
    name, monday = text, None
    sites = await access.sites_for(session, who, text, now)
    if not sites and text:
        office = await queries.office_of(session, who.office_id)
        name, monday = _with_week(text, local_day(now, office.zone))
        sites = await access.sites_for(session, who, name, now)
    if not sites and name:
        raise Refused("document-site-unknown", text=name[:60])
    if not sites:
        return [Notice(to=who.id, key="document-no-site", ask=await cards.keyboard(session, who, now))]
    if len(sites) == 1 and monday:
        return await _list(session, who, sites[0], monday, now)
    if len(sites) == 1:
        return [_weeks(who, sites[0], now)]
    named = [Choice(f"document-site:{one.id}", "choice-document-site", {"site": one.name}) for one in sites]
    if name:
        many = len(named) > SHOWN
        key = "document-which-site-of-many" if many else "document-which-site"
        return [Notice(to=who.id, key=key, choices=tuple(named[:SHOWN]))]
    return [_listed(who, "document-which-site", named, DocumentKind.LIST, page)]


async def _clients(
    session: AsyncSession, who: Person, kind: DocumentKind, text: str, now: datetime, page: int
) -> list[Notice]:
    """The clients to choose from, or the paper of the only one. A head's are too many to turn their pages."""
    if not text and who.role is Role.HEAD:
        keyboard = await cards.keyboard(session, who, now)
        return [Notice(to=who.id, key="document-ask-name", params=_which(kind), ask=keyboard)]
    found = await client_queries.cases_called(session, who, text, MOST, now)
    if kind is DocumentKind.LETTER and len(found) > 1:
        found = [one for one in found if one[0].state is CaseState.COMPLETED]
        if not found:
            raise Refused("letter-nobody-yet")
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
        return [Notice(to=who.id, key=key, params=_which(kind), choices=tuple(named[:SHOWN]))]
    return [_listed(who, "document-which-client", named, kind, page)]


def _listed(who: Person, key: str, named: Sequence[Choice], kind: DocumentKind, wanted: int) -> Notice:
    page = page_of(len(named), SHOWN, wanted)
    return Notice(
        to=who.id,
        key=key,
        params=_which(kind),
        lines=tuple(paging.lines(page)),
        choices=(*page.cut(named), *paging.choices(f"document:{kind.value}", page, after=SHOWN)),
        card="documents",
        show=Show.AGAIN,
    )


def _which(kind: DocumentKind) -> dict[str, Param]:
    """The name of a paper, and what is typed to get it."""
    return {"paper": Word(f"document-title-{kind.value}"), "typed": Word(f"document-typed-{kind.value}")}


def _weeks(who: Person, site: Site, now: datetime) -> Notice:
    this = monday_of(local_day(now, site.zone))
    weeks = (("this", this), ("last", this - WEEK), ("next", this + WEEK))
    example = this - 2 * WEEK
    params: dict[str, Param] = {"site": site.name, "code": site.code, "example": f"{example:%d/%m}"}
    return Notice(
        to=who.id,
        key="document-which-week",
        params=params,
        choices=tuple(
            Choice(f"document-week:{site.id}:{day_number(monday)}", f"choice-document-{name}-week")
            for name, monday in weeks
        ),
    )


async def _list(session: AsyncSession, who: Person, site: Site, monday: date, now: datetime) -> list[Notice]:
    part = await access.part_of(session, who, site, monday, now)
    if part is None:
        raise _not_yours(who)
    first, last = (When(midday(day, site.zone), site.zone) for day in (min(part.days), max(part.days)))
    ready = Line("document-ready-list", {"site": site.name, "first": first, "last": last})
    return await _sent(session, who, Asked(DocumentKind.LIST, site.id, monday), ready, now)


async def _of_case(
    session: AsyncSession, who: Person, kind: DocumentKind, case: Case, client: Person, now: datetime
) -> list[Notice]:
    ready = Line("document-ready-case", {"name": client.shown})
    if kind is DocumentKind.LETTER:
        ready = Line("letter-ready", {"name": client.shown, "number": await _number(session, who, case, now)})
    return await _sent(session, who, Asked(kind, case.id), ready, now)


async def _number(session: AsyncSession, who: Person, case: Case, now: datetime) -> str:
    """Of the letter of a case; one that was completed before there were letters gets its own now. Raises
    Refused for any other."""
    letter = await letters.letter_for(session, case, by=who, now=now)
    if letter is None:
        client = await session.get_one(Person, case.client_id)
        raise Refused("letter-not-yet", name=client.shown)
    return letter.number


async def _sent(session: AsyncSession, who: Person, asked: Asked, ready: Line, now: datetime) -> list[Notice]:
    """To print, and below it the draft; where nothing prints, the draft alone and why."""
    keyboard = await cards.keyboard(session, who, now)
    draft = asked.media(draft_form(asked.kind), who.id)
    if not can_print():
        if draft_form(asked.kind) is not Form.XLSX:
            raise Refused("letter-cannot-print")
        return [Notice(to=who.id, key="document-cannot-print", media=draft, ask=keyboard)]
    return [
        Notice(to=who.id, key=ready.key, params=ready.params, media=asked.media(Form.PDF, who.id)),
        Notice(to=who.id, key="document-draft", media=draft, ask=keyboard),
    ]


def _with_week(text: str, today: date) -> tuple[str, date | None]:
    """A name and the Monday of the week behind it, where the last word is a week or a day of one."""
    name, _, last = text.rpartition(" ")
    monday = read_week(last, today)
    return (name.strip(), monday) if monday else (text, None)


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")

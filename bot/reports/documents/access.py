"""Who may have which paper: an officer those of his clients, a head her office's, a supervisor the lists of
his own sites, a prosecutor the reports on his own cases. Asked when it is chosen, and once more when it is
made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.documents import WHOLE_OFFICE, DocumentKind
from bot.domain.people import Role
from bot.storage import (
    client_queries,
    document_queries,
    leaves,
    letters,
    prosecution,
    queries,
    record_queries,
    site_queries,
)
from bot.storage.models import Case, Office, Person, Site

READERS: dict[DocumentKind, frozenset[Role]] = {
    DocumentKind.LIST: frozenset({Role.OFFICER, Role.HEAD, Role.SUPERVISOR}),
    DocumentKind.CARD: frozenset({Role.OFFICER, Role.HEAD}),
    DocumentKind.REPORT: frozenset({Role.OFFICER, Role.HEAD, Role.PROSECUTOR}),
    DocumentKind.FINAL: frozenset({Role.OFFICER, Role.HEAD}),
    DocumentKind.BOOK: frozenset({Role.OFFICER, Role.HEAD}),
    DocumentKind.REPORTS: frozenset({Role.OFFICER, Role.HEAD}),
    DocumentKind.WEEKLY: frozenset({Role.OFFICER, Role.HEAD}),
    DocumentKind.MONTHLY: frozenset({Role.OFFICER, Role.HEAD}),
    DocumentKind.LETTER: frozenset({Role.OFFICER, Role.HEAD, Role.CLIENT, Role.GUARDIAN}),
    DocumentKind.EVALUATION: frozenset({Role.HEAD, Role.AGENCY}),
}
LOOKED_AT = 1000
"""Sites of an office."""


@dataclass(frozen=True, slots=True)
class Part:
    """How much of a site's week somebody may have: which days, and whose clients (None: everybody's)."""

    days: tuple[date, ...]
    officers: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class Whose:
    """Of whose clients a paper is: those of one officer, or everybody's (None)."""

    office: Office
    officer: Person | None = None

    @property
    def id(self) -> int:
        """As a button and a notice carry it."""
        return self.officer.id if self.officer else WHOLE_OFFICE

    @property
    def officer_id(self) -> int | None:
        """As a question to the database asks for it."""
        return self.officer.id if self.officer else None


def kinds_for(who: Person) -> tuple[DocumentKind, ...]:
    """The papers that this person may ask for, in the order of their buttons."""
    return tuple(kind for kind in DocumentKind if who.role in READERS[kind])


def whole(week: date) -> Part:
    """All of a week, by its Monday."""
    return Part(tuple(week + timedelta(days=count) for count in range(7)))


async def part_of(session: AsyncSession, who: Person, site: Site, week: date, now: datetime) -> Part | None:
    """What this person may have of a site's week; None: nothing of it. Whoever supervises for some of its
    days has those."""
    if site.office_id != who.office_id or who.role not in READERS[DocumentKind.LIST]:
        return None
    every = whole(week)
    if who.role is Role.HEAD:
        return every
    if who.role is Role.OFFICER:
        guided = await leaves.guided(session, who, now)
        placed = await record_queries.officers_by_site(session, who.office_id, [site.id])
        return Part(every.days, guided) if guided & placed.get(site.id, set()) else None
    days = [day for day in every.days if await queries.supervises(session, who, site.id, day, now)]
    return Part(tuple(days)) if days else None


async def sites_for(session: AsyncSession, who: Person, text: str, now: datetime) -> list[Site]:
    """The sites whose lists this person may have this week; with a text those of this code or name. One that
    is named by its code is meant alone."""
    if who.role is Role.SUPERVISOR:
        every = await site_queries.sites_of(session, who, now)
    else:
        every = list(await record_queries.sites(session, who.office_id, "", LOOKED_AT))
    if who.role is Role.OFFICER:
        guided = await leaves.guided(session, who, now)
        placed = await record_queries.officers_by_site(session, who.office_id, [one.id for one in every])
        every = [one for one in every if guided & placed.get(one.id, set())]
    wanted = text.casefold()
    found = [one for one in every if wanted in one.name.casefold() or wanted == one.code.casefold()]
    return [one for one in found if one.code.casefold() == wanted] or found


async def case_for(
    session: AsyncSession, who: Person, kind: DocumentKind, case_id: int, now: datetime
) -> tuple[Case, Person] | None:
    """The case and its client, if this person may have its papers."""
    if who.role not in READERS[kind]:
        return None
    if who.role in (Role.CLIENT, Role.GUARDIAN):
        return await letters.own_case(session, who, case_id)
    if who.role is Role.PROSECUTOR:
        return await prosecution.case_for(session, who, case_id)
    return await client_queries.case_for(session, who, case_id, now)


async def cases_for(
    session: AsyncSession, who: Person, kind: DocumentKind, text: str, limit: int, now: datetime
) -> Sequence[tuple[Case, Person]]:
    """The cases of which this person may have this paper; with a text those of a client with this code or
    name, a prosecutor's also of this number. A book is of who reports."""
    if who.role is Role.PROSECUTOR:
        return await prosecution.cases_called(session, who, text, limit)
    found = await client_queries.cases_called(session, who, text, limit, now)
    return [row for row in found if kind is not DocumentKind.BOOK or row[0].report_every is not None]


async def officers_for(session: AsyncSession, who: Person, text: str, now: datetime) -> list[Person]:
    """The officers of whose clients this person may have papers, himself first; with a text those of this
    code or name. One who is named by his code is meant alone."""
    if who.role is Role.HEAD:
        every = list(await document_queries.officers(session, who.office_id))
    else:
        every = [who, *await leaves.away_today(session, who, now)]
    wanted = text.casefold()
    found = [one for one in every if wanted in one.name.casefold() or wanted == one.code.casefold()]
    return [one for one in found if one.code.casefold() == wanted] or found


async def whose_for(
    session: AsyncSession, who: Person, kind: DocumentKind, officer_id: int, now: datetime
) -> Whose | None:
    """An officer of whose clients this person may have papers of this kind, or the whole office; None: not
    his to read."""
    if who.role not in READERS[kind]:
        return None
    office = await queries.office_of(session, who.office_id)
    if officer_id == WHOLE_OFFICE:
        return Whose(office) if who.role is Role.HEAD else None
    officers = await officers_for(session, who, "", now)
    return next((Whose(office, one) for one in officers if one.id == officer_id), None)

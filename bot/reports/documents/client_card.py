"""The card of one case (*kartu kehadiran*): its sessions up to today, the hours that count and by whose word,
and what remains."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.digest import programme_key
from bot.domain.documents import ClientCard
from bot.domain.messages import Word
from bot.domain.worked import Note, Worked
from bot.reports.documents.cases import balance_of, place, recorded, sums
from bot.reports.documents.cells import rows_of
from bot.reports.documents.identity import identity_of, named
from bot.reports.documents.lines import head_of
from bot.reports.documents.paper import Pair, Paper, Signature
from bot.reports.papers import harmless
from bot.storage import document_queries, queries
from bot.storage.corrections import corrections_of
from bot.storage.events import entries_now
from bot.storage.models import Case, Office, Person

TEMPLATE = "kartu-kehadiran.typ"
COLUMNS = (
    "number",
    "day",
    "site",
    "plan-start",
    "plan-finish",
    "start",
    "finish",
    "break",
    "credited",
    "surplus",
    "activity",
    "status",
    "confirmed",
    "role",
    "notes",
    "initials",
)
EMPTY_ROWS = 10
"""For the pen, where nothing is recorded yet."""


async def gather(session: AsyncSession, case: Case, client: Person, now: datetime) -> ClientCard:
    """A case as it stands now."""
    office = await queries.office_of(session, case.office_id)
    officer = await session.get(Person, case.officer_id) if case.officer_id else None
    return ClientCard(
        head=head_of(office, made_at=now),
        **identity_of(case, client),
        officer=officer.shown if officer else "",
        balance=await balance_of(session, case),
        rows=tuple(await lines_of(session, case, office, now)),
    )


async def lines_of(session: AsyncSession, case: Case, office: Office, now: datetime) -> list[Worked]:
    """What was served before, then day by day what was worked, missed and corrected. The hours on them come
    to what is credited."""
    lines = await recorded(session, case, office, now)
    return sorted([*lines, *await _without_work(session, case, office)], key=place)


async def _without_work(session: AsyncSession, case: Case, office: Office) -> list[Worked]:
    """What counts without an attendance: served before, or corrected since, and by whom."""
    entries = [one for one in (await entries_now(session, case)).credited if one.attendance is None]
    standing = [one for one in await corrections_of(session, case) if not one.taken_back]
    known = await document_queries.people(session, office, [one.by for one in standing])
    found = []
    for entry in entries:
        by = next((known[one.by] for one in standing if one.day == entry.day and one.by in known), None)
        found.append(
            Worked(
                day=entry.day,
                zone=office.zone,
                credited=entry.minutes,
                confirmed_by=by.shown if by else "",
                confirmed_role=by.role if by else None,
                notes=(Note.OPENING if entry.day is None else Note.CORRECTION,),
            )
        )
    return found


def paper(facts: ClientCard) -> Paper:
    """The card as a paper."""
    guardian = (Signature("document-sign-guardian"),) if facts.child else ()
    return Paper(
        template=TEMPLATE,
        file=f"kartu-kehadiran-{harmless(facts.code)}",
        title="document-title-client-card",
        head=facts.head,
        subject=subject(facts),
        columns=COLUMNS,
        rows=rows_of(COLUMNS, facts.rows),
        empty="document-no-work",
        blank_rows=0 if facts.rows else EMPTY_ROWS,
        sums=sums(facts.balance),
        signatures=(
            Signature("document-sign-client", facts.client),
            *guardian,
            Signature("document-sign-officer", facts.officer, "document-staff-number"),
            Signature("document-sign-head", below="document-staff-number"),
        ),
    )


def subject(facts: ClientCard) -> list[Pair]:
    """Whose card it is; what is not known is left to the pen."""
    return [
        *named(facts),
        ("document-programme", Word(programme_key(facts.programme))),
        ("document-starts", facts.starts_on),
        ("document-ends", facts.ends_on),
        ("document-officer", facts.officer),
    ]

"""The card of one case (*kartu kehadiran*): its sessions up to today, the hours that count and by whose word,
and what remains."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.digest import programme_key
from bot.domain.documents import Balance, ClientCard, Note, Worked
from bot.domain.messages import Minutes, Word
from bot.reports.documents.cells import rows_of
from bot.reports.documents.lines import head_of, of_plan, of_work
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
LAST = datetime.max.replace(tzinfo=UTC)


async def gather(session: AsyncSession, case: Case, client: Person, now: datetime) -> ClientCard:
    """A case as it stands now."""
    office = await queries.office_of(session, case.office_id)
    officer = await session.get(Person, case.officer_id) if case.officer_id else None
    return ClientCard(
        head=head_of(office, made_at=now),
        client=client.shown,
        code=client.code,
        child=client.secret,
        number="" if client.child else case.number,
        programme=case.programme,
        starts_on=case.starts_on,
        ends_on=case.ends_on,
        officer=officer.shown if officer else "",
        balance=await balance_of(session, case),
        rows=tuple(await lines_of(session, case, office, now)),
    )


async def balance_of(session: AsyncSession, case: Case) -> Balance:
    """The row that everybody reads."""
    row = await queries.balance_of(session, case)
    return Balance(
        total=None if row.remaining is None else row.credited + row.remaining,
        credited=row.credited,
        waiting=row.waiting,
        surplus=row.surplus,
        remaining=row.remaining,
    )


async def lines_of(session: AsyncSession, case: Case, office: Office, now: datetime) -> list[Worked]:
    """What was served before, then day by day what was worked, missed and corrected. The hours on them come
    to what is credited."""
    today = local_day(now, office.zone)
    work = await document_queries.worked(session, case)
    missed = await document_queries.unworked(session, case, today)
    known = await document_queries.people(session, office, [one.decided_by for one, _, _ in work])
    lines = [of_work(one, site, planned, by=known.get(one.decided_by or 0)) for one, site, planned in work]
    lines += [of_plan(planned, site, own=True) for planned, site in missed]
    lines += await _without_work(session, case, office)
    return sorted(lines, key=_place)


def _place(line: Worked) -> tuple[date, datetime]:
    """Where it stands: what is of no day first, and of a day the correction last."""
    at = line.started_at or (line.planned[0] if line.planned else None)
    return line.day or date.min, at or LAST


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
        ("document-client", facts.client),
        *([] if facts.child else [("document-code", facts.code), ("document-case", facts.number)]),
        ("document-programme", Word(programme_key(facts.programme))),
        ("document-starts", facts.starts_on),
        ("document-ends", facts.ends_on),
        ("document-officer", facts.officer),
    ]


def sums(balance: Balance) -> list[Pair]:
    """The figures, those that are nothing left out but for what counts."""
    told: list[Pair] = [("document-credited", Minutes(balance.credited))]
    if balance.total is not None and balance.remaining is not None:
        told = [("document-total", Minutes(balance.total)), *told]
        told.append(("document-remaining", Minutes(balance.remaining)))
    if balance.waiting:
        told.append(("document-waiting", Minutes(balance.waiting)))
    if balance.surplus:
        told.append(("document-surplus", Minutes(balance.surplus)))
    return told

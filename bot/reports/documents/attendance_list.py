"""The attendance list of a site and a week, for signatures (*daftar hadir kerja*). It goes to a site: whoever
is excused is on *izin* there, and why is not said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.documents import AttendanceList
from bot.domain.messages import Minutes
from bot.domain.weeks import Period, week_of
from bot.domain.worked import Worked
from bot.reports.documents.access import Part
from bot.reports.documents.cells import rows_of
from bot.reports.documents.lines import head_of, of_plan, of_work
from bot.reports.documents.paper import Pair, Paper, Signature
from bot.reports.papers import harmless
from bot.storage import document_queries, queries
from bot.storage.models import Person, Site

TEMPLATE = "daftar-hadir.typ"
COLUMNS = (
    "number",
    "client",
    "code",
    "day",
    "plan-start",
    "plan-finish",
    "start",
    "finish",
    "break",
    "credited",
    "surplus",
    "activity",
    "status",
    "by",
    "role",
    "initials",
    "officer",
    "seen",
    "notes",
)
BLANK_ROWS = 3
"""For those who come unexpected, while the week is not over."""
EMPTY_ROWS = 10
"""Where nobody is expected."""


async def gather(session: AsyncSession, site: Site, week: date, part: Part, now: datetime) -> AttendanceList:
    """The week of a site from its Monday on, as far as `part` goes, as it stands now."""
    office = await queries.office_of(session, site.office_id)
    period = Period(min(part.days), max(part.days))
    guides = await document_queries.people(session, office, part.officers or ())
    found = await document_queries.appointed_between(session, site, period.first, period.last)
    return AttendanceList(
        head=head_of(office, made_at=now),
        site=site.name,
        code=site.code,
        activity=site.activity,
        agency=site.agency,
        period=period,
        officer=", ".join(guides[one].shown for one in sorted(guides)),
        supervisors=tuple(one.shown for one in found),
        rows=tuple(await _lines(session, site, part)),
        over=local_day(now, site.zone) > period.last,
    )


async def _lines(session: AsyncSession, site: Site, part: Part) -> list[Worked]:
    """By day and hour, then by code: as people come."""
    planned = await document_queries.planned(session, site, part.days, part.officers)
    others = await document_queries.unplanned(session, site, part.days, part.officers)
    office = await queries.office_of(session, site.office_id)
    decided = [*(row[3] for row in planned), *(row[0] for row in others)]
    ids = [*(case.officer_id for _, case, *_ in planned), *(case.officer_id for _, case, _ in others)]
    known = await document_queries.people(
        session, office, [*ids, *(one.decided_by for one in decided if one)]
    )
    clients = {client.id for _, _, client, _ in planned}
    asks = await document_queries.asking(session, site.office_id, clients, part.days)

    def guide(officer_id: int | None) -> Person | None:
        return known.get(officer_id or 0)

    lines = [
        (
            (one.day, one.starts_at, client.code),
            of_work(
                attendance,
                site,
                one,
                client=client,
                officer=guide(case.officer_id),
                by=known.get(attendance.decided_by or 0),
            )
            if attendance
            else of_plan(
                one,
                site,
                client=client,
                officer=guide(case.officer_id),
                asks=(client.id, one.day) in asks,
            ),
        )
        for one, case, client, attendance in planned
    ]
    lines += [
        (
            (one.day, one.started_at, client.code),
            of_work(
                one,
                site,
                None,
                client=client,
                officer=guide(case.officer_id),
                by=known.get(one.decided_by or 0),
            ),
        )
        for one, case, client in others
    ]
    return [line for _, line in sorted(lines, key=lambda row: row[0])]


def paper(facts: AttendanceList) -> Paper:
    """The list as a paper."""
    supervisor = facts.supervisors[0] if len(facts.supervisors) == 1 else ""
    blank = 0 if facts.over else BLANK_ROWS
    return Paper(
        template=TEMPLATE,
        file=f"daftar-hadir-{harmless(facts.code)}-{week_of(facts.period.first)}",
        title="document-title-attendance-list",
        head=facts.head,
        subject=(
            ("document-site", facts.site),
            ("document-activity", facts.activity),
            *((("document-agency", facts.agency),) if facts.agency else ()),
            ("document-first", facts.period.first),
            ("document-last", facts.period.last),
            *((("document-clients-of", facts.officer),) if facts.officer else ()),
        ),
        columns=COLUMNS,
        rows=rows_of(COLUMNS, facts.rows),
        empty="document-nobody",
        blank_rows=blank if facts.rows else EMPTY_ROWS,
        sums=_sums(facts),
        signatures=(
            Signature("document-sign-supervisor", supervisor, "document-position"),
            Signature("document-sign-officer", facts.officer, "document-staff-number"),
        ),
    )


def _sums(facts: AttendanceList) -> Sequence[Pair]:
    """Nothing while it is still to be filled in by hand: a printed nought would stand beside written
    hours."""
    if not facts.rows or not (facts.over or facts.credited):
        return ()
    return (
        ("document-people", facts.people),
        ("document-credited-here", Minutes(facts.credited)),
    )

"""What the papers of one case have in common: its lines up to today, and its figures."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.documents import Balance
from bot.domain.excuse_requests import RequestState
from bot.domain.messages import Minutes
from bot.domain.worked import Claim, Worked
from bot.reports.documents.lines import of_plan, of_work
from bot.reports.documents.paper import Pair
from bot.storage import document_queries, queries
from bot.storage.heard import heard
from bot.storage.models import Case, Office

LAST = datetime.max.replace(tzinfo=UTC)


async def recorded(session: AsyncSession, case: Case, office: Office, now: datetime) -> list[Worked]:
    """What was worked and what was missed up to today, for whoever guides the case."""
    today = local_day(now, office.zone)
    work = await document_queries.worked(session, case)
    missed = await document_queries.unworked(session, case, today)
    known = await document_queries.people(session, office, [one.decided_by for one, _, _ in work])
    requests = await document_queries.requests_for(session, case, {planned.day for planned, _ in missed})
    disbelieved = await heard(session, case.office_id, [planned for planned, _ in missed])
    lines = [of_work(one, site, planned, by=known.get(one.decided_by or 0)) for one, site, planned in work]
    lines += [
        of_plan(
            planned,
            site,
            asks=RequestState.OPEN in {one.state for one in requests[planned.day]},
            claim=Claim(
                asked=bool(requests[planned.day]),
                proved=any(one.proved for one in requests[planned.day]),
                answered=bool(planned.answer),
                disbelieved=planned.id in disbelieved,
            ),
        )
        for planned, site in missed
    ]
    return sorted(lines, key=place)


def place(line: Worked) -> tuple[date, datetime]:
    """Where a line stands: what is of no day first, and of a day the correction last."""
    at = line.started_at or (line.planned[0] if line.planned else None)
    return line.day or date.min, at or LAST


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

"""The whole of a week's summary: its figures, what is not known, how it compares, and the root of its
facts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.digest import Week
from bot.domain.findings import findings
from bot.domain.gaps import Gaps
from bot.domain.messages import lines_to_json
from bot.domain.people import Role
from bot.domain.weeks import Period, week_days, week_of
from bot.reports.figures import standing_from, standing_to_json, to_json
from bot.reports.summary import standing_of, summary_lines
from bot.reports.weekly import gather
from bot.storage import chain_roots, digest_queries, outages, week_queries
from bot.storage.chain_roots import Head
from bot.storage.models import Office, Person

SAID = "said"
"""What was said, where the figures are not kept: they would be those of a whole office."""


@dataclass(frozen=True, slots=True)
class Monday:
    """A week as its reader reads it, and the facts that its root covers."""

    week: Week
    heads: tuple[Head, ...]

    def kept(self) -> dict[str, Any]:
        """What is frozen: an officer's figures, of a head's what was said of them, and of everybody's how the
        week stood, the root, and the facts that it was computed from."""
        told = {SAID: lines_to_json(summary_lines(self.week))} if self.week.of_office else to_json(self.week)
        standing = standing_to_json(standing_of(self.week, findings(self.week)))
        return told | {"standing": standing} | chain_roots.kept(self.heads)


async def summarized(
    session: AsyncSession, office: Office, officer: Person | None, period: Period, now: datetime
) -> Week:
    """The figures of a period as of `now`, with what falls due after it and what is not known of it."""
    whose = (office.id, officer.id if officer else None)
    week = await gather(session, office, officer, period, now)
    until = await week_queries.placed_until(session, *whose)
    first, last = period.bounds(office.zone)
    gaps = Gaps(
        outages=tuple(await outages.outages_in(session, first, min(last, now))),
        uncounted=await week_queries.uncounted(session, *whose, period),
        photos=await week_queries.photos_missing(session, *whose, period),
    )
    placed = tuple(replace(one, placed_until=until.get(one.case_id)) for one in week.clients)
    return replace(week, clients=placed, gaps=gaps)


async def monday(session: AsyncSession, reader: Person, office: Office, name: str, now: datetime) -> Monday:
    """The week of an officer, or for a head that of his office, compared with what he read the Monday
    before."""
    officer = reader if reader.role is Role.OFFICER else None
    period = week_days(name)
    week = await summarized(session, office, officer, period, now)
    earlier = await digest_queries.digest_of(session, reader, week_of(period.first - timedelta(days=7)))
    cases = digest_queries.theirs(office.id, officer.id if officer else None)
    heads = await chain_roots.heads_of(session, office.id, cases)
    before = standing_from(earlier.figures) if earlier else None
    return Monday(replace(week, before=before, root=chain_roots.root_of(heads)), tuple(heads))

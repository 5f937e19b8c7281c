"""Monday's summaries for those outside the office: a prosecutor of his own cases, an agency of its sites."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState
from bot.domain.messages import Ask, Line, Minutes, Notice, Param, Resend, When
from bot.domain.people import Role
from bot.domain.rated_sessions import rated_lines
from bot.domain.reports import midday
from bot.domain.weeks import Period
from bot.reports.digest_messages import TO_EVALUATIONS
from bot.storage import agency_queries, evaluation_results
from bot.storage.agency_queries import SiteTotals
from bot.storage.models import Office, Person
from bot.storage.partner_queries import Ended, Supervised, ended, supervised

NAMED_UP_TO = 10
"""Cases without anything to say are named together up to here, and counted beyond."""


async def partner_notice(
    session: AsyncSession, who: Person, office: Office, week: str, period: Period
) -> Notice | None:
    """What he reads of the week; None where no case or site is his. Queued once a week."""
    written = await (_prosecutor if who.role is Role.PROSECUTOR else _agency)(session, who, office, period)
    return replace(written, once=f"digest:{who.id}:{week}") if written else None


def site_line(site: SiteTotals) -> Line:
    """People, attendances and hours of one site."""
    params: dict[str, Param] = {"site": site.name, "placed": site.placed, "attended": site.attended}
    return Line("agency-site", params | {"credited": Minutes(site.credited)})


async def _agency(session: AsyncSession, who: Person, office: Office, period: Period) -> Notice | None:
    sites = await agency_queries.totals(session, who, period)
    if not sites:
        return None
    rated = await evaluation_results.rated(session, office.id, who.name, period)
    credited = Minutes(sum(one.credited for one in sites))
    return Notice(
        to=who.id,
        key="agency-week",
        params=_days(office, period) | {"name": who.name, "credited": credited},
        lines=(*(site_line(one) for one in sites), *rated_lines(rated)),
        choices=(TO_EVALUATIONS,) if rated.sessions else (),
        ask=Ask.AGENCY,
        resend=Resend.MARKED,
    )


async def _prosecutor(session: AsyncSession, who: Person, office: Office, period: Period) -> Notice | None:
    """Cases with something to know stand by themselves: a miss, an excuse that is asked, a record that was
    called not right, a closing that is near, papers that lack. What ended in the week is told once."""
    found = await supervised(session, who, period)
    over = [_over(one, office) for one in await ended(session, who, period, office.zone)]
    if not found and not over:
        return None
    named = [one for one in found if _is_told(one)]
    calm = [one for one in found if not _is_told(one)]
    return Notice(
        to=who.id,
        key="prosecuted-week",
        params=_days(office, period) | {"count": len(found)},
        lines=(*(_case(one) for one in named), *over, *_calm(calm, some=bool(named or over))),
        ask=Ask.PROSECUTOR,
        resend=Resend.MARKED,
    )


def _is_told(one: Supervised) -> bool:
    running = one.case.state is CaseState.ACTIVE
    misses = one.misses
    return not running or misses.absent + misses.asked + misses.rejected > 0


def _case(one: Supervised) -> Line:
    """How far it is, and the week; an excuse is *dengan keterangan*, whatever it was for."""
    params: dict[str, Param] = {
        "name": one.client.shown,
        "number": one.case.number,
        "attended": one.attended,
        "absent": one.misses.absent,
        "excused": one.misses.excused,
        "unreached": one.misses.unreached,
        "asked": one.misses.asked,
        "rejected": one.misses.rejected,
        "credited": Minutes(one.credited),
    }
    match one.case.state:
        case CaseState.DRAFT:
            return Line("prosecuted-week-draft", params)
        case CaseState.SUSPENDED:
            return Line("prosecuted-week-suspended", params)
        case CaseState.AWAITING_CLOSING:
            return Line("prosecuted-week-closing", params)
    if one.case.total_minutes is None:
        return Line("prosecuted-week-reports", params)
    return Line("prosecuted-week-case", params | {"total": Minutes(one.case.total_minutes)})


def _over(one: Ended, office: Office) -> Line:
    """How and when it ended, and what was served of the hours that were ordered, if any."""
    params: dict[str, Param] = {
        "name": one.client.shown,
        "number": one.case.number,
        "how": one.how.value,
        "day": When(one.at, office.zone),
        "credited": Minutes(one.credited),
        "total": Minutes(one.case.total_minutes or 0),
        "hours": int(one.case.total_minutes is not None),
    }
    return Line("prosecuted-week-over", params)


def _calm(found: Sequence[Supervised], *, some: bool) -> list[Line]:
    if not found:
        return []
    if len(found) > NAMED_UP_TO:
        many: dict[str, Param] = {"count": len(found)}
        return [Line("prosecuted-week-others", many) if some else Line("prosecuted-week-calm", many)]
    few: dict[str, Param] = {"names": ", ".join(one.client.shown for one in found)}
    return [Line("prosecuted-week-others-named", few) if some else Line("prosecuted-week-calm-named", few)]


def _days(office: Office, period: Period) -> dict[str, Param]:
    first, last = (When(midday(one, office.zone), office.zone) for one in (period.first, period.last))
    return {"first": first, "last": last}

"""The two charts of a week or month: hours by week, and how sessions went by site."""

from __future__ import annotations

from bot.domain.messages import Minutes, Word
from bot.domain.overviews import Overview, SiteSessions, few
from bot.reports.bars import Bar, Bars

OTHERS = ""
"""The name of the bar that the smaller sites share, until it is written."""


def bars_of(overview: Overview) -> tuple[Bars, Bars]:
    """Both, from the figures that stand in the tables."""
    return hours(overview), sites(overview)


def hours(overview: Overview) -> Bars:
    """Hours that count, and above them those that nobody has confirmed, by week."""
    return Bars(
        title="chart-hours-by-week",
        legend=("chart-credited", "chart-waiting"),
        source="chart-source-hours",
        bars=[
            Bar(
                f"{one.monday.day}/{one.monday.month}",
                (max(one.credited, 0), one.waiting),
                (Minutes(one.credited), Minutes(one.waiting) if one.waiting else None),
            )
            for one in overview.weeks
        ],
        upright=True,
    )


def sites(overview: Overview) -> Bars:
    """Sessions attended, excused and missed, by site."""
    return Bars(
        title="chart-attendance-by-site",
        legend=("chart-attended", "chart-excused", "chart-missed"),
        source="chart-source-sites",
        bars=[_site(one) for one in few(overview.sites, OTHERS)],
        upright=False,
    )


def _site(one: SiteSessions) -> Bar:
    counts = (one.sessions.attended, one.sessions.excused, one.sessions.missed)
    return Bar(one.name or Word("chart-other-sites"), counts, counts)

"""Compares a location with a site so that nobody's check-in can fail of it."""

from __future__ import annotations

import structlog

from bot.domain.messages import Point
from bot.domain.places import Judged, Verdict, judge
from bot.storage.models import Site

log = structlog.get_logger()


def judged(point: Point | None, site: Site) -> Judged:
    """The verdict, or NOT_JUDGED where a site is recorded so strangely that comparing it fails: whoever came
    there is not to blame."""
    try:
        return judge(point, site.area)
    except Exception as error:  # the edge of the comparison: a check-in is kept whatever happens in it
        log.error("places.not_judged", site=site.id, error=type(error).__name__)
        return Judged(Verdict.NOT_JUDGED, None, None)

"""What the law makes impossible: bounds of hours for each programme. Everything else people decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.cases import Programme
from bot.domain.hours import DAY_CAP
from bot.domain.messages import Minutes, Refused


@dataclass(frozen=True, slots=True)
class Bounds:
    """Least and most minutes of an order, and the most of one day (None: the ruling must say)."""

    least: int
    most: int
    daily: int | None


BOUNDS: Mapping[Programme, Bounds] = {
    # UU 1/2023 (KUHP) Pasal 85: 8 to 240 hours, at most 8 hours a day.
    Programme.COMMUNITY_WORK: Bounds(8 * 60, 240 * 60, DAY_CAP),
    # UU 11/2012 (SPPA) Pasal 76: 7 to 120 hours; a day's hours are the ruling's.
    Programme.CHILD_SERVICE: Bounds(7 * 60, 120 * 60, None),
}


def check_order(programme: Programme, total_minutes: int | None, daily_minutes: int | None) -> None:
    """Raises Refused for hours outside the law: UU 1/2023 Pasal 85, UU 11/2012 Pasal 76. Integration
    (Permenkumham 3/2018) has a reporting duty and no hours to serve."""
    bounds = BOUNDS.get(programme)
    if bounds is None:
        if total_minutes is not None:
            raise Refused("case-without-hours")
        return
    if total_minutes is None:
        raise Refused("case-total-missing")
    if not bounds.least <= total_minutes <= bounds.most:
        raise Refused("case-total-outside-law", least=Minutes(bounds.least), most=Minutes(bounds.most))
    check_daily(bounds, daily_minutes)


def check_daily(bounds: Bounds, daily_minutes: int | None) -> None:
    """Raises Refused for a day longer than the law allows, or where the ruling must say and does not."""
    if daily_minutes is None:
        if bounds.daily is None:
            raise Refused("case-daily-missing")
        return
    if not 0 < daily_minutes <= (bounds.daily or DAY_CAP):
        raise Refused("case-daily-outside-law", most=Minutes(bounds.daily or DAY_CAP))


def check_session(programme: Programme, minutes: int) -> None:
    """Raises Refused for a planned session of so many counted minutes that no day can hold (UU 1/2023
    Pasal 85: 8 hours) or that has none. A ruling's fewer hours only cap what is credited."""
    if minutes <= 0:
        raise Refused("placement-without-hours")
    if programme in BOUNDS and minutes > DAY_CAP:
        raise Refused("placement-day-too-long", most=Minutes(DAY_CAP))


def check_period(starts_on: date, ends_on: date) -> None:
    """Raises Refused where the end comes before the start."""
    if ends_on < starts_on:
        raise Refused("period-reversed")

"""Which sites suit a case, in which order, and why the others do not."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from bot.domain.placements import Against, Candidate, Proposal, Wish, propose
from bot.domain.places import Circle, Polygon
from bot.domain.spans import EVERY_DAY, WHOLE_DAY, Hours, Span, by_weekday, fits, within
from tests.rules.plan_lines import hours, span

HOME = (-5.4000, 119.4400)
NEAR, FAR = Circle(-5.4000, 119.4490), Circle(-5.4900, 119.4400)
WORKDAYS = hours("12345 8-16")
ADULT = Wish(session_minutes=240)
CHILD = Wish(weekdays=frozenset({7}), window=(time(8), time(12)), session_minutes=180, child=True)


def always(short: str) -> Hours:
    """The same span every day."""
    return hours(f"1234567 {short}")


def hall(**changes: object) -> Candidate:
    """A village hall that suits anybody."""
    fields: dict[str, object] = {"site": 1, "name": "Balai desa", "hours": always("8-16")}
    return Candidate(**(fields | changes))  # type: ignore[arg-type]


def told(**changes: object) -> Proposal:
    """What is said of it to an adult."""
    fields: dict[str, object] = {
        "site": 1,
        "name": "Balai desa",
        "weekdays": EVERY_DAY,
        "hours": (time(8), time(12)),
    }
    return Proposal(**(fields | changes))  # type: ignore[arg-type]


REASONS = [
    pytest.param(ADULT, hall(), told(), id="suits"),
    pytest.param(
        ADULT, hall(hours=WORKDAYS), told(weekdays=frozenset({1, 2, 3, 4, 5})), id="on the days it is open"
    ),
    pytest.param(ADULT, hall(capacity=5, busiest=3), told(free=2), id="two places are free"),
    pytest.param(ADULT, hall(capacity=5, busiest=5), told(free=0, against=Against.FULL), id="full"),
    pytest.param(ADULT, hall(capacity=5, busiest=7), told(free=0, against=Against.FULL), id="more than full"),
    pytest.param(ADULT, hall(capacity=0), told(free=0, against=Against.FULL), id="takes nobody"),
    pytest.param(ADULT, hall(stopped=True), told(against=Against.STOPPED), id="was stopped there"),
    pytest.param(ADULT, hall(for_children=False), told(), id="not for children: no matter to an adult"),
    pytest.param(
        CHILD, hall(), told(weekdays=frozenset({7}), hours=(time(8), time(11))), id="a child's Sunday morning"
    ),
    pytest.param(
        CHILD,
        hall(for_children=False),
        told(weekdays=frozenset({7}), hours=(time(8), time(11)), against=Against.NOT_FOR_CHILDREN),
        id="not for children",
    ),
    pytest.param(
        CHILD,
        hall(hours=WORKDAYS),
        told(weekdays=frozenset(), hours=None, against=Against.NO_SHARED_DAY),
        id="closed on Sundays",
    ),
    pytest.param(
        CHILD,
        hall(hours=always("13-17")),
        told(weekdays=frozenset({7}), hours=None, against=Against.NO_SHARED_HOURS),
        id="closed in the morning",
    ),
    pytest.param(
        CHILD,
        hall(hours=always("11.01-17")),
        told(weekdays=frozenset({7}), hours=None, against=Against.NO_SHARED_HOURS),
        id="less than an hour is not worth the way",
    ),
    pytest.param(
        CHILD,
        hall(hours=always("11-17")),
        told(weekdays=frozenset({7}), hours=(time(11), time(12))),
        id="an hour is",
    ),
    pytest.param(
        ADULT,
        hall(hours=always("20-6")),
        told(hours=(time(20), time(0))),
        id="open at night: to midnight",
    ),
    pytest.param(
        Wish(session_minutes=480),
        hall(hours=always("20-6")),
        told(hours=(time(20), time(4))),
        id="past midnight",
    ),
    pytest.param(
        Wish(session_minutes=240, window=(time(18), time(23))),
        hall(hours=always("20-6")),
        told(hours=(time(20), time(23))),
        id="the evening of a night",
    ),
    pytest.param(
        Wish(session_minutes=240, window=(time(4), time(12))),
        hall(hours=always("20-6")),
        told(hours=(time(4), time(6))),
        id="the morning after it",
    ),
    pytest.param(
        Wish(session_minutes=240, window=(time(7), time(12))),
        hall(hours=always("0-0")),
        told(hours=(time(7), time(11))),
        id="open around the clock",
    ),
    pytest.param(ADULT, hall(area=NEAR), told(), id="no home, no distance"),
    pytest.param(Wish(session_minutes=240, home=HOME), hall(), told(), id="no pin, no distance"),
    pytest.param(
        Wish(session_minutes=240, home=HOME), hall(area=Circle(None, None)), told(), id="nor with half a pin"
    ),
    pytest.param(
        Wish(session_minutes=240, home=HOME), hall(area=NEAR), told(distance_m=997), id="a kilometre away"
    ),
    pytest.param(
        Wish(session_minutes=240, home=HOME),
        hall(area=Polygon(((-5.39, 119.43), (-5.39, 119.45), (-5.41, 119.45), (-5.41, 119.43)))),
        told(distance_m=0),
        id="at home within its bounds",
    ),
]


@pytest.mark.parametrize(("wish", "candidate", "expected"), REASONS)
def test_a_site_is_proposed_with_its_reasons(wish: Wish, candidate: Candidate, expected: Proposal) -> None:
    assert propose(wish, [candidate]) == [expected]


def names(wish: Wish, *candidates: Candidate) -> list[str]:
    return [one.name for one in propose(wish, candidates)]


def test_the_nearer_first_then_the_emptier_then_by_name_and_what_does_not_suit_last() -> None:
    wish = Wish(session_minutes=240, home=HOME)
    assert names(
        wish,
        hall(name="penuh", area=NEAR, capacity=1, busiest=1),
        hall(name="tanpa titik"),
        hall(name="jauh", area=FAR),
        hall(name="dekat, 1 tempat", area=NEAR, capacity=1),
        hall(name="dekat, bebas B", area=NEAR),
        hall(name="dekat, bebas A", area=NEAR),
        hall(name="dekat, 4 tempat", area=NEAR, capacity=4),
    ) == [
        "dekat, bebas A",
        "dekat, bebas B",
        "dekat, 4 tempat",
        "dekat, 1 tempat",
        "jauh",
        "tanpa titik",
        "penuh",
    ]


def test_no_site_is_hidden_and_there_may_be_none() -> None:
    assert propose(ADULT, []) == []
    assert names(CHILD, hall(for_children=False), hall(hours=WORKDAYS)) == [
        "Balai desa",
        "Balai desa",
    ]


FRIDAYS = hours("1234 8-16", "5 8-11.30")


def half_days(days: int, **changes: Any) -> Wish:
    """Sessions of four hours on so many days a week."""
    return Wish(session_minutes=240, days=days, **changes)


DIFFERENT_DAYS = [
    pytest.param(half_days(2), FRIDAYS, "1234 8-12", id="a shorter Friday is not needed"),
    pytest.param(half_days(5), FRIDAYS, "12345 8-11.30", id="all five, each as short as Friday"),
    pytest.param(half_days(4), FRIDAYS, "1234 8-12", id="four long ones bring more"),
    pytest.param(half_days(5, weekdays=frozenset({4, 5})), FRIDAYS, "45 8-11.30", id="two days for five"),
    pytest.param(half_days(1, weekdays=frozenset({5})), FRIDAYS, "5 8-11.30", id="Friday only"),
    pytest.param(half_days(2), hours("1 8-11", "2 9-12"), "12 9-11", id="what two days share"),
    pytest.param(half_days(1), hours("1 8-11", "2 9-12"), "1 8-11", id="one day alone"),
    pytest.param(half_days(1), hours("1 8-12", "23 9-13"), "23 9-13", id="of equals the one of more days"),
    pytest.param(half_days(1), hours("1 9-13", "2 8-12"), "2 8-12", id="of equals the earlier one"),
    pytest.param(half_days(2), hours("1 8-12", "2 8-10"), "1 8-12", id="of equals the longer one"),
    pytest.param(half_days(2), hours("12 8-9 13-17"), "12 13-17", id="the longer span of a day"),
    pytest.param(half_days(2), hours("12 8-12 13-17"), "12 8-12", id="the earlier span of a day"),
    pytest.param(half_days(2), hours("1 8-8.30 16-16.30", "2 8-10"), "2 8-10", id="never across a pause"),
    pytest.param(half_days(2), hours("12 8-8.30 16-16.30"), None, id="two halves are no hour"),
    pytest.param(half_days(3, window=span("13-17")), FRIDAYS, "1234 13-16", id="the ruling's afternoon"),
]


def test_days_that_bring_little_do_not_decide_the_hours() -> None:
    """A child works on Sundays and, from Monday to Friday, in school holidays."""
    site = hall(hours=hours("12345 8-12", "7 8-10"), days_at=dict.fromkeys(range(1, 6), 4) | {7: 20})
    (one,) = propose(half_days(1, window=span("8-12")), [site])
    assert (one.hours, one.weekdays) == (span("8-10"), frozenset({1, 2, 3, 4, 5, 7}))


@pytest.mark.parametrize(("wish", "opening", "expected"), DIFFERENT_DAYS)
def test_hours_are_the_same_on_each_day_and_bring_the_most(
    wish: Wish, opening: Hours, expected: str | None
) -> None:
    (one,) = propose(wish, [hall(hours=opening)])
    found = None if one.hours is None else by_weekday([(one.weekdays, one.hours)])
    assert found == (None if expected is None else hours(expected))


WINDOWS = [WHOLE_DAY, *map(span, ("8-16", "20-6", "0-0", "13-13.30"))]


@pytest.mark.parametrize("session", [30, 240, 480])
@pytest.mark.parametrize("other", WINDOWS, ids=str)
@pytest.mark.parametrize("open_then", WINDOWS, ids=str)
@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_what_is_proposed_can_be_placed(window: Span, open_then: Span, other: Span, session: int) -> None:
    opening = by_weekday([((1, 2, 3, 4), open_then), ((5, 6), other)])
    (one,) = propose(Wish(window=window, session_minutes=session), [hall(hours=opening)])
    if one.hours is not None:
        assert within(one.hours, window)
        assert all(fits(one.hours, opening[day]) for day in one.weekdays)

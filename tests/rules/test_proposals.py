"""Which sites suit a case, in which order, and why the others do not."""

from __future__ import annotations

from datetime import time

import pytest

from bot.domain.placements import Against, Candidate, Proposal, Wish, propose
from bot.domain.places import Circle, Polygon
from bot.domain.plans import EVERY_DAY, WHOLE_DAY, Slots, within

HOME = (-5.4000, 119.4400)
NEAR, FAR = Circle(-5.4000, 119.4490), Circle(-5.4900, 119.4400)
OFFICE_HOURS = (time(8), time(16))
WORKDAYS = frozenset({1, 2, 3, 4, 5})
ADULT = Wish(session_minutes=240)
CHILD = Wish(weekdays=frozenset({7}), window=(time(8), time(12)), session_minutes=180, child=True)


def hall(**changes: object) -> Candidate:
    """A village hall that suits anybody."""
    fields: dict[str, object] = {"site": 1, "name": "Balai desa", "hours": OFFICE_HOURS}
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
    pytest.param(ADULT, hall(weekdays=WORKDAYS), told(weekdays=WORKDAYS), id="on the days it is open"),
    pytest.param(ADULT, hall(capacity=5, busiest=3), told(free=2), id="two places are free"),
    pytest.param(ADULT, hall(capacity=5, busiest=5), told(free=0, against=Against.FULL), id="full"),
    pytest.param(ADULT, hall(capacity=5, busiest=7), told(free=0, against=Against.FULL), id="more than full"),
    pytest.param(ADULT, hall(capacity=0), told(free=0, against=Against.FULL), id="takes nobody"),
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
        hall(weekdays=WORKDAYS),
        told(weekdays=frozenset(), hours=(time(8), time(11)), against=Against.NO_SHARED_DAY),
        id="closed on Sundays",
    ),
    pytest.param(
        CHILD,
        hall(hours=(time(13), time(17))),
        told(weekdays=frozenset({7}), hours=None, against=Against.NO_SHARED_HOURS),
        id="closed in the morning",
    ),
    pytest.param(
        CHILD,
        hall(hours=(time(11, 1), time(17))),
        told(weekdays=frozenset({7}), hours=None, against=Against.NO_SHARED_HOURS),
        id="less than an hour is not worth the way",
    ),
    pytest.param(
        CHILD,
        hall(hours=(time(11), time(17))),
        told(weekdays=frozenset({7}), hours=(time(11), time(12))),
        id="an hour is",
    ),
    pytest.param(
        ADULT,
        hall(hours=(time(20), time(6))),
        told(hours=(time(20), time(0))),
        id="open at night: to midnight",
    ),
    pytest.param(
        Wish(session_minutes=480),
        hall(hours=(time(20), time(6))),
        told(hours=(time(20), time(4))),
        id="past midnight",
    ),
    pytest.param(
        Wish(session_minutes=240, window=(time(18), time(23))),
        hall(hours=(time(20), time(6))),
        told(hours=(time(20), time(23))),
        id="the evening of a night",
    ),
    pytest.param(
        Wish(session_minutes=240, window=(time(4), time(12))),
        hall(hours=(time(20), time(6))),
        told(hours=(time(4), time(6))),
        id="the morning after it",
    ),
    pytest.param(
        Wish(session_minutes=240, window=(time(7), time(12))),
        hall(hours=(time(0), time(0))),
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
    assert names(CHILD, hall(for_children=False), hall(weekdays=WORKDAYS)) == ["Balai desa", "Balai desa"]


WINDOWS = [WHOLE_DAY, (time(8), time(16)), (time(20), time(6)), (time(0), time(0)), (time(13), time(13, 30))]


@pytest.mark.parametrize("session", [30, 240, 480])
@pytest.mark.parametrize("hours", WINDOWS, ids=str)
@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_what_is_proposed_can_be_placed(
    window: tuple[time, time], hours: tuple[time, time], session: int
) -> None:
    (one,) = propose(Wish(window=window, session_minutes=session), [hall(hours=hours)])
    if one.hours is not None:
        slots = Slots(EVERY_DAY, *one.hours, "Asia/Makassar")
        assert within(slots, window)
        assert within(slots, hours)

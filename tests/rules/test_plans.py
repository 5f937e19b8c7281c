"""The plan of a case and the bounds of the law: tables of cases, no database."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.cases import Programme, Slots
from bot.domain.law import check_order, check_period, check_session
from bot.domain.messages import Refused
from bot.domain.plans import Order, Weekly, plan_case
from tests.lawful import closed_days

ZONE = "Asia/Makassar"
BEFORE = datetime(2026, 4, 1, tzinfo=UTC)
APRIL = (date(2026, 4, 6), date(2026, 4, 30))


def weekly(
    weekdays: str,
    *,
    placement: int = 1,
    starts: time = time(8),
    ends: time = time(11),
    break_minutes: int = 0,
    first: date = APRIL[0],
    last: date = APRIL[1],
) -> Weekly:
    days = frozenset(int(digit) for digit in weekdays)
    return Weekly(placement, Slots(days, starts, ends, break_minutes, ZONE), first, last)


def planned(
    *weeks: Weekly,
    minutes: int | None = 6000,
    daily: int = 480,
    after: datetime = BEFORE,
    closed: frozenset[date] = frozenset(),
    begun: frozenset[tuple[int, date]] = frozenset(),
) -> list[str]:
    """The plan in short: placement, day of April (or month/day), hours in Makassar."""
    sessions = plan_case(weeks, Order(minutes, daily), after=after, closed=closed, begun=begun)
    return [
        f"{placement}: {one.day:%d} {local(one.starts_at)}–{local(one.ends_at)}"
        for placement, one in sessions
    ]


def local(at: datetime) -> str:
    return f"{(at.hour + 8) % 24:02d}.{at.minute:02d}"


MONDAYS = ["1: 06 08.00–11.00", "1: 13 08.00–11.00", "1: 20 08.00–11.00", "1: 27 08.00–11.00"]

PLANS = [
    pytest.param([weekly("1")], {}, MONDAYS, id="every Monday"),
    pytest.param([weekly("")], {}, [], id="no weekday, no session"),
    pytest.param([weekly("1")], {"minutes": 0}, [], id="nothing left to serve"),
    pytest.param([weekly("1")], {"minutes": 360}, MONDAYS[:2], id="until the order is used up"),
    pytest.param(
        [weekly("1")], {"minutes": 210}, [MONDAYS[0], "1: 13 08.00–08.30"], id="the last one is cut"
    ),
    pytest.param(
        [weekly("1", ends=time(12), break_minutes=60)],
        {"minutes": 210},
        ["1: 06 08.00–12.00", "1: 13 08.00–09.30"],
        id="the break is not cut",
    ),
    pytest.param([weekly("1")], {"minutes": None}, MONDAYS, id="without hours: to the last day"),
    pytest.param(
        [weekly("1")], {"closed": frozenset({date(2026, 4, 13)})}, [MONDAYS[0], *MONDAYS[2:]], id="closed day"
    ),
    pytest.param(
        [weekly("1")],
        {"closed": frozenset({date(2026, 4, 13)}), "minutes": 540},
        [MONDAYS[0], *MONDAYS[2:]],
        id="a closed day is made up for later",
    ),
    pytest.param(
        [weekly("1")],
        {"after": datetime(2026, 4, 13, 1, tzinfo=UTC)},
        MONDAYS[2:],
        id="what has begun is past: 09.00 on Monday",
    ),
    pytest.param(
        [weekly("1")],
        {"after": datetime(2026, 4, 12, 23, 59, tzinfo=UTC)},
        MONDAYS[1:],
        id="what begins in a minute is not",
    ),
    pytest.param(
        [weekly("1")],
        {"begun": frozenset({(1, date(2026, 4, 13))})},
        [MONDAYS[0], *MONDAYS[2:]],
        id="a day on which something happened is left alone",
    ),
    pytest.param(
        [weekly("1"), weekly("4", placement=2)],
        {"minutes": 540},
        [MONDAYS[0], "2: 09 08.00–11.00", MONDAYS[1]],
        id="two placements share the order by day",
    ),
    pytest.param(
        [weekly("1", ends=time(13)), weekly("1", placement=2, starts=time(14), ends=time(18))],
        {"minutes": 480 + 300},
        ["1: 06 08.00–13.00", "2: 06 14.00–18.00", "1: 13 08.00–13.00"],
        id="5 h and 4 h on a day use up 8 h of the order",
    ),
    pytest.param(
        [weekly("1", ends=time(12)), weekly("1", placement=2, starts=time(13), ends=time(15))],
        {"daily": 240, "minutes": 480},
        ["1: 06 08.00–12.00", "1: 13 08.00–12.00"],
        id="a full day takes no second session",
    ),
    pytest.param(
        [weekly("1", starts=time(22), ends=time(2))],
        {"minutes": 240},
        ["1: 06 22.00–02.00"],
        id="past midnight",
    ),
    pytest.param(
        [weekly("1", last=date(2026, 4, 13)), weekly("1", placement=2, first=date(2026, 4, 14))],
        {},
        [*MONDAYS[:2], "2: 20 08.00–11.00", "2: 27 08.00–11.00"],
        id="one placement follows another",
    ),
    pytest.param([weekly("1", last=date(2026, 4, 5))], {}, [], id="a placement that ended before"),
]


@pytest.mark.parametrize(("weeks", "circumstances", "expected"), PLANS)
def test_plan(weeks: list[Weekly], circumstances: dict[str, object], expected: list[str]) -> None:
    assert planned(*weeks, **circumstances) == expected  # type: ignore[arg-type]


ADULT, CHILD, INTEGRATION = Programme.COMMUNITY_WORK, Programme.CHILD_SERVICE, Programme.INTEGRATION
LAWFUL = [
    (ADULT, 8 * 60, 480),
    (ADULT, 240 * 60, None),
    (CHILD, 7 * 60, 60),
    (CHILD, 120 * 60, 300),
    (INTEGRATION, None, None),
]
UNLAWFUL = [
    pytest.param(ADULT, 8 * 60 - 1, 480, "case-total-outside-law", id="kerja sosial below 8 hours"),
    pytest.param(ADULT, 240 * 60 + 1, 480, "case-total-outside-law", id="kerja sosial above 240 hours"),
    pytest.param(ADULT, None, 480, "case-total-missing", id="kerja sosial without hours"),
    pytest.param(ADULT, 60 * 60, 481, "case-daily-outside-law", id="more than 8 hours a day"),
    pytest.param(ADULT, 60 * 60, 0, "case-daily-outside-law", id="no hours a day"),
    pytest.param(CHILD, 7 * 60 - 1, 60, "case-total-outside-law", id="a child below 7 hours"),
    pytest.param(CHILD, 120 * 60 + 1, 60, "case-total-outside-law", id="a child above 120 hours"),
    pytest.param(CHILD, 30 * 60, None, "case-daily-missing", id="a child without hours a day"),
    pytest.param(INTEGRATION, 60 * 60, None, "case-without-hours", id="integration with hours"),
]


@pytest.mark.parametrize(("programme", "total", "daily"), LAWFUL)
def test_hours_within_the_law(programme: Programme, total: int | None, daily: int | None) -> None:
    check_order(programme, total, daily)


@pytest.mark.parametrize(("programme", "total", "daily", "key"), UNLAWFUL)
def test_hours_outside_the_law(programme: Programme, total: int | None, daily: int | None, key: str) -> None:
    with pytest.raises(Refused) as no:
        check_order(programme, total, daily)
    assert no.value.key == key


@pytest.mark.parametrize(
    ("minutes", "key"), [(0, "placement-without-hours"), (481, "placement-day-too-long")]
)
def test_a_session_that_no_day_can_hold(minutes: int, key: str) -> None:
    with pytest.raises(Refused) as no:
        check_session(ADULT, minutes)
    assert no.value.key == key


def test_a_period_ends_after_it_begins() -> None:
    check_period(date(2026, 4, 1), date(2026, 4, 1))
    with pytest.raises(Refused):
        check_period(date(2026, 4, 2), date(2026, 4, 1))


def test_lebaran_and_joint_leave_are_closed_and_so_is_nothing_ordinary() -> None:
    closed = closed_days(date(2026, 1, 1), date(2027, 12, 31))

    assert {date(2026, 3, day) for day in range(18, 25)} <= closed
    assert date(2027, 8, 17) in closed
    assert not {date(2026, 3, 17), date(2026, 3, 25), date(2026, 4, 23)} & closed

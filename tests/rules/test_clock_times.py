"""Times of day and breaks as people type them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.clock_times import WorkDay, check_break, read_break, read_clock, says_same
from bot.domain.messages import Refused

CLOCKS = [
    ("8", time(8)),
    ("8.30", time(8, 30)),
    ("08.00", time(8)),
    ("08:05", time(8, 5)),
    ("0830", time(8, 30)),
    ("jam 8", time(8)),
    ("Pukul 13.15 WITA", time(13, 15)),
    ("setengah 9", time(8, 30)),
    ("jam setengah sembilan", None),
    ("8 pagi", time(8)),
    ("2 siang", time(14)),
    ("11 siang", time(11)),
    ("4 sore", time(16)),
    ("9 malam", time(21)),
    ("16 sore", time(16)),
    ("pulang jam 3 sore", time(15)),
    ("0", time(0)),
    ("24", None),
    ("8.75", None),
    ("setengah 0", None),
    ("pagi", None),
    ("", None),
    ("8 jam", None),
]


@pytest.mark.parametrize(("text", "expected"), CLOCKS)
def test_a_time_of_day_is_read_as_it_is_said(text: str, expected: time | None) -> None:
    assert read_clock(text) == expected


BREAKS = [
    ("30", 30),
    ("30 menit", 30),
    ("1 jam", 60),
    ("1 jam 15 menit", 75),
    ("setengah jam", 30),
    ("0", 0),
    ("Tidak ada", 0),
    ("tanpa istirahat", 0),
    ("sebentar", None),
    ("9 jam", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "expected"), BREAKS)
def test_a_break_is_read_in_minutes(text: str, expected: int | None) -> None:
    assert read_break(text) == expected


def test_same_leaves_it_as_it_is() -> None:
    assert says_same(" Sama. ")
    assert not says_same("sama-sama")


DAY = WorkDay(date(2026, 4, 23), "Asia/Makassar")
NIGHT = WorkDay(date(2026, 4, 23), "Asia/Makassar", until=time(2))
LATER = datetime(2026, 4, 24, 12, tzinfo=UTC)


def utc(day: int, hour: int) -> datetime:
    return datetime(2026, 4, day, hour, tzinfo=UTC)


def test_times_belong_to_the_day_of_the_work_in_the_zone_of_the_site() -> None:
    start = DAY.start(time(8), now=LATER)
    assert (start, DAY.finish(time(11), start, now=LATER)) == (utc(23, 0), utc(23, 3))


@pytest.mark.parametrize("clock", [time(8), time(7, 59)])
def test_a_finish_that_is_not_after_the_start_is_caught(clock: time) -> None:
    with pytest.raises(Refused, match="times-finish-first"):
        DAY.finish(clock, utc(23, 0), now=LATER)


def test_work_that_was_planned_past_midnight_may_end_and_begin_there() -> None:
    start = NIGHT.start(time(22), now=LATER)
    assert (start, NIGHT.finish(time(1), start, now=LATER)) == (utc(23, 14), utc(23, 17))
    late = NIGHT.start(time(0), now=LATER)
    assert (late, NIGHT.finish(time(1), late, now=LATER)) == (utc(23, 16), utc(23, 17))


def test_what_is_still_to_come_did_not_happen() -> None:
    with pytest.raises(Refused, match="times-to-come"):
        DAY.start(time(9), now=utc(23, 0))
    with pytest.raises(Refused, match="times-to-come"):
        DAY.finish(time(9), utc(23, 0), now=utc(23, 0))


def test_a_break_leaves_something_of_the_work() -> None:
    assert check_break(59, utc(23, 0), utc(23, 1)) == 59
    with pytest.raises(Refused, match="times-break-too-long"):
        check_break(60, utc(23, 0), utc(23, 1))

"""When people are reminded: lists that an office types, a person's own way, nights, zones."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.quiet_hours import Quiet
from bot.domain.reminders import (
    MORE_BEFORE_REPORT,
    Offset,
    Reminding,
    before_report,
    before_work,
    days_ahead,
    offsets_for,
    read_offsets,
    reminder_words,
    written,
)
from tests.harness import ZONE, at

USUAL = "H-1 18.00, 1 jam"
NIGHT = Quiet(time(21), time(6), ZONE)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("H-1 18.00, 1 jam", "H-1 18.00, 1 jam", id="as it is kept"),
        pytest.param("h-2 7:05,90 menit", "H-2 07.05, 90 menit", id="as people type"),
        pytest.param("H 07.00", "H 07.00", id="the day itself"),
        pytest.param("120 menit", "2 jam", id="whole hours"),
        pytest.param(
            "H-3 18.00, H-1 18.00, 12 jam, 15 menit", "H-3 18.00, H-1 18.00, 12 jam, 15 menit", id="most"
        ),
        pytest.param("H-4 18.00", None, id="too many days"),
        pytest.param("13 jam", None, id="too long before"),
        pytest.param("10 menit", None, id="too short before"),
        pytest.param("H-1 24.00", None, id="no hour"),
        pytest.param("1 jam, 60 menit", None, id="twice the same"),
        pytest.param("1 jam, 2 jam, 3 jam, 4 jam, 5 jam", None, id="too many"),
        pytest.param("besok", None, id="no time"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_list_of_reminders_is_read_within_its_bounds(typed: str, kept: str | None) -> None:
    read = read_offsets(typed)
    assert (written(read) if read is not None else None) == kept


def test_a_report_is_reminded_by_day_only() -> None:
    assert read_offsets("H-1 18.00, 1 jam", days_only=True) is None
    assert read_offsets("H-1 18.00, H 16.00", days_only=True) is not None


@pytest.mark.parametrize(
    ("reminding", "list_"),
    [
        (Reminding.USUAL, "H-1 18.00, 1 jam"),
        (Reminding.EARLIER, "H-2 18.00, H-1 18.00, 3 jam"),
        (Reminding.OFTENER, "H-1 18.00, 1 jam, 3 jam"),
    ],
)
def test_a_persons_own_way_follows_his_office(reminding: Reminding, list_: str) -> None:
    assert written(offsets_for(USUAL, reminding)) == list_


def test_who_wants_it_earlier_stays_within_the_bounds() -> None:
    assert written(offsets_for("H-3 18.00, 11 jam", Reminding.EARLIER)) == "H-3 18.00, 12 jam"


@pytest.mark.parametrize(
    ("starts_at", "list_", "expected"),
    [
        pytest.param(at(23, 8), USUAL, [at(22, 18), at(23, 7)], id="as usual"),
        pytest.param(at(23, 6, 30), USUAL, [at(22, 18), at(23, 6)], id="night becomes morning"),
        pytest.param(at(23, 8), "3 jam, 2 jam", [at(23, 6)], id="two that meet in the morning are one"),
        pytest.param(at(23, 23), "1 jam", [at(23, 22)], id="who works at night is awake"),
        pytest.param(at(23, 8), "H 10.00, 1 jam", [at(23, 7)], id="none after the start"),
        pytest.param(at(23, 8), "H-1 22.00, 1 jam", [at(23, 6), at(23, 7)], id="late on the eve"),
        pytest.param(at(23, 8), "1 jam, 45 menit", [at(23, 7)], id="not twice within half an hour"),
    ],
)
def test_reminders_come_by_day(starts_at: datetime, list_: str, expected: list[datetime]) -> None:
    assert before_work(read_offsets(list_) or (), starts_at, ZONE, NIGHT) == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        pytest.param(23, [at(22, 18), at(23, 16)], id="its day is the last"),
        pytest.param(26, [at(22, 18), at(23, 16), at(26, 16)], id="once more before the last of some days"),
    ],
)
def test_a_report_is_reminded_before_its_day_and_before_the_last(last: int, expected: list[datetime]) -> None:
    offsets = read_offsets("H-1 18.00, H 16.00", days_only=True) or ()
    assert before_report(offsets, date(2026, 4, 23), date(2026, 4, last), ZONE, NIGHT) == expected


def test_who_wants_reports_oftener_is_reminded_on_the_day_itself() -> None:
    offsets = offsets_for("H-1 18.00", Reminding.OFTENER, MORE_BEFORE_REPORT, days_only=True)
    assert written(offsets) == "H-1 18.00, H 09.00"


def test_nine_o_clock_in_three_zones_is_three_instants() -> None:
    zones = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
    offset = Offset(days=1, clock=time(9))
    starts_at = datetime(2026, 4, 23, 1, tzinfo=UTC)
    assert [offset.before_start(starts_at, zone).hour for zone in zones] == [2, 1, 0]


def test_a_day_is_counted_as_its_reader_counts() -> None:
    start = at(23, 8)
    said = [at(21, 23), at(22, 0, 30), at(22, 23), at(23, 0, 30)]
    assert [days_ahead(start, one, ZONE) for one in said] == [2, 1, 1, 0]


@pytest.mark.parametrize(
    ("ahead", "number", "key"),
    [
        (2, 1, "reminder-early"),
        (1, 1, "reminder-day"),
        (1, 2, "reminder-day-again"),
        (0, 1, "reminder-hour"),
        (0, 2, "reminder-hour"),
    ],
)
def test_what_comes_again_says_less(ahead: int, number: int, key: str) -> None:
    assert reminder_words(ahead, number) == key

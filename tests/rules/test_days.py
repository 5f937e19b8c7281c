"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.days import day_number, day_of, names_year, read_day
from bot.domain.messages import Refused

TODAY = date(2026, 12, 30)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("20/12", date(2026, 12, 20), id="day and month"),
        pytest.param("2/1", date(2027, 1, 2), id="the next year is nearer"),
        pytest.param("20-04-2026", date(2026, 4, 20), id="with the year"),
        pytest.param("20.4.26", date(2026, 4, 20), id="with a short year"),
        pytest.param("2026-04-20", date(2026, 4, 20), id="as in a file"),
        pytest.param(" Besok ", date(2026, 12, 31), id="tomorrow"),
        pytest.param("2 Januari", date(2027, 1, 2), id="the month in words"),
        pytest.param("17 Agu 2026", date(2026, 8, 17), id="the month in short"),
        pytest.param("3 orang", None, id="a number before another word"),
        pytest.param("29/2", date(2028, 2, 29), id="only where there is one"),
        pytest.param("31/4", None, id="no such day"),
        pytest.param("hujan", None, id="no day at all"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_typed_day_is_read(text: str, day: date | None) -> None:
    today = date(2027, 12, 30) if text == "29/2" else TODAY
    assert read_day(text, today) == day


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2/1", False),
        ("2/1/26", True),
        ("2-1-2026", True),
        ("2026-01-02", True),
        ("besok", True),
        ("2 Mei", False),
    ],
)
def test_whether_the_year_was_said(text: str, year: bool) -> None:
    assert names_year(text) is year


def test_a_button_carries_a_day() -> None:
    assert day_of(day_number(TODAY)) == TODAY
    with pytest.raises(Refused):
        day_of(20261331)

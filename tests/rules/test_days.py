"""Days as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.days import NoSuchDay, day_number, day_of, full_day, names_year, read_day
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
        pytest.param("5 November", date(2026, 11, 5), id="the month in words without a year"),
        pytest.param("30 April 2027", date(2027, 4, 30), id="the month in words with it"),
        pytest.param("12.30", None, id="a time of day"),
        pytest.param("hujan", None, id="no day at all"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_typed_day_is_read(text: str, day: date | None) -> None:
    today = date(2027, 12, 30) if text == "29/2" else TODAY
    assert read_day(text, today) == day


@pytest.mark.parametrize("text", ["31/4", "31/2/1990", "08/17/1990", "32 Agustus", "31 April 2026", "0/5"])
def test_a_day_that_no_calendar_has_is_said_to_be_none(text: str) -> None:
    with pytest.raises(NoSuchDay):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    "text",
    ["24/4/2008", "24-04-2008", "24.4.2008", "24 04 2008", "24042008", "24 April 2008", "24 apr 2008",
     "24-April-2008", " 24  APRIL  2008 ", "2008-04-24", "24 Apr. 2008", "April 24, 2008"],
)  # fmt: skip
def test_a_whole_day_is_read_as_people_write_it(text: str) -> None:
    assert full_day(text) == date(2008, 4, 24)


@pytest.mark.parametrize(
    "text", ["", "halo", "24/4", "24/4/08", "24 ju 2008", "24 mat 2008", "2008", "besok"]
)
def test_anything_else_is_no_whole_day(text: str) -> None:
    assert full_day(text) is None


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

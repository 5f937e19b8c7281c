"""Hours in which a site is closed: what they leave of a session, and how people write them, as tables."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.closures import (
    Stretch,
    clock_number,
    covered,
    hours_of,
    left_of,
    names_clock,
    read_hours,
    span_of,
    stretch_of,
    until_closed,
)
from bot.domain.messages import Refused
from bot.domain.spans import WHOLE_DAY, Span


def on(*clocks: float) -> Stretch:
    """A stretch of 23 April: 8.5 is half past eight."""
    starts, ends = (datetime(2026, 4, 23, int(at), round(at % 1 * 60), tzinfo=UTC) for at in clocks)
    return starts, ends


SESSION = on(8, 11)
LEFT = [
    pytest.param([], SESSION, id="nothing closed"),
    pytest.param([on(11, 13)], SESSION, id="it touches the end only"),
    pytest.param([on(6, 8)], SESSION, id="it touches the start only"),
    pytest.param([on(8, 11)], None, id="all of it"),
    pytest.param([on(6, 23)], None, id="more than all of it"),
    pytest.param([on(10, 12)], on(8, 10), id="the end"),
    pytest.param([on(7, 9)], on(9, 11), id="the beginning"),
    pytest.param([on(7, 10)], on(10, 11), id="an hour is worth coming for"),
    pytest.param([on(7, 10.5)], None, id="half an hour is not"),
    pytest.param([on(8.5, 9.5)], on(9.5, 11), id="the longer side of the middle"),
    pytest.param([on(9, 10)], on(8, 9), id="the first of equals"),
    pytest.param([on(8, 9), on(10, 11)], on(9, 10), id="between two"),
    pytest.param([on(10, 11), on(8, 9)], on(9, 10), id="whatever their order"),
    pytest.param([on(8, 9.5), on(9, 10)], on(10, 11), id="two that overlap"),
    pytest.param([on(8.5, 9), on(9.5, 10)], on(10, 11), id="of three stretches the longest"),
]


@pytest.mark.parametrize(("closed", "left"), LEFT)
def test_what_is_left_of_a_session(closed: list[Stretch], left: Stretch | None) -> None:
    assert left_of(SESSION, closed) == left


def clocks(text: str) -> Span:
    starts, ends = (time.fromisoformat(one.replace(".", ":")) for one in text.split("-"))
    return starts, ends


COVERED = [
    pytest.param("10.00-12.00", [], False, id="nothing closed"),
    pytest.param("10.00-12.00", ["10.00-12.00"], True, id="the same"),
    pytest.param("10.00-12.00", ["08.00-12.30"], True, id="more"),
    pytest.param("10.00-12.00", ["10.00-11.59"], False, id="a minute is left"),
    pytest.param("08.00-12.00", ["10.00-12.00", "08.00-10.00"], True, id="two that touch"),
    pytest.param("08.00-12.00", ["08.00-10.00", "10.01-12.00"], False, id="two with a minute between them"),
    pytest.param("22.00-02.00", ["20.00-23.59"], False, id="the part after midnight is left"),
    pytest.param("01.00-02.00", ["22.00-06.00"], False, id="the night after is not the one before"),
    pytest.param("22.00-02.00", ["00.00-23.59"], True, id="a whole day"),
]


@pytest.mark.parametrize(("hours", "closed", "all_of_it"), COVERED)
def test_hours_that_are_closed_already(hours: str, closed: list[str], all_of_it: bool) -> None:
    assert covered(clocks(hours), map(clocks, closed)) is all_of_it


def test_a_short_session_that_no_closure_touches_stays() -> None:
    assert left_of(on(8, 8.5), [on(9, 10)]) == on(8, 8.5)


UNDER_WAY = [
    pytest.param([], SESSION, id="nothing closed"),
    pytest.param([on(10, 12)], on(8, 10), id="until it closes"),
    pytest.param([on(10.5, 12), on(10, 10.25)], on(8, 10), id="until the first"),
    pytest.param([on(9, 10)], None, id="closed now"),
    pytest.param([on(8, 9)], SESSION, id="open again"),
    pytest.param([on(11, 13)], SESSION, id="closed afterwards"),
]


@pytest.mark.parametrize(("closed", "left"), UNDER_WAY)
def test_what_is_left_of_work_under_way_at_half_past_nine(
    closed: list[Stretch], left: Stretch | None
) -> None:
    assert until_closed(SESSION, closed, on(9.5, 10)[0]) == left


def at(starts: str, ends: str) -> Span:
    return time.fromisoformat(starts), time.fromisoformat(ends)


TYPED = [
    ("10.00-12.00", at("10:00", "12:00"), ""),
    ("10:00 – 12:00", at("10:00", "12:00"), ""),
    ("10-12", at("10:00", "12:00"), ""),
    ("jam 10 sampai jam 12", at("10:00", "12:00"), ""),
    ("dari pukul 10 s.d. 12.30", at("10:00", "12:30"), ""),
    ("10 s/d 12", at("10:00", "12:00"), ""),
    ("mulai 13", at("13:00", "23:59"), ""),
    ("sampai jam 11", at("00:00", "11:00"), ""),
    ("setengah 9 sampai 10", at("08:30", "10:00"), ""),
    ("2 siang - 4 sore", at("14:00", "16:00"), ""),
    ("22.00-06.00 ronda", at("22:00", "06:00"), "ronda"),
    ("10.00-12.00 Listrik padam", at("10:00", "12:00"), "Listrik padam"),
    ("Rapat desa jam 10 sampai 12", at("10:00", "12:00"), "Rapat desa"),
    ("L10-12", None, "L10-12"),
    ("L1 23/04 10.00-12.00", at("10:00", "12:00"), "L1 23/04"),
    ("Banjir", None, "Banjir"),
    ("Ada 10 orang sakit", None, "Ada 10 orang sakit"),
    ("acara 23/04-24/04", None, "acara 23/04-24/04"),
    ("jalan putus sampai besok", None, "jalan putus sampai besok"),
]


@pytest.mark.parametrize(("text", "hours", "reason"), TYPED, ids=[text for text, _, _ in TYPED])
def test_hours_and_reason_as_people_write_them(text: str, hours: Span | None, reason: str) -> None:
    assert read_hours(text) == (hours, reason)


@pytest.mark.parametrize("text", ["12.00-10.00", "10-10"])
def test_an_end_before_its_start_is_asked_again(text: str) -> None:
    with pytest.raises(Refused, match="shut-hours-order"):
        read_hours(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("Rapat jam 10 sampai 12", True), ("10.00-12.00", True), ("RT 3-4 banjir", False), ("10-12", False)],
)
def test_numbers_of_a_reason_are_no_hours(text: str, meant: bool) -> None:
    assert names_clock(text) is meant


def test_a_button_carries_hours() -> None:
    hours = at("08:05", "23:59")
    assert hours_of(*map(clock_number, hours)) == hours
    for forged in ((2400, 2500), (1260, 1300)):
        with pytest.raises(Refused, match="choice-unknown"):
            hours_of(*forged)


def test_hours_are_the_sites_own() -> None:
    night = stretch_of(date(2026, 4, 23), at("22:00", "06:00"), "Asia/Jayapura")
    assert night == (datetime(2026, 4, 23, 13, tzinfo=UTC), datetime(2026, 4, 23, 21, tzinfo=UTC))


@pytest.mark.parametrize("hours", [at("08:00", "11:00"), at("22:00", "06:00")])
def test_hours_of_a_session_and_back(hours: Span) -> None:
    day, zone = date(2026, 4, 23), "Asia/Makassar"
    assert span_of(stretch_of(day, hours, zone), day, zone) == hours


def test_what_is_left_of_a_night_may_lie_on_the_next_day() -> None:
    rest = stretch_of(date(2026, 4, 24), at("01:00", "06:00"), "Asia/Makassar")
    assert span_of(rest, date(2026, 4, 23), "Asia/Makassar") == WHOLE_DAY

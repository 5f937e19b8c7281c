"""Spans of a day by the clock: which lie within which, and which are one."""

from __future__ import annotations

from datetime import time

import pytest

from bot.domain.spans import EVERY_DAY, WHOLE_DAY, always, by_weekday, joined, overlap, within
from tests.rules.plan_lines import span

NIGHT = (time(20), time(6))
WITHIN = [
    pytest.param((8, 11), (time(8), time(11)), True, id="just within"),
    pytest.param((8, 11), (time(8, 1), time(11)), False, id="begins before"),
    pytest.param((8, 11), (time(8), time(10, 59)), False, id="ends after"),
    pytest.param((22, 2), (time(0), time(23, 59)), True, id="the whole day holds a night"),
    pytest.param((22, 2), (time(7), time(7)), True, id="around the clock holds a night"),
    pytest.param((22, 2), (time(8), time(23, 59)), False, id="a day holds no night"),
    pytest.param((22, 2), NIGHT, True, id="a night holds a night"),
    pytest.param((20, 6), NIGHT, True, id="all of it"),
    pytest.param((19, 2), NIGHT, False, id="begins before the night"),
    pytest.param((22, 7), NIGHT, False, id="ends after the night"),
    pytest.param((20, 0), NIGHT, True, id="to midnight"),
    pytest.param((1, 5), NIGHT, True, id="after midnight"),
    pytest.param((0, 6), NIGHT, True, id="from midnight on"),
    pytest.param((5, 7), NIGHT, False, id="into the morning"),
    pytest.param((8, 8), (time(8), time(11)), False, id="24 hours are in no morning"),
]


@pytest.mark.parametrize(("hours", "window", "expected"), WITHIN)
def test_hours_within_a_time_of_day(
    hours: tuple[int, int], window: tuple[time, time], expected: bool
) -> None:
    assert within((time(hours[0]), time(hours[1])), window) is expected


JOINED = [
    pytest.param("", "", id="none"),
    pytest.param("8-12", "8-12", id="one"),
    pytest.param("13-16 8-12", "8-12 13-16", id="two, by their start"),
    pytest.param("8-12 12-16", "8-16", id="touching"),
    pytest.param("8-12 12.01-16", "8-12 12.01-16", id="a minute apart"),
    pytest.param("8-12 11-16", "8-16", id="overlapping"),
    pytest.param("8-16 9-10", "8-16", id="one within the other"),
    pytest.param("8-16 9-10 12-17", "8-17", id="and a third one"),
    pytest.param("8-12 8-12", "8-12", id="twice the same"),
    pytest.param("20-23.59 22-6", "20-6", id="into the night"),
    pytest.param("20-6 0-4", "0-4 20-6", id="the morning before a night is not its end"),
    pytest.param("0-12 12-23.59", "0-23.59", id="halves of a day"),
    pytest.param("8-16 16-8", "0-23.59", id="around the clock"),
    pytest.param("7-7", "0-23.59", id="around the clock in one"),
    pytest.param("4-21 20-6", "0-23.59", id="longer than a day"),
]


@pytest.mark.parametrize(("spans", "expected"), JOINED)
def test_spans_that_touch_or_overlap_are_one(spans: str, expected: str) -> None:
    assert joined(map(span, spans.split())) == tuple(map(span, expected.split()))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param("8-12", False, id="one alone"),
        pytest.param("13-16 8-12", False, id="apart"),
        pytest.param("8-12 12-16", False, id="touching"),
        pytest.param("11.59-16 8-12", True, id="a minute in common"),
        pytest.param("8-18 9-10 17-19", True, id="one within the other"),
        pytest.param("20-6 22-23", True, id="in a night"),
        pytest.param("20-6 4-8", False, id="a morning is not the end of that day's night"),
    ],
)
def test_spans_that_have_time_in_common(spans: str, expected: bool) -> None:
    assert overlap(map(span, spans.split())) is expected


def test_each_weekday_has_the_spans_that_name_it() -> None:
    morning, afternoon = span("8-12"), span("13-16")
    assert by_weekday([((1, 5), afternoon), ({5}, morning)]) == {1: (afternoon,), 5: (morning, afternoon)}
    assert always() == by_weekday([(EVERY_DAY, WHOLE_DAY)])

"""When a supervisor hears whom to expect today, and whom the message names."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.domain.mornings import (
    NAMED,
    Morning,
    Planned,
    heard_at,
    morning,
    next_dawn,
    those_of,
    told_at,
)

ZONE = "Asia/Makassar"


def when(clock: str, day: int = 23) -> datetime:
    return datetime.fromisoformat(f"2026-04-{day:02}T{clock}:00+08:00")


def one(number: int = 1, clock: str = "08:00", *, site: int = 1, away: str = "") -> Planned:
    starts = when(clock)
    return Planned(site, frozenset({number}), f"K-{number}", starts, starts + timedelta(hours=3), away=away)


@pytest.mark.parametrize(
    ("first", "told"),
    [
        ("08:00", "07:00"),
        ("13:30", "07:00"),
        ("07:30", "06:30"),
        ("07:00", "06:00"),
        ("06:15", "06:00"),
        ("00:30", "06:00"),
    ],
)
def test_he_hears_in_good_time_and_never_at_night(first: str, told: str) -> None:
    assert told_at(when(first), ZONE) == when(told)


@pytest.mark.parametrize(
    ("now", "day"), [("05:59", 23), ("06:00", 24), ("23:00", 24)], ids=["night", "dawn", "evening"]
)
def test_the_clock_looks_at_the_next_dawn(now: str, day: int) -> None:
    assert next_dawn(when(now), ZONE) == when("06:00", day)


def test_by_the_clock_of_the_site() -> None:
    assert told_at(when("09:00"), "Asia/Jayapura") == datetime.fromisoformat("2026-04-23T07:00:00+09:00")


def test_neither_himself_nor_his_family_nor_other_sites() -> None:
    plan = {1: [one(1), one(2), one(3)], 2: [one(4, site=2)], 3: [one(5, site=3)]}

    assert [found.name for found in those_of(1, {2, 1}, plan, {3})] == ["K-2", "K-4"]


def test_who_stays_away_alone_is_no_message() -> None:
    assert heard_at([], ZONE) is None
    assert heard_at([one(away="state-excused")], ZONE) is None
    assert heard_at([one(1, "06:30", away="state-excused"), one(2, "09:00")], ZONE) == when("07:00")


def test_late_it_names_who_is_still_to_come_and_nobody_when_all_should_be_there() -> None:
    people = [one(1, "08:00"), one(2, "13:00"), one(3, "08:00", away="state-excused")]

    assert morning(people, when("07:00")) == Morning((people[0], people[1]), (people[2],))
    assert morning(people, when("08:00")) == Morning((people[1],), ())
    assert morning(people, when("13:00")) is None


@pytest.mark.parametrize("size", [1, 10, 11, 75, 250])
def test_a_long_list_is_cut_and_says_by_how_many(size: int) -> None:
    people = tuple(one(number, site=1 + number % 2) for number in range(size))
    said = Morning(people, ())

    assert sum(len(found) for _, found in said.named) == min(size, NAMED)
    assert said.more == max(size - NAMED, 0)

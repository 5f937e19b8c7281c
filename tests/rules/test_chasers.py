"""Hours that wait are asked about after a day and after three, by day, in the site's own zone."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.domain.chasers import Chaser, chaser_at


@pytest.mark.parametrize(
    ("since", "supervisor", "officer"),
    [
        ("2026-04-23T11:02:00+08:00", "2026-04-24T14:00:00+08:00", "2026-04-26T14:00:00+08:00"),
        ("2026-04-23T11:00:00+08:00", "2026-04-24T11:00:00+08:00", "2026-04-26T11:00:00+08:00"),
        ("2026-04-23T17:30:00+08:00", "2026-04-25T08:00:00+08:00", "2026-04-27T08:00:00+08:00"),
        ("2026-04-23T23:50:00+08:00", "2026-04-25T08:00:00+08:00", "2026-04-27T08:00:00+08:00"),
        ("2026-04-23T02:00:00+08:00", "2026-04-24T08:00:00+08:00", "2026-04-26T08:00:00+08:00"),
    ],
    ids=["between", "on the hour", "evening", "night", "before the morning"],
)
def test_the_first_hour_after_they_have_waited_long_enough(since: str, supervisor: str, officer: str) -> None:
    asked = {one: chaser_at(datetime.fromisoformat(since), one, "Asia/Makassar") for one in Chaser}

    assert asked == {
        Chaser.SUPERVISOR: datetime.fromisoformat(supervisor),
        Chaser.OFFICER: datetime.fromisoformat(officer),
    }


def test_the_hours_are_those_of_the_site() -> None:
    since = datetime.fromisoformat("2026-04-23T11:02:00+08:00")

    assert chaser_at(since, Chaser.SUPERVISOR, "Asia/Jayapura").isoformat() == "2026-04-24T14:00:00+09:00"
    assert chaser_at(since, Chaser.SUPERVISOR, "Asia/Jakarta").isoformat() == "2026-04-24T11:00:00+07:00"

"""Hours that wait are asked about after a day and after three, by day, in the site's own zone."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.domain.calendar import Calendar, DayKind, Holiday
from bot.domain.cases import CaseState
from bot.domain.chasers import Chaser, chaser_at, still_counts

HOLIDAYS = Calendar({date(2026, 5, 1): Holiday(frozenset({DayKind.NATIONAL}), "Hari Buruh")})


@pytest.mark.parametrize(
    ("since", "supervisor", "officer"),
    [
        ("2026-04-23T11:02:00+08:00", "2026-04-24T14:00:00+08:00", "2026-04-27T08:00:00+08:00"),
        ("2026-04-23T11:00:00+08:00", "2026-04-24T11:00:00+08:00", "2026-04-27T08:00:00+08:00"),
        ("2026-04-23T17:30:00+08:00", "2026-04-27T08:00:00+08:00", "2026-04-27T08:00:00+08:00"),
        ("2026-04-23T23:50:00+08:00", "2026-04-27T08:00:00+08:00", "2026-04-27T08:00:00+08:00"),
        ("2026-04-23T02:00:00+08:00", "2026-04-24T08:00:00+08:00", "2026-04-27T08:00:00+08:00"),
        ("2026-04-20T11:02:00+08:00", "2026-04-21T14:00:00+08:00", "2026-04-23T14:00:00+08:00"),
        ("2026-04-30T11:02:00+08:00", "2026-05-04T08:00:00+08:00", "2026-05-04T08:00:00+08:00"),
    ],
    ids=[
        "between",
        "on the hour",
        "evening",
        "night",
        "before the morning",
        "all on working days",
        "a holiday",
    ],
)
def test_the_first_hour_after_they_have_waited_long_enough(since: str, supervisor: str, officer: str) -> None:
    asked = {one: chaser_at(datetime.fromisoformat(since), one, "Asia/Makassar", HOLIDAYS) for one in Chaser}

    assert asked == {
        Chaser.SUPERVISOR: datetime.fromisoformat(supervisor),
        Chaser.OFFICER: datetime.fromisoformat(officer),
    }


def test_the_hours_are_those_of_the_site() -> None:
    since = datetime.fromisoformat("2026-04-23T11:02:00+08:00")
    asked = [chaser_at(since, Chaser.SUPERVISOR, f"Asia/{one}", HOLIDAYS) for one in ("Jayapura", "Jakarta")]

    assert [one.isoformat() for one in asked] == ["2026-04-24T14:00:00+09:00", "2026-04-24T11:00:00+07:00"]


@pytest.mark.parametrize("state", CaseState)
def test_hours_are_asked_for_where_they_can_still_count(state: CaseState) -> None:
    assert still_counts(state, died=False) is (state is not CaseState.COMPLETED)
    assert not still_counts(state, died=True)

"""What live samples prove, and that silence is held against nobody."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.live import Sample, TimeAtSite, away_since, left_early, time_at_site

EIGHT = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)
HERE, RIM, AWAY = -20, 80, 400


def at(minutes: int) -> datetime:
    return EIGHT + timedelta(minutes=minutes)


def samples(*entries: tuple[int, int]) -> list[Sample]:
    return [Sample(at(minutes), beyond) for minutes, beyond in entries]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param([], (0, 0, 20), id="nothing shared"),
        pytest.param([(m, HERE) for m in range(0, 21)], (20, 0, 0), id="there all the time"),
        pytest.param([(0, HERE), (5, HERE), (10, RIM), (15, HERE)], (15, 5, 0), id="out for five"),
        pytest.param([(0, HERE), (4, HERE), (18, HERE)], (6, 0, 14), id="the phone slept"),
        pytest.param([(12, HERE), (16, HERE)], (8, 0, 12), id="shared late"),
        pytest.param([(16, HERE), (-3, AWAY), (12, HERE), (30, AWAY)], (8, 0, 12), id="unordered, around"),
    ],
)
def test_time_at_the_site(told: list[tuple[int, int]], expected: tuple[int, int, int]) -> None:
    assert time_at_site(samples(*told), at(0), at(20)) == TimeAtSite(
        *(timedelta(minutes=one) for one in expected)
    )


@pytest.mark.parametrize(
    ("told", "since"),
    [
        pytest.param([(0, HERE), (1, AWAY), (4, AWAY), (7, AWAY)], 1, id="six minutes"),
        pytest.param([(1, AWAY), (4, AWAY), (6, AWAY)], None, id="five minutes"),
        pytest.param([(1, AWAY), (4, RIM), (7, AWAY), (10, AWAY)], None, id="back at the rim"),
        pytest.param([(1, AWAY), (20, AWAY)], None, id="silence between"),
    ],
)
def test_away(told: list[tuple[int, int]], since: int | None) -> None:
    assert away_since(samples(*told)) == (None if since is None else at(since))


@pytest.mark.parametrize(("finished", "early"), [(90, 30), (91, None), (130, None)])
def test_left_early(finished: int, early: int | None) -> None:
    assert left_early(at(finished), at(120)) == (timedelta(minutes=early) if early else None)

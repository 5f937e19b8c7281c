"""What live samples prove, and that silence is held against nobody."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.live import Keep, Sample, TimeAtSite, keeps, left_early, longest_away, time_at_site

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


def test_the_same_position_again_lasts() -> None:
    told = [Sample(at(0), HERE, at(9)), Sample(at(11), AWAY, at(13))]
    minutes = (timedelta(minutes=one) for one in (11, 2, 7))
    assert time_at_site(told, at(0), at(20)) == TimeAtSite(*minutes)


@pytest.mark.parametrize(
    ("told", "away"),
    [
        pytest.param([(0, HERE), (1, AWAY), (4, AWAY), (7, AWAY)], 6, id="six minutes"),
        pytest.param([(1, AWAY), (4, AWAY), (6, AWAY)], None, id="five minutes"),
        pytest.param([(1, AWAY), (4, AWAY), (7, AWAY), (8, HERE), (9, AWAY)], 6, id="and back"),
        pytest.param([(1, AWAY), (4, RIM), (7, AWAY), (10, AWAY)], None, id="back at the rim"),
        pytest.param([(1, AWAY), (20, AWAY)], None, id="silence between"),
    ],
)
def test_away(told: list[tuple[int, int]], away: int | None) -> None:
    assert longest_away(samples(*told)) == (None if away is None else timedelta(minutes=away))


def test_away_at_one_place() -> None:
    assert longest_away([Sample(at(0), AWAY, at(6))]) == timedelta(minutes=6)


@pytest.mark.parametrize(
    ("seconds", "told", "expected"),
    [
        pytest.param(20, {"same_point": True}, Keep.SAME, id="the very same"),
        pytest.param(400, {"same_point": True}, Keep.KEEP, id="the same after silence"),
        pytest.param(20, {}, Keep.PASS, id="about the same"),
        pytest.param(60, {}, Keep.KEEP, id="a minute later"),
        pytest.param(20, {"same_verdict": False}, Keep.KEEP, id="over the edge"),
        pytest.param(20, {"moved": 101}, Keep.KEEP, id="a leap"),
        pytest.param(20, {"repeated": True}, Keep.KEEP, id="it moves again"),
        pytest.param(-5, {}, Keep.KEEP, id="out of order"),
    ],
)
def test_which_samples_are_kept(seconds: int, told: dict[str, bool], expected: Keep) -> None:
    usual = {"same_point": False, "same_verdict": True, "repeated": False, "moved": 3}
    assert keeps(timedelta(seconds=seconds), **(usual | told)) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(("finished", "early"), [(90, 30), (91, None), (130, None)])
def test_left_early(finished: int, early: int | None) -> None:
    assert left_early(at(finished), at(120)) == (timedelta(minutes=early) if early else None)

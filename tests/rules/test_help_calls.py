"""When a call for help leaves by itself, until when it is answered, and when the head is asked once more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.help_calls import ASKED_AT_MOST, answer_by, asked_again_at, is_same_call, sent_by_itself

NIGHT = datetime(2026, 4, 20, 23, 50, tzinfo=UTC)


def after(**gone: int) -> datetime:
    return NIGHT + timedelta(**gone)


def test_a_call_without_words_leaves_after_five_minutes() -> None:
    assert sent_by_itself(NIGHT) == after(minutes=5)


@pytest.mark.parametrize("minutes", [5, 30, 240])
def test_an_answer_is_due_at_any_hour(minutes: int) -> None:
    assert answer_by(NIGHT, minutes) == after(minutes=minutes)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [(0, after(minutes=30)), (1, after(minutes=90)), (2, after(minutes=150)), (ASKED_AT_MOST, None)],
)
def test_the_head_is_asked_after_half_an_hour_then_hourly_and_three_times(
    asked: int, expected: datetime | None
) -> None:
    assert asked_again_at(NIGHT, 30, asked) == expected


@pytest.mark.parametrize(
    ("now", "expected"), [(NIGHT, True), (after(minutes=1), True), (after(minutes=1, seconds=1), False)]
)
def test_who_presses_again_within_a_minute_means_the_same_call(now: datetime, *, expected: bool) -> None:
    assert is_same_call(NIGHT, now) is expected

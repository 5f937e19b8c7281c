"""When a supervisor may say that somebody does not come, and when he may take it back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.absences import Absence, check_time, check_undo
from bot.domain.messages import Refused

NOW = datetime(2026, 4, 23, 0, 0, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def refused(check: object, *about: object) -> str:
    assert callable(check)
    try:
        check(*about)
    except Refused as no:
        return no.key
    return ""


@pytest.mark.parametrize(
    ("absence", "starts", "key"),
    [
        (Absence.TOLD, NOW + MINUTE, ""),
        (Absence.TOLD, NOW - MINUTE, ""),
        (Absence.NOT_TOLD, NOW + MINUTE, "absence-too-early"),
        (Absence.NOT_TOLD, NOW, ""),
        (Absence.TOLD, NOW + 14 * DAY, ""),
        (Absence.TOLD, NOW + 14 * DAY + MINUTE, "absence-too-far"),
    ],
)
def test_before_its_start_only_told_can_be_said(absence: Absence, starts: datetime, key: str) -> None:
    assert refused(check_time, absence, starts, NOW) == key


@pytest.mark.parametrize(("minutes", "key"), [(0, ""), (10, ""), (11, "absence-undo-too-late")])
def test_it_is_taken_back_within_ten_minutes(minutes: int, key: str) -> None:
    assert refused(check_undo, NOW, NOW + minutes * MINUTE) == key

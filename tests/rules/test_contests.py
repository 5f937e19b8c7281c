"""What may be contested, and by when the answer is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.contests import ContestState, answer_by, check_filing
from bot.domain.messages import Refused

NOW = datetime(2026, 4, 23, 4, tzinfo=UTC)
DECIDED = NOW - timedelta(hours=2)


@pytest.mark.parametrize(
    ("decided_at", "known", "refusal"),
    [
        pytest.param(DECIDED, None, "", id="just rejected"),
        pytest.param(NOW - timedelta(days=14), None, "", id="the last moment"),
        pytest.param(NOW - timedelta(days=14, seconds=1), None, "contest-too-late", id="too late"),
        pytest.param(None, None, "contest-nothing-to-contest", id="nobody said no"),
        pytest.param(DECIDED, ContestState.OPEN, "contest-waits", id="again, while it waits"),
        pytest.param(DECIDED, ContestState.DISMISSED, "contest-was-decided", id="again, after the answer"),
        pytest.param(DECIDED, ContestState.WITHDRAWN, "contest-was-decided", id="taken back before"),
    ],
)
def test_what_may_be_contested(decided_at: datetime | None, known: ContestState | None, refusal: str) -> None:
    if not refusal:
        check_filing(decided_at, known=known, now=NOW)
        return
    with pytest.raises(Refused) as refused:
        check_filing(decided_at, known=known, now=NOW)
    assert refused.value.key == refusal


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Asia/Makassar", date(2026, 4, 30)), ("Asia/Jayapura", date(2026, 5, 1))],
)
def test_the_answer_is_due_a_week_after_the_offices_own_day(zone: str, day: date) -> None:
    late = datetime(2026, 4, 23, 15, 30, tzinfo=UTC)  # 23.30 in Makassar, 00.30 of the next day in Jayapura
    assert answer_by(late, zone) == day

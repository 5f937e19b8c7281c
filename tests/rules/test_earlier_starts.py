"""When somebody may say that he really began."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from bot.domain.checkins import check_earlier
from bot.domain.messages import Refused

STARTED = datetime(2026, 4, 23, 0, 40, tzinfo=UTC)  # 08.40 in Makassar


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (time(8), ""),
        (time(8, 39), ""),
        (time(8, 40), "earlier-not-earlier"),
        (time(20), "earlier-not-earlier"),
        (time(0, 39), "earlier-too-far"),
    ],
)
def test_only_an_earlier_time_of_the_same_day_is_one(clock: time, said: str) -> None:
    if not said:
        claimed = check_earlier(clock, STARTED, "Asia/Makassar")
        assert claimed == datetime(2026, 4, 23, clock.hour - 8, clock.minute, tzinfo=UTC)
        return
    with pytest.raises(Refused) as refused:
        check_earlier(clock, STARTED, "Asia/Makassar")
    assert refused.value.key == said

"""From when to when somebody worked, as he types it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.claimed_times import on_day, packed, read_span, unpacked
from bot.domain.messages import Refused

NOW = datetime(2026, 4, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("8-11", (time(8), time(11))),
        ("8.00-11.30", (time(8), time(11, 30))),
        ("08:00 – 11:30", (time(8), time(11, 30))),
        ("Pukul 8 sampai 11", (time(8), time(11))),
        ("dari jam 8 sampai dengan jam 11 WITA", (time(8), time(11))),
        ("8 s/d 11", (time(8), time(11))),
        ("jam 8 hingga 11.15", (time(8), time(11, 15))),
        ("8", None),
        ("pagi sampai siang", None),
        ("25-26", None),
        ("8.70-9", None),
        ("8-9-10", None),
        ("", None),
    ],
)
def test_a_span_is_read_as_people_type_it(text: str, span: tuple[time, time] | None) -> None:
    assert read_span(text) == span


@pytest.mark.parametrize(
    ("span", "past_midnight", "said"),
    [
        pytest.param((time(8), time(11)), False, "", id="by day"),
        pytest.param((time(11), time(8)), False, "claim-finish-first", id="the wrong way round"),
        pytest.param((time(8), time(8)), False, "claim-finish-first", id="no time at all"),
        pytest.param((time(19), time(21)), False, "claim-to-come", id="not over yet"),
        pytest.param((time(22), time(2)), True, "claim-to-come", id="past midnight, tomorrow"),
    ],
)
def test_times_lie_on_the_sites_own_day(span: tuple[time, time], past_midnight: bool, said: str) -> None:
    def read() -> tuple[datetime, datetime]:
        return on_day(span, date(2026, 4, 23), "Asia/Makassar", past_midnight=past_midnight, now=NOW)

    if said:
        with pytest.raises(Refused) as refused:
            read()
        assert refused.value.key == said
    else:
        assert read() == (datetime(2026, 4, 23, 0, tzinfo=UTC), datetime(2026, 4, 23, 3, tzinfo=UTC))


@pytest.mark.parametrize("span", [(time(0), time(0)), (time(8), time(11, 30)), (time(23, 59), time(23, 59))])
def test_a_question_remembers_a_span(span: tuple[time, time]) -> None:
    assert unpacked(packed(span)) == span
    assert packed(span) > 0

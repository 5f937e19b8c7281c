"""Leaves: what is typed behind `/cuti`, and which days are a leave."""

from __future__ import annotations

import re
from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest

from bot.domain.leaves import Wish, check_span, ends_offered, read_wish, starts_offered
from bot.domain.messages import Refused

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 4, 20)
"""A Monday."""


def april(day: int) -> date:
    return date(2026, 4, day)


WISHES = {
    "nothing": ("", Wish(None, None, ())),
    "first day": ("20/04", Wish(april(20), None, ())),
    "both days": ("20/04 24/04", Wish(april(20), april(24), ())),
    "and who": ("20/04 24/04 PK-02", Wish(april(20), april(24), ("PK-02",))),
    "months in words": ("20 April 24 apr PK-02", Wish(april(20), april(24), ("PK-02",))),
    "with a year": ("20 April 2026 24/4/2026 Dewi", Wish(april(20), april(24), ("Dewi",))),
    "tomorrow": ("besok lusa PK-02", Wish(april(21), april(22), ("PK-02",))),
    "no day": ("kapan saja", Wish(None, None, ("kapan", "saja"))),
    "who instead of a day": ("20/04 PK-02", Wish(april(20), None, ("PK-02",))),
}


@pytest.mark.parametrize(("text", "wish"), WISHES.values(), ids=WISHES)
def test_a_wish_is_read_as_it_is_typed(text: str, wish: Wish) -> None:
    assert read_wish(text, TODAY) == wish


SPANS = {
    "one day": (20, 20, False, None),
    "a week": (20, 26, False, None),
    "reversed": (24, 20, False, "period-reversed"),
    "yesterday": (19, 24, False, "leave-past"),
    "yesterday, by the head": (19, 24, True, None),
    "long ago, by the head": (12, 24, True, "leave-past"),
}


@pytest.mark.parametrize(("first", "last", "by_head", "key"), SPANS.values(), ids=SPANS)
def test_which_days_are_a_leave(first: int, last: int, by_head: bool, key: str | None) -> None:
    with pytest.raises(Refused, match=f"^{key}$") if key else nullcontext():
        check_span(april(first), april(last), TODAY, by_head=by_head)


def test_the_days_on_the_buttons_are_few_and_different() -> None:
    assert starts_offered(TODAY) == (april(20), april(21), april(27))
    assert starts_offered(april(26)) == (april(26), april(27))
    assert ends_offered(april(20)) == (april(20), april(24), april(26))
    assert ends_offered(april(24)) == (april(24), april(30))


def test_no_notice_about_a_case_passes_by_whoever_stands_in() -> None:
    """A notice for the officer of a case goes to `case.guide`, which knows of his leave."""
    past_him = re.compile(r"to=[a-z_.]*case\.(guide_id|officer_id)\b")
    files = [file for folder in ("bot", "scheduler") for file in (ROOT / folder).rglob("*.py")]
    assert [file.name for file in files if past_him.search(file.read_text("utf-8"))] == []

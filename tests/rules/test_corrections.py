"""Corrections of hours as officers type them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.corrections import LONGEST_WORDS, Typed, lacks_day, read_correction, read_minutes
from bot.domain.days import NoSuchDay

TODAY = date(2026, 4, 30)
DAY = date(2026, 4, 23)

TYPED = [
    pytest.param("+60 23/04/2026 pengawas lupa", Typed(60, DAY, "pengawas lupa"), id="as in the example"),
    pytest.param("-30 23/04/2026", Typed(-30, DAY, ""), id="without words"),
    pytest.param("\N{MINUS SIGN}30 23/04/2026 x", Typed(-30, DAY, "x"), id="a printer's minus"),
    pytest.param("\N{EN DASH}30 23/04/2026 x", Typed(-30, DAY, "x"), id="a dash"),
    pytest.param("+ 60  23/04/2026  x", Typed(60, DAY, "x"), id="with spaces"),
    pytest.param("+60 23-04-2026 x", Typed(60, DAY, "x"), id="dashes in the day"),
    pytest.param("+60 23.4.2026 x", Typed(60, DAY, "x"), id="dots in the day"),
    pytest.param("+60 2026-04-23 x", Typed(60, DAY, "x"), id="the day as in a file"),
    pytest.param("+60 23/4 x", Typed(60, DAY, "x"), id="without the year"),
    pytest.param("+60 hari ini x", Typed(60, TODAY, "x"), id="today"),
    pytest.param("+60 menit 23/04/2026 x", Typed(60, DAY, "x"), id="minutes named"),
    pytest.param("+1 jam 23/04/2026 x", Typed(60, DAY, "x"), id="an hour"),
    pytest.param("+1 jam 30 menit 23/04/2026 x", Typed(90, DAY, "x"), id="hours and minutes"),
    pytest.param("-1,5 jam 23/04/2026 x", Typed(-90, DAY, "x"), id="half hours"),
    pytest.param("Tambah 60 23/04/2026 x", Typed(60, DAY, "x"), id="more, in a word"),
    pytest.param("kurang 2 jam 23/04/2026 x", Typed(-120, DAY, "x"), id="less, in a word"),
    pytest.param("60 23/04/2026 x", Typed(60, DAY, "x", signed=False), id="neither more nor less"),
    pytest.param("1 jam 23/04/2026", Typed(60, DAY, "", signed=False), id="nor in hours"),
    pytest.param("+0 23/04/2026 x", Typed(0, DAY, "x"), id="nothing"),
    pytest.param("0 23/04/2026 x", Typed(0, DAY, "x"), id="nothing has no direction"),
    pytest.param("+60 23/04/2026 dua\nbaris", Typed(60, DAY, "dua\nbaris"), id="words in two lines"),
    pytest.param(
        f"+60 23/04/2026 {'x' * LONGEST_WORDS}", Typed(60, DAY, "x" * LONGEST_WORDS), id="many words"
    ),
    pytest.param("+60 kemarin x", Typed(60, date(2026, 4, 29), "x"), id="yesterday"),
    pytest.param("+60 lupa dicatat", None, id="no day"),
    pytest.param("+60", None, id="minutes alone"),
    pytest.param("+ 23/04/2026 x", None, id="no minutes"),
    pytest.param("tambah satu jam", None, id="numbers in words"),
    pytest.param("+1000 23/04/2026", Typed(1000, DAY, ""), id="more than any day: the bound says so"),
    pytest.param("+6023/04/2026", None, id="run together"),
    pytest.param("", None, id="empty"),
]


@pytest.mark.parametrize(("text", "typed"), TYPED)
def test_a_typed_correction_is_read(text: str, typed: Typed | None) -> None:
    assert read_correction(text, TODAY) == typed


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("-60 menit", True), ("+60 lupa dicatat", True), ("kurang 1 jam 30 menit", True), ("60", True),
        ("-1,5 jam pulang awal", True), ("tambah satu jam", False), ("23/04 pulang awal", False), ("", False),
    ],
)  # fmt: skip
def test_a_line_without_a_day_is_told_from_one_that_says_nothing(text: str, lacks: bool) -> None:
    assert read_correction(text, TODAY) is None
    assert lacks_day(text) is lacks


def test_a_correction_of_a_day_that_no_calendar_has_says_so() -> None:
    with pytest.raises(NoSuchDay):
        read_correction("+60 31/02/2026 x", TODAY)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("-30", -30),
        ("\N{MINUS SIGN}30 menit", -30),
        ("+1,5 jam", 90),
        ("kurang 1 jam 15 menit", -75),
        ("30", None),
        ("+0", None),
        ("-30 23/04/2026", None),
        ("+", None),
    ],
)
def test_minutes_alone_need_their_sign(text: str, minutes: int | None) -> None:
    assert read_minutes(text) == minutes

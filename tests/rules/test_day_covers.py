"""A stand-in's name and number, as they are typed."""

from __future__ import annotations

import pytest

from bot.domain.day_covers import name_and_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sari, 0812-3456-7890", ("Sari", "081234567890")),
        ("Sari Dewi +62 812 3456 7890", ("Sari Dewi", "+6281234567890")),
        ("0812 3456 7890", ("", "081234567890")),
        ("  Sari  ", ("Sari", "")),
        ("Sari 2", ("Sari 2", "")),
        ("", ("", "")),
    ],
)
def test_name_and_number_are_read_in_any_order(text: str, expected: tuple[str, str]) -> None:
    assert name_and_number(text) == expected

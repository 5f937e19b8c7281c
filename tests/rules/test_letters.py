"""How a letter is numbered, and the code by which it is checked."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.letters import (
    DEFAULT_PATTERN,
    LENGTH,
    LOOK_ALIKES,
    SIGNS,
    good_pattern,
    grouped,
    new_code,
    number_of,
    read_code,
)

CODE = "0D4K7RWX9CFG1V58"
DAY = date(2026, 9, 30)


@given(st.randoms(use_true_random=False))
def test_a_code_is_read_however_it_was_copied(picks: random.Random) -> None:
    code = new_code(picks.choice)
    for typed in (code, grouped(code), grouped(code).lower(), f" {grouped(code)}/ ", " ".join(code)):
        assert read_code(typed) == code
    assert read_code(f"https://hadir.contoh.go.id/surat/{grouped(code)}") == code


def test_signs_that_look_alike_are_taken_for_each_other() -> None:
    assert read_code("OD4K-7RWX-9CFG-LU5B") == CODE
    assert read_code("qd4k 7rwx 9cfg iusb") == CODE
    alike = {chr(sign) for sign in LOOK_ALIKES}
    assert not alike & set(SIGNS)
    assert {chr(LOOK_ALIKES[ord(sign)]) for sign in alike} <= set(SIGNS)


@pytest.mark.parametrize(
    "typed", ["", "surat", CODE[:-1], f"{CODE}7", "A" * LENGTH, "٣" * LENGTH, "ß" * LENGTH, "7" * 400]
)
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        (DEFAULT_PATTERN, "12/SKS/BPS-MKS/2026"),
        ("W23.PAS.PAS5-{no}/{month}/{year}", "W23.PAS.PAS5-12/IX/2026"),
        ("{year}.{no}", "2026.12"),
    ],
)
def test_a_number_is_written_as_the_office_writes_its_own(pattern: str, number: str) -> None:
    assert good_pattern(pattern)
    assert number_of(pattern, 12, "BPS-MKS", DAY) == number


@pytest.mark.parametrize(
    "pattern",
    [
        "",
        "SK/{year}",
        "SK-{no}",
        "{no}{no}/{year}",
        "{no}/{year}/{year}",
        "{no}/{year}/{name}",
        "{no}/{year}/{",
        "{no}/{year}}",
        "{no:3}/{year}",
        "{no}\n{year}",
        "{no}/{year}" + "x" * 60,
    ],
)
def test_a_pattern_that_would_give_two_letters_one_number_is_none(pattern: str) -> None:
    assert not good_pattern(pattern)


@given(st.text(max_size=80))
def test_no_pattern_breaks_the_writing(pattern: str) -> None:
    if good_pattern(pattern):
        assert "12" in number_of(pattern, 12, "{no}", DAY)

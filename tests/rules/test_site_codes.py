"""The code of a site is valid for its site and its minute, and only this office can make it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain import site_codes
from bot.domain.site_codes import STEP

KEY, OTHER_KEY = b"k" * 32, b"o" * 32
NOW = datetime(2026, 3, 3, 8, 0, 30, tzinfo=UTC)
NOW_STEP = site_codes.step_of(NOW)

RFC_KEY = b"12345678901234567890"
RFC_4226 = [
    "755224",
    "287082",
    "359152",
    "969429",
    "338314",
    "254676",
    "287922",
    "162583",
    "399871",
    "520489",
]
RFC_6238 = [
    (1, "287082"),
    (37037036, "081804"),
    (37037037, "050471"),
    (41152263, "005924"),
    (66666666, "279037"),
]
"""Appendix B, SHA1: the counter of each time, and the last six of its eight digits."""


@pytest.mark.parametrize(("counter", "expected"), [*enumerate(RFC_4226), *RFC_6238])
def test_the_digits_are_those_of_the_standard(counter: int, expected: str) -> None:
    assert site_codes.hotp(RFC_KEY, counter) == expected


@pytest.mark.parametrize(
    ("late", "valid"),
    [(-2, False), (-1, True), (0, True), (1, True), (2, False)],
)
def test_a_code_is_valid_a_step_before_and_after_its_own(late: int, valid: bool) -> None:
    shown = site_codes.digits(KEY, 7, NOW_STEP)
    expected = NOW_STEP if valid else None
    assert site_codes.step_of_digits(KEY, 7, shown, NOW + late * STEP) == expected
    assert site_codes.is_fresh(NOW_STEP, NOW + late * STEP) is valid


def test_digits_of_another_site_or_office_are_not_accepted() -> None:
    shown = site_codes.digits(KEY, 7, NOW_STEP)
    assert site_codes.step_of_digits(KEY, 8, shown, NOW) is None
    assert site_codes.step_of_digits(OTHER_KEY, 7, shown, NOW) is None


@pytest.mark.parametrize("make", [site_codes.link, site_codes.poster_link])
def test_a_link_is_read_and_genuine_only_as_it_was_signed(make: object) -> None:
    assert callable(make)
    said = site_codes.read_link(make(KEY, 7, NOW_STEP))
    assert said is not None
    assert (said.site_id, said.number) == (7, NOW_STEP)
    assert site_codes.is_genuine(KEY, said)
    assert not site_codes.is_genuine(OTHER_KEY, said)


@pytest.mark.parametrize(
    "change", [("-7-", "-8-"), (f"-{NOW_STEP}-", f"-{NOW_STEP + 1}-"), ("kode", "poster")]
)
def test_a_changed_link_is_not_genuine(change: tuple[str, str]) -> None:
    said = site_codes.read_link(site_codes.link(KEY, 7, NOW_STEP).replace(*change, 1))
    assert said is not None
    assert not site_codes.is_genuine(KEY, said)


def test_the_longest_link_fits_a_deep_link() -> None:
    longest = site_codes.poster_link(KEY, 10**15 - 1, 10**15 - 1)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", longest)
    assert site_codes.read_link(longest) is not None


@pytest.mark.parametrize("text", ["AbCdEfGhIjKlMnOpQrStUv12", "kode-7-1-short", "kode-7-1-" + "é" * 20, ""])
def test_another_link_is_not_taken_for_one(text: str) -> None:
    assert site_codes.read_link(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("012345", "012345"), (" 012 345 ", "012345"), ("012-345", "012345"),
        ("12345", None), ("0123456", None), ("0812 3456 789", None), ("kode", None), ("٠١٢٣٤٥", None),
    ],
)  # fmt: skip
def test_six_digits_are_read_however_they_are_grouped(text: str, expected: str | None) -> None:
    assert site_codes.read_digits(text) == expected


def test_a_step_is_a_minute() -> None:
    assert site_codes.step_of(NOW + timedelta(seconds=29)) == NOW_STEP
    assert site_codes.step_of(NOW + timedelta(seconds=30)) == NOW_STEP + 1

"""A code is read however it was typed, and an ordinary text is not taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import short_codes
from bot.domain.short_codes import LENGTH, SIGNS

TYPED = [
    *("K7M4P-9RWTD", "k7m4p 9rwtd", " K7M4P9RWTD ", "k7m4p–9rwtd", "K7M4P - 9RWTD", "K7M4P.9RWTD"),
    *("ketik kode K7M4P-9RWTD", "Kode: k7m4p-9rwtd", "k 7 m 4 p - 9 r w t d", 'kode "K7M4P-9RWTD"'),
]


@pytest.mark.parametrize("text", TYPED)
def test_a_code_is_read_with_or_without_dash_space_and_capitals(text: str) -> None:
    assert short_codes.read(text) == "K7M4P9RWTD"


def test_a_sign_read_as_its_look_alike_is_the_same_sign() -> None:
    assert short_codes.read("BSUZ2-34567") == short_codes.read("85V22-34567")


def test_it_is_past_guessing() -> None:
    assert len(SIGNS) ** LENGTH > 2**45
    assert not set(SIGNS) & set("AEIOU01LBSZ")


@pytest.mark.parametrize("text", ["K7M4P-9RWT", "K7M4P-9RWTDD", "K7M4P-9RW0D", "", "-", "terima kasih"])
def test_anything_else_is_no_code(text: str) -> None:
    assert short_codes.read(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("K7M4P-9RWTD", True, id="a code"),
        pytest.param("CDFGH-JKMNP", True, id="a code without figures"),
        pytest.param("K7M4P-9RWT", True, id="one sign missing"),
        pytest.param("K7M4P-9RW0D", True, id="a sign that does not occur"),
        pytest.param("terima kasih", False, id="words"),
        pytest.param("0812 3456 789", False, id="a number"),
        pytest.param("12-04-1990", False, id="a date"),
        pytest.param("12Apr1990", False, id="a date with a month"),
        pytest.param("besok jam 7 pagi", False, id="a sentence"),
        pytest.param("AbCdEfGhIjKlMnOpQrStUv12", False, id="a token"),
        pytest.param("jam 7.30pagi", False, id="an hour"),
        pytest.param("no 0812345", False, id="a number with its word"),
        pytest.param("kode apa ya", False, id="a question about the code"),
        pytest.param("👻", False, id="a picture"),
    ],
)
def test_what_is_meant_as_a_code(text: str, expected: bool) -> None:
    assert short_codes.meant(text) is expected


def test_a_code_is_printed_in_two_groups() -> None:
    assert short_codes.grouped("K7M4P9RWTD") == "K7M4P-9RWTD"


ORDINARY = [
    *("saya", "sudah", "sampai", "di", "lokasi", "besok", "jam", "pagi", "terima", "kasih", "pak", "bu"),
    *("hadir", "tidak", "bisa", "datang", "sakit", "kode", "ketik", "undangan", "ini", "apa", "belum"),
    *("rt", "rw", "no", "hp", "wa", "jl", "km", "7", "08", "12", "2026", "150", "08123456789"),
]


@given(st.lists(st.sampled_from(ORDINARY), min_size=1, max_size=7), st.sampled_from([" ", ", ", ": ", " - "]))
def test_an_ordinary_sentence_is_never_taken_for_a_code(words: list[str], between: str) -> None:
    assert not short_codes.meant(between.join(words))


def test_a_code_that_looks_like_a_date_is_a_code() -> None:
    assert short_codes.meant("86RNN-D7876")
    assert not short_codes.meant("12Apr1990")

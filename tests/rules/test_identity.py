"""What a newcomer shows beside the link."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.identity import SecondFactor, factor_for, number_of, same_number, spelled_number

CONTACT, BIRTH_DATE, IN_PERSON = SecondFactor
BORN = date(2008, 4, 24)


@pytest.mark.parametrize(
    "written",
    ["0812-3456-7890", "+62 812 3456 7890", "62 81234567890", "812 3456 7890", "(0812) 34567890",
     "006281234567890", "+62 (0)812-3456-7890"],
)  # fmt: skip
def test_a_number_is_the_same_however_it_is_written(written: str) -> None:
    assert same_number(written, "6281234567890")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("081234567890", "081234567891"),
        ("081234567890", "+60 81234567890"),
        ("", ""),
        ("-", "-"),
        ("0812", "0812"),
        ("belum ada", "belum ada"),
        ("+82 10 1234 5678", "082 10 1234 5678"),
    ],
)
def test_other_numbers_and_none_are_not(one: str, other: str) -> None:
    assert not same_number(one, other)


def test_a_number_of_another_country_keeps_it() -> None:
    assert number_of("+82 10-1234-5678") == "821012345678"


SPELLED = [
    ("0812-3456-7890", "0812-3456-7890"),
    ("0812 3456 7890", "0812-3456-7890"),
    ("0812.3456.7890", "0812-3456-7890"),
    ("+62 812 3456 7890", "0812-3456-7890"),
    ("62812 34567890", "0812-3456-7890"),
    ("0062 812 3456 7890", "0812-3456-7890"),
    ("+62 (0)812-3456-7890", "0812-3456-7890"),
    ("81234567890", "0812-3456-7890"),
    ("8123456789", "0812-3456-789"),
    ("(0411) 123456", "0411-1234-56"),
    ("+60 12-345 6789", "+60123456789"),
    ("0060 12 345 6789", "+60123456789"),
]
NO_NUMBERS = [
    *("tidak tahu", "abc", "belum ada", "-", "", "0811", "0812-3456", "0812345678901234"),
    *(
        "0812-3456-7890 / 0813-0000-0000",
        "HP 0812-3456-7890",
        "8,12346E+11",
        "60123456789",
        "+60 12",
        "+",
        "0",
    ),
    *("1234567890", "0123-4567-8901", "+1234567890123456"),
]


@pytest.mark.parametrize(("written", "spelled"), SPELLED)
def test_a_number_is_kept_in_one_spelling(written: str, spelled: str) -> None:
    assert spelled_number(written) == spelled
    assert spelled_number(spelled) == spelled
    assert same_number(written, spelled)


@pytest.mark.parametrize("written", NO_NUMBERS)
def test_what_is_no_number_is_not_kept(written: str) -> None:
    assert spelled_number(written) is None


@pytest.mark.parametrize(
    ("wish", "phone", "born_on", "asked"),
    [
        (CONTACT, "081234567890", BORN, CONTACT),
        (CONTACT, "", BORN, BIRTH_DATE),
        (CONTACT, "-", None, IN_PERSON),
        (BIRTH_DATE, "081234567890", BORN, BIRTH_DATE),
        (BIRTH_DATE, "081234567890", None, CONTACT),
        (IN_PERSON, "081234567890", BORN, IN_PERSON),
    ],
)
def test_what_is_on_file_can_be_asked_for(
    wish: SecondFactor, phone: str, born_on: date | None, asked: SecondFactor
) -> None:
    assert factor_for(wish, phone=phone, born_on=born_on) is asked

"""What a newcomer shows beside the link."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.identity import SecondFactor, factor_for, number_of, read_birth_date, same_number

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


@pytest.mark.parametrize(
    "text",
    ["24/4/2008", "24-04-2008", "24.4.2008", "24 04 2008", "24042008", "24 April 2008", "24 apr 2008",
     "24-April-2008", " 24  APRIL  2008 ", "2008-04-24"],
)  # fmt: skip
def test_a_birth_date_is_read_as_people_write_it(text: str) -> None:
    assert read_birth_date(text) == BORN


@pytest.mark.parametrize(
    "text", ["", "halo", "24/4", "24/4/08", "31/2/2008", "4/24/2008", "24 ju 2008", "24 mat 2008", "2008"]
)
def test_anything_else_is_no_birth_date(text: str) -> None:
    assert read_birth_date(text) is None


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

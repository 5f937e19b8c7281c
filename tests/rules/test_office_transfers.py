"""What a text means, which codes are free, and what goes along, when a client goes to another Bapas."""

from __future__ import annotations

import pytest

from bot.domain.cases import Programme
from bot.domain.office_transfers import (
    Named,
    OfferedCase,
    cases_from_json,
    free_code,
    goes_along,
    meant,
    with_case,
)

OFFICES = [
    Named(1, "BPS-SRG", "Bapas Serang"),
    Named(2, "BPS-SRN", "Bapas Serang Utara"),
    Named(3, "BPS-PRE", "Bapas Parepare"),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("bps-pre", [3], id="its code"),
        pytest.param("  Bapas   Serang ", [1], id="the whole name before a part of another"),
        pytest.param("utara", [2], id="a part that only one has"),
        pytest.param("serang", [1, 2], id="a part that several have"),
        pytest.param("Sorong", [], id="none"),
        pytest.param("", [], id="nothing"),
        pytest.param("-", [], id="no word, although every code has it"),
    ],
)
def test_which_offices_a_text_means(text: str, found: list[int]) -> None:
    assert [one.id for one in meant(OFFICES, text)] == found


@pytest.mark.parametrize(
    ("code", "taken", "free"),
    [
        pytest.param("K-01", ["K-02"], "K-01", id="the same where it is free"),
        pytest.param("K-01", ["k-01"], "K-01-2", id="capitals do not make another"),
        pytest.param("K-01", ["K-01", "K-01-2"], "K-01-3", id="the first that is free"),
    ],
)
def test_a_code_in_the_new_office(code: str, taken: list[str], free: str) -> None:
    assert free_code(code, taken) == free


@pytest.mark.parametrize("key", ["result-rejected", "contest-offer", "receipt-finish", "account-no-longer"])
def test_what_stays_true_goes_along(key: str) -> None:
    assert goes_along(key)


@pytest.mark.parametrize("key", ["reminder-day", "move-told-client", "report-reminder"])
def test_what_is_about_the_old_plan_does_not(key: str) -> None:
    assert not goes_along(key)


def test_an_offer_is_read_as_it_was_written() -> None:
    cases = tuple(
        OfferedCase(
            case_id=number, number=f"P-{number}", programme=Programme.INTEGRATION, credited=0, total=None
        )
        for number in (1, 2)
    )
    assert cases_from_json(one.to_json() for one in cases) == cases
    assert [one.carried for one in with_case(cases, 2, carried=60)] == [0, 60]

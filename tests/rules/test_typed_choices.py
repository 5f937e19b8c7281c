"""A yes, a no or a number that is typed below buttons."""

from __future__ import annotations

import pytest

from bot.domain.messages import Choice
from bot.domain.typed_choices import NO, YES, meant, numbers_of
from tests.harness import sentences

KIN = (Choice("kin-yes:1", "choice-kin-yes"), Choice("card:1", "choice-kin-no"))
OTHERS = (Choice("right:1", "choice-right"), Choice("wrong:1", "choice-wrong"))


@pytest.mark.parametrize(
    ("text", "choices", "chosen"),
    [
        pytest.param("ya", KIN, "kin-yes:1", id="yes"),
        pytest.param("Iya, betul pak", KIN, "kin-yes:1", id="a polite yes"),
        pytest.param("tidak", KIN, "card:1", id="no"),
        pytest.param("bukan", KIN, "card:1", id="another no"),
        pytest.param("tidak tahu", KIN, None, id="no answer"),
        pytest.param("ya tidak", KIN, None, id="both"),
        pytest.param("ya", OTHERS, None, id="a question that asks something else"),
        pytest.param("ya", KIN + KIN, None, id="two such questions"),
    ],
)
def test_a_plain_yes_or_no(text: str, choices: tuple[Choice, ...], chosen: str | None) -> None:
    found = meant(text, choices)
    assert (found.id if found else None) == chosen


@pytest.mark.parametrize("key", sorted(YES | NO))
def test_each_of_them_is_a_button(key: str) -> None:
    assert key in sentences().keys("id")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param((0, 0, 0), "1–3", id="in a row"),
        pytest.param((0,), "1", id="one"),
        pytest.param((0, 0, 9), "1, 2, 9", id="one further on"),
        pytest.param((4, 2, 3), "2–4", id="in any order"),
    ],
)
def test_the_numbers_that_there_are(given: tuple[int, ...], said: str) -> None:
    assert numbers_of([Choice("one", "choice-right", number=number) for number in given]) == said

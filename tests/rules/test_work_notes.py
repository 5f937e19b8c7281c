"""What a supervisor says of work, and when the officer must be thought of."""

from __future__ import annotations

import pytest

from bot.domain.work_notes import Rating, officer_is_asked_about, with_more

ASKED = [
    (None, "", False),
    (Rating.VERY_GOOD, "", False),
    (Rating.FAIR, "", False),
    (Rating.NEEDS_GUIDANCE, "", True),
    (None, "lupa sarung tangan", True),
    (Rating.VERY_GOOD, "rajin", True),
]


@pytest.mark.parametrize(("rating", "words", "expected"), ASKED)
def test_words_and_the_lowest_mark_ask_about_the_officer(
    rating: Rating | None, words: str, expected: bool
) -> None:
    assert officer_is_asked_about(rating, words) is expected


def test_later_words_are_added_and_never_written_over() -> None:
    assert with_more("", " rajin ") == "rajin"
    assert with_more("rajin", "datang awal") == "rajin\ndatang awal"
    assert with_more("rajin", "  ") == "rajin"

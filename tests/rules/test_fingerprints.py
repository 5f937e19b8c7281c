"""The fingerprint below a digest, as people copy it."""

from __future__ import annotations

import pytest

from bot.domain.fingerprints import shown, typed

ROOT = "3f9a1c227b0e55d1" + "0" * 48


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("3f9a 1c22 7b0e 55d1", id="as it is shown"),
        pytest.param("3f9a1c227b0e55d1", id="without spaces"),
        pytest.param(" 3F9A-1C22-7B0E-55D1\n", id="in capitals, with dashes"),
        pytest.param("🔗 Sidik catatan: 3f9a 1c22 7b0e 55d1", id="with the line's own words"),
    ],
)
def test_what_a_message_shows_can_be_copied_in_any_way(words: str) -> None:
    assert typed(words) == "3f9a1c227b0e55d1"
    assert shown(ROOT) == "3f9a 1c22 7b0e 55d1"


def test_the_whole_of_it_and_any_more_than_a_message_has_is_taken() -> None:
    assert [typed(ROOT), typed(ROOT[:20])] == [ROOT, ROOT[:20]]


@pytest.mark.parametrize(
    "words",
    ["", "3f9a 1c22", "3f9a 1c22 7b0e 55d", "3f9a 1c22 7b0e 55dO", "K-01", f"{ROOT}0", "٣f9a 1c22 7b0e 55d1"],
)
def test_what_is_none_or_too_little_is_not_taken(words: str) -> None:
    assert typed(words) is None

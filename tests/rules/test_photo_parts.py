"""Which photos are parts of others, or have them within; and that a new photo of the same wall is neither."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from PIL import Image, ImageDraw

from bot.storage.likeness import BYTES, grey_of
from bot.storage.parts import Windows, middle_of
from tests.scenes import CHANGES, SIZE, saved, scene

PLACES = (1, 2, 5)


@cache
def first_photo(place: int) -> Image.Image:
    return grey_of(saved(scene(place)))


def windows(content: bytes) -> Windows:
    return Windows(grey_of(content))


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_photo_shows_the_first(change: str) -> None:
    for place in PLACES:
        assert windows(CHANGES[change](scene(place))).show(first_photo(place)), place


@pytest.mark.parametrize("change", [one for one in CHANGES if one != "turned"])  # by its hash, that one
def test_a_changed_photo_is_found_by_the_print_of_its_middle(change: str) -> None:
    middles = {place: middle_of(first_photo(place)) for place in (*PLACES, 7, 8)}
    for place in PLACES:
        assert list(windows(CHANGES[change](scene(place))).near(middles)) == [place]


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(lambda place: scene(place, day=1), id="another day"),
        pytest.param(lambda place: scene(place, day=2), id="a third day"),
        pytest.param(lambda place: scene(place, day=3), id="a fourth day"),
        pytest.param(lambda place: scene(place, turn=0.5), id="a minute later"),
        pytest.param(lambda place: scene(place, turn=-2), id="a minute later, held aslant"),
        pytest.param(lambda place: scene(place + 10), id="another place"),
    ],
)
def test_a_new_photo_shows_no_older_one(again: Callable[[int], Image.Image]) -> None:
    for place in PLACES:
        assert not windows(saved(again(place))).show(first_photo(place)), place


def test_a_turn_of_half_a_degree_is_laid_upon_the_first_in_vain() -> None:
    """The print of the middle alone would take it for the first."""
    again = windows(saved(scene(1, turn=0.5)))
    assert list(again.near({1: middle_of(first_photo(1))})) == [1]
    assert not again.show(first_photo(1))


def test_a_middle_that_did_not_change_is_not_all() -> None:
    again = scene(1, turn=0.001)
    again.paste("orange", (0, 0, SIZE[0], SIZE[1] // 9))
    again.paste("navy", (0, 0, SIZE[0] // 9, SIZE[1]))
    assert windows(saved(scene(1, turn=0.001))).show(first_photo(1))
    assert not windows(saved(again)).show(first_photo(1))


def test_the_time_written_into_a_corner_hides_nothing() -> None:
    stamped = scene(1)
    ImageDraw.Draw(stamped).text((380, 400), "23/04/26 08:00", fill="yellow", font_size=34)
    assert windows(saved(stamped)).show(first_photo(1))


def test_a_print_is_as_long_as_a_hash_and_says_nothing_of_a_bare_middle() -> None:
    assert len(middle_of(first_photo(1))) == BYTES
    framed = scene(1)
    framed.paste("white", (SIZE[0] // 8, SIZE[1] // 8, SIZE[0] * 7 // 8, SIZE[1] * 7 // 8))
    assert middle_of(grey_of(saved(framed))) == b""


@pytest.mark.parametrize("size", [(64, 64), (64, 3000), (3000, 64)], ids=str)
def test_odd_sizes_are_seen_through_windows(size: tuple[int, int]) -> None:
    odd = grey_of(saved(scene(1).resize(size)))
    assert Windows(odd).show(odd)
    assert not Windows(odd).show(first_photo(2))

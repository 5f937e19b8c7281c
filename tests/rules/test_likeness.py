"""Which photos look alike: one that was changed and sent again, not a new one of the same place."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

import pytest

from bot.domain.messages import PictureProblem
from bot.domain.photos import ALIKE
from bot.storage.likeness import BLOCK, BYTES, Gallery, Likeness, likeness_of
from tests.rules.test_photos import REFUSED, SOUND
from tests.scenes import CHANGES, saved, scene

PLACES = (1, 2, 5)


@cache
def first_photo(place: int) -> Likeness:
    return likeness_of(saved(scene(place)))


def distance(kept: Likeness, new: Likeness) -> int | None:
    gallery = Gallery()
    gallery.add([7] * (len(kept.own) // BYTES), kept.own)
    return gallery.near(new.sought).get(7)


@pytest.mark.parametrize("change", [one for one in CHANGES if "cropped" not in one and "shown in" not in one])
def test_a_changed_photo_is_found(change: str) -> None:
    for place in PLACES:
        again = likeness_of(CHANGES[change](scene(place)))
        assert distance(first_photo(place), again) is not None, place


@pytest.mark.parametrize("place", PLACES)
def test_what_is_another_photo_is_not_found(place: int) -> None:
    others = [saved(scene(place, day=2)), saved(scene(place + 10))]
    assert [distance(first_photo(place), likeness_of(one)) for one in others] == [None, None]


def test_a_picture_without_detail_has_no_likeness() -> None:
    plain = scene(1).resize((1, 1)).resize((320, 240))
    assert likeness_of(saved(plain)) == Likeness(b"", b"")


@pytest.mark.parametrize(("content", "mime"), SOUND)
def test_every_kind_of_picture_has_its_likeness(content: bytes, mime: str) -> None:
    likeness = likeness_of(content)
    assert len(likeness.sought) == 8 * len(likeness.own)


@pytest.mark.parametrize(("content", "problem"), REFUSED)
def test_what_is_no_sound_picture_has_none(content: bytes, problem: PictureProblem) -> None:
    with pytest.raises(ValueError, match=problem):
        likeness_of(content)


def flipped(content: bytes, bits: int) -> bytes:
    """The same but for so many bits, spread over all of it."""
    number = int.from_bytes(content, "big")
    for bit in range(bits):
        number ^= 1 << bit * 8
    return number.to_bytes(BYTES, "big")


SOUGHT = bytes(range(BYTES))


@pytest.mark.parametrize("place", [0, BLOCK - 1, BLOCK, 2 * BLOCK + 4], ids=str)
@pytest.mark.parametrize(("bits", "expected"), [(0, 0), (1, 1), (ALIKE, ALIKE), (ALIKE + 1, None)])
def test_the_search_is_exact(place: int, bits: int, expected: Any) -> None:
    hashes = [os.urandom(BYTES * BLOCK), os.urandom(BYTES * (BLOCK + 5))]
    whole = bytearray(b"".join(hashes))
    whole[place * BYTES : (place + 1) * BYTES] = flipped(SOUGHT, bits)
    gallery = Gallery()
    gallery.add(list(range(BLOCK)), bytes(whole[: BLOCK * BYTES]))
    gallery.add(list(range(BLOCK, 2 * BLOCK + 5)), bytes(whole[BLOCK * BYTES :]))

    assert gallery.near(SOUGHT).get(place) == expected
    assert len(gallery) == 2 * BLOCK + 5


def test_an_empty_gallery_knows_nothing() -> None:
    assert Gallery().near(SOUGHT) == {}

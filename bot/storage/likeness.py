"""How alike two pictures look: a perceptual hash of 256 bits, and a search among a million of them.

The hash is PDQ (Facebook, "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm", 2019):
the signs of the 16 × 16 lowest frequencies of a picture against their median. Written anew, because the
authors' own needs a compiler; the two differ in a few bits of 256.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.domain.photos import ALIKE
from bot.storage.pictures import shown

BYTES: Final = 32
"""Of one hash."""
SIDE: Final = 512
"""Pixels of the longer side of what is hashed."""
LEAST_DETAIL: Final = 50
"""PDQ's measure of quality, of 100: a bare sky looks like every other."""
BORDER: Final = 10
"""Greys, of 255, by which a row may vary and still be a border's."""
PLAIN: Final = 0.8
"""How much of a row has its colour where it is a border's: a phone's bar has icons."""
MOST_BORDER: Final = 0.35
"""How much of a side is taken off at most at each end."""
BLOCK: Final = 16_384
"""Hashes that are compared at a time: small enough for a processor's cache."""

WAVES: Final = np.sqrt(2 / 64) * np.cos(
    np.pi / 128 * np.outer(np.arange(1, 17), 2 * np.arange(64) + 1)
)  # the first row would be the mean, which is no detail


@dataclass(frozen=True, slots=True)
class Likeness:
    """`own`: the hashes to keep, of the whole picture and without its border. `sought`: the same in all eight
    ways to lay it down, mirrored ones too. Both empty where there is too little to recognise it by."""

    own: bytes
    sought: bytes


def likeness_of(content: bytes) -> Likeness:
    """Of a picture as it came. Raises ValueError for bytes that are no sound picture."""
    return likeness_in(grey_of(content))


def grey_of(content: bytes) -> Image.Image:
    """A picture as it came, upright in greys, its longer side `SIDE`. Raises ValueError as above."""
    with Image.open(BytesIO(shown(content, SIDE))) as image:
        return image.convert("L")


def likeness_in(whole: Image.Image) -> Likeness:
    """Of a picture in greys."""
    inner = without_border(whole)
    looks = [whole] if inner.size == whole.size else [whole, inner]
    hashes = [_hashes(one) for one in map(small, looks) if detail(one) >= LEAST_DETAIL]
    return Likeness(b"".join(one[:BYTES] for one in hashes), b"".join(hashes))


def without_border(whole: Image.Image) -> Image.Image:
    """What is left of a picture in greys when rows and then columns of about one colour are gone."""
    grey = np.asarray(whole)
    top, bottom = _ends(grey)
    left, right = _ends(grey[top:bottom].T)
    return whole.crop((left, top, right, bottom))


def _ends(rows: NDArray[np.uint8]) -> tuple[int, int]:
    first = _border(rows)
    return first, len(rows) - _border(rows[::-1])


def _border(rows: NDArray[np.uint8]) -> int:
    """How many rows have the colour of the outermost."""
    outer = rows[: int(len(rows) * MOST_BORDER)]
    same = (np.abs(outer - np.median(rows[0])) <= BORDER).mean(axis=1) >= PLAIN
    return len(outer) if same.all() else int(np.argmin(same))


def small(image: Image.Image) -> NDArray[np.float32]:
    """64 × 64, each pixel a weighted mean of all that it stands for."""
    return np.asarray(image.convert("F").resize((64, 64), Image.Resampling.BILINEAR))


def detail(pixels: NDArray[np.float32]) -> float:
    steps = (np.abs(np.trunc(np.diff(pixels, axis=axis) * 100 / 255)).sum() for axis in (0, 1))
    return float(sum(steps)) / 90


def _hashes(pixels: NDArray[np.float32]) -> bytes:
    """Eight hashes, the first of them of the picture as it stands. A mirror turns the sign of every other
    frequency; on its side, a picture's rows are columns."""
    waves = WAVES @ pixels @ WAVES.T
    odd = np.where(np.arange(16) % 2, 1, -1)
    signs = [rows * columns for rows in (np.ones((16, 1)), odd[:, None]) for columns in (1, odd)]
    turned = [one * sign for one in (waves, waves.T) for sign in signs]
    return b"".join(np.packbits(one > np.median(one)).tobytes() for one in turned)


class Gallery:
    """Hashes in memory, 40 bytes each, to be compared with every one of them: nothing is missed."""

    def __init__(self) -> None:
        self.newest = 0
        """Of whatever the owner counts what he has added by."""
        self._photos = np.empty(0, np.int64)
        self._words = np.empty((4, 0), np.uint64)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, photo_ids: list[int], hashes: bytes) -> None:
        """As many hashes as ids, in the same order."""
        words = _words(hashes)
        end = self._count + len(photo_ids)
        if end > len(self._photos):
            room = max(end, len(self._photos) * 3 // 2)
            self._photos = np.concatenate((self._photos, np.empty(room - len(self._photos), np.int64)))
            more = np.empty((4, room - self._words.shape[1]), np.uint64)
            self._words = np.concatenate((self._words, more), axis=1)
        self._photos[self._count : end] = photo_ids
        self._words[:, self._count : end] = words
        self._count = end

    def near(self, sought: bytes, within: int = ALIKE) -> dict[int, int]:
        """Photo → the least distance in bits of any of its hashes from any of these, where it is small."""
        found: dict[int, int] = {}
        for start in range(0, self._count, BLOCK):
            block = slice(start, min(start + BLOCK, self._count))
            words, photos = self._words[:, block], self._photos[block]
            for one in _words(sought).T:
                for place, distance in _close(words, one, within):
                    photo = int(photos[place])
                    found[photo] = min(distance, found.get(photo, distance))
        return found


def _words(hashes: bytes) -> NDArray[np.uint64]:
    """Four rows: the first 64 bits of every hash, the next, and so on."""
    return np.frombuffer(hashes, np.uint64).reshape(-1, 4).T


def _close(words: NDArray[np.uint64], one: NDArray[np.uint64], within: int) -> list[tuple[int, int]]:
    """Half of the bits rule out nearly all; the rest is counted for what remains."""
    half = np.bitwise_count(words[0] ^ one[0]) + np.bitwise_count(words[1] ^ one[1])
    places = np.flatnonzero(half <= within)
    if not places.size:
        return []
    distances = np.bitwise_count(words[:, places] ^ one[:, None]).sum(axis=0, dtype=np.int64)
    return [(int(place), int(d)) for place, d in zip(places, distances, strict=True) if d <= within]

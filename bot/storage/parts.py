"""Whether a photo is a part of an older one or has it within: cut off, on a phone's screen, between bars.

Of each photo a print of its middle is kept. A new one is seen through thousands of windows; where the middle
of an older photo shows in one of them, the two are laid upon each other. The same picture agrees to its
finest lines. A new photo of the same wall does not: nobody holds a phone twice in just the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from bot.domain.photos import LOOKS_LIKE
from bot.storage.likeness import BYTES, LEAST_DETAIL, WAVES, Gallery, detail, small, without_border

MARGIN: Final = 0.15
"""Of each side of the kept middle: what is cut off by so much still has all of it."""
MARGINS: Final = tuple(step / 40 for step in range(9))
"""0 to 0.2: those of a window, at each of its four sides. A print bears half a step of error."""
SIDE: Final = 128
"""Pixels of what is seen through windows, and of what is laid upon each other."""
AGREES: Final = 0.95
"""Correlation of the finest lines of the middle. Copies have 0.956 and more, cut off, made small and
compressed anew; another photo of a drawn place that did not change at all has 0.94 after a turn of half a
degree."""
ALL_AGREES: Final = 0.85
"""The same of all that both show: copies have 0.96, with the time written into a corner 0.87; another day of
a place whose middle did not change 0.78."""
TALL: Final = 1.5
"""Height to width from which a picture may be a phone's screen."""

_SPANS: Final = tuple(product(MARGINS, MARGINS))
FINEST: Final = 2
"""Pixels around one that are its neighbourhood: what differs from it is a line."""
_FITTING: Final = ((6, (0.013, 0.0065)), (4, (0.0065, 0.003, 0.0015)), (FINEST, (0.0015, 0.0007)))
"""Coarse to fine: pixels around each that are its neighbourhood, and the steps by which a window moves."""

Box = tuple[float, float, float, float]
"""Margins at the left, top, right and bottom, as parts of the whole."""
MIDDLE: Final[Box] = (MARGIN, MARGIN, MARGIN, MARGIN)

_Pixels = NDArray[np.float32]


def middle_of(whole: Image.Image) -> bytes:
    """The print to keep of a photo in greys; empty where its middle has too little to recognise it by."""
    width, height = whole.size
    left, top = int(width * MARGIN), int(height * MARGIN)
    if detail(small(whole.crop((left, top, width - left, height - top)))) < LEAST_DETAIL:
        return b""
    return _print(whole)


@dataclass(frozen=True, slots=True)
class _Window:
    look: Image.Image
    box: Box


class Windows:
    """A new photo in greys, seen through all its windows; the sides of a screenshot are no part of it."""

    def __init__(self, whole: Image.Image) -> None:
        self._looks = list(_looks(whole))
        prints = b"".join(_prints(_pixels(look)).tobytes() for look in self._looks)
        self._prints = Gallery()
        self._prints.add(list(range(len(prints) // BYTES)), prints)

    def near(self, middles: Mapping[int, bytes]) -> dict[int, int]:
        """Photo → bits from its middle to the likest window, where they are few; mirrored ones too."""
        found = {one: self._nearest(middle + _mirrored(middle)) for one, middle in middles.items()}
        return {one: nearest[0] for one, nearest in found.items() if nearest}

    def show(self, older: Image.Image) -> bool:
        """Whether a window shows the very picture that an older photo in greys is, however it was laid."""
        ways = [older, *(older.transpose(way) for way in Image.Transpose)]
        found = [(nearest, way) for way in ways if (nearest := self._nearest(_print(way)))]
        if not found:
            return False
        (_, place), way = min(found, key=lambda one: one[0])
        return _is_same(way, self._window(place))

    def _nearest(self, sought: bytes) -> tuple[int, int] | None:
        """Bits, and the number of the window."""
        near = self._prints.near(sought, LOOKS_LIKE)
        return min(((bits, place) for place, bits in near.items()), default=None)

    def _window(self, place: int) -> _Window:
        number, rest = divmod(place, len(_SPANS) ** 2)
        rows, columns = divmod(rest, len(_SPANS))
        (top, bottom), (left, right) = _SPANS[rows], _SPANS[columns]
        return _Window(self._looks[number], (left, top, right, bottom))


def _looks(whole: Image.Image) -> Iterable[Image.Image]:
    """All of it, without a border, and the band of a screen that seems to be a picture."""
    yield whole
    inner = without_border(whole)
    if inner.size != whole.size:
        yield inner
    if whole.height >= TALL * whole.width and (band := _band(whole)):
        yield band


def _band(screen: Image.Image) -> Image.Image | None:
    """What lies between the two sharpest edges that go from side to side, at least a fifth of the height
    apart."""
    rows = np.asarray(screen, np.int16)
    edges = np.median(np.abs(np.diff(rows, axis=0)), axis=1)
    places = np.argsort(edges)[::-1][:12] + 1
    pairs = [(a, b) for a in places for b in places if b - a >= screen.height / 5]
    if not pairs:
        return None
    top, bottom = max(pairs, key=lambda pair: edges[pair[0] - 1] + edges[pair[1] - 1])
    return screen.crop((0, int(top), screen.width, int(bottom)))


def _pixels(image: Image.Image) -> _Pixels:
    return np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BILINEAR), np.float32)


def _print(whole: Image.Image) -> bytes:
    span = ((MARGIN, MARGIN),)
    return _prints(_pixels(whole), span).tobytes()


def _prints(pixels: _Pixels, spans: Sequence[tuple[float, float]] = _SPANS) -> NDArray[np.uint8]:
    """Of every window: the signs of its lowest frequencies. Rows and columns of a window are independent, so
    that all windows together cost two products of matrices."""
    reads = np.concatenate([_reading(before, after) for before, after in spans])
    waves = (reads @ pixels @ reads.T).reshape(len(spans), 16, len(spans), 16)
    signs = waves.transpose(0, 2, 1, 3).reshape(-1, 256) > 0
    return np.packbits(signs, axis=1)


def _reading(before: float, after: float) -> _Pixels:
    """16 × SIDE: the waves over 64 equal parts of what lies between two margins."""
    edges = SIDE * (before + (1 - before - after) * np.arange(65) / 64)
    pixels = np.arange(SIDE)
    shares = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    shares = np.clip(shares, 0, None)
    waves: NDArray[np.float64] = WAVES @ (shares / shares.sum(axis=1, keepdims=True))
    return waves.astype(np.float32)


_ODD_COLUMNS: Final = np.packbits(np.tile(np.arange(16) % 2 == 0, 16)).tobytes()
"""The waves from left to right that a mirror turns over: the first, the third and so on of those kept."""


def _mirrored(middle: bytes) -> bytes:
    return bytes(one ^ turned for one, turned in zip(middle, _ODD_COLUMNS, strict=True))


def _is_same(older: Image.Image, window: _Window) -> bool:
    """Whether the finest lines agree when the window lies as well as it can: in the middle, and wherever one
    shows what the other does."""
    agreed, (left, top, right, bottom) = _fitted(older, window)
    if agreed < AGREES:
        return False
    (older_left, older_right), (look_left, look_right) = _in_common(left, right)
    (older_top, older_bottom), (look_top, look_bottom) = _in_common(top, bottom)
    one = _seen(older, (older_left, older_top, older_right, older_bottom))
    other = _seen(window.look, (look_left, look_top, look_right, look_bottom))
    return _correlation(_lines(one, FINEST), _lines(other, FINEST)) >= ALL_AGREES


def _in_common(before: float, after: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """The margins of what both show, in the older photo and in the look whose window has these margins."""
    scale = (1 - 2 * MARGIN) / (1 - before - after)
    start, end = max(0.0, MARGIN - before * scale), min(1.0, MARGIN + (1 - before) * scale)
    shown = (start - MARGIN) / scale + before, (end - MARGIN) / scale + before
    return (start, 1 - end), (max(0.0, shown[0]), max(0.0, 1 - shown[1]))


def _fitted(older: Image.Image, window: _Window) -> tuple[float, Box]:
    """The correlation of the finest lines of the middle, from -1 to 1, and where the window lies for it."""
    box, agreed = window.box, 0.0
    for around, steps in _FITTING:
        lines = _lines(_seen(older, MIDDLE), around)
        agreed = _correlation(lines, _lines(_seen(window.look, box), around))
        for step in steps:
            agreed, box = _moved(lines, window.look, box, agreed, step, around)
    return agreed, box


def _moved(
    lines: _Pixels, look: Image.Image, box: Box, agreed: float, step: float, around: int
) -> tuple[float, Box]:
    """Move one side at a time for as long as it agrees better, four rounds at most."""
    for _ in range(4):
        before = agreed
        for side, by in product(range(4), (step, -step)):
            margins = list(box)
            margins[side] = max(0.0, margins[side] + by)
            moved = (margins[0], margins[1], margins[2], margins[3])
            better = _correlation(lines, _lines(_seen(look, moved), around))
            if better > agreed:
                agreed, box = better, moved
        if agreed == before:
            break
    return agreed, box


def _seen(image: Image.Image, box: Box) -> _Pixels:
    left, top, right, bottom = box
    width, height = image.size
    corners = (left * width, top * height, (1 - right) * width, (1 - bottom) * height)
    return np.asarray(image.resize((SIDE, SIDE), Image.Resampling.BILINEAR, box=corners), np.float32)


def _lines(pixels: _Pixels, around: int) -> _Pixels:
    """Each pixel less the mean of its neighbourhood."""
    mean, size = pixels.astype(np.float64), 2 * around + 1
    for _ in range(2):  # along the rows, then, turned over, along the columns
        sums = np.cumsum(np.pad(mean, ((around + 1, around), (0, 0)), mode="edge"), axis=0)
        mean = ((sums[size:] - sums[:-size]) / size).T
    return (pixels - mean).astype(np.float32)


def _correlation(one: _Pixels, other: _Pixels) -> float:
    a, b = one - one.mean(), other - other.mean()
    return float((a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum() + 1e-9))

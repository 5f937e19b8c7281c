"""What a practice asks to mend, and the list of invented people."""

from __future__ import annotations

import pytest

from bot.domain.messages import IncomingPhoto, Label, Picture, PictureProblem, Point
from bot.domain.practice import Drill, Mark, PlaceTrouble, accuracy_word, photo_trouble, place_trouble

FINE = Picture("name", b"key", "0" * 64, "image/jpeg", 320, 240, 9_000)


def point(accuracy: float | None, latitude: float = -5.4) -> Point:
    return Point(latitude, 119.4, accuracy)


@pytest.mark.parametrize(
    ("sent", "labels", "trouble"),
    [
        pytest.param(point(12), (), None, id="exact"),
        pytest.param(point(100), (), None, id="just exact enough"),
        pytest.param(point(None), (), None, id="accuracy untold"),
        pytest.param(point(101), (), PlaceTrouble.VAGUE, id="vague"),
        pytest.param(Point(0, 0, 5), (), PlaceTrouble.NO_FIX, id="zero zero"),
        pytest.param(point(5, 95), (), PlaceTrouble.NO_FIX, id="nowhere on earth"),
        pytest.param(None, (), PlaceTrouble.NO_FIX, id="none"),
        pytest.param(point(5), (Label.PICKED_PLACE,), PlaceTrouble.NOT_LIVE, id="picked"),
        pytest.param(point(5), (Label.FORWARDED,), PlaceTrouble.NOT_LIVE, id="forwarded"),
        pytest.param(point(5), (Label.SCHEDULED,), PlaceTrouble.NOT_LIVE, id="scheduled"),
        pytest.param(point(500), (Label.VIA_BOT,), PlaceTrouble.NOT_LIVE, id="by another bot, and vague"),
    ],
)
def test_one_step_mends_a_location(
    sent: Point | None, labels: tuple[Label, ...], trouble: PlaceTrouble | None
) -> None:
    assert place_trouble(sent, labels) == trouble


@pytest.mark.parametrize(
    ("photo", "labels", "trouble"),
    [
        pytest.param(IncomingPhoto("x", picture=FINE), (), None, id="fine"),
        pytest.param(IncomingPhoto("x"), (), "not-fetched", id="not to be had"),
        pytest.param(None, (), "not-fetched", id="none"),
        pytest.param(IncomingPhoto("x", problem=PictureProblem.TOO_SMALL), (), "too-small", id="small"),
        pytest.param(IncomingPhoto("x", picture=FINE), (Label.AS_DOCUMENT,), "as-document", id="a file"),
        pytest.param(IncomingPhoto("x", picture=FINE), (Label.FORWARDED,), "not-fresh", id="forwarded"),
    ],
)
def test_one_step_mends_a_photo(
    photo: IncomingPhoto | None, labels: tuple[Label, ...], trouble: str | None
) -> None:
    assert photo_trouble(photo, labels) == trouble


@pytest.mark.parametrize(
    ("accuracy", "word"), [(None, "untold"), (0.0, "untold"), (30, "good"), (31, "fair"), (100, "fair")]
)
def test_accuracy_is_a_word(accuracy: float | None, word: str) -> None:
    assert accuracy_word(point(accuracy)) == word


def test_all_here_leaves_what_was_said() -> None:
    drill = Drill().marked(2, Mark.ABSENT).everybody_here()

    assert (str(drill), drill.waiting, drill.on_card) == ("121", (), 1)


def test_a_list_is_read_from_its_button() -> None:
    drill = Drill().marked(3, Mark.PRESENT)

    assert Drill.read(str(drill)) == drill
    assert drill.waiting == (1, 2)
    assert drill.on_card == 3
    assert Drill.read("222") is not None


@pytest.mark.parametrize("text", ["", "00", "0000", "003", "abc", "00٢"])
def test_a_list_that_nobody_made_is_none(text: str) -> None:
    assert Drill.read(text) is None

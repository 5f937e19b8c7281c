"""A practice round: what a phone must show, the one step that mends what it does not, and the list of
invented people that a supervisor practises on. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import IntEnum, StrEnum

from bot.domain.messages import IncomingPhoto, Label, Point
from bot.domain.places import GOOD_ACCURACY, POOR_ACCURACY, Circle, judge

LASTS = timedelta(hours=1)
"""A practice that is left alone ends after this time."""
PRACTICE, PIN = "practice", "pin"
"""The topics of its questions: a client's, and where a supervisor stands."""
NEAR_M = 1_000
"""Up to so far from his site a client hears the distance; farther off it is nobody's business."""


class Stage(IntEnum):
    """What a client is asked for next."""

    PLACE = 1
    PHOTO = 2
    WORD = 3
    """Who only reports sends words, and tries just that."""


class PlaceTrouble(StrEnum):
    """Why a location would help nobody; each has one step that mends it."""

    NOT_LIVE = "not-live"
    """Picked from a list, forwarded, scheduled: not where the phone is now."""
    NO_FIX = "no-fix"
    VAGUE = "vague"


def place_trouble(point: Point | None, labels: Collection[Label]) -> PlaceTrouble | None:
    """What to mend about a location, or None for one that is fit."""
    if labels:
        return PlaceTrouble.NOT_LIVE
    if point is None or judge(point, Circle(point.latitude, point.longitude)).distance_m is None:
        return PlaceTrouble.NO_FIX
    return PlaceTrouble.VAGUE if (point.accuracy or 0) > POOR_ACCURACY else None


def photo_trouble(photo: IncomingPhoto | None, labels: Collection[Label]) -> str | None:
    """What to mend about a photo, in a word, or None for one that is fit."""
    if photo is None or (photo.problem is None and photo.picture is None):
        return "not-fetched"
    if photo.problem is not None:
        return photo.problem.value.replace("_", "-")
    if Label.AS_DOCUMENT in labels:
        return "as-document"
    return "not-fresh" if labels else None


def accuracy_word(point: Point | None) -> str:
    """How exact a phone's position is, in words; a messenger may leave it untold."""
    if point is None or not point.accuracy:
        return "untold"
    return "good" if point.accuracy <= GOOD_ACCURACY else "fair"


class Mark(StrEnum):
    """What a supervisor has said of one of the invented people."""

    WAITING = "0"
    PRESENT = "1"
    ABSENT = "2"


@dataclass(frozen=True, slots=True)
class Drill:
    """The practice list; it lies in its own buttons, nowhere else."""

    marks: tuple[Mark, ...] = (Mark.WAITING,) * 3

    @classmethod
    def read(cls, text: str) -> Drill | None:
        """The list that a button names, or None for one that nobody made."""
        fits = len(text) == len(cls().marks) and all(letter in tuple(Mark) for letter in text)
        return cls(tuple(Mark(letter) for letter in text)) if fits else None

    def __str__(self) -> str:
        return "".join(self.marks)

    def everybody_here(self) -> Drill:
        """*Hadir semua*: all of whom nothing was said yet."""
        return replace(self, marks=tuple(max(one, Mark.PRESENT) for one in self.marks))

    def marked(self, number: int, mark: Mark) -> Drill:
        """With a word about the person of this number, counted from 1."""
        changed = [mark if place == number else one for place, one in enumerate(self.marks, 1)]
        return replace(self, marks=tuple(changed))

    @property
    def waiting(self) -> tuple[int, ...]:
        """The numbers of those of whom nothing was said yet."""
        return tuple(place for place, one in enumerate(self.marks, 1) if one is Mark.WAITING)

    @property
    def on_card(self) -> int:
        """Whose card is shown at the end: the first who came, else the first."""
        return next((place for place, one in enumerate(self.marks, 1) if one is Mark.PRESENT), 1)

"""When a photo has been sent before: which likeness is worth a question, and which is only a repetition."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from bot.domain.checkins import PHOTO_BEFORE, Moment
from bot.domain.messages import Label

ALIKE: Final = 31
"""Bits of 256 by which two hashes may differ and still be of one photo: none of 6,441 pairs of different
photos came as near."""
LOOKS_LIKE: Final = 48
"""Bits by which they may differ and be worth laying upon each other: a part of a photo, one on a screen."""
REUSED: Final = frozenset({Label.PHOTO_SEEN, Label.PHOTO_ALIKE, Label.PHOTO_SHARED, Label.PHOTO_SIMILAR})


@dataclass(frozen=True, slots=True)
class Use:
    """A photo as somebody's evidence."""

    photo_id: int
    client_id: int
    attendance_id: int | None
    moment: Moment | None
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Reuse:
    """A question about a photo: what it has in common with another one. `distance` 0: the same file, or
    not a bit of difference."""

    label: Label
    other_id: int
    distance: int


@dataclass(frozen=True, slots=True)
class Likenesses:
    """How other photos are like one: `same` have the very same bytes; `alike` and `similar` say by how many
    bits of 256 they differ. Similar is what shows a part of it or has it within, and what has a hash as like
    but did not prove to be the same picture."""

    same: Collection[int] = ()
    alike: Mapping[int, int] = field(default_factory=dict)
    similar: Mapping[int, int] = field(default_factory=dict)

    @property
    def photos(self) -> set[int]:
        return {*self.same, *self.alike, *self.similar}


def reuses(use: Use, others: Iterable[Use], like: Likenesses) -> list[Reuse]:
    """At most one question of each kind: about the likest, of equals the latest. What is only similar is
    asked about where there is nothing stronger to ask."""
    found: dict[Label, tuple[int, datetime, Reuse]] = {}
    for other in others:
        if (label := _label(use, other, like)) is None:
            continue
        distance = _distance(other.photo_id, like)
        rank = (-distance, other.sent_at, Reuse(label, other.photo_id, distance))
        if label not in found or rank[:2] > found[label][:2]:
            found[label] = rank
    if Label.PHOTO_SEEN in found:
        found.pop(Label.PHOTO_ALIKE, None)
    if len(found) > 1:
        found.pop(Label.PHOTO_SIMILAR, None)
    return [found[label][2] for label in sorted(found)]


def _label(use: Use, other: Use, like: Likenesses) -> Label | None:
    own, same = use.client_id == other.client_id, other.photo_id in like.same
    if own and _repeated(use, other):
        return None
    if not same and other.photo_id not in like.alike:
        return Label.PHOTO_SIMILAR
    if not own:
        return Label.PHOTO_SHARED
    return Label.PHOTO_SEEN if same else Label.PHOTO_ALIKE


def _distance(photo_id: int, like: Likenesses) -> int:
    if photo_id in like.same:
        return 0
    return like.alike[photo_id] if photo_id in like.alike else like.similar[photo_id]


def _repeated(use: Use, other: Use) -> bool:
    """Whether a photo was only sent again for what it had been sent for, as people do when nobody answers."""
    if use.attendance_id is None or other.attendance_id is None:
        return abs(use.sent_at - other.sent_at) <= PHOTO_BEFORE
    if use.attendance_id != other.attendance_id:
        return False
    return {use.moment, other.moment} != {Moment.START, Moment.FINISH}

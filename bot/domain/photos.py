"""When a photo has been sent before: which likeness is worth a question, and which is only a repetition."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.checkins import PHOTO_BEFORE, Moment
from bot.domain.messages import Label

ALIKE: Final = 31
"""Bits of 256 by which two hashes may differ and still be of one photo: none of 6,441 pairs of different
photos came as near."""
REUSED: Final = frozenset({Label.PHOTO_SEEN, Label.PHOTO_ALIKE, Label.PHOTO_SHARED})


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


def reuses(use: Use, others: Iterable[Use], distances: dict[int, int], same: set[int]) -> list[Reuse]:
    """At most one question of each kind: about the likest, of equals the latest. `distances` are those of
    photos that look alike, `same` the photos with the very same bytes."""
    found: dict[Label, tuple[int, datetime, Reuse]] = {}
    for other in others:
        if (label := _label(use, other, same=other.photo_id in same)) is None:
            continue
        distance = 0 if other.photo_id in same else distances[other.photo_id]
        rank = (-distance, other.sent_at, Reuse(label, other.photo_id, distance))
        if label not in found or rank[:2] > found[label][:2]:
            found[label] = rank
    if Label.PHOTO_SEEN in found:
        found.pop(Label.PHOTO_ALIKE, None)
    return [found[label][2] for label in sorted(found)]


def _label(use: Use, other: Use, *, same: bool) -> Label | None:
    if use.client_id != other.client_id:
        return Label.PHOTO_SHARED
    if _repeated(use, other):
        return None
    return Label.PHOTO_SEEN if same else Label.PHOTO_ALIKE


def _repeated(use: Use, other: Use) -> bool:
    """Whether a photo was only sent again for what it had been sent for, as people do when nobody answers."""
    if use.attendance_id is None or other.attendance_id is None:
        return abs(use.sent_at - other.sent_at) <= PHOTO_BEFORE
    if use.attendance_id != other.attendance_id:
        return False
    return {use.moment, other.moment} != {Moment.START, Moment.FINISH}

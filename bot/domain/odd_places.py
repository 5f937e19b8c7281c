"""What is odd about a location beside others: worth a look by a person, and never more than that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from geopy.distance import geodesic

from bot.domain.messages import Point

DECIMALS: Final = 6
"""Of a degree: a tenth of a metre, as messengers send it. A phone's own position trembles by metres."""
ANOTHER_OCCASION: Final = timedelta(minutes=30)
"""Within this time the same position may simply have been sent twice."""
STILL_FOR: Final = 40
"""So many live positions in a row without the least movement: ten minutes and more."""
LATE: Final = timedelta(minutes=15)
"""How much later than the messenger Hadir may hear of something before it is said."""


def same_point(a: Point, b: Point) -> bool:
    """Whether two locations are one to the last decimal that messengers send."""
    return _rounded(a) == _rounded(b)


def stands_still(positions: Sequence[Point]) -> bool:
    """Whether the last `STILL_FOR` live positions, oldest first, are all the same."""
    last = positions[-STILL_FOR:]
    return len(last) == STILL_FOR and len({_rounded(one) for one in last}) == 1


def journey(a: Point, b: Point, elapsed: timedelta) -> dict[str, int]:
    """The figures of a journey: kilometres and whole minutes."""
    metres = geodesic((a.latitude, a.longitude), (b.latitude, b.longitude)).meters
    return {"km": round(metres / 1000), "minutes": round(abs(elapsed) / timedelta(minutes=1))}


def _rounded(point: Point) -> tuple[float, float]:
    return round(point.latitude, DECIMALS), round(point.longitude, DECIMALS)

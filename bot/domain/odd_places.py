"""What is odd about a location beside others: worth a look by a person, and never more than that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from geopy.distance import geodesic

from bot.domain.messages import Point

DECIMALS: Final = 6
"""Of a degree: a tenth of a metre, as messengers send it. A phone's own position trembles by metres."""
ANOTHER_OCCASION: Final = timedelta(minutes=30)
"""Within this time the same position may simply have been sent twice."""
STILL_FOR: Final = 40
"""So many live positions in a row without the least movement: ten minutes and more."""
SHARED_WITHIN: Final = timedelta(days=7)
"""How far back another client's position is compared. Phones at one site scatter by some 10 m: two positions
are the same by chance once in 100,000 (a cell of 0.11 m over 4π · 10 m²), one of a week of 20 people once in
500, and one of a year every tenth time."""
STALE_WITHIN: Final = timedelta(days=30)
"""How far back a client's own position is compared: there are far fewer of those."""
LATE: Final = timedelta(minutes=15)
"""How much later than the messenger Hadir may hear of something before it is said."""
HALF: Final = 0.5e-6
"""Of the last decimal: what lies nearer than this is rounded to the same."""


def same_point(a: Point, b: Point) -> bool:
    """Whether two locations are one to the last decimal that messengers send."""
    return _rounded(a) == _rounded(b)


def stands_still(positions: Sequence[Point]) -> bool:
    """Whether the newest position, which comes first, makes it `STILL_FOR` in a row that are the same. The
    one after that says nothing new: it is asked about once."""
    newest, before = positions[:STILL_FOR], positions[STILL_FOR : STILL_FOR + 1]
    if len(newest) < STILL_FOR or len({_rounded(one) for one in newest}) > 1:
        return False
    return not before or not same_point(newest[0], before[0])


def arrived_late(sent_at: datetime, received_at: datetime) -> bool:
    """Whether what counts (when it was sent) is far from when somebody could have seen it."""
    return received_at - sent_at >= LATE


def journey(a: Point, b: Point, elapsed: timedelta) -> dict[str, int]:
    """The figures of a journey: kilometres and whole minutes."""
    metres = geodesic((a.latitude, a.longitude), (b.latitude, b.longitude)).meters
    return {"km": round(metres / 1000), "minutes": round(abs(elapsed) / timedelta(minutes=1))}


def _rounded(point: Point) -> tuple[float, float]:
    return round(point.latitude, DECIMALS), round(point.longitude, DECIMALS)

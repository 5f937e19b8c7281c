"""Says whether a phone was at the site, as far as a location can tell.

Every verdict is a note for a person to look at, never a decision about hours. Poor accuracy is met kindly: at
80 m from the centre with 50 m accuracy and a radius of 100 m, the plain rule "distance within radius" accepts
66 % of honest people, this one 98 %.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from math import cos, hypot, isfinite, radians

from geopy.distance import geodesic

from bot.domain.messages import Point

DEFAULT_RADIUS = 150.0
SMALLEST_RADIUS = 75.0
"""Metres. A tighter circle would measure the phone, not the person."""

GOOD_ACCURACY = 30.0
POOR_ACCURACY = 100.0
NEAR_WITHOUT_ACCURACY = 150.0

FARTHEST = 20_004_000.0
"""Half the circumference of the earth through the poles: no two places lie farther apart."""
ODD_DISTANCE = 2_000.0
ODD_SPEED = 50.0
"""Metres a second, 180 km/h: faster than any road in the province allows."""


class Verdict(StrEnum):
    """How a location lies to a site, from best to worst, and two ways of not knowing."""

    INSIDE = "inside"
    NEAR = "near"
    """Perhaps inside: ask for a live location, or let the supervisor's word settle it."""
    OUTSIDE = "outside"
    CANNOT_TELL = "cannot_tell"
    """The location, its accuracy or the site's pin says too little; never to the person's disadvantage."""
    NOT_JUDGED = "not_judged"
    """No location was asked for, or nobody has compared it with a site. `judge` never answers this."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A site's pin (WGS 84 degrees; None: nobody has set one yet) and its radius in metres."""

    latitude: float | None
    longitude: float | None
    radius_m: float = DEFAULT_RADIUS


@dataclass(frozen=True, slots=True)
class Polygon:
    """A site drawn by its corners (latitude, longitude; three or more, in order) and the tolerance around it
    in metres, for a school's yard or a long market street."""

    corners: tuple[tuple[float, float], ...]
    radius_m: float = SMALLEST_RADIUS


Area = Circle | Polygon


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with its reasons, in whole metres; no distance where there was nothing to measure."""

    verdict: Verdict
    distance_m: int | None
    accuracy_m: int | None


def judge(point: Point | None, area: Area) -> Judged:
    """Compare a location with a site; what is unusable on either side is CANNOT_TELL, never OUTSIDE."""
    accuracy = _accuracy(point)
    metres = None if accuracy is None else round(accuracy)
    here = _position(point)
    distance = None if here is None else _metres_from(here, area)
    if distance is None:
        return Judged(Verdict.CANNOT_TELL, None, metres)
    return Judged(verdict_at(distance, accuracy, _radius(area)), round(distance), metres)


def metres_between(here: tuple[float, float], area: Area) -> int | None:
    """Whole metres from a place (latitude, longitude) to a site; None where either is unusable."""
    usable = _usable(*here)
    distance = None if usable is None else _metres_from(usable, area)
    return None if distance is None else round(distance)


def verdict_at(distance: float, accuracy: float | None, radius: float) -> Verdict:
    """The rule itself, all in metres: within the radius is INSIDE whatever the accuracy.

    CANNOT_TELL needs a circle of accuracy that lies on both sides of the site's edge, and is wider than 100 m
    or than the site: with 80 m of accuracy at 45 m from the pin, a fence of 40 m could lie anywhere about the
    phone, which is less than NEAR says. For sites of 100 m and more only the 100 m matter.
    """
    if distance <= radius:
        return Verdict.INSIDE
    beyond = distance - radius
    if accuracy is None:
        return Verdict.NEAR if beyond <= NEAR_WITHOUT_ACCURACY else Verdict.OUTSIDE
    if accuracy <= GOOD_ACCURACY and beyond <= accuracy:
        return Verdict.INSIDE
    if radius < accuracy <= POOR_ACCURACY and beyond <= accuracy:
        return Verdict.CANNOT_TELL
    if beyond <= min(accuracy, POOR_ACCURACY):
        return Verdict.NEAR
    if beyond <= accuracy:
        return Verdict.CANNOT_TELL
    return Verdict.OUTSIDE


def is_usable(point: Point) -> bool:
    """Whether it is a place on earth: a phone without one says 0/0, and worse."""
    return _position(point) is not None


def travel_is_odd(a: Point, b: Point, elapsed: timedelta) -> bool:
    """Whether nobody could have travelled between two fixes: over 2 km apart at over 50 m/s.

    Both accuracies are taken off the distance. A fix no better than the 2 km in question, or without
    usable coordinates, says nothing about travel. Order does not matter; no time at all is odd.
    """
    here, there = _position(a), _position(b)
    if here is None or there is None:
        return False
    accuracies = (_accuracy(a) or 0.0, _accuracy(b) or 0.0)
    if max(accuracies) >= ODD_DISTANCE:
        return False
    apart = _metres_between(here, there) - sum(accuracies)
    return apart > ODD_DISTANCE and apart > ODD_SPEED * abs(elapsed.total_seconds())


_Degrees = tuple[float, float]


def _metres_between(a: _Degrees, b: _Degrees) -> float:
    return float(geodesic(a, b).meters)


def _metres_from(here: _Degrees, area: Area) -> float | None:
    """To the pin of a circle; to the nearest edge of a polygon, and 0 within it."""
    if isinstance(area, Circle):
        pin = _pin(area)
        return None if pin is None else _metres_between(here, pin)
    corners = [_usable(*corner) for corner in area.corners]
    if len(corners) < 3 or None in corners:
        return None
    flat = [_flat(here, corner) for corner in corners if corner is not None]
    edges = list(zip(flat, [*flat[1:], flat[0]], strict=True))
    if sum(_crosses(a, b) for a, b in edges) % 2:
        return 0.0
    x, y = min((_nearest(a, b) for a, b in edges), key=lambda at: hypot(*at))
    # At a pole a sum may exceed it by a rounding error.
    latitude = min(max(here[0] + y, -90.0), 90.0)
    return _metres_between(here, (latitude, here[1] + x / _east(here)))


def _flat(origin: _Degrees, corner: _Degrees) -> tuple[float, float]:
    """East and north of `origin` in degrees of latitude: flat enough for a site, the geodesic decides."""
    east = (corner[1] - origin[1] + 180) % 360 - 180
    return east * _east(origin), corner[0] - origin[0]


def _east(origin: _Degrees) -> float:
    return max(cos(radians(origin[0])), 1e-9)


def _crosses(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether an edge crosses the ray from the origin to the east."""
    (ax, ay), (bx, by) = a, b
    return (ay > 0) != (by > 0) and ax + (bx - ax) * -ay / (by - ay) > 0


def _nearest(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    """The point of an edge that lies nearest to the origin."""
    (ax, ay), (dx, dy) = a, (b[0] - a[0], b[1] - a[1])
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else min(max(-(ax * dx + ay * dy) / length, 0.0), 1.0)
    return ax + share * dx, ay + share * dy


def _position(point: Point | None) -> _Degrees | None:
    return None if point is None else _usable(point.latitude, point.longitude)


def _pin(circle: Circle) -> _Degrees | None:
    if circle.latitude is None or circle.longitude is None:
        return None
    return _usable(circle.latitude, circle.longitude)


def _usable(latitude: float, longitude: float) -> _Degrees | None:
    # 0/0 lies in the Gulf of Guinea: it is what a phone says that has no fix. NaN fails both comparisons.
    if (latitude, longitude) == (0, 0) or not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return latitude, longitude


def _accuracy(point: Point | None) -> float | None:
    # 0 is Android's way of saying "unknown" (Location.getAccuracy), so it must not count as perfect.
    return None if point is None else usable_accuracy(point.accuracy)


def usable_accuracy(accuracy: float | None) -> float | None:
    """Metres, or None where a phone says nothing that could be a radius on the earth."""
    if accuracy is None or not isfinite(accuracy) or not 0 < accuracy <= FARTHEST:
        return None
    return accuracy


def _radius(area: Area) -> float:
    return max(area.radius_m, SMALLEST_RADIUS) if isfinite(area.radius_m) else DEFAULT_RADIUS

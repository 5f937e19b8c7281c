"""Where a phone was, as a table of cases (the numbers are those of the evidence rules)."""

from __future__ import annotations

from datetime import timedelta
from math import inf, nan

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.messages import Point
from bot.domain.places import Area, Circle, Judged, Polygon, Verdict, judge, travel_is_odd, verdict_at

TAKALAR = (-5.4167, 119.4419)
SITE = Circle(*TAKALAR)

INSIDE, NEAR, OUTSIDE, CANNOT_TELL = Verdict.INSIDE, Verdict.NEAR, Verdict.OUTSIDE, Verdict.CANNOT_TELL


def metres_away(distance: float, *, accuracy: float | None = None, bearing: float = 40) -> Point:
    there = geodesic(meters=distance).destination(TAKALAR, bearing)
    return Point(there.latitude, there.longitude, accuracy)


RULES = [
    # radius, accuracy, distance
    pytest.param(150, None, 0, INSIDE, id="on the pin"),
    pytest.param(150, None, 40, INSIDE, id="40 m without accuracy counts"),
    pytest.param(150, 12, 40, INSIDE, id="40 m with 12 m accuracy counts"),
    pytest.param(150, None, 150, INSIDE, id="exactly on the edge"),
    pytest.param(150, None, 150.1, NEAR, id="just over the edge without accuracy"),
    pytest.param(150, None, 300, NEAR, id="150 m over the edge without accuracy"),
    pytest.param(150, None, 300.1, OUTSIDE, id="more than 150 m over the edge without accuracy"),
    pytest.param(150, 30, 180, INSIDE, id="good accuracy reaches the edge"),
    pytest.param(150, 30, 180.1, OUTSIDE, id="good accuracy does not reach the edge"),
    pytest.param(150, 30.1, 180, NEAR, id="fair accuracy reaches the edge"),
    pytest.param(150, 1, 200, OUTSIDE, id="50 m over the edge and sure of it"),
    pytest.param(150, 80, 180, NEAR, id="180 m with 80 m accuracy"),
    pytest.param(150, 80, 230.1, OUTSIDE, id="80 m accuracy does not reach the edge"),
    pytest.param(150, 100, 250, NEAR, id="100 m accuracy just reaches the edge"),
    pytest.param(150, 100, 250.1, OUTSIDE, id="100 m accuracy is still an answer"),
    pytest.param(150, 400, 250, NEAR, id="poor accuracy is worth 100 m of nearness"),
    pytest.param(150, 400, 250.1, CANNOT_TELL, id="poor accuracy, circle on both sides"),
    pytest.param(150, 400, 550, CANNOT_TELL, id="poor accuracy just touches"),
    pytest.param(150, 400, 550.1, OUTSIDE, id="even poor accuracy does not touch"),
    pytest.param(150, 1500, 20, INSIDE, id="within the radius whatever the accuracy"),
    pytest.param(150, 12, 6000, OUTSIDE, id="6 km away"),
    pytest.param(40, 10, 30, INSIDE, id="a fence of 40 m, within it"),
    pytest.param(40, 10, 70, OUTSIDE, id="a fence of 40 m, 30 m beyond it and sure of it"),
    pytest.param(40, 80, 45, CANNOT_TELL, id="a fence of 40 m, narrower than the accuracy"),
    pytest.param(40, 40, 45, NEAR, id="a fence of 40 m, as wide as the accuracy"),
    pytest.param(40, 80, 121, OUTSIDE, id="a fence of 40 m, out of reach of poor accuracy"),
    pytest.param(75, 90, 150, CANNOT_TELL, id="smallest radius, narrower than the accuracy"),
    pytest.param(100, 100, 180, NEAR, id="as wide as the accuracy"),
    pytest.param(75, 50, 80, NEAR, id="smallest radius, 50 m accuracy"),
    pytest.param(75, 80, 180, OUTSIDE, id="smallest radius, 180 m with 80 m accuracy"),
    pytest.param(75, None, 225, NEAR, id="smallest radius, 150 m over the edge"),
    pytest.param(75, 25, 100, INSIDE, id="smallest radius, good accuracy"),
]


@pytest.mark.parametrize(("radius", "accuracy", "distance", "verdict"), RULES)
def test_the_rule(radius: float, accuracy: float | None, distance: float, verdict: Verdict) -> None:
    assert verdict_at(distance, accuracy, radius) == verdict


JUDGED = [
    pytest.param(metres_away(40, accuracy=12), SITE, Judged(INSIDE, 40, 12), id="inside, accuracy 12 m"),
    pytest.param(metres_away(40), SITE, Judged(INSIDE, 40, None), id="inside, no accuracy"),
    pytest.param(metres_away(180, accuracy=80), SITE, Judged(NEAR, 180, 80), id="near"),
    pytest.param(metres_away(6000), SITE, Judged(OUTSIDE, 6000, None), id="6 km away"),
    pytest.param(metres_away(70), Circle(*TAKALAR, 40), Judged(INSIDE, 70, None), id="a 40 m fence is 75 m"),
    pytest.param(metres_away(80, accuracy=1), Circle(*TAKALAR, 40), Judged(OUTSIDE, 80, 1), id="and no more"),
    pytest.param(metres_away(70), Circle(*TAKALAR, -5), Judged(INSIDE, 70, None), id="a radius below zero"),
    pytest.param(metres_away(70), Circle(*TAKALAR, 0), Judged(INSIDE, 70, None), id="a radius of 0"),
    pytest.param(metres_away(140), Circle(*TAKALAR, nan), Judged(INSIDE, 140, None), id="a radius of NaN"),
    pytest.param(metres_away(490), Circle(*TAKALAR, 500), Judged(INSIDE, 490, None), id="a wide site"),
    pytest.param(metres_away(200, accuracy=0), SITE, Judged(NEAR, 200, None), id="accuracy 0 is none"),
    pytest.param(metres_away(200, accuracy=nan), SITE, Judged(NEAR, 200, None), id="accuracy NaN is none"),
    pytest.param(metres_away(200, accuracy=-4), SITE, Judged(NEAR, 200, None), id="accuracy below 0 is none"),
    pytest.param(
        metres_away(200, accuracy=inf), SITE, Judged(NEAR, 200, None), id="endless accuracy is none"
    ),
    pytest.param(None, SITE, Judged(CANNOT_TELL, None, None), id="no location"),
    pytest.param(Point(0, 0, 9), SITE, Judged(CANNOT_TELL, None, 9), id="0/0"),
    pytest.param(Point(95, 119), SITE, Judged(CANNOT_TELL, None, None), id="latitude 95"),
    pytest.param(Point(-5, 181), SITE, Judged(CANNOT_TELL, None, None), id="longitude 181"),
    pytest.param(Point(nan, 119), SITE, Judged(CANNOT_TELL, None, None), id="latitude NaN"),
    pytest.param(Point(-5, -180.1), SITE, Judged(CANNOT_TELL, None, None), id="longitude below -180"),
    pytest.param(Point(-5, 180), Circle(-5, -180), Judged(INSIDE, 0, None), id="longitude 180 is -180"),
    pytest.param(Point(-5, inf), SITE, Judged(CANNOT_TELL, None, None), id="longitude endless"),
    pytest.param(metres_away(6000), Circle(None, None), Judged(CANNOT_TELL, None, None), id="no pin"),
    pytest.param(metres_away(6000), Circle(-5.4, None), Judged(CANNOT_TELL, None, None), id="half a pin"),
    pytest.param(metres_away(6000), Circle(0, 0), Judged(CANNOT_TELL, None, None), id="a pin at 0/0"),
    pytest.param(metres_away(6000), Circle(nan, 9), Judged(CANNOT_TELL, None, None), id="a pin at NaN"),
]


@pytest.mark.parametrize(("point", "circle", "judged"), JUDGED)
def test_a_location_is_judged_with_its_reasons(point: Point | None, circle: Circle, judged: Judged) -> None:
    assert judge(point, circle) == judged


def test_the_default_radius_is_150_metres() -> None:
    assert Circle(*TAKALAR) == Circle(*TAKALAR, 150)


def test_the_date_line_is_no_distance() -> None:
    assert judge(Point(-5, 179.9999), Circle(-5, -179.9999)).verdict == INSIDE


def place(north: float, east: float, *, accuracy: float | None = None) -> Point:
    """So many metres north and east of the pin."""
    upwards = geodesic(meters=north).destination(TAKALAR, 0)
    there = geodesic(meters=east).destination((upwards.latitude, upwards.longitude), 90)
    return Point(there.latitude, there.longitude, accuracy)


def drawn(*corners: tuple[float, float], radius: float = 75) -> Polygon:
    """A site by its corners, metres north and east of the pin."""
    points = [place(*corner) for corner in corners]
    return Polygon(tuple((point.latitude, point.longitude) for point in points), radius)


YARD = drawn((0, 0), (400, 0), (400, 400), (0, 400))
HOOK = drawn((0, 0), (600, 0), (600, 600), (0, 600), (0, 500), (500, 500), (500, 100), (0, 100))
"""A market around a square of 400 m that is open to the south."""
BOW = drawn((0, 0), (400, 400), (400, 0), (0, 400))
STREET = drawn((0, 0), (0, 1000), (0, 500))

POLYGONS = [
    pytest.param(place(200, 200), YARD, Judged(INSIDE, 0, None), id="in the middle of a yard"),
    pytest.param(place(1, 1), YARD, Judged(INSIDE, 0, None), id="in its corner"),
    pytest.param(place(0, 0), YARD, Judged(INSIDE, 0, None), id="on its corner"),
    pytest.param(place(0, 200), YARD, Judged(INSIDE, 0, None), id="on its edge"),
    pytest.param(place(-70, 200), YARD, Judged(INSIDE, 70, None), id="within the tolerance"),
    pytest.param(place(-80, 200, accuracy=1), YARD, Judged(OUTSIDE, 80, 1), id="beyond the tolerance"),
    pytest.param(place(-80, 200), YARD, Judged(NEAR, 80, None), id="beyond it, without accuracy"),
    pytest.param(place(-60, -60), YARD, Judged(NEAR, 85, None), id="around a corner"),
    pytest.param(place(200, 1400), YARD, Judged(OUTSIDE, 1000, None), id="a kilometre to the east"),
    pytest.param(place(200, -1000), YARD, Judged(OUTSIDE, 1000, None), id="a kilometre to the west"),
    pytest.param(place(550, 300), HOOK, Judged(INSIDE, 0, None), id="in the back of a market"),
    pytest.param(place(250, 50), HOOK, Judged(INSIDE, 0, None), id="in its left wing"),
    pytest.param(place(250, 550), HOOK, Judged(INSIDE, 0, None), id="in its right wing"),
    pytest.param(place(250, 300), HOOK, Judged(NEAR, 200, None), id="on the square between: not inside"),
    pytest.param(place(250, 300, accuracy=9), HOOK, Judged(OUTSIDE, 200, 9), id="and sure of it"),
    pytest.param(place(440, 300), HOOK, Judged(INSIDE, 60, None), id="on the square, at the back"),
    pytest.param(place(200, 50), BOW, Judged(NEAR, 106, None), id="edges that cross: beside the knot"),
    pytest.param(place(100, 200), BOW, Judged(INSIDE, 0, None), id="edges that cross: in a wing"),
    pytest.param(place(50, 700), STREET, Judged(INSIDE, 50, None), id="corners on a line are a street"),
    pytest.param(place(-200, 500), drawn(*[(0, 500)] * 3), Judged(NEAR, 200, None), id="corners on a point"),
    pytest.param(
        place(-140, 200), Polygon(YARD.corners, 150), Judged(INSIDE, 140, None), id="a wide tolerance"
    ),
    pytest.param(
        place(-70, 200), Polygon(YARD.corners, -5), Judged(INSIDE, 70, None), id="a tolerance below zero"
    ),
    pytest.param(place(-140, 200), Polygon(YARD.corners, nan), Judged(INSIDE, 140, None), id="one of NaN"),
    pytest.param(None, YARD, Judged(CANNOT_TELL, None, None), id="no location in a yard"),
    pytest.param(place(9, 9), Polygon(()), Judged(CANNOT_TELL, None, None), id="no corners"),
    pytest.param(
        place(9, 9), Polygon(YARD.corners[:2]), Judged(CANNOT_TELL, None, None), id="two corners are no yard"
    ),
    pytest.param(
        place(9, 9),
        Polygon((*YARD.corners, (0.0, 0.0))),
        Judged(CANNOT_TELL, None, None),
        id="a corner at 0/0",
    ),
    pytest.param(
        place(9, 9), Polygon((*YARD.corners, (nan, 119.0))), Judged(CANNOT_TELL, None, None), id="one at NaN"
    ),
    pytest.param(
        place(9, 9),
        Polygon((*YARD.corners, (-95.0, 119.0))),
        Judged(CANNOT_TELL, None, None),
        id="off the earth",
    ),
]


@pytest.mark.parametrize(("point", "polygon", "judged"), POLYGONS)
def test_a_site_may_be_drawn(point: Point | None, polygon: Polygon, judged: Judged) -> None:
    assert judge(point, polygon) == judged


@pytest.mark.parametrize("polygon", [YARD, HOOK], ids=["yard", "market"])
@pytest.mark.parametrize("spot", [(1, 1), (250, 50), (250, 300), (-90, 40), (900, 900)], ids=str)
def test_it_does_not_matter_where_drawing_begins_or_which_way_round(
    polygon: Polygon, spot: tuple[float, float]
) -> None:
    corners, point = polygon.corners, place(*spot)
    turned = [Polygon((*corners[turn:], *corners[:turn])) for turn in range(len(corners))]
    turned += [Polygon(one.corners[::-1]) for one in turned]
    assert {judge(point, one) for one in turned} == {judge(point, polygon)}


def test_a_drawn_site_may_lie_across_the_date_line() -> None:
    across = Polygon(((-5.0, 179.99), (-5.0, -179.99), (-5.02, -179.99), (-5.02, 179.99)))
    assert [judge(Point(-5.01, at), across).distance_m for at in (180, -180, 179.995, -179.995)] == [0] * 4


def test_a_corner_at_a_pole_is_measured_like_any_other() -> None:
    pole = Polygon(((90.0, -119.5), (90.0, 180.0), (90.0, -119.5)))
    assert judge(Point(-89.9999999999, 0.3), pole).verdict == OUTSIDE


HOUR = timedelta(hours=1)
TRAVELS = [
    pytest.param(35_000, None, timedelta(minutes=10), True, id="35 km in 10 minutes"),
    pytest.param(35_000, 2000, timedelta(minutes=10), False, id="35 km in 10 minutes, accuracy 2 km"),
    pytest.param(35_000, 20, timedelta(minutes=10), True, id="35 km in 10 minutes, accuracy 20 m"),
    pytest.param(35_000, None, -timedelta(minutes=10), True, id="told in the other order"),
    pytest.param(35_000, None, HOUR, False, id="35 km in an hour"),
    pytest.param(170_000, None, HOUR, False, id="170 km/h"),
    pytest.param(190_000, None, HOUR, True, id="190 km/h"),
    pytest.param(1_900, None, timedelta(0), False, id="less than 2 km is never odd"),
    pytest.param(2_100, None, timedelta(0), True, id="two places at once"),
    pytest.param(2_100, 200, timedelta(0), False, id="two places at once, within the accuracy"),
]


@pytest.mark.parametrize(("distance", "accuracy", "elapsed", "odd"), TRAVELS)
def test_travel(distance: float, accuracy: float | None, elapsed: timedelta, odd: bool) -> None:
    assert travel_is_odd(Point(*TAKALAR), metres_away(distance, accuracy=accuracy), elapsed) is odd


def test_both_accuracies_are_taken_off_the_distance() -> None:
    there = metres_away(3_000, accuracy=600)
    assert travel_is_odd(Point(*TAKALAR, 300), there, timedelta(seconds=10))
    assert not travel_is_odd(Point(*TAKALAR, 600), there, timedelta(seconds=10))


@pytest.mark.parametrize(
    "nowhere", [Point(0, 0), Point(nan, 1), Point(91, 1)], ids=["0/0", "NaN", "91 north"]
)
def test_nobody_travels_from_nowhere(nowhere: Point) -> None:
    assert not travel_is_odd(nowhere, Point(*TAKALAR), timedelta(0))


ANY_FLOAT = st.floats() | st.sampled_from([0.0, 90.0, -90.0, 180.0, -180.0])
ANY_POINT = st.builds(Point, ANY_FLOAT, ANY_FLOAT, st.none() | ANY_FLOAT)
ANY_CIRCLE = st.builds(Circle, st.none() | ANY_FLOAT, st.none() | ANY_FLOAT, ANY_FLOAT)
ANY_POLYGON = st.builds(Polygon, st.lists(st.tuples(ANY_FLOAT, ANY_FLOAT), max_size=6).map(tuple), ANY_FLOAT)
REAL_POINT = st.builds(
    Point, st.floats(-90, 90), st.floats(-180, 180), st.none() | st.floats(0, 1e6, exclude_min=True)
)
METRES = st.floats(0, 1e7)
ACCURACY = st.none() | st.floats(0, 1e7, exclude_min=True)
RADIUS = st.floats(75, 5_000)


REAL_POLYGON = st.builds(
    Polygon, st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=3, max_size=6).map(tuple)
)


@given(st.none() | ANY_POINT, ANY_CIRCLE | ANY_POLYGON | REAL_POLYGON)
def test_judging_never_fails_and_measures_only_what_it_can(point: Point | None, area: Area) -> None:
    judged = judge(point, area)
    assert judged.verdict != Verdict.NOT_JUDGED
    assert judged.verdict == CANNOT_TELL or judged.distance_m is not None


@given(ANY_POINT, ANY_POINT, st.timedeltas())
def test_travel_never_fails_and_has_no_direction(a: Point, b: Point, elapsed: timedelta) -> None:
    assert travel_is_odd(a, b, elapsed) == travel_is_odd(b, a, -elapsed)


@given(REAL_POINT)
def test_a_point_lies_inside_a_site_pinned_on_it(point: Point) -> None:
    judged = judge(point, Circle(point.latitude, point.longitude))
    assert judged.verdict in (INSIDE, CANNOT_TELL)
    assert (judged.verdict == CANNOT_TELL) == ((point.latitude, point.longitude) == (0, 0))


@given(st.floats(0.5, 399.5), st.floats(0.5, 399.5))
def test_within_a_yard_nobody_is_away_from_it(north: float, east: float) -> None:
    assert judge(place(north, east), YARD) == Judged(INSIDE, 0, None)


@given(METRES, ACCURACY, RADIUS)
def test_within_the_radius_is_always_inside(distance: float, accuracy: float | None, radius: float) -> None:
    assert verdict_at(min(distance, radius), accuracy, radius) == INSIDE


@given(METRES, METRES, ACCURACY, RADIUS)
def test_farther_is_never_better(one: float, other: float, accuracy: float | None, radius: float) -> None:
    worse = [INSIDE, NEAR, CANNOT_TELL, OUTSIDE]
    near, far = sorted([one, other])
    assert worse.index(verdict_at(near, accuracy, radius)) <= worse.index(verdict_at(far, accuracy, radius))


@given(METRES, ACCURACY, RADIUS, st.floats(0, 5_000))
def test_a_wider_site_never_puts_anybody_out(
    distance: float, accuracy: float | None, radius: float, more: float
) -> None:
    if verdict_at(distance, accuracy, radius) == INSIDE:
        assert verdict_at(distance, accuracy, radius + more) == INSIDE

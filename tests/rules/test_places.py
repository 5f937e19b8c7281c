"""Where a phone was, as a table of cases (the numbers are those of the evidence rules)."""

from __future__ import annotations

from datetime import timedelta
from math import inf, nan

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.messages import Point
from bot.domain.places import Circle, Judged, Verdict, judge, travel_is_odd, verdict_at

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
REAL_POINT = st.builds(
    Point, st.floats(-90, 90), st.floats(-180, 180), st.none() | st.floats(0, 1e6, exclude_min=True)
)
METRES = st.floats(0, 1e7)
ACCURACY = st.none() | st.floats(0, 1e7, exclude_min=True)
RADIUS = st.floats(75, 5_000)


@given(st.none() | ANY_POINT, ANY_CIRCLE)
def test_judging_never_fails_and_measures_only_what_it_can(point: Point | None, circle: Circle) -> None:
    judged = judge(point, circle)
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

"""When people's locations say that a site's pin is wrong, and which pin they propose."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from math import nan

import pytest
from PIL import Image

from bot.domain.messages import Label
from bot.domain.pins import (
    Seen,
    asks_again,
    bar,
    flat,
    meeting,
    metres,
    middle,
    trusted,
    usable,
)
from bot.domain.places import Area, Circle, Polygon
from bot.reports.site_maps import Legend, SiteMap, site_map

HERE = (-5.42, 119.44)
NOW = datetime(2026, 4, 23, 1, tzinfo=UTC)


def seen(who: str, north: float, east: float = 0.0, origin: tuple[float, float] = HERE) -> Seen:
    """So many metres from there."""
    longitude = origin[1] + east / 111_320
    return Seen(who, origin[0] + north / 110_574, (longitude + 180) % 360 - 180)


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        pytest.param([], "", id="nobody"),
        pytest.param([seen("a", 0), seen("b", 10)], "", id="two"),
        pytest.param([seen("a", 0), seen("b", 10), seen("a", 20)], "", id="one of them twice"),
        pytest.param([seen("a", 0), seen("b", 10), seen("c", 20)], "abc", id="three"),
        pytest.param([seen("a", 0), seen("b", 49), seen("c", 99)], "abc", id="just within 100 m"),
        pytest.param([seen("a", 0), seen("b", 50), seen("c", 101)], "", id="a chain is no group"),
        pytest.param([seen("a", 0), seen("b", 50), seen("c", 101), seen("d", 60)], "abd", id="some of four"),
        pytest.param([seen(one, number) for number, one in enumerate("abcde")], "abcde", id="all of five"),
        pytest.param(
            [seen("a", 0), seen("b", -20), seen("c", 90), seen("d", 95, 10)], "acd", id="the nearest misleads"
        ),
        pytest.param([seen("a", 0), seen("b", 0), seen("c", 0)], "", id="the very same point"),
        pytest.param([seen("a", 0), seen("b", 0), seen("c", 5), seen("d", 9)], "acd", id="two the very same"),
        pytest.param(
            [Seen("a", 0, 0), Seen("b", nan, 119.4), Seen("c", 95, 0), Seen("d", 1, nan)], "", id="unusable"
        ),
        pytest.param(
            [seen(one, 5 * number, 20 * number - 20, (0.5, 180.0)) for number, one in enumerate("abc")],
            "abc",
            id="across the 180th meridian",
        ),
    ],
)
def test_three_different_people_within_100_metres(group: list[Seen], expected: str) -> None:
    assert "".join(str(one.who) for one in meeting(group)) == expected


def test_only_the_newest_of_very_many_are_compared() -> None:
    crowd = [seen(f"p{number}", 1_000 * number) for number in range(500)]

    assert meeting([seen("a", 0), seen("b", 1), seen("c", 2), *crowd]) == ()


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        pytest.param([seen("a", 0), seen("b", 20), seen("c", 90)], seen("", 20).place, id="a stray phone"),
        pytest.param([seen("a", 0), seen("b", 20)], seen("", 10).place, id="between two"),
        pytest.param(
            [Seen("a", 0.5, 179.9999), Seen("b", 0.5, -179.9998), Seen("c", 0.5, 179.9998)],
            (0.5, 179.9999),
            id="across the 180th meridian",
        ),
    ],
)
def test_the_median_is_proposed(group: list[Seen], expected: tuple[float, float]) -> None:
    assert middle(group) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize(
    ("accuracy", "labels", "expected"),
    [
        (None, [], True),
        (100.0, [], True),
        (101.0, [], False),
        (nan, [], True),
        (5.0, [Label.FORWARDED], False),
        (5.0, [Label.PICKED_PLACE], False),
        (5.0, [Label.PHOTO_SEEN], True),
    ],
)
def test_what_says_something_about_a_pin(accuracy: float | None, labels: list[Label], expected: bool) -> None:
    assert trusted(accuracy, labels) is expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((0.0, 0.0), False),
        ((nan, 119.0), False),
        ((-5.0, nan), False),
        ((90.1, 0.0), False),
        ((5.0, -180.0), True),
        ((5.0, 180.0), True),
        ((5.0, 180.1), False),
        ((0.0, 119.0), True),
    ],
)
def test_where_a_pin_can_be(place: tuple[float, float], expected: bool) -> None:
    assert usable(*place) is expected


@pytest.mark.parametrize(
    ("off", "later", "expected"),
    [
        pytest.param(0, timedelta(hours=1), False, id="the same place on the same day"),
        pytest.param(99, timedelta(days=13), False, id="within 100 m, within two weeks"),
        pytest.param(0, timedelta(days=14), True, id="after two weeks"),
        pytest.param(150, timedelta(0), True, id="elsewhere at once"),
    ],
)
def test_a_kept_pin_is_left_in_peace(off: float, later: timedelta, expected: bool) -> None:
    assert asks_again(seen("", off).place, HERE, NOW, NOW + later) is expected


@pytest.mark.parametrize(("span", "expected"), [(3, 1), (150, 50), (200, 50), (620, 200), (9_000, 2_000)])
def test_a_scale_bar_is_a_round_number(span: float, expected: int) -> None:
    assert bar(span) == expected


def test_the_plane_is_close_to_the_ellipsoid() -> None:
    for north, east in ((0, 300), (400, 0), (-250, 250)):
        place = seen("", north, east).place
        drawn = flat(place, HERE)
        assert (drawn.east**2 + drawn.north**2) ** 0.5 == pytest.approx(metres(place, HERE), rel=0.01)
    across = flat((0.5, -179.999), (0.5, 179.999))
    assert across.east == pytest.approx(222.6, abs=0.5)
    assert across.north == 0


@pytest.mark.parametrize(
    "area",
    [
        pytest.param(Circle(-5.424, 119.44, 150), id="a circle"),
        pytest.param(Circle(None, None, 150), id="no pin"),
        pytest.param(Circle(0.0, 0.0, 150), id="zero zero"),
        pytest.param(Circle(60.0, -170.0, 150), id="the other side of the earth"),
        pytest.param(Polygon(((-5.42, 119.44), (-5.421, 119.44), (-5.421, 119.441)), 20), id="corners"),
    ],
)
def test_a_map_is_drawn_of_whatever_there_is(area: Area) -> None:
    content = site_map(SiteMap(area, Circle(*HERE, 150), [HERE]), Legend("a", "b", "c", "N"))

    with Image.open(io.BytesIO(content)) as picture:
        assert (picture.format, picture.size) == ("PNG", (900, 1050))

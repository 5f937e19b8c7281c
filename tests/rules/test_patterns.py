"""What is asked about a month, and what is not: tables of honest and odd days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Calendar, DayKind, Holiday
from bot.domain.messages import Label, Refused
from bot.domain.months import asked_month, first_working_day, month_days
from bot.domain.patterns import (
    QUICK_FROM,
    Answer,
    Confirmation,
    Day,
    Pattern,
    PatternKind,
    Place,
    PlacedWord,
    SharedScene,
    far_words,
    labelled,
    of_days,
    quick_words,
    rank,
    same_scenes,
)
from bot.domain.proofs import Proof, proof_of_labels, proof_of_patterns

CLIENT, SUPERVISOR, OTHER = 7, 3, 8
ZONE = "Asia/Makassar"
NINE = datetime(2026, 4, 1, 1, tzinfo=UTC)


def day(number: int, starts: int, minutes: int, **more: object) -> Day:
    """A stay on the so-maniest day from so many minutes after midnight by the clock of the site."""
    began = datetime(2026, 3, 31, 16, tzinfo=UTC) + timedelta(days=number, minutes=starts)
    stay = Day(CLIENT, began, began + timedelta(minutes=minutes), ZONE)
    return replace(stay, **more)  # type: ignore[arg-type]


def days(
    count: int, starts: Callable[[int], int], minutes: Callable[[int], int], **more: object
) -> list[Day]:
    return [day(number, starts(number), minutes(number), **more) for number in range(count)]


def differing(number: int) -> int:
    """Minutes that no two neighbouring days share."""
    return 11 * number % 17


EIGHT = 8 * 60
TABLE = [
    pytest.param(
        days(15, lambda n: EIGHT if n else 500, lambda n: 170 + differing(n)),
        [(PatternKind.START_MINUTE, CLIENT, {"minute": EIGHT, "count": 14, "of": 15})],
        id="starts at 08.00 sharp on 14 of 15 days",
    ),
    pytest.param(
        days(15, lambda n: EIGHT, lambda n: 180, own_start=False, own_finish=False),
        [],
        id="a clerk starts and ends everybody by roll call",
    ),
    pytest.param(
        days(15, lambda n: EIGHT, lambda n: 170 + differing(n), own_start=False),
        [],
        id="roll call at the start, his own finish",
    ),
    pytest.param(
        days(10, lambda n: 478, lambda n: 170 + differing(n)),
        [(PatternKind.START_MINUTE, CLIENT, {"minute": 478, "count": 10, "of": 10})],
        id="a bus that is on the minute is asked about, and explained once",
    ),
    pytest.param(
        days(20, lambda n: 478 + differing(n) % 4, lambda n: 170 + differing(n)), [], id="a bus as buses are"
    ),
    pytest.param(
        days(7, lambda n: EIGHT, lambda n: 170 + differing(n)), [], id="seven days are too few to say always"
    ),
    pytest.param(
        days(12, lambda n: EIGHT if n < 9 else 500 + n, lambda n: 170 + differing(n)),
        [],
        id="nine of twelve are fewer than four in five",
    ),
    pytest.param(
        days(8, lambda n: 480 + differing(n), lambda n: EIGHT - (n % 2)),
        [(PatternKind.WHOLE_HOURS, CLIENT, {"hours": 8, "count": 8})],
        id="eight hours to the minute on all of eight days",
    ),
    pytest.param(
        days(8, lambda n: 480 + differing(n), lambda n: EIGHT + 60, pause=timedelta(hours=1)),
        [(PatternKind.WHOLE_HOURS, CLIENT, {"hours": 8, "count": 8})],
        id="eight hours that count, the break aside",
    ),
    pytest.param(
        days(8, lambda n: EIGHT, lambda n: EIGHT),
        [
            (PatternKind.START_MINUTE, CLIENT, {"minute": EIGHT, "count": 8, "of": 8}),
            (PatternKind.FINISH_MINUTE, CLIENT, {"minute": 2 * EIGHT, "count": 8, "of": 8}),
        ],
        id="from 08.00 to 16.00 sharp is one habit, whose whole hours follow",
    ),
    pytest.param(
        days(8, lambda n: 480 + differing(n), lambda n: EIGHT, own_finish=False), [], id="closed as planned"
    ),
    pytest.param(
        days(8, lambda n: 480 + differing(n), lambda n: EIGHT + (4 if n == 3 else 0)),
        [],
        id="one day of four minutes more",
    ),
    pytest.param(
        days(9, lambda n: 480 + differing(n), lambda n: 0, own_start=True),
        [],
        id="no length is no whole hour",
    ),
    pytest.param(
        days(
            10,
            lambda n: 480 + differing(n),
            lambda n: 171 + differing(3 * n),
            supervisor=SUPERVISOR,
            photo_asked=True,
        ),
        [(PatternKind.NO_PHOTOS, SUPERVISOR, {"count": 10, "of": 10})],
        id="confirmed without the photo that was asked for",
    ),
    pytest.param(
        days(10, lambda n: 480 + differing(n), lambda n: 171 + differing(3 * n), supervisor=SUPERVISOR),
        [],
        id="no photo was asked for",
    ),
]


def told(found: Iterable[Pattern]) -> list[tuple[PatternKind, int, dict[str, int]]]:
    return [(one.kind, one.subject, dict(one.figures)) for one in found]


@pytest.mark.parametrize(("stays", "expected"), TABLE)
def test_what_is_asked_about_days(
    stays: Sequence[Day], expected: list[tuple[PatternKind, int, dict[str, int]]]
) -> None:
    assert told(of_days(stays)) == expected


@pytest.mark.parametrize(
    ("offsets", "expected"),
    [
        pytest.param([n * 0.25 for n in range(12)], (12, 1), id="twelve in three seconds"),
        pytest.param([n * 0.25 for n in range(11)], None, id="eleven"),
        pytest.param([n * 1.0 for n in range(30)], None, id="one a second, as fast as one can tap"),
        pytest.param([n % 12 * 0.2 + n // 12 * 60 for n in range(25)], (12, 2), id="twice, and one more"),
        pytest.param([], None, id="no word at all"),
    ],
)
def test_words_within_seconds(offsets: list[float], expected: tuple[int, int] | None) -> None:
    found = list(quick_words(Confirmation(SUPERVISOR, NINE + timedelta(seconds=at)) for at in offsets))
    assert [(one.figures["people"], one.figures["times"]) for one in found] == (
        [expected] if expected else []
    )


def test_two_supervisors_are_not_added_up() -> None:
    words = [Confirmation(number % 2, NINE) for number in range(2 * QUICK_FROM - 2)]
    assert list(quick_words(words)) == []


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        pytest.param([(0, 2, 6_000), (1, -3, 4_000)], (2, 2, 6), id="far on two days"),
        pytest.param([(0, 2, 6_000)], None, id="one day is an errand"),
        pytest.param([(0, 2, 900), (1, 0, 900)], None, id="around the corner"),
        pytest.param([(0, 11, 6_000), (1, -11, 6_000)], None, id="another time"),
        pytest.param([(0, 2, 6_000), (0, 3, 50), (1, 0, 6_000)], None, id="he was there too"),
        pytest.param([], None, id="who sends nothing is not asked about"),
    ],
)
def test_words_from_far_away(
    places: list[tuple[int, int, int]], expected: tuple[int, int, int] | None
) -> None:
    words = [PlacedWord(SUPERVISOR, 1, NINE + timedelta(days=day)) for day in (0, 1)]
    known = [
        Place(SUPERVISOR, 1, metres, NINE + timedelta(days=day, minutes=minutes))
        for day, minutes, metres in places
    ]
    elsewhere = [Place(SUPERVISOR, 2, 9_000, NINE), Place(SUPERVISOR, 2, 9_000, NINE + timedelta(days=1))]
    found = list(far_words(words, [*known, *elsewhere], "Asia/Makassar"))
    assert [tuple(one.figures.values()) for one in found] == ([expected] if expected else [])


def test_a_pair_is_one_question_whoever_came_first() -> None:
    scenes = [
        SharedScene(CLIENT, OTHER, NINE, NINE + timedelta(seconds=60)),
        SharedScene(OTHER, CLIENT, NINE + timedelta(days=1), NINE),
    ]
    (one,) = same_scenes(scenes)
    assert (one.subject, one.detail, one.figures) == (CLIENT, str(OTHER), {"count": 2, "together": 1})


def test_the_same_label_three_times() -> None:
    rows = [(CLIENT, ["forwarded", "photo_missing", "photo_shared", "unheard_of"])] * 3
    rows += [(CLIENT, ["edited"])] * 2 + [(OTHER, ["forwarded"])] * 2
    assert [(one.subject, one.detail, one.figures) for one in labelled(rows)] == [
        (CLIENT, "forwarded", {"count": 3})
    ]


def test_the_strongest_come_first_and_of_equals_what_concerns_two() -> None:
    weak, strong = (PatternKind.START_MINUTE, 100), (PatternKind.NO_PHOTOS, 250)
    pair = (PatternKind.SAME_SCENE, 100)
    assert sorted([weak, pair, strong], key=lambda one: rank(*one)) == [strong, pair, weak]


def test_how_often_a_question_proved_true() -> None:
    rows = [
        (PatternKind.NO_PHOTOS, Answer.ACTION, 2),
        (PatternKind.NO_PHOTOS, Answer.EXPLAINED, 9),
        (PatternKind.NO_PHOTOS, None, 1),
    ]
    assert proof_of_patterns(rows) == {PatternKind.NO_PHOTOS: Proof(12, 2, 9)}


def test_what_became_of_the_work_proves_a_label() -> None:
    rows: list[tuple[list[str], bool, bool, int]] = [
        (["photo_alike"], True, False, 2),
        (["forwarded", "photo_alike"], False, True, 9),
        (["photo_alike", "of_a_later_release"], False, False, 1),
    ]
    assert proof_of_labels(rows) == {
        Label.FORWARDED: Proof(9, 0, 9),
        Label.PHOTO_ALIKE: Proof(12, 2, 9),
    }


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 1439), st.integers(0, 900))))
def test_no_days_are_too_strange(raw: list[tuple[int, int, int]]) -> None:
    for one in of_days([day(*row) for row in raw]):
        assert one.figures["count"] >= 8


@pytest.mark.parametrize(("text", "month"), [("", "2026-04"), ("2026-05", "2026-05"), ("2025-05", "2025-05")])
def test_the_month_of_a_list(text: str, month: str) -> None:
    assert asked_month(text, date(2026, 5, 31)) == month


@pytest.mark.parametrize("text", ["2026-06", "2025-04", "2026-00", "0000-01", "mei"])
def test_a_month_without_a_list(text: str) -> None:
    with pytest.raises(Refused):
        asked_month(text, date(2026, 5, 31))


def test_a_month_has_all_its_days() -> None:
    assert month_days("2028-02").last == date(2028, 2, 29)


def test_the_first_working_day_is_no_holiday() -> None:
    friday = date(2026, 5, 1)
    labour_day = Calendar({friday: Holiday(frozenset({DayKind.NATIONAL}))})
    assert first_working_day(friday, labour_day) == date(2026, 5, 4)
    assert first_working_day(friday, Calendar()) == friday

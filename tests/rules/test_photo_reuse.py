"""Which earlier photo is worth a question."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.checkins import Moment
from bot.domain.messages import Label
from bot.domain.photos import Likenesses, Reuse, Use, reuses

NOW = datetime(2026, 4, 23, tzinfo=UTC)
NEW = Use(photo_id=9, client_id=1, attendance_id=4, moment=Moment.FINISH, sent_at=NOW)
START = replace(NEW, photo_id=5, moment=Moment.START, sent_at=NOW - timedelta(hours=3))
WEEK_AGO = replace(START, photo_id=2, attendance_id=3, sent_at=NOW - timedelta(days=7))
OTHERS = replace(WEEK_AGO, photo_id=3, client_id=2)
KEPT_ASIDE = replace(NEW, photo_id=6, attendance_id=None, moment=None)


CASES = [
    pytest.param(WEEK_AGO, Label.PHOTO_SEEN, Label.PHOTO_ALIKE, id="last week's"),
    pytest.param(START, Label.PHOTO_SEEN, Label.PHOTO_ALIKE, id="the start's for the finish"),
    pytest.param(replace(START, moment=Moment.FINISH), None, None, id="sent again for the same"),
    pytest.param(replace(START, moment=None), None, None, id="sent again beside it"),
    pytest.param(replace(KEPT_ASIDE, sent_at=NOW - timedelta(minutes=30)), None, None, id="before its time"),
    pytest.param(
        replace(KEPT_ASIDE, sent_at=NOW - timedelta(minutes=31)),
        Label.PHOTO_SEEN,
        Label.PHOTO_ALIKE,
        id="for nothing, and long before",
    ),
    pytest.param(
        replace(START, attendance_id=3, sent_at=NOW - timedelta(minutes=5)),
        Label.PHOTO_SEEN,
        Label.PHOTO_ALIKE,
        id="the other session's, just now",
    ),
    pytest.param(OTHERS, Label.PHOTO_SHARED, Label.PHOTO_SHARED, id="another client's"),
    pytest.param(
        replace(OTHERS, attendance_id=None, sent_at=NOW),
        Label.PHOTO_SHARED,
        Label.PHOTO_SHARED,
        id="another client's, just now",
    ),
]


@pytest.mark.parametrize(("earlier", "same", "alike"), CASES)
def test_what_is_asked_about_an_earlier_photo(earlier: Use, same: Label | None, alike: Label | None) -> None:
    about = earlier.photo_id
    similar = Label.PHOTO_SIMILAR if same else None
    for label, bits, like in (
        (same, 0, Likenesses({about})),
        (alike, 12, Likenesses(alike={about: 12})),
        (similar, 25, Likenesses(similar={about: 25})),
    ):
        assert reuses(NEW, [earlier], like) == ([Reuse(label, about, bits)] if label else [])


def test_one_question_of_a_kind_about_the_likest_and_then_the_latest() -> None:
    older = replace(WEEK_AGO, photo_id=1, sent_at=NOW - timedelta(days=14))
    assert reuses(NEW, [older, WEEK_AGO], Likenesses(alike={1: 4, 2: 9})) == [Reuse(Label.PHOTO_ALIKE, 1, 4)]
    assert reuses(NEW, [older, WEEK_AGO], Likenesses(alike={1: 4, 2: 4})) == [Reuse(Label.PHOTO_ALIKE, 2, 4)]


def test_the_same_file_is_not_also_called_alike() -> None:
    found = reuses(NEW, [WEEK_AGO, START, OTHERS], Likenesses({2}, {2: 0, 3: 8, 5: 3}))
    assert found == [Reuse(Label.PHOTO_SEEN, 2, 0), Reuse(Label.PHOTO_SHARED, 3, 8)]


def test_what_is_similar_is_asked_about_where_there_is_nothing_stronger() -> None:
    both = Likenesses(alike={2: 9}, similar={3: 20, 5: 4})
    assert reuses(NEW, [WEEK_AGO, START, OTHERS], both) == [Reuse(Label.PHOTO_ALIKE, 2, 9)]
    assert reuses(NEW, [START, OTHERS], both) == [Reuse(Label.PHOTO_SIMILAR, 5, 4)]

"""When a report from a site leaves by itself, and who hears of it and sees its photos."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.incidents import (
    IncidentKind,
    head_hears_at_once,
    head_told_at,
    may_see_photos,
    sent_by_itself,
)

NIGHT = datetime(2026, 4, 20, 23, 50, tzinfo=UTC)


def test_a_report_without_words_leaves_after_five_minutes_and_the_head_hears_after_thirty() -> None:
    assert sent_by_itself(NIGHT) == NIGHT + timedelta(minutes=5)
    assert head_told_at(NIGHT) == NIGHT + timedelta(minutes=30)


@pytest.mark.parametrize(
    ("kind", "officers", "expected"),
    [
        (IncidentKind.ACCIDENT, {1}, True),
        (IncidentKind.UNREST, {1}, False),
        (IncidentKind.OTHER, {1}, False),
        (IncidentKind.OTHER, set(), True),
    ],
)
def test_the_head_hears_at_once_of_an_accident_or_where_nobody_guides(
    kind: IncidentKind, officers: set[int], expected: bool
) -> None:
    assert head_hears_at_once(kind, officers) is expected


@pytest.mark.parametrize(
    ("head", "children_of", "guided", "expected"),
    [
        (False, [], {1}, True),
        (True, [], set(), True),
        (False, [1], {1}, True),
        (False, [1, 2], {1}, False),
        (False, [1, 2], {1, 2}, True),
        (False, [None], {1}, False),
        (True, [1], {1}, False),
    ],
    ids=["adults", "head", "own child", "another's child", "stands in", "nobody's child", "head, a child"],
)
def test_where_a_child_is_concerned_only_its_officer_sees_photos(
    head: bool, children_of: list[int | None], guided: set[int], expected: bool
) -> None:
    assert may_see_photos(head=head, children_of=children_of, guided=guided) is expected

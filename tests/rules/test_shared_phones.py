"""Phones that several people use: who is listed, how long a turn and a regret last, codes as typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.hours import EventKind, Fact, fold
from bot.domain.phones import (
    LISTED,
    PhoneKind,
    codes_in,
    ends_at,
    label_of,
    may_answer,
    may_undo,
    plain_code,
    shows_names,
)

NOW = datetime(2026, 4, 23, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("kind", "people", "shown"),
    [
        pytest.param(PhoneKind.FAMILY, 3, True, id="a family reads its names"),
        pytest.param(PhoneKind.FAMILY, LISTED, True, id="as many as fit"),
        pytest.param(PhoneKind.FAMILY, LISTED + 1, False, id="too many to list"),
        pytest.param(PhoneKind.POST, 1, False, id="a post lists nobody"),
    ],
)
def test_names_are_shown_where_they_help_and_hurt_nobody(kind: PhoneKind, people: int, shown: bool) -> None:
    assert shows_names(kind, people) is shown


@pytest.mark.parametrize(
    ("text", "added", "taken"),
    [
        pytest.param("K-01; K-02", ["K-01", "K-02"], [], id="two"),
        pytest.param("K-01, k-02 ,", ["K-01", "k-02"], [], id="commas"),
        pytest.param("-K-03", [], ["K-03"], id="taken off"),
        pytest.param("K-01; - K-03; –K-04", ["K-01"], ["K-03", "K-04"], id="both, and a dash of a phone"),
        pytest.param(" ; -", [], [], id="nothing"),
    ],
)
def test_codes_are_read_as_people_type_them(text: str, added: Sequence[str], taken: Sequence[str]) -> None:
    assert codes_in(text) == (added, taken)


@pytest.mark.parametrize("text", ["K-02", "k02", "K 02 ", "k–02"])
def test_a_code_is_known_without_its_hyphen(text: str) -> None:
    assert plain_code(text) == "k02"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("Pos Bapas Barombong", "Pos Bapas Barombong", id="plain"),
        pytest.param("HP keluarga  Budi\n", "keluarga Budi", id="sentences say HP themselves"),
        pytest.param("HP", "HP", id="nothing else"),
    ],
)
def test_a_label_stands_on_one_line(text: str, label: str) -> None:
    assert label_of(text) == label


def test_ten_minutes_end_a_turn_a_regret_and_a_notice() -> None:
    ten = timedelta(minutes=10)
    assert ends_at(NOW) == NOW + ten
    assert may_undo(NOW, NOW + ten)
    assert not may_undo(NOW, NOW + ten + timedelta(seconds=1))
    assert may_answer(NOW, NOW)
    assert not may_answer(NOW, NOW + ten)
    assert not may_answer(NOW + ten, NOW)


def test_what_was_another_persons_counts_nothing() -> None:
    about = {"attendance": 1, "day": "2026-04-23", "start": "2026-04-23T00:00:00+00:00", "finish": None}
    finish = {"finish": "2026-04-23T03:00:00+00:00", "break_minutes": 0}
    facts = [
        Fact(EventKind.CASE_OPENED, {"total_minutes": 600, "daily_minutes": 480}),
        Fact(EventKind.CHECKED_IN, about | {"planned": True, "break_minutes": 0}),
        Fact(EventKind.CHECKED_OUT, about | finish),
    ]
    assert fold(facts).waiting == 180
    undone = fold([*facts, Fact(EventKind.CHECK_IN_UNDONE, about | finish)])
    assert (undone.waiting, undone.credited, undone.remaining) == (0, 0, 600)

"""Excuse requests: what is typed behind `/izin`, which days can be asked for, what counts as told before."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.domain.excuse_requests import (
    ExcuseReason,
    Told,
    Wish,
    check_days,
    check_proof_day,
    picked,
    proof_day,
    read_days,
    read_wish,
    runs,
    told,
)
from bot.domain.messages import Refused

TODAY = date(2026, 4, 20)
THURSDAY, FRIDAY = date(2026, 4, 23), date(2026, 4, 24)
APART = ((date(2026, 4, 30), date(2026, 4, 30)),)
EIGHT = datetime(2026, 4, 23, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("", Wish(None, None, "")),
        ("sakit", Wish(ExcuseReason.SICK, None, "")),
        ("Sakit, 23/04 24/04 demam", Wish(ExcuseReason.SICK, (THURSDAY, FRIDAY), "demam")),
        ("bekerja 23 April s/d 24 April", Wish(ExcuseReason.WORK, (THURSDAY, FRIDAY), "")),
        ("lusa", Wish(None, (date(2026, 4, 22), date(2026, 4, 22)), "")),
        ("kemarin sakit perut", Wish(ExcuseReason.SICK, (date(2026, 4, 19), date(2026, 4, 19)), "perut")),
        ("keluarga kamis hajatan", Wish(ExcuseReason.FAMILY, (THURSDAY,) * 2, "hajatan")),
        ("sakit minggu depan", Wish(ExcuseReason.SICK, None, "minggu depan")),
        ("jembatan putus", Wish(None, None, "jembatan putus")),
        ("sakit 23/4, 30/4 demam, 2 hari", Wish(ExcuseReason.SICK, (THURSDAY,) * 2, "demam, 2 hari", APART)),
        ("tanggal 23 dan 30 April keluarga", Wish(ExcuseReason.FAMILY, (THURSDAY,) * 2, "", APART)),
    ],
)
def test_as_much_is_read_as_was_typed(text: str, wish: Wish) -> None:
    assert read_wish(text, TODAY) == wish


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("23/04", [(THURSDAY, THURSDAY)]),
        ("23/04 - 24/04", [(THURSDAY, FRIDAY)]),
        ("23 April sampai 24 April", [(THURSDAY, FRIDAY)]),
        ("23/04 dan 30/04", [(THURSDAY, THURSDAY), *APART]),
        ("30/4, 23/4", [(THURSDAY, THURSDAY), *APART]),
        ("tanggal 23 dan 30 April", [(THURSDAY, THURSDAY), *APART]),
        ("23, 24 dan 30 April", [(THURSDAY, FRIDAY), *APART]),
        ("23 sampai 24 April", [(THURSDAY, FRIDAY)]),
        ("23 April, 2026", [(THURSDAY, THURSDAY)]),
        ("1/4, 3/4, 5/4, 7/4, 9/4, 11/4, 13/4, 15/4", None),
        ("Kamis", [(THURSDAY, THURSDAY)]),
        ("hari kamis, 30 April", list(APART)),
        ("kamis dan jumat", [(THURSDAY, FRIDAY)]),
        ("rabu, sabtu", [(date(2026, 4, 22),) * 2, (date(2026, 4, 25),) * 2]),
        ("kamis sampai jumat", [(THURSDAY, FRIDAY)]),
        ("23 dan 30", [(THURSDAY, THURSDAY), *APART]),
        ("tgl 30, 1", [(date(2026, 4, 30), date(2026, 5, 1))]),
        ("kamis depan", None),
        ("minggu depan", None),
        ("minggu ini", None),
        ("40 dan 41", None),
        ("23/04 24/04 30/04", None),
        ("31/02", None),
    ],
)
def test_days_are_read_or_asked_again(text: str, days: list[tuple[date, date]] | None) -> None:
    if days is None:
        with pytest.raises(Refused):
            read_days(text, TODAY)
    else:
        assert read_days(text, TODAY) == days


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        (THURSDAY, FRIDAY, ""),
        (date(2026, 3, 20), date(2026, 3, 20), ""),
        (date(2026, 3, 19), date(2026, 3, 19), "excuse-days-far"),
        (date(2026, 7, 22), date(2026, 7, 22), "excuse-days-far"),
        (FRIDAY, THURSDAY, "period-reversed"),
        (TODAY, date(2026, 7, 20), ""),
        (TODAY, date(2026, 7, 21), "excuse-too-long"),
    ],
)
def test_some_days_cannot_be_asked_for(first: date, last: date, why: str) -> None:
    said = ""
    try:
        check_days(first, last, TODAY)
    except Refused as no:
        said = no.key
    assert said == why


@pytest.mark.parametrize(
    ("start", "first", "now", "expected"),
    [
        pytest.param(EIGHT, THURSDAY, datetime(2026, 4, 22, 23, 59, tzinfo=UTC), Told.BEFORE, id="before"),
        pytest.param(EIGHT, THURSDAY, EIGHT, Told.AFTER, id="as it begins"),
        pytest.param(None, FRIDAY, EIGHT, Told.BEFORE, id="nothing planned, tomorrow"),
        pytest.param(None, THURSDAY, EIGHT, Told.AFTER, id="nothing planned, today"),
    ],
)
def test_told_before_the_first_session_begins(
    start: datetime | None, first: date, now: datetime, expected: Told
) -> None:
    assert told(start, first, now, THURSDAY) is expected


def test_a_proof_is_expected_in_three_days_and_within_a_month() -> None:
    assert proof_day(TODAY) == THURSDAY
    check_proof_day(date(2026, 5, 21), TODAY)
    for day in (date(2026, 4, 19), date(2026, 5, 22)):
        with pytest.raises(Refused):
            check_proof_day(day, TODAY)


MONDAY = date(2026, 4, 20)


@pytest.mark.parametrize(
    ("ticks", "spans"),
    [
        pytest.param(0, [], id="none"),
        pytest.param(0b1, [(20, 20)], id="the first"),
        pytest.param(0b1000, [(23, 23)], id="the last"),
        pytest.param(0b1011, [(20, 21), (23, 23)], id="with a gap"),
        pytest.param(0b11111111, [(20, 23)], id="more ticks than days"),
    ],
)
def test_ticked_days_are_spans_without_a_gap(ticks: int, spans: list[tuple[int, int]]) -> None:
    days = picked(MONDAY, MONDAY.replace(day=23), ticks)
    assert runs(days) == [(MONDAY.replace(day=one), MONDAY.replace(day=other)) for one, other in spans]

"""When a better location is asked for, and which one speaks."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.better_locations import Cause, answers, cause, speaks_better
from bot.domain.messages import Label
from bot.domain.places import Verdict
from tests.harness import sentences

ASKED = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("verdict", "metres", "labels", "expected"),
    [
        (Verdict.INSIDE, 40, [], None),
        (Verdict.INSIDE, 40, [Label.EDITED], None),
        (Verdict.INSIDE, 40, [Label.FORWARDED], Cause.NOT_FRESH),
        (Verdict.OUTSIDE, 6_000, [Label.PICKED_PLACE], Cause.NOT_FRESH),
        (Verdict.NEAR, 180, [], Cause.AWAY),
        (Verdict.OUTSIDE, 6_000, [], Cause.AWAY),
        (Verdict.CANNOT_TELL, 400, [], Cause.UNSURE),
        (Verdict.CANNOT_TELL, None, [], Cause.UNREAD),
        (Verdict.CANNOT_TELL, None, [Label.NO_LOCATION_PHONE], None),
        (Verdict.NOT_JUDGED, None, [], None),
        (None, None, [], None),
    ],
)
def test_what_is_asked_about(
    verdict: Verdict | None, metres: int | None, labels: list[Label], expected: Cause | None
) -> None:
    told = [one.value for one in labels]
    assert cause(verdict, metres, told, readable=metres is not None, pin_in_doubt=False) is expected
    assert cause(verdict, metres, told, readable=metres is not None, pin_in_doubt=True) is None


def test_a_site_without_a_pin_asks_nobody() -> None:
    assert cause(Verdict.CANNOT_TELL, None, [], readable=True, pin_in_doubt=False) is None


@pytest.mark.parametrize(("minutes", "in_time"), [(-1, True), (0, True), (15, True), (16, False)])
def test_an_answer_in_time(minutes: int, *, in_time: bool) -> None:
    assert answers(ASKED, ASKED + timedelta(minutes=minutes)) is in_time


@pytest.mark.parametrize(
    ("new", "old", "better"),
    [
        ((Verdict.INSIDE, []), (Verdict.NEAR, []), True),
        ((Verdict.CANNOT_TELL, []), (Verdict.OUTSIDE, []), True),
        ((Verdict.NEAR, []), (Verdict.NEAR, []), False),
        ((Verdict.OUTSIDE, []), (Verdict.NEAR, []), False),
        ((Verdict.NEAR, []), (Verdict.INSIDE, ["forwarded"]), True),
        ((Verdict.INSIDE, ["forwarded"]), (Verdict.OUTSIDE, []), False),
        ((Verdict.NOT_JUDGED, []), (Verdict.OUTSIDE, []), False),
    ],
)
def test_which_speaks(
    new: tuple[Verdict, list[str]], old: tuple[Verdict, list[str]], *, better: bool
) -> None:
    assert speaks_better(*new, *old) is better


@pytest.mark.parametrize("why", Cause)
def test_the_request_is_two_short_sentences(why: Cause) -> None:
    said = sentences().render(f"better-location-{why.value}", {"metres": 5872}, locale="id")
    assert len(said) <= 160
    assert len(re.findall(r"[.](?: |$)", said)) == 2
    assert "Anda" not in said

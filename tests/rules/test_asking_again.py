"""When a better location is asked for, and which one speaks."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.asking_again import answers_request, may_ask, speaks_better
from bot.domain.messages import Label
from bot.domain.places import Verdict

ASKED = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("verdict", "labels", "asks"),
    [
        (Verdict.INSIDE, [], False),
        (Verdict.NEAR, [], True),
        (Verdict.CANNOT_TELL, [], True),
        (Verdict.OUTSIDE, [], True),
        (Verdict.INSIDE, [Label.FORWARDED], True),
        (Verdict.INSIDE, [Label.PICKED_PLACE], True),
        (Verdict.INSIDE, [Label.EDITED], False),
    ],
)
def test_what_is_asked_about(verdict: Verdict, labels: list[Label], *, asks: bool) -> None:
    told = [one.value for one in labels]
    assert may_ask(verdict, told, has_pin=True, pin_in_doubt=False, asked_before=False) is asks
    assert not may_ask(verdict, told, has_pin=False, pin_in_doubt=False, asked_before=False)
    assert not may_ask(verdict, told, has_pin=True, pin_in_doubt=True, asked_before=False)
    assert not may_ask(verdict, told, has_pin=True, pin_in_doubt=False, asked_before=True)


@pytest.mark.parametrize(("minutes", "answers"), [(-1, False), (0, True), (15, True), (16, False)])
def test_an_answer_in_time(minutes: int, *, answers: bool) -> None:
    assert answers_request(ASKED, ASKED + timedelta(minutes=minutes)) is answers


@pytest.mark.parametrize(
    ("new", "old", "better"),
    [
        ((Verdict.INSIDE, []), (Verdict.NEAR, []), True),
        ((Verdict.CANNOT_TELL, []), (Verdict.OUTSIDE, []), True),
        ((Verdict.NEAR, []), (Verdict.NEAR, []), False),
        ((Verdict.OUTSIDE, []), (Verdict.NEAR, []), False),
        ((Verdict.NEAR, []), (Verdict.INSIDE, ["forwarded"]), True),
    ],
)
def test_which_speaks(
    new: tuple[Verdict, list[str]], old: tuple[Verdict, list[str]], *, better: bool
) -> None:
    assert speaks_better(*new, *old) is better

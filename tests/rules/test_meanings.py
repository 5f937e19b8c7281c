"""What a bare location means, by the state of the day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.checkins import Meaning, Slot, Today, meaning

HERE, THERE = 1, 2
NOON = datetime(2026, 4, 23, 5, tzinfo=UTC)


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def finished(ago: int, *, still_there: bool = False) -> Today:
    """Work at the first site that ended so many minutes ago, as planned."""
    end = NOON - minutes(ago)
    return Today(end - minutes(300), end, end, session=1, site=HERE, still_there=still_there)


def session(*, begins: int, site: int = THERE) -> Slot:
    start = NOON + minutes(begins)
    return Slot(2, start, start + minutes(240), site)


RUNNING = Today(NOON - minutes(180), None, NOON + minutes(60), session=1, site=HERE)
ENDING = Today(NOON - minutes(180), None, NOON + minutes(15), session=1, site=HERE)
FRESH = Today(NOON - minutes(10), None, NOON + minutes(60), session=1, site=HERE)
REJECTED = Today(NOON - minutes(180), None, NOON, session=1, rejected=True)
REPEAT, START, AGAIN = Meaning.REPEAT_FINISH, Meaning.START, Meaning.ASK_AGAIN
TABLE = [
    pytest.param(None, session(begins=0), START, id="nothing yet: a start"),
    pytest.param(FRESH, None, Meaning.REPEAT_START, id="ten minutes after the start: sent twice"),
    pytest.param(RUNNING, None, Meaning.ASK_FINISH, id="in the middle of work: a question"),
    pytest.param(ENDING, None, Meaning.FINISH, id="a quarter of an hour before the end: a finish"),
    pytest.param(REJECTED, session(begins=0), START, id="rejected, and another session begins"),
    pytest.param(finished(5), None, REPEAT, id="just finished: sent twice"),
    pytest.param(finished(10), None, REPEAT, id="ten minutes after the finish: still"),
    pytest.param(finished(11), None, AGAIN, id="later, with nothing planned: a question"),
    pytest.param(finished(11), session(begins=60), START, id="later, and a session to come: its start"),
    pytest.param(finished(0), session(begins=0), START, id="another site's session begins now: its start"),
    pytest.param(finished(5), session(begins=10), START, id="ten minutes before it begins: its start"),
    pytest.param(finished(5), session(begins=-10), START, id="ten minutes after it should have: its start"),
    pytest.param(finished(5), session(begins=11), REPEAT, id="it begins later: sent twice"),
    pytest.param(
        finished(5, still_there=True), session(begins=0), REPEAT, id="still where he worked: sent twice"
    ),
    pytest.param(finished(5), session(begins=0, site=HERE), REPEAT, id="at the same site: sent twice"),
]


@pytest.mark.parametrize(("today", "slot", "means"), TABLE)
def test_what_a_location_means(today: Today | None, slot: Slot | None, means: Meaning) -> None:
    assert meaning(today, slot, NOON) is means

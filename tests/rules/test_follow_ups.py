"""Follow-up: what closes a step, until when somebody is waited for, and what an officer reads of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.calendar import Calendar, DayKind, Holiday
from bot.domain.client_weeks import ClientWeek, Contact, Miss, Reported
from bot.domain.finding import Finding, Group
from bot.domain.findings import findings
from bot.domain.follow_ups import (
    OFFERED,
    FollowUpKind,
    FollowUpOutcome,
    Silence,
    Step,
    awaited,
    begins_with_a_call,
    check_reply_by,
    next_step,
    reply_by,
    standing,
    working_day,
)
from bot.domain.messages import Choice, Line, Refused
from bot.domain.outcomes import Outcome, needs_reason
from bot.domain.reports import ReportState
from bot.domain.work_list import Entry, entry_of, listed, shared_out
from tests.rules.test_digest import SILENT, client, day, said_about, week

TODAY = date(2026, 4, 20)
"""The Monday on which the week is read."""
CALL, VISIT = FollowUpKind.CALL, FollowUpKind.VISIT
NO_ANSWER, PROMISED, PLANNED = FollowUpOutcome.NO_ANSWER, FollowUpOutcome.PROMISED, FollowUpOutcome.PLANNED


def step(
    outcome: FollowUpOutcome = NO_ANSWER, *, kind: FollowUpKind = CALL, until: int | None = None, ago: int = 3
) -> Step:
    """A step so many days ago; `until`: days from today on."""
    done = TODAY - timedelta(days=ago)
    last = None if until is None else TODAY + timedelta(days=until)
    return Step(kind, outcome, done, last, datetime(done.year, done.month, done.day, 3, tzinfo=UTC))


def test_a_step_closes_when_the_client_comes() -> None:
    before, after = step(ago=5), step(ago=2)
    came = datetime(2026, 4, 16, tzinfo=UTC)

    assert standing([before, after], None) == (before, after)
    assert standing([before, after], came) == (after,)


@pytest.mark.parametrize(
    ("one", "waits"),
    [
        pytest.param(step(until=1), True, id="until tomorrow"),
        pytest.param(step(until=0), True, id="until today: all day"),
        pytest.param(step(until=-1), False, id="until yesterday"),
        pytest.param(step(), False, id="without a date"),
        pytest.param(step(PLANNED, kind=VISIT, until=1), True, id="a visit tomorrow"),
        pytest.param(step(PLANNED, kind=VISIT, until=0), False, id="a visit today: it is the officer's move"),
    ],
)
def test_a_date_holds_until_it_has_passed(one: Step, waits: bool) -> None:
    assert (awaited([one], TODAY) is one) is waits


FRIDAY_OFF = Calendar({date(2026, 4, 24): Holiday(frozenset({DayKind.NATIONAL}))})


@pytest.mark.parametrize(
    ("after", "calendar", "day"),
    [
        pytest.param(date(2026, 4, 20), Calendar(), date(2026, 4, 23), id="within a week"),
        pytest.param(date(2026, 4, 22), Calendar(), date(2026, 4, 27), id="over a weekend"),
        pytest.param(date(2026, 4, 22), FRIDAY_OFF, date(2026, 4, 28), id="over a holiday too"),
        pytest.param(date(2026, 4, 25), Calendar(), date(2026, 4, 29), id="from a Saturday on"),
    ],
)
def test_an_answer_is_awaited_three_working_days(after: date, calendar: Calendar, day: date) -> None:
    assert working_day(after, 3, calendar) == day
    assert reply_by(after, PROMISED, calendar) == day
    assert reply_by(after, FollowUpOutcome.MOVED, calendar) is None


@pytest.mark.parametrize("days", [-1, 61])
def test_a_date_that_is_no_wait_is_refused(days: int) -> None:
    with pytest.raises(Refused):
        check_reply_by(TODAY + timedelta(days=days), TODAY)
    assert check_reply_by(TODAY, TODAY) == TODAY


def test_no_step_is_followed_by_a_sanction() -> None:
    """Three buttons at most, and only what people do to reach somebody."""
    assert set(OFFERED) == set(FollowUpKind)
    assert all(len(offered) <= 3 and PLANNED not in offered for offered in OFFERED.values())


@pytest.mark.parametrize(
    ("last", "follow_up", "word"),
    [
        pytest.param(step(PROMISED), False, "call", id="promised, and did not come"),
        pytest.param(step(PROMISED), True, "visit", id="the same after three misses"),
        pytest.param(step(NO_ANSWER), False, "visit", id="nobody answers"),
        pytest.param(step(FollowUpOutcome.MOVED), True, "address", id="moved"),
        pytest.param(step(FollowUpOutcome.FOUND), True, "number", id="a new number"),
    ],
)
def test_the_next_step_follows_from_the_last(last: Step, follow_up: bool, word: str) -> None:
    assert next_step([step(), last], follow_up=follow_up) == word


AWAY = (Miss(day(3), unreached=True),)
LATE_REPORTS = tuple(Reported(day(2 - 7 * ago), ReportState.MISSED) for ago in range(2))


@pytest.mark.parametrize(
    ("one", "said"),
    [
        pytest.param(
            client(in_a_row=SILENT[:2], steps=(step(until=2),)),
            [(Group.WAITING, "digest-follow-up-waits")],
            id="called: he is waited for",
        ),
        pytest.param(
            client(in_a_row=SILENT[:2], steps=(step(until=-1),)),
            [(Group.ACT, "digest-follow-up-again")],
            id="called, and the date passed",
        ),
        pytest.param(
            client(in_a_row=SILENT, steps=(step(until=-1), step(PLANNED, kind=VISIT, until=1))),
            [(Group.WAITING, "digest-follow-up-planned")],
            id="a visit tomorrow",
        ),
        pytest.param(
            client(in_a_row=SILENT, steps=(step(PLANNED, kind=VISIT, until=0),)),
            [(Group.ACT, "digest-follow-up-due")],
            id="a visit today",
        ),
        pytest.param(
            client(in_a_row=SILENT[:1], steps=(step(until=2),)),
            [(Group.WAITING, "digest-follow-up-waits")],
            id="one miss, and a promise: the promise",
        ),
        pytest.param(
            client(in_a_row=SILENT[:1], steps=(step(until=-1),)),
            [(Group.WAITING, "digest-missed-reminder")],
            id="one miss, and the promise is over: the reminder as ever",
        ),
        pytest.param(
            client(in_a_row=(Miss(day(3), "reason-sick"),), steps=(step(until=2),)),
            [(Group.ACT, "digest-missed-claim")],
            id="a claim is decided, whatever was tried",
        ),
        pytest.param(
            client(contact=Contact.LOST, in_a_row=AWAY, steps=(step(until=2),)),
            [(Group.WAITING, "digest-follow-up-waits")],
            id="out of reach, and called",
        ),
        pytest.param(
            client(contact=Contact.LOST, steps=(step(until=2),)),
            [(Group.WAITING, "digest-follow-up-waits")],
            id="messages do not arrive, and called",
        ),
        pytest.param(
            client(reports=LATE_REPORTS, steps=(step(until=2),)),
            [(Group.WAITING, "digest-follow-up-waits")],
            id="no reports, and called",
        ),
        pytest.param(client(steps=(step(until=2),)), [], id="called about something else"),
    ],
)
def test_what_was_tried_says_whose_move_it_is(one: ClientWeek, said: list[tuple[Group, str]]) -> None:
    assert said_about(one) == said


def test_an_office_chooses_after_how_many_misses_somebody_calls() -> None:
    patient = replace(week(client(in_a_row=SILENT[:2])), call_after=3, follow_up_after=5)

    assert [one.line.key for one in findings(patient)] == ["digest-missed-reminder"]


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (6, 1), (7, 2), (75, 13), (250, 42)])
def test_every_sentence_stands_on_one_page(count: int, pages: int) -> None:
    found = [
        *(Finding(Group.ACT, (one,), Line("digest-draft", {"name": str(one)})) for one in range(count)),
        Finding(Group.FINE, (9999,), Line("digest-came-back", {})),
    ]
    walked = [listed(found, number) for number in range(1, pages + 1)]

    assert [one for page in walked for one in page.findings] == found[:count]
    assert {page.last for page in walked} == {pages}
    assert listed(found, pages + 5) == walked[-1]
    assert listed(found, 0) == walked[0]


def test_a_button_asks_about_a_call_where_one_is_the_next_step() -> None:
    one, other = client(in_a_row=SILENT[:2]), client(in_a_row=SILENT, steps=(step(until=2),))
    found = findings(week(one, other, client(remaining=None)))

    assert [entry_of(finding) for finding in found] == [Entry.CALL, Entry.FOLLOW_UP]


BROKEN, FOUND = step(PROMISED, until=-1), step(FollowUpOutcome.FOUND)


@pytest.mark.parametrize(
    ("misses", "steps", "entry"),
    [
        pytest.param(2, (), Entry.CALL, id="two misses"),
        pytest.param(3, (), Entry.FOLLOW_UP, id="three misses"),
        pytest.param(2, (BROKEN,), Entry.CALL, id="two misses and a broken promise"),
        pytest.param(3, (BROKEN,), Entry.FOLLOW_UP, id="three misses and a broken promise"),
        pytest.param(2, (step(until=-1),), Entry.FOLLOW_UP, id="nobody answers"),
        pytest.param(3, (FOUND,), Entry.CALL, id="a new number is there to call"),
    ],
)
def test_list_and_card_offer_the_same_next_step(misses: int, steps: tuple[Step, ...], entry: Entry) -> None:
    one = client(in_a_row=SILENT[:misses], steps=steps)
    assert [entry_of(finding) for finding in findings(week(one))] == [entry]
    assert begins_with_a_call(steps, Silence(misses), 3) is (entry is Entry.CALL)


def test_whom_messages_do_not_reach_is_called_first_and_then_looked_for() -> None:
    unreached = Silence(0, unreached=True)
    assert begins_with_a_call((), unreached, 3)
    assert not begins_with_a_call((BROKEN,), unreached, 3)


@pytest.mark.parametrize(
    ("outcome", "before", "answer", "needed"),
    [
        pytest.param(Outcome.SICK, Outcome.UNEXPLAINED, "reason-sick", False, id="what the client said"),
        pytest.param(Outcome.UNEXPLAINED, Outcome.UNEXPLAINED, "reason-sick", True, id="not accepted"),
        pytest.param(Outcome.SICK, Outcome.UNEXPLAINED, "", True, id="nothing was said"),
        pytest.param(Outcome.SICK, None, "", True, id="before the end"),
        pytest.param(Outcome.SICK, Outcome.SICK, "", False, id="the same once more"),
    ],
)
def test_a_review_of_a_miss_needs_a_reason(
    outcome: Outcome, before: Outcome | None, answer: str, needed: bool
) -> None:
    assert needs_reason(outcome, before, answer) is needed


def test_every_sentence_gets_a_button_before_one_gets_a_second() -> None:
    ways = [[Choice(one, "choice-name") for one in way] for way in ("abcdefg", "b", "hi", "", "j")]

    assert [one.id for one in shared_out(ways, 6)] == ["a", "b", "c", "d", "h", "j"]

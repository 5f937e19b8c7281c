"""The balance of a case: given these facts, so many minutes count, wait, are surplus and remain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.balance import Balance, Cap, Credit
from bot.domain.hours import BreakRule, EventKind, Fact, fold
from tests.rules.case_facts import (
    adjusted,
    came,
    carried,
    confirmed,
    fact,
    given_back,
    judged,
    left,
    opened,
    opening,
    rejected,
    taken_back,
    undone,
    worked,
)

DAY, ORDER = Cap.DAY, Cap.ORDER
TOTAL = 240 * 60
MORNING = ("09:00", "12:00")


def stands(
    credited: int = 0,
    *,
    of: int | None = TOTAL,
    waiting: int = 0,
    opening: int = 0,
    adjusted: int = 0,
    **attendances: Credit,
) -> Balance:
    """A balance; attendance 1 is `a1`. Surplus is the sum of theirs, and what does not count yet remains."""
    credits = {int(name[1:]): credit for name, credit in attendances.items()}
    surplus = sum(credit.surplus for credit in credits.values())
    remaining = None if of is None else of - credited
    return Balance(credited, waiting, surplus, remaining, opening, adjusted, credits)


SCENARIOS = [
    pytest.param([], stands(of=None), id="nothing happened"),
    pytest.param([opened()], stands(), id="a case of 240 hours"),
    pytest.param([opened(None)], stands(of=None), id="a case without hours"),
    pytest.param([opened(), came(1, 1, "09:00")], stands(), id="came, and is still at work"),
    pytest.param(
        [opened(), came(1, 1, "09:00"), left(1, 1, *MORNING)],
        stands(waiting=180),
        id="left: waits for a word",
    ),
    pytest.param(
        [opened(), came(1, 1, "09:00"), fact(EventKind.CLOSED_BY_RULE, 1, 1, *MORNING)],
        stands(waiting=180),
        id="closed by rule: waits all the same",
    ),
    pytest.param([opened(), *worked(1, 1, *MORNING)], stands(180, a1=Credit(180)), id="confirmed: counts"),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING, penalty=15)],
        stands(165, a1=Credit(165, not_counted=15)),
        id="09.00-12.00 with 15 minutes' penalty: 165",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING, attended=False)],
        stands(a1=Credit(not_counted=180)),
        id="not attended: none",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING, penalty=180)],
        stands(a1=Credit(not_counted=180)),
        id="a penalty as long as the work: none",
    ),
    pytest.param(
        [opened(), *worked(1, 1, "08:00", "13:00", pause=60)],
        stands(240, a1=Credit(240, not_counted=60)),
        id="the break is taken off",
    ),
    pytest.param(
        [opened(), *worked(1, 1, "08:00", "13:00", pause=60, penalty=30)],
        stands(210, a1=Credit(210, not_counted=90)),
        id="break and penalty",
    ),
    pytest.param(
        [opened(), came(1, 1, "08:00"), left(1, 1, "08:00", "13:00", pause=60)],
        stands(waiting=240),
        id="what waits has its break taken off",
    ),
    pytest.param(
        [opened(), *worked(1, 1, "09:00", "09:00")], stands(a1=Credit()), id="came and left in a minute"
    ),
    pytest.param(
        [opened(180), *worked(1, 1, *MORNING), *worked(2, 2, *MORNING)],
        stands(180, of=180, a1=Credit(180), a2=Credit(surplus=180, cap=ORDER)),
        id="nothing left: none, kept as surplus",
    ),
    pytest.param(
        [opened(480), opening(470), *worked(1, 1, *MORNING)],
        stands(480, of=480, opening=470, a1=Credit(10, 170, cap=ORDER)),
        id="10 minutes left and a 3-hour session: 10 and 170 surplus",
    ),
    pytest.param(
        [opened(), *worked(1, 1, "08:00", "13:00"), *worked(2, 1, "14:00", "18:00")],
        stands(480, a1=Credit(300), a2=Credit(180, 60, cap=DAY)),
        id="two sites on a day, 5 h + 4 h: 8 h",
    ),
    pytest.param(
        [opened(), *worked(1, 1, "08:00", "16:30")],
        stands(480, a1=Credit(480, 30, cap=DAY)),
        id="8 h 30 on a day: 8 h",
    ),
    pytest.param(
        [opened(500), opening(400), *worked(1, 1, "08:00", "18:00")],
        stands(500, of=500, opening=400, a1=Credit(100, 500, cap=Cap.BOTH)),
        id="the day, and of what it left the order",
    ),
    pytest.param(
        [opened(480), *worked(1, 1, "08:00", "18:00")],
        stands(480, of=480, a1=Credit(480, 120, cap=DAY)),
        id="the day, where the order had as much room",
    ),
    pytest.param(
        [opened(daily=240), *worked(1, 1, "08:00", "13:00")],
        stands(240, a1=Credit(240, 60, cap=DAY)),
        id="a ruling of 4 hours a day",
    ),
    pytest.param(
        [opened(daily=600), *worked(1, 1, "08:00", "18:00")],
        stands(600, a1=Credit(600)),
        id="a ruling of 10 hours a day where the law names no figure",
    ),
    pytest.param(
        [opened(), *worked(1, 1, "08:00", "16:00"), *worked(2, 2, "08:00", "16:00")],
        stands(960, a1=Credit(480), a2=Credit(480)),
        id="every day has its own cap",
    ),
    pytest.param(
        [opened(500), *worked(1, 1, "08:00", "18:00"), *worked(2, 2, *MORNING)],
        stands(500, of=500, a1=Credit(480, 120, cap=DAY), a2=Credit(20, 160, cap=ORDER)),
        id="surplus of a day counts for nothing later",
    ),
    pytest.param(
        [opened(None), *worked(1, 1, "08:00", "18:00")],
        stands(480, of=None, a1=Credit(480, 120, cap=DAY)),
        id="without hours to serve: a day all the same",
    ),
    pytest.param(
        [opened(TOTAL, 300), opened(60), *worked(1, 1, *MORNING)],
        stands(60, of=60, a1=Credit(60, 120, cap=ORDER)),
        id="the ruling was changed on appeal",
    ),
    pytest.param(
        [opened(), *worked(1, 1, "22:00", "02:00"), *worked(2, 2, "08:00", "16:00")],
        stands(720, a1=Credit(240), a2=Credit(480)),
        id="a night belongs to the day it began",
    ),
    pytest.param(
        [opened(), *worked(1, 1, "14:00", "19:00"), *worked(2, 1, "20:00", "01:00")],
        stands(480, a1=Credit(300), a2=Credit(180, 120, cap=DAY)),
        id="and takes room of that day alone",
    ),
    pytest.param(
        [opened(), came(1, 1, "09:00"), left(1, 1, *MORNING), rejected(1, 1, *MORNING)],
        stands(a1=Credit(not_counted=180)),
        id="rejected",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), rejected(1, 1, *MORNING)],
        stands(a1=Credit(not_counted=180)),
        id="rejected after it was confirmed",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), rejected(1, 1, *MORNING), confirmed(1, 1, *MORNING)],
        stands(180, a1=Credit(180)),
        id="and confirmed again",
    ),
    pytest.param(
        [
            opened(),
            came(1, 1, "09:00"),
            left(1, 1, *MORNING),
            rejected(1, 1, *MORNING),
            taken_back(1, 1, *MORNING),
        ],
        stands(waiting=180),
        id="a rejection that is taken back: waits for a word again",
    ),
    pytest.param(
        [
            opened(),
            *worked(1, 1, *MORNING, penalty=60, attended=False),
            rejected(1, 1, *MORNING),
            taken_back(1, 1, *MORNING),
        ],
        stands(waiting=180),
        id="without what was confirmed before it",
    ),
    pytest.param(
        [opened(480), *worked(1, 1, "08:00", "16:00"), confirmed(1, 1, "08:00", "16:00")],
        stands(480, of=480, a1=Credit(480)),
        id="an edit that changes nothing never meets its own credit",
    ),
    pytest.param(
        [opened(480), *worked(1, 1, *MORNING), *worked(2, 2, *MORNING), confirmed(1, 1, "09:00", "15:00")],
        stands(480, of=480, a1=Credit(360), a2=Credit(120, 60, cap=ORDER)),
        id="an edit of an earlier session takes from the later ones",
    ),
    pytest.param(
        [opened(300), *worked(1, 1, *MORNING), *worked(2, 2, *MORNING), confirmed(1, 1, "09:00", "10:00")],
        stands(240, of=300, a1=Credit(60), a2=Credit(180)),
        id="or gives back to them",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), left(1, 1, "09:00", "17:00")],
        stands(180, a1=Credit(180)),
        id="a check-out that arrives late does not move what a person confirmed",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), undone(1, 1, *MORNING)],
        stands(180, a1=Credit(180)),
        id="nor does one that is taken back late",
    ),
    pytest.param(
        [opened(), came(1, 1, "09:00"), left(1, 1, *MORNING), undone(1, 1, *MORNING)],
        stands(),
        id="taken back in time: still at work",
    ),
    pytest.param(
        [
            opened(),
            came(1, 1, "09:00"),
            left(1, 1, "09:00", "10:00"),
            undone(1, 1, "09:00", "10:00"),
            left(1, 1, *MORNING),
            confirmed(1, 1, *MORNING),
        ],
        stands(180, a1=Credit(180)),
        id="and finished later",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), came(1, 1, "09:00", pause=60)],
        stands(180, a1=Credit(180)),
        id="a start heard late does not put a break into what a person confirmed",
    ),
    pytest.param(
        [opened(), left(1, 1, *MORNING), came(1, 1, "09:00", pause=60)],
        stands(waiting=180),
        id="nor into what the finish said",
    ),
    pytest.param(
        [opened(), confirmed(1, 1, *MORNING)],
        stands(waiting=180),
        id="without its start nobody knows of a plan: waits",
    ),
    pytest.param(
        [opened(), confirmed(1, 1, *MORNING), came(1, 1, "09:00", planned=False)],
        stands(waiting=180),
        id="and goes on waiting when it was outside the plan",
    ),
    pytest.param(
        [opened(), came(1, 1, "09:00", planned=False), confirmed(1, 1, *MORNING)],
        stands(waiting=180),
        id="outside the plan: waits for the officer",
    ),
    pytest.param(
        [
            opened(),
            came(1, 1, "09:00", planned=False),
            confirmed(1, 1, *MORNING),
            judged(1, 1, *MORNING, accepted=True),
        ],
        stands(180, a1=Credit(180)),
        id="accepted: counts",
    ),
    pytest.param(
        [
            opened(),
            came(1, 1, "09:00", planned=False),
            left(1, 1, *MORNING),
            judged(1, 1, *MORNING, accepted=True),
        ],
        stands(waiting=180),
        id="accepted and not confirmed: waits for the supervisor",
    ),
    pytest.param(
        [
            opened(),
            came(1, 1, "09:00", planned=False),
            confirmed(1, 1, *MORNING),
            judged(1, 1, *MORNING, accepted=False),
        ],
        stands(a1=Credit(not_counted=180)),
        id="declined: none",
    ),
    pytest.param(
        [
            opened(),
            came(1, 1, "09:00", planned=False),
            confirmed(1, 1, *MORNING),
            judged(1, 1, *MORNING, accepted=False),
            judged(1, 1, *MORNING, accepted=True),
        ],
        stands(180, a1=Credit(180)),
        id="declined, then accepted",
    ),
    pytest.param(
        [opened(), opening(600), *worked(1, 1, *MORNING)],
        stands(780, opening=600, a1=Credit(180)),
        id="hours served before are credited and shown apart",
    ),
    pytest.param(
        [opened(), opening(600), carried(180), carried(-60)],
        stands(720, opening=720),
        id="what the former Bapas decides later counts beside them",
    ),
    pytest.param(
        [opened(), carried(180), opening(600)],
        stands(780, opening=780),
        id="and a corrected opening does not undo it",
    ),
    pytest.param(
        [opened(480), opening(470), carried(60)],
        stands(480, of=480, opening=480),
        id="nor goes above the order",
    ),
    pytest.param(
        [opened(480), opening(600)], stands(480, of=480, opening=480), id="and never above the order"
    ),
    pytest.param(
        [opened(), opening(600), opening(60)], stands(60, opening=60), id="a second one replaces it"
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), adjusted(60, day=1)],
        stands(240, adjusted=60, a1=Credit(180)),
        id="+60 minutes",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), adjusted(-30, day=1)],
        stands(150, adjusted=-30, a1=Credit(180)),
        id="-30 minutes",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), adjusted(60), adjusted(-30, number=2)],
        stands(210, adjusted=30, a1=Credit(180)),
        id="+60 and -30",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), adjusted(-30, day=2)],
        stands(180, a1=Credit(180)),
        id="a day on which nobody worked takes nothing from another",
    ),
    pytest.param(
        [opened(), opening(120), adjusted(-120), opening(0), *worked(1, 4, *MORNING)],
        stands(180, a1=Credit(180)),
        id="nothing is owed where hours served before are corrected",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), adjusted(-120), rejected(1, 1, *MORNING), adjusted(60, number=2)],
        stands(60, adjusted=60, a1=Credit(not_counted=180)),
        id="nor where the work that was corrected fell away",
    ),
    pytest.param(
        [opened(120), opening(60), adjusted(120)],
        stands(120, of=120, opening=60, adjusted=60),
        id="a correction adds no more than the order can hold",
    ),
    pytest.param(
        [opened(600), adjusted(240, day=2), adjusted(240, number=2, day=1), opened(300)],
        stands(300, of=300, adjusted=300),
        id="an earlier day before a later one",
    ),
    pytest.param(
        [opened(100), *worked(1, 1, "08:00", "13:00"), *worked(2, 2, *MORNING), adjusted(-180, day=2)],
        stands(100, of=100, adjusted=-180, a1=Credit(100, 200, cap=ORDER), a2=Credit(180)),
        id="room that a correction makes belongs to its day and later ones",
    ),
    pytest.param(
        [opened(), adjusted(60), adjusted(30, number=2), given_back(), given_back()],
        stands(30, adjusted=30),
        id="taken back",
    ),
    pytest.param(
        [opened(), adjusted(60), adjusted(60)], stands(60, adjusted=60), id="the same correction heard twice"
    ),
    pytest.param(
        [opened(180), *worked(1, 1, *MORNING), *worked(2, 2, *MORNING), adjusted(-30, day=1)],
        stands(180, of=180, adjusted=-30, a1=Credit(180), a2=Credit(30, 150, cap=ORDER)),
        id="what a correction takes off, surplus fills again",
    ),
    pytest.param(
        [opened(), *worked(1, 1, "08:00", "16:00"), adjusted(60, day=1)],
        stands(480, adjusted=60, a1=Credit(420, 60, cap=DAY)),
        id="a correction makes no day longer than the law",
    ),
    pytest.param(
        [opened(), adjusted(480), adjusted(240, number=2)],
        stands(480, adjusted=480),
        id="nor do two",
    ),
    pytest.param(
        [opened(), *worked(1, 1, "08:00", "16:00"), adjusted(480), adjusted(-480, number=2)],
        stands(480, adjusted=0, a1=Credit(480)),
        id="a correction that is taken back leaves no trace in the day",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), adjusted(-60), rejected(1, 1, *MORNING)],
        stands(a1=Credit(not_counted=180)),
        id="never less than nothing",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), fact(EventKind.OUTCOME_SET, 1, 1, *MORNING, outcome="terlambat")],
        stands(180, a1=Credit(180)),
        id="other facts move no minutes",
    ),
]


@pytest.mark.parametrize(("facts", "balance"), SCENARIOS)
def test_balance(facts: list[Fact], balance: Balance) -> None:
    assert replace(fold(facts), by_day={}) == balance


DAYS = [
    pytest.param([opened(), *worked(1, 1, *MORNING)], {1: 180}, id="work"),
    pytest.param(
        [opened(), *worked(1, 1, "08:00", "13:00"), *worked(2, 1, "14:00", "18:00")],
        {1: 480},
        id="two sites, and no more than a day",
    ),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), *worked(2, 2, *MORNING), adjusted(60), adjusted(-30, number=2)],
        {1: 210, 2: 180},
        id="its corrections",
    ),
    pytest.param([opened(), opening(600)], {}, id="hours served before belong to no day"),
    pytest.param(
        [opened(), *worked(1, 1, *MORNING), adjusted(-180)], {}, id="a day that was taken off holds nothing"
    ),
    pytest.param([opened(60), *worked(1, 1, *MORNING)], {1: 60}, id="surplus is not held"),
]


@pytest.mark.parametrize(("facts", "held"), DAYS)
def test_what_a_day_holds(facts: list[Fact], held: dict[int, int]) -> None:
    assert {day.day: minutes for day, minutes in fold(facts).by_day.items()} == held


def test_what_began_first_is_credited_first_whichever_site_tells_first() -> None:
    early, late = worked(2, 1, "08:00", "13:00"), worked(1, 1, "14:00", "18:00")
    balance = stands(480, a2=Credit(300), a1=Credit(180, 60, cap=DAY))
    first = fold([opened(), *early, *late])
    assert first == fold([opened(), *late, *early])
    assert replace(first, by_day={}) == balance


def test_stays_that_began_in_the_same_minute_are_taken_by_their_number() -> None:
    facts = [opened(180), *worked(2, 1, *MORNING), *worked(1, 1, *MORNING)]
    expected = stands(180, of=180, a1=Credit(180), a2=Credit(surplus=180, cap=ORDER))
    assert replace(fold(facts), by_day={}) == expected


def test_minutes_are_whole_and_a_zone_changes_none() -> None:
    jakarta = datetime(2026, 4, 1, 8, 0, 40, tzinfo=ZoneInfo("Asia/Jakarta"))
    makassar = datetime(2026, 4, 1, 12, 0, 20, tzinfo=ZoneInfo("Asia/Makassar"))
    payload = {
        "attendance": 1,
        "day": date(2026, 4, 1).isoformat(),
        "start": jakarta.isoformat(),
        "finish": makassar.isoformat(),
        "break_minutes": 0,
    }
    began = Fact(EventKind.CHECKED_IN, payload | {"planned": True})
    assert fold([opened(), began, Fact(EventKind.HOURS_CONFIRMED, payload)]).credited == 179


BREAKS = [
    # rule, minutes present, break taken
    pytest.param(BreakRule(), 480, 0, id="no break"),
    pytest.param(BreakRule(60), 480, 60, id="an hour"),
    pytest.param(BreakRule(60), 30, 30, id="a stay shorter than its break is all break"),
    pytest.param(BreakRule(60, after=240), 240, 0, id="four hours are without"),
    pytest.param(BreakRule(60, after=240), 241, 1, id="a minute more is break"),
    pytest.param(BreakRule(60, after=240), 300, 60, id="the fifth hour is the break"),
    pytest.param(BreakRule(60, after=240), 480, 60, id="and no more"),
    pytest.param(BreakRule(60, after=240, counted=True), 480, 0, id="a break that counts as work"),
    pytest.param(BreakRule(60), 0, 0, id="nobody was there"),
]


@pytest.mark.parametrize(("rule", "present", "taken"), BREAKS)
def test_break(rule: BreakRule, present: int, taken: int) -> None:
    assert rule.taken(present) == taken


@pytest.mark.parametrize("after", [0, 60, 240])
def test_who_stays_longer_never_has_less(after: int) -> None:
    rule = BreakRule(60, after=after)
    counted = [present - rule.taken(present) for present in range(600)]
    assert counted == sorted(counted)

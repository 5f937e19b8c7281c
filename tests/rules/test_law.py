"""What the law makes possible: bounds at their edges, dated rules, and what a case still lacks. Tables of
cases, no database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from enum import StrEnum
from typing import Any, cast

import pytest

from bot.domain.cases import Programme
from bot.domain.hours import BreakRule
from bot.domain.law import (
    HOUSE_DAY,
    Order,
    check_order,
    check_period,
    check_person,
    check_ruling_day,
    check_session,
    daily_cap,
    missing,
    rule_for,
    rule_of,
    session_cap,
)
from bot.domain.messages import Minutes, Refused, When
from bot.domain.plans import Slots, slot_minutes
from bot.domain.reports import midday
from bot.domain.rules import RULES, Need, Rule, Span

HOUR = 60
ADULT, CHILD, INTEGRATION = Programme.COMMUNITY_WORK, Programme.CHILD_SERVICE, Programme.INTEGRATION
RULED_ON = date(2026, 2, 26)

PAPER: dict[str, Any] = {
    "ruling_number": "1/Pid.B/2026/PN Mks",
    "ruling_on": RULED_ON,
    "court": "PN Makassar",
    "starts_on": date(2026, 3, 2),
    "ends_on": date(2026, 8, 30),
    "officer": True,
}
COMPLETE = {
    ADULT: Order(programme=ADULT, total_minutes=120 * HOUR, daily_minutes=4 * HOUR, prosecutor=True, **PAPER),
    CHILD: Order(
        programme=CHILD,
        total_minutes=60 * HOUR,
        session_minutes=5 * HOUR,
        weekdays="7",
        window=(time(8), time(12)),
        guardian=True,
        child=True,
        born_on=date(2010, 5, 1),
        **PAPER,
    ),
    INTEGRATION: Order(
        programme=INTEGRATION, reports=True, first_report_on=date(2026, 3, 31), born_on=None, **PAPER
    ),
}


def refusal(programme: Programme, changes: Mapping[str, Any], rules: Sequence[Rule] = RULES) -> object:
    """Why a complete case with these changes is refused; None: it is not."""
    try:
        check_order(replace(COMPLETE[programme], **changes), rules)
    except Refused as no:
        return {no.key: no.params}
    return None


def day_of(since: date) -> When:
    return When(midday(since, "Asia/Jakarta"), "Asia/Jakarta")


@pytest.mark.parametrize("programme", Programme)
def test_a_complete_case_is_lawful_and_lacks_nothing(programme: Programme) -> None:
    assert (refusal(programme, {}), missing(COMPLETE[programme])) == (None, ())


ADULT_TOTAL = {"case-total-outside-law": {"least": Minutes(8 * HOUR), "most": Minutes(240 * HOUR)}}
CHILD_TOTAL = {"case-total-outside-law": {"least": Minutes(7 * HOUR), "most": Minutes(120 * HOUR)}}
DAY = {"case-daily-outside-law": {"most": Minutes(8 * HOUR)}}
NO_DAY = {"case-daily-impossible": {"most": Minutes(24 * HOUR)}}
AGE = {"case-age-outside-law": {"least": 12, "most": 20}}
NO_HOURS: dict[str, object] = {"case-without-hours": {}}
NOT_CHILD: dict[str, object] = {"case-not-for-child": {}}
ONLY_CHILD: dict[str, object] = {"case-only-for-child": {}}
LONG = {"case-too-long": {"months": 6}}
EARLY: dict[str, object] = {"case-before-ruling": {}}
REVERSED: dict[str, object] = {"period-reversed": {}}

BOUNDS = [
    pytest.param(ADULT, {"total_minutes": 8 * HOUR - 1}, ADULT_TOTAL, id="kerja sosial below 8 hours"),
    pytest.param(ADULT, {"total_minutes": 8 * HOUR}, None, id="kerja sosial of 8 hours"),
    pytest.param(ADULT, {"total_minutes": 240 * HOUR}, None, id="kerja sosial of 240 hours"),
    pytest.param(ADULT, {"total_minutes": 240 * HOUR + 1}, ADULT_TOTAL, id="kerja sosial above 240 hours"),
    pytest.param(ADULT, {"total_minutes": 0}, ADULT_TOTAL, id="kerja sosial of no hours"),
    pytest.param(ADULT, {"total_minutes": None}, None, id="hours not known yet are no wrong"),
    pytest.param(CHILD, {"total_minutes": 7 * HOUR - 1}, CHILD_TOTAL, id="a child below 7 hours"),
    pytest.param(CHILD, {"total_minutes": 7 * HOUR}, None, id="a child of 7 hours"),
    pytest.param(CHILD, {"total_minutes": 120 * HOUR}, None, id="a child of 120 hours"),
    pytest.param(CHILD, {"total_minutes": 120 * HOUR + 1}, CHILD_TOTAL, id="a child above 120 hours"),
    pytest.param(INTEGRATION, {"total_minutes": 8 * HOUR}, NO_HOURS, id="integration has no hour debt"),
    pytest.param(ADULT, {"daily_minutes": 8 * HOUR}, None, id="8 hours a day"),
    pytest.param(ADULT, {"daily_minutes": 8 * HOUR + 1}, DAY, id="more than 8 hours a day"),
    pytest.param(ADULT, {"daily_minutes": 1}, None, id="a minute a day"),
    pytest.param(ADULT, {"daily_minutes": 0}, DAY, id="no minute a day"),
    pytest.param(ADULT, {"daily_minutes": -60}, DAY, id="less than no minute a day"),
    pytest.param(ADULT, {"daily_minutes": None}, None, id="a ruling silent on the day"),
    pytest.param(
        CHILD, {"session_minutes": 8 * HOUR + 1}, None, id="a child's session is the ruling's alone"
    ),
    pytest.param(CHILD, {"daily_minutes": 9 * HOUR}, None, id="and so is a child's day"),
    pytest.param(CHILD, {"session_minutes": 0}, NO_DAY, id="a child's session of nothing"),
    pytest.param(CHILD, {"session_minutes": 24 * HOUR + 1}, NO_DAY, id="a day has 24 hours"),
    pytest.param(INTEGRATION, {"daily_minutes": 9 * HOUR}, None, id="guidance knows no figure by law"),
    pytest.param(CHILD, {"child": False}, ONLY_CHILD, id="a child's duty for somebody else"),
    pytest.param(ADULT, {"child": True}, NOT_CHILD, id="kerja sosial for a child"),
    pytest.param(ADULT, {"born_on": date(2008, 2, 27)}, NOT_CHILD, id="or one nobody marked as a child"),
    pytest.param(ADULT, {"born_on": date(2008, 2, 26)}, None, id="18 on the day of the ruling"),
    pytest.param(INTEGRATION, {"child": True}, None, id="integration for a child"),
    pytest.param(INTEGRATION, {"child": False}, None, id="integration for anybody"),
    pytest.param(CHILD, {"born_on": date(2014, 2, 27)}, AGE, id="a day below 12"),
    pytest.param(CHILD, {"born_on": date(2014, 2, 26)}, None, id="12 on the day of the ruling"),
    pytest.param(CHILD, {"born_on": date(2008, 2, 1)}, None, id="18 at the ruling, a child at the act"),
    pytest.param(CHILD, {"born_on": date(2005, 2, 27)}, None, id="a day below 21"),
    pytest.param(CHILD, {"born_on": date(2005, 2, 26)}, AGE, id="21 on the day of the ruling"),
    pytest.param(CHILD, {"born_on": None}, None, id="an age not known yet is no wrong"),
    pytest.param(CHILD, {"born_on": date(2014, 2, 27), "ruling_on": None}, None, id="nor without a ruling"),
    pytest.param(ADULT, {"ends_on": date(2026, 9, 1)}, None, id="six months to the day"),
    pytest.param(ADULT, {"ends_on": date(2026, 9, 2)}, LONG, id="a day more than six months"),
    pytest.param(
        ADULT,
        {"starts_on": date(2026, 8, 31), "ends_on": date(2027, 2, 28)},
        None,
        id="31 August to 28 February is six months",
    ),
    pytest.param(
        ADULT, {"starts_on": date(2026, 8, 31), "ends_on": date(2027, 3, 1)}, LONG, id="to 1 March it is more"
    ),
    pytest.param(CHILD, {"ends_on": date(2027, 12, 31)}, None, id="a child's span is the ruling's"),
    pytest.param(INTEGRATION, {"ends_on": date(2030, 12, 31)}, None, id="integration goes on for years"),
    pytest.param(ADULT, {"starts_on": RULED_ON, "ends_on": RULED_ON}, None, id="from the day of the ruling"),
    pytest.param(ADULT, {"starts_on": date(2026, 2, 25)}, EARLY, id="from the day before the ruling"),
    pytest.param(ADULT, {"ends_on": date(2026, 3, 1)}, REVERSED, id="the end before the start"),
    pytest.param(ADULT, {"ends_on": date(2026, 3, 2)}, None, id="a single day"),
    pytest.param(ADULT, {"ends_on": None}, None, id="an end not known yet is no wrong"),
    pytest.param(
        ADULT,
        {"ruling_on": date(2026, 1, 1)},
        {"case-before-law": {"since": day_of(date(2026, 1, 2))}},
        id="kerja sosial before 2 January 2026",
    ),
    pytest.param(
        ADULT,
        {"ruling_on": date(2026, 1, 2)},
        None,
        id="kerja sosial on 2 January 2026",
    ),
    pytest.param(
        CHILD,
        {"ruling_on": date(2014, 7, 29), "born_on": None},
        {"case-before-law": {"since": day_of(date(2014, 7, 30))}},
        id="a child's service before SPPA",
    ),
    pytest.param(
        INTEGRATION,
        {"ruling_on": date(1999, 5, 18)},
        {"case-before-law": {"since": day_of(date(1999, 5, 19))}},
        id="integration before its first rule",
    ),
    pytest.param(INTEGRATION, {"ruling_on": date(2019, 1, 1)}, None, id="integration by an older rule"),
]


@pytest.mark.parametrize(("programme", "changes", "expected"), BOUNDS)
def test_bounds(programme: Programme, changes: dict[str, object], expected: object) -> None:
    assert refusal(programme, changes) == expected


@pytest.mark.parametrize(
    ("programme", "changes", "key"),
    [
        (ADULT, {"child": True, "total_minutes": 1}, "case-not-for-child"),
        (CHILD, {"child": False}, "case-only-for-child"),
        (CHILD, {"born_on": date(2015, 1, 1)}, "case-age-outside-law"),
        (ADULT, {"total_minutes": 1}, None),
    ],
)
def test_whether_the_programme_is_for_the_client_can_be_asked_alone(
    programme: Programme, changes: dict[str, Any], key: str | None
) -> None:
    said = None
    try:
        check_person(replace(COMPLETE[programme], **changes))
    except Refused as no:
        said = no.key
    assert said == key


def test_somebody_who_turned_18_stays_under_the_rules_of_a_child() -> None:
    order = replace(COMPLETE[CHILD], born_on=date(2008, 3, 5), ends_on=date(2027, 3, 5))
    assert check_order(order).child is True


NEEDED = {
    ADULT: {Need.TOTAL, Need.PROSECUTOR},
    CHILD: {Need.TOTAL, Need.SESSION, Need.WEEKDAYS, Need.WINDOW, Need.GUARDIAN},
    INTEGRATION: {Need.INTERVAL, Need.FIRST_REPORT},
}
ALWAYS = {Need.RULING_NUMBER, Need.RULING_DAY, Need.COURT, Need.STARTS, Need.ENDS, Need.OFFICER}
WITHOUT: dict[Need, dict[str, object]] = {
    Need.RULING_NUMBER: {"ruling_number": ""},
    Need.RULING_DAY: {"ruling_on": None},
    Need.COURT: {"court": ""},
    Need.TOTAL: {"total_minutes": None},
    Need.SESSION: {"session_minutes": None, "daily_minutes": None},
    Need.WEEKDAYS: {"weekdays": ""},
    Need.WINDOW: {"window": None},
    Need.STARTS: {"starts_on": None},
    Need.ENDS: {"ends_on": None},
    Need.OFFICER: {"officer": False},
    Need.PROSECUTOR: {"prosecutor": False},
    Need.GUARDIAN: {"guardian": False},
    Need.INTERVAL: {"reports": False},
    Need.FIRST_REPORT: {"first_report_on": None},
}


@pytest.mark.parametrize("need", Need)
@pytest.mark.parametrize("programme", Programme)
def test_each_need_alone_is_missing_only_where_its_programme_asks(programme: Programme, need: Need) -> None:
    order = replace(COMPLETE[programme], **WITHOUT[need])  # type: ignore[arg-type]
    wanted = need in NEEDED[programme] | ALWAYS
    assert missing(order) == ((need,) if wanted else ())


@pytest.mark.parametrize("programme", Programme)
def test_an_empty_case_is_a_draft_that_lacks_everything_and_breaks_nothing(programme: Programme) -> None:
    empty = Order(programme=programme, child=programme is CHILD)
    lacking = missing(empty)
    assert (set(lacking), len(lacking)) == (NEEDED[programme] | ALWAYS, len(set(lacking)))
    assert check_order(empty) == rule_of(empty)


TIMED = replace(
    rule_for(CHILD, RULED_ON),
    citation="a law that names days and times",
    session=4 * HOUR,
    weekdays=frozenset({6, 7}),
    window=(time(7), time(17)),
)
TIMES_OF_DAY: list[tuple[dict[str, Any], object]] = [
    ({"session_minutes": 4 * HOUR}, None),
    ({"session_minutes": 5 * HOUR}, {"case-daily-outside-law": {"most": Minutes(4 * HOUR)}}),
    ({"weekdays": "67"}, None),
    ({"weekdays": "57"}, {"case-days-outside-law": {}}),
    ({"weekdays": ""}, None),
    ({"window": (time(7), time(17))}, None),
    ({"window": (time(6, 59), time(12))}, {"case-window-outside-law": {}}),
    ({"window": (time(8), time(17, 1))}, {"case-window-outside-law": {}}),
    ({"window": (time(16), time(8))}, {"case-window-outside-law": {}}),
    ({"window": None}, None),
]


@pytest.mark.parametrize(("changes", "expected"), TIMES_OF_DAY)
def test_a_law_may_bound_sessions_days_and_times(changes: dict[str, Any], expected: object) -> None:
    assert refusal(CHILD, {"session_minutes": 3 * HOUR} | changes, (TIMED,)) == expected


def test_a_rule_that_bounds_days_and_times_needs_those_of_the_ruling() -> None:
    for rule in (*RULES, TIMED):
        assert rule.weekdays is None or Need.WEEKDAYS in rule.needs
        assert rule.window is None or Need.WINDOW in rule.needs


NEW_KUHP = replace(
    rule_for(ADULT, RULED_ON),
    in_force=date(2027, 1, 1),
    citation="an amendment",
    total=Span(4 * HOUR, 300 * HOUR),
    daily=6 * HOUR,
    months=9,
)
AMENDED = (*RULES, NEW_KUHP)
BEFORE = {"ruling_on": date(2026, 12, 31), "starts_on": date(2027, 1, 4), "ends_on": date(2027, 6, 30)}
AFTER = BEFORE | {"ruling_on": date(2027, 1, 1)}
DATED = [
    pytest.param(BEFORE | {"total_minutes": 240 * HOUR}, None, id="before: 240 hours"),
    pytest.param(BEFORE | {"total_minutes": 241 * HOUR}, ADULT_TOTAL, id="before: not 241"),
    pytest.param(AFTER | {"total_minutes": 241 * HOUR}, None, id="after: 241 hours"),
    pytest.param(BEFORE | {"total_minutes": 4 * HOUR}, ADULT_TOTAL, id="before: not 4 hours"),
    pytest.param(AFTER | {"total_minutes": 4 * HOUR}, None, id="after: 4 hours"),
    pytest.param(BEFORE | {"daily_minutes": 8 * HOUR}, None, id="before: 8 hours a day"),
    pytest.param(
        AFTER | {"daily_minutes": 8 * HOUR},
        {"case-daily-outside-law": {"most": Minutes(6 * HOUR)}},
        id="after: not 8 hours a day",
    ),
    pytest.param(BEFORE | {"ends_on": date(2027, 7, 31)}, LONG, id="before: not seven months"),
    pytest.param(AFTER | {"ends_on": date(2027, 7, 31)}, None, id="after: seven months"),
]


@pytest.mark.parametrize(("changes", "expected"), DATED)
def test_a_case_is_judged_by_the_rule_of_its_rulings_day(
    changes: dict[str, object], expected: object
) -> None:
    assert refusal(ADULT, changes, AMENDED) == expected


def test_an_amendment_changes_no_case_that_was_ruled_before_it() -> None:
    before = replace(COMPLETE[ADULT], daily_minutes=None)
    assert (daily_cap(before, RULES), daily_cap(before, AMENDED)) == (8 * HOUR, 8 * HOUR)
    assert daily_cap(replace(before, ruling_on=date(2027, 1, 1)), AMENDED) == 6 * HOUR


def test_the_order_in_which_rules_are_written_does_not_matter() -> None:
    assert rule_for(ADULT, date(2028, 1, 1), AMENDED[::-1]) == NEW_KUHP


JUDGED = [
    pytest.param({"ruling_on": date(2026, 6, 1)}, date(2026, 1, 2), id="by the day of the ruling"),
    pytest.param(
        {"ruling_on": None, "starts_on": date(2026, 6, 1)}, date(2026, 1, 2), id="else of the start"
    ),
    pytest.param({"ruling_on": None, "starts_on": None}, date(2027, 1, 1), id="else by the newest"),
]


@pytest.mark.parametrize(("changes", "in_force"), JUDGED)
def test_what_judges_a_draft(changes: dict[str, object], in_force: date) -> None:
    order = replace(COMPLETE[ADULT], **changes)  # type: ignore[arg-type]
    assert rule_of(order, AMENDED).in_force == in_force


class Later(StrEnum):
    """A programme that does not exist yet; what it needs in Hadir is a member of Programme and a Rule."""

    SUPERVISION = "pidana_pengawasan"


def test_another_programme_is_one_more_entry() -> None:
    supervision = cast(Programme, Later.SUPERVISION)
    rule = Rule(
        programme=supervision,
        in_force=date(2026, 1, 2),
        citation="UU 1/2023 Pasal 75-77",
        needs=(Need.RULING_NUMBER, Need.INTERVAL),
        months=36,
        child=False,
    )
    rules = (*RULES, rule)
    order = Order(programme=supervision, ruling_on=RULED_ON, starts_on=RULED_ON, ends_on=date(2029, 2, 25))

    assert check_order(order, rules) == rule
    assert missing(order, rules) == (Need.RULING_NUMBER, Need.INTERVAL)
    with pytest.raises(Refused, match="case-too-long"):
        check_order(replace(order, ends_on=date(2029, 2, 26)), rules)
    with pytest.raises(Refused, match="case-not-for-child"):
        check_order(replace(order, child=True), rules)


@pytest.mark.parametrize("programme", Programme)
def test_every_programme_has_rules_with_their_source_each_from_another_day(programme: Programme) -> None:
    rules = [rule for rule in RULES if rule.programme is programme]
    assert rules
    assert all(rule.citation for rule in rules)
    assert len({rule.in_force for rule in rules}) == len(rules)


CAPS = [
    pytest.param(ADULT, None, None, 480, id="a silent ruling: the law's eight hours"),
    pytest.param(ADULT, 240, None, 240, id="the ruling's fewer"),
    pytest.param(ADULT, None, 180, 180, id="a session is the day where nothing else is said"),
    pytest.param(ADULT, 480, 180, 480, id="two sessions a day where the day is longer"),
    pytest.param(ADULT, 600, None, 480, id="never above the law"),
    pytest.param(CHILD, None, 300, 300, id="a child's session"),
    pytest.param(CHILD, 300, 180, 300, id="a child's day"),
    pytest.param(CHILD, 540, None, 540, id="a child's longer day is the ruling's alone"),
    pytest.param(CHILD, None, None, HOUSE_DAY, id="a child's draft: the house's caution"),
    pytest.param(INTEGRATION, None, None, HOUSE_DAY, id="guidance: the house's caution too"),
    pytest.param(INTEGRATION, 540, None, 540, id="but not against what was decided"),
]


@pytest.mark.parametrize(("programme", "daily", "session", "cap"), CAPS)
def test_a_day_adds_at_most(programme: Programme, daily: int | None, session: int | None, cap: int) -> None:
    assert daily_cap(replace(COMPLETE[programme], daily_minutes=daily, session_minutes=session)) == cap


SESSIONS = [
    pytest.param(CHILD, 180, None, 180, id="a child's hours a day are those of a session"),
    pytest.param(CHILD, 300, 180, 180, id="unless the ruling names both"),
    pytest.param(CHILD, None, None, None, id="a child's draft"),
    pytest.param(ADULT, 180, None, None, id="an adult's day says nothing of a session"),
    pytest.param(ADULT, 480, 180, 180, id="an adult's session"),
]


@pytest.mark.parametrize(("programme", "daily", "session", "cap"), SESSIONS)
def test_a_session_has_at_most(
    programme: Programme, daily: int | None, session: int | None, cap: int | None
) -> None:
    assert session_cap(replace(COMPLETE[programme], daily_minutes=daily, session_minutes=session)) == cap


TOO_LONG = {"placement-day-too-long": {"most": Minutes(480)}}
SLOTS = [
    pytest.param(ADULT, 480, None, None, id="eight hours"),
    pytest.param(ADULT, 481, None, TOO_LONG, id="a minute more"),
    pytest.param(ADULT, 1, None, None, id="a minute"),
    pytest.param(ADULT, 0, None, {"placement-without-hours": {}}, id="none"),
    pytest.param(CHILD, 300, 300, None, id="as long as the ruling says"),
    pytest.param(
        CHILD, 301, 300, {"placement-longer-than-ruling": {"most": Minutes(300)}}, id="longer than the ruling"
    ),
    pytest.param(CHILD, 481, None, None, id="a child's draft: the law names no figure"),
    pytest.param(INTEGRATION, 540, None, None, id="without hour debt the law knows no day"),
]


@pytest.mark.parametrize(("programme", "minutes", "session", "expected"), SLOTS)
def test_weekly_hours(programme: Programme, minutes: int, session: int | None, expected: object) -> None:
    said = None
    try:
        check_session(rule_for(programme, RULED_ON), minutes, session_minutes=session)
    except Refused as no:
        said = {no.key: no.params}
    assert said == expected


def test_a_day_of_nine_hours_with_an_hour_of_break_is_eight() -> None:
    slots = Slots(frozenset({1}), time(8), time(17), "Asia/Makassar", BreakRule(60, after=240))
    check_session(rule_for(ADULT, RULED_ON), slot_minutes(slots), session_minutes=None)


def test_a_ruling_is_not_of_a_day_to_come() -> None:
    for known in (None, RULED_ON, date(2025, 1, 1)):
        check_ruling_day(known, RULED_ON)
    with pytest.raises(Refused, match="case-ruling-in-future"):
        check_ruling_day(date(2026, 2, 27), RULED_ON)


def test_a_period_ends_no_earlier_than_it_begins() -> None:
    check_period(date(2026, 4, 1), date(2026, 4, 1))
    with pytest.raises(Refused, match="period-reversed"):
        check_period(date(2026, 4, 2), date(2026, 4, 1))

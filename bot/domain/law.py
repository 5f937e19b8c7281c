"""What the law makes possible: a case is judged by the rule (`rules.RULES`) that was in force on the day of
its ruling. Everything else people decide.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, time

from bot.domain.calendar import age_on, months_end
from bot.domain.cases import Programme
from bot.domain.messages import Minutes, Refused, When
from bot.domain.reports import midday
from bot.domain.rules import RULES, Rule
from bot.domain.rules import Need as Need  # part of what `missing` answers

HOUSE_DAY = 8 * 60
"""Minutes a day at most where neither the law nor the ruling names a figure. Hadir's own caution and no law:
it caps plan and credit, and refuses nothing."""

DAY = 24 * 60

OF_AGE = 18
"""Years; below them somebody is a child: UU 11/2012 (SPPA) Pasal 1 angka 3."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A case as the law looks at it. None and empty: not known yet, which makes it a draft, not a wrong."""

    programme: Programme
    ruling_number: str = ""
    ruling_on: date | None = None
    court: str = ""
    total_minutes: int | None = None
    daily_minutes: int | None = None
    session_minutes: int | None = None
    weekdays: str = ""
    """ISO digits of the days that the ruling allows; empty: any."""
    window: tuple[time, time] | None = None
    """The ruling's time of day."""
    starts_on: date | None = None
    ends_on: date | None = None
    officer: bool = False
    prosecutor: bool = False
    guardian: bool = False
    reports: bool = False
    first_report_on: date | None = None
    child: bool = False
    born_on: date | None = None


def rule_for(programme: Programme, ruled_on: date, rules: Sequence[Rule] = RULES) -> Rule:
    """The rule in force on the day of a ruling. Raises Refused for a ruling older than the programme."""
    known = [rule for rule in rules if rule.programme is programme]
    past = [rule for rule in known if rule.in_force <= ruled_on]
    if not past:
        since = min(rule.in_force for rule in known)
        raise Refused("case-before-law", since=When(midday(since, "Asia/Jakarta"), "Asia/Jakarta"))
    return max(past, key=lambda rule: rule.in_force)


def rule_of(order: Order, rules: Sequence[Rule] = RULES) -> Rule:
    """The rule that judges a case: that of its ruling's day, of its first day while that is unknown, and
    the newest while neither is."""
    newest = max(rule.in_force for rule in rules if rule.programme is order.programme)
    return rule_for(order.programme, order.ruling_on or order.starts_on or newest, rules)


def missing(order: Order, rules: Sequence[Rule] = RULES) -> tuple[Need, ...]:
    """*Yang kurang*: what must be known before the case can begin, in the order of the rule."""
    given = _given(order)
    return tuple(need for need in rule_of(order, rules).needs if need not in given)


def check_order(order: Order, rules: Sequence[Rule] = RULES) -> Rule:
    """The rule that judges a case. Raises Refused, with the bound, for whatever that rule makes impossible;
    what is only missing is no reason (see `missing`)."""
    rule = check_person(order, rules)
    _check_hours(order, rule)
    _check_times(order, rule)
    _check_period(order, rule)
    return rule


def check_person(order: Order, rules: Sequence[Rule] = RULES) -> Rule:
    """The rule that judges a case. Raises Refused where its programme is not for somebody like the client,
    which a correction of the person may bring to light in a case that runs."""
    rule = rule_of(order, rules)
    age = _age_at_ruling(order)
    if rule.child is True and not order.child:
        raise Refused("case-only-for-child")
    # Whoever registered the client may have missed that it is a child, and a child is secret.
    if rule.child is False and (order.child or (age is not None and age < OF_AGE)):
        raise Refused("case-not-for-child")
    if rule.ages is not None and age is not None and age not in rule.ages:
        raise Refused("case-age-outside-law", least=rule.ages.least, most=rule.ages.most)
    return rule


def daily_cap(order: Order, rules: Sequence[Rule] = RULES) -> int:
    """Minutes that one day can add at most: the ruling's, never above the rule's; where both are silent, what
    the house thinks bearable."""
    ruling = order.daily_minutes or order.session_minutes
    return _least(ruling, rule_of(order, rules).daily) or HOUSE_DAY


def session_cap(order: Order, rules: Sequence[Rule] = RULES) -> int | None:
    """Minutes that a ruling lets one session have, or None where it does not say. Where the rule asks for the
    hours of a session (a child's), those of a day are it."""
    if order.session_minutes or Need.SESSION not in rule_of(order, rules).needs:
        return order.session_minutes
    return order.daily_minutes


def check_session(rule: Rule, minutes: int, *, session_minutes: int | None) -> None:
    """Raises Refused for a weekly slot of so many counted minutes that is longer than the law or the ruling
    (`session_cap`) lets a session be, or that has none. A ruling's shorter day is no reason: the plan cuts
    each session to it."""
    if minutes <= 0:
        raise Refused("placement-without-hours")
    if session_minutes is not None and minutes > session_minutes:
        raise Refused("placement-longer-than-ruling", most=Minutes(session_minutes))
    most = _least(rule.session, rule.daily)
    if most is not None and minutes > most:
        raise Refused("placement-day-too-long", most=Minutes(most))


def check_ruling_day(ruled_on: date | None, today: date) -> None:
    """Raises Refused for a ruling of a day to come: nothing can begin under it yet."""
    if ruled_on is not None and ruled_on > today:
        raise Refused("case-ruling-in-future")


def check_period(starts_on: date, ends_on: date) -> None:
    """Raises Refused where the end comes before the start."""
    if ends_on < starts_on:
        raise Refused("period-reversed")


def _given(order: Order) -> Set[Need]:
    held: dict[Need, object] = {
        Need.RULING_NUMBER: order.ruling_number,
        Need.RULING_DAY: order.ruling_on,
        Need.COURT: order.court,
        Need.TOTAL: order.total_minutes,
        Need.SESSION: order.session_minutes or order.daily_minutes,
        Need.WEEKDAYS: order.weekdays,
        Need.WINDOW: order.window,
        Need.STARTS: order.starts_on,
        Need.ENDS: order.ends_on,
        Need.OFFICER: order.officer,
        Need.PROSECUTOR: order.prosecutor,
        Need.GUARDIAN: order.guardian,
        Need.INTERVAL: order.reports,
        Need.FIRST_REPORT: order.first_report_on,
    }
    return {need for need, value in held.items() if value}


def _age_at_ruling(order: Order) -> int | None:
    if order.born_on is None or order.ruling_on is None:
        return None
    return age_on(order.born_on, order.ruling_on)


def _check_hours(order: Order, rule: Rule) -> None:
    if rule.total is None:
        if order.total_minutes is not None:
            raise Refused("case-without-hours")
    elif order.total_minutes is not None and order.total_minutes not in rule.total:
        bounds = {"least": Minutes(rule.total.least), "most": Minutes(rule.total.most)}
        raise Refused("case-total-outside-law", **bounds)
    session = _least(rule.session, rule.daily)
    for minutes, most in ((order.daily_minutes, rule.daily), (order.session_minutes, session)):
        if minutes is not None and most is not None and not 0 < minutes <= most:
            raise Refused("case-daily-outside-law", most=Minutes(most))
        if minutes is not None and not 0 < minutes <= DAY:
            raise Refused("case-daily-impossible", most=Minutes(DAY))


def _check_times(order: Order, rule: Rule) -> None:
    """A ruling's days and time of day, as far as they are known, against the law's."""
    if rule.weekdays is not None and not {int(day) for day in order.weekdays} <= rule.weekdays:
        raise Refused("case-days-outside-law")
    if rule.window is not None and order.window is not None:
        (opens, closes), (starts, ends) = rule.window, order.window
        if not opens <= starts < ends <= closes:
            raise Refused("case-window-outside-law")


def _least(*bounds: int | None) -> int | None:
    """The lowest of these bounds, or None where there is none."""
    return min((bound for bound in bounds if bound), default=None)


def _check_period(order: Order, rule: Rule) -> None:
    if order.starts_on is None or order.ends_on is None:
        return
    check_period(order.starts_on, order.ends_on)
    if order.ruling_on is not None and order.starts_on < order.ruling_on:
        raise Refused("case-before-ruling")
    if rule.months is not None and order.ends_on > months_end(order.starts_on, rule.months):
        raise Refused("case-too-long", months=rule.months)

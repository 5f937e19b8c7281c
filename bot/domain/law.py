"""What the law makes possible: dated rules for each programme, as data. Everything else people decide.

A case is judged by the rule that was in force on the day of its ruling. A new programme or an amendment is
one more `Rule`; nothing else asks which programme it is.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.calendar import age_on, months_end
from bot.domain.cases import Programme
from bot.domain.messages import Minutes, Refused, When
from bot.domain.reports import midday

DAY_CAP = 480
"""Minutes a day at most where a rule or ruling says nothing else: eight hours, UU 1/2023 Pasal 85 (5)."""

OF_AGE = 18
"""Years; below them somebody is a child: UU 11/2012 (SPPA) Pasal 1 angka 3."""


class Need(StrEnum):
    """What a case must hold before anybody works or reports under it; the value names the column."""

    RULING_NUMBER = "putusan_nomor"
    RULING_DAY = "putusan_tanggal"
    COURT = "pengadilan"
    TOTAL = "jam_total"
    SESSION = "jam_per_hari"
    """The hours of a session, which for a child are also those of a day."""
    WEEKDAYS = "hari_diizinkan"
    WINDOW = "jendela_waktu"
    STARTS = "mulai"
    ENDS = "selesai"
    OFFICER = "pk"
    PROSECUTOR = "jaksa"
    GUARDIAN = "wali"
    INTERVAL = "lapor_setiap"
    FIRST_REPORT = "lapor_pertama"


RULING = (Need.RULING_NUMBER, Need.RULING_DAY, Need.COURT)
PERIOD = (Need.STARTS, Need.ENDS)


@dataclass(frozen=True, slots=True)
class Span:
    """Bounds with both ends included; whole minutes for hours, whole years for ages."""

    least: int
    most: int

    def __contains__(self, number: int) -> bool:
        return self.least <= number <= self.most


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The bounds of one programme from a day on, with their source."""

    programme: Programme
    in_force: date
    citation: str
    needs: tuple[Need, ...]
    total: Span | None = None
    """Minutes that a ruling may set; None: no hour debt, work is guidance."""
    daily: int | None = None
    """Most minutes of one day; None: the ruling alone says."""
    months: int | None = None
    """Longest span from first to last day; None: as the ruling says."""
    ages: Span | None = None
    """Whole years of age on the day of the ruling; None: any."""
    child: bool | None = None
    """Whose duty it is: a child's only, never a child's, or anybody's (None)."""


RULES: tuple[Rule, ...] = (
    Rule(
        programme=Programme.COMMUNITY_WORK,
        in_force=date(2026, 1, 2),
        citation="UU 1/2023 (KUHP) Pasal 85 (4), (5), (6)",
        total=Span(8 * 60, 240 * 60),
        daily=DAY_CAP,
        months=6,
        child=False,
        needs=(*RULING, Need.TOTAL, *PERIOD, Need.OFFICER, Need.PROSECUTOR),
    ),
    Rule(
        programme=Programme.CHILD_SERVICE,
        in_force=date(2014, 7, 30),
        # From 12 (Pasal 1 angka 3); tried as a child until 21 for what was done before 18 (Pasal 20).
        citation="UU 11/2012 (SPPA) Pasal 1 angka 3, Pasal 20, Pasal 76; PP 58/2022",
        total=Span(7 * 60, 120 * 60),
        ages=Span(12, 20),
        child=True,
        needs=(
            *RULING, Need.TOTAL, Need.SESSION, Need.WEEKDAYS, Need.WINDOW, *PERIOD, Need.OFFICER,
            Need.GUARDIAN,
        ),
    ),
    Rule(
        programme=Programme.INTEGRATION,
        in_force=date(1999, 5, 19),
        citation="PP 32/1999",
        needs=(*RULING, *PERIOD, Need.OFFICER, Need.INTERVAL, Need.FIRST_REPORT),
    ),
    Rule(
        programme=Programme.INTEGRATION,
        in_force=date(2018, 2, 15),
        citation="Permenkumham 3/2018",
        needs=(*RULING, *PERIOD, Need.OFFICER, Need.INTERVAL, Need.FIRST_REPORT),
    ),
    Rule(
        programme=Programme.INTEGRATION,
        in_force=date(2022, 1, 27),
        citation="Permenkumham 3/2018 as amended by 7/2022",
        needs=(*RULING, *PERIOD, Need.OFFICER, Need.INTERVAL, Need.FIRST_REPORT),
    ),
)  # fmt: skip
"""Dates: KUHP Pasal 624; SPPA Pasal 108 (two years after 30 July 2012); decrees by the day they were made."""


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
    window: bool = False
    """Whether the ruling's time of day is known."""
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
    """Minutes that one day can add at most: the ruling's, never above the rule's."""
    bound = rule_of(order, rules).daily or DAY_CAP
    ruling = order.daily_minutes or order.session_minutes
    return min(ruling, bound) if ruling else bound


def check_session(rule: Rule, minutes: int, *, session_minutes: int | None) -> None:
    """Raises Refused for a weekly slot of so many counted minutes that no day can hold, that is longer than
    the ruling lets a session be, or that has none. A ruling's shorter day is no reason: the plan cuts each
    session to it."""
    if minutes <= 0:
        raise Refused("placement-without-hours")
    if session_minutes is not None and minutes > session_minutes:
        raise Refused("placement-longer-than-ruling", most=Minutes(session_minutes))
    if rule.total is not None and minutes > (rule.daily or DAY_CAP):
        raise Refused("placement-day-too-long", most=Minutes(rule.daily or DAY_CAP))


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
    most = rule.daily or DAY_CAP
    for minutes in (order.daily_minutes, order.session_minutes):
        if minutes is not None and not 0 < minutes <= most:
            raise Refused("case-daily-outside-law", most=Minutes(most))


def _check_period(order: Order, rule: Rule) -> None:
    if order.starts_on is None or order.ends_on is None:
        return
    check_period(order.starts_on, order.ends_on)
    if order.ruling_on is not None and order.starts_on < order.ruling_on:
        raise Refused("case-before-ruling")
    if rule.months is not None and order.ends_on > months_end(order.starts_on, rule.months):
        raise Refused("case-too-long", months=rule.months)

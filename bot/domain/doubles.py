"""Two records of one human being (*data ganda*): which account stays, which weeks meet, which terms join."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.people import Role

LONGEST_REASON = 300
BY_OFFICERS = frozenset({Role.CLIENT, Role.GUARDIAN})
"""Whom an officer may merge, where all their cases are his own; everybody else is an operator's to merge."""


class MergingState(StrEnum):
    """`draft → done`; only what was done has changed anything, and it is not undone."""

    DRAFT = "draft"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Account:
    """A chat account of one of the two. `used_at`: when something last came from it."""

    id: int
    channel: str
    reachable: bool
    used_at: datetime
    stays: bool
    """Whether it is an account of the record that stays."""


def kept(accounts: Iterable[Account]) -> frozenset[int]:
    """The accounts that the one person keeps: of each messenger the one that can be reached and was used
    last, for a person has one account a messenger."""
    best: dict[str, Account] = {}
    for one in accounts:
        other = best.get(one.channel)
        if other is None or _rank(one) > _rank(other):
            best[one.channel] = one
    return frozenset(one.id for one in best.values())


def _rank(one: Account) -> tuple[bool, datetime, bool]:
    return one.reachable, one.used_at, one.stays


@dataclass(frozen=True, slots=True)
class Weekly:
    """The weekly hours of a placement, at its site's clock, from a day to a day, both included."""

    weekdays: frozenset[int]
    starts: time
    ends: time
    from_on: date
    until_on: date


def meetings(ones: Iterable[Weekly], others: Sequence[Weekly]) -> list[int]:
    """The ISO weekdays on which two people's weeks could ask for the same hour."""
    found: set[int] = set()
    for one in ones:
        for other in others:
            if (
                one.starts < other.ends
                and other.starts < one.ends
                and one.from_on <= other.until_on
                and other.from_on <= one.until_on
            ):
                found |= one.weekdays & other.weekdays
    return sorted(found)


@dataclass(frozen=True, slots=True)
class Term:
    """When somebody confirms at a site; `until` None: until further notice."""

    first: date
    until: date | None


def joined(terms: Iterable[Term]) -> list[Term]:
    """The same days with as few terms as can be: what overlaps, or follows the next day, is one."""
    found: list[Term] = []
    for one in sorted(terms, key=lambda term: term.first):
        last = found[-1] if found else None
        if last is not None and (last.until is None or one.first <= last.until + timedelta(days=1)):
            open_end = last.until is None or one.until is None
            until = None if open_end else max(last.until or one.first, one.until or one.first)
            found[-1] = Term(last.first, until)
        else:
            found.append(one)
    return found

"""Adjustments: an officer adds or takes off minutes, for a typed reason with its bounds, dated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.balance import Balance
from bot.domain.messages import Minutes, Refused


class AdjustmentReason(StrEnum):
    """Why recorded hours are corrected; the words are in the locale (`adjust-reason-…`)."""

    UNRECORDED_WORK = "kerja_tak_tercatat"
    """Work that everybody agrees on and no attendance shows."""
    SYSTEM_FAILURE = "gangguan_sistem"
    """Hadir or its messenger was down; nobody pays for that."""
    WRONG_TIMES = "jam_keliru"
    """Confirmed times that turned out wrong, either way."""
    COUNTED_TWICE = "terhitung_ganda"
    INSPECTION = "hasil_pemeriksaan"
    """An examination found less work than was confirmed."""


@dataclass(frozen=True, slots=True)
class AdjustmentBounds:
    """Most minutes that one adjustment may add and take off; 0 closes that direction."""

    up: int
    down: int


BOUNDS: Mapping[AdjustmentReason, AdjustmentBounds] = {
    AdjustmentReason.UNRECORDED_WORK: AdjustmentBounds(up=480, down=0),
    AdjustmentReason.SYSTEM_FAILURE: AdjustmentBounds(up=480, down=0),
    AdjustmentReason.WRONG_TIMES: AdjustmentBounds(up=240, down=240),
    AdjustmentReason.COUNTED_TWICE: AdjustmentBounds(up=0, down=480),
    AdjustmentReason.INSPECTION: AdjustmentBounds(up=0, down=480),
}
"""A day's cap (UU 1/2023 Pasal 85 (5)) is the most that one correction can be about."""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """So many minutes more (or, negative, fewer) for work on a day."""

    minutes: int
    reason: AdjustmentReason
    day: date


def check_adjustment(
    adjustment: Adjustment,
    balance: Balance,
    *,
    daily: int,
    ruled_on: date | None,
    ends_on: date | None,
    today: date,
) -> None:
    """Raises Refused with the bound that is broken: direction or size of the reason, a day outside the case
    or still to come, more than remains, more than the day has room for, or more off than it holds."""
    bounds = BOUNDS[adjustment.reason]
    most = bounds.up if adjustment.minutes > 0 else bounds.down
    if not adjustment.minutes:
        raise Refused("adjustment-nothing")
    if not most:
        raise Refused("adjustment-wrong-direction")
    if abs(adjustment.minutes) > most:
        raise Refused("adjustment-too-large", most=Minutes(most))
    if adjustment.day > today:
        raise Refused("adjustment-in-future")
    if (ruled_on is not None and adjustment.day < ruled_on) or (
        ends_on is not None and adjustment.day > ends_on
    ):
        raise Refused("adjustment-outside-case")
    if balance.remaining is not None and adjustment.minutes > balance.remaining:
        raise Refused("adjustment-above-remaining", remaining=Minutes(balance.remaining))
    _check_day(adjustment.minutes, balance.by_day.get(adjustment.day, 0), daily)


def _check_day(minutes: int, held: int, daily: int) -> None:
    """A day holds its credited work, over all sites, and its earlier corrections."""
    room = daily - held
    if minutes > 0 and room <= 0:
        raise Refused("adjustment-day-full", held=Minutes(held))
    if minutes > room:
        raise Refused("adjustment-above-day", held=Minutes(held), room=Minutes(room))
    if minutes < 0 and not held:
        raise Refused("adjustment-day-empty")
    if -minutes > held:
        raise Refused("adjustment-below-day", held=Minutes(held))


def check_penalty(minutes: int, worked: int) -> None:
    """Raises Refused for a penalty below zero or longer than the work itself (equal is allowed: the day
    then brings nothing)."""
    if not 0 <= minutes <= worked:
        raise Refused("penalty-too-long", most=Minutes(worked))

"""Indonesia's holidays: national ones and the government's joint leave (*cuti bersama*).

Dates of moon-sighted feasts are estimates of the library until the decree names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from bot.domain.calendar import DayKind, Holiday

ESTIMATED = " (perkiraan)"
"""How the library marks a date that no decree has named yet."""


def holidays(years: Iterable[int]) -> Mapping[date, Holiday]:
    """The holidays of these years with their Indonesian names; estimated dates are marked."""
    return {day: holiday for year in years for day, holiday in _of(year).items()}


@lru_cache(maxsize=64)
def _of(year: int) -> Mapping[date, Holiday]:
    # Imported here: the library reads its tables of all countries, which costs every command a second.
    from holidays import GOVERNMENT, PUBLIC, country_holidays

    found: dict[date, Holiday] = {}
    for category, kind in ((GOVERNMENT, DayKind.JOINT_LEAVE), (PUBLIC, DayKind.NATIONAL)):
        for day, name in country_holidays("ID", years=year, categories=(category,), language="id").items():
            before = found.get(day)
            kinds = frozenset({kind}) | (before.kinds if before else frozenset())
            found[day] = Holiday(kinds, name.replace(ESTIMATED, ""), estimated=ESTIMATED in name)
    return found

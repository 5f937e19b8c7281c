"""Indonesia's closed days: national holidays and the government's joint leave (*cuti bersama*).

Dates of moon-sighted feasts are estimates of the library until the decree names them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache


def closed_days(first: date, last: date) -> frozenset[date]:
    """Every closed day of the years from `first` to `last`."""
    return frozenset().union(*(_closed_in(year) for year in range(first.year, last.year + 1)))


@lru_cache(maxsize=64)
def _closed_in(year: int) -> Iterable[date]:
    # Imported here: the library reads its tables of all countries, which costs every command a second.
    from holidays import GOVERNMENT, PUBLIC, country_holidays

    return frozenset(country_holidays("ID", years=year, categories=(PUBLIC, GOVERNMENT)))

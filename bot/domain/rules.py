"""The law as data: for each programme the bounds of its dated rules, with their source. A new programme or an
amendment is one more `Rule`; nothing else asks which programme it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from bot.domain.cases import Programme


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
    """Most minutes of one day; None, here and below: the law says nothing, the ruling alone does."""
    session: int | None = None
    """Most minutes of one session."""
    weekdays: frozenset[int] | None = None
    """ISO weekdays that a ruling may allow; a rule that has them also needs `Need.WEEKDAYS`."""
    window: tuple[time, time] | None = None
    """The time of day that a ruling may allow, within one day; it also needs `Need.WINDOW`."""
    months: int | None = None
    """Longest span from first to last day."""
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
        daily=8 * 60,
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

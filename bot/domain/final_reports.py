"""The final report of a case (*laporan akhir*): what the ruling asked for, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.cases import CaseState, Programme
from bot.domain.documents import Balance, Head
from bot.domain.messages import Line, Word, Words
from bot.domain.people import Role
from bot.domain.worked import Status, Worked


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Minutes that count without work recorded here: served before (`day` None), or corrected since."""

    day: date | None
    minutes: int
    reasons: Words
    """Of a correction, from a closed set; what the officer wrote of it is not told."""
    by: str = ""
    role: Role | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """Report days up to now."""

    due: int
    given: int
    late: int
    """Among the given."""
    missed: int
    unreached: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalReport:
    """One case from its first day to now; facts, and an evaluation where people gave one."""

    head: Head
    client: str
    code: str
    child: bool
    number: str
    """Of the case, and below it of its ruling; '' for a child."""
    ruling: str
    ruled_on: date | None
    court: str
    programme: Programme
    starts_on: date | None
    ends_on: date | None
    """As it was planned."""
    state: CaseState
    closed_on: date | None
    """None while it goes on."""
    closed_why: Word | None
    """None also where somebody gave the reason in his own words, which stand on no paper."""
    sites: tuple[str, ...]
    officer: str
    prosecutor: str
    balance: Balance
    done: tuple[Worked, ...]
    """Sessions to which he came, and whatever else brought hours."""
    missed: tuple[Worked, ...]
    counted: tuple[Counted, ...]
    """Its minutes and those of `done` come to what is credited."""
    reported: Reported | None
    """None: nothing had to be reported."""
    evaluation: tuple[tuple[Word | Line | str, Word | str], ...] = ()
    """Questions and their answers; '' leaves the answer to the pen, no question at all the whole of it."""

    @property
    def works(self) -> bool:
        """Whether there is anything to say of work."""
        return self.balance.total is not None or bool(self.done or self.missed or self.counted)

    def said(self, status: Status) -> int:
        """How many of the sessions that nobody worked were called this."""
        return sum(row.status is status for row in self.missed)

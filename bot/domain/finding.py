"""One sentence about one or more cases, and in which group of the list it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain import answers
from bot.domain.client_weeks import OWN_WORDS_KEPT, ClientWeek
from bot.domain.digest import Week
from bot.domain.messages import Choice, Line, Param, When, Word
from bot.domain.reports import midday

LONGEST_QUOTE = 80


class Group(StrEnum):
    """Whose move it is, in the order in which an officer reads."""

    ACT = "act"
    WAITING = "waiting"
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about one or more cases; in `FINE` it is only worth knowing."""

    group: Group
    cases: tuple[int, ...]
    line: Line
    below: tuple[Line, ...] = ()
    """Whom the next step needs, in the work list."""
    opens: tuple[Choice, ...] = ()
    """What takes the next step there; without it, a button to each client."""


def own_words(text: str) -> Param:
    """An answer or reason: a key of the locale when a button was pressed, or the person's own words."""
    said = Word(text) if text == OWN_WORDS_KEPT else answers.own_words(text)
    if isinstance(said, str) and len(said) > LONGEST_QUOTE:
        return f"{said[: LONGEST_QUOTE - 1]}…"
    return said


def about_client(group: Group, client: ClientWeek, key: str, params: dict[str, Param]) -> Finding:
    return Finding(group, (client.case_id,), Line(f"digest-{key}", params))


def noon_of(week: Week, day: date) -> When:
    return When(midday(day, week.zone), week.zone)

"""What happens at a site (*kejadian*): its kinds, who hears of it, and when the head of office does."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.answers import POLITE

WORDS_WAIT = timedelta(minutes=5)
"""What was begun leaves without words after this: whoever helps somebody has no hands to write."""
MORE_WITHIN = timedelta(hours=1)
"""How long photos and recordings are still added."""
HEAD_AFTER = timedelta(minutes=30)
"""An officer who has not read it by then: the head hears."""


class IncidentKind(StrEnum):
    """What happened, as the supervisor presses it; the words are in the locale (`incident-kind-…`)."""

    ACCIDENT = "accident"
    UNREST = "unrest"
    OTHER = "other"


class IncidentState(StrEnum):
    """A report is told at once, and stays open until everybody who was to read it has."""

    DRAFT = "draft"
    OPEN = "open"
    READ = "read"
    DROPPED = "dropped"


TOLD = frozenset({IncidentState.OPEN, IncidentState.READ})


_BETWEEN = re.compile(r"\s*[,;&+\n]\s*|\s+(?:dan|sama|serta|dengan)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Named:
    """Whom bare names mean: people, and names that fit several of them."""

    cases: frozenset[int]
    several: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.cases or self.several)


def named_in(said: str, people: Mapping[int, tuple[str, str]]) -> Named:
    """Of these people (code and name) those whose codes or names were written, and nothing else: *budi*,
    *Pak Budi dan K-02*. Nobody where any other word stands there: then it is what happened."""
    cases, several = set[int](), []
    for part in _BETWEEN.split(said.strip(" .!")):
        words = {word for word in _WORD.findall(part.casefold()) if word not in POLITE}
        code = "".join(_WORD.findall(part.casefold()))
        fits = [
            one
            for one, (own, name) in people.items()
            if code == "".join(_WORD.findall(own.casefold()))
            or (words and words <= set(_WORD.findall(name.casefold())))
        ]
        if not fits:
            return Named(frozenset(), ())
        if len(fits) == 1:
            cases.add(fits[0])
        else:
            several.append(part)
    return Named(frozenset(cases), tuple(several))


def sent_by_itself(begun_at: datetime) -> datetime:
    """When a report that was begun leaves as it is."""
    return begun_at + WORDS_WAIT


def head_told_at(sent_at: datetime) -> datetime:
    """When the head hears that somebody has not read it, at any hour of the day."""
    return sent_at + HEAD_AFTER


def head_hears_at_once(kind: IncidentKind, officers: Collection[int]) -> bool:
    """An accident is the head's affair too, and so is what no officer would hear of."""
    return kind is IncidentKind.ACCIDENT or not officers


def may_see_photos(*, head: bool, children_of: Collection[int | None], guided: Collection[int]) -> bool:
    """Where a child is concerned, only whoever guides each of the children sees photos (UU 11/2012 Pasal 19):
    `children_of` are the officers of the children that it concerns."""
    return not children_of or (not head and set(children_of) <= set(guided))

"""What a phone that was lost can show: how many messages on which days, and about whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.cases import local_day

NAMES = frozenset({"name", "client", "code"})
"""The parameters of a sentence that say whom it is about."""


@dataclass(frozen=True, slots=True)
class Exposure:
    """Messages a day, the newest day first; the people named, secret ones by code; how many files."""

    days: tuple[tuple[date, int], ...]
    people: tuple[str, ...]
    files: int

    @property
    def messages(self) -> int:
        return sum(count for _, count in self.days)


def exposure(
    sent: Iterable[tuple[datetime, Mapping[str, Any]]],
    zone: str,
    called: Mapping[str, str] | None = None,
    *,
    own: str = "",
) -> Exposure:
    """From messages as the outbox keeps them (see `notice_to_json`), each with when it arrived. Files such as
    photos and the weekly Excel are counted: what they show is more than names. `called` says what stands in
    the list for a name or code: the code of those whose names are secret, which their officer's phone may
    show and the list may not, and one word for each of the others. `own`, whoever lost the phone, is left
    out."""
    days: Counter[date] = Counter()
    people: set[str] = set()
    files = 0
    words = called or {}
    for at, content in sent:
        days[local_day(at, zone)] += 1
        people |= {words.get(name, name) for name in _named(content)} - {own, ""}
        files += bool(content.get("media"))
    return Exposure(tuple(sorted(days.items(), reverse=True)), tuple(sorted(people)), files)


def _named(content: Mapping[str, Any]) -> Iterator[str]:
    sentences = [content["params"], *(params for _, params in content["lines"])]
    sentences += [params for _, _, params, *_ in content["choices"]]
    for params in sentences:
        yield from (value for name, value in params.items() if name in NAMES and isinstance(value, str))

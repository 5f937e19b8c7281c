"""What supervisors said of a week's sessions, in one line: for whoever answers for the sites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.domain.evaluations import SessionWord
from bot.domain.messages import Line, Param

NAMED_UP_TO = 8
"""Sites that are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Rated:
    """How many sessions have a word of their supervisor, of how many sites; how often it was that there was
    trouble, and at which of them, most often first. Nothing of it is a client's."""

    sessions: int = 0
    sites: int = 0
    troubled: int = 0
    places: tuple[str, ...] = ()


NONE_RATED = Rated()


def rated_of(words: Mapping[tuple[int, str], Mapping[SessionWord, int]]) -> Rated:
    """From how often each word was said of a site, by its number and name."""
    troubled = [(said.get(SessionWord.TROUBLED, 0), name) for (_, name), said in words.items()]
    return Rated(
        sessions=sum(sum(said.values()) for said in words.values()),
        sites=len(words),
        troubled=sum(count for count, _ in troubled),
        places=tuple(name for count, name in sorted(troubled, key=lambda one: (-one[0], one[1])) if count),
    )


def rated_lines(rated: Rated, *, calm: bool = False) -> Iterator[Line]:
    """One line, or none: of a calm week only where there was trouble."""
    params: dict[str, Param] = {"sessions": rated.sessions, "sites": rated.sites}
    if rated.troubled:
        names = ", ".join(rated.places[:NAMED_UP_TO])
        more = max(len(rated.places) - NAMED_UP_TO, 0)
        yield Line("rated-troubled", params | {"troubled": rated.troubled, "names": names, "more": more})
    elif rated.sessions and not calm:
        yield Line("rated-well", params)

"""What changed from one week's summary to the next: who newly needs somebody, whose matter is settled, and
how the hours compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.cases import CaseState
from bot.domain.client_weeks import ClientWeek
from bot.domain.messages import Line, Minutes, Param

NAMED = 5
"""One sentence about many names at most so many."""
ENDINGS = (CaseState.COMPLETED, CaseState.ENDED, CaseState.TRANSFERRED)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a week stood when its summary was written: hours of its work, and who needed the reader."""

    credited: int
    pressing: tuple[tuple[int, str], ...] = ()
    """Each person with his name, or a child's code: later he may be no client any more."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A client whose case was closed, or went to another Bapas, since the period began."""

    name: str
    how: CaseState


def standing(clients: Sequence[ClientWeek], pressing: frozenset[int], credited: int) -> Standing:
    """Of these clients, of whom those with these cases need the reader."""
    people = {one.person: one.name for one in clients if one.case_id in pressing}
    return Standing(credited, tuple(people.items()))


def changed(before: Standing, now: Standing) -> Iterator[Line]:
    """Who came to the list and who left it, a sentence each."""
    for key, names in (("digest-new", settled(now, before)), ("digest-settled", settled(before, now))):
        if names["names"]:
            yield Line(key, names)


def settled(before: Standing, now: Standing) -> dict[str, Param]:
    """Who stood on the list then and does not now: the first names, and how many more there are."""
    still = dict(now.pressing)
    names = [name for person, name in before.pressing if person not in still]
    return {"names": ", ".join(names[:NAMED]), "more": len(names[NAMED:])}


def ended_lines(ended: Sequence[Ended]) -> Iterator[Line]:
    """Whose cases are over, by how they ended, and where their figures are."""
    by_way = {how: [one.name for one in ended if one.how is how] for how in ENDINGS}
    for how, names in by_way.items():
        shown: dict[str, Param] = {"names": ", ".join(names[:NAMED]), "more": len(names[NAMED:])}
        if names:
            yield Line("digest-ended", {"how": how.value} | shown)
    if ended:
        yield Line("digest-ended-counted")


def trend(before: Standing | None, credited: int) -> dict[str, Param]:
    """How much more or less was credited than in the week before; nothing is said of a first week."""
    if before is None:
        return {"trend": "none", "by": Minutes(0)}
    by = credited - before.credited
    word = "same" if by == 0 else "more" if by > 0 else "less"
    return {"trend": word, "by": Minutes(abs(by))}

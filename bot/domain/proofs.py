"""How often a question proved true: what officers answered, and what became of the work."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.messages import Label
from bot.domain.patterns import Answer, PatternKind

PROOF_OVER: Final = timedelta(days=365)
"""How far back it is counted what became of the questions."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Of one kind of question: how often it was asked, proved true, and had an explanation."""

    asked: int = 0
    true: int = 0
    explained: int = 0

    @property
    def known(self) -> bool:
        """Whether anything has become of it yet."""
        return self.true + self.explained > 0

    def plus(self, count: int, *, true: bool, explained: bool) -> Proof:
        return Proof(self.asked + count, self.true + count * true, self.explained + count * explained)


def proof_of_patterns(rows: Iterable[tuple[PatternKind, Answer | None, int]]) -> dict[PatternKind, Proof]:
    """Kind → what the officers answered; what nobody has answered counts as asked only."""
    found: dict[PatternKind, Proof] = {}
    for kind, answer, count in rows:
        true, explained = answer is Answer.ACTION, answer is Answer.EXPLAINED
        found[kind] = found.get(kind, Proof()).plus(count, true=true, explained=explained)
    return found


def proof_of_labels(rows: Iterable[tuple[Sequence[str], bool, bool, int]]) -> dict[Label, Proof]:
    """Label → what became of the attendances: rows of labels, rejected, confirmed, how many. An upheld
    contest confirms what was rejected, and so moves it."""
    found: dict[Label, Proof] = {}
    for labels, rejected, confirmed, count in rows:
        for label in labels:
            if label in set(Label):
                before = found.get(Label(label), Proof())
                found[Label(label)] = before.plus(count, true=rejected, explained=confirmed)
    return {label: found[label] for label in Label if label in found}

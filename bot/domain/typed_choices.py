"""What is typed below buttons instead of pressing one: a plain yes or no, and numbers that there are."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.answers import only_no, only_yes
from bot.domain.messages import Choice

YES = frozenset({"choice-here", "choice-over", "choice-kin-yes", "choice-help-tell-guardian"})
NO = frozenset({"choice-not-here", "choice-not-over", "choice-kin-no", "choice-help-spare-guardian"})
"""Where a question is asked in words that these answer, so that neither can mean anything else."""


def meant(text: str, choices: Sequence[Choice]) -> Choice | None:
    """The button that a plain yes or no stands for; None where it says more, and where there is no such
    question."""
    keys = YES if only_yes(text) else NO if only_no(text) else frozenset[str]()
    found = [one for one in choices if one.key in keys]
    return found[0] if len(found) == 1 else None


def numbers_of(choices: Sequence[Choice]) -> str:
    """The numbers that can be typed below these: `1–5`, or each of them where some are left out."""
    known = sorted(choice.number or place for place, choice in enumerate(choices, 1))
    run = known == list(range(known[0], known[-1] + 1))
    return f"{known[0]}–{known[-1]}" if run and len(known) > 1 else ", ".join(map(str, known))

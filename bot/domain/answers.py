"""What somebody answered: a reason from a button, his own words, or a reason and words that came after it."""

from __future__ import annotations

from bot.domain.messages import Param, Word

REASON = "reason-"
"""A button's reason is kept as its key in the locale."""
NOT_HERE = "reason-not-here"
"""A supervisor's reason for a rejection: whoever it is was not at the site."""
_BETWEEN = "\n"


def with_more(answer: str, words: str) -> str:
    """The answer with words added later."""
    return f"{answer}{_BETWEEN}{words}"


def reason_of(answer: str) -> str:
    """The button's reason, or '' where there are only words."""
    first = answer.partition(_BETWEEN)[0]
    return first if first.startswith(REASON) else ""


def own_words(answer: str) -> Param:
    """What to show: the words if there are any, because they say more; else the button's label."""
    reason = reason_of(answer)
    words = answer.removeprefix(reason).strip()
    return words or Word(reason) if reason else answer

"""Worrying words in an explanation, an excuse or a contest: they stay there, and a person looks soon."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.messages import Choice, Line, Notice
from bot.domain.worries import troubling


def marks(words: str) -> tuple[Line, ...]:
    """For the card of whoever decides."""
    return (Line("answer-worrying"),) if troubling(words) else ()


def with_help(receipt: Notice, words: str) -> Notice:
    """For the client who wrote them, with the way to somebody who answers at any hour."""
    return and_help(receipt) if troubling(words) else receipt


def and_help(receipt: Notice) -> Notice:
    """With the way to somebody who answers at any hour."""
    lines = (*receipt.lines, Line("message-worrying"))
    return replace(receipt, lines=lines, choices=(*receipt.choices, HELP), ask=None)


HELP = Choice("help-call", "choice-help-call")

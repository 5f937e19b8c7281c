"""A guardian's consent for a child (UU 27/2022 Pasal 25), and what it waits for while there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.identity import Gone


class Answer(StrEnum):
    """What a guardian said last, where it is no consent."""

    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Waits(StrEnum):
    """Why a child has no consent; each has its next step in `consent-step`."""

    CASE = "case"
    """The child has no case yet, and a guardian is named with one."""
    NOBODY = "nobody"
    """No guardian is on record."""
    INVITATION = "invitation"
    """The guardian has not joined."""
    WRONG_NUMBER = "wrong_number"
    """The guardian's phone turned out to be somebody else's."""
    STOPPED = "stopped"
    BLOCKED = "blocked"
    ANSWER = "answer"
    """The guardian has joined, and was not asked or has not answered."""
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How a guardian can be spoken to; `gone` where every account of his takes no messages, and why."""

    joined: bool
    gone: Gone | None = None
    wrong_number: bool = False


def waits_for(reach: Reach | None, answer: Answer | None) -> Waits:
    """Why a child without consent has none. A no weighs more than how it was said."""
    if reach is None:
        return Waits.NOBODY
    if answer is not None:
        return Waits(answer.value)
    if not reach.joined:
        return Waits.WRONG_NUMBER if reach.wrong_number else Waits.INVITATION
    if reach.gone is not None:
        return Waits.STOPPED if reach.gone is Gone.STOPPED else Waits.BLOCKED
    return Waits.ANSWER

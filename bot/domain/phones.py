"""Phones that several people use, and who helps whom: how long a turn lasts, what may be undone."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

IDLE = timedelta(minutes=10)
"""So long after the last message a turn ends by itself: the next one may be somebody else."""
REGRET = timedelta(minutes=10)
"""So long after a name was chosen, *Salah orang* undoes what was done under it."""
LISTED = 8
"""More people than this are not listed: the code is typed."""
LONGEST_LABEL = 40
"""Letters of what a shared phone is called."""


class PhoneKind(StrEnum):
    """What a shared phone is. A post stands in an office, where nobody needs to read who else comes."""

    POST = "post"
    FAMILY = "family"


class Way(StrEnum):
    """With whose help something was sent; the client's own phone needs none."""

    ROLL_CALL = "roll-call"
    OFFICER = "officer"
    GUARDIAN = "guardian"
    DESK_PHONE = "desk-phone"


class HowEnded(StrEnum):
    """Why a turn at a shared phone is over."""

    LEFT = "left"
    IDLE = "idle"
    WRONG_PERSON = "wrong-person"
    TAKEN_OFF = "taken-off"
    """The phone is no shared phone any more, or no longer this person's."""


WRONG_PERSON = "reason-wrong-person"
"""Why a record was undone: somebody else's name had been chosen."""
NO_WORD, WORD_LATER = "reason-no-word", "reason-word-later"
"""Why a supervisor called somebody present: no check-in had come; and once one has."""
WHY = ("reason-phone-broken", "reason-no-phone")
"""What a guardian may press when asked why he helps; anything else is said in words."""


def number_shown(token_hash: str, channel: str, account: str) -> int:
    """The two digits on a phone that has opened the link of a shared phone: another account shows others, so
    that whoever looks at the phone in front of him lets that one in."""
    digest = hashlib.sha256(f"{token_hash}:{channel}:{account}".encode()).digest()
    return 10 + int.from_bytes(digest[:4], "big") % 90


def shows_names(kind: PhoneKind, people: int) -> bool:
    """Whether the people of a phone are listed to choose from, or their code is typed."""
    return kind is PhoneKind.FAMILY and people <= LISTED


def ends_at(used_at: datetime) -> datetime:
    """When a turn ends that was last used then."""
    return used_at + IDLE


def may_undo(began_at: datetime, now: datetime) -> bool:
    """Whether what was done in a turn can still be taken back as somebody else's."""
    return now - began_at <= REGRET


def may_answer(shown_at: datetime, now: datetime) -> bool:
    """Whether the notice of data use is still before whom it was shown to; later it may be somebody else."""
    return shown_at <= now < shown_at + IDLE


def plain_code(text: str) -> str:
    """A code without what people leave out: `k 02` and `K02` for `K-02`."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def label_of(text: str) -> str:
    """What a phone is called, on one line; sentences say *HP* before it."""
    words = text.split()
    if len(words) > 1 and words[0].casefold() == "hp":
        words = words[1:]
    return " ".join(words)


def codes_in(text: str) -> tuple[Sequence[str], Sequence[str]]:
    """The codes to add and, with a minus before them, to take off: `K-01; K-02; -K-03`."""
    words = [word.strip() for word in text.replace(",", ";").split(";") if word.strip()]
    added = [word for word in words if not word.startswith(("-", "–"))]
    taken = [word[1:].strip() for word in words if word.startswith(("-", "–"))]
    return added, [word for word in taken if word]

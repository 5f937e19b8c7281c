"""Who holds a phone: what a newcomer shows beside the link, for a link can be forwarded."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

MONTHS = {
    **{"januari": 1, "februari": 2, "maret": 3, "april": 4, "mei": 5, "juni": 6},
    **{"juli": 7, "agustus": 8, "september": 9, "oktober": 10, "november": 11, "desember": 12},
    **{"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7},
    **{"august": 8, "october": 10, "december": 12},
}
_NUMBERS = re.compile(r"(\d{1,2})\s*[/. -]\s*(\d{1,2})\s*[/. -]\s*(\d{4})")
_WORDS = re.compile(r"(\d{1,2})\s*[/. -]?\s*([a-z]{3,})\s*[/. -]?\s*(\d{4})")
_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4})")

_IN_PERSON = frozenset(
    {"langsung", "🙋", "🙋 langsung", "pk", "pk langsung", "hadir langsung", "pk hadir", "pk hadir langsung"}
)

WRONG_TRIES = 5
"""After so many wrong numbers or dates a link is locked, until a person has looked."""
SHORTEST_NUMBER = 8
"""Digits of a telephone number without its country, at least."""


class SecondFactor(StrEnum):
    """What an office asks for beside the link."""

    CONTACT = "contact"
    """The phone's own number, as the messenger shares it, equal to the one on file."""
    BIRTH_DATE = "birth_date"
    IN_PERSON = "in_person"
    """Somebody of the office stands beside and compares a number on the phone."""


class Gone(StrEnum):
    """Why nothing can be sent to an account."""

    BLOCKED = "blocked"
    """The bot was blocked, or the account no longer exists: the messenger does not tell them apart."""
    STOPPED = "stopped"
    """Its holder wrote *stop*."""


def factor_for(wish: SecondFactor, *, phone: str, born_on: date | None) -> SecondFactor:
    """What a person can be asked for: the office's wish, where it is on file; else the other one; and where
    nothing is on file, somebody of the office must be there."""
    on_file = {SecondFactor.CONTACT: bool(number_of(phone)), SecondFactor.BIRTH_DATE: born_on is not None}
    if wish is SecondFactor.IN_PERSON or on_file[wish]:
        return wish
    return next((one for one, known in on_file.items() if known), SecondFactor.IN_PERSON)


def asks_for_person(text: str, factor: SecondFactor) -> bool:
    """Whether somebody typed, instead of pressing, that the officer stands beside him: the word, the picture,
    or the place of the key where keys carry no numbers."""
    said = " ".join(re.sub(r"[^\w🙋]+", " ", text.casefold()).split())
    return said in _IN_PERSON or (factor is SecondFactor.CONTACT and said == "2")


def number_of(written: str) -> str:
    """A telephone number with its country and nothing else, '' for none: `0812-3456-7890`, `+62 812 …` and
    `812 …` are the same one of Indonesia."""
    digits = re.sub(r"\D", "", written)
    if digits.startswith("00"):
        digits = digits[2:]
    elif digits.startswith("0"):
        digits = "62" + digits[1:]
    elif digits.startswith("8") and not written.strip().startswith("+"):
        digits = "62" + digits
    digits = "62" + digits[3:] if digits.startswith("620") else digits
    return digits if len(digits) >= SHORTEST_NUMBER else ""


def same_number(one: str, other: str) -> bool:
    """Whether two ways of writing mean one number; nothing is the same as no number."""
    return bool(number_of(one)) and number_of(one) == number_of(other)


def read_birth_date(text: str) -> date | None:
    """`24/4/2008`, `24-04-2008`, `24042008`, `24 April 2008`, `2008-04-24`; None for anything else."""
    words = " ".join(text.casefold().split())
    try:
        if found := _NUMBERS.fullmatch(words) or _TOGETHER.fullmatch(words):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _WORDS.fullmatch(words):
            month = [number for name, number in MONTHS.items() if name.startswith(found[2])]
            return date(int(found[3]), month[0], int(found[1])) if len(set(month)) == 1 else None
        return date.fromisoformat(words)
    except ValueError:
        return None

"""Who holds a phone: what a newcomer shows beside the link, for a link can be forwarded."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from enum import StrEnum

_IN_PERSON = frozenset(
    {"langsung", "🙋", "🙋 langsung", "pk", "pk langsung", "hadir langsung", "pk hadir", "pk hadir langsung"}
)

WRONG_TRIES = 5
"""After so many wrong numbers or dates a link is locked, until a person has looked."""
SHORTEST_NUMBER = 8
"""Digits of a telephone number without its country, at least."""
LONGEST_NUMBER = 15
"""Digits of a telephone number with its country, at most (ITU-T E.164)."""
_NUMBER = re.compile(r"\(?\+?[\d\s().\N{NO-BREAK SPACE}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}-]+")
_OF_HERE = re.compile(r"8\d{8,11}|[2-79]\d{7,10}")
"""Mobile and fixed numbers of Indonesia, without 62 and without 0."""


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


def mark_of(*request: str) -> int:
    """Which request a *which number* card belongs to, without giving its number away: an older card stays on
    the screen of a messenger that cannot change it, and must not count as a wrong answer to a newer one."""
    digest = hashlib.sha256(":".join(("mark", *request)).encode()).digest()
    return int.from_bytes(digest[:3], "big")


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


def spelled_number(written: str) -> str | None:
    """A telephone number in one spelling: `0812-3456-7890` for one of Indonesia, however it was written and
    though a spreadsheet took its zero; `+60123456789` for one of another country. None for anything else: by
    such a number nobody could ever show that a phone is his."""
    text = written.strip()
    digits = number_of(text) if _NUMBER.fullmatch(text) else ""
    if not digits or (not text.startswith("+") and text[0].isdecimal() and text[0] not in "068"):
        return None
    if digits.startswith("62"):
        here = "0" + digits[2:]
        return f"{here[:4]}-{here[4:8]}-{here[8:]}" if _OF_HERE.fullmatch(here[1:]) else None
    abroad = text.startswith(("+", "00")) and len(digits) <= LONGEST_NUMBER
    return f"+{digits}" if abroad else None


def same_number(one: str, other: str) -> bool:
    """Whether two ways of writing mean one number; nothing is the same as no number."""
    return bool(number_of(one)) and number_of(one) == number_of(other)

"""A stand-in whom a supervisor names for one day: his code, or name and number, as they are typed."""

from __future__ import annotations

import re

from bot.domain.answers import POLITE

LONGEST_NAME = 60
_CODE = re.compile(r"([^\W\d_]{1,5})[\s._-]*(\d{1,6})")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\+?\d[\d\s.()-]{7,}\d")


def name_and_number(text: str) -> tuple[str, str]:
    """`Sari, 0812-3456-7890` → name and digits; either may be ''."""
    found = _NUMBER.search(text)
    number = re.sub(r"[^\d+]", "", found.group()) if found else ""
    rest = text.replace(found.group(), " ") if found else text
    return " ".join(rest.strip(" ,;:-").split()).strip(" ,;:-"), number


def codes_meant(text: str) -> tuple[str, ...]:
    """How a code may be written that was typed somehow (`pl 03`, `PL.03`, `pl03`); none where a text does not
    look like a code."""
    found = _CODE.fullmatch(text.strip(" .,"))
    if found is None:
        return ()
    letters, digits = found.group(1).upper(), found.group(2)
    return f"{letters}-{digits}", f"{letters}{digits}", text.strip()


def same_name(one: str, other: str) -> bool:
    """Whether two names are written with the same words, whatever stands before them: *Pak Rusli Pare*."""
    words = _name_words(one)
    return bool(words) and words == _name_words(other)


def _name_words(name: str) -> list[str]:
    return [word for word in _WORD.findall(name.casefold()) if word not in POLITE]

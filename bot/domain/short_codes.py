"""The code that somebody types who cannot open a link: ten signs in two groups, without look-alikes."""

from __future__ import annotations

import re

SIGNS = "CDFGHJKMNPQRTVWXY23456789"
"""No vowel, so that no word comes out; of two signs that look alike only one."""
LENGTH = 10
"""46 bits: past guessing for whoever has a few tries an hour."""
LOOK_ALIKES = str.maketrans("BSUZ", "85V2")
"""What is easily read instead of a sign: B for 8, S for 5, U for V, Z for 2."""

_BETWEEN = re.compile(r"[\s\-–—_.:=\"'“”]+")
_BEFORE = re.compile(r"(?:(?:ketik|tulis|kode|kodenya|code|undangan|saya|ini)\b[\s:=]*)+", re.IGNORECASE)
"""What people copy from the slip, or add."""
_DATE = re.compile(r"\d{1,2}[A-Z]{3,}\d{4}")
"""`12Apr1990`: somebody answers another question."""
_NEARLY = re.compile(r"(?=.*[0-9])(?=(?:.*[A-Z]){3})(?!(?:.*[AEIOU]){2})[0-9A-Z]{9,11}")
"""With two vowels it is a word and a number."""
_PART = range(3, 8)
"""Signs of a half of a code, give or take a slip of the finger."""


def read(text: str) -> str | None:
    """The code in a text, however it was typed; None where it cannot be one."""
    if not _shaped(text):
        return None
    letters = _bare(text).translate(LOOK_ALIKES)
    return letters if len(letters) == LENGTH and all(letter in SIGNS for letter in letters) else None


def meant(text: str) -> bool:
    """Whether a text was probably meant as a code: it is one, or one with a slip of the finger."""
    if read(text) is not None:
        return True
    bare = _bare(text)
    return _shaped(text) and _NEARLY.fullmatch(bare) is not None and _DATE.fullmatch(bare) is None


def grouped(code: str) -> str:
    """A code as it is printed."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"


def _shaped(text: str) -> bool:
    """Whether a text is written as a code is: in one piece, in two halves, or sign by sign."""
    parts = [part for part in _BETWEEN.split(_without_words(text)) if part]
    halves = len(parts) == 2 and all(len(part) in _PART for part in parts)
    return len(parts) == 1 or halves or (len(parts) > 2 and all(len(part) == 1 for part in parts))


def _without_words(text: str) -> str:
    return _BEFORE.sub("", text.strip(), count=1) if _BEFORE.match(text.strip()) else text


def _bare(text: str) -> str:
    return _BETWEEN.sub("", _without_words(text)).upper()

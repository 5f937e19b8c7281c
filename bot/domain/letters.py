"""The letter at the end of a case (*surat keterangan selesai*): how it is numbered, and the code by which
anybody can ask whether it holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

SIGNS = "0123456789CDFGHJKMNPRTVWXY"
"""No vowel, so that no word comes out; of signs that look alike only one."""
LOOK_ALIKES = str.maketrans("OQILBSUZ", "001185V2")
"""What is easily read instead of a sign."""
LENGTH = 16
"""75 bits. With a million valid letters and six hundred tries a minute, all that the page answers, a hit
takes some hundred million years, and shows hours of nobody knows whom; 128 bits would be 28 signs to type
for whoever cannot scan."""
GROUP = 4
LONGEST_TYPED = 300
"""Signs that are looked at; the address of the page with the code at its end has fewer."""

DEFAULT_PATTERN = "{no}/SKS/{office}/{year}"
LONGEST_PATTERN = 60
FIELDS = frozenset({"no", "office", "month", "year"})
_FIELD = re.compile(r"\{([^{}]*)\}")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def new_code(pick: Callable[[str], str]) -> str:
    """A code of signs that were picked at random."""
    return "".join(pick(SIGNS) for _ in range(LENGTH))


def read_code(text: str) -> str | None:
    """The code as somebody types it: in any size and spacing, with look-alikes, also at the end of the
    page's address; None where it cannot be one."""
    last = text[:LONGEST_TYPED].rstrip("/ ").rpartition("/")[2]
    signs = "".join(sign for sign in last.upper() if sign.isalnum()).translate(LOOK_ALIKES)
    return signs if len(signs) == LENGTH and all(sign in SIGNS for sign in signs) else None


def grouped(code: str) -> str:
    """A code as it is printed, four signs at a time."""
    return "-".join(code[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def good_pattern(pattern: str) -> bool:
    """Whether numbers can be written so: once the count and once the year (else two letters would have one
    number), fields that there are, nothing unprintable, and of a length that fits on its line."""
    fields = _FIELD.findall(pattern)
    rest = _FIELD.sub("", pattern)
    known = set(fields) <= FIELDS and fields.count("no") == 1 and fields.count("year") == 1
    return known and len(pattern) <= LONGEST_PATTERN and rest.isprintable() and not set(rest) & set("{}")


def number_of(pattern: str, count: int, office: str, day: date) -> str:
    """The number of a letter: the office's count of that year in the office's own way."""
    values = {"no": str(count), "office": office, "month": _ROMAN[day.month - 1], "year": str(day.year)}
    return _FIELD.sub(lambda field: values[field[1]], pattern)

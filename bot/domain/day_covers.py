"""A stand-in whom a supervisor names for one day: his name and number, as they are typed."""

from __future__ import annotations

import re

LONGEST_NAME = 60
_NUMBER = re.compile(r"\+?\d[\d\s.()-]{7,}\d")


def name_and_number(text: str) -> tuple[str, str]:
    """`Sari, 0812-3456-7890` → name and digits; either may be ''."""
    found = _NUMBER.search(text)
    number = re.sub(r"[^\d+]", "", found.group()) if found else ""
    rest = text.replace(found.group(), " ") if found else text
    return " ".join(rest.strip(" ,;:-").split()).strip(" ,;:-"), number

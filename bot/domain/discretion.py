"""What others must not read from something of somebody's: that he is a client of a probation office.

A poster hangs where everybody passes, an invitation lies on a table, the bot's name stands on a lock screen.
The identity of a child is secret (UU 11/2012 Pasal 19); data of an offence are specific personal data (UU
27/2022 Pasal 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_TELLING: Final = re.compile(
    r"bapas|pidana|masyarakatan|hukum|tahanan|penjara|kejahatan|kriminal|pengadilan"
    r"|\b(napi|lapas|rutan|jaksa|putusan|klien|terdakwa|tersangka)"
    r"|probation|parole|convict|criminal|offen[cd]|prison|inmate|punish|penal|prosecut"
    r"|\b(court|sentence|felon|jail|client)s?\b",
    re.IGNORECASE,
)


def gives_away(text: str) -> bool:
    """Whether a text says, in Indonesian or English, what office or what duty it is about."""
    return _TELLING.search(text) is not None


_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SHORTEST: Final = 3
"""Letters of a word in a name; a person without a name has his code for one, *K-02*."""


def names_in(text: str, secret: Iterable[str]) -> list[str]:
    """What of a text may name one of these people, as it is written there: any word of a name, for the first
    alone is how people write, and neighbours as one. Ordinary words are names too, *fajar*: it only warns."""
    wanted = {word for name in secret for word in _words(name)}
    found: list[tuple[int, int]] = []
    last = -2
    for number, one in enumerate(_WORD.finditer(text)):
        if not wanted.intersection(_words(one.group())):
            continue
        start = found.pop()[0] if number == last + 1 else one.start()
        found.append((start, one.end()))
        last = number
    return [text[start:end] for start, end in found]


def _words(name: str) -> list[str]:
    """*Nur-Aini*, *Andi-nya*: each part for itself."""
    parts = re.split(r"[^\w]", name.casefold())
    return [part for part in parts if len(part) >= _SHORTEST and part.isalpha()]

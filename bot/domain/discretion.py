"""What others must not read from something of somebody's: that he is a client of a probation office.

A poster hangs where everybody passes, an invitation lies on a table, the bot's name stands on a lock screen.
The identity of a child is secret (UU 11/2012 Pasal 19); data of an offence are specific personal data (UU
27/2022 Pasal 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
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
"""Letters of a name that is one word: a person without a name has his code for one, *K-02*."""


def names_in(text: str, secret: Iterable[str]) -> list[str]:
    """What of a text names one of these people, as it is written there: two neighbouring words of a name, or
    a name that is one word."""
    wanted = {part for name in secret for part in _parts(name)}
    said = [*_WORD.finditer(text)]
    runs = [(one, one) for one in said] + [*pairwise(said)]
    runs.sort(key=lambda run: run[0].start())
    return [
        text[first.start() : last.end()]
        for first, last in runs
        if _words(first.group(), last.group()) in wanted
    ]


def _parts(name: str) -> list[tuple[str, str]]:
    words = _WORD.findall(name)
    if len(words) == 1:
        return [_words(*words, *words)] if len(words[0]) >= _SHORTEST else []
    return [_words(*pair) for pair in pairwise(words)]


def _words(first: str, last: str) -> tuple[str, str]:
    return first.casefold(), last.casefold()

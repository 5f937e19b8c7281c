"""What others must not read from something of somebody's: that he is a client of a probation office.

A poster hangs where everybody passes, an invitation lies on a table, the bot's name stands on a lock screen.
The identity of a child is secret (UU 11/2012 Pasal 19); data of an offence are specific personal data (UU
27/2022 Pasal 4).
"""

from __future__ import annotations

import re
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

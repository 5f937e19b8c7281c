"""Whether a case ended because the client died: the officer writes why it ended, and nobody asks the dead."""

from __future__ import annotations

import re

from bot.domain.answers import NO_WORDS

_DIED = frozenset({"meninggal", "wafat", "almarhum", "almarhumah", "berpulang", "kematian", "tutup usia"})
_OTHERS = frozenset(
    {"ayah", "ayahnya", "bapaknya", "ibunya", "orangtua", "orangtuanya", "tua", "tuanya", "ortu", "ortunya"}
    | {"istri", "istrinya", "suami", "suaminya", "anaknya", "kakaknya", "adiknya", "saudaranya"}
    | {"kakek", "kakeknya", "nenek", "neneknya", "mertua", "mertuanya", "keluarganya", "korban", "korbannya"}
)
"""Whose death is not the client's. *Anak*, *bapak* and *ibu* alone may be himself."""
NEAR = 3
"""Words before, within which somebody else or a negation changes what is said."""
_CLAUSE = re.compile(r"[^.,;:!?\n]+")
_WORD = re.compile(r"[^\W_]+")


def of_client(reason: str) -> bool:
    """Whether the reason for which a case ended says that the client died."""
    return any(_says(_WORD.findall(clause)) for clause in _CLAUSE.findall(reason.casefold()))


def _says(words: list[str]) -> bool:
    for at, word in enumerate(words):
        pair = " ".join(words[max(at - 1, 0) : at + 1])
        before = set(words[max(at - NEAR, 0) : at])
        if (word in _DIED or pair in _DIED) and not before & (_OTHERS | NO_WORDS):
            return True
    return False

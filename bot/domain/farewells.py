"""How people say that they want no more messages, or were never meant."""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise


class Farewell(StrEnum):
    """What a text says about the messages themselves."""

    STOP = "stop"
    """No more of them."""
    PERHAPS = "perhaps"
    """Perhaps no more of them: it is asked."""
    WRONG_NUMBER = "wrong_number"
    """This phone is somebody else's."""


_WORD = re.compile(r"[^\W\d_]+")
_STOP = frozenset({"stop", "setop", "stopp", "hentikan", "berhenti"})
_ALWAYS = frozenset({"stop", "setop", "stopp"})
"""Said of messages hardly ever otherwise, also where an answer is awaited."""
_MESSAGES = frozenset(
    {"pesan", "pesannya", "pesanya", "chat", "chatnya", "wa", "sms", "kabar", "pemberitahuan", "notifikasi"}
)
_AROUND = _MESSAGES | frozenset(
    {
        "tolong",
        "mohon",
        "maaf",
        "pak",
        "bapak",
        "bu",
        "ibu",
        "kak",
        "mas",
        "mbak",
        "min",
        "admin",
        "ya",
        "yah",
    }
    | {"dong", "deh", "lah", "saja", "aja", "sudah", "udah", "ini", "itu", "semua", "kirim", "kirimi"}
    | {"mengirim", "kirimnya", "ke", "saya", "sini", "lagi", "sekarang", "di"}
)
"""What stands around the word and changes nothing."""
_NOT = frozenset({"jangan", "tidak", "tdk", "gak", "ga", "nggak", "tak", "belum"})
_SEND = _MESSAGES | {"kirim", "kirimi", "mengirim", "hubungi", "ganggu", "mengganggu"}
_NUMBER = {("salah", one) for one in ("nomor", "nomer", "no", "sambung")} | {
    ("nomor", "salah"),
    ("nomer", "salah"),
}
_WRONG = _NUMBER | {("salah", "orang"), ("bukan", "saya")}
_LONGEST = 6
"""Words; who says more tells a story, and a person should read it."""


def farewell(text: str) -> Farewell | None:
    """`STOP!`, `tolong stop pesannya`, `maaf salah orang`; None for everything else."""
    words = _WORD.findall(text.casefold())
    if not words or len(words) > _LONGEST:
        return None
    if _WRONG & set(pairwise(words)):
        return Farewell.WRONG_NUMBER if len(set(words) - _AROUND) <= 2 else None
    stops, nots = _STOP & set(words), _NOT & set(words)
    if stops and not nots and set(words) - _STOP <= _AROUND:
        return (
            Farewell.STOP
            if stops & _ALWAYS or len(words) == 1 or _MESSAGES & set(words)
            else Farewell.PERHAPS
        )
    if (_ALWAYS | {"hentikan"}) & set(words) and not nots:
        return Farewell.PERHAPS
    return Farewell.PERHAPS if "jangan" in words and _SEND & set(words) and "lagi" in words else None


def plainly(text: str, *, of_others: bool = False) -> bool:
    """Whether it is meant so even where an answer in words is awaited. Who tells of himself may have stopped
    working (*berhenti*); of somebody else's record only that is no reason, but *salah orang* is."""
    bye, words = farewell(text), _WORD.findall(text.casefold())
    if bye is Farewell.WRONG_NUMBER:
        return bool(_NUMBER & set(pairwise(words)))
    return bye is Farewell.STOP and (of_others or bool(_ALWAYS & set(words)))


def ends_round(text: str) -> bool:
    """Whether a stop in the middle of a practice means the practice: nothing is said of messages."""
    words = set(_WORD.findall(text.casefold()))
    return farewell(text) in (Farewell.STOP, Farewell.PERHAPS) and not words & _SEND

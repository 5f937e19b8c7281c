"""An answer in words where one of a few buttons was asked for: *lancar semua pak*, *ada kendala, alatnya
kurang*. Only what is plainly one of them is taken; a person is asked about anything else."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bot.domain.answers import BUT, NO_WORDS, POLITE, only_acknowledges

NOTHING = "choice-evaluation-nothing"
"""The one button below a question for words."""
_WELL = ("baik", "bagus", "puas", "memuaskan", "good")
_VERY_WELL = (
    *(f"sangat {one}" for one in _WELL[:-1]),
    *(f"{one} sekali" for one in _WELL[:-1]),
    "very good",
)
PHRASES: dict[str, tuple[str, ...]] = {
    "choice-session-smooth": (
        *("lancar", "sangat lancar", "lancar sekali", "tanpa kendala", "tanpa masalah", "aman", "smoothly"),
        *("tidak ada kendala", "tidak ada masalah", "tidak ada hambatan"),
    ),
    "choice-session-fair": ("cukup", "cukup lancar", "lumayan", "lumayan lancar", "fairly well"),
    "choice-session-troubled": (
        *("ada kendala", "ada sedikit kendala", "sedikit kendala", "terkendala", "kendala"),
        *("ada masalah", "ada sedikit masalah", "ada hambatan", "there was trouble"),
    ),
    "choice-rating-very-good": _VERY_WELL,
    "choice-rating-good": _WELL,
    "choice-rating-fair": ("cukup", "cukup baik", "cukup bagus", "lumayan", "sedang", "fair"),
    "choice-rating-needs-guidance": (
        *("perlu dibimbing", "perlu bimbingan", "perlu dibina", "masih perlu dibimbing", "needs guidance"),
        "masih perlu bimbingan",
    ),
    "choice-service-4": _VERY_WELL,
    "choice-service-3": _WELL,
    "choice-service-2": (*(f"kurang {one}" for one in _WELL[:-1]), "kurang", "not so good"),
    "choice-service-1": (*(f"tidak {one}" for one in _WELL[:-1]), "buruk", "jelek", "not good"),
    "choice-cost-4": ("gratis", "tanpa biaya", "tidak ada biaya", "tidak bayar", "tidak dipungut", "free"),
    "choice-cost-3": ("murah", "cheap"),
    "choice-cost-2": ("cukup mahal", "agak mahal", "rather expensive"),
    "choice-cost-1": ("sangat mahal", "mahal sekali", "very expensive"),
    "choice-evaluation-skip": ("lewati", "skip"),
    NOTHING: ("tidak", "tidak ada", "tidak ada lagi", "nothing"),
}
"""What stands for each button; a no and *sekali* in whichever spelling (`_SPELT`)."""
_ALONE = frozenset({"baik", "aman", "cukup", "kurang", "sedang", "good", "kendala", "ada masalah"})
"""With more behind it, it may say something else: *baik, nanti saya sampaikan*, *cukup sekian*."""
_SPELT = {
    **dict.fromkeys(NO_WORDS - {"belum", "blm", "bukan", "jangan", "no"}, "tidak"),
    **dict.fromkeys(("banget", "bgt", "bangat", "bener"), "sekali"),
    **{"sgt": "sangat", "krg": "kurang", "sdh": "sudah", "udah": "sudah", "lancar2": "lancar"},
}
_BEFORE = (
    POLITE
    | {"ya", "iya", "alhamdulillah", "menurut", "saya", "rasa", "semua", "semuanya", "sudah", "selama", "ini"}
    | {"kegiatan", "kegiatannya", "kerja", "kerjanya", "pekerjaannya", "hasil", "hasilnya", "sikap"}
    | {"sikapnya", "disiplinnya", "kedisiplinannya", "pelayanan", "pelayanannya", "tempatnya", "tadi"}
    | {"hari", "berjalan", "dengan", "orangnya", "anaknya", "dia", "itu"}
)
_AFTER = POLITE | {"semua", "semuanya", "saja", "aja", "kok", "sih", "sekali", "ya", "alhamdulillah", "ini"}
_AFTER |= {"selama", "tadi", "hari", "orangnya", "anaknya", "dan"}
_HANGS = BUT | {
    "namun",
    "sayang",
    "sayangnya",
    "padahal",
    "kecuali",
    "walau",
    "walaupun",
    "meski",
    "meskipun",
}
_HANGS |= {"kalau", "kalo", "klo", "bila", "jika", "asal", "asalkan", "seandainya", "atau", "apa", "apakah"}
_HANGS |= {"nanti", "besok", "but", "if"}
_TAKES_BACK = NO_WORDS | {"kurang"}
"""Behind a good answer; behind another they say why: *ada kendala, alatnya kurang*."""
_LOW = frozenset({"choice-session-troubled", "choice-rating-needs-guidance"}) | frozenset(
    f"choice-{what}-{value}" for what in ("service", "cost") for value in (2, 1)
)
_LONGEST = max(len(one.split()) for known in PHRASES.values() for one in known)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Said:
    """A button's key, and what was said besides."""

    key: str
    more: str = ""


def said(text: str, keys: Collection[str]) -> Said | None:
    """Which of these buttons the words begin with, and with no other; None where that is not plain, and for
    a question or an *ok pak*."""
    if "?" in text or only_acknowledges(text):
        return None
    found = list(_WORD.finditer(text))
    words = [_spelt(one.group()) for one in found]
    at = next((place for place, word in enumerate(words) if word not in _BEFORE), len(words))
    match = _phrase_at(words, at, keys)
    if match is None:
        return None
    key, size = match
    end = at + size
    rest = next((place for place in range(end, len(words)) if words[place] not in _AFTER), len(words))
    if rest == len(words):
        return Said(key)
    alone = " ".join(words[at:end]) in _ALONE
    doubts = _HANGS if key in _LOW else _HANGS | _TAKES_BACK
    if alone or any(other != key for other in _meant(words, rest, keys, doubts)):
        return None
    return Said(key, text[found[rest].start() :].strip())


def _meant(words: list[str], at: int, keys: Collection[str], doubts: Collection[str]) -> Iterator[str]:
    """What the words behind an answer mean: the keys of the phrases there, '' for a doubt."""
    while at < len(words):
        match = _phrase_at(words, at, keys)
        if match is not None:
            yield match[0]
            at += match[1]
            continue
        if words[at] in doubts:
            yield ""
        at += 1


def _phrase_at(words: list[str], at: int, keys: Collection[str]) -> tuple[str, int] | None:
    """The longest phrase of these buttons at a place, and of how many words it is."""
    for size in range(_LONGEST, 0, -1):
        phrase = " ".join(words[at : at + size])
        for key in keys:
            if len(words) >= at + size and phrase in PHRASES.get(key, ()):
                return key, size
    return None


def _spelt(word: str) -> str:
    small = word.casefold()
    return _SPELT.get(small, small)

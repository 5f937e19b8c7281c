"""Words in a report after which a person should read it soon. A mark is a question, never a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.domain.answers import NO_WORDS
from bot.domain.despair import gives_up

WORRYING = frozenset(
    {
        # fear and violence
        *("takut", "ketakutan", "ancam", "ancaman", "diancam", "mengancam", "terancam", "kekerasan"),
        *("pukul", "dipukul", "dipukuli", "memukul", "tampar", "ditampar", "siksa", "disiksa", "dianiaya"),
        *("diperkosa", "dilecehkan", "pelecehan", "diperas", "pemerasan"),
        # harm to oneself or to others
        *("bunuh", "dibunuh", "membunuh", "putus asa", "ingin mati", "mau mati"),
        # money (see also `_ASKS`)
        *("pungli", "pungutan", "palak", "dipalak", "memalak", "malak"),
        *("setor", "nyetor", "menyetor", "setoran", "menyogok", "sogok", "sogokan"),
        # health, and a roof
        *("sakit", "dirawat", "kecelakaan", "diusir", "kelaparan"),
    }
)
"""Words, and pairs of words, as people write them to their officer. Kept short on purpose: a mark that is
always there is read by nobody. Change it together with those who read the marks."""
HARMLESS = frozenset({"rumah sakit"})
"""A place, not a complaint."""
_HOURS = frozenset(
    {"satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "lapan", "sembilan", "sepuluh"}
    | {"sebelas", "berapa", "brapa", "brp", "berapaan"}
)
"""What makes a clock of *pukul*, beside digits."""
_BLOWS = frozenset({"kali", "kl", "x", "orang", "org", "anak"})
"""What is counted makes none: *pukul dua kali*, *di pukul 2 orang*."""
_HARM = frozenset(
    {"jatuh", "terjatuh", "luka", "terluka", "luka2", "berdarah", "darah", "patah", "pingsan", "tersengat"}
    | {"tertimpa", "tolong", "ambulans", "ambulan", "kejadian", "keributan", "ribut", "berkelahi", "kelahi"}
)
"""What happens at a site, in a supervisor's words."""
_ILLNESS = frozenset({"sakit", "dirawat"})
NEAR = 3
"""A negation so many words before takes a word back: *tidak ada yang sakit*."""
_ASKS = frozenset(
    {"minta", "mintak", "meminta", "memintai", "mintai", "mintain", "diminta", "dimintai", "dimintain"}
    | {"mintanya", "dimintanya", "suruh", "menyuruh", "nyuruh", "disuruh", "paksa", "memaksa"}
    | {"maksa", "dipaksa", "harus", "wajib", "diharuskan", "diwajibkan", "dimintakan"}
)
_MONEY = frozenset(
    {"uang", "uangnya", "duit", "duitnya", "bayar", "bayaran", "membayar", "transfer"}
    | {"ribu", "rb", "ribuan", "juta", "jt", "rupiah", "rp"}
)
_SUM = re.compile(r"(?:rp)?\d+(?:rb|ribu|k|jt|juta)|rp\d+")
ASKED_WITHIN = 3
"""So many words behind the asking stands what is asked: *minta saya uang*, *minta lima puluh ribu*."""
_HANDED_IN = frozenset({"muka", "wajah", "laporan", "surat", "foto", "berkas", "nama", "data", "bukti"})
"""What is *setor* to an office and costs nothing."""
_TURNS = frozenset({"karena", "krn", "sebab", "soalnya", "tapi", "tetapi", "dan", "lalu"})
"""Behind these another thought begins: *tidak bekerja karena sakit*."""
_CLAUSE = re.compile(r"[^.,;:!?\n]+")
_WORD = re.compile(r"[^\W_]+")


def worth_reading(texts: Iterable[str]) -> bool:
    """Whether what somebody wrote has a word in it that an officer should not find only next week."""
    return any(_worrying(clause) for text in texts for clause in _clauses(text))


def troubling(reason: str) -> bool:
    """The same in why a day was not worked, or was not as it stands there: an illness is what it is about."""
    return any(_worrying(clause, WORRYING - _ILLNESS) for clause in _clauses(reason))


def tells_of_harm(text: str) -> bool:
    """Whether a supervisor may have written that somebody at his site was hurt, or is to be helped."""
    return worth_reading([text]) or any(_worrying(clause, _HARM) for clause in _clauses(text))


def _clauses(text: str) -> Iterator[Sequence[str]]:
    for clause in _CLAUSE.findall(text.casefold()):
        yield _WORD.findall(clause)


def _worrying(words: Sequence[str], worrying: frozenset[str] = WORRYING) -> bool:
    if gives_up(words):
        return True
    for at, word in enumerate(words):
        pair = " ".join(words[max(at - 1, 0) : at + 1])
        hour = word == "pukul" and _tells_the_hour(words[at + 1 :])
        named = (word in worrying and pair not in HARMLESS) or pair in worrying
        handed_in = word == "setor" and words[at + 1 : at + 2] and words[at + 1] in _HANDED_IN
        worry = (named and not hour and not handed_in) or _asks_for_money(words[at:])
        if worry and not _taken_back(words[:at]):
            return True
    return False


def _tells_the_hour(words: Sequence[str]) -> bool:
    """*Pukul 8*, *pukul sebelas*, *pukul setengah delapan*, *pukul jam 8*; not *pukul setengah mati*."""
    behind = words[1:] if words and words[0] in ("setengah", "jam") else words
    if not behind or not (behind[0].isdecimal() or behind[0] in _HOURS):
        return False
    counted = behind[2:] if behind[1:2] in (["belas"], ["puluh"]) else behind[1:]
    return not counted or counted[0] not in _BLOWS


def _asks_for_money(words: Sequence[str]) -> bool:
    """*Minta uang* and the like. *Minta uang makan* is one too, and does no harm: a person reads it."""
    asked = words[1 : ASKED_WITHIN + 1]
    return words[0] in _ASKS and any(one in _MONEY or _SUM.fullmatch(one) for one in asked)


def _taken_back(before: Sequence[str]) -> bool:
    for word in reversed(before[-NEAR:]):
        if word in _TURNS:
            return False
        if word in NO_WORDS:
            return True
    return False

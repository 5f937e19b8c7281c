"""Words that say that somebody may not want to live. They are a question, never a finding."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.answers import POLITE

_NOT = r"(?:tidak|tdk|tak|gak|ga|gk|nggak|ngga|ngak|enggak|engga|ndak|nda)"
_SELF = frozenset({"saya", "aku", "sy", "ak", "gue", "gua", "ane"})
_ME = f"(?:{'|'.join(sorted(_SELF))})"
_WANTS = r"(?:mau|ingin|pengen|pengin|pingin|kepengen|mending|mendingan|lebih\sbaik|baiknya)"
_BEARS = r"(?:kuat|sanggup|tahan)"
_THINGS = r"""(?:hp|hape|ponsel|handphone|telepon|baterai|batre|lampu|listrik|mesin|motor|mobil|sinyal|air
    |genset|pompa|kran|keran|kipas|kompor|senter|laptop|komputer|tv|api|tanaman|pohon|bunga|bibit|rumput
    |ikan|ayam)"""
_HIDUP = r"(?:hidup|idup|kehidupan)"
_NO_USE = rf"""(?:(?:{_NOT}\sada|tiada|gada)(?:\slagi)?\s(?:arti|guna|makna|harapan|tujuan)(?:nya)?
    |{_NOT}(?:\slagi)?\s(?:berarti|berguna|bermakna)|percuma|sia\ssia)"""
_LIFE = re.compile(
    rf"""\b(?:
    bunuh\sdiri | bundir | gantung\sdiri | akhiri\shidup\w* | mengakhiri\shidup\w*
    | {_WANTS}(?:\s{_ME})?\s(?:mati|mampus)(?!\s{_THINGS})
    | biar(?:lah)?\s(?:{_ME}\s(?:mati|mampus)|(?:mati|mampus)\s(?:saja|aja))
    | {_WANTS}\s{_ME}\s(?:{_NOT}\sada|tiada)(?:\slagi)?
        (?=$|\s(?:saja|aja|di\sdunia|daripada|dari\spada|biar|supaya|pak|bu)\b)
    | {_WANTS}(?:\s{_ME})?\s(?:{_NOT}\s(?:usah|pernah)\s(?:di)?lahir(?:kan)?|meninggalkan\sdunia)
    | {_NOT}(?:\s(?:mau|ingin|kuat|sanggup|tahan|pengen|bisa))?\s(?:lagi\s)?hidup\slagi
    | {_NOT}\s(?:mau|ingin|kuat|sanggup|tahan|mampu|pengen)\s(?:lagi\s)?(?:{_ME}\s)?
        (?:untuk\s|buat\s)?(?:(?:menjalani|jalani|menghadapi)\s(?:{_HIDUP}|semua\w*|ini\ssemua\w*)|hidup)
    | (?:capek|cape|capai|lelah|bosan|bosen|muak|malas|males)(?:\s(?:dengan|sama|menjalani|jalani))?\s{_HIDUP}
    | {_HIDUP}(?:ku|(?:\s{_ME})?(?:\sini)?)(?:\s(?:sudah|udah|sdh|memang|rasanya|terasa|jadi))*\s{_NO_USE}
    | {_NO_USE}\s(?:lagi\s)?(?:{_ME}\s)?(?:lagi\s)?{_HIDUP}
    | (?:untuk|buat)\sapa\s(?:lagi\s)?(?:{_ME}\s)?(?:lagi\s)?hidup
    | {_NOT}\s(?:ada|punya)\s(?:lagi\s)?(?:alasan|semangat|harapan)\s(?:lagi\s)?(?:untuk\s|buat\s)?hidup
    | minum\sracun | (?:loncat|lompat|terjun)\sdari\s(?:jembatan|gedung|atas|lantai)
    | (?:menyakiti|melukai|nyakitin|menyiksa)\sdiri | (?:sayat|menyayat|iris|mengiris|potong)\s(?:nadi|tangan)
    )\b""",
    re.VERBOSE,
)
"""As people write that they may not want to live, or may hurt themselves. Nothing takes it back: a person
looks once too often rather than once too late."""
_OF_A_THING = re.compile(
    rf"""\b{_THINGS}(?:nya|ku)?(?:\s(?:{_ME}|nya|ini|itu|kantor|kami))?(?:\s(?:sudah|udah|sdh|tadi|juga))?
    \s(?:(?:{_NOT}\s)?(?:mau|bisa|{_WANTS})\s|{_NOT}\s)?(?:mati|mampus|hidup)\b""",
    re.VERBOSE,
)
"""*HP saya mau mati*, *mesinnya tidak bisa hidup lagi*."""
_GIVES_UP = re.compile(
    rf"""(?:{_ME}\s)?(?:(?:sudah|udah|sdh|dah)\s{_NOT}\s{_BEARS}|{_NOT}\s{_BEARS}\slagi)(?:\slagi)?
        (?:\s(?:men)?jalani(?:nya)?(?:\sini)?)?
    | {_ME}(?:\s(?:ini|sudah|udah|merasa|memang))*\s{_NOT}\s(?:ada\sgunanya|berguna|berarti)(?:\slagi)?""",
    re.VERBOSE,
)
"""Despair where it is all that is said; where it goes on it may as well be about work: *saya sudah tidak kuat
lagi*, and not *saya sudah tidak kuat angkat semen*."""
_AROUND_IT = POLITE | {"rasanya", "rasa", "benar", "betul", "sekarang", "ya", "tuhan", "allah"}
_WORD = re.compile(r"[^\W_]+")


def life_in_danger(text: str) -> bool:
    """Whether somebody may have written that he does not want to live or will hurt himself: then people are
    called at once, at any hour."""
    words = _WORD.findall(text.casefold())
    said = _OF_A_THING.sub("", " ".join(words))
    return _LIFE.search(said) is not None or (gives_up(words) and bool(_SELF & set(words)))


def gives_up(words: Sequence[str]) -> bool:
    """Whether these words, in small letters, say that somebody cannot go on, and nothing else."""
    return _GIVES_UP.fullmatch(" ".join(word for word in words if word not in _AROUND_IT)) is not None

"""Words for a command that people find by themselves, and what a text plainly wants whatever was asked."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.domain.answers import NO_WORDS, POLITE, only_no

SAID_OTHERWISE = {
    "berhenti": "stop",
    "salah nomor": "salahnomor",
    "bukan saya": "salahnomor",
    "tidak setuju": "tidaksetuju",
    "saya tidak setuju": "tidaksetuju",
    "cabut persetujuan": "tidaksetuju",
    "mulai lagi": "mulailagi",
    "batalkan mulai": "batalmulai",
    "batal mulai": "batalmulai",
    "batalkan selesai": "batalselesai",
    "batal selesai": "batalselesai",
    "tanpa lokasi": "tanpalokasi",
    "lokasi tidak bisa": "tanpalokasi",
    "lokasi gak bisa": "tanpalokasi",
    "lokasi error": "tanpalokasi",
    "tidak bisa kirim lokasi": "tanpalokasi",
    "gak bisa kirim lokasi": "tanpalokasi",
    "gps mati": "tanpalokasi",
    "gps rusak": "tanpalokasi",
    "lokasi tutup": "lokasitutup",
    "lokasinya tutup": "lokasitutup",
    "tempatnya tutup": "lokasitutup",
    "surat selesai": "surat",
    "surat keterangan": "surat",
    "surat keterangan selesai": "surat",
}
"""Where an answer in words is awaited, they are the answer."""
_CHANGES = frozenset({"ganti jadwal", "ganti hari", "ganti jadwal kerja", "pindah jadwal", "pindah hari"})
_WISHES = frozenset(
    {"mau", "minta", "ingin", "bisa", "boleh", "saya", "mohon", "tolong", "ya", "untuk", "ini"}
)
_PLACES = frozenset(
    {"lokasi", "lokasinya", "tempat", "tempatnya", "kantor", "kantornya", "gerbang", "gerbangnya"}
    | {
        "pagar",
        "pagarnya",
        "pintu",
        "pintunya",
        "desa",
        "desanya",
        "sekolah",
        "sekolahnya",
        "kerja",
        "kerjanya",
    }
)
_CLOSED = frozenset({"tutup", "ditutup", "tertutup", "dikunci", "terkunci", "digembok", "tergembok"})
_ABOUT_IT = frozenset(
    {
        "sudah",
        "masih",
        "lagi",
        "ternyata",
        "kok",
        "nih",
        "ini",
        "hari",
        "tadi",
        "sekarang",
        "ya",
        "semua",
        "di",
    }
)
HELP = frozenset({"tolong", "tolong saya", "tolong bantu", "tolong bantu saya", "minta tolong"}) | frozenset(
    {"saya minta tolong", "mohon bantuan", "butuh bantuan", "saya butuh bantuan"}
)
IN_ENGLISH = {
    "help": "bantuan",
    "help me": "bantuan",
    "practice": "latihan",
    "practise": "latihan",
    "hours": "jam",
    "report": "lapor",
    "list": "daftar",
    "summary": "ringkasan",
    "schedule": "jadwal",
    "cases": "perkara",
    "language": "bahasa",
    "letter": "surat",
}
_YES = frozenset({"ya", "iya", "yes", "y", "setuju", "ya setuju", "saya setuju"}) | frozenset(
    {"ya saya setuju", "agree", "i agree", "yes i agree"}
)
_NO = frozenset({"tidak", "tdk", "tidak mau", "gak", "nggak", "enggak", "ndak", "no"})
_PHONE = frozenset({"hp", "hape", "handphone", "hpnya", "telepon", "telp", "ponsel", "phone"})
_LOST = frozenset({"hilang", "kehilangan", "kecopetan", "dicuri", "lost", "stolen"})
_AROUND = frozenset({"tolong", "mohon", "maaf", "pak", "bapak", "bu", "ibu", "my", "is", "was"}) | frozenset(
    {"the", "saya", "nya", "milik", "klien", "anak", "kemarin", "tadi", "sudah", "ini", "itu", "ya"}
)
_TAKES_BACK = frozenset({"batal", "batalkan", "dibatalkan", "batalin", "salah", "keliru"}) | frozenset(
    {"cancel", "wrong", "mistake", "undo"}
)
_NOT_SO = frozenset({"jadi", "jd", "selesai", "mulai", "datang", "hadir"}) | frozenset(
    {"yet", "finished", "done", "started"}
)
"""Behind a no."""
_WITH_IT = (
    frozenset({"dulu", "saja", "aja", "lagi", "nanti", "orang", "tekan", "pencet", "pilih", "ketik"})
    | frozenset({"catat", "dicatat", "masih", "kerja", "bekerja"})
    | frozenset({"sorry", "a", "by", "that", "it", "please"})
)
_LONGEST_NAME = 3
_CODE = re.compile(r"[a-z]{1,5}-?[0-9]{1,6}", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def said_otherwise(text: str) -> str:
    """The command that a text is another way to say, also politely: *lokasinya tutup pak*, *mau ganti
    jadwal*; '' for any other text."""
    words = [word for word in _WORD.findall(text.casefold()) if word not in POLITE]
    said = set(words)
    if said & _CLOSED and said & _PLACES and said <= _PLACES | _CLOSED | _ABOUT_IT:
        return "lokasitutup"
    if " ".join(word for word in words if word not in _WISHES) in _CHANGES:
        return "ganti"
    return SAID_OTHERWISE.get(" ".join(text.casefold().split()).strip(".!"), "")


def command_meant(text: str) -> str:
    """The command behind `Tolong!`, `help` or `practice`, also where an answer is awaited; '' for any other
    text."""
    said = " ".join(_WORD.findall(text.casefold()))
    return "bantuan" if said in HELP else IN_ENGLISH.get(said, "")


def lost_phone(text: str) -> str | None:
    """Whose phone is lost, in `HP hilang` ('', not said) or `HP K-01 hilang`; None for any other text."""
    words = _WORD.findall(text)
    said = {word.casefold() for word in words}
    if not (said & _PHONE and said & _LOST):
        return None
    whose = [word for word in words if word.casefold() not in _PHONE | _LOST | _AROUND]
    return " ".join(whose) if len(whose) <= _LONGEST_NAME else None


def whose_phone(text: str) -> str:
    """Who is meant in an answer to *whose?*: `K-03`, `hilang K-03`, `HP Pak Budi`; '' where nobody is."""
    words = [word.strip(".,;:!?") for word in text.split()]
    return " ".join(word for word in words if word.casefold() not in _PHONE | _LOST | _AROUND)


def names_code(text: str) -> bool:
    """Whether the second word is a code, as behind a command: `hilang K-01` is no beginning of a sentence."""
    words = text.split()
    return len(words) > 1 and _CODE.fullmatch(words[1]) is not None


def takes_back(text: str) -> bool:
    """Whether the answer to a question for a reason is that nothing shall be noted: `batal, salah`, `belum
    selesai`, `tidak`. With any other word (`HP salah kirim`) it is a reason."""
    words = _WORD.findall(text.casefold())
    nots = NO_WORDS | {"not"}
    undone = any(one in nots and what in _NOT_SO for one, what in pairwise(words))
    if not (undone or _TAKES_BACK & set(words)):
        return only_no(text)
    return set(words) <= _TAKES_BACK | _NOT_SO | _WITH_IT | _AROUND | POLITE | nots


def says_little(text: str) -> bool:
    """A bare yes or no: it answers the last question, and is no word of a button further up."""
    return " ".join(_WORD.findall(text.casefold())) in (_YES | _NO) - {"setuju"}


def agrees(text: str) -> bool | None:
    """What a text says to the notice of data use, the last thing asked; None where it says neither."""
    said = " ".join(_WORD.findall(text.casefold()))
    return True if said in _YES else False if said in _NO else None

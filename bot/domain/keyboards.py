"""The keys under the last message, and the commands in a messenger's own menu, for each state of a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.messages import Ask


class Wants(StrEnum):
    """What a key of the keyboard sends when it is pressed."""

    TEXT = "text"
    LOCATION = "location"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the keyboard; typed, its label means the same as `command`."""

    label: str
    command: str
    wants: Wants = Wants.TEXT


_HELP = Key("key-help", "bantuan")
_OWN = (Key("key-hours", "jam"), Key("key-own-code", "kodesaya"))
KEYBOARDS: Mapping[Ask, tuple[tuple[Key, ...], ...]] = {
    Ask.START: ((Key("key-start", "mulai", Wants.LOCATION),), _OWN, (_HELP,)),
    Ask.FINISH: ((Key("key-finish", "selesai", Wants.LOCATION),), _OWN, (_HELP,)),
    Ask.REPORT: ((Key("key-report", "lapor"),), _OWN, (_HELP,)),
    Ask.RESTING: (_OWN, (_HELP,)),
    Ask.SUPERVISOR: ((Key("key-list", "daftar"), _HELP),),
    Ask.OFFICER: ((Key("key-needs", "perlu"), Key("key-digest", "ringkasan")), (_HELP,)),
    Ask.HEAD: ((Key("key-needs", "perlu"), Key("key-digest", "ringkasan")), (_HELP,)),
    Ask.PROSECUTOR: ((Key("key-cases", "perkara"),), (_HELP,)),
    Ask.OPERATOR: ((Key("key-invite", "undang"), _HELP),),
    Ask.GUARDIAN: ((Key("key-schedule", "jadwal"),), (_HELP,)),
    Ask.PHONE: ((Key("key-choose-person", "ganti-orang"),), (_HELP,)),
    Ask.AGENCY: ((Key("key-digest", "ringkasan"),), (_HELP,)),
    Ask.OTHERS: ((_HELP,),),
    Ask.PRACTICE: (
        (Key("key-practise", "latihan", Wants.LOCATION),),
        (Key("key-practice-end", "akhirilatihan"),),
    ),
    Ask.PIN: ((Key("key-pin", "lokasisalah", Wants.LOCATION),), (_HELP,)),
    Ask.CONTACT: ((Key("key-contact", "kontak", Wants.CONTACT),), (Key("key-in-person", "langsung"),)),
}
NEXT_PERSON = Key("key-next-person", "ganti-orang")
"""Below every keyboard on a shared phone."""

_ALWAYS = ("latihan", "bahasa", "data", "bantuan")
_WORK = (
    "mulai",
    "selesai",
    "izin",
    "jam",
    "riwayat",
    "lapor",
    "kodesaya",
    "pengingat",
    "tanpalokasi",
    "lokasitutup",
    "lokasisalah",
    "pesan",
    "darurat",
    *_ALWAYS,
)
MENUS: Mapping[Ask, tuple[str, ...]] = {
    Ask.START: _WORK,
    Ask.FINISH: _WORK,
    Ask.REPORT: ("lapor", "izin", "jam", "riwayat", "kodesaya", "pengingat", "pesan", "darurat", *_ALWAYS),
    Ask.RESTING: ("izin", "jam", "riwayat", "surat", "kodesaya", "pesan", "darurat", *_ALWAYS),
    Ask.SUPERVISOR: ("daftar", "kode", "kejadian", "pengganti", "dokumen", "lokasisalah", "cuti", *_ALWAYS),
    Ask.OFFICER: (
        "perlu",
        "klien",
        "pesan",
        "kirim",
        "ringkasan",
        "daftarkan",
        "undang",
        "impor",
        "konfirmasi",
        "poster",
        "dokumen",
        "pindah",
        "pola",
        "cuti",
        *_ALWAYS,
    ),
    Ask.HEAD: ("perlu", "ringkasan", "evaluasi", "klien", "dokumen", "pindah", "cuti", *_ALWAYS),
    Ask.PROSECUTOR: ("perkara", "dokumen", *_ALWAYS),
    Ask.OPERATOR: ("daftarkan", "undang", "impor", "poster", "gabung", *_ALWAYS),
    Ask.GUARDIAN: ("jadwal", "izin", "surat", "pesan", *_ALWAYS),
    Ask.PHONE: ("ganti-orang", "bantuan"),
    Ask.AGENCY: ("ringkasan", "evaluasi", *_ALWAYS),
    Ask.OTHERS: _ALWAYS,
    Ask.PRACTICE: (),
    Ask.PIN: (),
    Ask.CONTACT: (),
}
"""The commands that a messenger's own menu offers beside each keyboard; a client's is everybody's first."""

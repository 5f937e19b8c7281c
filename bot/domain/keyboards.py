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
KEYBOARDS: Mapping[Ask, tuple[tuple[Key, ...], ...]] = {
    Ask.START: ((Key("key-start", "mulai", Wants.LOCATION),), (Key("key-hours", "jam"), _HELP)),
    Ask.FINISH: ((Key("key-finish", "selesai", Wants.LOCATION),), (Key("key-hours", "jam"), _HELP)),
    Ask.REPORT: ((Key("key-report", "lapor"),), (Key("key-hours", "jam"), _HELP)),
    Ask.SUPERVISOR: ((Key("key-list", "daftar"), _HELP),),
    Ask.OFFICER: ((Key("key-needs", "perlu"), Key("key-digest", "ringkasan")), (_HELP,)),
    Ask.HEAD: ((Key("key-needs", "perlu"), Key("key-digest", "ringkasan")), (_HELP,)),
    Ask.PROSECUTOR: ((Key("key-cases", "perkara"),), (_HELP,)),
    Ask.OPERATOR: ((Key("key-invite", "undang"), _HELP),),
    Ask.OTHERS: ((_HELP,),),
    Ask.CONTACT: ((Key("key-contact", "kontak", Wants.CONTACT),), (Key("key-in-person", "langsung"),)),
}

_WORK = ("mulai", "selesai", "jam", "lapor", "data", "bantuan")
MENUS: Mapping[Ask, tuple[str, ...]] = {
    Ask.START: _WORK,
    Ask.FINISH: _WORK,
    Ask.REPORT: ("lapor", "jam", "data", "bantuan"),
    Ask.SUPERVISOR: ("daftar", "cuti", "data", "bantuan"),
    Ask.OFFICER: ("perlu", "klien", "ringkasan", "undang", "konfirmasi", "pindah", "cuti", "data", "bantuan"),
    Ask.HEAD: ("perlu", "ringkasan", "klien", "pindah", "cuti", "data", "bantuan"),
    Ask.PROSECUTOR: ("perkara", "data", "bantuan"),
    Ask.OPERATOR: ("undang", "data", "bantuan"),
    Ask.OTHERS: ("data", "bantuan"),
    Ask.CONTACT: (),
}
"""The commands that a messenger's own menu offers beside each keyboard; a client's is everybody's first."""

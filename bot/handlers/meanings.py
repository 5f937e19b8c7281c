"""Which command, or which answer, a text without a slash means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain import short_codes
from bot.domain.answers import leaves_question
from bot.domain.farewells import Farewell, ends_round, farewell, plainly
from bot.domain.people import Role
from bot.domain.practice import PIN, PRACTICE
from bot.domain.wishes import command_meant, lost_phone, names_code, said_otherwise
from bot.handlers import leaving
from bot.handlers.questions import (
    ABOUT_A_PHONE,
    BRIEF,
    IN_NUMBERS,
    NO_WORDS,
    OF_A_MISS,
    OF_ONESELF,
    REASONS,
    waiting,
)
from bot.handlers.strangers import Stranger
from bot.handlers.table import COMMANDS, NEWCOMERS, OPEN
from bot.storage import client_queries
from bot.storage.models import Person
from bot.storage.phones import DeskPhone

BEGIN_SENTENCES = frozenset(
    {
        "bahasa",
        "catatan",
        "cuti",
        "daftarkan",
        "dokumen",
        "gabung",
        "hadirkan",
        "hilang",
        "impor",
        "izin",
        "keluarga",
        "konfirmasi",
        "pengingat",
        "pindah",
        "pos",
        "poster",
        "ubah",
    }
    | {"undang"}
)
"""Commands whose word also begins an ordinary sentence: while an answer in words is awaited, a sentence that
begins with one is the answer. With a slash it is always the command."""

WITH_WORDS = BEGIN_SENTENCES | {
    "start",
    "klien",
    "pola",
    "izinkan",
    "penempatan",
    "fotojari",
    "fotodaftar",
    "bandingkan",
    "perkara",
    "pesan",
    "rencana",
    "tutup",
    "izinwali",
}
"""Commands that take something after them; any other word of a command stands alone."""

NAME_SOMEBODY = frozenset({"klien", "pesan"})
FOUND = 20
SENTENCE = 4
"""Words: where a photo or a place is awaited, *klien siti* is a command, and *klien lain juga sudah* what
somebody writes about it. Where words are awaited, both are the answer."""
PRACTISED = frozenset({PRACTICE, PIN})
"""Questions of a practice."""
FAREWELLS = {
    Farewell.STOP: ("stop", ""),
    Farewell.PERHAPS: ("stop", leaving.PERHAPS),
    Farewell.WRONG_NUMBER: ("salahnomor", ""),
}


async def is_answer(
    session: AsyncSession, who: Person | Stranger | DeskPhone, text: str, now: datetime
) -> bool:
    """Whether a text that could name a command is the answer to a question instead. Where words are awaited,
    only the command's word alone, or with a code, is the command; with a slash it always is."""
    words = text.casefold().split()
    long = len(words) > 1 and words[0] in WITH_WORDS and not names_code(text)
    sentence = long and (words[0] in BEGIN_SENTENCES or len(words) >= SENTENCE)
    lost = lost_phone(text) is not None
    otherwise = said_otherwise(text) or farewell(text)
    if not isinstance(who, Person) or not (long or lost or otherwise):
        return False
    question = await waiting(session, who, now)
    if question is None or (long and await _names_somebody(session, who, words, now)):
        return False
    if long and (question.topic in BRIEF or (not sentence and question.topic in NO_WORDS)):
        return False
    if question.topic in PRACTISED and farewell(text):
        return ends_round(text)
    if lost:
        return question.topic in ABOUT_A_PHONE or not _is_for(who, "hilang")
    return not plainly(text, of_others=question.topic not in OF_ONESELF)


async def _names_somebody(session: AsyncSession, who: Person, words: Sequence[str], now: datetime) -> bool:
    """*klien yusuf*, *pesan siti besok jam 8*: about somebody whom this officer or head finds by that name.
    As an answer it would tell one client of another."""
    if who.role not in (Role.OFFICER, Role.HEAD) or words[0] not in NAME_SOMEBODY:
        return False
    name = " ".join(words[1:]) if words[0] == "klien" else words[1]
    found = await client_queries.cases_called(session, who, name, FOUND, now)
    names = [client.name.casefold() for _, client in found]
    return any(name in one and words[1] in one.split() for one in names)


def is_command(text: str) -> bool:
    """Whether a text without a slash begins with a command's own word, and is no other way to say one."""
    return text.casefold().split()[0] in {*COMMANDS, "start", "bantuan"}


def knows(command: str) -> bool:
    """Whether there is such a command, for anybody."""
    return command in COMMANDS or command in OPEN or command in NEWCOMERS


async def takes_words(session: AsyncSession, who: Person, text: str, now: datetime) -> bool:
    """Whether a question waits for these words, whatever they are, or is left with them. A reason may be any
    words but those of a button."""
    question = await waiting(session, who, now)
    return question is not None and (question.topic not in REASONS or leaves_question(text))


async def takes_number(session: AsyncSession, who: Person, now: datetime) -> bool:
    """Whether a question waits to which a bare number may be the answer: it is no reason, and says not why
    somebody did not come."""
    question = await waiting(session, who, now)
    return question is not None and question.topic not in (REASONS - IN_NUMBERS) | OF_A_MISS


def command_in(text: str, who: Person | Stranger | DeskPhone) -> tuple[str, str] | None:
    """The command and its argument in a text without a slash, if it is one for this person: *klien* may
    also begin an ordinary sentence, and then only an officer means the command. A stranger who types a code
    wants to join."""
    other = said_otherwise(text) or command_meant(text)
    if other and _is_for(who, other):
        return other, ""
    if isinstance(who, Person) and (whose := lost_phone(text)) is not None and _is_for(who, "hilang"):
        return "hilang", whose
    if isinstance(who, Person) and (bye := farewell(text)):
        return FAREWELLS[bye]
    if isinstance(who, Stranger) and short_codes.meant(text):
        return "start", text.strip()
    word, _, rest = text.strip().partition(" ")
    name = word.casefold()
    if name not in COMMANDS and name not in ("start", "bantuan"):
        return None
    if not rest:
        return name, ""
    if name not in WITH_WORDS:
        return None
    theirs = name == "start" or (isinstance(who, Person) and who.role in COMMANDS[name].roles)
    single = name != "start" or len(rest.split()) == 1 or short_codes.meant(rest)
    return (name, rest.strip()) if theirs and single else None


def _is_for(who: Person | Stranger | DeskPhone, command: str) -> bool:
    return command in OPEN or not isinstance(who, Person) or who.role in COMMANDS[command].roles

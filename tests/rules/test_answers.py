"""Yes or no, as people type it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bot
from bot.domain.answers import (
    has_word,
    only_acknowledges,
    only_no,
    only_yes,
    says_nothing,
    wants_answer,
    without,
    yes_or_no,
)

SAID = [
    *(
        (words, False)
        for words in ("tidak", "Tidak.", "tidak ada", "tdk", "Tidak, pak", "belum", "enggak", "ndak")
    ),
    *((words, False) for words in ("tidak berubah", "gak perlu bu", "maaf pak, belum ada", "TIDAK", "bukan")),
    *(
        (words, True)
        for words in ("ya", "Iya", "iye'", "betul", "ada", "sudah pindah", "mau", "perlu bicara")
    ),
    *((words, True) for words in ("ya pak", "pindah ke Maros", "Pak, ya", "berubah", "boleh")),
    *((words, None) for words in ("", "…", "pak", "Jalan Veteran 5", "0812 3456", "mungkin", "besok saja")),
    *(
        (words, None)
        for words in ("ya tidak", "iya, enggak", "belum, tapi mau bicara", "nomor tidak berubah")
    ),
]


@pytest.mark.parametrize(("words", "meant"), SAID, ids=[words or "nothing" for words, _ in SAID])
def test_an_answer_means_yes_or_no_by_how_it_begins(words: str, meant: bool | None) -> None:
    assert yes_or_no(words) is meant


@pytest.mark.parametrize(
    ("words", "only"),
    [("tidak", True), ("Maaf Pak, tidak mau.", True), ("tidak bisa hadir", False), ("mau", False)],
)
def test_a_no_that_says_nothing_else(words: str, only: bool) -> None:
    assert only_no(words) is only


@pytest.mark.parametrize(
    ("text", "says"), [("digembok", True), ("ga bisa 🔒", True), ("🔒", False), ("...", False), ("", False)]
)
def test_an_emoji_alone_says_nothing(text: str, says: bool) -> None:
    assert has_word(text) is says


@pytest.mark.parametrize(
    ("words", "agrees"),
    [
        *((words, True) for words in ("ya", "Iya.", "ya, betul", "Benar pak", "ok", "YA", "setuju")),
        *((words, False) for words in ("ada acara", "ya tidak", "ya, tapi jam 9", "", "🙏", "sudah", "pak")),
    ],
)
def test_only_a_yes(words: str, agrees: bool) -> None:
    assert only_yes(words) is agrees


def test_no_typed_words_are_cut_at_a_limit() -> None:
    """A slice to a limit loses the end in silence: `whole`, `in_one` and `added` say so."""
    cut = re.compile(r"\[:\s*(?:\w+\.)?(?:LONGEST_(?:REASON|WORDS|NOTE|ANSWER)|LONGEST|\d{3,})\]")
    sources = [*Path(bot.__file__).parent.rglob("*.py")]
    found = [f"{one.name}: {line.strip()}" for one in sources for line in _lines(one) if cut.search(line)]
    assert found == ['courier.py: values = {"state": OutboxState.FAILED, "problem": why[:200]}']


def _lines(source: Path) -> list[str]:
    return source.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *((words, True) for words in ("ok pak", "Siap!", "terima kasih banyak bu", "oke, baik", "ya pak")),
        *((words, False) for words in ("", "pak", "baik", "baik semuanya", "ok 2 orang", "ok, dia sadar")),
    ],
)
def test_a_bare_acknowledgement(words: str, expected: bool) -> None:
    assert only_acknowledges(words) is expected


@pytest.mark.parametrize("words", ["ok pak", "siap", "baik", "👍", "?", "."])
def test_what_is_no_explanation(words: str) -> None:
    assert says_nothing(words)


@pytest.mark.parametrize("words", ["sakit", "maaf pak", "ban bocor", "baik, saya sakit"])
def test_what_may_be_one(words: str) -> None:
    assert not says_nothing(words)


@pytest.mark.parametrize(
    ("answer", "words", "left"),
    [
        ("ban bocor", "ban bocor", ""),
        ("reason-sick\nsejak pagi", "sejak pagi", "reason-sick"),
        ("pindah rumah\nban bocor", "pindah rumah", "ban bocor"),
        ("reason-sick\npindah rumah\ndemam", "pindah rumah", "reason-sick\ndemam"),
        ("ban bocor\nlagi\nban bocor", "ban bocor", "ban bocor\nlagi"),
        ("ban bocor", "bocor", "ban bocor"),
        ("", "ban bocor", ""),
    ],
)
def test_words_are_taken_out_of_an_answer_wherever_they_stand(answer: str, words: str, left: str) -> None:
    assert without(answer, words) == left


@pytest.mark.parametrize(
    ("words", "wants"),
    [
        ("siapa PK saya", True),
        ("Pak, di mana kantornya", True),
        ("jamnya kok kurang?", True),
        ("keberatan", True),
        ("saya mau protes jam saya", True),
        ("tidak keberatan", False),
        ("tidak ada pengaduan", False),
        ("terima kasih, di desa semuanya baik", False),
        ("Pengawas selalu menjelaskan apa yang dikerjakan", False),
        ("pak", False),
        ("", False),
    ],
)
def test_whether_somebody_asks_or_objects_where_nobody_answers(words: str, wants: bool) -> None:
    assert wants_answer(words) is wants

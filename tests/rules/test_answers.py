"""Yes or no, as people type it."""

from __future__ import annotations

import pytest

from bot.domain.answers import has_word, only_no, picked, yes_or_no

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


TWO = ("✅ Ya, bersama saya", "❌ Tidak")
NOTE = ("🔔 Ya, beri tahu PK", "➖ Tidak perlu", "🔓 Bukan peka")
CARD = ("✅ Benar", "❌ Tidak benar", "✏️ Perbaiki jam", "🔍 Foto besar")


@pytest.mark.parametrize(
    ("words", "labels", "number"),
    [
        pytest.param("ya", TWO, 0, id="yes"),
        pytest.param("Iya pak", TWO, 0, id="politely"),
        pytest.param("nggak", TWO, 1, id="no as it is spoken"),
        pytest.param("ya, beri tahu", NOTE, 0, id="with words of the button"),
        pytest.param("tidak", NOTE, 1, id="of two that say no, the plain one"),
        pytest.param("ya", ("👪 Ya, keluarga", "↩️ Bukan"), 0, id="kinship"),
        pytest.param("bukan", ("👪 Ya, keluarga", "↩️ Bukan"), 1, id="not kin"),
        pytest.param("ya", CARD, 0, id="a card asks whether the hours are right"),
        pytest.param("tidak", CARD, 1, id="or says that they are not"),
        pytest.param("ya", ("🔄 Ya, ganti", "↩️ Batal"), 0, id="a yes needs no other button"),
        pytest.param("tidak", ("🔄 Ya, ganti", "↩️ Batal"), None, id="a no is not a cancelling"),
        pytest.param("ya", ("🚫 Tidak datang", "📋 Daftar hari ini"), None, id="no question"),
        pytest.param("tidak", ("🚫 Tidak datang", "📋 Daftar hari ini"), None, id="no question either"),
        pytest.param("ya, tapi nanti jam 10", TWO, None, id="more was said"),
        pytest.param("ya 2", TWO, None, id="a number too"),
        pytest.param("tidak tahu", TWO, None, id="another no"),
        pytest.param("ya tidak", TWO, None, id="both"),
        pytest.param("ya", (), None, id="nothing to press"),
    ],
)
def test_a_bare_yes_or_no_presses_the_button_that_says_it(
    words: str, labels: tuple[str, ...], number: int | None
) -> None:
    assert picked(words, labels) == number

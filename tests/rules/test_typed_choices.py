"""A yes, a no or a number that is typed below buttons."""

from __future__ import annotations

import pytest

from bot.domain.messages import Choice
from bot.domain.typed_choices import NO, YES, meant, named, numbers_of, picked
from tests.harness import sentences

TELL = (Choice("tell:1", "choice-help-tell-guardian"), Choice("spare:1", "choice-help-spare-guardian"))
OTHERS = (Choice("right:1", "choice-right"), Choice("wrong:1", "choice-wrong"))


@pytest.mark.parametrize(
    ("text", "choices", "chosen"),
    [
        pytest.param("ya", TELL, "tell:1", id="yes"),
        pytest.param("Iya, betul pak", TELL, "tell:1", id="a polite yes"),
        pytest.param("tidak", TELL, "spare:1", id="no"),
        pytest.param("bukan", TELL, "spare:1", id="another no"),
        pytest.param("tidak tahu", TELL, None, id="no answer"),
        pytest.param("ya tidak", TELL, None, id="both"),
        pytest.param("ya", OTHERS, None, id="a question that asks something else"),
        pytest.param("ya", TELL + TELL, None, id="two such questions"),
    ],
)
def test_a_plain_yes_or_no(text: str, choices: tuple[Choice, ...], chosen: str | None) -> None:
    found = meant(text, choices)
    assert (found.id if found else None) == chosen


@pytest.mark.parametrize("key", sorted(YES | NO))
def test_each_of_them_is_a_button(key: str) -> None:
    assert key in sentences().keys("id")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param((0, 0, 0), "1–3", id="in a row"),
        pytest.param((0,), "1", id="one"),
        pytest.param((0, 0, 9), "1, 2, 9", id="one further on"),
        pytest.param((4, 2, 3), "2–4", id="in any order"),
    ],
)
def test_the_numbers_that_there_are(given: tuple[int, ...], said: str) -> None:
    assert numbers_of([Choice("one", "choice-right", number=number) for number in given]) == said


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


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ("jangan", "spare:1"),
        ("jangan beri tahu ibu", "spare:1"),
        ("Jangan bilang ke mama ya pak", "spare:1"),
        ("tidak usah kasih tahu wali", "spare:1"),
        ("tidak boleh", "spare:1"),
        ("ibu tidak tahu", None),
        ("jangan beri tahu ibu, dia yang pukul", None),
        ("bolehkah saya pulang", None),
    ],
)
def test_what_a_child_answers_about_the_guardian(said: str, chosen: str | None) -> None:
    found = meant(said, TELL)
    assert (found.id if found else None) == chosen


WHOM = ("👥 Semua klien", "📅 Jadwal hari ini", "📅 Jadwal besok", "📍 Per lokasi")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("lokasi", 3),
        ("per lokasi pak", 3),
        ("yang besok saja", 2),
        ("Hari ini", 1),
        ("jadwal", None),
        ("lokasi besok", None),
        ("lokasi mana saja yang buka", None),
        ("per", None),
    ],
)
def test_one_word_of_its_own_names_a_button(text: str, number: int | None) -> None:
    assert named(text, WHOM) == number

"""An answer in words is taken where it plainly is one of those that were asked for, and never guessed."""

from __future__ import annotations

import pytest

from bot.domain.said_answers import PHRASES, Said, said
from bot.texts import Texts

SESSION = ("choice-session-smooth", "choice-session-fair", "choice-session-troubled")
RATING = (
    *(f"choice-rating-{one}" for one in ("very-good", "good", "fair", "needs-guidance")),
    "choice-evaluation-skip",
)
SERVICE = tuple(f"choice-service-{value}" for value in (4, 3, 2, 1))
COST = tuple(f"choice-cost-{value}" for value in (4, 3, 2, 1))
SMOOTH, FAIR, TROUBLED = SESSION


@pytest.mark.parametrize(
    ("text", "keys", "answer"),
    [
        ("lancar semua pak", SESSION, Said(SMOOTH)),
        ("Alhamdulillah lancar", SESSION, Said(SMOOTH)),
        ("kegiatannya berjalan lancar bu", SESSION, Said(SMOOTH)),
        ("nggak ada kendala pak", SESSION, Said(SMOOTH)),
        ("lancar, tidak ada kendala", SESSION, Said(SMOOTH, "tidak ada kendala")),
        ("cukup lancar pak", SESSION, Said(FAIR)),
        ("ada kendala, alatnya kurang", SESSION, Said(TROUBLED, "alatnya kurang")),
        ("ada kendala", SESSION, Said(TROUBLED)),
        ("ada kendala, dua orang tidak datang", SESSION, Said(TROUBLED, "dua orang tidak datang")),
        ("Pak, ada sedikit kendala: hujan deras", SESSION, Said(TROUBLED, "hujan deras")),
        ("baik pak", RATING, Said("choice-rating-good")),
        ("bagus", RATING, Said("choice-rating-good")),
        ("bagus sekali pak", RATING, Said("choice-rating-very-good")),
        ("bagus banget, rajin dan sopan", RATING, Said("choice-rating-very-good", "rajin dan sopan")),
        ("sgt baik", SERVICE, Said("choice-service-4")),
        ("baik pak", SERVICE, Said("choice-service-3")),
        ("kurang baik pak", SERVICE, Said("choice-service-2")),
        ("gak bagus", SERVICE, Said("choice-service-1")),
        ("cukup pak", RATING, Said("choice-rating-fair")),
        (
            "masih perlu dibimbing, sering terlambat",
            RATING,
            Said("choice-rating-needs-guidance", "sering terlambat"),
        ),
        ("gratis kok", COST, Said("choice-cost-4")),
        ("lewati saja", RATING, Said("choice-evaluation-skip")),
    ],
)
def test_words_that_are_an_answer(text: str, keys: tuple[str, ...], answer: Said | None) -> None:
    assert said(text, keys) == answer


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("lancar, cuma alatnya kurang", SESSION),
        ("lancar tapi ada kendala", SESSION),
        ("tidak lancar", SESSION),
        ("belum lancar pak", SESSION),
        ("kurang lancar", SESSION),
        ("lancar kalau alatnya ada", SESSION),
        ("lancar?", SESSION),
        ("kendala tidak ada", SESSION),
        ("baik pak", SESSION),
        ("hujan seharian", SESSION),
        ("ada masalah dengan HP saya", SESSION),
        ("baik, nanti saya sampaikan", RATING),
        ("baik saya akan datang besok", RATING),
        ("ya baik pak", RATING),
        ("ok pak", RATING),
        ("baik, terima kasih", RATING),
        ("cukup sekian", RATING),
        ("cukup baik", SERVICE),
        ("lumayan", SERVICE),
        ("bagus, tidak seperti dulu", SERVICE),
        ("bagus, kurang disiplin", RATING),
        ("ada kendala, tapi sudah beres", SESSION),
        ("kurang baik", RATING),
        ("mahal", COST),
        ("tidak", SERVICE),
        ("", SERVICE),
    ],
)
def test_what_is_not_plain_is_asked_about(text: str, keys: tuple[str, ...]) -> None:
    assert said(text, keys) is None


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_words_of_every_button_mean_it(locale: str) -> None:
    texts = Texts()
    for key in PHRASES:
        _, words = texts.render(key, {}, locale=locale).split(" ", 1)
        assert said(words, [key]) == Said(key)

"""How people say that they want no more messages; ordinary words are not taken for it."""

from __future__ import annotations

import pytest

from bot.domain.farewells import Farewell, ends_round, farewell, plainly


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("STOP!", Farewell.STOP),
        ("tolong stop pesannya", Farewell.STOP),
        ("Tolong hentikan pesan ini ya", Farewell.STOP),
        ("berhenti", Farewell.STOP),
        ("stop ganggu saya", Farewell.PERHAPS),
        ("jangan kirim pesan lagi", Farewell.PERHAPS),
        ("maaf salah orang", Farewell.WRONG_NUMBER),
        ("salah nomor pak", Farewell.WRONG_NUMBER),
        ("Maaf pak, ini nomor salah", Farewell.WRONG_NUMBER),
        ("saya berhenti kerja jam 10", None),
        ("motor berhenti di jalan", None),
        ("jangan stop", None),
        ("terima kasih", None),
        ("halo", None),
        ("tadi saya salah naik angkot", None),
        ("bus berhenti lama sekali, jadi saya terlambat dan tidak sempat kirim", None),
        ("", None),
    ],
)
def test_what_a_text_says_about_the_messages(text: str, meant: Farewell | None) -> None:
    assert farewell(text) is meant


@pytest.mark.parametrize(
    ("text", "of_himself", "of_others"),
    [
        ("STOP.", True, True),
        ("berhenti", False, True),
        ("salah nomor pak", True, True),
        ("salah orang", False, False),
        ("bukan saya", False, False),
        ("jangan kirim pesan lagi", False, False),
    ],
)
def test_only_the_plainest_word_is_meant_where_an_answer_is_awaited(
    text: str, of_himself: bool, of_others: bool
) -> None:
    assert (plainly(text), plainly(text, of_others=True)) == (of_himself, of_others)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("stop", True), ("Berhenti.", True), ("stop pesan", False), ("jangan kirim pesan lagi", False)],
)
def test_a_stop_in_a_practice_ends_the_practice_unless_messages_are_meant(text: str, expected: bool) -> None:
    assert ends_round(text) is expected

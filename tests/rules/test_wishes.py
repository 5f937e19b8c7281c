"""What a text plainly wants, in words that nobody taught."""

from __future__ import annotations

import pytest

from bot.domain.wishes import agrees, command_meant


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Tolong!", "bantuan"),
        ("tolong  saya", "bantuan"),
        ("help", "bantuan"),
        ("Practice", "latihan"),
        ("tolong datang lebih pagi", ""),
        ("", ""),
    ],
)
def test_a_command_in_other_words(text: str, command: str) -> None:
    assert command_meant(text) == command


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ya.", True),
        ("saya setuju", True),
        ("yes", True),
        ("Tidak", False),
        ("no!", False),
        ("ya tidak", None),
        ("ok", None),
        ("14/03/1990", None),
    ],
)
def test_what_is_said_to_the_notice(text: str, said: bool | None) -> None:
    assert agrees(text) is said

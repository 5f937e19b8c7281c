"""Whatever can be pressed can be typed: by its number, and by its words in any language."""

from __future__ import annotations

from itertools import product

import pytest

from bot.domain.keyboards import KEYBOARDS
from bot.domain.messages import Choice
from bot.texts import Texts
from bot.wording import Wording
from tests.rules.test_locales import matching, samples_of, sources, uses_in

TEXTS = Texts()
WORDING = Wording(TEXTS)
LANGUAGES = list(product(TEXTS.locales, TEXTS.locales))
KEYS = [key for rows in KEYBOARDS.values() for row in rows for key in row]


def labels() -> list[str]:
    """Everything that the code puts on a button under a message."""
    patterns = {
        use.pattern
        for file in sources()
        for use in uses_in(file.read_text("utf-8"), file.name)
        if use.kind == "Choice"
    }
    return sorted(set().union(*(matching(one, TEXTS.keys("id")) for one in patterns)))


def choice(key: str, locale: str) -> Choice:
    samples = samples_of(locale)
    return Choice(f"about:{key}", key, {name: samples.get(name, 3) for name in TEXTS.placeholders(key, "id")})


OTHER = Choice("other:1", "choice-agree")


@pytest.mark.parametrize(("on_screen", "his"), LANGUAGES, ids="-".join)
@pytest.mark.parametrize("key", labels())
def test_a_button_is_meant_by_its_words_and_its_number(key: str, on_screen: str, his: str) -> None:
    one = choice(key, on_screen)
    label = WORDING.label(one, on_screen)
    offered = (one,) if key == OTHER.key else (OTHER, one)
    bare = "".join(letter for letter in label if letter.isalnum() or letter == " ").strip()

    assert WORDING.choice_typed(str(len(offered)), offered, his) == one
    assert WORDING.choice_typed(label, offered, his) == one
    if bare and not bare.isdecimal():
        assert WORDING.choice_typed(bare.upper(), offered, his) == one


@pytest.mark.parametrize(("on_screen", "his"), LANGUAGES, ids="-".join)
def test_a_key_is_meant_by_its_words(on_screen: str, his: str) -> None:
    for one in KEYS:
        typed = WORDING.key_typed(TEXTS.render(one.label, {}, locale=on_screen), his)
        assert typed is not None
        assert typed.command == one.command


def test_what_is_on_no_button_means_none() -> None:
    offered = (OTHER, Choice("x:1", "choice-name", {"name": "Budi"}))
    assert [WORDING.choice_typed(text, offered, "id") for text in ("0", "3", "", "📍", "apa")] == [None] * 5

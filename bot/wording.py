"""From a stored notice to the words for one channel: text, buttons, keyboard, and parts that fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.channel import Attachment, Button, Caps, LabelledKey, Message
from bot.domain import typed_choices
from bot.domain.keyboards import KEYBOARDS, MENUS, NEXT_PERSON, Key
from bot.domain.messages import (
    Ask,
    Choice,
    Line,
    Notice,
    choices_from_json,
    lines_from_json,
    params_from_json,
)
from bot.texts import Texts, utf16_length

NUMBERED = Line("reply-with-number")


class Wording:
    """Puts notices into words, in a person's language and within a channel's limits."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts

    def parts(self, notice: Notice, caps: Caps, locale: str) -> Iterator[Notice]:
        """The notice as one or more that fit the channel; the choices and keyboard go with the last."""
        limit = caps.caption_limit if notice.media else caps.text_limit
        rest, opening = list(notice.lines), True
        while True:
            part = replace(
                notice, key=notice.key if opening else "", lines=(), choices=(), ask=None, menu=False
            )
            room = limit - utf16_length(self._text(part, locale))
            taken, last = self._fitting(rest, room, locale)
            room -= utf16_length(self._numbered(notice.choices, caps, locale)) if last else 0
            if last and room - self._length(rest, locale) < 0 and len(rest) > 1:
                taken, last = len(rest) - 1, False
            if last:
                yield replace(
                    part, lines=tuple(rest), choices=notice.choices, ask=notice.ask, menu=notice.menu
                )
                return
            yield replace(part, lines=tuple(rest[:taken]), only_if=notice.only_if)
            rest, opening = rest[taken:], False

    def message(
        self,
        content: Mapping[str, Any],
        caps: Caps,
        locale: str,
        attachment: Attachment | None,
        *,
        repeated: bool,
    ) -> Message:
        """A stored notice in words. `repeated` marks a digest that may have arrived before."""
        choices = choices_from_json(content["choices"])
        notice = Notice(
            to=0,
            key=content["key"],
            params=params_from_json(content["params"]),
            lines=lines_from_json(content["lines"]),
            choices=choices,
        )
        text = self._text(notice, locale) + self._numbered(choices, caps, locale)
        if repeated:
            text = f"{self.texts.render('sent-again', {}, locale=locale)}\n{text}"
        buttons = tuple(Button(choice.id, self.label(choice, locale)) for choice in choices[: caps.choices])
        menu = self.menu(Ask(content["ask"]), locale) if content.get("menu") else ()
        return Message(text, buttons, self._keyboard(content, locale), attachment, menu)

    def menu(self, ask: Ask, locale: str) -> tuple[tuple[str, str], ...]:
        """The commands beside a keyboard, with what they do."""
        return tuple((name, self._says(f"menu-{name}", locale)) for name in MENUS[ask])

    def label(self, choice: Choice, locale: str) -> str:
        """What is written on a button."""
        return self.texts.render(choice.key, choice.params, locale=locale)

    def key_typed(self, text: str, locale: str) -> Key | None:
        """The key of any keyboard whose label somebody typed, with its picture or without (Telegram Web
        cannot press it). Labels of other languages count too: an old keyboard stays on the screen."""
        wanted = _letters(text)
        keys = [*(key for rows in KEYBOARDS.values() for row in rows for key in row), NEXT_PERSON]
        labels = ((key, self._says(key.label, one)) for one in self._read(locale) for key in keys)
        return next((key for key, label in labels if wanted and _letters(label) == wanted), None)

    def choice_typed(self, text: str, choices: tuple[Choice, ...], locale: str) -> Choice | None:
        """The choice whose number or label somebody typed instead of pressing it, in whichever language the
        buttons on his screen are."""
        wanted = text.strip()
        meant = [one for number, one in numbered(choices) if wanted.isdecimal() and number == int(wanted)]
        if meant:
            return meant[0]
        plain = _letters(wanted)
        labels = ((one, self.label(one, language)) for language in self._read(locale) for one in choices)
        return next((one for one, label in labels if plain and _letters(label) == plain), None)

    def answer_typed(self, text: str, choices: tuple[Choice, ...], locale: str) -> Choice | None:
        """The choice that a *ya* or *tidak* means, in whichever language the buttons on his screen are."""
        for language in self._read(locale):
            found = typed_choices.picked(text, [self.label(one, language) for one in choices])
            if found is not None:
                return choices[found]
        return None

    def word_typed(self, text: str, choices: tuple[Choice, ...], locale: str) -> Choice | None:
        """The choice that one word of its own names, where that is enough (`BY_A_WORD`), likewise."""
        for language in self._read(locale):
            named = [one for one in choices if one.key.startswith(typed_choices.BY_A_WORD)]
            found = typed_choices.named(text, [self.label(one, language) for one in named])
            if found is not None:
                return named[found]
        return None

    def _read(self, locale: str) -> tuple[str, ...]:
        """All languages, a person's own first: a label means what it means there."""
        return (locale, *(one for one in self.texts.locales if one != locale))

    def _says(self, key: str, locale: str) -> str:
        return self.texts.render(key, {}, locale=locale)

    def _text(self, notice: Notice, locale: str) -> str:
        head = [self.texts.render(notice.key, notice.params, locale=locale)] if notice.key else []
        return "\n".join(
            head + [self.texts.render(line.key, line.params, locale=locale) for line in notice.lines]
        )

    def _length(self, lines: list[Line], locale: str) -> int:
        return sum(
            utf16_length(self.texts.render(line.key, line.params, locale=locale)) + 1 for line in lines
        )

    def _fitting(self, lines: list[Line], room: int, locale: str) -> tuple[int, bool]:
        for count, line in enumerate(lines):
            room -= utf16_length(self.texts.render(line.key, line.params, locale=locale)) + 1
            if room < 0:
                return max(count, 1), False
        return len(lines), True

    def _numbered(self, choices: tuple[Choice, ...], caps: Caps, locale: str) -> str:
        """More choices than the channel has buttons are numbered, and the number is typed; so are fewer where
        one has a number that is not its place, as on the last page of a list."""
        rows = numbered(choices)
        in_place = all(number == place for place, (number, _) in enumerate(rows, 1))
        if len(choices) <= caps.choices and (in_place or not caps.types_numbers):
            return ""
        labels = [f"{number}. {self.label(choice, locale)}" for number, choice in rows]
        return "\n" + "\n".join([self._says(NUMBERED.key, locale), *labels])

    def _keyboard(self, content: Mapping[str, Any], locale: str) -> tuple[tuple[LabelledKey, ...], ...]:
        if content["ask"] is None:
            return ()
        rows = KEYBOARDS[Ask(content["ask"])]
        if content.get("shared"):
            rows = (*rows, (NEXT_PERSON,))
        return tuple(tuple(LabelledKey(key, self._says(key.label, locale)) for key in row) for row in rows)


def numbered(choices: tuple[Choice, ...]) -> list[tuple[int, Choice]]:
    """Each choice with the number that is typed for it, in the order of the numbers."""
    given = [(choice.number or place, choice) for place, choice in enumerate(choices, 1)]
    return sorted(given, key=lambda one: one[0])


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())

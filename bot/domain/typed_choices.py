"""What is typed below buttons instead of pressing one: a plain yes or no, and numbers that there are."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.answers import NO_WORDS, POLITE, SURE_WORDS, WORD, YES_WORDS, only_no, only_yes, yes_or_no
from bot.domain.messages import Choice

YES = frozenset({"choice-help-tell-guardian"})
NO = frozenset({"choice-help-spare-guardian"})
"""Buttons that mean it without saying it, below a question that nothing else can answer so; also where other
words are awaited."""
_TELLING = frozenset(
    {
        "beri",
        "beritahu",
        "kasih",
        "kasi",
        "kasitau",
        "kasihtau",
        "bilang",
        "tahu",
        "tau",
        "sama",
        "ke",
        "kepada",
    }
    | {"wali", "ibu", "mama", "mamak", "bapak", "ayah", "papa", "orang", "tua", "ortu", "nenek", "kakek"}
    | {"om", "tante", "paman", "saya", "dulu", "ya", "mau", "usah", "boleh", "perlu"}
)
"""What stands around a no about telling somebody. Any other word is more than the answer."""
_FORBIDS = frozenset({"jangan", "jgn", "jangn"})
_NEED = frozenset({"boleh", "usah", "perlu"})
"""*Tidak usah*; *ibu tidak tahu* tells something."""
BY_A_WORD = "choice-circular-to-"
"""Buttons of which one word of their own is enough: they only say for whom, and more is asked below."""
_FILLS = POLITE | {"di", "per", "yang", "untuk", "ke", "kepada", "para", "saja", "aja"}
_PLAIN = {True: ("ya", "yes"), False: ("tidak", "no")}


def meant(text: str, choices: Sequence[Choice]) -> Choice | None:
    """The button that a plain yes or no stands for; None where it says more, and where there is no such
    question."""
    no = only_no(text) or _must_not(text)
    keys = YES if only_yes(text) or _allows(text) else NO if no else frozenset[str]()
    found = [one for one in choices if one.key in keys]
    return found[0] if len(found) == 1 else None


def _must_not(text: str) -> bool:
    """*Jangan beri tahu ibu*, *tidak usah bilang ke mama*."""
    said = set(_words(text))
    forbids = said & _FORBIDS or (said & NO_WORDS and said & _NEED)
    return bool(forbids) and said <= _TELLING | _FORBIDS | NO_WORDS | POLITE


def _allows(text: str) -> bool:
    """*Boleh*, the word that these buttons and their question use: *boleh*, *ya boleh pak*."""
    said = {word for word in _words(text) if word not in POLITE}
    return "boleh" in said and said <= SURE_WORDS | {"boleh"}


def numbers_of(choices: Sequence[Choice]) -> str:
    """The numbers that can be typed below these: `1–5`, or each of them where some are left out."""
    known = sorted(choice.number or place for place, choice in enumerate(choices, 1))
    run = known == list(range(known[0], known[-1] + 1))
    return f"{known[0]}–{known[-1]}" if run and len(known) > 1 else ", ".join(map(str, known))


def picked(words: str, labels: Sequence[str]) -> int | None:
    """Which of these buttons a bare *ya* or *tidak* means, or one with words of the button's own (*ya, beri
    tahu*): the one that says *ya*, or of a question with both the one that says no. None where that is not
    one button only, or where more was said, which must not be lost."""
    meant = yes_or_no(words)
    if meant is None or any(letter.isdecimal() for letter in words):
        return None
    yes, no = (_saying(answer, labels) for answer in (True, False))
    plainly = len(yes) == 1 and _first_word(labels[yes[0]]) in _PLAIN[True]
    if (len(yes), len(no)) != (1, 1) and not (meant and plainly):
        return None
    chosen = yes[0] if meant else no[0]
    known = POLITE | (YES_WORDS if meant else NO_WORDS) | set(_words(labels[chosen]))
    return chosen if set(_words(words)) <= known else None


def named(words: str, labels: Sequence[str]) -> int | None:
    """Which of these buttons alone has the words: *lokasi*, *yang besok saja*. None where several have them,
    or none."""
    said = set(_words(words)) - _FILLS
    found = [number for number, label in enumerate(labels) if said and said <= set(_words(label))]
    return found[0] if len(found) == 1 else None


def _saying(answer: bool, labels: Sequence[str]) -> list[int]:
    """Those that begin with the plain word; where there are none, those that mean it."""
    plain = [number for number, label in enumerate(labels) if _first_word(label) in _PLAIN[answer]]
    return plain or [number for number, label in enumerate(labels) if yes_or_no(label) is answer]


def _first_word(text: str) -> str:
    return next(iter(_words(text)), "")


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())

"""What somebody answered: a reason from a button, his own words, a reason and words after it, yes or no."""

from __future__ import annotations

import re

from bot.domain.messages import Param, Refused, Word

REASON = "reason-"
"""A button's reason is kept as its key in the locale."""
NOT_HERE = "reason-not-here"
"""A supervisor's reason for a rejection: whoever it is was not at the site."""
_BETWEEN = "\n"


_THANKS = frozenset(
    ["terima", "kasih", "terimakasih", "trimakasih", "trims", "makasih", "makasi", "mksh", "tks", "thanks"]
)
_WITH_THANKS = frozenset(["banyak", "ya", "yah", "iya", "ok", "oke", "baik", "siap", "sangat", "semuanya"])


def only_thanks(words: str) -> bool:
    """Whether somebody says thanks, and nothing else: *terima kasih pak*, *makasih banyak ya bu*."""
    said = {word for word in WORD.findall(words.casefold()) if word not in POLITE}
    return bool(said & (_THANKS - {"terima"})) and said <= _THANKS | _WITH_THANKS


_SEEN = frozenset(
    ["ok", "oke", "okay", "okey", "sip", "siap", "ya", "iya", "mengerti", "dimengerti", "paham", "noted"]
)


def says_nothing(words: str) -> bool:
    """Whether words are no explanation of anything: an emoji, a question mark, *siap pak*, *baik*."""
    said = {word for word in WORD.findall(words.casefold()) if word not in POLITE}
    return not has_word(words) or only_acknowledges(words) or said == {"baik"}


def only_acknowledges(words: str) -> bool:
    """Whether somebody says that he has read it, or thanks, and nothing else: *ok pak*, *siap, baik*. *Baik*
    alone may say how somebody is."""
    said = {word for word in WORD.findall(words.casefold()) if word not in POLITE}
    seen = bool(said & _SEEN) and said <= _SEEN | _THANKS | {"baik"}
    return (seen or only_thanks(words)) and not any(letter.isdigit() for letter in words)


def whole(words: str, most: int) -> str:
    """These words, none of them cut. Raises Refused for more than so many letters: they may come in parts."""
    if len(words) > most:
        raise Refused("words-too-long", most=most)
    return words


def in_one(words: str, most: int) -> str:
    """These words for a place that takes one message, none of them cut. Raises Refused for more than so many
    letters: what was asked stays open, and his own message is there to be shortened."""
    if len(words) > most:
        raise Refused("words-too-many", count=len(words), most=most)
    return words


def with_more(answer: str, words: str) -> str:
    """The answer with words added later."""
    return f"{answer}{_BETWEEN}{words}"


def without(answer: str, words: str) -> str:
    """The answer with these words taken out of it, wherever they were added; said twice, the last ones."""
    before, found, after = f"{_BETWEEN}{answer}{_BETWEEN}".rpartition(f"{_BETWEEN}{words}{_BETWEEN}")
    return f"{before}{_BETWEEN}{after}".strip(_BETWEEN) if found else answer


def added(before: str, words: str, most: int) -> str:
    """The answer, if there is one, with words added, all of it in so many letters. Raises Refused for more,
    with how many these may be."""
    if not before:
        return in_one(words, most)
    return with_more(before, in_one(words, max(most - len(before) - len(_BETWEEN), 0)))


def reason_of(answer: str) -> str:
    """The button's reason, or '' where there are only words."""
    first = answer.partition(_BETWEEN)[0]
    return first if first.startswith(REASON) else ""


def own_words(answer: str) -> Param:
    """What to show: the words if there are any, because they say more; else the button's label."""
    reason = reason_of(answer)
    words = answer.removeprefix(reason).strip()
    return words or Word(reason) if reason else answer


NO_WORDS = frozenset(
    [
        "tidak",
        "tdk",
        "tak",
        "tidakji",
        "gak",
        "ga",
        "gk",
        "nggak",
        "ngga",
        "ngak",
        "enggak",
        "engga",
        "kagak",
        "ndak",
        "nda",
        "belum",
        "blm",
        "bukan",
        "jangan",
        "no",
    ]
)
"""How people say no at the beginning of an answer, as they speak and type in Indonesia."""
YES_WORDS = frozenset(
    {
        "ya",
        "y",
        "iya",
        "iye",
        "iyek",
        "ye",
        "yes",
        "yoi",
        "betul",
        "benar",
        "bener",
        "ada",
        "sudah",
        "sdh",
        "udah",
        "mau",
        "perlu",
        "butuh",
        "ingin",
        "boleh",
        "berubah",
        "pindah",
        "ganti",
    }
)
POLITE = frozenset(["maaf", "mohon", "oh", "eh", "pak", "bapak", "bu", "ibu", "bang", "kak", "mas", "mbak"])
"""Said before the answer; it answers nothing."""
BUT = frozenset(["tapi", "tetapi", "cuma", "hanya"])
LEAVING = frozenset(["batal", "cancel"])
"""The one way out of a question, whatever is asked."""
WORD = re.compile(r"[^\W\d_]+")


def leaves_question(words: str) -> bool:
    """Whether somebody wants no more of what he is asked."""
    return words.strip(" .!").casefold() in LEAVING


def has_word(text: str) -> bool:
    """Whether a text says anything: an emoji or a dot alone does not."""
    return any(letter.isalnum() for letter in text)


_ASKING = frozenset(
    {"siapa", "kapan", "mana", "dimana", "kemana", "bagaimana", "gimana", "berapa", "apa", "apakah"}
    | {"kenapa", "mengapa", "bisakah", "bolehkah"}
)
_OBJECTING = frozenset(["keberatan", "protes", "komplain", "mengadu", "pengaduan", "banding"])


def wants_answer(words: str) -> bool:
    """Whether somebody asks or objects, where nobody answers: *siapa PK saya?*, *saya keberatan*. Whoever has
    nothing against it does neither: *tidak keberatan*."""
    said = [word for word in WORD.findall(words.casefold()) if word not in POLITE]
    asks = bool(said) and ("?" in words or said[0] in _ASKING or said[:2] in (["di", "mana"], ["ke", "mana"]))
    return asks or bool(_OBJECTING & set(said) and not NO_WORDS & set(said))


def only_no(words: str) -> bool:
    """Whether somebody says no, and nothing else: *tidak*, *Maaf, tidak mau*."""
    said = {word for word in WORD.findall(words.casefold()) if word not in POLITE}
    return bool(said & NO_WORDS) and said <= NO_WORDS | {"mau"}


SURE_WORDS = frozenset(
    ["ya", "y", "iya", "iye", "iyek", "ye", "yes", "yoi", "betul", "benar", "bener", "ok", "oke", "setuju"]
)
"""How people agree to what is shown to them."""


def only_yes(words: str) -> bool:
    """Whether somebody agrees, and says nothing else: *ya*, *Iya, betul pak*. *Ada acara* is no such word."""
    said = {word for word in WORD.findall(words.casefold()) if word not in POLITE}
    return bool(said) and said <= SURE_WORDS


def yes_or_no(words: str) -> bool | None:
    """What an answer in own words says to a question with *ya* and *tidak*, by the word it begins with; None
    where it says neither, or both (*ya tidak*, *belum, tapi …*): then a person must say."""
    said = [word for word in WORD.findall(words.casefold()) if word not in POLITE]
    if not said:
        return None
    if said[0] in NO_WORDS:
        return None if BUT & set(said) else False
    if said[0] in YES_WORDS:
        return None if len(said) > 1 and said[1] in NO_WORDS else True
    return None

"""Turns a key and its parameters into the sentence a person reads (Fluent and Babel).

Sentences may use `{ WAKTU($at, "singkat") }` for an instant (styles: the names in `_WHEN`) and
`{ LAMA($minutes) }` for a length of time (`"angka"`: in decimal hours, `"desimal"`: the bare number of them);
`{ ORANG($name, $code) }` names somebody with his code, or by the code alone where the name is secret. Without
a function instants and lengths are written in full, and whole numbers as the language groups them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.dates import format_datetime
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentInt, FluentType
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.domain.messages import Minutes, Param, Params, When, Word, Words

FALLBACK: Final = "id"

# Unicode (CLDR) patterns. Babel knows WIB, WITA and WIT only in Indonesian, so `{zone}` is filled in later.
_WHEN: Final = {
    "id": {
        "lengkap": "EEEE, d MMMM y 'pukul' HH.mm '{zone}'",
        "singkat": "EEE d MMM 'pukul' HH.mm '{zone}'",
        "jam": "HH.mm",
        "pukul": "'pukul' HH.mm '{zone}'",
        "hari": "EEEE, d MMMM y",
        "surat": "d MMMM y",
        "tanggal": "EEE d MMM",
        "bulan": "MMMM yyyy",
        "angka": "dd/MM/y",
        "kolom": "EEE dd/MM/y",
    },
    "en": {
        "lengkap": "EEEE, d MMMM y 'at' HH:mm '{zone}'",
        "singkat": "EEE d MMM 'at' HH:mm '{zone}'",
        "jam": "HH:mm",
        "pukul": "'at' HH:mm '{zone}'",
        "hari": "EEEE, d MMMM y",
        "surat": "d MMMM y",
        "tanggal": "EEE d MMM",
        "bulan": "MMMM yyyy",
        "angka": "dd/MM/y",
        "kolom": "EEE dd/MM/y",
    },
}
_UNITS: Final = {"id": ("jam", "menit"), "en": ("h", "min")}

_LONGEST_PARAM: Final = 2_000
"""Fluent refuses any part of a sentence above 2,500 characters; no messenger takes more than 4,096 in all."""


class MissingText(KeyError):
    """No sentence stands under this key, neither in the language asked for nor in Indonesian."""


class BrokenText(ValueError):
    """A sentence cannot be made: a parameter is missing or of the wrong kind, or the `.ftl` file is wrong."""


class Texts:
    """All sentences of all languages, read once, at start. Raises BrokenText for a file that is wrong."""

    def __init__(self, directory: Path | None = None) -> None:
        folder = directory or locales_dir()
        paths = [path for path in sorted(folder.iterdir()) if path.is_dir()]
        if folder / FALLBACK not in paths:
            raise BrokenText(f"no sentences in {folder / FALLBACK}")
        whole = _entries(folder / FALLBACK)
        self._languages = {path.name: _Language(path, whole) for path in paths}

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages there are, by name."""
        return tuple(self._languages)

    def own_names(self) -> dict[str, str]:
        """Each language and what it is called in itself, Indonesian first."""
        others = [locale for locale in self.locales if locale != FALLBACK]
        return {locale: self._own_name(locale) for locale in (FALLBACK, *others)}

    def _own_name(self, locale: str) -> str:
        """As its sentences say, else as Babel knows it, else the name of its folder."""
        if "language-name" in self.keys(locale):
            return self.render("language-name", {}, locale=locale)
        try:
            return Locale.parse(locale).get_display_name(locale) or locale
        except (UnknownLocaleError, ValueError):
            return locale

    def render(self, key: str, params: Params, *, locale: str) -> str:
        """The sentence in `locale` (`en` and `en-GB` alike), or in Indonesian where that language lacks it.

        A text above 2,000 characters is cut with `…`. Raises MissingText or BrokenText.
        """
        language = self._language_of(key, locale)
        return language.render(key, {name: self._value(param, locale) for name, param in params.items()})

    def keys(self, locale: str) -> frozenset[str]:
        """The keys that this language itself has; terms (`-name`) are not keys."""
        return frozenset(self._languages[locale].messages)

    def placeholders(self, key: str, locale: str) -> frozenset[str]:
        """The parameters a sentence reads, also through the sentences that it quotes."""
        return frozenset(self._languages[locale].variables(key))

    def lacking(self, locale: str) -> frozenset[str]:
        """The keys that this language is read in Indonesian for."""
        return self.keys(FALLBACK) - self.keys(locale)

    def faults(self, locale: str) -> dict[str, frozenset[str]]:
        """The sentences of a language that cannot be made, with the parameters that nobody gives them."""
        both = sorted(self.keys(locale) & self.keys(FALLBACK))
        strange = {key: self.placeholders(key, locale) - self.placeholders(key, FALLBACK) for key in both}
        return {key: names for key, names in strange.items() if names}

    def _language_of(self, key: str, locale: str) -> _Language:
        for name in (locale.lower().split("-")[0].split("_")[0], FALLBACK):
            language = self._languages.get(name)
            if language and key in language.messages:
                return language
        raise MissingText(key)

    def _value(self, param: Param, locale: str) -> str | FluentType:
        match param:
            case When():
                return _FluentWhen(param)
            case Minutes(count):
                return _FluentMinutes(count)
            case Word(key):
                return self.render(key, {}, locale=locale)
            case Words(keys):
                return ", ".join(self.render(key, {}, locale=locale) for key in keys)
            case int():
                return _FluentCount(param)
            case _:
                return param if len(param) <= _LONGEST_PARAM else param[: _LONGEST_PARAM - 1] + "…"


def locales_dir() -> Path:
    """Where the sentences lie: inside an installed wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    installed = package / "locales"
    return installed if installed.is_dir() else package.parent / "locales"


def languages() -> tuple[str, ...]:
    """The languages that there are sentences in, by name."""
    return tuple(sorted(path.name for path in locales_dir().iterdir() if path.is_dir()))


def utf16_length(text: str) -> int:
    """Length in UTF-16 units, which is how Telegram counts its limits."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Language:
    """The sentences of one directory. What they quote and it lacks is quoted from the whole language."""

    def __init__(self, folder: Path, whole: Mapping[str, ast.Message | ast.Term]) -> None:
        # Babel does not know every language of the islands; those write numbers and dates as Indonesian does.
        self._bundle = FluentBundle([folder.name, FALLBACK], functions=_FUNCTIONS, use_isolating=False)
        own = _entries(folder) if folder.name != FALLBACK else whole
        self._entries = {**whole, **own}
        self._bundle.add_resource(ast.Resource(list(self._entries.values())))
        self.messages = {name: entry for name, entry in own.items() if isinstance(entry, ast.Message)}

    def render(self, key: str, values: dict[str, str | FluentType]) -> str:
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise BrokenText(key)
        text, errors = self._bundle.format_pattern(pattern, values)
        if errors:
            raise BrokenText(f"{key}: {'; '.join(map(str, errors))}")
        return str(text)

    def variables(self, key: str) -> set[str]:
        reads = _Reads()
        reads.visit(self._entries[key])
        return reads.variables.union(*(self.variables(quoted) for quoted in reads.quoted))


class _Reads(Visitor):
    """Collects what a sentence refers to."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.quoted: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.quoted.add(node.id.name)


def _entries(folder: Path) -> dict[str, ast.Message | ast.Term]:
    parser = FluentParser(with_spans=False)
    entries: dict[str, ast.Message | ast.Term] = {}
    for file in sorted(folder.glob("*.ftl")):
        for entry in parser.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Junk):
                raise BrokenText(f"{folder.name}/{file.name}: cannot read {entry.content!r}")
            if isinstance(entry, ast.Message | ast.Term):
                name = f"-{entry.id.name}" if isinstance(entry, ast.Term) else entry.id.name
                if name in entries or entry.value is None:
                    raise BrokenText(f"{folder.name}/{file.name}: {name} stands twice or says nothing")
                entries[name] = entry
    return entries


class _FluentWhen(FluentType):
    def __init__(self, when: When, style: str = "lengkap") -> None:
        self.when = when
        self.style = style

    def format(self, locale: Locale) -> str:
        return _formatted_when(self.when, self.style, locale.language)


class _FluentMinutes(FluentType):
    def __init__(self, count: int, style: str = "lengkap") -> None:
        self.count = count
        self.style = style

    def format(self, locale: Locale) -> str:
        language = locale.language if locale.language in _UNITS else FALLBACK
        hour, minute = _UNITS[language]
        if self.style in ("angka", "desimal"):
            decimal = _number(Decimal(self.count) / 60, language)
            return f"{decimal} {hour}" if self.style == "angka" else decimal
        hours, minutes = divmod(abs(self.count), 60)
        parts = [f"{_number(hours, language)} {hour}"] if hours else []
        parts += [f"{minutes} {minute}"] if minutes or not hours else []
        return ("-" if self.count < 0 else "") + " ".join(parts)


class _FluentCount(FluentInt):
    """A whole number; Fluent's own works out the pattern anew each time."""

    def format(self, locale: Locale) -> str:
        return _number(int(self), locale.language)


def _waktu(when: object, gaya: str = "lengkap") -> FluentType:
    if not isinstance(when, _FluentWhen) or gaya not in _WHEN[FALLBACK]:
        raise TypeError(f"WAKTU takes an instant and one of {', '.join(_WHEN[FALLBACK])}")
    return _FluentWhen(when.when, gaya)


def _lama(minutes: object, gaya: str = "lengkap") -> FluentType:
    if not isinstance(minutes, _FluentMinutes) or gaya not in ("lengkap", "angka", "desimal"):
        raise TypeError("LAMA takes minutes and one of lengkap, angka, desimal")
    return _FluentMinutes(minutes.count, gaya)


class _FluentPerson(FluentType):
    def __init__(self, name: str, code: str) -> None:
        self.name = name
        self.code = code

    def format(self, locale: Locale) -> str:
        return self.code if self.name == self.code else f"{self.name} ({self.code})"


def _orang(name: object, code: object) -> FluentType:
    return _FluentPerson(str(name), str(code))


_FUNCTIONS: Final[dict[str, Callable[..., FluentType]]] = {
    "WAKTU": _waktu,
    "LAMA": _lama,
    "ORANG": _orang,
}


@lru_cache(maxsize=4096)
def _formatted_when(when: When, style: str, language: str) -> str:
    if when.at.tzinfo is None:
        raise ValueError("an instant needs a zone")
    patterns = _WHEN.get(language, _WHEN[FALLBACK])
    local = when.at.astimezone(_zone(when.zone))
    text = format_datetime(local, patterns[style], tzinfo=local.tzinfo, locale=language)
    return text.replace("{zone}", local.tzname() or "")


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError as error:
        raise ValueError(f"no zone is called {name}") from error


@lru_cache(maxsize=4096)
def _number(number: int | Decimal, language: str) -> str:
    return format_decimal(number, format="#,##0.##", locale=language)

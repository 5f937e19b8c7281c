"""The sentences and the code agree: same keys in every language, none missing, none dead, labels that fit."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain.messages import Minutes, Param, When
from bot.texts import Texts, locales_dir

ROOT = Path(__file__).parents[2]
FILES = sorted(locales_dir().glob("*/*.ftl"))
ANYTHING = r"[A-Za-z0-9_-]+"
LABEL_LIMIT = 20
"""Letters; what a WhatsApp button holds."""

# Where in a call the key stands, by position and by name; `Refused` takes its parameters by name.
KEY_IN = {
    "Notice": (None, "key"),
    "Line": (0, "key"),
    "Choice": (1, "key"),
    "Word": (0, "key"),
    "Key": (0, "label"),
    "Refused": (0, "key"),
}
SENTENCES = {"Notice", "Line", "Refused"}
PARAMS_IN = {"Notice": None, "Line": 1, "Choice": 2}


@dataclass(frozen=True)
class Use:
    """A key as the code writes it: in what, as a pattern, with which parameters (None: not to be told)."""

    kind: str
    pattern: str
    given: frozenset[str] | None
    place: str
    to: str = ""
    """Of a notice: to whom, as the code writes it."""


def uses_in(source: str, name: str = "module.py") -> set[Use]:
    """Every key that stands in a Notice, Line, Choice, Word, Key or Refused, also by way of a local name."""
    tree = ast.parse(source)
    functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef)]
    found: set[Use] = set()
    for scope in (tree, *functions):
        named = assigned(tree.body if scope is tree else list(ast.walk(scope)))
        for call in ast.walk(scope):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEY_IN:
                place = f"{name}:{call.lineno}"
                patterns = patterns_of(argument(call, *KEY_IN[call.func.id]), named)
                to = argument(call, None, "to")
                reader = ast.unparse(to) if to else ""
                found |= {Use(call.func.id, pattern, given_to(call), place, reader) for pattern in patterns}
    return found


def assigned(nodes: list[ast.stmt] | list[ast.AST]) -> dict[str, list[ast.expr]]:
    values: dict[str, list[ast.expr]] = {}
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(name)], value=value):
                values.setdefault(name, []).append(value)
            case ast.AnnAssign(target=ast.Name(name), value=ast.expr() as value):
                values.setdefault(name, []).append(value)
    return values


def argument(call: ast.Call, position: int | None, name: str) -> ast.expr | None:
    if position is not None and len(call.args) > position:
        return call.args[position]
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def patterns_of(value: ast.expr | None, named: dict[str, list[ast.expr]]) -> set[str]:
    match value:
        case ast.Constant(value=str(key)) if key:
            return {re.escape(key)}
        case ast.JoinedStr():
            pattern = pattern_of(value)
            return {pattern} if pattern else set()
        case ast.IfExp():
            return patterns_of(value.body, named) | patterns_of(value.orelse, named)
        case ast.Name(name) if name in named:
            others = {other: values for other, values in named.items() if other != name}
            return set().union(*(patterns_of(one, others) for one in named[name]))
        case _:
            return set()


def pattern_of(text: ast.JoinedStr) -> str | None:
    """An f-string as a pattern, or None where it does not begin with a plain `word-`."""
    first = text.values[0] if text.values else None
    if not (isinstance(first, ast.Constant) and re.match(r"[a-z][a-z0-9]*-", str(first.value))):
        return None
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else ANYTHING for part in text.values
    )


def given_to(call: ast.Call) -> frozenset[str] | None:
    """The names of the parameters, or None where only running the code would tell."""
    assert isinstance(call.func, ast.Name)
    if any(isinstance(one, ast.Starred) for one in call.args) or any(
        one.arg is None for one in call.keywords
    ):
        return None
    if call.func.id == "Refused":
        return frozenset(str(keyword.arg) for keyword in call.keywords)
    if call.func.id not in PARAMS_IN:
        return frozenset()
    params = argument(call, PARAMS_IN[call.func.id], "params")
    if params is None:
        return frozenset()
    if isinstance(params, ast.Dict) and all(isinstance(name, ast.Constant) for name in params.keys):
        return frozenset(str(name.value) for name in params.keys if isinstance(name, ast.Constant))
    return None


def mentions_in(source: str) -> set[str]:
    """Patterns of all texts in the code, wherever: keys also lie in tables or come out of functions."""
    tree = ast.parse(source)
    plain = {
        re.escape(one.value)
        for one in ast.walk(tree)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }
    built = {pattern_of(one) for one in ast.walk(tree) if isinstance(one, ast.JoinedStr)}
    return plain | {pattern for pattern in built if pattern}


def sources() -> Iterator[Path]:
    for folder in ("bot", "scheduler"):
        yield from sorted((ROOT / folder).rglob("*.py"))


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts()


@pytest.fixture(scope="module")
def uses() -> set[Use]:
    return set().union(*(uses_in(file.read_text("utf-8"), str(file.relative_to(ROOT))) for file in sources()))


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(locales_dir())) for file in FILES])
def test_every_entry_is_fluent(file: Path) -> None:
    entries = FluentParser().parse(file.read_text("utf-8")).body
    assert [entry.content for entry in entries if isinstance(entry, ftl.Junk)] == []


def test_every_language_has_the_same_keys(texts: Texts) -> None:
    uneven = {
        f"{key}: in {locale} or in id, not in both"
        for locale in texts.locales
        for key in texts.keys(locale) ^ texts.keys("id")
    }
    assert not uneven, listed(uneven)


def test_every_language_reads_the_same_parameters(texts: Texts) -> None:
    different = {
        f"{key}: {texts.placeholders(key, locale) ^ texts.placeholders(key, 'id')} in {locale} or in id"
        for locale in texts.locales
        for key in texts.keys(locale) & texts.keys("id")
        if texts.placeholders(key, locale) != texts.placeholders(key, "id")
    }
    assert not different, listed(different)


def test_every_key_that_the_code_uses_exists(texts: Texts, uses: set[Use]) -> None:
    missing = {
        f"{readable(use.pattern)} ({use.place})"
        for use in uses
        if not matching(use.pattern, texts.keys("id"))
    }
    assert not missing, listed(missing)


def test_every_parameter_that_a_sentence_reads_is_given(texts: Texts, uses: set[Use]) -> None:
    lacking = {
        f"{key}: {sorted(texts.placeholders(key, 'id') - use.given)} ({use.place})"
        for use in uses
        if use.given is not None
        for key in matching(use.pattern, texts.keys("id"))
        if not texts.placeholders(key, "id") <= use.given
    }
    assert not lacking, listed(lacking)


def test_no_sentence_is_dead(texts: Texts) -> None:
    mentioned = set().union(*(mentions_in(file.read_text("utf-8")) for file in sources()))
    built = re.compile("|".join(sorted(one for one in mentioned if ANYTHING in one)))
    unsaid = {key for key in texts.keys("id") if re.escape(key) not in mentioned}
    dead = {key for key in unsaid if not built.fullmatch(key)} - quoted_somewhere()
    assert not dead, listed(dead)


def test_every_sentence_can_be_made(texts: Texts) -> None:
    """Unknown styles, terms and functions show only when a sentence is rendered."""
    for locale in texts.locales:
        samples = samples_of(locale)
        for key in texts.keys(locale):
            params = {name: samples.get(name, 3) for name in texts.placeholders(key, locale)}
            assert texts.render(key, params, locale=locale).strip()


def test_labels_fit_on_a_button(texts: Texts, uses: set[Use]) -> None:
    too_long = {
        f"{locale}: {key} = {label} ({len(label)})"
        for locale in texts.locales
        for key in labels_of(texts.keys(locale), uses)
        if len(label := without_params(texts, key, locale)) > LABEL_LIMIT
    }
    assert not too_long, listed(too_long)


def labels_of(keys: frozenset[str], uses: set[Use]) -> set[str]:
    """What the code puts on buttons, and what is named like it unless it is a sentence (`choice-unknown`)."""
    buttons = {key for use in uses if use.kind in ("Choice", "Key") for key in matching(use.pattern, keys)}
    sentences = {key for use in uses if use.kind in SENTENCES for key in matching(use.pattern, keys)}
    return buttons | {key for key in keys - sentences if key.startswith(("choice-", "key-"))}


def without_params(texts: Texts, key: str, locale: str) -> str:
    """A label without the names in it; times are of one length and stay."""
    samples = samples_of(locale)
    params = {name: samples.get(name, "") for name in texts.placeholders(key, locale)}
    return texts.render(key, params, locale=locale)


def listed(problems: set[str]) -> str:
    return "\n" + "\n".join(sorted(problems))


def readable(pattern: str) -> str:
    return pattern.replace(ANYTHING, "…").replace("\\", "")


def matching(pattern: str, keys: frozenset[str]) -> set[str]:
    fits = re.compile(pattern).fullmatch
    return {key for key in keys if fits(key)}


class Calls(Visitor):
    """Which functions read which variables, and which sentences are quoted by others."""

    def __init__(self) -> None:
        self.reads: dict[str, str] = {}
        self.quoted: set[str] = set()

    def visit_FunctionReference(self, node: ftl.FunctionReference) -> None:
        for one in node.arguments.positional:
            if isinstance(one, ftl.VariableReference):
                self.reads[one.id.name] = node.id.name

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:
        self.quoted.add(node.id.name)


def calls_in(folder: Path) -> Calls:
    calls = Calls()
    for file in sorted(folder.glob("*.ftl")):
        calls.visit(FluentParser().parse(file.read_text("utf-8")))
    return calls


def quoted_somewhere() -> set[str]:
    return calls_in(locales_dir() / "id").quoted


@cache
def samples_of(locale: str) -> dict[str, Param]:
    """A parameter of the right kind for each name; a name means the same kind in every sentence."""
    kinds: dict[str, Param] = {
        "WAKTU": When(datetime(2026, 2, 19, tzinfo=UTC), "Asia/Makassar"),
        "LAMA": Minutes(165),
    }
    reads = calls_in(locales_dir() / locale).reads
    return {name: kinds[function] for name, function in reads.items() if function in kinds}


# The reader of the code, read.

SEEN = [
    pytest.param('Notice(to=1, key="a-b")', {("a\\-b", ())}, id="notice"),
    pytest.param('Notice(to=1, key="a", params={"x": 1, "y": 2})', {("a", ("x", "y"))}, id="parameters"),
    pytest.param('Notice(to=1, key="a", params=params)', {("a", None)}, id="parameters from elsewhere"),
    pytest.param('Notice(to=1, key="a", params={**more})', {("a", None)}, id="parameters spread out"),
    pytest.param('Line("a", {"x": 1})', {("a", ("x",))}, id="line"),
    pytest.param('Choice("id:1", "a")', {("a", ())}, id="choice"),
    pytest.param('Word("a")', {("a", ())}, id="word"),
    pytest.param('Key("a", "mulai")', {("a", ())}, id="key of the keyboard"),
    pytest.param('raise Refused("a", x=1)', {("a", ("x",))}, id="refusal"),
    pytest.param('Word("a" if x else "b")', {("a", ()), ("b", ())}, id="either"),
    pytest.param('def f():\n key = "a"\n return Line(key)', {("a", ())}, id="by a local name"),
    pytest.param('def f(key):\n return Line(key)', set(), id="from the caller"),
    pytest.param('KEY = "a"\ndef f():\n return Line(KEY)', {("a", ())}, id="by a name of the module"),
    pytest.param('def f():\n key = f(key)\n return Line(key)', set(), id="from a function"),
    pytest.param('Word(f"reason-{x}")', {("reason\\-[A-Za-z0-9_-]+", ())}, id="built"),
    pytest.param('Word(f"{x}-reason")', set(), id="built from its end"),
    pytest.param('other("a")', set(), id="something else"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), SEEN)
def test_keys_are_found_in_code(source: str, expected: set[tuple[str, tuple[str, ...] | None]]) -> None:
    found = {
        (use.pattern, None if use.given is None else tuple(sorted(use.given))) for use in uses_in(source)
    }
    assert found == expected


def test_mentions_are_found_in_tables_and_built_texts() -> None:
    source = 'TABLE = {"x": "reason-sick"}\ndef f(s):\n    return f"state-{s}"\nlog(f"{s}-x", f"of {s}")'
    mentions = mentions_in(source)
    keys = frozenset({"reason-sick", "reason-other", "state-open", "of-x", "open-x"})
    assert set().union(*(matching(pattern, keys) for pattern in mentions)) == {"reason-sick", "state-open"}


def test_nobody_is_called_petugas() -> None:
    """An officer is a PK, a supervisor a pengawas, as the glossary has it: the general word says neither."""
    ours = [one for one in FILES if one.parent.name == "id"]
    assert [one.name for one in ours if "petugas" in one.read_text("utf-8").casefold()] == []

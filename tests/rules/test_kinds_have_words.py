"""A key built from a kind, as in `f"excel-contact-{Contact(...).value}"`, exists for every kind there is."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.messages import Label
from tests.harness import sentences

ROOT = Path(__file__).parents[2]
SOURCES = [file for folder in ("bot", "scheduler") for file in sorted((ROOT / folder).rglob("*.py"))]


def built_from_kinds(source: str) -> Iterator[tuple[str, str, str]]:
    """What stands before the kind, the name of its class, and what stands behind it."""
    for text in ast.walk(ast.parse(source)):
        match text:
            case ast.JoinedStr(
                values=[
                    ast.Constant(value=str(before)),
                    ast.FormattedValue(
                        value=ast.Attribute(value=ast.Call(func=ast.Name(id=kinds), args=[_]), attr="value")
                    ),
                    *rest,
                ]
            ) if before.endswith("-") and kinds[0].isupper():
                yield before, kinds, "".join(str(getattr(part, "value", "")) for part in rest)


FOUND = [
    (".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), *built)
    for file in SOURCES
    for built in built_from_kinds(file.read_text("utf-8"))
]


UNTOLD = {
    "decisions-page-": {"writers"},
    "evaluation-name-": {"remark"},
    "upload-is-": {"previewed"},
    "call-state-": {"draft", "dropped"},
    "choice-follow-up-so-": {"planned"},
    "leave-of-": {"declined", "over", "withdrawn"},
    "leave-state-": {"over", "withdrawn"},
    "practice-tour-": {"client", "supervisor"},
    "total-word-": {"none"},
    "document-remark-": {"draft", "active", "suspended", "awaiting_closing"},
    "because-": {one.value for one in Label if not one.value.startswith("no_location")},
    "card-flag-": {
        *(
            "forwarded",
            "via_bot",
            "scheduled",
            "picked_place",
            "as_document",
            "photo_missing",
            "photo_erased",
        ),
        "from_desktop",
        *("no_location_phone", "no_location_signal", "no_location_unwilling"),
        *("photo_unreadable", "photo_seen", "photo_alike", "photo_shared", "photo_similar"),
    },
}
"""Kinds that are not written about there, because something else is said of them or nobody is shown them."""


@pytest.mark.parametrize(("module", "before", "kinds", "after"), FOUND)
def test_every_kind_has_its_words(module: str, before: str, kinds: str, after: str) -> None:
    members = getattr(importlib.import_module(module), kinds)
    told = {one.value for one in members} - UNTOLD.get(before, set())

    assert {f"{before}{kind}{after}" for kind in told} <= sentences().keys("id")


def test_they_are_found_in_code() -> None:
    assert ("bot.reports.excel", "excel-contact-", "Contact", "") in FOUND

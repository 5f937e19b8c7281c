"""The topics of questions: each is written once in its table, for of two the later would win in silence."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from bot.handlers import questions

TABLES = ("WORDS", "PICTURES", "PLACES", "FILES", "VOICES", "BRIEF")


def written(name: str) -> int:
    """How many entries a table has in its source."""
    source = ast.parse(Path(questions.__file__).read_text(encoding="utf-8"))
    tables = (one for one in source.body if isinstance(one, ast.AnnAssign))
    table = next(one.value for one in tables if isinstance(one.target, ast.Name) and one.target.id == name)
    assert isinstance(table, ast.Dict)
    return len(table.keys)


@pytest.mark.parametrize("name", TABLES)
def test_no_two_questions_share_a_topic(name: str) -> None:
    assert len(getattr(questions, name)) == written(name)

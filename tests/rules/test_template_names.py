"""Under which name `hadir template` writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.desktop import write_template


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize(("name", "better"), [("t.pdf", "t.xlsx"), ("data.2026.CSV", "data.2026.xlsx")])
async def test_another_kind_of_file_is_not_promised(tmp_path: Path, name: str, better: str) -> None:
    said: list[str] = []

    def say(key: str, **params: str | int) -> None:
        said.append(f"{key} {params['better']}")

    assert await write_template(tmp_path / name, say, replace=True) == 2
    assert said == [f"template-other-kind {tmp_path / better}"]
    assert names_in(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "written"), [("x", "x.xlsx"), ("data.2026", "data.2026.xlsx"), ("x.xlsx", "x.xlsx")]
)
async def test_a_workbook_has_the_ending_of_one(tmp_path: Path, name: str, written: str) -> None:
    said: list[str] = []

    def say(key: str, **params: str | int) -> None:
        said.append(f"{key} {params}")

    assert await write_template(tmp_path / name, say, replace=False) == 0
    assert names_in(tmp_path) == [written]
    assert written in said[0]

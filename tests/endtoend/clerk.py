"""A clerk at a terminal: types `hadir` commands in a folder of his own and reads what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from typer.testing import CliRunner

from bot.cli import cli
from tests.endtoend.machine import Answer


@dataclass(frozen=True, slots=True)
class Clerk:
    """Works in `folder`, which must be the current one; nothing answers where the messenger should be."""

    folder: Path
    settings: Mapping[str, str] = field(
        default_factory=lambda: {"HADIR_TELEGRAM_API_URL": "http://127.0.0.1:9", "COLUMNS": "200"}
    )

    def hadir(self, *words: str, typed: str = "", **settings: str) -> Answer:
        """One command. An error that no sentence explains is raised here."""
        result = CliRunner().invoke(
            cli, words, input=typed, env=dict(self.settings) | settings, catch_exceptions=False
        )
        return Answer(result.exit_code, result.output)

    def files(self) -> set[str]:
        """What lies in the folder."""
        return {path.name for path in self.folder.iterdir()}

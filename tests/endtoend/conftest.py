"""The clerk of the tests that need no service: his folder is empty when he begins."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.endtoend.clerk import Clerk


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    for name in [name for name in os.environ if name.startswith("HADIR_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return Clerk(tmp_path)

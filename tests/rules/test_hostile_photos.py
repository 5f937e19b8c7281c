"""Photos that are meant to do harm cost neither the process nor the machine anything."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.domain.messages import PictureProblem
from bot.storage.pictures import Checked, check, shown
from tests.hostile import REFUSED, hostile, sound


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_do_harm_is_refused_with_a_reason(name: str) -> None:
    assert check(hostile()[name]) == PictureProblem(REFUSED[name].replace("-", "_"))


@pytest.mark.parametrize("name", sound())
def test_what_is_odd_but_harmless_is_taken(name: str) -> None:
    assert isinstance(check(sound()[name]), Checked)
    drawn = shown(sound()[name])
    assert b"<script>" not in drawn
    assert b"catatan.txt" not in drawn


def test_five_hundred_changed_files_neither_crash_nor_fill_the_memory() -> None:
    command = [sys.executable, "-m", "tests.fuzz.photos", "--count", "500"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr

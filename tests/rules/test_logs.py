"""The log is coloured for eyes, and plain for files."""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Iterator
from contextlib import redirect_stdout

import pytest
import structlog

from bot.logs import log, set_up_logging

ESCAPE = "\x1b["


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    """The configuration is one for the whole process."""
    handlers, level = logging.root.handlers[:], logging.root.level
    yield
    structlog.reset_defaults()
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


def logged_to_a_file() -> str:
    with redirect_stdout(io.StringIO()) as file:
        set_up_logging("console")
        log.info("hadir.running")
    return file.getvalue()


def logged_to_a_terminal() -> str:
    outside, inside = os.openpty()
    with os.fdopen(inside, "w") as terminal, redirect_stdout(terminal):
        set_up_logging("console")
        log.info("hadir.running")
    try:
        return os.read(outside, 1000).decode()
    finally:
        os.close(outside)


def test_a_file_gets_no_colours() -> None:
    assert ESCAPE not in logged_to_a_file()


def test_a_terminal_gets_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert ESCAPE in logged_to_a_terminal()


def test_who_wants_no_colours_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert ESCAPE not in logged_to_a_terminal()

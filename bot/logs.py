"""The log: events, ids and kinds of error; never names, numbers, places, tokens, or what somebody wrote."""

from __future__ import annotations

import logging
import os
import sys
from typing import Any

import structlog

log = structlog.get_logger()


def set_up_logging(style: str) -> None:
    """One structured line an event, as JSON or for people to read."""
    renderer: Any = (
        structlog.processors.JSONRenderer()
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=_colourful())
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )
    logging.basicConfig(handlers=[Libraries()], level=logging.WARNING, force=True)


def _colourful() -> bool:
    """Colour is for eyes at a terminal that want it (no-color.org), not for files."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


class Libraries(logging.Handler):
    """What libraries warn of: who and where, without their words. python-telegram-bot logs whole answers of
    the server that it cannot read, and a traceback may quote what a message said."""

    def emit(self, record: logging.LogRecord) -> None:
        kind = record.exc_info[0] if record.exc_info else None
        log.warning(
            "library",
            library=record.name,
            severity=record.levelname.lower(),
            place=f"{record.module}:{record.lineno}",
            error=kind.__name__ if kind else "",
        )

"""Starts `hadir run` without its two seconds of imports: forks a process that has done them.

A line on stdin begins a life; its process id and, when it has ended, its exit status are answered. All that
`hadir run` builds (settings, database, connections, tasks) is built in the child, as in any start.
"""

from __future__ import annotations

import os
import sys

import bot.app
from bot.cli import cli

assert bot.app  # the imports are the point


def live() -> None:
    """In the child: the log is stderr, and stdin belongs to the parent."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    cli(["run"])


def main() -> None:
    """Lives until stdin ends."""
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            status = 70
            try:
                live()
            except SystemExit as end:
                status = int(end.code or 0)
            finally:
                sys.stdout.flush()
                os._exit(status)
        _answer(child)
        _, status = os.waitpid(child, 0)
        _answer(status)


def _answer(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

"""How a measured process answers its parent: a line on stdin asks for its counts, its end ends it."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable, Mapping

Counts = Callable[[], Mapping[str, int]]


async def until_parent_leaves(counts: Counts, answers: int) -> None:
    """Answer each line with the counts, on the descriptor `answers`; return when stdin ends."""
    while await asyncio.to_thread(sys.stdin.readline):
        os.write(answers, json.dumps(dict(counts())).encode() + b"\n")


def answers_apart() -> int:
    """A descriptor for the answers; what the program prints by itself goes to stderr from now on."""
    answers = os.dup(1)
    os.dup2(2, 1)
    return answers

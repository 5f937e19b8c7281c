"""A bar drawn in text, to read a share at a glance; a sentence with the figures stands beside it."""

from __future__ import annotations

CELLS = 10
FULL, EMPTY = "▓", "░"
"""Told apart by how dense they are, not by colour."""


def bar(done: int, total: int) -> str:
    """Ten cells for `done` of `total`. It is full only when nothing is left, and never empty once something
    is done; without a total there is nothing to draw."""
    if total <= 0:
        return ""
    cells = CELLS if done >= total else min(max(done * CELLS // total, 0), CELLS - 1)
    cells = max(cells, 1 if done > 0 else 0)
    return FULL * cells + EMPTY * (CELLS - cells)

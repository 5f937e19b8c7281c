"""Bars before they are drawn: sizes to draw by, and the figures that stand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reports.sheets import Cell


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of several parts, each with its figure as it is read."""

    label: Cell
    parts: tuple[int, ...]
    said: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A chart. Its parts differ by their filling, not by colour, and every figure is written out."""

    title: str
    """A key, like the next two."""
    legend: Sequence[str]
    source: str
    bars: Sequence[Bar]
    upright: bool
    """Whether bars stand beside each other, or lie below each other."""

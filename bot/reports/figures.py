"""A week's figures as plain JSON and back: what a digest said on its Monday stays what it said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from bot.domain.digest import Week

_WEEK = TypeAdapter(Week)


def to_json(week: Week) -> dict[str, Any]:
    """Figures as they are frozen in a digest's row."""
    figures: dict[str, Any] = _WEEK.dump_python(week, mode="json")
    return figures


def from_json(figures: Mapping[str, Any]) -> Week:
    """The inverse of `to_json`."""
    return _WEEK.validate_python(figures)

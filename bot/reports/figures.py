"""A week's figures as plain JSON and back: what a digest said on its Monday stays what it said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from bot.domain.changes import Standing
from bot.domain.digest import Week

_WEEK = TypeAdapter(Week)
_STANDING = TypeAdapter(Standing)


def to_json(week: Week) -> dict[str, Any]:
    """Figures as they are frozen in a digest's row."""
    figures: dict[str, Any] = _WEEK.dump_python(week, mode="json")
    return figures


def from_json(figures: Mapping[str, Any]) -> Week:
    """The inverse of `to_json`."""
    return _WEEK.validate_python(figures)


def standing_to_json(standing: Standing) -> dict[str, Any]:
    """How a week stood, kept beside its figures, and of a head's week alone."""
    kept: dict[str, Any] = _STANDING.dump_python(standing, mode="json")
    return kept


def standing_from(figures: Mapping[str, Any]) -> Standing | None:
    """The inverse, from what a digest's row holds; None of weeks that were kept before there was one."""
    standing = figures.get("standing")
    return None if standing is None else _STANDING.validate_python(standing)

"""What a photo's file says of itself (EXIF): a hint for people, because anybody can write anything there."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.domain.messages import FileClaims, Point

LONG_BEFORE: Final = timedelta(days=1)
"""A camera's clock may stand in another zone and its day be one off; less says nothing. A file from the
future says only that the clock is wrong, and nobody is asked about it."""
FAR_OFF: Final = 2_000
"""Metres from the site: a camera may write down the last place that it knew."""


def taken_at(claims: FileClaims, zone: str) -> datetime | None:
    """When the photo was taken by its file; by the clock of `zone` where the file names none."""
    if claims.taken is None or claims.taken.tzinfo is not None:
        return claims.taken
    return claims.taken.replace(tzinfo=ZoneInfo(zone))


def days_before(claims: FileClaims, sent_at: datetime, zone: str) -> int | None:
    """Whole days from taking to sending where they contradict each other by far."""
    taken = taken_at(claims, zone)
    if taken is None or sent_at - taken < LONG_BEFORE:
        return None
    return (sent_at - taken).days


def km_off(metres: int | None) -> int | None:
    """Whole kilometres from the site where that is far."""
    return None if metres is None or metres < FAR_OFF else round(metres / 1000)


def claims_to_json(claims: FileClaims) -> dict[str, Any]:
    """As it is stored: nothing for what the file does not say."""
    kept: dict[str, Any] = {}
    if claims.taken:
        kept["taken"] = claims.taken.isoformat()
    if claims.point:
        kept["at"] = [claims.point.latitude, claims.point.longitude]
    return kept


def claims_from_json(kept: dict[str, Any]) -> FileClaims:
    """The inverse of `claims_to_json`."""
    taken, at = kept.get("taken"), kept.get("at")
    return FileClaims(datetime.fromisoformat(taken) if taken else None, Point(*at) if at else None)

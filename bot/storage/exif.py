"""Reads from a picture's EXIF when and where it was taken, if it says so; everything else there is let be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Final

from PIL import ExifTags, Image

from bot.domain.messages import FileClaims, Point
from bot.domain.places import is_usable

CLOCK_SET: Final = 2010
"""The first year that is believed: a clock that was never set begins in 1970, 1980 or 2000."""
DECIMALS: Final = 5
"""Of a degree, a metre: no camera knows more."""


def claims_of(image: Image.Image) -> FileClaims:
    """Of a picture that is open; empty where its EXIF is broken or tells neither."""
    taken, point = None, None
    with suppress(Exception):  # a stranger's bytes can make Pillow raise anything
        taken = _taken(image.getexif().get_ifd(ExifTags.IFD.Exif))
    with suppress(Exception):
        point = _point(image.getexif().get_ifd(ExifTags.IFD.GPSInfo))
    return FileClaims(taken, point)


def _taken(exif: Mapping[int, Any]) -> datetime | None:
    """With its offset from UTC where the camera wrote one (EXIF 2.31), else without a zone."""
    clock = str(exif[ExifTags.Base.DateTimeOriginal])[:19]
    taken = datetime.strptime(clock, "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007  (whose clock it was is not said)
    with suppress(KeyError, ValueError):
        offset = str(exif[ExifTags.Base.OffsetTimeOriginal])[:6]
        taken = datetime.strptime(f"{taken.isoformat()}{offset}", "%Y-%m-%dT%H:%M:%S%z")
    return taken if taken.year >= CLOCK_SET else None


def _point(gps: Mapping[int, Any]) -> Point | None:
    latitude = _degrees(gps[ExifTags.GPS.GPSLatitude], gps[ExifTags.GPS.GPSLatitudeRef] == "S")
    longitude = _degrees(gps[ExifTags.GPS.GPSLongitude], gps[ExifTags.GPS.GPSLongitudeRef] == "W")
    point = Point(latitude, longitude)
    return point if is_usable(point) else None


def _degrees(parts: Sequence[Any], negative: bool) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    value = round(degrees + minutes / 60 + seconds / 3600, DECIMALS)
    return -value if negative else value

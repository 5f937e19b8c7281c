"""What a photo's own file says of itself: read where it is there, doubted where it is nonsense."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from PIL import ExifTags, Image

from bot.domain.file_claims import claims_from_json, claims_to_json, days_before, km_off, taken_at
from bot.domain.messages import FileClaims, Point
from bot.storage.pictures import Checked, check
from tests.hostile import saved
from tests.scenes import camera_file, scene

PICTURE = scene(1).resize((320, 240))
TAKEN = datetime(2026, 4, 23, 8, 14)  # noqa: DTZ001  (as a camera writes it)
HERE = (-5.4231, 119.4432)


def claims(content: bytes) -> FileClaims:
    checked = check(content)
    assert isinstance(checked, Checked)
    return checked.claims


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param({}, FileClaims(), id="nothing"),
        pytest.param({"taken": "2026:04:23 08:14:00"}, FileClaims(TAKEN), id="a time"),
        pytest.param(
            {"taken": "2026:04:23 08:14:00", "offset": "+08:00"},
            FileClaims(TAKEN.replace(tzinfo=timezone(timedelta(hours=8)))),
            id="a time with its zone",
        ),
        pytest.param(
            {"taken": "2026:04:23 08:14:00", "offset": "WITA"}, FileClaims(TAKEN), id="a zone that is none"
        ),
        pytest.param({"taken": "0000:00:00 00:00:00"}, FileClaims(), id="no time"),
        pytest.param({"taken": "1980:01:01 00:00:12"}, FileClaims(), id="a clock that was never set"),
        pytest.param({"at": HERE}, FileClaims(point=Point(*HERE)), id="a place"),
        pytest.param({"at": (0.0, 0.0)}, FileClaims(), id="no place"),
        pytest.param({"at": (95.0, 119.4432)}, FileClaims(), id="a place that is none on earth"),
        pytest.param(
            {"taken": "2026:04:23 08:14:00", "at": (5.55, -95.32)},
            FileClaims(TAKEN, Point(5.55, -95.32)),
            id="both, north and west",
        ),
    ],
)
def test_what_the_file_of_a_camera_says(written: dict[str, Any], expected: FileClaims) -> None:
    assert claims(camera_file(PICTURE, **written)) == expected


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_kinds_of_files_say_it_too(kind: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Merek HP"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2026:04:23 08:14:00"
    assert claims(saved(PICTURE, kind, exif=exif)) == FileClaims(TAKEN)


@pytest.mark.parametrize(
    "exif",
    [
        b"Exif\x00\x00MM\x00*\xff\xff\xff\xff",
        b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x69\x87\x04\x00\x01\x00\x00\x00\xff\xff\xff\x7f",
        b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x25\x88\x04\x00\x01\x00\x00\x00\x08\x00\x00\x00",
    ],
    ids=["nowhere", "times that lie outside", "places that are their own beginning"],
)
def test_broken_exif_says_nothing_and_the_picture_is_taken(exif: bytes) -> None:
    assert check(saved(PICTURE, exif=exif)) == Checked("image/jpeg", 320, 240)


@pytest.mark.parametrize(
    "one",
    [
        FileClaims(),
        FileClaims(TAKEN),
        FileClaims(TAKEN.replace(tzinfo=UTC), Point(*HERE)),
        FileClaims(point=Point(*HERE)),
    ],
)
def test_it_is_stored_and_read_again(one: FileClaims) -> None:
    assert claims_from_json(claims_to_json(one)) == one


def test_a_clock_without_a_zone_is_the_sites() -> None:
    assert taken_at(FileClaims(TAKEN), "Asia/Makassar") == datetime(2026, 4, 23, 0, 14, tzinfo=UTC)
    assert taken_at(FileClaims(TAKEN.replace(tzinfo=UTC)), "Asia/Makassar") == TAKEN.replace(tzinfo=UTC)
    assert taken_at(FileClaims(), "Asia/Makassar") is None


@pytest.mark.parametrize(
    ("sent_at", "expected"),
    [
        pytest.param(datetime(2026, 4, 23, 0, 20, tzinfo=UTC), None, id="minutes later"),
        pytest.param(datetime(2026, 4, 24, 0, 13, tzinfo=UTC), None, id="a day, perhaps another zone's"),
        pytest.param(datetime(2026, 4, 24, 0, 14, tzinfo=UTC), 1, id="a full day"),
        pytest.param(datetime(2026, 5, 23, 6, 0, tzinfo=UTC), 30, id="a month"),
        pytest.param(datetime(2026, 4, 20, tzinfo=UTC), None, id="from the future: only a wrong clock"),
    ],
)
def test_how_many_days_lie_between(sent_at: datetime, expected: int | None) -> None:
    assert days_before(FileClaims(TAKEN), sent_at, "Asia/Makassar") == expected


def test_a_file_without_a_time_contradicts_nothing() -> None:
    assert days_before(FileClaims(), datetime(2026, 4, 23, tzinfo=UTC), "Asia/Makassar") is None


@pytest.mark.parametrize(
    ("metres", "expected"),
    [(None, None), (0, None), (1_999, None), (2_000, 2), (8_400, 8)],
)
def test_how_far_away_is_far(metres: int | None, expected: int | None) -> None:
    assert km_off(metres) == expected

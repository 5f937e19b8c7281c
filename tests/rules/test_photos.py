"""Photos from strangers: what is taken, what is asked for again, and that kept ones stay secret and whole."""

from __future__ import annotations

import random
import stat
import struct
import threading
import zlib
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image, ImageDraw

from bot.domain.messages import Picture, PictureProblem
from bot.storage import photos
from bot.storage.photos import Checked, PhotoGone, PhotoStore, Tampered, WrongKey, check, shown
from bot.storage.pictures import MOST_KEPT, MOST_OF_FURTHER, smaller, thumbnail

KEY = "kunci rahasia kantor contoh"


def drawn(mode: str = "RGB", size: tuple[int, int] = (320, 240), seed: int = 7) -> Image.Image:
    """A scene with edges and noise, so that compressors have something to do."""
    noise = random.Random(seed).randbytes(size[0] * size[1] * 3)
    scene = Image.frombytes("RGB", size, noise).resize((size[0] // 8, size[1] // 8)).resize(size)
    ImageDraw.Draw(scene).rectangle((10, 10, size[0] // 2, size[1] // 2), fill=(200, 30, 30))
    return scene.convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def read(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_claiming(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", header)
        + png_chunk(b"IDAT", zlib.compress(bytes(1000)))
        + png_chunk(b"IEND", b"")
    )


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "rumah Budi"
    return saved(drawn(), exif=exif, comment=b"catatan rahasia")


def sixteen_bits() -> Image.Image:
    """A ramp from black to white in 16 bits."""
    row = b"".join(struct.pack("<H", x * 256) for x in range(256))
    return Image.frombytes("I;16", (256, 100), row * 100)


JPEG = saved(drawn())
TRAILER = b"PK\x03\x04<script>alert(1)</script>"
FRAMES = [drawn(seed=seed) for seed in range(3)]
GREYS = saved(sixteen_bits().resize((320, 240)), "PNG")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="9" height="9"/></svg>'

SOUND = [
    pytest.param(JPEG, "image/jpeg", id="JPEG"),
    pytest.param(saved(drawn(), progressive=True), "image/jpeg", id="progressive JPEG"),
    pytest.param(saved(drawn("L")), "image/jpeg", id="grey JPEG"),
    pytest.param(saved(drawn("CMYK")), "image/jpeg", id="CMYK JPEG"),
    pytest.param(turned(6), "image/jpeg", id="JPEG turned by EXIF"),
    pytest.param(
        saved(FRAMES[0], "MPO", save_all=True, append_images=FRAMES[1:]),
        "image/jpeg",
        id="JPEG with a second",
    ),
    pytest.param(JPEG + TRAILER, "image/jpeg", id="JPEG with something behind it"),
    pytest.param(saved(drawn(), "PNG"), "image/png", id="PNG"),
    pytest.param(saved(drawn("RGBA"), "PNG"), "image/png", id="transparent PNG"),
    pytest.param(saved(drawn("P"), "PNG", transparency=b"\x00\x80"), "image/png", id="palette PNG"),
    pytest.param(saved(drawn("1"), "PNG"), "image/png", id="black and white PNG"),
    pytest.param(GREYS, "image/png", id="16-bit PNG"),
    pytest.param(saved(drawn(), "WEBP"), "image/webp", id="WEBP"),
    pytest.param(saved(drawn("RGBA"), "WEBP", lossless=True), "image/webp", id="lossless WEBP"),
]


@pytest.mark.parametrize(("content", "mime"), SOUND)
def test_a_sound_picture_is_taken_and_can_be_shown(content: bytes, mime: str) -> None:
    assert check(content) == Checked(mime, 320, 240)
    assert read(shown(content)).format == "JPEG"


def test_the_largest_and_the_smallest_picture() -> None:
    assert check(saved(Image.new("1", (5000, 5000)), "PNG")) == Checked("image/png", 5000, 5000)
    assert check(saved(Image.new("1", (64, 64)), "PNG")) == Checked("image/png", 64, 64)


REFUSED = [
    pytest.param(JPEG + bytes(21_000_000), PictureProblem.TOO_LARGE, id="21 MB"),
    pytest.param(png_claiming(50_000, 50_000), PictureProblem.TOO_MANY_PIXELS, id="bomb"),
    pytest.param(png_claiming(12_000, 10_000), PictureProblem.TOO_MANY_PIXELS, id="bomb that only warns"),
    pytest.param(
        saved(Image.new("1", (5001, 5000)), "PNG"),
        PictureProblem.TOO_MANY_PIXELS,
        id="just over 25 megapixels",
    ),
    pytest.param(saved(drawn(size=(50, 50))), PictureProblem.TOO_SMALL, id="50 x 50"),
    pytest.param(saved(drawn(size=(63, 600))), PictureProblem.TOO_SMALL, id="one short side"),
    pytest.param(
        saved(FRAMES[0], "WEBP", save_all=True, append_images=FRAMES[1:]),
        PictureProblem.ANIMATED,
        id="moving WEBP",
    ),
    pytest.param(
        saved(FRAMES[0], "PNG", save_all=True, append_images=FRAMES[1:]),
        PictureProblem.ANIMATED,
        id="moving PNG",
    ),
    pytest.param(JPEG[: len(JPEG) // 2], PictureProblem.DAMAGED, id="half a JPEG"),
    pytest.param(saved(drawn(), "PNG")[:-200], PictureProblem.DAMAGED, id="most of a PNG"),
    pytest.param(saved(drawn(), "WEBP")[:-200], PictureProblem.DAMAGED, id="most of a WEBP"),
    pytest.param(png_claiming(100, 100), PictureProblem.DAMAGED, id="PNG with too few pixels"),
    pytest.param(b"", PictureProblem.NOT_A_PICTURE, id="nothing"),
    pytest.param(SVG, PictureProblem.NOT_A_PICTURE, id="SVG"),
    pytest.param(saved(drawn("P"), "GIF"), PictureProblem.NOT_A_PICTURE, id="GIF"),
    pytest.param(saved(drawn(), "BMP"), PictureProblem.NOT_A_PICTURE, id="BMP"),
    pytest.param(saved(drawn(), "PDF"), PictureProblem.NOT_A_PICTURE, id="PDF"),
    pytest.param(TRAILER + JPEG, PictureProblem.NOT_A_PICTURE, id="JPEG behind something"),
    pytest.param(b"\x00\x00\x00\x18ftypheic" + bytes(500), PictureProblem.NOT_A_PICTURE, id="HEIC"),
]


@pytest.mark.parametrize(("content", "problem"), REFUSED)
def test_what_is_no_sound_picture_is_named(content: bytes, problem: PictureProblem) -> None:
    assert check(content) == problem
    with pytest.raises(ValueError, match=problem):
        shown(content)


def test_pictures_can_be_checked_from_many_threads() -> None:
    answers: list[object] = []
    threads = [threading.Thread(target=lambda: answers.append(check(JPEG))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [Checked("image/jpeg", 320, 240)] * 8


def test_what_is_shown_carries_only_pixels() -> None:
    jpeg = shown(turned(1) + TRAILER)
    for secret in (b"rumah Budi", b"catatan rahasia", b"Exif", TRAILER):
        assert secret not in jpeg


def test_what_is_shown_stands_upright() -> None:
    image = read(shown(turned(6)))
    assert image.size == (240, 320)
    red, green, _ = image.convert("RGB").getpixel((200, 50))  # type: ignore[misc]
    assert red > 150 > green


def test_broken_exif_does_not_hide_a_picture() -> None:
    assert read(shown(saved(drawn(), exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff"))).size == (320, 240)


@pytest.mark.parametrize(
    ("size", "side", "expected"),
    [((3000, 2000), 1280, (1280, 853)), ((320, 240), 1280, (320, 240)), ((320, 240), 100, (100, 75))],
    ids=["shrunk", "never enlarged", "a thumbnail"],
)
def test_the_size_of_what_is_shown(size: tuple[int, int], side: int, expected: tuple[int, int]) -> None:
    assert read(shown(saved(drawn(size=size)), side)).size == expected


def test_transparent_parts_are_shown_white() -> None:
    clear = saved(Image.new("RGBA", (100, 100), (0, 0, 0, 0)), "PNG")
    assert read(shown(clear)).getpixel((50, 50)) == (255, 255, 255)


def test_sixteen_bits_can_be_made_as_small_as_one_likes() -> None:
    large = saved(Image.new("I;16", (6000, 4000), 30_000), "PNG")
    assert isinstance(check(large), Checked)
    assert [read(shown(large, side)).size for side in (1280, 512)] == [(1280, 853), (512, 341)]


def test_sixteen_bits_keep_their_greys() -> None:
    image = read(shown(saved(sixteen_bits(), "PNG"))).convert("L")
    assert [round(float(image.getpixel((x, 50))), -1) for x in (10, 130, 250)] == [10, 130, 250]  # type: ignore[arg-type]


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "foto"


@pytest.fixture
def store(directory: Path) -> PhotoStore:
    return PhotoStore(directory, KEY)


def kept(store: PhotoStore, name: str = "7-abc", content: bytes = JPEG) -> Picture:
    picture = store.keep(name, content)
    assert isinstance(picture, Picture)
    return picture


def test_a_kept_photo_opens_as_it_was(store: PhotoStore, directory: Path) -> None:
    picture = kept(store, content=JPEG + TRAILER)

    assert picture == Picture(
        file="7-abc",
        key=picture.key,
        sha256=sha256(JPEG + TRAILER).hexdigest(),
        mime="image/jpeg",
        width=320,
        height=240,
        size=len(JPEG + TRAILER),
    )
    assert store.open(picture.file, picture.key) == JPEG + TRAILER
    assert PhotoStore(directory, KEY).open(picture.file, picture.key) == JPEG + TRAILER
    assert read(store.shown(store.open(picture.file, picture.key), 100)).size == (100, 75)


def test_what_lies_on_disk_gives_nothing_away(store: PhotoStore, directory: Path) -> None:
    kept(store)
    (file,) = directory.iterdir()
    sealed = file.read_bytes()
    assert sealed[0] == 1
    assert not any(JPEG[at : at + 8] in sealed for at in range(0, len(JPEG) - 8, 8))


def test_the_same_photo_twice_looks_different_on_disk(store: PhotoStore, directory: Path) -> None:
    one, other = kept(store, "1"), kept(store, "2")
    assert one.key != other.key
    assert (directory / "1").read_bytes() != (directory / "2").read_bytes()


def test_only_the_owner_may_read(store: PhotoStore, directory: Path) -> None:
    kept(store)
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert stat.S_IMODE((directory / "7-abc").stat().st_mode) == 0o600


def test_a_problem_is_not_kept(store: PhotoStore, directory: Path) -> None:
    assert store.keep("7-abc", SVG) == PictureProblem.NOT_A_PICTURE
    assert not directory.exists()


def test_keeping_again_replaces(store: PhotoStore, directory: Path) -> None:
    first, second = kept(store), kept(store, content=saved(drawn(), "PNG"))

    assert [file.name for file in directory.iterdir()] == ["7-abc"]
    assert store.open(second.file, second.key) == saved(drawn(), "PNG")
    with pytest.raises(Tampered):
        store.open(first.file, first.key)


def test_a_failed_write_leaves_the_old_photo_and_no_rest(store: PhotoStore, directory: Path) -> None:
    (directory / "7-abc").mkdir(parents=True)  # a directory cannot be replaced by a file
    with pytest.raises(OSError, match="7-abc"):
        store.keep("7-abc", JPEG)
    assert [entry.name for entry in directory.iterdir()] == ["7-abc"]


NAMES = [
    "",
    ".",
    "..",
    "../x",
    "a/b",
    "/etc/passwd",
    "a\\b",
    ".hidden",
    "a\x00b",
    "a b",
    "a\n",
    "x" * 129,
    "é",
]


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_a_name_cannot_leave_the_directory(store: PhotoStore, name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        store.keep(name, JPEG)
    with pytest.raises(ValueError, match="name"):
        store.open(name, kept(store).key)
    with pytest.raises(ValueError, match="name"):
        store.erase(name)


def test_a_store_needs_a_secret(directory: Path) -> None:
    with pytest.raises(ValueError, match="secret"):
        PhotoStore(directory, "")


def test_another_secret_opens_nothing(store: PhotoStore, directory: Path) -> None:
    picture = kept(store)
    with pytest.raises(WrongKey):
        PhotoStore(directory, KEY + "!").open(picture.file, picture.key)


DAMAGED_KEYS: dict[str, Callable[[bytes], bytes]] = {
    "none": lambda key: b"",
    "another version": lambda key: b"\x02" + key[1:],
    "cut short": lambda key: key[:-1],
    "cut to its version": lambda key: key[:1],
    "one bit": lambda key: key[:-1] + bytes([key[-1] ^ 1]),
}


@pytest.mark.parametrize("damage", DAMAGED_KEYS.values(), ids=DAMAGED_KEYS)
def test_a_damaged_data_key_is_a_wrong_key(store: PhotoStore, damage: Callable[[bytes], bytes]) -> None:
    picture = kept(store)
    with pytest.raises(WrongKey):
        store.open(picture.file, damage(picture.key))


DAMAGED_FILES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda sealed: b"",
    "another version": lambda sealed: b"\x02" + sealed[1:],
    "cut in the nonce": lambda sealed: sealed[:5],
    "cut after the nonce": lambda sealed: sealed[:13],
    "cut at the end": lambda sealed: sealed[:-1],
    "one bit of the nonce": lambda sealed: sealed[:1] + bytes([sealed[1] ^ 1]) + sealed[2:],
    "one bit of the photo": lambda sealed: sealed[:99] + bytes([sealed[99] ^ 1]) + sealed[100:],
    "one byte more": lambda sealed: sealed + b"\x00",
    "the photo itself": lambda sealed: JPEG,
}


@pytest.mark.parametrize("damage", DAMAGED_FILES.values(), ids=DAMAGED_FILES)
def test_a_changed_file_is_noticed(
    store: PhotoStore, directory: Path, damage: Callable[[bytes], bytes]
) -> None:
    picture = kept(store)
    file = directory / picture.file
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(Tampered):
        store.open(picture.file, picture.key)


def test_two_photos_cannot_be_exchanged(store: PhotoStore) -> None:
    one, other = kept(store, "1"), kept(store, "2", saved(drawn(), "PNG"))
    with pytest.raises(Tampered):
        store.open(one.file, other.key)


def test_an_erased_photo_is_gone(store: PhotoStore, directory: Path) -> None:
    picture = kept(store)
    store.erase(picture.file)
    store.erase(picture.file)
    with pytest.raises(PhotoGone):
        store.open(picture.file, picture.key)
    assert list(directory.iterdir()) == []


def test_erasing_before_anything_was_kept_changes_nothing(store: PhotoStore) -> None:
    store.erase("7-abc")


def test_every_failure_is_a_photo_error() -> None:
    assert {WrongKey, Tampered, PhotoGone} == set(photos.PhotoError.__subclasses__())


def test_the_old_secret_still_opens(store: PhotoStore, directory: Path) -> None:
    picture = kept(store)
    assert PhotoStore(directory, KEY + "!", KEY).open(picture.file, picture.key) == JPEG


@pytest.mark.parametrize("size", [(4000, 3000), (1280, 960), (5000, 1500)], ids=["12 MP", "chat", "wide"])
@pytest.mark.parametrize("grain", [0.3, 1.0], ids=["a scene", "noise only"])
@pytest.mark.parametrize("most", [MOST_KEPT, MOST_OF_FURTHER])
def test_a_large_photo_is_kept_as_a_smaller_copy(size: tuple[int, int], grain: float, most: int) -> None:
    came = saved(grained(size, grain), "JPEG", quality=92)
    copy = smaller(came, most)
    assert len(came) > most
    assert copy is not None
    assert len(copy) <= most
    image = read(copy)
    assert max(image.size) <= 1600
    assert round(image.width / image.height, 1) == round(size[0] / size[1], 1)


def test_a_copy_has_as_many_pixels_as_fit() -> None:
    plain = read(saved(drawn(), "PNG")).resize((4000, 3000))
    copy = smaller(saved(plain, "JPEG", quality=98) + bytes(MOST_KEPT), MOST_KEPT)
    assert copy is not None
    assert max(read(copy).size) == 1600


def test_a_copy_stands_upright_and_tells_nothing_of_its_file() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "Merek HP"
    came = saved(grained((2000, 1500), 0.3), "JPEG", quality=92, exif=exif)
    copy = smaller(came, MOST_KEPT)
    assert copy is not None
    image = read(copy)
    assert image.height > image.width
    assert b"Merek HP" not in copy
    assert dict(image.getexif()) == {}


def test_a_photo_that_is_small_enough_stays_as_it_came(store: PhotoStore) -> None:
    assert smaller(JPEG, MOST_KEPT) is None
    assert store.keep_smaller("8-abc", JPEG, MOST_KEPT) is None


def test_what_cannot_be_drawn_has_no_copy(store: PhotoStore, directory: Path) -> None:
    broken = b"\xff\xd8\xff" + bytes(MOST_KEPT)
    with pytest.raises(ValueError, match="picture"):
        smaller(broken, MOST_KEPT)
    assert store.keep_smaller("8-abc", broken, MOST_KEPT) is None
    assert not directory.exists()


def test_a_copy_is_encrypted_under_a_key_of_its_own(store: PhotoStore, directory: Path) -> None:
    came = saved(grained((2000, 1500), 0.3), "JPEG", quality=92)
    picture = kept(store, content=came)
    copy = store.keep_smaller("8-abc", came, MOST_KEPT)
    assert copy is not None
    assert store.open(copy.file, copy.key) == smaller(came, MOST_KEPT)
    with pytest.raises(Tampered):
        store.open(copy.file, picture.key)


def test_the_picture_on_a_card_is_small() -> None:
    small = thumbnail(saved(grained((1280, 960), 0.3), "JPEG", quality=87))
    assert max(read(small).size) == 640
    assert len(small) < 100_000


def grained(size: tuple[int, int], grain: float) -> Image.Image:
    """As full of detail as photos are: larger forms, and grain on all of them."""
    noise = Image.effect_noise(size, 90).convert("RGB")
    return Image.blend(drawn().convert("RGB").resize(size), noise, grain)

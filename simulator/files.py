"""Photos and documents: their ids, their bytes, and the sizes a photo arrives in."""

import asyncio
import base64
import hashlib
import io
import random
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps

from simulator.errors import bad_request
from simulator.shapes import JsonObject, present

PHOTO_SIDES = (90, 320, 800, 1280)
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_DOCUMENT = 50 * 1024 * 1024
LARGEST_DOWNLOAD = 20 * 1024 * 1024
"""core.telegram.org/bots/api#sending-files and #getfile."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    id: str
    unique_id: str
    path: str
    data: bytes
    mime: str
    name: str | None = None
    width: int | None = None
    height: int | None = None

    def photo_size(self) -> JsonObject:
        """core.telegram.org/bots/api#photosize"""
        return {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.data),
            "width": self.width,
            "height": self.height,
        }

    def document(self) -> JsonObject:
        """core.telegram.org/bots/api#document"""
        return present(
            file_name=self.name,
            mime_type=self.mime,
            file_id=self.id,
            file_unique_id=self.unique_id,
            file_size=len(self.data),
        )


Photo = tuple[StoredFile, ...]
"""One picture in all its sizes, smallest first."""


class FileStore:
    def __init__(self, seed: int) -> None:
        self._letters = random.Random(f"files {seed}")  # noqa: S311 - ids, not secrets
        self._files: dict[str, StoredFile] = {}
        self._paths: dict[str, StoredFile] = {}
        self._photos: dict[str, Photo] = {}
        self._encoded: dict[bytes, list[tuple[bytes, int, int]]] = {}
        self._count = 0

    def find(self, file_id: str) -> StoredFile | None:
        return self._files.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file that `getFile` promised under this path."""
        return self._paths.get(path)

    def photo(self, file_id: str) -> Photo | None:
        """All sizes of the photo of which `file_id` is one."""
        return self._photos.get(file_id)

    def add_document(self, data: bytes, *, name: str, mime: str) -> StoredFile:
        if not data:
            raise bad_request("file must be non-empty")
        if len(data) > LARGEST_DOCUMENT:
            raise bad_request(
                f"file of size {len(data)} bytes is too big; the maximum size is {LARGEST_DOCUMENT} bytes"
            )
        suffix = name.rpartition(".")[2] if "." in name else "bin"
        return self._store("documents", "BQACAgUAAxkB", "AgAD", data, mime=mime, name=name, suffix=suffix)

    async def add_photo(self, data: bytes) -> Photo:
        """Re-encoded as the real server does: JPEG without EXIF, no side above 1280."""
        if not data:
            raise bad_request("file must be non-empty")
        if len(data) > LARGEST_PHOTO:
            raise bad_request(
                f"file of size {len(data)} bytes is too big for a photo; "
                f"the maximum size is {LARGEST_PHOTO} bytes"
            )
        digest = hashlib.sha256(data).digest()
        if digest not in self._encoded:
            self._encoded[digest] = await asyncio.to_thread(encode_sizes, data)
        sizes = tuple(
            self._store("photos", "AgACAgUAAxkB", "AQAD", encoded, width=width, height=height, suffix="jpg")
            for encoded, width, height in self._encoded[digest]
        )
        for size in sizes:
            self._photos[size.id] = sizes
        return sizes

    def forget(self) -> None:
        for kept in (self._files, self._paths, self._photos, self._encoded):
            kept.clear()

    def _store(
        self,
        folder: str,
        id_start: str,
        unique_start: str,
        data: bytes,
        *,
        suffix: str,
        mime: str = "image/jpeg",
        name: str | None = None,
        width: int | None = None,
        height: int | None = None,
    ) -> StoredFile:
        path = f"{folder}/file_{self._count}.{suffix}"
        self._count += 1
        stored = StoredFile(
            id=id_start + self._random_letters(42),
            unique_id=unique_start + self._random_letters(9),
            path=path,
            data=data,
            mime=mime,
            name=name,
            width=width,
            height=height,
        )
        self._files[stored.id] = self._paths[path] = stored
        return stored

    def _random_letters(self, size: int) -> str:
        return base64.urlsafe_b64encode(self._letters.randbytes(size)).decode()


def encode_sizes(data: bytes) -> list[tuple[bytes, int, int]]:
    """(JPEG, width, height) for 90, 320, 800 and 1280, none larger than the picture itself."""
    picture = decoded(data)
    sides = [side for side in PHOTO_SIDES if side < max(picture.size)]
    if len(sides) < len(PHOTO_SIDES):
        sides.append(max(picture.size))
    return [encode(picture, side) for side in sides]


def decoded(data: bytes) -> Image.Image:
    """core.telegram.org/bots/api#sendphoto: width and height at most 10000 together, ratio at most 20."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP"))
            width, height = picture.size
            if width + height > 10_000 or max(width, height) > 20 * min(width, height):
                raise bad_request("PHOTO_INVALID_DIMENSIONS")
            return ImageOps.exif_transpose(picture).convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise bad_request("IMAGE_PROCESS_FAILED") from None


def encode(picture: Image.Image, side: int) -> tuple[bytes, int, int]:
    smaller = picture.copy()
    smaller.thumbnail((side, side))
    out = io.BytesIO()
    smaller.save(out, "JPEG", quality=87 if side > 90 else 60)
    return out.getvalue(), *smaller.size

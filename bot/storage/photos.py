"""Keeps each photo, and each workbook that is sent by chat, encrypted under a key of its own.

A kept file is `version ‖ nonce ‖ AES-256-GCM(bytes)` under a fresh data key; forgetting that key erases the
photo. It lies in the database, wrapped (`bot.storage.keys`); files stay as they are when it is wrapped anew.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.domain.messages import KeptFile, Picture, PictureProblem
from bot.storage.keys import KeyRing, PhotoError, WrongKey
from bot.storage.pictures import Checked, check, shown, smaller

__all__ = ["Checked", "PhotoError", "PhotoGone", "PhotoStore", "Tampered", "WrongKey", "check", "shown"]

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,127}")
_VERSION: Final = b"\x01"
_NONCE_BYTES: Final = 12


class Tampered(PhotoError):
    """The file is not what was written under this data key: changed, cut short, or another photo's."""


class PhotoGone(PhotoError):
    """There is no such file: it was erased, or the media directory is not the one it was kept in."""


class PhotoStore:
    """A directory of encrypted photos. Plain functions that block: call them through `asyncio.to_thread`.

    The directory is created 0700 when first needed; one that exists keeps the mode its owner gave it. Data
    keys come and go as they travel: who keeps one puts it to rest (`bot.storage.keys.at_rest`).
    """

    shown = staticmethod(shown)

    def __init__(self, directory: Path, secret_key: str, old_secret_key: str = "") -> None:
        """`old_secret_key` still opens what was kept under it, until everything is wrapped anew."""
        self._directory = directory
        self.ring = KeyRing(secret_key, old_secret_key)

    def keep(self, name: str, content: bytes) -> Picture | PictureProblem:
        """Check, encrypt and write a photo; on disk for certain when this returns.

        Another under the same name replaces the first, whose `Picture.key` then opens nothing: meant for a
        download repeated before its row was committed. Raises ValueError for an unsafe name.
        """
        path = self._path(name)
        checked = check(content)
        if isinstance(checked, PictureProblem):
            return checked
        return Picture(
            file=name,
            key=self._sealed(path, content),
            sha256=hashlib.sha256(content).hexdigest(),
            mime=checked.mime,
            width=checked.width,
            height=checked.height,
            size=len(content),
            claims=checked.claims,
        )

    def keep_file(self, name: str, content: bytes) -> KeptFile:
        """The same for a document, which nobody looks into here."""
        key = self._sealed(self._path(name), content)
        return KeptFile(name, key, hashlib.sha256(content).hexdigest(), len(content))

    def keep_smaller(self, name: str, content: bytes, most: int) -> KeptFile | None:
        """A copy of at most so many bytes, to be kept for long; None where the photo itself has no more, or
        cannot be drawn."""
        try:
            copy = smaller(content, most)
        except ValueError:
            return None
        return None if copy is None else self.keep_file(name, copy)

    def _sealed(self, path: Path, content: bytes) -> bytes:
        """Write the bytes under a fresh data key; returns that key, wrapped."""
        data_key = AESGCM.generate_key(bit_length=256)
        self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write_atomically(path, _encrypted(content, data_key))
        return self.ring.travelling(data_key)

    def open(self, file: str, key: bytes) -> bytes:
        """The original bytes of a kept `Picture` or `KeptFile`. Raises WrongKey, Tampered or PhotoGone."""
        data_key = self.ring.data_key(key)
        try:
            sealed = self._path(file).read_bytes()
        except FileNotFoundError:
            raise PhotoGone(file) from None
        return _decrypted(sealed, data_key, file)

    def erase(self, file: str) -> None:
        """Remove the file; again changes nothing. The caller forgets `Picture.key`, which is what erases."""
        self._path(file).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError("a photo's name is letters, digits, dots, dashes and underscores")
        return self._directory / name


def _encrypted(content: bytes, data_key: bytes) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    return _VERSION + nonce + AESGCM(data_key).encrypt(nonce, content, _VERSION)


def _decrypted(sealed: bytes, data_key: bytes, file: str) -> bytes:
    version, nonce, rest = sealed[:1], sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    if version != _VERSION or len(nonce) < _NONCE_BYTES:
        raise Tampered(file)
    try:
        return AESGCM(data_key).decrypt(nonce, rest, version)
    except InvalidTag:
        raise Tampered(file) from None


def _write_atomically(path: Path, content: bytes) -> None:
    # mkstemp creates 0600. A crash leaves at most a `.tmp` file that no key opens.
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    _sync(path.parent)


def _sync(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

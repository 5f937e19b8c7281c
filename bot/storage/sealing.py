"""Seals what must not be read in the database: a link that waits to be printed, with the office's key.

`version ‖ nonce ‖ AES-256-GCM(bytes)` under a key derived from SECRET_KEY by HKDF-SHA256, apart from that of
the photos. What is sealed is named, so that one row cannot stand for another.
"""

from __future__ import annotations

import os
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.keys import KeyRing

_VERSION: Final = b"\x01"
_NONCE_BYTES: Final = 12
_IN_SESSION: Final = "hadir_seal"


class BrokenSeal(Exception):
    """It was sealed under another SECRET_KEY, under another name, or was changed."""


class Seal:
    """The office's key for small secrets. `secret_key` must be random, as for the photos."""

    def __init__(self, secret_key: str, ring: KeyRing | None = None) -> None:
        if not secret_key:
            raise ValueError("nothing can be sealed without a secret key")
        self.ring = ring or KeyRing(secret_key)
        """For the data keys of what is kept in this transaction."""
        self._secret_key = secret_key.encode()
        self._cipher = AESGCM(self._derived("sealed rows, 1"))

    def site_code_key(self, office_id: int) -> bytes:
        """The key of an office's site codes, apart from that of the rows and of other offices."""
        return self._derived(f"site codes, 1, office {office_id}")

    def close(self, content: bytes, name: str) -> bytes:
        """The content, readable by whoever has the key and the name."""
        nonce = os.urandom(_NONCE_BYTES)
        return _VERSION + nonce + self._cipher.encrypt(nonce, content, name.encode())

    def open(self, sealed: bytes, name: str) -> bytes:
        """What was sealed under this name. Raises BrokenSeal."""
        nonce, rest = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        if sealed[:1] != _VERSION or len(nonce) < _NONCE_BYTES:
            raise BrokenSeal(name)
        try:
            return self._cipher.decrypt(nonce, rest, name.encode())
        except InvalidTag:
            raise BrokenSeal(name) from None

    def _derived(self, use: str) -> bytes:
        hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"hadir: {use}".encode())
        return hkdf.derive(self._secret_key)

    def lend(self, session: AsyncSession) -> None:
        """Let whoever works in this transaction seal something; handlers know no settings."""
        session.info[_IN_SESSION] = self


def seal_of(session: AsyncSession) -> Seal:
    """The seal that was lent to this transaction."""
    seal = session.info[_IN_SESSION]
    assert isinstance(seal, Seal)  # noqa: S101  (the desk lends it)
    return seal

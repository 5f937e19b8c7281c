"""Whose key opens what: a data key lies under the key of its office, and that one under SECRET_KEY.

The store makes a data key before anybody has asked whose it is: it *travels* under SECRET_KEY, as
`1 ‖ AES key wrap (RFC 3394)`, and *rests* under the key of its office, as `2 ‖ number of that key (4 bytes) ‖
AES key wrap`. What rests in the first form is from before offices had keys, and still opens.

An office's key is random, and lies in its row only. Derived from SECRET_KEY and a salt it would be as safe,
but a change of SECRET_KEY would mean to wrap every data key anew, and not one row an office. Key wrap is made
for this: without a nonce, any number of keys may share one wrapping key, and a wrong one is noticed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Protocol

import structlog
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap
from sqlalchemy import LargeBinary
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import Office
from bot.storage.models import key as row_id
from bot.storage.models import office as of_office

log = structlog.get_logger()

TRAVELLING: Final = b"\x01"
RESTING: Final = b"\x02"
_NUMBER_BYTES: Final = 4
_DATA_KEYS: Final = "data keys of photos, 1"


class PhotoError(Exception):
    """A kept photo cannot be had."""


class WrongKey(PhotoError):
    """The key was wrapped under another SECRET_KEY, for another office or in a later version, or is none at
    all; or the key of its office was erased."""


class OfficeKey(SQLModel, table=True):
    """A key of an office, wrapped under SECRET_KEY. Without this row nothing that lies under it ever opens.
    `retired_at`: it opens what is there, until all of that lies under the newer one."""

    __tablename__ = "office_key"

    id: int = row_id()
    office_id: int = of_office()
    key: bytes = Field(sa_type=LargeBinary)
    made_at: datetime
    retired_at: datetime | None = None


class Kept(Protocol):
    """Whatever lies in a file under a data key."""

    office_id: int
    file: str

    @property
    def key(self) -> bytes | None: ...


class KeyRing:
    """SECRET_KEY, and the one before while things are wrapped anew. Both must be random (`hadir init` makes
    one): HKDF does not strengthen a password."""

    def __init__(self, secret_key: str, old_secret_key: str = "") -> None:
        if not secret_key:
            raise ValueError("nothing can be kept without a secret key")
        self._secrets = [one.encode() for one in (secret_key, old_secret_key) if one]

    def travelling(self, data_key: bytes) -> bytes:
        """A data key under SECRET_KEY."""
        return TRAVELLING + aes_key_wrap(_derived(self._secrets[0], _DATA_KEYS), data_key)

    def data_key(self, key: bytes) -> bytes:
        """What such a key wraps. Raises WrongKey."""
        if key[:1] != TRAVELLING:
            raise WrongKey("data key of an unknown version")
        return self._unwrapped(key[1:], _DATA_KEYS)

    def new_office_key(self, office_id: int) -> bytes:
        """A fresh key of this office, wrapped for it alone."""
        return self._wrapped_for(office_id, AESGCM.generate_key(bit_length=256))

    def office_key(self, row: OfficeKey) -> bytes:
        """What a row holds. Raises WrongKey."""
        return self._unwrapped(row.key, _of(row.office_id))

    def anew(self, row: OfficeKey) -> bytes | None:
        """The key of an office under today's SECRET_KEY; None where it is already. Raises WrongKey."""
        if _opened(_derived(self._secrets[0], _of(row.office_id)), row.key) is not None:
            return None
        return self._wrapped_for(row.office_id, self.office_key(row))

    def _wrapped_for(self, office_id: int, office_key: bytes) -> bytes:
        return aes_key_wrap(_derived(self._secrets[0], _of(office_id)), office_key)

    def _unwrapped(self, wrapped: bytes, use: str) -> bytes:
        for secret in self._secrets:
            if (found := _opened(_derived(secret, use), wrapped)) is not None:
                return found
        raise WrongKey("wrapped under another SECRET_KEY")


def starts_with(office_key_id: int) -> bytes:
    """How a data key begins that lies under this key of an office."""
    return RESTING + office_key_id.to_bytes(_NUMBER_BYTES, "big")


async def at_rest(session: AsyncSession, ring: KeyRing, office_id: int, key: bytes, now: datetime) -> bytes:
    """A data key under the newest key of its office, which is made where there is none.

    With a SECRET_KEY that does not open that one, it stays as it is: nobody's check-in waits until a wrong
    setting is mended, and `hadir photos rewrap` moves it.
    """
    row = await current_key(session, office_id) or await _first_key(session, ring, office_id, now)
    try:
        return starts_with(row.id) + aes_key_wrap(ring.office_key(row), ring.data_key(key))
    except WrongKey:
        log.error("keys.office_key_does_not_open", office=office_id)
        return key


async def to_open(session: AsyncSession, ring: KeyRing, kept: Kept) -> bytes:
    """The data key of something kept, as `PhotoStore.open` takes it. Raises WrongKey."""
    key = kept.key or b""
    if key[:1] != RESTING:
        return key
    number, wrapped = key[1 : 1 + _NUMBER_BYTES], key[1 + _NUMBER_BYTES :]
    query = select(OfficeKey).where(
        OfficeKey.id == int.from_bytes(number, "big"), OfficeKey.office_id == kept.office_id
    )
    row = (await session.exec(query)).first()
    data_key = _opened(ring.office_key(row), wrapped) if row else None
    if data_key is None:
        raise WrongKey("data key of another office, or of one whose key was erased")
    return ring.travelling(data_key)


async def current_key(session: AsyncSession, office_id: int) -> OfficeKey | None:
    """The newest key of an office; nobody can forget it before this transaction ends."""
    query = select(OfficeKey).where(OfficeKey.office_id == office_id, col(OfficeKey.retired_at).is_(None))
    query = query.order_by(col(OfficeKey.id).desc()).limit(1)
    return (await session.exec(query.with_for_update(read=True, key_share=True))).first()


async def retired_keys(session: AsyncSession, office_id: int) -> Sequence[OfficeKey]:
    """Keys of an office that a newer one has replaced. Locked: who was about to use one is waited for."""
    query = select(OfficeKey).where(OfficeKey.office_id == office_id, col(OfficeKey.retired_at).is_not(None))
    return (await session.exec(query.with_for_update())).all()


async def new_key(session: AsyncSession, ring: KeyRing, office_id: int, now: datetime) -> OfficeKey:
    """Another key of an office; those before it are retired."""
    query = select(OfficeKey).where(OfficeKey.office_id == office_id, col(OfficeKey.retired_at).is_(None))
    for row in (await session.exec(query.with_for_update(key_share=True))).all():
        row.retired_at = now
    fresh = OfficeKey(office_id=office_id, key=ring.new_office_key(office_id), made_at=now)
    session.add(fresh)
    await session.flush()
    return fresh


async def _first_key(session: AsyncSession, ring: KeyRing, office_id: int, now: datetime) -> OfficeKey:
    """Two that come at once make one key between them."""
    await session.exec(select(Office.id).where(Office.id == office_id).with_for_update(key_share=True))
    return await current_key(session, office_id) or await new_key(session, ring, office_id, now)


def _of(office_id: int) -> str:
    return f"key of office {office_id}, 1"


def _derived(secret: bytes, use: str) -> bytes:
    hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=f"hadir: {use}".encode())
    return hkdf.derive(secret)


def _opened(wrapping_key: bytes, wrapped: bytes) -> bytes | None:
    try:
        return aes_key_unwrap(wrapping_key, wrapped)
    except InvalidUnwrap:
        return None

"""One-use links: a random token for the person, its hash for the database."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlmodel import col, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import Invitation, Person

VALID_FOR = timedelta(days=14)
TOKEN_BYTES = 18
"""144 bits, 24 URL-safe letters: within Telegram's 64 for a deep link, and past guessing."""


def hash_of(token: str) -> str:
    """What is kept of a token. It is random, so a plain SHA-256 is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


async def invite(session: AsyncSession, person: Person, now: datetime) -> str:
    """Make a new link for a person and void the earlier unused ones; returns the token, kept nowhere."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    unused = (col(Invitation.person_id) == person.id, col(Invitation.used_at).is_(None))
    await session.exec(update(Invitation).where(*unused).values(expires_at=now))
    session.add(
        Invitation(
            office_id=person.office_id,
            person_id=person.id,
            token_hash=hash_of(token),
            made_at=now,
            expires_at=now + VALID_FOR,
        )
    )
    await session.flush()
    return token

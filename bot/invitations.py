"""One-use invitations: a random token for the link and a short code to type, for the person; their hashes for
the database."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain import short_codes
from bot.domain.invitations import Slip
from bot.domain.messages import Address
from bot.domain.people import Honorific, Role
from bot.storage import guesses, queries
from bot.storage.events import append, person_stream
from bot.storage.models import Invitation, Office, Person

VALID_FOR = timedelta(days=14)
TOKEN_BYTES = 18
"""144 bits, 24 URL-safe letters: within Telegram's 64 for a deep link, and past guessing."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A new invitation in clear: kept nowhere, or sealed."""

    token: str
    code: str
    until: datetime


def hash_of(token: str) -> str:
    """What is kept of a token. It is random, so a plain SHA-256 is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def hash_of_code(code: str) -> str:
    """What is kept of a short code. All 46 bits could be tried against a stolen database, so that each try
    costs some milliseconds; no salt of its own, for a code is looked up by its hash."""
    return hashlib.scrypt(code.encode(), salt=b"hadir: short codes, 1", n=2**11, r=8, p=1, dklen=32).hex()


def new_code() -> str:
    """A short code that nobody has seen yet."""
    return "".join(secrets.choice(short_codes.SIGNS) for _ in range(short_codes.LENGTH))


async def invite(session: AsyncSession, person: Person, now: datetime) -> str:
    """Make a new link for a person and void the earlier unused ones; returns the token, kept nowhere."""
    return (await renew(session, person, by=None, now=now)).token


async def renew(
    session: AsyncSession, person: Person, *, by: Person | None, now: datetime, until: datetime | None = None
) -> Fresh:
    """Make a new link and code for a person and void the earlier unused ones. `by` nobody: the terminal;
    valid until then, or for 14 days."""
    fresh = Fresh(secrets.token_urlsafe(TOKEN_BYTES), new_code(), until or now + VALID_FOR)
    ended = await end_unused(session, person.id, now)
    # After the invitations, as whoever agrees locks them.
    person = await queries.locked_person(session, person.id)
    session.add(
        Invitation(
            office_id=person.office_id,
            person_id=person.id,
            token_hash=hash_of(fresh.token),
            code_hash=hash_of_code(fresh.code),
            made_by=by.id if by else None,
            made_at=now,
            expires_at=fresh.until,
        )
    )
    await append(
        session,
        office_id=person.office_id,
        stream=person_stream(person.id),
        kind="invited",
        actor_id=by.id if by else None,
        payload={"until": fresh.until.isoformat(), "ended": ended},
        happened_at=now,
        now=now,
    )
    return fresh


async def end_unused(session: AsyncSession, person_id: int, now: datetime) -> int:
    """Void the links of a person that nobody has used; returns how many there were."""
    unused = (col(Invitation.person_id) == person_id, col(Invitation.used_at).is_(None))
    ended = await session.exec(
        update(Invitation).where(*unused, col(Invitation.expires_at) > now).values(expires_at=now)
    )
    return ended.rowcount


async def slips_for(
    session: AsyncSession,
    people: Sequence[Person],
    office: Office,
    *,
    by: Person | None,
    now: datetime,
    until: datetime | None = None,
) -> list[Slip]:
    """New invitations for several people, in the order in which they were given. The rows are locked by id,
    so that two who invite the same people do not wait for each other."""
    fresh = {
        one.id: await renew(session, one, by=by, now=now, until=until)
        for one in sorted(people, key=lambda one: one.id)
    }
    return [_slip(one, office, fresh[one.id]) for one in people]


async def named(session: AsyncSession, sender: Address, text: str, now: datetime) -> Invitation | None:
    """The invitation of a token, or of a short code as somebody types it. A wrong code is remembered; after
    too many the next are not looked up."""
    if not short_codes.meant(text):
        return await _locked(session, col(Invitation.token_hash) == hash_of(text.strip()))
    code = short_codes.read(text)
    if code is None or await guesses.closed_until(session, sender, now):
        return None
    found = await _locked(session, col(Invitation.code_hash) == hash_of_code(code))
    if found is None:
        guesses.note(session, sender, now)
    return found


async def void(session: AsyncSession, people: Sequence[int], made_at: datetime, now: datetime) -> None:
    """End the unused invitations of these people that were made at this moment: nobody has seen them."""
    unused = (col(Invitation.person_id).in_(people), col(Invitation.used_at).is_(None))
    never_seen = (col(Invitation.made_at) == made_at, col(Invitation.expires_at) > now)
    await session.exec(update(Invitation).where(*unused, *never_seen).values(expires_at=now))


def _slip(person: Person, office: Office, fresh: Fresh) -> Slip:
    return Slip(
        greeting=_greeting(person),
        name=person.shown,
        person=person.code,
        token=fresh.token,
        code=fresh.code,
        until=fresh.until,
        zone=office.zone,
        contact=office.contact,
        locale=person.locale,
        office="" if office.discreet else office.name,
    )


def _greeting(person: Person) -> str:
    if person.child:
        return "greeting-child"
    if person.role is Role.GUARDIAN:
        return "greeting-guardian"
    return f"honorific-{Honorific(person.honorific).value}"


async def _locked(session: AsyncSession, condition: ColumnElement[bool]) -> Invitation | None:
    query = select(Invitation).where(condition).with_for_update()
    return (await session.exec(query)).first()

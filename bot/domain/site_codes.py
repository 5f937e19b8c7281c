"""The code on a supervisor's phone that proves who stood beside it: six digits and a link, new each minute.

The digits are a TOTP (RFC 6238: HMAC-SHA1, six digits) with a step of a minute; the link names site and step
and is signed. A poster's link stands still until the poster is replaced, and proves less. The key of the
office comes in as bytes; each site and each use has a key of its own.
"""

from __future__ import annotations

import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

STEP: Final = timedelta(seconds=60)
"""How long a code is shown."""
SHOWN: Final = timedelta(minutes=15)
"""How long a phone shows one code after the other by itself: nobody stands in a queue for longer, and a phone
laid aside should not go on."""
DRIFT: Final = 1
"""Steps before and after that are valid too (RFC 6238, 5.2: one): whoever types needs the time for it."""
DIGITS: Final = 6
TRIES: Final = 5
"""Wrong digits before typing is locked (EVIDENCE: site code)."""
LOCKED: Final = timedelta(minutes=15)
"""How long typing is locked then; scanning goes on."""
BESIDE_CODE: Final = timedelta(minutes=15)
"""A location sent within this time of a code is about the same presence; nobody goes a kilometre on foot in
it and is not seen."""
FAR_FROM_CODE: Final = 1000
"""Metres from the site at which such a location is asked about: below it a wrong pin is likelier."""

_SIGNATURE_BYTES: Final = 15
"""120 bits in 20 signs: a link has room for 64."""
_LINK: Final = re.compile(
    r"(?P<how>kode|poster)-(?P<site>\d{1,15})-(?P<number>\d{1,15})-(?P<sign>[\w-]{20})", re.ASCII
)
_TYPED: Final = re.compile(r"\s*(\d{3})[\s.-]?(\d{3})\s*", re.ASCII)


@dataclass(frozen=True)
class Link:
    """What a scanned link says; nothing before `is_genuine`."""

    site_id: int
    number: int
    """The step, or the edition of the poster."""
    poster: bool
    signature: str


def step_of(now: datetime) -> int:
    """The number of the minute since 1970."""
    return int(now.timestamp()) // int(STEP.total_seconds())


def next_step_at(now: datetime) -> datetime:
    """When the next minute begins."""
    return datetime.fromtimestamp((step_of(now) + 1) * STEP.total_seconds(), UTC)


def valid_until(step: int) -> datetime:
    """When a code of this step is no longer accepted."""
    return datetime.fromtimestamp((step + DRIFT + 1) * STEP.total_seconds(), UTC)


def is_fresh(step: int, now: datetime) -> bool:
    """Whether a code of this step is still, or already, valid."""
    return abs(step - step_of(now)) <= DRIFT


def digits(office_key: bytes, site_id: int, step: int) -> str:
    """What the supervisor's phone shows in this minute."""
    return hotp(_derived(office_key, f"digits:{site_id}"), step)


def step_of_digits(office_key: bytes, site_id: int, typed: str, now: datetime) -> int | None:
    """The step whose digits were typed, or None. Looks at each step, so that the time tells nothing."""
    found = None
    for step in range(step_of(now) - DRIFT, step_of(now) + DRIFT + 1):
        if hmac.compare_digest(digits(office_key, site_id, step), typed):
            found = step
    return found


def read_digits(text: str) -> str | None:
    """Six digits in a text, typed in one piece or in two halves; None where it is anything else."""
    found = _TYPED.fullmatch(text)
    return found[1] + found[2] if found else None


def link(office_key: bytes, site_id: int, step: int) -> str:
    """The parameter of the deep link for this minute."""
    return _signed(office_key, f"kode-{site_id}-{step}")


def poster_link(office_key: bytes, site_id: int, edition: int) -> str:
    """The parameter of the deep link on a poster; the next edition ends it."""
    return _signed(office_key, f"poster-{site_id}-{edition}")


def read_link(payload: str) -> Link | None:
    """The parts of a link; None where it is another link, such as an invitation."""
    found = _LINK.fullmatch(payload)
    if found is None:
        return None
    return Link(int(found["site"]), int(found["number"]), found["how"] == "poster", found["sign"])


def is_genuine(office_key: bytes, said: Link) -> bool:
    """Whether this office signed the link. Whether it is still valid is another question."""
    write = poster_link if said.poster else link
    return hmac.compare_digest(
        write(office_key, said.site_id, said.number)[-len(said.signature) :], said.signature
    )


def hotp(key: bytes, counter: int) -> str:
    """RFC 4226, 5.3: dynamic truncation of an HMAC-SHA1 to six digits."""
    mac = hmac.digest(key, counter.to_bytes(8, "big"), "sha1")
    offset = mac[-1] & 0x0F
    number = int.from_bytes(mac[offset : offset + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def _signed(office_key: bytes, said: str) -> str:
    mac = hmac.digest(_derived(office_key, "links"), said.encode(), "sha256")[:_SIGNATURE_BYTES]
    return f"{said}-{urlsafe_b64encode(mac).decode()}"


def _derived(office_key: bytes, use: str) -> bytes:
    return hmac.digest(office_key, use.encode(), "sha256")

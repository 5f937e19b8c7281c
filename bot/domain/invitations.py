"""An invitation before anybody has accepted it: how the bot is found, what a slip says, who needs one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Door:
    """How a newcomer finds the bot in a messenger."""

    messenger: str
    name: str
    """What to search for in the messenger."""
    link: str
    """A link that opens the bot, up to the token."""

    def with_token(self, token: str) -> str:
        """The link for one person."""
        return self.link + token


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What stands on one person's invitation. It holds what opens it, so it is kept nowhere but sealed."""

    greeting: str
    """A key of the locale: how the person is addressed."""
    name: str
    """The name; for a child, and for whoever answers for one, the code."""
    person: str
    """The person's code, for the list beside the slips; it does not stand on them."""
    token: str
    code: str
    until: datetime
    zone: str
    contact: str
    locale: str
    office: str = ""
    """Who invites; '' where the office keeps its name to itself."""


class Standing(StrEnum):
    """Where somebody stands who has no account yet."""

    NEVER = "never"
    """Nobody has invited him, or what he once used is gone."""
    VALID = "valid"
    """He has an invitation that can still be used."""
    EXPIRED = "expired"


def standing(until: datetime | None, now: datetime) -> Standing:
    """How an invitation stands that ends at `until`; None where there is none."""
    if until is None:
        return Standing.NEVER
    return Standing.VALID if until > now else Standing.EXPIRED

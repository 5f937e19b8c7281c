"""Clients who move to another officer (*pindah PK*): the states of an offer, and what a card is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from bot.domain.messages import LARGEST_ID, Refused
from bot.domain.people import Role

LONGEST_REASON = 300
ALL = "semua"
"""Behind two officers' codes: all clients of the first."""


class TransferState(StrEnum):
    """`draft → offered → accepted`; only what was accepted moves anything."""

    DRAFT = "draft"
    """Being put together by whoever offers."""
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


def check_sending(state: TransferState, reason: str, *, own: bool) -> None:
    """Raises Refused for an offer that somebody else put together, that is no draft any more, and without a
    reason."""
    if not own:
        raise Refused("not-yours")
    if state is not TransferState.DRAFT:
        raise Refused("transfer-not-open")
    if not reason:
        raise Refused("transfer-needs-reason")


def check_taking_back(state: TransferState, *, own: bool, by: Role) -> bool:
    """Whether anybody had been asked. Raises Refused for anybody but whose offer it is (who made it, and the
    officer) and the head, and where it was answered."""
    if not own and by is not Role.HEAD:
        raise Refused("not-yours")
    if state not in (TransferState.DRAFT, TransferState.OFFERED):
        raise Refused("transfer-not-open")
    return state is TransferState.OFFERED


class About(StrEnum):
    """What the first number of a button or a card's name stands for."""

    CASE = "case"
    ATTENDANCE = "attendance"
    SESSION = "session"
    CONTEST = "contest"
    EXCUSE = "excuse"
    EXCUSE_REQUEST = "excuse_request"
    INVITATION = "invitation"
    HELP_CALL = "help_call"


ABOUT: Mapping[str, About] = {
    **dict.fromkeys(("client", "adjust", "adjust-for", "suspend", "resume", "plan", "placing"), About.CASE),
    **dict.fromkeys(("place", "close-served", "close-unserved", "closing", "form"), About.CASE),
    **dict.fromkeys(("accept", "decline", "outside"), About.ATTENDANCE),
    **dict.fromkeys(("outcomes", "outcome", "move-to", "move"), About.SESSION),
    **dict.fromkeys(("contest-uphold", "contest-dismiss", "contest"), About.CONTEST),
    "turn-back": About.CASE,
    **dict.fromkeys(("vouch", "unlock"), About.INVITATION),
    "excuse-undo": About.EXCUSE,
    **dict.fromkeys(("excuse-approve", "excuse-decline", "excuse-why"), About.EXCUSE_REQUEST),
    **dict.fromkeys(("excuse-proofs", "excuse-asked"), About.EXCUSE_REQUEST),
    "consent-form": About.CASE,
    "assist-officer": About.CASE,
    "contest-answer": About.CONTEST,
    **dict.fromkeys(("help", "help-take", "help-close", "help-stop", "help-unstop"), About.HELP_CALL),
    **dict.fromkeys(("help-show", "help-listen", "help-look", "help-outcome"), About.HELP_CALL),
}
"""An officer's buttons, names of cards and questions in words, by what they are about."""


def about_of(name: str) -> tuple[About, int] | None:
    """What a button's id or a card's name (`suspend:12`) is about; None for what is about no case."""
    entry, _, rest = name.partition(":")
    number = rest.split(":", 1)[0]
    about = ABOUT.get(entry)
    if about is None or not (number.isascii() and number.isdecimal()) or int(number) > LARGEST_ID:
        return None
    return about, int(number)


def is_about(names: Iterable[str], known: Mapping[About, frozenset[int]]) -> bool:
    """Whether one of these names (a card's, its buttons') is about something known."""
    found = (about_of(name) for name in names)
    return any(one is not None and one[1] in known[one[0]] for one in found)

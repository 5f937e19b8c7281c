"""The officer's work list: what needs him, page by page, and which buttons take the next steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.finding import Finding, Group
from bot.domain.follow_ups import BY_CALL
from bot.domain.messages import Choice, Word
from bot.domain.pages import page_of

PAGE = 6
"""Sentences on a page: with their buttons they fit the narrowest messenger."""


class Entry(StrEnum):
    """What a client's button opens."""

    CALL = "follow-up-of"
    """What came of a call."""
    FOLLOW_UP = "follow-up"
    """Where a call is not enough any more, the other steps."""
    MESSAGE = "message-to"
    INVITE = "invite"
    """His invitation; a child's without consent, what comes first."""
    PERSON = "register-open:orang"
    """His data, to correct them."""
    CASE = "register-open:perkara"
    PLACE = "placing"
    CARD = "client"

    @property
    def of_person(self) -> bool:
        """Whether it names the client, not the case."""
        return self in (Entry.INVITE, Entry.PERSON)


ENTRIES = {
    "digest-missed-call": Entry.CALL,
    "digest-missed-call-answered": Entry.CALL,
    "digest-away": Entry.CALL,
    "digest-lost": Entry.CALL,
    "digest-stopped": Entry.CALL,
    "digest-report-call": Entry.CALL,
    "digest-missed-follow-up": Entry.FOLLOW_UP,
    "digest-missed-follow-up-answered": Entry.FOLLOW_UP,
    "digest-report-follow-up": Entry.FOLLOW_UP,
    "digest-follow-up-due": Entry.FOLLOW_UP,
    "digest-follow-up-planned": Entry.FOLLOW_UP,
    "digest-follow-up-waits": Entry.FOLLOW_UP,
    "digest-unread": Entry.MESSAGE,
    "digest-unread-worrying": Entry.MESSAGE,
    "digest-never-joined": Entry.INVITE,
    "digest-consent": Entry.INVITE,
    "digest-wrong-number": Entry.PERSON,
    "digest-case-not-for-child": Entry.PERSON,
    "digest-case-only-for-child": Entry.PERSON,
    "digest-case-age-outside-law": Entry.PERSON,
    "digest-case-before-law": Entry.CASE,
    "digest-draft": Entry.CASE,
    "digest-no-plan": Entry.PLACE,
    "digest-no-placement": Entry.PLACE,
}
"""Where the next step is not on the client's card."""
AGAIN = "digest-follow-up-again"
"""What was tried in vain: its sentence says whether the next step is a call."""
CALLED_AGAIN = frozenset(f"follow-up-next-{one}" for one in BY_CALL)
URGENT = frozenset({"digest-call-open", "digest-unread-worrying", "digest-unread"})
"""People who wait for a word come before everything else."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the list; people count from 1."""

    findings: tuple[Finding, ...]
    number: int
    last: int


def in_order(found: Sequence[Finding]) -> list[Finding]:
    """Whose move it is, in the order in which an officer reads; who waits for a word comes first."""
    order = list(Group)
    return sorted(found, key=lambda one: (order.index(one.group), one.line.key not in URGENT))


def listed(found: Sequence[Finding], number: int) -> Listed:
    """The page with this number of whatever needs somebody; a button of a longer list opens the last one."""
    pressing = [one for one in found if one.group is not Group.FINE]
    page = page_of(len(pressing), PAGE, number - 1)
    return Listed(tuple(page.cut(pressing)), page.number + 1, page.count)


def entry_of(finding: Finding) -> Entry:
    """What the button of a client opens below this sentence."""
    if finding.line.key == AGAIN:
        step = finding.line.params["next"]
        return Entry.CALL if isinstance(step, Word) and step.key in CALLED_AGAIN else Entry.FOLLOW_UP
    return ENTRIES.get(finding.line.key, Entry.CARD)


def shared_out(ways: Sequence[Sequence[Choice]], limit: int) -> list[Choice]:
    """So many buttons at most, each once, in the order of their sentences: first one for every sentence, then
    what else there is."""
    firsts = {way[0].id for way in ways if way}
    every = {choice.id: choice for way in ways for choice in way}
    wanted = [*(one for one in every if one in firsts), *(one for one in every if one not in firsts)]
    kept = set(wanted[:limit])
    return [choice for one, choice in every.items() if one in kept]

"""The officer's work list: what needs him, page by page, and which button takes the next step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.finding import Finding, Group
from bot.domain.follow_ups import BY_CALL
from bot.domain.messages import Word
from bot.domain.pages import page_of

PAGE = 6
"""Sentences on a page: with their buttons they fit the narrowest messenger."""


class Entry(StrEnum):
    """What a client's button opens: where somebody must be called, what came of the call; where a call is not
    enough any more, the other steps."""

    CALL = "follow-up-of"
    FOLLOW_UP = "follow-up"
    CARD = "client"


CALLS = frozenset(
    {
        "digest-missed-call",
        "digest-missed-call-answered",
        "digest-away",
        "digest-lost",
        "digest-stopped",
        "digest-never-joined",
        "digest-report-call",
    }
)
"""What begins with a call."""
FOLLOWED = frozenset(
    {"digest-missed-follow-up", "digest-missed-follow-up-answered", "digest-report-follow-up"}
    | {"digest-follow-up-due", "digest-follow-up-planned", "digest-follow-up-waits"}
)
"""What begins with village officials, a visit or another number; and what was begun, and is recorded or given
another date."""
AGAIN = "digest-follow-up-again"
"""What was tried in vain: its sentence says whether the next step is a call."""
CALLED_AGAIN = frozenset(f"follow-up-next-{one}" for one in BY_CALL)


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the list; people count from 1."""

    findings: tuple[Finding, ...]
    number: int
    last: int


def listed(found: Sequence[Finding], number: int) -> Listed:
    """The page with this number of whatever needs somebody; a button of a longer list opens the last one."""
    pressing = [one for one in found if one.group is not Group.FINE]
    page = page_of(len(pressing), PAGE, number - 1)
    return Listed(tuple(page.cut(pressing)), page.number + 1, page.count)


def entries_of(findings: Sequence[Finding], limit: int) -> dict[int, Entry]:
    """Case → what its button opens, in the order of the sentences: the most pressing one decides."""
    entries: dict[int, Entry] = {}
    for finding in findings:
        for case in finding.cases:
            entries.setdefault(case, _entry(finding))
    return dict(list(entries.items())[:limit])


def _entry(finding: Finding) -> Entry:
    if finding.line.key == AGAIN:
        step = finding.line.params["next"]
        return Entry.CALL if isinstance(step, Word) and step.key in CALLED_AGAIN else Entry.FOLLOW_UP
    if finding.line.key in CALLS:
        return Entry.CALL
    return Entry.FOLLOW_UP if finding.line.key in FOLLOWED else Entry.CARD

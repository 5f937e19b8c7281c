"""Buttons for clients, and which of them take the next steps below a list of sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.digest import Week
from bot.domain.finding import Finding
from bot.domain.follow_ups import FollowUpKind
from bot.domain.messages import Choice
from bot.domain.work_list import Entry, entry_of, shared_out

LABELS = {
    Entry.CALL: {"choice-name": "choice-name-call", "choice-case": "choice-case-call"},
    Entry.FOLLOW_UP: {"choice-name": "choice-name-follow-up", "choice-case": "choice-case-follow-up"},
    Entry.MESSAGE: {"choice-name": "choice-name-message", "choice-case": "choice-case-message"},
    Entry.INVITE: {"choice-name": "choice-name-invite", "choice-case": "choice-case-invite"},
    Entry.PERSON: {"choice-name": "choice-name-mend", "choice-case": "choice-case-mend"},
    Entry.CASE: {"choice-name": "choice-name-mend", "choice-case": "choice-case-mend"},
    Entry.PLACE: {"choice-name": "choice-name-place", "choice-case": "choice-case-place"},
}
"""How a client's button looks where it does not open his card."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A case with what its button may say; no number for a child's."""

    case_id: int
    name: str
    number: str = ""


def buttons(entry: str, cases: Sequence[Numbered]) -> tuple[Choice, ...]:
    """A button for each case that goes on with `entry`; where a name comes twice, the number stands first."""
    often = Counter(one.name for one in cases)
    return tuple(
        Choice(f"{entry}:{one.case_id}", "choice-case", {"name": one.name, "number": one.number})
        if one.number and often[one.name] > 1
        else Choice(f"{entry}:{one.case_id}", "choice-name", {"name": one.name})
        for one in cases
    )


def ways_on(week: Week, found: Sequence[Finding], limit: int) -> list[Choice]:
    """Each sentence has its way on: the card of what is decided, or what its client needs; others of the
    clients whom it names open where there is room."""
    counted = (*week.clients, *week.left_behind)
    known = {one.case_id: Numbered(one.case_id, one.name, one.number) for one in counted}
    known |= {one.case_id: Numbered(one.case_id, one.name) for one in week.drafts}
    people = {one.case_id: one.client_id for one in counted}
    named = list(dict.fromkeys(case for one in found for case in one.cases if case in known))
    by_case = dict(zip(named, buttons("client", [known[one] for one in named]), strict=True))
    ways = [
        (
            *one.opens,
            *(_way(by_case[case], entry_of(one), case, people) for case in one.cases if case in known),
        )
        for one in found
    ]
    return shared_out(ways, limit)


def _way(card: Choice, entry: Entry, case: int, people: Mapping[int, int]) -> Choice:
    """A client's button, by what the sentence asks for."""
    if entry is Entry.CARD:
        return card
    call = f":{FollowUpKind.CALL.value}" if entry is Entry.CALL else ""
    about = people.get(case, 0) if entry.of_person else case
    return replace(card, id=f"{entry.value}:{about}{call}", key=LABELS[entry][card.key])

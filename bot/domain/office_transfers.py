"""Clients who move to another Bapas: what an offer carries, codes in the new office, and what goes along."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import count
from typing import Any

from bot.domain.cases import Programme

LONGEST_REASON = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedCase:
    """A case as the receiving Bapas reads it before it has the client: no ruling, no offence, no places."""

    case_id: int
    number: str
    programme: Programme
    credited: int
    total: int | None
    waiting: int = 0
    """Attendances that wait for somebody's word."""
    contests: int = 0
    excuses: int = 0
    """Requests to be excused; none of their words."""
    new_case_id: int = 0
    """In the new office; 0 until somebody has taken the client."""
    new_number: str = ""
    carried: int = 0
    """Minutes that the new case has been given so far."""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def cases_from_json(rows: Iterable[Mapping[str, Any]]) -> tuple[OfferedCase, ...]:
    return tuple(OfferedCase(**{**row, "programme": Programme(row["programme"])}) for row in rows)


def with_case(cases: Iterable[OfferedCase], case_id: int, **changes: Any) -> tuple[OfferedCase, ...]:
    """The same cases, with changes of one of them."""
    return tuple(replace(one, **changes) if one.case_id == case_id else one for one in cases)


def free_code(code: str, taken: Collection[str]) -> str:
    """The same code where nobody in the new office has it, else the first of `K-01-2`, `K-01-3` … that is
    free. Codes are compared as people type them: without regard to capitals."""
    known = {one.casefold() for one in taken}
    if code.casefold() not in known:
        return code
    return next(new for number in count(2) if (new := f"{code}-{number}").casefold() not in known)


@dataclass(frozen=True, slots=True)
class Named:
    """An office of this installation, by its id, code and name."""

    id: int
    code: str
    name: str


def meant(offices: Sequence[Named], text: str) -> tuple[Named, ...]:
    """The offices that a text means: the one with this code or name, else all with this text in their name.
    A text without letters or digits means none."""
    wanted = " ".join(text.casefold().split())
    if not any(letter.isalnum() for letter in wanted):
        return ()
    exact = tuple(one for one in offices if wanted in (one.code.casefold(), one.name.casefold()))
    return exact or tuple(one for one in offices if wanted in one.name.casefold())


GOES_ALONG = (
    *("result-", "start-rejected", "receipt-", "credit-moved", "contest-offer", "contest-dismissed-"),
    *("contest-upheld-there", "contest-settled-client", "contest-late-client"),
    *("excused-told-client", "excuse-part-client"),
    *("hours-", "account-", "language-"),
)
"""Beginnings of the keys of news that stay true in another Bapas: what became of work that was done, and what
is about the person himself. All else that is on its way is about a plan that ends."""
HEARD_LATER = frozenset(
    {"result-rejected", "result-taken-back", "start-rejected", "contest-offer"}
    | {"contest-dismissed-client", "contest-dismissed-entry", "contest-upheld-there"}
    | {"contest-settled-client", "contest-late-client"}
    | {"excused-told-client", "excuse-part-client", "excuse-declined-client", "excuse-undone-client"}
    | {"excuse-filed", "closed-denied-client-over", "shut-told-missed"}
    | {"shut-undone-missed", "shut-undone-claim"}
    | {"decided-told-client", "call-taken-client", "call-closed-client"}
    | {"call-sent-by-itself", "call-sent-nobody"}
)
"""What the former Bapas may still tell a client who has gone: words on work, contests, excuses, misses and
calls for help that waited there. Hours that were credited he hears of when they are carried over."""
STILL_PRESSED = frozenset({"contest-offer", "contest-dismissed-client", "contest-dismissed-entry"})
"""Whose button stays with it: what his former Bapas rejected he can contest there, from the new one, and once
more with new evidence."""


def goes_along(key: str) -> bool:
    """Whether a message that has not left yet is still true for a client of another Bapas."""
    return key.startswith(GOES_ALONG)

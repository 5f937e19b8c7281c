"""Who may enter and correct what of an office: one table, for the chat and for a workbook.

An operator: whatever is the office's. An officer: what hangs on a case that he guides, what nobody works with
yet, and what he registered himself, as long as nobody else relies on it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.cases import OVER_STATES, CaseState
from bot.domain.people import Role


class Matter(StrEnum):
    """What is entered; a person by his role."""

    CLIENT = "client"
    CHILD = "child"
    GUARDIAN = "guardian"
    SUPERVISOR = "supervisor"
    PROSECUTOR = "prosecutor"
    STAFF = "staff"
    SITE = "site"
    CASE = "case"
    PLACEMENT = "placement"
    DAY = "day"
    """A day of the office's calendar."""


class Tie(StrEnum):
    """What is between a record and whoever enters it."""

    OWN = "own"
    """It is a case of his, or hangs on one."""
    STOOD_IN = "stood_in"
    """The same, of somebody for whom he stands in today."""
    REGISTERED = "registered"
    """He registered it himself, and nobody else relies on it yet; so is whatever is new."""
    FREE = "free"
    """Nobody works with it yet."""
    OTHERS = "others"
    GONE = "gone"
    """Another Bapas goes on with it."""


NEAREST = (Tie.OWN, Tie.STOOD_IN, Tie.OTHERS, Tie.GONE)
"""Of several cases the one counts that ties most."""
GUIDED = frozenset({Tie.OWN, Tie.STOOD_IN})
HERE = frozenset(Tie) - {Tie.GONE}


@dataclass(frozen=True, slots=True)
class Right:
    """With which ties a new record may be entered, and one that stands corrected."""

    enter: frozenset[Tie] = frozenset()
    correct: frozenset[Tie] = frozenset()


NEW = frozenset({Tie.REGISTERED})
NOTHING = Right()
RIGHTS: Mapping[Role, Mapping[Matter, Right]] = {
    Role.OPERATOR: {
        **dict.fromkeys(Matter, Right(enter=HERE, correct=frozenset(Tie))),
        Matter.CASE: Right(enter=HERE, correct=HERE),
        Matter.PLACEMENT: Right(enter=HERE, correct=HERE),
    },
    Role.OFFICER: {
        Matter.CLIENT: Right(enter=NEW, correct=GUIDED | NEW | {Tie.FREE}),
        # A name that is secret is shown to whoever corrects it: it is nobody's before somebody guides.
        Matter.CHILD: Right(enter=NEW, correct=GUIDED | NEW),
        Matter.GUARDIAN: Right(enter=NEW, correct=GUIDED | NEW),
        # They prove themselves with the number on file, and then confirm hours, or supervise.
        Matter.SUPERVISOR: Right(enter=NEW, correct=NEW),
        Matter.PROSECUTOR: Right(enter=NEW, correct=NEW),
        Matter.SITE: Right(enter=NEW, correct=GUIDED | {Tie.FREE}),
        Matter.CASE: Right(enter=frozenset({Tie.OWN}), correct=GUIDED),
        Matter.PLACEMENT: Right(enter=GUIDED, correct=GUIDED),
    },
}
CONFIRMING = frozenset({Role.SUPERVISOR, Role.PROSECUTOR})
SHARED = frozenset({Matter.SITE, Matter.SUPERVISOR, Matter.PROSECUTOR})
"""What several officers work with: whoever may not correct it is told that the operator does."""


def may_enter(role: Role, matter: Matter, tie: Tie = Tie.REGISTERED) -> bool:
    """Whether somebody in this role may enter a new record; a case with the tie to its officer, a placement
    with that to its case."""
    return tie in _right(role, matter).enter


def may_correct(role: Role, matter: Matter, tie: Tie) -> bool:
    """Whether somebody in this role may correct a record that stands, or build on it."""
    return tie in _right(role, matter).correct


def _right(role: Role, matter: Matter) -> Right:
    return RIGHTS.get(role, {}).get(matter, NOTHING)


def matter_of(role: Role, *, child: bool = False) -> Matter:
    """Somebody in a role, as a matter of the table."""
    match role:
        case Role.CLIENT:
            return Matter.CHILD if child else Matter.CLIENT
        case Role.GUARDIAN | Role.SUPERVISOR | Role.PROSECUTOR:
            return Matter(role.value)
        case _:
            return Matter.STAFF


@dataclass(frozen=True, slots=True)
class Hands:
    """Whoever enters: his id, those under which history knows him, and whose cases he guides today."""

    id: int
    selves: frozenset[int]
    guides: frozenset[int]


@dataclass(frozen=True, slots=True)
class Guided:
    """A case: its officer, if it has one, and where it stands."""

    officer: int | None
    state: CaseState


def tie_to_case(case: Guided, hands: Hands) -> Tie:
    if case.state is CaseState.TRANSFERRED:
        return Tie.GONE
    if case.officer == hands.id:
        return Tie.OWN
    return Tie.STOOD_IN if case.officer in hands.guides else Tie.OTHERS


def tie_to_client(cases: Collection[Guided], registered_by: int | None, hands: Hands) -> Tie:
    """A client, or a guardian, through his cases: those that are open, or all when they are over. Without
    any he is his who registered him; one from a workbook at the terminal (None) is nobody's."""
    running = [case for case in cases if case.state not in OVER_STATES]
    if cases:
        ties = {tie_to_case(case, hands) for case in running or cases}
        return next(tie for tie in NEAREST if tie in ties)
    if registered_by is None:
        return Tie.FREE
    return Tie.REGISTERED if registered_by in hands.selves else Tie.OTHERS


def tie_to_confirmer(registered_by: int | None, hands: Hands, *, has_joined: bool) -> Tie:
    """A supervisor or prosecutor: his who registered him, and only until he has joined. With another number
    on file somebody else could join in his place."""
    mine = registered_by in hands.selves and not has_joined
    return Tie.REGISTERED if mine else Tie.OTHERS


def tie_to_site(officers: Iterable[int], hands: Hands) -> Tie:
    """A site through the officers whose clients are placed there."""
    cases = [Guided(officer, CaseState.ACTIVE) for officer in officers]
    ties = {tie_to_case(case, hands) for case in cases}
    return next((tie for tie in NEAREST if tie in ties), Tie.FREE)

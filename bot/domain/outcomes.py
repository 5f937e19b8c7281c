"""Outcomes: the short list of what can become of a planned session; two flags drive everything else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.answers import NOT_HERE
from bot.domain.checkins import SessionState
from bot.domain.outages import FELT
from bot.domain.people import Role


class Outcome(StrEnum):
    """What became of a session; name and hint are in the locale (`outcome-…`, `outcome-hint-…`)."""

    PRESENT = "hadir"
    LATE = "terlambat"
    LEFT_EARLY = "pulang_awal"
    PERMITTED = "izin"
    SICK = "sakit"
    UNEXPLAINED = "tanpa_keterangan"
    SITE_CLOSED = "lokasi_tutup"
    SYSTEM_FAILURE = "gangguan_sistem"
    UNREACHED = "tak_terjangkau"
    """Nobody came, and nothing could be sent to the client: he never joined, or his phone is lost."""


_BY_TIMES: frozenset[Role] = frozenset()
"""Nobody chooses it: it follows from the times that a supervisor confirms."""
_BY_CLOCK: frozenset[Role] = frozenset()
_BY_STAFF = frozenset({Role.OFFICER})
_ON_SITE = frozenset({Role.OFFICER, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Meaning:
    """What follows from an outcome: whether the client was there (only then hours count), whether somebody
    must follow it up (only then it climbs the ladder of misses), and who may choose it."""

    attended: bool
    needs_follow_up: bool
    roles: frozenset[Role]


MEANINGS: Mapping[Outcome, Meaning] = {
    Outcome.PRESENT: Meaning(attended=True, needs_follow_up=False, roles=_BY_TIMES),
    Outcome.LATE: Meaning(attended=True, needs_follow_up=False, roles=_BY_TIMES),
    Outcome.LEFT_EARLY: Meaning(attended=True, needs_follow_up=False, roles=_BY_TIMES),
    Outcome.PERMITTED: Meaning(attended=False, needs_follow_up=False, roles=_BY_STAFF),
    Outcome.SICK: Meaning(attended=False, needs_follow_up=False, roles=_BY_STAFF),
    Outcome.UNEXPLAINED: Meaning(attended=False, needs_follow_up=True, roles=_BY_STAFF),
    Outcome.SITE_CLOSED: Meaning(attended=False, needs_follow_up=False, roles=_ON_SITE),
    Outcome.SYSTEM_FAILURE: Meaning(attended=False, needs_follow_up=False, roles=_BY_STAFF),
    Outcome.UNREACHED: Meaning(attended=False, needs_follow_up=False, roles=_BY_CLOCK),
}


EXCUSED = (Outcome.PERMITTED, Outcome.SICK)
"""An officer has excused the client; a site reads one word (*izin*) for both."""
ABSENT = (*EXCUSED, Outcome.UNEXPLAINED, Outcome.UNREACHED)
"""He was expected and did not come, whatever is thought of it; a closed site or our own failure is none."""
REMARKED = (Outcome.LATE, Outcome.LEFT_EARLY)
"""Worth a word to the officer beside the hours; the client hears none of it."""
TOLERANCE = timedelta(minutes=15)
"""Lateness and early leaving up to here are not worth a word."""


def climbs(outcome: Outcome | None) -> bool:
    """Whether a miss is one that somebody must follow up: nobody has said that it was excused."""
    return outcome is None or MEANINGS[outcome].needs_follow_up


def needs_reason(outcome: Outcome, before: Outcome | None, answer: str) -> bool:
    """Whether an officer must say in words why he reviews a miss. What the client told (`answer`) is reason
    enough to accept it, and none to decline it; saying the same once more changes nothing."""
    return climbs(outcome) if answer else outcome is not before


def said_by_a_person(outcome: Outcome | None) -> bool:
    """Whether somebody has decided on a session, and not only the clock."""
    return outcome is not None and outcome not in (Outcome.UNEXPLAINED, Outcome.UNREACHED)


def may_be_explained(state: SessionState, outcome: Outcome | None) -> bool:
    """Whether words about a session explain it: nobody has begun it, and no person has decided on it."""
    return state in (SessionState.PLANNED, SessionState.MISSED) and not said_by_a_person(outcome)


def silence(*, reached: bool, lost: timedelta = timedelta()) -> Outcome:
    """What becomes of a session to which nobody came: the silence of somebody to whom nothing could be sent
    says nothing against him, nor does it where so much of his time was `lost` to an outage."""
    if lost >= FELT:
        return Outcome.SYSTEM_FAILURE
    return Outcome.UNEXPLAINED if reached else Outcome.UNREACHED


def stands(outcome: Outcome | None) -> bool:
    """Whether the officer must hear of a session to which nobody came: it climbs, or nothing could be sent to
    the client, and somebody must call. The rest are words of people, who know of it."""
    return climbs(outcome) or outcome is Outcome.UNREACHED


def outcome_of(planned: tuple[datetime, datetime] | None, worked: tuple[datetime, datetime]) -> Outcome:
    """What the times say: present, late or left early (late wins: it came first); outside the plan nobody is
    late."""
    if planned is None:
        return Outcome.PRESENT
    if worked[0] - planned[0] > TOLERANCE:
        return Outcome.LATE
    return Outcome.LEFT_EARLY if planned[1] - worked[1] > TOLERANCE else Outcome.PRESENT


def after_rejection(reason: str, *, finished: bool) -> Outcome | None:
    """What a supervisor's rejection suggests of its session. Not at the site, and no work was claimed to be
    over: nobody came, until a person says otherwise. Of hours that were worked but are not right nothing
    follows by itself."""
    return Outcome.UNEXPLAINED if reason == NOT_HERE and not finished else None


def offered(role: Role) -> tuple[Outcome, ...]:
    """The outcomes that a role may choose, in the order of the buttons."""
    return tuple(outcome for outcome, means in MEANINGS.items() if role in means.roles)

"""Excuse requests (*izin yang diajukan*): a client asks to be excused for days, and a person decides.

The law leaves *valid reason* undefined (UU 1/2023 Pasal 85), so a request is a claim: nothing is refused and
nothing is granted by itself. While it waits it climbs no ladder, and nobody is reminded of these days.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.cases import instant
from bot.domain.days import coming_day_first, numbers_alone, with_months
from bot.domain.messages import Refused

WAITING_FOR_DECISION = "reason-excuse-asked"
"""What stands as the answer to a miss of which nothing but a request was said."""
NO_ANSWERED_WITHIN = timedelta(hours=12)
"""So long after a no, words, a photo or a recording are about it; who is refused in the evening answers in
the morning."""
PROOF_WAITS = timedelta(minutes=5)
"""A request whose proof nobody sends leaves as it is after this: the phone may be needed elsewhere."""
PROOF_WITHIN = 3
"""Days in which a proof is expected that comes later, unless the client says another day."""
LATEST_PROOF = 31
"""Days after the request at most."""
PROOF_AT = time(9)
"""When, on its day, somebody is asked about a proof that has not come."""
LONGEST = 92
"""Days of one request, as of one excuse."""
LOOK_BACK = timedelta(days=31)
LOOK_AHEAD = timedelta(days=92)
"""Days further away are typed in another year by mistake, or are for the officer himself to enter."""
MOST_SPANS = 7
"""Days apart from each other that can be asked for at once."""
AND = frozenset({"dan", "&", ",", "serta", "and"})
_BEFORE = frozenset({"tanggal", "tgl", "tgl.", ","})
_COMMA = re.compile(r"(?<=\w),(?=\s*\d{1,2}\b)")
BETWEEN = frozenset({"-", "–", "s/d", "sd", "s.d.", "sampai", "hingga", "to", "until"})


class ExcuseReason(StrEnum):
    """What a client presses; only whoever guides the case reads it (`excuse-reason-…` in the locale)."""

    SICK = "sakit"
    FAMILY = "keluarga"
    COURT = "sidang"
    WORSHIP = "ibadah"
    WORK = "kerja"
    OTHER = "lain"


class RequestState(StrEnum):
    """A request waits for one person's decision; nothing decides it by itself."""

    DRAFT = "draft"
    """Nobody has been told yet."""
    OPEN = "open"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Proof(StrEnum):
    """What the client says of a proof; photos and recordings stand beside it."""

    NONE = "none"
    OFFICER_KNOWS = "officer_knows"
    LATER = "later"


class Told(StrEnum):
    """Whether a request came before the first session that it touches began."""

    BEFORE = "before"
    AFTER = "after"


class Declined(StrEnum):
    """Why a request was declined, as the officer presses it; else in his own words."""

    NO_PROOF = "bukti"
    CAN_COME = "bisa"
    OTHER_DAY = "pindah"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody typed behind `/izin`, as far as he did; `words` is what is left."""

    reason: ExcuseReason | None
    days: tuple[date, date] | None
    words: str
    others: Sequence[tuple[date, date]] = ()
    """Days apart from these, each a request of its own."""


WORDS_FOR = {
    "sakit": ExcuseReason.SICK,
    "keluarga": ExcuseReason.FAMILY,
    "sidang": ExcuseReason.COURT,
    "ibadah": ExcuseReason.WORSHIP,
    "kerja": ExcuseReason.WORK,
    "bekerja": ExcuseReason.WORK,
}


def read_wish(text: str, today: date) -> Wish:
    """`sakit 20/04 22/04 demam`, each part of it optional; also `kemarin sakit`."""
    reason, rest = _reason_first(_COMMA.sub(" ,", with_months(text)).split())
    spans, left = _spans_first(rest, today)
    if reason is None and spans:
        reason, left = _reason_first(left)
    said = " ".join(left).replace(" ,", ",").lstrip(", ")
    return Wish(reason, spans[0] if spans else None, said, tuple(spans[1:]))


def _reason_first(words: list[str]) -> tuple[ExcuseReason | None, list[str]]:
    """The reason that stands at the beginning of these words, and what follows."""
    reason = WORDS_FOR.get(words[0].casefold().strip(".,:")) if words else None
    return reason, words[1:] if reason else words


def read_days(text: str, today: date) -> Sequence[tuple[date, date]]:
    """`20/04`, `20/04 22/04`, `20 April sampai 22 April`, *kamis*; days apart, `20/04 dan 27/04`, `20 dan
    27`, one by one. Raises Refused for anything else."""
    dated = numbers_alone(with_months(text), today)
    spans, left = _spans_first(_COMMA.sub(" ,", dated).split(), today)
    if not spans or left:
        raise Refused("excuse-days-not-understood", text=text.strip()[:40])
    return spans


MOST_PICKED = 30
"""Of so many days an officer can pick some; of longer requests he enters them himself."""


def picked(first: date, last: date, ticks: int) -> list[date]:
    """The days that are ticked: the lowest bit of `ticks` is the first day."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for number, day in enumerate(days) if ticks >> number & 1]


def runs(days: Sequence[date]) -> list[tuple[date, date]]:
    """Days in their order as spans without a gap."""
    found: list[tuple[date, date]] = []
    for day in days:
        if found and day - found[-1][1] == timedelta(days=1):
            found[-1] = found[-1][0], day
        else:
            found.append((day, day))
    return found


def check_days(first: date, last: date, today: date) -> None:
    """Raises Refused for days that are reversed, too many, or too far from today."""
    if last < first:
        raise Refused("period-reversed")
    if (last - first).days >= LONGEST:
        raise Refused("excuse-too-long", most=LONGEST)
    if not today - LOOK_BACK <= first <= today + LOOK_AHEAD:
        raise Refused("excuse-days-far")


def told(first_start: datetime | None, first: date, filed_at: datetime, today: date) -> Told:
    """By the first session that is touched; where nothing is planned, by the first day."""
    in_time = filed_at < first_start if first_start is not None else today < first
    return Told.BEFORE if in_time else Told.AFTER


def proof_day(today: date) -> date:
    """The day on which a proof is expected that comes later, while nobody has said another."""
    return today + timedelta(days=PROOF_WITHIN)


def check_proof_day(day: date, today: date) -> None:
    """Raises Refused for a day that is past, or too far away."""
    if not today <= day <= today + timedelta(days=LATEST_PROOF):
        raise Refused("excuse-proof-day", most=LATEST_PROOF)


def asked_about_at(day: date, zone: str) -> datetime:
    """When somebody is asked about a proof that is expected on a day."""
    return instant(day, PROOF_AT, zone)


def left_by_itself(now: datetime) -> datetime:
    """When a request leaves without a word about a proof."""
    return now + PROOF_WAITS


def _spans_first(words: list[str], today: date) -> tuple[Sequence[tuple[date, date]], list[str]]:
    """The days at the beginning of these words, in their order and those in a row together, and what follows.
    Raises Refused for too many."""
    found: list[tuple[date, date]] = []
    left, rest = words, words
    while rest:
        days, after = _days_first(rest[1:] if rest[0].casefold() in _BEFORE else rest, today)
        if days is None:
            break
        found, left = [*found, days], after
        rest = after[1:] if after and after[0].casefold() in AND else []
    if len(found) > MOST_SPANS:
        raise Refused("excuse-too-many-days", most=MOST_SPANS)
    return (_together(found) if len(found) > 1 else found), left


def _together(spans: Sequence[tuple[date, date]]) -> Sequence[tuple[date, date]]:
    """Each day once, those in a row as one span; as they are where one of them is no span."""
    if not all(0 <= (last - first).days < LONGEST for first, last in spans):
        return spans
    days = {first + timedelta(days=n) for first, last in spans for n in range((last - first).days + 1)}
    return runs(sorted(days))


def _days_first(words: list[str], today: date) -> tuple[tuple[date, date] | None, list[str]]:
    """One day or two at the beginning of these words, and what follows."""
    first, left = coming_day_first(words, today)
    if first is None:
        return None, words
    between = left[1:] if left and left[0].casefold() in BETWEEN else left
    last, after = coming_day_first(between, today)
    return ((first, first), left) if last is None else ((first, last), after)

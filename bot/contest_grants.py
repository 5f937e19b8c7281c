"""What whoever decides a contest finds right beside both words: other times, minutes, or hours before
Hadir."""

from __future__ import annotations

from datetime import datetime

from bot.domain.claimed_times import on_day, packed, read_span, unpacked
from bot.domain.contests import ContestAbout, Granted
from bot.domain.corrections import read_minutes
from bot.domain.messages import Line, Minutes, Param, Refused, When
from bot.domain.openings import read_served
from bot.domain.reports import midday
from bot.storage.contests import Subject
from bot.storage.models import Contest

NONE = 1000
"""Nought minutes, as a question remembers them; no correction is as large."""


def read(text: str, subject: Subject) -> int:
    """What he typed as one number above 0, for his question to remember. Raises Refused for what cannot be
    read."""
    if subject.correction is not None:
        minutes = read_minutes(text)
        if minutes is None or abs(minutes) >= NONE:
            raise Refused("contest-other-minutes-unreadable")
        return NONE + minutes
    if subject.opening is not None:
        served = read_served(text)
        if served is None:
            raise Refused("contest-other-hours-unreadable")
        return NONE + served
    span = read_span(text)
    if span is None:
        raise Refused("claim-times-unreadable")
    return packed(span)


def granted(contest: Contest, subject: Subject, remembered: int, now: datetime) -> Granted:
    """What the number stands for. Raises Refused for a finish that is not after the start, or to come."""
    if subject.correction is not None or subject.opening is not None:
        return Granted(minutes=remembered - NONE)
    planned = subject.planned
    past_midnight = planned is not None and planned.ends_at.date() != planned.starts_at.date()
    span = unpacked(remembered)
    times = on_day(span, contest.day, subject.zone, past_midnight=past_midnight, now=now)
    return Granted(times=times)


def preview(contest: Contest, subject: Subject, what: Granted) -> Line:
    """What would stand there."""
    params: dict[str, Param] = {"day": When(midday(contest.day, subject.zone), subject.zone)}
    if what.times is None:
        return _minutes(contest, what.minutes or 0, params)
    start, finish = what.times
    stayed = int((finish - start).total_seconds() // 60)
    pause = subject.planned.pause.taken(stayed) if subject.planned is not None else 0
    params |= {"start": When(start, subject.zone), "finish": When(finish, subject.zone)}
    return Line("contest-other-times", params | {"minutes": Minutes(stayed - pause)})


def lines(contest: Contest, zone: str) -> list[Line]:
    """The same for the client, once it is decided; nothing where it was decided as he says."""
    params: dict[str, Param] = {"day": When(midday(contest.day, zone), zone)}
    if contest.grants_minutes is not None:
        return [_minutes(contest, contest.grants_minutes, params)]
    if contest.grants_start is None or contest.grants_finish is None:
        return []
    times = {"start": When(contest.grants_start, zone), "finish": When(contest.grants_finish, zone)}
    return [Line("contest-granted-times", times)]


def _minutes(contest: Contest, minutes: int, params: dict[str, Param]) -> Line:
    if contest.about is ContestAbout.OPENING:
        return Line("contest-other-served", params | {"minutes": Minutes(minutes)})
    key = "contest-other-more" if minutes > 0 else "contest-other-fewer"
    return Line(key, params | {"minutes": Minutes(abs(minutes))})

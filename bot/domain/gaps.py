"""What a week's summary does not know, named as that: no figure stands for it, and nothing is held against
anybody."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.domain.messages import Line, When
from bot.domain.outages import FELT, Outage
from bot.domain.outcomes import Outcome

UNCOUNTED = (Outcome.SYSTEM_FAILURE, Outcome.UNREACHED)
"""Nobody came to these sessions, and nobody knows why: they count neither as come nor as missed."""


@dataclass(frozen=True, slots=True)
class Gaps:
    """The times of the week in which nobody could be heard, and its sessions without a record."""

    outages: tuple[Outage, ...] = ()
    uncounted: dict[Outcome, int] = field(default_factory=dict)
    photos: int = 0
    """Photos of the week that have not arrived yet."""


NO_GAPS = Gaps()


def gap_lines(gaps: Gaps, zone: str) -> list[Line]:
    """A sentence for each outage that people felt, and for each kind of gap."""
    felt = [one for one in gaps.outages if one.ends - one.begins >= FELT]
    lines = [
        Line("digest-outage", {"begins": When(one.begins, zone), "ends": When(one.ends, zone)})
        for one in felt
    ]
    for outcome in UNCOUNTED:
        if count := gaps.uncounted.get(outcome):
            lines.append(Line(f"digest-gap-{outcome.value.replace('_', '-')}", {"count": count}))
    if gaps.photos:
        lines.append(Line("digest-gap-photos", {"count": gaps.photos}))
    return lines

"""What did not go as planned in the example's weeks; every other session was worked and confirmed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from bot.domain.evaluations import SessionWord


@dataclass(frozen=True, slots=True)
class Extra:
    """Work outside the plan; `accepted` is the officer's word, None while it is awaited."""

    day: date
    site: str
    starts: time
    minutes: int
    accepted: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The exceptions of one client; a missed day carries the client's answer, or '' for silence."""

    missed: dict[date, str] = field(default_factory=dict)
    forgotten: frozenset[date] = frozenset()
    """Days without a check-out."""
    unconfirmed: frozenset[date] = frozenset()
    rejected: dict[date, str] = field(default_factory=dict)
    far: frozenset[date] = frozenset()
    """Days on which the location lay well outside the site."""
    overtime: dict[date, int] = field(default_factory=dict)
    """Minutes after the planned end."""
    full_days: bool = False
    """Came before the start and left after the end."""
    roll_call: bool = False
    """Has no phone: the supervisor says so on the spot."""
    extras: tuple[Extra, ...] = ()


def _april(*days: int) -> frozenset[date]:
    return frozenset(date(2026, 4, day) for day in days)


def _on(day: int) -> date:
    return date(2026, 4, day)


USUAL = Story()
STORIES = {
    "K-01": Story(missed={_on(9): "reason-sick"}, unconfirmed=_april(20)),
    "K-03": Story(missed={_on(2): "", _on(9): "reason-prevented", _on(16): "", _on(20): "reason-sick"}),
    "K-04": Story(roll_call=True),
    "K-05": Story(rejected={_on(21): "reason-wrong-time"}, missed={_on(14): "reason-no-signal"}),
    "K-06": Story(full_days=True, overtime={_on(8): 40}),
    "K-08": Story(unconfirmed=_april(14, 16, 21), forgotten=_april(21)),
    "K-09": Story(
        extras=(
            Extra(_on(7), "L-06", time(8), 150, accepted=True),
            Extra(_on(21), "L-06", time(8), 180, accepted=None),
        )
    ),
    "K-10": Story(missed={_on(15): "", _on(17): "", _on(22): ""}),
    "K-11": Story(missed={_on(20): "", _on(22): ""}),
    "K-12": Story(far=_april(20), unconfirmed=_april(20)),
    "A-07": Story(unconfirmed=_april(19), forgotten=_april(19)),
}

WORDS: dict[str, dict[date, SessionWord | None]] = {
    "L-01": {_on(13): SessionWord.FAIR, _on(16): SessionWord.TROUBLED},
    "L-02": {_on(9): SessionWord.TROUBLED},
    "L-03": {_on(15): SessionWord.FAIR, _on(22): SessionWord.TROUBLED},
    "L-05": {_on(12): None},
    "L-06": {_on(4): None, _on(8): SessionWord.FAIR, _on(18): None},
}
"""What the supervisor of a site said of the sessions of a day, None: nothing; of all others that they went
smoothly."""

REPORTS = {
    "I-01": {
        _on(2): _on(2),
        _on(9): _on(11),
        _on(16): _on(16),
    },
    "I-02": {date(2026, 3, 27): date(2026, 3, 27)},
}
"""Report day → the day on which it was given; the others were missed or are still due."""

ANSWERS = (
    ("Sehat", "Sehat, hanya sedikit batuk", "Baik"),
    ("Membantu di bengkel", "Berjualan ikan di pasar", "Masih mencari pekerjaan tetap"),
    ("Tinggal bersama keluarga, baik", "Baik, ikut ronda", "Baik dengan tetangga"),
    ("Tidak ada", "Ongkos ke kota agak berat", "Tidak ada"),
    ("Terus bekerja", "Ingin kursus las", "Menabung untuk modal"),
)
"""To the five questions of a report, in their order."""

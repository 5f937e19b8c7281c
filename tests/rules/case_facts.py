"""The facts of a case in few words, as the fold of its hours reads them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.hours import EventKind, Fact

APRIL = date(2026, 4, 1)
WITA = "Asia/Makassar"


def opened(total: int | None = 240 * 60, daily: int | None = None) -> Fact:
    return Fact(EventKind.CASE_OPENED, {"total_minutes": total, "daily_minutes": daily})


def opening(minutes: int) -> Fact:
    payload = {"minutes": minutes, "as_of": "2026-04-01", "basis": "berita acara"}
    return Fact(EventKind.OPENING_BALANCE, payload)


def carried(minutes: int) -> Fact:
    """Decided in the former Bapas after the client had come."""
    return Fact(EventKind.HOURS_CARRIED, {"minutes": minutes, "basis": "Bapas (contoh), K-01/2026"})


def adjusted(minutes: int, *, number: int = 1, day: int = 1) -> Fact:
    """A correction for a day of April."""
    payload = {"adjustment": number, "minutes": minutes, "day": APRIL.replace(day=day).isoformat()}
    return Fact(EventKind.HOURS_ADJUSTED, payload)


def given_back(number: int = 1) -> Fact:
    """The correction that a client contested with success."""
    return Fact(EventKind.HOURS_ADJUSTMENT_TAKEN_BACK, {"adjustment": number, "minutes": 0})


def fact(kind: EventKind, attendance: int, day: int, start: str, finish: str = "", **more: Any) -> Fact:
    """A fact of an attendance that began on a day of April; an earlier finish lies on the next day."""
    began = _at(day, start)
    ended = _at(day, finish) if finish else None
    if ended is not None and ended < began:
        ended += timedelta(days=1)
    payload = {
        "attendance": attendance,
        "day": APRIL.replace(day=day).isoformat(),
        "start": began.isoformat(),
        "finish": ended.isoformat() if ended else None,
    }
    return Fact(kind, payload | more)


def came(attendance: int, day: int, start: str, *, planned: bool = True, pause: int = 0) -> Fact:
    return fact(EventKind.CHECKED_IN, attendance, day, start, planned=planned, break_minutes=pause)


def left(attendance: int, day: int, start: str, finish: str, *, pause: int = 0) -> Fact:
    return fact(EventKind.CHECKED_OUT, attendance, day, start, finish, break_minutes=pause)


def confirmed(
    attendance: int,
    day: int,
    start: str,
    finish: str,
    *,
    pause: int = 0,
    penalty: int = 0,
    attended: bool = True,
) -> Fact:
    more = {"break_minutes": pause, "penalty_minutes": penalty, "attended": attended}
    return fact(EventKind.HOURS_CONFIRMED, attendance, day, start, finish, **more)


def rejected(attendance: int, day: int, start: str, finish: str) -> Fact:
    return fact(EventKind.HOURS_REJECTED, attendance, day, start, finish, words="waktu")


def taken_back(attendance: int, day: int, start: str, finish: str) -> Fact:
    return fact(EventKind.REJECTION_TAKEN_BACK, attendance, day, start, finish)


def undone(attendance: int, day: int, start: str, finish: str) -> Fact:
    return fact(EventKind.CHECK_OUT_UNDONE, attendance, day, start, finish)


def judged(attendance: int, day: int, start: str, finish: str, *, accepted: bool) -> Fact:
    kind = EventKind.OUTSIDE_PLAN_ACCEPTED if accepted else EventKind.OUTSIDE_PLAN_DECLINED
    return fact(kind, attendance, day, start, finish)


def worked(attendance: int, day: int, start: str, finish: str, **more: Any) -> list[Fact]:
    """Came, left and was confirmed."""
    return [
        came(attendance, day, start),
        left(attendance, day, start, finish),
        confirmed(attendance, day, start, finish, **more),
    ]


def _at(day: int, text: str) -> datetime:
    return datetime.combine(APRIL.replace(day=day), time.fromisoformat(text), tzinfo=ZoneInfo(WITA))

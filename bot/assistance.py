"""With whose help a client's start, finish, report, location or photo came: kept, and put in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.answers import own_words
from bot.domain.checkins import Moment
from bot.domain.messages import Address, Line, Param, Word
from bot.domain.phones import NO_WORD, WORD_LATER, Way
from bot.storage.models import Attendance, Evidence, Report
from bot.storage.phones import Assistance, Via, via_of


@dataclass(frozen=True, slots=True)
class Help:
    """Who helped, how, why, and from which account."""

    way: Way
    by: int
    sender: Address
    why: str = ""


async def note(
    session: AsyncSession, attendance: Attendance, moment: Moment, help: Help | None, now: datetime
) -> None:
    """One end of an attendance that did not come from a phone of the client's own."""
    if row := _row(session, attendance.office_id, attendance.client_id, help, now):
        row.attendance_id, row.moment = attendance.id, moment
        session.add(row)
        await session.flush()


async def undone(session: AsyncSession, attendance: Attendance, moment: Moment, now: datetime) -> None:
    """Whoever helped with this end of an attendance did so in vain: it was taken back."""
    rows = (await of_attendances(session, [attendance.id])).get(attendance.id, [])
    for row in rows:
        if row.moment is moment:
            row.undone_at = now


async def word_came(session: AsyncSession, attendance: Attendance) -> bool:
    """The phone of somebody whom his supervisor had called present has sent its location after all: whether
    the card must say so."""
    came = False
    for row in (await of_attendances(session, [attendance.id])).get(attendance.id, []):
        if row.way is Way.ROLL_CALL and row.moment is Moment.START and row.why == NO_WORD:
            row.why, came = WORD_LATER, True
    return came


async def note_report(session: AsyncSession, report: Report, now: datetime) -> None:
    """A report that was given on a shared phone."""
    if row := _row(session, report.office_id, report.client_id, None, now):
        row.report_id = report.id
        session.add(row)
        await session.flush()


async def note_evidence(session: AsyncSession, evidence: Evidence, help: Help | None = None) -> None:
    """A location or photo that was sent from a shared phone, or from the phone of somebody who helps."""
    if row := _row(session, evidence.office_id, evidence.client_id, help, evidence.received_at):
        row.evidence_id = evidence.id
        session.add(row)
        await session.flush()


def _row(
    session: AsyncSession, office_id: int, client_id: int, help: Help | None, now: datetime
) -> Assistance | None:
    via = via_of(session)
    if help is not None:
        row = Assistance(office_id=office_id, client_id=client_id, way=help.way, by=help.by, at=now)
        row.why, row.channel, row.external_id = help.why, help.sender.channel, help.sender.id
        return row
    return _from(via, office_id, client_id, now) if via else None


def _from(via: Via, office_id: int, client_id: int, now: datetime) -> Assistance:
    return Assistance(
        office_id=office_id,
        client_id=client_id,
        way=Way.DESK_PHONE,
        by=client_id,
        channel=via.channel,
        external_id=via.external_id,
        phone_id=via.phone_id,
        turn_id=via.turn_id,
        label=via.label,
        at=now,
    )


def payload(help: Help | None) -> dict[str, str]:
    """What the fact of a start or finish says of the help; the shared phone it says by itself."""
    return {"help": help.way.value, "help_why": help.why} if help else {}


async def of_attendances(session: AsyncSession, attendances: Sequence[int]) -> dict[int, list[Assistance]]:
    """With whose help each of these attendances was begun and finished, as far as it was not undone."""
    query = (
        select(Assistance)
        .where(col(Assistance.attendance_id).in_(attendances), col(Assistance.undone_at).is_(None))
        .order_by(col(Assistance.id))
    )
    found: dict[int, list[Assistance]] = {}
    for row in (await session.exec(query)).all():
        if row.attendance_id is not None:
            found.setdefault(row.attendance_id, []).append(row)
    return found


async def phones_of_reports(session: AsyncSession, reports: Sequence[int]) -> dict[int, str]:
    """Report → the shared phone on which it was given, as it was called then."""
    query = (
        select(Assistance)
        .where(col(Assistance.report_id).in_(reports), col(Assistance.undone_at).is_(None))
        .order_by(col(Assistance.id))
    )
    rows = (await session.exec(query)).all()
    return {row.report_id: row.label for row in rows if row.report_id is not None}


def sent_the_finish(rows: Iterable[Assistance]) -> bool:
    """Whether officer or guardian sent the finish: then it is not the supervisor's word."""
    return any(row.moment is Moment.FINISH and row.way in (Way.OFFICER, Way.GUARDIAN) for row in rows)


def lines(rows: Iterable[Assistance]) -> Iterator[Line]:
    """Start and finish with the same help are said once."""
    said: list[tuple[Way, str, str]] = []
    rows = list(rows)
    for row in rows:
        what = (row.way, row.label, row.why)
        if what in said:
            continue
        said.append(what)
        ends = {one.moment for one in rows if (one.way, one.label, one.why) == what}
        yield _line(row, "both" if len(ends) > 1 else Moment(row.moment or Moment.START).value)


def _line(row: Assistance, ends: str) -> Line:
    params: dict[str, Param] = {"ends": Word(f"ends-{ends}")}
    if row.way is Way.DESK_PHONE:
        return Line("assisted-desk-phone", params | {"phone": row.label})
    return Line(f"assisted-by-{row.way.value}", params | {"why": own_words(row.why)})

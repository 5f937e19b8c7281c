"""What a client reads of his own attendance: the receipt, the wish for a photo, the result."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.attendances import may_undo, may_undo_start
from bot.domain.answers import own_words
from bot.domain.balance import surplus_word
from bot.domain.checkins import AttendanceState, Moment, receipt_number
from bot.domain.messages import Ask, Choice, Line, Minutes, Notice, Param, When
from bot.storage import queries
from bot.storage.models import Attendance, Person, Site
from bot.storage.phones import via_of


async def receipt(
    session: AsyncSession,
    client: Person,
    attendance: Attendance,
    site: Site,
    moment: Moment,
    now: datetime,
) -> Notice:
    """The receipt of a start or finish; asked for again, it is the same one, with the button that takes a
    finish back only while that is possible."""
    at, number = attendance.started_at, attendance.start_receipt
    if moment is Moment.FINISH and attendance.finished_at:
        at, number = attendance.finished_at, attendance.finish_receipt
    following = await queries.next_session(session, client, at)
    params: dict[str, Param] = {
        "at": When(at, site.zone),
        "number": receipt_number(number),
        "site": site.name,
    }
    lines = [Line("receipt-whose", {"name": client.shown})] if via_of(session) else []
    lines += [Line("receipt-outside-plan")] if attendance.session_id is None else []
    choices: tuple[Choice, ...] = ()
    if moment is Moment.START and may_undo_start(attendance, now):
        lines.append(Line("receipt-start-undo"))  # a button here would take away the key for the finish
    if moment is Moment.FINISH:
        if attendance.state is AttendanceState.WAITING:
            lines.append(Line("receipt-waiting"))
        if following:
            lines.append(Line("receipt-next", {"at": When(following.starts_at, site.zone)}))
        if may_undo(attendance, now):
            choices = (Choice(f"undo:{attendance.id}:{attendance.revision}", "choice-undo"),)
    key = "receipt-finish" if moment is Moment.FINISH else "receipt-start"
    ask = None if choices else Ask.FINISH if moment is Moment.START else Ask.START
    return Notice(to=client.id, key=key, params=params, lines=tuple(lines), choices=choices, ask=ask)


def pin_wrong(site: Site) -> Choice:
    """*Lokasi salah?*, wherever somebody is told that he is not at the site."""
    return Choice(f"pin-wrong:{site.id}", "choice-pin-wrong")


def photo_request(client: Person) -> Notice:
    """Ask for the photo that the case wants."""
    return Notice(to=client.id, key="photo-wanted", lines=(photo_manners(client),))


def photo_manners(client: Person) -> Line:
    """Below every request for a photo: of the work and of nobody else; of a child no face at all (UU 11/2012
    Pasal 19)."""
    return Line("photo-of-work-child" if client.child else "photo-of-work")


def told_taken_back(client: Person, attendance: Attendance, site: Site) -> Notice:
    """The supervisor took his rejection back; the client heard of it before."""
    ask = Ask.START if attendance.finished_at else Ask.FINISH
    day: dict[str, Param] = {"day": When(attendance.started_at, site.zone)}
    return Notice(to=client.id, key="result-taken-back", params=day, ask=ask)


def contest_offer(attendance: Attendance) -> list[Notice]:
    """Below a word that hours do not count: the way to have somebody else look again. A message of its own,
    because one cannot carry both a button and the keyboard for the next start."""
    if attendance.state is not AttendanceState.REJECTED or attendance.finished_at is None:
        return []
    return [
        Notice(
            to=attendance.client_id,
            key="contest-offer",
            choices=(Choice(f"contest:{attendance.id}", "choice-contest"),),
            card=f"contest-offer:{attendance.id}",
        )
    ]


def told_result(
    client: Person,
    attendance: Attendance,
    site: Site,
    remaining: int | None,
    *,
    closed_by_supervisor: bool = False,
    corrected: str = "",
    by: str = "",
) -> Notice:
    """The client learns what became of his hours, and `by` whose word; `corrected`: why the supervisor set
    the times right."""
    day: dict[str, Param] = {"day": When(attendance.started_at, site.zone)}
    if attendance.state is AttendanceState.REJECTED:
        return Notice(
            to=client.id,
            key="result-rejected" if attendance.finished_at else "start-rejected",
            params=day | {"reason": own_words(attendance.reject_reason)},
            ask=Ask.START,
        )
    lines = _new_times(attendance, site, corrected) if corrected else []
    if attendance.session_id is None and attendance.accepted_by is None:
        key = "result-outside-plan"
        return Notice(to=client.id, key=key, params=day, lines=tuple(lines), ask=Ask.START)
    params = day | {"credited": Minutes(attendance.credited)}
    if closed_by_supervisor and attendance.finished_at:
        lines.append(Line("result-closed-by-supervisor", {"at": When(attendance.finished_at, site.zone)}))
    if attendance.surplus:
        cause = surplus_word(attendance.surplus_cap)
        lines.append(Line("result-surplus", {"surplus": Minutes(attendance.surplus), "cause": cause}))
    if remaining is not None:
        lines.append(Line("result-remaining", {"remaining": Minutes(remaining)}))
    if by:
        lines.append(Line("result-by", {"by": by}))
    return Notice(to=client.id, key="result-confirmed", params=params, lines=tuple(lines), ask=Ask.START)


def _new_times(attendance: Attendance, site: Site, why: str) -> list[Line]:
    """From when to when the work counts now."""
    finished = attendance.finished_at or attendance.started_at
    times: dict[str, Param] = {
        "start": When(attendance.started_at, site.zone),
        "finish": When(finished, site.zone),
        "pause": Minutes(attendance.break_minutes),
    }
    return [Line("result-times", times), Line("result-times-why", {"reason": own_words(why)})]

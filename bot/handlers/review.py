"""A supervisor confirms or rejects one attendance on its card. Hours count only from here on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import (
    attendances,
    cards,
    contest_cards,
    contests,
    corrected_times,
    hearing,
    kinship,
    receipts,
)
from bot.domain.answers import NOT_HERE, in_one, own_words
from bot.domain.checkins import UNDO, AttendanceState
from bot.domain.messages import (
    SURE,
    Choice,
    Inbound,
    Line,
    Notice,
    Refused,
    Show,
    When,
    Word,
    choice_numbers,
)
from bot.domain.people import Role
from bot.handlers import decided_meanwhile, decisions
from bot.storage import queries
from bot.storage.identity import photos_of_attendance
from bot.storage.models import Attendance, Case, Person
from bot.storage.outages import unheard
from bot.storage.selves import selves_of

LONGEST_REASON = 500
PHOTOS_AT_ONCE = 4
"""So many come large at one tap: start, finish, and what was asked for beside them."""
REASONS = (NOT_HERE, "reason-wrong-time", "reason-not-working")


async def right(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Benar* on a card: presence before the finish, the hours after it. A second tap changes nothing."""
    attendance, case = await decisions.tapped(session, who, inbound, now)
    here = attendance.state is AttendanceState.OPEN and attendance.present_by is not None
    if _decided(attendance) or here:
        return [await cards.card(session, who, attendance, show=Show.EDIT)]
    if choice_numbers(inbound.text, 2)[1] != attendance.revision:
        return await _changed(session, who, attendance)
    if attendance.without_end:
        return [await cards.card(session, who, attendance, show=Show.AGAIN)]
    if attendance.state is AttendanceState.WAITING:
        return await _confirm(session, who, case, attendance, now)
    await attendances.confirm_presence(session, case, attendance, by=who.id, now=now)
    answer = await cards.card(session, who, attendance, show=Show.EDIT)
    return [answer, *await decisions.redraw(session, who, attendance, now)]


async def full_photo(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Foto besar*: all that is small on the card; never a child's, which might show a face."""
    attendance, _ = await decisions.tapped(session, who, inbound, now)
    client = await session.get_one(Person, attendance.client_id)
    photos = await photos_of_attendance(session, client, attendance.id, PHOTOS_AT_ONCE)
    if client.child or not photos:
        raise Refused("photo-full-none")
    site = await queries.site_of(session, attendance.office_id, attendance.site_id)
    return [
        Notice(
            to=who.id,
            key="photo-full",
            params={"name": client.shown, "at": When(one.sent_at, site.zone)},
            media=f"photo-full:{one.photo_id}",
        )
        for one in photos
    ]


async def wrong(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak benar* on a card: ask why, in buttons or words; also of someone whose presence was confirmed
    and who left early."""
    attendance, _ = await decisions.tapped(session, who, inbound, now)
    if _decided(attendance):
        return [await cards.card(session, who, attendance, show=Show.EDIT)]
    if _other_hours(attendance, choice_numbers(inbound.text, 2)[1]):
        return await _changed(session, who, attendance)
    return [await _why(session, who, attendance, now, attendance.revision)]


async def _why(
    session: AsyncSession, who: Person, attendance: Attendance, now: datetime, revision: int
) -> Notice:
    """The question for the reason; a number that stands for none of them is no answer."""
    await queries.ask_for_words(session, who, "reject", attendance.id, now, revision)
    client = await session.get_one(Person, attendance.client_id)
    choices = [
        Choice(f"reject:{attendance.id}:{revision}:{number}", reason) for number, reason in enumerate(REASONS)
    ]
    if attendance.state is AttendanceState.WAITING:
        # Where only the times are wrong, to reject them takes hours that were worked.
        choices.append(Choice(f"times:{attendance.id}:{revision}", "choice-times"))
    return Notice(
        to=who.id,
        key="why-wrong",
        params={"name": client.shown},
        choices=tuple(choices),
        card=_question(attendance),
    )


async def reject(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A reason from the buttons."""
    attendance, case = await decisions.tapped(session, who, inbound, now)
    _, revision, number = choice_numbers(inbound.text, 3)
    if not 0 <= number < len(REASONS):
        raise Refused("choice-unknown")
    if _decided(attendance):
        return [await cards.card(session, who, attendance, show=Show.EDIT)]
    if _other_hours(attendance, revision):
        return await _changed(session, who, attendance)
    if inbound.numbered and not inbound.text.endswith(SURE):
        return [await _sure(session, who, attendance, revision, number)]
    return await _reject(session, who, case, attendance, REASONS[number], now, show=Show.EDIT)


async def _sure(
    session: AsyncSession, who: Person, attendance: Attendance, revision: int, number: int
) -> Notice:
    """A typed number may have been meant for a list further up: the person is named once more, and the
    first answer does no harm."""
    client = await session.get_one(Person, attendance.client_id)
    about = f"{attendance.id}:{revision}:{number}"
    return Notice(
        to=who.id,
        key="reject-sure",
        params={"name": client.shown, "reason": Word(REASONS[number])},
        choices=(
            Choice(f"card:{attendance.id}", "choice-reject-not"),
            Choice(f"reject:{about}{SURE}", "choice-reject-sure"),
        ),
        card=_question(attendance),
    )


async def reject_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A reason in the supervisor's own words; of what was decided meanwhile they change nothing."""
    question = await queries.question_to(session, who)
    asked_of = question.step if question else -1
    await queries.forget_question(session, who)
    attendance, case = await decisions.decidable(session, who, about, now)
    if _decided(attendance) or _other_hours(attendance, asked_of):
        return await _changed(session, who, attendance, inbound.text.strip())
    words = in_one(inbound.text.strip(), LONGEST_REASON)
    if not any(letter.isalpha() for letter in words):
        return [await _why(session, who, attendance, now, asked_of)]
    return await _reject(session, who, case, attendance, words, now, show=Show.NEW)


async def take_back(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batalkan* a rejection of one's own, within ten minutes and before the client began anew."""
    attendance, case = await decisions.tapped(session, who, inbound, now)
    if attendance.state is not AttendanceState.REJECTED:
        return [await cards.card(session, who, attendance, show=Show.AGAIN)]
    if attendance.decided_by not in (await session.exec(selves_of(who.id))).all():
        raise Refused("unreject-not-yours")
    decided = attendance.decided_at
    if decided is None or now - decided - await unheard(session, decided, now) > UNDO:
        raise Refused("unreject-too-late")
    if await queries.begun_again(session, attendance):
        raise Refused("unreject-too-late")
    planned = await queries.session_by_id(session, who.office_id, attendance.session_id)
    await attendances.take_back_rejection(session, case, attendance, planned, by=who.id, now=now)
    client = await session.get_one(Person, attendance.client_id)
    site = await queries.site_of(session, case.office_id, attendance.site_id)
    said = Notice(
        to=who.id,
        key="rejection-taken-back",
        params={"name": client.shown},
        card=_question(attendance),
        show=Show.EDIT,
    )
    told = receipts.told_taken_back(client, attendance, site)
    contest = await contests.lose_object(session, case, attendance, by=who, now=now)
    over: list[Notice] = []
    if contest is not None:
        over = await contest_cards.without_object(session, case, contest, now)
        lines = (Line("contest-dropped-client"),)
        told = replace(told, lines=lines, card=f"contest:{contest.id}", show=Show.AGAIN)
    fresh = await cards.card(session, who, attendance, show=Show.AGAIN)
    return [said, *await decisions.redraw(session, who, attendance, now), fresh, told, *over]


async def open_card(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A name on the list opens the card, with what is rarely needed as well."""
    attendance, _ = await decisions.tapped(session, who, inbound, now)
    rarely = await _rarely(session, who, attendance, now)
    return [await cards.card(session, who, attendance, show=Show.AGAIN, rarely=rarely)]


async def _rarely(session: AsyncSession, who: Person, attendance: Attendance, now: datetime) -> list[Choice]:
    """The times of work that nobody has finished, and that the client is family; each with a number that
    nothing else on the card has."""
    planned = await corrected_times.planned_of(session, attendance)
    unfinished = attendance.state is AttendanceState.OPEN
    found = []
    if unfinished and corrected_times.may_correct(attendance, planned, now):
        found.append(Choice(f"times:{attendance.id}:{attendance.revision}", "choice-times", number=6))
    if who.role is Role.SUPERVISOR:
        found.append(Choice(f"kin:{attendance.id}", "choice-kin", number=9))
    return found


async def _confirm(
    session: AsyncSession, who: Person, case: Case, attendance: Attendance, now: datetime
) -> list[Notice]:
    why = kinship.OFFICER_INSTEAD if who.role is Role.OFFICER else ""
    await attendances.confirm_hours(session, case, attendance, by=who.id, now=now, reason=why)
    answer = await cards.card(session, who, attendance, show=Show.EDIT)
    told = await decisions.tell(session, case, attendance)
    return [answer, *told, *await decisions.redraw(session, who, attendance, now)]


async def _reject(
    session: AsyncSession,
    who: Person,
    case: Case,
    attendance: Attendance,
    reason: str,
    now: datetime,
    *,
    show: Show,
) -> list[Notice]:
    """The answer takes the place of the question, with the button that takes the rejection back."""
    await attendances.reject(session, case, attendance, by=who.id, reason=reason, now=now)
    client = await session.get_one(Person, attendance.client_id)
    answer = Notice(
        to=who.id,
        key="rejection-noted",
        params={"name": client.shown, "reason": own_words(reason)},
        lines=await hearing.heard(session, client),
        choices=(Choice(f"unreject:{attendance.id}:{attendance.revision}", "choice-unreject"),),
        card=_question(attendance),
        show=show,
    )
    card = await cards.card(session, who, attendance, show=Show.EDIT_ONLY)
    told = await decisions.tell(session, case, attendance)
    return [card, *await decisions.redraw(session, who, attendance, now), answer, *told]


async def _changed(
    session: AsyncSession, who: Person, attendance: Attendance, words: str = ""
) -> list[Notice]:
    """What was on the screen is no longer true: say so, give back what he wrote, and show the card as it is
    now. A word of a colleague stands; whoever sees it otherwise hears how the officer learns of it."""
    fresh = await cards.card(session, who, attendance, show=Show.AGAIN)
    lines = [decided_meanwhile.written(words)] if words else []
    if words and _decided(attendance):
        lines.append(Line(f"card-otherwise-{attendance.state.value}"))
    return [Notice(to=who.id, key="card-changed", lines=tuple(lines)), fresh]


def _decided(attendance: Attendance) -> bool:
    return attendance.state in (AttendanceState.CONFIRMED, AttendanceState.REJECTED)


def _other_hours(attendance: Attendance, revision: int) -> bool:
    """Whether hours stand there now that the supervisor had not yet seen when he said no."""
    return attendance.state is AttendanceState.WAITING and attendance.revision != revision


def _question(attendance: Attendance) -> str:
    """The message that asks why, and later says what was noted."""
    return f"why:{attendance.id}"

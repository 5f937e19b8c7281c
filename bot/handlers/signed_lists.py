"""`/konfirmasi`: where nobody confirms at a site, an officer does, from a signed list that he photographs,
ticks and gives a reason for."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import paging, signed_lists
from bot.domain.answers import in_one
from bot.domain.checkins import AttendanceState
from bot.domain.days import day_number, day_of
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Param, Refused, Show, When, choice_numbers
from bot.domain.pages import page_in
from bot.handlers import decisions, unattended
from bot.handlers.named_sites import site_and_day
from bot.storage import leaves, queries, screens, site_queries
from bot.storage import signed_lists as ask
from bot.storage.models import Attendance, Person, Site, WorkSession
from bot.storage.signed_lists import Listed, SignedList

LONGEST_REASON = 300
TOPIC = "signed-photo"


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/konfirmasi CODE [DAY]`: the photo of the signed list is asked for."""
    site, day = await site_and_day(session, who, inbound.text, now, ask="signed-ask-code")
    return await _ask_photo(session, who, site, day, now)


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Dari daftar hadir*: at once where the work is over, else what to do after it."""
    site, day = await unattended.about(session, who, inbound)
    if not await site_queries.may_close(session, who, site, day, now):
        raise unattended.not_yours(who)
    officers = await leaves.guided(session, who, now)
    if await ask.unconfirmed(session, site, day, officers, now):
        return await _ask_photo(session, who, site, day, now)
    params = unattended.params(site, day) | {"code": site.code}
    return [Notice(to=who.id, key="signed-later", params=params, ask=Ask.OFFICER)]


async def unasked(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A photo that nobody asked for."""
    raise Refused("signed-photo-unasked")


async def photo(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The photo of the list; then the people to tick."""
    assert inbound.photo is not None  # noqa: S101  (the kind says so)
    question = await queries.question_to(session, who)
    assert question is not None  # noqa: S101  (it led here)
    if inbound.photo.problem:
        problem = inbound.photo.problem.value.replace("_", "-")
        return [Notice(to=who.id, key=f"photo-problem-{problem}")]
    site, day = await unattended.site_of(session, who, about), day_of(question.step)
    signed = await signed_lists.keep(session, who, site, day, inbound, now)
    await queries.forget_question(session, who)
    return [await _card(session, who, signed, now, show=Show.NEW)]


async def not_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Words where the photo is awaited."""
    raise Refused("signed-photo-first")


async def tick(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One person on or off the list."""
    list_id, session_id = choice_numbers(inbound.text, 2)
    signed = await _open(session, who, list_id)
    rows = await _rows(session, who, signed, now)
    if session_id not in {planned.id for planned, _, _ in rows}:
        raise Refused("choice-unknown")
    signed.ticked = sorted(set(signed.ticked) ^ {session_id})
    return [await _card(session, who, signed, now, show=Show.EDIT)]


async def tick_all(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Everybody."""
    signed = await _open(session, who, choice_numbers(inbound.text, 1)[0])
    signed.ticked = sorted(planned.id for planned, _, _ in await _rows(session, who, signed, now))
    return [await _card(session, who, signed, now, show=Show.EDIT)]


async def turned(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Another page of the list; the ticks of all pages stand."""
    signed = await _open(session, who, choice_numbers(inbound.text, 1)[0])
    return [await _card(session, who, signed, now, show=Show.EDIT, number=page_in(inbound.text) or 0)]


async def ticked(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Lanjut*: the reason is asked for."""
    signed = await _open(session, who, choice_numbers(inbound.text, 1)[0])
    if not signed.ticked:
        raise Refused("signed-nobody-ticked")
    await queries.ask_for_words(session, who, "signed-reason", signed.id, now)
    return [Notice(to=who.id, key="signed-ask-reason", params={"count": len(signed.ticked)})]


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The reason: the hours count, and each client hears his result."""
    signed = await _open(session, who, about)
    words = in_one(inbound.text.strip(), LONGEST_REASON)
    done = await signed_lists.confirm(session, who, signed, words=words, now=now)
    await queries.forget_question(session, who)
    site = await queries.site_of(session, who.office_id, signed.site_id)
    params = unattended.params(site, signed.day) | {"count": len(done)}
    told = [Notice(to=who.id, key="signed-done", params=params, ask=Ask.OFFICER)]
    for case, attendance in done:
        told += await decisions.tell(session, case, attendance)
    return told


async def _ask_photo(
    session: AsyncSession, who: Person, site: Site, day: date, now: datetime
) -> list[Notice]:
    await signed_lists.check_unattended(session, who, site, day, now)
    await queries.ask_for_words(session, who, TOPIC, site.id, now, day_number(day))
    return [Notice(to=who.id, key="signed-ask-photo", params=unattended.params(site, day))]


async def _card(
    session: AsyncSession,
    who: Person,
    signed: SignedList,
    now: datetime,
    *,
    show: Show,
    number: int | None = None,
) -> Notice:
    """Everybody who was expected, with a tick or without: this page, or the one on his screen."""
    site = await queries.site_of(session, who.office_id, signed.site_id)
    rows = await _rows(session, who, signed, now)
    if number is None:
        number = await screens.page_on_screen(session, who.id, _name(signed))
    shown = paging.page(number, len(rows))
    lines, choices = [], [Choice(f"tick-all:{signed.id}", "choice-tick-all")]
    for planned, client, attendance in shown.cut(rows):
        on = planned.id in signed.ticked
        lines.append(_line(site, planned, client, attendance))
        label = "choice-ticked" if on else "choice-unticked"
        choices.append(Choice(f"tick:{signed.id}:{planned.id}", label, {"name": client.shown}))
    choices.append(Choice(f"ticked:{signed.id}", "choice-tick-done"))
    choices += paging.choices(f"tick-page:{signed.id}", shown, after=len(choices))
    params = unattended.params(site, signed.day) | {"count": len(signed.ticked), "all": len(rows)}
    return Notice(
        to=who.id,
        key="signed-card",
        params={**params, **paging.param(shown)},
        lines=(*lines, *paging.lines(shown)),
        choices=tuple(choices),
        card=_name(signed),
        show=show,
    )


def _name(signed: SignedList) -> str:
    return f"signed:{signed.id}"


def _line(site: Site, planned: WorkSession, client: Person, attendance: Attendance | None) -> Line:
    finish = planned.ends_at
    if attendance is not None and attendance.state is AttendanceState.WAITING:
        finish = attendance.finished_at or planned.ends_at
    times: dict[str, Param] = {
        "name": client.shown,
        "start": When(attendance.started_at if attendance else planned.starts_at, site.zone),
        "finish": When(finish, site.zone),
    }
    return Line("signed-line" if attendance else "signed-line-no-phone", times)


async def _rows(session: AsyncSession, who: Person, signed: SignedList, now: datetime) -> list[Listed]:
    site = await queries.site_of(session, who.office_id, signed.site_id)
    return list(await signed_lists.listed(session, who, site, signed.day, now))


async def _open(session: AsyncSession, who: Person, list_id: int) -> SignedList:
    signed = await ask.list_by_id(session, who, list_id)
    if signed is None:
        raise unattended.not_yours(who)
    if signed.confirmed_at is not None:
        raise Refused("signed-used")
    return signed

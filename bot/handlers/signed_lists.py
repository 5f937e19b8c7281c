"""An officer sees to a site where nobody confirms: a supervisor from elsewhere for the day, or a signed list
that he photographs, ticks and gives a reason for."""

from __future__ import annotations

from datetime import date, datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import registry, signed_lists
from bot.domain.cases import local_day
from bot.domain.checkins import AttendanceState
from bot.domain.days import day_number, day_of, read_day
from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Param, Refused, Show, When, choice_numbers
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.handlers import decisions
from bot.storage import leaves, queries, site_queries
from bot.storage import signed_lists as ask
from bot.storage.models import Attendance, Person, Site, WorkSession
from bot.storage.signed_lists import Listed, SignedList

log = structlog.get_logger()

SUPERVISORS_SHOWN = 8
LONGEST_REASON = 300
TOPIC = "signed-photo"


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/konfirmasi CODE [DAY]`: the photo of the signed list is asked for."""
    code, _, rest = inbound.text.strip().partition(" ")
    if not code:
        raise Refused("signed-ask-code")
    site = await site_queries.site_called(session, who, code)
    if site is None:
        raise Refused("shut-site-unknown", text=code[:40])
    today = local_day(now, site.zone)
    day = read_day(rest, today) if rest.strip() else today
    if day is None:
        raise Refused("day-not-understood", text=rest.strip()[:40])
    return await _ask_photo(session, who, site, day, now)


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Dari daftar hadir*: at once where the work is over, else what to do after it."""
    site, day = await _about(session, who, inbound)
    if not await site_queries.may_close(session, who, site, day, now):
        raise _not_yours(who)
    officers = await leaves.guided(session, who, now)
    if await ask.unconfirmed(session, site, day, officers, now):
        return await _ask_photo(session, who, site, day, now)
    params = _params(site, day) | {"code": site.code}
    return [Notice(to=who.id, key="signed-later", params=params, ask=Ask.OFFICER)]


async def photo(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The photo of a list, where one was asked for; then the people to tick."""
    assert inbound.photo is not None  # noqa: S101  (the kind says so)
    question = await queries.question_to(session, who)
    if question is None or question.topic != TOPIC:
        raise Refused("signed-photo-unasked")
    if inbound.photo.problem:
        problem = inbound.photo.problem.value.replace("_", "-")
        return [Notice(to=who.id, key=f"photo-problem-{problem}")]
    site, day = await _site(session, who, question.about), day_of(question.step)
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
    words = inbound.text.strip()[:LONGEST_REASON]
    done = await signed_lists.confirm(session, who, signed, words=words, now=now)
    await queries.forget_question(session, who)
    site = await queries.site_of(session, who.office_id, signed.site_id)
    params = _params(site, signed.day) | {"count": len(done)}
    told = [Notice(to=who.id, key="signed-done", params=params, ask=Ask.OFFICER)]
    for case, attendance in done:
        told += await decisions.tell(session, case, attendance)
    return told


async def cover(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Cari pengganti*: which supervisor of the office?"""
    site, day = await _about(session, who, inbound)
    await _check_cover(session, who, site, day, now)
    people = await queries.staff(session, who.office_id, Role.SUPERVISOR)
    away = {leave.person_id for leave in await leaves.away_on(session, who.office_id, day)}
    choices = [
        Choice(f"cover-by:{site.id}:{day_number(day)}:{one.id}", "choice-name", {"name": one.shown})
        for one in people
        if one.id not in away
    ]
    if not choices:
        raise Refused("cover-nobody")
    shown = tuple(choices[:SUPERVISORS_SHOWN])
    return [Notice(to=who.id, key="cover-ask-who", params=_params(site, day), choices=shown)]


async def cover_by(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of them is asked, and agrees first."""
    site, day = await _about(session, who, inbound)
    await _check_cover(session, who, site, day, now)
    person = await session.get(Person, choice_numbers(inbound.text, 3)[2])
    if person is None or (person.office_id, person.role) != (who.office_id, Role.SUPERVISOR):
        raise _not_yours(who)
    about = f"{site.id}:{day_number(day)}:{who.id}"
    params = _params(site, day)
    return [
        Notice(to=who.id, key="cover-asked", params=params | {"name": person.shown}, ask=Ask.OFFICER),
        Notice(
            to=person.id,
            key="cover-question",
            params=params | {"by": who.shown},
            choices=(
                Choice(f"cover-yes:{about}", "choice-leave-accept"),
                Choice(f"cover-no:{about}", "choice-leave-decline"),
            ),
            card=f"cover:{site.id}:{day}",
            once=_asked(site, day, who.id),
        ),
    ]


async def cover_yes(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """He confirms at the site on that day."""
    site, day, officer = await _question(session, who, inbound)
    if await site_queries.confirmers(session, site, day):
        raise Refused("cover-found")
    await registry.appoint(session, site, who, from_on=day, until_on=day, now=now)
    return _answered(who, officer, site, day, "cover-agreed")


async def cover_no(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """He cannot."""
    site, day, officer = await _question(session, who, inbound)
    return _answered(who, officer, site, day, "cover-declined")


def _answered(who: Person, officer: Person, site: Site, day: date, key: str) -> list[Notice]:
    params = _params(site, day) | {"name": who.shown}
    about = f"{site.id}:{day_number(day)}"
    again = (Choice(f"cover:{about}", "choice-cover"), Choice(f"signed:{about}", "choice-signed-list"))
    agreed = key == "cover-agreed"
    mine = "cover-agreed-by-you" if agreed else "cover-declined-by-you"
    card = f"cover:{site.id}:{day}"
    return [
        Notice(to=who.id, key=mine, params=params, card=card, show=Show.EDIT, ask=Ask.SUPERVISOR),
        Notice(to=officer.id, key=key, params=params, choices=() if agreed else again),
    ]


async def _question(session: AsyncSession, who: Person, inbound: Inbound) -> tuple[Site, date, Person]:
    """What this supervisor was really asked, and by whom: a button alone appoints nobody."""
    site_id, number, officer_id = choice_numbers(inbound.text, 3)
    site, day = await _site(session, who, site_id), day_of(number)
    if not await queries.was_queued(session, who.id, _asked(site, day, officer_id)):
        raise _not_yours(who)
    return site, day, await session.get_one(Person, officer_id)


def _asked(site: Site, day: date, officer_id: int) -> str:
    return f"cover:{site.id}:{day}:{officer_id}"


async def _check_cover(session: AsyncSession, who: Person, site: Site, day: date, now: datetime) -> None:
    if not await site_queries.may_close(session, who, site, day, now):
        raise _not_yours(who)
    if day < local_day(now, site.zone):
        raise Refused("leave-past")
    if await site_queries.confirmers(session, site, day):
        raise Refused("cover-found")


async def _ask_photo(
    session: AsyncSession, who: Person, site: Site, day: date, now: datetime
) -> list[Notice]:
    await signed_lists.check_unattended(session, who, site, day, now)
    await queries.ask_for_words(session, who, TOPIC, site.id, now, day_number(day))
    return [Notice(to=who.id, key="signed-ask-photo", params=_params(site, day))]


async def _card(
    session: AsyncSession, who: Person, signed: SignedList, now: datetime, *, show: Show
) -> Notice:
    """Everybody who was expected, with a tick or without."""
    site = await queries.site_of(session, who.office_id, signed.site_id)
    rows = await _rows(session, who, signed, now)
    lines, choices = [], [Choice(f"tick-all:{signed.id}", "choice-tick-all")]
    for planned, client, attendance in rows:
        on = planned.id in signed.ticked
        lines.append(_line(site, planned, client, attendance))
        label = "choice-ticked" if on else "choice-unticked"
        choices.append(Choice(f"tick:{signed.id}:{planned.id}", label, {"name": client.shown}))
    choices.append(Choice(f"ticked:{signed.id}", "choice-tick-done"))
    params = _params(site, signed.day) | {"count": len(signed.ticked), "all": len(rows)}
    return Notice(
        to=who.id,
        key="signed-card",
        params=params,
        lines=tuple(lines),
        choices=tuple(choices),
        card=f"signed:{signed.id}",
        show=show,
    )


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
    officers = await leaves.guided(session, who, now)
    return list(await ask.unconfirmed(session, site, signed.day, officers, now))


async def _open(session: AsyncSession, who: Person, list_id: int) -> SignedList:
    signed = await ask.list_by_id(session, who, list_id)
    if signed is None:
        raise _not_yours(who)
    if signed.confirmed_at is not None:
        raise Refused("signed-used")
    return signed


async def _about(session: AsyncSession, who: Person, inbound: Inbound) -> tuple[Site, date]:
    site_id, number = choice_numbers(inbound.text, 2)
    return await _site(session, who, site_id), day_of(number)


async def _site(session: AsyncSession, who: Person, site_id: int) -> Site:
    site = await site_queries.site_by_id(session, who, site_id)
    if site is None:
        raise _not_yours(who)
    return site


def _params(site: Site, day: date) -> dict[str, Param]:
    return {"site": site.name, "day": When(midday(day, site.zone), site.zone)}


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")

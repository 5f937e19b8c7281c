"""The photo of a client's enrolment beside a later one: a person says whether both show the same, and why."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.answers import in_one, own_words
from bot.domain.identity_checks import VERDICTS, Likeness, keep_until
from bot.domain.messages import (
    Choice,
    Inbound,
    Label,
    Line,
    Notice,
    Param,
    Refused,
    When,
    Word,
    choice_numbers,
)
from bot.domain.people import Role
from bot.evidence import keep_picture
from bot.handlers import clients, decisions
from bot.storage import identity, queries
from bot.storage.flags import raise_flag
from bot.storage.identity import EnrolmentPhoto, IdentityCheck
from bot.storage.models import Case, Evidence, Person, Photo

LONGEST_NOTE = 300


async def begin_enrolment(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    """`/fotodaftar NAME`, or the code: the photo is asked for."""
    found = await clients.called(
        session, who, inbound.text, command="/fotodaftar", entry="enrol-photo", now=now
    )
    return [found] if isinstance(found, Notice) else await _ask_photo(session, who, found[0].id, now)


async def enrolment_by_choice(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    """One of several cases that a name fits, or the button where a photo is missing."""
    return await _ask_photo(session, who, choice_numbers(inbound.text, 1)[0], now)


async def _ask_photo(session: AsyncSession, who: Person, case_id: int, now: datetime) -> list[Notice]:
    case, client = await _grown_up(session, who, case_id, now)
    await queries.ask_for_words(session, who, "enrol-photo", case.id, now)
    return [Notice(to=who.id, key="enrol-photo-ask", params={"name": client.shown})]


async def _grown_up(session: AsyncSession, who: Person, case_id: int, now: datetime) -> tuple[Case, Person]:
    """A case of this officer's. Raises Refused for a child: nobody compares a child's face (EVIDENCE)."""
    case, client = await clients.own(session, who, case_id, now)
    if client.child:
        raise Refused("identity-never-child")
    return case, client


async def enrolment_photo(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The photo; the client hears of it and what it is for (UU 27/2022 Pasal 21)."""
    assert inbound.photo is not None  # noqa: S101  (the kind says so)
    if inbound.photo.problem:
        return [Notice(to=who.id, key=f"photo-problem-{inbound.photo.problem.value.replace('_', '-')}")]
    case, client = await _grown_up(session, who, about, now)
    photo = await keep_picture(session, who.office_id, inbound, case_id=case.id)
    session.add(
        EnrolmentPhoto(
            office_id=who.office_id, client_id=client.id, photo_id=photo.id, by=who.id, taken_at=now
        )
    )
    await queries.forget_question(session, who)
    await session.flush()
    kept = Notice(to=who.id, key="enrol-photo-kept", params={"name": client.shown, "code": client.code})
    office = await queries.office_of(session, who.office_id)
    return [kept, Notice(to=client.id, key="enrol-photo-told", params={"days": office.keep_photos_days})]


async def not_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Words where the photo is awaited."""
    raise Refused("enrol-photo-first")


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/bandingkan NAME`, or the code: the newest photo of the case."""
    found = await clients.called(session, who, inbound.text, command="/bandingkan", entry="compare", now=now)
    return [found] if isinstance(found, Notice) else await _of_case(session, who, found[0].id, now)


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of several cases that a name fits."""
    return await _of_case(session, who, choice_numbers(inbound.text, 1)[0], now)


async def at_work(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Bandingkan foto* on a supervisor's card."""
    attendance, _ = await decisions.tapped(session, who, inbound, now)
    client = await session.get_one(Person, attendance.client_id)
    evidence = await identity.latest_photo(session, client, attendance_id=attendance.id)
    return [await _pair(session, who, client, evidence)]


async def _of_case(session: AsyncSession, who: Person, case_id: int, now: datetime) -> list[Notice]:
    case, client = await _grown_up(session, who, case_id, now)
    if await identity.enrolment_of(session, client) is None:
        choice = Choice(f"enrol-photo:{case.id}", "choice-enrol-photo")
        return [
            Notice(to=who.id, key="identity-no-enrolment", params={"name": client.shown}, choices=(choice,))
        ]
    evidence = await identity.latest_photo(session, client, case_id=case.id)
    return [await _pair(session, who, client, evidence)]


async def _pair(session: AsyncSession, who: Person, client: Person, evidence: Evidence | None) -> Notice:
    """Both photos in one picture, with three buttons."""
    enrolment = await identity.enrolment_of(session, client)
    if enrolment is None or evidence is None:
        raise Refused("identity-nothing-to-compare")
    office = await queries.office_of(session, client.office_id)
    before = await identity.last_check(session, evidence) if who.role is Role.OFFICER else None
    return Notice(
        to=who.id,
        key="identity-ask",
        params={"name": client.shown, "at": When(evidence.sent_at, office.zone)},
        lines=_said_before(before),
        choices=tuple(
            Choice(f"identity:{evidence.id}:{number}", f"choice-identity-{Likeness(one).value}")
            for number, one in enumerate(VERDICTS)
        ),
        media=f"photos:{enrolment.photo_id},{evidence.photo_id}",
        card=f"identity:{evidence.id}",
    )


def _said_before(check: IdentityCheck | None) -> tuple[Line, ...]:
    if check is None:
        return ()
    said = Word(f"identity-said-{Likeness(check.verdict).value}")
    return (Line("identity-before", {"said": said, "note": own_words(check.note or "–")}),)


async def decide(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Sama*, *tidak sama* or *ragu*: written down, and a note asked for. Nothing is refused by it."""
    evidence_id, number = choice_numbers(inbound.text, 2)
    if not 0 <= number < len(VERDICTS):
        raise Refused("choice-unknown")
    case, client, evidence = await _reachable(session, who, evidence_id, now)
    enrolment = await identity.enrolment_of(session, client)
    if enrolment is None or not await identity.of_himself(session, [evidence]) or evidence.photo_id is None:
        raise Refused("identity-nothing-to-compare")
    check = IdentityCheck(
        office_id=who.office_id,
        evidence_id=evidence.id,
        enrolment_id=enrolment.id,
        verdict=VERDICTS[number],
        by=who.id,
        checked_at=now,
    )
    session.add(check)
    await session.flush()
    await _consequences(session, case, evidence, check, now)
    await queries.ask_for_words(session, who, "identity-note", check.id, now)
    said: dict[str, Param] = {
        "said": Word(f"identity-said-{Likeness(check.verdict).value}"),
        "name": client.shown,
    }
    return [Notice(to=who.id, key="identity-kept", params=said), *_told(who, case, client, check)]


async def _reachable(
    session: AsyncSession, who: Person, evidence_id: int, now: datetime
) -> tuple[Case, Person, Evidence]:
    """An officer's own client, or an attendance that this supervisor decides on. Raises Refused."""
    evidence = await identity.evidence_by_id(session, who.office_id, evidence_id)
    if evidence is None:
        raise decisions.not_yours(who)
    if who.role is Role.OFFICER:
        case, client = await _grown_up(session, who, evidence.case_id, now)
        return case, client, evidence
    if evidence.attendance_id is None:
        raise decisions.not_yours(who)
    _, case = await decisions.decidable(session, who, evidence.attendance_id, now)
    return case, await session.get_one(Person, evidence.client_id), evidence


async def _consequences(
    session: AsyncSession, case: Case, evidence: Evidence, check: IdentityCheck, now: datetime
) -> None:
    """How long the photo is kept, and whether somebody should look at it."""
    office = await queries.office_of(session, case.office_id)
    photo = await session.get_one(Photo, evidence.photo_id)
    photo.keep_until = keep_until(Likeness(check.verdict), now, case.ends_on, office.zone)
    if check.verdict is Likeness.DIFFERENT:
        await raise_flag(session, evidence, Label.PERSON_DOUBTED, now)


def _told(who: Person, case: Case, client: Person, check: IdentityCheck) -> list[Notice]:
    """A supervisor's doubt reaches the officer; the officer's own stays with him."""
    if who.role is Role.OFFICER or check.verdict is Likeness.SAME:
        return []
    said = Word(f"identity-said-{Likeness(check.verdict).value}")
    return [
        Notice(
            to=case.guide,
            key="identity-doubt",
            params={"name": client.shown, "by": who.shown, "said": said, "code": client.code},
            lines=(Line("identity-note", {"note": own_words(check.note)}),) if check.note else (),
        )
    ]


async def note(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A note to what was said; the officer reads it with a supervisor's doubt."""
    check = await identity.check_of(session, who, about)
    if check is None:
        raise decisions.not_yours(who)
    case, client, _ = await _reachable(session, who, check.evidence_id, now)
    check.note = in_one(inbound.text.strip(), LONGEST_NOTE)
    await queries.forget_question(session, who)
    return [Notice(to=who.id, key="identity-note-kept"), *_told(who, case, client, check)]

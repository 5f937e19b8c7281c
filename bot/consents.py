"""A guardian's word about a child: yes, no, taken back, ended with another guardian; the officers hear.

A no changes no duty. It is kept with version and time, and what is on record stays as it is: the officer
talks with the guardian, has the form signed, or leaves the child to the roll call.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.cases import local_day
from bot.domain.consents import Waits
from bot.domain.messages import Choice, Line, Notice, Param
from bot.storage import account_queries, consent_queries
from bot.storage.consent_queries import GIVEN, REFUSED, WITHDRAWN, Pending
from bot.storage.events import append, person_stream, told_by
from bot.storage.models import Case, Consent, Event, Office, Person

NOTICE_VERSION = "2026-4"
"""Version of the notice of data use (`notice-of-data-use`); raise it when the words change."""
REPLACED = "guardian_replaced"
TELL_WITHIN = timedelta(days=2)
"""How long after another guardian was set the clock still tells those whom it concerns: once, by its fact."""


async def keep(session: AsyncSession, consent: Consent, *, actor: Person, now: datetime) -> None:
    """Write a consent down, with its fact."""
    session.add(consent)
    await session.flush()
    payload = {"guardian": consent.guardian_id, "version": consent.version, "channel": consent.channel}
    reason = "signed_form" if consent.recorded_by else ""
    await _note(session, consent.child_id, consent.office_id, GIVEN, actor.id, payload, now, reason)


async def agree(
    session: AsyncSession, guardian: Person, children: Sequence[Person], channel: str, now: datetime
) -> list[Notice]:
    """The guardian's *Setuju* for these children; a consent that was given stands. Their officers hear that
    the child's own link works now."""
    told = []
    for child in children:
        if await account_queries.consent_for(session, child) is not None:
            continue
        consent = Consent(
            office_id=child.office_id,
            child_id=child.id,
            guardian_id=guardian.id,
            version=NOTICE_VERSION,
            given_at=now,
            channel=channel,
        )
        await keep(session, consent, actor=guardian, now=now)
        told += await _officers(session, child, "guardian-agreed", {"code": child.code}, now)
    return told


async def refuse(
    session: AsyncSession, guardian: Person, child: Person, channel: str, now: datetime
) -> list[Notice]:
    """*Tidak setuju*, or a consent taken back. Said again it changes nothing, and nobody hears it twice."""
    given = await _given_by(session, child, guardian)
    if given is None and await consent_queries.last_answer(session, child, guardian) is not None:
        return []
    kind = WITHDRAWN if given else REFUSED
    payload = {"guardian": guardian.id, "version": NOTICE_VERSION, "channel": channel}
    if given is not None:
        payload |= _was(given)
        await session.delete(given)
    await _note(session, child.id, child.office_id, kind, guardian.id, payload, now)
    key = "consent-withdrawn-told" if given else "consent-refused-told"
    return await _officers(session, child, key, {"code": child.code, "guardian": guardian.code}, now)


async def has_agreed(session: AsyncSession, child: Person, guardian: Person) -> bool:
    """Whether this guardian's own consent stands."""
    return await _given_by(session, child, guardian) is not None


def asked(guardian: Person, child: Person, office: Office, once: str = "") -> Notice:
    """The question to a guardian who has joined already; the same card takes a yes, a no and another mind."""
    about: dict[str, Param] = {
        "code": child.code,
        "office": office.name,
        "contact": office.contact,
        "version": NOTICE_VERSION,
        "days": office.keep_photos_days,
    }
    choices = (
        Choice(f"consent:{child.id}", "choice-agree"),
        Choice(f"consent-no:{child.id}", "choice-disagree"),
    )
    params = cards.greeting(guardian) | about
    return Notice(to=guardian.id, key="consent-asked", params=params, choices=choices, once=once)


async def asked_today(session: AsyncSession, child: Person, office: Office, now: datetime) -> list[Notice]:
    """The question to those guardians of a child who have not said no, at most once a day."""
    day = local_day(now, office.zone).isoformat()
    return [
        asked(one, child, office, f"consent-asked:{child.id}:{one.id}:{day}")
        for one in await account_queries.guardians_of(session, child)
        if await consent_queries.last_answer(session, child, one) is None
    ]


async def replaced(
    session: AsyncSession,
    child: Person,
    before: Collection[int],
    after: Person,
    *,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Another guardian answers for a child: the consent of those before ends, and the clock tells them
    (`news`)."""
    for guardian_id in sorted(set(before) - {after.id}):
        guardian = await session.get_one(Person, guardian_id)
        given = await _given_by(session, child, guardian)
        payload: dict[str, Any] = {"before": guardian_id, "after": after.id}
        if given is not None:
            payload |= _was(given)
            await session.delete(given)
        await _note(session, child.id, child.office_id, REPLACED, actor_id, payload, now)


async def news(session: AsyncSession, case: Case, office: Office, now: datetime) -> list[Notice]:
    """What guardians and officers of a child's case have still to hear: that another guardian was set, and
    the question to one who has joined and was never asked. Queued once, however often the clock looks."""
    child = await session.get_one(Person, case.client_id)
    if not child.child:
        return []
    told = [
        notice
        for event in await _replacements(session, child, now)
        for notice in await _replaced_told(session, child, office, event, now)
    ]
    waiting = await consent_queries.pending_for(session, child)
    if waiting is not None and waiting.guardian is not None and waiting.why is Waits.ANSWER:
        once = f"consent-first:{child.id}:{waiting.guardian.id}"
        told.append(asked(waiting.guardian, child, office, once))
    return told


def step(waiting: Pending) -> dict[str, Param]:
    """The parameters of `consent-step`: whose turn it is, and how to go on."""
    guardian = waiting.guardian.code if waiting.guardian else ""
    return {"code": waiting.child.code, "guardian": guardian, "why": waiting.why.value}


async def _replacements(session: AsyncSession, child: Person, now: datetime) -> Sequence[Event]:
    query = select(Event).where(Event.office_id == child.office_id, Event.stream == person_stream(child.id))
    recent = (Event.kind == REPLACED, col(Event.recorded_at) > now - TELL_WITHIN)
    return (await session.exec(query.where(*recent).order_by(col(Event.id)))).all()


async def _replaced_told(
    session: AsyncSession, child: Person, office: Office, event: Event, now: datetime
) -> list[Notice]:
    payload = told_by(event)
    before, after = payload.get("before"), payload.get("after")
    if before is None or after is None:
        return []
    old, new = await session.get_one(Person, before), await session.get_one(Person, after)
    gone = cards.greeting(old) | {"code": child.code, "contact": office.contact}
    once = f"guardian-replaced:{event.id}"
    about = {"code": child.code, "old": old.code, "new": new.code}
    lines = await _step_lines(session, child)
    return [
        Notice(to=old.id, key="guardian-no-longer", params=gone, once=f"{once}:{old.id}"),
        *(
            Notice(to=one.id, key="guardian-replaced", params=about, lines=lines, once=f"{once}:{one.id}")
            for one in await account_queries.keepers_of(session, child, now)
            if one.id != event.actor_id
        ),
    ]


async def _step_lines(session: AsyncSession, child: Person) -> tuple[Line, ...]:
    waiting = await consent_queries.pending_for(session, child)
    return () if waiting is None else (Line("consent-next", step(waiting)),)


async def _given_by(session: AsyncSession, child: Person, guardian: Person) -> Consent | None:
    query = select(Consent).where(Consent.child_id == child.id, Consent.guardian_id == guardian.id)
    return (await session.exec(query.where(Consent.office_id == child.office_id))).first()


def _was(given: Consent) -> Mapping[str, Any]:
    """What the consent was that ends: its row goes, the fact keeps it."""
    return {"given": given.given_at.isoformat(), "given_version": given.version, "photo": given.photo_id}


async def _officers(
    session: AsyncSession, child: Person, key: str, params: dict[str, Param], now: datetime
) -> list[Notice]:
    officers = await account_queries.keepers_of(session, child, now)
    return [Notice(to=one.id, key=key, params=params) for one in officers]


async def _note(
    session: AsyncSession,
    child_id: int,
    office_id: int,
    kind: str,
    actor_id: int | None,
    payload: Mapping[str, Any],
    now: datetime,
    reason: str = "",
) -> None:
    await append(
        session,
        office_id=office_id,
        stream=person_stream(child_id),
        kind=kind,
        actor_id=actor_id,
        payload=payload,
        happened_at=now,
        now=now,
        reason=reason,
    )

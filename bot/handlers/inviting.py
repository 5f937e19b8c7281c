"""`/undang`: who has not joined yet, slips to print for them, and the invitation of one person.

Links and codes are made here and sealed at once: the outbox holds none, and what is sealed is erased when it
has arrived.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, consents
from bot.domain.cases import local_day
from bot.domain.consents import Waits
from bot.domain.invitations import Standing
from bot.domain.messages import (
    Awaits,
    Choice,
    Inbound,
    Line,
    Notice,
    OnlyIf,
    Param,
    Refused,
    When,
    choice_numbers,
)
from bot.invitations import slips_for
from bot.reports.papers import can_print
from bot.storage import consent_queries, joining, queries
from bot.storage.consent_queries import Pending
from bot.storage.joining import NotJoined
from bot.storage.models import Office, Person
from bot.storage.sealing import seal_of
from bot.storage.slips import SlipSheet, sealed

log = structlog.get_logger()

LINES = 30
"""People listed in the chat; the slips are for all."""
AT_ONCE = 200
"""Slips in one document: a second's work, and more than anybody cuts in a day."""
MATCHES = 8


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/undang`: who has not joined. `/undang NAME`, or a code: one person's invitation."""
    office = await queries.office_of(session, who.office_id)
    if inbound.text.strip():
        return await _called(session, who, inbound.text.strip(), office, now)
    waiting = await joining.newcomers(session, who, local_day(now, office.zone), now)
    if not waiting:
        ask = await cards.keyboard(session, who, now)
        return [Notice(to=who.id, key="invite-all-joined", ask=ask)]
    stand = [one.standing(now) for one in waiting]
    needing = len(waiting) - stand.count(Standing.VALID)
    params: dict[str, Param] = {"count": len(waiting), "needing": needing}
    shown = _first_those_in_need(waiting, now)[:LINES]
    first = await consent_queries.before_invitations(session, office.id, [one.person for one in shown])
    wrong = await consent_queries.wrong_numbers(session, who.office_id, [one.person.id for one in shown])
    lines = [_line(one, office, now, first.get(one.person.id), one.person.id in wrong) for one in shown]
    if len(waiting) > LINES:
        lines.append(Line("invite-line-more", {"count": len(waiting) - LINES}))
    lines.append(Line("invite-how"))
    choices = [Choice("slips", "choice-slips")] if needing else []
    if Standing.EXPIRED in stand:
        choices.append(Choice("slips-renew", "choice-slips-renew"))
    return [
        Notice(to=who.id, key="invite-heading", params=params, lines=tuple(lines), choices=tuple(choices))
    ]


async def print_all(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Slips for everybody without a valid invitation; those that can still be used stay as they are."""
    wanted = frozenset({Standing.NEVER, Standing.EXPIRED})
    return await _print(session, who, wanted, "slips-none-needed", now)


async def print_expired(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Slips for those whose invitation has ended unused."""
    return await _print(session, who, frozenset({Standing.EXPIRED}), "slips-none-expired", now)


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of several people with a name."""
    return await _one(session, who, choice_numbers(inbound.text, 1)[0], now, renewing=False)


async def renew(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A new invitation although the old one could still be used."""
    return await _one(session, who, choice_numbers(inbound.text, 1)[0], now, renewing=True)


async def _called(
    session: AsyncSession, who: Person, text: str, office: Office, now: datetime
) -> list[Notice]:
    today = local_day(now, office.zone)
    found = await joining.invitable_called(session, who, text, today, now, MATCHES + 1)
    if not found:
        raise await _why_not(session, who, text, today)
    if len(found) == 1:
        return await _one(session, who, found[0].id, now, renewing=False)
    key = "invite-which" if len(found) <= MATCHES else "invite-which-of-many"
    choices = tuple(
        Choice(f"invite:{one.id}", "choice-invite", {"name": one.shown}) for one in found[:MATCHES]
    )
    return [Notice(to=who.id, key=key, choices=choices)]


async def _why_not(session: AsyncSession, who: Person, text: str, today: date) -> Refused:
    """A supervisor without a site, or without a client of this officer there, is known all the same."""
    supervisor = await joining.supervisor_called(session, who.office_id, text)
    if supervisor is None:
        return Refused("invite-not-found", text=text[:60])
    if await joining.has_joined(session, supervisor):
        return Refused("invite-joined", name=supervisor.shown, code=supervisor.code)
    has_site = await joining.is_appointed(session, supervisor, today)
    return Refused("invite-no-client-there" if has_site else "invite-no-site", code=supervisor.code)


async def _one(
    session: AsyncSession, who: Person, person_id: int, now: datetime, *, renewing: bool
) -> list[Notice]:
    office = await queries.office_of(session, who.office_id)
    found = await joining.invitable(session, who, person_id, local_day(now, office.zone), now)
    if found is None:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    first = await consent_queries.before_invitations(session, office.id, [found.person])
    if person_id in first:
        return [_guardian_first(who, first[person_id])]
    name = found.person.shown
    if await joining.has_joined(session, found.person):
        raise Refused("invite-joined", name=name, code=found.person.code)
    if found.until is not None and found.standing(now) is Standing.VALID and not renewing:
        params: dict[str, Param] = {"name": name, "until": When(found.until, office.zone)}
        choice = Choice(f"invite-renew:{person_id}", "choice-invite-renew")
        return [Notice(to=who.id, key="invite-still-valid", params=params, choices=(choice,))]
    return await carried(session, who, found.person, office, now)


async def carried(
    session: AsyncSession,
    who: Person,
    person: Person,
    office: Office,
    now: datetime,
    until: datetime | None = None,
) -> list[Notice]:
    """A new invitation of one person, as a picture and as a text to send on; valid until then, or for 14
    days."""
    name = person.shown
    slips = await slips_for(session, [person], office, by=who, now=now, until=until)
    seal = seal_of(session)
    sheets = [_sheet(who, [person], sealed(slips, seal, office.id), now) for _ in range(2)]
    session.add_all(sheets)
    await session.flush()
    # Empty here, filled in when they are carried: the outbox must not hold them.
    told: dict[str, Param] = {
        "name": name,
        "until": When(slips[0].until, office.zone),
        "link": "",
        "code": "",
    }
    return [
        _carrying(who, sheets[0], "invite-qr", "invite-ready", told),
        _carrying(who, sheets[1], "invite-text", "invite-as-it-is", {"text": ""}),
    ]


def _guardian_first(who: Person, first: Pending) -> Notice:
    """A child's own link would refuse: the guardian is invited, or whatever else is his turn."""
    choices = []
    if first.guardian is not None and first.why is Waits.INVITATION:
        choices.append(Choice(f"invite:{first.guardian.id}", "choice-invite-guardian"))
    if first.guardian is not None and first.why is Waits.WRONG_NUMBER:
        choices.append(Choice(f"register-open:orang:{first.guardian.id}", "choice-mend-number"))
    return Notice(to=who.id, key="invite-guardian-first", params=consents.step(first), choices=tuple(choices))


async def _print(
    session: AsyncSession, who: Person, wanted: frozenset[Standing], nobody: str, now: datetime
) -> list[Notice]:
    if not can_print():
        raise Refused("slips-cannot-print")
    office = await queries.office_of(session, who.office_id)
    waiting = await joining.newcomers(session, who, local_day(now, office.zone), now)
    needing = [one.person for one in waiting if one.standing(now) in wanted]
    first = await consent_queries.before_invitations(session, office.id, needing)
    people = [one for one in needing if one.id not in first]
    left_out = [one.code for one in needing if one.id in first]
    if not people and left_out:
        raise Refused("slips-guardians-first", people=", ".join(left_out))
    if not people:
        raise Refused(nobody)
    chosen, left = people[:AT_ONCE], len(people[AT_ONCE:])
    slips = await slips_for(session, chosen, office, by=who, now=now)
    sheet = _sheet(who, chosen, sealed(slips, seal_of(session), office.id), now)
    session.add(sheet)
    await session.flush()
    told: dict[str, Param] = {"count": len(slips), "until": When(slips[0].until, office.zone), "left": left}
    ready = _carrying(who, sheet, "slips", "slips-ready-more" if left else "slips-ready", told)
    if not left_out:
        return [ready]
    return [replace(ready, lines=(Line("slips-guardians-first", {"people": ", ".join(left_out)}),))]


def _sheet(who: Person, people: Sequence[Person], content: bytes, now: datetime) -> SlipSheet:
    return SlipSheet(
        office_id=who.office_id, for_id=who.id, people=[one.id for one in people], made_at=now, sealed=content
    )


def _carrying(who: Person, sheet: SlipSheet, kind: str, key: str, params: dict[str, Param]) -> Notice:
    awaits = OnlyIf(Awaits.SLIPS, sheet.id, 0)
    return Notice(to=who.id, key=key, params=params, media=f"{kind}:{sheet.id}", only_if=awaits)


def _first_those_in_need(waiting: Sequence[NotJoined], now: datetime) -> list[NotJoined]:
    return sorted(waiting, key=lambda one: one.standing(now) is Standing.VALID)


def _line(one: NotJoined, office: Office, now: datetime, first: Pending | None, wrong: bool) -> Line:
    """Where somebody stands; before that, what else must be done first."""
    if first is not None:
        return Line("invite-line-guardian-first", consents.step(first))
    if wrong:
        who: dict[str, Param] = {"name": one.person.shown, "code": one.person.code}
        return Line("invite-line-wrong-number", who)
    name, stand = one.person.shown, one.standing(now).value
    params: dict[str, Param] = {"name": name}
    if one.until is not None:
        params["until"] = When(one.until, office.zone)
    if one.invited_at is not None and one.standing(now) is Standing.VALID:
        params["at"] = When(one.invited_at, office.zone)
    if name == one.person.code:
        return Line(f"invite-line-{stand}-code", params)
    return Line(f"invite-line-{stand}", params | {"code": one.person.code})

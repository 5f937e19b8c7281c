"""An officer's list of what was odd in a month: found, kept as questions, asked one card each, answered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain import months
from bot.domain import patterns as rules
from bot.domain import proofs as proved_true
from bot.domain.calendar import add_months
from bot.domain.cases import instant, local_day
from bot.domain.messages import Choice, Label, Line, Notice, Param, Resend, Show, When, Word
from bot.domain.patterns import AT_ONCE, Answer, PatternKind
from bot.domain.people import Role
from bot.domain.proofs import Proof
from bot.domain.weeks import DIGEST_AT, Period
from bot.orders import calendar_of
from bot.storage import patterns as ask
from bot.storage.models import Office, Person
from bot.storage.patterns import Pattern
from bot.storage.supervisor_places import places_of, words_of

BUTTONS = (Answer.EXPLAINED, Answer.ACTION, Answer.UNKNOWN)
"""In the order of the buttons; a button carries the place in it."""


@dataclass(frozen=True, slots=True)
class Proofs:
    """What became of the questions of an office in the last twelve months."""

    patterns: Mapping[PatternKind, Proof]
    labels: Mapping[Label, Proof]


async def next_list_at(session: AsyncSession, office: Office, now: datetime) -> datetime:
    """The first working day of a month at the hour of the summary, by the office's zone; later than `now`."""
    this = local_day(now, office.zone).replace(day=1)
    for first in (this, add_months(this, 1)):
        last = months.month_days(months.month_of(first)).last
        calendar = await calendar_of(session, office.id, first, last)
        at = instant(months.first_working_day(first, calendar), DIGEST_AT, office.zone)
        if at > now:
            return at
    return instant(add_months(this, 2), DIGEST_AT, office.zone)


async def find(
    session: AsyncSession, office: Office, officer: Person, month: str, now: datetime
) -> list[Pattern]:
    """The questions of a month about an officer's clients and those who confirm their work, strongest first:
    new ones are kept, those without an answer brought up to date, answered ones left as they were. What was
    explained lately is not asked again. The number of queries does not depend on the number of clients."""
    period, whose = months.month_days(month), (office.id, officer.id)
    days = await ask.days(session, *whose, period)
    supervisors = {day.supervisor for day in days if day.supervisor is not None}
    found = [
        *rules.of_days(days),
        *rules.quick_words(await ask.confirmations(session, office.id, supervisors, period, office.zone)),
        *await _far_words(session, office, supervisors, period),
        *rules.same_scenes(await ask.shared_scenes(session, *whose, period, office.zone)),
        *rules.labelled(await ask.labels(session, *whose, period, office.zone)),
    ]
    known = await ask.patterns_of(session, *whose, now - proved_true.PROOF_OVER)
    kept = {_name(one): one for one in known if one.month == month}
    quiet = {
        _name(one)
        for one in known
        if one.answer is Answer.EXPLAINED
        and one.month != month
        and now - (one.answered_at or now) <= rules.EXPLAINED_FOR
    }
    for one in found:
        before = kept.get(one.name)
        if before is None and one.name not in quiet:
            kept[one.name] = _new(office, officer, month, one, now)
        elif before is not None and before.answer is None:
            before.figures, before.strength = dict(one.figures), one.strength
    session.add_all(kept.values())
    await session.flush()
    return sorted(kept.values(), key=lambda one: (rules.rank(PatternKind(one.kind), one.strength), one.id))


async def _far_words(
    session: AsyncSession, office: Office, supervisors: Collection[int], period: Period
) -> list[rules.Pattern]:
    since, until = period.bounds(office.zone)
    places = await places_of(session, office.id, supervisors, since, until)
    if not places:
        return []
    words = await words_of(session, office.id, supervisors, since, until)
    return list(rules.far_words(words, places, office.zone))


def _name(one: Pattern) -> tuple[PatternKind, int, str]:
    return PatternKind(one.kind), one.subject_id, one.detail


def _new(office: Office, officer: Person, month: str, one: rules.Pattern, now: datetime) -> Pattern:
    return Pattern(
        office_id=office.id,
        officer_id=officer.id,
        month=month,
        kind=one.kind,
        subject_id=one.subject,
        detail=one.detail,
        figures=dict(one.figures),
        strength=one.strength,
        asked_at=now,
    )


async def proofs(session: AsyncSession, office: Office, now: datetime) -> Proofs:
    """How often each kind of question proved true in this office."""
    since = now - proved_true.PROOF_OVER
    return Proofs(
        proved_true.proof_of_patterns(await ask.answers(session, office.id, since)),
        proved_true.proof_of_labels(await ask.outcomes_of_labels(session, office.id, since)),
    )


async def letters(
    session: AsyncSession,
    office: Office,
    officer: Person,
    reader: Person,
    month: str,
    found: Sequence[Pattern],
    proved: Proofs,
) -> list[Notice]:
    """The list: how many questions, what became of earlier ones, and a card for each of the strongest that
    nobody has answered."""
    waiting = [one for one in found if one.answer in (None, Answer.UNKNOWN)]
    params: dict[str, Param] = {"month": _month(month, office.zone), "count": len(waiting)}
    lines = [Line("pattern-list-meaning")] if waiting else []
    if reader.id != officer.id:
        lines.append(Line("digest-stand-in", {"officer": officer.shown}))
    if more := len(waiting[AT_ONCE:]):
        lines.append(Line("pattern-list-more", {"count": more, "month": month}))
    heading = Notice(
        to=reader.id,
        key="pattern-list" if waiting else "pattern-list-nothing",
        params=params,
        lines=(*lines, *proof_lines(proved)),
        resend=Resend.MARKED,
    )
    asked = waiting[:AT_ONCE]
    cards = await _cards(session, office, reader, asked)
    return [heading, *(replace(card, show=Show.AGAIN) for card in cards)]


async def card(session: AsyncSession, office: Office, reader: Person, pattern: Pattern) -> Notice:
    """One question as it stands, in place of the earlier one."""
    (one,) = await _cards(session, office, reader, [pattern])
    return replace(one, show=Show.EDIT)


async def _cards(
    session: AsyncSession, office: Office, reader: Person, asked: Sequence[Pattern]
) -> list[Notice]:
    ids = {one.subject_id for one in asked} | {int(one.detail) for one in asked if _of_two(one)}
    people = await ask.people(session, office.id, ids)
    own = await ask.own_clients(session, office.id, asked[0].officer_id) if asked else frozenset()
    return [
        _card(one, people, own, office, reader, number, len(asked)) for number, one in enumerate(asked, 1)
    ]


def _card(
    one: Pattern,
    people: Mapping[int, Person],
    own: Collection[int],
    office: Office,
    reader: Person,
    number: int,
    of: int,
) -> Notice:
    params: dict[str, Param] = {**one.figures, "name": _called(people[one.subject_id], own)}
    if _of_two(one):
        params["other"] = _called(people[int(one.detail)], own)
    if one.kind == PatternKind.LABELLED:
        params["label"] = Word(f"label-{one.detail}")
    if "minute" in one.figures:
        first = months.month_days(one.month).first
        at = divmod(one.figures["minute"], 60)
        params["minute"] = When(instant(first, time(*at), office.zone), office.zone)
    lines = [Line(f"pattern-{PatternKind(one.kind).value}", params)]
    if one.answer is not None:
        lines.append(Line(f"pattern-answered-{Answer(one.answer).value}"))
    about: dict[str, Param] = {"month": _month(one.month, office.zone), "number": number, "of": of}
    return Notice(
        to=reader.id,
        key="pattern-card" if of > 1 else "pattern-card-alone",
        params=about,
        lines=tuple(lines),
        choices=() if one.answer in (Answer.EXPLAINED, Answer.ACTION) else _choices(one),
        card=f"pattern:{one.id}",
    )


def _of_two(one: Pattern) -> bool:
    return one.kind == PatternKind.SAME_SCENE


def _called(person: Person, own: Collection[int]) -> str:
    """A supervisor and an own client by name, a child and another officer's client by code."""
    stranger = person.role is Role.CLIENT and person.id not in own
    return person.code if stranger else person.shown


def _choices(one: Pattern) -> tuple[Choice, ...]:
    return tuple(
        Choice(f"pattern:{one.id}:{place}", f"choice-pattern-{answer.value}")
        for place, answer in enumerate(BUTTONS)
    )


def proof_lines(proved: Proofs) -> list[Line]:
    """How often each kind of question was asked, proved true and had an explanation; kinds of which nothing
    is known yet are left out."""
    words = [(f"pattern-name-{kind.value}", proved.patterns.get(kind, Proof())) for kind in PatternKind]
    words += [(f"label-{label.value}", proof) for label, proof in proved.labels.items()]
    lines = [
        Line(
            "pattern-proof",
            {"what": Word(word), "count": proof.asked, "true": proof.true, "explained": proof.explained},
        )
        for word, proof in words
        if proof.known
    ]
    return [Line("pattern-proof-heading"), *lines] if lines else []


def _month(month: str, zone: str) -> When:
    return When(instant(months.month_days(month).first, time(12), zone), zone)

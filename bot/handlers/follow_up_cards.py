"""What an officer reads of a follow-up: what was tried, until when it is awaited, and what he can do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES, local_day
from bot.domain.follow_ups import OFFERED, FollowUpKind, FollowUpOutcome, begins_with_a_call, standing
from bot.domain.messages import Choice, Line, Notice, Param, Show, When, Word
from bot.domain.reports import midday
from bot.storage import follow_ups, leaves, queries
from bot.storage.follow_ups import FollowUp
from bot.storage.models import Case, Office, Person

SHOWN = 5
"""Steps on a card, the latest of them."""
ON_CLIENT_CARD = 3
OTHERS = (FollowUpKind.VILLAGE, FollowUpKind.VISIT, FollowUpKind.NUMBER)
"""Where a call is not enough."""


async def card(
    session: AsyncSession, who: Person, case: Case, now: datetime, *, show: Show = Show.AGAIN, key: str = ""
) -> Notice:
    """The follow-up of a client with the next steps to choose; `key`: what to say first instead."""
    client = await session.get_one(Person, case.client_id)
    office = await queries.office_of(session, case.office_id)
    found = await open_steps(session, case)
    lines = [Line("follow-up-phone", {"phone": client.phone})] if client.phone else []
    lines += list(_lines(found[-SHOWN:], office, now)) or [Line("follow-up-none")]
    silence = await follow_ups.silence(session, case, now)
    call = begins_with_a_call([one.step() for one in found], silence, office.follow_up_after)
    return Notice(
        to=who.id,
        key=key or "follow-up-card",
        params={"name": client.shown},
        lines=tuple(lines),
        choices=(*_on_card(case, found, call=call), _open_client(case)),
        card=_name(case),
        show=show,
    )


async def open_steps(session: AsyncSession, case: Case) -> list[FollowUp]:
    """The steps since the client last came, oldest first."""
    rows = await follow_ups.of_case(session, case)
    open_ones = standing((row.step() for row in rows), await follow_ups.came_at(session, case))
    return list(rows[len(rows) - len(open_ones) :]) if open_ones else []


async def last_id(session: AsyncSession, case: Case) -> int:
    """What a button carries to show that nobody has recorded a step since: the last one, or 0."""
    rows = await follow_ups.of_case(session, case)
    return rows[-1].id if rows else 0


async def question(session: AsyncSession, who: Person, case: Case, kind: FollowUpKind) -> Notice:
    """What came of a step that was done just now; for a call also the other steps, in one tap."""
    client = await session.get_one(Person, case.client_id)
    last = await last_id(session, case)
    choices = tuple(
        _outcome(f"follow-up-so:{case.id}:{last}:{kind.value}:{one.value}", one) for one in OFFERED[kind]
    )
    lines = [Line("follow-up-phone", {"phone": client.phone})] if client.phone else []
    more = (Choice(f"follow-up:{case.id}", "choice-follow-up-more"),) if kind is FollowUpKind.CALL else ()
    return Notice(
        to=who.id,
        key="follow-up-ask-outcome",
        params={"name": client.shown, "kind": _kind(kind)},
        lines=tuple(lines),
        choices=(*choices, *more),
        card=_name(case),
        show=Show.AGAIN,
    )


async def planned_question(session: AsyncSession, who: Person, case: Case, step: FollowUp) -> Notice:
    """What came of a planned step."""
    client = await session.get_one(Person, case.client_id)
    about = f"follow-up-came:{step.id}:{step.revision}"
    return Notice(
        to=who.id,
        key="follow-up-ask-outcome",
        params={"name": client.shown, "kind": _kind(step.kind)},
        choices=tuple(_outcome(f"{about}:{one.value}", one) for one in OFFERED[step.kind]),
        card=_name(case),
        show=Show.EDIT,
    )


async def question_again(
    session: AsyncSession, who: Person, case: Case, kind: FollowUpKind, step: FollowUp | None, words: str
) -> Notice:
    """The same question below words that were typed to it: they are kept for the step, planned or new."""
    asked = await (
        question(session, who, case, kind) if step is None else planned_question(session, who, case, step)
    )
    return replace(
        asked, lines=(*asked.lines, Line("follow-up-words-kept", {"words": words})), show=Show.AGAIN
    )


async def other_steps(session: AsyncSession, who: Person, case: Case) -> Notice:
    """What else was done to reach him."""
    client = await session.get_one(Person, case.client_id)
    return Notice(
        to=who.id,
        key="follow-up-which",
        params={"name": client.shown},
        choices=tuple(_of(case, one) for one in OTHERS),
        card=_name(case),
        show=Show.EDIT,
    )


async def which_day(
    session: AsyncSession, who: Person, case: Case, days: Sequence[tuple[date, str]], key: str
) -> Notice:
    """A date to choose, or to write; each day with the id of its button."""
    client = await session.get_one(Person, case.client_id)
    office = await queries.office_of(session, case.office_id)
    choices = tuple(Choice(id, "choice-follow-up-day", {"day": _at(day, office)}) for day, id in days)
    return Notice(
        to=who.id, key=key, params={"name": client.shown}, choices=choices, card=_name(case), show=Show.EDIT
    )


async def recorded(
    session: AsyncSession, who: Person, case: Case, step: FollowUp, *, show: Show = Show.EDIT
) -> Notice:
    """The step as it stands, with what can be added to it or undone."""
    client = await session.get_one(Person, case.client_id)
    office = await queries.office_of(session, case.office_id)
    about = f"{step.id}:{step.revision}"
    return Notice(
        to=who.id,
        key="follow-up-recorded",
        params={"name": client.shown} | _params(step, office),
        lines=(*_until(step, office), *_noted(step)),
        choices=(
            Choice(f"follow-up-note:{step.id}", "choice-follow-up-note"),
            Choice(f"follow-up-until:{about}", "choice-follow-up-until"),
            Choice(f"follow-up-undo:{about}", "choice-follow-up-undo"),
        ),
        card=_name(case),
        show=show,
    )


async def on_client_card(
    session: AsyncSession, who: Person, case: Case, office: Office, now: datetime
) -> tuple[list[Line], tuple[Choice, ...]]:
    """The latest steps, for officer, stand-in and head; the button for whoever guides the case today."""
    rows = await follow_ups.of_case(session, case)
    title = [Line("follow-up-lately")] if rows else []
    guides = case.state in OPEN_STATES and await leaves.guides(session, who, case, now)
    button = (Choice(f"follow-up:{case.id}", "choice-follow-up"),) if guides else ()
    return [*title, *_lines(rows[-ON_CLIENT_CARD:], office, now)], button


def _on_card(case: Case, found: Sequence[FollowUp], *, call: bool) -> Iterator[Choice]:
    """The steps, the next one first: as long as a call is, the others stand behind *Langkah lain*."""
    planned = next((one for one in found if one.outcome is FollowUpOutcome.PLANNED), None)
    if planned is not None:
        yield Choice(f"follow-up-result:{planned.id}:{planned.revision}", "choice-follow-up-result")
    called = Choice(f"follow-up-of:{case.id}:call", "choice-follow-up-call")
    visit = () if planned else (Choice(f"follow-up-plan:{case.id}", "choice-follow-up-plan"),)
    dated = next((one for one in reversed(found) if one.reply_by), None)
    until = (
        (Choice(f"follow-up-until:{dated.id}:{dated.revision}", "choice-follow-up-until"),) if dated else ()
    )
    if call:
        others = Choice(f"follow-up-other:{case.id}", "choice-follow-up-other")
        yield from (called, *visit, *until, others)
        return
    village, visited, number = (_of(case, one) for one in OTHERS)
    yield from (village, *visit, visited, number, called, *until)


def _of(case: Case, kind: FollowUpKind) -> Choice:
    return Choice(f"follow-up-of:{case.id}:{kind.value}", f"choice-follow-up-by-{kind.value}")


def _open_client(case: Case) -> Choice:
    return Choice(f"client:{case.id}", "choice-follow-up-client")


def _lines(rows: Sequence[FollowUp], office: Office, now: datetime) -> Iterator[Line]:
    today = local_day(now, office.zone)
    for row in rows:
        planned = row.outcome is FollowUpOutcome.PLANNED
        yield Line("follow-up-step-planned" if planned else "follow-up-step", _params(row, office))
        if not planned and row.reply_by is not None and row.reply_by < today:
            yield Line("follow-up-until-over", {"until": _at(row.reply_by, office)})
        elif not planned:
            yield from _until(row, office)
        yield from _noted(row)


def _noted(step: FollowUp) -> Iterator[Line]:
    if step.note:
        yield Line("follow-up-note", {"words": step.note})


def _until(step: FollowUp, office: Office) -> Iterator[Line]:
    if step.reply_by is not None and step.outcome is not FollowUpOutcome.PLANNED:
        yield Line("follow-up-until", {"until": _at(step.reply_by, office)})


def _params(step: FollowUp, office: Office) -> dict[str, Param]:
    planned = step.outcome is FollowUpOutcome.PLANNED and step.reply_by is not None
    day = step.reply_by if planned and step.reply_by else step.done_on
    return {
        "kind": _kind(step.kind),
        "outcome": Word(f"follow-up-outcome-{FollowUpOutcome(step.outcome).value}"),
        "day": _at(day, office),
    }


def _kind(kind: FollowUpKind) -> Word:
    return Word(f"follow-up-kind-{FollowUpKind(kind).value}")


def _outcome(id: str, outcome: FollowUpOutcome) -> Choice:
    return Choice(id, f"choice-follow-up-so-{FollowUpOutcome(outcome).value}")


def _at(day: date, office: Office) -> When:
    return When(midday(day, office.zone), office.zone)


def _name(case: Case) -> str:
    """One message a client; it is replaced by what comes next."""
    return f"follow-up:{case.id}"

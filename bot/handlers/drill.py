"""A supervisor practises on a list of invented people; it lies in its own buttons, and nowhere else."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Ask, Choice, Inbound, Line, Notice, Refused, Show, Word, choice_numbers
from bot.domain.practice import Drill, Mark
from bot.handlers import pin_check
from bot.storage import queries
from bot.storage.events import append, person_stream
from bot.storage.models import Person

CARD = "drill"
STATES = {Mark.WAITING: "state-planned", Mark.PRESENT: "state-present", Mark.ABSENT: "drill-state-absent"}


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/latihan` of a supervisor: the list, with nobody real on it."""
    return [_list(who, Drill(), Show.NEW)]


async def go_on(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A button of the practice: `drill:LIST:VERB[:NUMBER]`. Raises Refused for one that nobody made."""
    _, text, verb, number = _parts(inbound.text)
    drill = Drill.read(text)
    if drill is None:
        raise Refused("choice-unknown")
    show = Show.EDIT if inbound.tapped else Show.NEW
    match verb:
        case "all":
            return _shown(who, drill.everybody_here(), show)
        case "open":
            return [_one(who, drill, number, show)]
        case "here":
            return _shown(who, drill.marked(number, Mark.PRESENT), show)
        case "away":
            return _shown(who, drill.marked(number, Mark.ABSENT), show)
        case "right" | "wrong":
            return await _done(session, who, verb, now)
        case _:
            raise Refused("choice-unknown")


def _parts(choice_id: str) -> tuple[str, str, str, int]:
    parts = choice_id.split(":")
    if len(parts) not in (3, 4):
        raise Refused("choice-unknown")
    number = choice_numbers(f"drill:{parts[3]}", 1)[0] if len(parts) == 4 else 0
    if number > len(Drill().marks) or (parts[2] in ("open", "here", "away") and not number):
        raise Refused("choice-unknown")
    return parts[0], parts[1], parts[2], number


def _shown(who: Person, drill: Drill, show: Show) -> list[Notice]:
    """The list; and when something was said of everybody, a card as it comes after work."""
    return [_list(who, drill, show), *([] if drill.waiting else [_card(who, drill)])]


def _list(who: Person, drill: Drill, show: Show) -> Notice:
    lines = [
        Line("drill-line", {"number": number, "name": _name(number), "state": Word(STATES[mark])})
        for number, mark in enumerate(drill.marks, 1)
    ]
    choices = [Choice(f"drill:{drill}:open:{number}", f"drill-person-{number}") for number in drill.waiting]
    if choices:
        choices.insert(0, Choice(f"drill:{drill}:all", "choice-all-here"))
    key = "drill-list" if choices else "drill-list-full"
    return Notice(to=who.id, key=key, lines=tuple(lines), choices=tuple(choices), card=CARD, show=show)


def _one(who: Person, drill: Drill, number: int, show: Show) -> Notice:
    choices = (
        Choice(f"drill:{drill}:here:{number}", "choice-drill-here"),
        Choice(f"drill:{drill}:away:{number}", "choice-drill-away"),
    )
    params = {"name": _name(number)}
    return Notice(to=who.id, key="drill-one", params=params, choices=choices, card=CARD, show=show)


def _card(who: Person, drill: Drill) -> Notice:
    choices = (
        Choice(f"drill:{drill}:right", "choice-right"),
        Choice(f"drill:{drill}:wrong", "choice-wrong"),
    )
    return Notice(to=who.id, key="drill-card", params={"name": _name(drill.on_card)}, choices=choices)


async def _done(session: AsyncSession, who: Person, verb: str, now: datetime) -> list[Notice]:
    person = await queries.locked_person(session, who.id)
    await append(
        session,
        office_id=person.office_id,
        stream=person_stream(person.id),
        kind="practised",
        actor_id=person.id,
        payload={"tried": ["list", "card"], "outcome": "ready"},
        happened_at=now,
        now=now,
    )
    ready = Notice(to=who.id, key=f"drill-ready-{verb}", ask=Ask.SUPERVISOR)
    return [ready, *await pin_check.ask(session, who, now)]


def _name(number: int) -> Word:
    return Word(f"drill-person-{number}")

"""What somebody typed instead of pressing it: a button of his last message or of one further up, a key of the
keyboard, or a command without its slash."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain import typed_choices
from bot.domain.messages import SURE, Choice, Inbound, Kind, Param, When, choices_from_json
from bot.domain.people import Role
from bot.domain.wishes import says_little
from bot.handlers import meanings
from bot.handlers.strangers import Stranger
from bot.storage import queries, screens
from bot.storage.models import Person
from bot.storage.phones import DeskPhone, PhoneTurn, via_of
from bot.storage.post import Outbox
from bot.wording import Wording

Sender = Person | Stranger | DeskPhone
LONGEST_LABEL = 40
"""Letters; what is longer is no button's words."""
LONGEST_NUMBER = 3
"""Digits; what is longer is a code, a number of a phone or a year."""
WEIGHTY = frozenset({"help-unstop", "message-template", "move-to"})
"""Buttons that somebody else hears of at once, and that nothing takes back: a bare number may have been meant
for another list."""
TAKES_BACK = frozenset(
    {"absent-undo", "assist-undo", "circular-undo", "contest-withdraw", "excuse-undo", "excuse-withdraw"}
    | {"follow-up-undo", "leave-end", "move-drop", "shut-undo", "transfer-withdraw", "turn-back", "undo"}
    | {"unreject"}
)
"""Buttons that undo what somebody has just done."""
REPEATED = timedelta(seconds=15)
"""So soon nobody has read the answer: who hears nothing types his number once more, and means the first."""
READING = timedelta(minutes=10)
"""So long somebody of the office may be reading a list, and mean it with his number."""
BEFORE_A_NAME = "phone-wrong"
"""The one button that a shared phone understands while it is nobody's."""


async def understood(
    session: AsyncSession, wording: Wording, who: Sender, inbound: Inbound, locale: str
) -> Inbound:
    """A text that means a button or a command, as that. A number is only one of the last message; words may
    also be those of an older card that is still open, where they are no command. A command that there is not
    is its word: */batal*."""
    if inbound.kind is Kind.COMMAND and not meanings.knows(inbound.command):
        inbound = replace(
            inbound, kind=Kind.TEXT, text=f"{inbound.command} {inbound.text}".strip(), command=""
        )
    if inbound.kind is Kind.CHOICE:
        return _said_surely(inbound)
    if inbound.kind is not Kind.TEXT or not inbound.text.strip():
        return inbound
    last = await screens.last_with_choices(session, inbound.sender)
    if last is not None:
        choices = choices_from_json(last.content["choices"])
        chosen = wording.choice_typed(inbound.text, choices, locale)
        chosen = chosen or typed_choices.meant(inbound.text, choices)
        if chosen is None and not (
            isinstance(who, Person)
            and await meanings.takes_words(session, who, inbound.text, inbound.received_at)
        ):
            chosen = wording.answer_typed(inbound.text, choices, locale)
            if chosen is None and meanings.command_in(inbound.text, who) is None:
                chosen = wording.word_typed(inbound.text, choices, locale)
        if chosen is not None:
            numbered = inbound.text.strip().isdecimal()
            fits = await _two_questions(session, wording, who, inbound, chosen, last, locale)
            if fits:
                return replace(inbound, fits=fits)
            if numbered and _is_doubtful(chosen.id, last, inbound.received_at):
                sure = f"{chosen.id.removesuffix(SURE)}{SURE}"
                return replace(inbound, sure=replace(chosen, id=sure, number=0))
            return _said_surely(replace(inbound, kind=Kind.CHOICE, text=chosen.id, numbered=numbered))
        if await _no_such_number(session, who, inbound):
            return replace(inbound, beyond=choices)
    if key := wording.key_typed(inbound.text, locale):
        return replace(inbound, kind=Kind.COMMAND, command=key.command, text="")
    command = meanings.command_in(inbound.text, who)
    if command is None or not meanings.is_command(inbound.text):
        older = await _on_older_cards(session, wording, who, inbound, locale)
        if older is not None:
            return older
    if await meanings.is_answer(session, who, inbound.text, inbound.received_at):
        return inbound
    return replace(inbound, kind=Kind.COMMAND, command=command[0], text=command[1]) if command else inbound


def _is_doubtful(choice_id: str, last: Outbox, now: datetime) -> bool:
    """Whether a number is asked about once more before it is this button."""
    entry = choice_id.partition(":")[0]
    if entry in TAKES_BACK:
        return now - (last.sent_at or last.queued_at) < REPEATED
    return entry in WEIGHTY and not choice_id.endswith(SURE)


def _said_surely(inbound: Inbound) -> Inbound:
    """A button that was asked about once more is the button itself."""
    asked = inbound.text.partition(":")[0] in WEIGHTY | TAKES_BACK
    sure = asked and inbound.text.endswith(SURE)
    return replace(inbound, text=inbound.text.removesuffix(SURE), numbered=False) if sure else inbound


async def _two_questions(
    session: AsyncSession,
    wording: Wording,
    who: Sender,
    inbound: Inbound,
    chosen: Choice,
    last: Outbox,
    locale: str,
) -> tuple[Choice, ...]:
    """What he was asked and what came in below it meanwhile, where his number or word is a button of both:
    nobody can tell which of them he had read when he typed. For who has an office's work that is also a list
    that he has just been shown."""
    if not isinstance(who, Person):
        return ()
    question = await queries.question_to(session, who)
    since = question.asked_at if question else inbound.received_at
    if who.role in (Role.OFFICER, Role.HEAD):
        since = min(since, inbound.received_at - READING)
    row = await screens.question_under(session, last, since)
    if row is None:
        return ()
    choices = choices_from_json(row.content["choices"])
    asked = wording.choice_typed(inbound.text, choices, locale)
    if asked is None and (asked := wording.answer_typed(inbound.text, choices, locale)) is None:
        return ()
    if question is None and asked.id.partition(":")[0] in TAKES_BACK:
        return ()
    zone = (await queries.office_of(session, who.office_id)).zone
    both = ((asked, row), (chosen, last))
    return tuple(_named(one, wording.label(one, locale), card, zone) for one, card in both)


async def _no_such_number(session: AsyncSession, who: Sender, inbound: Inbound) -> bool:
    """Whether a number can only be meant for the list above it, which does not have it: no question waits
    for one, and it is no code."""
    text = inbound.text.strip()
    if not isinstance(who, Person) or not text.isdecimal() or len(text) > LONGEST_NUMBER:
        return False
    return not await meanings.takes_number(session, who, inbound.received_at)


async def _on_older_cards(
    session: AsyncSession, wording: Wording, who: Sender, inbound: Inbound, locale: str
) -> Inbound | None:
    """The button whose words these are on a card that is still open; where several cards have it, which of
    them is asked (`Inbound.fits`), for a wrong guess would be a wrong record. None where none has."""
    text = inbound.text.strip()
    if isinstance(who, Stranger) or len(text) > LONGEST_LABEL or text.isdecimal() or says_little(text):
        return None
    if isinstance(who, Person) and await meanings.takes_words(session, who, text, inbound.received_at):
        return None
    found: dict[str, tuple[Choice, Outbox]] = {}
    for row in await _open_cards(session, who, inbound):
        if chosen := wording.choice_typed(text, choices_from_json(row.content["choices"]), locale):
            found.setdefault(_about(chosen), (chosen, row))
    if not found:
        return None
    if len(found) == 1 or not isinstance(who, Person):
        chosen = next(iter(found.values()))[0]
        return replace(inbound, kind=Kind.CHOICE, text=chosen.id, numbered=True)
    zone = (await queries.office_of(session, who.office_id)).zone
    fits = (_named(choice, wording.label(choice, locale), row, zone) for choice, row in found.values())
    return replace(inbound, fits=tuple(fits))


async def _open_cards(session: AsyncSession, who: Person | DeskPhone, inbound: Inbound) -> list[Outbox]:
    since = inbound.received_at - screens.RECENT
    if not isinstance(who, Person):
        rows = await screens.still_open(session, inbound.sender, since, None)
        return [row for row in rows if _first(row).startswith(BEFORE_A_NAME)]
    if via := via_of(session):
        since = max(since, (await session.get_one(PhoneTurn, via.turn_id)).began_at)
    return list(await screens.still_open(session, inbound.sender, since, who.id))


def _first(card: Outbox) -> str:
    return choices_from_json(card.content["choices"])[0].id


def _about(choice: Choice) -> str:
    """What tells this button from the same one about somebody else; of two about one the newer counts."""
    return ":".join(choice.id.split(":")[:2])


def _named(choice: Choice, label: str, card: Outbox, zone: str) -> Choice:
    """The button with whom its card is about, and when the card came."""
    about = card.content["params"]
    whom = next((about[name] for name in ("name", "client", "site") if isinstance(about.get(name), str)), "")
    params: dict[str, Param] = {"button": label, "name": whom, "at": When(card.queued_at, zone)}
    return Choice(choice.id, "choice-which-card", params)

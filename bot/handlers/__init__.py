"""What people can do: the entry that a message names in the table, and its handler's answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.answers import has_word, leaves_question, only_no, only_thanks
from bot.domain.despair import life_in_danger
from bot.domain.farewells import ends_round
from bot.domain.messages import Inbound, Kind, Notice, Param, Refused
from bot.domain.people import Role
from bot.domain.practice import PRACTICE
from bot.domain.site_codes import read_digits
from bot.domain.typed_choices import numbers_of
from bot.handlers import (
    adjusting,
    consents,
    contest_afterwords,
    contest_otherwise,
    day_lists,
    evaluation_words,
    evaluations,
    excuse_afterwords,
    excuse_steps,
    follow_ups,
    form_steps,
    handed,
    help,
    help_calls,
    incidents,
    mistaken_start,
    moves,
    phones,
    practice,
    promised_proofs,
    report,
    site_code_uses,
    thread_answers,
    thread_offers,
    thread_replies,
    threads,
)
from bot.handlers.begun_elsewhere import where_he_works
from bot.handlers.meanings import PRACTISED
from bot.handlers.questions import (
    ASKED_FOR,
    BRIEF,
    OF_A_MISS,
    PRACTISED_WITH,
    PREVIEWS,
    REASONS,
    TAPPED,
    WORDS,
    WORDS_FIRST,
    waiting,
)
from bot.handlers.routes import Route
from bot.handlers.strangers import Stranger, unknown
from bot.handlers.table import CHOICES, COMMANDS, KINDS, NEWCOMERS, OPEN
from bot.storage import queries
from bot.storage.models import Dialogue, Person
from bot.storage.phones import DeskPhone

log = structlog.get_logger()

ASIDE = frozenset({"jam", "riwayat", "data", "bantuan"})
"""Asked in between, and answered; the question of a report that waits is repeated below."""

UNASKED = frozenset({thread_answers.MORE, follow_ups.MORE, evaluations.OFFICERS})
"""Where a second line is taken below what was sent or recorded already: nothing is left by going on."""

LEFT_BY_A_COMMAND = (
    REASONS | PREVIEWS.keys() | {thread_answers.TOPIC, adjusting.TOPIC, contest_otherwise.TOPIC}
) - UNASKED
"""Where words would decide about somebody, or go to him: what is typed after another command is not meant."""

LEFT_BY_THEMSELVES = frozenset({form_steps.TOPIC, help_calls.TOPIC, incidents.TOPIC, moves.WHY})
"""Questions of which *batal* undoes more than the question."""


async def answer(
    session: AsyncSession, who: Person | Stranger | DeskPhone, inbound: Inbound, now: datetime
) -> list[Notice]:
    """Let the right handler answer. Raises Refused when the rules say no."""
    name = entry(inbound)
    if isinstance(who, DeskPhone):
        return await phones.nobody(session, who, inbound, now)
    if isinstance(who, Stranger):
        return await (OPEN | NEWCOMERS).get(name, unknown)(session, who, inbound, now)
    if await _calls_out(session, who, inbound, now):
        return await help_calls.called_out(session, who, inbound, now)
    if who.role is Role.GUARDIAN and inbound.kind is Kind.TEXT and life_in_danger(inbound.text):
        near = await help_calls.numbers_for(session, who)
        said = replace(inbound, kind=Kind.COMMAND, command="pesan")
        return [near, *await threads.begin(session, who, said, now)]
    if inbound.kind is Kind.TEXT:
        return await _words(session, who, inbound, now)
    if await _words_first(session, who, inbound, now):
        return [Notice(to=who.id, key="words-awaited")]
    left = await _leave_question(session, who, inbound, now)
    notices = [*left, *await _deed(session, who, inbound, now, name)]
    if name in ASIDE and await waiting(session, who, now):
        notices += await report.go_on(session, who, now)
    return notices


async def _calls_out(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> bool:
    """Wherever a client writes that his life is in danger, people are called; where he is calling already, it
    is what he says."""
    if who.role is not Role.CLIENT or inbound.kind not in (Kind.TEXT, Kind.COMMAND):
        return False
    if not life_in_danger(inbound.text):
        return False
    question = await waiting(session, who, now)
    return question is None or question.topic not in (help_calls.TOPIC, help_calls.MORE)


async def _words_first(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> bool:
    """A photo or a recording came where only words are an answer: they are still awaited."""
    if inbound.kind not in (Kind.PHOTO, Kind.VOICE):
        return False
    question = await waiting(session, who, now)
    apart = PRACTISED | BRIEF.keys()
    if question is None or question.topic in apart or question.topic in ASKED_FOR[inbound.kind]:
        return False
    if who.role is Role.CLIENT:
        return question.topic in WORDS_FIRST
    return who.role in (Role.SUPERVISOR, Role.OFFICER, Role.HEAD)


async def _leave_question(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    """A supervisor does something else: later words are no reason. An officer or head who gives a command is
    told that nothing came of what he was asked. A client who does something else leaves his practice: the
    keys under the next answer are for work, and a location sent with them must count."""
    if inbound.kind in (Kind.LOCATION, Kind.LIVE):
        await _leave_excuse(session, who, now)
    tried = inbound.kind in PRACTISED_WITH
    if tried and who.role is not Role.SUPERVISOR:
        return []
    question = await waiting(session, who, now)
    decides = question is not None and question.topic in LEFT_BY_A_COMMAND
    elsewhere = inbound.kind is Kind.COMMAND or entry(inbound) == "client"
    if question is not None and question.topic in PREVIEWS and inbound.kind is Kind.CHOICE:
        elsewhere = entry(inbound) not in PREVIEWS[question.topic]
    if decides and elsewhere and who.role in (Role.OFFICER, Role.HEAD):
        await queries.forget_question(session, who)
        return [Notice(to=who.id, key="question-left-aside")]
    if question is not None and question.topic in BRIEF:
        if entry(inbound) not in BRIEF[question.topic]:
            await queries.forget_question(session, who)
        return []
    practises = question is not None and question.topic in PRACTISED
    wanted = question is not None and _is_wanted(question.topic, inbound)
    if question and not wanted and not (practises and tried) and (practises or who.role is Role.SUPERVISOR):
        await queries.forget_question(session, who)
    return []


def _is_wanted(topic: str, inbound: Inbound) -> bool:
    """Whether what came is what a question waits for, words aside."""
    if inbound.kind is Kind.CHOICE:
        return topic in TAPPED and topic == entry(inbound)
    return topic in ASKED_FOR.get(inbound.kind, {})


async def _leave_excuse(session: AsyncSession, who: Person, now: datetime) -> None:
    """Whoever is at work sends photos of it: from here on none is the proof of an excuse."""
    question = await waiting(session, who, now)
    if question is not None and question.topic == excuse_steps.TOPIC:
        await queries.forget_question(session, who)


async def _for_real(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A client practises, and what he sends is about work that is due: it counts, and he is told."""
    await queries.forget_question(session, who)
    notices = await KINDS[inbound.kind].handler(session, who, inbound, now)
    return [Notice(to=who.id, key="practice-is-real"), *notices]


async def _deed(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, name: str
) -> list[Notice]:
    if name in OPEN:
        return await OPEN[name](session, who, inbound, now)
    routes = ASKED_FOR.get(inbound.kind, {})
    if routes and (question := await waiting(session, who, now, routes)):
        if question.topic == PRACTICE and await practice.overtaken(session, who, inbound.sent_at):
            return await _for_real(session, who, inbound, now)
        return await routes[question.topic].handler(session, who, inbound, now, question.about)
    route = _route(inbound, name)
    if route is None:
        return await help.fallback(session, who, inbound, now)
    if who.role not in route.roles:
        log.info("refused.role", person=who.id, role=who.role, entry=name)
        return [] if inbound.kind is Kind.LIVE else await help.not_for_you(session, who, inbound, now)
    try:
        return await route.handler(session, who, inbound, now)
    except Refused as refused:
        raise await handed.kinder(session, who, refused, inbound.text, now) from None


def entry(inbound: Inbound) -> str:
    """The name under which a message stands in the table."""
    match inbound.kind:
        case Kind.COMMAND:
            return inbound.command
        case Kind.CHOICE:
            return inbound.text.split(":", 1)[0]
        case _:
            return inbound.kind.value


def _route(inbound: Inbound, name: str) -> Route | None:
    match inbound.kind:
        case Kind.COMMAND:
            return COMMANDS.get(name)
        case Kind.CHOICE:
            return CHOICES.get(name)
        case _:
            return KINDS.get(inbound.kind)


async def _undone(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batal* with nothing asked: a client who has just begun means his start."""
    if who.role is not Role.CLIENT:
        return []
    return await where_he_works(mistaken_start.by_word)(session, who, inbound, now)


async def _left(session: AsyncSession, who: Person, question: Dialogue | None, now: datetime) -> list[Notice]:
    """*Batal*: nothing is asked any more. A form says it itself, for it throws its answers away."""
    await queries.forget_question(session, who)
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="question-left" if question else "question-none", ask=ask)]


async def _reply_or_thanks(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    """Words that are plainly no answer to what the clock asked; nothing for any other."""
    replies = {
        Role.CLIENT: thread_replies.by_reply,
        Role.GUARDIAN: thread_replies.by_reply,
        Role.OFFICER: thread_answers.by_reply,
    }
    if inbound.reply_to and who.role in replies:
        replied = await replies[who.role](session, who, inbound, now)
        if replied is not None:
            return replied
    if who.role is Role.CLIENT and only_thanks(inbound.text):
        ask = await cards.keyboard(session, who, now)
        return [Notice(to=who.id, key="thanks-heard", params=cards.greeting(who), ask=ask)]
    return []


async def _meaning_nothing(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice]:
    """Words that answer nothing and are no command: a reply to a message, or something for the officer."""
    if known := await _reply_or_thanks(session, who, inbound, now):
        return known
    if rated := await evaluation_words.answered(session, who, inbound, now):
        return rated
    if who.role in (Role.CLIENT, Role.GUARDIAN):
        if about := await excuse_afterwords.said(session, who, inbound, now):
            return about
        continued = await thread_replies.continued(session, who, inbound, now)
        if continued is not None:
            return continued
    writes = who.role in (Role.CLIENT, Role.GUARDIAN)
    if writes and (asked := await promised_proofs.offered(session, who, inbound, now)):
        return asked
    if who.role is Role.CLIENT and (asked := await contest_afterwords.offered(session, who, inbound, now)):
        return asked
    if for_whom := await thread_offers.below_message(session, who, inbound, now):
        return for_whom
    answers = await evaluation_words.otherwise(session, who, inbound, now)
    otherwise = answers or await help.fallback(session, who, inbound, now)
    if who.role not in (Role.CLIENT, Role.GUARDIAN):
        return otherwise
    return await threads.offered(session, who, inbound, now, otherwise)


async def _number_below(
    session: AsyncSession, who: Person, inbound: Inbound, question: Dialogue | None, now: datetime
) -> list[Notice]:
    """A number that no button above has: below the office's message it answers that."""
    if question is None and thread_replies.only_answered(inbound.beyond):
        answered = await thread_replies.continued(session, who, inbound, now)
        if answered is not None:
            return answered
    return [_no_such_number(who, inbound)]


def _no_such_number(who: Person, inbound: Inbound) -> Notice:
    """A number that the list above does not have: which there are, and the list once more."""
    params: dict[str, Param] = {"text": inbound.text.strip(), "numbers": numbers_of(inbound.beyond)}
    return Notice(to=who.id, key="number-beyond", params=params, choices=inbound.beyond)


async def _words(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    question = await waiting(session, who, now)
    if question is not None and question.topic == excuse_steps.TOPIC:
        question = None if await excuse_afterwords.is_over(session, who, question) else question
    if inbound.fits:
        return [Notice(to=who.id, key="which-card", choices=inbound.fits)]
    if inbound.sure:
        return [Notice(to=who.id, key="number-sure", choices=(inbound.sure,))]
    if inbound.beyond:
        return await _number_below(session, who, inbound, question, now)
    leaves = leaves_question(inbound.text) and (question is None or question.topic not in LEFT_BY_THEMSELVES)
    if leaves:
        undone = await _undone(session, who, inbound, now) if question is None else []
        return undone or await _left(session, who, question, now)
    if question is not None and question.topic in PRACTISED and ends_round(inbound.text):
        await queries.forget_question(session, who)
        return await practice.stopped_in_words(session, who, now)
    if question is None and who.role is Role.SUPERVISOR and inbound.text.strip().isdecimal():
        return await day_lists.today(session, who, inbound, now)
    if question is None and who.role is Role.GUARDIAN and only_no(inbound.text):
        return await consents.no_alone(session, who, inbound, now)
    if question is None and who.role is Role.CLIENT and read_digits(inbound.text):
        return await where_he_works(site_code_uses.typed)(session, who, inbound, now)
    if question is None:
        return await _meaning_nothing(session, who, inbound, now)
    if question.topic in OF_A_MISS and (other := await _reply_or_thanks(session, who, inbound, now)):
        return other
    if question.topic in REASONS and not has_word(inbound.text):
        return [Notice(to=who.id, key="words-awaited")]
    try:
        return await WORDS[question.topic].handler(session, who, inbound, now, question.about)
    except Refused as refused:
        asked = f"{question.topic}:{question.about}"
        raise await handed.kinder(session, who, refused, asked, now) from None

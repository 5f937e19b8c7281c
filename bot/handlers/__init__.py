"""What people can do: one table from commands, buttons and kinds of message to handlers and roles.

The table is the only place that says who may do what in general; each handler checks the object itself
(own case, own site, own office). A test sweeps role × entry × object from here.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain import short_codes
from bot.domain.messages import Inbound, Kind, Notice, Refused
from bot.domain.outcomes import MEANINGS, Outcome
from bot.domain.people import Role
from bot.domain.reports import BEGUN_LASTS
from bot.handlers import (
    adjusting,
    answers,
    checkin,
    closing,
    closures,
    consents,
    contests,
    covers,
    enrol,
    excuses,
    handed,
    help,
    inviting,
    leaves,
    leaving,
    lost,
    moves,
    officer,
    outcomes,
    photo,
    placing,
    plan,
    prosecution,
    proving,
    report,
    review,
    roll,
    signed_lists,
    transfers,
    vouching,
)
from bot.handlers.strangers import Stranger, unknown
from bot.storage import queries
from bot.storage.models import Dialogue, Person

log = structlog.get_logger()

Handler = Callable[[AsyncSession, Person, Inbound, datetime], Awaitable[list[Notice]]]
OpenHandler = Callable[[AsyncSession, Person | Stranger, Inbound, datetime], Awaitable[list[Notice]]]
WordsHandler = Callable[[AsyncSession, Person, Inbound, datetime, int], Awaitable[list[Notice]]]

CLIENT = frozenset({Role.CLIENT})
SUPERVISOR = frozenset({Role.SUPERVISOR})
OFFICER = frozenset({Role.OFFICER})
HEAD = frozenset({Role.HEAD})
PROSECUTOR = frozenset({Role.PROSECUTOR})
GUARDIAN = frozenset({Role.GUARDIAN})
KEEPERS = frozenset({Role.OFFICER, Role.HEAD, Role.OPERATOR})
OFFICE = frozenset({Role.OFFICER, Role.HEAD})
ON_SITE = frozenset({Role.SUPERVISOR, Role.OFFICER})
INVITES = frozenset({Role.OFFICER, Role.OPERATOR})
STAFF_ON_LEAVE = frozenset({Role.SUPERVISOR, Role.OFFICER, Role.HEAD})
SHUTS = MEANINGS[Outcome.SITE_CLOSED].roles
EVERYBODY = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Route:
    """Who may use an entry of the table, and what it does."""

    roles: frozenset[Role]
    handler: Handler


@dataclass(frozen=True, slots=True)
class WordsRoute:
    """Who may answer a question in words, and what becomes of the answer."""

    roles: frozenset[Role]
    handler: WordsHandler
    patience: timedelta
    """How long the question waits; later words are words like any other."""


OPEN: dict[str, OpenHandler] = {
    "start": enrol.start,
    "agree": enrol.agree,
    "bantuan": help.human,
    Kind.BLOCKED: enrol.blocked,
    Kind.UNBLOCKED: enrol.unblocked,
}
"""For anybody, strangers included."""

NEWCOMERS: dict[str, OpenHandler] = {
    "langsung": proving.with_officer,
    Kind.CONTACT: proving.contact,
    Kind.TEXT: proving.words,
}
"""For strangers only: what an invitation still wants of whoever has opened it."""

COMMANDS: dict[str, Route] = {
    "mulai": Route(CLIENT, checkin.want_start),
    "selesai": Route(CLIENT, checkin.want_finish),
    "lapor": Route(CLIENT, report.begin),
    "jam": Route(CLIENT, help.hours),
    "ganti": Route(CLIENT, moves.begin),
    "data": Route(EVERYBODY, help.own_data),
    "daftar": Route(SUPERVISOR, roll.today),
    "tutup": Route(SHUTS, closures.begin),
    "cuti": Route(STAFF_ON_LEAVE, leaves.begin),
    "perlu": Route(OFFICE, officer.needs),
    "ringkasan": Route(OFFICE, officer.summary),
    "klien": Route(OFFICE, officer.client_card),
    "izinkan": Route(OFFICER, excuses.excuse),
    "konfirmasi": Route(OFFICER, signed_lists.begin),
    "penempatan": Route(OFFICER, placing.propose),
    "rencana": Route(OFFICER, plan.show),
    "perkara": Route(PROSECUTOR, prosecution.show),
    "izinwali": Route(OFFICER, consents.begin),
    "hilang": Route(KEEPERS | SUPERVISOR, lost.begin),
    "stop": Route(EVERYBODY, leaving.stop),
    "salahnomor": Route(EVERYBODY, leaving.wrong_number),
    "undang": Route(INVITES, inviting.begin),
    "pindah": Route(OFFICE, transfers.begin),
}

CHOICES: dict[str, Route] = {
    "finish-now": Route(CLIENT, checkin.finish_now),
    "restart": Route(CLIENT, checkin.restart),
    "only-location": Route(CLIENT, checkin.only_location),
    "undo": Route(CLIENT, checkin.undo),
    "miss": Route(CLIENT, answers.by_choice),
    "report": Route(CLIENT, report.begin),
    "report-answer": Route(CLIENT, report.by_choice),
    "right": Route(SUPERVISOR, review.right),
    "wrong": Route(SUPERVISOR, review.wrong),
    "reject": Route(SUPERVISOR, review.reject),
    "unreject": Route(SUPERVISOR, review.take_back),
    "card": Route(SUPERVISOR, review.open_card),
    "present": Route(SUPERVISOR, roll.roll_call),
    "all-here": Route(SUPERVISOR, roll.all_here),
    "all-done": Route(SUPERVISOR, roll.all_done),
    "accept": Route(OFFICER, officer.accept),
    "decline": Route(OFFICER, officer.decline),
    "client": Route(OFFICE, officer.client_by_choice),
    "adjust": Route(OFFICER, adjusting.begin),
    "adjust-for": Route(OFFICER, adjusting.ask_minutes),
    "prosecuted": Route(PROSECUTOR, prosecution.by_choice),
    "suspend": Route(OFFICER, closing.suspend),
    "resume": Route(OFFICER, closing.resume),
    "outcomes": Route(OFFICER, outcomes.choose),
    "outcome": Route(OFFICER, outcomes.decide),
    "excuse-undo": Route(OFFICER, excuses.take_back),
    "placing": Route(OFFICER, placing.by_choice),
    "place": Route(OFFICER, placing.place),
    "plan": Route(OFFICER, plan.by_choice),
    "shut": Route(SHUTS, closures.choose),
    "shut-why": Route(SHUTS, closures.by_reason),
    "shut-undo": Route(SHUTS, closures.undo),
    "move": Route(CLIENT, moves.ask),
    "move-to": Route(ON_SITE, moves.decide),
    "leave-another": Route(ON_SITE, leaves.another),
    "leave-first": Route(ON_SITE, leaves.first_by_choice),
    "leave-last": Route(ON_SITE, leaves.last_by_choice),
    "leave-who": Route(ON_SITE, leaves.who_by_choice),
    "leave-send": Route(STAFF_ON_LEAVE, leaves.send),
    "leave-accept": Route(ON_SITE, leaves.accept),
    "leave-decline": Route(ON_SITE, leaves.decline),
    "leave-end": Route(STAFF_ON_LEAVE, leaves.end),
    "transfer-client": Route(OFFICE, transfers.client_by_choice),
    "transfer-to": Route(OFFICE, transfers.to_by_choice),
    "transfer-reason": Route(OFFICE, transfers.change_reason),
    "transfer-send": Route(OFFICE, transfers.send),
    "transfer-withdraw": Route(OFFICE, transfers.withdraw),
    "transfer-accept": Route(OFFICER, transfers.accept),
    "transfer-decline": Route(OFFICER, transfers.decline),
    "cover": Route(OFFICER, covers.cover),
    "cover-by": Route(OFFICER, covers.cover_by),
    "cover-yes": Route(SUPERVISOR, covers.cover_yes),
    "cover-no": Route(SUPERVISOR, covers.cover_no),
    "signed": Route(OFFICER, signed_lists.by_choice),
    "tick": Route(OFFICER, signed_lists.tick),
    "tick-all": Route(OFFICER, signed_lists.tick_all),
    "ticked": Route(OFFICER, signed_lists.ticked),
    "contest": Route(CLIENT, contests.begin),
    "contest-withdraw": Route(CLIENT, contests.withdraw),
    "contest-uphold": Route(OFFICE, contests.uphold),
    "contest-dismiss": Route(OFFICE, contests.dismiss),
    "slips": Route(INVITES, inviting.print_all),
    "slips-renew": Route(INVITES, inviting.print_expired),
    "invite": Route(INVITES, inviting.by_choice),
    "invite-renew": Route(INVITES, inviting.renew),
    "close-served": Route(OFFICER, closing.served),
    "close-unserved": Route(OFFICER, closing.unserved),
    "close-approve": Route(HEAD, closing.approve),
    "close-return": Route(HEAD, closing.give_back),
    "vouch": Route(KEEPERS, vouching.vouch),
    "unlock": Route(KEEPERS, vouching.unlock),
    "lost": Route(KEEPERS | SUPERVISOR, lost.chosen),
    "lost-cut": Route(KEEPERS | SUPERVISOR, lost.cut),
    "not-me": Route(EVERYBODY, leaving.not_me),
    "it-is-me": Route(EVERYBODY, leaving.it_is_me),
    "consent": Route(GUARDIAN, consents.agree),
    "form": Route(OFFICER, consents.ask_form),
}


async def _photo(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A client's photo shows his work; an officer's is asked for first (`PICTURES`)."""
    handler = signed_lists.unasked if who.role is Role.OFFICER else photo.photo
    return await handler(session, who, inbound, now)


KINDS: dict[Kind, Route] = {
    Kind.LOCATION: Route(CLIENT, checkin.location),
    Kind.LIVE: Route(CLIENT, checkin.live),
    Kind.PHOTO: Route(CLIENT | OFFICER, _photo),
    Kind.FILE: Route(EVERYBODY, help.file),
    Kind.VOICE: Route(EVERYBODY, help.voice),
    Kind.EDITED: Route(EVERYBODY, help.edited),
}

WORDS: dict[str, WordsRoute] = {
    "shut": WordsRoute(SHUTS, closures.in_words, timedelta(hours=1)),
    "reject": WordsRoute(SUPERVISOR, review.reject_in_words, timedelta(hours=1)),
    "adjust": WordsRoute(OFFICER, adjusting.in_words, timedelta(hours=1)),
    "suspend": WordsRoute(OFFICER, closing.suspend_in_words, timedelta(hours=1)),
    "resume": WordsRoute(OFFICER, closing.resume_in_words, timedelta(hours=1)),
    "closing": WordsRoute(OFFICER, closing.unserved_in_words, timedelta(hours=1)),
    "leave-first": WordsRoute(ON_SITE, leaves.first_in_words, timedelta(hours=1)),
    "leave-last": WordsRoute(ON_SITE, leaves.last_in_words, timedelta(hours=1)),
    "leave-who": WordsRoute(ON_SITE, leaves.who_in_words, timedelta(hours=1)),
    "transfer-client": WordsRoute(OFFICE, transfers.client_in_words, timedelta(hours=1)),
    "transfer-to": WordsRoute(OFFICE, transfers.to_in_words, timedelta(hours=1)),
    "transfer-reason": WordsRoute(OFFICE, transfers.reason_in_words, timedelta(hours=1)),
    "signed-photo": WordsRoute(OFFICER, signed_lists.not_words, timedelta(hours=12)),
    "signed-reason": WordsRoute(OFFICER, signed_lists.in_words, timedelta(hours=1)),
    "contest": WordsRoute(CLIENT, contests.in_words, timedelta(hours=12)),
    "contest-answer": WordsRoute(OFFICE, contests.decide_in_words, timedelta(hours=1)),
    "miss": WordsRoute(CLIENT, answers.in_words, timedelta(hours=12)),
    "miss-more": WordsRoute(CLIENT, answers.more_words, timedelta(minutes=30)),
    "report": WordsRoute(CLIENT, report.answer, BEGUN_LASTS),
    "consent-form": WordsRoute(OFFICER, consents.form_in_words, timedelta(hours=1)),
}
"""Free text, by the topic of the question that waits for it."""

PICTURES: dict[str, WordsRoute] = {
    "consent-form": WordsRoute(OFFICER, consents.form, timedelta(hours=1)),
    "signed-photo": WordsRoute(OFFICER, signed_lists.photo, timedelta(hours=12)),
}
"""A photo that was asked for, by the topic of the question; any other is a client's (`KINDS`)."""


ASIDE = frozenset({"jam", "data", "bantuan"})
"""Asked in between, and answered; the question of a report that waits is repeated below."""

WITH_WORDS = frozenset(
    {"start", "klien", "izinkan", "penempatan", "perkara", "rencana", "tutup", "izinwali", "hilang", "undang"}
    | {"cuti", "konfirmasi", "pindah"}
)
"""Commands that take something after them; any other word of a command stands alone."""


SAID_OTHERWISE = {"berhenti": "stop", "salah nomor": "salahnomor", "bukan saya": "salahnomor"}
"""Words for a command that people find by themselves."""


def command_in(text: str, who: Person | Stranger) -> tuple[str, str] | None:
    """The command and its argument in a text without a slash, if it is one for this person: *klien* may
    also begin an ordinary sentence, and then only an officer means the command. A stranger who types a code
    wants to join."""
    if other := SAID_OTHERWISE.get(" ".join(text.casefold().split()).strip(".!")):
        return other, ""
    if isinstance(who, Stranger) and short_codes.meant(text):
        return "start", text.strip()
    word, _, rest = text.strip().partition(" ")
    name = word.casefold()
    if name not in COMMANDS and name not in ("start", "bantuan"):
        return None
    if not rest:
        return name, ""
    theirs = name == "start" or (isinstance(who, Person) and who.role in COMMANDS[name].roles)
    single = name != "start" or len(rest.split()) == 1 or short_codes.meant(rest)
    return (name, rest.strip()) if name in WITH_WORDS and theirs and single else None


async def answer(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """Let the right handler answer. Raises Refused when the rules say no."""
    name = entry(inbound)
    if isinstance(who, Stranger):
        return await (OPEN | NEWCOMERS).get(name, unknown)(session, who, inbound, now)
    if inbound.kind is Kind.TEXT:
        return await _words(session, who, inbound, now)
    if who.role is Role.SUPERVISOR:
        await queries.forget_question(session, who)  # he does something else: later words are no reason
    notices = await _deed(session, who, inbound, now, name)
    if name in ASIDE and await _question(session, who, now):
        notices += await report.go_on(session, who, now)
    return notices


async def _deed(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, name: str
) -> list[Notice]:
    if name in OPEN:
        return await OPEN[name](session, who, inbound, now)
    if inbound.kind is Kind.PHOTO and (question := await _question(session, who, now, PICTURES)):
        return await PICTURES[question.topic].handler(session, who, inbound, now, question.about)
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


async def _words(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    question = await _question(session, who, now)
    if question is None:
        return await help.fallback(session, who, inbound, now)
    try:
        return await WORDS[question.topic].handler(session, who, inbound, now, question.about)
    except Refused as refused:
        asked = f"{question.topic}:{question.about}"
        raise await handed.kinder(session, who, refused, asked, now) from None


async def _question(
    session: AsyncSession, who: Person, now: datetime, routes: dict[str, WordsRoute] = WORDS
) -> Dialogue | None:
    """The question that still waits for this person's words; one that waited too long is forgotten."""
    question = await queries.question_to(session, who)
    route = routes.get(question.topic) if question else None
    if question is None or route is None or who.role not in route.roles:
        return None
    if now - question.asked_at > route.patience:
        await queries.forget_question(session, who)
        return None
    return question

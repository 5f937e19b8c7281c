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
from bot.domain.forms import IDLE
from bot.domain.messages import Inbound, Kind, Notice, Refused
from bot.domain.outcomes import MEANINGS, Outcome
from bot.domain.people import Role
from bot.domain.practice import PIN, PRACTICE
from bot.domain.reports import BEGUN_LASTS
from bot.domain.uploads import UPLOADERS
from bot.handlers import (
    adjusting,
    agency,
    answers,
    assisting,
    checkin,
    closing,
    closures,
    consents,
    contests,
    covers,
    drill,
    enrol,
    excuses,
    guardians,
    handed,
    help,
    importing,
    inviting,
    language,
    leaves,
    leaving,
    lost,
    moves,
    officer,
    outcomes,
    own_code,
    phones,
    photo,
    pin_check,
    placing,
    plan,
    posts,
    practice,
    prosecution,
    proving,
    registering,
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
from bot.storage.phones import DeskPhone

log = structlog.get_logger()

Handler = Callable[[AsyncSession, Person, Inbound, datetime], Awaitable[list[Notice]]]
OpenHandler = Callable[[AsyncSession, Person | Stranger, Inbound, datetime], Awaitable[list[Notice]]]
WordsHandler = Callable[[AsyncSession, Person, Inbound, datetime, int], Awaitable[list[Notice]]]

CLIENT = frozenset({Role.CLIENT})
SUPERVISOR = frozenset({Role.SUPERVISOR})
OFFICER = frozenset({Role.OFFICER})
HEAD = frozenset({Role.HEAD})
PROSECUTOR = frozenset({Role.PROSECUTOR})
AGENCY = frozenset({Role.AGENCY})
GUARDIAN = frozenset({Role.GUARDIAN})
KEEPERS = frozenset({Role.OFFICER, Role.HEAD, Role.OPERATOR})
POSTS = frozenset({Role.OFFICER, Role.OPERATOR})
OFFICE = frozenset({Role.OFFICER, Role.HEAD})
ON_SITE = frozenset({Role.SUPERVISOR, Role.OFFICER})
INVITES = frozenset({Role.OFFICER, Role.OPERATOR})
STAFF_ON_LEAVE = frozenset({Role.SUPERVISOR, Role.OFFICER, Role.HEAD})
SHUTS = MEANINGS[Outcome.SITE_CLOSED].roles
EVERYBODY = frozenset(Role)


async def _file(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A document is a workbook from those who may send one; others are told what to send instead."""
    answer = importing.file if who.role in UPLOADERS else help.file
    return await answer(session, who, inbound, now)


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


async def _start(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """The link of a shared phone, or that of a person."""
    bound = await phones.bound(session, who, inbound, now)
    return bound if bound is not None else await enrol.start(session, who, inbound, now)


async def _practise(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/latihan`: each role has a round of its own."""
    rounds = {Role.CLIENT: practice.begin, Role.SUPERVISOR: drill.begin}
    return await rounds.get(who.role, practice.tour)(session, who, inbound, now)


OPEN: dict[str, OpenHandler] = {
    "start": _start,
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


async def _summary(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """An officer's and a head's is about cases, an agency's about its sites."""
    handler = agency.totals if who.role is Role.AGENCY else officer.summary
    return await handler(session, who, inbound, now)


COMMANDS: dict[str, Route] = {
    "mulai": Route(CLIENT, checkin.want_start),
    "selesai": Route(CLIENT, checkin.want_finish),
    "lapor": Route(CLIENT, report.begin),
    "jam": Route(CLIENT, help.hours),
    "ganti": Route(CLIENT, moves.begin),
    "kodesaya": Route(CLIENT, own_code.show),
    "data": Route(EVERYBODY, help.own_data),
    "daftar": Route(SUPERVISOR, roll.today),
    "tutup": Route(SHUTS, closures.begin),
    "cuti": Route(STAFF_ON_LEAVE, leaves.begin),
    "perlu": Route(OFFICE, officer.needs),
    "ringkasan": Route(OFFICE | AGENCY, _summary),
    "klien": Route(OFFICE, officer.client_card),
    "izinkan": Route(OFFICER, excuses.excuse),
    "konfirmasi": Route(OFFICER, signed_lists.begin),
    "hadirkan": Route(OFFICER, assisting.present),
    "penempatan": Route(OFFICER, placing.propose),
    "rencana": Route(OFFICER, plan.show),
    "perkara": Route(PROSECUTOR, prosecution.show),
    "izinwali": Route(OFFICER, consents.begin),
    "hilang": Route(KEEPERS | SUPERVISOR, lost.begin),
    "stop": Route(EVERYBODY, leaving.stop),
    "salahnomor": Route(EVERYBODY, leaving.wrong_number),
    "undang": Route(INVITES, inviting.begin),
    "impor": Route(UPLOADERS, importing.begin),
    "jadwal": Route(GUARDIAN, guardians.schedule),
    "ganti-orang": Route(CLIENT, phones.change),
    "pos": Route(POSTS, posts.show),
    "bahasa": Route(EVERYBODY, language.begin),
    "latihan": Route(EVERYBODY, _practise),
    "akhirilatihan": Route(EVERYBODY, practice.stop),
    "daftarkan": Route(INVITES, registering.begin),
    "ubah": Route(INVITES, registering.correct),
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
    "upload-filled": Route(UPLOADERS, importing.filled),
    "upload-save": Route(UPLOADERS, importing.save),
    "upload-cancel": Route(UPLOADERS, importing.cancel),
    "assist": Route(GUARDIAN, guardians.begin),
    "assist-here": Route(GUARDIAN, guardians.here),
    "assist-why": Route(GUARDIAN, guardians.why),
    "assist-officer": Route(OFFICER, assisting.by_choice),
    "phone-user": Route(CLIENT, phones.chosen_before),
    "phone-wrong": Route(CLIENT, phones.wrong),
    "pos-kind": Route(POSTS, posts.set_kind),
    "pos-open": Route(POSTS, posts.open_card),
    "pos-people": Route(POSTS, posts.ask_people),
    "pos-name": Route(POSTS, posts.ask_name),
    "pos-link": Route(POSTS, posts.new_link),
    "pos-end": Route(POSTS, posts.end),
    "pos-let-in": Route(POSTS, posts.let_in),
    "language": Route(EVERYBODY, language.by_choice),
    "practise": Route(EVERYBODY, _practise),
    "drill": Route(SUPERVISOR, drill.go_on),
    "pin-site": Route(SUPERVISOR, pin_check.choose),
    "register-begin": Route(INVITES, registering.begin_by_choice),
    "register-open": Route(INVITES, registering.open_by_choice),
    "register-resume": Route(INVITES, registering.resume),
    "register-set": Route(INVITES, registering.set_by_choice),
    "register-pick": Route(INVITES, registering.pick),
    "register-days": Route(INVITES, registering.days),
    "register-skip": Route(INVITES, registering.skip),
    "register-clear": Route(INVITES, registering.clear),
    "register-pin": Route(INVITES, registering.keep_pin),
    "register-lines": Route(INVITES, registering.lines),
    "register-line": Route(INVITES, registering.line),
    "register-save": Route(INVITES, registering.save),
    "register-cancel": Route(INVITES, registering.cancel),
}


async def _photo(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A client's photo shows his work; an officer's is asked for first (`PICTURES`)."""
    handler = signed_lists.unasked if who.role is Role.OFFICER else photo.photo
    return await handler(session, who, inbound, now)


async def _location(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A client's is about his own day, a guardian's about a child's, an officer's about a site that he
    registers."""
    told = {Role.CLIENT: checkin.location, Role.GUARDIAN: guardians.location}
    return await told.get(who.role, registering.location)(session, who, inbound, now)


KINDS: dict[Kind, Route] = {
    Kind.LOCATION: Route(CLIENT | GUARDIAN | INVITES, _location),
    Kind.LIVE: Route(CLIENT, checkin.live),
    Kind.PHOTO: Route(CLIENT | OFFICER, _photo),
    Kind.FILE: Route(EVERYBODY, _file),
    Kind.VOICE: Route(EVERYBODY, help.voice),
    Kind.EDITED: Route(EVERYBODY, help.edited),
}

UNTIL_ENDED = timedelta(days=1)
"""The clock ends a practice after its hour, and says so: until then nothing that is sent is work."""
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
    "assist": WordsRoute(GUARDIAN, guardians.why_in_words, timedelta(minutes=30)),
    "assist-officer": WordsRoute(OFFICER, assisting.in_words, timedelta(hours=1)),
    "pos-people": WordsRoute(POSTS, posts.people_in_words, timedelta(hours=1)),
    "pos-name": WordsRoute(POSTS, posts.name_in_words, timedelta(hours=1)),
    PRACTICE: WordsRoute(CLIENT, practice.words, UNTIL_ENDED),
    PIN: WordsRoute(SUPERVISOR, pin_check.words, UNTIL_ENDED),
    "register": WordsRoute(INVITES, registering.in_words, IDLE),
}
"""Free text, by the topic of the question that waits for it."""

PICTURES: dict[str, WordsRoute] = {
    "consent-form": WordsRoute(OFFICER, consents.form, timedelta(hours=1)),
    "signed-photo": WordsRoute(OFFICER, signed_lists.photo, timedelta(hours=12)),
    PRACTICE: WordsRoute(CLIENT, practice.photo, UNTIL_ENDED),
}
"""A photo that was asked for, by the topic of the question; any other is a client's (`KINDS`)."""

PLACES: dict[str, WordsRoute] = {
    PRACTICE: WordsRoute(CLIENT, practice.location, UNTIL_ENDED),
    PIN: WordsRoute(SUPERVISOR, pin_check.location, UNTIL_ENDED),
}
"""A location that was asked for, by the topic of the question; any other is a client's work (`KINDS`)."""
FILES: dict[str, WordsRoute] = {
    PRACTICE: WordsRoute(CLIENT, practice.file, UNTIL_ENDED),
}
"""A file where something else was asked for, by the topic of the question."""
ASKED_FOR = {Kind.PHOTO: PICTURES, Kind.LOCATION: PLACES, Kind.FILE: FILES}
PRACTISED_WITH = frozenset({*ASKED_FOR, Kind.LIVE, Kind.EDITED})
"""What does not end a practice."""

ASIDE = frozenset({"jam", "data", "bantuan"})
"""Asked in between, and answered; the question of a report that waits is repeated below."""

WITH_WORDS = frozenset(
    {"start", "klien", "izinkan", "penempatan", "perkara", "rencana", "tutup", "izinwali", "hilang", "undang"}
    | {"cuti", "konfirmasi", "impor", "hadirkan", "pos", "bahasa", "daftarkan", "ubah", "pindah"}
)
"""Commands that take something after them; any other word of a command stands alone."""


BEGIN_SENTENCES = frozenset(
    {
        "bahasa",
        "cuti",
        "daftarkan",
        "hadirkan",
        "hilang",
        "impor",
        "konfirmasi",
        "pindah",
        "pos",
        "ubah",
        "undang",
    }
)
"""Commands whose word also begins an ordinary sentence: while an answer in words is awaited, a sentence that
begins with one is the answer. With a slash it is always the command."""

SAID_OTHERWISE = {"berhenti": "stop", "salah nomor": "salahnomor", "bukan saya": "salahnomor"}
"""Words for a command that people find by themselves."""


async def is_answer(
    session: AsyncSession, who: Person | Stranger | DeskPhone, text: str, now: datetime
) -> bool:
    """Whether a text that could name a command is the answer to a question instead."""
    words = text.casefold().split()
    sentence = len(words) > 1 and words[0] in BEGIN_SENTENCES
    otherwise = " ".join(words).strip(".!") in SAID_OTHERWISE
    if not isinstance(who, Person) or not (sentence or otherwise):
        return False
    return await _question(session, who, now) is not None


def command_in(text: str, who: Person | Stranger | DeskPhone) -> tuple[str, str] | None:
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
    session: AsyncSession, who: Person | Stranger | DeskPhone, inbound: Inbound, now: datetime
) -> list[Notice]:
    """Let the right handler answer. Raises Refused when the rules say no."""
    name = entry(inbound)
    if isinstance(who, DeskPhone):
        return await phones.nobody(session, who, inbound, now)
    if isinstance(who, Stranger):
        return await (OPEN | NEWCOMERS).get(name, unknown)(session, who, inbound, now)
    if inbound.kind is Kind.TEXT:
        return await _words(session, who, inbound, now)
    await _leave_question(session, who, inbound)
    notices = await _deed(session, who, inbound, now, name)
    if name in ASIDE and await _question(session, who, now):
        notices += await report.go_on(session, who, now)
    return notices


async def _leave_question(session: AsyncSession, who: Person, inbound: Inbound) -> None:
    """A supervisor does something else: later words are no reason. A client who does leaves his practice: the
    keys under the next answer are for work, and a location sent with them must count."""
    tried = inbound.kind in PRACTISED_WITH
    if tried and who.role is not Role.SUPERVISOR:
        return
    question = await queries.question_to(session, who)
    practises = question is not None and question.topic in (PRACTICE, PIN)
    if question and not (practises and tried) and (practises or who.role is Role.SUPERVISOR):
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
    if routes and (question := await _question(session, who, now, routes)):
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

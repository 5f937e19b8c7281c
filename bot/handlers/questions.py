"""Questions that wait for an answer: what becomes of words, photos, places and files that were asked for."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.forms import IDLE
from bot.domain.messages import Kind
from bot.domain.practice import PIN, PRACTICE
from bot.domain.reports import BEGUN_LASTS
from bot.handlers import (
    adjusting,
    answers,
    assisting,
    circulars,
    claims,
    closed_hours,
    closing,
    closure_claims,
    closure_photos,
    consents,
    contest_decisions,
    contest_otherwise,
    contests,
    correcting,
    day_covers,
    doubles,
    earlier_starts,
    evaluations,
    excuse_afterwords,
    excuse_decisions,
    excuse_parts,
    excuse_requests,
    excuse_steps,
    follow_ups,
    guardians,
    help_answers,
    help_calls,
    help_places,
    identities,
    incidents,
    leaves,
    lost,
    move_words,
    moves,
    notes,
    office_arrivals,
    office_transfers,
    officer,
    outcomes,
    pin_check,
    pin_reports,
    posts,
    practice,
    registering,
    report,
    review,
    signed_lists,
    thread_answers,
    thread_beginnings,
    threads,
    transfers,
    typed_closures,
    work_notes,
    worry_places,
)
from bot.handlers.routes import (
    CLIENT,
    EVALUATES,
    GUARDIAN,
    INVITES,
    KEEPERS,
    OFFICE,
    OFFICER,
    ON_SITE,
    RECEIVES,
    SHUTS,
    SUPERVISOR,
    WordsRoute,
)
from bot.storage import queries, screens
from bot.storage.models import Dialogue, Person

UNTIL_ENDED = timedelta(days=1)
"""The clock ends a practice after its hour, and says so: until then nothing that is sent is work."""
WORDS: dict[str, WordsRoute] = {
    incidents.TOPIC: WordsRoute(SUPERVISOR, incidents.in_words, incidents.PATIENCE),
    incidents.MORE: WordsRoute(SUPERVISOR, incidents.in_words, incidents.PATIENCE),
    circulars.TOPIC: WordsRoute(OFFICER, circulars.in_words, timedelta(hours=1)),
    circulars.REWORDED: WordsRoute(OFFICER, circulars.in_words, timedelta(minutes=10)),
    closure_claims.PLACE: WordsRoute(CLIENT, closure_claims.in_words, closure_claims.PATIENCE),
    day_covers.TOPIC: WordsRoute(SUPERVISOR, day_covers.in_words, day_covers.PATIENCE),
    day_covers.NEW: WordsRoute(SUPERVISOR, day_covers.new_in_words, day_covers.PATIENCE),
    day_covers.DAY: WordsRoute(SUPERVISOR, day_covers.day_in_words, day_covers.PATIENCE),
    "shut": WordsRoute(SHUTS, typed_closures.in_words, timedelta(hours=1)),
    typed_closures.SURE: WordsRoute(SHUTS, typed_closures.sure_in_words, timedelta(hours=1)),
    closed_hours.TOPIC: WordsRoute(SHUTS, closed_hours.in_words, timedelta(hours=1)),
    "reject": WordsRoute(ON_SITE, review.reject_in_words, timedelta(hours=1)),
    work_notes.TOPIC: WordsRoute(SUPERVISOR, work_notes.in_words, timedelta(minutes=30)),
    evaluations.TOPIC: WordsRoute(EVALUATES, evaluations.in_words, evaluations.PATIENCE),
    evaluations.OFFICERS: WordsRoute(OFFICER, evaluations.in_words, evaluations.PATIENCE),
    correcting.TOPIC: WordsRoute(ON_SITE, correcting.in_words, timedelta(hours=1)),
    adjusting.TOPIC: WordsRoute(OFFICER, adjusting.in_words, timedelta(hours=1)),
    adjusting.SURE: WordsRoute(OFFICER, adjusting.in_words, timedelta(hours=1)),
    "suspend": WordsRoute(OFFICER, closing.suspend_in_words, timedelta(hours=1)),
    "resume": WordsRoute(OFFICER, closing.resume_in_words, timedelta(hours=1)),
    follow_ups.DAY: WordsRoute(OFFICER, follow_ups.plan_in_words, timedelta(hours=1)),
    follow_ups.UNTIL: WordsRoute(OFFICER, follow_ups.until_in_words, timedelta(hours=1)),
    outcomes.WHY: WordsRoute(OFFICER, outcomes.why_in_words, timedelta(hours=1)),
    notes.TOPIC: WordsRoute(OFFICER, notes.in_words, timedelta(hours=1)),
    follow_ups.NOTE: WordsRoute(OFFICER, follow_ups.note_in_words, timedelta(hours=1)),
    follow_ups.OUTCOME: WordsRoute(OFFICER, follow_ups.outcome_in_words, timedelta(minutes=10)),
    follow_ups.MORE: WordsRoute(OFFICER, follow_ups.note_in_words, timedelta(minutes=5)),
    "closing": WordsRoute(OFFICER, closing.unserved_in_words, timedelta(hours=1)),
    "leave-first": WordsRoute(ON_SITE, leaves.first_in_words, timedelta(hours=1)),
    "leave-last": WordsRoute(ON_SITE, leaves.last_in_words, timedelta(hours=1)),
    "leave-who": WordsRoute(ON_SITE, leaves.who_in_words, timedelta(hours=1)),
    "transfer-client": WordsRoute(OFFICE, transfers.client_in_words, timedelta(hours=1)),
    "transfer-to": WordsRoute(OFFICE, transfers.to_in_words, timedelta(hours=1)),
    "transfer-reason": WordsRoute(OFFICE, transfers.reason_in_words, timedelta(hours=1)),
    "double-reason": WordsRoute(INVITES, doubles.reason_in_words, timedelta(hours=1)),
    "office-transfer-to": WordsRoute(OFFICE, office_transfers.office_in_words, timedelta(hours=1)),
    "office-transfer-reason": WordsRoute(OFFICE, office_transfers.reason_in_words, timedelta(hours=1)),
    "office-transfer-who": WordsRoute(RECEIVES, office_arrivals.officer_in_words, timedelta(hours=1)),
    "office-transfer-no": WordsRoute(RECEIVES, office_arrivals.declined_in_words, timedelta(hours=1)),
    "signed-photo": WordsRoute(OFFICER, signed_lists.not_words, timedelta(hours=12)),
    "signed-reason": WordsRoute(OFFICER, signed_lists.in_words, timedelta(hours=1)),
    earlier_starts.TOPIC: WordsRoute(CLIENT, earlier_starts.in_words, earlier_starts.PATIENCE),
    claims.DAY: WordsRoute(CLIENT, claims.day, timedelta(hours=1)),
    contests.TIMES: WordsRoute(CLIENT, contests.times, timedelta(hours=1)),
    contests.WORDS: WordsRoute(CLIENT, contests.in_words, timedelta(hours=12)),
    contests.MORE: WordsRoute(CLIENT, contests.more, contests.PATIENCE),
    contests.AGAIN: WordsRoute(CLIENT, contests.again, contests.PATIENCE),
    contest_otherwise.TOPIC: WordsRoute(OFFICE, contest_otherwise.in_words, timedelta(hours=1)),
    contest_otherwise.SURE: WordsRoute(OFFICE, contest_otherwise.in_words, timedelta(hours=1)),
    "contest-answer": WordsRoute(OFFICE, contest_decisions.in_words, timedelta(hours=1)),
    excuse_steps.TOPIC: WordsRoute(CLIENT | GUARDIAN, excuse_requests.in_words, excuse_steps.PATIENCE),
    excuse_parts.DAYS: WordsRoute(OFFICER, excuse_parts.not_words, timedelta(hours=1)),
    excuse_parts.WHY: WordsRoute(OFFICER, excuse_parts.in_words, timedelta(hours=1)),
    excuse_decisions.TOPIC: WordsRoute(OFFICER, excuse_decisions.in_words, timedelta(hours=1)),
    help_calls.TOPIC: WordsRoute(CLIENT, help_calls.in_words, help_calls.PATIENCE),
    help_calls.MORE: WordsRoute(CLIENT, help_calls.in_words, help_calls.MORE_PATIENCE),
    threads.TOPIC: WordsRoute(CLIENT | GUARDIAN, threads.said, timedelta(hours=1)),
    threads.MORE: WordsRoute(CLIENT, threads.more, threads.MORE_PATIENCE),
    thread_answers.TOPIC: WordsRoute(OFFICER, thread_answers.in_words, timedelta(hours=1)),
    thread_answers.MORE: WordsRoute(OFFICER, thread_answers.more_words, timedelta(minutes=3)),
    thread_beginnings.WHO: WordsRoute(OFFICER, thread_beginnings.name_in_words, timedelta(minutes=10)),
    officer.TOPIC: WordsRoute(OFFICE, officer.name_in_words, timedelta(minutes=10)),
    help_answers.OUTCOME: WordsRoute(OFFICE, help_answers.outcome_in_words, timedelta(hours=1)),
    moves.WHY: WordsRoute(CLIENT, move_words.in_words, moves.PATIENCE),
    "miss": WordsRoute(CLIENT, answers.in_words, timedelta(hours=12), answers.still_asked),
    "miss-more": WordsRoute(CLIENT, answers.more_words, timedelta(minutes=30), answers.still_asked),
    "report": WordsRoute(CLIENT, report.answer, BEGUN_LASTS),
    lost.WHOSE: WordsRoute(KEEPERS | SUPERVISOR, lost.in_words, timedelta(minutes=30)),
    "consent-form": WordsRoute(OFFICER, consents.form_in_words, timedelta(hours=1)),
    "enrol-photo": WordsRoute(OFFICER, identities.not_words, timedelta(hours=1)),
    "identity-note": WordsRoute(ON_SITE, identities.note, timedelta(minutes=30)),
    "assist": WordsRoute(GUARDIAN, guardians.why_in_words, timedelta(minutes=30)),
    "assist-officer": WordsRoute(OFFICER, assisting.in_words, timedelta(hours=1)),
    "pos-people": WordsRoute(INVITES, posts.people_in_words, timedelta(hours=1)),
    "pos-name": WordsRoute(INVITES, posts.name_in_words, timedelta(hours=1)),
    PRACTICE: WordsRoute(CLIENT, practice.words, UNTIL_ENDED),
    PIN: WordsRoute(SUPERVISOR, pin_check.words, UNTIL_ENDED),
    "register": WordsRoute(INVITES, registering.in_words, IDLE),
    pin_reports.PLACE: WordsRoute(CLIENT | SUPERVISOR, pin_reports.not_a_place, pin_reports.PATIENCE),
    pin_reports.PHOTO: WordsRoute(CLIENT | SUPERVISOR, pin_reports.not_a_photo, pin_reports.PATIENCE),
}
"""Free text, by the topic of the question that waits for it."""

OF_A_MISS = cards.MISS_TOPICS
"""What the clock asks by itself: thanks, and a reply to something else, are no answer to it."""

OF_ONESELF = frozenset(
    {"miss", "miss-more", "report", contests.WORDS, contests.MORE, contests.AGAIN}
    | {help_calls.TOPIC, threads.TOPIC, excuse_steps.TOPIC, moves.WHY}
)
"""Where somebody tells of himself: *berhenti* may be about his work, and *HP hilang* why he did not come."""
ABOUT_A_PHONE = OF_ONESELF | {"assist", "assist-officer"}
"""Where a lost phone is an answer."""

REASONS = frozenset(
    {
        help_answers.OUTCOME,
        follow_ups.NOTE,
        follow_ups.OUTCOME,
        follow_ups.MORE,
        thread_answers.MORE,
        circulars.REWORDED,
        notes.TOPIC,
        outcomes.WHY,
        incidents.TOPIC,
        incidents.MORE,
        excuse_decisions.TOPIC,
        excuse_parts.WHY,
        "shut",
        typed_closures.SURE,
        closed_hours.TOPIC,
        "reject",
        "suspend",
        "resume",
        "closing",
        "contest-answer",
        "signed-reason",
        "assist",
    }
    | {
        "assist-officer",
        "identity-note",
        correcting.TOPIC,
        work_notes.TOPIC,
        evaluations.TOPIC,
        evaluations.OFFICERS,
        "double-reason",
        "transfer-reason",
        "office-transfer-reason",
        "office-transfer-no",
    }
)
"""Where a reason for something about somebody else is awaited: the words of a button are none."""

IN_NUMBERS = frozenset({correcting.TOPIC, closed_hours.TOPIC})
"""Those of them where a time may come first: *8* is one."""

NO_WORDS = frozenset(
    {"signed-photo", "enrol-photo", "consent-form", excuse_parts.DAYS}
    | {pin_reports.PLACE, pin_reports.PHOTO, PRACTICE, PIN}
)
"""Where a photo, a place or a tick is awaited, and words only say that it does not come."""

PICTURES: dict[str, WordsRoute] = {
    "consent-form": WordsRoute(OFFICER, consents.form, timedelta(hours=1)),
    "enrol-photo": WordsRoute(OFFICER, identities.enrolment_photo, timedelta(hours=1)),
    "signed-photo": WordsRoute(OFFICER, signed_lists.photo, timedelta(hours=12)),
    closure_claims.PLACE: WordsRoute(CLIENT, closure_photos.first, closure_claims.PATIENCE),
    closure_claims.PHOTO: WordsRoute(CLIENT, closure_photos.later, closure_claims.PATIENCE),
    help_calls.TOPIC: WordsRoute(CLIENT, help_calls.picture, help_calls.PATIENCE),
    help_calls.MORE: WordsRoute(CLIENT, help_calls.picture, help_calls.MORE_PATIENCE),
    threads.TOPIC: WordsRoute(CLIENT | GUARDIAN, threads.said, timedelta(hours=1)),
    threads.MORE: WordsRoute(CLIENT, threads.more, threads.MORE_PATIENCE),
    incidents.TOPIC: WordsRoute(SUPERVISOR, incidents.picture, incidents.PATIENCE),
    incidents.MORE: WordsRoute(SUPERVISOR, incidents.picture, incidents.PATIENCE),
    excuse_steps.TOPIC: WordsRoute(CLIENT | GUARDIAN, excuse_requests.photo, excuse_steps.PATIENCE),
    PRACTICE: WordsRoute(CLIENT, practice.photo, UNTIL_ENDED),
    contests.MORE: WordsRoute(CLIENT, contests.more, contests.PATIENCE),
    contests.AGAIN: WordsRoute(CLIENT, contests.again, contests.PATIENCE),
    pin_reports.PHOTO: WordsRoute(CLIENT | SUPERVISOR, pin_reports.photo, pin_reports.PATIENCE),
}
"""A photo that was asked for, by the topic of the question; any other is a client's (`KINDS`)."""
TAPPED = frozenset({typed_closures.SURE})
"""Questions whose own button, of the same name, needs what was said before."""
BRIEF: dict[str, frozenset[str]] = {
    follow_ups.OUTCOME: frozenset({"follow-up-so", "follow-up-came"}),
    follow_ups.MORE: frozenset(),
    evaluations.OFFICERS: frozenset(),
    thread_answers.MORE: frozenset(),
    circulars.REWORDED: frozenset(),
}
"""Questions that nobody asked in so many words, and the taps that need what was said to them: with any other
tap, and with every command, they are over, so that no words get into another client's record."""
PREVIEWS: dict[str, frozenset[str]] = {
    adjusting.SURE: frozenset({"adjust-yes"}),
    typed_closures.SURE: frozenset({typed_closures.SURE}),
    contest_otherwise.SURE: frozenset({"contest-other-yes", contest_otherwise.TOPIC}),
    circulars.REWORDED: frozenset({"circular-send", "circular-morning", "circular-words"}),
    thread_answers.MORE: frozenset(),
}
"""Where something was shown that counts with a *ya*, or a second line is taken; and its own buttons. Once
something came in below it, words may be meant for that: they are no answer any more, only the buttons are."""
WORDS_FIRST = frozenset({contests.WORDS, contests.TIMES, claims.DAY})
"""Where what a client sends would be evidence of a contest, and his words come first: it is no photo of work,
and no recording about it."""

PLACES: dict[str, WordsRoute] = {
    closure_claims.PLACE: WordsRoute(CLIENT, closure_claims.place, closure_claims.PATIENCE),
    closure_claims.PHOTO: WordsRoute(CLIENT, closure_claims.later_place, closure_claims.PATIENCE),
    PRACTICE: WordsRoute(CLIENT, practice.location, UNTIL_ENDED),
    PIN: WordsRoute(SUPERVISOR, pin_check.location, UNTIL_ENDED),
    pin_reports.PLACE: WordsRoute(CLIENT | SUPERVISOR, pin_reports.location, pin_reports.PATIENCE),
    help_calls.TOPIC: WordsRoute(CLIENT, help_places.location, help_calls.PATIENCE),
    help_calls.MORE: WordsRoute(CLIENT, help_places.location, help_calls.MORE_PATIENCE),
    threads.MORE: WordsRoute(CLIENT, worry_places.location, threads.MORE_PATIENCE),
}
"""A location that was asked for, by the topic of the question; any other is a client's work (`KINDS`)."""
MOVING: dict[str, WordsRoute] = {
    help_calls.TOPIC: WordsRoute(CLIENT, help_places.moves, help_calls.PATIENCE),
    help_calls.MORE: WordsRoute(CLIENT, help_places.moves, help_calls.MORE_PATIENCE),
}
"""A later position of a live location, by the topic of the question that the first one answered."""
FILES: dict[str, WordsRoute] = {
    PRACTICE: WordsRoute(CLIENT, practice.file, UNTIL_ENDED),
}
"""A file where something else was asked for, by the topic of the question."""
VOICES: dict[str, WordsRoute] = {
    help_calls.TOPIC: WordsRoute(CLIENT, help_calls.aloud, help_calls.PATIENCE),
    help_calls.MORE: WordsRoute(CLIENT, help_calls.aloud, help_calls.MORE_PATIENCE),
    threads.TOPIC: WordsRoute(CLIENT | GUARDIAN, threads.said, timedelta(hours=1)),
    threads.MORE: WordsRoute(CLIENT, threads.more, threads.MORE_PATIENCE),
    incidents.TOPIC: WordsRoute(SUPERVISOR, incidents.aloud, incidents.PATIENCE),
    incidents.MORE: WordsRoute(SUPERVISOR, incidents.aloud, incidents.PATIENCE),
    excuse_steps.TOPIC: WordsRoute(CLIENT | GUARDIAN, excuse_afterwords.aloud, excuse_steps.PATIENCE),
    contests.WORDS: WordsRoute(CLIENT, contests.in_words, timedelta(hours=12)),
    contests.MORE: WordsRoute(CLIENT, contests.more, contests.PATIENCE),
    contests.AGAIN: WordsRoute(CLIENT, contests.again, contests.PATIENCE),
}
"""A recording that was asked for, by the topic of the question; any other is about work (`KINDS`)."""
PRACTISED_WITH = frozenset({Kind.PHOTO, Kind.LOCATION, Kind.FILE, Kind.LIVE, Kind.EDITED})
"""What does not end a practice."""
ASKED_FOR = {
    Kind.PHOTO: PICTURES,
    Kind.LOCATION: PLACES,
    Kind.LIVE: MOVING,
    Kind.FILE: FILES,
    Kind.VOICE: VOICES,
}


async def waiting(
    session: AsyncSession, who: Person, now: datetime, routes: dict[str, WordsRoute] = WORDS
) -> Dialogue | None:
    """The question that still waits for this person's words; one that waited too long, or was settled
    meanwhile, is forgotten. What was shown and has slid up the screen waits for its button alone."""
    question = await queries.question_to(session, who)
    route = routes.get(question.topic) if question else None
    if question is None or route is None or who.role not in route.roles:
        return None
    settled = route.stands is not None and not await route.stands(session, who, question.about)
    if settled or now - question.asked_at > route.patience:
        await queries.forget_question(session, who)
        return None
    if question.topic in PREVIEWS and await screens.came_in(session, who.id, question.asked_at):
        return None
    return question

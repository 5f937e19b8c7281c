"""The table: from commands, buttons and kinds of message to handlers and roles.

It is the only place that says who may do what in general; each handler checks the object itself (own case,
own site, own office). A test sweeps role × entry × object from here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain import site_codes
from bot.domain.messages import Inbound, Kind, Notice
from bot.domain.people import Role
from bot.domain.uploads import UPLOADERS
from bot.domain.wishes import agrees
from bot.handlers import (
    absences,
    adjusting,
    agency,
    answers,
    assisting,
    challenge_answers,
    challenge_rules,
    checkin,
    circulars,
    claims,
    closed_hours,
    closing,
    closure_beginnings,
    closure_claims,
    closure_photos,
    closures,
    coming_days,
    consents,
    contest_afterwords,
    contest_decisions,
    contest_otherwise,
    contest_witnesses,
    contests,
    correcting,
    covers,
    day_covers,
    day_lists,
    declining,
    document_cases,
    document_evaluations,
    document_periods,
    document_sites,
    documents,
    doubles,
    drill,
    earlier_starts,
    edits,
    enrol,
    evaluation_results,
    evaluations,
    evidence_views,
    excuse_afterwords,
    excuse_beginnings,
    excuse_decisions,
    excuse_parts,
    excuse_requests,
    excuses,
    families,
    figures,
    follow_ups,
    guardians,
    head_lists,
    help,
    help_answers,
    help_calls,
    help_places,
    identities,
    importing,
    incident_answers,
    incidents,
    inviting,
    language,
    leaves,
    leaving,
    list_pages,
    lost,
    miss_words,
    mistaken_start,
    move_words,
    moves,
    notes,
    nudging,
    office_arrivals,
    office_transfers,
    officer,
    outcomes,
    own_code,
    own_hours,
    own_letters,
    own_receipts,
    own_totals,
    patterns,
    phones,
    photo,
    photo_uses,
    pin_check,
    pin_decisions,
    pin_reports,
    placing,
    plan,
    posters,
    posts,
    practice,
    promised_proofs,
    prosecution,
    proving,
    recipient_picks,
    registering,
    reminders,
    report,
    review,
    roll,
    roll_call,
    session_ratings,
    signed_lists,
    site_code_cards,
    site_code_uses,
    supervisor_places,
    thread_answers,
    thread_attachments,
    thread_beginnings,
    thread_reading,
    thread_replies,
    threads,
    transfers,
    typed_closures,
    voices,
    vouching,
    without_location,
    work_list,
    work_notes,
    worry_places,
)
from bot.handlers.begun_elsewhere import where_he_works
from bot.handlers.newcomers import newcomer_at
from bot.handlers.routes import (
    AGENCY,
    CASE_PAPERS,
    CLIENT,
    DOCUMENTS,
    EVALUATES,
    EVERYBODY,
    GUARDIAN,
    HEAD,
    INVITES,
    KEEPERS,
    OFFICE,
    OFFICER,
    ON_SITE,
    PROSECUTOR,
    RECEIVES,
    REVIEWS,
    SHUTS,
    SITE_PAPERS,
    STAFF_ON_LEAVE,
    SUPERVISOR,
    OpenHandler,
    Route,
)
from bot.handlers.strangers import Stranger
from bot.storage.models import Person


async def _file(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A document is a workbook from those who may send one; others are told what to send instead."""
    answer = importing.file if who.role in UPLOADERS else help.file
    return await answer(session, who, inbound, now)


async def _start(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """The link of a site's code, of a shared phone, or of a person."""
    if site_codes.read_link(inbound.text):
        return await site_code_uses.scanned(session, who, inbound, now)
    bound = await phones.bound(session, who, inbound, now)
    return bound if bound is not None else await enrol.start(session, who, inbound, now)


async def _practise(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/latihan`: each role has a round of its own."""
    rounds = {Role.CLIENT: practice.begin, Role.SUPERVISOR: drill.begin}
    return await rounds.get(who.role, practice.tour)(session, who, inbound, now)


async def _message(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/pesan`: an officer names a client, whoever else may writes to the officer."""
    begin = thread_beginnings.begin if who.role is Role.OFFICER else threads.begin
    return await begin(session, who, inbound, now)


async def _urgent(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/darurat`: a client calls for help, a guardian or supervisor reads whom to call and how he writes."""
    answer = help_calls.begin if who.role is Role.CLIENT else help_calls.otherwise
    return await answer(session, who, inbound, now)


OPEN: dict[str, OpenHandler] = {
    "start": _start,
    "agree": enrol.agree,
    "bantuan": help.human,
    Kind.BLOCKED: enrol.blocked,
    Kind.UNBLOCKED: enrol.unblocked,
}
"""For anybody, strangers included."""


async def _newcomers_words(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """A yes or no under the notice, where it is the last thing that was asked, or what the proof wants."""
    said = agrees(inbound.text)
    newcomer = await newcomer_at(session, inbound.sender, now) if said is not None else None
    if newcomer is None or newcomer.invitation.agreed_at is not None:
        return await proving.words(session, who, inbound, now)
    if not said:
        return await declining.disagree(session, who, inbound, now)
    agreed = replace(inbound, kind=Kind.CHOICE, text=f"agree:{newcomer.invitation.id}")
    return await enrol.agree(session, who, agreed, now)


NEWCOMERS: dict[str, OpenHandler] = {
    "langsung": proving.with_officer,
    "disagree": declining.disagree,
    "tidaksetuju": declining.disagree,
    "stop": declining.disagree,
    "salahnomor": declining.wrong_number,
    Kind.CONTACT: proving.contact,
    Kind.TEXT: _newcomers_words,
}
"""For strangers only: what an invitation still wants of whoever has opened it."""


async def _summary(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """An officer's and a head's is about cases, an agency's about its sites."""
    handler = agency.totals if who.role is Role.AGENCY else officer.summary
    return await handler(session, who, inbound, now)


async def _evaluation(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/evaluasi`: results for those who answer for sites, a form for those who saw the work."""
    begin = evaluation_results.begin if who.role in REVIEWS else evaluations.begin
    return await begin(session, who, inbound, now)


async def _day(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/daftar`: first what a supervisor left unanswered; the list comes last, for its numbers are typed."""
    left = await work_notes.unanswered(session, who, now)
    return [*left, *await day_lists.today(session, who, inbound, now)]


COMMANDS: dict[str, Route] = {
    "mulai": Route(CLIENT, where_he_works(checkin.want_start)),
    "batalmulai": Route(CLIENT, where_he_works(mistaken_start.undo)),
    "batalselesai": Route(CLIENT, where_he_works(mistaken_start.undo_finish)),
    "selesai": Route(CLIENT, where_he_works(checkin.want_finish)),
    "lapor": Route(CLIENT, report.begin),
    "jam": Route(CLIENT, own_hours.hours),
    "riwayat": Route(CLIENT, own_receipts.show),
    "ganti": Route(CLIENT, moves.begin),
    "izin": Route(CLIENT | GUARDIAN, excuse_beginnings.begin),
    "kodesaya": Route(CLIENT, own_code.show),
    "data": Route(EVERYBODY, help.own_data),
    "pesan": Route(CLIENT | GUARDIAN | OFFICER, _message),
    "darurat": Route(CLIENT | GUARDIAN | SUPERVISOR, _urgent),
    "daftar": Route(SUPERVISOR, _day),
    "tutup": Route(SHUTS, closure_beginnings.begin),
    "pengganti": Route(SUPERVISOR, day_covers.begin),
    "kejadian": Route(SUPERVISOR, incidents.begin),
    "cuti": Route(STAFF_ON_LEAVE, leaves.begin),
    "perlu": Route(OFFICE, work_list.needs),
    "ringkasan": Route(OFFICE | AGENCY, _summary),
    "evaluasi": Route(EVALUATES | REVIEWS, _evaluation),
    "kirim": Route(OFFICER, circulars.begin),
    "klien": Route(OFFICE, officer.client_card),
    "pola": Route(OFFICER, patterns.show),
    "izinkan": Route(OFFICER, excuses.excuse),
    "konfirmasi": Route(OFFICER, signed_lists.begin),
    "keluarga": Route(OFFICER, families.begin),
    "hadirkan": Route(OFFICER, assisting.present),
    "penempatan": Route(OFFICER, placing.propose),
    "rencana": Route(OFFICER, plan.show),
    "perkara": Route(PROSECUTOR, prosecution.show),
    "izinwali": Route(OFFICER, consents.begin),
    "catatan": Route(OFFICER, notes.begin),
    "hilang": Route(KEEPERS | SUPERVISOR, lost.begin),
    "stop": Route(EVERYBODY, leaving.stop),
    "salahnomor": Route(EVERYBODY, leaving.wrong_number),
    "mulailagi": Route(EVERYBODY, leaving.again),
    "undang": Route(INVITES, inviting.begin),
    "impor": Route(UPLOADERS, importing.begin),
    "jadwal": Route(GUARDIAN, guardians.schedule),
    "tidaksetuju": Route(GUARDIAN, consents.refuse_in_words),
    "ganti-orang": Route(CLIENT, phones.change),
    "pos": Route(INVITES, posts.show),
    "pengingat": Route(CLIENT | OFFICER, reminders.begin),
    "bahasa": Route(EVERYBODY, language.begin),
    "latihan": Route(EVERYBODY, _practise),
    "akhirilatihan": Route(EVERYBODY, practice.stop),
    "daftarkan": Route(INVITES, registering.begin),
    "ubah": Route(INVITES, registering.correct),
    "pindah": Route(OFFICE, transfers.begin),
    "gabung": Route(INVITES, doubles.begin),
    "tanpalokasi": Route(CLIENT, where_he_works(without_location.why)),
    "lokasitutup": Route(CLIENT, where_he_works(closure_claims.begin)),
    "lokasisalah": Route(CLIENT | SUPERVISOR, pin_reports.begin),
    "kode": Route(SUPERVISOR, site_code_cards.show),
    "poster": Route(INVITES, posters.begin),
    "dokumen": Route(DOCUMENTS, documents.begin),
    "surat": Route(CLIENT | GUARDIAN, own_letters.show),
    "fotojari": Route(OFFICER, challenge_rules.begin),
    "fotodaftar": Route(OFFICER, identities.begin_enrolment),
    "bandingkan": Route(OFFICER, identities.begin),
}

CHOICES: dict[str, Route] = {
    "finish-now": Route(CLIENT, where_he_works(checkin.finish_now)),
    "no-location": Route(CLIENT, where_he_works(without_location.begin_or_end)),
    "restart": Route(CLIENT, checkin.restart),
    "only-location": Route(CLIENT, where_he_works(checkin.only_location)),
    "undo": Route(CLIENT, where_he_works(checkin.undo)),
    "miss": Route(CLIENT, answers.by_choice),
    "miss-not": Route(CLIENT, miss_words.not_about_it),
    "report": Route(CLIENT, report.begin),
    "report-answer": Route(CLIENT, report.by_choice),
    "right": Route(ON_SITE, review.right),
    "wrong": Route(ON_SITE, review.wrong),
    "reject": Route(ON_SITE, review.reject),
    "unreject": Route(ON_SITE, review.take_back),
    "card": Route(ON_SITE, review.open_card),
    "note": Route(SUPERVISOR, work_notes.begin),
    "note-rate": Route(SUPERVISOR, work_notes.rate),
    "note-mark": Route(SUPERVISOR, work_notes.mark),
    "note-tell": Route(SUPERVISOR, work_notes.answer),
    "session-rate": Route(SUPERVISOR, session_ratings.rate),
    "times": Route(ON_SITE, correcting.begin),
    "times-set": Route(ON_SITE, correcting.by_choice),
    "times-save": Route(ON_SITE, correcting.save),
    "times-drop": Route(ON_SITE, correcting.drop),
    "kin": Route(SUPERVISOR, families.ask),
    "kin-yes": Route(SUPERVISOR, families.declare),
    "kin-of": Route(OFFICER, families.by_choice),
    "kin-own": Route(OFFICER, families.ask_own),
    "kin-note": Route(OFFICER, families.note),
    "kin-end": Route(OFFICER, families.end),
    "present": Route(SUPERVISOR, roll_call.one_here),
    "rest-here": Route(SUPERVISOR, roll_call.rest_here),
    "absent-who": Route(SUPERVISOR, absences.which),
    "absent": Route(SUPERVISOR, absences.of_one),
    "absent-told": Route(SUPERVISOR, absences.told),
    "absent-untold": Route(SUPERVISOR, absences.untold),
    "absent-undo": Route(SUPERVISOR, absences.undo),
    "day-list": Route(SUPERVISOR, _day),
    "coming": Route(SUPERVISOR, coming_days.show),
    "unsaid": Route(SUPERVISOR, absences.unsaid),
    "list-page": Route(SUPERVISOR, list_pages.of_group),
    "day-page": Route(SUPERVISOR, list_pages.of_day),
    "all-here": Route(SUPERVISOR, roll.all_here),
    "all-done": Route(SUPERVISOR, roll.all_done),
    "voice-excuse": Route(CLIENT, promised_proofs.recording),
    "voice-other": Route(CLIENT, promised_proofs.other),
    "words-excuse": Route(CLIENT | GUARDIAN, promised_proofs.words),
    "voice-listen": Route(ON_SITE, voices.listen),
    "accept": Route(OFFICER, officer.accept),
    "decline": Route(OFFICER, officer.decline),
    "evaluation-read": Route(REVIEWS, evaluation_results.begin),
    "evaluation-of": Route(REVIEWS, evaluation_results.show),
    "evaluation-remarks": Route(HEAD, evaluation_results.remarks),
    "evaluation": Route(EVALUATES, evaluations.show),
    "evaluation-answer": Route(EVALUATES, evaluations.answer),
    "case-note": Route(OFFICER, notes.by_choice),
    "needs": Route(OFFICE, work_list.needs),
    "needs-page": Route(OFFICER, work_list.turn),
    "decisions": Route(OFFICE, work_list.more),
    "head-list": Route(HEAD, head_lists.show),
    "leave-page": Route(HEAD, leaves.turn),
    "poster-page": Route(INVITES, posters.turn),
    "document": Route(DOCUMENTS, documents.by_kind),
    "document-site": Route(SITE_PAPERS, document_sites.by_site),
    "document-week": Route(SITE_PAPERS, document_sites.by_week),
    "document-case": Route(CASE_PAPERS, document_cases.by_case),
    "document-evaluation": Route(REVIEWS, document_evaluations.by_span),
    "document-officer": Route(OFFICE, document_periods.by_officer),
    "document-period": Route(OFFICE, document_periods.by_period),
    "follow-up": Route(OFFICER, follow_ups.show),
    "follow-up-of": Route(OFFICER, follow_ups.ask),
    "follow-up-other": Route(OFFICER, follow_ups.others),
    "follow-up-so": Route(OFFICER, follow_ups.add),
    "follow-up-plan": Route(OFFICER, follow_ups.plan),
    "follow-up-day": Route(OFFICER, follow_ups.plan_day),
    "follow-up-result": Route(OFFICER, follow_ups.result),
    "follow-up-came": Route(OFFICER, follow_ups.finish),
    "follow-up-until": Route(OFFICER, follow_ups.until),
    "follow-up-until-day": Route(OFFICER, follow_ups.until_day),
    "follow-up-note": Route(OFFICER, follow_ups.note),
    "follow-up-undo": Route(OFFICER, follow_ups.undo),
    "client": Route(OFFICE, officer.client_by_choice),
    "client-found": Route(OFFICE, officer.turn_found),
    "circular": Route(OFFICER, circulars.by_word),
    "circular-sites": Route(OFFICER, circulars.sites),
    "circular-site": Route(OFFICER, circulars.by_site),
    "circular-pick": Route(OFFICER, recipient_picks.begin),
    "circular-tick": Route(OFFICER, recipient_picks.tick),
    "circular-pick-page": Route(OFFICER, recipient_picks.turn),
    "circular-picked": Route(OFFICER, recipient_picks.done),
    "circular-words": Route(OFFICER, circulars.reword),
    "circular-send": Route(OFFICER, circulars.send),
    "circular-morning": Route(OFFICER, circulars.in_the_morning),
    "circular-again": Route(OFFICER, circulars.again),
    "circular-undo": Route(OFFICER, circulars.take_back),
    "nudge": Route(OFFICER, nudging.at_once),
    "nudge-morning": Route(OFFICER, nudging.in_the_morning),
    "figures": Route(OFFICE, figures.show),
    "figure": Route(OFFICE, figures.show_one),
    "chart": Route(OFFICE, figures.chart),
    "photos-beside": Route(OFFICER, evidence_views.beside),
    "pattern": Route(OFFICER, patterns.answer),
    "adjust": Route(OFFICER, adjusting.begin),
    "adjust-for": Route(OFFICER, adjusting.ask_minutes),
    "adjust-yes": Route(OFFICER, adjusting.confirm),
    "prosecuted-page": Route(PROSECUTOR, prosecution.turn),
    "prosecuted": Route(PROSECUTOR, prosecution.by_choice),
    "suspend": Route(OFFICER, closing.suspend),
    "resume": Route(OFFICER, closing.resume),
    "turn-back": Route(OFFICER, closing.turn_back),
    "outcomes": Route(OFFICER, outcomes.choose),
    "outcome": Route(OFFICER, outcomes.decide),
    "excuse-undo": Route(OFFICER, excuses.take_back),
    "excuse-new": Route(CLIENT | GUARDIAN, excuse_beginnings.another),
    "excuse-for": Route(GUARDIAN, excuse_beginnings.for_ward),
    "excuse-missed": Route(CLIENT, excuse_beginnings.missed),
    "excuse-photo": Route(CLIENT, excuse_beginnings.photo_of_miss),
    "photo-excuse": Route(CLIENT, where_he_works(photo_uses.proves_excuse)),
    "photo-contest": Route(CLIENT, where_he_works(photo_uses.proves_contest)),
    "photo-message": Route(CLIENT, where_he_works(photo_uses.answers_officer)),
    "photo-work": Route(CLIENT, where_he_works(photo_uses.shows_work)),
    "excuse-reason": Route(CLIENT | GUARDIAN, excuse_requests.by_reason),
    "excuse-day": Route(CLIENT | GUARDIAN, excuse_requests.by_day),
    "excuse-days": Route(CLIENT | GUARDIAN, excuse_requests.several_days),
    "excuse-proof": Route(CLIENT | GUARDIAN, excuse_requests.by_proof),
    "excuse-add": Route(CLIENT | GUARDIAN, excuse_requests.more),
    "excuse-withdraw": Route(CLIENT | GUARDIAN, excuse_requests.withdraw),
    "excuse-show": Route(OFFICER, excuse_decisions.show),
    "excuse-approve": Route(OFFICER, excuse_decisions.approve),
    "excuse-decline": Route(OFFICER, excuse_decisions.ask_why),
    "excuse-part": Route(OFFICER, excuse_parts.begin),
    "excuse-part-day": Route(OFFICER, excuse_parts.tick),
    "excuse-part-page": Route(OFFICER, excuse_parts.turn),
    "excuse-part-done": Route(OFFICER, excuse_parts.done),
    "excuse-part-why": Route(OFFICER, excuse_parts.by_reason),
    "excuse-why": Route(OFFICER, excuse_decisions.by_reason),
    "excuse-still": Route(OFFICER, excuse_decisions.still),
    "excuse-proofs": Route(OFFICER, excuse_decisions.proofs),
    "placing": Route(OFFICER, placing.by_choice),
    "place": Route(OFFICER, placing.place),
    "plan": Route(OFFICER, plan.by_choice),
    "shut": Route(SHUTS, closures.choose),
    "shut-why": Route(SHUTS, closures.by_reason),
    "closed-claim": Route(CLIENT, closure_claims.of_miss),
    "closed-photo-work": Route(CLIENT, closure_photos.of_work),
    "closed-photo-gate": Route(CLIENT, closure_photos.of_gate),
    "closed-yes": Route(SHUTS, closure_claims.right),
    "closed-no": Route(SHUTS, closure_claims.wrong),
    "shut-hours": Route(SHUTS, closed_hours.ask),
    "shut-now": Route(SHUTS, closed_hours.from_now),
    typed_closures.SURE: Route(SHUTS, typed_closures.sure),
    "shut-undo": Route(SHUTS, closures.undo),
    "move": Route(CLIENT, moves.ask),
    "move-show": Route(OFFICER, moves.show),
    "move-to": Route(ON_SITE, moves.decide),
    "move-drop": Route(CLIENT, move_words.drop),
    "move-no": Route(ON_SITE, moves.decline),
    "leave-another": Route(ON_SITE, leaves.another),
    "leave-first": Route(ON_SITE, leaves.first_by_choice),
    "leave-last": Route(ON_SITE, leaves.last_by_choice),
    "leave-who": Route(ON_SITE, leaves.who_by_choice),
    "leave-send": Route(STAFF_ON_LEAVE, leaves.send),
    "leave-accept": Route(ON_SITE, leaves.accept),
    "leave-decline": Route(ON_SITE, leaves.decline),
    "leave-end": Route(STAFF_ON_LEAVE, leaves.end),
    "leave-step-down": Route(ON_SITE, leaves.step_down),
    "leave-replace": Route(HEAD, leaves.replace),
    "transfer-client": Route(OFFICE, transfers.client_by_choice),
    "transfer-to": Route(OFFICE, transfers.to_by_choice),
    "transfer-reason": Route(OFFICE, transfers.change_reason),
    "transfer-send": Route(OFFICE, transfers.send),
    "transfer-withdraw": Route(OFFICE, transfers.withdraw),
    "transfer-accept": Route(OFFICER, transfers.accept),
    "transfer-decline": Route(OFFICER, transfers.decline),
    "double-merge": Route(INVITES, doubles.merge),
    "double-swap": Route(INVITES, doubles.swap),
    "double-cancel": Route(INVITES, doubles.cancel),
    "office-transfer": Route(OFFICE, office_transfers.begin),
    "office-transfer-reason": Route(OFFICE, office_transfers.change_reason),
    "office-transfer-send": Route(OFFICE, office_transfers.send),
    "office-transfer-withdraw": Route(OFFICE, office_transfers.withdraw),
    "office-transfer-take": Route(RECEIVES, office_arrivals.take),
    "office-transfer-other": Route(RECEIVES, office_arrivals.another),
    "office-transfer-decline": Route(RECEIVES, office_arrivals.decline),
    "cover": Route(OFFICER, covers.cover),
    "cover-by": Route(OFFICER, covers.cover_by),
    "cover-yes": Route(SUPERVISOR, covers.cover_yes),
    "cover-no": Route(SUPERVISOR, covers.cover_no),
    "signed": Route(OFFICER, signed_lists.by_choice),
    "tick": Route(OFFICER, signed_lists.tick),
    "tick-page": Route(OFFICER, signed_lists.turned),
    "tick-all": Route(OFFICER, signed_lists.tick_all),
    "ticked": Route(OFFICER, signed_lists.ticked),
    "receipts-wrong": Route(CLIENT, own_receipts.which),
    "contest": Route(CLIENT, contests.begin),
    "contest-miss": Route(CLIENT, contests.begin_miss),
    "contest-corrected": Route(CLIENT, contests.begin_corrected),
    "contest-opening": Route(CLIENT, contests.begin_opening),
    "contest-times": Route(CLIENT, contests.times_stand),
    "contest-mine": Route(CLIENT, contests.mine),
    "contest-more": Route(CLIENT, contests.ask_more),
    "contest-again": Route(CLIENT, contests.ask_again),
    "contest-add": Route(CLIENT, contest_afterwords.add),
    "contest-reopen": Route(CLIENT, contest_afterwords.reopen),
    "contest-seen": Route(SUPERVISOR, contest_witnesses.seen),
    "contest-unseen": Route(SUPERVISOR, contest_witnesses.unseen),
    "total-right": Route(CLIENT, own_totals.right),
    "total-wrong": Route(CLIENT, own_totals.wrong),
    "claim-earlier": Route(CLIENT, earlier_starts.begin),
    "claim": Route(CLIENT, claims.begin),
    "claim-site": Route(CLIENT, claims.at_site),
    "contest-withdraw": Route(CLIENT, contests.withdraw),
    "contest-listen": Route(OFFICE, contest_decisions.listen),
    "contest-show": Route(OFFICE, contest_decisions.show),
    "contest-uphold": Route(OFFICE, contest_decisions.uphold),
    "contest-dismiss": Route(OFFICE, contest_decisions.dismiss),
    "contest-settle": Route(OFFICE, contest_decisions.settle),
    "contest-still": Route(OFFICE, contest_decisions.still),
    "contest-other": Route(OFFICE, contest_otherwise.begin),
    "contest-other-yes": Route(OFFICE, contest_otherwise.confirm),
    "help-call": Route(CLIENT, help_calls.begin),
    "help-kind": Route(CLIENT, help_calls.by_kind),
    "help-send": Route(CLIENT, help_calls.without_words),
    "help-drop": Route(CLIENT, help_calls.drop),
    "help-place": Route(CLIENT, help_places.for_help),
    "help-work": Route(CLIENT, help_places.for_work),
    "worry-place": Route(CLIENT, worry_places.for_officer),
    "worry-work": Route(CLIENT, worry_places.for_work),
    "help-tell-guardian": Route(CLIENT, help_calls.tell_guardian),
    "help-spare-guardian": Route(CLIENT, help_calls.spare_guardian),
    "help-take": Route(OFFICE, help_answers.take),
    "help-show": Route(OFFICE, help_answers.show),
    "help-look": Route(OFFICE, help_answers.look),
    "help-listen": Route(OFFICE, help_answers.listen),
    "help-close": Route(OFFICE, help_answers.close),
    "help-close-now": Route(OFFICE, help_answers.close_now),
    "help-stop": Route(OFFICE, help_answers.stop),
    "help-unstop": Route(OFFICE, help_answers.unstop),
    "instead": Route(SUPERVISOR, day_covers.choose),
    "instead-known": Route(SUPERVISOR, day_covers.by_choice),
    "instead-new": Route(SUPERVISOR, day_covers.somebody_new),
    "instead-end": Route(SUPERVISOR, day_covers.end),
    "incident-kind": Route(SUPERVISOR, incidents.by_kind),
    "incident-site": Route(SUPERVISOR, incidents.by_site),
    "incident-who": Route(SUPERVISOR, incidents.name),
    "incident-send": Route(SUPERVISOR, incidents.without_words),
    "incident-drop": Route(SUPERVISOR, incidents.drop),
    "incident-read": Route(OFFICE, incident_answers.read),
    "incident-show": Route(OFFICE, incident_answers.show),
    "incident-photos": Route(OFFICE, incident_answers.photos),
    "incident-listen": Route(OFFICE, incident_answers.listen),
    "message-begin": Route(CLIENT | GUARDIAN, threads.begin),
    "message-ward": Route(GUARDIAN, threads.by_ward),
    "message-send": Route(CLIENT | GUARDIAN, threads.send_draft),
    "message-answer": Route(CLIENT | GUARDIAN, threads.answer),
    "message-to": Route(OFFICER, thread_beginnings.by_choice),
    "message-guardian": Route(OFFICER, thread_beginnings.to_guardian),
    "message-template": Route(OFFICER, thread_answers.by_template),
    "message-reply": Route(OFFICER, thread_answers.reply),
    "message-done": Route(OFFICER, thread_reading.done),
    "message-seen": Route(OFFICER, thread_reading.page_done),
    "message-listen": Route(OFFICER, thread_attachments.listen),
    "message-attached": Route(OFFICER, thread_attachments.attached),
    "message-page": Route(OFFICER, thread_answers.page_on),
    "message-anyway": Route(OFFICER, thread_answers.send_anyway),
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
    "stop-yes": Route(EVERYBODY, leaving.stop),
    "mulailagi": Route(EVERYBODY, leaving.again),
    "not-me": Route(EVERYBODY, leaving.not_me),
    "it-is-me": Route(EVERYBODY, leaving.it_is_me),
    "consent": Route(GUARDIAN, consents.agree),
    "consent-no": Route(GUARDIAN, consents.refuse),
    "form": Route(OFFICER, consents.ask_form),
    "upload-filled": Route(UPLOADERS, importing.filled),
    "upload-save": Route(UPLOADERS, importing.save),
    "upload-cancel": Route(UPLOADERS, importing.cancel),
    "assist": Route(GUARDIAN, guardians.begin),
    "assist-here": Route(GUARDIAN, guardians.here),
    "assist-only": Route(GUARDIAN, guardians.only_location),
    "assist-why": Route(GUARDIAN, guardians.why),
    "assist-over": Route(GUARDIAN, guardians.over),
    "assist-officer": Route(OFFICER, assisting.by_choice),
    "assist-undo": Route(OFFICER | GUARDIAN, assisting.undo),
    "phone-user": Route(CLIENT, phones.chosen_before),
    "phone-agree": Route(CLIENT, phones.chosen_before),
    "phone-disagree": Route(CLIENT, phones.disagree),
    "phone-wrong": Route(CLIENT, phones.wrong),
    "pos-kind": Route(INVITES, posts.set_kind),
    "pos-open": Route(INVITES, posts.open_card),
    "pos-people": Route(INVITES, posts.ask_people),
    "pos-name": Route(INVITES, posts.ask_name),
    "pos-link": Route(INVITES, posts.new_link),
    "pos-end": Route(INVITES, posts.end),
    "pos-let-in": Route(INVITES, posts.let_in),
    "reminders": Route(OFFICER, reminders.by_choice),
    "remind-me": Route(CLIENT, reminders.for_oneself),
    "remind-client": Route(OFFICER, reminders.for_client),
    "language": Route(EVERYBODY, language.by_choice),
    "practise": Route(EVERYBODY, _practise),
    "drill": Route(SUPERVISOR, drill.go_on),
    "pin-site": Route(SUPERVISOR, pin_check.choose),
    "pin-wrong": Route(CLIENT | SUPERVISOR, pin_reports.by_choice),
    "pin-send": Route(CLIENT | SUPERVISOR, pin_reports.send),
    "pin-use": Route(INVITES, pin_decisions.use),
    "pin-keep": Route(INVITES, pin_decisions.keep),
    "pin-rejudge": Route(INVITES, pin_decisions.rejudge),
    "pin-photos": Route(INVITES, pin_decisions.photos),
    "register-begin": Route(INVITES, registering.begin_by_choice),
    "register-open": Route(INVITES, registering.open_by_choice),
    "register-resume": Route(INVITES, registering.resume),
    "register-set": Route(INVITES, registering.set_by_choice),
    "register-pick": Route(INVITES, registering.pick),
    "register-days": Route(INVITES, registering.days),
    "register-skip": Route(INVITES, registering.skip),
    "register-back": Route(INVITES, registering.back),
    "register-clear": Route(INVITES, registering.clear),
    "register-pin": Route(INVITES, registering.keep_pin),
    "register-lines": Route(INVITES, registering.lines),
    "register-line": Route(INVITES, registering.line),
    "register-save": Route(INVITES, registering.save),
    "register-cancel": Route(INVITES, registering.cancel),
    "challenge-cannot": Route(CLIENT, challenge_answers.cannot),
    "challenge-rule": Route(OFFICER, challenge_rules.by_choice),
    "challenge-set": Route(OFFICER, challenge_rules.choose),
    "enrol-photo": Route(OFFICER, identities.enrolment_by_choice),
    "compare": Route(OFFICER, identities.by_choice),
    "compare-here": Route(SUPERVISOR, identities.at_work),
    "photo-full": Route(ON_SITE, review.full_photo),
    "identity": Route(ON_SITE, identities.decide),
    "site-code": Route(SUPERVISOR, site_code_cards.by_choice),
    "poster-site": Route(INVITES, posters.by_choice),
    "poster-replace": Route(INVITES, posters.ask),
    "poster-new": Route(INVITES, posters.replace),
}


async def _photo(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A client's photo shows his work, or answers his officer; a guardian's is the proof of an excuse, or
    answers; an officer's is asked for first (`PICTURES`)."""
    if who.role is Role.OFFICER:
        return await signed_lists.unasked(session, who, inbound, now)
    if who.role is Role.GUARDIAN:
        proof = await promised_proofs.of_guardian(session, who, inbound, now)
        answered = proof or await thread_replies.picture(session, who, inbound, now)
        return answered or await help.not_for_you(session, who, inbound, now)
    answered = await thread_replies.picture(session, who, inbound, now)
    if answered is not None:
        return answered
    return await where_he_works(photo.photo)(session, who, inbound, now)


async def _voice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A client's or guardian's may answer his officer; any other of a client is about his work."""
    if who.role is Role.GUARDIAN and (proof := await promised_proofs.of_guardian(session, who, inbound, now)):
        return proof
    if who.role in (Role.CLIENT, Role.GUARDIAN):
        answered = await thread_replies.aloud(session, who, inbound, now)
        if answered is None and who.role is Role.CLIENT:
            answered = await excuse_afterwords.unasked(session, who, inbound, now)
        if answered is not None:
            return answered
    return await voices.voice(session, who, inbound, now)


async def _location(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A client's is about his own day, a guardian's about a child's, a supervisor's about himself, an
    officer's about a site that he registers."""
    told = {
        Role.CLIENT: where_he_works(checkin.location),
        Role.GUARDIAN: guardians.location,
        Role.SUPERVISOR: supervisor_places.location,
    }
    return await told.get(who.role, registering.location)(session, who, inbound, now)


KINDS: dict[Kind, Route] = {
    Kind.LOCATION: Route(CLIENT | GUARDIAN | SUPERVISOR | INVITES, _location),
    Kind.LIVE: Route(CLIENT, where_he_works(checkin.live)),
    Kind.PHOTO: Route(CLIENT | GUARDIAN | OFFICER, _photo),
    Kind.FILE: Route(EVERYBODY, _file),
    Kind.VOICE: Route(EVERYBODY, _voice),
    Kind.EDITED: Route(EVERYBODY, edits.edited),
}

"""Role × entry × object, generated from the handler table: nobody reaches what is not theirs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from sqlmodel import select

from bot.domain.excuse_requests import ExcuseReason, RequestState
from bot.domain.follow_ups import FollowUpKind, FollowUpOutcome
from bot.domain.help_calls import HelpKind, HelpState
from bot.domain.incidents import IncidentKind, IncidentState
from bot.domain.leaves import LeaveState
from bot.domain.messages import Kind
from bot.domain.patterns import PatternKind
from bot.domain.people import Role
from bot.domain.phones import PhoneKind
from bot.domain.pins import AskedBy, QuestionState
from bot.domain.threads import Side
from bot.domain.transfers import TransferState
from bot.domain.uploads import UploadState
from bot.handlers.questions import WORDS
from bot.handlers.table import CHOICES, COMMANDS, KINDS, NEWCOMERS, OPEN
from bot.storage.circulars import Circular, Whom
from bot.storage.closure_claims import ClosureClaim
from bot.storage.doubles import Merging
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.follow_ups import FollowUp
from bot.storage.help_calls import HelpCall
from bot.storage.incidents import Incident, IncidentPerson
from bot.storage.leaves import Leave
from bot.storage.models import Attendance, Event, ExcusedSpan, Person
from bot.storage.office_transfers import OfficeTransfer
from bot.storage.patterns import Pattern
from bot.storage.phones import DeskPhone
from bot.storage.site_pins import PinQuestion
from bot.storage.threads import ThreadMessage
from bot.storage.transfers import Transfer
from bot.storage.uploads import Upload
from tests.conversations.conftest import Cast
from tests.harness import FAR, World, at

CLIENT, SUPERVISOR, OFFICER, HEAD = {Role.CLIENT}, {Role.SUPERVISOR}, {Role.OFFICER}, {Role.HEAD}
PROSECUTOR, OPERATOR = {Role.PROSECUTOR}, {Role.OPERATOR}
GUARDIAN = {Role.GUARDIAN}
KEEPERS = OFFICER | HEAD | OPERATOR
INVITES = OFFICER | OPERATOR
EVERYBODY = set(Role)
ON_SITE = SUPERVISOR | OFFICER
POSTS = OFFICER | {Role.OPERATOR}

ALLOWED: Mapping[str, set[Role]] = {
    "start": EVERYBODY,
    "agree": EVERYBODY,
    "langsung": EVERYBODY,
    "disagree": EVERYBODY,
    "contact": EVERYBODY,
    "text": EVERYBODY,
    "izinwali": OFFICER,
    "hilang": KEEPERS | SUPERVISOR,
    "lost": KEEPERS | SUPERVISOR,
    "lost-cut": KEEPERS | SUPERVISOR,
    "stop": EVERYBODY,
    "salahnomor": EVERYBODY,
    "stop-yes": EVERYBODY,
    "mulailagi": EVERYBODY,
    "not-me": EVERYBODY,
    "it-is-me": EVERYBODY,
    "vouch": KEEPERS,
    "unlock": KEEPERS,
    "form": OFFICER,
    "consent": GUARDIAN,
    "consent-no": GUARDIAN,
    "assist-only": GUARDIAN,
    "tidaksetuju": GUARDIAN,
    "bantuan": EVERYBODY,
    "pengingat": CLIENT | OFFICER,
    "reminders": OFFICER,
    "remind-me": CLIENT,
    "remind-client": OFFICER,
    "bahasa": EVERYBODY,
    "language": EVERYBODY,
    "latihan": EVERYBODY,
    "practise": EVERYBODY,
    "akhirilatihan": EVERYBODY,
    "drill": SUPERVISOR,
    "pin-site": SUPERVISOR,
    "tanpalokasi": CLIENT,
    "lokasitutup": CLIENT,
    "lokasisalah": CLIENT | SUPERVISOR,
    "pin-wrong": CLIENT | SUPERVISOR,
    "pin-send": CLIENT | SUPERVISOR,
    "pin-use": INVITES,
    "pin-keep": INVITES,
    "pin-rejudge": INVITES,
    "pin-photos": INVITES,
    "blocked": EVERYBODY,
    "unblocked": EVERYBODY,
    "mulai": CLIENT,
    "selesai": CLIENT,
    "lapor": CLIENT,
    "jam": CLIENT,
    "darurat": CLIENT | GUARDIAN | SUPERVISOR,
    "help-call": CLIENT,
    "help-kind": CLIENT,
    "help-send": CLIENT,
    "help-drop": CLIENT,
    "help-place": CLIENT,
    "help-work": CLIENT,
    "worry-place": CLIENT,
    "worry-work": CLIENT,
    "help-tell-guardian": CLIENT,
    "help-spare-guardian": CLIENT,
    "help-take": OFFICER | HEAD,
    "help-show": OFFICER | HEAD,
    "help-look": OFFICER | HEAD,
    "help-listen": OFFICER | HEAD,
    "help-close": OFFICER | HEAD,
    "help-close-now": OFFICER | HEAD,
    "help-stop": OFFICER | HEAD,
    "help-unstop": OFFICER | HEAD,
    "kejadian": SUPERVISOR,
    "incident-kind": SUPERVISOR,
    "incident-site": SUPERVISOR,
    "incident-who": SUPERVISOR,
    "incident-send": SUPERVISOR,
    "incident-drop": SUPERVISOR,
    "incident-read": OFFICER | HEAD,
    "incident-show": OFFICER | HEAD,
    "incident-photos": OFFICER | HEAD,
    "incident-listen": OFFICER | HEAD,
    "riwayat": CLIENT,
    "surat": CLIENT | GUARDIAN,
    "receipts-wrong": CLIENT,
    "batalmulai": CLIENT,
    "batalselesai": CLIENT,
    "pesan": CLIENT | GUARDIAN | OFFICER,
    "message-begin": CLIENT | GUARDIAN,
    "message-ward": GUARDIAN,
    "message-send": CLIENT | GUARDIAN,
    "message-answer": CLIENT | GUARDIAN,
    "message-to": OFFICER,
    "message-guardian": OFFICER,
    "message-template": OFFICER,
    "message-reply": OFFICER,
    "message-done": OFFICER,
    "message-seen": OFFICER,
    "message-listen": OFFICER,
    "message-attached": OFFICER,
    "message-page": OFFICER,
    "message-anyway": OFFICER,
    "ganti": CLIENT,
    "izin": CLIENT | GUARDIAN,
    "excuse-new": CLIENT | GUARDIAN,
    "excuse-for": GUARDIAN,
    "excuse-missed": CLIENT,
    "excuse-photo": CLIENT,
    "photo-excuse": CLIENT,
    "photo-contest": CLIENT,
    "photo-message": CLIENT,
    "photo-work": CLIENT,
    "excuse-reason": CLIENT | GUARDIAN,
    "excuse-day": CLIENT | GUARDIAN,
    "excuse-days": CLIENT | GUARDIAN,
    "excuse-proof": CLIENT | GUARDIAN,
    "excuse-add": CLIENT | GUARDIAN,
    "excuse-withdraw": CLIENT | GUARDIAN,
    "excuse-show": OFFICER,
    "excuse-approve": OFFICER,
    "excuse-decline": OFFICER,
    "excuse-why": OFFICER,
    "excuse-part": OFFICER,
    "excuse-part-day": OFFICER,
    "excuse-part-page": OFFICER,
    "excuse-part-done": OFFICER,
    "excuse-part-why": OFFICER,
    "excuse-proofs": OFFICER,
    "excuse-still": OFFICER,
    "kodesaya": CLIENT,
    "data": EVERYBODY,
    "daftar": SUPERVISOR,
    "tutup": ON_SITE,
    "cuti": ON_SITE | HEAD,
    "perlu": OFFICER | HEAD,
    "ringkasan": OFFICER | HEAD | {Role.AGENCY},
    "klien": OFFICER | HEAD,
    "rencana": OFFICER,
    "pola": OFFICER,
    "pattern": OFFICER,
    "perkara": PROSECUTOR,
    "undang": INVITES,
    "daftarkan": INVITES,
    "ubah": INVITES,
    "register-begin": INVITES,
    "register-open": INVITES,
    "register-resume": INVITES,
    "register-set": INVITES,
    "register-pick": INVITES,
    "register-days": INVITES,
    "register-skip": INVITES,
    "register-back": INVITES,
    "register-clear": INVITES,
    "register-pin": INVITES,
    "register-lines": INVITES,
    "register-line": INVITES,
    "register-save": INVITES,
    "register-cancel": INVITES,
    "slips": INVITES,
    "slips-renew": INVITES,
    "invite": INVITES,
    "invite-renew": INVITES,
    "penempatan": OFFICER,
    "izinkan": OFFICER,
    "excuse-undo": OFFICER,
    "finish-now": CLIENT,
    "restart": CLIENT,
    "no-location": CLIENT,
    "only-location": CLIENT,
    "undo": CLIENT,
    "miss": CLIENT,
    "miss-not": CLIENT,
    "report": CLIENT,
    "report-answer": CLIENT,
    "right": ON_SITE,
    "wrong": ON_SITE,
    "reject": ON_SITE,
    "unreject": ON_SITE,
    "card": ON_SITE,
    "note": SUPERVISOR,
    "note-rate": SUPERVISOR,
    "note-mark": SUPERVISOR,
    "note-tell": SUPERVISOR,
    "session-rate": SUPERVISOR,
    "evaluasi": CLIENT | GUARDIAN | SUPERVISOR | OFFICER | HEAD | {Role.AGENCY},
    "evaluation-read": HEAD | {Role.AGENCY},
    "evaluation-of": HEAD | {Role.AGENCY},
    "evaluation-remarks": HEAD,
    "evaluation": CLIENT | GUARDIAN | SUPERVISOR | OFFICER,
    "evaluation-answer": CLIENT | GUARDIAN | SUPERVISOR | OFFICER,
    "times": ON_SITE,
    "times-set": ON_SITE,
    "times-save": ON_SITE,
    "times-drop": ON_SITE,
    "keluarga": OFFICER,
    "kin": SUPERVISOR,
    "kin-yes": SUPERVISOR,
    "kin-of": OFFICER,
    "kin-own": OFFICER,
    "kin-note": OFFICER,
    "kin-end": OFFICER,
    "present": SUPERVISOR,
    "rest-here": SUPERVISOR,
    "absent-who": SUPERVISOR,
    "absent": SUPERVISOR,
    "absent-told": SUPERVISOR,
    "absent-untold": SUPERVISOR,
    "absent-undo": SUPERVISOR,
    "day-list": SUPERVISOR,
    "coming": SUPERVISOR,
    "unsaid": SUPERVISOR,
    "list-page": SUPERVISOR,
    "day-page": SUPERVISOR,
    "all-here": SUPERVISOR,
    "all-done": SUPERVISOR,
    "voice-excuse": CLIENT,
    "voice-other": CLIENT,
    "words-excuse": CLIENT | GUARDIAN,
    "voice-listen": ON_SITE,
    "accept": OFFICER,
    "decline": OFFICER,
    "client": OFFICER | HEAD,
    "client-found": OFFICER | HEAD,
    "decisions": OFFICER | HEAD,
    "head-list": HEAD,
    "leave-page": HEAD,
    "poster-page": INVITES,
    "needs": OFFICER | HEAD,
    "needs-page": OFFICER,
    "catatan": OFFICER,
    "case-note": OFFICER,
    "follow-up": OFFICER,
    "follow-up-of": OFFICER,
    "follow-up-other": OFFICER,
    "follow-up-so": OFFICER,
    "follow-up-plan": OFFICER,
    "follow-up-day": OFFICER,
    "follow-up-result": OFFICER,
    "follow-up-came": OFFICER,
    "follow-up-until": OFFICER,
    "follow-up-until-day": OFFICER,
    "follow-up-note": OFFICER,
    "follow-up-undo": OFFICER,
    "kirim": OFFICER,
    "circular": OFFICER,
    "circular-sites": OFFICER,
    "circular-site": OFFICER,
    "circular-pick": OFFICER,
    "circular-tick": OFFICER,
    "circular-pick-page": OFFICER,
    "circular-picked": OFFICER,
    "circular-words": OFFICER,
    "circular-send": OFFICER,
    "circular-morning": OFFICER,
    "circular-again": OFFICER,
    "circular-undo": OFFICER,
    "nudge": OFFICER,
    "nudge-morning": OFFICER,
    "figures": OFFICER | HEAD,
    "figure": OFFICER | HEAD,
    "chart": OFFICER | HEAD,
    "photos-beside": OFFICER,
    "adjust": OFFICER,
    "adjust-for": OFFICER,
    "adjust-yes": OFFICER,
    "prosecuted-page": PROSECUTOR,
    "prosecuted": PROSECUTOR,
    "suspend": OFFICER,
    "resume": OFFICER,
    "turn-back": OFFICER,
    "plan": OFFICER,
    "placing": OFFICER,
    "place": OFFICER,
    "outcomes": OFFICER,
    "outcome": OFFICER,
    "shut": ON_SITE,
    "pengganti": SUPERVISOR,
    "instead": SUPERVISOR,
    "instead-known": SUPERVISOR,
    "instead-new": SUPERVISOR,
    "instead-end": SUPERVISOR,
    "closed-claim": CLIENT,
    "closed-photo-work": CLIENT,
    "closed-photo-gate": CLIENT,
    "closed-yes": ON_SITE,
    "closed-no": ON_SITE,
    "shut-why": ON_SITE,
    "shut-hours": ON_SITE,
    "shut-now": ON_SITE,
    "shut-sure": ON_SITE,
    "shut-undo": ON_SITE,
    "move": CLIENT,
    "move-show": OFFICER,
    "move-to": ON_SITE,
    "move-no": ON_SITE,
    "move-drop": CLIENT,
    "leave-another": ON_SITE,
    "leave-first": ON_SITE,
    "leave-last": ON_SITE,
    "leave-who": ON_SITE,
    "leave-send": ON_SITE | HEAD,
    "leave-accept": ON_SITE,
    "leave-decline": ON_SITE,
    "leave-end": ON_SITE | HEAD,
    "leave-step-down": ON_SITE,
    "leave-replace": HEAD,
    "konfirmasi": OFFICER,
    "pindah": OFFICER | HEAD,
    "transfer-client": OFFICER | HEAD,
    "transfer-to": OFFICER | HEAD,
    "transfer-reason": OFFICER | HEAD,
    "transfer-send": OFFICER | HEAD,
    "transfer-withdraw": OFFICER | HEAD,
    "transfer-accept": OFFICER,
    "transfer-decline": OFFICER,
    "gabung": INVITES,
    "double-merge": INVITES,
    "double-swap": INVITES,
    "double-cancel": INVITES,
    "office-transfer": OFFICER | HEAD,
    "office-transfer-reason": OFFICER | HEAD,
    "office-transfer-send": OFFICER | HEAD,
    "office-transfer-withdraw": OFFICER | HEAD,
    "office-transfer-take": HEAD | OPERATOR,
    "office-transfer-other": HEAD | OPERATOR,
    "office-transfer-decline": HEAD | OPERATOR,
    "cover": OFFICER,
    "cover-by": OFFICER,
    "cover-yes": SUPERVISOR,
    "cover-no": SUPERVISOR,
    "signed": OFFICER,
    "tick": OFFICER,
    "tick-page": OFFICER,
    "tick-all": OFFICER,
    "ticked": OFFICER,
    "contest": CLIENT,
    "contest-miss": CLIENT,
    "contest-corrected": CLIENT,
    "contest-opening": CLIENT,
    "contest-times": CLIENT,
    "contest-mine": CLIENT,
    "contest-more": CLIENT,
    "contest-again": CLIENT,
    "contest-add": CLIENT,
    "contest-reopen": CLIENT,
    "contest-seen": SUPERVISOR,
    "contest-unseen": SUPERVISOR,
    "claim": CLIENT,
    "claim-earlier": CLIENT,
    "total-right": CLIENT,
    "total-wrong": CLIENT,
    "claim-site": CLIENT,
    "contest-withdraw": CLIENT,
    "contest-listen": OFFICER | HEAD,
    "contest-show": OFFICER | HEAD,
    "contest-uphold": OFFICER | HEAD,
    "contest-dismiss": OFFICER | HEAD,
    "contest-settle": OFFICER | HEAD,
    "contest-still": OFFICER | HEAD,
    "contest-other": OFFICER | HEAD,
    "contest-other-yes": OFFICER | HEAD,
    "close-served": OFFICER,
    "close-unserved": OFFICER,
    "close-approve": HEAD,
    "close-return": HEAD,
    "jadwal": GUARDIAN,
    "assist": GUARDIAN,
    "assist-here": GUARDIAN,
    "assist-why": GUARDIAN,
    "assist-over": GUARDIAN,
    "assist-officer": OFFICER,
    "assist-undo": OFFICER | GUARDIAN,
    "hadirkan": OFFICER,
    "ganti-orang": CLIENT,
    "phone-user": CLIENT,
    "phone-agree": CLIENT,
    "phone-disagree": CLIENT,
    "phone-wrong": CLIENT,
    "pos": POSTS,
    "pos-kind": POSTS,
    "pos-open": POSTS,
    "pos-people": POSTS,
    "pos-name": POSTS,
    "pos-link": POSTS,
    "pos-end": POSTS,
    "pos-let-in": POSTS,
    "location": CLIENT | GUARDIAN | SUPERVISOR | INVITES,
    "live": CLIENT,
    "photo": CLIENT | GUARDIAN | OFFICER,
    "file": EVERYBODY,
    "impor": OFFICER | OPERATOR,
    "upload-filled": OFFICER | OPERATOR,
    "upload-save": OFFICER | OPERATOR,
    "upload-cancel": OFFICER | OPERATOR,
    "voice": EVERYBODY,
    "edited": EVERYBODY,
    "kode": SUPERVISOR,
    "site-code": SUPERVISOR,
    "poster": INVITES,
    "poster-site": INVITES,
    "poster-replace": INVITES,
    "poster-new": INVITES,
    "dokumen": SUPERVISOR | OFFICER | HEAD | PROSECUTOR | {Role.AGENCY},
    "document": SUPERVISOR | OFFICER | HEAD | PROSECUTOR | {Role.AGENCY},
    "document-evaluation": HEAD | {Role.AGENCY},
    "document-site": SUPERVISOR | OFFICER | HEAD,
    "document-week": SUPERVISOR | OFFICER | HEAD,
    "document-case": OFFICER | HEAD | PROSECUTOR,
    "document-officer": OFFICER | HEAD,
    "document-period": OFFICER | HEAD,
    "fotojari": OFFICER,
    "fotodaftar": OFFICER,
    "bandingkan": OFFICER,
    "challenge-cannot": CLIENT,
    "challenge-rule": OFFICER,
    "challenge-set": OFFICER,
    "enrol-photo": OFFICER,
    "compare": OFFICER,
    "compare-here": SUPERVISOR,
    "photo-full": ON_SITE,
    "identity": ON_SITE,
}
"""Who may use what: written by hand, so that a change of the table must be meant."""

ABOUT_A_CASE = frozenset(
    {
        "client",
        "figures",
        "nudge",
        "nudge-morning",
        "reminders",
        "remind-client",
        "chart",
        "photos-beside",
        "prosecuted",
        "adjust",
        "adjust-yes",
        "message-to",
        "message-guardian",
        "message-ward",
        "suspend",
        "resume",
        "plan",
        "placing",
        "close-served",
        "close-unserved",
        "assist",
        "assist-only",
        "assist-officer",
        "excuse-for",
        "challenge-rule",
        "follow-up",
        "case-note",
        "follow-up-of",
        "follow-up-other",
        "follow-up-plan",
        "enrol-photo",
        "compare",
        "total-right",
        "total-wrong",
    }
)
"""Buttons that carry the number of a case, and nothing else."""
ENTRIES = sorted({*OPEN, *NEWCOMERS, *COMMANDS, *CHOICES, *KINDS})
OF_ONESELF = {
    "leave-ask-first",
    "receipts-nothing-wrong",
    "claim-ask-day",
    "contest-none-waits",
    "list-empty",
    "client-ask-name",
    "client-not-found",
    "needs-heading",
    "evaluation-results",
}
"""Answers to a button that is about nobody else."""
REFUSALS = {"not-for-you", "not-yours", "choice-unknown", "confirm-not-yourself", "register-none"}


def test_every_entry_of_the_table_has_a_row_here() -> None:
    assert set(ENTRIES) == set(ALLOWED)
    of_clients = {"miss", "miss-more", "report", "assist", "practice", "help-call", "help-more", "message"}
    of_clients |= {"message-more"}
    of_clients |= {
        "contest-times",
        "contest-words",
        "contest-more",
        "contest-again",
        "claim-day",
        "claim-earlier",
    }
    of_staff = {"consent-form", "contest-answer", "reject", "closing", "adjust", "suspend", "resume", "shut"}
    of_staff |= {"shut-hours", "shut-sure"}
    of_staff |= {"leave-first", "leave-last", "leave-who", "signed-photo", "signed-reason", "pin"}
    of_clients |= {"pin-new", "pin-photo", "closed-place"}
    of_staff |= {"assist-officer", "lost-whose", "register", "pos-people", "pos-name"}
    of_staff |= {"enrol-photo", "identity-note", "help-outcome", "message-to"}
    of_staff |= {
        "times",
        "work-note",
        "incident",
        "incident-more",
        "instead",
        "instead-day",
        "instead-new",
        "circular",
    }
    of_staff |= {"transfer-client", "transfer-to", "transfer-reason", "double-reason"}
    of_staff |= {"case-note", "outcome-why", "follow-up-day", "follow-up-until", "follow-up-note"}
    of_staff |= {f"office-transfer-{what}" for what in ("to", "reason", "who", "no")}
    of_clients |= {"excuse", "move-why"}
    of_staff |= {"excuse-declined", "excuse-part", "excuse-part-why", "contest-other"}
    of_staff |= {"client-name", "message-who", "message-to-more", "circular-reworded"}
    of_clients |= {"evaluation-words"}
    of_staff |= {"evaluation-note"}
    of_staff |= {"follow-up-outcome", "follow-up-more", "adjust-sure", "contest-other-sure"}
    assert set(WORDS) <= of_clients | of_staff


async def sends(world: World, person: Person, entry: str, about: str = "1:1:0") -> None:
    """Use an entry of the table as this person."""
    phone = world.phone(person)
    if entry in CHOICES or entry in ("agree", "disagree", "langsung"):
        await phone.taps_id(f"{entry}:{about}")
    elif entry in COMMANDS or entry in ("start", "bantuan"):
        await phone.writes(f"/{entry}")
    elif entry == Kind.LOCATION:
        await phone.sends_location()
    elif entry == Kind.PHOTO:
        await phone.sends_photo()
    else:
        await world.hears(**{"from": person.code}, kind=entry)


def _no_photo(role: Role) -> str:
    """Who has no use for a photo hears what he can send."""
    return "file-not-read-supervisor" if role is Role.SUPERVISOR else "file-not-read-others"


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.value)
async def test_a_role_reaches_only_its_own_entries(world: World, cast: Cast, role: Role) -> None:
    person = await world.person(cast.office, "X-01", role)
    foreign = [entry for entry in ENTRIES if role not in ALLOWED[entry]]
    async with world.together():
        for entry in foreign:
            await sends(world, person, entry)
    refusals = {"live": [], "photo": [_no_photo(role)]}
    expected = [(entry, key) for entry in foreign for key in refusals.get(entry, ["not-for-you"])]
    answers = await world.keys(person)
    assert list(zip((entry for entry, _ in expected), answers, strict=True)) == expected
    for entry in (entry for entry in ENTRIES if role in ALLOWED[entry]):
        before = await world.queued()
        await sends(world, person, entry)
        assert "not-for-you" not in await world.keys(person, after=before), entry
        if entry in ("stop", "stop-yes"):
            await world.phone(person).writes("/mulailagi")


async def working(world: World, cast: Cast) -> Attendance:
    """Budi has worked, in and outside the plan, and waits for his supervisor and officer."""
    world.clock.moment = at(22, 9)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(22, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).taps("🏁 Selesai kerja")
    async with world.database.reading() as session:
        (attendance,) = (await session.exec(select(Attendance))).all()
    return attendance


async def facts(world: World) -> list[tuple[str, str]]:
    async with world.database.reading() as session:
        return [(one.stream, one.kind) for one in (await session.exec(select(Event))).all()]


async def uploaded(world: World, cast: Cast) -> None:
    """Budi's officer has a workbook that waits for *Simpan*: the first there is."""
    async with world.database.transaction() as session:
        session.add(
            Upload(
                office_id=cast.office.id,
                person_id=cast.officer.id,
                name="buku.xlsx",
                file="none",
                key=b"none",
                sha256="",
                size=0,
                state=UploadState.PREVIEWED,
                received_at=world.clock.now(),
            )
        )


async def wondered(world: World, cast: Cast) -> None:
    """Budi's officer was asked about him: the first question there is."""
    async with world.database.transaction() as session:
        session.add(
            Pattern(
                office_id=cast.office.id,
                officer_id=cast.officer.id,
                month="2026-03",
                kind=PatternKind.WHOLE_HOURS,
                subject_id=cast.budi.id,
                figures={"hours": 3, "count": 8},
                asked_at=world.clock.now(),
            )
        )


async def excused(world: World, cast: Cast) -> None:
    """Budi is excused for a day: the first excuse there is."""
    day = date(2026, 4, 23)
    async with world.database.transaction() as session:
        session.add(ExcusedSpan(office_id=cast.office.id, case_id=cast.case.id, first=day, last=day))


async def asked_to_be_excused(world: World, cast: Cast) -> None:
    """Budi asks to be excused for another day: the first request there is."""
    day = date(2026, 4, 30)
    async with world.database.transaction() as session:
        session.add(
            ExcuseRequest(
                office_id=cast.office.id,
                case_id=cast.case.id,
                client_id=cast.budi.id,
                filed_by=cast.budi.id,
                reason=ExcuseReason.SICK,
                words="Budi demam",
                first=day,
                last=day,
                state=RequestState.OPEN,
                begun_at=at(20, 12),
                filed_at=at(20, 12),
            )
        )


async def away(world: World, cast: Cast) -> None:
    """Budi's officer has asked a colleague to stand in: the first leave there is."""
    colleague = await world.person(cast.office, "PK-66", Role.OFFICER)
    day = date(2026, 4, 23)
    async with world.database.transaction() as session:
        session.add(
            Leave(
                office_id=cast.office.id,
                person_id=cast.officer.id,
                stand_in_id=colleague.id,
                first=day,
                last=day,
                state=LeaveState.OFFERED,
                asked_by=cast.officer.id,
                asked_at=at(20, 12),
            )
        )


async def about_to_write(world: World, cast: Cast) -> None:
    """Budi's officer is about to write to several: the first such message there is."""
    async with world.database.transaction() as session:
        session.add(
            Circular(
                office_id=cast.office.id,
                by=cast.officer.id,
                whom=Whom.ALL,
                words="Besok libur",
                people=[cast.budi.id],
                drafted_at=at(20, 12),
            )
        )


async def called_for_help(world: World, cast: Cast) -> None:
    """Budi has called for help: the first call there is."""
    async with world.database.transaction() as session:
        session.add(
            HelpCall(
                office_id=cast.office.id,
                case_id=cast.case.id,
                client_id=cast.budi.id,
                site_id=cast.site.id,
                kind=HelpKind.OTHER,
                state=HelpState.OPEN,
                words="Budi diminta uang",
                begun_at=at(20, 12),
                called_at=at(20, 12),
            )
        )


async def reported(world: World, cast: Cast) -> None:
    """Budi's supervisor has reported something that concerns Budi: the first report there is."""
    async with world.database.transaction() as session:
        incident = Incident(
            office_id=cast.office.id,
            site_id=cast.site.id,
            day=date(2026, 4, 20),
            reported_by=cast.supervisor.id,
            kind=IncidentKind.OTHER,
            state=IncidentState.OPEN,
            words="Budi jatuh",
            begun_at=at(20, 12),
            sent_at=at(20, 12),
        )
        session.add(incident)
        await session.flush()
        session.add(
            IncidentPerson(
                office_id=cast.office.id,
                incident_id=incident.id,
                case_id=cast.case.id,
                client_id=cast.budi.id,
            )
        )


async def found_closed(world: World, cast: Cast) -> None:
    """Budi has said that his site is closed: the first claim there is."""
    async with world.database.transaction() as session:
        session.add(
            ClosureClaim(
                office_id=cast.office.id,
                site_id=cast.site.id,
                day=date(2026, 4, 23),
                case_id=cast.case.id,
                client_id=cast.budi.id,
                session_id=1,
                claimed_at=at(20, 12),
            )
        )


async def wrote(world: World, cast: Cast) -> None:
    """Budi has written to his officer: the first message there is."""
    async with world.database.transaction() as session:
        session.add(
            ThreadMessage(
                office_id=cast.office.id,
                case_id=cast.case.id,
                client_id=cast.budi.id,
                side=Side.CLIENT,
                author_id=cast.budi.id,
                words="Budi mau bertanya",
                written_at=at(20, 12),
                sent_at=at(20, 12),
            )
        )


async def followed_up(world: World, cast: Cast) -> None:
    """Budi's officer plans to visit him: the first step there is."""
    async with world.database.transaction() as session:
        session.add(
            FollowUp(
                office_id=cast.office.id,
                case_id=cast.case.id,
                kind=FollowUpKind.VISIT,
                outcome=FollowUpOutcome.PLANNED,
                done_on=date(2026, 4, 20),
                reply_by=date(2026, 4, 23),
                by=cast.officer.id,
                recorded_at=at(20, 12),
            )
        )


async def a_shared_phone(world: World, cast: Cast) -> None:
    """A family's phone that Budi's officer has declared: the first there is."""
    async with world.database.transaction() as session:
        phone = DeskPhone(
            office_id=cast.office.id,
            label="keluarga Budi",
            kind=PhoneKind.FAMILY,
            declared_by=cast.officer.id,
            declared_at=world.clock.now(),
        )
        session.add(phone)


async def offered(world: World, cast: Cast) -> None:
    """Budi's officer has offered him to a colleague: the first transfer there is."""
    colleague = await world.person(cast.office, "PK-67", Role.OFFICER)
    async with world.database.transaction() as session:
        session.add(
            Transfer(
                office_id=cast.office.id,
                client_id=cast.budi.id,
                officer_id=cast.officer.id,
                to_id=colleague.id,
                asked_by=cast.officer.id,
                reason="tugas belajar",
                state=TransferState.OFFERED,
                asked_at=at(20, 12),
            )
        )


async def doubted(world: World, cast: Cast) -> None:
    """Budi's officer has asked whether Budi was entered twice: the first merging there is."""
    twin = await world.person(cast.office, "K-66", Role.CLIENT)
    async with world.database.transaction() as session:
        session.add(
            Merging(
                office_id=cast.office.id,
                first_id=cast.budi.id,
                second_id=twin.id,
                asked_by=cast.officer.id,
                reason="terdaftar dua kali",
                asked_at=at(20, 12),
            )
        )


async def pin_doubted(world: World, cast: Cast) -> None:
    """Budi says that the pin of his site is wrong: the first question about a pin there is."""
    async with world.database.transaction() as session:
        session.add(
            PinQuestion(
                office_id=cast.office.id,
                site_id=cast.site.id,
                by=AskedBy.CLIENT,
                asked_by=cast.budi.id,
                day=date(2026, 4, 20),
                latitude=FAR[0],
                longitude=FAR[1],
                asked_at=at(20, 12),
                state=QuestionState.OPEN,
            )
        )


async def offered_to_another_office(world: World, cast: Cast) -> None:
    """Budi's officer has offered him to a Bapas of neither side: the first there is."""
    there = await world.office("BPS-PRE", name="Bapas Parepare")
    await world.person(there, "KB-66", Role.HEAD)
    async with world.database.transaction() as session:
        session.add(
            OfficeTransfer(
                office_id=cast.office.id,
                to_office_id=there.id,
                client_id=cast.budi.id,
                officer_id=cast.officer.id,
                asked_by=cast.officer.id,
                reason="pindah rumah",
                state=TransferState.OFFERED,
                asked_at=at(20, 12),
                from_office=cast.office.name,
                to_office=there.name,
                offered_by=cast.officer.shown,
                shown=cast.budi.shown,
            )
        )


def users_of(entry: str) -> list[Role]:
    """The roles whose entry it is; a head reads beside his officers."""
    return sorted(ALLOWED[entry] if ALLOWED[entry] == HEAD else ALLOWED[entry] - HEAD)


ABOUT_NOBODY = frozenset(
    {"mulailagi", "stop-yes", "upload-filled", "slips", "slips-renew", "language", "practise", "drill"}
    | {"help-call", "help-kind", "message-begin", "incident-kind"}
    | {"excuse-new"}
    | {"circular", "circular-sites", "circular-pick", "prosecuted-page"}
)
"""Buttons that are about one's own people, whoever they are, or about nobody but who presses them."""
ENTRIES_OF = {
    role: entries
    for role in Role
    if (entries := [one for one in sorted(CHOICES) if role in users_of(one) and one not in ABOUT_NOBODY])
}
"""What is refused changes nothing, so that the entries of a role can share a world."""
OF_THE_OFFICE = (Role.HEAD, Role.OPERATOR)
ELSEWHERE = [
    (role, where)
    for role in ENTRIES_OF
    for where in ("other site", "other office")
    if role not in OF_THE_OFFICE or where == "other office"  # the whole office is theirs
]


def subject(entry: str, cast: Cast, attendance: Attendance) -> str:
    """What such a button of Budi's site says it is about."""
    if entry == "report":
        return "1"
    if entry in ABOUT_A_CASE:
        return str(cast.case.id)
    if entry == "circular-site":
        return str(cast.site.id)
    if entry == "circular-tick":
        return f"1:{cast.budi.id}"
    if entry.startswith("circular-"):
        return "1"
    if entry == "figure":
        return f"{cast.case.id}:credited"
    if entry in ("invite", "invite-renew"):
        return str(cast.budi.id)
    if entry in ("pin-site", "pin-wrong"):
        return str(cast.site.id)
    if entry == "message-template":
        return f"{cast.case.id}:{cast.budi.id}:thanks:0"
    if entry == "message-page":
        return f"{cast.case.id}:{cast.budi.id}:0"
    if entry == "message-seen":
        return f"{cast.case.id}:1"
    if entry == "message-attached":
        return f"{cast.case.id}:1:1"
    if entry == "message-anyway":
        return "1:1"
    if entry.startswith("closed-photo-"):
        return "1:1"
    if entry.startswith("closed-"):
        return "1"
    if entry.startswith("instead"):
        return f"{cast.site.id}:20260423:{cast.supervisor.id}"
    if entry == "incident-site":
        return f"{cast.site.id}:accident"
    if entry == "incident-who":
        return f"1:{cast.case.id}"
    if entry in (
        "help-place",
        "help-work",
        "worry-place",
        "worry-work",
        "miss-not",
        "voice-excuse",
        "words-excuse",
    ):
        return "1:1"
    if entry.startswith(("pin-", "help-", "message-", "incident-")):
        return "1"
    if entry in ("adjust-for", "close-approve", "close-return"):
        return f"{cast.case.id}:0"
    if entry in ("kin-of", "kin-note", "kin-end"):
        return f"{cast.case.id}:{cast.supervisor.id}"
    if entry == "needs-page":
        return f"{cast.officer.id}:1"
    if entry in ("follow-up-so", "follow-up-day"):
        return f"{cast.case.id}:0:{'20260424' if entry.endswith('day') else 'call:promised'}"
    if entry == "follow-up-came":
        return "1:0:promised"
    if entry.startswith("follow-up-"):
        return "1:0:20260424"
    if entry in ("unsaid", "coming"):
        return str(cast.site.id)
    if entry == "absent-who":
        return f"{cast.site.id}:20260423"
    if entry.startswith("absent"):
        return "1:0"
    if entry == "day-page":
        return f"{cast.site.id}:20260423:p1"
    if entry in ("cover", "signed"):
        return f"{cast.site.id}:20260423"
    if entry in ("cover-by", "cover-yes", "cover-no"):
        return f"{cast.site.id}:20260423:{cast.supervisor.id}"
    if entry in ("tick", "tick-page", "tick-all", "ticked"):
        return "1:1"
    if entry == "leave-send":
        return f"20260423:20260424:{cast.supervisor.id}:{cast.officer.id}"
    if entry == "leave-who":
        return f"20260423:20260424:{cast.budi.id}"
    if entry in ("leave-accept", "leave-decline", "leave-end", "leave-step-down"):
        return "1"
    if entry == "leave-replace":
        return f"1:{cast.officer.id}"
    if entry in ("transfer-client", "transfer-to"):
        return f"{cast.budi.id}:{cast.officer.id}:{cast.officer.id}"
    if entry in ("office-transfer", "office-transfer-take"):
        return f"{cast.budi.id if entry == 'office-transfer' else 1}:{cast.officer.id}"
    if entry.startswith(("transfer-", "office-transfer-")):
        return "1"
    if entry.startswith("double-"):
        return f"1:{cast.budi.id}"
    if entry == "pattern":
        return "1:0"
    if entry == "excuse-day":
        return "1:20260423"
    if entry.startswith("excuse-") or entry in ("upload-save", "upload-cancel"):
        return "1:sakit"
    if entry == "register-begin":
        return f"penempatan:{cast.case.id}"
    if entry == "register-open":
        return f"orang:{cast.budi.id}"
    if entry == "report-answer":
        return "1:5:1"
    if entry in ("miss", "present", "rest-here", "list-page", "all-here", "all-done", "outcomes", "outcome"):
        return "1:0"
    if entry in ("move", "move-to", "move-no", "move-drop"):
        return "1:1:20260424"
    if entry.startswith(("phone-", "pos-")):
        return "1:1:1"
    if entry == "assist-over":
        return f"{cast.case.id}:{attendance.id}:1"
    if entry in ("assist-here", "assist-why"):
        return f"{cast.case.id}:0:1:1"
    if entry == "turn-back":
        return f"{cast.case.id}:1"
    if entry == "place":
        return f"{cast.case.id}:{cast.site.id}:1"
    if entry.startswith("poster-"):
        return f"{cast.site.id}:1"
    if entry.startswith("shut"):
        return f"{cast.site.id}:20260423:0"
    return f"{attendance.id}:{attendance.revision}:0"


@pytest.mark.parametrize(("role", "where"), ELSEWHERE)
async def test_the_right_role_elsewhere_reaches_nothing(
    world: World, cast: Cast, role: Role, where: str
) -> None:
    attendance = await working(world, cast)
    await excused(world, cast)
    await asked_to_be_excused(world, cast)
    await away(world, cast)
    await uploaded(world, cast)
    await wondered(world, cast)
    await a_shared_phone(world, cast)
    await offered(world, cast)
    await doubted(world, cast)
    await offered_to_another_office(world, cast)
    await pin_doubted(world, cast)
    await called_for_help(world, cast)
    await about_to_write(world, cast)
    await followed_up(world, cast)
    await reported(world, cast)
    await found_closed(world, cast)
    await wrote(world, cast)
    office = cast.office if where == "other site" else await world.office("BPS-BDG")
    stranger = await world.person(office, "X-77", role)
    officer = stranger if role is Role.OFFICER else await world.person(office, "PK-77", Role.OFFICER)
    site = await world.site(office, *([stranger] if role is Role.SUPERVISOR else []), code="L7")
    other = stranger if role is Role.CLIENT else await world.person(office, "K-77", Role.CLIENT)
    await world.case(other, officer, site)
    before = await facts(world)
    for entry in ENTRIES_OF[role]:
        told, known = len(world.channel.delivered), await world.queued()
        await world.phone(stranger).taps_id(f"{entry}:{subject(entry, cast, attendance)}")

        assert await facts(world) == before, entry
        assert {one.to for one in world.channel.delivered[told:]} <= {stranger.code}, entry
        answers = await world.keys(stranger, after=known)
        assert answers, entry
        assert set(answers) <= REFUSALS | {"report-no-duty", "client-unknown", *OF_ONESELF}, (entry, answers)
        texts = " ".join(one.message.text for one in world.channel.delivered[told:])
        assert "Budi" not in texts, entry


FORGED = ("", ":", "x", "999999999", "1:x", "-1:0:0", "77:77:99", "9" * 30)


@pytest.mark.parametrize("role", ENTRIES_OF)
async def test_a_forged_button_gets_a_sensible_answer(world: World, cast: Cast, role: Role) -> None:
    people = {
        Role.CLIENT: cast.budi,
        Role.SUPERVISOR: cast.supervisor,
        Role.OFFICER: cast.officer,
        Role.HEAD: await world.person(cast.office, "KB-01", Role.HEAD),
        Role.PROSECUTOR: await world.person(cast.office, "JK-01", Role.PROSECUTOR),
        Role.GUARDIAN: await world.person(cast.office, "W-01", Role.GUARDIAN),
        Role.AGENCY: await world.person(cast.office, "DN-01", Role.AGENCY),
        Role.OPERATOR: await world.person(cast.office, "OP-01", Role.OPERATOR),
    }
    person = people[role]
    before = await facts(world)
    for entry in ENTRIES_OF[role]:
        known = await world.queued()
        async with world.together():
            for forged in FORGED:
                await world.phone(person).taps_id(f"{entry}:{forged}")
        answers = await world.keys(person, after=known)
        assert len(answers) >= len(FORGED), (entry, answers)
        assert "could-not-process" not in answers, entry
        assert await facts(world) == before, entry

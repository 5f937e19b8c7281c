"""`/cuti`: asked, accepted, declined, withdrawn; the right of a stand-in begins and ends with a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest
from sqlmodel import col, select

from bot.domain.cases import Programme
from bot.domain.leaves import LeaveState
from bot.domain.people import Role
from bot.storage.events import stream_events
from bot.storage.leaves import Leave
from bot.storage.models import Attendance, Person, Site
from tests.conversations.conftest import Cast
from tests.harness import World, at

AWAY = "/cuti 22/04 24/04"
"""Wednesday to Friday; Budi works on Thursday the 23rd."""


@dataclass(frozen=True, slots=True)
class Colleagues:
    officer: Person
    supervisor: Person
    head: Person
    child: Person


@pytest.fixture
async def others(world: World, cast: Cast) -> Colleagues:
    """A second officer and supervisor, the head of office, and a child whom the first officer guides."""
    child = await world.person(cast.office, "A-07", Role.CLIENT, name="Sari Rahasia", child=True)
    await world.case(child, cast.officer, cast.site, total_hours=40, programme=Programme.CHILD_SERVICE)
    return Colleagues(
        await world.person(cast.office, "PK-02", Role.OFFICER, name="Dewi (contoh)"),
        await world.person(cast.office, "PL-02", Role.SUPERVISOR, name="Hasan (contoh)"),
        await world.person(cast.office, "KB-01", Role.HEAD, name="Kepala (contoh)"),
        child,
    )


async def agreed(world: World, person: Person, stand_in: Person, wish: str = AWAY) -> None:
    """Asked, sent and accepted."""
    await world.phone(person).writes(f"{wish} {stand_in.code}")
    await world.phone(person).taps("📨 Kirim")
    await world.phone(stand_in).taps("✅ Sanggup")


async def only_leave(world: World) -> Leave:
    async with world.database.reading() as session:
        return (await session.exec(select(Leave))).one()


async def worked(world: World, cast: Cast, day: int = 23) -> Attendance:
    """Budi worked from eight to eleven, and his hours wait for a word."""
    world.clock.moment = at(day, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(day, 11)
    await world.phone(cast.budi).sends_location()
    async with world.database.reading() as session:
        return (await session.exec(select(Attendance).order_by(col(Attendance.id).desc()))).all()[0]


async def test_a_stand_in_invites_the_clients_whom_he_guides(
    world: World, cast: Cast, others: Colleagues
) -> None:
    sari = await world.person(cast.office, "K-44", Role.CLIENT, enrolled=False)
    await world.case(sari, cast.officer, cast.site)
    await agreed(world, cast.officer, others.officer)
    await world.phone(others.officer).writes("undang K-44")
    assert (await world.last(others.officer)).key == "invite-not-found"
    world.clock.moment = at(22, 9)
    await world.phone(others.officer).writes("undang K-44")

    assert "invite-ready" in await world.keys(others.officer)


def midnight(day: int) -> datetime:
    """00.01 in Makassar."""
    return at(day, 0, 1)


async def test_an_officer_is_led_through_it_and_the_stand_in_is_asked_first(
    world: World, cast: Cast, others: Colleagues
) -> None:
    phone = world.phone(cast.officer)
    await phone.writes("/cuti")
    await phone.taps("📅 Sel 21 Apr")
    await phone.writes("24 April")
    await phone.taps("Dewi (contoh)")
    check = (await world.last(cast.officer)).text
    await phone.taps("📨 Kirim")

    assert "Selasa, 21 April 2026 sampai Jumat, 24 April 2026" in check
    assert "Pengganti: Dewi (contoh)." in check
    assert (await world.last(others.officer)).key == "leave-asked"
    assert (await only_leave(world)).state is LeaveState.OFFERED

    await world.phone(others.officer).taps("✅ Sanggup")
    assert (await world.last(others.officer)).key == "leave-accepted-by-you"
    assert (await world.last(cast.officer)).key == "leave-accepted"
    assert (await world.last(others.head)).key == "leave-accepted"
    leave = await only_leave(world)
    async with world.database.reading() as session:
        events = await stream_events(session, cast.office.id, f"leave:{leave.id}")
    assert [(one.kind, one.actor_id) for one in events] == [
        ("leave_offered", cast.officer.id),
        ("leave_accepted", others.officer.id),
    ]


@pytest.mark.parametrize("answers", [(), ("20/04",), ("20/04", "24/04")], ids=["first", "last", "who"])
async def test_batal_leaves_every_question(world: World, cast: Cast, answers: tuple[str, ...]) -> None:
    phone = world.phone(cast.officer)
    for words in ("/cuti", *answers, "Batal"):
        await phone.writes(words)
    assert (await world.last(cast.officer)).key == "question-left"
    await phone.writes("batal")
    assert (await world.last(cast.officer)).key == "question-none"


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("31/02/2027", "no-such-day"),
        ("08/17/2026", "no-such-day"),
        ("5 November 2026", "leave-ask-last"),
        ("30 April", "leave-ask-last"),
    ],
)
async def test_a_day_is_read_with_its_month_in_words(
    world: World, cast: Cast, written: str, key: str
) -> None:
    phone = world.phone(cast.officer)
    await phone.writes("/cuti")
    await phone.writes(written)
    assert (await world.last(cast.officer)).key == key


async def test_declined_both_hear_it_and_somebody_else_is_asked(
    world: World, cast: Cast, others: Colleagues
) -> None:
    third = await world.person(cast.office, "PK-03", Role.OFFICER)
    await world.phone(cast.officer).writes(f"{AWAY} PK-02")
    await world.phone(cast.officer).taps("📨 Kirim")
    await world.phone(others.officer).taps("❌ Tidak bisa")

    assert (await world.last(others.officer)).key == "leave-declined-by-you"
    assert (await world.last(cast.officer)).key == "leave-declined"
    await agreed(world, cast.officer, third)
    assert (await world.last(cast.officer)).key == "leave-accepted"


async def test_a_head_enters_it_for_somebody_who_is_ill(world: World, cast: Cast, others: Colleagues) -> None:
    await world.phone(others.head).writes("/cuti PK-01 20/04 24/04 PK-02")
    await world.phone(others.head).taps("📨 Kirim")

    assert (await world.last(cast.officer)).key == "leave-said-for-you"
    await world.phone(others.officer).taps("✅ Sanggup")
    await world.phone(others.officer).writes("/klien Budi")
    assert (await world.last(others.officer)).key == "client-card"


REFUSED = {
    "reversed": ("/cuti 24/04 22/04 PK-02", "period-reversed"),
    "past": ("/cuti 18/04 22/04 PK-02", "leave-past"),
    "no day": ("/cuti kapan", "day-not-understood"),
    "too long": ("/cuti 22/04 31/12/2026 PK-02", "leave-too-long"),
    "nobody of that name": ("/cuti 22/04 24/04 Siapa", "leave-nobody-called"),
    "another role": ("/cuti 22/04 24/04 PL-02", "leave-nobody-called"),
    "another office": ("/cuti 22/04 24/04 PK-77", "leave-nobody-called"),
    "himself": ("/cuti 22/04 24/04 PK-01", "leave-nobody-called"),
}


@pytest.mark.parametrize(("wish", "key"), REFUSED.values(), ids=REFUSED)
async def test_what_is_no_leave_is_refused_kindly(
    world: World, cast: Cast, others: Colleagues, wish: str, key: str
) -> None:
    await world.person(await world.office("BPS-BDG"), "PK-77", Role.OFFICER)
    await world.phone(cast.officer).writes(wish)

    assert (await world.last(cast.officer)).key == key


async def test_nobody_stands_in_across_offices_whatever_a_button_says(
    world: World, cast: Cast, others: Colleagues
) -> None:
    foreign = await world.person(await world.office("BPS-BDG"), "PK-77", Role.OFFICER)
    phone = world.phone(cast.officer)
    for number in (foreign.id, cast.budi.id, others.supervisor.id):
        await phone.taps_id(f"leave-who:20260422:20260424:{number}")
        assert (await world.last(cast.officer)).key == "not-yours"
        await phone.taps_id(f"leave-send:20260422:20260424:{number}:{cast.officer.id}")
        assert (await world.last(cast.officer)).key == "not-yours"
    await world.phone(foreign).taps_id(f"leave-send:20260422:20260424:{foreign.id}:{cast.officer.id}")
    assert (await world.last(foreign)).key == "not-yours"

    async with world.database.reading() as session:
        assert (await session.exec(select(Leave))).all() == []


async def test_leaves_do_not_overlap_and_stand_ins_make_no_chain(
    world: World, cast: Cast, others: Colleagues
) -> None:
    third = await world.person(cast.office, "PK-03", Role.OFFICER)
    await agreed(world, cast.officer, others.officer)
    await world.phone(cast.officer).writes("/cuti 24/04 27/04 PK-03")
    await world.phone(cast.officer).taps("📨 Kirim")
    assert (await world.last(cast.officer)).key == "leave-overlaps"

    await world.phone(others.officer).writes("/cuti 24/04 27/04 PK-03")
    await world.phone(others.officer).taps("📨 Kirim")
    assert (await world.last(others.officer)).key == "leave-you-stand-in"

    await world.phone(third).writes("/cuti 24/04 27/04 PK-01")
    await world.phone(third).taps("📨 Kirim")
    assert (await world.last(third)).key == "leave-stand-in-away"


async def test_an_officers_stand_in_guides_from_the_first_day_to_the_end_of_the_last(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await agreed(world, cast.officer, others.officer)
    phone, opened = world.phone(others.officer), {}
    for moment in (at(21, 23, 59), midnight(22), at(24, 23, 59), midnight(25)):
        world.clock.moment = moment
        await phone.writes("/klien Budi")
        by_name = (await world.last(others.officer)).key
        await phone.taps_id(f"suspend:{cast.case.id}")
        opened[moment] = by_name, (await world.last(others.officer)).key

    refused, allowed = ("client-not-found", "not-yours"), ("client-card", "suspend-ask-reason")
    assert list(opened.values()) == [refused, allowed, allowed, refused]


async def test_a_childs_name_stands_on_the_card_while_he_stands_in_and_then_no_more(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await agreed(world, cast.officer, others.officer)
    world.clock.moment = at(23, 9)
    await world.phone(others.officer).writes("/klien A-07")
    during = (await world.last(others.officer)).text
    world.clock.moment = midnight(25)
    await world.phone(others.officer).writes("/klien A-07")
    await world.phone(others.officer).writes("/klien Sari")

    assert "Sari Rahasia" in during
    elsewhere = [one for one in await world.letters(others.officer) if one.text != during]
    assert not [one.key for one in elsewhere if "Sari" in one.text and one.key != "client-not-found"]


async def test_alerts_go_to_the_stand_in_and_the_person_on_leave_is_left_alone(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await agreed(world, cast.officer, others.officer)
    quiet = len(await world.keys(cast.officer))
    await world.passes(at(23, 10))
    await world.phone(cast.budi).writes("ban motor bocor")

    assert (await world.last(others.officer)).key == "miss-told-officer"
    assert len(await world.keys(cast.officer)) == quiet


async def test_mondays_digest_goes_to_the_stand_in_and_says_whose_it_is(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await agreed(world, cast.officer, others.officer, "/cuti 22/04 28/04")
    await world.passes(at(27, 7, 5))
    digests = [one for one in await world.letters(others.officer) if one.key == "digest-heading"]

    assert "digest-heading" not in await world.keys(cast.officer)
    assert len(digests) == 2
    assert [f"klien {cast.officer.shown}" in one.text for one in digests].count(True) == 1
    assert "Sari" not in " ".join(one.text for one in digests)
    assert (await world.keys(others.officer)).count("digest-file") == 2
    reports = [
        one.document for one in await world.letters(others.officer) if one.key == "digest-attached-report"
    ]
    assert f"laporan-mingguan-{cast.officer.code}-2026-W17.pdf" in reports


async def test_whoever_returns_reads_what_was_decided_and_what_is_open(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await agreed(world, cast.officer, others.officer)
    world.clock.moment = at(23, 7)
    await world.phone(others.officer).writes("/izinkan K-01 24/04 24/04 rawat inap")
    await world.passes(at(25, 7))
    told = await world.letter(cast.officer, "handback")

    assert "Dewi (contoh) menggantikan Anda Rab 22 Apr – Jum 24 Apr" in told.text
    assert "• Budi (contoh): izin atau ketidakhadiran dicatat" in told.text
    assert "Yang masih menunggu Anda:" in told.text
    assert "Sari" not in told.text
    assert (await world.last(others.officer)).key == "handback-thanks"
    assert (await only_leave(world)).state is LeaveState.OVER


async def test_ended_early_the_right_ends_at_once(world: World, cast: Cast, others: Colleagues) -> None:
    await agreed(world, cast.officer, others.officer)
    world.clock.moment = at(23, 9)
    await world.phone(cast.officer).writes("/cuti")
    await world.phone(cast.officer).taps("🏁 Akhiri cuti")

    assert "handback" in await world.keys(cast.officer)
    await world.phone(others.officer).taps_id(f"client:{cast.case.id}")
    assert (await world.last(others.officer)).key == "not-yours"


async def test_withdrawn_before_it_begins_it_gives_nobody_a_right(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await world.phone(cast.officer).writes(f"{AWAY} PK-02")
    await world.phone(cast.officer).taps("📨 Kirim")
    await world.phone(cast.officer).taps("↩️ Batalkan cuti")
    assert (await world.last(others.officer)).key == "leave-withdrawn"
    await world.phone(others.officer).taps("✅ Sanggup")

    assert (await world.last(others.officer)).key == "leave-not-open"
    assert (await only_leave(world)).state is LeaveState.WITHDRAWN


async def test_an_offer_that_nobody_answered_is_told_on_the_eve(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await world.phone(cast.officer).writes(f"{AWAY} PK-02")
    await world.phone(cast.officer).taps("📨 Kirim")
    await world.passes(at(21, 10))

    assert (await world.last(cast.officer)).key == "leave-unanswered"


async def test_a_supervisors_stand_in_confirms_and_the_right_ends_with_the_day(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await agreed(world, cast.supervisor, others.supervisor, "/cuti 22/04 23/04")
    attendance = await worked(world, cast)
    card = await world.last(others.supervisor)
    quiet = await world.keys(cast.supervisor)
    about = f"right:{attendance.id}:{attendance.revision}"

    assert card.key == "card"
    assert "card" not in quiet
    world.clock.moment = midnight(24)
    await world.phone(others.supervisor).taps_id(about)
    assert (await world.last(others.supervisor)).key == "stand-in-over"
    await world.phone(cast.supervisor).writes("/daftar")
    assert (await world.last(cast.supervisor)).key == "day-heading"
    await world.phone(cast.supervisor).taps_id(about)
    assert "✅" in (await world.last(cast.supervisor)).text
    async with world.database.reading() as session:
        decided = (await session.exec(select(Attendance))).one()
    assert decided.decided_by == cast.supervisor.id


async def test_on_the_last_evening_the_stand_in_still_confirms(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await agreed(world, cast.supervisor, others.supervisor, "/cuti 22/04 23/04")
    await worked(world, cast)
    world.clock.moment = at(23, 23, 59)
    await world.phone(others.supervisor).writes("/daftar")
    assert (await world.last(others.supervisor)).key == "day-heading"
    await world.phone(others.supervisor).taps("✅ Benar")

    async with world.database.reading() as session:
        decided = (await session.exec(select(Attendance))).one()
    assert decided.decided_by == others.supervisor.id
    await world.passes(at(24, 7))
    assert "Dikonfirmasi: 1 kehadiran" in (await world.letter(cast.supervisor, "handback")).text


async def test_a_leave_for_one_site_leaves_the_other_as_it_was(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await world.site(cast.office, cast.supervisor, code="L2")
    await world.phone(cast.supervisor).writes("/cuti 22/04 24/04 PL-02 L2")
    assert "Kantor Desa L2" in (await world.last(cast.supervisor)).text
    await world.phone(cast.supervisor).taps("📨 Kirim")
    await world.phone(others.supervisor).taps("✅ Sanggup")
    await worked(world, cast)

    assert "card" in await world.keys(cast.supervisor)
    assert "card" not in await world.keys(others.supervisor)


async def test_a_contest_goes_to_who_guides_the_case_and_an_officers_word_to_the_head(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await agreed(world, cast.officer, others.officer)
    await worked(world, cast)
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("pulang duluan")
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    await world.phone(cast.budi).writes("saya kerja sampai pukul 11")
    assert (await world.last(others.officer)).key == "contest-card"
    assert "contest-card" not in await world.keys(cast.officer)
    await world.phone(others.officer).taps("✅ Akui jamnya")
    await world.phone(others.officer).writes("saksi membenarkan")
    assert "contest-upheld" in await world.keys(others.officer)
    await world.passes(at(25, 7))

    assert "keberatan diterima" in (await world.letter(cast.officer, "handback")).text


async def test_work_outside_the_plan_that_a_stand_in_declines_is_contested_before_the_head(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await agreed(world, cast.officer, others.officer)
    await worked(world, cast, 22)
    await world.phone(cast.budi).taps("🏁 Selesai kerja")
    await world.phone(cast.supervisor).taps("✅ Benar")
    assert (await world.last(others.officer)).key == "outside-plan"
    assert "outside-plan" not in await world.keys(cast.officer)
    await world.phone(others.officer).taps("❌ Jangan hitung")
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    await world.phone(cast.budi).writes("itu diminta Pak Dusun")

    assert (await world.last(others.head)).key == "contest-card"


async def test_what_needs_the_person_on_leave_stands_under_his_name_for_the_stand_in(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await agreed(world, cast.officer, others.officer)
    await world.passes(at(23, 12))
    await world.phone(others.officer).writes("/perlu")
    heading = await world.letter(others.officer, "needs-heading-stand-in")
    assert cast.officer.shown in heading.text
    await world.phone(others.officer).writes("/ringkasan")

    assert (await world.keys(others.officer)).count("summary-heading") == 2


async def test_the_head_sees_every_leave_of_his_office_and_ends_one(
    world: World, cast: Cast, others: Colleagues
) -> None:
    elsewhere = await world.person(await world.office("BPS-BDG"), "KB-77", Role.HEAD)
    await agreed(world, cast.officer, others.officer)
    world.clock.moment = at(22, 12)
    await world.phone(others.head).writes("/cuti")
    assert (await world.letter(others.head, "leave-of-accepted")).text.startswith("🌴 Cuti Pk-01 (contoh)")
    await world.phone(elsewhere).writes("/cuti")
    assert await world.keys(elsewhere) == ["leave-head-usage"]
    await world.phone(others.head).taps("🏁 Akhiri cuti")

    assert (await only_leave(world)).state is LeaveState.OVER
    assert "handback" in await world.keys(cast.officer)


async def test_a_supervisors_day_ends_by_the_clock_of_the_site(
    world: World, cast: Cast, others: Colleagues
) -> None:
    """In Jayapura it is midnight when it is eleven in Makassar."""
    far = await world.site(cast.office, cast.supervisor, code="L3")
    async with world.database.transaction() as session:
        far = await session.get_one(Site, far.id)
        far.zone = "Asia/Jayapura"
    await world.case(await world.person(cast.office, "K-03", Role.CLIENT), cast.officer, far)
    await agreed(world, cast.supervisor, others.supervisor, "/cuti 22/04 23/04")
    shown = {}
    for moment in (at(23, 22, 59), at(23, 23, 1)):
        world.clock.moment = moment
        before = len(await world.keys(others.supervisor))
        await world.phone(others.supervisor).writes("/daftar")
        shown[moment] = " ".join(one.text for one in (await world.letters(others.supervisor))[before:])

    assert [("L3" in text, "L1" in text) for text in shown.values()] == [(True, True), (False, True)]


async def test_who_cannot_stand_in_any_more_leaves_the_leave_as_it_is(
    world: World, cast: Cast, others: Colleagues
) -> None:
    third = await world.person(cast.office, "PK-03", Role.OFFICER, name="Rina (contoh)")
    await agreed(world, cast.officer, others.officer)
    world.clock.moment = at(23, 9)
    await world.phone(others.officer).writes("/cuti")
    leave = await only_leave(world)
    await world.phone(others.officer).taps_id(f"leave-end:{leave.id}")
    assert (await only_leave(world)).state is LeaveState.ACCEPTED
    await world.phone(others.officer).taps("✋ Tidak bisa lagi")

    assert (await world.last(others.officer)).key == "leave-stepped-down-by-you"
    assert "handback" not in await world.keys(cast.officer)
    await world.phone(others.officer).taps_id(f"client:{cast.case.id}")
    assert (await world.last(others.officer)).key == "not-yours"
    for one in (cast.officer, others.head):
        asked = await world.letter(one, "leave-stepped-down")
        assert [button.label for button in asked.buttons] == ["👤 Rina (contoh)"]
    await world.phone(others.head).taps("👤 Rina (contoh)")
    await world.phone(third).taps("✅ Sanggup")
    await world.phone(third).taps_id(f"client:{cast.case.id}")

    assert (await world.last(third)).key == "client-card"


@pytest.mark.parametrize("then", ["nobody else", "another", "replaced by the head"])
async def test_what_was_done_before_a_stand_in_gave_up_is_read_at_the_end(
    world: World, cast: Cast, others: Colleagues, then: str
) -> None:
    third = await world.person(cast.office, "PK-03", Role.OFFICER, name="Rina (contoh)")
    await agreed(world, cast.officer, others.officer)
    world.clock.moment = at(22, 9)
    await world.phone(others.officer).writes("/izinkan K-01 24/04 24/04 rawat inap")
    if then == "replaced by the head":
        await world.phone(others.head).writes("/cuti PK-01 22/04 24/04 PK-03")
        await world.phone(others.head).taps("🔁 Ganti pengganti")
    else:
        await world.phone(others.officer).writes("/cuti")
        await world.phone(others.officer).taps("✋ Tidak bisa lagi")
    if then == "another":
        await world.phone(others.head).taps("👤 Rina (contoh)")
    if then != "nobody else":
        await world.phone(third).taps("✅ Sanggup")
        world.clock.moment = at(23, 9)
        await world.phone(third).writes("/izinkan A-07 24/04 24/04 sakit")
    await world.passes(at(25, 9))

    (told,) = [one.text for one in await world.letters(cast.officer) if one.key == "handback"]
    if then == "nobody else":
        assert "Dewi (contoh) menggantikan Anda Rab 22 Apr.\nYang diputuskan" in told
        assert "handback-thanks" not in await world.keys(others.officer)
        return
    assert "Dewi (contoh), Rina (contoh) menggantikan Anda Rab 22 Apr – Jum 24 Apr" in told
    assert "Dewi (contoh), Rab 22 Apr:\n• Budi (contoh): izin" in told
    assert "Rina (contoh), Rab 22 Apr – Jum 24 Apr:\n• A-07: izin" in told
    assert (await world.keys(third)).count("handback-thanks") == 1


async def test_who_comes_back_early_reads_what_was_done_before_his_stand_in_gave_up(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await agreed(world, cast.supervisor, others.supervisor)
    await worked(world, cast)
    await world.phone(others.supervisor).taps("✅ Benar")
    await world.phone(others.supervisor).writes("/cuti")
    await world.phone(others.supervisor).taps("✋ Tidak bisa lagi")
    await world.phone(cast.supervisor).writes("/cuti")
    await world.phone(cast.supervisor).taps("↩️ Batalkan cuti")
    await world.passes(at(25, 9))

    told = [one.text for one in await world.letters(cast.supervisor) if one.key == "handback"]
    assert ["Dikonfirmasi: 1 kehadiran" in one for one in told] == [True]


async def test_a_stand_in_who_wants_leave_is_shown_his_way_out(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await world.person(cast.office, "PK-03", Role.OFFICER)
    await agreed(world, cast.officer, others.officer)
    await world.phone(others.officer).writes("/cuti 24/04 27/04 PK-03")
    await world.phone(others.officer).taps("📨 Kirim")
    refused = await world.last(others.officer)

    assert (refused.key, [one.label for one in refused.buttons]) == (
        "leave-you-stand-in",
        ["✋ Tidak bisa lagi"],
    )
    await world.phone(others.officer).taps("✋ Tidak bisa lagi")
    assert (await only_leave(world)).state is LeaveState.DECLINED


async def test_a_head_replaces_a_stand_in_and_hears_who_cancels(
    world: World, cast: Cast, others: Colleagues
) -> None:
    third = await world.person(cast.office, "PK-03", Role.OFFICER, name="Rina (contoh)")
    await agreed(world, cast.officer, others.officer)
    await world.phone(others.head).writes(f"{AWAY.replace('cuti', 'cuti PK-01')} PK-03")
    assert (await world.last(others.head)).key == "leave-replace-sure"
    await world.phone(others.head).taps("🔁 Ganti pengganti")
    assert (await world.last(others.officer)).key == "leave-replaced"
    await world.phone(third).taps("✅ Sanggup")
    await world.phone(cast.officer).writes("/cuti")
    await world.phone(cast.officer).taps("🏁 Akhiri cuti")

    assert (await world.last(others.head)).key == "leave-withdrawn"
    assert (await world.last(third)).key == "leave-withdrawn"


async def test_who_agrees_though_he_is_away_himself_is_told_so_and_somebody_else_is_asked(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await world.person(cast.office, "PK-03", Role.OFFICER, name="Rina (contoh)")
    await world.phone(cast.officer).writes(f"{AWAY} PK-02")
    await world.phone(cast.officer).taps("📨 Kirim")
    await world.phone(others.officer).writes("/cuti 24/04 27/04 PK-03")
    await world.phone(others.officer).taps("📨 Kirim")
    await world.phone(others.officer).taps("✅ Sanggup")

    answer, told = await world.last(others.officer), await world.last(cast.officer)
    assert (answer.key, "Anda sendiri cuti" in answer.text) == ("leave-away-by-you", True)
    assert (told.key, [one.label for one in told.buttons]) == ("leave-declined", ["👤 Rina (contoh)"])


async def test_whose_standing_in_is_over_hears_who_decides_now(
    world: World, cast: Cast, others: Colleagues
) -> None:
    await agreed(world, cast.supervisor, others.supervisor, "/cuti 22/04 23/04")
    await worked(world, cast)
    world.clock.moment = midnight(24)
    await world.phone(others.supervisor).taps("✅ Benar")

    answer = await world.last(others.supervisor)
    assert answer.key == "stand-in-over"
    assert "berakhir Kamis, 23 April 2026.\nYang memutuskan sekarang: Pl-01 (contoh)" in answer.text

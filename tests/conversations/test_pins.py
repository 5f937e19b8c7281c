"""A site's pin that is wrong: people who meet outside, somebody who says so, the officer's word."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import pytest
from PIL import Image
from sqlmodel import col, select

from bot import registry
from bot.domain.cases import Programme
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.domain.pins import AskedBy, PinSource, QuestionState
from bot.domain.places import Verdict
from bot.storage import queries
from bot.storage.models import Attendance, CaseBalance, Event, Evidence, Person, Photo, Site
from bot.storage.site_pins import PinQuestion, Rejudgement, SitePin, pin_at, pin_in_doubt
from tests.conversations.conftest import Cast
from tests.harness import FAR, HERE, Letter, World, at

TRUE = (-5.4190, 119.4432)
"""Where the work is really done: some 450 metres north of the pin."""


def near(north: float, east: float = 0.0) -> tuple[float, float, float]:
    """So many metres from there."""
    return (TRUE[0] + north / 110_574, TRUE[1] + east / 110_800, 12.0)


@pytest.fixture
async def others(world: World, cast: Cast) -> list[Person]:
    """Budi's colleagues of another officer, who are as many as his."""
    officer = await world.person(cast.office, "PK-02", Role.OFFICER)
    found = []
    for number, name in ((2, "Sari (contoh)"), (3, "Tono (contoh)"), (4, "Umi (contoh)")):
        person = await world.person(cast.office, f"K-0{number}", Role.CLIENT, name=name)
        await world.case(person, officer, cast.site)
        found.append(person)
    return found


async def rows(world: World, table: type) -> Sequence[object]:
    async with world.database.reading() as session:
        return (await session.exec(select(table).order_by(col(table.id)))).all()  # type: ignore[attr-defined]


async def questions(world: World) -> list[PinQuestion]:
    return [one for one in await rows(world, PinQuestion) if isinstance(one, PinQuestion)]


async def site_now(world: World, cast: Cast) -> Site:
    async with world.database.reading() as session:
        return await session.get_one(Site, cast.site.id)


async def in_doubt(world: World, cast: Cast) -> bool:
    async with world.database.reading() as session:
        return await pin_in_doubt(session, await session.get_one(Site, cast.site.id))


async def arrives(
    world: World, *people: tuple[Person, tuple[float, float, float]], exact: bool = False
) -> None:
    """On Thursday, one minute after the other."""
    for minute, (who, point) in enumerate(people):
        await world.passes(at(23, 8, minute))
        await world.phone(who).sends_location(point, exact=exact)
    await world.passes(at(23, 8, 10))


async def three_meet(world: World, cast: Cast, others: list[Person]) -> None:
    await arrives(world, (cast.budi, near(0)), (others[0], near(20, 5)), (others[1], near(40, -5)))


async def officer_of_most(world: World) -> Letter:
    return await world.letter("PK-02", "pin-state-open")


# Three people on a day


async def test_three_people_together_outside_put_the_pin_in_doubt(
    world: World, cast: Cast, others: list[Person]
) -> None:
    await arrives(world, (cast.budi, near(0)), (others[0], near(20)))
    assert not await in_doubt(world, cast)
    assert (await world.last(cast.budi)).buttons[0].label == "📌 Lokasi salah?"
    await arrives(world, (others[1], near(40)))

    assert await in_doubt(world, cast)
    (question,) = await questions(world)
    assert (question.by, question.state, question.asked_by) == (AskedBy.PEOPLE, QuestionState.OPEN, None)
    assert question.place == pytest.approx(near(20)[:2], abs=1e-6)
    assert "better-location-away" not in await world.keys(others[1])
    card = await officer_of_most(world)
    assert card.text.splitlines() == [
        "📌 Pin Kantor Desa L1 (L1) perlu dicek",
        "3 orang, Kam 23 Apr, terbaca di luar lokasi, tetapi berdekatan (paling jauh 100 m).",
        "Pin lama → baru: 473 m (batas 150 m).",
        "Pin baru di peta: https://maps.google.com/?q=-5.418819,119.443200",
        "Nilai ulang akan mengubah 3 dari 3 penilaian lokasi (Kam 23 Apr):",
        "• 3 dari di luar lokasi menjadi di lokasi",
    ]
    assert card.has_photo
    assert [one.label for one in card.buttons] == ["📌 Pakai pin baru", "Tetap"]
    assert max(len(one.label) for one in card.buttons) <= 20
    assert "pin-state-open" not in await world.keys(cast.officer)


async def test_one_card_however_many_come_and_however_often_the_clock_ticks(
    world: World, cast: Cast, others: list[Person]
) -> None:
    await three_meet(world, cast, others)
    await world.phone(others[2]).sends_location(near(30, 20))
    await world.passes(at(23, 9))

    assert (await world.keys("PK-02")).count("pin-state-open") == 1
    assert len(await questions(world)) == 1


async def test_the_supervisor_is_not_asked_whether_they_were_outside(
    world: World, cast: Cast, others: list[Person]
) -> None:
    await arrives(world, (cast.budi, near(0)), (others[0], near(20)))
    assert "di luar lokasi, apakah benar?" in (await world.letter(cast.supervisor, "card")).text
    await arrives(world, (others[1], near(40)))

    listed = await world.last(cast.supervisor)
    assert "📌 Pin lokasi ini sedang dicek PK: jaraknya belum bisa jadi pegangan." in listed.text
    assert "⚠️" not in listed.text
    await world.phone(cast.supervisor).taps(cast.budi.name)
    card = (await world.letter(cast.supervisor, "card")).text
    assert "pin lokasi sedang dicek" in card
    assert "di luar lokasi" not in card


@pytest.mark.parametrize(
    "points",
    [
        pytest.param([near(0), near(60), near(120)], id="two of them too far from each other"),
        pytest.param([near(0), near(10)], id="two"),
        pytest.param([near(0), near(0), near(0)], id="the very same six decimals"),
        pytest.param([near(0), near(10), HERE], id="one at the pin"),
    ],
)
async def test_these_say_nothing_about_the_pin(
    world: World, cast: Cast, others: list[Person], points: list[tuple[float, float, float]]
) -> None:
    await arrives(world, *zip([cast.budi, *others], points, strict=False), exact=True)

    assert not await in_doubt(world, cast)


async def test_neither_does_a_forwarded_location_or_one_person_three_times(
    world: World, cast: Cast, others: list[Person]
) -> None:
    await arrives(world, (cast.budi, near(0)), (others[0], near(20)))
    await world.phone(others[1]).sends_location(near(30), labels=(Label.FORWARDED,))
    await world.passes(at(23, 11))
    await world.phone(cast.budi).sends_location(near(5))
    await world.phone(others[0]).sends_location(near(25))

    assert not await in_doubt(world, cast)


# The officer's word


async def test_the_new_pin_is_used_and_earlier_verdicts_are_left_alone(
    world: World, cast: Cast, others: list[Person]
) -> None:
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    await three_meet(world, cast, others)
    await world.phone("PK-02").taps("📌 Pakai pin baru")

    site = await site_now(world, cast)
    (question,) = await questions(world)
    assert (site.latitude, site.longitude) == question.place
    assert question.state is QuestionState.ACCEPTED
    assert [one.source for one in await rows(world, SitePin)] == [PinSource.BEFORE, PinSource.SEEN]  # type: ignore[attr-defined]
    assert not await in_doubt(world, cast)
    assert "473 m dari yang lama" in (await world.last(operator)).text
    used = await world.letter("PK-02", "pin-state-accepted")
    assert "Nilai ulang akan mengubah 3 dari 3" in used.text
    assert [one.label for one in used.buttons] == ["🔁 Nilai ulang"]
    assert await verdicts(world) == [Verdict.OUTSIDE] * 3
    assert await rows(world, Rejudgement) == []


async def verdicts(world: World) -> list[Verdict | None]:
    return [one.verdict for one in await rows(world, Evidence)]  # type: ignore[attr-defined]


async def test_judging_again_writes_beside_the_old_verdicts_once_and_moves_no_hours(
    world: World, cast: Cast, others: list[Person]
) -> None:
    await three_meet(world, cast, others)
    await world.phone("PK-02").taps("📌 Pakai pin baru")
    before = await hours(world)
    await world.phone("PK-02").taps_id("pin-rejudge:1")
    await world.phone("PK-02").taps_id("pin-rejudge:1")

    anew = [one for one in await rows(world, Rejudgement) if isinstance(one, Rejudgement)]
    assert [(one.old_verdict, one.new_verdict) for one in anew] == [(Verdict.OUTSIDE, Verdict.INSIDE)] * 3
    assert {one.by for one in anew} == {(await questions(world))[0].decided_by}
    assert await verdicts(world) == [Verdict.OUTSIDE] * 3
    assert await hours(world) == before
    assert "3 penilaian lokasi dinilai ulang" in (await world.letter("PK-02", "pin-rejudged")).text
    assert (await world.last("PK-02")).key == "pin-rejudged-nothing"
    events = [one.kind for one in await rows(world, Event)]  # type: ignore[attr-defined]
    assert events.count("verdicts_rejudged") == 1
    await world.phone(cast.supervisor).writes("daftar")
    await world.phone(cast.supervisor).taps(cast.budi.name)
    card = (await world.letter(cast.supervisor, "card")).text
    assert "di lokasi (dinilai ulang; semula di luar lokasi)" in card
    async with world.database.reading() as session:
        assert await queries.to_look_at(session, [1, 2, 3]) == {}


async def hours(world: World) -> list[object]:
    found = [(one.id, one.state, one.credited) for one in await rows(world, Attendance)]  # type: ignore[attr-defined]
    async with world.database.reading() as session:
        balances = (await session.exec(select(CaseBalance).order_by(col(CaseBalance.case_id)))).all()
    return [*found, *((one.case_id, one.credited, one.waiting) for one in balances)]


async def test_a_pin_that_stays_is_not_doubted_again_at_this_place_for_two_weeks(
    world: World, cast: Cast, others: list[Person]
) -> None:
    await three_meet(world, cast, others)
    await world.phone("PK-02").taps("Tetap")
    assert not await in_doubt(world, cast)
    await world.phone(others[2]).sends_location(near(30, 20))
    await world.passes(at(23, 9))
    assert (await world.keys("PK-02")).count("pin-state-open") == 1
    assert (await site_now(world, cast)).latitude == HERE[0]

    for number, (one, metres) in enumerate(zip([cast.budi, *others], (0, 15, 30, 45), strict=True)):
        await world.passes(at(14, 8, number, month=5))
        await world.phone(one).sends_location(near(metres))
    await world.passes(at(14, 9, month=5))
    assert (await world.keys("PK-02")).count("pin-state-open") == 2


async def test_it_stands_in_the_list_of_every_officer_with_clients_there_until_decided(
    world: World, cast: Cast, others: list[Person]
) -> None:
    await three_meet(world, cast, others)
    elsewhere = await world.person(cast.office, "PK-03", Role.OFFICER)
    for who in (cast.officer, elsewhere):
        await world.phone(who).writes("/perlu")
    assert "pin-state-open" in await world.keys(cast.officer)
    assert "pin-state-open" not in await world.keys(elsewhere)
    needs = (await world.letter(cast.officer, "needs-heading")).text
    assert "Pin Kantor Desa L1 perlu dicek sejak Kam 23 Apr. Langkah: putuskan pada kartunya" in needs
    await world.phone("PK-02").writes("/ringkasan")
    week = " ".join(one.text for one in await world.letters("PK-02"))
    assert "Langkah: buka /perlu, lihat petanya" in week

    await world.phone(cast.officer).taps("Tetap")
    queued = await world.queued()
    for code in (cast.officer.code, "PK-02"):
        await world.phone(code).writes("/perlu")
        assert "pin-state-open" not in await world.keys(code, after=queued)
    await world.phone("PK-02").taps_id("pin-use:1")
    assert (await world.last("PK-02")).key == "pin-state-kept"
    assert (await site_now(world, cast)).latitude == HERE[0]


async def test_a_pin_that_is_changed_otherwise_overtakes_the_question(
    world: World, cast: Cast, others: list[Person]
) -> None:
    await three_meet(world, cast, others)
    async with world.database.transaction() as session:
        site = await session.get_one(Site, cast.site.id)
        session.add(
            SitePin(
                office_id=site.office_id,
                site_id=site.id,
                latitude=site.latitude,
                longitude=site.longitude,
                radius_m=site.radius_m,
                source=PinSource.BEFORE,
                set_at=at(20, 12),
            )
        )
        await session.flush()
        site.latitude = FAR[0]
        await registry.correct_site(session, site, {"latitude": FAR[0]}, now=world.clock.now())
    await world.phone("PK-02").taps("📌 Pakai pin baru")

    assert (await world.last("PK-02")).key == "pin-state-overtaken"
    assert (await site_now(world, cast)).latitude == FAR[0]
    async with world.database.reading() as session:
        site = await session.get_one(Site, cast.site.id)
        first, then = await pin_at(session, site, at(23, 8)), await pin_at(session, site, at(23, 12))
    assert (first and first.latitude, then and then.latitude) == (HERE[0], FAR[0])


async def test_the_map_is_a_picture_with_a_legend(world: World, cast: Cast, others: list[Person]) -> None:
    await three_meet(world, cast, others)
    (sent,) = [
        one.message.attachment
        for one in world.channel.delivered
        if one.to == "PK-02" and one.message.attachment is not None
    ]

    with Image.open(io.BytesIO(sent.content)) as picture:
        assert (picture.format, picture.size) == ("PNG", (900, 1050))
        assert len(sent.content) < 60_000


async def test_corners_give_way_to_a_circle_that_says_so(
    world: World, cast: Cast, others: list[Person]
) -> None:
    async with world.database.transaction() as session:
        site = await session.get_one(Site, cast.site.id)
        site.latitude = site.longitude = None
        site.radius_m = 20
        site.corners = [[-5.4231, 119.4432], [-5.4236, 119.4432], [-5.4236, 119.4437]]
    await three_meet(world, cast, others)
    card = await officer_of_most(world)
    assert "menggantinya dengan lingkaran 150 m; titik sudut hanya bisa diubah lewat impor" in card.text
    await world.phone("PK-02").taps("📌 Pakai lingkaran")

    site = await site_now(world, cast)
    assert (site.corners, site.radius_m, site.latitude is None) == ([], 150, False)


# What a supervisor confirmed


async def test_three_attendances_that_the_supervisor_confirmed_there_are_enough(
    world: World, cast: Cast
) -> None:
    for day, month in ((23, 4), (30, 4), (7, 5)):
        await world.passes(at(day, 8, month=month))
        await world.phone(cast.budi).sends_location(near(day))
        await world.passes(at(day, 11, month=month))
        await world.phone(cast.budi).sends_location(near(day + 1))
        assert not await in_doubt(world, cast)
        await world.phone(cast.supervisor).taps("✅ Benar")
    await world.passes(at(7, 12, month=5))

    card = await world.letter(cast.officer, "pin-state-open")
    assert "Pengawas membenarkan 3 kehadiran yang terbaca di luar lokasi, di tempat yang sama." in card.text


# Somebody says so


async def says_so(world: World, who: Person, point: tuple[float, float, float] = near(0)) -> None:
    await world.phone(who).writes("/lokasisalah")
    await world.phone(who).sends_location(point)
    await world.phone(who).sends_photo()
    await world.passes(world.clock.now())


async def test_a_client_says_so_with_a_photo_and_his_officer_decides(
    world: World, cast: Cast, others: list[Person]
) -> None:
    await world.passes(at(23, 8))
    await world.phone(cast.budi).sends_location(near(0))
    await world.phone(cast.budi).taps("📌 Lokasi salah?")
    await world.phone(cast.budi).sends_location(near(3))
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "pin-report-sent"
    await world.passes(at(23, 8, 1))

    card = await world.letter(cast.officer, "pin-state-open")
    assert "Kata Budi (contoh), yang berdiri di tempat kerja: pinnya salah." in card.text
    assert [one.label for one in card.buttons] == ["📌 Pakai pin baru", "Tetap", "🖼 Lihat foto"]
    await world.phone(cast.officer).taps("🖼 Lihat foto")
    assert (await world.last(cast.officer)).has_photo
    assert not await in_doubt(world, cast)  # a client's word alone stops nobody from asking
    assert len(await rows(world, Attendance)) == len(await rows(world, Evidence)) == 1
    await world.phone(cast.officer).taps("📌 Pakai pin baru")
    assert (await world.last(cast.budi)).key == "pin-thanks-used"
    (photo,) = [one for one in await rows(world, Photo) if isinstance(one, Photo)]
    assert (photo.case_id, photo.compare_at) == (None, None)


async def test_a_location_after_that_is_work_again(world: World, cast: Cast) -> None:
    await world.passes(at(23, 7))
    await says_so(world, cast.budi)
    await world.passes(at(23, 8))
    await world.phone(cast.budi).sends_location(HERE)

    assert (await world.last(cast.budi)).key == "receipt-start"


async def test_whoever_says_it_next_is_another_voice(world: World, cast: Cast, others: list[Person]) -> None:
    await says_so(world, cast.budi)
    await says_so(world, others[0], near(8))

    assert (await world.last(others[0])).key == "pin-report-joined"
    assert [one.state for one in await questions(world)] == [QuestionState.OPEN, QuestionState.JOINED]
    await world.phone(cast.officer).writes("/perlu")
    assert any(
        "1 laporan lain menyebut hal yang sama." in one.text for one in await world.letters(cast.officer)
    )
    await world.phone(cast.officer).taps("Tetap")
    for who in (cast.budi, others[0]):
        assert (await world.last(who)).key == "pin-thanks-kept"


async def test_the_supervisor_says_so_and_nobody_is_asked_for_better_locations(
    world: World, cast: Cast, others: list[Person]
) -> None:
    await says_so(world, cast.budi)
    await says_so(world, cast.supervisor, near(8))

    assert await in_doubt(world, cast)
    assert [one.state for one in await questions(world)] == [QuestionState.JOINED, QuestionState.OPEN]
    card = await officer_of_most(world)
    assert "Kata pengawas Pl-01 (contoh), yang berdiri di lokasi: pinnya salah." in card.text
    await world.phone(cast.officer).taps("📌 Pakai pin baru")  # his older card, about the client's word
    assert (await site_now(world, cast)).latitude == pytest.approx(near(8)[0], abs=1e-6)


async def test_a_supervisor_may_correct_himself(world: World, cast: Cast) -> None:
    await says_so(world, cast.supervisor, FAR)
    await says_so(world, cast.supervisor, near(8))

    assert [one.state for one in await questions(world)] == [QuestionState.JOINED, QuestionState.OPEN]
    card = await world.letter(cast.officer, "pin-state-open")
    assert "laporan lain" not in card.text
    await world.phone(cast.officer).taps("📌 Pakai pin baru")
    assert (await site_now(world, cast)).latitude == pytest.approx(near(8)[0], abs=1e-6)
    assert (await world.keys(cast.supervisor)).count("pin-thanks-used") == 1


async def test_the_check_of_a_pin_in_practice_leads_to_the_same_card(world: World, cast: Cast) -> None:
    phone = world.phone(cast.supervisor)
    await phone.writes("latihan")
    await phone.taps("✅ Hadir semua")
    await phone.taps("✅ Benar")
    await phone.sends_location(near(0))
    await phone.taps("📌 Lokasi salah?")
    await phone.sends_location(near(0))
    await phone.taps("Kirim tanpa foto")
    await world.passes(world.clock.now())

    (question,) = await questions(world)
    assert question.by is AskedBy.SUPERVISOR
    assert question.place == pytest.approx(near(0)[:2], abs=1e-6)
    card = await world.letter(cast.officer, "pin-state-open")
    assert [one.label for one in card.buttons] == ["📌 Pakai pin baru", "Tetap"]


async def test_a_childs_photo_goes_to_the_office_alone(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-01", Role.CLIENT, name="Rahasia", child=True)
    async with world.database.transaction() as session:
        (await session.get_one(Person, child.id)).born_on = date(2010, 4, 24)
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN)
    service = Programme.CHILD_SERVICE
    await world.case(
        child, cast.officer, cast.site, total_hours=30, programme=service, guardian_id=guardian.id
    )
    await world.phone(child).writes("/lokasisalah")
    await world.phone(child).sends_location(near(0))
    assert "Mohon tanpa orang di dalam foto." in (await world.last(child)).text
    await world.phone(child).sends_photo()
    await world.passes(world.clock.now())

    card = await world.letter(cast.officer, "pin-state-open")
    assert "Kata A-01" in card.text
    assert "Rahasia" not in card.text
    assert await world.letters(cast.supervisor) == []
    await world.phone(cast.officer).taps("🖼 Lihat foto")
    assert (await world.last(cast.officer)).has_photo
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    await world.phone(operator).taps_id("pin-photos:1")
    assert (await world.last(operator)).key == "pin-question-photo-kept"
    await world.phone(cast.supervisor).taps_id("pin-photos:1")
    assert (await world.last(cast.supervisor)).key == "not-for-you"


async def test_where_nobody_guides_anybody_the_operator_is_asked(world: World, cast: Cast) -> None:
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    supervisor = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    site = await world.site(cast.office, supervisor, code="L2", pinned=False)
    await says_so(world, supervisor)
    await world.phone(cast.officer).taps_id("pin-use:1")
    assert (await world.last(cast.officer)).key == "not-yours"
    card = await world.letter(operator, "pin-state-open")
    assert "Lokasi ini belum mempunyai pin (batas 150 m)." in card.text
    await world.phone(operator).taps("📌 Pakai pin baru")

    async with world.database.reading() as session:
        assert (await session.get_one(Site, site.id)).latitude == pytest.approx(near(0)[0], abs=1e-6)


async def test_nobody_of_another_office_sees_or_decides(
    world: World, cast: Cast, others: list[Person]
) -> None:
    there = await world.office("BPS-MRS", name="Bapas Lain (contoh)")
    officer = await world.person(there, "PK-99", Role.OFFICER)
    operator = await world.person(there, "OP-99", Role.OPERATOR)
    supervisor = await world.person(there, "PL-99", Role.SUPERVISOR)
    site = await world.site(there, supervisor)
    await world.case(await world.person(there, "K-99", Role.CLIENT), officer, site)
    await three_meet(world, cast, others)
    for who in (officer, operator):
        for entry in ("pin-use", "pin-keep", "pin-rejudge", "pin-photos"):
            await world.phone(who).taps_id(f"{entry}:1")
            assert (await world.last(who)).key == "not-yours"
    await world.phone(supervisor).taps_id(f"pin-wrong:{cast.site.id}")
    assert (await world.last(supervisor)).key == "not-yours"

    assert (await questions(world))[0].state is QuestionState.OPEN
    assert "pin-state-open" not in [*await world.keys(officer), *await world.keys(operator)]


async def test_words_and_pictures_that_do_not_fit_are_answered_with_the_next_step(
    world: World, cast: Cast
) -> None:
    phone = world.phone(cast.budi)
    await phone.writes("/lokasisalah")
    await phone.writes("sebelah masjid")
    assert (await world.last(cast.budi)).key == "pin-report-place"
    await phone.sends_location(near(0), labels=(Label.PICKED_PLACE,))
    assert (await world.last(cast.budi)).key == "practice-place-not-live"
    await phone.sends_location(near(0))
    await phone.writes("kamera rusak")
    assert (await world.last(cast.budi)).key == "pin-report-photo"
    await phone.sends_photo(b"no picture at all", name="broken")
    assert (await world.last(cast.budi)).key.startswith("photo-problem-")
    await phone.taps("Kirim tanpa foto")

    assert (await world.last(cast.budi)).key == "pin-report-sent"
    await phone.writes("/lokasisalah")
    await phone.writes("batal")
    assert (await world.last(cast.budi)).key == "question-left"


async def test_while_the_pin_is_looked_at_the_officer_is_asked_about_nobodys_distance(
    world: World, cast: Cast, others: list[Person]
) -> None:
    async def asked() -> int:
        await world.phone(cast.officer).writes("/perlu")
        return (await world.last(cast.officer)).text.count("Apakah memang bekerja di tempat lain?")

    await arrives(world, (cast.budi, near(0)))
    assert await asked() == 1
    await three_meet(world, cast, others)
    assert await asked() == 0
    await world.phone("PK-02").taps("Tetap")
    assert await asked() > 0


async def test_corners_that_nobody_can_read_reach_the_officer_too(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        (await session.get_one(Site, cast.site.id)).corners = [[-5.4], [119.4]]
    await says_so(world, cast.budi, near(0))

    card = await world.letter(cast.officer, "pin-state-open")
    assert card.text.startswith("📌 Pin Kantor Desa L1 (L1) perlu dicek")
    await world.phone(cast.officer).writes("/perlu")
    assert "Kantor Desa L1" in (await world.last(cast.officer)).text


async def test_where_the_pin_fits_nobody_is_bothered(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/lokasisalah")
    await world.phone(cast.budi).sends_location((HERE[0] + 0.0001, HERE[1], 8.0))

    assert (await world.last(cast.budi)).key == "pin-report-fits"
    assert await questions(world) == []
    await world.passes(at(23, 8))
    await world.phone(cast.budi).sends_location((HERE[0] + 0.0001, HERE[1], 8.0))
    assert (await world.last(cast.budi)).key == "receipt-start", "the question is over"

"""An officer asks who needs him, opens a client's card, and decides on work outside the plan."""

from __future__ import annotations

import io
from datetime import date

import pytest
from python_calamine import CalamineWorkbook
from sqlmodel import select

from bot.domain.cases import Interval, Programme
from bot.domain.checkins import AttendanceState
from bot.domain.people import Role
from bot.storage.models import Attendance, CaseBalance, Digest, Person
from tests.conversations.conftest import Cast
from tests.harness import FAR, World, at
from tests.weeks import exported

REPORTED = ("batuk sedikit", "menambal perahu", "rukun", "ongkos jauh", "kursus las")
ACCEPT, DECLINE = "✅ Hitung", "❌ Jangan hitung"


async def worked_outside_the_plan(world: World, cast: Cast) -> None:
    """Budi works on a Tuesday, and the supervisor confirms it."""
    world.clock.moment = at(21, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(21, 11)
    await world.phone(cast.budi).writes("/selesai")
    await world.phone(cast.budi).taps("🏁 Selesai kerja")
    await world.phone(cast.supervisor).taps("✅ Benar")


async def attendance_of(world: World) -> Attendance:
    async with world.database.reading() as session:
        return (await session.exec(select(Attendance))).one()


async def credited(world: World, cast: Cast) -> int:
    async with world.database.reading() as session:
        return (await session.get_one(CaseBalance, cast.case.id)).credited


async def test_accepted_work_outside_the_plan_counts_and_the_client_hears(world: World, cast: Cast) -> None:
    await worked_outside_the_plan(world, cast)
    assert await credited(world, cast) == 0
    await world.phone(cast.officer).taps(ACCEPT)

    assert await credited(world, cast) == 180
    assert (await world.last(cast.officer)).key == "outside-plan-accepted"
    assert (await world.last(cast.budi)).text.startswith("✅ Kerja Sel 21 Apr dikonfirmasi: 3 jam diakui.")


async def test_declined_work_stays_on_record_with_the_reason(world: World, cast: Cast) -> None:
    await worked_outside_the_plan(world, cast)
    await world.phone(cast.officer).taps(DECLINE)

    assert (await attendance_of(world)).state is AttendanceState.REJECTED
    assert (await world.last(cast.officer)).key == "outside-plan-declined"
    assert "Di luar jadwal" in (await world.letter(cast.budi, "result-rejected")).text


async def test_a_second_tap_shows_what_was_decided(world: World, cast: Cast) -> None:
    await worked_outside_the_plan(world, cast)
    accept, decline = (await world.last(cast.officer)).buttons
    await world.phone(cast.officer).taps_id(accept.id)
    await world.phone(cast.officer).taps_id(decline.id)

    assert await credited(world, cast) == 180
    assert (await world.last(cast.officer)).key == "outside-plan-accepted"
    assert (await world.keys(cast.budi)).count("result-confirmed") == 1


async def test_only_the_officer_of_the_case_decides(world: World, cast: Cast) -> None:
    colleague = await world.person(cast.office, "PK-02", Role.OFFICER)
    await worked_outside_the_plan(world, cast)
    card = await world.last(cast.officer)
    await world.phone(colleague).taps_id(card.buttons[0].id)

    assert (await world.last(colleague)).key == "not-yours"
    assert await credited(world, cast) == 0


@pytest.mark.parametrize("choice", ["accept", "accept:x", "accept:999999:1", "decline:0:0"])
async def test_a_button_that_nobody_made_decides_nothing(world: World, cast: Cast, choice: str) -> None:
    await world.phone(cast.officer).taps_id(choice)

    assert (await world.last(cast.officer)).key in ("not-yours", "choice-unknown")


async def test_what_needs_the_officer_comes_with_its_buttons(world: World, cast: Cast) -> None:
    await worked_outside_the_plan(world, cast)
    await world.phone(cast.officer).writes("/perlu")

    decision, heading = [one for one in await world.letters(cast.officer) if not one.edited][-2:]
    assert (heading.key, decision.key) == ("needs-heading", "outside-plan")
    assert "Budi (contoh) bekerja di luar jadwal Sel 21 Apr" in heading.text
    assert "pada kartunya di atas" in heading.text
    assert [button.label for button in heading.buttons] == ["Budi (contoh)"]
    await world.phone(cast.officer).taps("Budi (contoh)")
    assert (await world.last(cast.officer)).key == "client-card"


async def test_nothing_needs_the_officer(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/perlu")

    assert (await world.last(cast.officer)).key == "needs-nothing"


async def test_the_summary_now_is_not_the_mondays_digest(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/ringkasan")

    assert "Budi (contoh)" in (await world.last(cast.officer)).text
    async with world.database.reading() as session:
        assert (await session.exec(select(Digest))).all() == []


async def test_on_monday_at_seven_the_week_and_its_file_come(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.passes(at(27, 9))
    await world.passes(at(27, 12))

    letters = [one for one in await world.letters(cast.officer) if one.key.startswith("digest")]
    assert [(one.key, one.document) for one in letters] == [
        ("digest-heading", ""),
        ("digest-file", "ringkasan-2026-W17.xlsx"),
        ("digest-attached-report", "laporan-mingguan-PK-01-2026-W17.pdf"),
        ("digest-attached-chart", ""),
    ]
    assert "3 jam diakui, hadir 1 dari 1 jadwal" in letters[0].text


async def test_a_client_is_found_by_name_or_code(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti Budiarti (contoh)")
    await world.case(siti, cast.officer, cast.site)
    for text in ("k-02", "Siti", "budiarti"):
        await world.phone(cast.officer).writes(f"/klien {text}")
        assert "Siti Budiarti (contoh)" in (await world.last(cast.officer)).text

    await world.phone(cast.officer).writes("/klien budi")
    assert (await world.last(cast.officer)).key == "client-which"
    await world.phone(cast.officer).taps("Siti Budiarti (contoh)")
    card = await world.last(cast.officer)
    assert (card.key, "Siti Budiarti (contoh)" in card.text) == ("client-card", True)


async def test_two_cases_of_one_client_are_told_apart_by_their_numbers(world: World, cast: Cast) -> None:
    second = await world.case(cast.budi, cast.officer, None, number="9/2026")
    await world.phone(cast.officer).writes("/klien K-01")
    first, other = (await world.last(cast.officer)).buttons
    assert (first.label, other.label) == ("K-01/2026 · Budi (contoh)", "9/2026 · Budi (contoh)")
    await world.phone(cast.officer).taps(other.label)
    assert second.number in (await world.last(cast.officer)).text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("/klien", "client-ask-name", id="no name"),
        pytest.param("/klien Zainuddin", "client-not-found", id="nobody"),
        pytest.param("/klien %", "client-not-found", id="no wildcard"),
    ],
)
async def test_a_search_without_result_says_how_to_go_on(
    world: World, cast: Cast, text: str, key: str
) -> None:
    await world.phone(cast.officer).writes(text)

    assert (await world.last(cast.officer)).key == key


async def test_a_childs_name_stands_only_on_his_officers_card(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-01", Role.CLIENT, name="Nama Rahasia", child=True)
    case = await world.case(child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE)
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    colleague = await world.person(cast.office, "PK-02", Role.OFFICER)

    async def reads(who: Person, text: str) -> tuple[str, bool]:
        await world.phone(who).writes(text)
        letter = await world.last(who)
        return letter.key, "Nama Rahasia" in letter.text

    assert await reads(cast.officer, "/klien A-01") == ("client-card", True)
    assert await reads(cast.officer, "/ringkasan") == ("summary-heading", False)
    assert await reads(head, "/klien A-01") == ("client-card", False)
    assert (await reads(head, "/klien Rahasia"))[0] == "client-not-found"
    assert (await reads(colleague, "/klien A-01"))[0] == "client-not-found"
    await world.phone(colleague).taps_id(f"client:{case.id}")
    assert (await world.last(colleague)).key == "not-yours"


async def rejected(world: World, cast: Cast, person: Person, words: str) -> None:
    """The supervisor rejects a start in his own words."""
    world.clock.moment = at(23, 8)
    await world.phone(person).sends_location()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes(words)


async def test_a_rejected_start_is_no_work_under_way(world: World, cast: Cast) -> None:
    await rejected(world, cast, cast.budi, "Belum datang")
    await world.phone(cast.officer).writes("/klien K-01")

    text = (await world.last(cast.officer)).text
    assert "dinyatakan tidak benar (Belum datang)" in text
    assert "sedang bekerja" not in text


async def test_a_rejected_record_is_not_counted_as_come(world: World, cast: Cast) -> None:
    await rejected(world, cast, cast.budi, "Belum datang")
    await world.phone(cast.officer).writes("/ringkasan")

    assert "Hadir 0 dari 1 jadwal." in (await world.last(cast.officer)).text


async def test_the_reason_about_a_child_stands_on_its_officers_card_only(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-01", Role.CLIENT, name="Nama Rahasia", child=True)
    await world.case(child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE)
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await rejected(world, cast, child, "Dijemput ibunya, Siti")
    await world.phone(cast.officer).writes("/klien A-01")
    assert "Dijemput ibunya, Siti" in (await world.last(cast.officer)).text
    await world.phone(head).writes("/klien A-01")
    assert "ditulis pengawas, hanya untuk PK-nya" in (await world.last(head)).text
    for person, said in ((cast.officer, "/perlu"), (cast.officer, "/ringkasan"), (head, "/ringkasan")):
        before = len(await world.letters(person))
        await world.phone(person).writes(said)
        text = "\n".join(one.text for one in (await world.letters(person))[before:])
        assert "alasannya ada di kartunya" in text
        assert "Siti" not in text


async def test_a_far_check_in_is_marked_on_the_card(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(FAR)
    await world.phone(cast.officer).writes("/klien K-01")

    assert "⚠️ 5.872 m dari lokasi" in (await world.last(cast.officer)).text


async def gives_report(world: World, cast: Cast, code: str, *, child: bool) -> Person:
    tono = await world.person(cast.office, code, Role.CLIENT, child=child)
    await world.case(
        tono,
        cast.officer,
        None,
        total_hours=None,
        daily_hours=None,
        programme=Programme.INTEGRATION,
        report_every=Interval.MONTH,
        first_report_on=date(2026, 4, 23),
    )
    world.clock.moment = at(22, 18)
    await world.phone(tono).writes("lapor")
    for answer in (*REPORTED, "tidak", "tidak"):
        await world.phone(tono).writes(answer)
    return tono


@pytest.mark.parametrize("child", [False, True], ids=["grown up", "child"])
async def test_what_was_reported_is_read_by_its_officer(world: World, cast: Cast, child: bool) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await gives_report(world, cast, "R-09", child=child)
    before = len(await world.letters(cast.officer))
    await world.phone(cast.officer).writes("/klien R-09")
    text = "\n".join(one.text for one in (await world.letters(cast.officer))[before:])
    for words in REPORTED:
        assert words in text
    await world.phone(head).writes("/klien R-09")
    assert "menambal perahu" not in (await world.last(head)).text

    async with world.database.reading() as session:
        _, content = await exported(session, cast.officer, "2026-W17", at(27, 7))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Jawaban lapor")
    assert ("menambal perahu" in str(sheet.to_python())) is not child


async def test_long_answers_are_all_shown(world: World, cast: Cast) -> None:
    tono = await world.person(cast.office, "R-10", Role.CLIENT)
    await world.case(
        tono,
        cast.officer,
        None,
        total_hours=None,
        daily_hours=None,
        programme=Programme.INTEGRATION,
        report_every=Interval.MONTH,
        first_report_on=date(2026, 4, 23),
    )
    world.clock.moment = at(22, 18)
    await world.phone(tono).writes("lapor")
    for number in range(5):
        await world.phone(tono).writes(f"{number}" * 900)
    for _ in range(2):
        await world.phone(tono).writes("tidak")
    before = len(await world.letters(cast.officer))
    await world.phone(cast.officer).writes("/klien R-10")

    texts = [one.text for one in (await world.letters(cast.officer))[before:]]
    assert all(len(text) <= world.channel.caps.text_limit for text in texts)
    assert all(f"{number}" * 900 in "\n".join(texts) for number in range(5))

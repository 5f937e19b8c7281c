"""What comes of evaluations: a head reads his office, an agency its sites, and nobody can guess a client."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.domain.evaluations import ELEMENTS, Question, Rater, SessionWord
from bot.domain.people import Role
from bot.storage.evaluations import EvaluationAnswer, SessionRating
from bot.storage.models import Person, Site
from tests.conversations.conftest import Cast
from tests.harness import World, at

APRIL, FIRST = date(2026, 4, 1), at(1, 8)


async def head_of(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "KB-01", Role.HEAD)


async def agency_of(world: World, cast: Cast, name: str) -> Person:
    async with world.database.transaction() as session:
        (await session.get_one(Site, cast.site.id)).agency = "Dinas Sosial (contoh)"
    return await world.person(cast.office, "D-01", Role.AGENCY, name=name)


async def went(world: World, cast: Cast, *said: SessionWord, since: datetime = FIRST) -> None:
    async with world.database.transaction() as session:
        for number, word in enumerate(said):
            starts_at = since + timedelta(days=number)
            session.add(
                SessionRating(
                    office_id=cast.office.id,
                    site_id=cast.site.id,
                    starts_at=starts_at,
                    day=starts_at.date(),
                    activity="kebersihan lingkungan",
                    word=word,
                    by=cast.supervisor.id,
                    rated_at=starts_at,
                )
            )


async def said(
    world: World,
    cast: Cast,
    question: Question,
    *values: int,
    rater: Rater = Rater.CLIENT,
    words: str = "",
    day: date = APRIL,
) -> None:
    at_site = question in (Question.ACTIVITY, Question.PLACEMENT) or rater is Rater.SUPERVISOR
    async with world.database.transaction() as session:
        for value in values or (None,):
            session.add(
                EvaluationAnswer(
                    office_id=cast.office.id,
                    rater=rater,
                    site_id=cast.site.id if at_site else None,
                    activity="kebersihan lingkungan" if at_site else "",
                    question=question,
                    value=value,
                    words=words,
                    day=day,
                )
            )


async def results(world: World, person: Person) -> list[str]:
    await world.phone(person).writes("/evaluasi")
    letter = await world.last(person)
    assert letter.key == "evaluation-results"
    return letter.text.splitlines()


async def test_the_head_reads_index_and_sites(world: World, cast: Cast) -> None:
    smooth, troubled = SessionWord.SMOOTH, SessionWord.TROUBLED
    await went(world, cast, smooth, smooth, SessionWord.FAIR, troubled)
    for one in ELEMENTS:
        await said(world, cast, one, *([2] * 5 if one is Question.TIME else [4, 3, 4, 3, 4]))
    await said(world, cast, Question.ACTIVITY, 4, 3, 2, 1, 4)
    await said(world, cast, Question.PLACEMENT, 4, 2, rater=Rater.OFFICER)
    shown = await results(world, await head_of(world, cast))

    assert shown[:7] == [
        "📋 Evaluasi sejak Januari 2026",
        "Kepuasan layanan (IKM): 85,56, mutu B (baik), dari 45 jawaban klien",
        "Unsur terendah: waktu pelayanan",
        f"• {cast.site.name}, kebersihan lingkungan",
        "   4 kegiatan dinilai, 50% lancar, 1 kali ada kendala",
        "   Menurut klien: 3 dari 5 baik",
        "   Menurut PK: 1 dari 2 cocok",
    ]


async def test_four_clients_are_too_few_to_be_shown(world: World, cast: Cast) -> None:
    await said(world, cast, Question.ACTIVITY, 1, 1, 1, 1)
    await said(world, cast, Question.MANNER, 1, 1, 1, 1)
    await said(world, cast, Question.REMARK, words="Pengawas sering marah")
    head = await head_of(world, cast)
    shown = "\n".join(await results(world, head))

    assert "Menurut klien" not in shown
    assert "belum dihitung. Tiap unsur perlu 5 jawaban, yang paling sedikit baru 0." in shown
    await world.phone(head).taps("💬 Baca catatan")
    letter = await world.last(head)
    assert letter.key == "evaluation-remarks"
    assert "marah" not in letter.text
    assert "Catatan klien terbuka bila sudah ada 5" in letter.text


async def test_the_head_reads_remarks_in_no_order_of_clients(world: World, cast: Cast) -> None:
    await said(world, cast, Question.REMARK, rater=Rater.OFFICER, words="Perlu lokasi dekat")
    await said(world, cast, Question.REMARK, rater=Rater.SUPERVISOR, words="Rajin sekali")
    for words in ("Terima kasih", "Baik", "Airnya kurang", "Zaman dulu lebih susah", "Cukup"):
        await said(world, cast, Question.REMARK, words=words)
    head = await head_of(world, cast)
    await results(world, head)
    await world.phone(head).taps("💬 Baca catatan")

    assert (await world.last(head)).text.splitlines()[:8] == [
        "💬 Catatan evaluasi sejak Januari 2026",
        f"• Pengawas, {cast.site.name}: Rajin sekali",
        "• PK: Perlu lokasi dekat",
        "• Klien: Airnya kurang",
        "• Klien: Baik",
        "• Klien: Cukup",
        "• Klien: Terima kasih",
        "• Klien: Zaman dulu lebih susah",
    ]


async def test_a_quarter_leaves_out_what_was_before(world: World, cast: Cast) -> None:
    await went(world, cast, SessionWord.TROUBLED, since=at(31, 8, month=3))
    head = await head_of(world, cast)
    await results(world, head)
    assert "1 kegiatan dinilai" in (await world.last(head)).text
    await world.phone(head).taps("📅 Triwulan ini")

    shown = await world.last(head)
    assert shown.text.splitlines()[:2] == ["📋 Evaluasi sejak April 2026", "Belum ada jawaban."]


@pytest.mark.parametrize(
    ("name", "reads"), [("Dinas Sosial (contoh)", True), ("Dinas Kesehatan (contoh)", False)]
)
async def test_an_agency_reads_totals_of_its_sites_only(
    world: World, cast: Cast, name: str, reads: bool
) -> None:
    agency = await agency_of(world, cast, name)
    await went(world, cast, SessionWord.SMOOTH)
    for one in ELEMENTS:
        await said(world, cast, one, 4, 4, 4, 4, 4)
    await said(world, cast, Question.PLACEMENT, 1, rater=Rater.OFFICER)
    shown = "\n".join(await results(world, agency))

    assert ("1 kegiatan dinilai, 100% lancar" in shown) is reads
    assert ("Belum ada jawaban." in shown) is not reads
    assert "IKM" not in shown
    assert "PK" not in shown
    await world.phone(agency).taps_id("evaluation-remarks:year")
    assert (await world.last(agency)).key == "not-for-you"


async def test_a_year_beside_its_quarter_tells_nobodys_answer(world: World, cast: Cast) -> None:
    march = date(2026, 3, 1)
    await said(world, cast, Question.ACTIVITY, 1, day=march)
    await said(world, cast, Question.REMARK, words="Pengawas minta uang", day=march)
    await said(world, cast, Question.ACTIVITY, *[4] * 5)
    for number in range(5):
        await said(world, cast, Question.REMARK, words=f"baik {number}")
    head = await head_of(world, cast)

    assert "   Menurut klien: 5 dari 5 baik" in await results(world, head)
    await world.phone(head).taps("💬 Baca catatan")
    letter = await world.last(head)
    assert ("baik 0" in letter.text, "minta uang" in letter.text) == (True, False)

    await said(world, cast, Question.ACTIVITY, *[1] * 4, day=march)
    for number in range(4):
        await said(world, cast, Question.REMARK, words=f"kurang {number}", day=march)
    assert "   Menurut klien: 5 dari 10 baik" in await results(world, head)
    await world.phone(head).taps("💬 Baca catatan")
    assert "minta uang" in (await world.last(head)).text


async def test_a_year_beside_all_its_quarters_tells_nobodys_answer(world: World, cast: Cast) -> None:
    """The first quarter was read in its own time, and only the second has too few."""
    for day, values in (
        (date(2026, 2, 1), [4] * 5),
        (date(2026, 5, 1), [1] * 2),
        (date(2026, 8, 1), [3] * 5),
    ):
        await said(world, cast, Question.ACTIVITY, *values, day=day)
        for value in values:
            await said(world, cast, Question.REMARK, words=f"{value} {day:%B}", day=day)
    head = await head_of(world, cast)
    world.clock.moment = at(20, 9, month=8)

    assert "   Menurut klien: 10 dari 10 baik" in await results(world, head)
    await world.phone(head).taps("💬 Baca catatan")
    shown = (await world.last(head)).text
    assert ("4 February" in shown, "1 May" in shown, "3 August" in shown) == (True, False, True)
    await said(world, cast, Question.ACTIVITY, 1, 1, 1, day=date(2026, 5, 1))
    assert "   Menurut klien: 10 dari 15 baik" in await results(world, head)

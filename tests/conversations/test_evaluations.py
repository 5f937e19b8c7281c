"""At the end of a case three people are asked about it, one short question after the other; none must answer,
and nothing follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlmodel import col, select, update

from bot.domain.cases import CaseState
from bot.domain.evaluations import Question, Rater
from bot.domain.messages import Line, Word
from bot.domain.people import Role
from bot.reports.documents import final_report
from bot.storage.evaluations import EvaluationAnswer, EvaluationForm, evaluation_of
from bot.storage.models import Case, Event, Office, Person
from tests.conversations.case_life import case_of, short_order, works
from tests.conversations.conftest import Cast
from tests.harness import World, at

VERY_GOOD, GOOD = "🌟 Sangat baik", "👍 Baik"
SKIP, NOTHING = "⏭️ Lewati", "➖ Tidak ada"


async def head_of(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "KB-01", Role.HEAD)


async def closed(world: World, cast: Cast) -> Person:
    """Budi has worked his last three hours on Thursday, and his case was closed at eleven."""
    head = await head_of(world, cast)
    await short_order(world, cast, 3)
    await works(world, cast, 23)
    await world.phone(cast.officer).taps("✅ Selesai")
    await world.phone(head).taps("✅ Setujui")
    assert (await case_of(world, cast)).state is CaseState.COMPLETED
    return head


async def answers(world: World) -> list[EvaluationAnswer]:
    async with world.database.reading() as session:
        found = (await session.exec(select(EvaluationAnswer))).all()
    order = list(Question)
    return sorted(found, key=lambda one: order.index(one.question))


async def forms(world: World) -> dict[Rater, EvaluationForm]:
    async with world.database.reading() as session:
        return {Rater(one.rater): one for one in (await session.exec(select(EvaluationForm))).all()}


async def test_the_officer_answers_from_the_news_that_reaches_him_anyway(world: World, cast: Cast) -> None:
    await closed(world, cast)
    news = await world.last(cast.officer)
    assert news.key == "closing-approved"
    before = len(await world.keys(cast.officer))
    await world.phone(cast.officer).taps("📝 Isi evaluasi")

    asked = await world.last(cast.officer)
    assert asked.text.splitlines()[:3] == [
        "💬 Evaluasi singkat: 3 pertanyaan, boleh dilewati.",
        "Tentang Budi (contoh):",
        "Bagaimana kepatuhannya selama bimbingan?",
    ]
    await world.phone(cast.officer).taps(VERY_GOOD)
    await world.phone(cast.officer).taps(SKIP)
    await world.phone(cast.officer).taps("😐 Kurang baik")
    assert (await world.last(cast.officer)).key == "evaluation-remark"
    await world.phone(cast.officer).writes("Lokasi terlalu jauh dari rumah")
    assert (await world.last(cast.officer)).key == "evaluation-thanks"
    if world.channel.caps.edit:
        new = [one for one in (await world.letters(cast.officer))[before:] if not one.edited]
        assert [one.key for one in new] == ["evaluation-ask-officer", "evaluation-thanks"]

    assert [(one.question, one.value, one.words) for one in await answers(world)] == [
        (Question.COMPLIANCE, 4, ""),
        (Question.PLACEMENT, 2, ""),
        (Question.REMARK, None, "Lokasi terlalu jauh dari rumah"),
    ]
    async with world.database.reading() as session:
        assert await evaluation_of(session, cast.case) == (
            (Rater.OFFICER, "evaluation-name-compliance", "rating-very-good"),
            (Rater.OFFICER, "evaluation-name-placement", "evaluation-said-2"),
        )
        (fact,) = (await session.exec(select(Event).where(Event.kind == "evaluated"))).all()
    assert "jauh" not in (fact.payload or "")
    assert (await case_of(world, cast)).state is CaseState.COMPLETED, "nothing follows from it"


async def test_supervisor_and_client_are_asked_in_the_next_morning(world: World, cast: Cast) -> None:
    await closed(world, cast)
    await world.passes(at(24, 8, 59))
    assert (await world.last(cast.budi)).key == "closing-final-served"
    await world.passes(at(24, 9, 1))

    asked = await world.last(cast.supervisor)
    assert (asked.key, "Tentang Budi (contoh):" in asked.text) == ("evaluation-ask-supervisor", True)
    for label in (VERY_GOOD, GOOD, GOOD, NOTHING):
        await world.phone(cast.supervisor).taps(label)
    assert (await world.last(cast.supervisor)).key == "evaluation-thanks"
    asked = await world.last(cast.budi)
    assert asked.text.splitlines()[:3] == [
        "💬 Boleh minta pendapat Anda? 4 pertanyaan singkat, disimpan tanpa nama.",
        "Boleh juga dibiarkan.",
        "Bagaimana tempat dan kegiatan kerjanya?",
    ]
    await world.passes(at(28, 9))
    keys = await world.keys(cast.budi)
    assert keys.count("evaluation-ask-client") == 1, "asked once, and left alone"
    async with world.database.reading() as session:
        assert await evaluation_of(session, cast.case) == (
            (Rater.SUPERVISOR, "evaluation-name-discipline", "rating-very-good"),
            (Rater.SUPERVISOR, "evaluation-name-work", "rating-good"),
            (Rater.SUPERVISOR, "evaluation-name-attitude", "rating-good"),
        )
        case = await session.get_one(Case, cast.case.id)
        report = await final_report.gather(session, case, cast.budi, world.clock.now())
    whose = {"rater": Word("document-evaluation-supervisor"), "question": Word("evaluation-name-discipline")}
    assert report.evaluation[0] == (Line("document-rated-by", whose), Word("rating-very-good"))
    assert report.evaluation[3:] == final_report.BLANKS[1:], "room for client and officer"
    assert (report.closed_on, report.closed_why) == (date(2026, 4, 23), Word("cause-served"))


async def test_what_a_client_says_is_kept_without_him(world: World, cast: Cast) -> None:
    head = await closed(world, cast)
    await world.passes(at(24, 9, 1))
    before = [await world.keys(one) for one in (cast.officer, cast.supervisor, head)]
    form = (await forms(world))[Rater.CLIENT]
    phone = world.phone(cast.budi)
    await phone.types("🙁 Tidak baik")
    for step in (1, 2, 3):
        await phone.taps_id(f"evaluation-answer:{form.id}:{step}:3")
    assert "Disimpan tanpa nama Anda." in (await world.last(cast.budi)).text
    await phone.writes("Pengawas sering marah")

    assert (await world.last(cast.budi)).key == "evaluation-thanks"
    said = await answers(world)
    assert [one.value for one in said] == [1, 3, 3, 3, None]
    assert {one.case_id for one in said} == {None}
    assert {one.day for one in said} == {date(2026, 4, 1)}, "of the day the month is left"
    assert [one.site_id for one in said] == [cast.site.id, None, None, None, None]
    async with world.database.reading() as session:
        assert not (await session.exec(select(Event).where(Event.kind == "evaluated"))).all()
        assert await evaluation_of(session, cast.case) == ()
    after = [await world.keys(one) for one in (cast.officer, cast.supervisor, head)]
    assert after == before, "nobody hears of it"
    for person in (cast.officer, cast.supervisor, head):
        await world.phone(person).writes("/daftar" if person is cast.supervisor else "/klien K-01")
        assert not any("marah" in one.text for one in await world.letters(person))


async def test_nothing_that_is_kept_leads_from_a_client_to_his_answers(world: World, cast: Cast) -> None:
    await closed(world, cast)
    await world.passes(at(24, 9, 1))
    made = (await forms(world))[Rater.CLIENT]
    phone = world.phone(cast.budi)
    for step in range(4):
        await phone.taps_id(f"evaluation-answer:{made.id}:{step}:3")
    world.clock.moment += timedelta(minutes=3)
    await phone.writes("Pengawas sering marah")

    done = (await forms(world))[Rater.CLIENT]
    assert (done.question, done.done_at) == (None, made.made_at), "that it is done, and not when"
    said = await answers(world)
    assert said[-1].look_at == at(1, 0, month=5) + timedelta(days=cast.office.keep_photos_days)
    numbers = [one.id for one in said]
    assert all(one < 0 for one in numbers), "by lot, beside those that are counted up"
    assert not {one + step for one in numbers for step in (-1, 1)} & set(numbers)
    await phone.writes("/evaluasi")
    assert (await world.last(cast.budi)).key == "evaluation-none"


async def test_nobody_answers_in_anothers_name(world: World, cast: Cast) -> None:
    await closed(world, cast)
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    made = await forms(world)
    for person in (cast.supervisor, cast.officer, other):
        await world.phone(person).taps_id(f"evaluation:{made[Rater.CLIENT].id}")
        assert (await world.last(person)).key == "not-yours"
    await world.phone(other).taps_id(f"evaluation-answer:{made[Rater.OFFICER].id}:0:1")

    assert (await world.last(other)).key == "not-yours"
    assert await answers(world) == []


async def test_a_tap_on_what_was_answered_changes_nothing(world: World, cast: Cast) -> None:
    await closed(world, cast)
    form = (await forms(world))[Rater.OFFICER]
    for value in (4, 1):
        await world.phone(cast.officer).taps_id(f"evaluation-answer:{form.id}:0:{value}")

    assert [one.value for one in await answers(world)] == [4]
    assert "Bagaimana perkembangannya?" in (await world.last(cast.officer)).text


async def test_who_wants_no_messages_is_not_asked(world: World, cast: Cast) -> None:
    await closed(world, cast)
    await world.phone(cast.budi).writes("stop")
    await world.phone(cast.budi).taps("🔕 Ya, berhenti")
    await world.passes(at(24, 12))

    assert "evaluation-ask-client" not in await world.keys(cast.budi)
    assert Rater.CLIENT not in await forms(world)


async def test_a_case_that_goes_on_again_is_not_asked_about(world: World, cast: Cast) -> None:
    await closed(world, cast)
    async with world.database.transaction() as session:
        state = CaseState.AWAITING_CLOSING
        await session.exec(update(Case).where(col(Case.id) == cast.case.id).values(state=state))
    await world.passes(at(24, 12))

    assert "evaluation-ask-client" not in await world.keys(cast.budi)
    assert set(await forms(world)) == {Rater.OFFICER}


async def test_in_quiet_hours_nobody_is_asked(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        office = await session.get_one(Office, cast.office.id)
        office.quiet_from, office.quiet_until = at(23, 21).time(), at(23, 21).time()
        office.quiet_from, office.quiet_until = office.quiet_from.replace(20), office.quiet_until.replace(10)
    await closed(world, cast)
    await world.passes(at(24, 9, 59))
    assert "evaluation-ask-client" not in await world.keys(cast.budi)
    await world.passes(at(24, 10, 1))

    assert "evaluation-ask-client" in await world.keys(cast.budi)


async def test_for_a_child_its_guardian_is_asked_and_reads_a_code(world: World, cast: Cast) -> None:
    wali = await world.person(cast.office, "W-01", Role.GUARDIAN)
    async with world.database.transaction() as session:
        client = await session.get_one(Person, cast.budi.id)
        client.child, client.born_on = True, date(2010, 1, 1)
        (await session.get_one(Case, cast.case.id)).guardian_id = wali.id
    await closed(world, cast)
    await world.passes(at(24, 9, 1))

    assert "evaluation-ask-client" not in await world.keys(cast.budi)
    asked = await world.letter(wali, "evaluation-ask-client")
    assert "Tentang K-01:" in asked.text
    assert "Budi" not in asked.text
    assert "Budi" not in (await world.letter(cast.supervisor, "evaluation-ask-supervisor")).text


async def test_whoever_leaves_one_unanswered_is_not_written_to_about_the_next(
    world: World, cast: Cast
) -> None:
    head = await closed(world, cast)
    tono = await world.person(cast.office, "K-02", Role.CLIENT, name="Tono (contoh)")
    case = await world.case(tono, cast.officer, cast.site, total_hours=42)
    await world.passes(at(24, 9, 1))
    theirs = replace(cast, budi=tono, case=case)
    await short_order(world, theirs, 3)
    await works(world, theirs, 30)
    await world.phone(cast.officer).taps_id(f"close-served:{case.id}")
    await world.phone(head).taps("✅ Setujui")
    await world.passes(at(1, 12, month=5))

    keys = await world.keys(cast.supervisor)
    assert keys.count("evaluation-ask-supervisor") == 1
    await world.phone(cast.supervisor).writes("/evaluasi")
    for _ in range(3):
        await world.phone(cast.supervisor).taps(SKIP)
    await world.phone(cast.supervisor).taps(NOTHING)
    assert "Masih ada 1 evaluasi yang boleh diisi." in (await world.last(cast.supervisor)).text
    await world.phone(cast.supervisor).taps("▶️ Isi berikutnya")

    assert "Tentang Tono (contoh):" in (await world.last(cast.supervisor)).text
    assert await answers(world) == [], "left out is no answer"


@pytest.mark.parametrize("role", ["client", "guardian", "supervisor", "officer"])
async def test_without_a_form_there_is_nothing_to_fill_in(world: World, cast: Cast, role: str) -> None:
    person = await world.person(cast.office, "X-01", Role(role))
    await world.phone(person).writes("/evaluasi")

    assert (await world.last(person)).key == "evaluation-none"


async def test_a_remark_is_erased_when_its_time_is_over(world: World, cast: Cast) -> None:
    await closed(world, cast)
    await world.phone(cast.officer).taps("📝 Isi evaluasi")
    for _ in range(3):
        await world.phone(cast.officer).taps(SKIP)
    await world.phone(cast.officer).writes("Terima kasih")
    (said,) = await answers(world)
    assert said.look_at == at(23, 11, 1) + timedelta(days=cast.office.keep_photos_days)
    async with world.database.transaction() as session:
        (await session.get_one(EvaluationAnswer, said.id)).look_at = at(24, 11)
    await world.passes(at(24, 12))

    assert [(one.words, one.look_at) for one in await answers(world)] == [("", None)]


async def test_other_words_of_an_officer_are_no_remark(world: World, cast: Cast) -> None:
    await closed(world, cast)
    await world.phone(cast.officer).taps("📝 Isi evaluasi")
    for _ in range(3):
        await world.phone(cast.officer).taps(SKIP)
    await world.phone(cast.officer).writes("/klien K-01")
    assert "question-left-aside" not in await world.keys(cast.officer)
    await world.phone(cast.officer).writes("nanti saya telepon")

    assert await answers(world) == []


async def last_words(world: World, cast: Cast, rater: Rater, person: Person, words: str) -> list[str]:
    """Somebody leaves out every question and writes at the end; what the officer has heard by then."""
    await closed(world, cast)
    await world.passes(at(24, 9, 1))
    form = (await forms(world))[rater]
    before = await world.keys(cast.officer)
    for step in range(len(form.questions) - 1):
        await world.phone(person).taps_id(f"evaluation-answer:{form.id}:{step}:0")
    await world.phone(person).writes(words)
    assert (await world.last(person)).key == "evaluation-thanks"
    assert [(one.words, one.case_id is None) for one in await answers(world)] == [
        (words, rater is Rater.CLIENT)
    ]
    return before


async def test_a_worry_at_the_end_stays_without_a_name_and_the_way_to_somebody_is_shown(
    world: World, cast: Cast
) -> None:
    words = "Pengawas minta uang, saya diancam kalau tidak bayar"
    before = await last_words(world, cast, Rater.CLIENT, cast.budi, words)
    thanks = await world.last(cast.budi)
    assert [one.label for one in thanks.buttons] == ["✉️ Pesan ke PK", "🙋 Minta bantuan"]
    assert "tanpa nama dan tidak dikirim ke PK" in thanks.text
    assert "Bila tidak bisa menunggu, tekan 🙋 Minta bantuan" in thanks.text
    assert await world.keys(cast.officer) == before, "it is his choice whether he is named"

    await world.phone(cast.budi).taps("✉️ Pesan ke PK")
    await world.phone(cast.budi).writes(words)
    assert words in (await world.last(cast.officer)).text


@pytest.mark.parametrize(
    "words", ["pak ada kecelakaan di lokasi", "Tono jatuh dari tangga, kakinya luka, tolong"]
)
async def test_a_supervisor_who_writes_of_an_accident_at_the_end_reads_where_it_is_told(
    world: World, cast: Cast, words: str
) -> None:
    await last_words(world, cast, Rater.SUPERVISOR, cast.supervisor, words)
    assert "ketik: kejadian" in (await world.last(cast.supervisor)).text


@pytest.mark.parametrize(
    "words", ["Terima kasih semuanya", "keberatan", "siapa PK saya?", "kapan surat saya keluar"]
)
async def test_a_client_always_reads_how_to_reach_somebody_for_nobody_can_answer_a_remark(
    world: World, cast: Cast, words: str
) -> None:
    await last_words(world, cast, Rater.CLIENT, cast.budi, words)
    thanks = await world.last(cast.budi)
    assert [one.label for one in thanks.buttons] == ["✉️ Pesan ke PK", "🙋 Minta bantuan"]
    assert thanks.text.splitlines() == [
        "🙏 Terima kasih, sudah disimpan.",
        "Catatan tadi tanpa nama dan tidak dikirim ke PK. Bila PK perlu tahu, tekan ✉️ Pesan ke PK.",
    ]


@pytest.mark.parametrize("words", ["Hidup saya tidak ada gunanya", "Saya sudah tidak kuat lagi"])
async def test_despair_in_the_last_words_calls_people(world: World, cast: Cast, words: str) -> None:
    head = await closed(world, cast)
    await world.passes(at(24, 9, 1))
    form = (await forms(world))[Rater.CLIENT]
    for step in range(len(form.questions) - 1):
        await world.phone(cast.budi).taps_id(f"evaluation-answer:{form.id}:{step}:0")
    await world.phone(cast.budi).writes(words)

    for person in (cast.officer, head):
        assert (await world.last(person)).key == "call-card"
    assert await answers(world) == [], "it is no remark that nobody reads"


async def test_a_supervisor_who_asks_at_the_end_reads_whom_to_ask(world: World, cast: Cast) -> None:
    await last_words(world, cast, Rater.SUPERVISOR, cast.supervisor, "berapa orang yang datang bulan depan?")
    assert "ketik: bantuan" in (await world.last(cast.supervisor)).text


async def test_other_last_words_of_a_supervisor_are_only_thanked_for(world: World, cast: Cast) -> None:
    await last_words(world, cast, Rater.SUPERVISOR, cast.supervisor, "Terima kasih semuanya")
    assert (await world.last(cast.supervisor)).text == "🙏 Terima kasih, sudah disimpan."


@pytest.mark.parametrize(
    ("reason", "asked"),
    [("klien meninggal dunia, surat kematian ada", False), ("pindah ke luar kota", True)],
)
async def test_nobody_asks_on_the_phone_of_one_who_died(
    world: World, cast: Cast, reason: str, *, asked: bool
) -> None:
    head = await head_of(world, cast)
    await works(world, cast, 23)
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes(reason)
    await world.phone(head).taps("✅ Setujui")
    await world.passes(at(24, 9, 1))

    assert (await case_of(world, cast)).state is CaseState.ENDED
    keys = set(await world.keys(cast.budi))
    assert {"total-final", "evaluation-ask-client"} & keys == (
        {"total-final", "evaluation-ask-client"} if asked else set()
    )
    assert "evaluation-ask-supervisor" in await world.keys(cast.supervisor)


async def asked_next_morning(world: World, cast: Cast) -> None:
    await closed(world, cast)
    await world.passes(at(24, 9, 1))


@pytest.mark.parametrize(
    ("words", "value"),
    [("baik", 3), ("baik pak", 3), ("bagus", 3), ("bagus sekali pak", 4), ("sangat baik", 4)],
)
async def test_an_answer_in_words_is_taken(world: World, cast: Cast, words: str, value: int) -> None:
    await asked_next_morning(world, cast)
    for person in (cast.budi, cast.supervisor):
        await world.phone(person).writes(words)
        assert (await world.last(person)).key == "evaluation-next"

    assert [(one.question, one.value) for one in await answers(world)] == [
        (Question.DISCIPLINE, value),
        (Question.ACTIVITY, value),
    ]


async def test_of_more_words_he_reads_where_they_may_be_written(world: World, cast: Cast) -> None:
    await asked_next_morning(world, cast)
    await world.phone(cast.supervisor).writes("bagus sekali, rajin dan sopan")

    assert (await world.last(cast.supervisor)).text.splitlines()[:4] == [
        "💬 Pertanyaan 2 dari 3",
        "Kata-kata lainnya boleh ditulis di akhir.",
        "Tentang Budi (contoh):",
        "Bagaimana hasil kerjanya?",
    ]


async def test_words_that_are_none_of_the_answers_get_them_and_are_not_lost(world: World, cast: Cast) -> None:
    await asked_next_morning(world, cast)
    words = "lumayan pak, agak lama antrinya"
    await world.phone(cast.budi).writes(words)
    asked = await world.last(cast.budi)
    assert asked.text.splitlines()[:3] == [
        "🙏 Terima kasih. Yang paling mendekati yang mana?",
        "Bagaimana tempat dan kegiatan kerjanya?",
        "Kalimat tadi bisa diteruskan apa adanya ke PK.",
    ]
    assert await answers(world) == []
    await world.phone(cast.budi).types("🙂 Baik")
    assert [one.value for one in await answers(world)] == [3]


@pytest.mark.parametrize("words", ["siap pak", "siapa PK saya?"])
async def test_what_answers_nothing_goes_on_as_always(world: World, cast: Cast, words: str) -> None:
    await asked_next_morning(world, cast)
    await world.phone(cast.budi).writes(words)

    assert (await world.last(cast.budi)).key == "not-understood-resting"
    assert await answers(world) == []


async def test_a_worry_below_a_question_goes_to_the_officer(world: World, cast: Cast) -> None:
    await asked_next_morning(world, cast)
    await world.phone(cast.budi).writes("bagus sekali, dulu saya diancam")

    assert (await world.last(cast.budi)).key == "message-sent"
    assert await answers(world) == []


async def test_a_day_later_words_are_no_answer(world: World, cast: Cast) -> None:
    await asked_next_morning(world, cast)
    world.clock.moment = at(25, 9, 2)
    for person in (cast.budi, cast.supervisor):
        await world.phone(person).writes("bagus sekali pak")
        assert "evaluation" not in (await world.last(person)).key

    assert await answers(world) == []


@pytest.mark.parametrize("words", ["tidak ada pak", "nggak", "Tidak ada"])
async def test_that_there_is_nothing_to_add_is_no_remark(world: World, cast: Cast, words: str) -> None:
    await asked_next_morning(world, cast)
    form = (await forms(world))[Rater.CLIENT]
    for step in range(len(form.questions) - 1):
        await world.phone(cast.budi).taps_id(f"evaluation-answer:{form.id}:{step}:0")
    await world.phone(cast.budi).writes(words)

    assert (await world.last(cast.budi)).text == "🙏 Terima kasih, sudah disimpan."
    assert await answers(world) == []

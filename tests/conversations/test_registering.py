"""`/daftarkan` and `/ubah`: an officer enters one person, site, case or placement by short questions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypeVar

import pytest
from sqlmodel import select

from bot import accounts
from bot.domain.cases import CaseState, Programme
from bot.domain.messages import Address
from bot.domain.people import Role
from bot.storage.drafts import DraftForm
from bot.storage.models import Case, Event, Person, Placement, Site, WorkSession
from tests.conversations.conftest import Cast
from tests.harness import HERE, Phone, World

NAME = "Zulkarnain Rahasia Sekali"


@pytest.fixture
def officer(world: World, cast: Cast) -> Phone:
    return world.phone(cast.officer)


async def says(phone: Phone, *answers: str) -> None:
    """Answers one after the other, a second apart: what begins with a picture is a button."""
    for answer in answers:
        phone.world.clock.moment += timedelta(seconds=1)
        await (phone.writes(answer) if answer[0].isalnum() or answer[0] in "/-" else phone.taps(answer))


Row = TypeVar("Row", Person, Site, Case, Placement, DraftForm)


async def row(world: World, table: type[Row], **fields: object) -> Row | None:
    async with world.database.reading() as session:
        found = (await session.exec(select(table))).all()
    return next((one for one in found if all(getattr(one, k) == v for k, v in fields.items())), None)


async def a_new_client(officer: Phone) -> None:
    await says(officer, "/daftarkan", "👤 Orang", "👤 Klien", "Sari (contoh)", "Ibu", "0811-0000-0002")
    await says(officer, "17/08/1990")


async def a_new_case(officer: Phone, client: str = "K-02") -> None:
    """Up to the card, with a prosecutor of the office."""
    await says(officer, "/daftarkan perkara", client, "2/Pid.B/2026 (contoh)", "🧹 Kerja sosial", "JK-01")
    await says(officer, "2/Pid.B/2026/PN (contoh)", "02/03/2026", "PN (contoh)", "60", "4")
    await says(officer, "lewati", "⏭ Lewati", "09/03/2026", "31/08/2026")


@pytest.fixture
async def jaksa(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "JK-01", Role.PROSECUTOR, name="Jaksa (contoh)")


async def test_a_client_is_registered_step_by_step(world: World, cast: Cast, officer: Phone) -> None:
    await a_new_client(officer)

    card = await world.last(cast.officer)
    assert card.key == "register-check-orang"
    assert card.text.splitlines()[:7] == [
        "Mohon periksa orang ini:",
        "• peran: 👤 Klien",
        "• nama: Sari (contoh)",
        "• sapaan: Ibu",
        "• nomor HP: 0811-0000-0002",
        "• tanggal lahir: 17/08/1990",
        "• kode: K-02",
    ]
    assert await row(world, Person, code="K-02") is None
    await officer.taps("💾 Simpan")

    assert (await world.last(cast.officer)).key == "register-saved-orang"
    sari = await row(world, Person, code="K-02")
    assert sari is not None
    assert (sari.name, sari.role, sari.born_on) == ("Sari (contoh)", Role.CLIENT, date(1990, 8, 17))
    assert await row(world, DraftForm) is None
    async with world.database.reading() as session:
        fact = (await session.exec(select(Event).where(Event.stream == f"person:{sari.id}"))).one()
    assert (fact.kind, fact.actor_id) == ("person_registered", cast.officer.id)


async def test_a_case_follows_its_client_and_a_placement_the_case(
    world: World, cast: Cast, officer: Phone, jaksa: Person
) -> None:
    await a_new_client(officer)
    await says(officer, "💾 Simpan", "📁 Perkara")
    await says(officer, "2/Pid.B/2026 (contoh)", "🧹 Kerja sosial", "jaksa")
    await says(officer, "2/Pid.B/2026/PN (contoh)", "02/03/2026", "PN (contoh)", "60", "4")
    await says(officer, "lewati", "⏭ Lewati", "09/03/2026", "31/08/2026", "💾 Simpan")

    assert (await world.last(cast.officer)).key == "register-saved-perkara"
    case = await row(world, Case, number="2/Pid.B/2026 (contoh)")
    assert case is not None
    assert (case.state, case.officer_id, case.prosecutor_id) == (
        CaseState.ACTIVE,
        cast.officer.id,
        jaksa.id,
    )
    await says(officer, "📅 Penempatan", "kantor desa", "⬜ Senin", "⬜ Kamis", "▶️ Lanjut", "08.00", "11.00")
    assert "• hari: Senin, Kamis" in (await world.last(cast.officer)).text
    await officer.taps("💾 Simpan")

    told = await world.last(cast.officer)
    assert told.key == "register-saved-penempatan"
    assert "20 jadwal direncanakan" in told.text
    at_site = await world.last(cast.supervisor)
    assert (at_site.key, "Sari (contoh)" in at_site.text) == ("place-told-site", True)
    placement = await row(world, Placement, case_id=case.id)
    assert placement is not None
    assert (placement.code, placement.weekdays) == ("P-01", "14")
    async with world.database.reading() as session:
        planned = (await session.exec(select(WorkSession).where(WorkSession.case_id == case.id))).all()
    assert len(planned) == 20


async def test_a_site_is_registered_by_standing_there(world: World, cast: Cast, officer: Phone) -> None:
    await says(officer, "/daftarkan lokasi", "Puskesmas Contoh", "pelayanan sosial")
    await officer.sends_location(exact=True)
    await says(officer, "PL-01", "Jl. Contoh 1", "Sen-Jum 08.00-16.00", "💾 Simpan")

    assert (await world.last(cast.officer)).key == "register-saved-lokasi"
    site = await row(world, Site, name="Puskesmas Contoh")
    assert site is not None
    assert (site.code, site.latitude, site.longitude) == ("L-01", HERE[0], HERE[1])
    assert sorted(site.hours) == [1, 2, 3, 4, 5]


async def test_a_rough_location_is_asked_about(world: World, cast: Cast, officer: Phone) -> None:
    await says(officer, "/daftarkan lokasi", "Puskesmas Contoh", "pelayanan sosial")
    await officer.sends_location((HERE[0], HERE[1], 350.0))

    rough = await world.last(cast.officer)
    if world.channel.caps.accuracy:
        assert rough.key == "register-pin-rough"
        await officer.taps("📍 Pakai ini")
    assert (await world.last(cast.officer)).key == "register-ask-lokasi-pengawas"
    draft = await row(world, DraftForm)
    assert draft is not None
    assert draft.answers["lintang"] == "-5,4231"


async def test_a_location_that_nobody_asked_for_is_answered(world: World, cast: Cast, officer: Phone) -> None:
    await officer.sends_location()

    assert (await world.last(cast.officer)).key == "register-location-unasked"


async def test_changing_one_answer_asks_only_that_step(world: World, cast: Cast, officer: Phone) -> None:
    await a_new_client(officer)
    await says(officer, "✏️ Ubah", "✏️ nama")
    assert (await world.last(cast.officer)).key == "register-ask-orang-nama"
    await officer.writes("Sarifa (contoh)")

    card = await world.last(cast.officer)
    assert card.key == "register-check-orang"
    assert "Sarifa (contoh)" in card.text


async def test_an_answer_that_no_longer_fits_is_let_go_and_said(
    world: World, cast: Cast, officer: Phone
) -> None:
    await a_new_client(officer)
    await says(officer, "✏️ Ubah", "✏️ peran", "🦺 Pengawas lokasi")

    card = await world.last(cast.officer)
    assert card.key == "register-dropped"
    assert card.text.startswith("Tidak dipakai lagi karena tidak cocok: tanggal lahir.")
    assert "• kode: PL-02" in card.text


async def test_what_cannot_be_read_is_asked_again_with_an_example(
    world: World, cast: Cast, officer: Phone
) -> None:
    await says(
        officer, "/daftarkan orang", "👤 Klien", "Sari (contoh)", "Ibu", "0811-0000-0002", "bulan lalu"
    )

    again = await world.last(cast.officer)
    assert again.key == "import-not-a-day"
    assert "Kapan tanggal lahirnya?" in again.text
    await officer.writes("17/08/1990")
    assert (await world.last(cast.officer)).key == "register-check-orang"


async def test_what_the_law_refuses_leads_to_its_step(
    world: World, cast: Cast, officer: Phone, jaksa: Person
) -> None:
    await world.person(cast.office, "K-02", Role.CLIENT)
    await a_new_case(officer)
    await says(officer, "✏️ Ubah", "✏️ jam seluruhnya", "300", "💾 Simpan")

    refused = await world.last(cast.officer)
    assert refused.key == "case-total-outside-law"
    assert "Berapa jam seluruhnya" in refused.text
    assert await row(world, Case, number="2/Pid.B/2026 (contoh)") is None
    await says(officer, "60", "💾 Simpan")
    assert (await world.last(cast.officer)).key == "register-saved-perkara"


async def test_a_number_is_never_taken_for_a_button(
    world: World, cast: Cast, officer: Phone, jaksa: Person
) -> None:
    await world.person(cast.office, "K-02", Role.CLIENT)
    await a_new_case(officer)
    await says(officer, "✏️ Ubah", "✏️ jam sehari", "1")

    assert "• jam sehari: 1\n" in (await world.last(cast.officer)).text


async def test_a_child_without_guardian_waits_as_a_draft_and_is_completed(
    world: World, cast: Cast, officer: Phone
) -> None:
    await says(officer, "/daftarkan orang", "🧒 Anak", NAME, "⏭ Lewati", "10/02/2010")
    assert NAME in (await world.last(cast.officer)).text
    await officer.taps("💾 Simpan")
    saved = await world.last(cast.officer)
    assert (saved.key, NAME in saved.text) == ("register-saved-orang-code", False)
    await says(officer, "📁 Perkara", "3/Pid.Sus-Anak/2026", "🤝 Pelayanan Anak", "⏭ Lewati")
    await says(officer, "3/PN", "02/03/2026", "PN (contoh)", "40", "lewati")
    await says(officer, "lewati", "⏭ Lewati", "09/03/2026", "31/08/2026", "💾 Simpan")

    draft = await world.last(cast.officer)
    assert draft.key == "register-saved-draft"
    assert draft.text.endswith("jam setiap kali kerja, hari yang diizinkan, waktu yang diizinkan, wali.")
    assert NAME not in draft.text

    await says(officer, "/daftarkan orang", "👪 Wali", "Fatimah Rahasia", "Ibu", "lewati", "A-01")
    assert "• wali dari: A-01" in (await world.last(cast.officer)).text
    await officer.taps("💾 Simpan")
    assert 'ketik "undang W-01"' in (await world.last(cast.officer)).text
    await says(officer, "✏️ Lengkapi", "✏️ Ubah", "✏️ jam sehari", "3", "✏️ Ubah", "✏️ hari diizinkan", "⬜ Sabtu")
    await says(officer, "▶️ Lanjut", "✏️ Ubah", "✏️ waktu diizinkan", "08.00-12.00", "💾 Simpan")

    assert (await world.last(cast.officer)).key == "register-saved-perkara"
    case = await row(world, Case, number="3/Pid.Sus-Anak/2026")
    wali = await row(world, Person, code="W-01")
    assert case is not None
    assert wali is not None
    assert (case.state, case.guardian_id, case.allowed_weekdays) == (CaseState.ACTIVE, wali.id, "6")
    assert "Fatimah" not in " ".join([one.text for one in await world.letters(cast.officer)][-7:])


async def test_another_officers_client_cannot_be_corrected(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "PK-09", Role.OFFICER)
    await world.phone(other).writes("/ubah K-01")
    assert await world.keys(other) == ["not-yours"]
    await world.phone(other).writes(f"/ubah {cast.case.number}")
    assert await world.keys(other) == ["not-yours", "not-yours"]


async def test_a_correction_shows_what_stands_and_writes_only_what_changed(
    world: World, cast: Cast, officer: Phone
) -> None:
    await officer.writes("/ubah k-01")
    card = await world.last(cast.officer)
    assert card.key == "register-check-change"
    assert "• nama: Budi (contoh)" in card.text
    assert "💾 Simpan" not in [button.label for button in card.buttons]
    await says(officer, "✏️ Ubah", "✏️ nomor HP", "0811-0000-0009")
    assert "✏️ nomor HP: 0811-0000-0009" in (await world.last(cast.officer)).text
    await officer.taps("💾 Simpan")

    assert (await world.last(cast.officer)).key == "register-changed"
    budi = await row(world, Person, code="K-01")
    assert budi is not None
    assert (budi.phone, budi.name) == ("0811-0000-0009", "Budi (contoh)")


async def test_a_case_and_its_placement_are_corrected(world: World, cast: Cast, officer: Phone) -> None:
    await says(officer, f"/ubah {cast.case.number}", "✏️ Ubah", "✏️ jam seluruhnya", "50", "💾 Simpan")
    assert (await world.last(cast.officer)).key == "register-saved-perkara"
    await says(officer, "/ubah P-K-01", "✏️ Ubah", "✏️ jam selesai", "12.00", "💾 Simpan")
    assert (await world.last(cast.officer)).key == "register-saved-penempatan"
    case, placement = await row(world, Case, id=cast.case.id), await row(world, Placement, code="P-K-01")
    assert case is not None
    assert placement is not None
    assert (case.total_minutes, f"{placement.ends:%H.%M}") == (50 * 60, "12.00")


async def test_cancelling_changes_nothing(world: World, cast: Cast, officer: Phone) -> None:
    await a_new_client(officer)
    await officer.writes("batal")

    assert (await world.last(cast.officer)).key == "register-cancelled"
    assert await row(world, Person, code="K-02") is None
    assert await row(world, DraftForm) is None


async def test_a_restart_in_the_middle_loses_nothing(world: World, cast: Cast, officer: Phone) -> None:
    await says(officer, "/daftarkan orang", "👤 Klien", "Sari (contoh)")
    again = await world.reborn(world.clock.moment)
    phone = again.phone(cast.officer)
    await says(phone, "ibu", "0811-0000-0002", "17/08/1990")
    draft = await row(again, DraftForm)
    assert draft is not None
    assert (draft.answers["sapaan"], draft.asking) == ("ibu", "")


async def test_idle_answers_are_wiped(world: World, cast: Cast, officer: Phone) -> None:
    await a_new_client(officer)
    world.clock.moment += timedelta(hours=12, minutes=1)
    await officer.taps("💾 Simpan")
    assert (await world.last(cast.officer)).key == "register-none"
    assert await row(world, Person, code="K-02") is None


async def test_the_clock_wipes_idle_answers_too(world: World, cast: Cast, officer: Phone) -> None:
    await a_new_client(officer)
    await world.passes(world.clock.moment + timedelta(hours=13))
    assert await row(world, DraftForm) is None


async def test_a_taken_number_is_refused(world: World, cast: Cast, officer: Phone) -> None:
    await says(officer, "/daftarkan perkara", "K-01", cast.case.number)

    assert (await world.last(cast.officer)).key == "register-code-taken"


async def test_a_code_that_was_taken_meanwhile_is_asked_again(
    world: World, cast: Cast, officer: Phone
) -> None:
    await a_new_client(officer)
    await world.person(cast.office, "K-02", Role.CLIENT, name="Tono (contoh)")
    await officer.taps("💾 Simpan")

    again = await world.last(cast.officer)
    assert again.key == "register-code-taken"
    await says(officer, "K-03", "💾 Simpan")
    sari = await row(world, Person, code="K-03")
    assert sari is not None
    assert sari.name == "Sari (contoh)"


async def test_an_officer_registers_no_staff_and_an_operator_does(
    world: World, cast: Cast, officer: Phone
) -> None:
    await says(officer, "/daftarkan orang", "pk")
    assert (await world.last(cast.officer)).key == "register-not-by-officer"
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    phone = world.phone(operator)
    await says(phone, "/daftarkan orang", "🧭 PK", "Rina (contoh)", "Ibu", "⏭ Lewati", "💾 Simpan")
    rina = await row(world, Person, code="PK-02")
    assert rina is not None
    assert rina.role is Role.OFFICER


async def test_unfinished_answers_are_offered_again(world: World, cast: Cast, officer: Phone) -> None:
    await says(officer, "/daftarkan orang", "👤 Klien", "/daftarkan")
    assert (await world.last(cast.officer)).key == "register-unfinished"
    await officer.taps("▶️ Lanjutkan")
    assert (await world.last(cast.officer)).key == "register-ask-orang-nama"


async def test_a_childs_stored_name_stands_on_no_card_of_a_correction(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-07", Role.CLIENT, name=NAME, child=True)
    await world.case(child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE)
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    await world.phone(operator).writes("/ubah A-07")
    await world.phone(cast.officer).writes("/ubah A-07")

    await says(world.phone(cast.officer), "✏️ Ubah", "nama")
    assert (await world.last(cast.officer)).key == "register-ask-orang-nama"
    await world.phone(cast.officer).writes("Fajar Baru (contoh)")

    assert "✏️ nama: Fajar Baru (contoh)" in (await world.last(cast.officer)).text
    for reader in (operator, cast.officer):
        assert NAME not in " ".join([one.text for one in await world.letters(reader)])


async def test_another_offices_records_do_not_exist(world: World, cast: Cast) -> None:
    office = await world.office("BPS-BDG")
    operator = await world.person(office, "OP-77", Role.OPERATOR)
    phone = world.phone(operator)
    await phone.writes("/ubah K-01")
    assert (await world.last(operator)).key == "register-nobody"
    await phone.taps_id(f"register-open:orang:{cast.budi.id}")
    assert (await world.last(operator)).key == "choice-unknown"
    await says(phone, "/daftarkan perkara", "K-01")
    assert (await world.last(operator)).key == "register-nobody"


async def test_of_several_that_fit_one_is_picked(world: World, cast: Cast, officer: Phone) -> None:
    await world.person(cast.office, "JK-01", Role.PROSECUTOR, name="Yusran Satu (contoh)")
    second = await world.person(cast.office, "JK-02", Role.PROSECUTOR, name="Yusran Dua (contoh)")
    await says(officer, "/daftarkan perkara", "K-01", "9/Pid.B/2026 (contoh)", "🧹 Kerja sosial", "yusran")
    letter = await world.last(cast.officer)
    assert "Ada beberapa yang cocok" in letter.text
    draft = await row(world, DraftForm)
    assert draft is not None
    await officer.taps_id(f"register-pick:{draft.id}:jaksa:{second.id}")

    draft = await row(world, DraftForm)
    assert draft is not None
    assert draft.answers["jaksa"] == "JK-02"


A_CLIENT = ("/daftarkan orang", "👤 Klien", "Sari (contoh)", "Ibu")


async def test_a_number_that_is_none_is_asked_for_again(world: World, cast: Cast, officer: Phone) -> None:
    await says(officer, *A_CLIENT, "tidak tahu")
    again = await world.last(cast.officer)
    assert again.key == "register-not-a-phone"
    assert "Berapa nomor HP-nya?" in again.text

    await says(officer, "+62 811 0000 0002", "17/08/1990")
    assert "• nomor HP: 0811-0000-0002" in (await world.last(cast.officer)).text


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("31/02/1990", "no-such-day"),
        ("08/17/1990", "no-such-day"),
        ("17/08", "import-not-a-day"),
        ("17/08/2030", "born-in-future"),
        ("17/08/1890", "import-not-a-day"),
        ("17/08/1902", "born-too-long-ago"),
    ],
)
async def test_a_birth_date_that_cannot_be_says_why(
    world: World, cast: Cast, officer: Phone, written: str, key: str
) -> None:
    await says(officer, *A_CLIENT, "⏭ Lewati", written)
    assert (await world.last(cast.officer)).key == key
    await officer.writes("17 Agustus 1990")
    assert "• tanggal lahir: 17/08/1990" in (await world.last(cast.officer)).text


async def test_an_age_that_does_not_fit_the_role_is_said_before_saving(
    world: World, cast: Cast, officer: Phone
) -> None:
    await says(officer, *A_CLIENT, "⏭ Lewati", "17/08/2010")
    card = await world.last(cast.officer)
    assert "⚠️ Umurnya belum 18 tahun, jadi akan dicatat sebagai Anak" in card.text
    assert "💾 Simpan" in [button.label for button in card.buttons]

    await says(officer, "✏️ Ubah", "✏️ peran", "🧒 Anak")
    assert "⚠️" not in (await world.last(cast.officer)).text
    await says(officer, "✏️ Ubah", "✏️ tanggal lahir", "1/1/1980")
    assert (
        "⚠️ Umurnya sudah 21 tahun atau lebih, tetapi perannya Anak" in (await world.last(cast.officer)).text
    )


async def test_a_day_without_its_year_is_the_nearest(
    world: World, cast: Cast, officer: Phone, jaksa: Person
) -> None:
    await world.person(cast.office, "K-02", Role.CLIENT)
    await a_new_case(officer)
    await says(officer, "✏️ Ubah", "✏️ selesai", "5 November")

    assert "• selesai: 05/11/2026" in (await world.last(cast.officer)).text


async def test_a_point_moves_north_alone(world: World, cast: Cast, officer: Phone) -> None:
    await says(officer, "/ubah L1", "✏️ Ubah", "✏️ titik di peta", f"-5.4300 {HERE[1]}", "💾 Simpan")

    assert (await world.last(cast.officer)).key == "register-changed"
    site = await row(world, Site, code="L1")
    assert site is not None
    assert (site.latitude, site.longitude) == (-5.43, HERE[1])


async def key_of(world: World, cast: Cast) -> str:
    return (await world.last(cast.officer)).key


async def test_kembali_goes_to_the_question_before(world: World, cast: Cast, officer: Phone) -> None:
    await says(officer, "/daftarkan orang")
    first = await world.last(cast.officer)
    assert 'Ketik "kembali" untuk pertanyaan sebelumnya, "batal" untuk berhenti.' in first.text
    assert "⬅️ Kembali" not in [button.label for button in first.buttons]
    await officer.writes("kembali")
    assert await key_of(world, cast) == "register-first"

    await says(officer, "👤 Klien", "Sari (contoh)", "Ibu", "kembali")
    assert await key_of(world, cast) == "register-ask-orang-sapaan"
    await officer.taps("⬅️ Kembali")
    assert await key_of(world, cast) == "register-ask-orang-nama"
    await officer.writes("Sarifa (contoh)")
    assert await key_of(world, cast) == "register-ask-orang-telepon"


async def test_kembali_from_the_check_goes_through_the_questions(
    world: World, cast: Cast, officer: Phone
) -> None:
    await a_new_client(officer)
    for key in ("register-ask-orang-tanggal-lahir", "register-ask-orang-telepon"):
        await officer.writes("kembali")
        assert await key_of(world, cast) == key
    await officer.writes("0811-0000-0003")
    assert "• nomor HP: 0811-0000-0003" in (await world.last(cast.officer)).text

    await says(officer, "✏️ Ubah", "✏️ nama", "kembali")
    assert await key_of(world, cast) == "register-check-orang"


async def test_what_is_typed_at_the_check_is_read_or_answered(
    world: World, cast: Cast, officer: Phone
) -> None:
    await a_new_client(officer)
    await officer.writes("oke sip")
    assert await key_of(world, cast) == "register-what-to-type"
    await officer.writes("nomor hp")
    assert await key_of(world, cast) == "register-ask-orang-telepon"
    await says(officer, "⏭ Biarkan", "nama")
    assert await key_of(world, cast) == "register-ask-orang-nama"
    await says(officer, "Sarifa (contoh)", "hm", "2", "Sarifah (contoh)", "simpan")
    sari = await row(world, Person, code="K-02")
    assert sari is not None
    assert sari.name == "Sarifah (contoh)"


async def test_only_roles_and_programmes_that_can_be_chosen_are_named_and_in_words(
    world: World, cast: Cast, officer: Phone
) -> None:
    await says(officer, "/daftarkan orang", "raja")
    assert (await world.last(cast.officer)).text.splitlines()[0] == (
        "Pilih salah satu: 👤 Klien, 🧒 Anak, 👪 Wali, 🦺 Pengawas lokasi, ⚖️ Jaksa"
    )
    await says(officer, "batal", "/daftarkan perkara", "K-01", "9/Pid.B/2026 (contoh)", "sosial")
    assert (await world.last(cast.officer)).text.splitlines()[0] == (
        "Pilih salah satu: 🧹 Kerja sosial, 🤝 Pelayanan Anak, 📝 Integrasi"
    )
    await officer.writes("kerja_sosial")
    assert await key_of(world, cast) == "register-ask-perkara-jaksa"


async def test_what_others_use_too_is_the_operators_to_correct(world: World, cast: Cast) -> None:
    """With another number on file an officer could join as his clients' supervisor, and confirm."""
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    waiting = await world.person(cast.office, "PL-09", Role.SUPERVISOR, enrolled=False, phone="081234567890")
    prosecutor = await world.person(cast.office, "JK-01", Role.PROSECUTOR)
    for person in (cast.supervisor, waiting, prosecutor):
        await world.phone(cast.officer).writes(f"/ubah {person.code}")
        assert (await world.last(cast.officer)).key == "register-for-operator", person.code
        await world.phone(cast.officer).taps_id(f"register-open:orang:{person.id}")
        assert (await world.last(cast.officer)).key == "register-for-operator", person.code
    await world.phone(other).writes("/ubah L1")
    assert (await world.last(other)).key == "register-for-operator"
    await world.phone(cast.officer).writes("/ubah L1")
    assert (await world.last(cast.officer)).key != "register-for-operator"
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    await world.phone(operator).writes("/ubah PL-09")
    assert (await world.last(operator)).key != "register-for-operator"


async def test_whom_an_officer_registered_is_his_until_he_has_joined_once(
    world: World, cast: Cast, officer: Phone
) -> None:
    """Also after a lost phone: the number on file is what he proves himself with again."""
    await says(officer, "/daftarkan orang", "🦺 Pengawas lokasi", "Rahim (contoh)", "⏭ Lewati", "⏭ Lewati")
    await says(officer, "💾 Simpan")
    assert "tambahkan PL-02 di baris pengawas" in (await world.last(cast.officer)).text
    await says(officer, "undang PL-02")
    assert (await world.last(cast.officer)).key == "invite-no-site"
    await says(officer, "/ubah PL-02")
    assert (await world.last(cast.officer)).key == "register-check-change"
    rahim = await row(world, Person, code="PL-02")
    assert rahim is not None
    async with world.database.transaction() as session:
        await accounts.bind(session, rahim, Address("test", "rahim"), world.clock.now())
        await accounts.cut_off(session, rahim, by=None, now=world.clock.now())
    await says(officer, "batal", "/ubah PL-02")
    assert (await world.last(cast.officer)).key == "register-for-operator"


async def test_a_guardian_is_set_in_all_cases_of_a_child_or_in_none(
    world: World, cast: Cast, officer: Phone
) -> None:
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    child = await world.person(cast.office, "A-07", Role.CLIENT, name=NAME, child=True)
    mine = await world.case(child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE)
    theirs = await world.case(child, other, None, programme=Programme.CHILD_SERVICE, number="B/2026")
    await world.person(cast.office, "W-07", Role.GUARDIAN)
    await says(officer, f"/ubah {mine.number}", "✏️ Ubah", "✏️ wali", "W-07", "💾 Simpan")
    assert (await world.last(cast.officer)).key == "not-yours"
    kept = await row(world, Case, id=theirs.id)
    assert kept is not None
    assert kept.guardian_id == theirs.guardian_id


async def test_of_several_with_a_code_only_those_are_shown_that_he_may_correct(
    world: World, cast: Cast, officer: Phone
) -> None:
    await world.person(cast.office, "L1", Role.PROSECUTOR)
    await officer.writes("/ubah L1")
    assert (await world.last(cast.officer)).key == "register-check-change"
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    await world.phone(operator).writes("/ubah L1")
    offered = await world.last(operator)
    assert [button.label for button in offered.buttons] == ["👤 Orang", "📍 Lokasi"]


async def test_a_stray_number_neither_saves_nor_throws_away(world: World, cast: Cast, officer: Phone) -> None:
    await a_new_client(officer)
    await officer.writes("3")
    assert await key_of(world, cast) == "register-sure-cancel"
    await officer.writes("1")
    assert await key_of(world, cast) == "register-check-orang"
    await officer.writes("1")
    assert await key_of(world, cast) == "register-sure-save"
    await officer.writes("1")
    assert await key_of(world, cast) == "register-check-orang"
    await says(officer, "✏️ Ubah", "1")
    assert await key_of(world, cast) == "register-ask-orang-peran"
    await says(officer, "kembali", "1", "2")
    assert await key_of(world, cast) == "register-saved-orang"


async def test_others_hear_of_a_supervisor_whom_an_officer_registers(
    world: World, cast: Cast, officer: Phone
) -> None:
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await says(officer, "/daftarkan orang", "🦺 Pengawas lokasi", "Rahim (contoh)", "⏭ Lewati", "⏭ Lewati")
    await says(officer, "💾 Simpan", "/ubah PL-02", "✏️ Ubah", "✏️ nama", "Rahman (contoh)", "💾 Simpan")
    assert await world.keys(operator) == await world.keys(head) == ["new-supervisors"]
    assert (await world.last(head)).text.splitlines() == [
        f"PK {cast.officer.name} (PK-01) mendaftarkan pengawas lokasi:",
        "• Rahim (contoh) (PL-02)",
        "Untuk diketahui saja: pengawas lokasi mengonfirmasi jam kerja klien.",
    ]
    await a_new_client(officer)
    await says(officer, "💾 Simpan", "/ubah K-02", "✏️ Ubah", "✏️ peran", "🦺 Pengawas lokasi", "💾 Simpan")
    assert await world.keys(operator) == ["new-supervisors", "new-supervisors"]
    await says(world.phone(operator), "/daftarkan orang", "🦺 Pengawas lokasi", "Sitti (contoh)", "lewati")
    await says(world.phone(operator), "lewati", "💾 Simpan")
    assert await world.keys(head) == ["new-supervisors", "new-supervisors"]

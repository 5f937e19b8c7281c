"""The paper that is handed out: what stands on it, what does not, and that a phone can read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.invitations import Door, Slip, Standing, standing
from bot.domain.people import Role, shown_name
from bot.reports.papers import SHIPPED, TemplateBroken
from bot.reports.slips import TEMPLATE, invitation_text, qr_picture, slips_pdf
from tests.harness import sentences
from tests.papers import links_in, links_on, pages_in, words_in

DOOR = Door("Telegram", "@hadir_uji_bot", "https://t.me/hadir_uji_bot?start=")
BUDI = Slip(
    greeting="honorific-bapak",
    name="Budi (contoh)",
    person="K-01",
    token="AbCdEfGhIjKlMnOpQrStUv12",
    code="K7M4P9RWTD",
    until=datetime(2026, 5, 4, 4, tzinfo=UTC),
    zone="Asia/Makassar",
    contact="0411-000111",
    locale="id",
)
READS = "#let data = json(bytes(sys.inputs.data))"
MARKUP = r"""Siti #strong[x] *b* _i_ $y$ @a \ "Ñ" 'Łę' <b> `c` // /* [z] ~ --- = 1."""


def printed(*slips: Slip, folder: Path = SHIPPED) -> bytes:
    return slips_pdf(slips, DOOR, sentences(), footer="lembar", locale="id", folder=folder)


def test_a_slip_has_name_code_steps_day_and_contact_and_the_link_as_qr(tmp_path: Path) -> None:
    pdf = printed(BUDI)
    words = words_in(pdf)

    for said in (
        "Bapak Budi (contoh),",
        "K7M4P-9RWTD",
        "Buka Telegram, cari @hadir_uji_bot",
        "Pindai kode",
        "Tekan MULAI",
        "Tekan Setuju",
        "Berlaku sampai Senin, 4 Mei 2026",
        "0411-000111",
    ):
        assert said in words, said
    assert links_in(pdf, tmp_path) == ["https://t.me/hadir_uji_bot?start=AbCdEfGhIjKlMnOpQrStUv12"]


def test_a_slip_says_nothing_of_office_case_or_role() -> None:
    said = (words_in(printed(BUDI)) + invitation_text(BUDI, DOOR, sentences())).casefold()

    for private in ("bapas", "pidana", "klien", "perkara", "pembimbing", "kerja", "hukum", "k-01", "wajib"):
        assert private not in said, private


def test_signs_that_mean_something_to_typst_stand_as_they_are() -> None:
    assert MARKUP in words_in(printed(replace(BUDI, name=MARKUP)))


def test_six_slips_stand_on_a_page_and_each_can_be_scanned(tmp_path: Path) -> None:
    slips = [replace(BUDI, name=f"Orang {n}", token=f"{n:024d}") for n in range(8)]
    pdf = printed(*slips)

    assert pages_in(pdf) == 2
    assert set(links_in(pdf, tmp_path)) == {DOOR.with_token(slip.token) for slip in slips}


def test_a_very_long_name_leaves_room_for_the_rest() -> None:
    pdf = printed(*[replace(BUDI, name="Nurjannah Daeng " * 20)] * 6)

    assert pages_in(pdf) == 1
    assert "Berlaku sampai" in words_in(pdf)


def test_everybody_reads_his_own_language() -> None:
    words = words_in(printed(replace(BUDI, locale="en"), BUDI))

    assert "Press Agree" in words
    assert "Tekan Setuju" in words


def test_the_text_to_forward_has_link_and_code() -> None:
    text = invitation_text(BUDI, DOOR, sentences())

    assert text.startswith("Bapak Budi (contoh), ini undangan pribadi untuk Anda.")
    assert "https://t.me/hadir_uji_bot?start=AbCdEfGhIjKlMnOpQrStUv12" in text
    assert "ketik kode K7M4P-9RWTD" in text


def test_the_picture_of_one_invitation_can_be_scanned() -> None:
    assert links_on(qr_picture(BUDI, DOOR)) == [DOOR.with_token(BUDI.token)]


def test_an_office_may_have_its_own_template(tmp_path: Path) -> None:
    (tmp_path / TEMPLATE).write_text(
        "#let data = json(bytes(sys.inputs.data))\nSurat: #data.slips.at(0).code"
    )

    assert words_in(printed(BUDI, folder=tmp_path)) == "Surat: K7M4P-9RWTD"


def test_a_broken_template_is_named_without_what_was_to_be_printed(tmp_path: Path) -> None:
    (tmp_path / TEMPLATE).write_text(f"{READS}\n#data.nothing")
    with pytest.raises(TemplateBroken) as broken:
        printed(BUDI, folder=tmp_path)

    assert "Budi" not in str(broken.value)
    assert "K7M4P" not in str(broken.value)


@pytest.mark.parametrize(
    ("role", "child", "expected"),
    [(Role.CLIENT, True, "A-07"), (Role.GUARDIAN, False, "A-07"), (Role.CLIENT, False, "Budi")],
)
def test_a_child_and_its_parents_are_codes(role: Role, child: bool, expected: str) -> None:
    assert shown_name(name="Budi", code="A-07", role=role, child=child) == expected


NOW = datetime(2026, 4, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (None, Standing.NEVER),
        (NOW, Standing.EXPIRED),
        (datetime(2026, 4, 21, tzinfo=UTC), Standing.VALID),
    ],
)
def test_how_an_invitation_stands(until: datetime | None, expected: Standing) -> None:
    assert standing(until, NOW) is expected

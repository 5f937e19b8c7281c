"""What a text plainly wants, in words that nobody taught."""

from __future__ import annotations

import pytest

from bot.domain.wishes import (
    agrees,
    command_meant,
    lost_phone,
    names_code,
    said_otherwise,
    takes_back,
    whose_phone,
)


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Tolong!", "bantuan"),
        ("tolong  saya", "bantuan"),
        ("help", "bantuan"),
        ("Practice", "latihan"),
        ("tolong datang lebih pagi", ""),
        ("", ""),
    ],
)
def test_a_command_in_other_words(text: str, command: str) -> None:
    assert command_meant(text) == command


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ya.", True),
        ("saya setuju", True),
        ("yes", True),
        ("Tidak", False),
        ("no!", False),
        ("ya tidak", None),
        ("ok", None),
        ("14/03/1990", None),
    ],
)
def test_what_is_said_to_the_notice(text: str, said: bool | None) -> None:
    assert agrees(text) is said


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("HP hilang", ""),
        ("hp saya hilang, pak", ""),
        ("HP K-01 hilang", "K-01"),
        ("hilang hp Budi Santoso", "Budi Santoso"),
        ("my phone is lost", ""),
        ("hilang K-01", None),
        ("HP rusak", None),
        ("ia pulang mencari HP anaknya yang hilang di pasar", None),
    ],
)
def test_whose_phone_is_lost(text: str, whose: str | None) -> None:
    assert lost_phone(text) == whose


@pytest.mark.parametrize(
    ("text", "whose"),
    [("K-03", "K-03"), ("hilang k-03.", "k-03"), ("HP Pak Ma'ruf", "Ma'ruf"), ("HP saya hilang", "")],
)
def test_who_is_meant_where_it_was_asked(text: str, whose: str) -> None:
    assert whose_phone(text) == whose


@pytest.mark.parametrize(
    ("text", "expected"), [("hilang K-01", True), ("hadirkan k01 HP rusak", True), ("hilang di pasar", False)]
)
def test_a_code_behind_a_command_is_no_sentence(text: str, expected: bool) -> None:
    assert names_code(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((one, True) for one in ("batal, salah", "Salah, belum selesai", "tidak jadi", "maaf keliru, pak")),
        *((one, True) for one in ("salah orang", "Tidak.", "cancel please", "not yet")),
        *((one, False) for one in ("HP rusak", "HP salah kirim lokasi", "tidak punya HP", "belum bisa baca")),
        *((one, False) for one in ("tidak mengirim sendiri", "sudah selesai kerja", "")),
    ],
)
def test_an_answer_that_takes_everything_back_is_no_reason(text: str, expected: bool) -> None:
    assert takes_back(text) is expected


@pytest.mark.parametrize(
    ("said", "command"),
    [
        ("lokasi tutup", "lokasitutup"),
        ("lokasinya tutup pak", "lokasitutup"),
        ("Maaf pak, kantor desanya masih tutup", "lokasitutup"),
        ("gerbangnya dikunci", "lokasitutup"),
        ("lokasi tutup jam berapa", ""),
        ("lokasi tidak tutup", ""),
        ("tutup", ""),
        ("ganti jadwal", "ganti"),
        ("mau ganti jadwal pak", "ganti"),
        ("pindah hari", "ganti"),
        ("ganti jadwal ke jumat", ""),
        ("berhenti", "stop"),
        ("berhenti pak", ""),
    ],
)
def test_other_ways_to_say_a_command(said: str, command: str) -> None:
    assert said_otherwise(said) == command

"""Which answers a person should read soon: few words, and none that is denied."""

from __future__ import annotations

import pytest

from bot.domain.worries import life_in_danger, troubling, worth_reading

SOON = [
    "Saya takut pulang",
    "sering dipukul paman",
    "Ada yang mengancam saya.",
    "tidak bekerja karena sakit",
    "SAKIT sejak Senin",
    "sudah putus asa",
    "rasanya ingin mati saja",
    "belum sembuh, masih sakit",
    "kemarin kecelakaan motor",
    "diusir dari rumah",
    "pengawas minta uang 50 ribu",
    "saya diminta uang rokok",
    "dimintai duit sama pengawas",
    "pak desa minta saya bayar dulu",
    "disuruh bayar baru boleh kerja",
    "dia minta 50rb tiap datang",
    "minta lima puluh ribu",
    "katanya harus setor tiap minggu",
    "di sini ada pungli",
    "saya dipalak",
    "tidak dicatat karena diminta uang",
    "dia mau pukul saya",
    "saya di pukul tadi pagi",
    "saya di pukul 2 orang",
    "dia pukul dua kali",
    "saya di pukul setengah mati",
    "dia pukul jam tangan saya sampai pecah",
    "pukul sebelas saya dipukul",
]
ORDINARY = [
    "",
    "sehat",
    "tidak sakit",
    "tidak ada yang sakit",
    "Alhamdulillah sehat, tidak ada kendala",
    "tidak ada ancaman",
    "kerja di rumah sakit",
    "berangkat pukul 08.00",
    "istirahatnya pukul berapa pak",
    "pukul sebelas saya pulang",
    "pukul dua belas siang",
    "mulai pukul setengah delapan",
    "pukul tujuh pagi",
    "pukul jam 8",
    "pukul jam delapan",
    "pukul 8 kurang",
    "dari pukul delapan sampai pukul sepuluh",
    "listrik mati",
    "belum pernah dipukul",
    "tidak ada yang minta uang",
    "tidak pernah diminta bayar",
    "tidak ada pungutan",
    "mau setor muka hari ini",
    "minta izin pulang cepat",
    "uang saya habis",
]


DANGER = [
    "saya mau bunuh diri",
    "saya sudah tidak tahan, mau mati",
    "saya tidak mau hidup lagi",
    "ingin mengakhiri hidup",
    "lebih baik saya mati",
    "saya gantung diri saja",
    "tadi hampir minum racun",
    "mau bundir",
    "capek hidup",
    "mau loncat dari jembatan",
    "saya mau menyakiti diri",
    "gak sanggup hidup begini",
    "pengen mati aja rasanya",
]
NO_DANGER = [
    "listrik mati",
    "HP saya mau mati, lowbat",
    "ayah saya meninggal",
    "biar mati lampu tetap kerja",
    "tidak hidup lampunya",
    "capek sekali hari ini",
    "memotong rumput di tangan jalan",
    "minum obat",
]


@pytest.mark.parametrize("text", DANGER)
def test_a_life_in_danger(text: str) -> None:
    assert life_in_danger(text)


@pytest.mark.parametrize("text", NO_DANGER)
def test_no_life_in_danger(text: str) -> None:
    assert not life_in_danger(text)


@pytest.mark.parametrize("text", SOON)
def test_worth_reading_soon(text: str) -> None:
    assert worth_reading(["sehat", text])


@pytest.mark.parametrize("text", ORDINARY, ids=lambda text: text or "nothing")
def test_nothing_that_cannot_wait(text: str) -> None:
    assert not worth_reading([text])


@pytest.mark.parametrize(
    ("said", "soon"),
    [
        ("saya diancam pengawas", True),
        ("tidak datang karena takut dipukul", True),
        ("kecelakaan motor tadi pagi", True),
        ("disuruh bayar dulu", True),
        ("anak saya sakit dan dirawat", False),
        ("ban motor bocor", False),
    ],
)
def test_of_why_a_day_was_not_worked_an_illness_is_no_news(said: str, *, soon: bool) -> None:
    assert troubling(said) is soon

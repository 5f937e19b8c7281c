"""Which answers a person should read soon: few words, and none that is denied."""

from __future__ import annotations

import pytest

from bot.domain.despair import life_in_danger
from bot.domain.worries import troubling, worth_reading

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
    "kerjanya berat, sudah tidak kuat lagi",
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
    "Hidup saya tidak ada gunanya",
    "hidup saya tidak ada artinya lagi",
    "hidupku sudah tak berarti",
    "hidup ini rasanya nggak ada gunanya lagi",
    "hidup aku gak berguna",
    "hidup saya sudah tidak ada harapan",
    "rasanya hidup saya sia-sia",
    "tidak ada gunanya saya hidup",
    "gak ada artinya lagi hidup",
    "percuma saya hidup",
    "buat apa lagi saya hidup",
    "lebih baik saya tidak ada",
    "Pak, mending saya nggak ada lagi",
    "lebih baik saya tidak ada saja, semua lebih tenang",
    "lebih baik saya tidak ada daripada menyusahkan keluarga",
    "lebih baik saya tidak pernah lahir",
    "mendingan aku mati aja",
    "biar saya mati saja",
    "biarlah aku mati",
    "Saya sudah tidak kuat lagi",
    "saya udah nggak kuat lagi pak",
    "Pak, saya sudah tak sanggup lagi...",
    "aku gak kuat lagi",
    "saya sudah tidak kuat lagi hidup begini",
    "saya sudah tidak kuat lagi menjalani",
    "tidak sanggup lagi menjalani hidup ini",
    "saya gak kuat menjalani semua ini",
    "saya tidak punya alasan lagi untuk hidup",
    "sudah lelah dengan hidup",
    "malas hidup",
    "saya merasa tidak berguna",
    "saya sudah tidak ada gunanya lagi",
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
    "alatnya tidak ada gunanya",
    "menurut saya tidak ada gunanya kerja begini",
    "alat yang saya bawa sudah tidak berguna lagi",
    "saya tidak kuat angkat semen",
    "saya sudah tidak kuat lagi angkat semen",
    "kerjanya sudah tidak kuat lagi karena sakit pinggang",
    "saya tidak tahan panas",
    "tidak kuat lagi talinya pak",
    "mesinnya tidak bisa hidup lagi",
    "HP saya tidak mau hidup lagi",
    "lampu hidup tidak ada gunanya siang hari",
    "rumputnya disemprot biar mati",
    "pohonnya sudah mau mati",
    "lebih baik saya tidak ada jadwal hari Jumat",
    "lebih baik tidak ada",
    "lebih baik saya datang pagi",
    "hidup saya tidak ada masalah",
    "hidup saya sekarang lebih baik",
    "biaya hidup mahal",
    "ayah saya meninggal dunia",
    "saya sanggup pak",
    "saya tidak sanggup bayar ongkos",
    "saya sudah tidak ada di lokasi",
    "capek, hidupkan mesinnya berat",
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

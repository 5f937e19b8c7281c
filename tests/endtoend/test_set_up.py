"""`hadir init`: what it writes, what it asks, and that it changes nothing where an office is."""

from __future__ import annotations

import re
import sqlite3
import stat

import pytest

from tests.endtoend.clerk import Clerk

GIVEN = (
    *("--office", "BPS-UJI", "--name", "Bapas Uji (contoh)", "--zone", "Asia/Makassar"),
    *("--operator", "Fitriani (contoh)", "--contact", "0411-000-000 (contoh)", "--token", ""),
)
OTHER = (
    *("--office", "BPS-LAIN", "--name", "Bapas Lain (contoh)", "--zone", "Asia/Jayapura"),
    *("--operator", "Yosepha (contoh)", "--contact", "0967-000-000 (contoh)"),
)
ANSWERS = "BPS-UJI\nBapas Uji (contoh)\n\nFitriani (contoh)\n0411-000-000 (contoh)\n1000001:SIMULASI\n"


def offices(clerk: Clerk) -> list[str]:
    database = sqlite3.connect(clerk.folder / "hadir.db")
    found = [str(code) for (code,) in database.execute("SELECT code FROM office ORDER BY id")]
    database.close()
    return found


def test_set_up_writes_a_private_file_and_a_link(clerk: Clerk) -> None:
    answer = clerk.hadir("init", *GIVEN)
    file = clerk.folder / "hadir.env"

    assert answer.code == 0, answer.words
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert re.search(r"^HADIR_SECRET_KEY=\S{43}$", file.read_text(), re.MULTILINE)
    assert "/start " in answer.words
    assert "Kode operator pertama: OP-01." in answer.words


def test_what_is_not_given_is_asked(clerk: Clerk) -> None:
    answer = clerk.hadir("init", typed=ANSWERS)

    assert answer.code == 0, answer.words
    assert "HADIR_TELEGRAM_TOKEN=1000001:SIMULASI\n" in (clerk.folder / "hadir.env").read_text()
    assert offices(clerk) == ["BPS-UJI"]


@pytest.mark.parametrize("typed", ["", "BPS-UJI\nBapas Uji (contoh)\n\n"], ids=["at once", "half-way"])
def test_who_stops_has_written_nothing(clerk: Clerk, typed: str) -> None:
    answer = clerk.hadir("init", typed=typed)

    assert (answer.code, clerk.files()) == (1, set())
    assert answer.words.endswith("\nDibatalkan. Belum ada yang ditulis.\n")
    assert "Aborted" not in answer.words


@pytest.mark.parametrize("words", [(), ("--office", "BPS-UJI"), ("--office", " bps-uji")], ids=str)
def test_again_it_asks_nothing_and_changes_nothing(clerk: Clerk, words: tuple[str, ...]) -> None:
    clerk.hadir("init", *GIVEN)
    written = (clerk.folder / "hadir.env").read_text()
    again = clerk.hadir("init", *words)

    assert again.code == 0
    assert again.words.splitlines() == [
        "Kantor BPS-UJI (Bapas Uji (contoh)) sudah disiapkan di sini. "
        "Tidak ada yang ditanyakan dan tidak ada yang diubah.",
        "Kode operator pertama: OP-01. "
        "Tautan baru untuknya, bila yang lama hilang atau kedaluwarsa: hadir invite OP-01",
    ]
    assert (clerk.folder / "hadir.env").read_text() == written
    assert clerk.hadir("invite", "OP-01").code == 0


def test_another_office_is_opened_on_purpose_only_and_has_an_operator_of_its_own(clerk: Clerk) -> None:
    early = clerk.hadir("init", "--another", *OTHER)
    clerk.hadir("init", *GIVEN)
    written = (clerk.folder / "hadir.env").read_text()
    by_mistake = clerk.hadir("init", "--office", "BPS-LAIN")
    before = offices(clerk)
    opened = clerk.hadir("init", "--another", typed="\n".join(OTHER[1::2]) + "\n")
    again = clerk.hadir("init", "--another", *OTHER)
    typed_again = clerk.hadir("init", "--another", *OTHER[2:], typed="bps-uji\n")

    assert (early.code, by_mistake.code, before) == (2, 2, ["BPS-UJI"])
    assert "hadir init --another --office BPS-LAIN" in by_mistake.words
    assert (opened.code, offices(clerk)) == (0, ["BPS-UJI", "BPS-LAIN"]), opened.words
    assert "/start " in opened.words
    assert "hadir invite OP-01 --office BPS-LAIN" in opened.words
    assert (again.code, typed_again.code, len(offices(clerk))) == (0, 0, 2)
    assert again.words.startswith("Kantor BPS-LAIN (Bapas Lain (contoh)) sudah disiapkan di sini.")
    assert "Kantor BPS-UJI (Bapas Uji (contoh)) sudah disiapkan di sini." in typed_again.words
    assert (clerk.folder / "hadir.env").read_text() == written
    assert clerk.hadir("invite", "OP-01").words == (
        "Kode OP-01 ada di lebih dari satu kantor: BPS-LAIN, BPS-UJI. "
        "Ulangi perintahnya dengan --office KODE.\n"
    )
    assert clerk.hadir("invite", "OP-01", "--office", "bps-lain").code == 0
    revoked = clerk.hadir("revoke", "OP-01", "--office", "bps-lain")
    assert (revoked.code, "tidak ada yang diputus" in revoked.words) == (0, True), revoked.words
    assert revoked.words.endswith("Undangan baru: hadir invite OP-01 --office bps-lain\n")


def test_a_database_without_its_settings_is_not_given_a_new_key(clerk: Clerk) -> None:
    clerk.hadir("init", *GIVEN)
    (clerk.folder / "hadir.env").unlink()
    again = clerk.hadir("init", *GIVEN)

    assert (again.code, "hadir.env" in clerk.files()) == (1, False)
    assert "Kembalikan salinannya" in again.words


def test_where_the_database_is_away_nothing_is_written(clerk: Clerk) -> None:
    away = {"HADIR_DATABASE_URL": "postgresql+psycopg://hadir@127.0.0.1:9/hadir"}
    answer = clerk.hadir("init", *GIVEN, **away)

    assert (answer.code, clerk.files()) == (1, set())
    assert "Basis data tidak menjawab" in answer.words

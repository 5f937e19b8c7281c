"""What goes wrong around a command is said in a sentence that names the next step, never as a traceback."""

from __future__ import annotations

import socket
import sqlite3

import pytest

from tests.endtoend.clerk import Clerk

SET_UP = {"HADIR_TELEGRAM_TOKEN": "1000001:SIMULASI", "HADIR_SECRET_KEY": "kunci" * 9}
EVERY_COMMAND = [
    pytest.param(("run",), id="run"),
    pytest.param(("check",), id="check"),
    pytest.param(("init",), id="init"),
    pytest.param(("db", "upgrade"), id="db upgrade"),
    pytest.param(("invite", "PK-01"), id="invite"),
    pytest.param(("digest", "--out", "ringkasan"), id="digest"),
    pytest.param(("audit", "verify", "3f9a 1c22 7b0e 55d1"), id="audit verify"),
    pytest.param(("import", "."), id="import"),
    pytest.param(("person", "leave", "PL-01", "--on", "besok"), id="person leave"),
]


@pytest.mark.parametrize("words", EVERY_COMMAND)
def test_every_command_names_an_address_that_is_no_database(clerk: Clerk, words: tuple[str, ...]) -> None:
    answer = clerk.hadir(*words, HADIR_DATABASE_URL="")

    assert (answer.code, clerk.files()) == (2, set())
    assert "✗ HADIR_DATABASE_URL bukan alamat basis data" in answer.words
    assert "postgresql+psycopg:///" in answer.words


@pytest.mark.parametrize("url", ["basis data", "mysql://a/b", "sqlite:///hadir.db", "sqlite+aiosqlite://"])
def test_only_addresses_that_the_program_can_serve_are_taken(clerk: Clerk, url: str) -> None:
    assert clerk.hadir("check", HADIR_DATABASE_URL=url).code == 2


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        pytest.param({"HADIR_LISTEN": "8081"}, "ALAMAT:PORT", id="no host"),
        pytest.param({"HADIR_LISTEN": "127.0.0.1:http"}, "ALAMAT:PORT", id="no port"),
        pytest.param({"HADIR_TIMEZONE": "Makassar"}, "Asia/Makassar", id="no zone"),
        pytest.param({"HADIR_LOG": "verbose"}, "console atau json", id="no style"),
        pytest.param({"HADIR_CLOCK_URL": "https://clock.example/"}, "mesin ini", id="foreign clock"),
        pytest.param({"HADIR_WEBHOOK_URL": "https://a.example"}, "HADIR_WEBHOOK_SECRET", id="no secret"),
    ],
)
def test_a_setting_that_is_wrong_is_explained(clerk: Clerk, settings: dict[str, str], said: str) -> None:
    answer = clerk.hadir("check", **settings)

    assert answer.code == 2
    assert said in answer.words


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("invite", "PK-01"), id="invite"),
        pytest.param(("digest", "--out", "ringkasan"), id="digest"),
        pytest.param(("audit", "verify", "3f9a 1c22 7b0e 55d1"), id="audit verify"),
        pytest.param(("import", "."), id="import"),
        pytest.param(("check",), id="check"),
        pytest.param(("run",), id="run"),
    ],
)
def test_before_the_first_day_every_command_points_to_init(clerk: Clerk, words: tuple[str, ...]) -> None:
    answer = clerk.hadir(*words, **SET_UP)

    assert (answer.code, clerk.files()) == (1, set())
    assert "Basis data belum dibuat di sini. Jalankan: hadir init" in answer.words


def test_check_lists_what_is_not_set_up(clerk: Clerk) -> None:
    answer = clerk.hadir("check")

    assert (answer.code, clerk.files()) == (1, set())
    assert answer.words.splitlines() == [
        "✗ HADIR_TELEGRAM_TOKEN belum diisi. Jalankan hadir init, atau isi di hadir.env.",
        "✗ HADIR_SECRET_KEY belum diisi. Jalankan hadir init, atau isi di hadir.env.",
        "✓ Semua kalimat ada",
        "✗ Basis data belum dibuat di sini. Jalankan: hadir init",
        "– Bot belum diperiksa: token belum diisi.",
        "– Jam mesin tidak dapat dibandingkan sekarang",
        "– Surat selesai dicetak tanpa QR. Agar siapa pun bisa memeriksanya, isi HADIR_PUBLIC_URL "
        "(docs/pasang.md).",
    ]


def test_a_database_without_an_office_is_named(clerk: Clerk) -> None:
    assert clerk.hadir("db", "upgrade").code == 0

    assert "✗ Belum ada kantor di basis data ini" in clerk.hadir("check").words


@pytest.mark.parametrize("words", [("check",), ("invite", "PK-01"), ("run",)], ids=lambda words: words[0])
def test_a_file_that_is_no_database_is_named(clerk: Clerk, words: tuple[str, ...]) -> None:
    (clerk.folder / "hadir.db").write_text("Daftar nama\n" * 100)
    answer = clerk.hadir(*words, **SET_UP)

    assert answer.code == 1
    assert "bukan basis data Hadir" in answer.words


@pytest.mark.parametrize(
    "words", [("check",), ("invite", "PK-01"), ("db", "upgrade"), ("run",)], ids=" ".join
)
def test_a_server_that_is_away_is_named(clerk: Clerk, words: tuple[str, ...]) -> None:
    away = {"HADIR_DATABASE_URL": "postgresql+psycopg://hadir@127.0.0.1:9/hadir"}
    answer = clerk.hadir(*words, **SET_UP, **away)

    assert answer.code == 1
    assert "Basis data tidak menjawab. Periksa apakah PostgreSQL berjalan" in answer.words


def test_a_folder_that_cannot_hold_the_database_is_named(clerk: Clerk) -> None:
    answer = clerk.hadir("db", "upgrade", HADIR_DATABASE_URL="sqlite+aiosqlite:///tidak/ada/hadir.db")

    assert answer.code == 1
    assert "Berkas basis data tidak dapat dibuka" in answer.words


def test_an_older_database_is_named(clerk: Clerk) -> None:
    clerk.hadir("db", "upgrade")
    with sqlite3.connect(clerk.folder / "hadir.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '0000'")
    database.close()
    answer = clerk.hadir("invite", "PK-01")

    assert answer.code == 1
    assert "lebih lama daripada program. Jalankan: hadir db upgrade" in answer.words


def test_a_port_that_is_taken_is_named(clerk: Clerk) -> None:
    clerk.hadir("db", "upgrade")
    with socket.create_server(("127.0.0.1", 0)) as other:
        answer = clerk.hadir("run", **SET_UP, HADIR_LISTEN=f"127.0.0.1:{other.getsockname()[1]}")

    assert answer.code == 1
    assert "Port itu sudah dipakai" in answer.words


def test_a_summary_needs_an_officer(clerk: Clerk) -> None:
    clerk.hadir("db", "upgrade")
    nobody = clerk.hadir("digest", "--out", "ringkasan")
    unknown = clerk.hadir("digest", "--out", "ringkasan", "--officer", "PK-09")

    assert (nobody.code, unknown.code, "ringkasan" in clerk.files()) == (1, 1, False)
    assert nobody.words == "Belum ada PK yang terdaftar. Masukkan dulu dengan hadir import.\n"
    assert unknown.words.startswith("Tidak ada PK, kepala Bapas, jaksa, atau dinas dengan kode PK-09.")


def test_a_fingerprint_is_copied_with_its_spaces_and_what_is_none_is_shown_how(clerk: Clerk) -> None:
    clerk.hadir("db", "upgrade")
    unknown = clerk.hadir("audit", "verify", "🔗", "Sidik", "catatan:", "3f9a", "1c22", "7b0e", "55d1")
    wrong = clerk.hadir("audit", "verify", "K-01")

    assert (unknown.code, wrong.code) == (1, 2)
    assert unknown.words.startswith("✗ Tidak ada ringkasan dengan sidik 3f9a 1c22 7b0e 55d1 di sini.")
    assert wrong.words.startswith('"K-01" bukan sidik catatan.')
    assert "hadir audit verify 3f9a 1c22 7b0e 55d1" in wrong.words


def test_a_workbook_that_somebody_filled_in_is_not_replaced(clerk: Clerk) -> None:
    book = clerk.folder / "kantor.xlsx"
    book.write_text("sudah diisi")
    refused = clerk.hadir("template", "kantor.xlsx")
    kept = book.read_text()
    forced = clerk.hadir("template", "kantor.xlsx", "--force")

    assert (refused.code, kept) == (2, "sudah diisi")
    assert "kantor.xlsx sudah ada dan tidak diubah" in refused.words
    assert (forced.code, book.read_bytes()[:2]) == (0, b"PK")


def test_a_workbook_needs_a_folder(clerk: Clerk) -> None:
    answer = clerk.hadir("template", "tidak/ada/kantor.xlsx")

    assert answer.code == 1
    assert "tidak/ada/kantor.xlsx tidak dapat dibuka: foldernya tidak ada." in answer.words

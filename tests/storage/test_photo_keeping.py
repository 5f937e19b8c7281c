"""The secret key of photos is changed, and photos are erased, from a terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlmodel import col, select

from bot.domain.cases import Programme
from bot.domain.people import Role
from bot.photo_keeping import erase, rewrap
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.storage.models import Case
from bot.storage.photos import PhotoStore, WrongKey
from bot.storage.voices import VoiceNote
from tests.harness import at
from tests.storage.offices import a_person, an_office

OLD, NEW = "kunci lama", "kunci baru"


@pytest.fixture
def said() -> list[tuple[str, dict[str, str | int]]]:
    return []


@pytest.fixture
def say(said: list[tuple[str, dict[str, str | int]]]) -> Callable[..., None]:
    def say(key: str, **params: str | int) -> None:
        said.append((key, params))

    return say


def settings_in(folder: Path, secret: str, old: str = "") -> Settings:
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite+aiosqlite:///{folder / 'hadir.db'}",
        media_dir=folder / "foto",
        secret_key=SecretStr(secret),
        old_secret_key=SecretStr(old),
    )


async def with_voices(folder: Path) -> PhotoStore:
    """An office in which two voice messages of a client lie under the old key."""
    store = PhotoStore(folder / "foto", OLD)
    database = Database(settings_in(folder, OLD).database_url)
    await upgrade(database)
    async with database.transaction() as session:
        office = await an_office(session, "BPS-1")
        await an_office(session, "BPS-2")
        client = await a_person(session, office, "K-01", Role.CLIENT)
        case = Case(office_id=office.id, number="1", client_id=client.id, programme=Programme.COMMUNITY_WORK)
        session.add(case)
        await session.flush()
        for day in (20, 21):
            kept = store.keep_file(f"suara-{day}", b"OggS")
            session.add(
                VoiceNote(
                    office_id=office.id,
                    case_id=case.id,
                    client_id=client.id,
                    file=kept.file,
                    key=kept.key,
                    sha256=kept.sha256,
                    size=4,
                    seconds=1,
                    sent_at=at(day, 9),
                    received_at=at(day, 9),
                )
            )
    await database.close()
    return store


async def kept(folder: Path) -> list[VoiceNote]:
    database = Database(settings_in(folder, NEW).database_url)
    async with database.reading() as session:
        found = list((await session.exec(select(VoiceNote).order_by(col(VoiceNote.id)))).all())
    await database.close()
    return found


async def test_a_new_key_opens_everything_and_running_it_again_changes_nothing(
    tmp_path: Path, said: list[tuple[str, dict[str, str | int]]], say: Callable[..., None]
) -> None:
    await with_voices(tmp_path)
    both = settings_in(tmp_path, NEW, OLD)

    assert [await rewrap(both, say), await rewrap(both, say)] == [0, 0]

    assert said == [("photos-rewrapped", {"count": 2}), ("photos-rewrapped", {"count": 0})]
    for one in await kept(tmp_path):
        assert PhotoStore(tmp_path / "foto", NEW).open(one.file, one.key) == b"OggS"
        with pytest.raises(WrongKey):
            PhotoStore(tmp_path / "foto", OLD).open(one.file, one.key)


async def test_what_neither_key_opens_is_counted_and_left(
    tmp_path: Path, said: list[tuple[str, dict[str, str | int]]], say: Callable[..., None]
) -> None:
    await with_voices(tmp_path)
    before = [one.key for one in await kept(tmp_path)]

    assert await rewrap(settings_in(tmp_path, NEW, "another"), say) == 1

    assert said[-1] == ("photos-rewrap-lost", {"count": 2})
    assert [one.key for one in await kept(tmp_path)] == before


async def test_without_the_old_key_nothing_is_tried(
    tmp_path: Path, said: list[tuple[str, dict[str, str | int]]], say: Callable[..., None]
) -> None:
    assert await rewrap(settings_in(tmp_path, NEW), say) == 2
    assert said == [("photos-no-old-key", {})]


async def test_what_came_up_to_a_day_is_erased_in_the_office_of_its_client(
    tmp_path: Path, said: list[tuple[str, dict[str, str | int]]], say: Callable[..., None]
) -> None:
    await with_voices(tmp_path)

    assert await erase(settings_in(tmp_path, OLD), "K-01", "2026-04-20", "diminta keluarga", say) == 0

    assert said == [("photos-erased", {"count": 1, "person": "K-01"})]
    assert [one.file for one in await kept(tmp_path)] == ["", "suara-21"]
    assert [one.name for one in (tmp_path / "foto").iterdir()] == ["suara-21"]


@pytest.mark.parametrize(("until", "reason"), [("kemarin", "sebab"), ("2026-04-20", "  ")])
async def test_a_day_and_a_reason_are_needed(
    tmp_path: Path,
    said: list[tuple[str, dict[str, str | int]]],
    say: Callable[..., None],
    until: str,
    reason: str,
) -> None:
    assert await erase(settings_in(tmp_path, OLD), "K-01", until, reason, say) == 2
    assert said == [("photos-erase-what", {})]

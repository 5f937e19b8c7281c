"""The secret key of photos is changed, and photos are erased, from a terminal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlmodel import col, select

from bot.checkup import look_at_database
from bot.domain.cases import Programme
from bot.domain.people import Role
from bot.key_changes import rewrap
from bot.photo_keeping import erase, erase_office
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.events import broken_link, stream_events
from bot.storage.keys import RESTING, KeyRing, WrongKey, to_open
from bot.storage.migrate import upgrade
from bot.storage.models import Case
from bot.storage.photos import PhotoStore
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


async def opens(folder: Path, secret: str) -> list[bytes]:
    """What the kept voices hold, as whoever knows this secret reads it. Raises WrongKey."""
    store = PhotoStore(folder / "foto", secret)
    database = Database(settings_in(folder, secret).database_url)
    try:
        async with database.reading() as session:
            rows = (await session.exec(select(VoiceNote).order_by(col(VoiceNote.id)))).all()
            keys = [(one.file, await to_open(session, store.ring, one)) for one in rows]
    finally:
        await database.close()
    return [store.open(*one) for one in keys]


async def test_old_keys_go_under_their_office_and_running_it_again_changes_nothing(
    tmp_path: Path, said: list[tuple[str, dict[str, str | int]]], say: Callable[..., None]
) -> None:
    await with_voices(tmp_path)

    assert [await rewrap(settings_in(tmp_path, OLD), say) for _ in range(2)] == [0, 0]

    assert [params for _, params in said] == [{"count": 2, "keys": 0}, {"count": 0, "keys": 0}]
    assert {one.key[:1] for one in await kept(tmp_path)} == {RESTING}
    assert await opens(tmp_path, OLD) == [b"OggS"] * 2


async def test_a_new_secret_moves_one_key_an_office_and_no_data_key(
    tmp_path: Path, said: list[tuple[str, dict[str, str | int]]], say: Callable[..., None]
) -> None:
    await with_voices(tmp_path)
    await rewrap(settings_in(tmp_path, OLD), say)
    before = [one.key for one in await kept(tmp_path)]

    assert await rewrap(settings_in(tmp_path, NEW, OLD), say) == 0

    assert said[-1] == ("photos-rewrapped", {"count": 0, "keys": 1})
    assert [one.key for one in await kept(tmp_path)] == before
    assert await opens(tmp_path, NEW) == [b"OggS"] * 2
    with pytest.raises(WrongKey):
        await opens(tmp_path, OLD)


async def test_from_the_old_form_a_new_secret_takes_one_run(tmp_path: Path, say: Callable[..., None]) -> None:
    await with_voices(tmp_path)
    assert await rewrap(settings_in(tmp_path, NEW, OLD), say) == 0
    assert await opens(tmp_path, NEW) == [b"OggS"] * 2


async def test_an_office_gets_another_key(tmp_path: Path, say: Callable[..., None]) -> None:
    await with_voices(tmp_path)
    await rewrap(settings_in(tmp_path, OLD), say)
    before = {one.key[:5] for one in await kept(tmp_path)}

    assert await rewrap(settings_in(tmp_path, OLD), say, office="BPS-1") == 0

    after = {one.key[:5] for one in await kept(tmp_path)}
    assert (len(before), len(after), before & after) == (1, 1, set())
    assert await opens(tmp_path, OLD) == [b"OggS"] * 2


@pytest.mark.parametrize("rested", [False, True], ids=["old form", "under the office's key"])
async def test_what_neither_key_opens_is_counted_and_left(
    tmp_path: Path, said: list[tuple[str, dict[str, str | int]]], say: Callable[..., None], rested: bool
) -> None:
    await with_voices(tmp_path)
    if rested:
        await rewrap(settings_in(tmp_path, OLD), say)
    before = [one.key for one in await kept(tmp_path)]

    assert await rewrap(settings_in(tmp_path, NEW, "another"), say) == 1

    assert said[-1] == ("photos-rewrap-lost", {"count": 2})
    assert [one.key for one in await kept(tmp_path)] == before


async def test_an_office_that_is_erased_opens_nothing_from_then_on(
    tmp_path: Path, said: list[tuple[str, dict[str, str | int]]], say: Callable[..., None]
) -> None:
    await with_voices(tmp_path)
    await rewrap(settings_in(tmp_path, OLD), say)
    before = await kept(tmp_path)

    assert await erase_office(settings_in(tmp_path, OLD), "BPS-1", "Bapas BPS-2", "tutup", say) == 2
    assert await opens(tmp_path, OLD) == [b"OggS"] * 2
    assert await erase_office(settings_in(tmp_path, OLD), "BPS-1", "bapas bps-1", "tutup", say) == 0

    assert said[-1] == ("photos-erased-office", {"count": 2, "office": "Bapas BPS-1"})
    assert list((tmp_path / "foto").iterdir()) == []
    assert [(one.file, one.key) for one in await kept(tmp_path)] == [("", b"")] * 2
    database = Database(settings_in(tmp_path, OLD).database_url)
    async with database.reading() as session:
        with pytest.raises(WrongKey):  # nor does an older copy of the row open
            await to_open(session, KeyRing(OLD), before[0])
        events = await stream_events(session, before[0].office_id, f"office:{before[0].office_id}")
    await database.close()
    assert [one.kind for one in events] == ["office_keys_erased"]
    assert broken_link(events) is None


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


async def test_the_check_counts_old_keys_until_they_are_moved(
    tmp_path: Path, said: list[tuple[str, dict[str, str | int]]], say: Callable[..., None]
) -> None:
    await with_voices(tmp_path)
    for settings, old in (
        (settings_in(tmp_path, OLD), 2),  # data keys from before offices had any
        (settings_in(tmp_path, NEW, OLD), 1),  # the office's key
    ):
        said.clear()
        assert await look_at_database(settings, say)
        assert ("check-keys-old", {"count": old}) in said
        await rewrap(settings, say)
        said.clear()
        assert await look_at_database(settings, say)
        assert "check-keys-old" not in [key for key, _ in said]

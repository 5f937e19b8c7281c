"""What an office chooses for itself from a terminal is a fact of the office."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlmodel import select

from bot.habits import show_or_choose
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.events import stream_events
from bot.storage.migrate import upgrade
from bot.storage.models import Office
from tests.storage.offices import an_office


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite+aiosqlite:///{tmp_path / 'hadir.db'}",
        secret_key=SecretStr("kunci"),
    )


@pytest.fixture
async def database(settings: Settings) -> AsyncIterator[Database]:
    """A file with one office: the command opens it for itself."""
    database = Database(settings.database_url)
    await upgrade(database)
    async with database.transaction() as session:
        await an_office(session, "BPS-1")
    yield database
    await database.close()


@pytest.mark.parametrize(
    ("days", "code", "kept", "facts"),
    [
        pytest.param(None, 0, 90, [], id="only shown"),
        pytest.param(30, 0, 30, ["keep_photos_chosen"], id="the fewest"),
        pytest.param(29, 2, 90, [], id="too few"),
        pytest.param(730, 0, 730, ["keep_photos_chosen"], id="the most"),
        pytest.param(731, 2, 90, [], id="too many"),
        pytest.param(90, 0, 90, [], id="as it was"),
    ],
)
async def test_how_long_photos_are_kept(
    settings: Settings, database: Database, days: int | None, code: int, kept: int, facts: list[str]
) -> None:
    said: dict[str, dict[str, str | int]] = {}

    assert (
        await show_or_choose(settings, "", "", days, lambda key, **params: said.update({key: params})) == code
    )

    async with database.reading() as session:
        office = (await session.exec(select(Office))).one()
        events = await stream_events(session, office.id, f"office:{office.id}")
    assert (office.keep_photos_days, [one.kind for one in events]) == (kept, facts)
    shown = said.get("keep-photos", {}).get("days")
    assert shown == (kept if code == 0 else None)


@pytest.mark.parametrize(
    ("chosen", "discreet", "facts"),
    [
        pytest.param(None, True, [], id="only shown"),
        pytest.param(False, False, ["discretion_chosen"], id="named"),
        pytest.param(True, True, [], id="as it was"),
    ],
)
async def test_an_office_goes_unnamed_unless_it_says_otherwise(
    settings: Settings, database: Database, chosen: bool | None, discreet: bool, facts: list[str]
) -> None:
    said: list[str] = []

    assert (
        await show_or_choose(settings, "", "", None, lambda key, **_: said.append(key), discreet=chosen) == 0
    )

    async with database.reading() as session:
        office = (await session.exec(select(Office))).one()
        events = await stream_events(session, office.id, f"office:{office.id}")
    assert (office.discreet, [one.kind for one in events]) == (discreet, facts)
    assert said[0] == ("office-discreet" if discreet else "office-named")
    assert ("office-bot-later" in said) is bool(facts)


@pytest.mark.parametrize(
    ("numbers", "minutes", "code", "kept", "facts"),
    [
        pytest.param(None, None, 0, ("", 30), [], id="only shown"),
        pytest.param(
            "0411-112", 15, 0, ("0411-112", 15), ["emergency_chosen", "help_minutes_chosen"], id="chosen"
        ),
        pytest.param(None, 1, 2, ("", 30), [], id="too few minutes"),
    ],
)
async def test_what_a_call_for_help_shows_and_waits(
    settings: Settings,
    database: Database,
    numbers: str | None,
    minutes: int | None,
    code: int,
    kept: tuple[str, int],
    facts: list[str],
) -> None:

    chosen = show_or_choose(
        settings, "", "", None, lambda key, **_: None, emergency=numbers, help_minutes=minutes
    )
    assert await chosen == code

    async with database.reading() as session:
        office = (await session.exec(select(Office))).one()
        events = await stream_events(session, office.id, f"office:{office.id}")
    assert (office.emergency_contacts, office.help_minutes) == kept
    assert [one.kind for one in events] == facts


@pytest.mark.parametrize(
    ("call", "follow", "code", "kept"),
    [
        pytest.param(None, None, 0, (2, 3), id="only shown"),
        pytest.param(3, 5, 0, (3, 5), id="chosen"),
        pytest.param(3, None, 2, (2, 3), id="as many before a visit as before a call"),
        pytest.param(-1, None, 2, (2, 3), id="no number of misses"),
        pytest.param(0, None, 2, (2, 3), id="before any miss"),
    ],
)
async def test_an_office_chooses_after_how_many_misses_somebody_calls(
    settings: Settings,
    database: Database,
    call: int | None,
    follow: int | None,
    code: int,
    kept: tuple[int, int],
) -> None:

    chosen = show_or_choose(
        settings, "", "", None, lambda key, **_: None, call_after=call, follow_up_after=follow
    )
    assert await chosen == code

    async with database.reading() as session:
        office = (await session.exec(select(Office))).one()
    assert (office.call_after, office.follow_up_after) == kept


@pytest.mark.parametrize(
    ("typed", "code", "kept", "shown"),
    [
        pytest.param("", 0, "21:00-06:00", "quiet", id="only shown"),
        pytest.param("20.30-6.30", 0, "20:30-06:30", "quiet", id="chosen"),
        pytest.param("00.00-00.00", 0, "00:00-00:00", "quiet-none", id="none"),
        pytest.param("malam", 2, "21:00-06:00", "quiet-unreadable", id="no hours"),
        pytest.param("06.00-21.00", 2, "21:00-06:00", "quiet-unreadable", id="the wrong way round"),
    ],
)
async def test_an_office_chooses_its_quiet_hours(
    settings: Settings, database: Database, typed: str, code: int, kept: str, shown: str
) -> None:
    said: list[str] = []
    assert (
        await show_or_choose(settings, "", "", None, lambda key, **_: said.append(key), quiet=typed) == code
    )

    async with database.reading() as session:
        office = (await session.exec(select(Office))).one()
        events = await stream_events(session, office.id, f"office:{office.id}")
    assert f"{office.quiet_from:%H:%M}-{office.quiet_until:%H:%M}" == kept
    assert shown in said
    changed = code == 0 and typed != ""
    assert [one.kind for one in events] == (["quiet_hours_chosen"] if changed else [])


@pytest.mark.parametrize(
    ("work", "report", "code", "kept"),
    [
        pytest.param("", "", 0, ("H-1 18.00, 1 jam", "H-1 18.00"), id="only shown"),
        pytest.param("h-2 7.00, 30 menit", "", 0, ("H-2 07.00, 30 menit", "H-1 18.00"), id="of work"),
        pytest.param(
            "", "H-1 18.00, H 16.00", 0, ("H-1 18.00, 1 jam", "H-1 18.00, H 16.00"), id="of reports"
        ),
        pytest.param("besok", "", 2, ("H-1 18.00, 1 jam", "H-1 18.00"), id="no times"),
        pytest.param("", "1 jam", 2, ("H-1 18.00, 1 jam", "H-1 18.00"), id="a report has no hour"),
    ],
)
async def test_an_office_chooses_its_reminders(
    settings: Settings, database: Database, work: str, report: str, code: int, kept: tuple[str, str]
) -> None:
    said: list[str] = []
    chosen = show_or_choose(
        settings, "", "", None, lambda key, **_: said.append(key), remind=work, remind_reports=report
    )
    assert await chosen == code

    async with database.reading() as session:
        office = (await session.exec(select(Office))).one()
    assert (office.reminders, office.report_reminders) == kept
    assert ("remind-unreadable" if code else "remind") in said


async def test_what_is_wrong_in_part_chooses_nothing(settings: Settings, database: Database) -> None:
    said: list[str] = []
    chosen = show_or_choose(settings, "", "", 30, lambda key, **_: said.append(key), call_after=9)
    assert (await chosen, said) == (2, ["misses-bounds"])

    async with database.reading() as session:
        assert (await session.exec(select(Office))).one().keep_photos_days == 90

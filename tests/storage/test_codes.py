"""Whom a code typed at a terminal means, where two offices have the same codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.codes import folder_of, office_called, person_called, reader_called
from bot.domain.people import Role
from bot.storage.database import Database
from bot.troubles import Trouble
from tests.storage.offices import a_person, an_office


async def test_a_code_of_two_offices_is_asked_back_and_an_office_settles_it(database: Database) -> None:
    async with database.transaction() as session:
        first, second = await an_office(session, "BPS-1"), await an_office(session, "BPS-2")
        for office in (first, second):
            await a_person(session, office, "PK-01", Role.OFFICER)
        only_here = await a_person(session, second, "K-07", Role.CLIENT)

        assert (await person_called(session, "k-07")).id == only_here.id
        found = await person_called(session, "pk-01", office="bps-2", role=Role.OFFICER)
        assert found.office_id == second.id
        assert (await office_called(session, "bps-2")).id == second.id
        assert await folder_of(session, Path("out"), second) == Path("out/BPS-2")
        said = [
            ("person-which", person_called(session, "PK-01")),
            ("person-unknown-in", person_called(session, "K-07", office="BPS-1")),
            ("officer-unknown", person_called(session, "K-07", role=Role.OFFICER)),
            ("reader-unknown", reader_called(session, "K-07")),
            ("office-unknown", person_called(session, "PK-01", office="BPS-3")),
            ("office-which", office_called(session, "")),
        ]
        for key, question in said:
            with pytest.raises(Trouble) as trouble:
                await question
            assert trouble.value.key == f"trouble-{key}"
            assert trouble.value.params.get("offices", "BPS-1, BPS-2") == "BPS-1, BPS-2"


async def test_the_only_office_needs_no_name(database: Database) -> None:
    async with database.transaction() as session:
        office = await an_office(session, "BPS-1")

        assert (await office_called(session, "")).id == office.id
        assert await folder_of(session, Path("out"), office) == Path("out")

"""`/klien` with part of a name: an officer finds his own, children as codes; each of a long list is
reached, and nobody else's client is shown or counted."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlmodel import col, select

from bot.domain.messages import choices_from_json
from bot.domain.people import Role
from bot.storage.models import Case, Person
from tests.conversations.conftest import Cast
from tests.conversations.test_long_lists import fit
from tests.harness import World

SIZES = [0, 1, 75, 250]
SECRET = "Faturrahman Rahasia"
AT_ONCE = 8


async def enter(world: World, cast: Cast, officer: Person, code: str, size: int) -> None:
    """So many clients of an officer, every third of them a child, all of one name."""
    like = cast.case.model_dump(exclude={"id", "number", "client_id", "officer_id", "look_at"})
    of_all: dict[str, Any] = {"office_id": cast.office.id, "role": Role.CLIENT}
    async with world.database.transaction() as session:
        people = [
            Person(**of_all, code=f"{code}-{n:03}", name=f"{_name(n)} {code}{n:03}", child=n % 3 == 0)
            for n in range(1, size + 1)
        ]
        session.add_all(people)
        await session.flush()
        cases = [
            Case(**like, number=f"{one.code}/2026", client_id=one.id, officer_id=officer.id) for one in people
        ]
        session.add_all(cases)


def _name(number: int) -> str:
    return SECRET if number % 3 == 0 else "Faturrahman"


def expected(code: str, size: int, *, children: bool = True) -> list[str]:
    """What stands on the buttons, in the order of the codes."""
    every = [
        f"{code}-{n:03}" if n % 3 == 0 else f"Faturrahman {code}{n:03}"
        for n in range(1, size + 1)
        if children or n % 3
    ]
    return every


async def offered(world: World, reader: Person) -> list[str]:
    """The clients that the last list offers, whatever the messenger makes of it."""
    row = [one for one in await world.outbox() if one.external_id == reader.code][-1]
    choices = [one for one in choices_from_json(row.content["choices"]) if one.key.startswith("choice-")]
    labels = [world.house.texts.render(one.key, one.params, locale="id") for one in choices]
    return [one for one in labels if one not in ("◀️ Sebelumnya", "▶️ Berikutnya")]


async def everybody(world: World, reader: Person, count: int) -> list[str]:
    """From page to page, as his thumb goes."""
    found = await offered(world, reader)
    for _ in range(1, -(-count // AT_ONCE)):
        await world.phone(reader).types("▶️ Berikutnya")
        found += await offered(world, reader)
    return found


@pytest.mark.parametrize("size", SIZES)
async def test_an_officer_finds_all_of_his_and_nobody_elses(world: World, cast: Cast, size: int) -> None:
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    await enter(world, cast, cast.officer, "M", size)
    await enter(world, cast, other, "X", size)
    await world.phone(cast.officer).writes("/klien faturrahman")

    answer = await world.last(cast.officer)
    if size == 0:
        assert answer.key == "client-not-found"
    elif size == 1:
        assert answer.key == "client-card"
    else:
        assert answer.text.startswith(f"Ada {size} klien yang cocok.")
        assert await everybody(world, cast.officer, size) == expected("M", size)
    said = "\n".join([str(await told(world, cast.officer)), answer.text])
    assert not re.search(r"X-?\d{3}", said)
    assert SECRET not in said
    assert fit(world)


@pytest.mark.parametrize("size", SIZES)
async def test_a_head_finds_no_child_by_its_name(world: World, cast: Cast, size: int) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await enter(world, cast, cast.officer, "M", size)
    await world.phone(head).writes("/klien rahasia")
    assert (await world.last(head)).key == "client-not-found"
    await world.phone(head).writes("/klien faturrahman")

    adults = expected("M", size, children=False)
    if len(adults) > 1:
        assert await everybody(world, head, len(adults)) == adults
    assert SECRET not in str(await told(world, head))
    if size >= 3:
        await world.phone(head).writes("/klien M-003")
        card = await world.last(head)
        assert (card.key, SECRET in card.text) == ("client-card", False)
    assert fit(world)


async def test_who_is_no_officer_or_head_searches_nobody(world: World, cast: Cast) -> None:
    await enter(world, cast, cast.officer, "M", 75)
    for reader in (cast.supervisor, cast.budi):
        await world.phone(reader).writes("/klien faturrahman")
        await world.phone(reader).taps_id("client-found:faturrahman:p1")
        assert "Faturrahman" not in str(await told(world, reader))


async def test_an_old_page_and_a_long_text_lead_somewhere(world: World, cast: Cast) -> None:
    await enter(world, cast, cast.officer, "M", 75)
    await world.phone(cast.officer).taps_id("client-found:faturrahman:p99")
    assert await offered(world, cast.officer) == expected("M", 75)[72:]
    await world.phone(cast.officer).taps_id("client-found:nobody:p1")
    assert (await world.last(cast.officer)).key == "client-not-found"
    await world.phone(cast.officer).taps_id("client-found:")
    assert (await world.last(cast.officer)).key == "client-ask-name"


async def test_a_text_that_fits_no_button_shows_the_first_and_asks_for_more(world: World, cast: Cast) -> None:
    await enter(world, cast, cast.officer, "M", 20)
    async with world.database.transaction() as session:
        for one in (await session.exec(select(Person).where(col(Person.code).startswith("M-")))).all():
            one.child, one.name = False, f"Muhammad Faturrahman Al-Hafidz bin Abdurrahman Wahid {one.code}"
    await world.phone(cast.officer).writes("/klien muhammad faturrahman al-hafidz bin abdurrahman wahid")

    answer = await world.last(cast.officer)
    assert (answer.key, "ini 8 yang pertama" in answer.text) == ("client-which-of-many", True)


async def told(world: World, reader: Person) -> list[object]:
    """All that was written to somebody, with his buttons."""
    rows = [one.content for one in await world.outbox() if one.external_id == reader.code]
    return [*rows, *[one.text for one in await world.letters(reader)]]


@pytest.mark.parametrize(("command", "found"), [("/klien", "client-card"), ("/pesan", "message-ask-office")])
async def test_the_name_that_was_asked_for_is_typed_alone(
    world: World, cast: Cast, command: str, found: str
) -> None:
    await world.phone(cast.officer).writes(command)
    assert (await world.last(cast.officer)).key == "client-ask-name"
    await world.phone(cast.officer).writes("zainal")
    assert (await world.last(cast.officer)).key == "client-not-found"
    await world.phone(cast.officer).writes("budi")
    assert (await world.last(cast.officer)).key == found


async def test_who_was_found_is_not_looked_for_again(world: World, cast: Cast) -> None:
    for typed in ("/klien", "K-01", "sudah ditelepon tadi"):
        await world.phone(cast.officer).writes(typed)
    assert (await world.last(cast.officer)).key not in ("client-card", "client-not-found")

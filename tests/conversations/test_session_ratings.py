"""After a session its supervisor may say in one tap how it went: once for everybody, or not at all."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import col, select

from bot.domain.evaluations import SessionWord
from bot.domain.people import Role
from bot.storage.evaluations import SessionRating
from bot.storage.models import Attendance, CaseBalance, Event, Person, SiteSupervisor
from tests.conversations.conftest import Cast
from tests.conversations.test_review import group
from tests.harness import Letter, World, at

ASK = "💬 Bagaimana kegiatannya?"
SMOOTH = "👍 Lancar"


async def arrive(world: World, *people: Person) -> None:
    world.clock.moment = at(23, 8)
    for person in people:
        await world.phone(person).sends_location()


async def leave(world: World, *people: Person) -> None:
    world.clock.moment = at(23, 11)
    for person in people:
        await world.phone(person).sends_location()


async def ratings(world: World) -> list[SessionRating]:
    async with world.database.reading() as session:
        return list((await session.exec(select(SessionRating))).all())


async def first(world: World) -> Attendance:
    async with world.database.reading() as session:
        return (await session.exec(select(Attendance).order_by(col(Attendance.id)).limit(1))).one()


def labels(letter: Letter) -> list[str]:
    return [one.label for one in letter.buttons]


async def test_the_answer_to_the_last_word_on_the_hours_asks_with_one_tap(world: World, cast: Cast) -> None:
    await arrive(world, cast.budi)
    await leave(world, cast.budi)
    assert ASK not in (await world.last(cast.supervisor)).text
    before = len(await world.keys(cast.supervisor))
    await world.phone(cast.supervisor).taps("✅ Benar")

    card = await world.last(cast.supervisor)
    assert card.key == "card"
    assert ASK in card.text
    await world.phone(cast.supervisor).taps(SMOOTH)
    card = await world.last(cast.supervisor)
    assert "💬 Kegiatan: lancar." in card.text
    assert SMOOTH not in labels(card)
    if world.channel.caps.edit:
        assert len(await world.keys(cast.supervisor)) == before + 2, "both only change the card"
        assert card.edited
    (rating,) = await ratings(world)
    assert (rating.word, rating.by, rating.activity) == (
        SessionWord.SMOOTH,
        cast.supervisor.id,
        "kebersihan lingkungan",
    )
    async with world.database.reading() as session:
        (fact,) = (await session.exec(select(Event).where(Event.kind == "session_rated"))).all()
        balance = (await session.exec(select(CaseBalance))).one()
    assert fact.stream == f"site:{cast.site.id}"
    assert balance.credited == 180, "no hours move"


async def test_forty_two_people_are_one_question(world: World, cast: Cast) -> None:
    people = await group(world, cast, 5)
    await arrive(world, *people)
    await world.passes(at(23, 11))
    await world.phone(cast.supervisor).taps("✅ Selesai semua")

    asked = [one for one in await world.letters(cast.supervisor) if ASK in one.text]
    assert {one.key for one in asked} == {"list-heading"}
    await world.phone(cast.supervisor).taps("⚠️ Ada kendala")
    assert [one.word for one in await ratings(world)] == [SessionWord.TROUBLED]
    shown = await world.last(cast.supervisor)
    assert shown.key == "list-heading"
    assert "💬 Kegiatan: ada kendala." in shown.text
    assert "⚠️ Ada kendala" not in labels(shown)


async def test_while_the_hours_of_somebody_wait_nothing_is_asked(world: World, cast: Cast) -> None:
    tono = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(tono, cast.officer, cast.site)
    await arrive(world, cast.budi, tono)
    await leave(world, cast.budi, tono)
    attendance = await first(world)
    await world.phone(cast.supervisor).taps_id(f"right:{attendance.id}:{attendance.revision}")
    assert ASK not in (await world.last(cast.supervisor)).text
    await world.phone(cast.supervisor).taps("✅ Benar")

    assert ASK in (await world.last(cast.supervisor)).text


async def test_left_unanswered_it_is_not_asked_again(world: World, cast: Cast) -> None:
    await arrive(world, cast.budi)
    await leave(world, cast.budi)
    await world.phone(cast.supervisor).taps("✅ Benar")
    before = len(await world.keys(cast.supervisor))
    await world.phone(cast.supervisor).taps_id(f"card:{(await first(world)).id}")
    assert ASK not in (await world.last(cast.supervisor)).text
    await world.passes(at(25, 12))

    later = (await world.letters(cast.supervisor))[before:]
    assert not any(SMOOTH in labels(one) for one in later)


async def test_the_first_answer_stands(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    async with world.database.transaction() as session:
        appointed = SiteSupervisor(
            office_id=cast.office.id, site_id=cast.site.id, person_id=other.id, from_on=date(2026, 1, 1)
        )
        session.add(appointed)
    await arrive(world, cast.budi)
    await leave(world, cast.budi)
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.phone(cast.supervisor).taps(SMOOTH)
    session_id = (await first(world)).session_id
    await world.phone(other).taps_id(f"session-rate:{session_id}:troubled")

    assert [one.word for one in await ratings(world)] == [SessionWord.SMOOTH]
    assert "💬 Kegiatan: lancar." in (await world.last(other)).text


async def test_before_the_hours_are_decided_no_answer_is_taken(world: World, cast: Cast) -> None:
    await arrive(world, cast.budi)
    session_id = (await first(world)).session_id
    await world.phone(cast.supervisor).taps_id(f"session-rate:{session_id}:smooth")

    assert (await world.last(cast.supervisor)).key == "choice-unknown"
    assert await ratings(world) == []


async def test_hours_that_waited_for_days_are_not_asked_about(world: World, cast: Cast) -> None:
    await arrive(world, cast.budi)
    await leave(world, cast.budi)
    world.clock.moment = at(27, 12)
    await world.phone(cast.supervisor).taps("✅ Benar")

    assert ASK not in (await world.last(cast.supervisor)).text


async def asked_about(world: World, cast: Cast) -> None:
    """Budi has worked until eleven, and his supervisor is asked how it went."""
    await arrive(world, cast.budi)
    await leave(world, cast.budi)
    await world.phone(cast.supervisor).taps("✅ Benar")
    assert ASK in (await world.last(cast.supervisor)).text


@pytest.mark.parametrize(
    ("words", "rated", "shown"),
    [
        ("lancar semua pak", SessionWord.SMOOTH, ["💬 Kegiatan: lancar. Terima kasih."]),
        (
            "ada kendala, alatnya kurang",
            SessionWord.TROUBLED,
            [
                "💬 Kegiatan: ada kendala. Bila PK perlu tahu, ketik: kejadian",
                "Kata-kata lainnya tidak dikirim ke siapa pun.",
            ],
        ),
    ],
)
async def test_words_that_begin_with_an_answer_are_it(
    world: World, cast: Cast, words: str, rated: SessionWord, shown: list[str]
) -> None:
    await asked_about(world, cast)
    await world.phone(cast.supervisor).writes(words)

    assert [one.word for one in await ratings(world)] == [rated]
    card = await world.last(cast.supervisor)
    assert card.key == "card"
    lines = card.text.splitlines()
    at = lines.index(shown[0])
    assert lines[at : at + len(shown)] == shown


@pytest.mark.parametrize("words", ["hujan seharian tadi", "baik pak", "lancar, cuma alatnya kurang"])
async def test_words_that_are_no_answer_get_the_answers_that_there_are(
    world: World, cast: Cast, words: str
) -> None:
    await asked_about(world, cast)
    await world.phone(cast.supervisor).writes(words)

    assert await ratings(world) == []
    asked = await world.last(cast.supervisor)
    assert asked.text.splitlines() == [
        "🙏 Terima kasih. Yang paling mendekati yang mana? Boleh dilewati.",
        "Tulisan tadi tidak dikirim. Bila PK perlu tahu, ketik: kejadian",
    ]
    assert labels(asked) == [SMOOTH, "🙂 Cukup lancar", "⚠️ Ada kendala"]
    await world.phone(cast.supervisor).writes("cukup lancar pak")
    assert [one.word for one in await ratings(world)] == [SessionWord.FAIR]


async def test_an_answer_counts_also_below_what_was_said_meanwhile(world: World, cast: Cast) -> None:
    await asked_about(world, cast)
    await world.phone(cast.supervisor).writes("ok pak")
    assert (await world.last(cast.supervisor)).key == "not-understood-supervisor"
    await world.phone(cast.supervisor).writes("ada kendala, alatnya kurang")
    assert await ratings(world) == [], "with more behind it, it may be about something else by then"
    await world.phone(cast.supervisor).writes("lancar semua pak")

    assert [one.word for one in await ratings(world)] == [SessionWord.SMOOTH]


async def test_words_of_another_day_and_commands_are_no_answer(world: World, cast: Cast) -> None:
    await asked_about(world, cast)
    await world.phone(cast.supervisor).writes("daftar")
    assert (await world.last(cast.supervisor)).key != "session-which"
    world.clock.moment = at(24, 11, 30)
    await world.phone(cast.supervisor).writes("lancar semua pak")

    assert await ratings(world) == []
    assert (await world.last(cast.supervisor)).key == "not-understood-supervisor"

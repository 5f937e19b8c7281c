"""The code on a supervisor's phone: scanned or typed, it opens and closes work as a location does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.domain import site_codes
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.storage.models import Attendance, Evidence
from bot.storage.post import Outbox
from bot.storage.sealing import Seal
from bot.storage.site_codes import SiteCodeMiss, SiteCodeUse
from tests.conversations.conftest import Cast
from tests.harness import HERE, World, at
from tests.papers import links_on

FAR_OFF = (HERE[0] + 0.072, HERE[1], 12.0)
"""Eight kilometres north."""


def key(office_id: int) -> bytes:
    return Seal("k" * 43).site_code_key(office_id)


def link(world: World, cast: Cast, *, ago: int = 0, site_id: int | None = None) -> str:
    step = site_codes.step_of(world.clock.moment) - ago
    return "/start " + site_codes.link(key(cast.office.id), site_id or cast.site.id, step)


def digits(world: World, cast: Cast) -> str:
    step = site_codes.step_of(world.clock.moment)
    return site_codes.digits(key(cast.office.id), cast.site.id, step)


async def card(world: World, cast: Cast) -> str:
    return (await world.letter(cast.supervisor, "card")).text


async def attendances(world: World) -> list[Attendance]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Attendance))).all())


async def test_the_supervisor_shows_a_code_that_lies_nowhere(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 58) + timedelta(seconds=20)
    await world.phone(cast.supervisor).writes("/kode")

    shown = await world.last(cast.supervisor)
    now = digits(world, cast)
    assert shown.has_photo
    assert f"{now[:3]} {now[3:]}" in shown.text
    wide = world.channel.caps.edit
    assert ("Berganti sendiri" if wide else "Berlaku sampai pukul 08.00") in shown.text
    async with world.database.reading() as session:
        rows = (await session.exec(select(Outbox))).all()
    assert not any(now[:3] + " " + now[3:] in str(row.content) for row in rows)

    world.clock.moment += timedelta(minutes=1)
    await world.phone(cast.supervisor).taps("🔄 Kode baru")
    assert digits(world, cast)[:3] in (await world.last(cast.supervisor)).text


def shown_link(world: World, cast: Cast) -> str:
    """What a client scans from the supervisor's phone as it looks now."""
    message = [one.message for one in world.channel.delivered if one.to == cast.supervisor.code][-1]
    assert message.attachment is not None
    (found,) = links_on(message.attachment.content)
    return "/start " + found.split("=", 1)[1]


async def test_the_code_renews_itself_in_its_message_for_a_quarter_of_an_hour(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(23, 7, 58) + timedelta(seconds=20)
    await world.phone(cast.supervisor).writes("/kode")
    first = await world.last(cast.supervisor)
    before = shown_link(world, cast)
    if not world.channel.caps.edit:
        await world.passes(at(23, 8, 14))
        assert await world.keys(cast.supervisor) == ["site-code"]
        return

    assert "sampai pukul 08.13" in first.text
    for minute in (59, 60):
        await world.passes(at(23, 7) + timedelta(minutes=minute, seconds=10))
        now = digits(world, cast)
        shown = await world.last(cast.supervisor)
        assert (shown.edited, shown.message) == (True, first.message)
        assert f"{now[:3]} {now[3:]}" in shown.text
    assert shown_link(world, cast) != before
    await world.phone(cast.budi).writes(shown_link(world, cast))
    assert (await world.last(cast.budi)).key == "receipt-start"

    await world.passes(at(23, 8, 14))
    over = await world.letter(cast.supervisor, "site-code-over")
    assert (over.edited, over.message, over.has_photo) == (True, first.message, True)
    assert [one.label for one in over.buttons] == ["🔄 Kode baru"]
    mine = [one for one in world.channel.delivered if one.to == cast.supervisor.code]
    stopped = mine[-1].message.attachment
    assert stopped is not None
    assert links_on(stopped.content) == []
    told = len(mine)
    await world.passes(at(23, 8, 30))
    assert len([one for one in world.channel.delivered if one.to == cast.supervisor.code]) == told

    await world.phone(cast.supervisor).taps("🔄 Kode baru")
    again = await world.last(cast.supervisor)
    assert (again.key, again.edited, again.message) == ("site-code", True, first.message)
    assert "sampai pukul 08.45" in again.text


async def test_a_second_code_stops_the_first(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.supervisor).writes("/kode")
    first = await world.last(cast.supervisor)
    await world.phone(cast.supervisor).writes("/kode")
    second = await world.last(cast.supervisor)
    assert second.message != first.message
    if world.channel.caps.edit:
        over = await world.letter(cast.supervisor, "site-code-over")
        assert over.message == first.message
        await world.passes(at(23, 8))
        assert (await world.last(cast.supervisor)).message == second.message

        await world.phone(cast.supervisor).taps_id(first.buttons[0].id, under=first.message)
        assert (await world.letter(cast.supervisor, "site-code")).message == first.message
        assert (await world.letter(cast.supervisor, "site-code-over")).message == second.message


async def test_nobody_renews_what_another_was_shown(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "PL-09", Role.SUPERVISOR)
    await world.site(cast.office, other, code="L2")
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.supervisor).writes("/kode")
    button = (await world.last(cast.supervisor)).buttons[0]
    await world.phone(other).taps_id(button.id, under="1")
    assert (await world.last(other)).key == "not-yours"


async def test_a_number_typed_while_a_code_renews_itself_is_about_what_was_said_last(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.supervisor).writes("/kode")
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.supervisor).writes("/kode")
    await world.phone(cast.budi).sends_location()
    await world.passes(at(23, 11, 2))
    await world.phone(cast.supervisor).writes("1")
    assert (await attendances(world))[0].state is AttendanceState.CONFIRMED


async def test_a_supervisor_of_two_sites_is_asked_which(world: World, cast: Cast) -> None:
    other = await world.site(cast.office, cast.supervisor, code="L2")
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.supervisor).writes("/kode")
    assert (await world.last(cast.supervisor)).key == "site-code-which"
    await world.phone(cast.supervisor).taps_id(f"site-code:{other.id}")
    assert (await world.last(cast.supervisor)).key == "site-code"


@pytest.mark.parametrize("how", ["scanned", "typed", "typed in halves"])
async def test_a_code_starts_and_finishes_work(world: World, cast: Cast, how: str) -> None:
    for hour, receipt in ((8, "receipt-start"), (11, "receipt-finish")):
        world.clock.moment = at(23, hour)
        now = digits(world, cast)
        said = {"scanned": link(world, cast), "typed": now, "typed in halves": f"{now[:3]} {now[3:]}"}
        await world.phone(cast.budi).writes(said[how])
        assert (await world.last(cast.budi)).key == receipt

    text = await card(world, cast)
    assert "Kode lokasi cocok" in text
    assert "Tanpa lokasi" not in text
    async with world.database.reading() as session:
        assert len((await session.exec(select(SiteCodeUse))).all()) == 2


async def test_code_and_location_together_are_counted_without_a_question(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).writes(link(world, cast))
    await world.phone(cast.budi).sends_location(exact=True)
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).writes(link(world, cast))

    assert "Perlu dilihat" not in await card(world, cast)


@pytest.mark.parametrize("first", ["code", "location"])
async def test_a_code_and_a_location_eight_kilometres_off(world: World, cast: Cast, first: str) -> None:
    world.clock.moment = at(23, 8)
    if first == "code":
        await world.phone(cast.budi).writes(link(world, cast))
        await world.phone(cast.budi).sends_location(FAR_OFF)
    else:
        await world.phone(cast.budi).sends_location(FAR_OFF)
        await world.phone(cast.budi).writes(link(world, cast))

    async with world.database.reading() as session:
        labels = [one.labels for one in (await session.exec(select(Evidence))).all()]
    assert sum(Label.CODE_BUT_FAR in one for one in labels) == 1
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).writes(link(world, cast))
    assert "kode lokasi cocok, tetapi lokasi HP 8 km" in await card(world, cast)


async def test_expired_used_foreign_and_forged_codes_start_nothing(world: World, cast: Cast) -> None:
    elsewhere = await world.site(cast.office, cast.supervisor, code="L2")
    world.clock.moment = at(23, 8)
    other = site_codes.link(key(cast.office.id + 1), cast.site.id, site_codes.step_of(world.clock.moment))
    for said, answer in (
        (link(world, cast, ago=2), "site-code-expired"),
        (link(world, cast, site_id=elsewhere.id), "site-code-elsewhere"),
        (f"/start {other}", "site-code-unknown"),
    ):
        await world.phone(cast.budi).writes(said)
        assert (await world.last(cast.budi)).key == answer
    assert await attendances(world) == []

    await world.phone(cast.budi).writes(link(world, cast))
    await world.phone(cast.budi).writes(link(world, cast))
    assert (await world.last(cast.budi)).key == "site-code-used"
    assert len(await attendances(world)) == 1


async def test_five_wrong_tries_rest_typing_for_a_quarter_of_an_hour_and_not_scanning(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(23, 7, 50)
    wrong = f"{(int(digits(world, cast)) + 1) % 10**6:06d}"
    for _ in range(5):
        world.clock.moment += timedelta(seconds=2)
        await world.phone(cast.budi).writes(wrong)
    told = await world.keys(cast.officer)
    assert told.count("site-code-locked-officer") == 1
    locked_at = world.clock.moment

    world.clock.moment = locked_at + timedelta(minutes=14)
    await world.phone(cast.budi).writes(digits(world, cast))
    assert (await world.last(cast.budi)).key == "site-code-locked"
    assert await attendances(world) == []
    async with world.database.reading() as session:
        assert len((await session.exec(select(SiteCodeMiss))).all()) == 5

    await world.phone(cast.budi).writes(link(world, cast))
    assert (await world.last(cast.budi)).key == "receipt-start"

    world.clock.moment = locked_at + timedelta(minutes=15)
    await world.phone(cast.budi).writes(wrong)
    assert (await world.last(cast.budi)).key == "site-code-wrong"
    assert (await world.keys(cast.officer)).count("site-code-locked-officer") == 1


async def test_others_who_scan_are_told_kindly(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.supervisor).writes(link(world, cast))
    assert (await world.last(cast.supervisor)).key == "site-code-for-clients"
    await world.phone("nobody").writes(link(world, cast))
    assert (await world.last("nobody")).key == "site-code-stranger"
    assert await attendances(world) == []


async def test_another_offices_supervisor_reaches_no_code_of_this_site(world: World, cast: Cast) -> None:
    office = await world.office("BPS-MRS", name="Bapas Lain (contoh)")
    other = await world.person(office, "PL-09", Role.SUPERVISOR)
    world.clock.moment = at(23, 8)
    await world.phone(other).taps_id(f"site-code:{cast.site.id}")
    assert (await world.last(other)).key == "not-yours"


async def test_two_clients_use_the_same_code(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, cast.site)
    world.clock.moment = at(23, 8)
    for client in (cast.budi, sari):
        await world.phone(client).writes(link(world, cast))
        assert (await world.last(client)).key == "receipt-start"

"""Whoever else scans or types the code of a site: newcomers, shared phones, and those who come back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.domain import site_codes
from bot.domain.checkins import AttendanceState, Moment
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.invitations import invite
from bot.storage.models import Attendance, Evidence
from bot.storage.site_codes import SiteCodeMiss, SiteCodeUse
from tests.conversations.conftest import Cast
from tests.conversations.test_shared_phones import Shared, family, post
from tests.conversations.test_site_codes import digits, key, link
from tests.harness import World, at

__all__ = ["family", "post"]


async def attendances(world: World) -> list[Attendance]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Attendance).order_by(col(Attendance.id)))).all())


async def uses(world: World) -> list[SiteCodeUse]:
    async with world.database.reading() as session:
        return list((await session.exec(select(SiteCodeUse).order_by(col(SiteCodeUse.id)))).all())


async def test_a_newcomer_who_scans_is_led_to_the_step_that_is_missing(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, enrolled=False, phone="0812-3456-7890")
    await world.case(sari, cast.officer, cast.site)
    async with world.database.transaction() as session:
        token = await invite(session, sari, world.clock.now())
    world.clock.moment = at(23, 7, 58)
    await world.phone("new").writes(f"/start {token}")
    await world.phone("new").writes(link(world, cast))
    assert (await world.keys("new"))[-2:] == ["site-code-newcomer", "press-agree"]
    await world.phone("new").taps("✅ Setuju")
    await world.phone("new").writes(link(world, cast))
    assert (await world.keys("new"))[-2:] == ["site-code-newcomer", "prove-contact"]
    assert await attendances(world) == []

    await world.phone("new").shares_contact("6281234567890")
    await world.phone("new").writes(link(world, cast))
    assert (await world.last("new")).key == "receipt-start"


async def test_a_familys_phone_asks_who_it_is_before_a_code_counts(
    world: World, cast: Cast, family: Shared
) -> None:
    world.clock.moment = at(23, 8)
    await family.phone.writes(link(world, cast))
    assert (await world.keys(family.code))[-2:] == ["site-code-who-first", "phone-who"]
    assert await attendances(world) == []

    await family.phone.taps("Budi (contoh)")
    await family.phone.writes(link(world, cast))
    await family.phone.writes("ganti orang")
    await family.phone.taps("Sari (contoh)")
    await family.phone.writes(link(world, cast))
    assert [one.client_id for one in await attendances(world)] == [family.budi.id, family.sari.id]
    assert [one.client_id for one in await uses(world)] == [family.budi.id, family.sari.id]


async def test_a_posts_phone_takes_the_digits_of_whose_turn_it_is(
    world: World, cast: Cast, post: Shared
) -> None:
    world.clock.moment = at(23, 8)
    await post.phone.writes(link(world, cast))
    assert (await world.keys(post.code))[-2:] == ["site-code-who-first", "phone-who-code"]
    await post.phone.writes("K-01")
    await post.phone.writes(digits(world, cast))
    assert [one.client_id for one in await attendances(world)] == [post.budi.id]


async def test_a_code_after_the_work_is_over_begins_it_anew_and_stays_its_proof(
    world: World, cast: Cast
) -> None:
    for hour in (8, 11):
        world.clock.moment = at(23, hour)
        await world.phone(cast.budi).writes(link(world, cast))
    world.clock.moment = at(23, 13)
    await world.phone(cast.budi).writes(link(world, cast))
    assert (await world.last(cast.budi)).key == "location-after-finish"
    await world.phone(cast.budi).taps("▶️ Mulai kerja lagi")

    first, again = await attendances(world)
    assert (first.state, again.state) == (AttendanceState.WAITING, AttendanceState.OPEN)
    async with world.database.reading() as session:
        proof = await session.get_one(Evidence, (await uses(world))[-1].evidence_id)
    assert (proof.attendance_id, proof.moment) == (again.id, Moment.START)


async def test_whoever_was_rejected_too_early_comes_and_scans(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("belum datang")
    world.clock.moment = at(23, 8, 40)
    await world.phone(cast.budi).writes(link(world, cast))

    rejected, again = await attendances(world)
    assert (rejected.state, again.state) == (AttendanceState.REJECTED, AttendanceState.OPEN)
    assert again.session_id is not None


async def test_a_code_after_a_location_of_the_same_start_is_kept_with_it(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 8, 3)
    await world.phone(cast.budi).writes(link(world, cast))

    (attendance,) = await attendances(world)
    assert attendance.finished_at is None
    async with world.database.reading() as session:
        proof = await session.get_one(Evidence, (await uses(world))[0].evidence_id)
        labels = [one.labels for one in (await session.exec(select(Evidence))).all()]
    assert proof.attendance_id == attendance.id
    assert not any(Label.CODE_BUT_FAR in one for one in labels)


@pytest.mark.parametrize("how", ["expired", "of another site"])
async def test_digits_that_are_not_valid_here_are_misses_and_open_nothing(
    world: World, cast: Cast, how: str
) -> None:
    elsewhere = await world.site(cast.office, cast.supervisor, code="L2")
    world.clock.moment = at(23, 8)
    step = site_codes.step_of(world.clock.moment)
    site, shown = (cast.site, step - 2) if how == "expired" else (elsewhere, step)
    await world.phone(cast.budi).writes(site_codes.digits(key(cast.office.id), site.id, shown))

    assert (await world.last(cast.budi)).key == "site-code-wrong"
    async with world.database.reading() as session:
        assert len((await session.exec(select(SiteCodeMiss))).all()) == 1
    assert await attendances(world) == []


async def test_case_17_the_sixth_guess_is_not_looked_at_however_right(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    right = digits(world, cast)
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    for _ in range(5):
        await world.phone(cast.budi).writes(wrong)
        world.clock.moment += timedelta(seconds=1)
    await world.phone(cast.budi).writes(digits(world, cast))

    assert (await world.last(cast.budi)).key == "site-code-locked"
    assert await attendances(world) == []
    assert await uses(world) == []


async def test_digits_are_used_once(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    for _ in range(2):
        await world.phone(cast.budi).writes(digits(world, cast))

    assert (await world.last(cast.budi)).key == "site-code-used"
    assert len(await uses(world)) == 1

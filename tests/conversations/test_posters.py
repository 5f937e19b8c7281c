"""A poster on the wall of a site: printed, scanned, replaced; weaker than the code on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select

from bot.domain import site_codes
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.storage.models import Attendance, Event, Evidence, Office, Site
from bot.storage.sealing import Seal
from bot.storage.site_codes import How, SiteCodeUse, has_code
from tests.conversations.conftest import Cast
from tests.conversations.test_site_codes import FAR_OFF, card
from tests.conversations.test_site_codes import link as code_link
from tests.harness import World, at
from tests.papers import links_in, pages_in, words_in


def link(cast: Cast, *, edition: int = 1, site_id: int | None = None) -> str:
    key = Seal("k" * 43).site_code_key(cast.office.id)
    return "/start " + site_codes.poster_link(key, site_id or cast.site.id, edition)


async def scans(world: World, cast: Cast, edition: int = 1) -> str:
    await world.phone(cast.budi).writes(link(cast, edition=edition))
    return (await world.last(cast.budi)).key


async def uses(world: World) -> list[SiteCodeUse]:
    async with world.database.reading() as session:
        return list((await session.exec(select(SiteCodeUse))).all())


async def test_an_officer_gets_the_poster_of_his_site_and_is_told_that_it_is_weaker(
    world: World, cast: Cast, tmp_path: Path
) -> None:
    await world.phone(cast.officer).writes("/poster")
    sent = await world.last(cast.officer)

    assert (sent.key, sent.document) == ("poster-ready", "poster-L1.pdf")
    assert "lebih lemah" in sent.text
    assert pages_in(sent.content) == 1
    assert "lemah" not in words_in(sent.content)
    (found,) = links_in(sent.content, tmp_path)
    assert found == "https://kabar.example/hadir_uji?mulai=" + link(cast).removeprefix("/start ")


async def test_of_several_sites_one_is_chosen_or_named(world: World, cast: Cast) -> None:
    await world.site(cast.office, code="L2")
    for said, key in (
        ("/poster", "poster-which"),
        ("/poster l2", "poster-ready"),
        ("poster desa", "poster-which"),
        ("/poster nirwana", "poster-site-unknown"),
    ):
        await world.phone(cast.officer).writes(said)
        assert (await world.last(cast.officer)).key == key
    await world.phone(cast.officer).writes("/poster")
    await world.phone(cast.officer).taps_id(f"poster-site:{cast.site.id}")
    assert (await world.last(cast.officer)).document == "poster-L1.pdf"


async def test_a_site_of_other_officers_is_not_offered_and_an_operator_has_all(
    world: World, cast: Cast
) -> None:
    other = await world.person(cast.office, "PK-09", Role.OFFICER)
    await world.phone(other).writes("/poster")
    assert (await world.last(other)).key == "poster-no-site"
    await world.phone(other).taps_id(f"poster-site:{cast.site.id}")
    assert (await world.last(other)).key == "not-yours"
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    await world.phone(operator).writes("/poster")
    assert (await world.last(operator)).key == "poster-ready"


@pytest.mark.parametrize(("discreet", "printed"), [(True, False), (False, True)])
async def test_a_site_whose_name_tells_is_printed_without_it(
    world: World, cast: Cast, discreet: bool, printed: bool
) -> None:
    async with world.database.transaction() as session:
        (await session.get_one(Site, cast.site.id)).name = "Pos Bapas Barombong"
        (await session.get_one(Office, cast.office.id)).discreet = discreet
    await world.phone(cast.officer).writes("/poster")
    sent = await world.last(cast.officer)

    assert ("Pos Bapas Barombong" in words_in(sent.content)) is printed
    assert ("tidak dicetak" in sent.text) is not printed


async def test_a_poster_starts_and_finishes_work_and_is_called_one(world: World, cast: Cast) -> None:
    for hour, receipt in ((8, "receipt-start"), (11, "receipt-finish")):
        world.clock.moment = at(23, hour)
        assert await scans(world, cast) == "site-code-poster-more"
        assert receipt in await world.keys(cast.budi)

    assert "Kode poster cocok" in await card(world, cast)
    assert {one.how for one in await uses(world)} == {How.POSTER}
    async with world.database.reading() as session:
        (attendance,) = (await session.exec(select(Attendance))).all()
        assert await has_code(session, cast.office.id, attendance.id) is False


async def test_the_location_that_is_asked_for_besides_is_kept_and_finishes_nothing(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(23, 8)
    await scans(world, cast)
    world.clock.moment = at(23, 8, 2)
    await world.phone(cast.budi).sends_location()
    async with world.database.reading() as session:
        (attendance,) = (await session.exec(select(Attendance))).all()
        places = [one.verdict for one in (await session.exec(select(Evidence))).all() if one.verdict]
    assert attendance.finished_at is None
    assert len(places) == 1


async def test_a_photo_of_the_poster_sent_from_afar_is_asked_about(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await scans(world, cast)
    world.clock.moment = at(23, 8, 2)
    await world.phone(cast.budi).sends_location(FAR_OFF)
    async with world.database.reading() as session:
        labels = [one.labels for one in (await session.exec(select(Evidence))).all()]
    assert sum(Label.CODE_BUT_FAR in one for one in labels) == 1


@pytest.mark.parametrize("first", ["code", "poster"])
async def test_poster_and_code_of_one_minute_are_two_things_and_each_counts_once(
    world: World, cast: Cast, first: str
) -> None:
    world.clock.moment = at(23, 8)
    both = [code_link(world, cast), link(cast)]
    for said in both if first == "code" else reversed(both):
        await world.phone(cast.budi).writes(said)
    assert {one.how for one in await uses(world)} == {How.SCANNED, How.POSTER}

    assert await scans(world, cast) == "site-code-poster-again"
    assert len(await uses(world)) == 2


async def test_a_replaced_poster_says_so_and_opens_nothing(world: World, cast: Cast, tmp_path: Path) -> None:
    await world.phone(cast.officer).writes("/poster")
    await world.phone(cast.officer).taps("🔄 Ganti poster")
    assert (await world.last(cast.officer)).key == "poster-replace-sure"
    world.clock.moment = at(23, 8)
    assert await scans(world, cast) == "site-code-poster-more"

    await world.phone(cast.officer).taps("🔄 Ya, ganti")
    new = await world.last(cast.officer)
    assert new.key == "poster-replaced"
    assert "poster ke-2" in words_in(new.content)
    assert links_in(new.content, tmp_path)[0].endswith(link(cast, edition=2).removeprefix("/start "))
    await world.phone(cast.officer).taps_id(f"poster-new:{cast.site.id}:1")
    assert (await world.last(cast.officer)).key == "poster-ready"
    async with world.database.reading() as session:
        assert (await session.get_one(Site, cast.site.id)).poster_edition == 2
        facts = (await session.exec(select(Event).where(Event.kind == "poster_replaced"))).all()
    assert [one.actor_id for one in facts] == [cast.officer.id]

    world.clock.moment = at(23, 11)
    assert await scans(world, cast, edition=1) == "site-code-poster-old"
    assert await scans(world, cast, edition=2) == "site-code-poster-more"


async def test_a_forged_poster_and_one_of_another_site_open_nothing(world: World, cast: Cast) -> None:
    elsewhere = await world.site(cast.office, cast.supervisor, code="L2")
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).writes(link(cast, site_id=elsewhere.id))
    assert (await world.last(cast.budi)).key == "site-code-elsewhere"
    changed = link(cast)
    await world.phone(cast.budi).writes(changed[:-1] + ("A" if changed[-1] != "A" else "B"))
    assert (await world.last(cast.budi)).key == "site-code-unknown"
    assert await uses(world) == []


async def test_who_passes_by_and_scans_learns_nothing(world: World, cast: Cast) -> None:
    await world.phone("passer-by").writes(link(cast))
    said = await world.last("passer-by")
    assert said.key == "site-code-stranger"
    assert "klien" not in said.text.casefold()

"""On Monday head and agency read in one line how the sessions of the week were rated."""

from __future__ import annotations

from bot.domain.evaluations import SessionWord
from bot.domain.people import Role
from tests.conversations.conftest import Cast
from tests.conversations.test_evaluation_results import agency_of, head_of, went
from tests.harness import World, at

MONDAY = at(27, 7)
TUESDAY_BEFORE, IN_THE_WEEK = at(14, 8), at(21, 8)
SMOOTH, TROUBLED = SessionWord.SMOOTH, SessionWord.TROUBLED


async def test_a_head_reads_of_trouble_and_opens_the_results(world: World, cast: Cast) -> None:
    head = await head_of(world, cast)
    await went(world, cast, TROUBLED, since=TUESDAY_BEFORE)
    await went(world, cast, SMOOTH, TROUBLED, since=IN_THE_WEEK)
    await world.passes(MONDAY)

    summary = await world.letter(head, "digest-heading")
    told = f"💬 2 kegiatan di 1 lokasi dinilai pengawas. 1 kali ada kendala, di {cast.site.name}."
    assert told in summary.text.splitlines()
    await world.phone(head).taps("💬 Baca evaluasi")
    shown = await world.last(head)
    assert shown.key == "evaluation-results"
    assert "3 kegiatan dinilai, 33% lancar, 2 kali ada kendala" in shown.text
    assert not shown.edited, "Monday's summary stays as it is"


async def test_what_was_said_on_monday_stays_said(world: World, cast: Cast) -> None:
    head = await head_of(world, cast)
    await went(world, cast, SMOOTH, since=IN_THE_WEEK)
    await world.passes(MONDAY)
    before = (await world.letter(head, "digest-heading")).text
    await went(world, cast, TROUBLED, since=at(22, 8))
    await world.passes(at(27, 12))

    assert (await world.letter(head, "digest-heading")).text == before
    assert (await world.keys(head)).count("digest-heading") == 1


async def test_an_agency_reads_of_its_own_sites_and_nobodys_name(world: World, cast: Cast) -> None:
    agency = await agency_of(world, cast, "dinas sosial (contoh)")
    other = await world.person(cast.office, "D-02", Role.AGENCY, name="Dinas Kesehatan (contoh)")
    await went(world, cast, SMOOTH, SMOOTH, since=IN_THE_WEEK)
    await world.passes(MONDAY)

    told = await world.letter(agency, "agency-week")
    assert told.text.splitlines()[-1].startswith("💬 2 kegiatan di 1 lokasi dinilai pengawas, semuanya")
    assert "Budi" not in told.text
    assert await world.keys(other) == []
    await world.phone(agency).taps("💬 Baca evaluasi")
    assert (await world.last(agency)).key == "evaluation-results"


async def test_of_a_week_without_a_rating_nothing_is_said(world: World, cast: Cast) -> None:
    head, agency = await head_of(world, cast), await agency_of(world, cast, "Dinas Sosial (contoh)")
    await went(world, cast, TROUBLED, since=TUESDAY_BEFORE)
    await world.passes(MONDAY)

    for person, key in ((head, "digest-heading"), (agency, "agency-week")):
        letter = await world.letter(person, key)
        assert "dinilai pengawas" not in letter.text
        assert "💬 Baca evaluasi" not in [one.label for one in letter.buttons]


async def test_an_officer_is_not_told_of_his_offices_sites(world: World, cast: Cast) -> None:
    await went(world, cast, TROUBLED, since=IN_THE_WEEK)
    await world.passes(MONDAY)

    assert "dinilai pengawas" not in (await world.letter(cast.officer, "digest-heading")).text

"""`/undang`: an officer or operator sees who has not joined and hands out invitations; links rest nowhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlmodel import SQLModel, col, select, update

from bot.channel import Gone, Retry
from bot.channels.inbox import RawUpdate
from bot.domain.cases import CaseState, Programme
from bot.domain.people import Role
from bot.handlers.inviting import AT_ONCE
from bot.invitations import VALID_FOR, renew
from bot.storage.models import Case, Consent, Event, Invitation, Person, Site, SiteSupervisor
from bot.storage.slips import KEPT, SlipSheet
from tests.conversations.conftest import Cast
from tests.harness import World
from tests.papers import links_in, links_on, pages_in, words_in

NAME = "Zulkarnain Rahasia Sekali"
LINK = "https://kabar.example/hadir_uji?mulai="


@pytest.fixture
async def newcomers(world: World, cast: Cast) -> Sequence[Person]:
    """A client, a child whose guardian has signed the form, and the second supervisor of the site, none of
    them joined."""
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)", enrolled=False)
    await world.case(sari, cast.officer, cast.site)
    child = await world.person(cast.office, "A-07", Role.CLIENT, name=NAME, child=True, enrolled=False)
    guardian = await world.person(cast.office, "W-03", Role.GUARDIAN, name="Ibu " + NAME, enrolled=False)
    await world.case(
        child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE, guardian_id=guardian.id
    )
    async with world.database.transaction() as session:
        session.add(
            Consent(
                office_id=cast.office.id,
                child_id=child.id,
                guardian_id=guardian.id,
                version="2026-3",
                given_at=world.clock.now(),
            )
        )
    second = await world.person(cast.office, "PL-02", Role.SUPERVISOR, name="Rahma (contoh)", enrolled=False)
    await world.site(cast.office, second, code="L2")
    await _also_at(world, cast.site, second)
    return sari, child, guardian, second


async def _also_at(world: World, site: Site, supervisor: Person) -> None:
    since = date(2026, 1, 2)
    async with world.database.transaction() as session:
        session.add(
            SiteSupervisor(office_id=site.office_id, site_id=site.id, person_id=supervisor.id, from_on=since)
        )


async def other_officer(world: World, cast: Cast) -> Person:
    """A colleague with a client of his own at another site."""
    officer = await world.person(cast.office, "PK-09", Role.OFFICER)
    supervisor = await world.person(cast.office, "PL-09", Role.SUPERVISOR, enrolled=False)
    site = await world.site(cast.office, supervisor, code="L9")
    client = await world.person(cast.office, "K-09", Role.CLIENT, name="Tono (contoh)", enrolled=False)
    await world.case(client, officer, site)
    return officer


def document(world: World) -> bytes:
    """The newest file that was sent."""
    return next(
        one.message.attachment.content
        for one in reversed(world.channel.delivered)
        if one.message.attachment is not None
    )


async def everything_stored(world: World) -> str:
    """All rows of all tables, as somebody would read them who got hold of the database."""
    async with world.database.engine.connect() as connection:
        tables = SQLModel.metadata.sorted_tables
        return repr([(await connection.execute(table.select())).all() for table in tables])


async def test_an_officer_sees_his_own_people_who_have_not_joined(
    world: World, cast: Cast, newcomers: Sequence[Person]
) -> None:
    await other_officer(world, cast)
    await world.phone(cast.officer).writes("/undang")

    answer = await world.last(cast.officer)
    assert answer.text.splitlines()[:6] == [
        "✉️ Belum bergabung: 4 orang.",
        "Perlu undangan: 4.",
        "• A-07: belum diundang",
        "• Sari (contoh) (K-02): belum diundang",
        "• Rahma (contoh) (PL-02): belum diundang",
        "• W-03: belum diundang",
    ]
    assert [button.label for button in answer.buttons] == ["🖨 Buat undangan"]


async def test_an_operator_sees_everybody_of_his_office_only(
    world: World, cast: Cast, newcomers: Sequence[Person]
) -> None:
    await other_officer(world, cast)
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    elsewhere = await world.office("BPS-BDG")
    await world.person(elsewhere, "K-77", Role.CLIENT, name="Jauh (contoh)", enrolled=False)
    await world.phone(operator).taps("✉️ Undang")

    answer = await world.last(operator)
    assert re.findall(r"[A-Z]+-\d+", answer.text) == ["A-07", "K-02", "K-09", "PL-02", "PL-09", "W-03"]
    assert "Jauh" not in answer.text


async def test_the_slips_have_a_link_and_a_code_for_each_and_no_childs_name(
    world: World, cast: Cast, newcomers: Sequence[Person], tmp_path: Path
) -> None:
    await world.phone(cast.officer).writes("undang")
    await world.phone(cast.officer).taps("🖨 Buat undangan")
    answer = await world.last(cast.officer)
    words, links = words_in(document(world)), links_in(document(world), tmp_path)

    assert (answer.key, answer.document) == ("slips-ready", "undangan.pdf")
    assert "Undangan untuk 4 orang, berlaku sampai Senin, 4 Mei 2026" in answer.text
    assert len(set(links)) == 4
    assert all(link.startswith(LINK) for link in links)
    for said in ("Bapak Sari (contoh),", "Ananda A-07,", "Bapak/Ibu W-03,", "Bapak Rahma (contoh),"):
        assert said in words, said
    assert "Zulkarnain" not in words
    assert "Bapas" not in words
    await world.phone("sari").writes(f"/start {links[1].removeprefix(LINK)}")
    assert (await world.last("sari")).key == "notice-of-data-use"
    code = re.findall(r"[A-Z0-9]{5}-[A-Z0-9]{5}", words)[2]
    await world.phone("rahma").writes(code)
    assert (await world.last("rahma")).key == "notice-of-data-use"


async def test_no_link_and_no_code_rests_anywhere(
    world: World, cast: Cast, newcomers: Sequence[Person], tmp_path: Path
) -> None:
    world.channel.outcomes.append(Retry(0.01))
    await world.phone(cast.officer).taps_id("slips")
    await world.phone(cast.officer).writes("undang K-02")
    await world.phone(cast.officer).taps("🔄 Buat yang baru")
    said = [one.message.text for one in world.channel.delivered]
    files = [one.message.attachment.content for one in world.channel.delivered if one.message.attachment]
    pdf = next(file for file in files if file.startswith(b"%PDF"))
    secret = [link.removeprefix(LINK) for link in links_in(pdf, tmp_path)]
    secret += re.findall(r"[A-Z0-9]{5}-[A-Z0-9]{5}", words_in(pdf))
    secret += [token for one in said for token in re.findall(r"mulai=(\S+)", one)]
    secret += [code for one in said for code in re.findall(r"[A-Z0-9]{5}-[A-Z0-9]{5}", one)]
    stored = await everything_stored(world)

    assert len(secret) >= 12
    for one in secret:
        assert one not in stored
        assert one.replace("-", "") not in stored
    async with world.database.reading() as session:
        assert set((await session.exec(select(SlipSheet.sealed))).all()) == {None}


async def test_until_it_is_sent_a_link_rests_sealed(
    world: World, cast: Cast, newcomers: Sequence[Person]
) -> None:
    await world.phone(cast.officer).writes("undang")
    sheets = await _unsent(world, cast)

    assert [one.people for one in sheets] == [[newcomers[i].id for i in (1, 0, 3, 2)]]
    assert b"token" not in (sheets[0].sealed or b"")
    assert b"Sari" not in (sheets[0].sealed or b"")


async def _unsent(world: World, cast: Cast) -> Sequence[SlipSheet]:
    """The messenger does not answer when the slips should leave."""
    world.channel.outcomes.append(Retry(7200))
    said = f'{{"id": "900", "from": "{cast.officer.code}", "kind": "choice", "text": "slips", "tap": "t"}}'
    await world.house.inbox.store(world.channel.name, [RawUpdate("900", cast.officer.code, said)])
    await world.house.inbox.drain()
    async with world.database.reading() as session:
        return (await session.exec(select(SlipSheet).order_by(col(SlipSheet.id)))).all()


async def test_what_could_not_be_sent_within_the_hour_ends_and_is_told(
    world: World, cast: Cast, newcomers: Sequence[Person]
) -> None:
    world.channel.outcomes.clear()
    await _unsent(world, cast)
    world.channel.outcomes.clear()
    world.clock.moment += KEPT
    await world.house.rounds.tick()
    await world.carry()
    async with world.database.reading() as session:
        assert (await session.exec(select(SlipSheet.sealed))).all() == [None]
        ends = (await session.exec(select(Invitation.expires_at))).all()

    assert set(ends) == {world.clock.now()}
    assert await world.keys(cast.officer) == ["slips-not-sent"]
    await world.phone(cast.officer).writes("undang")
    assert "Perlu undangan: 4." in (await world.last(cast.officer)).text


async def test_paper_that_was_handed_out_does_not_die_by_a_second_press(
    world: World, cast: Cast, newcomers: Sequence[Person], tmp_path: Path
) -> None:
    await world.phone(cast.officer).writes("undang")
    await world.phone(cast.officer).taps("🖨 Buat undangan")
    links = links_in(document(world), tmp_path)
    await world.phone(cast.officer).taps("🖨 Buat undangan")
    assert (await world.last(cast.officer)).key == "slips-none-needed"
    await world.phone(cast.officer).writes("undang")
    answer = await world.last(cast.officer)
    assert "• Sari (contoh) (K-02): diundang Sen 20 Apr, berlaku sampai Sen 4 Mei" in answer.text
    assert answer.buttons == ()
    await world.phone("sari").writes(f"/start {links[1].removeprefix(LINK)}")

    assert (await world.last("sari")).key == "notice-of-data-use"


async def test_what_has_ended_is_renewed(world: World, cast: Cast, newcomers: Sequence[Person]) -> None:
    async with world.database.transaction() as session:
        await renew(session, newcomers[0], by=cast.officer, now=world.clock.now() - VALID_FOR)
    await world.phone(cast.officer).writes("undang")
    answer = await world.last(cast.officer)
    assert "• Sari (contoh) (K-02): undangan habis Sen 20 Apr" in answer.text
    assert [button.label for button in answer.buttons] == ["🖨 Buat undangan", "🔄 Perbarui"]
    await world.phone(cast.officer).taps("🔄 Perbarui")

    assert "Undangan untuk 1 orang" in (await world.last(cast.officer)).text
    assert "Sari" in words_in(document(world))
    await world.phone(cast.officer).taps("🔄 Perbarui")
    assert (await world.last(cast.officer)).key == "slips-none-expired"


async def test_one_person_gets_a_picture_and_a_text_to_forward(
    world: World, cast: Cast, newcomers: Sequence[Person]
) -> None:
    await world.phone(cast.officer).writes("undang sari")
    shown, forward = (await world.letters(cast.officer))[-2:]
    link = links_on(document(world))[0]

    assert (shown.key, shown.has_photo, forward.key) == ("invite-ready", True, "invite-as-it-is")
    assert f"Tautan: {link}" in shown.text
    assert forward.text.startswith("Bapak Sari (contoh), ini undangan pribadi untuk Anda.")
    assert f"1. Buka di HP: {link}" in forward.text
    assert "Buka Kabar, cari @hadir_uji, lalu ketik kode" in forward.text
    assert not forward.buttons
    assert "Bapas" not in forward.text
    await world.phone("sari").writes(f"/start {link.removeprefix(LINK)}")
    assert (await world.last("sari")).key == "notice-of-data-use"


async def test_a_child_is_invited_by_its_code_everywhere(
    world: World, cast: Cast, newcomers: Sequence[Person]
) -> None:
    await world.phone(cast.officer).writes("undang a-07")
    await world.phone(cast.officer).writes("undang W-03")
    await world.phone(cast.officer).writes("undang zulkarnain")
    texts = " ".join(letter.text for letter in await world.letters(cast.officer))

    assert "Ananda A-07, ini undangan" in texts
    assert "Bapak/Ibu W-03, ini undangan" in texts
    assert "Zulkarnain" not in texts
    assert [one.label for one in (await world.last(cast.officer)).buttons] == ["A-07", "W-03"]


async def test_a_child_without_a_case_is_not_invited_yet(
    world: World, cast: Cast, newcomers: Sequence[Person]
) -> None:
    await world.person(cast.office, "A-09", Role.CLIENT, child=True, enrolled=False)
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    await world.phone(operator).writes("undang A-09")
    one = await world.last(operator)
    await world.phone(operator).writes("undang")

    step = 'daftarkan perkaranya dulu, dengan walinya: ketik "daftarkan perkara", lalu pilih A-09'
    assert (one.key, one.text.partition("Langkah: ")[2]) == ("invite-guardian-first", step)
    assert f"• A-09: {step}" in (await world.last(operator)).text


async def test_a_new_one_is_made_only_after_a_question(
    world: World, cast: Cast, newcomers: Sequence[Person]
) -> None:
    await world.phone(cast.officer).writes("undang k-02")
    first = links_on(document(world))[0].removeprefix(LINK)
    await world.phone(cast.officer).writes("undang k-02")
    answer = await world.last(cast.officer)
    assert answer.key == "invite-still-valid"
    assert "yang lama tidak bisa dipakai lagi" in answer.text
    await world.phone(cast.officer).taps("🔄 Buat yang baru")
    assert (await world.last(cast.officer)).key == "invite-as-it-is"
    await world.phone("sari").writes(f"/start {first}")

    assert await world.keys("sari") == ["invitation-expired"]


async def test_who_has_joined_is_not_invited_again(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("undang")
    assert await world.keys(cast.officer) == ["invite-all-joined"]
    await world.phone(cast.officer).writes("undang K-01")

    assert (await world.last(cast.officer)).key == "invite-joined"


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        *((wanted, "invite-not-found") for wanted in ("K-09", "Tono", "PK-01", "OP-01", "K-77", "PL-77")),
        ("PL-09", "invite-no-client-there"),
        ("pl-10", "invite-no-site"),
    ],
)
async def test_an_officer_cannot_invite_a_colleagues_people_or_staff(
    world: World, cast: Cast, wanted: str, why: str
) -> None:
    await other_officer(world, cast)
    await world.person(cast.office, "OP-01", Role.OPERATOR, enrolled=False)
    elsewhere = await world.office("BPS-BDG")
    await world.person(elsewhere, "K-77", Role.CLIENT, enrolled=False)
    await world.person(elsewhere, "PL-77", Role.SUPERVISOR, enrolled=False)
    await world.person(cast.office, "PL-10", Role.SUPERVISOR, enrolled=False)
    await world.phone(cast.officer).writes(f"undang {wanted}")
    async with world.database.reading() as session:
        people = (await session.exec(select(Person.id))).all()
    for person_id in people:
        if person_id not in (cast.budi.id, cast.supervisor.id):
            await world.phone(cast.officer).taps_id(f"invite:{person_id}")
            await world.phone(cast.officer).taps_id(f"invite-renew:{person_id}")

    assert set(await world.keys(cast.officer)) == {why, "not-yours"}
    async with world.database.reading() as session:
        assert (await session.exec(select(Invitation))).all() == []


async def test_who_is_done_is_not_waited_for(world: World, cast: Cast, newcomers: Sequence[Person]) -> None:
    async with world.database.transaction() as session:
        await session.exec(update(Case).values(state=CaseState.COMPLETED))
        await session.exec(update(SiteSupervisor).values(until_on=date(2026, 4, 19)))
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    await world.phone(cast.officer).writes("undang")

    assert (await world.last(cast.officer)).key == "invite-all-joined"
    await world.phone(operator).writes("undang")
    said = (await world.last(operator)).text
    assert not [one.code for one in newcomers if one.code in said]


async def test_who_invited_is_a_fact(world: World, cast: Cast, newcomers: Sequence[Person]) -> None:
    await world.phone(cast.officer).taps_id("slips")
    async with world.database.reading() as session:
        events = (await session.exec(select(Event).where(Event.kind == "invited"))).all()
        makers = (await session.exec(select(Invitation.made_by))).all()

    assert {one.actor_id for one in events} == set(makers) == {cast.officer.id}
    assert {one.stream for one in events} == {f"person:{one.id}" for one in newcomers}


async def test_a_long_list_is_cut_and_the_slips_come_in_portions(world: World, cast: Cast) -> None:
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    async with world.database.transaction() as session:
        for number in range(AT_ONCE + 1):  # and the prosecutor of the case
            code = f"D-{number:03d}"
            session.add(Person(office_id=cast.office.id, code=code, name="Dinas (contoh)", role=Role.AGENCY))
    await world.phone(operator).writes("undang")
    assert "… dan 172 orang lagi." in " ".join(letter.text for letter in await world.letters(operator))
    await world.phone(operator).taps("🖨 Buat undangan")

    assert "Masih ada 2 orang lagi" in (await world.last(operator)).text
    assert pages_in(document(world)) == 34
    await world.phone(operator).writes("undang")
    assert "Perlu undangan: 2." in " ".join(letter.text for letter in await world.letters(operator))


async def test_slips_for_a_phone_that_is_gone_end_too(
    world: World, cast: Cast, newcomers: Sequence[Person]
) -> None:
    world.channel.outcomes.append(Gone())
    await world.phone(cast.officer).taps_id("slips")
    await world.passes(world.clock.now() + KEPT + timedelta(minutes=1))
    async with world.database.reading() as session:
        assert (await session.exec(select(SlipSheet.sealed))).all() == [None]

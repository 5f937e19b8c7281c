"""A link can be forwarded: what else a newcomer shows, and what happens when it does not fit."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlmodel import select

from bot.domain.identity import WRONG_TRIES, SecondFactor
from bot.domain.people import Role
from bot.invitations import VALID_FOR
from bot.storage.models import Event, Invitation, Office, Person, PersonAddress
from tests.conversations.conftest import Cast
from tests.conversations.test_enrol import AS_SHARED, NUMBER, agrees, link_for
from tests.harness import Letter, World, at

OTHER = "6281999999999"
BORN = date(1990, 4, 24)


async def newcomer(world: World, cast: Cast, *, phone: str = NUMBER, born_on: date | None = None) -> Person:
    """Sari, a client of the officer, who has pressed *Setuju* on a new phone."""
    sari = await world.person(
        cast.office,
        "K-02",
        Role.CLIENT,
        name="Sari (contoh)",
        enrolled=False,
        phone=phone,
        born_on=born_on,
    )
    await world.case(sari, cast.officer, cast.site)
    await world.phone("new").writes(f"/start {await link_for(world, sari)}")
    world.clock.moment += timedelta(seconds=1)
    await world.phone("new").taps("✅ Setuju")
    return sari


async def accounts(world: World, person: Person) -> list[str]:
    async with world.database.reading() as session:
        query = select(PersonAddress.external_id).where(PersonAddress.person_id == person.id)
        return sorted((await session.exec(query)).all())


async def facts(world: World, kind: str) -> list[Event]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Event).where(Event.kind == kind))).all())


async def asks_for(world: World, cast: Cast, factor: SecondFactor) -> None:
    async with world.database.transaction() as session:
        (await session.get_one(Office, cast.office.id)).second_factor = factor


async def test_before_the_proof_nothing_of_the_person_is_shown(world: World, cast: Cast) -> None:
    sari = await newcomer(world, cast)
    for said in ("/jam", "/data", "halo", "/mulai"):
        await world.phone("new").writes(said)
    await world.phone("new").sends_location()

    texts = " ".join(letter.text for letter in await world.letters("new"))
    assert await accounts(world, sari) == []
    assert (await world.last("new")).key == "prove-contact"
    assert "Sari" not in texts
    assert cast.site.name not in texts


async def test_the_key_shares_the_contact_and_the_number_on_file_lets_in(world: World, cast: Cast) -> None:
    sari = await newcomer(world, cast)
    keys = [key.label for row in world.channel.delivered[-1].message.keyboard for key in row]
    await world.phone("new").shares_contact(AS_SHARED)

    assert keys == ["📱 Bagikan kontak", "🙋 PK hadir langsung"]
    assert "welcome-client" in await world.keys("new")
    assert await accounts(world, sari) == ["new"]
    (agreed,) = await facts(world, "notice_agreed")
    assert (agreed.actor_id, agreed.reason) == (sari.id, "contact")


async def test_another_persons_contact_is_refused_kindly_and_costs_no_try(world: World, cast: Cast) -> None:
    sari = await newcomer(world, cast)
    for _ in range(WRONG_TRIES + 1):
        await world.phone("new").shares_contact(AS_SHARED, own=False)

    assert (await world.last("new")).key == "contact-not-own"
    assert await accounts(world, sari) == []
    await world.phone("new").shares_contact(AS_SHARED)
    assert await accounts(world, sari) == ["new"]


async def test_a_known_number_on_a_phone_without_a_link_shows_nothing(world: World, cast: Cast) -> None:
    await world.person(cast.office, "K-02", Role.CLIENT, enrolled=False, phone=NUMBER)
    await world.phone("new").shares_contact(AS_SHARED)

    assert await world.keys("new") == ["stranger"]


async def test_without_a_number_on_file_the_birth_date_is_asked(world: World, cast: Cast) -> None:
    sari = await newcomer(world, cast, phone="", born_on=BORN)
    asked = await world.last("new")
    assert (asked.key, "Hubungi 0411-000111" in asked.text) == ("prove-birth-date", True)
    await world.phone("new").writes("besok ya")
    assert (await world.last("new")).key == "birth-date-unreadable"
    await world.phone("new").writes("24 April 1990")

    assert "welcome-client" in await world.keys("new")
    assert await accounts(world, sari) == ["new"]


async def test_the_office_chooses_what_is_asked(world: World, cast: Cast) -> None:
    await asks_for(world, cast, SecondFactor.BIRTH_DATE)
    await newcomer(world, cast, born_on=BORN)

    assert (await world.last("new")).key == "prove-birth-date"


async def test_five_wrong_dates_lock_the_link_and_tell_the_officer(world: World, cast: Cast) -> None:
    sari = await newcomer(world, cast, phone="", born_on=BORN)
    for year in range(1980, 1980 + WRONG_TRIES):
        await world.phone("new").writes(f"24/04/{year}")
    told = await world.last(cast.officer)
    await world.phone("new").writes("24/04/1990")

    assert (told.key, [one.label for one in told.buttons]) == ("enrolment-locked", ["🔓 Buka lagi"])
    assert [one.key for one in await world.letters("new")][-2:] == ["invitation-locked"] * 2
    assert "tenggat Anda tidak hilang" in (await world.last("new")).text
    assert await accounts(world, sari) == []


async def test_opening_the_link_again_does_not_open_the_lock(world: World, cast: Cast) -> None:
    sari = await newcomer(world, cast)
    for _ in range(WRONG_TRIES):
        await world.phone("new").shares_contact(OTHER)
    async with world.database.reading() as session:
        (invitation,) = (await session.exec(select(Invitation))).all()
    await world.phone("new").taps_id(f"agree:{invitation.id}")
    await world.phone("new").shares_contact(AS_SHARED)

    assert (await world.last("new")).key == "invitation-locked"
    assert await accounts(world, sari) == []


async def test_an_opened_lock_gives_five_tries_and_the_time_back(world: World, cast: Cast) -> None:
    sari = await newcomer(world, cast)
    world.clock.moment += VALID_FOR - timedelta(hours=1)
    for _ in range(WRONG_TRIES):
        await world.phone("new").shares_contact(OTHER)
    world.clock.moment += timedelta(days=3)
    await world.phone(cast.officer).taps("🔓 Buka lagi")
    assert (await world.last("new")).key == "prove-contact"
    await world.phone("new").shares_contact(OTHER)
    not_his = await world.last("new")
    assert (not_his.key, "Hubungi 0411-000111" in not_his.text) == ("contact-not-on-file", True)
    world.clock.moment += timedelta(minutes=50)
    await world.phone("new").shares_contact(AS_SHARED)

    assert await accounts(world, sari) == ["new"]
    assert len(await facts(world, "enrolment_unlocked")) == 1
    await world.phone(cast.officer).taps("🔓 Buka lagi")
    assert (await world.last(cast.officer)).key == "unlock-not-locked"


def number_on(letter: Letter) -> str:
    """The number in large on the newcomer's phone."""
    return next(word for word in letter.text.split() if word.isdecimal())


async def picks(world: World, cast: Cast, *, right: bool) -> None:
    shown = number_on(await world.letter("new", "shows-number"))
    card = await world.letter(cast.officer, "vouch-which-number")
    number = next(one.label for one in card.buttons if (one.label == shown) is right)
    await world.phone(cast.officer).taps(number)


async def test_the_officer_beside_picks_the_number_that_the_phone_shows(world: World, cast: Cast) -> None:
    sari = await newcomer(world, cast, phone="")
    await world.phone("new").taps("🙋 PK hadir langsung")
    card = await world.last(cast.officer)
    await picks(world, cast, right=True)

    assert (len(card.buttons), "Sari" in card.text) == (3, True)
    assert "welcome-client" in await world.keys("new")
    assert (await world.last(cast.officer)).key == "vouch-done"
    assert await accounts(world, sari) == ["new"]
    (vouched,) = await facts(world, "identity_vouched")
    assert vouched.actor_id == cast.officer.id
    await world.phone(cast.officer).taps_id(card.buttons[0].id)
    assert (await world.last(cast.officer)).key == "vouch-joined"


async def test_a_wrong_number_ends_the_request_so_guessing_does_not_help(world: World, cast: Cast) -> None:
    sari = await newcomer(world, cast)
    await world.phone("new").writes("PK hadir langsung")
    await picks(world, cast, right=False)
    assert (await world.last(cast.officer)).key == "vouch-wrong"
    await picks(world, cast, right=True)

    assert (await world.last(cast.officer)).key == "vouch-over"
    assert (await world.last("new")).key == "prove-contact"
    assert await accounts(world, sari) == []


async def test_an_older_card_is_no_answer_to_a_newer_request(world: World, cast: Cast) -> None:
    sari = await newcomer(world, cast)
    await world.phone("new").writes("langsung")
    older = (await world.letter(cast.officer, "vouch-which-number")).buttons
    first = number_on(await world.letter("new", "shows-number"))
    while number_on(await world.letter("new", "shows-number")) == first:  # one in ninety is the same again
        await picks(world, cast, right=False)
        await world.phone("new").writes("langsung")
    await world.phone(cast.officer).taps_id(older[0].id)
    assert (await world.last(cast.officer)).key == "vouch-older"
    await picks(world, cast, right=True)

    assert await accounts(world, sari) == ["new"]


async def test_another_officer_can_neither_vouch_nor_open_a_lock(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    sari = await newcomer(world, cast, phone="")
    await world.phone("new").taps("🙋 PK hadir langsung")
    shown = number_on(await world.letter("new", "shows-number"))
    await world.phone(other).taps_id(f"vouch:1:{shown}:1")
    await world.phone(other).taps_id("unlock:1")

    assert await world.keys(other) == ["not-yours", "not-yours"]
    assert await accounts(world, sari) == []


async def test_nobody_there_to_vouch_is_said_with_whom_to_call(world: World, cast: Cast) -> None:
    office = await world.office("BPS-BDG")
    jaksa = await world.person(office, "JK-09", Role.PROSECUTOR, enrolled=False)
    await world.phone("new").writes(f"/start {await link_for(world, jaksa)}")
    await world.phone("new").taps("✅ Setuju")
    await world.phone("new").taps("🙋 PK hadir langsung")

    assert (await world.last("new")).key == "nobody-to-vouch"
    assert await accounts(world, jaksa) == []


async def test_the_first_operator_needs_his_link_only_and_the_second_more(world: World, cast: Cast) -> None:
    first = await world.person(cast.office, "OP-01", Role.OPERATOR, enrolled=False)
    second = await world.person(cast.office, "OP-02", Role.OPERATOR, enrolled=False)
    for phone, person in (("one", first), ("two", second)):
        await world.phone(phone).writes(f"/start {await link_for(world, person)}")
        await world.phone(phone).taps("✅ Setuju")

    assert (await world.last("one")).key == "welcome-operator"
    assert (await world.last("two")).key == "prove-in-person"


async def test_a_new_phone_cuts_the_old_one_off_and_both_sides_hear_it(world: World, cast: Cast) -> None:
    sari = await newcomer(world, cast)
    await world.phone("new").shares_contact(AS_SHARED)
    await world.phone("newer").writes(f"/start {await link_for(world, sari)}")
    assert "Sari" not in (await world.last("newer")).text
    assert await accounts(world, sari) == ["new"]
    await agrees(world, "newer")

    assert await accounts(world, sari) == ["newer"]
    assert "welcome-client" in await world.keys("newer")
    assert (await world.last("new")).key == "account-no-longer"
    assert (await world.last(cast.officer)).key == "account-replaced"
    await world.phone("new").writes("/jam")
    assert (await world.last("new")).key == "stranger"


@pytest.mark.parametrize("enrolled", [True, False], ids=["guardian has joined", "guardian joins now"])
async def test_a_childs_link_works_only_after_the_guardians_consent(
    world: World, cast: Cast, enrolled: bool
) -> None:
    guardian, child = await family(world, cast, enrolled=enrolled)
    token = await link_for(world, child)
    await world.phone("small").writes(f"/start {token}")
    assert (await world.last("small")).key == "guardian-first"
    if not enrolled:
        await world.phone("big").writes(f"/start {await link_for(world, guardian)}")
        assert "Anak A-07" in (await world.last("big")).text
        await agrees(world, "big", "6281200000001")
    else:
        await world.phone(guardian).taps("✅ Setuju")
        assert (await world.last(guardian)).key == "consent-kept"
    assert (await world.last(cast.officer)).key == "guardian-agreed"
    await world.phone("small").writes(f"/start {token}")
    await agrees(world, "small")

    assert "welcome-client" in await world.keys("small")
    (consent,) = await facts(world, "consent_given")
    assert (consent.stream, consent.actor_id) == (f"person:{child.id}", guardian.id)


async def family(world: World, cast: Cast, *, enrolled: bool) -> tuple[Person, Person]:
    from bot.domain.cases import Programme

    guardian = await world.person(
        cast.office, "W-07", Role.GUARDIAN, enrolled=enrolled, phone="0812-0000-0001"
    )
    child = await world.person(
        cast.office, "A-07", Role.CLIENT, name="Nama Rahasia", child=True, enrolled=False, phone=NUMBER
    )
    await world.case(
        child,
        cast.officer,
        cast.site,
        total_hours=30,
        programme=Programme.CHILD_SERVICE,
        guardian_id=guardian.id,
    )
    return guardian, child


async def test_a_guardian_without_a_phone_signs_a_form_that_the_officer_photographs(
    world: World, cast: Cast
) -> None:
    guardian, child = await family(world, cast, enrolled=False)
    await world.phone(cast.officer).writes("klien A-07")
    assert "izinwali A-07" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).writes("/izinwali A-07")
    await world.phone(cast.officer).writes("sebentar")
    assert (await world.last(cast.officer)).key == "consent-form-asked"
    await world.phone(cast.officer).sends_photo()
    await world.phone(cast.officer).writes("klien A-07")
    assert "izinwali" not in (await world.last(cast.officer)).text
    assert "guardian-agreed" in await world.keys(cast.officer)
    await world.phone("small").writes(f"/start {await link_for(world, child)}")

    assert (await world.last("small")).key == "notice-of-data-use"
    (consent,) = await facts(world, "consent_given")
    assert (consent.actor_id, consent.reason) == (cast.officer.id, "signed_form")
    assert f'"guardian": {guardian.id}' in (consent.payload or "")
    await world.phone(cast.officer).writes("/izinwali A-07")
    assert (await world.last(cast.officer)).key == "consent-given"


async def test_another_guardian_cannot_consent(world: World, cast: Cast) -> None:
    _, child = await family(world, cast, enrolled=True)
    other = await world.person(cast.office, "W-08", Role.GUARDIAN)
    await world.phone(other).taps_id(f"consent:{child.id}")

    assert await world.keys(other) == ["not-yours"]
    assert await facts(world, "consent_given") == []


@pytest.mark.parametrize(("code", "said"), [("K-01", "consent-not-a-child"), ("", "client-ask-for-command")])
async def test_a_form_for_somebody_else_is_not_asked_for(
    world: World, cast: Cast, code: str, said: str
) -> None:
    await world.phone(cast.officer).writes(f"/izinwali {code}")

    assert (await world.last(cast.officer)).key == said


async def test_one_request_at_a_time_and_pressing_again_repeats_it_on_the_own_phone(
    world: World, cast: Cast
) -> None:
    await newcomer(world, cast, phone="")
    for _ in range(15):
        await world.phone("new").writes("PK hadir langsung")

    assert (await world.keys(cast.officer)).count("vouch-which-number") == 1
    assert (await world.keys("new")).count("shows-number") == 15
    assert len({number_on(one) for one in await world.letters("new") if one.key == "shows-number"}) == 1


async def test_asked_again_later_the_same_card_comes_again(world: World, cast: Cast) -> None:
    sari = await newcomer(world, cast, phone="")
    await world.phone("new").writes("langsung")
    first = await world.letter(cast.officer, "vouch-which-number")
    await world.passes(at(20, 13))
    before = await world.queued()
    await world.phone("new").writes("langsung")
    again = await world.letter(cast.officer, "vouch-which-number")

    assert "vouch-which-number" in await world.keys(cast.officer, after=before)
    assert [one.id for one in again.buttons] == [one.id for one in first.buttons]
    await picks(world, cast, right=True)
    assert await accounts(world, sari) == ["new"]


async def test_wrong_picks_count_towards_the_lock_and_the_deadline_stays(world: World, cast: Cast) -> None:
    sari = await newcomer(world, cast)
    for _ in range(2):
        await world.phone("new").shares_contact(OTHER)
    for _ in range(WRONG_TRIES - 2):
        await world.phone("new").writes("langsung")
        await picks(world, cast, right=False)

    assert (await world.last("new")).key == "invitation-locked"
    assert (await world.last(cast.officer)).key == "enrolment-locked"
    await world.phone("new").writes("langsung")
    await picks(world, cast, right=True)
    assert await accounts(world, sari) == []
    await world.phone(cast.officer).taps("🔓 Buka lagi")
    await world.phone("new").shares_contact(AS_SHARED)
    assert await accounts(world, sari) == ["new"]


@pytest.mark.parametrize("said", ["langsung", "🙋", "Langsung.", "2", "PK hadir"])
async def test_the_way_by_the_officer_beside_is_typed_as_people_do(
    world: World, cast: Cast, said: str
) -> None:
    await newcomer(world, cast)
    assert 'ketik "langsung"' in (await world.last("new")).text
    await world.phone("new").writes(said)

    assert (await world.last("new")).key == "shows-number"

"""*Tanpa keterangan* is said where nothing explains a miss: an excuse that waits is read first."""

from __future__ import annotations

from bot.domain.outcomes import Outcome
from bot.outcomes import MISSED
from tests.conversations.conftest import Cast
from tests.conversations.test_excuse_requests import asks
from tests.conversations.test_outcomes import WHY, facts, missed, of_day
from tests.harness import World, at


async def test_an_excuse_that_waits_is_shown_before_a_miss_is_called_unexplained(
    world: World, cast: Cast
) -> None:
    await asks(world, cast)
    await world.passes(at(24, 9))
    planned = await of_day(world, 23)
    press = f"outcome:{planned.id}:{MISSED.index(Outcome.UNEXPLAINED)}:none"
    await world.phone(cast.officer).taps_id(press)
    shown = await world.last(cast.officer)
    labels = [one.label for one in shown.buttons]
    assert (shown.key, labels) == ("decided-excuse-first", ["📝 Izin Kam 23 Apr", "➡️ Tetap begitu"])
    assert "decided-told-unexplained" not in await world.keys(cast.budi)
    await world.phone(cast.officer).taps("➡️ Tetap begitu")
    await world.phone(cast.officer).writes(WHY)
    assert (await world.last(cast.budi)).key == "decided-told-unexplained"

    await world.phone(cast.officer).writes("/klien K-01")
    assert f"Alasan PK: “{WHY}”" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).taps("📝 Izin Kam 23 Apr")
    await world.phone(cast.officer).taps("✅ Setujui")
    await world.phone(cast.officer).writes("/klien K-01")
    card = (await world.last(cast.officer)).text
    assert "Kantor Desa L1: izin" in card
    assert WHY not in card


async def test_an_excuse_that_comes_while_the_reason_is_written_is_shown_with_his_words(
    world: World, cast: Cast
) -> None:
    await missed(world, cast, answer="")
    planned = await of_day(world, 23)
    unexplained = MISSED.index(Outcome.UNEXPLAINED)
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:{unexplained}:none")
    await world.phone(cast.budi).writes("/izin sakit 23/04 demam")
    await world.phone(cast.budi).taps("📨 Kirim tanpa bukti")
    await world.phone(cast.officer).writes(WHY)
    shown = await world.last(cast.officer)
    assert (shown.key, WHY in shown.text) == ("decided-excuse-first", True)
    assert await facts(world, cast) == []


async def test_the_reason_of_a_miss_that_is_explained_anew_does_not_stand_beside_it(
    world: World, cast: Cast
) -> None:
    await missed(world, cast, answer="")
    planned = await of_day(world, 23)
    unexplained = MISSED.index(Outcome.UNEXPLAINED)
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:{unexplained}:none")
    await world.phone(cast.officer).writes(WHY)
    await world.phone(cast.budi).writes("saya di rumah sakit")
    await world.phone(cast.officer).writes("/klien K-01")
    card = (await world.last(cast.officer)).text
    assert ("sudah dijelaskan, belum dinilai PK" in card, WHY in card) == (True, False)

"""Hadir's Telegram channel against the simulator: taps answered where the finger is, menus for one chat."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest

from bot.channel import Attachment, Button, Message, Refused, Sent
from bot.channels.telegram import Telegram
from bot.domain.messages import Inbound
from tests.harness import jpeg
from tests.simulator.conftest import BUDI, THURSDAY, TOKEN, Door, Place, door, http, place, raw, started

__all__ = ["door", "http", "place", "raw", "started"]
BUTTONS = (Button("right:1:1", "✅ Benar"),)
PICTURE = Attachment("foto.jpg", jpeg(), picture=True)


@pytest.fixture
async def telegram(place: Place) -> AsyncIterator[Telegram]:
    channel = Telegram(TOKEN, place.url)
    await channel.open()
    yield channel
    await channel.close()


async def tap(telegram: Telegram, started: Door, sent: Sent) -> Inbound:
    """Budi presses the button of a message."""
    number = int(sent.message.rstrip("p"))
    await started.acts(BUDI, "tap", message_id=number, data="right:1:1")
    (update,) = await telegram.raw_updates(0, 0, ["callback_query"])
    inbound = telegram.parse(json.dumps(update), THURSDAY)
    assert inbound is not None
    return inbound


@pytest.mark.parametrize("attachment", [None, PICTURE], ids=["text", "picture"])
async def test_the_tapped_message_can_be_changed_by_the_name_it_was_sent_under(
    telegram: Telegram, started: Door, attachment: Attachment | None
) -> None:
    sent = await telegram.send(str(BUDI), Message("Benar?", BUTTONS, attachment=attachment))
    assert isinstance(sent, Sent)
    inbound = await tap(telegram, started, sent)
    assert inbound.tapped == sent.message
    await telegram.acknowledge(inbound, "✅ Sudah dikonfirmasi.")
    again = await telegram.send(str(BUDI), Message("Dikonfirmasi", edits=inbound.tapped))

    assert again == sent
    shown = (await started.chat(BUDI))["messages"][-1]
    assert shown.get("text", shown.get("caption")) == "Dikonfirmasi"
    assert "reply_markup" not in shown


async def test_a_picture_that_is_another_each_time_is_changed_in_its_message(
    telegram: Telegram, started: Door, place: Place
) -> None:
    def code(seed: int) -> Attachment:
        return Attachment("kode.jpg", jpeg(seed, (300 + seed, 300)), picture=True, anew=True)

    sent = await telegram.send(str(BUDI), Message("Satu", BUTTONS, attachment=code(1)))
    assert isinstance(sent, Sent)
    before = len((await started.chat(BUDI))["messages"])
    edit = Message("Dua", BUTTONS, attachment=code(2), edits=sent.message, or_nothing=True)
    assert await telegram.send(str(BUDI), edit) == sent

    chat = (await started.chat(BUDI))["messages"]
    assert len(chat) == before
    assert (chat[-1]["caption"], chat[-1]["photo"][-1]["width"]) == ("Dua", 302)
    assert "reply_markup" in chat[-1]

    await telegram.bot.delete_message(BUDI, int(sent.message.rstrip("p")))
    assert isinstance(await telegram.send(str(BUDI), edit), Refused)
    assert len((await started.chat(BUDI))["messages"]) == before - 1


async def test_a_menu_is_set_for_its_chat_only(telegram: Telegram, started: Door, place: Place) -> None:
    menu = (("daftar", "Daftar hari ini"),)
    assert isinstance(await telegram.send(str(BUDI), Message("Selamat datang", menu=menu)), Sent)

    commands = place.sim.first_bot.commands
    assert {chat: [one["command"] for one in found] for (_, chat, _), found in commands.items()} == {
        BUDI: ["daftar"]
    }


async def test_a_menu_that_cannot_be_set_does_not_lose_the_message(telegram: Telegram, started: Door) -> None:
    menu = (("Daftar!", "no command looks like this"),)

    assert isinstance(await telegram.send(str(BUDI), Message("Selamat datang", menu=menu)), Sent)


async def test_no_link_is_looked_up_for_a_preview(telegram: Telegram, started: Door) -> None:
    place = "https://maps.google.com/?q=-5.14,119.43"
    sent = await telegram.send(str(BUDI), Message(place, BUTTONS))
    assert isinstance(sent, Sent)
    assert (await started.chat(BUDI))["messages"][-1]["link_preview_options"] == {"is_disabled": True}
    await telegram.send(str(BUDI), Message(f"{place} lagi", edits=sent.message))
    edited = (await started.chat(BUDI))["messages"][-1]

    assert (edited["text"], edited["link_preview_options"]) == (f"{place} lagi", {"is_disabled": True})

"""A client shows his code at the site; a child is known there by nothing else."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageOps

from bot.domain.people import Role
from bot.reports.badges import badge
from tests.conversations.conftest import Cast
from tests.harness import World, at


@pytest.mark.parametrize("said", ["/kodesaya", "kodesaya", "Kode saya", "🪪 Kode saya"])
@pytest.mark.parametrize("child", [True, False], ids=["child", "grown-up"])
async def test_a_client_gets_his_code_large(world: World, cast: Cast, child: bool, said: str) -> None:
    client = await world.person(cast.office, "A-07", Role.CLIENT, name="Rahasia", child=child)
    await world.phone(client).writes(said)

    shown = await world.last(client)
    assert shown.has_photo
    assert "A-07" in shown.text
    assert "Rahasia" not in shown.text
    file = world.channel.delivered[-1].message.attachment
    assert file is not None
    with Image.open(io.BytesIO(file.content)) as picture:
        assert picture.size == (1080, 720)


async def test_the_key_is_there_while_he_works(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.budi).sends_location()

    keys = [key.label for row in world.channel.delivered[0].message.keyboard for key in row]
    assert keys == ["📍 Selesai kerja", "⏱ Jam saya", "🪪 Kode saya", "🙋 Minta bantuan"]


@pytest.mark.parametrize("code", ["A-07", "K-1", "BPS-MKS-ANAK-2026-0017"])
def test_the_letters_fill_the_width_and_stay_inside(code: str) -> None:
    with Image.open(io.BytesIO(badge(code))) as picture:
        box = ImageOps.invert(picture.convert("L")).getbbox()
        assert box is not None
        left, top, right, bottom = box
        assert picture.getpixel((0, 0)) == 255
        assert min(left, top, picture.width - right, picture.height - bottom) >= 40
        assert right - left > 0.7 * picture.width or bottom - top > 0.7 * picture.height

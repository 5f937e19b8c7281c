"""The days of a chat: one name floats at the top, and the next one pushes it away."""

import httpx
import pytest
from playwright.async_api import Locator

from .stage import CLIENT, Bot, Stage

pytestmark = pytest.mark.asyncio(loop_scope="package")

OVERLAPS = """scroller => {
  const { top, bottom } = scroller.getBoundingClientRect();
  const names = [...scroller.querySelectorAll(".day-name span")].map((name) => name.getBoundingClientRect());
  const seen = names.filter((name) => name.bottom > top && name.top < bottom);
  return seen.filter((name, i) => i > 0 && name.top < seen[i - 1].bottom).length;
}"""


async def floats(scroller: Locator, top: int) -> int:
    """How many names of days lie over another one, scrolled to there."""
    await scroller.evaluate("(element, top) => element.scrollTo({ top, behavior: 'instant' })", top)
    overlaps: int = await scroller.evaluate(OVERLAPS)
    return overlaps


@pytest.mark.parametrize("width", [1440, 390])
async def test_the_names_of_days_never_lie_over_each_other(
    stage: Stage, bot: Bot, door: httpx.AsyncClient, width: int
) -> None:
    await stage.page.set_viewport_size({"width": width, "height": 844})
    await stage.page.locator(".only").first.click()
    await bot.hears()
    for day in range(5):
        for n in range(4):
            await bot.says(CLIENT, f"Hari {day}, pesan {n}\nbaris kedua")
        await door.post("/sim/clock", json={"advance_seconds": 86_400})
    scroller = stage.page.locator(".scroller").first
    await scroller.get_by_text("Hari 4, pesan 3").wait_for()

    assert [await floats(scroller, top) for top in range(0, 1500, 60)] == [0] * 25

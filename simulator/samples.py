"""Sample photos drawn by us: places where work was done, no faces, each a little different every time."""

import asyncio
import io
import random
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from simulator import drawings
from simulator.easel import Easel
from simulator.shapes import JsonObject
from simulator.simulation import Simulation

WIDTH, HEIGHT = 1280, 960


@dataclass(frozen=True, slots=True)
class Sample:
    name: str
    indonesian: str
    english: str
    draw: Callable[[Easel], None]

    def line(self) -> JsonObject:
        return {"name": self.name, "title": {"id": self.indonesian, "en": self.english}}


SAMPLES: dict[str, Sample] = {
    sample.name: sample
    for sample in (
        Sample("kebersihan-1", "Menyapu jalan kampung", "Sweeping a village road", drawings.village_road),
        Sample("taman-1", "Bedeng taman", "A garden bed", drawings.garden_bed),
        Sample("pagar-1", "Pagar yang dicat", "A painted fence", drawings.painted_fence),
        Sample("selokan-1", "Selokan yang dibersihkan", "A cleaned drainage ditch", drawings.drainage_ditch),
        Sample("sekolah-1", "Halaman sekolah", "A school yard", drawings.school_yard),
        Sample("perpustakaan-1", "Buku perpustakaan", "Stacked library books", drawings.stacked_books),
    )
}


def draw_sample(sample: Sample, seed: int, counter: int) -> bytes:
    """A JPEG of 1280 × 960; the same seed and counter give the same bytes."""
    chance = random.Random(f"{sample.name} {seed} {counter}")  # noqa: S311 - repeatable on purpose
    easel = Easel(chance, WIDTH, HEIGHT)
    sample.draw(easel)
    picture = easel.finished()
    if chance.random() < 0.5:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=88)
    return out.getvalue()


async def draw_next(sim: Simulation, sample: Sample, counter: int | None = None) -> bytes:
    """The sample as the next person sends it, or as number `counter`; drawn beside the event loop."""
    if counter is None:
        sim.drawn += 1
        counter = sim.drawn
    return await asyncio.to_thread(draw_sample, sample, sim.seed, counter)

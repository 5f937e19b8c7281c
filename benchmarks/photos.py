"""What recognising photos costs and finds: `uv run python -m benchmarks.photos`.

First what is asked about photos that were changed and sent again, and about new ones, on drawn scenes; then
on both databases the time and memory for one photo of an office with so many hashes.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from PIL import Image
from rich import box
from rich.console import Console
from rich.table import Table

from benchmarks.databases import postgres
from benchmarks.photo_office import NOW, filled
from benchmarks.table import MEBIBYTE, machine
from bot.comparing import Comparison, seen
from bot.domain.photos import ALIKE
from bot.storage.database import Database
from bot.storage.likeness import BYTES, Gallery, Likeness, grey_of, likeness_in, likeness_of
from bot.storage.migrate import upgrade
from bot.storage.parts import Windows, middle_of
from bot.storage.photo_prints import MOST_LATELY
from bot.storage.photos import PhotoStore
from tests.scenes import CHANGES, cropped, saved, scene

TIMES = 50
OLDER = saved(scene(1).resize((1280, 960)))


def main() -> None:
    """Measure, and print as it goes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--hashes", type=int, default=1_000_000)
    options.add_argument("--places", type=int, default=100)
    chosen = options.parse_args()
    print(machine(), flush=True)
    Console(width=110).print(found(chosen.places))
    photo = saved(cropped(scene(1)).resize((1280, 960)))
    pieces(photo)
    with tempfile.TemporaryDirectory(prefix="hadir-photos-") as name:
        folder = Path(name)
        store = PhotoStore(folder / "photos", "k" * 43)
        url = f"sqlite+aiosqlite:///{folder}/hadir.db"
        asyncio.run(_measured("SQLite", url, chosen.hashes, store, photo))
        with postgres(folder) as server:
            url = server.render_as_string(hide_password=False)
            asyncio.run(_measured("PostgreSQL", url, chosen.hashes, store, photo))


@dataclass(frozen=True, slots=True)
class First:
    """An older photo, as it is kept."""

    grey: Image.Image
    likeness: Likeness
    middle: bytes


def found(places: int) -> Table:
    """A row for each kind of new photo: what is asked about it, and how near its hash came."""
    firsts = [_first(saved(scene(place))) for place in range(places)]
    grid = Table(box=box.SIMPLE_HEAD)
    for title in ("new photo", "of", "mirip sekali", "mirip", "nothing", "hash alone", "bits"):
        grid.add_column(title, justify="left" if title == "new photo" else "right")
    for name, change in CHANGES.items():
        _row(grid, name, [(firsts[place], change(scene(place))) for place in range(places)])
    for name, again in AGAIN.items():
        _row(grid, name, [(firsts[place], saved(again(place))) for place in range(places)])
    others = [
        (firsts[(place + further) % places], saved(scene(place, 1)))
        for place in range(places)
        for further in range(1, 6)
    ]
    _row(grid, "another place", others)
    return grid


AGAIN: dict[str, Callable[[int], Image.Image]] = {
    "same place, another day": lambda place: scene(place, 1),
    "same place, a third day": lambda place: scene(place, 2),
    "same place, a fourth day": lambda place: scene(place, 3),
    "same minute, turned 3°": lambda place: scene(place, turn=3),
    "same minute, turned 1°": lambda place: scene(place, turn=1),
    "same minute, turned ½°": lambda place: scene(place, turn=0.5),
}


def _first(content: bytes) -> First:
    grey = grey_of(content)
    return First(grey, likeness_in(grey), middle_of(grey))


def _row(grid: Table, name: str, pairs: Sequence[tuple[First, bytes]]) -> None:
    answers = [_asked(first, content) for first, content in pairs]
    bits = [_bits(first.likeness, likeness_of(content)) for first, content in pairs]
    counts = [sum(one == kind for one in answers) for kind in ("alike", "similar", "nothing")]
    near = sum(one <= ALIKE for one in bits)
    cells = [len(pairs), *counts, near, f"{min(bits)} to {max(bits)}"]
    grid.add_row(name, *map(str, cells))


def _asked(first: First, content: bytes) -> str:
    """As `bot.comparing` decides."""
    grey = grey_of(content)
    windows, bits = seen(grey, likeness_in(grey).sought, [(1, first.likeness.own, first.middle)])
    alike = _bits(first.likeness, likeness_in(grey)) <= ALIKE
    if not bits and not alike:
        return "nothing"
    shown = windows.show(first.grey)
    if shown and alike:
        return "alike"
    return "similar" if shown or alike else "nothing"


def _bits(kept: Likeness, new: Likeness) -> int:
    gallery = Gallery()
    gallery.add([1] * (len(kept.own) // BYTES), kept.own)
    return gallery.near(new.sought, within=256).get(1, 256)


def pieces(photo: bytes) -> None:
    """The parts of the work on one photo of 1280 × 960, none of them on the event loop."""
    grey, older = grey_of(photo), grey_of(OLDER)
    windows = Windows(grey)
    middles = {number: os.urandom(BYTES) for number in range(2 * MOST_LATELY)}
    for name, work in {
        "decode": lambda: grey_of(photo),
        "hashes and print": lambda: (likeness_in(grey), middle_of(grey)),
        "its windows": lambda: Windows(grey),
        f"{len(middles)} middles in them": lambda: windows.near(middles),
        "lay it upon an older one": lambda: windows.show(older),
    }.items():
        print(f"  {name}: {_spread(_timed(work))}", flush=True)
    assert windows.show(older)


def _timed(work: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return times


def _spread(times: list[float]) -> str:
    cuts = quantiles(times, n=20)
    return f"p50 {cuts[9]:.0f} ms, p95 {cuts[18]:.0f} ms"


async def _measured(name: str, url: str, count: int, store: PhotoStore, content: bytes) -> None:
    """One photo after the other, from its encrypted file to what there is to ask, with one older photo that
    it is a part of."""
    database = Database(url)
    await upgrade(database)
    photo = await filled(database, count, store, older=OLDER, new=content)
    before, comparison = _memory("VmRSS"), Comparison(database, store)
    _forget_peak()
    begun = time.perf_counter()
    assert list((await comparison.compared(photo, NOW)).similar) == [count + 1]
    seconds = time.perf_counter() - begun
    times = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        await comparison.compared(photo, NOW)
        times.append((time.perf_counter() - begun) * 1000)
    at_rest, most = _memory("VmRSS") - before, _memory("VmHWM") - before
    gallery = comparison.galleries[1]
    sought = likeness_of(content).sought
    search = _spread(_timed(lambda: gallery.near(sought)))
    print(
        f"{name}, {len(gallery)} hashes: the first photo {seconds:.1f} s, others {_spread(times)}, "
        f"of it the search among all {search}; {at_rest:.0f} MiB more, {most:.0f} at most",
        flush=True,
    )
    await database.close()


def _memory(what: str) -> float:
    """MiB of this process, as Linux counts them."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(what)) * 1024 / MEBIBYTE


def _forget_peak() -> None:
    Path("/proc/self/clear_refs").write_text("5")


if __name__ == "__main__":
    main()

"""Rounds become a table: absolute figures with the machine named, and ratios to the echo."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles

import psutil
from rich import box
from rich.table import Table

from benchmarks.rounds import Round

ECHO = "bare echo"
MEBIBYTE = 2**20

Rounds = Mapping[str, Sequence[Round]]


def machine() -> str:
    """What the absolute figures were measured on."""
    model = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []:
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    memory = psutil.virtual_memory().total / 2**30
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    busy = os.getloadavg()[0]
    return (
        f"{model}, {psutil.cpu_count()} cores, {memory:.0f} GiB, {system}, {datetime.now(UTC):%Y-%m-%d}; "
        f"load before the run {busy:.1f}"
    )


def file_system(folder: Path) -> str:
    """The kind of file system a folder is on."""
    mounts = [one for one in psutil.disk_partitions(all=True) if folder.is_relative_to(one.mountpoint)]
    return max(mounts, key=lambda one: len(one.mountpoint)).fstype if mounts else "unknown"


def table(rounds: Rounds) -> Table:
    """A column for each contender; median of the rounds, and the least and most of them."""
    grid = Table(box=box.SIMPLE_HEAD)
    grid.add_column("")
    for name in rounds:
        grid.add_column(name, justify="right")

    def row(title: str, cells: Callable[[str], str]) -> None:
        grid.add_row(title, *(cells(name) for name in rounds))

    row("check-ins a second", lambda name: _spread([one.rate for one in rounds[name]], 1))
    row("  ratio to the echo", lambda name: _spread(_ratios(rounds, name, lambda one: one.rate), 3))
    row("check-ins a CPU-second of the bot", lambda name: _spread([one.per_cpu for one in rounds[name]], 1))
    row("  ratio to the echo", lambda name: _spread(_ratios(rounds, name, lambda one: one.per_cpu), 3))
    row("statements a check-in", lambda name: _count(one.statements for one in rounds[name]))
    row("transactions a check-in", lambda name: _count(one.transactions for one in rounds[name]))
    row("at half that load, ms: p50 / p95 / p99", lambda name: "")
    row("  update → answer", lambda name: _percentiles([at for one in rounds[name] for at in one.answers]))
    row("  photo → card", lambda name: _percentiles([at for one in rounds[name] for at in one.cards]))
    row("memory at rest, MiB", lambda name: _spread([one.resting / MEBIBYTE for one in rounds[name]], 0))
    row(
        "memory after the load, MiB", lambda name: _spread([one.loaded / MEBIBYTE for one in rounds[name]], 0)
    )
    return grid


def _ratios(rounds: Rounds, name: str, figure: Callable[[Round], float]) -> list[float]:
    """Each round against the echo of the same round."""
    pairs = zip(rounds[name], rounds[ECHO], strict=True)
    return [figure(one) / figure(echo) for one, echo in pairs]


def _spread(figures: Sequence[float], digits: int) -> str:
    middle, least, most = (f"{one:.{digits}f}" for one in (median(figures), min(figures), max(figures)))
    return f"{middle} ({least}–{most})"


def _count(figures: Iterable[float]) -> str:
    return f"{middle:.1f}" if (middle := median(figures)) else "–"


def _percentiles(seconds: Sequence[float]) -> str:
    cuts = quantiles(seconds, n=100)
    return " / ".join(f"{cuts[at - 1] * 1000:.0f}" for at in (50, 95, 99))

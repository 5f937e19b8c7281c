"""How long a newcomer waits: from `uv run hadir demo` to a phone whose MULAI is answered.

    uv run python -m benchmarks.demo_start --runs 10

Each run starts anew in an empty folder. Seconds depend on the machine and on what else it does; CPU seconds,
of all processes of the run, less so. The first phase is what `uv run` needs for a program that does nothing.
"""

from __future__ import annotations

import argparse
import signal
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import psutil

ROOT = Path(__file__).parents[1]
UV = ("uv", "run", "--project", str(ROOT))
PATIENCE = 120.0
PHASES = ("uv", "page", "phones", "answer")
"""`uv run` by itself; until the page is served; its phones are there; MULAI is answered."""


def main() -> None:
    """Print min, median and max of each phase, and of all."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=5)
    runs = [dict(_run()) for _ in range(options.parse_args().runs)]
    print(f"{'until':<10}{'seconds min':>14}{'median':>9}{'max':>9}{'CPU s median':>16}")
    for phase in PHASES:
        seconds = [run[phase][0] for run in runs]
        cpu = statistics.median(run[phase][1] for run in runs)
        print(
            f"{phase:<10}{min(seconds):>14.2f}{statistics.median(seconds):>9.2f}{max(seconds):>9.2f}{cpu:>16.2f}"
        )


def _run() -> Iterator[tuple[str, tuple[float, float]]]:
    """Seconds and CPU seconds since the start, at the end of each phase."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        listener.close()
        began = time.perf_counter()
        before = psutil.Process().cpu_times()
        subprocess.run([*UV, "python", "-c", "pass"], cwd=folder, check=True, capture_output=True)
        after = psutil.Process().cpu_times()
        spent = after.children_user + after.children_system - before.children_user - before.children_system
        yield "uv", (time.perf_counter() - began, spent)

        began = time.perf_counter()
        command = [*UV, "hadir", "demo", "--no-browser", "--port", str(port)]
        with subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as demo:
            with httpx.Client(base_url=f"http://127.0.0.1:{port}") as door:
                for phase, question in (("page", _page), ("phones", _phones), ("answer", _answer)):
                    _until(question, door)
                    yield phase, (time.perf_counter() - began, _cpu(demo.pid))
            demo.send_signal(signal.SIGINT)


def _page(door: httpx.Client) -> bool:
    return door.get("/").status_code == 200


def _phones(door: httpx.Client) -> bool:
    return bool(_scene(door))


def _answer(door: httpx.Client) -> bool:
    """Press MULAI where it was not pressed yet; True once the bot has written."""
    person = _scene(door)[0]["person"]
    chat = door.get(f"/sim/people/{person}/chat").json()
    if not chat["messages"]:
        door.post(f"/sim/people/{person}/start", json={"payload": _scene(door)[0]["start_link"]})
    return any(not message["sim"]["out"] for message in chat["messages"])


def _scene(door: httpx.Client) -> list[dict[str, Any]]:
    phones: list[dict[str, Any]] = door.get("/sim/scene").json()["phones"]
    return phones


def _until(question: Callable[[httpx.Client], bool], door: httpx.Client) -> None:
    end = time.perf_counter() + PATIENCE
    while time.perf_counter() < end:
        try:
            if question(door):
                return
        except httpx.TransportError:  # nobody listens yet
            pass
        time.sleep(0.03)
    raise TimeoutError(question.__name__)


def _cpu(pid: int) -> float:
    """CPU seconds of a process and those under it, so far."""
    parent = psutil.Process(pid)
    times = [one.cpu_times() for one in (parent, *parent.children(recursive=True))]
    return float(sum(one.user + one.system for one in times))


if __name__ == "__main__":
    main()

"""Photos changed by chance: whatever comes out is taken, or refused with a reason; never a crash.

    uv run python -m tests.fuzz.photos --count 10000 [--seed 7]

The same seed gives the same files. Memory is bounded by the system, and the most that was used is printed.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random, SystemRandom
from typing import NoReturn

from bot.domain.messages import PictureProblem
from bot.storage.likeness import BYTES, grey_of, likeness_in
from bot.storage.parts import Windows, middle_of
from bot.storage.pictures import check, shown
from tests.hostile import hostile, sound

ADDRESS_SPACE = 4 * 1024**3
"""Bytes that the process may map: a bomb that goes off is killed here, not the machine."""
MOST_MEMORY = 600 * 1024**2
"""Bytes that it may really use. The costliest picture that is let through, a lossless WEBP of 25 megapixels,
takes 450 MiB."""


def mutated(chance: Random, seeds: list[bytes]) -> bytes:
    """One of the files with some of its bytes changed, cut out, doubled, or put in from another."""
    changed = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        # Half of the changes fall on the header, where a decoder decides what to believe.
        end = chance.choice([min(700, len(changed)), len(changed)])
        place = chance.randrange(max(end, 1))
        match chance.randrange(8):
            case 0:
                del changed[place : place + chance.randint(1, 400)]
            case 1:
                changed[place:place] = changed[place : place + chance.randint(1, 400)]
            case 2:
                other = chance.choice(seeds)
                start = chance.randrange(len(other))
                changed[place:place] = other[start : start + chance.randint(1, 2000)]
            case 3:
                changed[place : place + 4] = chance.choice(
                    (b"\xff\xff\xff\xff", bytes(4), b"\x7f\xff\xff\xff")
                )
            case _:
                changed[place : place + 1] = chance.randbytes(1)
    if chance.random() < 0.1:
        del changed[chance.randrange(len(changed) + 1) :]
    return bytes(changed)


def judged(content: bytes) -> str:
    """What became of a file, in a word; what is taken can be shown and compared too."""
    answer = check(content)
    if isinstance(answer, PictureProblem):
        return answer.value
    assert len(shown(content)) < 1_000_000
    grey = grey_of(content)
    likeness_in(grey)
    Windows(grey).near({1: middle_of(grey) or bytes(BYTES)})
    return "taken"


def run(count: int, seed: int) -> Counter[str]:
    """Raises whatever a file made the code raise, with the number of the file."""
    seeds = [*sound().values(), *(one for one in hostile().values() if 0 < len(one) < 1_000_000)]
    answers: Counter[str] = Counter()
    for number in range(count):
        content = mutated(Random(f"{seed}/{number}"), seeds)
        try:
            answers[judged(content)] += 1
        except Exception as error:
            error.add_note(f"file {number} of --seed {seed}")
            raise
    return answers


def _most_memory() -> int:
    """Bytes, as Linux counts them since this program began. `ru_maxrss` would have the parent's among them:
    it outlives the change of programs, and a test's parent is large."""
    status = Path("/proc/self/status").read_text()
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) * 1024


def main() -> NoReturn:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=SystemRandom().randrange(2**32))
    chosen = options.parse_args()
    print(f"--seed {chosen.seed}", flush=True)
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))
    began = time.monotonic()
    answers = run(chosen.count, chosen.seed)
    used = _most_memory()
    told = ", ".join(f"{word} {number}" for word, number in answers.most_common())
    print(
        f"{chosen.count} files in {time.monotonic() - began:.0f} s, {used / 1024**2:.0f} MiB at most: {told}"
    )
    sys.exit(0 if used <= MOST_MEMORY else 1)


if __name__ == "__main__":
    main()

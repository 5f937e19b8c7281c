"""`python -m tests.crash --kills 300 --seed 7 --database postgresql`: the crash test, longer than in CI.
`python -m tests.crash --processes 2 --kills 100`: several of them on one PostgreSQL, ended one at a time."""

from __future__ import annotations

import argparse
import os
import sys

import pytest


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--people", type=int, default=200, help="who check in on a day")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--processes", type=int, default=1, help="more than one share a PostgreSQL")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="postgresql")
    chosen = parser.parse_args()
    os.environ["HADIR_KILLS"] = str(chosen.kills)
    os.environ["HADIR_PEOPLE"] = str(chosen.people)
    if chosen.seed is not None:
        os.environ["HADIR_SEED"] = str(chosen.seed)
    if chosen.processes > 1:
        os.environ["HADIR_PROCESSES"] = str(chosen.processes)
        return pytest.main(["-n0", "tests/cluster/test_processes.py"])
    return pytest.main(["-n0", "tests/crash/test_kills.py", "-k", chosen.database])


if __name__ == "__main__":
    sys.exit(main())

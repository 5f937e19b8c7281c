"""Writes the exact version of everything into `[tool.uv] constraint-dependencies` of `pyproject.toml`.

`uv run python .ci/versions.py` moves all to the newest that fit together; `--keep` only adds what is missing
and drops what nobody needs any more. The lock file is thrown away: it names a registry, this list does not.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LIST = re.compile(r"(?<=^constraint-dependencies = \[\n)(?:  .*\n)*(?=\]$)", re.MULTILINE)


def locked(project: str) -> list[dict[str, Any]]:
    """The packages that uv chooses for this pyproject.toml."""
    with tempfile.TemporaryDirectory(prefix="hadir-versions-") as folder:
        (Path(folder) / "pyproject.toml").write_text(project, encoding="utf-8")
        subprocess.run(["uv", "lock"], cwd=folder, check=True)  # noqa: S607  (the one on the PATH is meant)
        lock = tomllib.loads((Path(folder) / "uv.lock").read_text(encoding="utf-8"))
    return [package for package in lock["package"] if "registry" in package["source"]]


def lines(packages: Iterable[dict[str, Any]]) -> str:
    """One line a package; two where a platform or Python needs another version."""
    constraints = []
    for package in packages:
        markers = package.get("resolution-markers", [None])
        constraints += [constraint(package, marker) for marker in markers]
    return "".join(f"  '{one}',\n" if '"' in one else f'  "{one}",\n' for one in constraints)


def constraint(package: dict[str, Any], marker: str | None) -> str:
    pin = f"{package['name']}=={package['version']}"
    return f"{pin} ; {marker}" if marker else pin


def main() -> None:
    file = ROOT / "pyproject.toml"
    project = file.read_text(encoding="utf-8")
    begin = project if "--keep" in sys.argv else LIST.sub("", project)
    # A replacement string would read the backslashes in it; a function does not.
    new = lines(locked(begin))
    file.write_text(LIST.sub(lambda _: new, project, count=1), encoding="utf-8")


main()

"""Fixtures, order and the option of the whole suite, and the figures that some tests leave in its summary."""

import gc
from collections import defaultdict
from pathlib import Path

import pytest

pytest_plugins = ["tests.databases"]
LONGEST = ("crash", "cluster", "simulator_page", "endtoend", "storage", "conversations")
"""Folders in which a test takes minutes or seconds begin first, so that no worker is alone at the end; the
page's tests share one browser, and are one piece of work."""
HELPERS = ("harness", "double", "lawful", "papers", *LONGEST, "simulator")
"""What asserts for the tests: pytest shall name the values there too."""

pytest.register_assert_rewrite(*(f"tests.{name}" for name in HELPERS))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all-pairs", action="store_true", help="conversations: each messenger on each database"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("all_pairs"):
        _leave_out(config, items)
    ranks = {folder: rank for rank, folder in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(item.path.parent.name, len(ranks)))


def _leave_out(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A run stays within a quarter of an hour on two cores: a case of a conversation runs on one pair of
    messenger and database, in turn within its file. All other tests run on both databases."""
    cases: dict[Path, list[str]] = defaultdict(list)
    left_out = set()
    for item in items:
        spec = getattr(item, "callspec", None)
        if spec is None or "pair" not in spec.params:
            continue
        known, pair = cases[item.path], spec.params["pair"]
        case = item.nodeid.replace("-".join(pair), "")
        if case not in known:
            known.append(case)
        if known.index(case) % 2 != ("postgresql" in pair):
            left_out.add(item)
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]


def pytest_collection_finish() -> None:
    """What was imported by now stays: the collector need not look through all of it in every test."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests recorded as `figures`; the last word of each counts."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            figures = [str(value) for name, value in report.user_properties if name == "figures"]
            if figures and report.when == "call":
                terminalreporter.write_line(figures[-1])

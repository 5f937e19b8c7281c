"""Fixtures, order and the option of the whole suite, and the figures that some tests leave in its summary."""

import os

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


def pytest_xdist_auto_num_workers() -> int:
    """Half as many again as there are cores: a worker waits for its database a third of the time."""
    return max((os.cpu_count() or 1) * 3 // 2, 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    ranks = {folder: rank for rank, folder in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(item.path.parent.name, len(ranks)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests recorded as `figures`; the last word of each counts."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            figures = [str(value) for name, value in report.user_properties if name == "figures"]
            if figures and report.when == "call":
                terminalreporter.write_line(figures[-1])

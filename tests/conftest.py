"""Fixtures, order and the option of the whole suite, and the figures that some tests leave in its summary."""

from collections import defaultdict

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
        "--all-pairs", action="store_true", help="every case on each database, and with each messenger"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("all_pairs"):
        _leave_out(config, items)
    ranks = {folder: rank for rank, folder in enumerate(LONGEST)}
    items.sort(key=lambda item: ranks.get(item.path.parent.name, len(ranks)))


def _leave_out(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A run stays within a quarter of an hour on two cores: a conversation runs on one pair of messenger and
    database, in turn within its file; any other test of several cases runs each on one database, in turn,
    and a test of one case on both."""
    cases: dict[str, list[str]] = defaultdict(list)
    for item in items:
        if (told := _case(item)) and told[1] not in cases[told[0]]:
            cases[told[0]].append(told[1])
    left_out = {item for item in items if (told := _case(item)) and not _in_turn(cases[told[0]], *told[1:])}
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]


def _case(item: pytest.Item) -> tuple[str, str, int] | None:
    """The file or test, its case without the database, and which database; None where there is but one."""
    spec = getattr(item, "callspec", None)
    test, _, case = item.nodeid.partition("[")
    if spec is not None and "pair" in spec.params:
        pair = spec.params["pair"]
        return str(item.path), test + case.replace("-".join(pair), ""), int("postgresql" in pair)
    if spec is not None and "dialect" in spec.params:
        dialect = spec.params["dialect"]
        return test, case.replace(dialect, ""), int(dialect == "postgresql")
    return None


def _in_turn(cases: list[str], case: str, database: int) -> bool:
    return len(cases) == 1 or cases.index(case) % 2 == database


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests recorded as `figures`; the last word of each counts."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            figures = [str(value) for name, value in report.user_properties if name == "figures"]
            if figures and report.when == "call":
                terminalreporter.write_line(figures[-1])

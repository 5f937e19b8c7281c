"""Fixtures and the option of the whole suite, and the figures that some tests leave in its summary."""

import pytest

pytest_plugins = ["tests.databases"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--all-pairs", action="store_true", help="conversations: each messenger on each database"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests recorded as `figures`; the last word of each counts."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            figures = [str(value) for name, value in report.user_properties if name == "figures"]
            if figures and report.when == "call":
                terminalreporter.write_line(figures[-1])

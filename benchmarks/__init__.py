"""Repeatable measurements; ratios in one run, never a timed assertion in the test suite."""

"""Fixtures of the whole suite."""

from tests.databases import database, postgres_url, sqlite_template

__all__ = ["database", "postgres_url", "sqlite_template"]

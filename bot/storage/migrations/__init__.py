"""Alembic's scripts; run by `bot.storage.migrate`."""

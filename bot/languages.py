"""The languages that there are sentences in, as far as handlers need them: they know no files."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel.ext.asyncio.session import AsyncSession

_IN_SESSION = "hadir_languages"


def lend(session: AsyncSession, languages: Mapping[str, str]) -> None:
    """Let whoever works in this transaction offer these: the name of each, in itself, by its short name."""
    session.info[_IN_SESSION] = languages


def languages_of(session: AsyncSession) -> Mapping[str, str]:
    """The languages that were lent to this transaction, Indonesian first."""
    languages: Mapping[str, str] = session.info[_IN_SESSION]
    return languages

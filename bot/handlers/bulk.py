"""What one tap for everybody did for each: people are named only where it was something other than asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Line, Notice, Refused
from bot.storage.models import Person
from bot.storage.selves import selves_of

NAMED = 12
"""So many are named; of more, the others are only counted."""


class Row(StrEnum):
    """What became of one person."""

    SAVED = "saved"
    AS_IT_WAS = "as_it_was"
    """Nothing was to be done, or the same supervisor has done it before."""
    CHANGED = "changed"
    """Something else was recorded meanwhile: it stands, and is shown."""
    FAMILY = "family"
    CLOSED = "closed"
    WORKING = "working"


@dataclass(slots=True)
class Results:
    """What became of everybody, gathered person by person."""

    names: dict[Row, list[str]] = field(default_factory=lambda: defaultdict(list))
    before: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Whom another supervisor had confirmed already."""

    @property
    def saved(self) -> int:
        return len(self.names[Row.SAVED])

    async def add(
        self, session: AsyncSession, client: Person, deed: Callable[[], Awaitable[Row | int]]
    ) -> None:
        """One person's part in a savepoint of its own: what is refused for him undoes nothing of the others.
        A deed answers with what became of it, or with who has done it before."""
        try:
            async with session.begin_nested():
                became = await deed()
        except Refused:
            became = Row.CHANGED
        of = self.before[became] if not isinstance(became, Row) else self.names[became]
        of.append(client.shown)


async def told(session: AsyncSession, who: Person, results: Results) -> list[Notice]:
    """Who was passed over and why, in a message below the list; nothing where all was as asked."""
    lines = []
    himself = (await session.exec(selves_of(who.id))).all()
    for by, names in results.before.items():
        if by not in himself:
            person = await session.get_one(Person, by)
            lines.append(Line("bulk-before", {"by": person.shown, "names": _named(names)}))
    for row, names in results.names.items():
        match row:
            case Row.CHANGED:
                lines.append(Line("bulk-changed", {"names": _named(names)}))
            case Row.FAMILY:
                lines.append(Line("list-family", {"names": _named(names)}))
            case Row.CLOSED:
                lines.append(Line("bulk-closed", {"names": _named(names)}))
            case Row.WORKING:
                lines.append(Line("list-some-still-open", {"count": len(names)}))
            case Row.SAVED | Row.AS_IT_WAS:
                pass
    if not lines:
        return []
    return [Notice(to=who.id, key="bulk-result", params={"count": results.saved}, lines=tuple(lines))]


def _named(names: list[str]) -> str:
    more = f" +{len(names) - NAMED}" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
